"""Recordings in which nobody exercises: everyday activities by their names.

Nobody here stays folded forward: a sensor could not tell that from a child's pose.
"""
from collections.abc import Callable

from muscles.body import Body
from muscles.postures import AT_DESK, KNEELING, ON_BACK, ON_SOFA, SITTING, STANDING, Posture, varied
from muscles.surroundings import gesture, idle, walk
from muscles.tasks import Task, drink, look_at_phone, pick_up, scratch

SHORTEST_SECONDS, LONGEST_SECONDS = 90, 240

Step = Callable[[Body, Posture], None]


def walking(low: float, high: float, are_arms_free: bool = True,
            is_climbing: bool = False) -> Step:
    """Walks for between so many seconds."""
    return lambda body, _: walk(body, body.between(low, high), are_arms_free, is_climbing)


def idling(low: float, high: float) -> Step:
    """Waits and fidgets for between so many seconds."""
    return lambda body, _: idle(body, body.between(low, high))


def staying(posture: Posture, low: float, high: float) -> Step:
    """Goes to another posture for between so many seconds, and comes back."""
    def stay(body: Body, base: Posture) -> None:
        """Does it once."""
        body.move(body.facing(varied(body.random, posture)), body.between(1, 1.8))
        body.knock(1, 5, body.now - 0.2)
        body.wait(body.between(low, high))
        # Who gets up leans forward first.
        body.move({"pitch": 35}, 0.7)
        body.move(body.facing(base), body.between(0.8, 1.5))
    return stay


def turn_over(body: Body, _: Posture) -> None:
    """Sits on the sofa otherwise, or lies down."""
    posture = ON_SOFA if body.happens(0.7) else ON_BACK
    body.move(varied(body.random, posture, 0.8), body.between(1.2, 2.5))


def carry(body: Body, base: Posture) -> None:
    """Carries something before the chest, or hanging, and walks."""
    if body.happens(0.6):
        body.move({"elbow": body.between(70, 95), "flexion": body.between(0, 25)}, 0.8)
    walk(body, body.between(8, 30), are_arms_free=False)
    body.move({"elbow": base["elbow"], "flexion": base["flexion"]}, 0.8)


def tell(body: Body, base: Posture) -> None:
    """Tells something with the hands."""
    gesture(body, base, body.between(5, 25))


AT_WHEEL = SITTING | {"flexion": 45, "elbow": 60, "abduction": 15, "pronation": 70, "pitch": -15}
AT_COUNTER = {"flexion": (20, 40), "elbow": (70, 95), "rotation": (5, 35), "abduction": (10, 25)}
SLOWLY = (1.2, 2.5)

