// The search for thresholds from the page: its progress, what it came to, and the file to save.

import { get, post, remove } from "./api.js";
import { button, html, setText } from "./dom.js";
import { figure, withUnit } from "./figures.js";
import { takeCurves } from "./sensitivity.js";
import { valueOf } from "./thresholds.js";

const POLL_MILLISECONDS = 400;

export function tuningPanel(store, actions) {
  const candidates = html("input", {
    type: "number", id: "candidates", value: 300, min: 100, max: 5000, step: 50,
  });
  const begin = button("Search", () => start(), { id: "tune" });
  const stop = button("Stop", () => remove("tune").then(show, fail), { hidden: true });
  const bar = html("progress", { max: 1, value: 0, "aria-label": "Progress of the search", hidden: true });
  const note = html("p", { class: "note", role: "status" });
  const result = html("div", { class: "result" });
  const keep = button("Save thresholds", () => save(), { id: "save" });
  const kept = html("p", { class: "note", role: "status", id: "kept" });

  async function start() {
    const exercise = store.thresholdExercise;
    try {
      show(await post("tune", {
        exercise: exercise.id, values: store.values[exercise.id] ?? {},
        candidates: candidates.valueAsNumber || 300, seed: 1,
      }));
      setTimeout(poll, POLL_MILLISECONDS);
    } catch (error) { fail(error); }
  }

  async function poll() {
    try {
      const state = await get("tune");
      show(state);
      if (state.stage === "running" || state.stage === "stopping") setTimeout(poll, POLL_MILLISECONDS);
    } catch (error) { fail(error); }
  }

  const fail = error => { setText(note, error.message); };

  function show(state) {
    const isRunning = state.stage === "running" || state.stage === "stopping";
    begin.disabled = isRunning;
    stop.hidden = bar.hidden = !isRunning;
    stop.disabled = state.stage === "stopping";
    bar.value = state.share ?? 0;
    setText(note, state.stage === "stopping" ? "Ending with the best so far …"
      : isRunning ? `Searching ${store.exercises.get(state.exercise).title}: ${Math.round(state.share * 100)} %` : "");
    if (state.stage === "over") over(state);
  }

  function over(state) {
    const exercise = store.exercises.get(state.exercise);
    const values = Object.fromEntries(state.values);
    takeCurves(store, state);
    const differs = state.changed.length > 0;
    result.replaceChildren(
      html("p", { class: state.isRecommended ? "advice good" : "advice" }, state.advice),
      figures(state),
      ...(differs ? [
        html("ul", {}, state.changed.map(name => {
          const field = exercise.thresholds.find(field => field.name === name);
          return html("li", {}, html("code", {}, name),
            ` ${withUnit(field.start, field.unit)} → ${withUnit(values[name], field.unit)}`);
        })),
        button("Use these thresholds", () => actions.useThresholds(state.exercise, values), { id: "use" }),
      ] : []));
  }

  async function save() {
    const exercise = store.thresholdExercise;
    const values = Object.fromEntries(exercise.thresholds.map(field =>
      [field.name, valueOf(store, exercise, field)]));
    try {
      const { path } = await post("parameters", { exercise: exercise.id, values });
      setText(kept, `Saved to ${path}`);
    } catch (error) { setText(kept, error.message); }
  }

  // A search may have gone on, or be over, before this page was opened; what it says names an exercise.
  let isAsked = false;
  store.on(["exercises"], () => {
    if (isAsked || !store.exercises.size) return;
    isAsked = true;
    poll();
  });
  store.on(["thresholdExercise"], () => {
    setText(kept, "");
    keep.disabled = !store.thresholdExercise;
    begin.disabled = !store.thresholdExercise || !stop.hidden;
  });
  return html("section", { "aria-labelledby": "tune-title" },
    html("h2", { id: "tune-title" }, "Search"),
    html("p", { class: "hint" }, "Tries thresholds on all labelled recordings of the exercise, and "
      + "what is found on recordings that it did not see."),
    html("div", { class: "row" },
      html("label", { for: "candidates" }, "thresholds to try "), candidates, begin, stop),
    bar, note, result, html("div", { class: "row" }, keep), kept);
}

function figures(state) {
  const { before, found, heldOut } = state.figures;
  const rows = [["as before", before], ["found on all", found], [`held out, ${state.heldOutOf}`, heldOut]];
  return html("table", {},
    html("caption", {}, "How right the counts are"),
    html("thead", {}, html("tr", {}, ["thresholds", "exact", "within one", "mean error"].map(head =>
      html("th", { scope: "col" }, head)))),
    html("tbody", {}, rows.map(([name, score]) => html("tr", {},
      html("th", { scope: "row" }, name),
      ...(score ? [`${score.exact} of ${score.sets}`, `${score.withinOne} of ${score.sets}`,
        figure(score.meanError)] : ["–", "–", "–"]).map(text => html("td", {}, text))))));
}
