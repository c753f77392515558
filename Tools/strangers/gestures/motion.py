"""A timeline of movements: what every joint does, as smooth steps and what is laid over them."""
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from common.chance import Chance
from common.signals import minimum_jerk
from gestures.noises import RATE_HERTZ, cycles, wandering

CHANNELS = (
    # Where the pelvis is, in metres from where it stands, and how fast the person walks (m/s).
    "pelvis_forward", "pelvis_left", "pelvis_height", "walking_speed", "climbing_speed",
    # Degrees. Pitch and flexion are forward, roll and lean to the right, heading to the left.
    # A twist turns the chest towards the side of the arm that wears the sensor.
    "heading", "pelvis_pitch", "pelvis_roll", "trunk_twist", "trunk_flexion", "trunk_lean",
    # Metres that the shoulder is up or forward of its rest, and the chest is inflated.
    "girdle_elevation", "girdle_protraction", "chest_rise",
    # Degrees, of the arm that wears the sensor. Rotation is external; supination is 0 with the
    # thumb forward and -90 with the back of the hand forward.
    "horizontal_abduction", "shoulder_flexion", "shoulder_abduction", "shoulder_rotation",
    "elbow_flexion", "supination",
    # How the sensor is displaced on its limb: a rotation vector (degrees), and metres off it.
    "mount_x", "mount_y", "mount_z", "lift_off",
    # From 0 to 1: how far the arm and the trunk rest on the floor.
    "support",
)

MOUNT_CHANNELS = ("mount_x", "mount_y", "mount_z")
SHORTEST_STEP_SECONDS = 0.08
FEWEST_SAMPLES = 30

Signals = dict[str, np.ndarray]
Pose = dict[str, float]
Overlay = Callable[[np.ndarray, Signals], None]


def minimum_jerk_progress(way: float) -> float:
    """The progress in time at which a movement of least jerk has done this much of its way."""
    progress = np.linspace(0, 1, 2001)
    return float(np.interp(way, minimum_jerk(progress), progress))


def fade(times: np.ndarray, start: float, end: float, ramp_seconds: float) -> np.ndarray:
    """1 between start and end (seconds), 0 outside, with smooth ramps inside."""
    return (minimum_jerk((times - start) / ramp_seconds)
            * minimum_jerk((end - times) / ramp_seconds))


@dataclass
class Step:
    """A channel's change by `change` in `duration` seconds; a positive skew hurries its start."""

    start: float
    duration: float
    change: float
    skew: float


