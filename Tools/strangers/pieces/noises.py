"""Random signals, and windows that fade them in and out."""
import numpy as np

from common.signals import minimum_jerk

RATE_HERTZ = 250.0
SHORTEST_NOISE_SECONDS = 4.0


def band_noise(random: np.random.Generator, count: int, low_hertz: float,
               high_hertz: float) -> np.ndarray:
    """Noise (count) of a band, weaker at its upper end, with a standard deviation of 1."""
    long = max(count, int(SHORTEST_NOISE_SECONDS * RATE_HERTZ))
    frequencies = np.fft.rfftfreq(long, 1 / RATE_HERTZ)
    inside = (frequencies >= low_hertz) & (frequencies <= high_hertz)
    if not inside.any():
        inside[1] = True
    size = inside / np.sqrt(np.maximum(frequencies, low_hertz))
    size = size * random.rayleigh(1, len(frequencies))
    phase = np.exp(2j * np.pi * random.random(len(frequencies)))
    noise = np.fft.irfft(size * phase, long)[:count]
    return noise / (noise.std() + 1e-9)


def faded(count: int, seconds: float) -> np.ndarray:
    """A window (count) of 1 that comes from 0 and goes back to it, each in so many seconds."""
    ramp = max(2, min(int(seconds * RATE_HERTZ), count // 2))
    nearest = np.minimum(np.arange(count), np.arange(count)[::-1])
    return minimum_jerk(nearest / (ramp - 1))


def turns(random: np.random.Generator, count: int, hertz: float, jitter: float) -> np.ndarray:
    """How many periods are done (count) of an oscillation whose frequency wanders."""
    return np.cumsum(hertz * np.exp(jitter * band_noise(random, count, 0.1, 1))) / RATE_HERTZ


def beats(periods: np.ndarray) -> np.ndarray:
    """The indices at which one more period is done."""
    return np.flatnonzero(np.diff(np.floor(periods)) > 0)
