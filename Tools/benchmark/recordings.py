"""Makes the recordings of the benchmark: a day of rest, work, walking, sets and sessions, cut to
any length, and single sets of many repetitions. The same command gives the same files.

Hours of it are strung together from a few simulated parts, each time worn a little differently: the
strap is turned by some degrees. Needs polars and numpy.
usage: recordings.py MOTIONCHECK FOLDER NAME...     NAME as in RECORDINGS, or "all"
"""

import pathlib
import subprocess
import sys

import numpy
import polars

ACCELERATION = ["ax [m/s^2]", "ay [m/s^2]", "az [m/s^2]"]
RATE = ["gx [rad/s]", "gy [rad/s]", "gz [rad/s]"]

# One after the other, what a person does in an hour or so.
DAY = [
    ["--activity", "still=240"],
    ["--activity", "desk-work=420"],
    ["--exercise", "bent-over-row"],
    ["--activity", "still=90"],
    ["--exercise", "bent-over-row", "--condition", "partial-reps"],
    ["--activity", "walking=300"],
    ["--exercise", "shoulder-roll"],
    ["--activity", "fidgeting=300"],
    ["--program", "upper-back"],
    ["--activity", "desk-work=600"],
    ["--exercise", "open-book", "--side", "right"],
    ["--activity", "lifting=180"],
    ["--exercise", "scapular-squeeze"],
    ["--activity", "walking=120"],
]
# How far the strap sits turned at most when it is put on anew, in radians.
TURN = 0.15
HOUR = 3600
# Repetitions that are simulated; longer sets repeat them.
MOST_SIMULATED = 600

# Seconds of the day, or repetitions of one set, and samples a second.
RECORDINGS = {
    "10-s": {"seconds": 10, "rate": 100},
    "1-min": {"seconds": 60, "rate": 100},
    "10-min": {"seconds": HOUR / 6, "rate": 100},
    "1-h": {"seconds": HOUR, "rate": 100},
    "1-h-200-hz": {"seconds": HOUR, "rate": 200},
    "8-h": {"seconds": 8 * HOUR, "rate": 100},
    "100-reps": {"reps": 100, "rate": 100},
    "600-reps": {"reps": 600, "rate": 100},
    "2400-reps": {"reps": 2400, "rate": 100},
}


def simulated(motioncheck: str, arguments: list[str], file: pathlib.Path, rate: int, seed: int):
    """One simulated part, from the file where it was made before."""
    if not file.exists():
        subprocess.run(
            [motioncheck, "simulate", *arguments, "--rate", str(rate), "--seed", str(seed),
             "--output", str(file)],
            check=True, stdout=subprocess.DEVNULL)
    return polars.read_csv(file, comment_prefix="#")


def rotation(random: numpy.random.Generator) -> numpy.ndarray:
    """A turn by a few degrees about any axis (Rodrigues' formula)."""
    axis = random.normal(size=3)
    axis /= numpy.linalg.norm(axis)
    angle = random.uniform(-TURN, TURN)
    cross = numpy.array(
        [[0, -axis[2], axis[1]], [axis[2], 0, -axis[0]], [-axis[1], axis[0], 0]])
    return numpy.eye(3) + numpy.sin(angle) * cross + (1 - numpy.cos(angle)) * cross @ cross


def day(parts: list[polars.DataFrame], seconds: float, rate: int) -> polars.DataFrame:
    """The parts over and over until the time is full."""
    random = numpy.random.default_rng(1)
    rows, strung = 0, []
    while rows < seconds * rate:
        part = parts[len(strung) % len(parts)]
        turn = rotation(random)
        turned = [part.select(columns).to_numpy() @ turn for columns in (ACCELERATION, RATE)]
        strung.append(numpy.hstack(turned))
        rows += len(part)
    values = numpy.vstack(strung)[: int(seconds * rate)]
    frame = polars.DataFrame(values, schema=ACCELERATION + RATE)
    return frame.select(
        (polars.int_range(polars.len()) / rate).alias("t [s]"), polars.all().round(5))


def long_set(motioncheck: str, folder: pathlib.Path, reps: int, rate: int) -> polars.DataFrame:
    """One set that goes on and on: the simulated repetitions again and again, without a rest."""
    once = min(reps, MOST_SIMULATED)
    part = folder / f"part-{rate}-{once}-reps.csv"
    frame = simulated(
        motioncheck, ["--exercise", "bent-over-row", "--reps", str(once)], part, rate, seed=1)
    labels = polars.read_csv(part.with_suffix(".labels.csv")).filter(polars.col("kind") == "rep")
    # From start to start, so that the rest between two repetitions stays.
    first, last = (int(labels["start"][place] * rate) for place in (0, -1))
    begin, middle, end = frame[:first], frame[first:last], frame[last:]
    whole = polars.concat([begin, *[middle] * (reps // once), end])
    return whole.with_columns((polars.int_range(polars.len()) / rate).alias("t [s]"))


def make(motioncheck: str, folder: pathlib.Path, name: str) -> pathlib.Path:
    """One recording, where it is not there yet."""
    what = RECORDINGS[name]
    file = folder / f"{name}.csv"
    if file.exists():
        return file
    rate = what["rate"]
    if "reps" in what:
        long_set(motioncheck, folder, what["reps"], rate).write_csv(file, float_precision=5)
        return file
    parts = [
        simulated(motioncheck, arguments, folder / f"part-{rate}-{number}.csv", rate, number)
        for number, arguments in enumerate(DAY)
    ]
    day(parts, what["seconds"], rate).write_csv(file, float_precision=5)
    return file


def main() -> None:
    motioncheck, folder, *names = sys.argv[1:]
    place = pathlib.Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    for name in RECORDINGS if names == ["all"] else names:
        print(make(motioncheck, place, name))


if __name__ == "__main__":
    main()
