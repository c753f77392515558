// What is known of the chosen movement: its measures, and the threshold that decided.

import { button, html, renew } from "./dom.js";
import { clock, figure, sentence, withUnit } from "./figures.js";

export function details(store, actions) {
  const place = html("section", { class: "details", "aria-live": "polite", "aria-label": "Chosen movement" });
  store.on(["selected", "found", "label", "labels"], () => {
    renew(place, content(store, actions));
  });
  return place;
}

function content(store, actions) {
  if (store.label !== null && store.labels[store.label]) return labelFields(store, actions);
  const set = store.found?.sets[store.selected?.set];
  const movement = set?.movements[store.selected?.movement];
  if (!movement) {
    return [html("p", { class: "hint" },
      "Choose a movement to see why it was counted or not; draw in the lane of labels to label one.")];
  }
  const name = movement.number ? `${set.kind === "hold" ? "Hold" : "Rep"} ${movement.number}` : "Movement";
  const facts = [
    ["from", clock(movement.start, 2)], ["to", clock(movement.end, 2)],
    [set.kind === "hold" ? "held" : "took", `${figure(movement.end - movement.start)} s`],
    movement.rangeDegrees === null ? null : ["turned", withUnit(Math.round(movement.rangeDegrees), "degrees")],
  ].filter(Boolean);
  return [
    html("h3", {}, `${name}: ${movement.words ?? "looked at, not listed"}`),
    html("dl", {}, facts.map(([term, value]) => html("div", {}, html("dt", {}, term), html("dd", {}, value)))),
    html("p", {}, reason(movement), movement.threshold ? [" ", button(
      `Show ${movement.threshold}`, () => actions.showThreshold(movement.threshold, set.exercise),
      { class: "link" })] : null),
    movement.measures.length ? measures(movement, set, actions) : null,
  ].filter(Boolean);
}

function reason(movement) {
  const parts = [movement.reason, movement.decided === "passes" ? "passes every limit" : movement.decided];
  const text = parts.filter(Boolean).join("; ");
  return text ? `${sentence(text)}.` : "";
}

function measures(movement, set, actions) {
  return html("table", {},
    html("caption", {}, "What was measured, and what it was compared with"),
    html("thead", {}, html("tr", {}, ["measure", "value", "from", "to"].map(head =>
      html("th", { scope: "col" }, head)))),
    html("tbody", {}, movement.measures.map(measure => html("tr", { class: measure.met ? "" : "missed" },
      html("th", { scope: "row" }, measure.name, measure.met ? "" : " ✗"),
      html("td", {}, withUnit(measure.value, measure.unit)),
      limit(measure.low, measure.lower, set, actions),
      limit(measure.high, measure.upper, set, actions)))));
}

const limit = (value, threshold, set, actions) => html("td", {},
  value === null ? "–" : figure(value),
  threshold ? [" ", button(broken(threshold), () => actions.showThreshold(threshold, set.exercise), { class: "link" })] : null);

/** A name that may be broken where its words meet. */
const broken = name => name.split(/(?=[A-Z])/).flatMap(word => [html("wbr"), word]).slice(1);

function labelFields(store, actions) {
  const label = store.labels[store.label];
  const name = { set: "Set", rep: "Repetition", hold: "Hold" }[label.kind];
  const time = member => html("label", {}, member, " ", html("input", {
    id: `label-${member}`, type: "number", step: "0.01", min: 0, value: label[member].toFixed(2),
    onchange: event => Number.isFinite(event.target.valueAsNumber)
      && actions.changeLabel({ [member]: event.target.valueAsNumber }),
  }), " s");
  const exercise = html("label", {}, "exercise ", html("select", {
    id: "label-exercise",
    onchange: event => actions.changeLabel({ exercise: event.target.value }),
  }, actions.labelExercises(label).map(id =>
    html("option", { value: id, selected: id === label.exercise }, store.exercises.get(id)?.title ?? id))));
  const side = html("label", {}, "side ", html("select", {
    id: "label-side",
    onchange: event => actions.changeLabel({ side: event.target.value || null }),
  }, ["", "left", "right"].map(side =>
    html("option", { value: side, selected: (label.side ?? "") === side }, side || "–"))));
  const counts = label.kind === "set"
    ? html("label", {}, "count ", html("input", {
      id: "label-count", type: "number", min: 0, step: 1, value: label.count ?? "",
      onchange: event => actions.changeLabel({
        count: event.target.value === "" ? null : Math.max(0, Math.round(event.target.valueAsNumber)),
      }),
    }))
    : html("label", {}, html("input", {
      id: "label-partial", type: "checkbox", checked: label.count === 0,
      onchange: event => actions.changeLabel({ count: event.target.checked ? 0 : null }),
    }), " partial or too short, not to be counted");
  return [
    html("h3", {}, `Label: ${name.toLowerCase()}`),
    html("div", { class: "row" }, time("start"), time("end"), exercise, side, counts),
  ];
}
