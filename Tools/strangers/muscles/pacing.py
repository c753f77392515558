"""How a set goes on: courses of progress, what comes between repetitions, and the events.

A course is where a movement is wanted to be: 0 at rest, about 1 at its far end. Events are told
from the progress that a limb makes on it.
"""
from dataclasses import dataclass

import numpy as np

from common.plans import Event
from muscles.body import Body
from muscles.dynamics import RATE_HERTZ, following
from muscles.postures import Posture

# A repetition is where the movement is beyond this share of its own range, a hold where it is
# beyond the other. Where repetitions go over into each other, they meet at the lowest point.
REPETITION_LEVEL = 0.2
HOLD_LEVEL = 0.8
# For the limb to come to rest after the last target.
TAIL_SECONDS = 5.0
PEAK_LATE_SECONDS = 0.4
PLATEAU_SKIPPED_SECONDS, PLATEAU_SECONDS = 0.5, 2.0

# Degrees, and metres forward, by which people stir to sit or stand better, or to grip better.
STIRRING = {"lean": 1.8, "pitch": 1.5, "pronation": 6, "abduction": 1.5, "elbow": 3,
            "forward": 0.006}
GRIPPING = {"pronation": 14, "elbow": 5, "abduction": 2.5}


@dataclass(frozen=True)
class Habits:
    """How probable it is that a way has a hesitation, and what may come before a repetition."""

    hesitating: float
    adjusting: float
    double_start: float
    long_rest: float


def draw_habits(body: Body) -> Habits:
    """Some do none of it."""
    choose = body.random.choice
    return Habits(hesitating=0.06 * body.person.irregularity * float(choose([0, 1, 2])),
                  adjusting=float(choose([0, 0, 0.06, 0.12])),
                  double_start=float(choose([0, 0, 0.05, 0.1])),
                  long_rest=float(choose([0, 0, 0, 0.08])))


class Course:
    """Break points of a progress over time (seconds)."""

    def __init__(self, body: Body) -> None:
        self.body = body
        self.points = [(0.0, 0.0), (body.now, 0.0)]

    @property
    def now(self) -> float:
        """The time of the last point."""
        return self.points[-1][0]

    @property
    def progress(self) -> float:
        """Where the movement is wanted to be at last."""
        return self.points[-1][1]

    def go(self, progress: float, seconds: float) -> None:
        """Goes straight to another progress."""
        self.points.append((self.now + seconds, progress))

    def stay(self, seconds: float) -> None:
        """Stays where it is."""
        self.go(self.progress, seconds)

    def ramp(self, progress: float, seconds: float, hesitating: float = 0.0) -> None:
        """Goes to another progress in submovements, and may hesitate on the way."""
        begin, origin = self.points[-1]
        pieces = self.body.submovements(seconds)
        hesitates_at = 0
        if self.body.happens(hesitating):
            hesitates_at = int(self.body.random.integers(1, len(pieces) - 1))
        for index, (share, way) in enumerate(pieces[1:], start=1):
            self.points.append((begin + share * seconds, origin + (progress - origin) * way))
            if index == hesitates_at:
                pause = self.body.between(0.2, 0.9)
                self.stay(pause)
                begin += pause

    def values(self) -> np.ndarray:
        """The course (n) from time 0 until a while after its end."""
        times = np.arange(int((self.now + TAIL_SECONDS) * RATE_HERTZ)) / RATE_HERTZ
        return np.interp(times, *np.transpose(self.points))


def followed(body: Body, course: np.ndarray, hertz: float) -> np.ndarray:
    """The progress that a limb makes on a course (n)."""
    return following(course, hertz, body.person.damping, body.person.lag_seconds)


def interlude(body: Body, course: Course, habits: Habits, half_seconds: float,
              wobble: Posture) -> None:
    """What may come before a repetition: a start that is broken off, adjusting, a rest."""
    if body.happens(habits.double_start):
        course.ramp(body.between(0.12, 0.36), half_seconds)
        course.stay(body.between(0.1, 0.5))
        course.ramp(0, half_seconds)
        course.stay(body.between(0.3, 1.2))
    if body.happens(habits.adjusting):
        seconds = body.between(1.2, 2.8)
        adjust(body, course.now + 0.2, seconds, wobble)
        course.stay(seconds + 0.4)
    if body.happens(habits.long_rest):
        course.stay(body.between(3, 8))


