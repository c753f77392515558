"""A sensor: how it sits on its strap, how it samples, and its errors."""
from dataclasses import dataclass

import numpy as np

from common.chance import Chance
from common.rotations import from_vectors
from common.signals import GRAVITY

RATES_HERTZ = (25, 26, 31.25, 50, 50, 52, 60, 62.5, 100, 100, 100.8, 119, 125, 200)
GYROSCOPE_SHARE = 0.7
# A 16-bit sensor has this many steps from 0 to the end of its range.
INTEGER_STEPS = 2 ** 15
# Ranges of both sensors (g, degrees per second), and steps of an accelerometer (m/s^2), as data
# sheets give them, each with its share.
FORCE_RANGES = {2.0: 0.06, 4.0: 0.34, 8.0: 0.4, 16.0: 0.2}
RATE_RANGES = {250.0: 0.04, 500.0: 0.2, 1000.0: 0.26, 2000.0: 0.5}
FORCE_STEPS = {0.0012: 0.25, 0.0024: 0.25, 0.0048: 0.2, 0.0098: 0.15, 0.038: 0.1, 0.086: 0.05}
# Of the shares of samples that are lost.
LOSSES = {0.0: 0.4, 0.001: 0.3, 0.01: 0.2, 0.03: 0.1}


@dataclass
class Errors:
    """What a triaxial sensor makes of a signal, in the signal's unit: `axes` (3 x 3) are its scales
    and its misalignment, `drift` is added by the end of the recording."""

    axes: np.ndarray
    bias: np.ndarray
    drift: np.ndarray
    noise: float
    most: float
    step: float


@dataclass
class Strap:
    """A strap that gives: it swings at `hertz` with a relative `damping`, by `softness` radians
    per m/s^2, and slips once by a rotation vector (degrees) at `slip_moment` seconds."""

    hertz: float
    damping: float
    softness: float
    slip_moment: float
    slip: np.ndarray


@dataclass
class Device:
    """`mount` (3 x 3) takes the sensor's frame to the limb's; `clock` is the sensor's seconds per
    second; `jitter` is a share of the sampling interval."""

    mount: np.ndarray
    strap: Strap
    rate_hertz: float
    is_filtered: bool
    clock: float
    jitter: float
    force: Errors
    rate: Errors
    has_gyroscope: bool
    lost_share: float
    holes: int


def draw_device(random: np.random.Generator, seconds: float) -> Device:
    """Some sensor, put on somehow, for a recording of so many seconds."""
    chance = Chance(random)
    rate_range = chance.weighted(RATE_RANGES)
    rate_step = rate_range / INTEGER_STEPS * float(random.choice([1, 1, 1, 16]))
    force = Errors(draw_axes(random, 0.006), random.normal(0, 0.12, 3), np.zeros(3),
                   chance.power(-2, -1.1), chance.weighted(FORCE_RANGES) * GRAVITY,
                   chance.weighted(FORCE_STEPS))
    rate = Errors(draw_axes(random, 0.008), random.normal(0, random.choice([0.17, 1.15]), 3),
                  random.normal(0, 0.17, 3), chance.power(-1.25, -0.15), rate_range, rate_step)
    return Device(
        mount=draw_mount(chance), strap=draw_strap(chance, seconds),
        rate_hertz=float(random.choice(RATES_HERTZ)), is_filtered=chance.happens(0.8),
        clock=chance.normal(1, 0.002), jitter=float(random.choice([0.002, 0.03, 0.1, 0.2])),
        force=force, rate=rate, has_gyroscope=chance.happens(GYROSCOPE_SHARE),
        lost_share=chance.weighted(LOSSES),
        holes=chance.count(1, 3) if chance.happens(0.12) else 0)


def draw_axes(random: np.random.Generator, skewness: float) -> np.ndarray:
    """Scales and misalignment (3 x 3) of a triaxial sensor."""
    scales = 1 + random.normal(0, 0.012, 3)
    return scales[:, None] * (np.eye(3) + random.normal(0, skewness, (3, 3)))


def draw_mount(chance: Chance) -> np.ndarray:
    """Mostly along the limb, in any of 24 ways and a little askew; otherwise any way at all."""
    random = chance.random
    if chance.happens(0.35):
        mount, _ = np.linalg.qr(random.normal(size=(3, 3)))
        return mount * np.linalg.det(mount)
    signed = np.eye(3)[random.permutation(3)] * random.choice([-1, 1], 3)
    return signed * np.linalg.det(signed) @ from_vectors(random.normal(0, 7.5, 3))


def draw_strap(chance: Chance, seconds: float) -> Strap:
    """Some strap, which hardly ever slips."""
    slip_degrees = 7.0 if chance.happens(0.06) else 0.0
    return Strap(chance.between(5, 14), chance.between(0.12, 0.45), chance.power(-3.2, -2),
                 chance.between(0.1, 0.9) * seconds, chance.random.normal(0, slip_degrees, 3))
