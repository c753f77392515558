"""The exercises by their names: each acts a set and tells its events."""
from collections.abc import Callable

from common.plans import Event
from muscles.bent_over_row import bent_over_row
from muscles.body import Body
from muscles.childs_pose import childs_pose
from muscles.open_book import open_book
from muscles.scapular_squeeze import scapular_squeeze
from muscles.shoulder_roll import shoulder_roll

PERFORMED: dict[str, Callable[[Body], list[Event]]] = {
    "shoulder-roll": shoulder_roll,
    "open-book": open_book,
    "bent-over-row": bent_over_row,
    "scapular-squeeze": scapular_squeeze,
    "childs-pose": childs_pose,
}
