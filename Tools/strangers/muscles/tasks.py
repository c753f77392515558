"""What arms do for a while: a pose is taken, something is done in it, and the arms come back."""
from dataclasses import dataclass, field

from muscles.body import Body
from muscles.postures import Posture, part

Range = tuple[float, float]


@dataclass(frozen=True)
class Task:
    """Every range is drawn from anew.

    In its `pose` (degrees, metres) a task lasts for `seconds`. A rhythm of so many `hertz` has
    `swings`, and in every cycle one of the `knocks` (m/s^2). What is done without a rhythm
    `wanders` with these deviations in a `band` (hertz). A machine may shake the sensor (m/s^2).
    """

    pose: dict[str, Range]
    seconds: Range
    hertz: Range = (0, 0)
    swings: dict[str, Range] = field(default_factory=dict)
    knocks: Range = (0, 0)
    wanders: Posture = field(default_factory=dict)
    band: Range = (0.5, 1.5)
    shaking: Range = (0, 0)
    way_seconds: Range = (0.6, 1.3)

    def __call__(self, body: Body, base: Posture) -> None:
        """Does it once, and comes back to base."""
        self.take_pose(body)
        seconds, hertz = body.between(*self.seconds), body.between(*self.hertz)
        if self.knocks[1]:
            for cycle in range(int(seconds * hertz)):
                body.knock(*self.knocks, body.now + cycle / hertz)
        if self.shaking[1]:
            body.shake(seconds, *self.shaking)
        body.wander(seconds, *self.band, self.wanders)
        if self.swings:
            body.swing(seconds, hertz, {channel: body.between(*amplitude)
                                        for channel, amplitude in self.swings.items()})
        else:
            body.wait(seconds)
        if self.pose:
            body.move(part(base, *self.pose), body.between(*self.way_seconds))

    def take_pose(self, body: Body) -> None:
        """Takes the pose, as the first part of the task."""
        if self.pose:
            body.move({channel: body.between(*values) for channel, values in self.pose.items()},
                      body.between(*self.way_seconds))


scratch = Task(
    {"flexion": (35, 75), "abduction": (15, 40), "rotation": (20, 50), "elbow": (115, 140)},
    (0.6, 2), hertz=(2.5, 5), swings={"elbow": (2, 5), "pronation": (2, 6)})

look_at_phone = Task(
    {"flexion": (15, 35), "rotation": (10, 40), "elbow": (80, 105), "pronation": (0, 40),
     "bend": (14, 20)},
    (2, 7), wanders={"pronation": 1.2, "rotation": 1.2, "elbow": 1.2})

# The other hand pulls at the sensor.
fasten_strap = Task(
    {"elbow": (35, 90), "abduction": (10, 24)}, (1.5, 4), hertz=(0.5, 1.5), knocks=(1, 5),
    wanders={"rotation": 2.5, "pronation": 2.5, "abduction": 1, "flexion": 1, "forward": 0.002,
             "left": 0.002},
    band=(0.8, 2.6))

# Only for who stands: down to the floor, and up at once.
pick_up = Task(
    {"pitch": (55, 85), "height": (0.6, 0.85), "bend": (16, 24), "elbow": (4, 12),
     "flexion": (0, 20)},
    (0.3, 0.8), hertz=(4, 4), knocks=(0.4, 2), way_seconds=(1, 1.9))

take_cup = Task({"flexion": (30, 55), "elbow": (50, 75), "rotation": (10, 20)}, (0.3, 0.8),
                hertz=(4, 4), knocks=(0.3, 1.5))
sip = Task({"flexion": (45, 70), "abduction": (15, 35), "elbow": (115, 135),
            "pronation": (40, 80)}, (0.8, 3), way_seconds=(0.8, 1.4))


def drink(body: Body, base: Posture) -> None:
    """Takes a cup, sips, and puts it back."""
    take_cup.take_pose(body)
    body.knock(*take_cup.knocks)
    sip(body, base)
    take_cup(body, base)
