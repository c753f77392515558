// The play cursor: it runs over the recording as fast as it was made, or at another pace, with a
// click at the end of each movement that is counted, so that one counts along by ear and eye.

import { button, html, setText } from "./dom.js";
import { clock } from "./figures.js";
import { showing } from "./view.js";

const PACES = [0.5, 1, 2, 4, 8];

export class Player {
  #frame = 0;
  #before = 0;
  #audio = null;
  isPlaying = false;
  pace = 1;
  isAudible = true;

  constructor(store) { this.store = store; }

  toggle() { if (this.isPlaying) this.stop(); else this.play(); }

  play() {
    if (this.store.item === null) return;
    if (this.store.cursor >= this.store.seconds) this.store.set({ cursor: 0 });
    this.#audio ??= new AudioContext();
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
    if (!this.isAudible || this.#audio.state !== "running") return;
    const ended = (this.store.found?.sets ?? []).flatMap(set => set.movements)
      .some(movement => movement.counted && movement.end > from && movement.end <= to);
    if (!ended) return;
    const [tone, gain] = [this.#audio.createOscillator(), this.#audio.createGain()];
    tone.frequency.value = 880;
    gain.gain.setValueAtTime(0.2, this.#audio.currentTime);
    gain.gain.exponentialRampToValueAtTime(0.001, this.#audio.currentTime + 0.06);
    tone.connect(gain).connect(this.#audio.destination);
    tone.start();
    tone.stop(this.#audio.currentTime + 0.06);
  }
}

export function playerControls(store, player) {
  const play = button("▶ Play", () => player.toggle(), { id: "play" });
  const time = html("output", { id: "time", for: "play" });
  const pace = html("select", {
    "aria-label": "Pace", onchange: event => { player.pace = Number(event.target.value); },
  }, PACES.map(pace => html("option", { value: pace, selected: pace === 1 }, `${pace}×`)));
  const sound = html("label", {}, html("input", {
    type: "checkbox", checked: true, onchange: event => { player.isAudible = event.target.checked; },
  }), " clicks");
  store.on(["isPlaying", "cursor", "seconds", "found"], () => {
    setText(play, store.isPlaying ? "❚❚ Pause" : "▶ Play");
    const past = (store.found?.sets ?? []).flatMap(set => set.movements)
      .filter(movement => movement.counted && movement.end <= store.cursor).length;
    setText(time, `${clock(store.cursor)} of ${clock(store.seconds, 0)}, ${past} counted`);
  });
  return [play, pace, sound, time];
}
