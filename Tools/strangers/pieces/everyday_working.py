"""Everyday activities of people who walk about or stand and work: one round of each."""
from pieces.actor import Actor
from pieces.fidgets import fidget, reach, shift
from pieces.gait import turn, walk
from pieces.transfers import bend_for_load

# Shares of a person's height.
CROUCHING = 0.47
STAIR_CLIMB_METRES_PER_SECOND = 0.25


def walk_about(actor: Actor) -> None:
    """Walks, turns and walks on, with a stop at times."""
    walk(actor, (8, 45))
    turn(actor)
    if actor.happens(0.5):
        fidget(actor, (1, 5))


def climb_stairs(actor: Actor) -> None:
    """Up one flight, along a landing, and down again."""
    for climb in (STAIR_CLIMB_METRES_PER_SECOND, -STAIR_CLIMB_METRES_PER_SECOND):
        actor.move(0.8, shoulder_flexion=(0, 45), elbow_flexion=(15, 60))
        walk(actor, (6, 14), swing=(4, 14), steps_hertz=(1.2, 1.8), bobbing=(0.02, 0.045),
             climb=climb)
        turn(actor, 170)
        walk(actor, (2, 5))
        turn(actor)


def stir_pot(actor: Actor) -> None:
    """Stirs in a pot, reaches for something, or takes a few steps."""
    actor.move(1, shoulder_flexion=(25, 55), shoulder_abduction=(10, 35),
               shoulder_rotation=(-30, 0), elbow_flexion=(60, 95), pronation=(20, 80),
               trunk_flexion=12)
    size = actor.between(4, 11)
    actor.oscillate((4, 25), (0.6, 1.8), shoulder_flexion=(size, 0),
                    elbow_flexion=(1.2 * size, 0.8), shoulder_rotation=(1.1 * size, 1.7),
                    shoulder_abduction=(0.4 * size, 1.2), pronation=(0.6 * size, 0.3))
    if actor.happens(0.6):
        reach(actor, is_high=actor.happens(0.3))
    if actor.happens(0.2):
        turn(actor, 60)
        walk(actor, 2.5)
        turn(actor, -60)


def chop(actor: Actor) -> None:
    """Chops on a board, and pushes things aside."""
    actor.move(0.8, shoulder_flexion=(15, 40), shoulder_abduction=(10, 30),
               shoulder_rotation=(-25, 0), elbow_flexion=(65, 95), pronation=(30, 80),
               trunk_flexion=15)
    for _ in range(actor.count(1, 3)):
        actor.oscillate((2, 10), (1.5, 3.2), 0.08, actor.between(0.8, 4),
                        shoulder_flexion=(actor.between(1, 4), 0),
                        elbow_flexion=(actor.between(3, 9), 0.3), pronation=(2, 1))
        actor.wait((0.3, 2))
    reach(actor)


def brush_teeth(actor: Actor) -> None:
    """Brushes, moves on to other teeth, and bends to the basin at times."""
    actor.move((0.5, 1), shoulder_flexion=(35, 75), shoulder_abduction=(20, 60),
               shoulder_rotation=(-45, -5), elbow_flexion=(105, 130), pronation=(-10, 70))
    size = actor.between(2, 7)
    actor.oscillate((3, 14), (2.5, 5), elbow_flexion=(size, 0), pronation=(1.2 * size, 0.5),
                    shoulder_abduction=(0.3 * size, 1), shoulder_rotation=(0.4 * size, 2))
    if actor.happens(0.2):
        actor.move(0.8, shoulder_flexion=30, shoulder_abduction=10, elbow_flexion=60)
        actor.nudge(0.8, pelvis_pitch=25)
        actor.wait(1)
        actor.nudge(0.8, pelvis_pitch=-25)


def vacuum(actor: Actor) -> None:
    """Pushes a vacuum cleaner to and fro, and walks on with it."""
    actor.move(0.7, shoulder_flexion=25, elbow_flexion=40, trunk_flexion=15, pelvis_pitch=10,
               clavicle_elevation=0)
    size = actor.between(10, 26)
    actor.oscillate((4, 15), (0.35, 0.9), 0.15, shoulder_flexion=(size, 0),
                    elbow_flexion=(1.1 * size, 2.6), shoulder_abduction=(0.2 * size, 1),
                    pelvis_pitch=(0.25 * size, 0), trunk_twist=(0.2 * size, 3),
                    pronation=(0.2 * size, 1))
    if actor.happens(0.5):
        walk(actor, (1.5, 4), swing=4)
    elif actor.happens(0.4):
        turn(actor, 70)
    else:
        shift(actor)


