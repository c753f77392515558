"""What a body does without wanting it: it trembles, sways, drifts and breathes."""
import numpy as np

from muscles.body import Signals
from muscles.dynamics import RATE_HERTZ, noise, smoothed
from muscles.person import Person

# How much each channel takes part in roughness, tremor and drift. A forearm turns most easily.
UNSTEADINESS = {
    "flexion": (0.7, 0.11, 1), "across": (0.7, 0.11, 1), "abduction": (0.7, 0.11, 1),
    "rotation": (1.8, 0.7, 1), "elbow": (0.7, 0.2, 1), "pronation": (1.8, 1.2, 1),
    "elevation": (0.3, 0.08, 0.3), "protraction": (0.3, 0.08, 0.3), "pitch": (0.12, 0.03, 0),
    "twist": (0.12, 0.03, 0), "lean": (0.12, 0.03, 0)}
SWAY = {"pitch": 1, "lean": 0.6, "heading": 0.5, "twist": 0.5}
# For each degree of breath: degrees, and metres forward.
BREATH = {"bend": -0.6, "elevation": 0.45, "protraction": -0.2, "abduction": 0.25,
          "forward": 0.001}
ROUGHNESS_HERTZ = (1.3, 3.5)
# Physiological tremor is at 8 to 12 Hz; the mass of a whole arm lowers it.
TREMOR_HERTZ = (6, 10)
DRIFT_HERTZ = (0.03, 0.2)
SWAY_HERTZ = (0.1, 0.5)


def add_physiology(random: np.random.Generator, person: Person, signals: Signals) -> None:
    """Adds all of it to the channels (n each)."""
    count = len(signals["stillness"])
    add_unsteadiness(random, person, signals)
    for channel, share in SWAY.items():
        sway = noise(random, count, *SWAY_HERTZ) * signals["stillness"]
        signals[channel] += share * person.sway_degrees * sway
    breath = person.breath_degrees * breathing(random, count, person.breath_hertz)
    for channel, share in BREATH.items():
        signals[channel] += share * breath


def add_unsteadiness(random: np.random.Generator, person: Person, signals: Signals) -> None:
    """Movement is rough in proportion to its speed; effort and fatigue strengthen tremor."""
    stillness = signals["stillness"]
    count = len(stillness)
    tired = 2.5 + 1.5 * person.fatigue * np.linspace(0, 1, count)
    trembling = (1 + tired * signals["effort"]) * (0.3 + 0.7 * stillness)
    for channel, (roughness, tremor, drift) in UNSTEADINESS.items():
        speed = smoothed(np.abs(np.gradient(signals[channel])) * RATE_HERTZ, 1.5)
        rough = noise(random, count, *ROUGHNESS_HERTZ) * speed
        signals[channel] += roughness * person.roughness * rough
        trembled = noise(random, count, *TREMOR_HERTZ) * trembling
        signals[channel] += tremor * person.tremor_degrees * trembled
        drifted = noise(random, count, *DRIFT_HERTZ) * (0.4 + 0.6 * stillness)
        signals[channel] += drift * random.uniform(0.1, 0.5) * drifted


def breathing(random: np.random.Generator, count: int, hertz: float) -> np.ndarray:
    """Breath (n), of about unit size; positive is inhaled."""
    frequency = hertz * (1 + 0.12 * noise(random, count, 0.03, 0.2))
    phase = 2 * np.pi * np.cumsum(frequency) / RATE_HERTZ + random.uniform(0, 2 * np.pi)
    depth = 1 + 0.25 * noise(random, count, 0.02, 0.1)
    return depth * (np.sin(phase) + 0.25 * np.sin(2 * phase + 0.5))
