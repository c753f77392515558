"""From the channels to the limb under a sensor: pelvis, trunk, shoulder girdle, upper arm, forearm.

The world's z is up. A limb's frame has x forward, y left and z towards the head, when the person
stands with hanging arms.
"""
import numpy as np

from common.rotations import rotated, turned
from pieces.actor import Signals
from pieces.person import Person

# The joint between pelvis and trunk, in metres from the pelvis, for a person of 1.7 m.
LUMBAR_JOINT = np.array([-0.02, 0, 0.10])
LUMBAR_HEIGHT = 1.7
# Above about this elevation an arm takes the girdle along, at first gradually.
FREE_ARM_DEGREES, FREE_ARM_SOFTNESS_DEGREES = 34.0, 11.5
# A raised arm brings the shoulder forward by up to this.
ARM_PROTRACTION_DEGREES = 3.4
FULL_BEND_DEGREES = 149.0


def trunk_pose(person: Person, signals: Signals) -> tuple[np.ndarray, np.ndarray]:
    """The lower end of the trunk (n x 3, metres) and its rotation (n x 3 x 3)."""
    pelvis = (turned("z", signals["heading"]) @ turned("y", signals["pelvis_pitch"])
              @ turned("x", person.side * signals["pelvis_roll"]))
    position = np.stack([signals["position_x"], signals["position_y"], signals["height"]], axis=1)
    trunk = (pelvis @ turned("z", person.side * signals["trunk_twist"])
             @ turned("y", signals["trunk_flexion"]) @ turned("x", signals["trunk_lean"]))
    return position + rotated(pelvis, LUMBAR_JOINT * person.height / LUMBAR_HEIGHT), trunk


def arm_direction(person: Person, signals: Signals) -> np.ndarray:
    """How the upper arm is turned against the trunk (n x 3 x 3), but for its rotation about
    itself."""
    return (turned("z", person.side * signals["horizontal_abduction"])
            @ turned("y", -signals["shoulder_flexion"])
            @ turned("x", person.side * signals["shoulder_abduction"]))


def girdle(person: Person, signals: Signals,
           arm: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Elevation and protraction of the collar bone (n each, degrees), with what the arm adds."""
    raised = np.degrees(np.arccos(np.clip(arm[:, 2, 2], -1, 1)))
    over = (raised - FREE_ARM_DEGREES) / FREE_ARM_SOFTNESS_DEGREES
    lift = person.girdle_rhythm * FREE_ARM_SOFTNESS_DEGREES * np.logaddexp(0, over)
    aside = np.radians(np.abs(signals["horizontal_abduction"]))
    forward = np.sin(np.radians(signals["shoulder_flexion"])) * np.clip(1 - aside, 0, 1)
    return (signals["clavicle_elevation"] + lift,
            signals["clavicle_protraction"] + ARM_PROTRACTION_DEGREES * forward)


def sensor_seat(person: Person, placement: str,
                signals: Signals) -> tuple[np.ndarray, np.ndarray]:
    """The skin under the sensor: where it is (n x 3, metres) and how it is turned (n x 3 x 3)."""
    side = person.side
    lumbar, trunk = trunk_pose(person, signals)
    if placement == "upper-back":
        slope = turned("y", np.full(len(trunk), person.back_tilt))
        offset = [-0.11, side * person.back_offset, 0.78 * person.trunk]
        return lumbar + rotated(trunk, offset), trunk @ slope
    arm = arm_direction(person, signals)
    lift, forward = girdle(person, signals, arm)
    collar_bone = trunk @ turned("z", -side * forward) @ turned("x", side * lift)
    joint = (lumbar + rotated(trunk, [0.05, side * 0.02, 0.93 * person.trunk])
             + rotated(collar_bone, [-0.035, side * person.clavicle, 0.01]))
    if placement == "shoulder":
        skin = (trunk @ turned("z", -side * person.skin_share * forward)
                @ turned("x", side * person.skin_share * lift)
                @ turned("y", signals["blade_tilt"]))
        return joint + rotated(skin, [0, -side * person.shoulder_inset, 0.025]), skin
    upper_arm = trunk @ arm
    if placement == "upper-arm":
        bent = np.radians(np.clip(signals["elbow_flexion"], 0, FULL_BEND_DEGREES))
        bulge = person.bulge * (1 - np.cos(bent))
        skin = (upper_arm @ turned("z", side * person.rotation_share
                                   * signals["shoulder_rotation"])
                @ turned("x", side * bulge) @ turned("y", 0.6 * bulge))
        below = person.arm_share * person.upper_arm
        return joint + rotated(skin, [0.02, side * 0.05, -below]), skin
    upper_arm = upper_arm @ turned("z", side * signals["shoulder_rotation"])
    elbow = joint + rotated(upper_arm, [0, 0, -person.upper_arm])
    skin = (upper_arm @ turned("y", -signals["elbow_flexion"])
            @ turned("z", -side * person.pronation_share * signals["pronation"]))
    return elbow + rotated(skin, [0, side * 0.03, -0.86 * person.forearm]), skin
