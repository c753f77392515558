"""What somebody who knows Python writes in an afternoon to count repetitions: the table read by
pandas or polars, the rest by numpy and scipy. Prints how many were counted.

It looks at the whole recording at once, along one axis, and knows nothing of sets, gaps, mounts or
other movements: a lower bound of what a peer does, not an equal.
usage: counter.py pandas|polars RECORDING
"""

import sys

import numpy
from scipy import signal

RATE_HERTZ = 50.0
LONGEST_RESTS_SECONDS = 30.0
HIGHEST_HERTZ = 2.0
SMALLEST_TURN = 0.25
SHORTEST_SECONDS = 1.0


def read(library: str, path: str) -> numpy.ndarray:
    """Time in seconds and three axes of force, a row each."""
    if library == "pandas":
        import pandas

        return pandas.read_csv(path, comment="#").iloc[:, :4].to_numpy()
    import polars

    return polars.read_csv(path, comment_prefix="#")[:, :4].to_numpy()


def count(table: numpy.ndarray) -> int:
    """Peaks of the tilt along its principal axis."""
    seconds = table[:, 0]
    grid = numpy.arange(seconds[0], seconds[-1], 1 / RATE_HERTZ)
    force = numpy.column_stack([numpy.interp(grid, seconds, axis) for axis in table[:, 1:4].T])
    band = [1 / LONGEST_RESTS_SECONDS, HIGHEST_HERTZ]
    filters = signal.butter(2, band, "bandpass", fs=RATE_HERTZ, output="sos")
    tilt = signal.sosfiltfilt(filters, force / 9.80665, axis=0)
    _, directions = numpy.linalg.eigh(numpy.cov(tilt.T))
    peaks, _ = signal.find_peaks(
        tilt @ directions[:, -1], prominence=SMALLEST_TURN, distance=SHORTEST_SECONDS * RATE_HERTZ)
    return len(peaks)


if __name__ == "__main__":
    print(count(read(sys.argv[1], sys.argv[2])))
