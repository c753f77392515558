"""A person on a timeline: what every joint does, as steps, and what is laid over them."""
from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter1d

from common.chance import Chance, Range
from pieces.courses import Course, draw_course
from pieces.noises import RATE_HERTZ, band_noise, beats, faded, turns
from pieces.person import Person
from pieces.postures import NEUTRAL, POSTURES, Pose

CHANNELS = (
    # Where the pelvis is, in metres.
    "position_x", "position_y", "height",
    # Degrees. Pitch and flexion are forward, heading is to the left; roll and twist take the side
    # of the sensor up and back, lean is to the right.
    "heading", "pelvis_pitch", "pelvis_roll", "trunk_twist", "trunk_flexion", "trunk_lean",
    # Degrees of the shoulder with the sensor.
    "clavicle_elevation", "clavicle_protraction", "blade_tilt",
    # Degrees of the arm with the sensor; rotation is external.
    "horizontal_abduction", "shoulder_flexion", "shoulder_abduction", "shoulder_rotation",
    "elbow_flexion", "pronation",
)
SHORTEST_STEP_SECONDS = 0.12
FEWEST_NOISE_SAMPLES = 8
# Flesh rounds off every corner of a movement.
SMOOTHING_SECONDS = 0.02

Signals = dict[str, np.ndarray]


@dataclass
class Step:
    """A channel's change by `change` in `duration` seconds."""

    start: float
    duration: float
    change: float
    course: Course


@dataclass
class Overlay:
    """Values at RATE_HERTZ that are added to a channel; the last of them may stay."""

    channel: str
    start: float
    values: np.ndarray
    is_lasting: bool


@dataclass
class Jolt:
    """A knock in the world's axes (m/s^2) that rings at `hertz` and dies down in `decay`
    seconds."""

    moment: float
    peak: np.ndarray
    hertz: float
    decay: float


@dataclass
class Span:
    """A time in which the muscles tremble `strength` times as much."""

    start: float
    end: float
    strength: float = 1.0


