"""A person's own way of doing one exercise, the same in each of their sets."""
import numpy as np

from common.chance import Chance
from pieces.person import Person


class Habits(Chance):
    """Draws that follow the person's pace and range."""

    def __init__(self, random: np.random.Generator, person: Person) -> None:
        super().__init__(random)
        self.person = person

    def paced(self, fastest: float, slowest: float) -> float:
        """Seconds, by the person's pace."""
        slowness = 0.5 + 0.28 * (0.8 * self.person.pace + self.normal(0, 0.6))
        return fastest * (slowest / fastest) ** float(np.clip(slowness, 0, 1))

    def ranged(self, least: float, most: float) -> float:
        """The size of a movement, by the person's range."""
        return least + (most - least) * float(
            np.clip(self.normal(self.person.range, 0.15), 0, 1))

    def paused(self, seconds: tuple[float, float], threshold: float) -> float:
        """Seconds of a pause, if the person is one to pause more than the threshold (0 to 1)."""
        length = self.between(*seconds)
        return length if self.person.pausing > threshold else 0.0
