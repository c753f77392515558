"""What every part of the test of the studio stands on: recordings, a server, and what is wrong."""
import http.client
import os
import pathlib
import re
import signal
import subprocess
import sys

SHOTS = os.environ.get("SCREENSHOTS")
RECORDINGS = 6
REPS = 6
PEOPLE = 3

faults = []


def check(is_right, what):
    """Notes a fault unless it is right."""
    print(f"  {'ok' if is_right else 'WRONG'}  {what}", flush=True)
    if not is_right:
        faults.append(what)


def make_corpus(program, folder):
    """Six recordings of people who hardly lift their shoulders, with their labels."""
    rows = ["file,subject,check_as"]
    for seed in range(1, RECORDINGS + 1):
        subprocess.run(
            [program, "simulate", "--exercise", "shoulder-roll", "--range", "0.35", "--reps",
             str(REPS), "--device-preset", "dualsense", "--seed", str(seed), "--output",
             folder / f"rolls-{seed}.csv"], check=True, capture_output=True)
        rows.append(f"rolls-{seed}.csv,person-{seed % PEOPLE + 1},shoulder-roll")
    (folder / "rolls-6.labels.csv").unlink()
    (folder / "rolls.csv").write_text("\n".join(rows) + "\n")


class Server:
    """The studio, for as long as the block lasts."""

    def __init__(self, program, *arguments):
        self.process = subprocess.Popen(
            [program, "studio", *map(str, arguments), "--no-open"], stderr=subprocess.PIPE)

    def __enter__(self):
        for line in self.process.stderr:
            if found := re.search(r"http://([^/]+)/(\w+)/", line.decode()):
                self.url, self.host, self.token = found[0], found[1], found[2]
                return self
        sys.exit("the studio printed no URL")

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGINT)
        check(self.process.wait(timeout=10) == 0, "Ctrl-C ends the studio with status 0")

    def processor(self):
        """Processor time that it has taken, in milliseconds."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")

    def ask(self, method, place, body=None, headers=None):
        """The status of a request that does not come from the page."""
        connection = http.client.HTTPConnection(self.host, timeout=20)
        connection.request(method, place, body=body, headers=headers or {})
        return connection.getresponse().status