class Actor(Chance):
    """Writes a recording from its start to its end.

    `now` is the time in seconds that has been written; `current` is where the steps so far lead.
    In the spans of `folds` the hands lie on the floor and the belly on the thighs.
    """

    def __init__(self, random: np.random.Generator, person: Person) -> None:
        super().__init__(random)
        self.person = person
        self.now = 0.0
        self.current: dict[str, float] = dict.fromkeys(CHANNELS, 0.0)
        self.initial = dict(self.current)
        self.steps: dict[str, list[Step]] = {channel: [] for channel in CHANNELS}
        self.overlays: list[Overlay] = []
        self.jolts: list[Jolt] = []
        self.strains: list[Span] = []
        self.folds: list[Span] = []

    def drawn(self, pose: Pose) -> dict[str, float]:
        """A pose with a number drawn from each of its ranges."""
        return {channel: self.draw(value) for channel, value in pose.items()}

    def posture(self, name: str) -> dict[str, float]:
        """A posture as the person takes it this time."""
        pose = self.drawn(NEUTRAL | POSTURES[name])
        return pose | {"height": pose["height"] * self.person.height}

    def begin(self, name: str) -> None:
        """Makes a posture the one that the recording starts with."""
        self.current |= self.posture(name)
        self.initial = dict(self.current)

    def wait(self, seconds: Range) -> None:
        """Lets time go by."""
        self.now += max(0.0, self.draw(seconds))

    def step(self, channel: str, start: float, duration: float, target: float,
             course: Course) -> None:
        """Takes one channel to a target, whatever the time now is."""
        self.steps[channel].append(Step(start, max(duration, SHORTEST_STEP_SECONDS),
                                        target - self.current[channel], course))
        self.current[channel] = target

    def spread(self, start: float, duration: float, targets: Pose, lag: float = 0.12) -> None:
        """Takes channels to targets on one course; each starts late and ends early by about `lag`
        of the duration, for itself."""
        course = draw_course(self, self.person, duration)
        for channel, target in targets.items():
            late = min(abs(self.normal(0, lag)), 0.4) * duration
            early = min(abs(self.normal(0, lag)), 0.3) * duration
            self.step(channel, start + late, duration - late - early, self.draw(target), course)

    def move(self, seconds: Range, lag: float = 0.12, **targets: Range) -> None:
        """Takes channels to targets from now on, and lets the time for it go by."""
        duration = self.draw(seconds)
        self.spread(self.now, duration, targets, lag)
        self.now += duration

    def nudge(self, seconds: Range, **changes: Range) -> None:
        """Changes channels by so much from now on, and lets the time for it go by."""
        self.move(seconds, **{channel: self.current[channel] + self.draw(change)
                              for channel, change in changes.items()})

    def assume(self, name: str, seconds: Range = (1.2, 2.6)) -> None:
        """Takes a posture."""
        self.move(seconds, lag=0.15, **self.posture(name))

    def kept(self, *channels: str) -> dict[str, float]:
        """Where channels lead at present."""
        return {channel: self.current[channel] for channel in channels}

    def lay_over(self, channel: str, values: np.ndarray, start: float | None = None,
                 is_lasting: bool = False) -> None:
        """Has values (at RATE_HERTZ) added to a channel, from now on or from a start."""
        begin = self.now if start is None else start
        self.overlays.append(Overlay(channel, begin, values, is_lasting))

    def waver(self, seconds: float, band_hertz: tuple[float, float], fade_seconds: float = 0.4,
              start: float | None = None, **deviations: float) -> None:
        """Lays noise of a band over channels, from now on or from a start; no time goes by."""
        count = int(seconds * RATE_HERTZ)
        if count < FEWEST_NOISE_SAMPLES:
            return
        for channel, deviation in deviations.items():
            noise = deviation * band_noise(self.random, count, *band_hertz)
            self.lay_over(channel, noise * faded(count, fade_seconds), start)

    def oscillate(self, seconds: Range, hertz: Range, jitter: float = 0.1, knock: float = 0.0,
                  **swings: tuple[float, float]) -> None:
        """Nearly periodic movement, which may knock once a period; its time goes by.

        `swings` gives each channel its amplitude and its phase in radians.
        """
        count = int(self.draw(seconds) * RATE_HERTZ)
        periods = turns(self.random, count, self.draw(hertz), jitter)
        size = np.exp(2 * jitter * band_noise(self.random, count, 0.1, 0.8)) * faded(count, 0.3)
        for channel, (amplitude, phase) in swings.items():
            self.lay_over(channel, amplitude * size * np.sin(2 * np.pi * periods + phase))
        if knock:
            for index in beats(periods):
                self.jolt(knock * self.between(0.5, 1.4), self.now + index / RATE_HERTZ)
        self.now += count / RATE_HERTZ

    def jolt(self, peak: Range, moment: float | None = None,
             direction: np.ndarray | None = None) -> None:
        """A knock, mostly from below, now or at a moment."""
        if direction is None:
            direction = np.array([self.normal(0, 0.35), self.normal(0, 0.35), 1])
        self.jolts.append(Jolt(self.now if moment is None else moment, self.draw(peak) * direction,
                               self.between(7, 18), self.between(0.03, 0.09)))

    def signals(self, count: int, is_bare: bool = False) -> Signals:
        """Every channel's values (count at RATE_HERTZ), bare if nothing is laid over them."""
        signals = {channel: np.full(count, value) for channel, value in self.initial.items()}
        for channel, steps in self.steps.items():
            for step in steps:
                first = int(step.start * RATE_HERTZ)
                last = min(count, int((step.start + step.duration) * RATE_HERTZ) + 1)
                part = (np.arange(first, last) / RATE_HERTZ - step.start) / step.duration
                signals[channel][first:last] += step.change * step.course.way(part)
                signals[channel][last:] += step.change
        for overlay in [] if is_bare else self.overlays:
            first = int(overlay.start * RATE_HERTZ)
            inside = signals[overlay.channel][first:first + len(overlay.values)]
            inside += overlay.values[:len(inside)]
            if overlay.is_lasting:
                signals[overlay.channel][first + len(overlay.values):] += overlay.values[-1]
        return {channel: gaussian_filter1d(values, SMOOTHING_SECONDS * RATE_HERTZ, mode="nearest")
                for channel, values in signals.items()}
