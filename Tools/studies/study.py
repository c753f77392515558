#!/usr/bin/env python3
"""Makes tables of a study: every recording of a folder, or of an object store's prefix, is checked by
motioncheck, on all cores or on a cluster, and what it said becomes Parquet. Run again, it goes on
where it was interrupted. What the tables hold is told in README.md.
"""

import argparse
import os
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))

from pyspark.sql import SparkSession  # noqa: E402

import chunks  # noqa: E402
import tables  # noqa: E402
from recordings import Store  # noqa: E402

MODULES = ("chunks", "recordings")


def arguments():
    parser = argparse.ArgumentParser(prog="Tools/study", description=__doc__)
    parser.add_argument("source", help="the folder or prefix (s3://..., hdfs://...) of the recordings")
    parser.add_argument("target", help="where the tables go")
    parser.add_argument("--program", default="motioncheck", help="the motioncheck of each machine")
    parser.add_argument("--parameters", help="detection thresholds from a YAML file")
    parser.add_argument("--chunk", type=int, default=100, help="recordings a run of motioncheck (default: 100)")
    parser.add_argument("--master", default="local[*]", help="Spark's master (default: this machine)")
    parser.epilog = "After -- come options of 'motioncheck replay', such as -- --exercise bent-over-row"
    words = sys.argv[1:]
    end = words.index("--") if "--" in words else len(words)
    options = parser.parse_args(words[:end])
    options.options = words[end + 1 :]
    if options.chunk < 1:
        parser.error(f"--chunk is {options.chunk}; it must be 1 or more")
    return options


def session(master):
    """Spark, with as little of it as is needed."""
    built = (
        SparkSession.builder.master(master).appName("motioncheck study")
        .config("spark.ui.enabled", "false").config("spark.sql.shuffle.partitions", "8")
        .config("spark.ui.showConsoleProgress", "false").getOrCreate())
    built.sparkContext.setLogLevel("ERROR")
    for module in MODULES:
        built.sparkContext.addPyFile(str(pathlib.Path(__file__).parent / f"{module}.py"))
    return built


def main():
    options = arguments()
    started = time.monotonic()
    settings = chunks.Settings(options.program, options.options, options.parameters)
    found = Store(options.source).recordings()
    if not found:
        print(f"Error: {options.source}: no recording is in it", file=sys.stderr)
        return 2
    work = list(chunks.chunks(found, options.chunk, settings))
    spark = session(options.master)
    source, target = options.source, options.target
    # One task a chunk; what it hands back is only a number.
    checked = spark.sparkContext.parallelize(work, len(work)).map(
        lambda chunk: chunks.check(chunk, source, target, settings)).sum()
    files = [f"{target}/{chunks.REPORTS}/{name}.jsonl" for name, _ in work]
    counts = tables.write(spark.read.schema(tables.LINE).json(files), target)
    spark.stop()
    seconds = time.monotonic() - started
    print(f"recordings {len(found)}, checked {checked}, " + ", ".join(f"{n} {c}" for n, c in counts.items()) + f", {seconds:.1f} s")
    return 0


if __name__ == "__main__":
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    sys.exit(main())
