"""The ways into the program: what is put there, and the commands that read it."""

import pathlib
import subprocess

import mutations

PARAMETERS = b"""version: 1
exercise: repetition
parameters:
  minimumRangeDegrees: 6
source:
  made: by hand
"""
MANIFEST = b"""file,subject,check_as,reps,visible,placement
rows.csv,anna,bent-over-row,10,10,upper-arm
rows.csv,ben,repetition,9,,wrist
"""
LABELS = b"""start,end,exercise,side,kind,count
4.0,60.0,bent-over-row,,set,10
5.0,8.0,bent-over-row,left,rep,
"""
CORRECTIONS = b"""file,labelled,visible,sure
rows.csv,10,9,yes
"""
LARGEST_SEED = 64 << 10

# Each command writes into OUT, which is empty, and reads IN, which is the changed input.
RECORDING_COMMANDS = (
    "replay IN --exercise repetition --format json",
    "replay IN --exercise bent-over-row --details",
    "replay IN --exercise hold --format csv --hold 5",
    "replay IN --program upper-back --format json",
    "replay IN --format html --output OUT/report.html",
    "replay IN --exercise repetition --format fhir --recorded-at 2026-03-01T09:30:00Z",
    "replay IN --exercise open-book --side left --format fit --output OUT/report.fit",
    "replay IN --exercise repetition --explain --plot OUT/plot.svg",
    "replay IN --program upper-back-holds --plot OUT/plot.svg",
    "replay - --exercise repetition --format json <IN",
    "replay IN IN --exercise repetition --save",
    "inspect IN",
    "inspect IN --format json --plot OUT/plot.svg",
    "convert IN OUT/converted.csv",
    "convert IN - --units acceleration=g",
    "convert IN - --rate 50 --columns t=1,ax=2,ay=3,az=4",
    "live --source - --exercise repetition --no-record --quiet --format json <IN",
    "live --source - --exercise hold --record OUT/live.csv --quiet --no-target <IN",
    "record --source - --output OUT/recorded.csv <IN",
    "replay ROWS --gyroscope IN --exercise repetition",
    "label IN --exercise repetition --reps 3 --output OUT/x.labels.csv",
    "calibrate IN --exercise repetition --output OUT/mine.yaml",
)


class Way:
    """Seeds by file name, and the commands for them."""

    def __init__(self, name, seeds, commands):
        self.name, self.seeds, self.commands = name, seeds, commands

    def input(self, dice):
        """A file name and its changed content."""
        name, seed = dice.choice(self.seeds)
        data = mutations.mutated(seed, dice)
        if self.name == "recordings" and dice.random() < 0.05:
            return "packed.zip", mutations.pack(data, dice)
        return name, data


def ways(program, folder, samples):
    """All of them; recordings are taken from the folders of samples."""
    recordings = []
    for sample in samples:
        for path in sorted(pathlib.Path(sample).rglob("*")):
            if path.is_file() and path.suffix != ".md":
                recordings.append((path.name, _shortened(path.read_bytes())))
    shown = _output(program, "programs", "show", "upper-back")
    own = shown + b"  - exercise: my-own\n    kind: hold\n    reps: 2\n    hold: 5\n"
    programs = [("own.yaml", shown), ("own.yaml", own)]
    documents = [("corrections.csv", CORRECTIONS)]
    database = history(program, folder)
    return (
        Way("recordings", recordings, RECORDING_COMMANDS),
        Way("programmes", programs, (
            "programs check IN", "programs show IN", "replay ROWS --program IN",
            "replay ROWS --program IN --format json")),
        Way("parameters", [("p.yaml", PARAMETERS)], (
            "replay ROWS --exercise repetition --parameters IN",
            "evaluate MANIFEST --parameters IN")),
        Way("labels", [("rows.labels.csv", LABELS)], ("evaluate MANIFEST", "evaluate MANIFEST --format json --worst 3")),
        Way("manifests", [("manifest.csv", MANIFEST)], (
            "evaluate IN", "evaluate IN --format json --by subject", "evaluate IN --plot OUT/plots")),
        Way("corrections", documents, ("evaluate MANIFEST --corrections IN",)),
        Way("history", [("history.db", database)], (
            "history", "history export csv", "history export json", "history edit 1 --set 1 --count 3",
            "history delete 1", "replay ROWS --exercise bent-over-row --save")),
    )


def _shortened(data):
    """The first lines of a long text; archives stay whole."""
    if len(data) <= LARGEST_SEED or b"\0" in data[:1000]:
        return data
    return data[: data.rfind(b"\n", 0, LARGEST_SEED) + 1]


def _output(program, *arguments):
    return subprocess.run([program, *arguments], capture_output=True, check=True).stdout


def history(program, folder):
    """A history with two sessions in it."""
    for exercise in ("bent-over-row", "repetition"):
        subprocess.run(
            [program, "replay", folder / "rows.csv", "--exercise", exercise, "--save",
             "--recorded-at", "2026-03-01T09:30:00Z"],
            env={"XDG_DATA_HOME": str(folder), "PATH": "/usr/bin:/bin"}, capture_output=True)
    return (folder / "motioncheck" / "history.db").read_bytes()
