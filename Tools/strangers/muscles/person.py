"""A person: sizes, muscles and habits. What is drawn here spans plausible people; it is fitted to
nobody."""
from dataclasses import dataclass

import numpy as np

# From the collar bone's inner end out to the shoulder joint, of a body of size 1.
COLLAR_BONE_METRES = 0.155


@dataclass(frozen=True)
class Person:
    """`side` is 1 where the left arm wears the sensor, and -1 where the right one does; `size` is 1
    for a body with an upper arm of 0.29 m.

    Shares from 0 to 1: `slowness` of tempo, `mobility` of the full range, `smoothness` of a
    target's ramp, `fatigue`, `fidgeting`, `pausing` at the ends of a movement.
    """

    side: int
    size: float
    slowness: float
    mobility: float
    irregularity: float
    pausing: float
    smoothness: float
    fatigue: float
    fidgeting: float
    arm_hertz: float
    trunk_hertz: float
    damping: float
    lag_seconds: float
    tremor_degrees: float
    sway_degrees: float
    roughness: float
    breath_hertz: float
    breath_degrees: float
    step_hertz: float


def draw_person(random: np.random.Generator) -> Person:
    """Somebody, quick or slow, stiff or supple, steady or not."""
    return Person(
        side=int(random.choice([-1, 1])),
        size=random.uniform(0.88, 1.1),
        slowness=random.uniform(0, 1),
        mobility=random.uniform(0, 1),
        irregularity=float(random.choice([0.4, 0.7, 1.0, 1.6])),
        pausing=float(random.choice([0, 0.3, 0.6, 1.0])),
        smoothness=random.uniform(0, 1),
        fatigue=random.uniform(0, 1),
        fidgeting=random.uniform(0.3, 1),
        arm_hertz=random.uniform(1.6, 3.2),
        trunk_hertz=random.uniform(0.8, 1.5),
        damping=random.uniform(0.72, 1.05),
        # Muscles take 30 to 70 ms to build up force.
        lag_seconds=random.uniform(0.03, 0.07),
        tremor_degrees=0.02 * random.lognormal(0, 0.6),
        sway_degrees=0.35 * random.lognormal(0, 0.35),
        roughness=random.uniform(0.002, 0.007),
        # 11 to 19 breaths a minute, as at rest.
        breath_hertz=random.uniform(0.19, 0.31),
        breath_degrees=random.uniform(0.4, 1.2),
        # 96 to 126 steps a minute, as in usual walking.
        step_hertz=random.uniform(1.6, 2.1))


def collar_degrees(person: Person, metres: float) -> float:
    """By how much a collar bone swings where the shoulder goes so far."""
    return float(np.degrees(metres / (COLLAR_BONE_METRES * person.size)))


def blend(low: float, high: float, share: float) -> float:
    """What lies this share of the way from low to high."""
    return low + (high - low) * share


def blend_ratio(low: float, high: float, share: float) -> float:
    """What lies this share of the way from low to high in equal ratios, as tempi are spread."""
    return low * (high / low) ** share
