"""The postures that people take: degrees, and the pelvis's height as a share of the person's."""
from common.chance import Range

Pose = dict[str, Range]

NEUTRAL: Pose = dict.fromkeys(
    ("pelvis_roll", "trunk_twist", "trunk_lean", "clavicle_elevation", "clavicle_protraction",
     "blade_tilt", "horizontal_abduction", "shoulder_rotation"), 0.0)
SITTING: Pose = {"height": 0.27, "pelvis_pitch": (-10, 8), "trunk_flexion": (0, 15)}
HANGING: Pose = {"shoulder_flexion": (-3, 11), "shoulder_abduction": (4, 13),
                 "shoulder_rotation": (-10, 12), "elbow_flexion": (6, 24), "pronation": (-10, 40)}

POSTURES: dict[str, Pose] = {
    "standing": HANGING | {"height": 0.53, "pelvis_pitch": (-3, 5), "trunk_flexion": (-2, 8)},
    "sitting": SITTING | {
        "shoulder_flexion": (18, 38), "shoulder_abduction": (4, 14),
        "shoulder_rotation": (-35, 5), "elbow_flexion": (45, 80), "pronation": (10, 80)},
    "sitting-hanging": SITTING | HANGING,
    "sitting-bent": SITTING | {
        "shoulder_flexion": (-2, 10), "shoulder_abduction": (6, 18),
        "shoulder_rotation": (-15, 20), "elbow_flexion": (80, 100), "pronation": (0, 60)},
    "on-heels": {
        "height": 0.15, "pelvis_pitch": (-5, 12), "trunk_flexion": (0, 12),
        "shoulder_flexion": (12, 32), "shoulder_abduction": (4, 12),
        "shoulder_rotation": (-25, 5), "elbow_flexion": (25, 65), "pronation": (10, 80)},
    "kneeling": HANGING | {"height": 0.29, "pelvis_pitch": (-3, 6), "trunk_flexion": (0, 8)},
    "on-all-fours": {
        "height": 0.29, "pelvis_pitch": (68, 82), "trunk_flexion": (5, 18),
        "shoulder_flexion": (78, 95), "shoulder_abduction": (2, 10),
        "shoulder_rotation": (-20, 10), "elbow_flexion": (2, 14), "pronation": (40, 80),
        "clavicle_protraction": 6},
    # The side with the sensor is up, and its arm reaches forward onto the other.
    "lying-on-side": {
        "height": 0.10, "pelvis_pitch": (-4, 4), "pelvis_roll": (82, 96), "trunk_twist": (-8, 5),
        "trunk_flexion": (0, 15), "shoulder_flexion": (78, 92), "shoulder_abduction": 0,
        "horizontal_abduction": (-24, -8), "shoulder_rotation": (-15, 25),
        "elbow_flexion": (4, 18), "pronation": (0, 60), "clavicle_protraction": (3, 10)},
    "lying-on-back": {
        "height": 0.09, "pelvis_pitch": (-95, -85), "trunk_flexion": (0, 8),
        "shoulder_flexion": (-5, 15), "shoulder_abduction": (10, 25),
        "shoulder_rotation": (-30, 10), "elbow_flexion": (10, 70), "pronation": (0, 60)},
    "sitting-aside": {
        "height": 0.10, "pelvis_pitch": (10, 30), "pelvis_roll": (10, 35),
        "trunk_twist": (-20, 10), "trunk_flexion": (5, 20), "shoulder_flexion": (10, 50),
        "shoulder_abduction": (5, 25), "shoulder_rotation": (-20, 20),
        "elbow_flexion": (20, 80), "pronation": (0, 60)},
}
