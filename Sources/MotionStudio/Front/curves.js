// Lines over time as SVG paths, with no more points than there are pixels.

/** First position whose time is not before this one. */
export function position(seconds, time) {
  let [low, high] = [0, seconds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (seconds[middle] < time) low = middle + 1; else high = middle;
  }
  return low;
}

/**
 * The path of a signal within a view: of the values that fall onto one pixel the lowest and the
 * highest are drawn, in the order of time. Null is a break.
 */
export function path(seconds, values, view, x, y, width) {
  const first = Math.max(0, position(seconds, view.from) - 1);
  const last = Math.min(seconds.length, position(seconds, view.to) + 1);
  const perPixel = Math.max(1, Math.floor((last - first) / Math.max(1, width)));
  let text = "";
  let isOpen = false;
  for (let start = first; start < last; start += perPixel) {
    const end = Math.min(last, start + perPixel);
    let [low, high] = [-1, -1];
    for (let index = start; index < end; index++) {
      if (values[index] === null) { low = -1; isOpen = false; continue; }
      if (low < 0) { low = index; high = index; }
      if (values[index] < values[low]) low = index;
      if (values[index] > values[high]) high = index;
    }
    if (low < 0) continue;
    for (const index of low === high ? [low] : [Math.min(low, high), Math.max(low, high)]) {
      text += `${isOpen ? "L" : "M"}${x(seconds[index]).toFixed(1)} ${y(values[index]).toFixed(1)}`;
      isOpen = true;
    }
  }
  return text;
}

/** Lowest and highest value within a view, with some room; nothing above or below is cut off. */
export function extent(series, view, least = 1) {
  let [low, high] = [Infinity, -Infinity];
  for (const { seconds, values } of series) {
    const last = Math.min(seconds.length, position(seconds, view.to) + 1);
    for (let index = Math.max(0, position(seconds, view.from) - 1); index < last; index++) {
      const value = values[index];
      if (value === null) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  if (low > high) return { low: 0, high: least };
  const room = Math.max((high - low) * 0.08, least * 0.05);
  return { low: low - room, high: Math.max(high + room, low + least) };
}
