// Labels as bars that can be taken hold of: sets above, repetitions and holds below.

import { svg } from "./dom.js";
import { clock } from "./figures.js";
import { isCounted, isEvent } from "./labels.js";
import { caption } from "./marks.js";

const SET_HEIGHT = 14;
/** So near to an end of a label its end is taken, in pixels. */
export const EDGE_PIXELS = 7;

/** Where the events of the lane lie. */
export const eventLane = lane => ({
  top: lane.top + SET_HEIGHT + 2, height: lane.height - SET_HEIGHT - 2,
  middle: lane.top + SET_HEIGHT + 2 + (lane.height - SET_HEIGHT - 2) / 2,
});
const setLane = lane => ({
  top: lane.top, height: SET_HEIGHT, middle: lane.top + SET_HEIGHT / 2,
});

/** A label in words. */
export function described(label, number) {
  const what = label.kind === "set"
    ? `Set of ${label.count ?? "unknown"}, ${label.exercise}${label.side ? `, ${label.side}` : ""}`
    : `${label.kind === "hold" ? "Hold" : "Rep"} ${number ?? ""}${isCounted(label) ? "" : "partial, not counted"}`;
  return `Label: ${what}, ${clock(label.start)} to ${clock(label.end)}`;
}

/** The number of each counted event among those of its set; null for others. */
export function numbers(labels) {
  const counts = new Map();
  const sets = labels.filter(label => label.kind === "set");
  return labels.map(label => {
    if (!isEvent(label) || !isCounted(label)) return null;
    const set = sets.find(set => set.exercise === label.exercise
      && (set.side ?? null) === (label.side ?? null)
      && set.start <= label.start && label.end <= set.end);
    counts.set(set, (counts.get(set) ?? 0) + 1);
    return counts.get(set);
  });
}

/** The bars of the labels. */
export function labelBars(labels, scale, view, lane, selected) {
  const number = numbers(labels);
  const drawn = [];
  labels.forEach((label, index) => {
    if (label.end < view.from || label.start > view.to) return;
    const place = isEvent(label) ? eventLane(lane) : setLane(lane);
    const [left, right] = [scale.x(label.start), Math.max(scale.x(label.end), scale.x(label.start) + 2)];
    const words = isEvent(label) ? [String(number[index] ?? "")]
      : [`${label.exercise}${label.side ? `, ${label.side}` : ""}: ${label.count ?? "?"}`,
         String(label.count ?? "?")];
    const height = isCounted(label) || !isEvent(label) ? place.height : place.height / 2;
    drawn.push(svg("g", {
      class: `label ${label.kind}${isCounted(label) ? "" : " uncounted"}`
        + (index === selected ? " selected" : ""),
      role: "option", id: `labelled-${index}`, "aria-selected": String(index === selected),
      "aria-label": described(label, number[index]), "data-label": index,
    },
    svg("rect", {
      x: left, y: place.top + place.height - height, width: right - left, height, rx: 2,
    }),
    ["start", "end"].map((edge, which) => svg("rect", {
      class: "edge", "data-edge": edge, x: (which ? right : left) - EDGE_PIXELS / 2,
      y: place.top, width: EDGE_PIXELS, height: place.height,
    })),
    caption(words, left, right, place, 6.4)));
  });
  return drawn;
}
