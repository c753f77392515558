"""Strangers, files that cannot be read, names that are no markup, and whole sessions."""
import json
import pathlib
import tempfile

from harness import Server, check
from studio_page import Studio

ROOT = pathlib.Path(__file__).resolve().parents[2]


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
