// Labels and how they are edited: pure functions from labels to labels. Each label is
// { start, end, exercise, side, kind: "set"|"rep"|"hold", count }.

const round = seconds => Math.round(seconds * 1000) / 1000;
const SHORTEST_SECONDS = 0.05;

export const isCounted = label => label.count !== 0;
export const isEvent = label => label.kind !== "set";

const same = (a, b) =>
  a.start === b.start && a.end === b.end && a.exercise === b.exercise && a.kind === b.kind
  && (a.side ?? null) === (b.side ?? null) && (a.count ?? null) === (b.count ?? null);

/** The position of an equal label; -1 where there is none. */
export const indexOf = (labels, label) => labels.findIndex(other => same(other, label));

/** True where both hold the same labels. */
export const areEqual = (a, b) =>
  a.length === b.length && a.every(label => indexOf(b, label) >= 0);

const byTime = (a, b) => a.start - b.start || b.end - a.end;

/** What turned `from` into `to`, done to `labels`: for what was edited while a file was merged. */
export function replayed(from, to, labels) {
  const removed = from.filter(label => indexOf(to, label) < 0);
  const added = to.filter(label => indexOf(from, label) < 0);
  return labels.filter(label => indexOf(removed, label) < 0)
    .concat(added.filter(label => indexOf(labels, label) < 0)).sort(byTime);
}

/**
 * The labels with every set around its events and with its count. An event outside of every set of
 * its exercise and side widens the nearest one; where there is none it gets one of its own.
 */
export function settled(labels) {
  const sets = labels.filter(label => label.kind === "set").map(set => ({ ...set }));
  const events = labels.filter(isEvent);
  const wasIn = set => events.some(event => belongs(event, set) && inside(event, set));
  const kept = sets.filter(set => set.count === 0 || !set.wasFull || wasIn(set));
  for (const event of events) {
    const own = kept.filter(set => belongs(event, set));
    if (own.some(set => inside(event, set))) continue;
    const nearest = own.sort((a, b) => distance(event, a) - distance(event, b))[0];
    if (nearest) {
      nearest.start = Math.min(nearest.start, event.start);
      nearest.end = Math.max(nearest.end, event.end);
    } else {
      kept.push({ ...event, kind: "set", count: 0 });
    }
  }
  for (const set of kept) {
    const own = events.filter(event => belongs(event, set) && inside(event, set));
    if (own.length) set.count = own.filter(isCounted).length;
  }
  return kept.concat(events).map(({ wasFull, ...label }) => label).sort(byTime);
}

const inside = (event, set) => set.start <= event.start && event.end <= set.end;
const belongs = (event, set) =>
  event.exercise === set.exercise && (event.side ?? null) === (set.side ?? null);
const distance = (event, set) => Math.max(set.start - event.end, event.start - set.end, 0);

/** The events before an edit, so that a set that loses its last one goes with it. */
function marked(labels) {
  return labels.map(label => label.kind !== "set" ? label : {
    ...label, wasFull: labels.some(event => isEvent(event) && belongs(event, label)
      && inside(event, label)),
  });
}

/** A new label. */
export function drawn(labels, label) {
  const [start, end] = [Math.min(label.start, label.end), Math.max(label.start, label.end)];
  if (end - start < SHORTEST_SECONDS) return labels;
  return settled(labels.concat([{ ...label, start: round(start), end: round(end) }]));
}

/** A label with other times, or another member; labels, and the label as it is now. */
export function changed(labels, index, changes) {
  const label = { ...labels[index], ...changes };
  label.start = round(Math.max(0, label.start));
  label.end = round(Math.max(label.start + SHORTEST_SECONDS, label.end));
  return settled(marked(labels).map((other, place) => place === index ? label : other));
}

/** Two labels from one, at a time within it. */
export function split(labels, index, time) {
  const label = labels[index];
  if (time - label.start < SHORTEST_SECONDS || label.end - time < SHORTEST_SECONDS) return labels;
  const rest = labels.filter((_, place) => place !== index);
  return settled(rest.concat([
    { ...label, end: round(time) }, { ...label, start: round(time) },
  ]));
}

/** One label from this one and the next of its kind. */
export function merged(labels, index) {
  const label = labels[index];
  const next = labels.findIndex((other, place) =>
    place > index && other.kind === label.kind && belongs(other, label));
  if (next < 0) return labels;
  const both = {
    ...label, end: Math.max(label.end, labels[next].end),
    count: isEvent(label) ? label.count : (label.count ?? 0) + (labels[next].count ?? 0),
  };
  return settled(
    labels.filter((_, place) => place !== index && place !== next).concat([both]));
}

/** Without a label; a set goes with what is in it. */
export function removed(labels, index) {
  const label = labels[index];
  return settled(marked(labels).filter((other, place) =>
    place !== index
    && !(label.kind === "set" && isEvent(other) && belongs(other, label) && inside(other, label))));
}

/** With what was found in place of the labels of these exercises. */
export function taken(labels, found) {
  const exercises = new Set(found.map(label => label.exercise));
  return labels.filter(label => !exercises.has(label.exercise)).concat(found).sort(byTime);
}
