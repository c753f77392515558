"""Postures: the channels of a body, and their values where it stands, sits, kneels or lies."""
import numpy as np

Posture = dict[str, float]

# Metres of the pelvis; degrees of all others. `hanging` is the share (0 to 1) in which gravity and
# not the trunk says where an arm points. An arm's angles are against the trunk.
TRUNK_CHANNELS = ("forward", "left", "height", "heading", "pitch", "lean", "twist", "bend",
                  "side_bend", "hanging")
ARM_CHANNELS = ("elevation", "protraction", "flexion", "across", "abduction", "rotation", "elbow",
                "pronation")
CHANNELS = TRUNK_CHANNELS + ARM_CHANNELS

STANDING = dict.fromkeys(CHANNELS, 0.0) | {
    "height": 0.95, "pitch": 3, "bend": 6, "flexion": -4, "abduction": 7, "elbow": 14,
    "pronation": 30, "hanging": 1}
SITTING_ARMS_HANGING = STANDING | {"height": 0.55, "pitch": 2, "bend": 8}
SITTING = STANDING | {
    "height": 0.55, "pitch": 0, "bend": 12, "flexion": 12, "abduction": 8, "elbow": 55,
    "pronation": 60}
AT_DESK = SITTING | {
    "pitch": 6, "flexion": 28, "abduction": 14, "rotation": 25, "elbow": 78, "pronation": 85}
ON_SOFA = SITTING | {
    "height": 0.45, "pitch": -22, "bend": 20, "flexion": 30, "rotation": 30, "elbow": 75,
    "pronation": 40}
ON_HEELS = STANDING | {
    "height": 0.32, "pitch": 4, "bend": 12, "flexion": 14, "abduction": 10, "elbow": 42,
    "pronation": 70}
ON_HEELS_ARMS_HANGING = ON_HEELS | {"flexion": -2, "elbow": 16, "pronation": 35}
KNEELING = STANDING | {"height": 0.5}
ON_ALL_FOURS = KNEELING | {
    "pitch": 80, "bend": 5, "flexion": 82, "abduction": 4, "elbow": 6, "pronation": 80,
    "hanging": 0}
ON_FLOOR = STANDING | {
    "height": 0.15, "pitch": -14, "bend": 12, "flexion": -14, "abduction": 22, "elbow": 12,
    "pronation": 80, "hanging": 0}
ON_BACK = STANDING | {
    "height": 0.12, "pitch": -86, "bend": 2, "flexion": 4, "abduction": 18, "elbow": 18,
    "pronation": 60, "hanging": 0}

# Degrees by which people differ in one and the same posture.
DEVIATIONS = {"pitch": 3, "bend": 4, "flexion": 5, "abduction": 4, "rotation": 8, "elbow": 8,
              "pronation": 15, "twist": 2, "elevation": 1.5, "protraction": 1.5}
LEAST_ELBOW_DEGREES = 3.0


def varied(random: np.random.Generator, posture: Posture, size: float = 1.0) -> Posture:
    """A posture as one person takes it once."""
    own = posture | {channel: posture[channel] + size * deviation * random.normal()
                     for channel, deviation in DEVIATIONS.items()}
    own["elbow"] = max(LEAST_ELBOW_DEGREES, own["elbow"])
    own["abduction"] = max(0.0, own["abduction"])
    return own


def part(posture: Posture, *channels: str) -> Posture:
    """Some channels of a posture."""
    return {channel: posture[channel] for channel in channels}
