// The studio: a list of recordings, the signal of the one that is open, and the thresholds.

import { actionsOf } from "./actions.js";
import { get } from "./api.js";
import { comparePanel } from "./compare.js";
import { details } from "./details.js";
import { detector } from "./detector.js";
import { html, setText } from "./dom.js";
import { conflictPanel, LabelEditor } from "./editor.js";
import { figure, sentence } from "./figures.js";
import { keyboard, keyList } from "./keys.js";
import { Player } from "./player.js";
import { recordingList } from "./recordings.js";
import { scorePanel, scorer } from "./score.js";
import { Store } from "./store.js";
import { thresholds } from "./thresholds.js";
import { timeline } from "./timeline.js";
import { legend, toolbar } from "./toolbar.js";
import { tuningPanel } from "./tuning.js";
import { whole } from "./view.js";

const store = new Store({
  recordings: [], exercises: new Map(), chosen: new Map(), item: null, opened: null, seconds: 1,
  view: whole(1), cursor: 0, isPlaying: false,
  exercise: null, thresholdExercise: null, values: {}, answered: null, isChanged: false, highlight: null,
  found: null, before: null, selected: null, chosenSet: 0, channels: null, problem: null,
  labels: [], label: null, draft: null, canUndo: false, canRedo: false, saving: "", savedLabels: 0,
  conflict: null, score: null, sensitivity: new Map(), measuring: null, latency: null, scoreLatency: null,
});
const part = id => document.getElementById(id);
const editor = new LabelEditor(store);
const player = new Player(store);
const keys = keyList();
const actions = actionsOf(store, editor, player, keys);

detector(store);
scorer(store);
keyboard(store, actions, player);
document.body.append(keys);
part("help").addEventListener("click", () => actions.showKeys());
part("recordings").append(...recordingList(store, actions));
part("signal").append(
  html("p", { id: "facts" }), html("p", { id: "problem", role: "alert" }), conflictPanel(store, editor),
  toolbar(store, actions, player), timeline(store, actions), legend(), details(store, actions));
part("tools").append(
  scorePanel(store, actions), thresholds(store, actions), tuningPanel(store, actions),
  comparePanel(store, actions));

store.on(["item", "recordings"], () => setText(
  part("signal-title"), store.recordings[store.item]?.file ?? "Signal"));
store.on(["problem"], () => setText(part("problem"), store.problem ?? ""));
store.on(["opened", "found", "exercise"], () => setText(part("facts"), facts()));
store.on(["found", "labels", "before"], () => setText(part("status"), summary()));

/** What is known of the recording. */
function facts() {
  const { opened, found } = store;
  if (!opened) return "";
  const rate = found?.rate ? `${figure(Math.round(found.rate))} samples a second` : null;
  const gyroscope = found ? (found.hasGyroscope ? "gyroscope" : "no gyroscope") : null;
  const open = store.recordings[store.item].exercises.length || store.exercise ? null
    : "Nothing says what was done here: choose the exercise under Thresholds";
  return [open, opened.device, opened.placement, rate, gyroscope, ...opened.notices, ...(found?.warnings ?? [])]
    .filter(Boolean).map(sentence).join(" · ");
}

/** What is counted, beside what was counted before and what is labelled. */
function summary() {
  if (!store.found) return "";
  const total = found => found.sets.reduce((sum, set) => sum + set.count, 0);
  const now = total(store.found);
  const old = store.before ? total(store.before) : now;
  const labelled = store.labels.filter(label => label.kind === "set")
    .reduce((sum, set) => sum + (set.count ?? 0), 0);
  return [`${now} counted`, old !== now ? `${old} before` : null,
    store.labels.length ? `${labelled} labelled` : "no labels"].filter(Boolean).join(", ");
}

const overview = await get("studio").catch(error => {
  store.set({ problem: error.message });
  return null;
});
if (overview) {
  document.title = `${overview.title} – motioncheck studio`;
  setText(part("opened"), overview.title);
  store.set({
    recordings: overview.recordings,
    exercises: new Map(overview.exercises.map(exercise => [exercise.id, exercise])),
  });
  const wanted = Number.parseInt(location.hash.slice(1), 10);
  if (overview.recordings.length) actions.open(overview.recordings[wanted] ? wanted : 0);
}
// For measurements and tests from outside.
globalThis.studio = store;
