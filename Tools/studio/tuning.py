"""Curves, the search, the parameter file, and comparisons."""
import re
import subprocess

from harness import check


def curve(studio):
    print("curve")
    page = studio.page
    page.get_by_role("button", name="Back to the start").click()
    field = page.locator("[data-threshold=minimumRangeDegrees]")
    check(page.locator(".curve-chart").count() == 0, "no curve is known yet")
    field.get_by_role("button", name=re.compile("^Curve")).click()
    page.wait_for_selector("[data-threshold=minimumRangeDegrees] .curve-chart", timeout=60_000)
    check("harmless from" in field.locator(".note").inner_text(), "one is measured without a search")
    check(page.locator(".curve-chart.old").count() == 0, "and is true now")
    studio.shot("curve")
    page.locator("#threshold-partialRangeRatio").focus()
    page.keyboard.press("ArrowRight")
    studio.settle()
    check(field.locator(".curve-chart.old").count() == 1 and "before" in field.locator(".note").inner_text(),
          "it is old as soon as another threshold moves")
    page.get_by_role("button", name="Back to the start").click()
    studio.settle()
    check(field.locator(".curve-chart.old").count() == 0, "and true again with it back")


def tune(studio, folder, program):
    print("tune")
    page = studio.page
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
    page.locator(".comparison .link").first.click()
    studio.settle()
    check(True, "whose recordings are opened from there")
