#!/usr/bin/env python3
"""Runs the built program over changed inputs and holds it to what it promises: an exit status of the
contract, no trap, no hang, bounded memory, one clear error, clean words, inputs as they were.

usage: commands.py PROGRAM --samples FOLDER [...] [--seconds N] [--seed N] [--findings FOLDER]
Exit status 1 when it broke a promise; what did it lies in the folder of findings.
"""

import argparse
import hashlib
import json
import os
import pathlib
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time

import ways as all_ways

STATUSES = {0, 1, 2, 64}
# Of processor time, whatever else the machine does; waiting may take longer.
LONGEST_SECONDS = 10.0
SECONDS_PER_MEGABYTE = 10.0
LONGEST_WAIT_SECONDS = 120.0
MOST_MEMORY_BYTES = 600 << 20
MOST_OUTPUT_BYTES = 64 << 20
# What would steer a terminal: C0 but line ends and tabs, C1, and marks that turn the direction.
STEERING = set(range(0x20)) - {0x0A, 0x09} | set(range(0x7F, 0xA0)) | set(range(0x202A, 0x202F)) | {
    0x2066, 0x2067, 0x2068, 0x2069, 0x2028, 0x2029}


class Run:
    """One command over one input."""

    def __init__(self, program, folder, command, name, data):
        self.folder = folder
        self.command = command
        self.input = folder / "in" / name
        self.out = folder / "out"
        for part in (folder / "in", self.out, folder / "data" / "motioncheck"):
            shutil.rmtree(part, ignore_errors=True)
            part.mkdir(parents=True)
        self.input.write_bytes(data)
        if command.startswith(("history", "replay ROWS --exercise bent-over-row --save")):
            (folder / "data" / "motioncheck" / "history.db").write_bytes(data)
        if name.endswith(".labels.csv"):
            (folder / name).write_bytes(data)
        self.arguments = [str(program), *self._words()]

    def _words(self):
        places = {"ROWS": self.folder / "rows.csv", "MANIFEST": self.folder / "manifest.csv"}
        for word in self.command.split():
            if not word.startswith("<"):
                word = str(places.get(word, word))
                yield (str(self.input) if word == "IN" else word).replace("OUT/", f"{self.out}/")

    def faults(self):
        """Runs it; the promises that it broke."""
        before = self._inputs()
        started = time.monotonic()
        feed = open(self.input, "rb") if "<IN" in self.command else subprocess.DEVNULL
        with open(self.folder / "stdout", "wb") as stdout, open(self.folder / "stderr", "wb") as stderr:
            process = subprocess.Popen(
                self.arguments, stdin=feed, stdout=stdout, stderr=stderr, cwd=self.folder,
                env={"XDG_DATA_HOME": str(self.folder / "data"), "PATH": "/usr/bin:/bin", "HOME": str(self.folder)},
                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 30, 1 << 30)))
        limit = LONGEST_SECONDS + SECONDS_PER_MEGABYTE * len(self.input.read_bytes()) / (1 << 20)
        timer = threading.Timer(LONGEST_WAIT_SECONDS, process.kill)
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = status
        timer.cancel()
        if time.monotonic() - started >= LONGEST_WAIT_SECONDS:
            yield f"did not end within {LONGEST_WAIT_SECONDS:.0f} s"
        elif usage.ru_utime + usage.ru_stime > limit:
            yield f"took {usage.ru_utime + usage.ru_stime:.0f} s of processor time"
        elif os.WIFSIGNALED(status):
            yield f"ended by signal {os.WTERMSIG(status)}"
        elif os.WEXITSTATUS(status) not in STATUSES:
            yield f"exit status {os.WEXITSTATUS(status)}"
        if usage.ru_maxrss << 10 > MOST_MEMORY_BYTES:
            yield f"took {usage.ru_maxrss >> 10} MiB"
        if self._inputs() != before:
            yield "changed what it reads"
        yield from self._word_faults(os.WEXITSTATUS(status))

    def _inputs(self):
        if self.command.startswith("history") or "--save" in self.command:
            return None
        return hashlib.sha256(self.input.read_bytes()).digest()

    def _word_faults(self, status):
        out, err = ((self.folder / name).read_bytes() for name in ("stdout", "stderr"))
        for name, text in (("output", out), ("errors", err)):
            if len(text) > MOST_OUTPUT_BYTES:
                yield f"{len(text) >> 20} MiB of {name}"
                continue
            if "--format csv" in self.command:
                text = text.replace(b"\r\n", b"\n")
            try:
                steering = {ord(character) for character in text.decode()} & STEERING
            except UnicodeDecodeError:
                if "fit" not in self.command:
                    yield f"{name} is no UTF-8"
                continue
            if steering:
                yield f"{name} has control characters {sorted(map(hex, steering))}"
        lines = err.decode(errors="replace").splitlines()
        errors = [line for line in lines if line.startswith("Error: ")]
        files = self.command.count("IN") if self.command.startswith("replay IN IN") else 1
        if status == 2 and not errors and "evaluate" not in self.command:
            yield "status 2 without an error"
        if len(errors) > files and "evaluate" not in self.command:
            yield f"{len(errors)} errors"
        if status == 0 and errors:
            yield "an error and status 0"
        if any(len(line) > 3000 for line in lines):
            yield f"a line of {max(map(len, lines))} characters of errors"
        if len(lines) > 60:
            yield f"{len(lines)} lines of errors"
        if "Fatal error" in err.decode(errors="replace"):
            yield "a trap"
        if "--format json" in self.command and status in (0, 1) and "fhir" not in self.command:
            yield from self._json_faults(out)
        left = [path.name for path in self.out.rglob("*") if path.name.endswith((".partial", ".tmp"))]
        if left:
            yield f"left {left} behind"

    @staticmethod
    def _json_faults(out):
        for line in out.decode(errors="replace").splitlines():
            try:
                json.loads(line, parse_constant=lambda word: 1 / 0)
            except (ValueError, ZeroDivisionError):
                yield "output is no JSON"
                return


