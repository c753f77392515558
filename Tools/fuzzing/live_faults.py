"""What may happen to the machine while somebody exercises: it is stopped and goes on, its clock is set
back, another program reads the same sensor, the folder of the recording goes away, the disk is full for a
while, the session is killed.
"""

import concurrent.futures
import json
import os
import pathlib
import signal
import subprocess
import time

from machine import ROWS, trial

LINES = ROWS.read_bytes().splitlines(keepends=True)
HEADER = [line for line in LINES if not line[:1].isdigit()]
SAMPLES = [line for line in LINES if line[:1].isdigit()]
SECONDS = [float(line.split(b",")[0]) for line in SAMPLES]
# Preloaded, it changes the clock on the wall alone, as whoever sets it does.
CLOCK = pathlib.Path("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1")


def place(seconds):
    """The first row at this time or later."""
    return next(number for number, time_ in enumerate(SECONDS) if time_ >= seconds)


class Sensor:
    """A FIFO that is a sensor to a session."""

    def __init__(self, path):
        self.path = path
        os.mkfifo(path)
        # Open for reading too, so that nothing waits for the session.
        self.number = os.open(path, os.O_RDWR)

    def send(self, lines):
        data = b"".join(lines)
        while data:
            data = data[os.write(self.number, data[:4096]):]

    def end(self):
        os.close(self.number)


class Session:
    """A live session of the program; what it says goes to files."""

    def __init__(self, machine, name, command="live", folder=None, **environment):
        self.sensor = Sensor(machine.folder / f"{name}.sensor")
        self.recording = (folder or machine.folder) / f"{name}.csv"
        self.said = [machine.folder / f"{name}.{kind}" for kind in ("report", "words")]
        choice = {
            "live": ["--exercise", "bent-over-row", "--no-target", "--format", "json", "--record"],
            "record": ["--output"]}[command]
        with open(self.said[0], "wb") as report, open(self.said[1], "wb") as words:
            self.process = subprocess.Popen(
                # What changes the clock sets a variable of its own, in front of the program.
                ["/usr/bin/env", machine.program, command, "--source", self.sensor.path, *choice, self.recording],
                env={**machine.environment, **environment}, cwd=machine.folder, stdin=subprocess.DEVNULL,
                stdout=report, stderr=words)

    def waits_until(self, is_so, what):
        for _ in range(1000):
            if is_so():
                return
            time.sleep(0.01)
        raise AssertionError(f"{what}: not within 10 s; said so far: {self.words()}")

    def has_recorded(self, rows):
        """Waits until so many rows are in the file."""
        self.waits_until(lambda: len(samples_of(self.recording)) >= rows, f"{rows} rows recorded")

    def words(self):
        return self.said[1].read_text()

    def ends(self):
        """Its report, after the sensor went away."""
        self.sensor.end()
        status = self.process.wait(timeout=60)
        assert status in (0, 1), f"status {status}: {self.words()}"
        return json.loads(self.said[0].read_text())


def samples_of(recording):
    """The whole rows of a recording in progress."""
    if not recording.exists():
        return []
    return [line for line in recording.read_bytes().splitlines(keepends=True) if line[:1].isdigit() and line.endswith(b"\n")]


def are_in_order(recording):
    times = [float(line.split(b",")[0]) for line in samples_of(recording)]
    return all(a < b for a, b in zip(times, times[1:]))


def count(machine, *arguments):
    done = machine.run("replay", *arguments, "--exercise", "bent-over-row", "--no-target", "--format", "json")
    assert done.returncode == 0, f"{done.stderr!r}"
    return json.loads(done.stdout)["sets"][0]


