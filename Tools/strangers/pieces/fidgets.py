"""Small things that people do at any time."""
import numpy as np

from common.chance import Range
from pieces.actor import Actor

ARM = ("shoulder_flexion", "shoulder_abduction", "shoulder_rotation", "elbow_flexion",
       "pronation")
MOST_ELBOW_DEGREES = 135.0
# A trunk that is turned further than this is meant to be, and does not come back.
LYING_DEGREES = 40.0


def reach(actor: Actor, seconds: Range = (0.45, 1.5), is_high: bool = False) -> None:
    """The hand goes somewhere, does a little, and comes back."""
    before = actor.kept(*ARM, "trunk_twist", "pelvis_pitch")
    bend = np.clip(before["elbow_flexion"] + actor.between(-25, 80), 2, MOST_ELBOW_DEGREES)
    actor.move(seconds, **{channel: before[channel] + actor.draw(change) for channel, change in {
        "shoulder_flexion": (30, 120) if is_high else (-15, 60), "shoulder_abduction": (-5, 40),
        "shoulder_rotation": (-45, 30), "pronation": (-50, 50), "trunk_twist": (-10, 10),
        "pelvis_pitch": (-8, 8)}.items()}, elbow_flexion=float(bend))
    busy = actor.between(0.1, 1.8)
    actor.waver(busy + 0.2, (0.6, 4), 0.15, elbow_flexion=4, pronation=7, shoulder_rotation=4)
    actor.wait(busy)
    actor.move((0.4, 1.4), **{channel: value + actor.normal(0, 2)
                              for channel, value in before.items()})


def scratch(actor: Actor) -> None:
    """Scratches the head, and puts the arm back."""
    before = actor.kept(*ARM)
    actor.move((0.5, 1), shoulder_flexion=(45, 95), shoulder_abduction=(10, 40),
               shoulder_rotation=(-40, 10), elbow_flexion=(115, 140))
    actor.oscillate((0.6, 2.2), (2.5, 5), elbow_flexion=(5, 0), pronation=(4, 1))
    actor.move((0.5, 1.1), **before)


def tap_sensor(actor: Actor) -> None:
    """The other hand starts or stops the sensor."""
    before = actor.kept(*ARM)
    bend = np.clip(before["elbow_flexion"] + actor.between(0, 60), 0, 110)
    actor.move(0.7, shoulder_flexion=before["shoulder_flexion"] + actor.between(0, 25),
               shoulder_rotation=before["shoulder_rotation"] - actor.between(0, 30),
               pronation=before["pronation"] + actor.between(-10, 40), elbow_flexion=float(bend))
    for _ in range(actor.count(1, 5)):
        actor.wait((0.15, 0.8))
        actor.jolt((0.8, 7), direction=0.6 * actor.random.normal(size=3))
    handling = actor.between(0.3, 1.5)
    actor.waver(handling, (0.5, 6), 0.1, pronation=4, shoulder_rotation=3)
    actor.wait(handling)
    actor.move(0.8, **before)


def shift(actor: Actor) -> None:
    """Shifts the weight, stretches a little, and comes nearly back."""
    normal = actor.normal
    actor.nudge((0.6, 1.6), **{channel: normal(0, size) for channel, size in {
        "pelvis_pitch": 4, "pelvis_roll": 2, "trunk_twist": 6, "position_x": 0.03,
        "position_y": 0.03, "shoulder_flexion": 6, "shoulder_abduction": 3, "elbow_flexion": 5,
        "clavicle_elevation": 2, "clavicle_protraction": 2}.items()})
    pitch, roll = actor.current["pelvis_pitch"], actor.current["pelvis_roll"]
    actor.move((0.6, 1.5), pelvis_pitch=pitch * (0.6 if abs(pitch) < LYING_DEGREES else 1),
               pelvis_roll=roll if abs(roll) > LYING_DEGREES else 0, clavicle_elevation=0,
               trunk_twist=0.3 * actor.current["trunk_twist"],
               clavicle_protraction=0.4 * actor.current["clavicle_protraction"])


def stir(actor: Actor) -> None:
    """Stirs a little within a set, and comes back."""
    changes = {channel: actor.normal(0, size) for channel, size in {
        "trunk_twist": 2.5, "pelvis_pitch": 2, "shoulder_rotation": 4, "position_x": 0.01,
        "clavicle_elevation": 1.5}.items()}
    seconds = actor.between(0.4, 0.9)
    actor.nudge(seconds, **changes)
    actor.nudge(seconds, **{channel: -change * actor.between(0.7, 1.1)
                            for channel, change in changes.items()})


def shake(actor: Actor) -> None:
    """Shakes the arm out."""
    swings = {
        channel: (size * actor.between(0.4, 1), actor.between(0, 6)) for channel, size in {
            "pronation": 25, "elbow_flexion": 10, "shoulder_abduction": 5,
            "shoulder_flexion": 4}.items()}
    actor.oscillate((0.7, 2), (3, 5.5), 0.1, 0, **swings)


FIDGETS = (reach, scratch, shift, shift, tap_sensor, shake)


def fidget(actor: Actor, seconds: Range) -> None:
    """Does one small thing after the other, or nothing."""
    end = actor.now + actor.draw(seconds)
    while actor.now < end:
        if actor.happens(0.34):
            actor.wait((0.4, 2.6))
        else:
            FIDGETS[actor.count(0, len(FIDGETS) - 1)](actor)
