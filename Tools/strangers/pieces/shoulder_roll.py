"""Shoulder rolls: up, back and down, driven by a phase that runs on or rests after each turn."""
from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter1d

from common.plans import Event
from pieces.actor import Actor
from pieces.courses import draw_course
from pieces.habits import Habits
from pieces.noises import RATE_HERTZ, band_noise
from pieces.transfers import arrive, leave, sit_down

LEAD_SECONDS, TAIL_SECONDS = 0.4, 0.8
# The first roll of a run begins, and the last ends, when this much of a turn is done or left.
RUN_MARGIN_TURNS = 0.06
# The same for a roll from rest to rest.
ROLL_MARGIN = 0.064
FIRST_ROLL_SECONDS = 5.0


@dataclass
class Style:
    """How somebody rolls: the degrees of the collar bone, and what the shoulder blade, the trunk
    and the arm do along, each channel of the arm with its lag in radians. `lag` is that of the
    protraction in radians; `wobble` is the share of a second hump in the elevation."""

    posture: str
    seconds: float
    rest_seconds: float
    is_reversed: bool
    elevation: float
    protraction: float
    lag: float
    wobble: float
    blade_tilt: float
    trunk: float
    arm: dict[str, tuple[float, float]]


def draw_style(habits: Habits) -> Style:
    """A way of rolling the shoulders."""
    between = habits.between
    posture = "standing"
    if habits.happens(0.55):
        posture = "sitting" if habits.happens(0.5) else "sitting-hanging"
    elevation, arm_degrees = habits.ranged(9, 21), habits.ranged(6.5, 16) * between(0.85, 1.2)
    shares = {"shoulder_flexion": between(0.4, 1), "shoulder_abduction": between(0.1, 0.6),
              "shoulder_rotation": between(0.1, 0.8)}
    scale = arm_degrees / float(np.linalg.norm(list(shares.values())))
    shares["elbow_flexion"] = between(0, 0.6) * (2 if posture == "sitting" else 1)
    return Style(
        posture=posture, seconds=habits.paced(1.3, 6.5),
        rest_seconds=between(0.5, 2.5) if habits.happens(0.4) else 0.0,
        is_reversed=habits.happens(0.2), elevation=elevation,
        protraction=elevation * between(0.35, 1), lag=between(-0.5, 0.5),
        wobble=between(-0.15, 0.15), blade_tilt=elevation * between(0.1, 0.5),
        trunk=between(0, 1.5),
        arm={channel: (scale * share, between(-0.7, 0.7)) for channel, share in shares.items()})


def shoulder_roll(actor: Actor, habits: Habits) -> list[Event]:
    """A set of 6 to 15 rolls, seated or standing."""
    style = draw_style(habits)
    arrive(actor)
    if style.posture == "standing":
        actor.assume(style.posture)
    else:
        sit_down(actor, style.posture)
    actor.now = max(actor.now + actor.between(0.5, 3), FIRST_ROLL_SECONDS)
    number = actor.count(6, 15)
    slowing = 1 + 0.15 * actor.person.fatigue * np.linspace(0, 1, number) ** 2
    lengths = [actor.around(style.seconds * slow, actor.person.irregularity) for slow in slowing]
    if style.rest_seconds:
        turns, events = separate_turns(actor, lengths, style.rest_seconds)
    else:
        turns, events = continuous_turns(actor, lengths)
    add_rolls(actor, style, turns, number)
    actor.now += len(turns) / RATE_HERTZ
    leave(actor)
    return events


