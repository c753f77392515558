// Where everything lies on the drawing: lanes from top to bottom, and the scale of time.

export const GUTTER = 46;
const EDGE = 8;

/** The scale of time for a width in pixels. */
export function timeScale(view, width) {
  const room = Math.max(1, width - GUTTER - EDGE);
  const perSecond = room / (view.to - view.from);
  return {
    width, left: GUTTER, right: width - EDGE, room, perSecond,
    x: time => GUTTER + (time - view.from) * perSecond,
    time: x => view.from + (x - GUTTER) / perSecond,
  };
}

/** The lanes that are shown, each with its name, top and height. */
export function lanes({ hasBefore, hasRaw, hasRate, isNarrow }) {
  const shown = [
    ["axis", 20], ["sets", 22], ["found", 30], hasBefore && ["before", 18],
    ["labels", 44], ["signal", isNarrow ? 180 : 240],
    hasRaw && ["force", 120], hasRaw && hasRate && ["rate", 120],
  ].filter(Boolean);
  const gap = 6;
  let top = 0;
  const placed = {};
  for (const [name, height] of shown) {
    placed[name] = { top, height, bottom: top + height, middle: top + height / 2 };
    top += height + gap;
  }
  return { ...placed, height: top };
}
