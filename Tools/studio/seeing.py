"""Opens the page, looks at a recording, plays it, and drags a threshold."""
import os
import pathlib
import pty
import re
import signal
import subprocess
import tempfile
import time

from harness import RECORDINGS, REPS, check


def opens(program, folder):
    """Which browser is opened, and when."""
    print("open")
    place = pathlib.Path(tempfile.mkdtemp())
    browser, seen = place / "browser", place / "seen"
    browser.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >{seen}.new && mv {seen}.new {seen}\n')
    browser.chmod(0o755)

    def opened(choice, has_desktop=True, is_terminal=True, options=()):
        """What the browser was told; None where it was not begun."""
        seen.unlink(missing_ok=True)
        world = {key: value for key, value in os.environ.items()
                 if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
        world |= {"BROWSER": choice} | ({"DISPLAY": ":7"} if has_desktop else {})
        person, end = pty.openpty()
        process = subprocess.Popen(
            [program, "studio", folder / "rolls.csv", *options], env=world, stderr=subprocess.PIPE,
            stdout=end if is_terminal else subprocess.DEVNULL)
        url = ""
        for line in process.stderr:
            if found := re.search(r"http://\S+", line.decode()):
                url = found[0]
                break
        # It is begun at once, or not at all.
        limit = time.monotonic() + (5 if has_desktop and is_terminal and not options else 1)
        while not seen.exists() and time.monotonic() < limit:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        process.wait(timeout=10)
        os.close(person)
        os.close(end)
        told = seen.read_text().replace(url, "URL").split("\n")[:-1] if seen.exists() else None
        return told

    check(opened(str(browser)) == ["URL"], "BROWSER opens the page")
    check(opened(f"/no/such:{browser} --new=%s") == ["--new=URL"], "or the next that there is, in its way")
    check(opened(str(browser), has_desktop=False) is None, "nothing without a desktop")
    check(opened(str(browser), is_terminal=False) is None, "nothing where nobody looks")
    check(opened(str(browser), options=["--no-open"]) is None, "nothing with --no-open")


def see(studio):
    print("see")
    page = studio.page
    check(page.locator(".recordings li").count() == RECORDINGS, "every recording is listed")
    check(studio.found() == studio.count(), "every counted movement is drawn with its number")
    check(page.locator(".curve.main").get_attribute("d").count("L") > 100, "the signal is drawn")
    studio.shot("see")
    page.locator("#found .movement").first.click()
    check(page.locator(".details h3").count() == 1 and page.locator(".details table tr").count() > 2,
          "a movement that is clicked shows its measures")
    page.get_by_role("button", name="Raw channels").click()
    page.wait_for_selector(".curve.x")
    check(page.locator(".curve.x").count() == 2, "raw channels are shown: force and rotation")
    studio.shot("raw")
    page.get_by_role("button", name="Raw channels").click()
    whole = studio.state("s.view.to - s.view.from")
    page.mouse.move(*studio.point(whole / 2, "signal"))
    page.mouse.wheel(0, -400)
    page.wait_for_timeout(200)
    near = studio.state("s.view")
    check(near["to"] - near["from"] < whole * 0.7, "the wheel zooms")
    page.keyboard.down("Shift")
    page.mouse.wheel(0, 200)
    page.keyboard.up("Shift")
    page.wait_for_timeout(200)
    check(studio.state("s.view.from") > near["from"], "with Shift it pans")
    page.keyboard.press("0")
    page.wait_for_timeout(200)
    check(abs(studio.state("s.view.to - s.view.from") - whole) < 0.01, "0 shows all of it again")


def play(studio):
    """The cursor runs over all of it, and counts aloud."""
    print("play")
    page = studio.page
    studio.open("rolls-2.csv")
    for choice, high in (("found", {880}), ("labels", {523}), ("found labels", {880, 523}), ("", set())):
        page.evaluate("heard.length = 0; studio.set({ cursor: studio.seconds - 12 })")
        page.locator("#clicks").select_option(choice)
        page.get_by_role("combobox", name="Pace").select_option("4")
        page.locator("#play").click()
        studio.wait("studio.isPlaying")
        studio.wait("!studio.isPlaying", 30)
        check(set(page.evaluate("heard")) == high, f"clicks for '{choice}': {page.evaluate('heard')}")
    time_shown = page.locator("#time").inner_text()
    check(f"{studio.count()} counted" in time_shown and f"{REPS} labelled" in time_shown,
          f"and says what has passed: {time_shown}")
    page.evaluate("studio.set({ cursor: 0 })")
    page.locator("#signal").focus()
    page.keyboard.press(" ")
    page.wait_for_timeout(300)
    page.keyboard.press(" ")
    at = studio.state("s.cursor")
    page.wait_for_timeout(200)
    check(at > 0 and studio.state("s.cursor") == at, "the space bar plays, and stops")
    page.locator("#clicks").select_option("found")


def drag_threshold(studio):
    print("drag")
    page = studio.page
    studio.open("rolls-2.csv")
    before = studio.count()
    slider = page.locator("#threshold-minimumRangeDegrees")
    box = slider.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.44, box["y"] + box["height"] / 2)
    page.mouse.down()
    for share in (0.5, 0.6, 0.7, 0.85, 0.97):
        page.mouse.move(box["x"] + box["width"] * share, box["y"] + box["height"] / 2)
        page.wait_for_timeout(40)
    page.mouse.up()
    studio.settle()
    check(studio.count() < before, f"dragging to the right counts fewer ({before} to {studio.count()})")
    check(page.locator(".before .movement").count() > 0, "what was counted before is shown with it")
    check("before" in page.locator("#status").inner_text(), "the status says both counts")
    check(page.locator(".score h3.worse").count() == 1, "the score names who is worse")
    studio.shot("drag")
    slider.focus()
    value = studio.state("s.values['shoulder-roll'].minimumRangeDegrees")
    page.keyboard.press("ArrowLeft")
    studio.settle()
    check(studio.state("s.values['shoulder-roll'].minimumRangeDegrees") < value,
          "the arrow keys move it")
    page.get_by_role("button", name="Back to the start").click()
    studio.settle()
    check(studio.count() == before and not studio.state("s.isChanged"), "and back to the start")
