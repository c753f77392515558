"""One recording: somebody performs, and a sensor measures it."""
import numpy as np

from common.chance import generator
from common.plans import Event, Plan
from common.signals import without_gyroscope
from gestures.body import Actor
from gestures.chain import sensor_pose
from gestures.everyday import perform_activity
from gestures.exercises import PERFORMED
from gestures.mounting import draw_mounting
from gestures.physiology import add_physiology
from gestures.sensor import recorded


def record(plan: Plan, seed: int) -> tuple[np.ndarray, list[Event]]:
    """The samples (m x 4 or 7: seconds, m/s^2, degrees per second) and events of a recording."""
    random = generator(seed, plan.name)
    actor = Actor(random, plan.placement)
    events = []
    if plan.exercise:
        events = PERFORMED[plan.exercise](actor)
    else:
        perform_activity(actor, plan.activity)
    signals = actor.signals()
    add_physiology(random, signals, actor.breath_depth)
    mounting = draw_mounting(random, plan.placement, actor.person)
    positions, rotations = sensor_pose(actor.person, plan.placement, mounting, signals)
    samples = recorded(random, positions, rotations)
    return samples if plan.has_gyroscope else without_gyroscope(samples), events
