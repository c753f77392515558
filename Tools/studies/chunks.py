"""A chunk of recordings: one run of motioncheck over them, and what it said of each."""

import hashlib
import json
import pathlib
import subprocess

from recordings import Store

REPORTS = "reports"


def chunks(recordings, size, settings):
    """Lists of recordings, each with a name that changes with anything that its reports hang on."""
    for start in range(0, len(recordings), size):
        some = recordings[start : start + size]
        told = json.dumps([[r.name, r.size, r.modified] for r in some] + [settings.identity])
        yield hashlib.sha256(told.encode()).hexdigest()[:24], some


class Settings:
    """How every recording is checked."""

    def __init__(self, program, arguments, parameters):
        self.program = program
        self.arguments = list(arguments)
        self.version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.strip()
        text = pathlib.Path(parameters).read_bytes() if parameters else b""
        if parameters:
            self.arguments += ["--parameters", str(pathlib.Path(parameters).resolve())]
        # Beside the options, since a target or an exercise changes the figures as well.
        self.hash = hashlib.sha256(text + json.dumps(list(arguments)).encode()).hexdigest()[:16]
        self.identity = [self.version, self.hash]


def check(chunk, source, target, settings):
    """Checks a chunk, unless its reports are there already. Gives how many recordings it checked."""
    name, recordings = chunk
    store = Store(target)
    file = f"{REPORTS}/{name}.jsonl"
    if store.has(file):
        return 0
    origin = Store(source)
    with origin.near(recordings) as folder:
        lines = list(_reports([r.name for r in recordings], folder, settings))
    store.write(file, "".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines).encode())
    return len(recordings)


def _reports(names, folder, settings):
    """A line a recording: its report, or why there is none."""
    done = _run(names, folder, settings)
    reports = {report["recording"]: report for report in map(json.loads, done.stdout.splitlines())}
    if done.returncode not in (0, 1, 2) and len(names) > 1:
        # One of them ends the program: each for itself, so that only that one is lost.
        for name in names:
            yield from _reports([name], folder, settings)
        return
    for name in names:
        line = {"recording": name, "parametersHash": settings.hash}
        if name in reports:
            yield line | {"report": reports[name], "error": None}
        else:
            yield line | {"report": None, "error": _error(name, done)}


def _run(names, folder, settings):
    return subprocess.run(
        [settings.program, "replay", *names, *settings.arguments, "--format", "json"],
        cwd=folder, capture_output=True, text=True, stdin=subprocess.DEVNULL)


def _error(name, done):
    said = [line.removeprefix("Error: ") for line in done.stderr.splitlines() if line.startswith(f"Error: {name}")]
    return said[0] if said else f"ended with status {done.returncode}"
