#!/usr/bin/env python3
"""Runs the core's tests once for each of a number of changes, drawn at random from those planted.

usage: run.py FOLDER [--count N] [--seed N] [--list FILE]
A change counts as noticed when a test fails, the tests crash, or they do not end in time. It is told apart
from a change that alters nothing: real numbers are hardly ever equal, so a bound that moves by equality
alone is tried on whole numbers only, and what equivalent.tsv lists is no hole. Exit status 1 under 80 %.
"""

import argparse
import csv
import json
import os
import pathlib
import random
import re
import signal
import subprocess
import sys
import time

# Quick ones first: what they notice needs no others. Whole sessions then see what is left.
QUICK = "Segmentation|Grouping|Selection"
WANTED = 0.8
FAILED = re.compile(rb"recorded an issue|failed after|Fatal error|Illegal instruction")


class Tests:
    def __init__(self, folder):
        self.binary = folder / ".build/release/mutantsPackageTests.xctest"
        self.suites = self.suites_by_folder(folder)
        self.longest = None

    @staticmethod
    def suites_by_folder(folder):
        """Names of the suites, of the stages looked at and of the others; those of the house look at the text."""
        quick, whole = [], []
        for path in sorted((folder / "Tests/MotionCoreTests").glob("*/*Tests.swift")):
            if path.parent.name == "House":
                continue
            names = re.findall(r"(?:struct|class|enum) (\w+Tests)\b", path.read_text())
            (quick if re.fullmatch(QUICK, path.parent.name) else whole).extend(names)
        return quick, whole

    def run(self, suites, mutant=None, reached=None, longest=600):
        """None where all pass, else how it was noticed."""
        environment = dict(os.environ, SWIFT_BACKTRACE="enable=no")
        if mutant is not None:
            environment["MOTIONCHECK_MUTANT"] = str(mutant)
        if reached:
            environment["MOTIONCHECK_REACHED"] = str(reached)
        process = subprocess.Popen(
            [self.binary, "--testing-library", "swift-testing", "--filter", rf"\.({'|'.join(suites)})/"],
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
        ends, text = time.monotonic() + longest, b""
        os.set_blocking(process.stdout.fileno(), False)
        try:
            while True:
                text += process.stdout.read() or b""
                if FAILED.search(text):
                    return "failed", text
                if process.poll() is not None:
                    text += process.stdout.read() or b""
                    return (None if process.returncode == 0 else "crashed"), text
                if time.monotonic() > ends:
                    return "hung", text
                time.sleep(0.02)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def notice(self, mutant):
        for suites, usual in zip(self.suites, self.longest):
            how, _ = self.run(suites, mutant, longest=10 + 4 * usual)
            if how:
                return how
        return None


def read_equivalent():
    with open(pathlib.Path(__file__).parent / "equivalent.tsv", newline="") as lines:
        return {(row["file"], row["code"], row["change"]): row["why"] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=120)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    sites = json.loads((options.folder / "sites.json").read_text())
    tests, reached, took = Tests(options.folder), b"", []
    for part, suites in enumerate(tests.suites):
        started, path = time.monotonic(), options.folder / f"reached-{part}"
        how, text = tests.run(suites, reached=path)
        if how:
            sys.exit(f"Error: the tests do not pass as they are:\n{text.decode(errors='replace')[-3000:]}")
        took.append(time.monotonic() - started)
        kinds = path.read_bytes()
        reached = bytes(max(pair) for pair in zip(kinds, reached or kinds))
    tests.longest = took
    print(f"{len(sites)} places, {sum(reached[n] != ord('-') for n in range(len(sites)))} reached by tests, which take {took[0]:.0f} and {took[1]:.0f} s", flush=True)

    mutants = [
        2 * number + variant for number, site in enumerate(sites) for variant, _ in enumerate(site["changes"])
        # Equality of whole numbers happens.
        if variant == 0 or reached[number] != ord("f") or site["changes"][0][0].isdigit()]
    random.Random(options.seed).shuffle(mutants)
    if options.count:
        mutants = mutants[: options.count]
    equivalent, noticed, same, ways = read_equivalent(), 0, 0, {}
    for mutant in mutants:
        site = sites[mutant // 2]
        change = site["changes"][mutant % 2]
        is_reached = reached[mutant // 2] != ord("-")
        how = tests.notice(mutant) if is_reached else None
        if how:
            noticed += 1
            ways[how] = ways.get(how, 0) + 1
            continue
        why = equivalent.get((site["file"], site["text"], change))
        same += why is not None
        word = f"alters nothing, since {why}" if why else "no test notices" if is_reached else "no test reaches"
        print(f"{site['file']}:{site['line']}: {change}: {word}\n    {site['text']}", flush=True)
    share = noticed / max(1, len(mutants) - same)
    print(f"{noticed} of {len(mutants)} changes are noticed ({', '.join(f'{n} {how}' for how, n in ways.items())}), {same} alter nothing: {share:.0%}")
    return 0 if share >= WANTED else 1


sys.exit(main())
