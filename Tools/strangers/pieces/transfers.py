"""Between standing, sitting and the floor, and before and after an exercise."""
from pieces.actor import Actor
from pieces.fidgets import fidget, shift, tap_sensor
from pieces.gait import turn, walk

# Shares of a person's height: of the pelvis above the floor.
SEAT, HALF_DOWN, LYING, UP = 0.27, 0.38, 0.13, 0.4


def sit_down(actor: Actor, posture: str = "sitting") -> None:
    """From standing onto a chair."""
    duration, seat = actor.between(0.9, 1.7), SEAT * actor.person.height
    actor.move(0.6 * duration, pelvis_pitch=(20, 42), height=seat + 0.12,
               shoulder_flexion=(10, 35), elbow_flexion=(20, 50))
    actor.jolt((1, 6), actor.now + 0.42 * duration)
    actor.spread(actor.now, 0.5 * duration, {"height": seat})
    actor.assume(posture, 0.9 * duration)


def stand_up(actor: Actor) -> None:
    """From a chair."""
    duration = actor.between(0.8, 1.6)
    actor.move(0.6 * duration, pelvis_pitch=(22, 45), shoulder_flexion=(15, 45),
               elbow_flexion=(15, 60))
    actor.assume("standing", duration)


def bend_for_load(actor: Actor, is_putting_down: bool = False) -> None:
    """Bends down, takes a load or puts it down, and stands up."""
    bend = actor.between(55, 95)
    actor.nudge((0.9, 2), height=(-0.3, -0.08), pelvis_pitch=0.7 * bend, trunk_flexion=0.3 * bend,
                shoulder_flexion=bend + actor.between(-15, 20), shoulder_abduction=(-2, 10),
                elbow_flexion=(-10, 10), trunk_twist=(-10, 10))
    actor.jolt((1, 9) if is_putting_down else (0.3, 3), actor.now - 0.05)
    busy = actor.between(0.3, 1.3)
    actor.waver(busy, (0.8, 5), 0.1, pronation=6, elbow_flexion=3)
    actor.wait(busy)
    actor.assume("standing", (0.9, 2))


def get_down(actor: Actor, posture: str) -> None:
    """From standing to a posture on the floor, by way of the knees."""
    actor.move((0.8, 1.5), height=HALF_DOWN * actor.person.height, pelvis_pitch=(15, 50),
               shoulder_flexion=(20, 70), shoulder_abduction=(5, 35), elbow_flexion=(10, 70))
    actor.assume("kneeling", (0.9, 1.6))
    actor.jolt((1, 5), actor.now - 0.3)
    if posture.startswith("lying"):
        if actor.happens(0.6):
            actor.assume("on-all-fours", (1, 1.8))
            actor.jolt((1, 4), actor.now - 0.1)
        actor.assume("sitting-aside", (1.1, 2))
        actor.wait((0, 1))
    actor.assume(posture)
    actor.jolt((0.5, 3), actor.now - 0.3)
    if actor.happens(0.7):
        shift(actor)


def get_up(actor: Actor) -> None:
    """From the floor to standing."""
    if actor.current["height"] < LYING * actor.person.height:
        actor.assume("sitting-aside", (1, 2.2))
    if actor.happens(0.5):
        actor.assume("on-all-fours", (1, 1.6))
    actor.assume("kneeling", (0.9, 1.6))
    actor.move((0.7, 1.3), height=UP * actor.person.height, pelvis_pitch=(20, 45),
               shoulder_flexion=(10, 50), elbow_flexion=(10, 40))
    actor.assume("standing", (0.8, 1.5))


def arrive(actor: Actor) -> None:
    """From the start of the recording to where the exercise is done, standing."""
    actor.begin("standing")
    actor.wait((0.2, 1.5))
    if actor.happens(0.5):
        tap_sensor(actor)
    if actor.happens(0.7):
        walk(actor, (2.5, 8))
        turn(actor, (-120, 120))
    if actor.happens(0.5):
        fidget(actor, (1, 4))


def leave(actor: Actor) -> None:
    """From the end of the exercise to the end of the recording."""
    actor.wait((0.3, 2.5))
    if actor.happens(0.2):
        fidget(actor, (2, 6))
        return
    if actor.happens(0.4):
        fidget(actor, (1, 4))
    height = actor.current["height"] / actor.person.height
    if height < SEAT - 0.05 or actor.current["pelvis_pitch"] > 60:
        get_up(actor)
    elif height < UP and actor.happens(0.75):
        stand_up(actor)
    if actor.current["height"] > UP * actor.person.height and actor.happens(0.7):
        turn(actor)
        walk(actor, (2, 8))
    if actor.happens(0.6):
        tap_sensor(actor)
    actor.wait((0.3, 2))
