"""Scapular squeezes: the shoulder blades are drawn together, held, and let go."""
import numpy as np

from common.plans import Event
from gestures.body import Actor
from gestures.motion import Pose, minimum_jerk_progress
from gestures.pacing import hold_length, pause, pauses
from gestures.surroundings import arrive, leave, rest

RETRACTION_METRES = 0.017
BASE_CHANNELS = ("shoulder_flexion", "shoulder_abduction", "shoulder_rotation", "elbow_flexion",
                 "girdle_protraction", "girdle_elevation", "trunk_flexion")
LEAST_SAG = 0.04


def scapular_squeeze(actor: Actor) -> list[Event]:
    """A set of 5 to 12 squeezes, seated or standing."""
    between = actor.between
    arrive(actor)
    if actor.happens(0.55):
        actor.move(actor.sitting(is_hanging=actor.happens(0.4)), between(1.2, 2))
    else:
        actor.move(actor.standing(), 0.8)
    if actor.happens(0.3):
        actor.move({"elbow_flexion": between(75, 100), "shoulder_flexion": between(-3, 12),
                    "supination": between(-30, 10)}, 1.1)
    rest(actor, between(3, 10))
    start = actor.now
    events = squeezes(actor, actor.kept(*BASE_CHANNELS), draw_changes(actor))
    actor.waver(start, actor.now, 1.2, {
        "shoulder_flexion": 0.08, "shoulder_abduction": 0.06, "shoulder_rotation": 0.1})
    rest(actor, between(2, 5))
    leave(actor)
    return events


def draw_changes(actor: Actor) -> Pose:
    """What a full squeeze of this person changes: metres of the girdle, degrees of the joints."""
    between = actor.between
    # The upper arm turns by a few degrees in all, by some more backwards, by others outwards.
    shares = np.abs(actor.random.normal(size=3)) * [1, 0.5, 1] + [0.25, 0.02, 0.15]
    flexion, abduction, rotation = between(6, 15) * shares / np.linalg.norm(shares)
    return {"shoulder_flexion": -flexion, "shoulder_abduction": 0.6 * abduction,
            "shoulder_rotation": rotation, "elbow_flexion": between(-3, 6),
            "girdle_protraction": -RETRACTION_METRES, "girdle_elevation": between(-0.012, 0.008),
            "trunk_flexion": -between(0.3, 2)}


def squeezes(actor: Actor, base: Pose, changes: Pose) -> list[Event]:
    """Squeezes, holds and lets go again and again."""
    between = actor.between
    number = actor.count(5, 12)
    breaks = pauses(actor, number, 0.12)
    usual_hold, usual_rest = between(3.5, 8), between(2.2, 4.6)
    usual_in, usual_out = between(0.5, 1.3), between(0.5, 1.4)
    sag = between(0, 0.18)
    to_tenth, to_nine_tenths = minimum_jerk_progress(0.1), minimum_jerk_progress(0.9)
    events = []
    for index in range(number):
        if index in breaks:
            pause(actor, breaks[index])
        size = actor.normal(1, 0.09) - 0.08 * index / number
        into, out = usual_in * between(0.85, 1.2), usual_out * between(0.85, 1.2)
        skew = between(-0.1, 0.2)
        squeezed = {name: base[name] + size * change for name, change in changes.items()}
        actor.step_loosely(squeezed, actor.now, into, 0.08, (skew, skew))
        held = actor.now + to_nine_tenths * into
        released = held + hold_length(actor, usual_hold)
        letting_go = released - to_tenth * out
        if sag > LEAST_SAG:
            settled = actor.now + into + 0.3
            sagged = {name: base[name] + size * change * (1 - sag * between(0.5, 1))
                      for name, change in changes.items()}
            actor.step_loosely(sagged, settled, max(letting_go - settled, 0.5), 0, (0, 0))
        actor.step_loosely(let_go(actor, base, changes), letting_go, out, 0.08, (0, 0))
        actor.waver(held, released, 9, {"shoulder_flexion": 0.004, "shoulder_rotation": 0.005})
        events.append(Event(held, released))
        actor.now = letting_go + out + float(np.clip(usual_rest * actor.normal(1, 0.12), 2, 5))
    return events


def let_go(actor: Actor, base: Pose, changes: Pose) -> Pose:
    """The pose before, which the upper arm finds again to within half a degree."""
    arm = ("shoulder_flexion", "shoulder_abduction", "shoulder_rotation")
    return {name: base[name] + (actor.normal(0, 0.4) if name in arm else 0) for name in changes}
