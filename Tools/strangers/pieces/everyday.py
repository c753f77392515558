"""Recordings in which nobody exercises: everyday activities by their names."""
from collections.abc import Callable
from dataclasses import dataclass

from pieces import everyday_resting as resting
from pieces import everyday_working as working
from pieces.actor import Actor

PLACEMENTS = ("wrist", "upper-arm", "shoulder", "upper-back")
SHORTEST_SECONDS, LONGEST_SECONDS = 90.0, 225.0


@dataclass
class Activity:
    """Begins in a posture; `act` does one round of it, which is done again and again."""

    posture: str
    act: Callable[[Actor], None]


ACTIVITIES = {
    "walking": Activity("standing", working.walk_about),
    "stairs": Activity("standing", working.climb_stairs),
    "typing": Activity("sitting", resting.type_text),
    "drinking": Activity("sitting", resting.drink),
    "stirring": Activity("standing", working.stir_pot),
    "chopping": Activity("standing", working.chop),
    "teeth": Activity("standing", working.brush_teeth),
    "vacuuming": Activity("standing", working.vacuum),
    "talking": Activity("sitting", resting.talk),
    "laundry": Activity("standing", working.fold_laundry),
    "reading": Activity("sitting", resting.read),
    "sitting-down": Activity("sitting", resting.sit_and_stand),
    "dressing": Activity("standing", working.dress),
    "bags": Activity("standing", working.carry_bags),
    "driving": Activity("sitting", resting.drive),
    "lying": Activity("lying-on-back", resting.lie),
    "telephone": Activity("standing", resting.use_telephone),
    "shelf": Activity("standing", working.fill_shelf),
}


def placements_in_turn(count: int, _: int) -> list[str]:
    """Where the sensor is worn in so many controls; an activity that comes again gets the next
    placement."""
    return [PLACEMENTS[(index + index // len(ACTIVITIES)) % len(PLACEMENTS)]
            for index in range(count)]


def perform_activity(actor: Actor, name: str) -> None:
    """A whole recording of an activity."""
    end = actor.between(SHORTEST_SECONDS, LONGEST_SECONDS)
    actor.begin(ACTIVITIES[name].posture)
    actor.wait((0.5, 2))
    while actor.now < end:
        ACTIVITIES[name].act(actor)
