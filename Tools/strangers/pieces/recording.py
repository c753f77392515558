"""One recording: somebody performs, and a sensor measures it."""
import numpy as np

from common.chance import generator
from common.plans import EXERCISES, Event, Plan
from pieces.actor import Actor
from pieces.device import draw_device
from pieces.events import held
from pieces.everyday import perform_activity
from pieces.exercises import PERFORMED
from pieces.habits import Habits
from pieces.noises import RATE_HERTZ
from pieces.person import draw_person, on_another_day
from pieces.physiology import add_physiology
from pieces.sensor import felt, measured

LAST_SECONDS = 0.3


def record(plan: Plan, seed: int) -> tuple[np.ndarray, list[Event]]:
    """The samples (m x 4 or 7: seconds, m/s^2, degrees per second) and the events by the sensor's
    clock. The same number is the same person, who has the same habits at every placement."""
    random = generator(seed, plan.name)
    known_as = f"person-{plan.number}"
    usual = draw_person(generator(seed, known_as))
    actor = Actor(random, on_another_day(usual, random))
    events = []
    if plan.exercise:
        own = generator(seed, f"{known_as}-{plan.exercise}")
        events = PERFORMED[plan.exercise](actor, Habits(own, actor.person))
        if EXERCISES[plan.exercise].kind == "hold":
            events = held(actor, plan.placement, events)
    else:
        perform_activity(actor, plan.activity)
    count = int((actor.now + LAST_SECONDS) * RATE_HERTZ)
    signals = actor.signals(count)
    add_physiology(actor, signals, plan.placement)
    device = draw_device(random, count / RATE_HERTZ)
    samples = measured(random, *felt(actor, signals, plan.placement, device), device)
    return samples, [Event(event.start * device.clock, event.end * device.clock)
                     for event in events]
