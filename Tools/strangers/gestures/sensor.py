"""What a sensor measures on its way, and what it makes of it."""
import numpy as np

from common.rotations import inverse, to_vectors
from common.signals import sampled, specific_force
from gestures.noises import RATE_HERTZ, wandering

SAMPLE_RATES_HERTZ = (50, 100)
SHORTEST_INTERVAL_SECONDS = 0.0006
GAPPED_SHARE = 0.15


def angular_rate(rotations: np.ndarray) -> np.ndarray:
    """What a gyroscope feels (n x 3, degrees per second), in its own frame."""
    rate = np.zeros((len(rotations), 3))
    turn = to_vectors(inverse(rotations[:-2]) @ rotations[2:])
    rate[1:-1] = turn * RATE_HERTZ / 2
    rate[0], rate[-1] = rate[1], rate[-2]
    return rate


def recorded(random: np.random.Generator, positions: np.ndarray,
             rotations: np.ndarray) -> np.ndarray:
    """The samples (m x 7) of a sensor on its way (n at RATE_HERTZ): time (seconds), force (m/s^2)
    and rate (degrees per second), with all that a cheap sensor adds to them."""
    nominal = int(random.choice(SAMPLE_RATES_HERTZ))
    rate_hertz = nominal * (1 + random.normal(0, 0.002))
    duration = (len(positions) - 1) / RATE_HERTZ
    moments, reported = sample_times(random, rate_hertz, duration)
    force = averaged(specific_force(positions, rotations, RATE_HERTZ), moments, rate_hertz)
    rate = averaged(angular_rate(rotations), moments, rate_hertz)
    samples = np.column_stack([reported, with_force_errors(random, force),
                               with_rate_errors(random, rate, rate_hertz)])
    return samples[kept(random, len(samples))]


def sample_times(random: np.random.Generator, rate_hertz: float,
                 duration: float) -> tuple[np.ndarray, np.ndarray]:
    """When samples are taken, and when they are said to be (m each, seconds from the start)."""
    count = int((duration - 0.05) * rate_hertz)
    jitter_seconds = random.uniform(0.0002, 0.0018)
    moments = np.arange(count) / rate_hertz + random.normal(0, 0.4 * jitter_seconds, count)
    moments = np.clip(moments, 0, duration)
    late = np.clip(random.normal(0, jitter_seconds, count), -3 * jitter_seconds, 3 * jitter_seconds)
    reported = moments + late
    # No clock runs backwards: keep a least interval between any two.
    least = np.arange(count) * SHORTEST_INTERVAL_SECONDS
    reported = np.maximum.accumulate(reported - reported[0] - least) + least
    return moments, reported


def averaged(signal: np.ndarray, moments: np.ndarray, rate_hertz: float) -> np.ndarray:
    """A signal (n x 3 at RATE_HERTZ) at some moments (m), averaged against aliasing."""
    width = max(1, int(RATE_HERTZ / rate_hertz / 1.5))
    kernel = np.ones(width) / width
    padded = np.pad(signal, ((width, width), (0, 0)), mode="edge")
    smooth = [np.convolve(column, kernel, "same")[width:-width] for column in padded.T]
    return sampled(np.stack(smooth, axis=1), RATE_HERTZ, moments)


def with_force_errors(random: np.random.Generator, force: np.ndarray) -> np.ndarray:
    """Scale, bias and noise of an accelerometer."""
    scale = 1 + random.normal(0, 0.004, 3)
    bias = random.normal(0, 0.06, 3)
    return force * scale + bias + random.normal(0, random.uniform(0.012, 0.05), force.shape)


def with_rate_errors(random: np.random.Generator, rate: np.ndarray,
                     rate_hertz: float) -> np.ndarray:
    """Scale, bias, drift and noise of a gyroscope."""
    direction = random.normal(size=3)
    bias = random.uniform(0, 3) * direction / np.linalg.norm(direction)
    scale = 1 + random.normal(0, 0.006, 3)
    noise = random.normal(0, random.uniform(0.04, 0.18), rate.shape)
    drift = np.stack([wandering(random, len(rate), 0.05, rate_hertz) for _ in range(3)], axis=1)
    return rate * scale + bias + noise + 0.05 * drift


def kept(random: np.random.Generator, count: int) -> np.ndarray:
    """Which of the samples arrive: some sensors lose a few, one to three at a time."""
    arrive = np.ones(count, bool)
    if random.random() < GAPPED_SHARE:
        for _ in range(random.integers(1, 5)):
            first = random.integers(5, count - 10)
            arrive[first:first + random.integers(1, 4)] = False
    return arrive
