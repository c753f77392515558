"""Plans the recordings of a simulator, and makes them side by side."""
import itertools
import multiprocessing
import os
import pathlib
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from common.chance import generator
from common.plans import EXERCISES, Event, Plan
from common.writing import write_manifest, write_recording

PLACEMENTS = ("upper-arm", "wrist", "upper-back", "shoulder")
LEAST_PROCESSES = 2


@dataclass(frozen=True)
class Simulator:
    """`placements` tells where the sensor is worn in so many controls, by a seed; `record` makes
    the samples (m x 4, or m x 7 with a gyroscope: seconds, m/s^2, degrees per second) and the
    events of a recording, by a seed."""

    dataset: str
    activities: tuple[str, ...]
    placements: Callable[[int, int], list[str]]
    record: Callable[[Plan, int], tuple[np.ndarray, list[Event]]]


def drawn_placements(count: int, seed: int) -> list[str]:
    """Where the sensor is worn in so many controls, by chance."""
    random = generator(seed, "controls")
    return [str(random.choice(PLACEMENTS)) for _ in range(count)]


def planned(simulator: Simulator, seed: int, sets: int, controls: int) -> list[Plan]:
    """All recordings: so many sets of each exercise at each placement, and so many controls."""
    plans = [Plan(name, "", placement, number)
             for name, exercise in EXERCISES.items() for placement in exercise.placements
             for number in range(1, sets + 1)]
    worn = zip(itertools.cycle(simulator.activities), simulator.placements(controls, seed))
    return plans + [Plan("", activity, placement, number)
                    for number, (activity, placement) in enumerate(worn, start=1)]


def make(simulator: Simulator, folder: pathlib.Path, seed: int, plan: Plan) -> None:
    """Makes one recording."""
    write_recording(folder, plan, *simulator.record(plan, seed))


def make_recordings(simulator: Simulator, folder: pathlib.Path, seed: int, sets: int,
                    controls: int) -> None:
    """Makes a folder of recordings."""
    folder.mkdir(parents=True, exist_ok=True)
    # Chance of its own for each simulator.
    seed = int(generator(seed, simulator.dataset).integers(1 << 32))
    plans = planned(simulator, seed, sets, controls)
    processes = max(LEAST_PROCESSES, os.cpu_count() or LEAST_PROCESSES)
    with multiprocessing.Pool(processes) as pool:
        pool.starmap(make, [(simulator, folder, seed, plan) for plan in plans], chunksize=2)
    write_manifest(folder, simulator.dataset, plans)
