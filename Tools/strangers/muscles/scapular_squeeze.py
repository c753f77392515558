"""Scapular squeezes: the shoulder blades are drawn together, held, and let go."""
import numpy as np

from common.plans import Event
from muscles.body import Body
from muscles.pacing import STIRRING, Course, draw_habits, followed, holds, interlude
from muscles.person import blend, blend_ratio, collar_degrees
from muscles.postures import SITTING, SITTING_ARMS_HANGING, STANDING, varied
from muscles.surroundings import arrive, leave

SHORTEST_HOLD_SECONDS, LONGEST_HOLD_SECONDS = 3.6, 9.5
SHORTEST_REST_SECONDS, LONGEST_REST_SECONDS = 1.6, 5.5
QUICKEST_WAY_SECONDS, SLOWEST_WAY_SECONDS = 0.3, 1.15
# How far a shoulder goes back, and the upper arm turns, with the smallest and the fullest mobility.
LEAST_METRES, MOST_METRES = 0.01, 0.03
LEAST_TURN_DEGREES, MOST_TURN_DEGREES = 3.0, 12.0


def scapular_squeeze(body: Body) -> list[Event]:
    """A set of 5 to 12 squeezes, seated or standing."""
    is_seated = body.happens(0.5)
    seat = SITTING_ARMS_HANGING if body.happens(0.5) else SITTING
    base = varied(body.random, seat if is_seated else STANDING)
    arrive(body, base, body.between(5, 30))
    course, plateaus = squeezes(body)
    wanted = course.values()
    body.drive(wanted, gains(body))
    progress = followed(body, wanted, body.person.arm_hertz)
    body.lay_over("effort", 0, np.clip(progress, 0, 1.3))
    body.now = course.now
    leave(body, base, body.between(4, 23), not is_seated)
    return holds(progress, plateaus)


def squeezes(body: Body) -> tuple[Course, list[Event]]:
    """The course of a set, and when the squeezes are held in it."""
    between, person, random = body.between, body.person, body.random
    habits, course, plateaus = draw_habits(body), Course(body), []
    usual_hold = blend_ratio(SHORTEST_HOLD_SECONDS, LONGEST_HOLD_SECONDS, between(0, 1))
    usual_rest = between(SHORTEST_REST_SECONDS, LONGEST_REST_SECONDS)
    way_seconds = blend(QUICKEST_WAY_SECONDS, SLOWEST_WAY_SECONDS, person.slowness)
    sagging = between(-0.05, 0.11)
    count = body.count(5, 12)
    for index in range(count):
        if index:
            course.stay(np.clip(body.around(usual_rest, 0.2 * person.irregularity), 1.5, 6))
            interlude(body, course, habits, 0.4, STIRRING)
        uneven = np.clip(1 + 0.06 * person.irregularity * random.normal(), 0.8, 1.2)
        size = (1 - 0.15 * person.fatigue * index / count) * uneven
        course.ramp(size, body.around(way_seconds, 0.2), habits.hesitating / 2)
        held = course.now
        hold = np.clip(body.around(usual_hold, 0.1 * person.irregularity), 3.1, 9.8)
        pieces = max(2, int(hold))
        for piece in range(1, pieces + 1):
            wavering = 0.02 * person.irregularity * random.normal()
            course.go(size * (1 - sagging * piece / pieces + wavering), hold / pieces)
        plateaus.append(Event(held, course.now))
        is_loose = index == count - 1 or body.happens(0.7)
        course.ramp(0 if is_loose else 0.06 * size, body.around(way_seconds, 0.2))
    return course, plateaus


def gains(body: Body) -> dict[str, float]:
    """What a full squeeze of this person changes, in degrees."""
    between, mobility = body.between, body.person.mobility
    girdle = collar_degrees(body.person, blend(LEAST_METRES, MOST_METRES, mobility))
    share = 0.6 * mobility + 0.4 * between(0, 1) + 0.1 * body.random.normal()
    turn = blend(LEAST_TURN_DEGREES, MOST_TURN_DEGREES, float(np.clip(share, 0, 1)))
    # The upper arm goes back, out and outwards, each person in shares of their own.
    shares = np.array([between(0.4, 1), between(-0.3, 0.5), between(0.3, 1)])
    back, out, outwards = turn * shares / np.linalg.norm(shares)
    return {"protraction": -girdle, "elevation": between(-0.4, 0.4) * girdle, "flexion": -back,
            "abduction": out, "rotation": -outwards, "bend": -between(0.3, 3),
            "pitch": between(-1, 1), "elbow": between(-1, 4)}
