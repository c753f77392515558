"""Opens the page of a live session in a headless Chromium and sees that it follows.

A recording is sent through a pipe as fast as it was made. For every repetition that the session
prints, the time until the count stands in the page's DOM is taken; roles and names that screen
readers go by are checked. Then a guided session is led from the page alone, by the keyboard: pause,
pain and its undoing, a figure for the pain, the end that severe pain offers.

On a machine that is busy with other things only the usual delay is judged, not the longest.

usage: Tools/page-test [RECORDING]      MOTIONCHECK names the built program
"""
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = "/usr/bin/chromium"
LONGEST_DELAY_SECONDS = 0.3
# Longer than the recording takes.
LONGEST_SESSION_SECONDS = 120
PORT = 18769
# Notes in the page itself when each figure first stood there.
WATCH = """() => {
  window.seen = {};
  const figure = document.querySelector("#figure");
  new MutationObserver(() => { seen[figure.textContent] ??= Date.now(); })
    .observe(figure, { childList: true, characterData: true, subtree: true });
}"""


def send(recording, pipe):
    """Writes a recording's rows at the times that they state."""
    start = None
    for line in recording.read_text().splitlines(keepends=True):
        if line[0] not in "#t":
            seconds = float(line.split(",")[0])
            start = start if start is not None else time.monotonic() - seconds
            time.sleep(max(0, start + seconds - time.monotonic()))
        try:
            pipe.write(line.encode())
            pipe.flush()
        except BrokenPipeError:
            return
    pipe.close()


def counts(output, seen):
    """Notes when each count was printed."""
    for line in output:
        if match := re.search(r"\brep (\d+)", line.decode()):
            seen[int(match[1])] = time.time()


def address(session):
    """The URL of the page, which the session prints; what it prints later nobody reads."""
    said = ""
    for line in session.stderr:
        said += line.decode()
        if found := re.search(r"http://\S+", said):
            threading.Thread(target=session.stderr.read, daemon=True).start()
            return found[0]
    sys.exit(f"no page was offered: {said}")


def is_busy():
    """Whether more wants to run than the machine has processors."""
    return os.getloadavg()[0] > (os.cpu_count() or 1)


def open_page(browser, url):
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(url)
    return page


def check_roles(page):
    """What a screen reader and a keyboard find."""
    for name in ("message", "spoken"):
        part = page.locator(f"#{name}")
        assert part.get_attribute("role") == "status", name
        assert part.get_attribute("aria-live") == "polite", name
    assert page.get_by_role("heading", level=1).inner_text() == "Bent-over row"
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("progress").get_attribute("aria-label")


PROGRAM = """version: 1
id: page
title: Led from a page
exercises:
  - {exercise: bent-over-row, reps: 4, rest: 2}
  - {exercise: scapular-squeeze, reps: 3, hold: 5, rest: 2}
"""


def stand_still(pipe):
    """Sends a sensor that rests, at 50 samples a second, until nobody reads any more."""
    start = time.monotonic()
    try:
        pipe.write(b"t [s],ax [m/s^2],ay [m/s^2],az [m/s^2],gx [rad/s],gy [rad/s],gz [rad/s]\n")
        for number in range(100_000):
            noise = 0.01 * (number * 7 % 5 - 2)
            pipe.write(f"{number / 50:.3f},{noise:.3f},9.807,{-noise:.3f},0,0,0\n".encode())
            pipe.flush()
            time.sleep(max(0, start + number / 50 - time.monotonic()))
    except (BrokenPipeError, ValueError):
        return


def reachable(page):
    """The buttons that the Tab key reaches, in their order, by their names."""
    page.evaluate("document.activeElement.blur()")
    names = []
    while True:
        page.keyboard.press("Tab")
        name = page.evaluate(
            "document.activeElement.matches('button') ? document.activeElement.textContent : ''")
        if not name or name in names:
            return names
        names.append(name)


def press(page, name):
    """Presses a button with the keyboard."""
    page.get_by_role("button", name=name, exact=True).focus()
    page.keyboard.press("Enter")


