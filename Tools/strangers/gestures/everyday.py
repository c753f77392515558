"""Recordings in which nobody exercises: everyday activities by their names."""
from collections.abc import Callable

from gestures import everyday_moving, everyday_resting
from gestures.body import Actor
from gestures.surroundings import handle_sensor

SHORTEST_SECONDS, LONGEST_SECONDS = 60, 180

# Each goes on until a time in seconds.
ACTIVITIES: dict[str, Callable[[Actor, float], None]] = {
    "walking": everyday_moving.walking,
    "typing": everyday_resting.typing,
    "stirring": everyday_moving.stirring,
    "teeth": everyday_moving.brushing_teeth,
    "laundry": everyday_moving.laundry,
    "driving": everyday_resting.driving,
    "stairs": everyday_moving.climbing_stairs,
    "bed": everyday_resting.lying_in_bed,
    "window": everyday_moving.wiping_windows,
    "tea": everyday_resting.drinking_tea,
    "boxes": everyday_moving.carrying_boxes,
    "dog": everyday_moving.walking_a_dog,
    "telephone": everyday_resting.using_telephone,
}


def perform_activity(actor: Actor, name: str) -> None:
    """A whole recording of an activity."""
    end = actor.between(SHORTEST_SECONDS, LONGEST_SECONDS)
    if actor.happens(0.5):
        handle_sensor(actor, actor.between(2, 5), is_coming=True)
    actor.wait(actor.between(0.5, 2))
    ACTIVITIES[name](actor, end)
    actor.wait(0.5)
