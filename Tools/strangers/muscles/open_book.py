"""Open books: lying on a side, the upper arm is opened to the other side, and the chest with it."""
import numpy as np

from common.plans import Event
from muscles.body import Body
from muscles.dynamics import RATE_HERTZ
from muscles.pacing import STIRRING, followed, there_and_back
from muscles.person import blend, blend_ratio
from muscles.postures import KNEELING, ON_BACK, ON_FLOOR, STANDING, Posture
from muscles.surroundings import kneel_down, meanwhile

QUICKEST_SECONDS, SLOWEST_SECONDS = 2.4, 8.0
# With the smallest and the fullest mobility.
LEAST_TWIST_DEGREES, MOST_TWIST_DEGREES = 16.0, 55.0
LEAST_ARM_DEGREES, MOST_ARM_DEGREES = 55.0, 105.0


def open_book(body: Body) -> list[Event]:
    """A set of 5 to 12 openings of the arm with the sensor."""
    between, person = body.between, body.person
    base = body.posture()
    meanwhile(body, base, between(3, 13))
    lie_down(body)
    start = body.now
    usual_seconds = blend_ratio(QUICKEST_SECONDS, SLOWEST_SECONDS, person.slowness)
    course, events = there_and_back(
        body, body.count(5, 12), usual_seconds,
        1.5 * person.pausing * between(0.2, 1), person.pausing * between(0.5, 1.5), STIRRING)
    twist = blend(LEAST_TWIST_DEGREES, MOST_TWIST_DEGREES,
                  0.7 * person.mobility + 0.3 * between(0, 1))
    arm = blend(LEAST_ARM_DEGREES, MOST_ARM_DEGREES,
                0.6 * person.mobility + 0.4 * between(0, 1))
    body.drive(course, {
        "across": arm, "elbow": between(-2, 22), "rotation": between(-25, 8),
        "flexion": between(-8, 18), "pronation": between(-25, 25),
        "protraction": -between(6, 16), "lean": -12 * person.side * between(0, 1) ** 2})
    # In many, the chest comes after the arm.
    body.drive(np.maximum(course, 0) ** between(0.9, 1.7), {"twist": person.side * twist}, 0.15)
    opening = followed(body, course, person.arm_hertz)
    body.lay_over("effort", 0, 0.3 * np.clip(opening, 0, 1.2))
    body.lay_over("stillness", start, np.full(int((body.now - start) * RATE_HERTZ), -0.65))
    get_up(body, base)
    return events


def lie_down(body: Body) -> None:
    """Comes to lie on the side away from the sensor, and settles."""
    between, side = body.between, body.person.side
    kneel_down(body)
    body.wait(between(0.2, 1))
    body.move(body.facing(ON_FLOOR), between(1.2, 2.2))
    body.wait(between(0.3, 2))
    lying = STANDING | {
        "height": 0.2, "pitch": between(-6, 6), "lean": side * 90 + between(-8, 8),
        "bend": between(0, 10), "flexion": between(82, 96), "across": between(-18, -4),
        "abduction": 0, "rotation": between(-10, 10), "elbow": between(4, 15),
        "pronation": between(20, 80), "protraction": between(0, 8), "hanging": 0}
    body.move(body.facing(lying), between(1.5, 3))
    body.knock(0.5, 2, body.now - 0.3)
    settling = between(1, 5)
    body.wander(settling, 0.3, 1.2, {"lean": 1.5, "flexion": 1.5, "across": 1.5})
    body.wait(settling + between(0.6, 5))


def get_up(body: Body, base: Posture) -> None:
    """Rests for a while, on the back or as before; most get up."""
    between = body.between
    body.wait(between(0.5, 3))
    if body.happens(0.3):
        body.move(body.facing(ON_BACK), between(1.5, 2.5))
        body.wait(between(2.5, 12))
    if body.happens(0.8):
        body.move(body.facing(ON_FLOOR), between(1.5, 2.8))
        body.wait(between(0.3, 2))
        body.move(body.facing(KNEELING), 1.5)
        body.move(body.facing(base), between(1.2, 2))
        meanwhile(body, base, between(2.5, 12))
    else:
        resting = between(4, 12)
        body.wander(resting, 0.2, 0.8, {"flexion": 2, "elbow": 2, "abduction": 2})
        body.wait(resting)
