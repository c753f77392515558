// The play cursor: it runs over the recording as fast as it was made, or at another pace, with a
// click at the end of each movement that is counted, or of each label, so that one counts along by
// ear and eye.

import { button, html, setText } from "./dom.js";
import { clock } from "./figures.js";
import { isCounted, isEvent } from "./labels.js";
import { showing } from "./view.js";

const PACES = [0.5, 1, 2, 4, 8];
/** What a click may be heard for, and how high it is, in hertz. */
const TONES = { found: 880, labels: 523 };
const CHOICES = [["found", "♪ found"], ["labels", "♪ labels"], ["found labels", "♪ both"], ["", "♪ off"]];
const CLICK_SECONDS = 0.06;

/** When what is counted ends: of what was found, or of the labels. */
const ends = {
  found: store => (store.found?.sets ?? []).flatMap(set => set.movements)
    .filter(movement => movement.counted).map(movement => movement.end),
  labels: store => store.labels.filter(label => isEvent(label) && isCounted(label))
    .map(label => label.end),
};

export class Player {
  #frame = 0;
  #before = 0;
  #audio = null;
  isPlaying = false;
  pace = 1;
  /** What is clicked for. */
  heard = ["found"];

  constructor(store) { this.store = store; }

  toggle() { if (this.isPlaying) this.stop(); else this.play(); }

  play() {
    if (this.store.item === null) return;
    if (this.store.cursor >= this.store.seconds) this.store.set({ cursor: 0 });
    this.#audio ??= new AudioContext();
    this.#audio.resume();
    this.isPlaying = true;
    this.#before = performance.now();
    this.store.set({ isPlaying: true });
    this.#frame = requestAnimationFrame(now => this.#step(now));
  }

  stop() {
    cancelAnimationFrame(this.#frame);
    this.isPlaying = false;
    this.store.set({ isPlaying: false });
  }

  #step(now) {
    const from = this.store.cursor;
    const to = Math.min(this.store.seconds, from + (now - this.#before) / 1000 * this.pace);
    this.#before = now;
    this.#sound(from, to);
    this.store.set({ cursor: to, view: showing(this.store.view, to, this.store.seconds) });
    if (to >= this.store.seconds) this.stop();
    else this.#frame = requestAnimationFrame(now => this.#step(now));
  }

  #sound(from, to) {
    if (this.#audio.state !== "running") return;
    for (const name of this.heard) {
      if (ends[name](this.store).some(end => end > from && end <= to)) this.#click(TONES[name]);
    }
  }

  #click(hertz) {
    const [tone, gain] = [this.#audio.createOscillator(), this.#audio.createGain()];
    tone.frequency.value = hertz;
    gain.gain.setValueAtTime(0.2, this.#audio.currentTime);
    gain.gain.exponentialRampToValueAtTime(0.001, this.#audio.currentTime + CLICK_SECONDS);
    tone.connect(gain).connect(this.#audio.destination);
    tone.start();
    tone.stop(this.#audio.currentTime + CLICK_SECONDS);
  }
}

export function playerControls(store, player) {
  const play = button("▶ Play", () => player.toggle(), { id: "play" });
  const time = html("output", { id: "time", for: "play" });
  const pace = html("select", {
    "aria-label": "Pace", onchange: event => { player.pace = Number(event.target.value); },
  }, PACES.map(pace => html("option", { value: pace, selected: pace === 1 }, `${pace}×`)));
  const sound = html("select", {
    "aria-label": "Clicks", id: "clicks", title: "What a click is heard for",
    onchange: event => { player.heard = event.target.value.split(" ").filter(Boolean); },
  }, CHOICES.map(([value, words]) => html("option", { value }, words)));
  const past = name => ends[name](store).filter(end => end <= store.cursor).length;
  store.on(["isPlaying", "cursor", "seconds", "found", "labels"], () => {
    setText(play, store.isPlaying ? "❚❚ Pause" : "▶ Play");
    setText(time, [`${clock(store.cursor)} of ${clock(store.seconds, 0)}`, `${past("found")} counted`,
      store.labels.length ? `${past("labels")} labelled` : null].filter(Boolean).join(", "));
  });
  return [play, pace, sound, time];
}
