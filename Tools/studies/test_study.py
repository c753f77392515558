#!/usr/bin/env python3
"""Makes a small study and compares its tables with what one run of motioncheck says: the same figures,
the bad recording apart, nothing done twice, a BIDS layout read, and the rest done after an interruption.

usage: test_study.py PROGRAM RECORDING ...
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import pyarrow.parquet as parquet

STUDY = pathlib.Path(__file__).parent / "study.py"
OPTIONS = ["--exercise", "bent-over-row", "--no-target"]
CHANNELS = "name\tcomponent\ttype\ttracked_point\tunits\n" + "".join(
    f"{kind}_{axis}\t{axis}\t{kind}\tarm\t{unit}\n" for kind, unit in (("ACCEL", "m/s^2"), ("GYRO", "rad/s")) for axis in "xyz")


def study(program, source, target):
    done = subprocess.run(
        [sys.executable, STUDY, "--program", program, source, target, "--chunk", "3", "--", *OPTIONS],
        capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.splitlines()[-1]


def rows(target, table):
    return parquet.read_table(f"{target}/{table}").to_pylist()


def expected(program, folder, names):
    """By recording: what one run of the program says."""
    done = subprocess.run([program, "replay", *names, *OPTIONS, "--format", "json"], cwd=folder, capture_output=True, text=True)
    return {report["recording"]: report for report in map(json.loads, done.stdout.splitlines())}


def compare(program, folder, target, names):
    reports = expected(program, folder, names)
    read = {row["recording"]: row for row in rows(target, "recordings")}
    assert read.keys() == reports.keys(), (sorted(read), sorted(reports))
    for name, report in reports.items():
        assert read[name]["samples"] == report["quality"]["samples"]
        assert read[name]["version"] == report["version"]
    sets = {row["recording"]: row for row in rows(target, "sets")}
    moves = rows(target, "movements")
    for name, report in reports.items():
        (only,) = report["sets"]
        assert (sets[name]["count"], sets[name]["confidence"]) == (only["count"], only["confidence"]), name
        own = sorted((m["number"], m["start"], m["end"], m["counted"], m["rangeDegrees"]) for m in moves if m["recording"] == name)
        wanted = sorted((r["number"], r["start"], r["end"], r["counted"], r["rangeDegrees"]) for r in only["reps"])
        assert own == wanted, f"{name}: {own[:3]} {wanted[:3]}"
    return len(reports), len(moves)


def as_bids(recording, folder):
    """The same samples as a BIDS motion recording."""
    place = folder / "sub-1" / "motion"
    place.mkdir(parents=True)
    lines = [line for line in recording.read_text().splitlines() if line[:1].isdigit()]
    cells = [line.split(",") for line in lines]
    rate = (len(cells) - 1) / (float(cells[-1][0]) - float(cells[0][0]))
    (folder / "dataset_description.json").write_text("{}")
    stem = place / "sub-1_task-rows_tracksys-imu"
    pathlib.Path(f"{stem}_motion.tsv").write_text("".join("\t".join(row[1:7]) + "\n" for row in cells))
    pathlib.Path(f"{stem}_channels.tsv").write_text(CHANNELS)
    pathlib.Path(f"{stem}_motion.json").write_text(json.dumps({"SamplingFrequency": rate}))


def main():
    program, recordings = sys.argv[1], [pathlib.Path(path) for path in sys.argv[2:]]
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        source, target = work / "study", work / "tables"
        source.mkdir()
        for path in recordings:
            shutil.copy(path, source)
        (source / "bad.csv").write_text("not,a,recording\n1,2,3\n")
        names = sorted(path.name for path in source.iterdir())
        said = study(program, source, target)
        assert f"checked {len(names)}," in said, said
        read, moves = compare(program, source, target, names)
        (bad,) = rows(target, "unusable")
        assert bad["recording"] == "bad.csv" and bad["error"].startswith("bad.csv"), bad
        assert "checked 0," in study(program, source, target), "a chunk was done twice"
        next((target / "reports").iterdir()).unlink()
        assert "checked 0," not in study(program, source, target), "a lost chunk was not done again"
        assert compare(program, source, target, names) == (read, moves)
        as_bids(recordings[0], work / "bids")
        study(program, work / "bids", work / "bids-tables")
        (only,) = rows(work / "bids-tables", "recordings")
        assert only["recording"].endswith("_motion.tsv") and only["hasGyroscope"], only
    print(f"{read} recordings, {moves} movements: the tables hold what one run says")


if __name__ == "__main__":
    main()
