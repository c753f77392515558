// How the score depends on each threshold: from a search, or measured when a person asks. A curve
// holds for the labels and the other thresholds as they were; where those have changed, it is old.

import { post } from "./api.js";

/** What a curve holds for: the labels, and the values of the other thresholds. */
function basisOf(store, exercise, values, name) {
  const others = exercise.thresholds.filter(field => field.name !== name)
    .map(field => values[field.name] ?? field.start);
  return `${store.savedLabels} ${others.join()}`;
}

/** The curves of an exercise with some more, each around these values. */
function withCurves(store, exercise, curves, values) {
  const all = new Map(store.sensitivity);
  const own = new Map(all.get(exercise.id));
  for (const curve of curves) {
    own.set(curve.name, { ...curve, basis: basisOf(store, exercise, values, curve.name) });
  }
  return all.set(exercise.id, own);
}

/** The curve of a threshold, and whether it is old; null where none is known. */
export function curveOf(store, exercise, name) {
  const curve = store.sensitivity.get(exercise.id)?.get(name);
  if (!curve) return null;
  const now = basisOf(store, exercise, store.values[exercise.id] ?? {}, name);
  return { ...curve, isOld: curve.basis !== now };
}

/** Takes what a search found. */
export function takeCurves(store, state) {
  const exercise = store.exercises.get(state.exercise);
  const values = Object.fromEntries(state.values);
  store.set({ sensitivity: withCurves(store, exercise, state.sensitivity, values) });
}

/** Measures the curve of one threshold, the others as they are. */
export async function measureCurve(store, exercise, name) {
  const values = store.values[exercise.id] ?? {};
  store.set({ measuring: name });
  try {
    const { curve } = await post("curve", { exercise: exercise.id, values, name });
    if (curve) store.set({ sensitivity: withCurves(store, exercise, [curve], values) });
  } catch (error) { store.set({ problem: error.message }); }
  if (store.measuring === name) store.set({ measuring: null });
}
