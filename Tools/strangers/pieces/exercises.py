"""The exercises by their names: each acts a set and tells its events.

A hold's event takes in the ways into it and out of it.
"""
from collections.abc import Callable

from common.plans import Event
from pieces.actor import Actor
from pieces.bent_over_row import bent_over_row
from pieces.childs_pose import childs_pose
from pieces.habits import Habits
from pieces.open_book import open_book
from pieces.scapular_squeeze import scapular_squeeze
from pieces.shoulder_roll import shoulder_roll

PERFORMED: dict[str, Callable[[Actor, Habits], list[Event]]] = {
    "shoulder-roll": shoulder_roll,
    "open-book": open_book,
    "bent-over-row": bent_over_row,
    "scapular-squeeze": scapular_squeeze,
    "childs-pose": childs_pose,
}
