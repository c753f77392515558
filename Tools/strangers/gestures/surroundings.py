"""What happens before, between and after exercises: the sensor is put on, the person walks up,
fidgets, scratches, drinks."""
from dataclasses import dataclass

import numpy as np

from common.signals import minimum_jerk
from gestures.body import Actor
from gestures.motion import MOUNT_CHANNELS, Pose, Signals, add_jolt, fade
from gestures.noises import cycles, wandering

ARM = ("shoulder_flexion", "shoulder_abduction", "shoulder_rotation", "elbow_flexion",
       "horizontal_abduction", "supination")
RISER_METRES = 0.17
FEWEST_GAIT_SAMPLES = 60


@dataclass
class Gait:
    """How somebody walks: strides per second, swing of arm and elbow (degrees), bobbing (metres)
    and the knock of a heel (m/s^2)."""

    stride_hertz: float
    arm_swing: float
    elbow_swing: float
    bobbing: float
    heel_strike: float


def usual_gait(actor: Actor) -> Gait:
    """The person's own gait, drawn when they first walk."""
    if actor.gait is None:
        between = actor.between
        actor.gait = Gait(between(0.78, 1.02), between(9, 24), between(4, 14),
                          between(0.012, 0.024), between(1.0, 4.5))
    return actor.gait


def walk(actor: Actor, duration: float, swing: float = 1.0, is_on_stairs: bool = False,
         turn: float | None = None) -> None:
    """Walks for so many seconds, turning by `turn` degrees; `swing` scales the arms' swing."""
    gait = usual_gait(actor)
    start, end = actor.now, actor.now + duration
    stride = gait.stride_hertz * actor.between(0.95, 1.05) * (0.85 if is_on_stairs else 1)
    speed = stride * 1.35 * actor.between(0.85, 1.05) * (0.4 if is_on_stairs else 1)
    climb = RISER_METRES * 2 * stride if is_on_stairs else 0
    own = actor.random.spawn(1)[0]
    side = actor.person.side

    def overlay(times: np.ndarray, signals: Signals) -> None:
        inside = (times >= start) & (times <= end)
        span = times[inside]
        if len(span) < FEWEST_GAIT_SAMPLES:
            return
        size = fade(span, start, end, min(0.9, duration / 3))
        strength = size * (1 + 0.1 * wandering(own, len(span), 0.4))
        # A foot strikes at every half turn; in the first half the left one carries.
        phase = cycles(own, len(span), stride, 0.025, 0.5)
        # The arm is furthest back as the foot of its own side strikes. Left is positive.
        swung = phase - np.pi / 2
        arm = side * swing * strength
        slope = 6 if is_on_stairs else 2
        bobbing = gait.bobbing * (1.4 if is_on_stairs else 1)
        for channel, value in {
            "walking_speed": speed * size,
            "climbing_speed": climb * size,
            "pelvis_height": -bobbing * strength * np.cos(2 * phase),
            "pelvis_left": 0.02 * strength * np.sin(phase),
            "trunk_lean": -1.5 * strength * np.sin(phase),
            "heading": 4 * strength * np.sin(swung + 0.3),
            "trunk_twist": -7 * side * strength * np.sin(swung + 0.3),
            "trunk_flexion": 1.2 * strength * np.cos(2 * phase + 0.5) + slope * size,
            "shoulder_flexion": gait.arm_swing * (arm * np.sin(swung) + 0.15 * swing * size),
            "elbow_flexion": gait.elbow_swing * (
                arm * np.sin(swung - 0.4) + 0.6 * swing * strength),
            "shoulder_rotation": 4 * arm * np.sin(swung + 0.8),
            "supination": 5 * arm * np.sin(swung + 1.2),
        }.items():
            signals[channel][inside] += value
        for strike in np.flatnonzero(np.diff(np.floor(phase / np.pi)) > 0):
            if size[strike] > 0.4:
                peak = gait.heel_strike * own.uniform(0.6, 1.3) * size[strike]
                add_jolt(times, signals, span[strike] + 0.02, peak)

    actor.overlays.append(overlay)
    if turn is None:
        turn = actor.between(-90, 90)
    actor.step("heading", start + 0.2 * duration, 0.6 * duration, actor.current["heading"] + turn)
    actor.wait(duration)


