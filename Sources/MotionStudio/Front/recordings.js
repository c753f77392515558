// The list of recordings: which are labelled, and how right each is counted.

import { button, html, setText } from "./dom.js";
import { counted, parted } from "./figures.js";

export function recordingList(store, actions) {
  const list = html("ol", { class: "recordings" });
  const progress = html("progress", { max: 1, value: 0, "aria-label": "Recordings that are labelled" });
  const note = html("p", { class: "note" });
  const filter = html("input", {
    type: "search", id: "filter", placeholder: "Filter", "aria-label": "Filter recordings",
    oninput: () => show(),
  });
  const next = button("Next without labels", () => {
    const open = store.recordings.findIndex((recording, index) =>
      index > (store.item ?? -1) && !isLabelled(recording));
    const first = store.recordings.findIndex(recording => !isLabelled(recording));
    if (open >= 0 || first >= 0) actions.open(open >= 0 ? open : first);
  });
  let rows = [];

  function build() {
    rows = store.recordings.map((recording, index) => row(recording, index, actions));
    list.replaceChildren(...rows.map(row => row.element));
    filter.hidden = rows.length < 8;
    update();
  }

  function show() {
    const words = filter.value.toLowerCase();
    rows.forEach((row, index) => {
      const { file, subject, exercises } = store.recordings[index];
      const text = `${file} ${subject ?? ""} ${exercises.join(" ")}`.toLowerCase();
      row.element.hidden = !text.includes(words);
    });
  }

  function update() {
    const labelled = store.recordings.filter(isLabelled).length;
    progress.value = store.recordings.length ? labelled / store.recordings.length : 0;
    setText(note, `${labelled} of ${counted(store.recordings.length, "recording")} labelled`);
    next.disabled = labelled === store.recordings.length;
    const scores = new Map((store.score?.rows ?? []).map(row => [row.recording, row]));
    rows.forEach((row, index) => row.update(
      store.recordings[index], scores.get(index), index === store.item));
  }
  store.on(["recordings"], () => (rows.length === store.recordings.length ? update() : build()));
  store.on(["item", "score"], update);
  return [progress, note, next, filter, list];
}

const isLabelled = recording => recording.isNoted || recording.reps !== null;

function row(recording, index, actions) {
  const state = html("span", { class: "state", "aria-hidden": "true" });
  const words = html("span", { class: "words" });
  const { name, folder } = parted(recording.file);
  const choose = html("button", {
    type: "button", class: "recording", title: recording.file, onclick: () => actions.open(index),
  }, state, html("span", { class: "name" }, name),
  html("span", { class: "who" },
    [folder, recording.subject, recording.isProgram ? "whole session" : recording.exercises[0]]
      .filter(Boolean).join(" · ")), words);
  const element = html("li", {}, choose);

  function update(recording, score, isOpen) {
    const [sign, meaning] = recording.events ? ["●", "labelled"]
      : isLabelled(recording) ? ["◐", "counted, not labelled one by one"] : ["○", "not labelled"];
    setText(state, sign);
    if (isOpen) choose.setAttribute("aria-current", "true");
    else choose.removeAttribute("aria-current");
    const error = score ? score.after - score.truth : null;
    const result = !score ? meaning
      : score.error ? "cannot be read"
        : error === 0 ? `${score.after} counted, right`
          : `${score.after} counted, ${score.truth} true`;
    setText(words, result);
    words.className = `words ${!score ? "" : score.error || error !== 0 ? "wrong" : "right"}`;
    element.className = score?.change ?? "";
  }
  return { element, update };
}
