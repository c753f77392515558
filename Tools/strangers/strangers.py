"""Makes recordings of people whom the project's own simulator does not know.

strangers.py KIND OUTPUT_FOLDER [--seed N] [--sets N] [--controls N]

Recordings of exercises with their labels, and of everyday movement. There are three kinds of
people, each from a simulator of its own: `gestures` draws every movement as smooth steps, `pieces`
puts it together from smaller movements on a soft strap, and in `muscles` limbs with inertia follow
targets late. They are simulated independently of each other and of the Swift simulator: a model
that is fitted to several simulators which know nothing of each other does not learn the habits of
one. Bodies, movements and sensors therefore belong to each kind's own package, even where they
look alike; `common` has only plans, files, chance and mathematics. The same command gives the same
files.
"""
import argparse
import pathlib

import gestures.everyday
import gestures.recording
import muscles.everyday
import muscles.recording
import pieces.everyday
import pieces.recording
from common.making import Simulator, drawn_placements, make_recordings

SIMULATORS = {
    "gestures": Simulator("sim-gestures", tuple(gestures.everyday.ACTIVITIES),
                          drawn_placements, gestures.recording.record),
    "pieces": Simulator("sim-pieces", tuple(pieces.everyday.ACTIVITIES),
                        pieces.everyday.placements_in_turn, pieces.recording.record),
    "muscles": Simulator("sim-muscles", tuple(muscles.everyday.ACTIVITIES),
                         drawn_placements, muscles.recording.record),
}


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description="Makes simulated recordings for fitting.")
    parser.add_argument("kind", choices=SIMULATORS, metavar="KIND",
                        help=f"of people: {', '.join(SIMULATORS)}")
    parser.add_argument("folder", type=pathlib.Path, metavar="OUTPUT_FOLDER")
    parser.add_argument("--seed", type=int, default=1, help="of all chance (default 1)")
    parser.add_argument("--sets", type=int, default=12,
                        help="for each exercise and placement (default 12)")
    parser.add_argument("--controls", type=int, default=40,
                        help="recordings of everyday movement (default 40)")
    return parser.parse_args()


def main() -> None:
    """Makes a folder of recordings."""
    chosen = arguments()
    make_recordings(SIMULATORS[chosen.kind], chosen.folder, chosen.seed, chosen.sets,
                    chosen.controls)


if __name__ == "__main__":
    main()
