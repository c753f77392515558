// A slider for every threshold of an exercise, with its unit, usual value and allowed range.

import { curve } from "./curveChart.js";
import { button, html, setText } from "./dom.js";
import { figure, rounded, withUnit } from "./figures.js";
import { curveOf, measureCurve } from "./sensitivity.js";

const STEPS = 1000;

const toPosition = (field, value) => STEPS * (field.isLogarithmic
  ? Math.log(value / field.low) / Math.log(field.high / field.low)
  : (value - field.low) / (field.high - field.low));

const toValue = (field, position) => {
  const share = position / STEPS;
  const value = field.isLogarithmic
    ? field.low * (field.high / field.low) ** share
    : field.low + share * (field.high - field.low);
  return Math.min(field.high, Math.max(field.low, rounded(value)));
};

/** The value of a threshold as the page has it. */
export const valueOf = (store, exercise, field) =>
  store.values[exercise.id]?.[field.name] ?? field.start;

export function thresholds(store, actions) {
  const fields = html("div", { class: "fields" });
  const reset = button("Back to the start", () => actions.resetThresholds());
  const choice = html("select", {
    id: "exercise", onchange: event => actions.chooseExercise(event.target.value),
  });
  let shown = null;
  let rows = [];

  function build() {
    const exercise = store.thresholdExercise;
    const ids = actions.exercisesHere();
    const options = `${ids.join()} ${exercise?.id}`;
    if (choice.dataset.options !== options) {
      choice.dataset.options = options;
      const open = exercise ? [] : [html("option", { value: "", selected: true }, "choose …")];
      choice.replaceChildren(...open, ...ids.map(id => html("option", {
        value: id, selected: id === exercise?.id,
      }, store.exercises.get(id).title)));
      choice.disabled = ids.length < 2;
    }
    if (shown !== exercise?.id) {
      shown = exercise?.id;
      rows = (exercise?.thresholds ?? []).map(field => row(store, actions, exercise, field));
      fields.replaceChildren(...rows.map(row => row.element));
    }
    for (const row of rows) row.update();
    reset.disabled = !store.isChanged;
  }
  store.on(["thresholdExercise", "values", "sensitivity", "item", "exercises", "highlight",
    "measuring", "savedLabels"], build);
  return html("section", { "aria-labelledby": "thresholds-title" },
    html("div", { class: "head" }, html("h2", { id: "thresholds-title" }, "Thresholds"), reset),
    html("label", { class: "choice", for: "exercise" }, "of the exercise ", choice), fields);
}

function row(store, actions, exercise, field) {
  const id = `threshold-${field.name}`;
  const slider = html("input", {
    type: "range", id, min: 0, max: STEPS, step: 1, "aria-describedby": `${id}-note`,
    oninput: event => actions.setThreshold(field.name, toValue(field, Number(event.target.value))),
    onkeydown: event => step(event),
  });
  const number = html("input", {
    type: "number", id: `${id}-figure`, min: field.low, max: field.high, step: "any",
    "aria-label": `${field.name}, ${field.unit || "share"}`,
    onchange: event => {
      const value = event.target.valueAsNumber;
      if (value >= field.low && value <= field.high) actions.setThreshold(field.name, value);
      else update();
    },
  });
  const band = html("div", { class: "band", "aria-hidden": "true" });
  const note = html("p", { id: `${id}-note`, class: "note" });
  const chart = html("div", { class: "chart" });
  const measure = button("Curve", () => measureCurve(store, exercise, field.name), { class: "link" });
  const back = button("↺", () => actions.setThreshold(field.name, field.start), {
    "aria-label": `${field.name} back to ${figure(field.start)}`, class: "back",
  });
  const element = html("div", { class: "field", "data-threshold": field.name },
    html("label", { for: id }, html("code", {}, field.name), " ",
      html("span", { class: "summary" }, field.summary)),
    html("div", { class: "value" }, html("div", { class: "track" }, band, slider), number,
      html("span", { class: "unit" }, unit(field)), back),
    html("div", { class: "about" }, note, field.isSearched ? measure : null), chart);

  /** One step of the keyboard is a hundredth of the range, with Shift a thousandth. */
  function step(event) {
    const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (!way) return;
    event.preventDefault();
    const position = toPosition(field, valueOf(store, exercise, field));
    const next = toValue(field, position + way * (event.shiftKey ? 1 : 10));
    actions.setThreshold(field.name, next);
  }

  function update() {
    const value = valueOf(store, exercise, field);
    slider.value = toPosition(field, value);
    slider.setAttribute("aria-valuetext", `${figure(value)} ${field.unit || "share"}`);
    if (document.activeElement !== number || number.valueAsNumber !== value) {
      number.value = figure(value);
    }
    const isChanged = value !== field.start;
    element.classList.toggle("changed", isChanged);
    element.classList.toggle("decided", store.highlight === field.name);
    back.hidden = !isChanged;
    const known = curveOf(store, exercise, field.name);
    setText(note, words(field, known));
    placeBand(band, field, known);
    updateMeasure(known);
    const drawn = known ? `${known.basis} ${known.value} ${known.isOld} ${value}` : "";
    if (chart.dataset.drawn !== drawn) {
      chart.dataset.drawn = drawn;
      chart.replaceChildren(...(known ? [curve(known, value, field)] : []));
    }
  }

  /** What the button would do, and whether it is at it. */
  function updateMeasure(known) {
    const isMeasuring = store.measuring === field.name;
    measure.hidden = known !== null && !known.isOld;
    setText(measure, isMeasuring ? "measuring …" : known ? "Curve anew" : "Curve");
    measure.setAttribute("aria-label", `${measure.textContent}: score over ${field.name}`);
    measure.setAttribute("aria-busy", String(isMeasuring));
  }
  return { element, update };
}

const unit = field => field.unit === "degrees" ? "°" : field.unit || "share";

function words(field, known) {
  const parts = [
    `usually ${withUnit(field.usual, field.unit)}`,
    field.start === field.usual ? null : `here ${withUnit(field.start, field.unit)}`,
    `allowed ${figure(field.low)} to ${withUnit(field.high, field.unit)}`,
    known ? `harmless from ${figure(known.steadyLow)} to ${withUnit(known.steadyHigh, field.unit)}` : null,
    known?.isOld ? "measured before other thresholds or labels changed" : null,
  ];
  return parts.filter(Boolean).join(" · ");
}

/** Where the search found that nothing gets worse. */
function placeBand(band, field, known) {
  band.hidden = !known;
  if (!known) return;
  const [from, to] = [known.steadyLow, known.steadyHigh].map(value => toPosition(field, value) / STEPS);
  band.style.left = `${from * 100}%`;
  band.style.width = `${Math.max(0.5, (to - from) * 100)}%`;
}