def separate_turns(actor: Actor, lengths: list[float],
                   rest_seconds: float) -> tuple[np.ndarray, list[Event]]:
    """How many rolls are done at each time from now on, each from rest to rest."""
    pieces, events = [np.zeros(int(LEAD_SECONDS * RATE_HERTZ))], []
    start = actor.now + LEAD_SECONDS
    for index, length in enumerate(lengths):
        course = draw_course(actor, actor.person, length)
        moving = int(length * RATE_HERTZ)
        resting = int(max(0.15, actor.around(rest_seconds, 0.4)) * RATE_HERTZ)
        pieces += [index + course.way(np.arange(moving) / moving), np.full(resting, index + 1.0)]
        events.append(Event(start + course.progress(ROLL_MARGIN) * length,
                            start + course.progress(1 - ROLL_MARGIN) * length))
        start += (moving + resting) / RATE_HERTZ
    return np.concatenate(pieces), events


def continuous_turns(actor: Actor, lengths: list[float]) -> tuple[np.ndarray, list[Event]]:
    """How many rolls are done at each time from now on, without a stop between them."""
    counts = [int(length * RATE_HERTZ) for length in lengths]
    speed = np.concatenate([np.zeros(int(LEAD_SECONDS * RATE_HERTZ))]
                           + [np.full(count, 1 / count) for count in counts]
                           + [np.zeros(int(TAIL_SECONDS * RATE_HERTZ))])
    scatter = 1.2 * actor.person.irregularity * band_noise(actor.random, len(speed), 0.2, 1.2)
    # Within each turn, up may be faster than down.
    uneven = actor.between(-0.3, 0.3) * np.sin(2 * np.pi * np.cumsum(speed) + actor.between(0, 6))
    speed = gaussian_filter1d(speed * np.exp(scatter) * (1 + uneven), 0.18 * RATE_HERTZ)
    turns = np.cumsum(speed)
    turns *= len(lengths) / turns[-1]
    marks = np.arange(len(lengths) + 1.0)
    marks[0], marks[-1] = RUN_MARGIN_TURNS, len(lengths) - RUN_MARGIN_TURNS
    bounds = actor.now + np.interp(marks, turns, np.arange(len(turns))) / RATE_HERTZ
    return turns, [Event(float(start), float(end)) for start, end in zip(bounds, bounds[1:])]


def add_rolls(actor: Actor, style: Style, turns: np.ndarray, number: int) -> None:
    """Lays rolls over the channels from now on; before and after them all are at rest."""
    sizes = np.exp(actor.random.normal(0, 0.03 + 0.5 * actor.person.irregularity, number))
    sizes *= 1 - 0.15 * actor.person.fatigue * np.linspace(0, 1, number) ** 1.5
    size = sizes[np.clip(turns.astype(int), 0, number - 1)]
    size = gaussian_filter1d(size, 0.3 * RATE_HERTZ, mode="nearest")
    phase = 2 * np.pi * turns * (-1 if style.is_reversed else 1)

    def up(lag: float) -> np.ndarray:
        return size * (np.cos(lag) - np.cos(phase + lag)) / 2

    def back(lag: float) -> np.ndarray:
        return size * (np.sin(phase + lag) - np.sin(lag)) / 2

    arm = style.arm
    flexion, flexion_lag = arm["shoulder_flexion"]
    double = size * (1 - np.cos(2 * phase)) / 2
    for channel, values in {
        "clavicle_elevation": style.elevation * (up(0) + style.wobble * double),
        "clavicle_protraction": -style.protraction * back(style.lag),
        "blade_tilt": style.blade_tilt * (up(0.4) - 0.5 * back(0.2)),
        "shoulder_flexion": flexion * (0.3 * up(0) - 0.8 * back(flexion_lag)),
        "shoulder_abduction": arm["shoulder_abduction"][0] * up(arm["shoulder_abduction"][1]),
        "shoulder_rotation": arm["shoulder_rotation"][0] * back(arm["shoulder_rotation"][1]),
        "elbow_flexion": arm["elbow_flexion"][0] * up(arm["elbow_flexion"][1]),
        "trunk_flexion": -0.7 * style.trunk * back(0.3),
        "pelvis_pitch": 0.4 * style.trunk * up(0.3),
    }.items():
        actor.lay_over(channel, values)
