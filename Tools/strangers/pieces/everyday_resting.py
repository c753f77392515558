"""Everyday activities of people who mostly sit, lie or stand: one round of each."""
from scipy.ndimage import gaussian_filter1d

from pieces.actor import Actor
from pieces.fidgets import fidget, reach, scratch, shift
from pieces.gait import turn, walk
from pieces.noises import RATE_HERTZ, band_noise, faded
from pieces.transfers import sit_down, stand_up

# A car's body and its seat shake in this band; its turns and hills are in the other one.
ROAD_BAND_HERTZ, RIDE_BAND_HERTZ = (2, 10), (0.12, 0.9)


def type_text(actor: Actor) -> None:
    """Types in bursts at a desk, and does something else."""
    actor.move(1, shoulder_flexion=(15, 40), shoulder_abduction=(8, 25),
               shoulder_rotation=(-30, 0), elbow_flexion=(65, 95), pronation=(60, 85))
    for _ in range(actor.count(1, 4)):
        seconds = actor.between(3, 20)
        count = int(seconds * RATE_HERTZ)
        is_busy = band_noise(actor.random, count, 0.2, 0.8) > -0.4
        size = gaussian_filter1d(is_busy.astype(float), 0.1 * RATE_HERTZ) * faded(count, 0.5)
        for channel, degrees in (("elbow_flexion", 0.8), ("pronation", 2.5),
                                 ("shoulder_rotation", 1.2)):
            actor.lay_over(channel, degrees * size * band_noise(actor.random, count, 2, 7))
        actor.waver(seconds, (0.05, 0.8), shoulder_rotation=4, shoulder_flexion=1.5)
        for moment in actor.random.uniform(0, seconds, int(1.5 * seconds)):
            actor.jolt((0.1, 0.8), actor.now + moment)
        actor.wait(seconds + actor.between(0, 3))
    (reach, shift, scratch)[actor.count(0, 2)](actor)


def drink(actor: Actor) -> None:
    """Takes a cup from the table, drinks and puts it back."""
    table = actor.drawn({
        "shoulder_flexion": (25, 45), "shoulder_abduction": (8, 20),
        "shoulder_rotation": (-20, 5), "elbow_flexion": (55, 85), "pronation": (0, 50)})
    actor.move((0.6, 1.2), **table)
    actor.wait((1, 14))
    actor.move((0.6, 1.1), shoulder_flexion=(40, 65), elbow_flexion=(35, 60))
    actor.wait((0.2, 0.8))
    actor.move((0.9, 1.6), shoulder_flexion=(45, 80), shoulder_abduction=(15, 45),
               elbow_flexion=(115, 135), pronation=(-10, 20))
    for _ in range(actor.count(1, 3)):
        actor.nudge((0.5, 1.2), pronation=(-30, -10), shoulder_abduction=(0, 12))
        actor.wait((0.3, 1.5))
        actor.nudge(0.6, pronation=(8, 25), shoulder_abduction=(-10, 0))
    actor.move((0.9, 1.5), shoulder_flexion=(40, 60), shoulder_abduction=15,
               elbow_flexion=(35, 60), pronation=(0, 50))
    actor.jolt((0.5, 3))
    if actor.happens(0.3):
        actor.move((0.6, 1.2), **table)
        fidget(actor, 4)


def talk(actor: Actor) -> None:
    """Talks with the hand, and lets it sink."""
    actor.wait((0.2, 6))
    for _ in range(actor.count(1, 6)):
        actor.move((0.25, 0.8), shoulder_flexion=(10, 60), shoulder_abduction=(5, 40),
                   shoulder_rotation=(-30, 25), elbow_flexion=(50, 115), pronation=(-30, 60),
                   trunk_twist=actor.normal(0, 5), clavicle_elevation=actor.normal(1, 1.5))
        actor.wait(float(actor.random.exponential(0.3)))
    actor.assume("sitting", (0.7, 1.3))
    if actor.happens(0.2):
        shift(actor)


