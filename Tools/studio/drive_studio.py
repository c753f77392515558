"""Does the whole job of the studio in a headless Chromium, and checks page and disk.

usage: Tools/studio-test [MOTIONCHECK]

see       the recordings of the manifest, the signal, repetitions, a movement's reason, raw channels
drag      a threshold by keyboard and by pointer: count, before, and score follow
label     take what was found, draw, move, split, join, delete, undo, redo, with pointer and keys
save      NAME.labels.csv by itself, merged with what another editor wrote; a contradiction is asked
tune      with progress; curves and harmless ranges; the parameter file, which 'evaluate' reads
compare   two parameter files, two reports
hands     everything by keys alone; two fingers zoom and one pans
safe      no token, another host, another origin: nothing; nothing but labels and thresholds written
looks     nothing that axe finds, nothing to scroll sideways at 360 pixels, light and dark

Needs chromium (Debian) and what Tools/reports/requirements.txt names. Exit status 1 when anything is
wrong, each fault named on standard error.
"""
import http.client
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time

import axe_playwright_python
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
AXE = pathlib.Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text()
SHOTS = os.environ.get("SCREENSHOTS")
SIZES = {"desk": (1440, 950), "tablet": (820, 1180), "phone": (360, 740)}
PEOPLE = 3
RECORDINGS = 6
REPS = 6
# What a drag may take, in milliseconds (for a recording of two minutes, and for a corpus of 50).
LONGEST_DETECTION, LONGEST_SCORE = 50, 500

faults = []


def check(is_right, what):
    """Notes a fault unless it is right."""
    print(f"  {'ok' if is_right else 'WRONG'}  {what}", flush=True)
    if not is_right:
        faults.append(what)


def make_corpus(program, folder):
    """Six recordings of people who hardly lift their shoulders, with their labels."""
    rows = ["file,subject,check_as"]
    for seed in range(1, RECORDINGS + 1):
        subprocess.run(
            [program, "simulate", "--exercise", "shoulder-roll", "--range", "0.35", "--reps",
             str(REPS), "--device-preset", "dualsense", "--seed", str(seed), "--output",
             folder / f"rolls-{seed}.csv"], check=True, capture_output=True)
        rows.append(f"rolls-{seed}.csv,person-{seed % PEOPLE + 1},shoulder-roll")
    (folder / "rolls-6.labels.csv").unlink()
    (folder / "rolls.csv").write_text("\n".join(rows) + "\n")


