"""What a body does by itself: it breathes, sways, drifts and trembles."""
import numpy as np
from scipy.ndimage import gaussian_filter1d

from common.signals import minimum_jerk
from pieces.actor import Actor, Signals
from pieces.noises import RATE_HERTZ, band_noise, faded

# Where the hands lie on the floor, this much of what the body does never reaches the wrist.
FLOOR_SHARE = 0.93
SWAY_BAND_HERTZ, DRIFT_BAND_HERTZ = (0.08, 0.8), (0.008, 0.06)
# Degrees, for a person of a sway and a drift of 1.
SWAY = {"pelvis_pitch": 0.35, "pelvis_roll": 0.18, "heading": 0.25, "trunk_twist": 0.21,
        "shoulder_flexion": 0.28, "shoulder_abduction": 0.18, "shoulder_rotation": 0.28,
        "clavicle_elevation": 0.1, "clavicle_protraction": 0.14}
# Metres.
BODY_SWAY = {"position_x": 0.004, "position_y": 0.003}
# Shares of the person's tremor.
TREMOR = {"elbow_flexion": 1.0, "pronation": 1.2, "shoulder_flexion": 0.4,
          "shoulder_rotation": 0.6, "clavicle_elevation": 0.25, "clavicle_protraction": 0.2,
          "pelvis_pitch": 0.08, "trunk_twist": 0.08}
# What a breath changes where the belly lies on the thighs: degrees, but the height in metres.
FOLDED_BREATH = {"trunk_flexion": 1.0, "shoulder_flexion": -0.5, "clavicle_elevation": 0.6,
                 "height": 0.003}


def add_physiology(actor: Actor, signals: Signals, placement: str) -> None:
    """Lays breath, sway, drift and tremor over the channels (n each)."""
    count = len(signals["height"])
    own: Signals = {channel: np.zeros(count) for channel in signals}
    add_breath(actor, own)
    add_folded_breath(actor, own)
    add_sway(actor, own)
    add_tremor(actor, own)
    passing = np.ones(count)
    for fold in actor.folds if placement == "wrist" else []:
        first, last = int(fold.start * RATE_HERTZ), int(fold.end * RATE_HERTZ)
        passing[first:last] -= FLOOR_SHARE * faded(len(passing[first:last]), 0.8)
    for channel, values in own.items():
        signals[channel] += passing * values


def add_breath(actor: Actor, signals: Signals) -> None:
    """Breathing in lifts the chest and the shoulders and straightens the trunk."""
    random, count = actor.random, len(signals["height"])
    length = actor.person.breath_seconds * np.exp(0.12 * band_noise(random, count, 0.01, 0.1))
    part = np.cumsum(1 / length) / RATE_HERTZ % 1
    inhaling = actor.between(0.35, 0.5)
    breath = np.where(part < inhaling, minimum_jerk(part / inhaling),
                      1 - minimum_jerk((part - inhaling) / (1 - inhaling)))
    breath *= np.exp(0.2 * band_noise(random, count, 0.02, 0.12))
    breath = actor.person.breath_depth * gaussian_filter1d(breath, 0.12 * RATE_HERTZ)
    for channel, share in {
        "trunk_flexion": -actor.between(0.4, 1.3), "clavicle_elevation": actor.between(0.4, 1.3),
        "shoulder_abduction": actor.between(0, 0.8), "blade_tilt": actor.between(-0.5, 0.5),
        "position_x": -0.002, "height": 0.0015,
    }.items():
        signals[channel] += share * breath


def add_folded_breath(actor: Actor, signals: Signals) -> None:
    """Folded over the thighs, a person breathes more slowly, and the back moves more."""
    for fold in actor.folds:
        first, last = int(fold.start * RATE_HERTZ), int(fold.end * RATE_HERTZ)
        count = last - first
        hertz = 1 / actor.person.breath_seconds / actor.between(1, 1.35)
        phase = (2 * np.pi * hertz * np.arange(count) / RATE_HERTZ + actor.between(0, 6)
                 + 0.4 * band_noise(actor.random, count, 0.05, 0.2))
        breath = actor.between(0.4, 1.8) * np.sin(phase) * faded(count, 1)
        for channel, share in FOLDED_BREATH.items():
            signals[channel][first:last] += share * breath


def add_sway(actor: Actor, signals: Signals) -> None:
    """Nobody keeps quite still, and nobody comes back quite to where they were."""
    person, count = actor.person, len(signals["height"])
    for channel, degrees in SWAY.items():
        sway = person.sway * band_noise(actor.random, count, *SWAY_BAND_HERTZ)
        drift = person.drift * band_noise(actor.random, count, *DRIFT_BAND_HERTZ)
        signals[channel] += degrees * (sway + drift)
    for channel, metres in BODY_SWAY.items():
        signals[channel] += metres * person.sway * band_noise(actor.random, count, 0.1, 0.7)


def add_tremor(actor: Actor, signals: Signals) -> None:
    """Muscles tremble at 5 to 12 Hz, the more the longer they are strained."""
    count, middle_hertz = len(signals["height"]), actor.between(6.5, 10.5)
    strength = np.exp(0.6 * band_noise(actor.random, count, 0.05, 0.5))
    for strain in actor.strains:
        first, last = int(strain.start * RATE_HERTZ), int(strain.end * RATE_HERTZ)
        growing = np.linspace(0.4, 1, last - first) * faded(last - first, 0.5)
        strength[first:last] *= 1 + (strain.strength - 1) * growing
    for channel, share in TREMOR.items():
        shaking = band_noise(actor.random, count, middle_hertz - 1.5, middle_hertz + 1.5)
        signals[channel] += share * actor.person.tremor * strength * shaking
