"""A person: sizes, how a sensor rides on the skin, and how the person moves."""
from dataclasses import dataclass, replace

import numpy as np


@dataclass(frozen=True)
class Person:
    """Lengths in metres, angles in degrees. `side` is 1 where the left arm wears the sensor, and -1
    where the right one does.

    The back slopes by `back_tilt` under a sensor that is `back_offset` from the spine; on the
    shoulder it is `shoulder_inset` from the joint and follows by `skin_share` what the collar bone
    does. The upper arm wears it at `arm_share` of its length, where it follows by `rotation_share`
    and is tipped by up to `bulge` per full bend of the elbow; near the wrist it follows the hand by
    `pronation_share`. The girdle takes `girdle_rhythm` of a raised arm's angle.

    `pace` is in standard deviations, the slow above 0; `range`, `pausing`, `fatigue` and
    `fidgeting` are from 0 to 1; `irregularity` is a relative standard deviation, `jerkiness` the
    breaks per second of a slow movement. `arm_swing` is in degrees; `sway` and `drift` are shares
    of what is usual, `tremor` and `breath_depth` are in degrees.
    """

    side: int
    height: float
    trunk: float
    clavicle: float
    upper_arm: float
    forearm: float
    back_tilt: float
    back_offset: float
    girdle_rhythm: float
    skin_share: float
    shoulder_inset: float
    bulge: float
    arm_share: float
    rotation_share: float
    pronation_share: float
    skew: float
    jerkiness: float
    pace: float
    irregularity: float
    range: float
    pausing: float
    fatigue: float
    fidgeting: float
    arm_swing: float
    sway: float
    drift: float
    tremor: float
    breath_seconds: float
    breath_depth: float


def draw_person(random: np.random.Generator) -> Person:
    """Someone, with the proportions of most people."""
    between = random.uniform
    height = random.normal(1.70, 0.09)
    return Person(
        side=int(random.choice([-1, 1])), height=height,
        trunk=0.29 * height * between(0.94, 1.06), clavicle=0.095 * height * between(0.9, 1.1),
        upper_arm=0.186 * height * between(0.94, 1.06),
        forearm=0.146 * height * between(0.94, 1.06),
        back_tilt=between(0, 20), back_offset=random.normal(0, 0.025),
        girdle_rhythm=between(0.15, 0.4), skin_share=between(0.45, 0.95),
        shoulder_inset=between(0, 0.07), bulge=between(0, 4.6), arm_share=between(0.3, 0.75),
        rotation_share=between(0.4, 0.85), pronation_share=between(0.7, 1),
        skew=random.normal(0, 0.3), jerkiness=between(0.05, 1.1),
        pace=float(np.clip(random.normal(0, 1), -1.8, 1.8)),
        irregularity=10 ** between(-1.6, -0.7),
        range=float(np.clip(random.beta(2.2, 1.4), 0.12, 1)), pausing=between(0, 1),
        fatigue=between(0, 1), fidgeting=between(0, 1), arm_swing=between(6, 26),
        sway=10 ** between(-0.7, 0.25), drift=10 ** between(-0.4, 0.6),
        tremor=10 ** between(-2.95, -1.9), breath_seconds=between(2.6, 5.6),
        breath_depth=between(0.25, 1.2))


def on_another_day(person: Person, random: np.random.Generator) -> Person:
    """The person, who never wears the sensor in quite the same place, and at times elsewhere."""
    side = -person.side if random.random() < 0.15 else person.side
    arm_share = float(np.clip(person.arm_share + random.normal(0, 0.06), 0.25, 0.8))
    return replace(person, side=side, arm_share=arm_share,
                   back_tilt=person.back_tilt + random.normal(0, 3))