def read(actor: Actor) -> None:
    """Holds a book and turns pages."""
    actor.move(1.2, shoulder_flexion=(20, 45), shoulder_abduction=(5, 18),
               shoulder_rotation=(-40, -5), elbow_flexion=(75, 115), pronation=(-20, 40),
               trunk_flexion=15)
    for _ in range(actor.count(1, 4)):
        before = actor.kept("shoulder_rotation", "elbow_flexion", "pronation")
        actor.wait((4, 25))
        actor.nudge(0.5, shoulder_rotation=-15, elbow_flexion=(-15, 12), pronation=(10, 50))
        actor.move(0.6, **before)
    if actor.happens(0.4):
        (shift, shift, scratch)[actor.count(0, 2)](actor)


def sit_and_stand(actor: Actor) -> None:
    """Gets up, walks a few steps, comes back and sits down."""
    actor.wait((1, 10))
    stand_up(actor)
    actor.wait((0, 2))
    turn(actor)
    walk(actor, (3, 9))
    fidget(actor, (0, 6))
    turn(actor)
    sit_down(actor, "sitting" if actor.happens(0.5) else "sitting-hanging")
    if actor.happens(0.4):
        fidget(actor, 3)


def drive(actor: Actor) -> None:
    """Steers and changes gears on a road that shakes the seat."""
    wheel = actor.drawn({"shoulder_flexion": (40, 65), "shoulder_abduction": (8, 25),
                         "elbow_flexion": (35, 70), "pronation": (30, 70)})
    actor.move(1.2, **wheel)
    start, end = actor.now, actor.now + actor.between(20, 60)
    while actor.now < end:
        actor.wait((1, 9))
        if actor.happens(0.7):
            before, angle = actor.kept(*wheel), actor.normal(0, 18)
            actor.nudge((0.5, 1.5), shoulder_abduction=0.5 * angle, shoulder_flexion=0.6 * angle,
                        elbow_flexion=-0.3 * angle, pronation=angle)
            actor.wait((0.2, 2))
            actor.move((0.5, 1.5), **before)
        elif actor.happens(0.67):
            actor.move(0.7, shoulder_flexion=20, shoulder_abduction=15, elbow_flexion=50)
            actor.nudge(0.3, shoulder_flexion=10)
            actor.wait(0.4)
            actor.move(0.8, **wheel)
        else:
            shift(actor)
            actor.move(0.6, **wheel)
    driven = actor.now - start
    actor.waver(driven, ROAD_BAND_HERTZ, 2, start, height=0.0006, position_x=0.0003,
                position_y=0.0003)
    actor.waver(driven, RIDE_BAND_HERTZ, 2, start, height=0.01, position_x=0.05,
                position_y=0.04)


def lie(actor: Actor) -> None:
    """Lies on the back or the side."""
    actor.wait((8, 40))
    if actor.happens(0.2):
        is_on_side = actor.current["pelvis_roll"] > 40
        actor.assume("lying-on-back" if is_on_side else "lying-on-side", (1.5, 3))
    elif actor.happens(0.6):
        shift(actor)
    else:
        scratch(actor)


def use_telephone(actor: Actor) -> None:
    """Looks at a telephone, and at times walks about with it at the ear."""
    actor.move(0.9, shoulder_flexion=(30, 60), elbow_flexion=(90, 120), pronation=(-10, 30))
    seconds = actor.between(5, 25)
    actor.waver(seconds, (1, 5), pronation=1.2)
    actor.waver(seconds, (0.2, 1.5), shoulder_rotation=1.5)
    actor.wait(seconds)
    if actor.happens(0.5):
        actor.move(0.7, shoulder_flexion=(60, 95), shoulder_abduction=(20, 45), elbow_flexion=135)
        walk(actor, (5, 15), swing=2)
        actor.wait(2)
    actor.assume("standing", 1)
    actor.wait((1, 6))
