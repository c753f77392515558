"""Random signals: slow wandering, shaking in a band, breath. All of length `count`, about unit
standard deviation."""
import numpy as np
from scipy.interpolate import CubicSpline
from scipy.signal import butter, sosfilt

RATE_HERTZ = 400.0

KNOTS_PER_CYCLE = 5
FILTER_AT_KNOTS = butter(2, 2 / KNOTS_PER_CYCLE, output="sos")
DEVIATION_AT_KNOTS = 0.62


def wandering(random: np.random.Generator, count: int, cutoff_hertz: float,
              rate_hertz: float = RATE_HERTZ) -> np.ndarray:
    """Low-pass noise, of standard deviation 1.

    It is filtered at a few knots per cycle and splined from there: smooth, so that it may be
    differentiated twice, and cheap.
    """
    if count < 10:
        return np.zeros(count)
    knots_per_sample = KNOTS_PER_CYCLE * cutoff_hertz / rate_hertz
    knots = int(count * knots_per_sample) + 12
    values = sosfilt(FILTER_AT_KNOTS, random.normal(size=knots)) / DEVIATION_AT_KNOTS
    # The filter needs a few knots to start up.
    first = random.uniform(3, 5)
    return CubicSpline(np.arange(knots), values)(first + np.arange(count) * knots_per_sample)


def shaking(random: np.random.Generator, count: int, low_hertz: float,
            high_hertz: float) -> np.ndarray:
    """Band-pass noise, of standard deviation 1."""
    band = butter(2, [low_hertz, high_hertz], btype="band", fs=RATE_HERTZ, output="sos")
    values = sosfilt(band, random.normal(size=count))
    return values / (values.std() + 1e-9)


def cycles(random: np.random.Generator, count: int, frequency_hertz: float, jitter: float,
           cutoff_hertz: float) -> np.ndarray:
    """The phase in radians of an oscillation whose frequency wanders by `jitter` of itself."""
    frequency = frequency_hertz * (1 + jitter * wandering(random, count, cutoff_hertz))
    return 2 * np.pi * np.cumsum(frequency) / RATE_HERTZ


def breathing(random: np.random.Generator, count: int) -> np.ndarray:
    """Breath at 12 to 20 a minute; positive is inhaled."""
    phase = cycles(random, count, random.uniform(0.2, 0.33), 0.12, 0.1)
    depth = 1 + 0.2 * wandering(random, count, 0.08)
    return depth * (np.sin(phase) + 0.2 * np.sin(2 * phase + 0.6))
