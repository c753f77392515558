"""Scapular squeezes: the shoulder blades are drawn together, and kept there."""
import numpy as np

from common.plans import Event
from pieces.actor import Actor, Span
from pieces.courses import draw_course
from pieces.fidgets import stir
from pieces.habits import Habits
from pieces.noises import RATE_HERTZ
from pieces.transfers import arrive, leave, sit_down

POSTURES = {"sitting": 0.3, "sitting-hanging": 0.25, "sitting-bent": 0.2, "standing": 0.25}
SHORTEST_HOLD_SECONDS, LONGEST_HOLD_SECONDS = 3.0, 10.5
SECOND_SQUEEZE_SECONDS = 0.9


def scapular_squeeze(actor: Actor, habits: Habits) -> list[Event]:
    """A set of 5 to 12 squeezes."""
    person, posture = actor.person, habits.weighted(POSTURES)
    changes = draw_changes(habits)
    lags = {channel: habits.between(0, 0.2) for channel in changes}
    usual_hold, usual_gap = habits.paced(3.2, 9.5), habits.between(1.2, 5)
    usual_in, usual_out = habits.between(0.5, 1.9), habits.between(0.5, 1.7)
    arrive(actor)
    if posture == "standing":
        actor.assume(posture)
    else:
        sit_down(actor, posture)
    actor.wait((0.8, 3.5))
    rest, events, number = actor.kept(*changes), [], actor.count(5, 12)
    for index in range(number):
        size = float(np.clip(actor.around(1, 0.03 + 0.4 * person.irregularity), 0.8, 1.25))
        size *= 1 - 0.12 * person.fatigue * index / number
        hold = float(np.clip(actor.around(usual_hold, 0.04 + 0.6 * person.irregularity),
                             SHORTEST_HOLD_SECONDS, LONGEST_HOLD_SECONDS))
        start = actor.now
        squeezed = {channel: rest[channel] + size * change for channel, change in changes.items()}
        go(actor, squeezed, lags, actor.around(usual_in, 0.2))
        keep(actor, {channel: size * change for channel, change in changes.items()}, hold)
        released = {channel: rest[channel] + change * actor.normal(0, 0.06)
                    for channel, change in changes.items()}
        out = actor.around(usual_out, 0.2)
        go(actor, released, {channel: 0.6 * lag for channel, lag in lags.items()}, out)
        events.append(Event(start, actor.now))
        gap = float(np.clip(actor.around(usual_gap, 0.25), 1.5, 6))
        actor.wait(max(0.6, gap - 0.4 * out))
        if index < number - 1 and actor.happens(0.05 * person.fidgeting):
            stir(actor)
            actor.wait(1)
    leave(actor)
    return events


def draw_changes(habits: Habits) -> dict[str, float]:
    """What a squeeze changes; the arm turns along with the girdle."""
    retraction, arm_degrees = habits.ranged(4.5, 12), habits.ranged(3.2, 12)
    parts = np.abs(habits.random.normal(0, 1, 3)) + [0.3, 0.1, 0.2]
    back, aside, rotation = (float(part) for part in
                             parts / np.linalg.norm(parts) * arm_degrees)
    return {
        "clavicle_protraction": -retraction, "clavicle_elevation": habits.normal(-0.5, 2),
        "blade_tilt": retraction * habits.between(0.15, 0.6), "shoulder_flexion": -back,
        "shoulder_abduction": aside if habits.happens(0.5) else -aside / 2,
        "shoulder_rotation": rotation, "elbow_flexion": habits.normal(0, 4),
        "trunk_flexion": -habits.between(0, 3), "pelvis_pitch": -habits.between(0, 1.5)}


def go(actor: Actor, targets: dict[str, float], lags: dict[str, float], duration: float) -> None:
    """Takes channels to targets, each with its own lag, and lets the time for it go by."""
    course = draw_course(actor, actor.person, duration)
    for channel, target in targets.items():
        late = lags[channel] * duration
        actor.step(channel, actor.now + late, duration - 0.6 * late, target, course)
    actor.now += duration


def keep(actor: Actor, changes: dict[str, float], hold: float) -> None:
    """Holds a squeeze, which slackens a little; some squeeze once more in the middle."""
    actor.strains.append(Span(actor.now, actor.now + hold, actor.between(1.2, 3)))
    slack = actor.between(-0.05, 0.2) * actor.person.fatigue
    course = draw_course(actor, actor.person, hold)
    again = hold > 4 and actor.happens(0.15)
    moment = actor.now + hold * actor.between(0.3, 0.7)
    bump = np.sin(np.linspace(0, np.pi, int(SECOND_SQUEEZE_SECONDS * RATE_HERTZ))) ** 2
    bump *= actor.between(0.08, 0.25)
    for channel, change in changes.items():
        actor.step(channel, actor.now, hold, actor.current[channel] - slack * change, course)
        if again:
            actor.lay_over(channel, change * bump, moment)
    actor.now += hold
