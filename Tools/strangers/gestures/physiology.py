"""What a body does by itself: it breathes, sways, drifts and trembles."""
import numpy as np

from gestures.motion import Signals
from gestures.noises import breathing, shaking, wandering

ARM_LOOSENESS = {"shoulder_flexion": 1, "shoulder_abduction": 0.8, "shoulder_rotation": 1,
                 "elbow_flexion": 1.2, "supination": 1.5}
TRUNK_SWAY = {"pelvis_pitch": (1, 0.35), "trunk_lean": (0.6, 0.35), "trunk_twist": (0.8, 0.3),
              "trunk_flexion": (0.6, 0.3)}


def add_physiology(random: np.random.Generator, signals: Signals, breath_depth: float) -> None:
    """Lays breath, sway, drift and tremor over the channels (n each)."""
    add_breath(random, signals, breath_depth)
    add_sway(random, signals)
    add_looseness(random, signals)


def add_breath(random: np.random.Generator, signals: Signals, breath_depth: float) -> None:
    """Breathing in lifts the chest and the shoulders and straightens the trunk."""
    breath = breathing(random, len(signals["support"]))
    angle_degrees = random.uniform(0.25, 0.6) * breath_depth
    rise_metres = random.uniform(0.0015, 0.004)
    # Folded over the thighs, the belly has nowhere to go: the back moves more.
    folded = np.clip(np.abs(signals["pelvis_pitch"]) / 80, 0, 1)
    straightening = angle_degrees * breath * (1 + 0.9 * folded)
    signals["trunk_flexion"] -= straightening
    # An arm that rests on the floor does not ride on the breath.
    signals["shoulder_flexion"] -= 0.9 * straightening * signals["support"]
    signals["chest_rise"] += rise_metres * breath * (1 + 0.8 * folded)
    signals["girdle_elevation"] += random.uniform(0.0008, 0.0025) * breath
    signals["shoulder_abduction"] += 0.25 * angle_degrees * breath


def add_sway(random: np.random.Generator, signals: Signals) -> None:
    """Nobody keeps quite still; lying on the thighs they nearly do."""
    count = len(signals["support"])
    sway_degrees = random.uniform(0.15, 0.5)
    for channel, (share, cutoff_hertz) in TRUNK_SWAY.items():
        sway = share * sway_degrees * wandering(random, count, cutoff_hertz)
        signals[channel] += sway * (1 - 0.6 * signals["support"])
    for channel in ("pelvis_forward", "pelvis_left"):
        signals[channel] += random.uniform(0.002, 0.005) * wandering(random, count, 0.3)


def add_looseness(random: np.random.Generator, signals: Signals) -> None:
    """Arms and shoulders drift slowly, and tremble at about 10 Hz."""
    count = len(signals["support"])
    drift_degrees = random.uniform(0.3, 1.0)
    tremor_degrees = random.uniform(0.0005, 0.005)
    for channel, share in ARM_LOOSENESS.items():
        drift = wandering(random, count, 0.12) + 0.2 * wandering(random, count, 0.8)
        signals[channel] += share * drift_degrees * drift * (1 - 0.7 * signals["support"])
        strength = 1 + 0.4 * wandering(random, count, 0.3)
        signals[channel] += share * tremor_degrees * strength * shaking(random, count, 7.5, 12)
    signals["girdle_elevation"] += 0.0008 * wandering(random, count, 0.5)
