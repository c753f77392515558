"""Movements out and back, again and again, at a tempo that drifts, scatters and tires."""
from dataclasses import dataclass

import numpy as np

from common.plans import Event
from pieces.actor import Actor
from pieces.courses import draw_course
from pieces.events import REP_SHARE
from pieces.fidgets import stir

FEWEST_WITH_PAUSE = 6
SHORTEST_OUT_SECONDS, SHORTEST_BACK_SECONDS = 0.35, 0.4
# Held longer than this, a limb sags or creeps on.
STEADY_SECONDS = 0.8


@dataclass
class Pattern:
    """How somebody repeats a movement: the change of each channel on the way out, and its lag as a
    share of that way's time; the usual seconds of out and back together, of the pauses between
    them, and the share of out; knocks at both ends in m/s^2. An incomplete one does not count."""

    changes: dict[str, float]
    lags: dict[str, float]
    seconds: float
    share_out: float
    pause_out: float
    pause_back: float
    knock_out: float = 0.0
    knock_back: float = 0.0
    incomplete_chance: float = 0.0


@dataclass
class Timing:
    """The seconds of one repetition."""

    out: float
    pause_out: float
    back: float
    pause_back: float


def repeat(actor: Actor, pattern: Pattern, number: int) -> list[Event]:
    """So many repetitions, and perhaps an incomplete one among them."""
    person, rest = actor.person, actor.kept(*pattern.changes)
    incomplete_at = actor.count(1, number - 1) if actor.happens(pattern.incomplete_chance) else 0
    events = []
    for index, timing in enumerate(timings(actor, pattern, number)):
        tired = 1 - 0.18 * person.fatigue * (index / number) ** 1.5
        if incomplete_at and index == incomplete_at:
            short = Timing(0.6 * timing.out, timing.pause_out, 0.6 * timing.back,
                           timing.pause_back)
            once(actor, pattern, short, rest, actor.between(0.2, 0.42))
        size = actor.around(tired, 0.03 + 0.5 * person.irregularity)
        size *= 0.9 if index == 0 and actor.happens(0.3) else 1
        events.append(once(actor, pattern, timing, rest, float(np.clip(size, 0.78, 1.2))))
        if actor.happens(0.04 * person.fidgeting):
            stir(actor)
    return events


def timings(actor: Actor, pattern: Pattern, number: int) -> list[Timing]:
    """The time of each repetition; within a longer set some pause once."""
    person, wander, result = actor.person, 0.0, []
    has_pause = number >= FEWEST_WITH_PAUSE and actor.happens(0.12)
    pause_after = actor.count(2, number - 2) if has_pause else None
    for index in range(number):
        wander = actor.normal(0.6 * wander, person.irregularity)
        slowed = 1 + 0.25 * person.fatigue * (index / number) ** 2
        seconds = pattern.seconds * float(np.exp(wander)) * slowed
        share = float(np.clip(actor.normal(pattern.share_out, 0.05), 0.25, 0.72))
        back = actor.around(seconds * (1 - share), 0.7 * person.irregularity)
        long_pause = actor.between(3, 8) if index == pause_after else 0
        result.append(Timing(
            max(SHORTEST_OUT_SECONDS, seconds * share), actor.around(pattern.pause_out, 0.35),
            max(SHORTEST_BACK_SECONDS, back), actor.around(pattern.pause_back, 0.4) + long_pause))
    return result


def once(actor: Actor, pattern: Pattern, timing: Timing, rest: dict[str, float],
         size: float) -> Event:
    """One repetition, from a resting pose out by a share of the usual size, and back."""
    out = draw_course(actor, actor.person, timing.out)
    back = draw_course(actor, actor.person, timing.back)
    start, reached = actor.now, actor.now + timing.out
    turning = reached + timing.pause_out
    returned = turning + timing.back
    creep = draw_course(actor, actor.person, timing.pause_out)
    for channel, change in pattern.changes.items():
        lag = pattern.lags.get(channel, 0.0)
        late = float(np.clip(actor.normal(lag, 0.025), 0, 0.35)) * timing.out
        target = rest[channel] + actor.around(size, 0.03) * change
        actor.step(channel, start + late, timing.out - 0.55 * late, target, out)
        if timing.pause_out > STEADY_SECONDS:
            crept = target + size * change * actor.normal(0, 0.02)
            actor.step(channel, reached, timing.pause_out, crept, creep)
        late = float(np.clip(actor.normal(0.5 * lag, 0.025), 0, 0.3)) * timing.back
        target = rest[channel] + change * actor.normal(0, 0.018)
        actor.step(channel, turning + late, timing.back - 0.55 * late, target, back)
    if pattern.knock_out:
        actor.jolt(pattern.knock_out * actor.between(0.3, 1.3), start + 0.97 * timing.out)
    if pattern.knock_back:
        actor.jolt(pattern.knock_back * actor.between(0.3, 1.3), turning + 0.95 * timing.back)
    actor.now = returned + timing.pause_back
    return Event(start + out.progress(REP_SHARE) * timing.out,
                 turning + back.progress(1 - REP_SHARE) * timing.back)