# For each activity the usual posture, and what a round of it consists of, each with its
# probability.
ACTIVITIES: dict[str, tuple[Posture, list[tuple[float, Step]]]] = {
    "walking": (STANDING, [(1, walking(10, 50)), (0.6, idling(1, 8))]),
    "stairs": (STANDING, [(1, walking(6, 16, is_climbing=True)), (1, walking(2, 6))]),
    "desk": (AT_DESK, [
        (1, Task({}, (6, 25), hertz=(2, 3), knocks=(0.1, 0.5), band=(1, 5),
                 wanders={"pronation": 0.5, "elbow": 0.5, "rotation": 0.5})),
        (0.4, Task({"rotation": (-20, 5), "flexion": (33, 48)}, (1, 6))),
        (0.15, Task({"pitch": (-15, 8), "bend": (5, 22)}, (5, 25))),
        (0.15, scratch), (0.1, drink)]),
    "drinking": (SITTING, [(1, idling(3, 16)), (1, drink)]),
    "cooking": (STANDING, [
        (0.4, Task(AT_COUNTER, (4, 18), hertz=(0.8, 1.7), swings={
            "flexion": (3, 8), "rotation": (4, 12), "elbow": (3, 8)})),
        (0.3, Task(AT_COUNTER, (4, 18), hertz=(2, 4), knocks=(0.3, 1.5), swings={
            "elbow": (2, 6), "flexion": (0.5, 2)})),
        (0.3, Task(AT_COUNTER, (4, 18), wanders={
            "flexion": 5, "elbow": 5, "pronation": 5, "rotation": 5, "abduction": 5})),
        (0.5, Task({"flexion": (70, 125), "elbow": (15, 60)}, (0.3, 2))),
        (0.5, walking(2, 6)), (0.2, pick_up)]),
    "brushing": (STANDING, [
        (1, Task({"flexion": (30, 60), "abduction": (25, 60), "rotation": (15, 50),
                  "elbow": (110, 130), "pronation": (-10, 70)}, (6, 18), hertz=(3, 5),
                 swings={"elbow": (2, 5), "rotation": (1.5, 5), "pronation": (1, 6)})),
        (0.25, Task({"pitch": (35, 45)}, (0.5, 1.5)))]),
    "vacuuming": (STANDING, [
        (1, Task({"pitch": (12, 28), "flexion": (10, 25), "elbow": (40, 70)}, (8, 30),
                 hertz=(0.35, 0.8), shaking=(0.05, 0.3),
                 swings={"flexion": (12, 30), "elbow": (-36, -8), "pitch": (2, 6),
                         "twist": (2, 8), "forward": (0.04, 0.06)})),
        (1, walking(1.5, 5))]),
    "gesturing": (STANDING, [(1, tell), (1, idling(2, 12))]),
    "laundry": (STANDING, [
        (1, Task({"pitch": (50, 80), "height": (0.75, 0.85), "bend": (16, 24),
                  "flexion": (5, 15)}, (0.3, 1.2))),
        (1, Task({"flexion": (20, 40), "elbow": (70, 90)}, (0.5, 2), hertz=(2, 3),
                 swings={"elbow": (3, 12)})),
        (1, Task({"flexion": (90, 140), "elbow": (20, 60), "abduction": (5, 30)}, (2, 6),
                 wanders={"flexion": 4, "pronation": 4, "rotation": 4}))]),
    "reading": (ON_SOFA, [
        (1, Task({}, (12, 45))),
        (0.7, Task({"rotation": (40, 60), "elbow": (60, 90), "pronation": (60, 100)},
                   (0.2, 0.5))),
        (0.3, Task({"pitch": (-30, -8), "twist": (-10, 10), "flexion": (20, 45)}, (5, 30)))]),
    "up-and-down": (STANDING, [
        (1, staying(SITTING, 2, 14)), (1, idling(0.5, 5)), (0.2, staying(KNEELING, 2, 8)),
        (0.5, walking(3, 10))]),
    "dressing": (STANDING, [
        (1, Task({"flexion": (-20, 150), "abduction": (0, 80), "rotation": (-30, 60),
                  "elbow": (10, 130), "pronation": (-20, 90), "twist": (-20, 20),
                  "side_bend": (-10, 10)}, (0.3, 2),
                 wanders={"flexion": 3, "abduction": 3, "rotation": 3})),
        (0.15, pick_up), (0.3, idling(1, 6))]),
    "carrying": (STANDING, [(1, pick_up), (1, carry), (1, pick_up), (1, idling(1, 6))]),
    "driving": (AT_WHEEL, [
        (1, Task({}, (8, 30), shaking=(0.1, 0.6), wanders={
            "forward": 0.003, "height": 0.003, "flexion": 1.5, "rotation": 1.5})),
        (0.9, Task({"flexion": (30, 75), "rotation": (-15, 40), "abduction": (8, 45)},
                   (0.2, 2))),
        (0.3, Task({"flexion": (20, 30), "elbow": (45, 55), "abduction": (20, 30)},
                   (0.3, 0.8)))]),
    "resting": (ON_SOFA, [(1, Task({}, (15, 50))), (1, turn_over)]),
    "stretching": (STANDING, [
        (0.3, Task({"flexion": (140, 170), "elbow": (5, 20), "bend": (-10, -5)}, (2, 10),
                   way_seconds=SLOWLY)),
        (0.3, Task({"side_bend": (-25, 25), "abduction": (20, 130)}, (3, 12),
                   way_seconds=SLOWLY)),
        (0.2, Task({"flexion": (75, 90), "across": (-50, -35), "elbow": (5, 30)}, (4, 15),
                   way_seconds=SLOWLY)),
        (0.2, Task({"height": (0.5, 0.7), "pitch": (15, 25)}, (2, 10))),
        (0.1, Task({"abduction": (30, 50)}, (2, 5), hertz=(2, 4), swings={
            "rotation": (10, 20), "abduction": (3, 7)})),
        (1, idling(2, 8)), (0.3, walking(3, 10))]),
    "ironing": (STANDING, [
        (1, Task({"flexion": (25, 40), "elbow": (50, 75), "abduction": (12, 25),
                  "pitch": (8, 18)}, (5, 15), hertz=(0.4, 1.1),
                 swings={"across": (8, 22), "elbow": (3, 12)})),
        (1, Task({"flexion": (20, 40), "elbow": (50, 80)}, (3, 6), wanders={
            "flexion": 6, "rotation": 6, "elbow": 6}))]),
    "phone": (STANDING, [(1, look_at_phone), (1, idling(2, 10)), (0.4, walking(4, 15))]),
}


def perform_activity(body: Body, name: str) -> None:
    """A whole recording of an activity."""
    usual, steps = ACTIVITIES[name]
    posture = varied(body.random, usual)
    body.begin_in(posture)
    end = body.between(SHORTEST_SECONDS, LONGEST_SECONDS)
    while body.now < end:
        for probability, step in steps:
            if body.happens(probability):
                step(body, posture)
