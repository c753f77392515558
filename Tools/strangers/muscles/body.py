"""A body on a timeline: what its joints are wanted to do, and what they make of it."""
import numpy as np

from common.chance import Chance
from muscles.dynamics import RATE_HERTZ, fading, following, noise
from muscles.person import Person
from muscles.postures import CHANNELS, TRUNK_CHANNELS, Posture

Signals = dict[str, np.ndarray]

# What is no joint: muscles' effort (about 0 to 1), how still the person tries to be (0 to 1), and
# how strongly a machine shakes the sensor (m/s^2).
RESTING_STATE = {"effort": 0.0, "stillness": 1.0, "vibration": 0.0}
FEWEST_SAMPLES = 10
SUBMOVEMENT_SECONDS = 0.4
LEAST_STILLNESS = 0.2
# How quickly somebody becomes still or strained.
STATE_HERTZ = 1.0
# Nobody is quicker.
LEAST_MOVE_SECONDS = 0.06
MOST_DAMPING = 1.1
LARGE_GAIN_DEGREES = 90.0


class Body(Chance):
    """A person who decides on targets one after the other; `now` is the time so far in seconds."""

    def __init__(self, random: np.random.Generator, person: Person, posture: Posture) -> None:
        super().__init__(random)
        self.person = person
        self.now = 0.0
        self.targets: dict[str, list[tuple[float, float]]] = {}
        self.drives: list[tuple[str, np.ndarray]] = []
        self.overlays: list[tuple[str, int, np.ndarray]] = []
        self.knocks: list[tuple[float, float]] = []
        self.begin_in(posture)

    def begin_in(self, posture: Posture) -> None:
        """Has the recording begin in another posture; only before anything else is done."""
        self.targets = {channel: [(0.0, posture[channel])] for channel in CHANNELS}

    def wanted(self, channel: str) -> float:
        """Where a channel is wanted to be at last."""
        return self.targets[channel][-1][1]

    def posture(self) -> Posture:
        """Where all channels are wanted to be at last."""
        return {channel: self.wanted(channel) for channel in CHANNELS}

    def facing(self, posture: Posture) -> Posture:
        """A posture that leaves the person turned as they are."""
        return posture | {"heading": self.wanted("heading")}

    def wait(self, seconds: float) -> None:
        """Lets time go by."""
        self.now += seconds

    def submovements(self, seconds: float) -> list[tuple[float, float]]:
        """The shares of the time and of the way at the joints of a movement's pieces."""
        count = max(2, int(seconds / SUBMOVEMENT_SECONDS))
        times = np.linspace(0, 1, count + 1)
        ramp = blend_ramps(times, self.person.smoothness)
        unevenness = 0.05 * self.person.irregularity / np.sqrt(count)
        ramp[1:-1] += unevenness * self.random.normal(size=count - 1)
        return list(zip(times, np.maximum.accumulate(np.clip(ramp, 0, 1))))

    def move(self, posture: Posture, seconds: float, start: float | None = None) -> None:
        """Moves channels to new targets, roughly together, from now on or some other time."""
        start = self.now if start is None else start
        for channel, target in posture.items():
            points = self.targets[channel]
            last_time, origin = points[-1]
            begin = max(start + self.between(0, 0.12 * seconds + 0.02), last_time + 0.001)
            length = max(LEAST_MOVE_SECONDS, seconds * self.between(0.85, 1.05))
            points += [(begin + share * length, origin + (target - origin) * way)
                       for share, way in self.submovements(seconds)]
        self.now = start + seconds

    def drive(self, course: np.ndarray, gains: Posture, latest_seconds: float = 0.06) -> None:
        """Adds a course (n, from time 0 on) to the targets, for each channel with a gain."""
        for channel, gain in gains.items():
            late = int(self.between(0, latest_seconds) * RATE_HERTZ)
            delayed = np.concatenate([np.full(late, course[0]), course])
            # Large movements are repeated to within a degree or three, small ones to some percent.
            degrees = 1.0 if abs(gain) > LARGE_GAIN_DEGREES else 3.0
            change = min(0.06, degrees / max(abs(gain), 0.01)) * self.person.irregularity
            steadiness = 1 + change * noise(self.random, len(delayed), 0.03, 0.2)
            self.drives.append((channel, gain * delayed * steadiness))

    def lay_over(self, channel: str, start: float, values: np.ndarray) -> None:
        """Adds values to what a channel does, past the inertia of the limb."""
        self.overlays.append((channel, int(start * RATE_HERTZ), values))

    def wander(self, seconds: float, low_hertz: float, high_hertz: float, deviations: Posture,
               start: float | None = None) -> None:
        """Lays noise in a band over channels, from now on or some other time."""
        count = int(seconds * RATE_HERTZ)
        if count < FEWEST_SAMPLES:
            return
        for channel, deviation in deviations.items():
            values = deviation * noise(self.random, count, low_hertz, high_hertz)
            self.lay_over(channel, self.now if start is None else start,
                          values * fading(count, 0.4))

    def swing(self, seconds: float, hertz: float, swings: Posture) -> None:
        """A rhythm from now on with amplitudes of some channels, and its time goes by."""
        count = int(seconds * RATE_HERTZ)
        phase = 2 * np.pi * np.cumsum(
            hertz * (1 + 0.1 * noise(self.random, count, 0.1, 0.6))) / RATE_HERTZ
        size = fading(count, 0.3) * (1 + 0.15 * noise(self.random, count, 0.1, 0.5))
        for channel, amplitude in swings.items():
            # Joints go nearly together, but not quite.
            own = phase + self.between(-0.8, 0.8)
            wave = np.sin(own) + 0.2 * np.sin(2 * own + 1)
            self.lay_over(channel, self.now, amplitude * size * wave)
        self.now += seconds

    def knock(self, low: float, high: float, time: float | None = None) -> None:
        """Something hits the body, with a size between two (m/s^2)."""
        self.knocks.append((self.now if time is None else time, self.between(low, high)))

    def shake(self, seconds: float, low: float, high: float) -> None:
        """A machine shakes the sensor from now on, with a strength between two (m/s^2)."""
        strength = np.full(int(seconds * RATE_HERTZ), self.between(low, high))
        self.lay_over("vibration", self.now, strength)

    def signals(self) -> Signals:
        """What every channel does (n each) from time 0 to now."""
        times = np.arange(int(self.now * RATE_HERTZ) + 1) / RATE_HERTZ
        count = len(times)
        signals = {name: np.full(count, value) for name, value in RESTING_STATE.items()}
        for channel, points in self.targets.items():
            signals[channel] = np.interp(times, *np.transpose(points))
        for channel, values in self.drives:
            add(signals[channel], 0, values)
        for channel in CHANNELS:
            signals[channel] = self.followed(channel, signals[channel])
        for channel, first, values in self.overlays:
            add(signals[channel], first, values)
        signals["stillness"] = np.clip(signals["stillness"], LEAST_STILLNESS, 1)
        # Sway is scaled by these: a step in them would be a leap of the body.
        for name in ("stillness", "effort"):
            signals[name] = following(signals[name], STATE_HERTZ, 1)
        return signals

    def followed(self, channel: str, target: np.ndarray) -> np.ndarray:
        """What a limb makes of its target (n)."""
        person = self.person
        hertz = person.trunk_hertz if channel in TRUNK_CHANNELS else person.arm_hertz
        damping = min(MOST_DAMPING, person.damping * self.between(0.92, 1.08))
        return following(target, hertz * self.between(0.85, 1.15), damping, person.lag_seconds)


def blend_ramps(times: np.ndarray, smoothness: float) -> np.ndarray:
    """A ramp (n) from 0 to 1, from straight to smooth."""
    return (1 - smoothness) * times + smoothness * times ** 2 * (3 - 2 * times)


def add(signal: np.ndarray, first: int, values: np.ndarray) -> None:
    """Adds values to a signal from a sample on, as far as it goes."""
    last = min(len(signal), first + len(values))
    signal[first:last] += values[:max(0, last - first)]
