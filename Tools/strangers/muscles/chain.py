"""From the channels to where a sensor is: pelvis, chest, shoulder girdle, upper arm, forearm.

The world's z is up. A limb's frame has x forward, y left and z towards the head, when the person
stands with hanging arms.
"""
import numpy as np

from common.rotations import rotated, turned
from muscles.body import Signals
from muscles.dynamics import smoothed
from muscles.person import COLLAR_BONE_METRES, Person

Pose = tuple[np.ndarray, np.ndarray]

# Metres of a body of size 1.
PELVIS_TO_WAIST = 0.24
WAIST_TO_COLLAR = np.array([0.05, 0.025, 0.22])
COLLAR_TO_SHOULDER = np.array([-0.05, COLLAR_BONE_METRES, 0.02])
UPPER_ARM = 0.29

# The girdle takes part in raising an arm, beyond where it moves freely. The joint as a whole has
# the girdle do one third; the collar bone, which is seen here, less.
FREE_ARM_DEGREES = 35.0
GIRDLE_SHARE = 0.18
MOST_ELEVATION_DEGREES = 45.0
GIRDLE_SMOOTHING_HERTZ = 4.0


def sensor_pose(random: np.random.Generator, person: Person, placement: str,
                signals: Signals) -> Pose:
    """Where the sensor is (n x 3, metres), and how its place on the limb is turned (n x 3 x 3)."""
    side, size = person.side, person.size
    pelvis = (turned("z", signals["heading"]) @ turned("y", signals["pitch"])
              @ turned("x", signals["lean"]))
    chest = (pelvis @ turned("z", signals["twist"]) @ turned("y", signals["bend"])
             @ turned("x", signals["side_bend"]))
    position = np.stack([signals[name] for name in ("forward", "left", "height")], axis=1)
    position = position + rotated(pelvis, np.array([0, 0, PELVIS_TO_WAIST * size]))
    if placement == "upper-back":
        offset = [-0.09, random.uniform(-0.04, 0.04), random.uniform(0.12, 0.2)]
        return position + rotated(chest, size * np.array(offset)), chest
    position, girdle = shoulder_pose(random, person, signals, position, chest)
    if placement == "shoulder":
        offset = [random.uniform(-0.02, 0.02), side * random.uniform(-0.02, 0.02), 0.02]
        return position + rotated(girdle, np.array(offset)), girdle
    upper_arm = chest @ arm_rotation(side, signals)
    if placement == "upper-arm":
        below = random.uniform(0.09, 0.22) * size
        offset = [random.uniform(-0.03, 0.03), side * 0.045, -below]
        return position + rotated(upper_arm, np.array(offset)), upper_arm
    forearm = (upper_arm @ turned("y", -signals["elbow"])
               @ turned("z", -side * signals["pronation"]))
    elbow = position + rotated(upper_arm, np.array([0, 0, -UPPER_ARM * size]))
    below = random.uniform(0.19, 0.235) * size
    offset = [random.uniform(-0.03, 0.03), side * 0.02, -below]
    return elbow + rotated(forearm, np.array(offset)), forearm


def shoulder_pose(random: np.random.Generator, person: Person, signals: Signals,
                  waist: np.ndarray, chest: np.ndarray) -> Pose:
    """Where the shoulder joint is (n x 3), and how the skin on top of it is turned (n x 3 x 3)."""
    side, mirror = person.side, np.array([1, person.side, 1])
    raised = np.abs(signals["flexion"]) + np.abs(signals["abduction"]) - FREE_ARM_DEGREES
    taken_along = GIRDLE_SHARE * smoothed(np.maximum(0, raised), GIRDLE_SMOOTHING_HERTZ)
    lift = MOST_ELEVATION_DEGREES * np.tanh(
        (signals["elevation"] + taken_along) / MOST_ELEVATION_DEGREES)
    collar_bone = turned("z", -side * signals["protraction"]) @ turned("x", side * lift)
    collar = waist + rotated(chest, person.size * mirror * WAIST_TO_COLLAR)
    shoulder = collar + rotated(chest @ collar_bone, person.size * mirror * COLLAR_TO_SHOULDER)
    skin = (chest @ turned("z", -side * random.uniform(0.45, 1) * signals["protraction"])
            @ turned("x", side * random.uniform(0.5, 1) * lift)
            @ turned("y", -random.uniform(0, 0.4) * lift))
    return shoulder, skin


def arm_rotation(side: int, signals: Signals) -> np.ndarray:
    """How the upper arm is turned against the chest (n x 3 x 3)."""
    hanging = signals["hanging"]
    flexion = signals["flexion"] + hanging * (signals["pitch"] + signals["bend"])
    abduction = side * signals["abduction"] - 0.9 * hanging * signals["lean"]
    return (turned("z", side * signals["across"]) @ turned("y", -flexion) @ turned("x", abduction)
            @ turned("z", -side * signals["rotation"]))
