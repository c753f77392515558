"""One recording: somebody moves, and a sensor measures it."""
import numpy as np

from common.chance import generator
from common.plans import Event, Plan
from common.signals import without_gyroscope
from muscles.body import Body
from muscles.chain import sensor_pose
from muscles.dynamics import RATE_HERTZ
from muscles.everyday import perform_activity
from muscles.exercises import PERFORMED
from muscles.person import draw_person
from muscles.physiology import add_physiology
from muscles.postures import STANDING, varied
from muscles.sensor import measured, worn

# An accelerometer alone sees a squeeze only as a tilt. Below this, sway and drift hide it.
LEAST_TILT_DEGREES = 1.5
# From a hold to where the person surely is at rest, if no other hold is on that side.
TO_REST_SECONDS = 1.5


def record(plan: Plan, seed: int) -> tuple[np.ndarray, list[Event]]:
    """The samples (m x 4 or 7: seconds, m/s^2, degrees per second) and events of a recording."""
    random, is_observable = generator(seed, plan.name), False
    while not is_observable:
        person = draw_person(random)
        body = Body(random, person, varied(random, STANDING))
        events = []
        if plan.exercise:
            events = PERFORMED[plan.exercise](body)
        else:
            perform_activity(body, plan.activity)
        signals = body.signals()
        add_physiology(random, person, signals)
        positions, limb = sensor_pose(random, person, plan.placement, signals)
        rotations = worn(random, limb, signals["effort"])
        is_observable = (plan.exercise != "scapular-squeeze" or plan.has_gyroscope
                         or tilt_degrees(rotations, events) >= LEAST_TILT_DEGREES)
    samples = measured(random, body, signals, positions, rotations)
    return samples if plan.has_gyroscope else without_gyroscope(samples), events


def tilt_degrees(rotations: np.ndarray, holds: list[Event]) -> float:
    """By how much a sensor (n x 3 x 3) tilts in the middling hold against the rests beside it."""
    rests = [holds[0].start - TO_REST_SECONDS]
    rests += [(before.end + after.start) / 2 for before, after in zip(holds, holds[1:])]
    rests += [holds[-1].end + TO_REST_SECONDS]
    middles = [(hold.start + hold.end) / 2 for hold in holds]
    at_rest, held = (rotations[(np.array(times) * RATE_HERTZ).astype(int), 2]
                     for times in (rests, middles))
    cosines = np.stack([np.sum(held * at_rest[:-1], axis=1), np.sum(held * at_rest[1:], axis=1)])
    return float(np.median(np.degrees(np.arccos(np.clip(cosines, -1, 1))).mean(axis=0)))
