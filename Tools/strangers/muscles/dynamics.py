"""How things with inertia follow: filters of first and second order, and random signals."""
import numpy as np
from scipy.signal import bilinear, lfilter

# Well above all that a sensor sees, so that the filters are as good as continuous.
RATE_HERTZ = 400.0


def filtered(values: np.ndarray, numerator: list[float], denominator: list[float]) -> np.ndarray:
    """A signal (n) through a continuous filter that has been at rest at its first value."""
    discrete = bilinear(numerator, denominator, RATE_HERTZ)
    return lfilter(*discrete, values - values[0]) + values[0]


def smoothed(values: np.ndarray, cutoff_hertz: float) -> np.ndarray:
    """A signal (n) through a low-pass of first order."""
    return filtered(values, [1.0], [1 / (2 * np.pi * cutoff_hertz), 1.0])


def following(values: np.ndarray, hertz: float, damping: float,
              lag_seconds: float = 0.0) -> np.ndarray:
    """What a mass on a damped spring makes of a target (n) that muscles take up after a lag."""
    speed = 2 * np.pi * hertz
    moved = filtered(values, [speed ** 2], [1.0, 2 * damping * speed, speed ** 2])
    return filtered(moved, [1.0], [lag_seconds, 1.0]) if lag_seconds else moved


def strapped(values: np.ndarray, hertz: float, damping: float) -> np.ndarray:
    """What a mass in a soft strap makes of the motion (n) of its base."""
    speed = 2 * np.pi * hertz
    return filtered(values, [2 * damping * speed, speed ** 2],
                    [1.0, 2 * damping * speed, speed ** 2])


def noise(random: np.random.Generator, count: int, low_hertz: float,
          high_hertz: float) -> np.ndarray:
    """Noise (n) of deviation 1 about a band, which falls off smoothly on both sides."""
    # The margin keeps the end, which is periodic with the beginning, out of sight.
    padded = 1 << int(np.ceil(np.log2(count + 64)))
    frequencies = np.maximum(np.fft.rfftfreq(padded, 1 / RATE_HERTZ), 1e-6)
    octaves = np.log(frequencies / np.sqrt(low_hertz * high_hertz))
    shape = np.exp(-0.5 * (octaves / (0.5 * np.log(high_hertz / low_hertz) + 0.05)) ** 2)
    spectrum = shape * (random.normal(size=len(shape)) + 1j * random.normal(size=len(shape)))
    deviation = np.sqrt(2 * np.sum(np.abs(spectrum) ** 2)) / padded
    return np.fft.irfft(spectrum, padded)[:count] / (deviation + 1e-12)


def fading(count: int, ramp_seconds: float) -> np.ndarray:
    """A window (n) of 1 that rises from 0 and falls to it in straight ramps."""
    seconds = np.arange(count) / RATE_HERTZ
    return np.clip(np.minimum(seconds, seconds[::-1]) / ramp_seconds, 0, 1)
