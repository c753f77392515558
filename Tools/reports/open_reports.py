"""Opens the reports of every bundled recording with programs of others.

usage: Tools/report-test [MOTIONCHECK]

html  in a headless Chromium: no message in the console, no request, no violation that axe finds,
      nothing to scroll sideways at 360 pixels, the figures of the JSON report, light and dark;
      printed, the whole session on one page; several sessions on one page each, after their summary
csv   by pandas, with the counts of the JSON report
fhir  by the models of fhir.resources (R4B)
fit   by Garmin's own SDK

Needs chromium (Debian) and what requirements.txt names. Exit status 1 when anything is wrong, each
fault named on standard error.
"""
import io
import json
import pathlib
import subprocess
import sys
import tempfile

import axe_playwright_python
import pandas
from fhir.resources.R4B.bundle import Bundle
from garmin_fit_sdk import Decoder, Stream
from playwright.sync_api import sync_playwright
from pypdf import PdfReader

ROOT = pathlib.Path(__file__).resolve().parents[2]
AXE = pathlib.Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text()
RECORDED_AT = "2026-03-01T09:30:00Z"
HOSTILE = "<b>Ada</b> \"'&\u202e {{style}}"
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}

faults = []


def check(is_right, where, what):
    """Notes a fault unless it is right."""
    if not is_right:
        faults.append(f"{where}: {what}")


def report(program, recording, form, *options):
    """The bytes of a report."""
    choice = ["--exercise", recording.stem]
    if recording.stem == "upper-back-session":
        choice = ["--program", "upper-back"]
    return replayed(program, recording, *choice, "--format", form, *options)


def replayed(program, *arguments):
    """What a replay writes; status 1 only says that a target was not met."""
    result = subprocess.run([program, "replay", *arguments], capture_output=True, check=False)
    if result.returncode not in (0, 1):
        sys.exit(f"replay {arguments}: {result.stderr.decode()}")
    return result.stdout


def counted(movements):
    return sum(movement["counted"] for movement in movements)


def check_figures(page, truth, where):
    """The page says what the JSON says, set by set and movement by movement."""
    done = page.locator(".overview tbody tr .count").all_text_contents()
    sections = page.locator(".set").all()
    check(len(done) == len(sections) == len(truth["sets"]), where, "not a row for each set")
    for words, section, of in zip(done, sections, truth["sets"]):
        check(words.split(" ")[0] in (str(of["count"]), "-"), where, f"'{words}' for {of['count']}")
        movements = of["reps"] + of["holds"]
        rows = section.locator(".movements tbody tr").all()
        check(len(rows) == len(movements), where, "not a row for each movement")
        number = 0
        for row, movement in zip(rows, movements):
            cells = row.locator("th, td").all_text_contents()
            number += movement["counted"]
            check(cells[0] == (str(number) if movement["counted"] else "-"), where,
                  f"number {cells[0]}")
            check(("counted" in cells[2]) == movement["counted"], where, f"verdict {cells[2]}")
            if "seconds" in movement:
                check(abs(float(cells[3].split()[0]) - movement["seconds"]) <= 0.051, where, cells[3])
            else:
                check(abs(float(cells[3].rstrip("°")) - movement["rangeDegrees"]) <= 0.51, where,
                      cells[3])


def check_page(browser, path, where, check_content):
    """Opens a page on a phone and a desk, light and dark."""
    for size in (PHONE, DESK):
        for scheme in ("light", "dark"):
            context = browser.new_context(viewport=size, color_scheme=scheme)
            page = context.new_page()
            requests, messages = [], []
            page.on("request", lambda request: requests.append(request.url))
            page.on("console", lambda message: messages.append(message.text))
            page.on("pageerror", lambda error: messages.append(str(error)))
            page.goto(path.as_uri())
            there = f"{where} ({size['width']}, {scheme})"
            check_content(page, there)
            width = page.evaluate("document.documentElement.scrollWidth")
            check(width <= size["width"], there, f"{width} pixels wide")
            check([url for url in requests if not url.startswith("data:")] == [path.as_uri()],
                  there, f"requests {requests}")
            check(not messages, there, f"console says {messages}")
            page.locator("details").evaluate_all("all => all.forEach(each => each.open = true)")
            width = page.evaluate("document.documentElement.scrollWidth")
            check(width <= size["width"], there, f"{width} pixels wide with all tables open")
            # The page's own policy lets no script in, so axe comes by the debugger.
            client = context.new_cdp_session(page)
            client.send("Runtime.evaluate", {"expression": AXE})
            found = client.send("Runtime.evaluate", {
                "expression": "axe.run({resultTypes: ['violations']}).then(r => JSON.stringify("
                              "r.violations.map(v => v.id + ': ' + v.nodes[0].html)))",
                "awaitPromise": True, "returnByValue": True})
            violations = json.loads(found["result"]["value"])
            check(not violations, there, f"axe finds {violations}")
            context.close()


