"""Does the whole job of the studio in a headless Chromium, and checks page and disk.

usage: Tools/studio-test [MOTIONCHECK]

open      the browser that BROWSER names, only where there is a desktop and a terminal
see       the recordings of the manifest, the signal, repetitions, a movement's reason, raw channels
play      the cursor runs, and clicks for what was found and for labels
drag      a threshold by keyboard and by pointer: count, before, and score follow
label     take what was found, draw, move, split, join, delete, undo, redo, with pointer and keys
save      NAME.labels.csv by itself, merged with what another editor wrote; a contradiction is asked
curve     of one threshold, without a search; old as soon as another threshold moves
tune      with progress; curves and harmless ranges; the parameter file, which 'evaluate' reads
compare   two parameter files, two reports
hands     everything by keys alone; two fingers zoom, one pans, draws and moves labels
safe      no token, another host, another origin: nothing; nothing but labels and thresholds written
looks     nothing that axe finds, nothing to scroll sideways at 360 pixels, light and dark

Needs chromium (Debian) and what Tools/reports/requirements.txt names. Exit status 1 when anything is
wrong, each fault named on standard error.
"""
import os
import pathlib
import sys
import tempfile

from playwright.sync_api import sync_playwright

from guarding import odd, safe, session
from hands import by_keys, by_touch, looks
from harness import SHOTS, Server, faults, make_corpus
from labelling import label, merge
from seeing import drag_threshold, opens, play, see
from studio_page import Studio
from timing import times
from tuning import compare, curve, tune


def main():
    program = sys.argv[1]
    if SHOTS:
        os.makedirs(SHOTS, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        folder = pathlib.Path(place)
        make_corpus(program, folder)
        before = {path.name for path in folder.iterdir()}
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        with Server(program, folder / "rolls.csv") as server:
            studio = Studio(browser, server.url)
            opens(program, folder)
            see(studio)
            play(studio)
            drag_threshold(studio)
            label(studio, folder)
            merge(studio, folder)
            curve(studio)
            parameters = tune(studio, folder, program)
            compare(studio, folder, program, parameters)
            studio.close()
            by_keys(browser, server)
            by_touch(browser, server)
            looks(browser, server)
            safe(server, folder, before)
        odd(browser, program)
        session(browser, program)
        if os.environ.get("TIMES"):
            times(browser, program, folder)
        browser.close()
    for fault in faults:
        print(f"WRONG: {fault}", file=sys.stderr)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
