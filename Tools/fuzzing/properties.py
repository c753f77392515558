#!/usr/bin/env python3
"""Changes recordings in ways that change nothing of what was done, and compares what is counted: no
count may change, no hold by more than 0.1 s.

usage: properties.py PROGRAM RECORDING ... [--seed N]
Exit status 1 where something changed, each named.
"""

import argparse
import json
import math
import pathlib
import random
import subprocess
import sys
import tempfile

G = 9.80665
LONGEST_HOLD_CHANGE = 0.1 + 1e-6  # seconds; times are told to a thousandth
NAMES = "t [{}],ax [{}],ay [{}],az [{}],gx [{}],gy [{}],gz [{}]"
REST_SECONDS = 20.0


class Table:
    """A canonical recording as numbers, and the units that it is written in."""

    def __init__(self, rows, time="s", force="m/s^2", rate="rad/s"):
        self.rows, self.time, self.force, self.rate = rows, time, force, rate

    @staticmethod
    def read(path):
        lines = [line for line in pathlib.Path(path).read_text().splitlines() if line and line[0] not in "#t"]
        return Table([[float(cell) for cell in line.split(",")] for line in lines])

    def text(self):
        units = [self.time] + [self.force] * 3 + [self.rate] * 3
        head = NAMES.format(*units).split(",")[: len(self.rows[0])]
        return "\n".join([",".join(head)] + [",".join(f"{cell:.9g}" if place else f"{cell:.6f}" for place, cell in enumerate(row)) for row in self.rows]) + "\n"

    def mapped(self, change, **units):
        return Table([change(row) for row in self.rows], **units)


def rotation(dice):
    """A matrix out of a quaternion of even direction."""
    w, x, y, z = (dice.gauss(0, 1) for _ in range(4))
    n = math.sqrt(w * w + x * x + y * y + z * z)
    w, x, y, z = w / n, x / n, y / n, z / n
    return (
        (1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)),
        (2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)),
        (2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)),
    )


def turned(table, dice):
    matrix = rotation(dice)

    def turn(vector):
        return [sum(a * b for a, b in zip(line, vector)) for line in matrix]

    return table.mapped(lambda row: [row[0], *turn(row[1:4]), *(turn(row[4:7]) if len(row) > 4 else [])])


def opposite_sign(table, dice):
    return table.mapped(lambda row: [row[0], *(-cell for cell in row[1:4]), *row[4:]])


def other_units(table, dice):
    return table.mapped(
        lambda row: [row[0] * 1000, *(cell / G for cell in row[1:4]), *(math.degrees(cell) for cell in row[4:])],
        time="ms", force="g", rate="deg/s")


def unix_time(table, dice):
    return table.mapped(lambda row: [row[0] + 1_772_357_400, *row[1:]])


def shifted(table, dice):
    return table.mapped(lambda row: [row[0] - 3000, *row[1:]])


def biased(table, dice):
    bias = [math.radians(dice.uniform(-2, 2)) for _ in range(3)]
    return table.mapped(lambda row: [*row[:4], *(cell + b for cell, b in zip(row[4:], bias))])


def silent_around(table, dice):
    """Ten seconds of the first and of the last second, to and fro, before and after."""
    rows = table.rows
    step = (rows[-1][0] - rows[0][0]) / (len(rows) - 1)
    count, second = int(10 / step), int(1 / step)
    # Backwards in time a rotation is the opposite one.
    before = [row[:4] + ([-cell for cell in row[4:]] if back else row[4:]) for row, back in _to_and_fro(rows[:second], count)]
    after = [row[:4] + ([-cell for cell in row[4:]] if back else row[4:]) for row, back in _to_and_fro(rows[: -second - 1 : -1], count)]
    first, last = rows[0][0], rows[-1][0]
    early = [[first - (k + 1) * step, *row[1:]] for k, row in enumerate(before)]
    late = [[last + (k + 1) * step, *row[1:]] for k, row in enumerate(after)]
    return Table(early[::-1] + rows + late)


def _to_and_fro(rows, count):
    """Away from the edge, which the first of the rows is, and back, each with whether it runs back."""
    way = [(row, True) for row in rows] + [(row, False) for row in reversed(rows)]
    return [way[k % len(way)] for k in range(count)]


def dropped(table, dice):
    return Table([row for place, row in enumerate(table.rows) if not place or dice.random() > 0.01])


CHANGES = (turned, turned, opposite_sign, other_units, unix_time, shifted, biased, silent_around, dropped)


class Program:
    def __init__(self, path, folder):
        self.path, self.folder = path, folder

    def counts(self, path, options, feed=None):
        done = subprocess.run(
            [self.path, "replay", str(path), *options, "--format", "json"], capture_output=True, input=feed)
        if done.returncode not in (0, 1):
            return f"status {done.returncode}: {done.stderr.decode().strip()}"
        sets = json.loads(done.stdout)["sets"]
        return [(s["exercise"], s["count"], [round(h["seconds"], 3) for h in s["holds"] if h["counted"]]) for s in sets]

    def of(self, table, options):
        path = self.folder / "changed.csv"
        path.write_text(table.text())
        return self.counts(path, options)


def differ(before, after):
    if isinstance(before, str) or isinstance(after, str) or len(before) != len(after):
        return True
    return any(
        a[:2] != b[:2] or len(a[2]) != len(b[2]) or any(abs(x - y) > LONGEST_HOLD_CHANGE for x, y in zip(a[2], b[2]))
        for a, b in zip(before, after))


def repeated(table):
    """The recording twice, with a rest between."""
    rows = table.rows
    step = (rows[-1][0] - rows[0][0]) / (len(rows) - 1)
    start = rows[-1][0] + REST_SECONDS
    rest = [[rows[-1][0] + (k + 1) * step, *rows[0][1:]] for k in range(int(REST_SECONDS / step) - 1)]
    return Table(rows + rest + [[row[0] - rows[0][0] + start, *row[1:]] for row in rows])


def faults(program, path, dice):
    """What changed, and how many comparisons there were."""
    exercise = path.stem
    options = ["--program", "upper-back"] if exercise == "upper-back-session" else ["--exercise", exercise, "--no-target"]
    table, found, tried = Table.read(path), [], 0
    before = program.counts(path, options)

    def compare(what, after, expected=before):
        nonlocal tried
        tried += 1
        if differ(expected, after):
            found.append(f"{path.name}: {what}: {expected} became {after}")

    for change in CHANGES:
        compare(change.__name__, program.of(change(table, dice), options))
    compare("a pipe", program.counts("-", options, path.read_bytes()))
    converted = program.folder / "converted.csv"
    subprocess.run([program.path, "convert", path, converted, "--force"], capture_output=True, check=True)
    compare("converted", program.counts(converted, options))
    if len(before) == 1:
        twice = program.of(repeated(table), options)
        expected = [(name, 2 * count, holds * 2) for name, count, holds in before]
        compare("twice", twice, expected)
    return found, tried


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("recordings", nargs="+", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    dice = random.Random(options.seed)
    found, tried = [], 0
    with tempfile.TemporaryDirectory() as folder:
        program = Program(options.program, pathlib.Path(folder))
        for path in options.recordings:
            some, count = faults(program, path, dice)
            found, tried = found + some, tried + count
    for fault in found:
        print(fault)
    print(f"{tried} comparisons: {len(found)} changed what was counted")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