def check_print(browser, path, where, sheets):
    """Each sheet of the print has its table."""
    page = browser.new_page()
    page.goto(path.as_uri())
    pages = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    check(len(pages) == sheets, where, f"printed on {len(pages)} pages, not {sheets}")
    for number, sheet in enumerate(pages):
        words = " ".join(sheet.extract_text().split())
        check("Bent-over row" in words and "How it went" in words, where,
              f"its table is not on page {number + 1}")
    page.close()


def check_several(browser, program, recording, folder):
    """Several sessions on one page: their summary with ways to each, then each of them."""
    path = pathlib.Path(folder) / "several.html"
    path.write_bytes(replayed(program, recording, recording, "--program", "upper-back",
                              "--format", "html", "--note", HOSTILE))
    where = "several sessions"

    def check_ways(page, there):
        ways = page.locator(".together a").evaluate_all(
            "all => all.map(way => document.querySelector(way.hash) !== null)")
        check(ways == [True, True], there, f"ways to its sessions: {ways}")

    check_page(browser, path, where, check_ways)
    check_print(browser, path, where, 3)


def check_csv(program, recording, truth):
    """Rows of movements and of sets, as pandas reads them."""
    movements = pandas.read_csv(io.BytesIO(report(program, recording, "csv", "--note", HOSTILE)))
    sets = pandas.read_csv(io.BytesIO(report(program, recording, "csv", "--rows", "sets")))
    check(len(movements) == sum(len(s["reps"] + s["holds"]) for s in truth["sets"]),
          recording.name, "csv has not a row for each movement")
    check(movements["counted"].sum() == sum(s["count"] for s in truth["sets"]),
          recording.name, "csv counts otherwise")
    # What turns the direction of what follows is shown as replaced.
    check(set(movements["note"]) == {HOSTILE.replace("\u202e", "\ufffd")},
          recording.name, "csv changes a note")
    check(list(sets["count"]) == [s["count"] for s in truth["sets"]],
          recording.name, "csv counts the sets otherwise")


def check_fhir(program, recording, truth):
    """The Bundle, validated by the models, with the counts."""
    text = report(program, recording, "fhir", "--recorded-at", RECORDED_AT,
                  "--patient-reference", "Patient/7")
    bundle = Bundle.model_validate_json(text)
    observations = [entry.resource for entry in bundle.entry
                    if entry.resource.get_resource_type() == "Observation"]
    counts = [int(each.component[0].valueQuantity.value) for each in observations]
    check(counts == [s["count"] for s in truth["sets"]], recording.name, f"fhir counts {counts}")


def check_fit(program, recording, truth):
    """The activity, decoded by the SDK, with the counts of the sets that were done."""
    data = report(program, recording, "fit", "--recorded-at", RECORDED_AT)
    stream = Stream.from_byte_array(bytearray(data))
    decoder = Decoder(stream)
    check(decoder.is_fit() and decoder.check_integrity(), recording.name, "is no whole FIT file")
    messages, errors = Decoder(Stream.from_byte_array(bytearray(data))).read()
    check(not errors, recording.name, f"the FIT SDK says {errors}")
    sets = messages["set_mesgs"]
    check([s["repetitions"] for s in sets] == [s["count"] for s in truth["sets"] if s["count"]],
          recording.name, "fit counts otherwise")
    check(all(s["set_type"] == "active" for s in sets), recording.name, "a set is not active")
    start = messages["activity_mesgs"][0]
    check(start["type"] == "manual" and start["num_sessions"] == 1, recording.name, "activity")
    check(str(messages["session_mesgs"][0]["start_time"]).startswith("2026-03-01 09:30"),
          recording.name, "the session begins at another time")


def main():
    program = sys.argv[1]
    recordings = sorted(path for path in (ROOT / "Recordings").glob("*.csv")
                        if not path.name.endswith(".labels.csv"))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium")
        for recording in recordings:
            truth = json.loads(report(program, recording, "json"))
            path = pathlib.Path(folder) / f"{recording.stem}.html"
            path.write_bytes(report(program, recording, "html", "--patient", HOSTILE,
                                    "--note", HOSTILE))
            check_page(browser, path, recording.name,
                       lambda page, there: check_figures(page, truth, there))
            if recording.stem == "upper-back-session":
                check_print(browser, path, recording.name, 1)
                check_several(browser, program, recording, folder)
            check_csv(program, recording, truth)
            check_fhir(program, recording, truth)
            check_fit(program, recording, truth)
        browser.close()
    for fault in faults:
        print(f"Error: {fault}", file=sys.stderr)
    print(f"Reports of {len(recordings)} recordings opened by others; {len(faults)} faults")
    sys.exit(1 if faults else 0)


main()
