"""Draws and corrects labels with pointer, keys and fingers, beside another editor."""
import re

from harness import check


def label(studio, folder):
    print("label")
    page = studio.page
    studio.open("rolls-6.csv")
    path = folder / "rolls-6.labels.csv"
    slider = page.locator("#threshold-minimumRangeDegrees")
    slider.focus()
    for _ in range(20):
        page.keyboard.press("ArrowLeft")
    studio.settle()
    page.locator("#take").click()
    check(len(studio.reps()) == len(studio.state("s.found.labels")) - 1, "what was found is taken")
    studio.saved()
    check(path.exists() and path.stat().st_mode & 0o777 == 0o600, "and saved, for its owner alone")
    taken = len(studio.reps())
    full = sum(rep["count"] != 0 for rep in studio.reps())
    last = studio.reps()[-1]["end"]
    studio.drag(studio.point(last + 1, "labels"), studio.point(last + 2.5, "labels"))
    check(len(studio.reps()) == taken + 1, "a label is drawn with the pointer")
    check(studio.labels()[0]["count"] == full + 1, "the set counts it")
    drawn = studio.reps()[-1]
    studio.drag(studio.point(drawn["end"], "labels"), studio.point(drawn["end"] + 0.7, "labels"))
    check(abs(studio.reps()[-1]["end"] - drawn["end"] - 0.7) < 0.15, "its end is moved")
    page.locator("#labels").focus()
    page.evaluate(f"studio.set({{ cursor: {drawn['start'] + 0.8} }})")
    page.keyboard.press("s")
    check(len(studio.reps()) == taken + 2, "s splits it at the cursor")
    page.keyboard.press("k")
    page.evaluate("studio.set({ label: studio.labels.length - 2 })")
    page.keyboard.press("j")
    check(len(studio.reps()) == taken + 1, "j joins the two")
    page.evaluate("studio.set({ label: studio.labels.length - 1 })")
    page.keyboard.press("p")
    check(studio.labels()[0]["count"] == full, "p: not to be counted")
    studio.shot("label")
    page.keyboard.press("Delete")
    check(len(studio.reps()) == taken, "Delete removes it")
    for _ in range(2):
        page.keyboard.press("Control+z")
    check(len(studio.reps()) == taken + 1 and studio.labels()[0]["count"] == full + 1, "undo")
    for _ in range(2):
        page.keyboard.press("Control+y")
    check(len(studio.reps()) == taken, "redo")
    page.keyboard.press("Escape")
    page.evaluate(f"studio.set({{ cursor: {last + 1} }})")
    page.keyboard.down("m")
    page.evaluate(f"studio.set({{ cursor: {last + 2} }})")
    page.keyboard.up("m")
    check(len(studio.reps()) == taken + 1, "m marks while it is held down")
    page.keyboard.press("Control+z")
    studio.saved()
    page.wait_for_timeout(700)
    check(path.read_text().count(",rep,") == taken, "the file holds what is shown")
    check("6 of 6" in page.locator("#recordings .note").inner_text(), "the list says what is labelled")


def merge(studio, folder):
    print("save")
    page = studio.page
    path = folder / "rolls-6.labels.csv"
    # Somebody else adds a comment, a column, and a label.
    lines = path.read_text().splitlines()
    last = studio.reps()[-1]["end"]
    others = ["# seen by Ada", lines[0] + ",note"] + [line + ",fine" for line in lines[1:]]
    others.append(f"{last + 1},{last + 2},shoulder-roll,,rep,,late")
    others = [re.sub(r"^([^,]+),[^,]+,(.*,set,)(\d+)",
                     lambda m: f"{m[1]},{last + 2},{m[2]}{int(m[3]) + 1}", line) for line in others]
    path.write_text("\n".join(others) + "\n")
    before = len(studio.reps())
    page.evaluate("studio.set({ label: 1 })")
    page.locator("#signal").focus()
    page.keyboard.press("Alt+ArrowRight")
    studio.saved()
    page.wait_for_timeout(700)
    text = path.read_text()
    check(len(studio.reps()) == before + 1, "what another editor wrote meanwhile is taken over")
    check("# seen by Ada" in text and ",late" in text, "comments and columns of others stay")
    # Both move the same label.
    reps = studio.reps()
    rows = [line for line in text.splitlines() if ",rep," in line]
    moved = rows[1].replace(rows[1].split(",")[0], f"{float(rows[1].split(',')[0]) + 0.2:.3f}", 1)
    path.write_text(text.replace(rows[1], moved))
    page.evaluate("studio.set({ label: 2 })")
    page.keyboard.press("Alt+ArrowLeft")
    page.wait_for_selector(".conflict:not([hidden])", timeout=5000)
    studio.shot("conflict")
    check(moved in path.read_text(), "a contradiction writes nothing")
    page.get_by_role("button", name="Keep mine").click()
    studio.saved()
    check(moved not in path.read_text() and len(studio.reps()) == len(reps), "until one is chosen")


def label_by_touch(studio, client):
    """A finger draws, moves and lengthens labels; what becomes a pinch or a scroll changes none."""

    def touch(kind, *spots):
        client.send("Input.dispatchTouchEvent", {
            "type": kind, "touchPoints": [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(spots)]})
        studio.page.wait_for_timeout(40)

    def swipe(start, end, steps=5):
        touch("touchStart", start)
        for step in range(1, steps + 1):
            touch("touchMove", [a + (b - a) * step / steps for a, b in zip(start, end)])
        touch("touchEnd")

    def at(seconds):
        return studio.point(seconds, "labels")

    studio.page.evaluate("studio.set({ view: { from: 0, to: studio.seconds } })")
    studio.page.wait_for_timeout(200)
    before, free = studio.reps(), studio.reps()[-1]["end"]
    studio.page.evaluate(f"studio.set({{ view: {{ from: {free} - 10, to: {free} + 10 }} }})")
    studio.page.wait_for_timeout(200)
    swipe(at(free + 2), at(free + 4.5))
    check(len(studio.reps()) == len(before) + 1, "a finger draws a label")
    drawn = studio.reps()[-1]
    check(abs(drawn["start"] - free - 2) < 0.2 and abs(drawn["end"] - free - 4.5) < 0.2, "where it went")
    swipe(at((drawn["start"] + drawn["end"]) / 2), at((drawn["start"] + drawn["end"]) / 2 + 1))
    moved = studio.reps()[-1]
    check(abs(moved["start"] - drawn["start"] - 1) < 0.2
          and abs(moved["end"] - moved["start"] - 2.5) < 0.25, "moves it")
    swipe(at(moved["end"] - 0.1), at(moved["end"] + 0.6))
    longer = studio.reps()[-1]
    check(longer["start"] == moved["start"] and longer["end"] > moved["end"] + 0.4, "and takes its end")
    kept = studio.labels()
    touch("touchStart", at(longer["start"] + 1))
    touch("touchMove", at(longer["start"] + 1.6))
    touch("touchStart", at(longer["start"] + 1.6), at(longer["start"] - 3))
    touch("touchMove", at(longer["start"] + 2), at(longer["start"] - 4))
    touch("touchEnd")
    check(studio.labels() == kept, "a second finger zooms and leaves the label where it was")
    for _ in range(3):
        studio.page.get_by_role("button", name="Undo").click()
    check(studio.reps() == before, "each can be undone")
    studio.saved()
