// What is found, anew for every change of a threshold: at once without the reasons, and with them
// as soon as the person rests. Of requests that overtake one another only the newest is waited for,
// and whatever else depends on the thresholds waits until they are `answered`.

import { post } from "./api.js";

const REST_MILLISECONDS = 160;

export function detector(store) {
  let isAsking = false;
  let next = null;
  let rest = 0;

  async function run(explain) {
    const { values } = store;
    if (!isKnown(store)) { store.set({ answered: values }); return; }
    if (isAsking) { next = explain || next === true; return; }
    isAsking = true;
    const item = store.item;
    try {
      const began = performance.now();
      const answer = await post(`recordings/${item}/detect`, question(store, values, explain));
      if (item === store.item) take(answer, explain, performance.now() - began);
    } catch (error) {
      if (item === store.item) store.set({ found: null, problem: error.message });
    }
    isAsking = false;
    store.set({ answered: values });
    if (next !== null) {
      const explain = next;
      next = null;
      run(explain);
    }
  }

  function take({ found, milliseconds }, explain, roundTrip) {
    if (!explain && store.found) keepSignal(found, store.found);
    store.set({ found, problem: null, latency: { milliseconds, roundTrip } });
  }

  store.on(["item", "exercise"], () => {
    store.set({ before: null });
    // What was found without any change is remembered by then.
    run(true).then(() => loadBefore(store));
  });
  store.on(["values"], () => {
    run(false);
    clearTimeout(rest);
    rest = setTimeout(() => run(true), REST_MILLISECONDS);
  });
}

/** The signal does not change with most thresholds, and the full answer follows. */
function keepSignal(found, known) {
  found.sets.forEach((set, index) => {
    const old = known.sets[index];
    if (old?.exercise !== set.exercise) return;
    set.signal = old.signal;
    set.levels = old.levels;
  });
}

/** True where something says what is looked for. */
const isKnown = store => store.item !== null
  && (store.recordings[store.item].exercises.length > 0 || store.exercise !== null);

const question = (store, values, explain) => ({ exercise: store.exercise, values, explain });

async function loadBefore(store) {
  if (!isKnown(store)) return;
  const item = store.item;
  try {
    const { found } = await post(`recordings/${item}/detect`, question(store, {}, false));
    if (item === store.item) store.set({ before: found });
  } catch { /* The same problem is shown for what is found now. */ }
}
