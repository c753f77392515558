"""From the channels to where a sensor is: pelvis, trunk, shoulder girdle, upper arm, forearm.

The world's z is up. A limb's frame has x forward, y left and z towards the head, when the person
stands with hanging arms and the thumbs forward.
"""
import numpy as np

from common.rotations import from_vectors, rotated, turned
from gestures.body import Person
from gestures.motion import MOUNT_CHANNELS, Signals
from gestures.mounting import Mounting
from gestures.noises import RATE_HERTZ

SHOULDERS_PER_TRUNK = 0.9
# Brought forward or back, a shoulder also comes nearer to the spine, as on a circle.
NARROWING_PER_METRE = 3.0
# Below about this angle an arm is raised without the girdle.
FREE_ARM_DEGREES = 30.0


def along_axes(forward: np.ndarray | float, left: np.ndarray | float,
               up: np.ndarray | float) -> np.ndarray:
    """Vectors (n x 3) from their components."""
    return np.stack(np.broadcast_arrays(forward, left, up), axis=-1)


def pelvis_position(signals: Signals) -> np.ndarray:
    """Where the pelvis is in the world (n x 3, metres)."""
    heading = np.radians(signals["heading"])
    cosine, sine = np.cos(heading), np.sin(heading)
    speed, forward, left = (
        signals[name] for name in ("walking_speed", "pelvis_forward", "pelvis_left"))
    east = np.cumsum(speed * cosine) / RATE_HERTZ + forward * cosine - left * sine
    north = np.cumsum(speed * sine) / RATE_HERTZ + forward * sine + left * cosine
    up = signals["pelvis_height"] + np.cumsum(signals["climbing_speed"]) / RATE_HERTZ
    return along_axes(east, north, up)


def trunk_rotation(side: int, signals: Signals) -> np.ndarray:
    """How the trunk is turned in the world (n x 3 x 3)."""
    pelvis = (turned("z", signals["heading"]) @ turned("y", signals["pelvis_pitch"])
              @ turned("x", signals["pelvis_roll"]))
    return (pelvis @ turned("z", side * signals["trunk_twist"])
            @ turned("y", signals["trunk_flexion"]) @ turned("x", signals["trunk_lean"]))


def shoulder_offset(person: Person, signals: Signals) -> np.ndarray:
    """The shoulder joint in the trunk's frame (n x 3, metres)."""
    protraction = signals["girdle_protraction"]
    return along_axes(
        protraction + 0.3 * signals["chest_rise"],
        person.side * (person.half_shoulders - NARROWING_PER_METRE * protraction ** 2),
        SHOULDERS_PER_TRUNK * person.trunk + signals["girdle_elevation"])


def upper_arm_rotation(side: int, signals: Signals) -> np.ndarray:
    """How the upper arm is turned against the trunk (n x 3 x 3)."""
    return (turned("z", side * signals["horizontal_abduction"])
            @ turned("y", -signals["shoulder_flexion"])
            @ turned("x", side * signals["shoulder_abduction"])
            @ turned("z", side * signals["shoulder_rotation"]))


def girdle_rotation(person: Person, signals: Signals) -> np.ndarray:
    """How the top of the shoulder is turned against the trunk (n x 3 x 3).

    The collar bone swings up and forward about its inner end, and the shoulder blade tips. A
    raised arm takes the girdle along, the more the higher it is.
    """
    lift = np.degrees(np.arcsin(np.clip(signals["girdle_elevation"] / person.clavicle, -1, 1)))
    upright = upper_arm_rotation(person.side, signals)[:, 2, 2]
    raised = np.degrees(np.arccos(np.clip(upright, -1, 1)))
    lift += person.girdle_follows_arm * raised ** 2 / (raised + FREE_ARM_DEGREES)
    protraction = signals["girdle_protraction"]
    swing = np.degrees(np.arcsin(np.clip(protraction / person.clavicle, -1, 1)))
    return (turned("z", -person.side * swing)
            @ turned("y", person.blade_tilt_per_metre * protraction)
            @ turned("x", person.side * lift))


def limb_pose(person: Person, placement: str, signals: Signals) -> tuple[np.ndarray, np.ndarray]:
    """The upper end (n x 3, metres) and the rotation (n x 3 x 3) of the limb with the sensor."""
    position = pelvis_position(signals)
    trunk = trunk_rotation(person.side, signals)
    if placement == "upper-back":
        # The back of the rib cage moves half as far as its front.
        chest = along_axes(-0.5 * signals["chest_rise"], 0, 0)
        return position + rotated(trunk, chest), trunk
    position = position + rotated(trunk, shoulder_offset(person, signals))
    if placement == "shoulder":
        return position, trunk @ girdle_rotation(person, signals)
    upper_arm = trunk @ upper_arm_rotation(person.side, signals)
    if placement == "upper-arm":
        return position, upper_arm
    elbow = position + rotated(upper_arm, [0, 0, -person.upper_arm])
    forearm = (upper_arm @ turned("y", -signals["elbow_flexion"])
               @ turned("z", person.side * signals["supination"]))
    return elbow, forearm


def sensor_pose(person: Person, placement: str, mounting: Mounting,
                signals: Signals) -> tuple[np.ndarray, np.ndarray]:
    """Where the sensor is in the world (n x 3, metres), and how it is turned there (n x 3 x 3)."""
    position, limb = limb_pose(person, placement, signals)
    offset = mounting.offset + signals["lift_off"][:, None] * mounting.normal
    displacement = np.stack([signals[name] for name in MOUNT_CHANNELS], axis=1)
    turn = from_vectors(displacement) @ mounting.turn
    return position + rotated(limb, offset), limb @ turn
