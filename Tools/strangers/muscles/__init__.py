"""People whose movement comes from their muscles: they decide on targets, and limbs with inertia
follow them late."""
