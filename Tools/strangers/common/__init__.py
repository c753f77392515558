"""What the simulators need alike: plans, files, chance and mathematics."""
