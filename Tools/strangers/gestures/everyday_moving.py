"""Everyday activities of people who walk about or stand and work with their arms."""
from gestures.body import Actor
from gestures.surroundings import walk


def walking(actor: Actor, end: float) -> None:
    """Walks, stops, and walks on."""
    while actor.now < end:
        walk(actor, actor.between(12, 40), turn=actor.between(-180, 180))
        actor.wait(actor.between(0.5, 5))


def climbing_stairs(actor: Actor, end: float) -> None:
    """Up one flight after the other."""
    while actor.now < end:
        walk(actor, actor.between(6, 11), is_on_stairs=True, turn=0)
        walk(actor, actor.between(2, 4), turn=180 if actor.happens(0.6) else 90)


def walking_a_dog(actor: Actor, end: float) -> None:
    """Walks with a lead in the hand, which is pulled at times."""
    between = actor.between
    actor.move({"shoulder_flexion": between(10, 35), "elbow_flexion": between(20, 60)}, 1)
    while actor.now < end:
        start = actor.now
        walk(actor, between(6, 25), swing=0.25, turn=between(-90, 90))
        for _ in range(actor.count(1, 4)):
            pull(actor, between(start + 0.5, actor.now - 1.2))
        actor.wait(between(1, 6))


def pull(actor: Actor, moment: float) -> None:
    """The dog pulls the arm forward at a time in seconds."""
    forward, straight = actor.between(4, 18), actor.between(3, 15)
    held = actor.kept("shoulder_flexion", "elbow_flexion", "trunk_twist")
    for channel, change in {"shoulder_flexion": forward, "elbow_flexion": -straight,
                            "trunk_twist": -0.2 * forward}.items():
        actor.step(channel, moment, 0.25, held[channel] + change)
        actor.step(channel, moment + 0.35, 0.6, held[channel])


def stirring(actor: Actor, end: float) -> None:
    """In the kitchen: stirs in a pot, reaches up, walks a few steps."""
    between = actor.between
    while actor.now < end:
        actor.move({"shoulder_flexion": between(20, 50), "shoulder_abduction": between(10, 35),
                    "elbow_flexion": between(60, 95), "shoulder_rotation": between(-20, 10),
                    "supination": between(-80, -20)}, 1)
        actor.oscillate(between(8, 30), between(0.7, 1.6), {
            "horizontal_abduction": (between(3, 8), 0), "elbow_flexion": (between(4, 10), 1.6),
            "shoulder_flexion": (between(2, 6), 1.4), "supination": (between(1, 6), 0.5)})
        actor.move(actor.arms_hanging(), 1)
        actor.wait(between(0.5, 4))
        choice = between(0, 1)
        if choice < 0.4:
            actor.move({"shoulder_flexion": between(70, 120), "elbow_flexion": between(10, 50)},
                       1.2)
            actor.wait(between(0.4, 1.2))
            actor.move({"shoulder_flexion": between(15, 40), "elbow_flexion": between(60, 90)},
                       1.2)
            actor.wait(between(0.5, 2))
        elif choice < 0.7:
            walk(actor, between(2.5, 4))


def brushing_teeth(actor: Actor, end: float) -> None:
    """Brushes, moves on to other teeth, and bends to the basin at times."""
    between = actor.between
    actor.move({"shoulder_flexion": between(30, 60), "shoulder_abduction": between(20, 45),
                "shoulder_rotation": between(-30, 0), "elbow_flexion": between(105, 130),
                "supination": between(-40, 20)}, 1.2)
    while actor.now < end:
        actor.oscillate(between(4, 14), between(2.6, 5), {
            "elbow_flexion": (between(1, 3.5), 0), "supination": (between(2, 9), 0.7),
            "horizontal_abduction": (between(0.5, 2.5), 0.2),
            "shoulder_rotation": (between(0.5, 3), 1)}, ramp_seconds=0.3)
        actor.move({"shoulder_flexion": between(30, 60), "shoulder_abduction": between(20, 50),
                    "shoulder_rotation": between(-30, 0), "elbow_flexion": between(105, 130),
                    "supination": between(-50, 30)}, between(0.4, 1))
        if actor.happens(0.1):
            actor.move({"pelvis_pitch": 30, "trunk_flexion": 20}, 1)
            actor.wait(1.5)
            actor.move({"pelvis_pitch": 0, "trunk_flexion": 4}, 1.2)


