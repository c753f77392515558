"""Everyday activities of people who sit or lie."""
from gestures.body import Actor
from gestures.surroundings import scratch


def typing(actor: Actor, end: float) -> None:
    """At a keyboard; now and then at the mouse."""
    between = actor.between
    actor.move(actor.sitting(), 1.6)
    home = {"shoulder_flexion": between(12, 35), "shoulder_abduction": between(8, 20),
            "shoulder_rotation": between(-30, -5), "elbow_flexion": between(65, 95),
            "supination": between(-90, -65)}
    actor.move(home, 1)
    while actor.now < end:
        waver_for(actor, between(4, 20), 3, {
            "supination": 1.3, "elbow_flexion": 0.8, "shoulder_rotation": 0.8,
            "shoulder_flexion": 0.25})
        choice = between(0, 1)
        if choice < 0.3:
            actor.move({"shoulder_rotation": home["shoulder_rotation"] + between(10, 25),
                        "elbow_flexion": home["elbow_flexion"] - between(5, 15)}, 0.8)
            waver_for(actor, between(2, 8), 1, {"shoulder_rotation": 2, "elbow_flexion": 1.5})
            actor.move(home, 0.8)
        elif choice < 0.45:
            scratch(actor)
        elif choice < 0.6:
            actor.move({"pelvis_pitch": between(-12, 8), "trunk_flexion": between(0, 15)}, 1.2)
        else:
            actor.wait(between(0.5, 4))


def waver_for(actor: Actor, duration: float, cutoff_hertz: float,
              deviations: dict[str, float]) -> None:
    """Lets some seconds go by in small movements."""
    actor.waver(actor.now, actor.now + duration, cutoff_hertz, deviations)
    actor.wait(duration)


def driving(actor: Actor, end: float) -> None:
    """At the wheel of a car that shakes and rocks."""
    between = actor.between
    actor.move(actor.sitting(), 1.6)
    home = {"shoulder_flexion": between(40, 65), "shoulder_abduction": between(5, 20),
            "shoulder_rotation": between(-25, 0), "elbow_flexion": between(30, 65),
            "supination": between(-70, -30), "pelvis_pitch": between(-25, -12)}
    actor.move(home, 1.2)
    actor.waver(actor.now, end, 7, {"pelvis_height": 0.00018, "pelvis_left": 0.00008})
    actor.waver(actor.now, end, 1.2, {
        "pelvis_height": 0.003, "pelvis_forward": 0.004, "pelvis_left": 0.004, "trunk_lean": 0.4})
    while actor.now < end:
        actor.wait(between(3, 15))
        choice = between(0, 1)
        if choice < 0.5:
            steer(actor, home)
        elif choice < 0.75:
            actor.move({"shoulder_flexion": between(15, 35), "elbow_flexion": between(40, 70)},
                       0.8)
            actor.wait(between(0.5, 2))
            actor.move(home, 0.9)
        else:
            actor.jolt(between(0.5, 3))


def steer(actor: Actor, home: dict[str, float]) -> None:
    """Turns the wheel, and turns it back."""
    angle = actor.between(-25, 25)
    straight = {"shoulder_flexion": home["shoulder_flexion"], "horizontal_abduction": 0,
                "supination": home["supination"]}
    actor.move({"shoulder_flexion": home["shoulder_flexion"] + angle,
                "horizontal_abduction": angle / 2, "supination": home["supination"] + angle},
               actor.between(1, 2))
    actor.wait(actor.between(0.5, 2.5))
    actor.move(straight, actor.between(1, 2))


def lying_in_bed(actor: Actor, end: float) -> None:
    """On the back or on a side, turning over at times."""
    between = actor.between
    actor.begin_in({"pelvis_height": 0.6, "pelvis_pitch": -88, "pelvis_roll": 0,
                    "trunk_flexion": 3, "shoulder_flexion": 10, "elbow_flexion": 40,
                    "shoulder_abduction": 15})
    while actor.now < end:
        actor.wait(between(6, 25))
        choice = between(0, 1)
        if choice < 0.6:
            onto = actor.count(-1, 1)
            actor.move({"trunk_twist": onto * between(60, 100),
                        "shoulder_flexion": between(10, 80), "elbow_flexion": between(20, 110),
                        "horizontal_abduction": between(-20, 20)}, between(1.2, 2.5))
        elif choice < 0.8:
            scratch(actor)
        else:
            actor.move({"shoulder_flexion": between(0, 60), "elbow_flexion": between(10, 110),
                        "shoulder_abduction": between(5, 50)}, between(0.8, 1.6))


def drinking_tea(actor: Actor, end: float) -> None:
    """At a table, with a cup."""
    between = actor.between
    actor.move(actor.sitting(), 1.6)
    home = {"shoulder_flexion": between(25, 45), "shoulder_abduction": between(8, 20),
            "shoulder_rotation": between(-30, 0), "elbow_flexion": between(50, 75),
            "supination": between(-60, -20)}
    actor.move(home, 1)
    while actor.now < end:
        actor.wait(between(3, 15))
        actor.move({"shoulder_flexion": home["shoulder_flexion"] + between(8, 25),
                    "shoulder_abduction": between(15, 35), "elbow_flexion": between(110, 130),
                    "supination": between(-30, 10)}, between(0.9, 1.5))
        actor.wait(between(0.8, 2.5))
        actor.move(home, between(0.9, 1.5))
        if actor.happens(0.25):
            actor.move({"pelvis_pitch": between(-12, 5), "trunk_flexion": between(0, 14)}, 1.3)


def using_telephone(actor: Actor, end: float) -> None:
    """Scrolling on a telephone, seated or standing."""
    between = actor.between
    actor.move(actor.sitting() if actor.happens(0.6) else actor.standing(), 1.5)
    actor.move({"shoulder_flexion": between(10, 40), "shoulder_abduction": between(5, 20),
                "shoulder_rotation": between(-30, 0), "elbow_flexion": between(75, 110),
                "supination": between(-20, 40), "trunk_flexion": between(5, 20)}, 1)
    while actor.now < end:
        duration = between(5, 25)
        swipe = actor.now
        while swipe < actor.now + duration - 1:
            held = actor.current["supination"]
            actor.step("supination", swipe, 0.12, held - between(0.5, 2))
            actor.step("supination", swipe + 0.15, 0.25, held)
            swipe += between(0.6, 4)
        waver_for(actor, duration, 2.5, {"supination": 0.5, "elbow_flexion": 0.3})
        actor.move({"shoulder_flexion": between(10, 40), "elbow_flexion": between(75, 110),
                    "trunk_flexion": between(3, 20)}, between(0.8, 1.4))