@trial
def a_session_that_was_stopped_goes_on_after_a_gap(machine):
    """With the sensor, as when a lid is closed: the rows of the pause never come."""
    whole = [rep for rep in count(machine, ROWS)["reps"] if rep["counted"]]
    # From the rest before the fifth repetition to the next rest.
    begins, ends = place(41.3), place(44.6)
    session = Session(machine, "stopped")
    session.sensor.send(HEADER + SAMPLES[:begins])
    session.has_recorded(begins - 1)
    session.process.send_signal(signal.SIGSTOP)
    time.sleep(0.5)
    session.process.send_signal(signal.SIGCONT)
    session.sensor.send(SAMPLES[ends:])
    report = session.ends()
    before = [rep for rep in whole if rep["end"] < SECONDS[begins]]
    counted = [rep for rep in report["sets"][0]["reps"] if rep["counted"]]
    for wanted, found in zip(before, counted):
        assert abs(wanted["start"] - found["start"]) < 0.2 and abs(wanted["end"] - found["end"]) < 0.2, f"{wanted} became {found}"
    assert len(whole) - 2 <= len(counted) <= len(whole), f"{len(counted)} of {len(whole)}"
    gaps = report["quality"]["gaps"]
    assert any(abs(gap["start"] - SECONDS[begins]) < 0.3 and abs(gap["end"] - SECONDS[ends]) < 0.3 for gap in gaps), f"gaps {gaps}"
    assert count(machine, session.recording)["count"] == len(counted), "the recording counts otherwise"
    return 1


@trial
def a_session_alone_that_was_stopped_misses_nothing(machine):
    """The rows wait for it."""
    session = Session(machine, "waiting")
    session.sensor.send(HEADER + SAMPLES[: place(41.3)])
    session.has_recorded(100)
    session.process.send_signal(signal.SIGSTOP)
    session.sensor.send(SAMPLES[place(41.3):place(50)])
    time.sleep(1)
    session.process.send_signal(signal.SIGCONT)
    session.sensor.send(SAMPLES[place(50):])
    report = session.ends()
    assert report["sets"][0]["count"] == 10 and not report["quality"]["gaps"], f"{report['sets'][0]['count']}, {report['quality']['gaps']}"
    return 1


