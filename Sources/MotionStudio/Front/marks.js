// Movements that were found, as bars: what became of one shows in its shape, its colour, and its
// number.

import { svg } from "./dom.js";
import { clock, figure } from "./figures.js";

const CLASSES = {
  "ok": "counted", "too-fast": "warned", "too-long": "warned", "partial": "partial",
  "short": "partial", "unfinished": "unfinished", "not-like-the-others": "other",
};

/** What the shapes mean. */
export const MEANINGS = [
  ["counted", "counted"], ["warned", "counted, too fast or too long"],
  ["partial", "partial or too short"], ["unfinished", "interrupted"],
  ["other", "another movement"], ["unlisted", "looked at, not listed"],
];

export const classOf = movement => CLASSES[movement.verdict] ?? "unlisted";

/** A movement in words, for whoever does not see it. */
export function described(movement, kind) {
  const name = movement.number ? `${kind === "hold" ? "Hold" : "Rep"} ${movement.number}` : "Movement";
  const words = movement.words ?? "looked at, not listed";
  return `${name}, ${words}, ${clock(movement.start)} to ${clock(movement.end)}, `
    + `${figure(movement.end - movement.start)} seconds`;
}

/** The shape of a class between two places: each differs from the others without its colour, too. */
export function shape(kind, left, right, lane) {
  const width = Math.max(2, right - left);
  const { top, height } = lane;
  switch (kind) {
    case "partial":
      return [svg("rect", { x: left, y: top + height / 2, width, height: height / 2, rx: 2 })];
    case "warned":
      return [
        svg("rect", { x: left, y: top, width, height, rx: 3 }),
        svg("rect", { class: "notch", x: left, y: top, width, height: 5 }),
      ];
    case "other":
      return [
        svg("rect", { x: left, y: top + height * 0.65, width, height: height * 0.35, rx: 2 }),
        svg("path", {
          class: "cross", d: `M${left} ${top + height}L${left + width} ${top + height * 0.65}`,
        }),
      ];
    case "unlisted":
      return [svg("path", { d: `M${left} ${top + height - 2}h${width}` })];
    default:
      return [svg("rect", { x: left, y: top, width, height, rx: 3 })];
  }
}

/** Words in a bar, where they fit. */
export function caption(texts, left, right, lane, perLetter = 7.2) {
  const text = texts.find(text => text && text.length * perLetter + 4 <= right - left);
  return text === undefined ? [] : [svg("text", {
    class: "caption", x: (left + right) / 2, y: lane.middle + 4, "text-anchor": "middle",
  }, text)];
}

/** The bars of all movements of the sets that are found. */
export function bars(sets, scale, view, lane, { selected, id }) {
  const drawn = [];
  sets.forEach((set, setIndex) => set.movements.forEach((movement, index) => {
    if (movement.end < view.from || movement.start > view.to) return;
    const [left, right] = [scale.x(movement.start), scale.x(movement.end)];
    const isSelected = selected?.set === setIndex && selected.movement === index;
    const kind = classOf(movement);
    const seconds = figure(Math.round((movement.end - movement.start) * 10) / 10);
    const words = !movement.number ? []
      : set.kind === "hold" ? [`${movement.number}: ${seconds} s`, String(movement.number)]
        : [String(movement.number)];
    drawn.push(svg("g", {
      class: `movement ${kind}${isSelected ? " selected" : ""}`, role: "option",
      id: `${id}-${setIndex}-${index}`, "aria-selected": String(isSelected),
      "aria-label": described(movement, set.kind), "data-set": setIndex, "data-movement": index,
    },
    svg("rect", {
      class: "target", x: left - 1, y: lane.top, width: Math.max(8, right - left + 2),
      height: lane.height,
    }),
    shape(kind, left, right, lane), caption(words, left, right, lane)));
  }));
  return drawn;
}
