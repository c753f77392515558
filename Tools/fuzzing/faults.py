#!/usr/bin/env python3
"""Lets the machine fail around the program, and looks at what is lost: a full disk, a folder that may
not be written to, a reader that goes away, no more descriptors, little memory, signals at random
moments. What was confirmed must be there afterwards, and every file whole or absent.

What happens to live sessions stands in live_faults.py.

usage: faults.py PROGRAM [--kills N] [--seed N] [--sigkill] [--only PART OF A NAME]
Exit status 1 where something was lost, each named. Trials that need root are left out without it.
"""

import argparse
import importlib
import json
import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from machine import ROWS, STATUSES, TRIALS, Machine, is_refused, trial

ENDS = (signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT)


@trial
def a_full_disk_is_told_and_leaves_nothing_half(machine):
    """In a file system of 12 KB."""
    if os.geteuid() != 0:
        return 0
    with machine.small_disk(12) as place:
        for command in (
            ["convert", ROWS, place / "converted.csv"],
            ["replay", ROWS, "--exercise", "bent-over-row", "--format", "html", "--output", place / "report.html"],
            ["simulate", "--exercise", "repetition", "--output", place / "simulated.csv"],
        ):
            is_refused(machine.run(*command), b"No space left")
            assert not list(place.iterdir()), f"{command[0]} left {list(place.iterdir())}"
        done = machine.run("live", "--source", ROWS, "--exercise", "bent-over-row", "--record", place / "live.csv", "--format", "json", "--quiet")
        assert done.returncode in (0, 1) and json.loads(done.stdout)["sets"][0]["count"] == 10, f"{done}"
        return 4


@trial
def a_folder_that_cannot_be_written_to_is_named(machine):
    for command in (["convert", ROWS], ["record", "--source", ROWS, "--output"]):
        is_refused(machine.run(*command, "/proc/motioncheck.csv"), b"/proc/motioncheck.csv")
    return 2


@trial
def a_reader_that_goes_away_ends_nothing_else(machine):
    """The report's reader closes at once; a live recording is whole all the same."""
    for command in (["replay", ROWS, "--exercise", "bent-over-row"], ["exercises"], ["convert", ROWS, "-"]):
        reader, writer = os.pipe()
        os.close(reader)
        done = machine.run(*command, stdout=writer, stderr=subprocess.PIPE)
        os.close(writer)
        assert done.returncode in (2, -signal.SIGPIPE), f"{command[0]}: status {done.returncode}"
    reader, writer = os.pipe()
    os.close(reader)
    machine.run("live", "--source", ROWS, "--exercise", "bent-over-row", "--record", "heard.csv", stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)
    assert counted(machine, machine.folder / "heard.csv") == 10
    return 4


@trial
def few_descriptors_are_enough_or_told(machine):
    tried = 0
    # With four, the event loop of the system library cannot be opened, which ends any program.
    for count in range(5, 24):
        done = machine.run("replay", ROWS, "--exercise", "bent-over-row", limit=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (count, count)))
        # The loader of the system cannot open the program's libraries with fewer.
        assert done.returncode in STATUSES | {127}, f"{count} descriptors: status {done.returncode}"
        done = machine.run("live", "--source", ROWS, "--exercise", "bent-over-row", "--no-record", "--quiet", limit=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (count, count)))
        assert done.returncode in STATUSES | {127}, f"live, {count} descriptors: status {done.returncode}"
        tried += 2
    return tried


@trial
def half_a_gigabyte_of_addresses_is_enough(machine):
    limit = 512 << 20
    done = machine.run("replay", ROWS, "--exercise", "bent-over-row", limit=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)))
    assert done.returncode == 0, f"status {done.returncode}: {done.stderr!r}"
    return 1


@trial
def links_in_the_place_of_outputs_are_not_followed(machine):
    treasure = machine.folder / "treasure"
    treasure.write_text("kept")
    for name, command in (
        ("report.html", ["replay", ROWS, "--format", "html", "--output"]),
        ("converted.csv", ["convert", ROWS, "--force"]),
        ("plot.svg", ["inspect", ROWS, "--plot"]),
    ):
        link = machine.folder / name
        link.symlink_to(treasure)
        machine.run(*command, link)
        assert treasure.read_text() == "kept", f"{command[0]} wrote through a link"
    return 3


