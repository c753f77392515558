"""What people do before, after and between: they walk, fidget, talk, arrive and leave."""
import numpy as np

from muscles.body import Body
from muscles.dynamics import RATE_HERTZ, fading, noise
from muscles.postures import KNEELING, Posture, part
from muscles.tasks import drink, fasten_strap, look_at_phone, pick_up, scratch

ARM = ("flexion", "abduction", "rotation", "elbow", "pronation")
RELAXED = ("flexion", "abduction", "rotation", "elbow", "pronation", "twist", "lean", "bend",
           "pitch")
# For each channel its amplitude (metres or degrees), cycles per stride of two steps, and phase.
STRIDE = {"height": (0.02, 2, 0), "forward": (0.014, 2, 1.2), "left": (0.018, 1, 0),
          "pitch": (1.2, 2, 0.5), "lean": (2, 1, 0.4), "twist": (4.5, 1, 0.2),
          "abduction": (1.5, 1, 1)}
# For each degree that the upper arm swings.
ARM_SWING = {"flexion": (1, 1, 0), "elbow": (0.5, 1, -0.4), "pronation": (0.4, 1, 0.5)}
LEAST_WALK_SECONDS = 0.5


def walk(body: Body, seconds: float, are_arms_free: bool = True, is_climbing: bool = False) -> None:
    """Walks, mostly around a bend; a full hand or a handrail stops the arms from swinging."""
    if seconds < LEAST_WALK_SECONDS:
        body.wait(seconds)
        return
    random, start, count = body.random, body.now, int(seconds * RATE_HERTZ)
    steps_hertz = body.person.step_hertz * body.between(0.92, 1.06) * (0.82 if is_climbing else 1)
    phase = body.between(0, 6) + np.pi * np.cumsum(
        steps_hertz * (1 + 0.03 * noise(random, count, 0.1, 0.5))) / RATE_HERTZ
    size = body.around(1.5 if is_climbing else 1, 0.2)
    swing = body.between(7, 20) * (1 if are_arms_free and not is_climbing else 0.25)
    changing = swing * (1 + 0.15 * noise(random, count, 0.1, 0.4))
    window = fading(count, 0.5)
    for table, scale in ((STRIDE, size), (ARM_SWING, changing)):
        for channel, (amplitude, cycles, shift) in table.items():
            wave = np.sin(cycles * phase + shift)
            body.lay_over(channel, start, amplitude * scale * window * wave)
    body.lay_over("stillness", start, np.full(count, -0.4))
    for step in np.flatnonzero(np.diff(np.floor(phase / np.pi))):
        body.knock(0.7, 2.8 if is_climbing else 2.2, start + step / RATE_HERTZ)
    if body.happens(0.7):
        heading = body.wanted("heading") + body.between(-120, 120)
        body.move({"heading": heading}, body.between(1, 2.5),
                  start + body.between(0.2, 0.7) * seconds)
    body.now = start + seconds


def idle(body: Body, seconds: float) -> None:
    """Waits, shifting weight, looking round, or moving an arm a little."""
    between, end = body.between, body.now + seconds
    while body.now < end - 1.5:
        body.wait(between(1, 4))
        if body.now > end - 1 or not body.happens(0.5 * body.person.fidgeting):
            continue
        choice = between(0, 1)
        if choice < 0.4:
            body.move({"lean": between(-2.5, 2.5),
                       "pitch": body.wanted("pitch") + between(-1.5, 1.5)}, between(0.6, 1.5))
        elif choice < 0.7:
            body.move({"twist": between(-12, 12)}, between(0.4, 0.9))
            body.wait(0.3)
            body.move({"twist": 0}, between(0.4, 0.9))
        else:
            body.move({"flexion": body.wanted("flexion") + between(-6, 8),
                       "elbow": max(4, body.wanted("elbow") + between(-8, 14)),
                       "pronation": body.wanted("pronation") + between(-25, 25)},
                      between(0.3, 0.7))
    body.now = max(body.now, end)


def gesture(body: Body, base: Posture, seconds: float) -> None:
    """Talks with the hands."""
    between, end = body.between, body.now + seconds
    while body.now < end:
        body.move({"flexion": base["flexion"] + between(-5, 45),
                   "abduction": base["abduction"] + between(-5, 30),
                   "rotation": between(-30, 40), "elbow": between(40, 110),
                   "pronation": between(-30, 90)}, between(0.25, 0.8))
        if body.happens(0.5):
            body.wait(between(0.1, 1.5))
        if body.happens(0.2):
            body.move(part(base, *ARM), 0.7)
            body.wait(between(0.5, 4))
    body.move(part(base, *ARM), 0.8)


def meanwhile(body: Body, base: Posture, seconds: float, is_upright: bool = True) -> None:
    """Does one thing or another for about so long; only who is upright walks or bends down."""
    between, end = body.between, body.now + seconds
    while body.now < end - 2:
        left, choice = end - body.now, between(0, 1)
        if choice < 0.5:
            if is_upright and choice < 0.2:
                walk(body, min(left, between(3, 12)))
            else:
                idle(body, min(left, between(2, 8)))
        elif choice < 0.62:
            scratch(body, base)
        elif choice < 0.74 and left > 5:
            look_at_phone(body, base)
        elif choice < 0.84:
            fasten_strap(body, base)
        elif choice < 0.9 and left > 4:
            gesture(body, base, between(1.5, min(left - 1, 5)))
        elif choice < 0.95 and left > 6:
            drink(body, base)
        elif is_upright and left > 5:
            pick_up(body, base)
        else:
            idle(body, min(left, 2.5))
    body.now = max(body.now, end)


def arrive(body: Body, base: Posture, seconds: float) -> None:
    """Is in a posture, or comes and sits down in it, and then is still for the exercise."""
    is_standing = base["height"] == body.wanted("height")
    if is_standing or body.happens(0.6):
        body.begin_in(base)
        meanwhile(body, base, seconds, is_standing)
    else:
        meanwhile(body, body.posture(), 0.6 * seconds)
        body.move(body.facing(base), body.between(1, 1.8))
        body.knock(1, 4)
        meanwhile(body, base, max(2, 0.4 * seconds), False)
    body.move(part(base, *RELAXED), 0.8)
    body.wait(body.between(0.6, 5))


def kneel_down(body: Body) -> None:
    """Goes from standing onto the knees."""
    body.move(body.facing(KNEELING), body.between(1.2, 2.2))
    body.knock(1, 4, body.now - 0.2)


def leave(body: Body, base: Posture, seconds: float, is_upright: bool = True) -> None:
    """Comes to base after a set, and does something else."""
    body.wait(body.between(0.5, 3))
    body.move(part(base, *RELAXED, "height", "hanging", "across"), body.between(0.8, 1.8))
    meanwhile(body, base, seconds, is_upright)
