"""How fast the studio answers."""
import os
import subprocess
import time

from harness import Server, check
from studio_page import Studio

# What a drag may take, in milliseconds (for a recording of two minutes, and for a corpus of 50).
LONGEST_DETECTION, LONGEST_SCORE = 50, 500


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
        """Milliseconds from moving the slider until the page has the answer; the median of the steps."""
        figures, before = [], server.processor()
        for step in range(steps):
            figures.append(studio.page.evaluate("""step => new Promise(done => {
                const began = performance.now();
                let isOpen = true;
                studio.on([step.what], () => {
                    if (isOpen) done(performance.now() - began);
                    isOpen = false;
                });
                const slider = document.querySelector('#threshold-minimumRangeDegrees');
                slider.value = 300 + step.step * 20;
                slider.dispatchEvent(new Event('input')); })""", {"step": step, "what": what}))
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
