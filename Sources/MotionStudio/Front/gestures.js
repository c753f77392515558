// Pointer and wheel on the drawing: pan, zoom, choose, and take hold of labels.

import { geometry } from "./timeline.js";
import { panned, zoomed } from "./view.js";

/** A pointer that moved no farther than this was a click, in pixels. */
const CLICK_PIXELS = 4;
/** So near to an end of a label a finger takes the end, in pixels, but no more than a quarter of it. */
const FINGER_PIXELS = 20;
const WHEEL_STEP = 0.0016;

export function gestures(drawing, store, actions) {
  const pointers = new Map();
  let grip = null;

  const at = event => {
    const box = drawing.getBoundingClientRect();
    const place = geometry(store, box.width);
    return {
      x: event.clientX - box.left, y: event.clientY - box.top, ...place,
      time: place.scale.time(event.clientX - box.left),
    };
  };

  drawing.addEventListener("wheel", event => {
    event.preventDefault();
    const { scale, time } = at(event);
    const isSideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    const by = event.deltaX || event.deltaY;
    store.set({
      view: isSideways ? panned(store.view, by / scale.perSecond, store.seconds)
        : zoomed(store.view, Math.exp(event.deltaY * WHEEL_STEP), time, store.seconds),
    });
  }, { passive: false });

  drawing.addEventListener("pointerdown", event => {
    if (event.button !== 0) return;
    drawing.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, at(event));
    if (pointers.size > 2) return;
    if (pointers.size === 2) { grip = pinch(grip); return; }
    grip = gripOf(event, at(event));
  });

  /** What a pointer takes hold of. */
  function gripOf(event, point) {
    const label = event.target.closest("[data-label]");
    if (label) {
      const index = Number(label.dataset.label);
      const edge = event.pointerType === "touch" ? edgeUnder(point, store.labels[index])
        : event.target.dataset.edge ?? "both";
      store.set({ label: index, selected: null });
      return { kind: "label", edge, index, before: store.labels, from: point, moved: false };
    }
    const movement = event.target.closest("#found [data-movement]");
    if (movement) {
      return {
        kind: "movement", set: Number(movement.dataset.set),
        movement: Number(movement.dataset.movement), from: point, view: store.view,
      };
    }
    const set = event.target.closest("[data-choose]");
    if (set) return { kind: "set", set: Number(set.dataset.choose), from: point, view: store.view };
    const lane = point.lanes.labels;
    const isDrawing = point.y >= lane.top && point.y <= lane.bottom;
    return { kind: isDrawing ? "draw" : "pan", from: point, view: store.view, moved: false };
  }

  /** The end of a label that a finger takes; `both` for all of it. */
  function edgeUnder({ x, scale }, label) {
    const [left, right] = [scale.x(label.start), scale.x(label.end)];
    const reach = Math.min(FINGER_PIXELS, (right - left) / 4);
    return x - left < reach ? "start" : right - x < reach ? "end" : "both";
  }

  /** Ends what one finger had begun, as if it had not. */
  function letGo(grip) {
    if (grip?.kind === "label") actions.letGoLabel();
    else if (grip?.kind === "draw") store.set({ draft: null });
  }

  function pinch(begun) {
    letGo(begun);
    const [a, b] = [...pointers.values()];
    return { kind: "pinch", a, b, view: store.view };
  }

  drawing.addEventListener("pointermove", event => {
    if (!pointers.has(event.pointerId) || !grip) return;
    const point = at(event);
    pointers.set(event.pointerId, point);
    if (grip.kind === "pinch") { zoomByPinch(); return; }
    if (Math.abs(point.x - grip.from.x) > CLICK_PIXELS) grip.moved = true;
    if (!grip.moved) return;
    const by = (point.x - grip.from.x) / grip.from.scale.perSecond;
    switch (grip.kind) {
      case "label": actions.dragLabel(grip, by); break;
      case "draw":
        store.set({ draft: { start: grip.from.time, end: point.time } });
        break;
      default: store.set({ view: panned(grip.view, -by, store.seconds) });
    }
  });

  function zoomByPinch() {
    const [a, b] = [...pointers.values()];
    const before = Math.abs(grip.a.x - grip.b.x);
    const now = Math.max(10, Math.abs(a.x - b.x));
    const middle = grip.a.scale.time((grip.a.x + grip.b.x) / 2);
    const near = zoomed(grip.view, before / now, middle, store.seconds);
    const shift = ((grip.a.x + grip.b.x) - (a.x + b.x)) / 2 / a.scale.room * (near.to - near.from);
    store.set({ view: panned(near, shift, store.seconds) });
  }

  function release(event) {
    if (!pointers.delete(event.pointerId) || !grip) return;
    const last = grip;
    grip = null;
    if (last.kind === "pinch") { pointers.clear(); return; }
    const point = at(event);
    if (last.kind === "label") { actions.dropLabel(last); return; }
    if (last.kind === "draw" && last.moved) {
      store.set({ draft: null });
      actions.drawLabel(last.from.time, point.time);
    } else if (!last.moved) {
      actions.click(last, point.time);
    }
  }
  drawing.addEventListener("pointerup", release);
  // The browser takes a finger that moves up or down, to scroll the page.
  drawing.addEventListener("pointercancel", event => {
    if (!pointers.delete(event.pointerId)) return;
    letGo(grip);
    grip = null;
  });
}