def laundry(actor: Actor, end: float) -> None:
    """Takes things out of a basket, folds them, and lays them aside."""
    between = actor.between
    while actor.now < end:
        if actor.happens(0.7):
            actor.move({"pelvis_pitch": between(25, 60), "trunk_flexion": between(5, 20),
                        "shoulder_flexion": between(40, 80), "elbow_flexion": between(10, 40),
                        "trunk_twist": between(-20, 20)}, between(0.9, 1.6))
            actor.wait(between(0.1, 0.6))
            # The folding begins while the trunk comes up.
            upright = {"pelvis_pitch": between(0, 8), "trunk_flexion": between(0, 8),
                       "trunk_twist": 0}
            actor.step_loosely(upright, actor.now, 1.1, 0.18, (-0.2, 0.2), lead=0.144)
        for _ in range(actor.count(2, 5)):
            actor.move({"shoulder_flexion": between(20, 75), "shoulder_abduction": between(5, 60),
                        "shoulder_rotation": between(-40, 20), "elbow_flexion": between(30, 110),
                        "supination": between(-90, 20)}, between(0.6, 1.3))
            actor.wait(between(0, 0.5))
        actor.move({"trunk_twist": between(-30, 30), "shoulder_flexion": between(40, 60),
                    "elbow_flexion": between(20, 60)}, 1)
        actor.wait(between(0.2, 1.5))
        actor.move({"trunk_twist": 0}, 0.8)


def wiping_windows(actor: Actor, end: float) -> None:
    """Wipes up and down or from side to side, from the top to the bottom."""
    between = actor.between
    while actor.now < end:
        is_upright = actor.happens(0.5)
        actor.move({"shoulder_flexion": between(70, 125), "shoulder_abduction": between(0, 30),
                    "elbow_flexion": between(20, 70), "supination": between(-80, -50),
                    "pelvis_pitch": between(0, 8)}, 1)
        size, start, duration = between(8, 22), actor.now, between(5, 18)
        swings = ({"shoulder_flexion": (size, 0), "elbow_flexion": (-0.9 * size, 0.1),
                   "trunk_flexion": (1, 0)} if is_upright else
                  {"horizontal_abduction": (size, 0), "shoulder_rotation": (0.4 * size, 0.3),
                   "trunk_twist": (0.2 * size, 0), "elbow_flexion": (3, 1)})
        actor.oscillate(duration, between(0.6, 1.4), swings, jitter=0.1)
        lower = actor.current["shoulder_flexion"] - between(10, 40)
        actor.step("shoulder_flexion", start + 1, duration - 1, lower)
        actor.move(actor.arms_hanging(), 1)
        actor.wait(between(0.5, 4))
        if actor.happens(0.3):
            walk(actor, between(2.5, 4), turn=between(-30, 30))


def carrying_boxes(actor: Actor, end: float) -> None:
    """Lifts a box, carries it, and puts it on the floor or on a shelf."""
    between, height = actor.between, actor.standing_height
    while actor.now < end:
        actor.move({"pelvis_height": height - between(0.15, 0.35), "pelvis_pitch": between(35, 70),
                    "trunk_flexion": between(5, 20), "shoulder_flexion": between(45, 80),
                    "elbow_flexion": between(10, 40)}, between(1, 1.7))
        actor.jolt(between(0.3, 1.5))
        actor.wait(between(0.2, 0.8))
        actor.move({"pelvis_height": height, "pelvis_pitch": between(-5, 5),
                    "trunk_flexion": between(-3, 5), "shoulder_flexion": between(10, 30),
                    "elbow_flexion": between(70, 95)}, between(1, 1.7))
        walk(actor, between(2, 5), swing=0.1, turn=between(60, 180))
        if actor.happens(0.5):
            actor.move({"pelvis_height": height - between(0.1, 0.3),
                        "pelvis_pitch": between(25, 60), "shoulder_flexion": between(45, 75),
                        "elbow_flexion": between(15, 50)}, between(1, 1.6))
        else:
            actor.move({"shoulder_flexion": between(50, 85), "elbow_flexion": between(20, 50)},
                       1.2)
        actor.jolt(between(0.5, 3))
        actor.wait(0.3)
        actor.move(actor.standing(), between(1, 1.5))
        actor.wait(between(0.2, 2))
        walk(actor, between(2, 5), turn=between(60, 180))