class Server:
    """The studio, for as long as the block lasts."""

    def __init__(self, program, *arguments):
        self.process = subprocess.Popen(
            [program, "studio", *map(str, arguments), "--no-browser"], stderr=subprocess.PIPE)

    def __enter__(self):
        for line in self.process.stderr:
            if found := re.search(r"http://([^/]+)/(\w+)/", line.decode()):
                self.url, self.host, self.token = found[0], found[1], found[2]
                return self
        sys.exit("the studio printed no URL")

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGINT)
        check(self.process.wait(timeout=10) == 0, "Ctrl-C ends the studio with status 0")

    def processor(self):
        """Processor time that it has taken, in milliseconds."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")

    def ask(self, method, place, body=None, headers=None):
        """The status of a request that does not come from the page."""
        connection = http.client.HTTPConnection(self.host, timeout=20)
        connection.request(method, place, body=body, headers=headers or {})
        return connection.getresponse().status


def axe(page):
    """What axe finds."""
    client = page.context.new_cdp_session(page)
    client.send("Runtime.evaluate", {"expression": AXE})
    found = client.send("Runtime.evaluate", {
        "expression": "axe.run({resultTypes: ['violations']}).then(r => JSON.stringify("
                      "r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' '))))",
        "awaitPromise": True, "returnByValue": True})
    client.detach()
    return json.loads(found["result"]["value"])


class Studio:
    """The page, with what a person does on it."""

    def __init__(self, browser, url, size="desk", scheme="light", touch=False):
        width, height = SIZES[size]
        self.context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, has_touch=touch)
        self.page = self.context.new_page()
        self.messages, self.requests = [], []
        self.page.on("console", lambda message: self.messages.append(message.text))
        self.page.on("pageerror", lambda error: self.messages.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(url)
        self.settle()

    def wait(self, expression, seconds=30):
        """Until this is true on the page, whose policy lets nobody else look."""
        end = time.monotonic() + seconds
        while not self.page.evaluate(f"Boolean({expression})"):
            if time.monotonic() > end:
                self.shot("stuck")
                sys.exit(f"waited in vain for {expression}; {self.messages}")
            time.sleep(0.02)

    def settle(self):
        """Until what was asked is answered and drawn."""
        self.wait("globalThis.studio && studio.found !== null && studio.before !== null"
                                    " && studio.score !== null && studio.score.known === studio.score.asked")
        self.page.wait_for_timeout(400)

    def state(self, expression):
        return self.page.evaluate(f"(() => {{ const s = studio; return {expression}; }})()")

    def open(self, name):
        self.page.get_by_role("button", name=re.compile(re.escape(name))).first.click()
        self.wait(
            f"document.getElementById('signal-title').textContent === {json.dumps(name)}")
        self.settle()

    def count(self):
        return self.state("s.found.sets.reduce((sum, set) => sum + set.count, 0)")

    def found(self):
        """Numbered bars that are drawn."""
        return self.page.locator("#found .movement.counted, #found .movement.warned").count()

    def labels(self):
        return self.state("s.labels")

    def reps(self):
        return [label for label in self.labels() if label["kind"] == "rep"]

    def saved(self):
        self.wait("studio.saving.startsWith('saved')", 5)

    def point(self, seconds, lane):
        """Where a time lies in a lane, in pixels of the window."""
        return self.page.evaluate("""([time, name]) => import('./front/timeline.js').then(({ geometry }) => {
            const box = document.querySelector('.timeline').getBoundingClientRect();
            const place = geometry(studio, box.width);
            const lane = place.lanes[name];
            return [box.left + place.scale.x(time), box.top + lane.bottom - lane.height / 4];
        })""", [seconds, lane])

    def drag(self, start, end):
        self.page.mouse.move(*start)
        self.page.mouse.down()
        self.page.mouse.move((start[0] + end[0]) / 2, end[1], steps=4)
        self.page.mouse.move(*end, steps=4)
        self.page.mouse.up()

    def shot(self, name):
        if SHOTS:
            self.page.wait_for_timeout(300)
            self.page.screenshot(path=f"{SHOTS}/{name}.png")

    def close(self):
        # That a contradiction is answered with one is what was asked for.
        self.messages = [text for text in self.messages if "409 (Conflict)" not in text]
        check(not self.messages, f"the console says nothing {self.messages}")
        self.context.close()


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


def tune(studio, folder, program):
    print("tune")
    page = studio.page
    page.get_by_role("button", name="Back to the start").click()
    page.locator("#candidates").fill("120")
    page.locator("#tune").click()
    page.wait_for_selector("#tools progress:not([hidden])")
    check(True, "its progress is shown")
    page.locator("#threshold-partialRangeRatio").focus()
    page.keyboard.press("ArrowRight")
    studio.settle()
    check(studio.state("s.values['shoulder-roll'].partialRangeRatio") > 0.6, "sliders go on meanwhile")
    page.wait_for_selector(".advice", timeout=240_000)
    words = page.locator(".advice").inner_text()
    check(words.startswith(("Recommended", "Not recommended", "Nothing better")), f"advice: {words[:40]}")
    check(page.locator(".curve-chart").count() == 5, "a curve under each slider that was searched")
    check(page.locator(".field .note", has_text="harmless").count() == 5, "and its harmless range")
    check("held out" in page.locator("#tools .result table").inner_text(), "held-out figures")
    page.locator("#use").click()
    studio.settle()
    score = studio.state("s.score")
    check(score["after"]["exact"] > score["before"]["exact"], "what was found counts more exactly")
    studio.shot("tuned")
    page.locator("#tools").evaluate("tools => { tools.scrollTop = 0; }")
    studio.shot("curves")
    page.locator("#save").click()
    studio.wait("document.getElementById('kept').textContent.startsWith('Saved')")
    path = folder / "shoulder-roll.parameters.yaml"
    check(path.exists() and path.stat().st_mode & 0o777 == 0o600, "the parameter file is written")
    check("held-out" in path.read_text(), "it says where its values come from")
    result = subprocess.run(
        [program, "evaluate", folder / "rolls.csv", "--parameters", path, "--format", "json"],
        capture_output=True, check=False)
    check(result.returncode == 0, "'evaluate' reads it")
    page.locator("#tune").click()
    page.wait_for_selector("#tools progress:not([hidden])")
    page.get_by_role("button", name="Stop").click()
    studio.wait("!document.querySelector('#tune').disabled", 60)
    check("Stopped" in page.locator(".advice").inner_text(), "a search can be stopped")
    return path


def compare(studio, folder, program, parameters):
    print("compare")
    page = studio.page
    usual = folder / "usual.yaml"
    usual.write_text("version: 1\nexercise: shoulder-roll\nparameters: {}\n")
    page.locator("#compare-a").set_input_files(usual)
    page.locator("#compare-b").set_input_files(parameters)
    studio.wait("/ of 6 recordings differ/.test(document.querySelector('#tools > section:last-child').textContent)")
    check(page.locator(".comparison svg").count() > 0, "recordings that differ are drawn")
    page.locator(".comparison").scroll_into_view_if_needed()
    studio.shot("compare")
    for name, options in (("a", []), ("b", ["--parameters", parameters])):
        done = subprocess.run(
            [program, "replay", *sorted(folder.glob("rolls-?.csv")), "--exercise", "shoulder-roll",
             "--format", "json", *options], capture_output=True, check=False)
        (folder / f"{name}.json").write_bytes(done.stdout)
        page.locator(f"#compare-{name}").set_input_files(folder / f"{name}.json")
    page.wait_for_timeout(500)
    check(page.locator(".comparison svg").count() > 0, "two reports, too")


def by_keys(browser, server):
    """Everything that a person without a pointer needs, from the top of the page."""
    print("keys")
    studio = Studio(browser, server.url)
    page = studio.page

    def tab_to(selector, most=60):
        for _ in range(most):
            page.keyboard.press("Tab")
            if page.evaluate(f"document.activeElement.matches({json.dumps(selector)})"):
                return True
        return False

    page.keyboard.press("Tab")
    check(page.evaluate("document.activeElement.className") == "skip", "a link skips to the signal")
    check(tab_to(".recording"), "the list is reached")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    studio.wait("document.getElementById('signal-title').textContent === 'rolls-2.csv'")
    studio.settle()
    check(tab_to("#found"), "the movements are reached")
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(200)
    check(studio.state("s.selected !== null") and page.locator(".details h3").count() == 1,
          "arrows choose one, and its reason is shown")
    check(page.evaluate("document.activeElement.id") == "found", "and the focus stays")
    page.keyboard.press("Tab")
    check(page.evaluate("document.activeElement.id") == "labels", "the labels come next")
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(200)
    check(studio.state("s.label") == 0, "arrows choose a label")
    check(tab_to("#threshold-minimumRangeDegrees"), "the sliders are reached")
    page.keyboard.press("ArrowLeft")
    studio.settle()
    check(studio.state("s.isChanged"), "and moved")
    page.get_by_role("button", name="Keys").focus()
    page.keyboard.press("Enter")
    check(page.locator("dialog[open]").count() == 1, "the list of keys is shown")
    check(not axe(page), f"axe finds nothing in it {axe(page)}")
    page.keyboard.press("Escape")
    studio.close()


def by_touch(browser, server):
    """Two fingers zoom, one pans."""
    print("touch")
    studio = Studio(browser, server.url, "tablet", touch=True)
    client = studio.context.new_cdp_session(studio.page)
    whole = studio.state("s.view.to - s.view.from")

    spots = [[studio.point(time, "signal") for time in pair]
             for pair in ((whole * .45, whole * .55), (whole * .35, whole * .65), (whole * .2, whole * .8))]
    for kind, pair in (("touchStart", spots[0]), ("touchMove", spots[1]), ("touchMove", spots[2])):
        client.send("Input.dispatchTouchEvent", {
            "type": kind, "touchPoints": [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(pair)]})
        studio.page.wait_for_timeout(60)
    client.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    near = studio.state("s.view")
    check(near["to"] - near["from"] < whole * 0.6, "two fingers zoom")
    x, y = spots[0][1]
    for step, kind in enumerate(("touchStart", "touchMove", "touchMove", "touchMove")):
        client.send("Input.dispatchTouchEvent", {
            "type": kind, "touchPoints": [{"x": x - 40 * step, "y": y, "id": 0}]})
        studio.page.wait_for_timeout(60)
    client.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    check(studio.state("s.view.from") > near["from"], "one finger pans")
    studio.close()


def looks(browser, server):
    print("looks")
    for size in SIZES:
        for scheme in ("light", "dark"):
            studio = Studio(browser, server.url, size, scheme, touch=size != "desk")
            studio.page.locator("#found .movement").first.click()
            there = f"{size}, {scheme}"
            violations = axe(studio.page)
            check(not violations, f"axe finds nothing ({there}) {violations}")
            width = studio.page.evaluate("document.documentElement.scrollWidth")
            check(width <= SIZES[size][0], f"nothing to scroll sideways ({there}): {width} pixels")
            studio.shot(f"{size}-{scheme}")
            if size == "phone" and SHOTS:
                studio.page.screenshot(path=f"{SHOTS}/{size}-{scheme}-whole.png", full_page=True)
            away = [url for url in studio.requests if not url.startswith((server.url, "data:"))]
            check(not away, f"nothing is asked of others ({there}) {away}")
            studio.close()


def safe(server, folder, before):
    print("safe")
    page, token = server.host, server.token
    check(server.ask("GET", "/wrong/studio") == 403, "another token")
    check(server.ask("GET", f"/{token}/studio") == 200, "the token")
    check(server.ask("GET", f"/{token}/studio", headers={"Host": "evil.example"}) == 403, "another host")
    check(server.ask("DELETE", f"/{token}/tune", headers={"Origin": "http://evil.example"}) == 403,
          "another origin")
    check(server.ask("DELETE", f"/{token}/tune", headers={"Origin": f"http://{page}"}) == 200, "its own")
    body = json.dumps({"exercise": "x", "values": {}})
    for place, status in (("recordings/99", 404), ("recordings/-1", 404), ("front/../x", 404),
                          ("front/secret.js", 404)):
        check(server.ask("GET", f"/{token}/{place}") == status, f"{place}: {status}")
    check(server.ask("POST", f"/{token}/parameters", body) == 404, "an exercise that is not there")
    check(server.ask("POST", f"/{token}/score", "[" * 9) == 400, "what is no JSON")
    # Whoever announces too much is refused before it is sent.
    check(server.ask("POST", f"/{token}/score", headers={"Content-Length": str(5 << 20)}) == 413,
          "more than is read")
    known = before | {"rolls-6.labels.csv", "shoulder-roll.parameters.yaml"}
    own = {"usual.yaml", "a.json", "b.json"}
    written = {path.name for path in folder.iterdir()} - own
    check(written == known, f"nothing else is written {written ^ known}")


def times(browser, program, folder):
    """How fast it answers: two minutes, and fifty recordings; a hundred in the list."""
    print("times")
    corpus = folder / "times"
    corpus.mkdir()
    rows = ["file,subject,check_as"]
    for seed in range(100):
        source = corpus / f"rows-{seed % 10}.csv"
        if not source.exists():
            subprocess.run(
                [program, "simulate", "--exercise", "bent-over-row", "--tempo", "3.5", "--seed",
                 str(seed), "--reps", "8", "--output", source], check=True, capture_output=True)
        name = corpus / f"row-{seed}.csv"
        name.write_bytes(source.read_bytes())
        name.with_suffix("").with_suffix(".labels.csv").write_bytes(
            source.with_suffix("").with_suffix(".labels.csv").read_bytes())
        rows.append(f"{name.name},p{seed % 7},bent-over-row")
    (corpus / "fifty.csv").write_text("\n".join(rows[:51]) + "\n")
    (corpus / "hundred.csv").write_text("\n".join(rows) + "\n")
    subprocess.run(
        [program, "simulate", "--exercise", "bent-over-row", "--reps", "24", "--tempo", "4",
         "--output", corpus / "long.csv"], check=True, capture_output=True)

    steps = 24

    def dragged(studio, server, what, name):
        """Milliseconds until the answer of each step, in rising order."""
        figures, before = [], server.processor()
        for step in range(steps):
            studio.page.evaluate("""step => { studio[step.what] = null;
                const slider = document.querySelector('#threshold-minimumRangeDegrees');
                slider.value = 300 + step.step * 20;
                slider.dispatchEvent(new Event('input')); }""", {"step": step, "what": what})
            studio.wait(f"studio.{what} !== null")
            figures.append(studio.state(f"s.{what}.roundTrip"))
        figures.sort()
        taken = (server.processor() - before) / steps
        print(f"  {name}: median {figures[steps // 2]:.0f} ms, longest {figures[-1]:.0f} ms, "
              f"{taken:.0f} ms of processor time a step; load {os.getloadavg()[0]:.1f} "
              f"on {os.cpu_count()} cores")
        return figures[steps // 2]

    with Server(program, corpus / "long.csv") as server:
        studio = Studio(browser, server.url)
        seconds = studio.state("s.seconds")
        taken = dragged(studio, server, "latency", f"a drag on {seconds:.0f} s")
        check(taken <= LONGEST_DETECTION, "a drag is answered in time")
        studio.close()
    with Server(program, corpus / "fifty.csv") as server:
        studio = Studio(browser, server.url)
        taken = dragged(studio, server, "scoreLatency", "the score of 50")
        check(taken <= LONGEST_SCORE, "the score of 50 is there in time")
        studio.close()
    with Server(program, corpus / "hundred.csv") as server:
        studio = Studio(browser, server.url)
        began = time.monotonic()
        studio.open("row-57.csv")
        print(f"  opening one of 100: {time.monotonic() - began - 0.4:.2f} s")
        slow = studio.page.evaluate("""() => { const began = performance.now();
            studio.set({ score: { ...studio.score } });
            return new Promise(done => requestAnimationFrame(() => done(performance.now() - began))); }""")
        check(slow < 100, f"100 in the list are renewed in {slow:.0f} ms")
        studio.shot("hundred")
        studio.close()


def odd(browser, program):
    """What cannot be read is named, what nobody named is asked for, and a name is only a name."""
    print("odd")
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        (folder / "bad.csv").write_text("a,b\n1,2\n")
        (folder / "<img src=x onerror=alert(1)>.csv").write_bytes(
            (ROOT / "Recordings/bent-over-row.csv").read_bytes())
        with Server(program, folder) as server:
            context = browser.new_context()
            page = context.new_page()
            page.on("dialog", lambda dialog: check(False, "a name runs as a script"))
            page.goto(server.url)
            page.get_by_role("button", name="bad.csv").click()
            page.wait_for_timeout(1500)
            check("bad.csv:1" in page.locator("#problem").inner_text(), "the fault and its line")
            page.get_by_role("button", name="onerror").click()
            page.wait_for_timeout(1500)
            check("choose the exercise" in page.locator("#facts").inner_text(), "the exercise is asked")
            page.locator("#exercise").select_option("bent-over-row")
            page.wait_for_timeout(2500)
            check(page.locator("#status").inner_text().startswith("10 counted"), "and looked for")
            check(page.locator("img").count() == 0, "a name is no markup")
            context.close()


def session(browser, program):
    """A whole session of a programme."""
    print("session")
    with tempfile.TemporaryDirectory() as place:
        copy = pathlib.Path(place) / "upper-back-session.csv"
        source = ROOT / "Recordings/upper-back-session.csv"
        copy.write_bytes(source.read_bytes())
        (pathlib.Path(place) / "upper-back-session.labels.csv").write_bytes(
            source.with_suffix("").with_suffix(".labels.csv").read_bytes())
        with Server(program, copy) as server:
            studio = Studio(browser, server.url)
            check(studio.page.locator(".set-bar").count() == 6, "a whole session shows its six sets")
            studio.page.locator(".set-bar").nth(4).click()
            check(studio.state("s.thresholdExercise.id") == "scapular-squeeze",
                  "a set that is clicked shows its thresholds")
            studio.settle()
            studio.shot("session")
            studio.close()


def main():
    program = sys.argv[1]
    if SHOTS:
        os.makedirs(SHOTS, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as play:
        folder = pathlib.Path(place)
        make_corpus(program, folder)
        before = {path.name for path in folder.iterdir()}
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        with Server(program, folder / "rolls.csv") as server:
            studio = Studio(browser, server.url)
            see(studio)
            drag_threshold(studio)
            label(studio, folder)
            merge(studio, folder)
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
