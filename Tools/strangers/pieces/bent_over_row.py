"""Rows: a weight is pulled up to the trunk while bent forward, or a band while upright."""
from common.plans import Event
from pieces.actor import Actor, Span
from pieces.gait import walk
from pieces.habits import Habits
from pieces.repetitions import Pattern, repeat
from pieces.transfers import arrive, bend_for_load, leave, sit_down

KINDS = {"both arms": 0.5, "one arm": 0.28, "standing band": 0.12, "seated band": 0.1}
BENT_HEIGHT, LOW_HEIGHT = 0.5, 0.42
# The weight knocks only in rows that are faster than this.
SLOW_SECONDS = 3.5


def bent_over_row(actor: Actor, habits: Habits) -> list[Event]:
    """A set of 6 to 15 rows."""
    kind = habits.weighted(KINDS)
    has_band = kind.endswith("band")
    pattern = draw_pattern(actor, habits)
    grip, elbow = habits.between(-10, 80), habits.between(4, 16)
    arrive(actor)
    if has_band:
        take_band(actor, kind == "seated band")
        actor.move((0.8, 1.6), shoulder_flexion=habits.between(48, 85), elbow_flexion=elbow,
                   shoulder_abduction=(4, 14), pronation=grip, shoulder_rotation=0,
                   pelvis_pitch=0, trunk_flexion=6, clavicle_protraction=4)
        pattern.changes |= band_changes(habits)
    else:
        bend_over(actor, habits, kind == "one arm", grip, elbow)
        pattern.changes |= weight_changes(habits, kind == "one arm")
    actor.wait((0.3, 2.5))
    start = actor.now
    events = repeat(actor, pattern, actor.count(6, 15))
    strength = actor.between(1.2, 2.5) if has_band else actor.between(1.5, 4)
    actor.strains.append(Span(start, actor.now, strength))
    actor.waver(actor.now - start, (0.2, 3), start=start, trunk_twist=0.6,
                pronation=actor.between(0.8, 3), shoulder_rotation=actor.between(0.5, 2))
    actor.wait((0.2, 2))
    if has_band:
        actor.move((0.6, 1.2), shoulder_flexion=(20, 40), elbow_flexion=(50, 80))
        handle_band(actor)
        actor.assume("sitting-hanging" if kind == "seated band" else "standing", 1.2)
    else:
        put_down(actor)
    leave(actor)
    return events


def draw_pattern(actor: Actor, habits: Habits) -> Pattern:
    """What rows of all kinds have in common."""
    seconds = habits.paced(1.1, 6)
    knock = 1.0 if seconds < SLOW_SECONDS else 0.0
    lags = {"elbow_flexion": (0, 0.15), "clavicle_protraction": (0, 0.25),
            "shoulder_abduction": (0, 0.15), "pelvis_pitch": (0, 0.2), "trunk_twist": (0, 0.2),
            "pronation": (0, 0.2)}
    return Pattern(
        changes={"clavicle_protraction": -habits.between(3, 14),
                 "clavicle_elevation": habits.between(-3, 4),
                 "pronation": habits.normal(0, 9), "shoulder_rotation": habits.normal(0, 7)},
        lags={channel: habits.draw(lag) for channel, lag in lags.items()},
        seconds=seconds, share_out=habits.between(0.33, 0.52),
        pause_out=habits.paused((0.15, 1.2), 0.45), pause_back=habits.paused((0.1, 1.5), 0.6),
        knock_out=knock * actor.between(0, 1), knock_back=knock * actor.between(0, 1.5),
        incomplete_chance=0.08)


def weight_changes(habits: Habits, is_one_arm: bool) -> dict[str, float]:
    """How far a weight is pulled; the forearm keeps about hanging."""
    pull = habits.ranged(38, 108)
    return {"shoulder_flexion": -pull,
            "elbow_flexion": pull * habits.between(0.75, 1.15) + habits.between(-6, 12),
            "shoulder_abduction": habits.between(0, 38), "pelvis_pitch": -habits.between(0, 7),
            "trunk_twist": habits.between(2, 16) if is_one_arm else habits.normal(0, 1)}


def band_changes(habits: Habits) -> dict[str, float]:
    """How far a band is pulled."""
    return {"shoulder_flexion": -habits.ranged(55, 115), "elbow_flexion": habits.ranged(60, 105),
            "shoulder_abduction": habits.between(0, 23), "pelvis_pitch": -habits.between(0, 5),
            "trunk_twist": habits.normal(0, 1.5)}


def bend_over(actor: Actor, habits: Habits, is_one_arm: bool, grip: float, elbow: float) -> None:
    """Takes a weight from the floor and bends forward with it."""
    bend_for_load(actor)
    actor.wait((0.2, 1.5))
    if actor.happens(0.5):
        walk(actor, (1.5, 3), swing=4)
    bend = habits.between(38, 86)
    actor.move((1, 2.2), height=BENT_HEIGHT * actor.person.height, pelvis_pitch=0.72 * bend,
               trunk_flexion=0.28 * bend, trunk_twist=-8 if is_one_arm else 0,
               shoulder_flexion=actor.normal(bend, 3), shoulder_abduction=(4, 14),
               shoulder_rotation=(-10, 15), elbow_flexion=elbow, pronation=grip,
               clavicle_protraction=(0, 6))


def put_down(actor: Actor) -> None:
    """Puts the weight on the floor; some stand up with it first."""
    if actor.happens(0.5):
        actor.assume("standing", (1, 1.8))
        actor.wait((0, 1.5))
        bend_for_load(actor, is_putting_down=True)
        return
    actor.move((0.6, 1.2), height=LOW_HEIGHT * actor.person.height, pelvis_pitch=65,
               shoulder_flexion=(80, 100))
    actor.jolt((2, 9), actor.now - 0.1)
    actor.wait(0.4)
    actor.assume("standing", (1, 1.8))


def take_band(actor: Actor, is_seated: bool) -> None:
    """Sits down, or not, and takes the ends of a band."""
    if is_seated:
        sit_down(actor, "sitting-hanging")
    actor.move((0.6, 1.4), shoulder_flexion=(35, 60), elbow_flexion=60, pronation=(0, 60))
    handle_band(actor)


def handle_band(actor: Actor) -> None:
    """Gets hold of a band, or lets go of it."""
    seconds = actor.between(0.6, 2.5)
    actor.waver(seconds, (0.4, 3.5), 0.2, elbow_flexion=8, pronation=12, shoulder_flexion=5,
                shoulder_rotation=7)
    actor.wait(seconds)
