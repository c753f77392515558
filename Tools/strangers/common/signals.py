"""What holds for any movement and any sensor: the smoothest way, acceleration, and sampling."""
import numpy as np

from common.rotations import inverse, rotated

# The earth's mean acceleration in m/s^2.
GRAVITY = 9.80665


def minimum_jerk(progress: np.ndarray | float) -> np.ndarray:
    """The way done (0 to 1) of a movement of least jerk, at a progress in time (0 to 1)."""
    part = np.clip(progress, 0, 1)
    return part ** 3 * (10 - 15 * part + 6 * part * part)


def acceleration(positions: np.ndarray, rate_hertz: float) -> np.ndarray:
    """The acceleration (n x 3, m/s^2) of what moves along positions (n x 3, metres)."""
    result = np.zeros_like(positions)
    result[1:-1] = np.diff(positions, 2, axis=0) * rate_hertz ** 2
    result[0], result[-1] = result[1], result[-2]
    return result


def specific_force(positions: np.ndarray, rotations: np.ndarray, rate_hertz: float) -> np.ndarray:
    """What an ideal accelerometer feels (n x 3, m/s^2), in its own frame, on its way (n x 3,
    metres) and with its rotations (n x 3 x 3)."""
    return rotated(inverse(rotations), acceleration(positions, rate_hertz) + [0, 0, GRAVITY])


def sampled(values: np.ndarray, rate_hertz: float, moments: np.ndarray) -> np.ndarray:
    """A signal (n x 3) at some moments (m, seconds from its start)."""
    times = np.arange(len(values)) / rate_hertz
    return np.stack([np.interp(moments, times, column) for column in values.T], axis=1)


def without_gyroscope(samples: np.ndarray) -> np.ndarray:
    """The samples (m x 4: seconds, m/s^2) of a sensor without one, from those (m x 7) with one."""
    return samples[:, :4]
