// What the keyboard does, and the list of it.

import { button, html } from "./dom.js";
import { panned, showing, zoomed } from "./view.js";

const STEP_SECONDS = 0.1;
const NUDGE_SECONDS = 0.05;

/** Every key with what it does, in the order of the list. */
const KEYS = [
  ["Space", "play, and pause"],
  ["← →", "cursor by 0.1 s, with Shift by 1 s"],
  ["+ −", "zoom in and out"], ["0", "the whole recording"], ["z", "the set"],
  ["n b", "next movement found, the one before (in its lane also ← →)"],
  ["l k", "next label, the one before"],
  ["m", "hold down: label from here until it is let go"],
  ["d", "begin a label at the cursor, and end it there"],
  ["[ ]", "start or end of the label to the cursor"],
  ["Alt ← →", "move the label"],
  ["s", "split the label at the cursor"], ["j", "join it with the next"],
  ["p", "partial: not to be counted"], ["Delete", "remove the label"],
  ["Ctrl z, Ctrl y", "undo, redo"],
  ["r", "raw channels"], ["Page ↑ ↓", "recording before, and next"],
  ["Esc", "choose nothing"], ["?", "this list"],
];

/** Listens to keys everywhere but in fields. */
export function keyboard(store, actions, player) {
  addEventListener("keydown", event => {
    if (event.target.closest("input, select, textarea, dialog")) return;
    const action = actionOf(event, store, actions, player);
    if (!action) return;
    event.preventDefault();
    action();
  });
  addEventListener("keyup", event => {
    if (event.key === "m" && store.draft?.isHeld) actions.endDraft();
  });
}

function actionOf(event, store, actions, player) {
  const { key, shiftKey, altKey } = event;
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand) return { z: shiftKey ? actions.redo : actions.undo, y: actions.redo }[key.toLowerCase()];
  const way = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (way && altKey) return () => actions.nudgeLabel(way * NUDGE_SECONDS);
  // In a list the arrows choose, as in every list.
  if (way && event.target.closest("#found")) return () => actions.step(way);
  if (way && event.target.closest("#labels")) return () => actions.stepLabel(way);
  if (way) return () => move(store, way * STEP_SECONDS * (shiftKey ? 10 : 1));
  // A button that has the focus is pressed by the space bar.
  if (key === " " && event.target.closest("button, summary, a")) return null;
  return {
    " ": () => player.toggle(),
    "+": () => zoom(store, 0.7), "=": () => zoom(store, 0.7), "-": () => zoom(store, 1 / 0.7),
    "0": actions.showWhole, "z": actions.zoomToChosenSet, "n": () => actions.step(1), "b": () => actions.step(-1),
    "l": () => actions.stepLabel(1), "k": () => actions.stepLabel(-1),
    "m": event.repeat ? () => {} : () => actions.beginDraft(true),
    "d": () => (store.draft ? actions.endDraft() : actions.beginDraft(false)),
    "[": () => actions.changeLabel({ start: store.cursor }),
    "]": () => actions.changeLabel({ end: store.cursor }),
    "s": actions.splitLabel, "j": actions.joinLabel, "p": actions.togglePartial,
    "Delete": actions.removeLabel, "Backspace": actions.removeLabel, "r": actions.toggleRaw,
    "PageDown": () => actions.openNext(1), "PageUp": () => actions.openNext(-1),
    "Escape": () => store.set({ label: null, selected: null, draft: null }),
    "?": actions.showKeys,
  }[key];
}

function move(store, by) {
  const cursor = Math.min(store.seconds, Math.max(0, store.cursor + by));
  store.set({ cursor, view: showing(store.view, cursor, store.seconds) });
}

function zoom(store, factor) {
  const { view, cursor } = store;
  const around = cursor >= view.from && cursor <= view.to ? cursor : (view.from + view.to) / 2;
  store.set({ view: zoomed(view, factor, around, store.seconds) });
}

/** Moves the view by a share of what is shown. */
export const pan = (store, share) => store.set({
  view: panned(store.view, share * (store.view.to - store.view.from), store.seconds),
});
export const zoomIn = store => zoom(store, 0.6);
export const zoomOut = store => zoom(store, 1 / 0.6);

/** The list of keys. */
export function keyList() {
  const dialog = html("dialog", { "aria-labelledby": "keys-title" },
    html("h2", { id: "keys-title" }, "Keys"),
    html("dl", { class: "keys" }, KEYS.map(([key, does]) =>
      html("div", {}, html("dt", {}, html("kbd", {}, key)), html("dd", {}, does)))),
    html("p", { class: "hint" }, "Wheel: zoom; with Shift: pan. Two fingers: zoom; one: pan. Drag "
      + "where the lane of labels is free: a new label; drag a label or its ends: move it."),
    button("Close", () => dialog.close()));
  return dialog;
}
