"""Open book: lying on one side, the upper arm opens backwards over the body, and closes."""
from common.plans import Event
from gestures.body import Actor
from gestures.motion import Pose
from gestures.pacing import durations, pause, pauses
from gestures.surroundings import arrive, leave, rest

SHORTEST_SECONDS, LONGEST_SECONDS = 3.0, 8.0
SKEW = (-0.3, 0.3)
# An elbow that bends by less than this is held as it is.
LEAST_BEND_DEGREES = 8
OPENING = ("trunk_twist", "horizontal_abduction", "supination", "shoulder_flexion",
           "shoulder_rotation")


def open_book(actor: Actor) -> list[Event]:
    """A set of 5 to 12 openings."""
    between = actor.between
    arrive(actor)
    actor.move(actor.kneeling(), between(1.5, 2.5))
    actor.wait(between(0.2, 0.8))
    actor.move(actor.on_floor(), between(1.2, 2.2))
    actor.wait(between(0.3, 1.5))
    closed = lie_down(actor)
    start = actor.now
    events = openings(actor, closed)
    actor.waver(start, actor.now, 1.8, {
        "horizontal_abduction": 0.22, "shoulder_flexion": 0.22, "elbow_flexion": 0.22,
        "shoulder_rotation": 0.22, "supination": 0.4, "trunk_twist": 0.1})
    rest(actor, between(2, 6))
    actor.move(actor.on_floor(), between(1.5, 2.8))
    actor.wait(between(0.3, 1.5))
    leave(actor, actor.standing() if actor.happens(0.7) else None)
    return events


def lie_down(actor: Actor) -> Pose:
    """Lies down on the other side, the arm forward; returns the pose in which it is closed."""
    between = actor.between
    closed = {
        "pelvis_height": 0.15, "pelvis_pitch": between(-6, 8),
        "pelvis_roll": actor.person.side * between(80, 100), "trunk_twist": between(-8, 6),
        "trunk_flexion": between(0, 18), "trunk_lean": between(-5, 5),
        "horizontal_abduction": between(-12, 5), "shoulder_flexion": between(75, 95),
        "shoulder_abduction": between(-3, 8), "shoulder_rotation": between(-15, 20),
        "elbow_flexion": between(3, 18), "supination": between(-40, 20)}
    arm = {name: closed[name] for name in ("shoulder_flexion", "elbow_flexion")}
    if actor.happens(0.4):
        on_hip = {"shoulder_flexion": between(0, 30), "elbow_flexion": between(20, 70)}
        actor.move(closed | on_hip, between(1.8, 3))
        actor.wait(between(1, 3))
        actor.move(arm, between(0.9, 1.6))
    else:
        actor.move(closed, between(1.8, 3.2))
    rest(actor, between(2, 10))
    if abs(actor.current["shoulder_flexion"] - 85) > 12:
        actor.move(actor.kept("elbow_flexion") | {"shoulder_flexion": between(78, 92)}, 1.0)
        actor.wait(1.0)
    return actor.kept(*closed)


def openings(actor: Actor, closed: Pose) -> list[Event]:
    """Opens and closes the arm again and again."""
    between = actor.between
    number = actor.count(5, 12)
    lengths = durations(actor, number, SHORTEST_SECONDS, LONGEST_SECONDS)
    breaks = pauses(actor, number, 0.12)
    twist, opening = between(28, 58), between(55, 105)
    held_share = between(0, 0.3) if actor.happens(0.7) else 0.0
    resting_share = between(0, 0.12) if actor.happens(0.6) else 0.0
    growth = between(-0.05, 0.15)
    bend = between(5, 45) if actor.happens(0.4) else 0.0
    supination, flexion = between(0, 50), between(-12, 12)
    events = []
    for index, length in enumerate(float(length) for length in lengths):
        if index in breaks:
            pause(actor, "still" if breaks[index] == "sip" else breaks[index])
        size = (1 + growth * (index / number - 0.5)) * actor.normal(1, 0.05)
        moving = length * (1 - held_share - resting_share)
        out = moving * between(0.44, 0.56)
        back = moving - out
        start, turning = actor.now, actor.now + out + held_share * length
        changes = {"trunk_twist": twist * size, "horizontal_abduction": opening * size,
                   "supination": supination * size, "shoulder_flexion": flexion,
                   "shoulder_rotation": between(0, 20)}
        opened = {channel: closed[channel] + change * actor.normal(1, 0.03)
                  for channel, change in changes.items()}
        actor.step_loosely(opened, start, out, 0.1, SKEW)
        closed_again = {channel: closed[channel] + actor.normal(0, 1.5) for channel in OPENING}
        actor.step_loosely(closed_again, turning, back, 0.1, SKEW)
        if bend > LEAST_BEND_DEGREES:
            bend_elbow(actor, start, out, closed["elbow_flexion"], bend)
            bend_elbow(actor, turning, back, closed["elbow_flexion"], bend)
        events.append(Event(start, turning + back))
        actor.wait(length)
    return events


def bend_elbow(actor: Actor, start: float, duration: float, straight: float, bend: float) -> None:
    """Bends the elbow (degrees) on the arm's way across the body, and straightens it."""
    half = duration / 2
    actor.step("elbow_flexion", start, half, straight + bend)
    actor.step("elbow_flexion", start + half, half, straight)
