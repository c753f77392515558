"""How people walk and turn."""
import numpy as np

from common.chance import Range
from pieces.actor import Actor
from pieces.noises import RATE_HERTZ, band_noise, beats, faded


def walk(actor: Actor, duration: Range, swing: Range | None = None,
         steps_hertz: Range = (1.45, 2.05), bobbing: Range = (0.012, 0.03),
         climb: float = 0.0) -> None:
    """Walks for so many seconds; the arm swings by `swing` degrees or as usual, the body bobs by
    metres and climbs by metres per second."""
    random, between = actor.random, actor.between
    count = int(actor.draw(duration) * RATE_HERTZ)
    size = faded(count, 0.7)
    stride = actor.draw(steps_hertz) / 2
    hertz = stride * np.exp(0.03 * band_noise(random, count, 0.1, 0.6))
    # A foot strikes at every half turn.
    phase = 2 * np.pi * np.cumsum(hertz * np.maximum(size, 0.15)) / RATE_HERTZ
    strength = np.exp(0.15 * band_noise(random, count, 0.05, 0.4)) * size
    arm = strength * (actor.person.arm_swing if swing is None else actor.draw(swing))
    lag = between(-0.4, 0.4)
    for channel, values in {
        "height": -actor.draw(bobbing) * strength * np.cos(2 * phase + 0.3),
        "shoulder_flexion": arm * (np.sin(phase + lag) + 0.15 * np.sin(2 * phase + 1)),
        "shoulder_abduction": 0.12 * arm * np.sin(phase + 1),
        "shoulder_rotation": 0.25 * arm * np.sin(phase + 0.7),
        "elbow_flexion": 0.35 * arm * (1 + np.sin(phase + lag - 0.5)),
        "trunk_twist": -between(2, 6) * strength * np.sin(phase + lag),
        "pelvis_roll": between(1, 3) * strength * np.sin(phase),
        "pelvis_pitch": between(0.5, 1.5) * strength * np.sin(2 * phase + 1),
        "clavicle_elevation": 0.8 * strength * np.cos(2 * phase + 0.6),
    }.items():
        actor.lay_over(channel, values)
    actor.waver(count / RATE_HERTZ, (0.3, 2.5), pronation=3)
    ahead = between(0.6, 1.3) * stride * np.cumsum(size) / RATE_HERTZ
    ahead += 0.012 * strength * np.sin(2 * phase)
    aside = 0.02 * strength * np.sin(phase)
    heading = np.radians(actor.current["heading"])
    cosine, sine = np.cos(heading), np.sin(heading)
    actor.lay_over("position_x", ahead * cosine - aside * sine, is_lasting=True)
    actor.lay_over("position_y", ahead * sine + aside * cosine, is_lasting=True)
    if climb:
        actor.lay_over("height", climb * np.cumsum(size) / RATE_HERTZ, is_lasting=True)
    strike = between(0.6, 3)
    for index in beats(phase / np.pi):
        actor.jolt(strike * between(0.6, 1.3) * size[index], actor.now + index / RATE_HERTZ)
    actor.now += count / RATE_HERTZ


def turn(actor: Actor, degrees: Range = (-150, 150)) -> None:
    """Turns on the spot."""
    actor.nudge((0.7, 1.6), heading=degrees)
