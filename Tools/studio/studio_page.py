"""The page in a browser, with what a person does on it."""
import json
import pathlib
import re
import sys
import time

import axe_playwright_python

from harness import SHOTS, check

AXE = pathlib.Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text()
SIZES = {"desk": (1440, 950), "tablet": (820, 1180), "phone": (360, 740)}
# What is heard: how high each click is, in hertz.
LISTEN = """globalThis.heard = [];
    const make = AudioContext.prototype.createOscillator;
    AudioContext.prototype.createOscillator = function () {
        const tone = make.call(this);
        const start = tone.start;
        tone.start = function (...when) { heard.push(tone.frequency.value); return start.apply(this, when); };
        return tone;
    };"""


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
        self.context.add_init_script(LISTEN)
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