class Worker(threading.Thread):
    """Tries inputs until the time is over."""

    def __init__(self, options, ways, number, end):
        super().__init__()
        self.options, self.ways, self.end = options, ways, end
        self.dice = random.Random(options.seed * 1000 + number)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="motioncheck-fuzz-", dir="/dev/shm"))
        prepare(self.folder, options.program)
        self.runs = dict.fromkeys((way.name for way in ways), 0)
        self.statuses = {}
        self.findings = 0

    def run(self):
        while time.monotonic() < self.end:
            way = self.dice.choice((self.ways[0], self.dice.choice(self.ways)))
            name, data = way.input(self.dice)
            run = Run(self.options.program, self.folder, self.dice.choice(way.commands), name, data)
            faults = list(run.faults())
            self.runs[way.name] += 1
            if faults:
                self.keep(run, name, data, faults)
        shutil.rmtree(self.folder, ignore_errors=True)

    def keep(self, run, name, data, faults):
        self.findings += 1
        digest = hashlib.sha256(data + run.command.encode()).hexdigest()[:12]
        place = pathlib.Path(self.options.findings) / digest
        place.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(data)
        (place / "what").write_text(f"motioncheck {run.command}\n" + "\n".join(faults) + "\n")
        print(f"{place}: {run.command}: {'; '.join(faults)}", flush=True)


def prepare(folder, program):
    """What every run finds beside its input: a good recording, and a manifest of it."""
    recording = pathlib.Path(__file__).resolve().parents[2] / "Recordings" / "bent-over-row.csv"
    shutil.copy(recording, folder / "rows.csv")
    (folder / "manifest.csv").write_bytes(all_ways.MANIFEST)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--samples", nargs="+", required=True)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    parser.add_argument("--findings", default=".build/fuzzing/findings")
    options = parser.parse_args()
    options.program = options.program.resolve()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="motioncheck-fuzz-"))
    prepare(folder, options.program)
    known = all_ways.ways(options.program, folder, options.samples)
    shutil.rmtree(folder)
    end = time.monotonic() + options.seconds
    workers = [Worker(options, known, number, end) for number in range(options.workers)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    counts = {name: sum(worker.runs[name] for worker in workers) for name in workers[0].runs}
    findings = sum(worker.findings for worker in workers)
    print(f"{sum(counts.values())} runs ({', '.join(f'{n} {c}' for n, c in counts.items())}): {findings} broke a promise")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
