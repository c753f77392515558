"""Bent-over rows: bent forward in the hips, a weight is pulled up to the trunk and let down."""
import numpy as np

from common.plans import Event
from muscles.body import Body
from muscles.dynamics import RATE_HERTZ
from muscles.pacing import GRIPPING, followed, there_and_back
from muscles.person import blend, blend_ratio
from muscles.postures import STANDING, Posture, varied
from muscles.surroundings import meanwhile, walk
from muscles.tasks import pick_up

QUICKEST_SECONDS, SLOWEST_SECONDS = 1.2, 6.5
# How far the upper arm goes back, with the smallest and the fullest mobility.
LEAST_ARC_DEGREES, MOST_ARC_DEGREES = 30.0, 82.0
# Quicker rows leave little time at their ends.
PAUSING_FROM_SECONDS = 2.0


def bent_over_row(body: Body) -> list[Event]:
    """A set of 6 to 15 rows, with one arm or both."""
    between, person = body.between, body.person
    base = body.posture()
    meanwhile(body, base, between(4, 17))
    pick_up(body, base)
    if body.happens(0.4):
        walk(body, between(1.5, 4), are_arms_free=False)
    body.move(body.facing(varied(body.random, STANDING, 0.5)) | {
        "height": 0.86, "pitch": between(38, 72),
        "bend": between(0, 10), "flexion": between(-3, 6), "elbow": between(6, 18),
        "pronation": between(0, 80), "rotation": between(-10, 15)}, between(1, 2.2))
    body.wait(between(0.4, 3.5))
    start = body.now
    usual_seconds = blend_ratio(QUICKEST_SECONDS, SLOWEST_SECONDS, person.slowness)
    pausing = person.pausing * (1 if usual_seconds > PAUSING_FROM_SECONDS else 0.25)
    course, events = there_and_back(
        body, body.count(6, 15), usual_seconds, pausing * between(0.2, 1),
        pausing * between(0.5, 1.5), GRIPPING)
    body.drive(course, gains(body))
    pulling = followed(body, course, person.arm_hertz)
    loaded = 0.25 + 0.65 * np.clip(pulling[int(start * RATE_HERTZ):], 0, 1.3)
    body.lay_over("effort", start, loaded)
    put_down(body, base)
    meanwhile(body, base, between(3, 21))
    return events


def gains(body: Body) -> Posture:
    """What a full pull of this person changes, in degrees."""
    between, person = body.between, body.person
    arc = blend(LEAST_ARC_DEGREES, MOST_ARC_DEGREES, person.mobility)
    is_one_armed = body.happens(0.4)
    return {
        "flexion": -arc, "elbow": arc * between(0.8, 1.25), "abduction": between(0, 30),
        "rotation": between(-10, 10),
        "pronation": between(-10, 55) if body.happens(0.7) else 0.0,
        "protraction": -between(3, 14) * (0.4 + 0.6 * person.mobility),
        "elevation": between(-2, 4), "pitch": -7 * between(0, 1) ** 2,
        "twist": person.side * between(1, 12) if is_one_armed else 0.0}


def put_down(body: Body, base: Posture) -> None:
    """Puts the weight down, after standing up with it or at once, and stands."""
    between = body.between
    body.wait(between(0.3, 2))
    upright = body.facing(base)
    if body.happens(0.5):
        body.move(upright, between(1, 1.8))
        body.wait(between(0, 1.5))
        pick_up(body, base)
    else:
        body.move({"pitch": 82, "height": 0.7, "flexion": 10}, between(0.6, 1.2))
        body.knock(1, 4)
        body.move(upright, between(1, 2))
