// The part of a recording that is shown, in seconds, and how it is zoomed and panned.

const SHORTEST_SECONDS = 1;

/** The whole of a recording. */
export const whole = seconds => ({ from: 0, to: Math.max(seconds, SHORTEST_SECONDS) });

function clamped(from, to, seconds) {
  const length = Math.min(to - from, Math.max(seconds, SHORTEST_SECONDS));
  const start = Math.min(Math.max(0, from), Math.max(0, seconds - length));
  return { from: start, to: start + length };
}

/** Zoomed by a factor (below 1: nearer) around a time that stays where it is. */
export function zoomed(view, factor, around, seconds) {
  const length = Math.max(SHORTEST_SECONDS, (view.to - view.from) * factor);
  const share = (around - view.from) / (view.to - view.from);
  const from = around - share * length;
  return clamped(from, from + length, seconds);
}

/** Moved by some seconds. */
export const panned = (view, by, seconds) => clamped(view.from + by, view.to + by, seconds);

/** Moved as little as needed to show a time, with some room around it. */
export function showing(view, time, seconds) {
  const room = (view.to - view.from) / 20;
  if (time >= view.from + room && time <= view.to - room) return view;
  if (time >= view.from && time <= view.to && (view.from === 0 || view.to >= seconds)) return view;
  return panned(view, time - (view.from + view.to) / 2, seconds);
}

/** Even steps for an axis: about one every so many pixels. */
export function ticks(view, width, pixels = 90) {
  const steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600];
  const wanted = (view.to - view.from) / Math.max(1, width / pixels);
  const step = steps.find(step => step >= wanted) ?? steps.at(-1);
  const times = [];
  for (let time = Math.ceil(view.from / step) * step; time <= view.to; time += step) {
    times.push(time);
  }
  return { step, times };
}
