// How the counts of all recordings depend on one threshold, as a small curve.

import { svg } from "./dom.js";
import { figure } from "./figures.js";

const WIDTH = 280, HEIGHT = 56, LEFT = 36, BOTTOM = 12;

export function curve(known, value, field) {
  const share = value => known.isLogarithmic
    ? Math.log(value / known.low) / Math.log(known.high / known.low)
    : (value - known.low) / (known.high - known.low);
  const x = value => LEFT + Math.min(1, Math.max(0, share(value))) * (WIDTH - LEFT - 6);
  const y = exact => 4 + (1 - exact) * (HEIGHT - BOTTOM - 4);
  const line = known.points.map(([value, exact], index) =>
    `${index ? "L" : "M"}${x(value).toFixed(1)} ${y(exact).toFixed(1)}`).join("");
  const best = Math.max(...known.points.map(point => point[1]));
  return svg("svg", {
    class: known.isOld ? "curve-chart old" : "curve-chart", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img",
    "aria-label": `Recordings counted exactly over ${field.name} from ${figure(known.low)} to `
      + `${figure(known.high)}: ${Math.round(best * 100)} % at best; as right as with `
      + `${figure(known.value)} from ${figure(known.steadyLow)} to ${figure(known.steadyHigh)}`,
  },
  svg("rect", {
    class: "steady", x: x(known.steadyLow), y: 4,
    width: Math.max(1, x(known.steadyHigh) - x(known.steadyLow)), height: HEIGHT - BOTTOM - 4,
  }),
  [0, 1].map(exact => svg("text", { x: LEFT - 4, y: y(exact) + 4, "text-anchor": "end" },
    `${exact * 100} %`)),
  svg("path", { class: "line", d: line }),
  svg("path", { class: "here", d: `M${x(value).toFixed(1)} 2V${HEIGHT - BOTTOM}` }),
  svg("text", { x: LEFT, y: HEIGHT - 1 }, figure(known.low)),
  svg("text", { x: WIDTH - 6, y: HEIGHT - 1, "text-anchor": "end" }, figure(known.high)));
}
