"""Shoulder rolls: up, back and down, one after the other or with short stops."""
from dataclasses import dataclass

import numpy as np
from scipy.interpolate import PchipInterpolator

from common.plans import Event
from common.signals import minimum_jerk
from gestures.body import Actor
from gestures.motion import Signals
from gestures.noises import RATE_HERTZ
from gestures.pacing import durations, pause, pauses
from gestures.surroundings import arrive, leave, rest

SHORTEST_SECONDS, LONGEST_SECONDS = 1.5, 4.0
# A run of rolls starts and ends more slowly than it goes on.
RUN_MARGIN_SECONDS = 0.15


@dataclass
class Roll:
    """One roll; `size` is its share of the person's usual range."""

    start: float
    end: float
    size: float


@dataclass
class Style:
    """How somebody rolls. Elevation and protraction are in metres, lag and shift in radians, and
    what the arm and the trunk do along with the shoulder in degrees."""

    elevation: float
    protraction: float
    shift: float
    lag: float
    flexion: float
    abduction: float
    rotation: float
    elbow: float
    supination: float
    trunk: float
    is_continuous: bool


def draw_style(actor: Actor) -> Style:
    """A way of rolling the shoulders."""
    between = actor.between
    return Style(
        elevation=between(0.03, 0.07), protraction=between(0.018, 0.042), shift=between(-0.2, 0.7),
        lag=between(0, 0.5), flexion=between(3, 11), abduction=between(2, 8),
        rotation=between(4, 16), elbow=between(1, 8), supination=between(0, 6),
        trunk=between(0.4, 2.5), is_continuous=actor.happens(0.6))


def shoulder_roll(actor: Actor) -> list[Event]:
    """A set of 5 to 15 rolls, seated or standing."""
    between = actor.between
    is_seated = actor.happens(0.4)
    arrive(actor)
    if is_seated:
        actor.move(actor.sitting(is_hanging=True), between(1.2, 2))
    else:
        actor.move(actor.standing(), 1.0)
    rest(actor, between(2, 10))
    style = draw_style(actor)
    start = actor.now
    runs = draw_runs(actor, style)
    for run in runs:
        actor.overlays.append(lambda times, signals, run=run: add_run(times, signals, run, style))
    actor.waver(start, actor.now, 2.0, {
        "shoulder_flexion": 0.1, "shoulder_abduction": 0.08, "shoulder_rotation": 0.12,
        "elbow_flexion": 0.15, "supination": 0.25})
    rest(actor, between(2, 6))
    leave(actor)
    return [Event(roll.start, roll.end) for run in runs for roll in run]


def draw_runs(actor: Actor, style: Style) -> list[list[Roll]]:
    """When the rolls are done; a pause begins a new run. Lets their time go by."""
    number = actor.count(5, 15)
    lengths = durations(actor, number, SHORTEST_SECONDS, LONGEST_SECONDS)
    breaks = pauses(actor, number, 0.18)
    gap = 0.0 if style.is_continuous else actor.between(0.15, 0.7)
    runs: list[list[Roll]] = [[]]
    for index, length in enumerate(lengths):
        if index in breaks:
            pause(actor, breaks[index])
            runs.append([])
        end = actor.now + float(length)
        runs[-1].append(Roll(actor.now, end, actor.normal(1, 0.07)))
        actor.now = end + gap * actor.between(0.6, 1.4)
    if style.is_continuous:
        for run in runs:
            run[0].start -= RUN_MARGIN_SECONDS
            run[-1].end += RUN_MARGIN_SECONDS
    return runs


def add_run(times: np.ndarray, signals: Signals, run: list[Roll], style: Style) -> None:
    """Lays a run of rolls over the channels; before and after it all of them are at rest."""
    turns = continuous_turns if style.is_continuous else separate_turns
    phase = 2 * np.pi * turns(times, run)
    middles = [(roll.start + roll.end) / 2 for roll in run]
    size = smoothed(np.interp(times, middles, [roll.size for roll in run]), 0.5)

    def up(lag: float) -> np.ndarray:
        return size * (np.cos(lag) - np.cos(phase - lag)) / 2

    def forward(lag: float) -> np.ndarray:
        return size * (np.sin(phase - style.shift - lag) + np.sin(style.shift + lag))

    for channel, value in {
        "girdle_elevation": style.elevation * up(0),
        "girdle_protraction": style.protraction * forward(0),
        "shoulder_flexion": style.flexion / 2 * forward(style.lag),
        "shoulder_abduction": style.abduction * up(0),
        "shoulder_rotation": -style.rotation / 2 * forward(style.lag),
        "elbow_flexion": style.elbow * up(style.lag),
        "supination": style.supination * forward(style.lag),
        "trunk_flexion": style.trunk * (0.6 * forward(0) - 0.4 * up(0)),
    }.items():
        signals[channel] += value


def continuous_turns(times: np.ndarray, run: list[Roll]) -> np.ndarray:
    """How many rolls are done at each time (n), without a stop between them."""
    bounds = [run[0].start] + [roll.end for roll in run]
    turns = PchipInterpolator(bounds, np.arange(len(bounds)))
    return smoothed(smoothed(turns(np.clip(times, bounds[0], bounds[-1])), 0.12), 0.12)


def separate_turns(times: np.ndarray, run: list[Roll]) -> np.ndarray:
    """How many rolls are done at each time (n), each from rest to rest."""
    turns = np.zeros_like(times)
    for roll in run:
        part = np.clip((times - roll.start) / (roll.end - roll.start), 0, 1)
        turns += 0.55 * minimum_jerk(part) + 0.45 * part * part * (3 - 2 * part)
    return smoothed(turns, 0.08)


def smoothed(values: np.ndarray, half_width_seconds: float) -> np.ndarray:
    """A signal (n) averaged over a bell-shaped window."""
    half = int(half_width_seconds * RATE_HERTZ)
    window = np.hanning(2 * half + 1)
    return np.convolve(np.pad(values, half, mode="edge"), window / window.sum(), "valid")
