// The drawing of a recording: lanes of what was found and labelled above the signal.

import { html, kept, renew, svg } from "./dom.js";
import { clock } from "./figures.js";
import { gestures } from "./gestures.js";
import { labelBars } from "./labelLane.js";
import { lanes, timeScale, GUTTER } from "./lanes.js";
import { bars, caption } from "./marks.js";
import { rawPanel, signalPanel } from "./panels.js";
import { ticks } from "./view.js";

const NARROW_PIXELS = 560;

/** Puts the drawing into the page and keeps it as the state is. */
export function timeline(store, actions) {
  const drawing = svg("svg", {
    class: "timeline", role: "group", "aria-label": "Signal over time", tabindex: "0",
  });
  const place = html("div", { class: "drawing" }, drawing);
  const curves = { signal: kept(), force: kept(), rate: kept() };
  let isPending = false;
  const draw = () => {
    isPending = false;
    if (place.clientWidth > 0) render(drawing, store, place.clientWidth, curves);
  };
  const soon = () => {
    if (!isPending) requestAnimationFrame(draw);
    isPending = true;
  };
  new ResizeObserver(soon).observe(place);
  store.on(["view", "found", "before", "labels", "label", "selected", "channels", "cursor", "draft",
    "chosenSet"], soon);
  gestures(drawing, store, actions);
  return place;
}

/** The drawing's lanes and scale for a state: what gestures go by, too. */
export function geometry(store, width) {
  return {
    scale: timeScale(store.view, width),
    lanes: lanes({
      hasBefore: hasBefore(store), hasRaw: store.channels !== null,
      hasRate: Boolean(store.channels?.rate), isNarrow: width < NARROW_PIXELS,
    }),
  };
}

const hasBefore = store => store.before !== null && store.isChanged;

function render(drawing, store, width, curves) {
  const { view, found } = store;
  const { scale, lanes: lane } = geometry(store, width);
  drawing.setAttribute("viewBox", `0 0 ${width} ${lane.height}`);
  drawing.setAttribute("height", lane.height);
  const sets = found?.sets ?? [];
  const rows = [
    axis(view, scale, lane),
    title("sets", lane.sets), svg("g", {}, setBars(sets, scale, view, lane.sets, store.chosenSet)),
    title("found", lane.found),
    list("found", "Movements found", store.selected
      ? `found-${store.selected.set}-${store.selected.movement}` : null,
    bars(sets, scale, view, lane.found, { selected: store.selected, id: "found" })),
    hasBefore(store) && title("before", lane.before),
    hasBefore(store) && svg("g", { class: "before", "aria-hidden": "true" },
      bars(store.before.sets, scale, view, lane.before, { id: "before" })),
    title("labels", lane.labels),
    svg("rect", {
      class: "floor", x: scale.left, y: lane.labels.top, width: scale.room,
      height: lane.labels.height,
    }),
    list("labels", "Labels", store.label === null ? null : `labelled-${store.label}`,
      labelBars(store.labels, scale, view, lane.labels, store.label)),
    svg("rect", {
      class: "floor", x: scale.left, y: lane.signal.top, width: scale.room,
      height: lane.signal.height,
    }),
    // What a drag and the play cursor leave as it was is not drawn anew.
    curves.signal(
      [view, width, lane.signal.top, store.chosenSet, ...sets.flatMap(set => [set.signal, set.levels])],
      () => signalPanel(sets, store.chosenSet, scale, view, lane.signal)),
    ["force", "rate"].map(name => lane[name] && curves[name](
      [view, width, lane[name].top, store.channels],
      () => rawPanel(store.channels, name, scale, view, lane[name]))),
    gaps(found?.gaps ?? [], scale, view, lane), draft(store.draft, scale, lane),
    cursor(store.cursor, scale, view, lane),
  ];
  const clip = svg("clipPath", { id: "room" }, svg("rect", {
    x: 0, y: 0, width: scale.right + 4, height: lane.height,
  }));
  // What lies left of the view must not run into the names of the lanes.
  const cover = svg("clipPath", { id: "right" }, svg("rect", {
    x: GUTTER - 3, y: 0, width: scale.right - GUTTER + 7, height: lane.height,
  }));
  renew(drawing, clip, cover, rows);
}

/** A lane of things of which one is chosen. */
const list = (id, name, active, children) => svg("g", {
  id, role: "listbox", "aria-label": name, tabindex: "0", "clip-path": "url(#right)",
  "aria-activedescendant": active,
}, children);

const title = (text, lane) =>
  svg("text", { class: "lane", x: 2, y: lane.middle + 4 }, text);

function axis(view, scale, lane) {
  const { step, times } = ticks(view, scale.room);
  const decimals = step < 1 ? 1 : 0;
  return svg("g", { class: "time" }, times.map(time => [
    svg("path", { d: `M${scale.x(time).toFixed(1)} ${lane.axis.bottom}V${lane.signal.bottom}` }),
    svg("text", { x: scale.x(time), y: lane.axis.top + 13, "text-anchor": "middle" },
      clock(time, decimals)),
  ]));
}

function setBars(sets, scale, view, lane, chosen) {
  return sets.map((set, index) => {
    if (set.start === null || set.end < view.from || set.start > view.to) return null;
    const [left, right] = [Math.max(GUTTER, scale.x(set.start)), Math.min(scale.right, scale.x(set.end))];
    const count = set.target ? `${set.count} of ${set.target}` : String(set.count);
    return svg("g", {
      class: `set-bar ${set.outcome}${index === chosen && sets.length > 1 ? " selected" : ""}`,
      "data-choose": index,
    },
    svg("rect", { x: left, y: lane.top + 2, width: Math.max(2, right - left), height: lane.height - 4, rx: 4 }),
    caption([`${set.title}: ${count}`, count, String(set.count)], left, right, lane, 6.6));
  }).filter(Boolean);
}

function gaps(gaps, scale, view, lane) {
  return gaps.filter(gap => gap.end >= view.from && gap.start <= view.to).map(gap => {
    const [left, right] = [Math.max(GUTTER, scale.x(gap.start)), Math.min(scale.right, scale.x(gap.end))];
    return svg("g", { class: gap.reason ? "gap bad" : "gap" },
      svg("title", {}, `${gap.reason ?? "nothing was recorded"}, ${clock(gap.start)} to ${clock(gap.end)}`),
      svg("rect", {
        x: left, y: lane.axis.bottom, width: Math.max(2, right - left),
        height: lane.height - lane.axis.bottom,
      }));
  });
}

function draft(draft, scale, lane) {
  if (!draft) return null;
  const [left, right] = [draft.start, draft.end].map(scale.x).sort((a, b) => a - b);
  return svg("rect", {
    class: "draft", x: left, y: lane.labels.top + 16, width: right - left,
    height: lane.labels.height - 16,
  });
}

function cursor(time, scale, view, lane) {
  if (time < view.from || time > view.to) return null;
  return svg("path", { class: "cursor", d: `M${scale.x(time).toFixed(1)} ${lane.axis.top}V${lane.height}` });
}