@trial
def a_clock_that_is_set_back_changes_no_time(machine):
    """By an hour; of rows that state their time, and of rows that are timed when they come."""
    if not CLOCK.exists():
        return 0
    offset = machine.folder / "offset"
    environment = {
        "LD_PRELOAD": str(CLOCK), "FAKETIME_TIMESTAMP_FILE": str(offset), "DONT_FAKE_MONOTONIC": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1", "FAKETIME_NO_CACHE": "1"}
    offset.write_text("+0\n")
    session = Session(machine, "timed", **environment)
    session.sensor.send(HEADER + SAMPLES[: place(45)])
    session.has_recorded(place(44))
    offset.write_text("-3600\n")
    session.sensor.send(SAMPLES[place(45):])
    report = session.ends()
    clock = subprocess.run(["date", "+%s"], env={**machine.environment, **environment}, capture_output=True, check=True)
    assert abs(time.time() - 3600 - int(clock.stdout)) < 60, "the clock was not set back"
    assert report["sets"][0]["count"] == 10 and not report["quality"]["gaps"], f"{report['sets'][0]}"
    assert are_in_order(session.recording) and len(samples_of(session.recording)) == len(SAMPLES)

    offset.write_text("+0\n")
    session = Session(machine, "timeless", command="record", **environment)
    untimed = [line[line.index(b",") + 1:] for line in SAMPLES]
    session.sensor.send([b"ax [m/s^2],ay [m/s^2],az [m/s^2],gx [rad/s],gy [rad/s],gz [rad/s]\n"])
    for number, row in enumerate(untimed[:200]):
        if number == 100:
            offset.write_text("-3600\n")
        session.sensor.send([row])
        time.sleep(0.01)
    session.sensor.end()
    assert session.process.wait(timeout=60) == 0, session.words()
    times = [float(line.split(b",")[0]) for line in samples_of(session.recording)]
    assert are_in_order(session.recording) and len(times) == 200 and 1.9 < times[-1] < 20, f"{len(times)} rows, to {times[-1]} s"
    return 2


@trial
def two_programs_lose_nothing_of_one_history(machine):
    for number in range(5):
        both = [
            machine.start("replay", ROWS, "--exercise", "bent-over-row", "--save", "--recorded-at", f"2026-04-{number + 1:02d}T0{hour}:00:00Z")
            for hour in range(2)]
        for process in both:
            said = process.communicate(timeout=60)[1]
            assert process.returncode == 0, f"status {process.returncode}: {said!r}"
        assert machine.sessions() == 2 * (number + 1), f"{machine.sessions()} sessions of {2 * (number + 1)}"
    return 5


@trial
def a_second_reader_of_a_pipe_is_sent_away(machine):
    """Each would get only some of the rows."""
    session = Session(machine, "first")
    session.sensor.send(HEADER + SAMPLES[:300])
    session.has_recorded(250)
    for command in (["live", "--exercise", "bent-over-row", "--no-record"], ["record", "--output", "second.csv"]):
        done = machine.run(*command, "--source", session.sensor.path)
        assert done.returncode == 2 and b"another program" in done.stderr, f"status {done.returncode}: {done.stderr!r}"
    session.sensor.send(SAMPLES[300:])
    assert session.ends()["sets"][0]["count"] == 10
    return 2


@trial
def a_folder_that_goes_away_is_told_and_the_session_goes_on(machine):
    folder = machine.folder / "gone"
    folder.mkdir()
    session = Session(machine, "gone/session")
    session.sensor.send(HEADER + SAMPLES[: place(40)])
    session.has_recorded(place(39))
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    session.said = [pathlib.Path(f"/proc/{session.process.pid}/fd/{number}") for number in (1, 2)]
    session.waits_until(lambda: "not recorded any further" in session.words(), "that it is not recorded")
    report_file = open(session.said[0], "rb")
    session.sensor.send(SAMPLES[place(40):])
    session.sensor.end()
    assert session.process.wait(timeout=60) == 0
    report = json.loads(report_file.read())
    assert report["sets"][0]["count"] == 10, f"{report['sets'][0]['count']}"
    assert any("recording is incomplete" in warning for warning in report["warnings"]), f"{report['warnings']}"
    return 1


@trial
def a_disk_that_is_full_for_a_while_costs_no_row(machine):
    """In a file system of 64 KB, of which a row takes 60 bytes."""
    if os.geteuid() != 0:
        return 0
    with machine.small_disk(64) as small:
        for command in ("live", "record"):
            filler = small / "filler"
            filler.write_bytes(bytes(52 << 10))
            session = Session(machine, command, command=command, folder=small)
            session.sensor.send(HEADER + SAMPLES[: place(20)])
            session.waits_until(lambda: "the disk is full" in session.words(), "that the disk is full")
            session.sensor.send(SAMPLES[place(20):place(25)])
            filler.unlink()
            session.waits_until(lambda: "there is space again" in session.words(), "that there is space")
            session.sensor.send(SAMPLES[place(25):place(30)])
            session.sensor.end()
            assert session.process.wait(timeout=60) in (0, 1), session.words()
            kept = samples_of(session.recording)
            assert kept == SAMPLES[: place(30)], f"{command}: {len(kept)} of {place(30)} rows"
            assert b"\0" not in session.recording.read_bytes(), f"{command}: a hole"
            session.recording.unlink()
        return 2


@trial
def rows_that_came_two_seconds_before_a_kill_are_there(machine):
    """Several sessions at once, with 100 rows a second, each killed at a moment of its first three seconds."""
    def killed(number, life):
        session = Session(machine, f"killed-{number}", command="record")
        begins, sent = time.monotonic(), []
        session.sensor.send(HEADER)
        while time.monotonic() - begins < life:
            session.sensor.send([SAMPLES[len(sent)]])
            sent.append(time.monotonic())
            time.sleep(max(0, begins + len(sent) / 100 - time.monotonic()))
        ends = time.monotonic()
        session.process.kill()
        session.process.wait()
        session.sensor.end()
        owed = sum(moment < ends - 2 for moment in sent)
        kept = samples_of(session.recording)
        assert kept == SAMPLES[: len(kept)], f"other rows than were sent, {life:.2f} s"
        assert len(kept) >= owed, f"{len(kept)} of {owed} rows, killed after {life:.2f} s"
        for path in (session.recording, session.sensor.path, *session.said):
            path.unlink(missing_ok=True)

    lives = [machine.dice.uniform(0.1, 3) for _ in range(machine.kills)]
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        list(pool.map(killed, range(len(lives)), lives))
    return len(lives)
