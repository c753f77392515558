"""Child's pose: from the knees, the trunk is folded down over the thighs, and stays there."""
from common.plans import Event
from gestures.body import Actor
from gestures.motion import Pose, minimum_jerk_progress
from gestures.pacing import hold_length
from gestures.surroundings import arrive, leave, rest

TRUNK = ("pelvis_height", "pelvis_forward", "pelvis_pitch", "pelvis_roll", "trunk_twist",
         "trunk_flexion", "trunk_lean")
METRES = ("pelvis_height", "pelvis_forward")
# The trunk, which is what counts, goes nearly from the start of the way to its end.
WAY_BEGINS, WAY_SHARE = 0.06, 0.9


def childs_pose(actor: Actor) -> list[Event]:
    """A set of 1 to 4 folds from the heels, the knees or all fours."""
    between = actor.between
    arrive(actor)
    start = str(actor.random.choice(["heels", "knees", "fours"], p=[0.55, 0.3, 0.15]))
    begin = {"heels": actor.on_heels, "knees": actor.kneeling, "fours": actor.on_all_fours}[start]
    actor.move(actor.kneeling(), between(1.5, 2.6))
    actor.wait(between(0.3, 1.2))
    actor.move(begin(), between(1, 2))
    rest(actor, between(3, 10))
    actor.breath_depth = between(1, 1.6)
    folded = draw_fold(actor, start)
    usual_hold = between(15, 45)
    usual_in, usual_out = between(2, 4.5), between(1.8, 4)
    events = []
    for index in range(actor.count(1, 4)):
        if index:
            rest(actor, between(5, 15))
        into, out = usual_in * between(0.85, 1.2), usual_out * between(0.85, 1.2)
        unfolded = begin() | {"pelvis_forward": 0}
        events.append(fold(actor, folded, unfolded, into, out, hold_length(actor, usual_hold)))
    rest(actor, between(2, 6))
    if start != "knees" and actor.happens(0.7):
        actor.move(actor.kneeling(), between(0.9, 1.6))
        actor.wait(between(0.2, 0.8))
    leave(actor, actor.standing() if actor.happens(0.75) else None)
    return events


def draw_fold(actor: Actor, start: str) -> Pose:
    """The pose of this person, with the arms reaching forward or lying beside the legs."""
    between = actor.between
    pose = {
        "pelvis_height": 0.14 * actor.person.height + between(-0.02, 0.06),
        "pelvis_forward": -0.02, "pelvis_pitch": between(78, 100), "pelvis_roll": 0,
        "trunk_twist": between(-4, 4), "trunk_flexion": between(5, 24),
        "trunk_lean": between(-3, 3)}
    if start == "fours":
        pose |= {"pelvis_forward": -between(0.25, 0.4), "pelvis_pitch": between(88, 104),
                 "trunk_flexion": between(8, 26)}
    if start == "fours" or actor.happens(0.75):
        return pose | {
            "horizontal_abduction": between(-5, 10), "shoulder_flexion": between(140, 170),
            "shoulder_abduction": between(0, 12), "shoulder_rotation": between(-20, 20),
            "elbow_flexion": between(4, 30), "supination": between(-90, -50)}
    return pose | {
        "horizontal_abduction": 0, "shoulder_flexion": between(-8, 8),
        "shoulder_abduction": between(10, 22), "shoulder_rotation": between(-30, 0),
        "elbow_flexion": between(4, 20), "supination": between(-30, 40)}


def fold(actor: Actor, folded: Pose, unfolded: Pose, into: float, out: float,
         hold: float) -> Event:
    """Folds down in `into` seconds, holds, and comes up in `out` seconds."""
    start = actor.now
    down = {name: value + actor.normal(0, 0.008 if name in METRES else 2)
            for name, value in folded.items()}
    trunk = {name: value for name, value in down.items() if name in TRUNK}
    arm = {name: value for name, value in down.items() if name not in TRUNK}
    actor.step_loosely(trunk, start, into, 0.12, (-0.1, 0.2), lead=0.05)
    actor.step_loosely(arm, start, into, 0.3, (-0.1, 0.2), lead=0.12)
    actor.step("support", start + 0.7 * into, 0.4 * into, 1)
    held = start + (WAY_BEGINS + WAY_SHARE * minimum_jerk_progress(0.9)) * into
    released = held + hold
    rising = released - (WAY_BEGINS + WAY_SHARE * minimum_jerk_progress(0.1)) * out
    stir(actor, start + into, hold)
    actor.step("support", rising, 0.3 * out, 0)
    actor.step_loosely(unfolded, rising, out, 0.12, (-0.15, 0.15), lead=0.08)
    actor.now = rising + out
    return Event(held, released)


def stir(actor: Actor, start: float, hold: float) -> None:
    """Many settle a little further early in a hold; some shift once in a long one."""
    between = actor.between
    if actor.happens(0.4):
        when = start + between(0.8, 3)
        settled = actor.shifted(trunk_flexion=between(1, 4), shoulder_flexion=between(-5, 5),
                                supination=between(-6, 6))
        for channel, target in settled.items():
            actor.step(channel, when + between(0, 0.2), between(0.8, 2), target)
    if hold > 30 and actor.happens(0.3):
        when = start + between(8, hold - 12)
        shifted = actor.shifted(trunk_twist=between(-3, 3), shoulder_rotation=between(-6, 6),
                                elbow_flexion=between(-4, 8))
        for channel, target in shifted.items():
            actor.step(channel, when, 1.2, target)
