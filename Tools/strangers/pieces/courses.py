"""How a movement gets from its start to its end: skewed, of least jerk or of even speed, and
fallen apart into smaller movements where it is slow."""
from dataclasses import dataclass

import numpy as np

from common.chance import Chance
from common.signals import minimum_jerk
from pieces.person import Person

# The share of a movement of even speed in which it speeds up, and again in which it brakes.
RAMP_SHARE = 0.18
MOST_SKEW = 0.85
MOST_PIECES = 6
# A movement shorter than this is made in one piece.
WHOLE_SECONDS = 1.0


def even_speed(progress: np.ndarray) -> np.ndarray:
    """The way done (0 to 1) at even speed between two ramps, at a progress in time (0 to 1)."""
    nearest = np.minimum(progress, 1 - progress)
    half = np.where(nearest < RAMP_SHARE, nearest ** 2 / (2 * RAMP_SHARE),
                    nearest - RAMP_SHARE / 2) / (1 - RAMP_SHARE)
    return np.where(progress < 0.5, half, 1 - half)


@dataclass(frozen=True)
class Course:
    """Pieces of least jerk, each with its start, its duration and its share of the way, or one at
    even speed; a positive skew hurries the start."""

    skew: float
    pieces: tuple[tuple[float, float, float], ...] = ((0.0, 1.0, 1.0),)
    is_even: bool = False

    def way(self, progress: np.ndarray) -> np.ndarray:
        """The way done (0 to 1) at a progress in time."""
        part = np.clip(progress, 0, 1)
        skewed = part + self.skew * part * (1 - part)
        if self.is_even:
            return even_speed(skewed)
        way = np.zeros_like(skewed)
        for start, duration, share in self.pieces:
            way += share * minimum_jerk((skewed - start) / duration)
        return way

    def progress(self, way: float) -> float:
        """The progress in time at which this much of the way is done."""
        grid = np.linspace(0, 1, 400)
        return float(np.interp(way, np.maximum.accumulate(self.way(grid)), grid))


def draw_course(chance: Chance, person: Person, seconds: float) -> Course:
    """The course of one movement of a person, by how long it takes."""
    random = chance.random
    skew = float(np.clip(chance.normal(person.skew, 0.2), -MOST_SKEW, MOST_SKEW))
    breaks = int(random.poisson(max(0, seconds - WHOLE_SECONDS) * person.jerkiness))
    if not breaks:
        return Course(skew, is_even=chance.happens(0.2))
    number = min(breaks + 1, MOST_PIECES)
    shares = random.dirichlet(np.full(number, 6.0))
    lengths = np.minimum(1, random.uniform(1.3, 2.2, number) / number)
    starts = 0.6 * np.linspace(0, 1, number) + 0.4 * np.sort(random.uniform(0, 1, number))
    starts[0], starts[-1] = 0, 1
    starts *= 1 - lengths
    return Course(skew / 2, tuple(zip(starts, lengths, shares)))