def handle_sensor(actor: Actor, duration: float, is_coming: bool) -> None:
    """The sensor is in the other hand, and comes onto the limb or leaves it."""
    start, end = actor.now, actor.now + duration
    own = actor.random.spawn(1)[0]

    def overlay(times: np.ndarray, signals: Signals) -> None:
        inside = times <= end if is_coming else times >= start
        span = times[inside]
        progress = (span - start) / duration
        away = (1 - minimum_jerk((progress - 0.35) / 0.6) if is_coming
                else minimum_jerk(progress / 0.6))
        fiddling = fade(span, start, end, 0.3)
        for channel in MOUNT_CHANNELS:
            carried = own.normal(0, 70) + 25 * wandering(own, len(span), 0.7)
            signals[channel][inside] += away * carried + fiddling * wandering(own, len(span), 2.5)
        signals["lift_off"][inside] += away * 0.15 * (1 + 0.3 * wandering(own, len(span), 1.0))

    actor.overlays.append(overlay)
    actor.wait(duration)


def bring_forearm_up(actor: Actor) -> None:
    """Lifts the forearm to get at the sensor."""
    actor.move({"elbow_flexion": actor.between(40, 90),
                "shoulder_flexion": actor.between(10, 35)}, 0.9)


def scratch(actor: Actor) -> None:
    """Scratches the head, and puts the arm back."""
    between, before = actor.between, actor.kept(*ARM)
    actor.move({"shoulder_flexion": between(30, 70), "shoulder_abduction": between(5, 30),
                "shoulder_rotation": between(-40, -10), "elbow_flexion": between(105, 135)},
               between(0.7, 1.2))
    actor.oscillate(between(0.8, 2.0), between(3.2, 5),
                    {"elbow_flexion": (between(1.5, 4), 0), "supination": (between(1, 4), 1)},
                    ramp_seconds=0.2)
    actor.move(before, between(0.8, 1.3))


def sip(actor: Actor) -> None:
    """Takes a cup, drinks, and puts it back."""
    between, before = actor.between, actor.kept(*ARM)
    actor.move({"shoulder_flexion": between(20, 40), "elbow_flexion": between(50, 80),
                "shoulder_rotation": between(-10, 10)}, between(0.8, 1.4))
    actor.wait(between(0.4, 1))
    actor.move({"shoulder_flexion": between(40, 70), "shoulder_abduction": between(15, 40),
                "elbow_flexion": between(115, 140), "supination": between(-30, 20)},
               between(0.9, 1.4))
    actor.wait(between(1, 2.5))
    actor.move({"shoulder_flexion": between(20, 40), "elbow_flexion": between(50, 80)},
               between(0.8, 1.3))
    actor.wait(between(0.2, 0.6))
    actor.move(before, between(0.8, 1.3))


def rest(actor: Actor, duration: float) -> None:
    """Keeps still for so long; in a longer rest some fidget once."""
    between, end = actor.between, actor.now + duration
    if duration > 4 and actor.happens(0.3):
        actor.wait(between(0.5, duration / 2))
        actor.move(actor.shifted(
            shoulder_flexion=between(-6, 10), elbow_flexion=between(-8, 15),
            shoulder_rotation=between(-10, 10), trunk_flexion=between(-3, 3)), between(0.5, 1.2))
    actor.now = max(actor.now, end)


def arrive(actor: Actor) -> None:
    """From the start of the recording to where the exercise is done."""
    between = actor.between
    if actor.happens(0.55):
        if actor.happens(0.6):
            bring_forearm_up(actor)
        else:
            actor.wait(0.5)
        handle_sensor(actor, between(3, 8), is_coming=True)
        actor.move(actor.arms_hanging(), between(0.8, 1.4))
    else:
        actor.wait(between(0.5, 3))
    actor.wait(between(0.3, 2))
    if actor.happens(0.8):
        walk(actor, between(3, 12))
        actor.wait(between(0.4, 1.5))
    if actor.happens(0.25):
        scratch(actor)
    if actor.happens(0.2):
        look_at_telephone(actor)


def look_at_telephone(actor: Actor) -> None:
    """A glance at something in the hand."""
    actor.move({"elbow_flexion": actor.between(60, 95),
                "shoulder_flexion": actor.between(15, 35)}, 1.0)
    actor.wait(actor.between(1, 3))
    actor.move(actor.arms_hanging(), 1.0)


def leave(actor: Actor, first: Pose | None = None) -> None:
    """From the end of the exercise to the end of the recording, by way of a first pose."""
    between = actor.between
    if first:
        actor.move(first, between(1.8, 3.5))
        actor.wait(between(0.3, 1))
    if actor.happens(0.7):
        is_down = abs(actor.current["pelvis_height"] - actor.standing_height) > 0.05
        if is_down or abs(actor.current["pelvis_pitch"]) > 10:
            actor.move(actor.standing(), between(1.3, 2.6))
            actor.wait(between(0.3, 1))
        walk(actor, between(3, 9))
        actor.wait(between(0.3, 1.5))
    if actor.happens(0.35):
        bring_forearm_up(actor)
        handle_sensor(actor, between(2, 4), is_coming=False)
        actor.wait(between(0.3, 1.5))
    else:
        actor.wait(between(0.5, 2.5))