def fold_laundry(actor: Actor) -> None:
    """Takes something out of a basket, shakes it out, folds it and lays it aside."""
    actor.move((0.7, 1.3), pelvis_pitch=(15, 50), trunk_flexion=15, shoulder_flexion=(40, 75),
               elbow_flexion=(10, 40))
    actor.move((0.6, 1.1), pelvis_pitch=5, trunk_flexion=5, shoulder_flexion=(40, 90),
               shoulder_abduction=(10, 35), elbow_flexion=(50, 90))
    for _ in range(actor.count(0, 2)):
        actor.nudge(0.25, shoulder_flexion=18, elbow_flexion=-20)
        actor.nudge(0.3, shoulder_flexion=-18, elbow_flexion=20)
        actor.jolt(2, actor.now - 0.1)
    for _ in range(actor.count(2, 4)):
        actor.move((0.5, 1), shoulder_flexion=(20, 60), shoulder_abduction=(5, 35),
                   shoulder_rotation=(-45, 10), elbow_flexion=(40, 105), pronation=(0, 80),
                   pelvis_pitch=(3, 20))
        actor.wait((0, 0.4))
    actor.move((0.7, 1.2), trunk_twist=(-20, 20), shoulder_flexion=(30, 80),
               elbow_flexion=(10, 45), pelvis_pitch=(10, 30))
    actor.assume("standing", 1)


def dress(actor: Actor) -> None:
    """Puts on or takes off clothes, some of them at the feet."""
    for _ in range(actor.count(4, 8)):
        actor.move((0.5, 1.3), shoulder_flexion=(-20, 130), shoulder_abduction=(0, 70),
                   shoulder_rotation=(-60, 40), elbow_flexion=(15, 130), pronation=(-20, 80),
                   pelvis_pitch=(-5, 15), trunk_twist=actor.normal(0, 10),
                   clavicle_elevation=actor.normal(3, 4),
                   clavicle_protraction=actor.normal(0, 5))
        actor.waver(1, (0.8, 3), 0.2, shoulder_rotation=4)
        actor.wait((0, 0.8))
    actor.assume("standing", 1)
    if actor.happens(0.4):
        actor.move(1.2, pelvis_pitch=(50, 85), shoulder_flexion=(60, 100), elbow_flexion=20,
                   height=CROUCHING * actor.person.height)
        fidget(actor, 3)
        actor.assume("standing", 1.4)
    elif actor.happens(0.5):
        walk(actor, (2, 6))
        turn(actor)
    else:
        fidget(actor, 4)


def carry_bags(actor: Actor) -> None:
    """Takes up a bag, carries it, and puts it down."""
    bend_for_load(actor)
    actor.move(0.6, shoulder_flexion=2, elbow_flexion=(3, 15))
    walk(actor, (8, 30), swing=(2, 6))
    bend_for_load(actor, is_putting_down=True)
    fidget(actor, (1, 6))
    turn(actor)
    if actor.happens(0.4):
        walk(actor, (4, 10))


def fill_shelf(actor: Actor) -> None:
    """Takes something from the floor and puts it high up on a shelf."""
    tall = actor.person.height
    actor.move((0.8, 1.4), pelvis_pitch=(20, 60), trunk_flexion=15, shoulder_flexion=(50, 90),
               elbow_flexion=(5, 30), height=CROUCHING * tall)
    actor.wait((0.1, 0.8))
    actor.move((0.9, 1.6), pelvis_pitch=0, trunk_flexion=0, shoulder_flexion=(110, 160),
               elbow_flexion=(10, 50), height=0.53 * tall, clavicle_elevation=6)
    actor.wait((0.2, 1.5))
    actor.jolt(1.5)
    actor.assume("standing", (0.8, 1.5))
    if actor.happens(0.3):
        turn(actor)
        walk(actor, 3)
