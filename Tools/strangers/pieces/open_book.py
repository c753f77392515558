"""Open books: lying on the side, the upper arm opens to the back and the trunk turns after it."""
from common.plans import Event
from pieces.actor import Actor
from pieces.fidgets import reach
from pieces.habits import Habits
from pieces.repetitions import Pattern, repeat
from pieces.transfers import arrive, get_down, leave


def open_book(actor: Actor, habits: Habits) -> list[Event]:
    """A set of 5 to 12 openings."""
    pattern = draw_pattern(actor, habits)
    arrive(actor)
    get_down(actor, "lying-on-side")
    if actor.happens(0.4):
        reach(actor, (0.5, 1))
    actor.assume("lying-on-side", 1.2)
    actor.wait((0.5, 3.5))
    start = actor.now
    events = repeat(actor, pattern, actor.count(5, 12))
    actor.waver(actor.now - start, (0.2, 2), start=start, elbow_flexion=actor.between(0.3, 1.5),
                pronation=actor.between(0.5, 3))
    leave(actor)
    return events


def draw_pattern(actor: Actor, habits: Habits) -> Pattern:
    """A way of opening, in which the arm leads the trunk or follows it."""
    follower = "trunk_twist" if habits.happens(0.5) else "horizontal_abduction"
    lags = {follower: (0, 0.25), "pelvis_roll": (0, 0.3), "elbow_flexion": (0, 0.3),
            "shoulder_flexion": (0, 0.2), "shoulder_rotation": (0, 0.2), "pronation": (0, 0.3)}
    return Pattern(
        changes={
            "horizontal_abduction": habits.ranged(35, 100), "trunk_twist": habits.ranged(15, 62),
            "pelvis_roll": -habits.between(0, 14), "shoulder_flexion": habits.normal(0, 10),
            "elbow_flexion": habits.between(-3, 25), "shoulder_rotation": habits.normal(8, 14),
            "pronation": habits.normal(-10, 25), "trunk_lean": habits.normal(0, 3),
            "clavicle_protraction": -habits.between(4, 16),
            "clavicle_elevation": habits.normal(0, 3)},
        lags={channel: habits.draw(lag) for channel, lag in lags.items()},
        seconds=habits.paced(3.2, 11), share_out=habits.between(0.4, 0.55),
        pause_out=habits.paused((0.3, 3), 0.35), pause_back=habits.paused((0.2, 3), 0.3),
        knock_out=actor.between(0, 1.5), knock_back=actor.between(0, 2.5),
        incomplete_chance=0.05)
