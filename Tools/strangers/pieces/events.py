"""What counts as a repetition, and as a hold of the limb under the sensor."""
import numpy as np

from common.plans import Event
from pieces.actor import Actor
from pieces.chain import sensor_seat
from pieces.noises import RATE_HERTZ

# A repetition or a hold lasts while more than this share of its way is done.
REP_SHARE, HOLD_SHARE = 0.2, 0.8
LATE_SECONDS = 0.3


def held(actor: Actor, placement: str, events: list[Event]) -> list[Event]:
    """The holds alone, from events that take in the ways into them and out of them.

    How much of its way a limb has gone is how near it is turned to where it is in the middle.
    """
    count = int((actor.now + 1) * RATE_HERTZ)
    _, seat = sensor_seat(actor.person, placement, actor.signals(count, is_bare=True))
    holds = []
    for event in events:
        first, last = int(event.start * RATE_HERTZ), int((event.end + LATE_SECONDS) * RATE_HERTZ)
        middle = int((event.start + event.end) / 2 * RATE_HERTZ)
        left = angle(seat[first:last], seat[middle])
        before, after = left[:middle - first], left[middle - first:]
        coming = np.flatnonzero(before > (1 - HOLD_SHARE) * before[0])[-1]
        going = np.flatnonzero(after > (1 - HOLD_SHARE) * after[-1])[0]
        holds.append(Event((first + coming) / RATE_HERTZ, (middle + going) / RATE_HERTZ))
    return holds


def angle(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """The degrees (n) between rotations (n x 3 x 3, or one for all)."""
    trace = np.einsum("...ij,...ij->...", first, second)
    return np.degrees(np.arccos(np.clip((trace - 1) / 2, -1, 1)))