def adjust(body: Body, start: float, seconds: float, wobble: Posture) -> None:
    """Moves for a while, but not along the exercise."""
    size = body.between(0.5, 1.2)
    body.wander(seconds, 0.5, 1.5, {channel: size * deviation
                                    for channel, deviation in wobble.items()}, start)
    if wobble is GRIPPING:
        body.knock(0.3, 1.2, start + seconds / 2)


def efforts(body: Body, count: int, usual_seconds: float) -> list[tuple[float, float]]:
    """Seconds and size of each repetition of a person who tires, or warms up."""
    person, random = body.person, body.random
    drift = 0.25 * person.fatigue * float(random.choice([1, 1, -0.4]))
    sag = 0.2 * person.fatigue * random.random()
    done = np.linspace(0, 1, count)
    seconds = usual_seconds * (1 + drift * done)
    seconds = seconds * np.exp(0.09 * person.irregularity * random.normal(size=count))
    sizes = np.clip(1 + 0.07 * person.irregularity * random.normal(size=count), 0.8, 1.25)
    return list(zip(np.maximum(1.0, seconds), (1 - sag * done) * sizes))


def there_and_back(body: Body, count: int, usual_seconds: float, top_seconds: float,
                   bottom_seconds: float, wobble: Posture) -> tuple[np.ndarray, list[Event]]:
    """Repetitions of a movement to and fro: a course (n) on which the limb reaches about 1, and
    the events. Lets their time go by."""
    habits, course = draw_habits(body), Course(body)
    going_share = body.between(0.38, 0.54)
    spans = []
    for index, (seconds, size) in enumerate(efforts(body, count, usual_seconds)):
        if index:
            interlude(body, course, habits, max(0.35, seconds / 4), wobble)
        start = course.now
        course.ramp(size, going_share * seconds, habits.hesitating)
        if top_seconds:
            course.go(size * body.between(0.97, 1.02), body.around(top_seconds, 0.4))
        is_run = bottom_seconds == 0 and index < count - 1
        course.ramp(body.between(0, 0.05) * size if is_run else 0,
                    (1 - going_share) * seconds, habits.hesitating)
        spans.append(Event(start, course.now))
        course.stay(body.around(bottom_seconds, 0.4))
    body.now = course.now
    values = course.values()
    progress = followed(body, values, body.person.arm_hertz)
    # Quick repetitions end before the limb has got there; people know, and aim further.
    reached = np.median([peak(progress, span)[1] for span in spans])
    return values / reached, repetitions(progress, spans)


def peak(progress: np.ndarray, span: Event) -> tuple[int, float]:
    """Where and how high progress (n) is highest, in a span of its course."""
    first = int(span.start * RATE_HERTZ)
    highest = first + int(np.argmax(
        progress[first:int((span.end + PEAK_LATE_SECONDS) * RATE_HERTZ)]))
    return highest, float(progress[highest])


def repetitions(progress: np.ndarray, spans: list[Event]) -> list[Event]:
    """When progress (n) leaves its lower fifth, and is back in it, around each peak."""
    peaks = [peak(progress, span)[0] for span in spans]
    before = [int((spans[0].start - 2) * RATE_HERTZ)] + peaks[:-1]
    after = peaks[1:] + [len(progress) - 1]
    events = []
    for first, top, last in zip(before, peaks, after):
        level = REPETITION_LEVEL * progress[top]
        rising, falling = progress[first:top], progress[top:last]
        low = np.flatnonzero(rising < level)
        start = first + (low[-1] + 1 if len(low) else np.argmin(rising))
        low = np.flatnonzero(falling < level)
        end = top + (low[0] if len(low) else np.argmin(falling))
        events.append(Event(start / RATE_HERTZ, end / RATE_HERTZ))
    return events


def holds(progress: np.ndarray, plateaus: list[Event]) -> list[Event]:
    """When progress (n) is beyond 80 % of what is held, around each plateau of its course."""
    skipped, length = (int(seconds * RATE_HERTZ)
                       for seconds in (PLATEAU_SKIPPED_SECONDS, PLATEAU_SECONDS))
    events = []
    for plateau in plateaus:
        first, last = int(plateau.start * RATE_HERTZ) + skipped, int(plateau.end * RATE_HERTZ)
        entered = HOLD_LEVEL * np.median(progress[first:min(last, first + length)])
        left = HOLD_LEVEL * np.median(progress[max(first, last - length):last])
        start = np.flatnonzero(progress[:first] <= entered)[-1]
        end = last - 1 + np.flatnonzero(progress[last - 1:] <= left)[0]
        events.append(Event(start / RATE_HERTZ, end / RATE_HERTZ))
    return events
