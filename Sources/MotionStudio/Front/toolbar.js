// Buttons above the drawing.

import { button, html, setText } from "./dom.js";
import { pan, zoomIn, zoomOut } from "./keys.js";
import { MEANINGS, shape } from "./marks.js";
import { svg } from "./dom.js";
import { playerControls } from "./player.js";

export function toolbar(store, actions, player) {
  const undo = button("Undo", actions.undo);
  const redo = button("Redo", actions.redo);
  const take = button("Take found as labels", actions.takeFound, { id: "take" });
  const nothing = button("Nothing was done", actions.nothingDone);
  const split = button("Split", actions.splitLabel);
  const join = button("Join", actions.joinLabel);
  const remove = button("Delete", actions.removeLabel);
  const partial = button("Partial", actions.togglePartial);
  const draw = button("Label", () => (store.draft ? actions.endDraft() : actions.beginDraft(false)));
  const saving = html("span", { class: "note", role: "status", id: "saving" });
  const raw = button("Raw", actions.toggleRaw, {
    "aria-pressed": "false", "aria-label": "Raw channels", title: "What the sensor itself measured",
  });

  function update() {
    undo.disabled = !store.canUndo;
    redo.disabled = !store.canRedo;
    const label = store.label === null ? null : store.labels[store.label];
    for (const button of [split, join, remove]) button.disabled = !label;
    partial.disabled = !label || label.kind === "set";
    take.disabled = !store.found?.labels.length;
    nothing.hidden = store.labels.length > 0;
    setText(draw, store.draft ? "End the label here" : "Label from here");
    setText(saving, store.saving);
    raw.setAttribute("aria-pressed", String(store.channels !== null));
  }
  store.on(["canUndo", "canRedo", "label", "labels", "found", "saving", "channels", "draft"], update);

  const tools = (name, ...children) => html("div", { class: "tools", role: "toolbar", "aria-label": name }, children);
  return html("div", { class: "toolbars" },
    tools("Show",
      ...playerControls(store, player),
      button("−", () => zoomOut(store), { "aria-label": "Zoom out" }),
      button("+", () => zoomIn(store), { "aria-label": "Zoom in" }),
      button("◀", () => pan(store, -0.5), { "aria-label": "Earlier" }),
      button("▶", () => pan(store, 0.5), { "aria-label": "Later" }),
      button("Whole", actions.showWhole), raw),
    tools("Labels", take, nothing, draw, split, join, partial, remove, undo, redo, saving));
}

/** What the shapes of movements mean. */
export function legend() {
  return html("ul", { class: "legend" }, MEANINGS.map(([kind, meaning]) => html("li", {},
    svg("svg", { width: 18, height: 14, "aria-hidden": "true" },
      svg("g", { class: `movement ${kind}` }, shape(kind, 1, 17, { top: 1, height: 12 }))),
    meaning)));
}
