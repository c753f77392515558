// How right the counts of all recordings of an exercise are, before and now.

import { post } from "./api.js";
import { button, html, renew, setText } from "./dom.js";
import { counted } from "./figures.js";

const PAGE = Math.random().toString(36).slice(2);
const MOST_LISTED = 12;

/**
 * Keeps the score as the thresholds and labels are; a newer question ends an older one. What is
 * found in the recording that is shown comes first.
 */
export function scorer(store) {
  let request = 0;

  async function ask() {
    const exercise = store.thresholdExercise;
    if (!exercise) return;
    const own = ++request;
    const began = performance.now();
    try {
      const answer = await post("score", {
        exercise: exercise.id, values: store.values[exercise.id] ?? {}, page: PAGE, request: own,
      });
      if (own !== request || answer.isOutdated) return;
      store.set({
        score: { ...answer.score, exercise: exercise.id },
        scoreLatency: { milliseconds: answer.milliseconds, roundTrip: performance.now() - began },
      });
      // Recordings that are read for the first time come in parts.
      if (answer.score.known < answer.score.asked) setTimeout(() => own === request && ask(), 50);
    } catch (error) {
      if (own === request) store.set({ problem: error.message });
    }
  }
  store.on(["thresholdExercise", "answered", "savedLabels"], ask);
}

export function scorePanel(store, actions) {
  const body = html("tbody");
  const note = html("p", { class: "note" });
  const lists = html("div", { class: "changes" });
  const table = html("table", {},
    html("caption", {}, "All labelled recordings of the exercise"),
    html("thead", {}, html("tr", {}, ["", "before", "now"].map(head =>
      head ? html("th", { scope: "col" }, head) : html("td")))), body);

  store.on(["score", "isChanged"], () => {
    const score = store.score;
    if (!score) return;
    const { before, after } = score;
    const rows = [
      ["exact", of(before, "exact"), of(after, "exact"), after.exact - before.exact],
      ["within one", of(before, "withinOne"), of(after, "withinOne"), after.withinOne - before.withinOne],
      ["mean error", fixed(before.meanError), fixed(after.meanError), (before.meanError ?? 0) - (after.meanError ?? 0)],
    ];
    body.replaceChildren(...rows.map(([name, old, now, gain]) => html("tr", {},
      html("th", { scope: "row" }, name), html("td", {}, old),
      html("td", { class: gain > 1e-9 ? "better" : gain < -1e-9 ? "worse" : "" }, now))));
    setText(note, score.known < score.asked
      ? `reading ${score.known} of ${counted(score.asked, "recording")} …`
      : before.sets === 0 ? "No recording of this exercise is labelled yet." : "");
    table.hidden = before.sets === 0;
    renew(lists, changes(store, actions));
  });
  return html("section", { class: "score", "aria-labelledby": "score-title" },
    html("h2", { id: "score-title" }, "Score"), table, note, lists);
}

const of = (score, name) => score.sets ? `${score[name]} of ${score.sets}` : "–";
const fixed = value => value === null ? "–" : value.toFixed(2);

/** Who got better, and who worse. */
function changes(store, actions) {
  return ["better", "worse"].map(change => {
    const rows = store.score.rows.filter(row => row.change === change);
    if (!rows.length) return null;
    const items = rows.slice(0, MOST_LISTED).map(row => html("li", {},
      button(store.recordings[row.recording].file, () => actions.open(row.recording), { class: "link" }),
      ` ${row.before} → ${row.after}, true ${row.truth}`
        + (row.before === row.after ? `; its events fit ${change}` : "")));
    const more = rows.length - items.length;
    return html("div", {},
      html("h3", { class: change }, `${rows.length} ${change}`),
      html("ul", {}, items, more > 0 ? html("li", {}, `and ${more} more`) : null));
  }).filter(Boolean);
}
