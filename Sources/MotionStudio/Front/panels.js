// Curves over time: the movement signal of each set in degrees, and what the sensor measured.

import { extent, path } from "./curves.js";
import { svg } from "./dom.js";
import { figure } from "./figures.js";
import { GUTTER } from "./lanes.js";

/** Even values for an axis, a handful. */
function values(low, high) {
  const rough = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map(factor => factor * power).find(step => step >= rough);
  const shown = [];
  for (let value = Math.ceil(low / step) * step; value <= high; value += step) {
    shown.push(Math.abs(value) < step / 1e6 ? 0 : value);
  }
  return shown;
}

function frame(lane, range, scale, unit) {
  const y = value => lane.bottom - (value - range.low) / (range.high - range.low) * lane.height;
  const grid = values(range.low, range.high).map(value => svg("g", { class: "grid" },
    svg("path", { d: `M${scale.left} ${y(value).toFixed(1)}H${scale.right}` }),
    svg("text", { x: GUTTER - 5, y: y(value) + 4, "text-anchor": "end" }, figure(value) + unit)));
  return { y, grid };
}

/** Levels whose names lie nearer than this are not all named, in pixels. */
const LEVEL_PIXELS = 12;

/** Names of levels as a person reads them. */
const LEVELS = {
  "minimumRangeDegrees": "smallest movement",
  "partialRangeRatio of the usual range": "full, not partial",
  "rest": "rest", "usual range": "usual",
};

/** The movement signal of the sets, with the levels of the one that is chosen. */
export function signalPanel(sets, chosen, scale, view, lane) {
  const series = sets.filter(set => set.signal)
    .map(set => ({ seconds: set.signal.seconds, values: set.signal.degrees }));
  if (sets.length === 0) return [];
  if (series.length === 0) {
    return [svg("text", { class: "quiet", x: scale.left + 8, y: lane.middle },
      "No movement that could be the exercise")];
  }
  const range = extent(series, view, 4);
  const levels = (sets[chosen] ?? sets[0])?.levels ?? [];
  for (const { degrees } of levels) {
    if (degrees > range.high && degrees < range.high * 1.5) range.high = degrees * 1.05;
  }
  const { y, grid } = frame(lane, range, scale, "°");
  const lines = sets.map((set, index) => set.signal && svg("path", {
    class: `curve main${sets.length > 1 && index !== chosen ? " faint" : ""}`,
    d: path(set.signal.seconds, set.signal.degrees, view, scale.x, y, scale.room),
  }));
  const shown = levels.filter(level => level.degrees <= range.high && level.degrees >= range.low)
    .sort((a, b) => a.degrees - b.degrees);
  let last = Infinity;
  const labelled = shown.map(level => {
    const height = y(level.degrees);
    const hasRoom = last - height >= LEVEL_PIXELS;
    if (hasRoom) last = height;
    return svg("g", { class: "level" },
      svg("path", { d: `M${scale.left} ${height.toFixed(1)}H${scale.right}` }),
      hasRoom ? svg("text", { x: scale.right - 4, y: height - 3, "text-anchor": "end" },
        LEVELS[level.name] ?? level.name) : null);
  });
  return [...grid, ...labelled, ...lines.filter(Boolean)];
}

/** Three axes of what the sensor measured. */
export function rawPanel(channels, name, scale, view, lane) {
  const axes = channels[name];
  if (!axes) return [];
  const all = ["x", "y", "z"];
  const range = extent(all.map(axis => ({ seconds: channels.seconds, values: axes[axis] })), view);
  const { y, grid } = frame(lane, range, scale, "");
  return [
    ...grid,
    ...all.map(axis => svg("path", {
      class: `curve ${axis}`,
      d: path(channels.seconds, axes[axis], view, scale.x, y, scale.room),
    })),
    svg("text", { class: "quiet", x: scale.left + 6, y: lane.top + 14 },
      name === "force" ? "specific force, m/s²:" : "rotation, °/s:",
      all.map(axis => svg("tspan", { class: axis, dx: 5 }, axis))),
  ];
}
