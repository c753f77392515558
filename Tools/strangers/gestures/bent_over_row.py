"""Bent-over rows: bent forward in the hips, a weight is pulled up to the trunk and let down."""
import numpy as np

from common.plans import Event
from gestures.body import Actor
from gestures.motion import Pose, Signals, fade
from gestures.pacing import durations, pause, pauses
from gestures.surroundings import arrive, leave, rest

SHORTEST_SECONDS, LONGEST_SECONDS = 1.5, 4.0


def bent_over_row(actor: Actor) -> list[Event]:
    """A set of 6 to 15 rows, with one arm or both."""
    between = actor.between
    arrive(actor)
    pitch, bend = between(30, 60), between(-4, 8)
    at_weight = {
        "pelvis_height": actor.standing_height - between(0.2, 0.35),
        "pelvis_pitch": between(45, 75), "trunk_flexion": between(5, 20),
        "shoulder_flexion": between(55, 85), "elbow_flexion": between(3, 12),
        "shoulder_abduction": between(3, 10)}
    if actor.happens(0.85):
        take_up(actor, at_weight)
    bent_over = {
        "pelvis_height": actor.standing_height - between(0.04, 0.12), "pelvis_pitch": pitch,
        "trunk_flexion": bend, "shoulder_flexion": pitch + bend + between(-6, 6),
        "elbow_flexion": between(3, 14), "shoulder_abduction": between(3, 12),
        "shoulder_rotation": between(-10, 15), "supination": between(-90, -5)}
    actor.move(bent_over, between(1, 1.9))
    rest(actor, between(1.2, 4))
    start = actor.now
    events = rows(actor, actor.kept(*bent_over))
    actor.waver(start, actor.now, 2.2, {
        "shoulder_flexion": 0.2, "shoulder_abduction": 0.2, "shoulder_rotation": 0.2,
        "elbow_flexion": 0.25, "supination": 0.4, "trunk_flexion": 0.06})
    if actor.placement == "upper-arm":
        add_bulge(actor, start, actor.now)
    rest(actor, between(0.8, 3))
    put_down(actor, at_weight)
    leave(actor)
    return events


def take_up(actor: Actor, at_weight: Pose) -> None:
    """Takes the weight from the floor; some stand up with it first."""
    between = actor.between
    actor.move(at_weight, between(1, 1.8))
    actor.jolt(between(0.5, 2))
    actor.wait(between(0.3, 1))
    if actor.happens(0.6):
        actor.move(actor.standing(), between(1, 1.8))
        actor.wait(between(0.5, 3))


def put_down(actor: Actor, at_weight: Pose) -> None:
    """Puts the weight on the floor; some stand up with it first."""
    between = actor.between
    if actor.happens(0.5):
        actor.move(actor.standing(), between(1, 1.8))
        actor.wait(between(0.5, 3))
    actor.move(at_weight, between(1, 1.8))
    actor.jolt(between(1, 4))
    actor.wait(between(0.2, 0.7))
    actor.move(actor.standing(), between(1, 1.8))
    actor.wait(between(0.5, 2))


def rows(actor: Actor, bent_over: Pose) -> list[Event]:
    """Pulls the weight up and lets it down again and again."""
    between = actor.between
    number = actor.count(6, 15)
    lengths = durations(actor, number, SHORTEST_SECONDS, LONGEST_SECONDS)
    breaks = pauses(actor, number, 0.18)
    highest = {"shoulder_flexion": between(-28, 6), "shoulder_abduction": between(8, 42)}
    rotation, dip, heave = between(-8, 18), between(-15, 25), between(0.5, 6)
    twist = between(2, 9) if actor.happens(0.5) else between(0, 1.5)
    top_share, bottom_share = between(0, 0.15), between(0, 0.2)
    pulling_share = between(0.42, 0.5)
    down = bent_over | {"trunk_twist": 0, "girdle_protraction": 0, "girdle_elevation": 0}
    events = []
    for index, length in enumerate(float(length) for length in lengths):
        if index in breaks:
            pause_between_rows(actor, bent_over, breaks[index])
        moving = length * (1 - top_share - bottom_share)
        pulling, letting = moving * pulling_share, moving * (1 - pulling_share)
        size = actor.normal(1, 0.04) - 0.08 * index / number
        up = {name: down[name] + size * (top - down[name]) for name, top in highest.items()}
        # The forearm keeps hanging: the elbow bends by as much as the upper arm goes back.
        raised = down["shoulder_flexion"] - up["shoulder_flexion"]
        elbow = down["elbow_flexion"] + raised * between(0.97, 1.05) + dip / 2
        up |= {
            "elbow_flexion": float(np.clip(elbow, 40, 118)),
            "shoulder_rotation": down["shoulder_rotation"] + rotation,
            "supination": down["supination"] + actor.normal(6, 4),
            "trunk_flexion": down["trunk_flexion"] - 0.6 * heave * size,
            "pelvis_pitch": down["pelvis_pitch"] - 0.4 * heave * size,
            "trunk_twist": twist * size, "girdle_protraction": -0.02 * size,
            "girdle_elevation": 0.005}
        start = actor.now
        actor.step_loosely(up, start, pulling, 0.1, (-0.15, 0.3))
        turning = start + pulling + top_share * length
        actor.step_loosely(nearly(actor, {name: down[name] for name in up}), turning, letting,
                           0.1, (-0.25, 0.15))
        events.append(Event(start, turning + letting))
        actor.wait(length)
    return events


def nearly(actor: Actor, pose: Pose) -> Pose:
    """A pose whose angles are met to within a degree or so."""
    return {channel: value if channel.startswith("girdle") else value + actor.normal(0, 0.8)
            for channel, value in pose.items()}


def pause_between_rows(actor: Actor, bent_over: Pose, what: str) -> None:
    """A pause within the set, bent over or upright."""
    between = actor.between
    if actor.happens(0.5):
        actor.move(actor.standing(), between(1, 1.6))
        pause(actor, what)
        actor.move(bent_over, between(1, 1.6))
        actor.wait(between(0.4, 1.2))
    else:
        actor.wait(between(2, 5))


def add_bulge(actor: Actor, start: float, end: float) -> None:
    """The muscle bulges under a sensor on the upper arm as the elbow bends, and turns it."""
    turn_degrees = actor.between(-4, 4)

    def overlay(times: np.ndarray, signals: Signals) -> None:
        bent = np.clip(signals["elbow_flexion"] - 15, 0, 110) / 90
        bulge = turn_degrees * bent * fade(times, start - 1, end + 1, 1.0)
        signals["mount_z"] += bulge
        signals["mount_x"] += 0.4 * bulge

    actor.overlays.append(overlay)
