"""Shoulder rolls: up, back, down and forward again, in a row or with short rests."""
import numpy as np

from common.plans import Event
from common.signals import GRAVITY
from muscles.body import Body
from muscles.dynamics import RATE_HERTZ, following
from muscles.pacing import (STIRRING, Course, draw_habits, efforts, followed, interlude, peak,
                            repetitions)
from muscles.person import blend, blend_ratio, collar_degrees
from muscles.postures import SITTING_ARMS_HANGING, STANDING, varied
from muscles.surroundings import arrive, leave

# Of a usual roll; from the smallest and the fullest mobility.
QUICKEST_SECONDS, SLOWEST_SECONDS = 1.3, 7.0
LEAST_RISE_METRES, MOST_RISE_METRES = 0.03, 0.056
LEAST_DEPTH_METRES, MOST_DEPTH_METRES = 0.016, 0.042
QUARTERS = (0.3, 0.26, 0.26, 0.18)
# Depth counts less than rise in how far a shoulder is from rest.
DEPTH_WEIGHT = 0.7
# Who rolls no slower than this stiffens the shoulder: it follows faster by this ratio.
QUICK_SECONDS = 2.5
QUICK_STIFFNESS = 1.25


def shoulder_roll(body: Body) -> list[Event]:
    """A set of 6 to 15 rolls, seated or standing."""
    is_seated = body.happens(0.5)
    base = varied(body.random, SITTING_ARMS_HANGING if is_seated else STANDING)
    arrive(body, base, body.between(5, 30))
    usual_seconds = blend_ratio(QUICKEST_SECONDS, SLOWEST_SECONDS, body.person.slowness)
    rise, depth, spans = courses(body, usual_seconds)
    hertz = body.person.arm_hertz * (1 if usual_seconds > QUICK_SECONDS else QUICK_STIFFNESS)
    rise, depth = followed(body, rise, hertz), followed(body, depth, hertz)
    rise /= np.median([peak(rise, span)[1] for span in spans])
    depth /= max(0.3, float(np.median([np.ptp(depth[samples(span)]) for span in spans])))
    mobility = body.person.mobility
    rise_metres = blend(LEAST_RISE_METRES, MOST_RISE_METRES, mobility)
    depth_metres = blend(LEAST_DEPTH_METRES, MOST_DEPTH_METRES,
                         0.6 * mobility + 0.4 * body.between(0, 1))
    move_shoulder(body, rise, depth, rise_metres, depth_metres)
    away = np.hypot(rise_metres * rise, DEPTH_WEIGHT * depth_metres * depth)
    leave(body, base, body.between(4, 23), not is_seated)
    return repetitions(away, spans)


def samples(span: Event) -> slice:
    """The samples of a span, with the limb's being late."""
    return slice(int(span.start * RATE_HERTZ), int((span.end + 0.2) * RATE_HERTZ))


def courses(body: Body, usual_seconds: float) -> tuple[np.ndarray, np.ndarray, list[Event]]:
    """Wanted rise and depth (n each) in shares of the range, and the spans of the rolls."""
    between, person, habits = body.between, body.person, draw_habits(body)
    rise, depth, spans = Course(body), Course(body), []
    rest_seconds = 0.0 if body.happens(0.55) else 0.2 + person.pausing * between(0.5, 1.5)
    forward = between(0.25, 0.7)
    count = body.count(6, 15)
    for index, (seconds, size) in enumerate(efforts(body, count, usual_seconds)):
        if index:
            interlude(body, rise, habits, between(0.4, 0.8), STIRRING)
            depth.stay(rise.now - depth.now)
        start = rise.now
        is_run = rest_seconds == 0 and index < count - 1
        corners = ((1, 0.15), (0.55, forward - 1), (0, -0.35),
                   (0.05 * is_run, forward * is_run))
        shares = np.array(QUARTERS) * np.exp(
            0.15 * person.irregularity * body.random.normal(size=len(QUARTERS)))
        hesitates_at = body.random.integers(0, 3) if body.happens(habits.hesitating) else -1
        for quarter, (share, (height, front)) in enumerate(zip(shares / sum(shares), corners)):
            rise.go(size * height, share * seconds)
            depth.go(size * front, share * seconds)
            if quarter == hesitates_at:
                rise.stay(between(0.2, 0.8))
                depth.stay(rise.now - depth.now)
        spans.append(Event(start, rise.now))
        rise.stay(body.around(rest_seconds, 0.4))
        depth.stay(rise.now - depth.now)
    body.now = rise.now
    return rise.values(), depth.values(), spans


def move_shoulder(body: Body, rise: np.ndarray, depth: np.ndarray, rise_metres: float,
                  depth_metres: float) -> None:
    """Moves the girdle (n each), and the arm which hangs from it, by a few degrees."""
    between, person = body.between, body.person
    late = int(between(0, 0.1) * RATE_HERTZ)
    up, front = (np.concatenate([np.zeros(late), values]) for values in (rise, depth))
    follows = between(0.7, 1.7)
    # The arm is a pendulum, whose upper end is pushed to and fro.
    push = np.gradient(np.gradient(depth_metres * depth)) * RATE_HERTZ ** 2
    pendulum = np.degrees(following(-push / GRAVITY, between(0.8, 1), between(0.3, 0.6)))
    overlays = (
        ("elevation", collar_degrees(person, rise_metres) * rise),
        ("protraction", collar_degrees(person, depth_metres) * depth),
        ("flexion", pendulum),
        ("flexion", follows * (between(1, 4) * front - between(-1, 1.5) * up)),
        ("abduction", follows * between(0.8, 3.2) * up),
        ("rotation", follows * (between(1, 5) * front + between(-2, 2) * up)),
        ("elbow", follows * between(0, 5) * up),
        ("pronation", follows * 3 * front),
        ("bend", -between(0.2, 2) * up),
        ("effort", 0.5 * np.abs(rise)))
    for channel, values in overlays:
        body.lay_over(channel, 0, values)
