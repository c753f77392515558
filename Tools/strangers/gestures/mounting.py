"""Where on its limb a sensor sits, and which way it is turned there."""
from dataclasses import dataclass

import numpy as np
from scipy.spatial.transform import Rotation

from gestures.body import Person

UP = np.array([0.0, 0.0, 1.0])
FORWARD = np.array([1.0, 0.0, 0.0])


@dataclass
class Mounting:
    """In the limb's frame (x forward, y left, z towards the head), `offset` leads from the limb's
    upper end to the sensor, in metres; on the shoulder that end is the joint. `normal` is the unit
    vector out of the skin. `turn` (3 x 3) takes the sensor's frame to the limb's: the sensor's z
    leaves the skin, its y runs along the limb or across it."""

    offset: np.ndarray
    normal: np.ndarray
    turn: np.ndarray


def draw_mounting(random: np.random.Generator, placement: str, person: Person) -> Mounting:
    """A sensor put on by someone who takes no great care."""
    return DRAWN[placement](random, person)


def on_upper_back(random: np.random.Generator, person: Person) -> Mounting:
    """Near the spine, between or above the shoulder blades. The back slopes forward there."""
    offset = np.array([-0.10, random.uniform(-0.03, 0.03),
                       random.uniform(0.72, 0.92) * person.trunk])
    slope = Rotation.from_euler("x", random.uniform(-12, 4), degrees=True)
    return mounted(random, offset, -FORWARD, UP, slope, along(random, 0.12))


def on_upper_arm(random: np.random.Generator, person: Person) -> Mounting:
    """At half the height of the upper arm, mostly on its outside."""
    is_outside = random.random() < 0.75
    around = person.side * random.uniform(30, 150) if is_outside else random.uniform(-180, 180)
    normal = around_limb(around)
    below = random.uniform(0.4, 0.72) * person.upper_arm
    offset = random.uniform(0.04, 0.06) * normal - below * UP
    return mounted(random, offset, normal, UP, Rotation.identity(), along(random, 0.12))


def on_wrist(random: np.random.Generator, person: Person) -> Mounting:
    """Where a watch is worn; some wear theirs on the inside."""
    around = person.side * 90 + random.normal(0, 25) + (180 if random.random() < 0.15 else 0)
    normal = around_limb(around)
    below = random.uniform(0.86, 0.96) * person.forearm
    offset = random.uniform(0.022, 0.034) * normal - below * UP
    return mounted(random, offset, normal, UP, Rotation.identity(), along(random, 0.33))


def on_shoulder(random: np.random.Generator, person: Person) -> Mounting:
    """On top, between the neck and the tip of the shoulder, where the trapezius slopes outwards."""
    inwards = random.uniform(0.02, 0.07)
    offset = np.array([random.uniform(-0.03, 0.02), -person.side * inwards,
                       random.uniform(0.03, 0.05)])
    # With y forward, x is on the right: a left shoulder slopes towards -x.
    slope = Rotation.from_euler("y", -person.side * random.uniform(5, 25), degrees=True)
    return mounted(random, offset, UP, FORWARD, slope, along(random, 0.35))


DRAWN = {"upper-back": on_upper_back, "upper-arm": on_upper_arm, "wrist": on_wrist,
         "shoulder": on_shoulder}


def around_limb(degrees: float) -> np.ndarray:
    """The unit vector out of a vertical limb, this far to the left of forward."""
    angle = np.radians(degrees)
    return np.array([np.cos(angle), np.sin(angle), 0.0])


def along(random: np.random.Generator, crosswise: float) -> float:
    """The turn in degrees about the normal: along the limb, or at times across it."""
    turn = 0.0 if random.random() < 0.5 else 180.0
    return turn + (float(random.choice([-90, 90])) if random.random() < crosswise else 0.0)


def mounted(random: np.random.Generator, offset: np.ndarray, normal: np.ndarray,
            axis: np.ndarray, slope: Rotation, turn_degrees: float) -> Mounting:
    """A sensor whose y runs along an axis of the limb, on skin that slopes, turned about its
    normal and a little askew."""
    base = Rotation.from_matrix(np.stack([np.cross(axis, normal), axis, normal], axis=1))
    turn = Rotation.from_euler("z", turn_degrees, degrees=True)
    askew = Rotation.from_rotvec(random.normal(0, 6, 3), degrees=True)
    return Mounting(offset, normal, (base * slope * turn * askew).as_matrix())
