"""Chance: a generator for everything that has a name, and the draws that are made from it."""
from typing import TypeVar

import numpy as np

# A number, or the ends of a range that it is drawn from evenly.
Range = float | tuple[float, float]
Key = TypeVar("Key", str, float)


def generator(seed: int, name: str) -> np.random.Generator:
    """Chance of its own for everything that has a name, whatever else is made."""
    return np.random.default_rng([seed, *name.encode()])


class Chance:
    """Draws from one generator."""

    def __init__(self, random: np.random.Generator) -> None:
        self.random = random

    def between(self, low: float, high: float) -> float:
        """A number drawn evenly from a range."""
        return float(self.random.uniform(low, high))

    def draw(self, value: Range) -> float:
        """The number, or one drawn evenly from the range."""
        return self.between(*value) if isinstance(value, tuple) else float(value)

    def normal(self, mean: float, deviation: float) -> float:
        """A number drawn from a normal distribution."""
        return float(self.random.normal(mean, deviation))

    def around(self, usual: float, spread: float) -> float:
        """A positive number near the usual one, whose logarithm has this standard deviation."""
        return usual * float(np.exp(self.random.normal(0, spread)))

    def power(self, low: float, high: float) -> float:
        """A number drawn from a range whose logarithms (base 10) are even."""
        return float(10 ** self.random.uniform(low, high))

    def count(self, least: int, most: int) -> int:
        """A whole number drawn evenly, both ends included."""
        return int(self.random.integers(least, most + 1))

    def happens(self, probability: float) -> bool:
        """Whether something of this probability happens."""
        return bool(self.random.random() < probability)

    def weighted(self, shares: dict[Key, float]) -> Key:
        """One of the keys, each as probable as its share."""
        return list(shares)[self.random.choice(len(shares), p=list(shares.values()))]
