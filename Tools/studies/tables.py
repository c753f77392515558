"""The reports as tables: `recordings`, `sets`, `movements`, and `unusable` for what was no recording."""

from pyspark.sql import functions as f

_MOVEMENT = """number: long, start: double, `end`: double, counted: boolean, verdict: string,
  reason: string, announcedAt: double, correctedAt: double"""
_REP = f"struct<{_MOVEMENT}, rangeDegrees: double, tempo: array<double>, timeUnderTension: double, smoothness: double>"
_HOLD = f"struct<{_MOVEMENT}, seconds: double, reachedAt: double>"
_SET = f"""struct<exercise: string, side: string, kind: string,
  target: struct<reps: long, holdSeconds: double, holdSecondsMax: double>,
  number: long, `of`: long, count: long, targetMet: boolean, exceeded: boolean, confidence: double,
  outcome: string, pain: long, start: double, `end`: double, reps: array<{_REP}>, holds: array<{_HOLD}>>"""
_REPORT = f"""struct<schema: string, recordedAt: string, device: string, placement: string,
  version: string, program: string, sets: array<{_SET}>,
  quality: struct<samples: long, seconds: double, rateHertz: double, saturatedSamples: long,
    hasGyroscope: boolean, gaps: array<struct<start: double, `end`: double, reason: string>>>,
  warnings: array<string>>"""
LINE = f"recording string, parametersHash string, error string, report {_REPORT}"

# A row's own name, in every table.
_KEY = ["recording", "version", "parametersHash"]


def tables(lines):
    """The tables of lines of reports, by name, each with the column that it is partitioned by."""
    read = lines.where("report is not null").select("recording", "parametersHash", "report.*")
    sets = read.select(*_KEY, "recordedAt", f.posexplode("sets").alias("position", "s"))
    return {
        "recordings": (_recordings(read), "placement"),
        "sets": (_sets(sets), "exercise"),
        "movements": (_movements(sets), "exercise"),
        "unusable": (lines.where("report is null").select("recording", "parametersHash", "error"), None),
    }


def _recordings(read):
    gap_seconds = f.expr("aggregate(quality.gaps, 0D, (sum, gap) -> sum + gap.`end` - gap.start)")
    return read.select(
        *_KEY, "recordedAt", "device", "placement", "program", "quality.seconds", "quality.samples",
        "quality.rateHertz", "quality.hasGyroscope", "quality.saturatedSamples",
        f.size("quality.gaps").alias("gaps"), gap_seconds.alias("gapSeconds"), f.size("sets").alias("sets"),
        "warnings")


def _sets(sets):
    return sets.select(
        *_KEY, "recordedAt", "position", "s.exercise", "s.side", "s.kind", "s.number", "s.of",
        f.col("s.target.reps").alias("targetReps"), f.col("s.target.holdSeconds").alias("targetHoldSeconds"),
        f.col("s.target.holdSecondsMax").alias("targetHoldSecondsMax"), "s.count", "s.targetMet", "s.exceeded",
        "s.confidence", "s.outcome", "s.pain", "s.start", "s.end")


def _movements(sets):
    key = [*_KEY, "position", "s.exercise", "s.side", "s.kind"]
    common = ["number", "start", "end", "counted", "verdict", "reason", "announcedAt", "correctedAt"]
    reps = sets.select(*key, f.explode("s.reps").alias("m")).select(
        *_KEY, "position", "exercise", "side", "kind", *(f"m.{name}" for name in common),
        "m.rangeDegrees", "m.tempo", "m.timeUnderTension", "m.smoothness")
    holds = sets.select(*key, f.explode("s.holds").alias("m")).select(
        *_KEY, "position", "exercise", "side", "kind", *(f"m.{name}" for name in common),
        "m.seconds", "m.reachedAt")
    return reps.unionByName(holds, allowMissingColumns=True)


def write(lines, target):
    """Writes the tables anew; gives how many rows each has."""
    counts = {}
    for name, (table, column) in tables(lines).items():
        writer = table.write.mode("overwrite")
        (writer.partitionBy(column) if column else writer).parquet(f"{target}/{name}")
        counts[name] = table.count()
    return counts
