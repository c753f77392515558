"""The files: a recording as CSV, its labels, and the manifest of a folder."""
import csv
import pathlib

import numpy as np

from common.plans import EXERCISES, Event, Plan

COLUMNS = ("t [s]", "ax [m/s^2]", "ay [m/s^2]", "az [m/s^2]", "gx [deg/s]", "gy [deg/s]",
           "gz [deg/s]")
FORMATS = ("%.4f",) * 4 + ("%.3f",) * 3
LABEL_COLUMNS = ("start", "end", "exercise", "side", "kind", "count")
MANIFEST_COLUMNS = ("file", "dataset", "exercise", "check_as", "placement", "reps")
SET_MARGIN_SECONDS = 1.0
PLACEMENTS_CHECKED_AS_ROLLS = ("upper-arm", "shoulder")


def write_recording(folder: pathlib.Path, plan: Plan, samples: np.ndarray,
                    events: list[Event]) -> None:
    """Writes the samples (m x 4, or m x 7 with a gyroscope), and the labels of a set."""
    columns = samples.shape[1]
    np.savetxt(folder / f"{plan.name}.csv", samples, fmt=FORMATS[:columns], delimiter=",",
               header=",".join(COLUMNS[:columns]), comments="")
    if events:
        write_rows(folder / f"{plan.name}.labels.csv", LABEL_COLUMNS, label_rows(plan, events))


def label_rows(plan: Plan, events: list[Event]) -> list[list[str]]:
    """The set as a whole, and every repetition or hold in it."""
    whole = Event(events[0].start - SET_MARGIN_SECONDS, events[-1].end + SET_MARGIN_SECONDS)
    kind = EXERCISES[plan.exercise].kind
    counted = [(whole, "set", str(len(events)))] + [(event, kind, "") for event in events]
    return [[f"{event.start:.3f}", f"{event.end:.3f}", plan.exercise, "", kind, count]
            for event, kind, count in counted]


def write_manifest(folder: pathlib.Path, dataset: str, plans: list[Plan]) -> None:
    """Lists the recordings. Where there is no exercise, nothing may be counted."""
    write_rows(folder / "manifest.csv", MANIFEST_COLUMNS, [
        [f"{plan.name}.csv", dataset, plan.exercise, plan.exercise or control_check(plan),
         plan.placement, "" if plan.exercise else "0"] for plan in plans])


def control_check(plan: Plan) -> str:
    """The exercise that a recording of everyday movement is most easily mistaken for."""
    is_roll = plan.placement in PLACEMENTS_CHECKED_AS_ROLLS
    return "shoulder-roll" if is_roll else "childs-pose"


def write_rows(path: pathlib.Path, columns: tuple[str, ...], rows: list[list[str]]) -> None:
    """Writes a table."""
    with path.open("w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