def wait_for(page, phase):
    page.wait_for_function(
        "phase => document.querySelector('#phase').textContent.startsWith(phase)", arg=phase,
        timeout=20_000)


def check_leading(play, program, data):
    """A guided session that is led from the page by the keyboard alone."""
    plan = Path(data) / "page.yaml"
    plan.write_text(PROGRAM)
    session = subprocess.Popen(
        [program, "live", "--source", "-", "--program", str(plan), "--no-record", "--page",
         str(PORT + 1), "--format", "json"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env=os.environ | {"XDG_DATA_HOME": data})
    url = address(session)
    threading.Thread(target=stand_still, args=(session.stdin,), daemon=True).start()
    browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
    page = open_page(browser, url)
    wait_for(page, "Next: 4 reps")
    assert reachable(page) == ["Pain", "Pause"], reachable(page)
    press(page, "Pause")
    wait_for(page, "Paused")
    press(page, "Go on")
    wait_for(page, "Next")
    press(page, "Pain")
    wait_for(page, "Stopped")
    assert reachable(page) == ["No pain: undo"] + [str(n) for n in range(11)], reachable(page)
    group = page.get_by_role("group", name="How strong is the pain, from 0 to 10?")
    assert group.get_by_role("button").count() == 11
    press(page, "No pain: undo")
    wait_for(page, "Next")
    press(page, "Pain")
    wait_for(page, "Stopped")
    press(page, "8")
    wait_for(page, "Stop for today?")
    assert reachable(page) == ["Finish", "Go on"], reachable(page)
    assert "Pain of 8 was noted" in page.locator("#message").inner_text()
    press(page, "Finish")
    wait_for(page, "Over")
    browser.close()
    report = session.stdout.read().decode()
    session.wait(20)
    assert '"outcome":"stopped-for-pain"' in report and '"pain":8' in report, report
    print("a guided session was led from the page with the Tab and Enter keys alone")


def main():
    recording = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "Recordings/bent-over-row.csv")
    program = os.environ.get("MOTIONCHECK", str(ROOT / "Tools/motioncheck"))
    with tempfile.TemporaryDirectory() as data, sync_playwright() as play:
        session = subprocess.Popen(
            [program, "live", "--source", "-", "--exercise", "bent-over-row", "--no-record",
             "--target", "10", "--page", str(PORT)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=os.environ | {"XDG_DATA_HOME": data})
        url = address(session)
        printed = {}
        threading.Thread(target=counts, args=(session.stdout, printed), daemon=True).start()
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = open_page(browser, url)
        threading.Thread(target=send, args=(recording, session.stdin), daemon=True).start()
        page.wait_for_function("document.querySelector('#title').textContent != 'motioncheck'")
        check_roles(page)
        page.evaluate(WATCH)
        end = time.monotonic() + LONGEST_SESSION_SECONDS
        while "10" not in page.evaluate("seen") and session.poll() is None:
            assert time.monotonic() < end, f"after {LONGEST_SESSION_SECONDS} s no 10 was counted"
            time.sleep(0.2)
        shown = {int(text): ms / 1000 for text, ms in page.evaluate("seen").items()
                 if text.isdigit()}
        delays = [shown[n] - printed[n] for n in printed if n in shown]
        page.screenshot(path=os.environ.get("SCREENSHOT", f"{data}/page.png"))
        browser.close()
        session.terminate()
        check_leading(play, program, data)
    # Counts that come together are shown as the last of them.
    assert len(delays) >= 5 and 10 in shown, f"counts seen on the page: {sorted(shown)}"
    usual, longest = statistics.median(delays), max(delays)
    busy = is_busy()
    print(f"{len(delays)} counts stood in the page {usual:.2f} s after their line, at most "
          f"{longest:.2f} s" + (" (on a busy machine)" if busy else ""))
    assert (usual if busy else longest) <= LONGEST_DELAY_SECONDS, delays


if __name__ == "__main__":
    main()
