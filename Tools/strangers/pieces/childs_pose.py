"""Child's pose: from the heels or all fours, the trunk is folded over the thighs, and stays."""
from dataclasses import dataclass

import numpy as np

from common.plans import Event
from pieces.actor import Actor, Span
from pieces.fidgets import reach, scratch, shift
from pieces.habits import Habits
from pieces.transfers import arrive, get_down, leave

FOLDED_HEIGHT = 0.13
# How much of a bend of the trunk is made in the hips.
HIP_SHARE = 0.62
SHORTEST_HOLD_SECONDS, LONGEST_HOLD_SECONDS = 12.0, 35.0
SHORTEST_GAP_SECONDS, LONGEST_GAP_SECONDS = 5.0, 15.0
TRUNK = ("height", "pelvis_pitch", "trunk_flexion")


@dataclass
class Style:
    """How somebody folds: degrees of the trunk's bend and of the arms, and usual seconds."""

    start: str
    has_arms_back: bool
    walks_hands: bool
    bend: float
    arms_below_trunk: float
    elbow: float
    abduction: float
    rotation: float
    hold: float
    into: float
    out: float
    gap: float


def draw_style(habits: Habits) -> Style:
    """A way of folding down."""
    is_on_fours = habits.happens(0.2)
    return Style(
        start="on-all-fours" if is_on_fours else "on-heels",
        has_arms_back=not is_on_fours and habits.happens(0.1), walks_hands=habits.happens(0.5),
        bend=62 + habits.ranged(15, 52) + (18 if is_on_fours else 0),
        arms_below_trunk=habits.between(6, 32), elbow=habits.between(4, 24),
        abduction=habits.between(4, 22), rotation=habits.between(-30, 20),
        hold=habits.between(13, 32), into=habits.between(1.6, 5), out=habits.between(1.6, 4.5),
        gap=habits.between(4, 11))


def childs_pose(actor: Actor, habits: Habits) -> list[Event]:
    """A set of 2 to 4 folds."""
    style = draw_style(habits)
    arrive(actor)
    get_down(actor, style.start)
    rest = actor.posture(style.start)
    actor.move(1.2, **rest)
    actor.wait((2, 5))
    number, events = actor.count(2, 4), []
    for index in range(number):
        start = actor.now
        fold_down(actor, style)
        stay(actor, float(np.clip(actor.around(style.hold, 0.1), SHORTEST_HOLD_SECONDS,
                                  LONGEST_HOLD_SECONDS)))
        come_up(actor, style, rest)
        events.append(Event(start, actor.now))
        if index < number - 1:
            pause(actor, rest, float(np.clip(actor.around(style.gap, 0.2), SHORTEST_GAP_SECONDS,
                                             LONGEST_GAP_SECONDS)))
    actor.wait((1, 4))
    leave(actor)
    return events


def folded(actor: Actor, style: Style) -> dict[str, float]:
    """The pose of this fold, with the arms reaching forward or lying beside the legs."""
    bend = actor.normal(style.bend, 2.5)
    pose = {"height": FOLDED_HEIGHT * actor.person.height, "pelvis_pitch": HIP_SHARE * bend,
            "trunk_flexion": (1 - HIP_SHARE) * bend, "shoulder_abduction": style.abduction,
            "shoulder_rotation": style.rotation}
    if style.has_arms_back:
        return pose | {"shoulder_flexion": actor.between(-5, 10), "elbow_flexion": style.elbow,
                       "pronation": -10}
    raised = float(np.clip(bend + 90 - style.arms_below_trunk + actor.normal(0, 3), 115, 180))
    return pose | {"shoulder_flexion": raised, "elbow_flexion": actor.normal(style.elbow, 2),
                   "pronation": actor.normal(70, 6), "clavicle_elevation": actor.between(2, 8),
                   "clavicle_protraction": 5}


def fold_down(actor: Actor, style: Style) -> None:
    """Folds down, at once or with the hands walking forward."""
    pose, into = folded(actor, style), actor.around(style.into, 0.15)
    if style.has_arms_back or not style.walks_hands:
        actor.move(into, lag=0.18, **pose)
        actor.jolt((0.2, 2.5), actor.now - 0.15)
        return
    arms_part = actor.between(0.5, 0.75)
    parts = {channel: 0.6 if channel in TRUNK else arms_part for channel in pose}
    move_part(actor, pose, 0.75 * into, parts)
    actor.jolt((0.5, 3), actor.now - 0.1)
    for left in range(actor.count(2, 4), 0, -1):
        move_part(actor, pose, actor.between(0.45, 0.9), dict.fromkeys(pose, 1 / left))
        actor.jolt((0.2, 2), actor.now - 0.08)
        actor.wait((0, 0.2))


def move_part(actor: Actor, pose: dict[str, float], seconds: float,
              parts: dict[str, float]) -> None:
    """Goes a part of what is left of the way to a pose."""
    actor.move(seconds, **{
        channel: actor.current[channel] + parts[channel] * (target - actor.current[channel])
        for channel, target in pose.items()})


def stay(actor: Actor, hold: float) -> None:
    """Holds the fold, in which the trunk sinks; some shift once."""
    start, end = actor.now, actor.now + hold
    actor.folds.append(Span(start + 0.2, end - 0.2))
    actor.spread(start, hold, {
        "pelvis_pitch": actor.current["pelvis_pitch"] + actor.between(0, 4),
        "shoulder_flexion": actor.current["shoulder_flexion"] + actor.between(-2, 3)}, lag=0.02)
    if hold > 16 and actor.happens(0.3):
        actor.wait(hold * actor.between(0.25, 0.7))
        actor.nudge((0.7, 1.4), shoulder_flexion=(-4, 4), trunk_flexion=(-3, 3),
                    shoulder_abduction=actor.normal(0, 3), pronation=actor.normal(0, 6))
    actor.now = end


def come_up(actor: Actor, style: Style, rest: dict[str, float]) -> None:
    """Comes up to the start; some draw the hands in first."""
    out = actor.around(style.out, 0.15)
    up = rest | {channel: actor.normal(rest[channel], 2) for channel in (
        "pelvis_pitch", "shoulder_flexion", "shoulder_abduction", "elbow_flexion")}
    if not style.has_arms_back and actor.happens(0.5):
        actor.nudge(0.4 * out, shoulder_flexion=(-50, -15), elbow_flexion=(5, 35),
                    trunk_flexion=-6)
        out *= 0.75
    actor.move(out, lag=0.15, **up)


def pause(actor: Actor, rest: dict[str, float], seconds: float) -> None:
    """Rests between two folds; in a longer rest some do one small thing."""
    end = actor.now + seconds
    if seconds > 6 and actor.happens(0.4):
        actor.wait(1.2)
        (reach, scratch, shift)[actor.count(0, 2)](actor)
        actor.move(0.8, **rest)
    actor.now = max(end, actor.now + 1)
