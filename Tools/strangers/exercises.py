"""The exercises by their names, and where the sensor is worn for each."""
from collections.abc import Callable
from dataclasses import dataclass

from bent_over_row import bent_over_row
from body import Actor
from childs_pose import childs_pose
from open_book import open_book
from pacing import Event
from scapular_squeeze import scapular_squeeze
from shoulder_roll import shoulder_roll


@dataclass
class Exercise:
    """`perform` acts a set and tells its events, which are of the kind `rep` or `hold`."""

    perform: Callable[[Actor], list[Event]]
    kind: str
    placements: tuple[str, ...]


EXERCISES = {
    "shoulder-roll": Exercise(shoulder_roll, "rep", ("upper-arm", "shoulder")),
    "open-book": Exercise(open_book, "rep", ("upper-arm", "wrist", "upper-back")),
    "bent-over-row": Exercise(bent_over_row, "rep", ("upper-arm", "wrist")),
    "scapular-squeeze": Exercise(scapular_squeeze, "hold", ("upper-arm", "shoulder")),
    "childs-pose": Exercise(
        childs_pose, "hold", ("upper-back", "wrist", "upper-arm", "shoulder")),
}
