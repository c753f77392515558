"""What is recorded: the exercises, a plan for each recording, and the events in it."""
import zlib
from dataclasses import dataclass


@dataclass(frozen=True)
class Exercise:
    """What its events are, `rep` or `hold`, and where the sensor is worn for it."""

    kind: str
    placements: tuple[str, ...]


EXERCISES = {
    "shoulder-roll": Exercise("rep", ("upper-arm", "shoulder")),
    "open-book": Exercise("rep", ("upper-arm", "wrist", "upper-back")),
    "bent-over-row": Exercise("rep", ("upper-arm", "wrist")),
    "scapular-squeeze": Exercise("hold", ("upper-arm", "shoulder")),
    "childs-pose": Exercise("hold", ("upper-back", "wrist", "upper-arm", "shoulder")),
}


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
        """About every other sensor has one, whatever is done, where the simulator does not draw
        that: the parity of a checksum of the name."""
        return zlib.crc32(self.name.encode()) % 2 == 1


@dataclass(frozen=True)
class Event:
    """A repetition or a hold, from its start to its end in seconds."""

    start: float
    end: float
