"""Makes recordings of people whom the project's own simulator does not know.

strangers.py OUTPUT_FOLDER [--seed N] [--sets N] [--controls N]

Recordings of exercises with their labels, and of everyday movement, simulated independently of the
Swift simulator: a model that is fitted to both does not learn the habits of one. The same command
gives the same files.
"""
import argparse
import itertools
import multiprocessing
import os
import pathlib

import numpy as np

from everyday import ACTIVITIES
from exercises import EXERCISES
from mounting import PLACEMENTS
from recording import Plan, record
from writing import write_manifest, write_recording

LEAST_PROCESSES = 2


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description="Makes simulated recordings for fitting.")
    parser.add_argument("folder", type=pathlib.Path, metavar="OUTPUT_FOLDER")
    parser.add_argument("--seed", type=int, default=1, help="of all chance (default 1)")
    parser.add_argument("--sets", type=int, default=12,
                        help="for each exercise and placement (default 12)")
    parser.add_argument("--controls", type=int, default=40,
                        help="recordings of everyday movement (default 40)")
    return parser.parse_args()


def planned(sets: int, controls: int, seed: int) -> list[Plan]:
    """All recordings: so many sets of each exercise at each placement, and so many controls."""
    plans = [Plan(name, "", placement, number)
             for name, exercise in EXERCISES.items() for placement in exercise.placements
             for number in range(1, sets + 1)]
    random = generator(seed, "controls")
    activities = itertools.islice(itertools.cycle(ACTIVITIES), controls)
    return plans + [Plan("", activity, str(random.choice(PLACEMENTS)), number)
                    for number, activity in enumerate(activities, start=1)]


def generator(seed: int, name: str) -> np.random.Generator:
    """Chance of its own for everything that has a name, whatever else is made."""
    return np.random.default_rng([seed, *name.encode()])


def make(folder: pathlib.Path, seed: int, plan: Plan) -> None:
    """Makes one recording."""
    samples, events = record(plan, generator(seed, plan.name))
    write_recording(folder, plan, samples, events)


def main() -> None:
    """Makes a folder of recordings."""
    chosen = arguments()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    plans = planned(chosen.sets, chosen.controls, chosen.seed)
    processes = max(LEAST_PROCESSES, os.cpu_count() or LEAST_PROCESSES)
    with multiprocessing.Pool(processes) as pool:
        pool.starmap(make, [(chosen.folder, chosen.seed, plan) for plan in plans], chunksize=2)
    write_manifest(chosen.folder, plans)


if __name__ == "__main__":
    main()
