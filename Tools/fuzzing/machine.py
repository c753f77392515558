"""The program in a folder of its own, for the trials of faults.py and live_faults.py."""

import contextlib
import pathlib
import sqlite3
import subprocess

RECORDINGS = pathlib.Path(__file__).resolve().parents[2] / "Recordings"
ROWS = RECORDINGS / "bent-over-row.csv"
STATUSES = {0, 1, 2}
TRIALS = []


def trial(test):
    TRIALS.append(test)
    return test


class Machine:
    """The program, in a folder of its own."""

    def __init__(self, program, folder, dice, kills):
        self.program, self.folder, self.dice, self.kills = program, pathlib.Path(folder), dice, kills
        self.environment = {"XDG_DATA_HOME": str(self.folder / "data"), "PATH": "/usr/bin:/bin", "HOME": folder}

    def run(self, *arguments, limit=None, **options):
        return subprocess.run(
            [self.program, *map(str, arguments)], capture_output="stdout" not in options, env=self.environment,
            timeout=60, cwd=self.folder, preexec_fn=limit, **options)

    def start(self, *arguments, **options):
        return subprocess.Popen(
            [self.program, *map(str, arguments)], env=self.environment, cwd=self.folder,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **options)

    @contextlib.contextmanager
    def small_disk(self, kilobytes):
        """A folder with a file system of its own, of so many KB; only root may make one."""
        place = self.folder / "small"
        place.mkdir(exist_ok=True)
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "none", place], check=True)
        try:
            yield place
        finally:
            subprocess.run(["umount", place], check=True)

    def sessions(self):
        """How many sessions the history holds, read by another program."""
        path = self.folder / "data" / "motioncheck" / "history.db"
        if not path.exists():
            return 0
        with sqlite3.connect(path) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",), "the history is damaged"
            made = database.execute("SELECT count(*) FROM sqlite_master WHERE name = 'session'").fetchone()[0]
            return database.execute("SELECT count(*) FROM session").fetchone()[0] if made else 0


def is_refused(done, what):
    assert done.returncode == 2, f"status {done.returncode}: {done.stderr!r}"
    assert b"Error: " in done.stderr and what in done.stderr, f"{done.stderr!r}"
