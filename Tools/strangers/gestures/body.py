"""A person: sizes, habits, and the postures that they take."""
from dataclasses import dataclass

import numpy as np

from gestures.motion import Pose, Timeline

PELVIS_PER_HEIGHT = 0.54
KNEELING_PER_HEIGHT = 0.29


@dataclass
class Person:
    """Lengths in metres, angles in degrees. `side` is 1 where the left arm wears the sensor, and
    -1 where the right one does. The shoulder blade tips forward by `blade_tilt_per_metre` (degrees)
    as the shoulder is brought forward; `girdle_follows_arm` is the share of a raised arm's angle
    that the girdle takes part in."""

    side: int
    height: float
    trunk: float
    half_shoulders: float
    clavicle: float
    upper_arm: float
    forearm: float
    blade_tilt_per_metre: float
    girdle_follows_arm: float
    usual_rotation: float
    usual_supination: float
    usual_slouch: float
    usual_abduction: float
    usual_elbow: float


def draw_person(random: np.random.Generator) -> Person:
    """Someone, with the proportions of most people."""
    height = float(np.clip(random.normal(1.71, 0.10), 1.5, 1.98))
    return Person(
        side=int(random.choice([-1, 1])),
        height=height,
        trunk=0.285 * height * random.uniform(0.96, 1.04),
        half_shoulders=0.112 * height * random.uniform(0.92, 1.1),
        clavicle=0.092 * height * random.uniform(0.94, 1.06),
        upper_arm=0.178 * height * random.uniform(0.95, 1.05),
        forearm=0.150 * height * random.uniform(0.95, 1.05),
        blade_tilt_per_metre=random.uniform(240, 620),
        girdle_follows_arm=random.uniform(0.08, 0.2),
        usual_rotation=random.uniform(-15, 25),
        usual_supination=random.uniform(-60, 10),
        usual_slouch=random.uniform(-4, 10),
        usual_abduction=random.uniform(4, 14),
        usual_elbow=random.uniform(8, 28))


class Actor(Timeline):
    """A person on a timeline, who wears the sensor at a placement and knows the usual postures."""

    def __init__(self, random: np.random.Generator, placement: str) -> None:
        super().__init__(random)
        self.placement = placement
        self.person = draw_person(random)
        self.gait = None
        self.breath_depth = 1.0
        self.begin_in(self.standing() | {"heading": self.between(-180, 180)})

    @property
    def standing_height(self) -> float:
        """Metres from the floor to the pelvis of the standing person."""
        return PELVIS_PER_HEIGHT * self.person.height

    def arms_hanging(self) -> Pose:
        """Arms at the sides."""
        return {"horizontal_abduction": 0, "shoulder_flexion": self.between(-2, 9),
                "shoulder_abduction": self.person.usual_abduction,
                "shoulder_rotation": self.person.usual_rotation,
                "elbow_flexion": self.person.usual_elbow,
                "supination": self.person.usual_supination}

    def arms_in_lap(self, flexion: tuple[float, float], abduction: tuple[float, float],
                    rotation: tuple[float, float], elbow: tuple[float, float]) -> Pose:
        """Forearms on the thighs, palms down."""
        return {"horizontal_abduction": 0, "shoulder_flexion": self.between(*flexion),
                "shoulder_abduction": self.between(*abduction),
                "shoulder_rotation": self.between(*rotation),
                "elbow_flexion": self.between(*elbow), "supination": self.between(-80, -40)}

    def trunk(self, height: float, pitch: tuple[float, float], flexion: float) -> Pose:
        """An untwisted trunk above a pelvis at this height."""
        return {"pelvis_height": height, "pelvis_pitch": self.between(*pitch), "pelvis_roll": 0,
                "trunk_twist": 0, "trunk_flexion": flexion, "trunk_lean": 0}

    def standing(self) -> Pose:
        """Upright, arms and shoulders at rest."""
        girdle = {"girdle_elevation": 0, "girdle_protraction": 0}
        return (self.trunk(self.standing_height, (-2, 3), 0.7 * self.person.usual_slouch)
                | girdle | self.arms_hanging())

    def sitting(self, is_hanging: bool = False) -> Pose:
        """On a chair, the hands in the lap or hanging."""
        trunk = self.trunk(0.45 + self.between(-0.03, 0.05), (-10, 6), self.person.usual_slouch)
        if is_hanging:
            return trunk | self.arms_hanging()
        return trunk | self.arms_in_lap((12, 32), (5, 18), (-25, 5), (50, 80))

    def on_heels(self) -> Pose:
        """Sitting on the heels, the hands on the thighs."""
        height = 0.16 * self.person.height + self.between(-0.03, 0.03)
        return (self.trunk(height, (-4, 8), self.person.usual_slouch)
                | self.arms_in_lap((8, 28), (5, 15), (-25, 0), (35, 70)))

    def kneeling(self) -> Pose:
        """Upright on the knees."""
        height = KNEELING_PER_HEIGHT * self.person.height
        return (self.trunk(height, (-3, 4), 0.6 * self.person.usual_slouch)
                | self.arms_hanging())

    def on_all_fours(self) -> Pose:
        """On hands and knees."""
        height = KNEELING_PER_HEIGHT * self.person.height
        return self.trunk(height, (74, 88), self.between(-6, 8)) | {
            "horizontal_abduction": 0, "shoulder_flexion": self.between(74, 92),
            "shoulder_abduction": self.between(0, 8), "shoulder_rotation": self.between(-10, 15),
            "elbow_flexion": self.between(2, 14), "supination": self.between(-90, -60)}

    def on_floor(self) -> Pose:
        """Sitting on the floor, leaning on a hand."""
        return self.trunk(0.12, (-15, 15), self.between(5, 25)) | {
            "trunk_twist": self.between(-10, 10), "horizontal_abduction": 0,
            "shoulder_flexion": self.between(10, 40), "shoulder_abduction": self.between(10, 25),
            "shoulder_rotation": self.between(-20, 10), "elbow_flexion": self.between(10, 50),
            "supination": self.between(-80, -30)}
