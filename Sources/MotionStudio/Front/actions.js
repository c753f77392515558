// Everything that a person can do, by whatever hand: a button, a key, or the pointer.

import { get } from "./api.js";
import * as edits from "./labels.js";
import { showing, whole } from "./view.js";

export function actionsOf(store, editor, player, keys) {
  const chosen = () => (store.label === null ? null : store.labels[store.label]);
  const edit = (labels, label) => editor.take(labels, label ?? null);

  const actions = {
    // Recordings

    async open(item) {
      if (item === store.item) return;
      player.stop();
      await editor.leave();
      store.set({
        item, found: null, selected: null, label: null, channels: null, cursor: 0, problem: null,
        labels: [], chosenSet: 0, draft: null, conflict: null,
        exercise: store.chosen.get(item) ?? store.recordings[item].exercises[0] ?? null,
      });
      actions.chooseExercise(store.exercise);
      history.replaceState(null, "", `#${item}`);
      try {
        const opened = await get(`recordings/${item}`);
        if (item !== store.item) return;
        store.set({ seconds: opened.seconds, view: whole(opened.seconds), opened });
        editor.begin(item, opened.labels);
      } catch (error) {
        if (item === store.item) store.set({ problem: error.message, seconds: 1, view: whole(1), opened: null });
      }
    },
    openNext(way) {
      const next = (store.item ?? 0) + way;
      if (next >= 0 && next < store.recordings.length) actions.open(next);
    },

    // Exercises and thresholds

    /** Exercises whose thresholds can be changed here. */
    exercisesHere() {
      const own = store.recordings[store.item]?.exercises ?? [];
      return own.length ? own : [...store.exercises.keys()];
    },
    chooseExercise(id) {
      const exercise = store.exercises.get(id) ?? null;
      if (store.item !== null && !store.recordings[store.item].exercises.length && id) {
        store.chosen.set(store.item, id);
        store.set({ exercise: id });
      }
      const index = store.found?.sets.findIndex(set => set.exercise === id) ?? -1;
      if (index >= 0 && store.found.sets[store.chosenSet]?.exercise !== id) store.set({ chosenSet: index });
      store.set({ thresholdExercise: exercise, isChanged: isChanged(store) });
    },
    setThreshold(name, value) {
      const { id, thresholds } = store.thresholdExercise;
      const own = { ...store.values[id] };
      if (thresholds.find(field => field.name === name).start === value) delete own[name];
      else own[name] = value;
      store.set({ values: { ...store.values, [id]: own } });
      store.set({ isChanged: isChanged(store) });
    },
    resetThresholds() { actions.useThresholds(store.thresholdExercise.id, {}); },
    useThresholds(id, values) {
      const fields = store.exercises.get(id).thresholds;
      const own = Object.fromEntries(Object.entries(values).filter(([name, value]) =>
        fields.find(field => field.name === name)?.start !== value));
      store.set({ values: { ...store.values, [id]: own } });
      store.set({ isChanged: isChanged(store) });
    },
    showThreshold(name, exercise) {
      actions.chooseExercise(exercise);
      store.set({ highlight: name });
      queueMicrotask(() => document.getElementById(`threshold-${name}`)?.focus());
    },

    // What was found

    click(grip, time) {
      if (grip.kind === "movement") {
        store.set({ selected: { set: grip.set, movement: grip.movement }, label: null });
        actions.chooseSet(grip.set);
        document.getElementById("found").focus();
      } else if (grip.kind === "set") {
        if (store.chosenSet === grip.set) actions.zoomToSet(store.found.sets[grip.set]);
        actions.chooseSet(grip.set);
      }
      else store.set({ cursor: Math.min(store.seconds, Math.max(0, time)), selected: null, label: null });
    },
    zoomToSet({ start, end }) {
      const room = Math.max(2, (end - start) / 15);
      store.set({ view: { from: Math.max(0, start - room), to: Math.min(store.seconds, end + room) } });
    },
    chooseSet(index) {
      store.set({ chosenSet: index });
      const id = store.found?.sets[index]?.exercise;
      if (id && id !== store.thresholdExercise?.id) actions.chooseExercise(id);
    },
    /** Goes to the next movement that was found, or to the one before. */
    step(way) {
      const all = (store.found?.sets ?? []).flatMap((set, index) =>
        set.movements.map((movement, place) => ({ set: index, movement: place, time: movement.start })))
        .sort((a, b) => a.time - b.time);
      const now = all.findIndex(one =>
        one.set === store.selected?.set && one.movement === store.selected?.movement);
      const next = all[now < 0 ? (way > 0 ? all.findIndex(one => one.time >= store.cursor) : all.length - 1) : now + way];
      if (!next) return;
      store.set({
        selected: { set: next.set, movement: next.movement }, label: null, cursor: next.time,
        view: showing(store.view, next.time, store.seconds),
      });
      actions.chooseSet(next.set);
    },
    zoomToChosenSet() {
      const set = store.found?.sets[store.chosenSet];
      if (set && set.start !== null) actions.zoomToSet(set);
    },
    showWhole() { store.set({ view: whole(store.seconds) }); },
    async toggleRaw() {
      if (store.channels) { store.set({ channels: null }); return; }
      const { item } = store;
      const channels = await get(`recordings/${item}/channels`).catch(() => null);
      if (item === store.item) store.set({ channels });
    },

    // Labels

    /** What a label may be of. */
    labelExercises: label => [...new Set([label.exercise, ...actions.exercisesHere()])],
    drawLabel(from, to) {
      const about = (from + to) / 2;
      const sets = store.labels.filter(label => label.kind === "set")
        .concat((store.found?.sets ?? []).filter(set => set.start !== null));
      const near = sets.sort((a, b) => away(a, about) - away(b, about))[0];
      const id = store.thresholdExercise?.id;
      const of = near && actions.exercisesHere().includes(near.exercise) ? near : { exercise: id, side: null };
      if (!of.exercise) return;
      const kind = store.exercises.get(of.exercise)?.kind === "hold" ? "hold" : "rep";
      const label = {
        start: Math.max(0, from), end: Math.min(store.seconds, to), exercise: of.exercise,
        side: of.side ?? null, kind, count: null,
      };
      const labels = edits.drawn(store.labels, label);
      edit(labels, labels.find(other => store.labels.indexOf(other) < 0 && other.kind === kind));
      actions.chooseLabelAt((Math.max(from, to) + Math.min(from, to)) / 2, kind);
    },
    chooseLabelAt(time, kind) {
      const index = store.labels.findIndex(label =>
        label.kind === kind && label.start <= time && time <= label.end);
      store.set({ label: index < 0 ? null : index, selected: null });
    },
    beginDraft(isHeld) {
      store.set({ draft: { start: store.cursor, end: store.cursor, isHeld } });
    },
    endDraft() {
      const { start } = store.draft;
      store.set({ draft: null });
      actions.drawLabel(start, store.cursor);
    },
    changeLabel(changes) {
      if (!chosen()) return;
      const label = { ...chosen(), ...changes };
      if (label.end <= label.start) return;
      edit(edits.changed(store.labels, store.label, changes), label);
    },
    nudgeLabel(by) {
      const label = chosen();
      if (label) actions.changeLabel({ start: label.start + by, end: label.end + by });
    },
    /** Shows a label where the pointer has dragged it; `drop` makes it so. */
    dragLabel(grip, by) {
      grip.labels ??= store.labels;
      const label = grip.labels[grip.index];
      const start = grip.edge === "end" ? label.start : label.start + by;
      const end = grip.edge === "start" ? label.end : label.end + by;
      if (start < 0 || end > store.seconds + 0.5 || end - start < 0.05) return;
      grip.to = { start, end };
      store.set({ labels: grip.labels.map((other, place) => place === grip.index ? { ...other, ...grip.to } : other) });
    },
    /** Shows a label again where it was: another gesture has begun. */
    letGoLabel() { store.set({ labels: editor.now }); },
    dropLabel(grip) {
      if (!grip.to) return;
      const label = { ...grip.labels[grip.index], ...grip.to };
      // What was merged while it was dragged stays.
      const next = edits.changed(grip.labels, grip.index, grip.to);
      edit(edits.replayed(grip.labels, next, editor.now), label);
      actions.chooseLabelAt((label.start + label.end) / 2, label.kind);
    },
    splitLabel() { if (chosen()) edit(edits.split(store.labels, store.label, store.cursor)); },
    joinLabel() { if (chosen()) edit(edits.merged(store.labels, store.label)); },
    removeLabel() { if (chosen()) edit(edits.removed(store.labels, store.label)); },
    togglePartial() {
      const label = chosen();
      if (label && label.kind !== "set") actions.changeLabel({ count: label.count === 0 ? null : 0 });
    },
    stepLabel(way) {
      if (!store.labels.length) return;
      const next = store.label === null ? (way > 0 ? 0 : store.labels.length - 1) : store.label + way;
      const label = store.labels[next];
      if (label) {
        store.set({
          label: next, selected: null, cursor: label.start,
          view: showing(store.view, label.start, store.seconds),
        });
      }
    },
    takeFound() { if (store.found) edit(edits.taken(store.labels, store.found.labels)); },
    nothingDone() { editor.nothingDone(); },
    undo() { editor.undo(); },
    redo() { editor.redo(); },
    showKeys() { keys.showModal(); },
  };
  return actions;
}

const away = (set, time) => Math.max(set.start - time, time - set.end, 0);

/** True where some threshold of what is shown is not as at the start. */
function isChanged(store) {
  const id = store.thresholdExercise?.id;
  return Boolean(id && Object.keys(store.values[id] ?? {}).length);
}
