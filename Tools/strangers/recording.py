"""One recording: somebody performs, and a sensor measures it."""
from dataclasses import dataclass

import numpy as np

from body import Actor
from chain import sensor_pose
from everyday import perform_activity
from exercises import EXERCISES
from mounting import draw_mounting
from pacing import Event
from physiology import add_physiology
from sensor import recorded


@dataclass(frozen=True)
class Plan:
    """What is recorded: a set of an exercise, or an everyday activity where there is none.

    `number` counts from 1 within an exercise and placement, or within the activities.
    """

    exercise: str
    activity: str
    placement: str
    number: int

    @property
    def name(self) -> str:
        """The file's name without its extension."""
        what = self.exercise or f"control-{self.activity}"
        return f"{what}-{self.placement}-{self.number:02d}"

    @property
    def has_gyroscope(self) -> bool:
        """Half of the sensors have only an accelerometer."""
        return self.number % 2 == 1


def record(plan: Plan, random: np.random.Generator) -> tuple[np.ndarray, list[Event]]:
    """The samples (m x 7: seconds, m/s^2, degrees per second) and the events of a recording."""
    actor = Actor(random, plan.placement)
    events = []
    if plan.exercise:
        events = EXERCISES[plan.exercise].perform(actor)
    else:
        perform_activity(actor, plan.activity)
    signals = actor.signals()
    add_physiology(random, signals, actor.breath_depth)
    mounting = draw_mounting(random, plan.placement, actor.person)
    positions, rotations = sensor_pose(actor.person, plan.placement, mounting, signals)
    return recorded(random, positions, rotations), events
