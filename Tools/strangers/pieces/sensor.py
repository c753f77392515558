"""What a sensor on its strap feels, and what it makes of it."""
import numpy as np
from scipy.ndimage import gaussian_filter1d
from scipy.signal import bilinear, lfilter

from common.rotations import from_vectors, inverse, rotated, to_vectors
from common.signals import GRAVITY, acceleration, minimum_jerk, sampled
from pieces.actor import Actor, Signals
from pieces.chain import sensor_seat
from pieces.device import Device, Errors, Strap
from pieces.noises import RATE_HERTZ

SLIP_SECONDS = 0.35
# From the skin to the middle of the sensor, in the sensor's frame (metres).
LEVER = np.array([0.01, 0.0, 0.025])
# A knock reaches the placements by so much, and its full size after this time.
KNOCK_SHARES = {"wrist": 1.0, "upper-arm": 0.8, "shoulder": 0.7, "upper-back": 0.8}
KNOCK_RISE_SECONDS = 0.012
# The low-pass filter of a sensor: a share of its sampling rate, which is at most this high.
CUTOFF_SHARE, HIGHEST_FILTERED_HERTZ = 0.42, 110.0
MOST_JITTER = 0.33
UNUSED_SECONDS = 0.1


def felt(actor: Actor, signals: Signals, placement: str,
         device: Device) -> tuple[np.ndarray, np.ndarray]:
    """Force (n x 3, m/s^2) and rate (n x 3, degrees per second) in the sensor's frame."""
    position, seat = sensor_seat(actor.person, placement, signals)
    times = np.arange(len(position)) / RATE_HERTZ
    sensor = seat @ device.mount
    if device.strap.slip.any():
        slipped = minimum_jerk((times - device.strap.slip_moment) / SLIP_SECONDS)
        sensor = sensor @ from_vectors(slipped[:, None] * device.strap.slip)
    outer = KNOCK_SHARES[placement] * knocks(actor, times) + [0, 0, GRAVITY]
    pushed = acceleration(position, RATE_HERTZ) + outer
    swing = swung(device.strap, rotated(inverse(sensor), pushed))
    sensor = sensor @ from_vectors(np.degrees(swing))
    position = position + rotated(sensor, np.cross(swing, LEVER))
    pushed = acceleration(position, RATE_HERTZ) + outer
    return rotated(inverse(sensor), pushed), angular_rate(sensor)


def angular_rate(rotations: np.ndarray) -> np.ndarray:
    """What a gyroscope feels (n x 3, degrees per second), in its own frame."""
    rate = to_vectors(inverse(rotations[:-1]) @ rotations[1:]) * RATE_HERTZ
    return np.vstack([rate, rate[-1:]])


def knocks(actor: Actor, times: np.ndarray) -> np.ndarray:
    """The acceleration (n x 3, m/s^2) of all knocks, each of which rings and dies down."""
    result = np.zeros((len(times), 3))
    for jolt in actor.jolts:
        first = int(np.ceil(jolt.moment * RATE_HERTZ))
        since = times[first:first + int(8 * jolt.decay * RATE_HERTZ)] - jolt.moment
        ringing = np.exp(-since / jolt.decay) * np.cos(2 * np.pi * jolt.hertz * since)
        rising = np.clip(since / KNOCK_RISE_SECONDS, 0, 1)
        result[first:first + len(since)] += (rising * ringing)[:, None] * jolt.peak
    return result


def swung(strap: Strap, force: np.ndarray) -> np.ndarray:
    """The rotation vectors (n x 3, radians) by which the sensor swings on its strap under a
    force (n x 3)."""
    natural = 2 * np.pi * strap.hertz
    numerator, denominator = bilinear(
        [natural ** 2], [1, 2 * strap.damping * natural, natural ** 2], RATE_HERTZ)
    push = np.stack([force[:, 1], -force[:, 0], 0.4 * force[:, 2]], axis=1)
    return lfilter(numerator, denominator, strap.softness * (push - push[0]), axis=0)


def measured(random: np.random.Generator, force: np.ndarray, rate: np.ndarray,
             device: Device) -> np.ndarray:
    """The samples (m x 4, or m x 7 with a gyroscope) by the sensor's clock, from what it feels
    (n x 3 each)."""
    count = int(((len(force) - 1) / RATE_HERTZ - UNUSED_SECONDS) * device.rate_hertz)
    jitter = np.clip(random.normal(0, device.jitter, count), -MOST_JITTER, MOST_JITTER)
    moments = (np.arange(count) + jitter) / device.rate_hertz
    moments = np.maximum(moments, 0)
    columns = [moments[:, None] * device.clock]
    signals = [(force, device.force)]
    if device.has_gyroscope:
        signals.append((rate, device.rate))
    for signal, errors in signals:
        if device.is_filtered:
            cutoff = CUTOFF_SHARE * min(device.rate_hertz, HIGHEST_FILTERED_HERTZ)
            signal = gaussian_filter1d(signal, RATE_HERTZ / (2 * np.pi * cutoff), axis=0,
                                       mode="nearest")
        columns.append(with_errors(random, sampled(signal, RATE_HERTZ, moments), errors))
    return np.column_stack(columns)[arriving(random, count, device)]


def with_errors(random: np.random.Generator, signal: np.ndarray, errors: Errors) -> np.ndarray:
    """A signal (m x 3) with a sensor's errors, within its range and in its steps."""
    wrong = signal @ errors.axes.T + errors.bias + random.normal(0, errors.noise, signal.shape)
    wrong += np.outer(np.linspace(0, 1, len(signal)), errors.drift)
    return np.round(np.clip(wrong, -errors.most, errors.most) / errors.step) * errors.step


def arriving(random: np.random.Generator, count: int, device: Device) -> np.ndarray:
    """Which of the samples arrive: single ones are lost, and some devices pause at times."""
    arrive = random.random(count) >= device.lost_share
    for _ in range(device.holes):
        first = random.integers(1, count)
        arrive[first:first + int(random.uniform(0.08, 0.45) * device.rate_hertz)] = False
    arrive[0] = True
    return arrive