def counted(machine, path):
    done = machine.run("replay", path, "--exercise", "bent-over-row", "--no-target", "--format", "json")
    assert done.returncode == 0, f"{path.name}: {done.stderr!r}"
    return json.loads(done.stdout)["sets"][0]["count"]


def usual_seconds(machine, *arguments):
    """A little longer than the program takes when it is left alone, on this machine as it is now."""
    started = time.monotonic()
    machine.run(*arguments)
    return 1.5 * (time.monotonic() - started)


def ended_at_random(machine, process, longest):
    """Ends a process at some moment; true where it had not ended itself."""
    time.sleep(machine.dice.uniform(0, longest))
    process.send_signal(machine.dice.choice(machine.ends))
    said = process.communicate(timeout=60)[1]
    assert process.returncode in (0, -signal.SIGKILL, -signal.SIGTERM, -signal.SIGINT), f"status {process.returncode}: {said!r}"
    return process.returncode != 0


@trial
def the_history_survives_every_end(machine):
    """A session counts as saved once the command said so by its status."""
    confirmed, longest = 0, usual_seconds(machine, "replay", ROWS, "--exercise", "bent-over-row")
    for number in range(machine.kills):
        took = f"2026-03-{number % 28 + 1:02d}T{number // 28 % 24:02d}:{number // 672:02d}:00Z"
        process = machine.start("replay", ROWS, "--exercise", "bent-over-row", "--save", "--recorded-at", took)
        confirmed += not ended_at_random(machine, process, longest)
        there = machine.sessions()
        assert there >= confirmed, f"{there} of {confirmed} saved sessions are there after {number + 1} ends"
    return machine.kills


@trial
def what_was_converted_is_whole_or_absent(machine):
    target = machine.folder / "whole.csv"
    wanted, longest = None, usual_seconds(machine, "convert", ROWS, "-")
    for number in range(machine.kills // 2):
        target.unlink(missing_ok=True)
        process = machine.start("convert", ROWS, target)
        ended_at_random(machine, process, longest)
        if wanted is None:
            machine.run("convert", ROWS, machine.folder / "wanted.csv", "--force")
            wanted = (machine.folder / "wanted.csv").read_bytes()
        assert not target.exists() or target.read_bytes() == wanted, f"half a recording after {number + 1} ends"
    return machine.kills // 2


@trial
def what_was_recorded_long_enough_ago_is_there(machine):
    """Rows that went into the pipe two seconds before the end are in the file, in whole lines."""
    lines = ROWS.read_bytes().splitlines(keepends=True)
    header, rows = [line for line in lines if not line[:1].isdigit()], [line for line in lines if line[:1].isdigit()]
    for number in range(max(1, machine.kills // 20)):
        target = machine.folder / f"recorded-{number}.csv"
        process = machine.start("record", "--source", "-", "--output", target, stdin=subprocess.PIPE)
        process.stdin.write(b"".join(header + rows[:800]))
        process.stdin.flush()
        time.sleep(2 + machine.dice.random())
        process.stdin.write(b"".join(rows[800:900]))
        process.stdin.flush()
        process.send_signal(machine.dice.choice((signal.SIGKILL, signal.SIGTERM, signal.SIGINT)))
        process.stdin.close()
        process.stdin = None
        process.communicate(timeout=60)
        kept = [line for line in target.read_bytes().splitlines() if line[:1].isdigit()]
        assert len(kept) >= 800 - 1, f"{len(kept)} of 800 rows"
        machine.run("inspect", target)
    return max(1, machine.kills // 20)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sigkill", action="store_true", help="end by SIGKILL alone")
    parser.add_argument("--only", default="", help="trials whose name holds this")
    options = parser.parse_args()
    lost = 0
    importlib.import_module("live_faults")
    for test in (test for test in TRIALS if options.only in test.__name__):
        folder = tempfile.mkdtemp(prefix="motioncheck-faults-")
        machine = Machine(options.program.resolve(), folder, random.Random(options.seed), options.kills)
        machine.ends = [signal.SIGKILL] if options.sigkill else ENDS
        words = test.__name__.replace("_", " ")
        try:
            print(f"{words}: {test(machine)} times", flush=True)
        except (AssertionError, subprocess.TimeoutExpired) as fault:
            lost += 1
            print(f"LOST {words}: {fault}")
        shutil.rmtree(folder, ignore_errors=True)
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