class Timeline(Chance):
    """The channels of one recording, written from its start to its end.

    `now` is the time in seconds that has been written; `current` is where the steps so far lead.
    """

    def __init__(self, random: np.random.Generator) -> None:
        super().__init__(random)
        self.now = 0.0
        self.current: Pose = dict.fromkeys(CHANNELS, 0.0)
        self.initial: Pose = dict(self.current)
        self.steps: dict[str, list[Step]] = {channel: [] for channel in CHANNELS}
        self.overlays: list[Overlay] = []

    def begin_in(self, pose: Pose) -> None:
        """Makes a pose the one that the recording starts with."""
        self.initial |= pose
        self.current |= pose

    def wait(self, seconds: float) -> None:
        """Lets time go by."""
        self.now += seconds

    def step(self, channel: str, start: float, duration: float, target: float,
             skew: float = 0.0) -> None:
        """Takes one channel to a target, whatever the time now is."""
        change = float(target) - self.current[channel]
        self.steps[channel].append(
            Step(start, max(duration, SHORTEST_STEP_SECONDS), change, skew))
        self.current[channel] = float(target)

    def step_loosely(self, pose: Pose, start: float, duration: float, lag: float,
                     skew: tuple[float, float], lead: float = 0.0) -> None:
        """Takes channels to a pose. Each starts late by up to `lag` of the duration, and ends early
        by up to `lead` of it, for itself."""
        for channel, target in pose.items():
            late = self.between(0, lag) * duration
            early = self.between(0, lead) * duration
            self.step(channel, start + late, duration - late - early, target, self.between(*skew))

    def move(self, pose: Pose, duration: float) -> None:
        """Takes channels to a pose from now on, and lets the time for it go by."""
        self.step_loosely(pose, self.now, duration, 0.18, (-0.2, 0.2), lead=0.144)
        self.now += duration

    def shifted(self, **changes: float) -> Pose:
        """The present values of channels, each changed by so much."""
        return {channel: self.current[channel] + change for channel, change in changes.items()}

    def kept(self, *channels: str) -> Pose:
        """The present values of channels."""
        return {channel: self.current[channel] for channel in channels}

    def lay_over(self, start: float, end: float,
                 add: Callable[[np.ndarray, np.ndarray, Signals], None]) -> None:
        """Has something added to the signals between two times: `add` is given these times, in
        seconds, which of all samples they are, and the signals."""
        def overlay(times: np.ndarray, signals: Signals) -> None:
            inside = (times >= start) & (times <= end)
            if np.count_nonzero(inside) >= FEWEST_SAMPLES:
                add(times[inside], inside, signals)

        self.overlays.append(overlay)

    def oscillate(self, duration: float, frequency_hertz: float,
                  swings: dict[str, tuple[float, float]], jitter: float = 0.06,
                  ramp_seconds: float = 0.5) -> None:
        """Nearly periodic movement from now on, and lets its time go by.

        `swings` gives each channel its amplitude and its phase in radians.
        """
        start, end = self.now, self.now + duration
        own = self.random.spawn(1)[0]

        def add(span: np.ndarray, inside: np.ndarray, signals: Signals) -> None:
            phase = cycles(own, len(span), frequency_hertz, jitter, 0.4) + own.uniform(0, 6.28)
            size = (fade(span, start, end, ramp_seconds)
                    * (1 + 0.15 * wandering(own, len(span), 0.5)))
            for channel, (amplitude, shift) in swings.items():
                wave = np.sin(phase + shift) + 0.15 * np.sin(2 * phase + 1.7 * shift)
                signals[channel][inside] += size * amplitude * wave

        self.lay_over(start, end, add)
        self.now = end

    def waver(self, start: float, end: float, cutoff_hertz: float, deviations: Pose) -> None:
        """Lays low-pass noise over channels, of these standard deviations, between two times."""
        own = self.random.spawn(1)[0]

        def add(span: np.ndarray, inside: np.ndarray, signals: Signals) -> None:
            size = fade(span, start, end, 0.4)
            for channel, deviation in deviations.items():
                noise = wandering(own, len(span), cutoff_hertz)
                signals[channel][inside] += size * deviation * noise

        self.lay_over(start, end, add)

    def jolt(self, peak: float) -> None:
        """A knock of the whole body now, with this peak upward acceleration in m/s^2."""
        moment = self.now
        self.overlays.append(lambda times, signals: add_jolt(times, signals, moment, peak))

    def signals(self) -> Signals:
        """Every channel's values (n) from time 0 to now at RATE_HERTZ."""
        times = np.arange(int(self.now * RATE_HERTZ) + 1) / RATE_HERTZ
        signals = {channel: np.full(len(times), float(value))
                   for channel, value in self.initial.items()}
        for channel, steps in self.steps.items():
            for step in steps:
                first = int(max(0, step.start * RATE_HERTZ))
                last = int((step.start + step.duration) * RATE_HERTZ) + 1
                part = np.clip((times[first:last] - step.start) / step.duration, 0, 1)
                skewed = part + step.skew * part * (1 - part)
                signals[channel][first:last] += step.change * minimum_jerk(skewed)
                signals[channel][last:] += step.change
        for overlay in self.overlays:
            overlay(times, signals)
        return signals


JOLT_SECONDS = 0.016


def add_jolt(times: np.ndarray, signals: Signals, moment: float, peak: float) -> None:
    """A bump of the pelvis's height: the acceleration up is `peak`, and leaves no speed behind."""
    first, last = int((moment - 0.1) * RATE_HERTZ), int((moment + 0.16) * RATE_HERTZ)
    if first < 0 or last >= len(times):
        return
    offset = (times[first:last] - moment) / JOLT_SECONDS
    signals["pelvis_height"][first:last] -= peak * JOLT_SECONDS ** 2 * np.exp(-offset ** 2 / 2)
