"""Everything by keys alone and by fingers, and how it looks."""
import json

from harness import SHOTS, check
from labelling import label_by_touch
from studio_page import SIZES, Studio, axe


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
    label_by_touch(studio, client)
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
