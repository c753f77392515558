// Two parameter files, or the JSON reports of two versions, side by side: which recordings differ,
// drawn one above the other.

import { post } from "./api.js";
import { button, html, setText, svg } from "./dom.js";
import { counted, duration, parted } from "./figures.js";
import { classOf, described, shape } from "./marks.js";

const WIDTH = 340, LANE = 14, LEFT = 16;

export function comparePanel(store, actions) {
  const pick = which => html("input", {
    type: "file", id: `compare-${which}`, accept: ".yaml,.yml,.json,.jsonl", onchange: () => run(),
  });
  const [a, b] = [pick("a"), pick("b")];
  const note = html("p", { class: "note", role: "status" });
  const result = html("div", { class: "comparison" });

  async function run() {
    const files = [a.files[0], b.files[0]];
    if (!files[0] || !files[1]) return;
    setText(note, "comparing …");
    result.replaceChildren();
    try {
      const texts = await Promise.all(files.map(file => file.text()));
      if (isReport(texts[0]) !== isReport(texts[1])) {
        throw new Error("One is a report and the other is none: choose two of a kind.");
      }
      const rows = isReport(texts[0]) ? reports(texts)
        : (await post("compare", {
          a: { name: files[0].name, text: texts[0] }, b: { name: files[1].name, text: texts[1] },
        })).rows;
      show(rows);
    } catch (error) { setText(note, error.message); }
  }

  function show(rows) {
    const different = rows.filter(row => row.error || row.only || differs(row));
    setText(note, different.length
      ? `${different.length} of ${counted(rows.length, "recording")} differ`
      : `No difference in ${counted(rows.length, "recording")}`);
    result.replaceChildren(...different.map(row => drawn(row, store, actions)));
  }

  return html("section", { "aria-labelledby": "compare-title" },
    html("h2", { id: "compare-title" }, "Compare"),
    html("p", { class: "hint" }, "Two parameter files (.yaml), or two reports of replay --format json."),
    html("div", { class: "row" }, html("label", { for: "compare-a" }, "A"), a),
    html("div", { class: "row" }, html("label", { for: "compare-b" }, "B"), b),
    note, result);
}

const isReport = text => text.trimStart().startsWith("{");

/** The sessions of a report by the names of their recordings, without the folder where that will do. */
function sessions(text) {
  const all = text.split("\n").filter(line => line.trim()).map(line => JSON.parse(line));
  if (!all.every(report => report.schema?.startsWith("motioncheck.report/"))) {
    throw new Error("That is no report of replay --format json.");
  }
  const names = all.map(report => report.recording && parted(report.recording).name);
  const isPlain = new Set(names).size === all.length;
  return new Map(all.map((report, index) => [isPlain ? names[index] : report.recording, report]));
}

/** The sessions of two reports, paired by their recordings. */
function reports(texts) {
  const [a, b] = texts.map(sessions);
  return [...new Set([...a.keys(), ...b.keys()])].map(file => {
    const [one, other] = [a.get(file), b.get(file)];
    return {
      file: file ?? "standard input", seconds: (one ?? other).quality.seconds, truth: null,
      a: one?.sets.map(listed) ?? [], b: other?.sets.map(listed) ?? [],
      only: one && other ? null : one ? "A" : "B",
    };
  });
}

/** A set of a report as the server lists one. */
function listed(set) {
  let number = 0;
  return {
    ...set, title: set.exercise,
    movements: set.reps.concat(set.holds).map(movement => ({
      ...movement, number: movement.counted ? ++number : null, words: movement.verdict,
    })),
  };
}

/** A count, a verdict, or an end that is moved by more than this is a difference, in seconds. */
const TOLERANCE_SECONDS = 0.05;

function differs({ a, b }) {
  if (a.length !== b.length) return true;
  return a.some((set, index) => {
    const [one, other] = [set.movements, b[index].movements];
    return set.count !== b[index].count || set.outcome !== b[index].outcome
      || one.length !== other.length
      || one.some((movement, place) => movement.verdict !== other[place].verdict
        || Math.abs(movement.start - other[place].start) > TOLERANCE_SECONDS
        || Math.abs(movement.end - other[place].end) > TOLERANCE_SECONDS);
  });
}

const total = sets => sets.reduce((sum, set) => sum + set.count, 0);

function drawn(row, store, actions) {
  const item = row.recording ?? store.recordings.findIndex(known =>
    known.file === row.file || parted(known.file).name === parted(row.file).name);
  const name = item >= 0
    ? button(row.file, () => actions.open(item), { class: "link" }) : html("span", {}, row.file);
  if (row.error) return html("div", {}, html("h3", {}, name), html("p", {}, row.error));
  const truth = row.truth === null ? "" : `, true ${row.truth}`;
  const lane = index => ({ top: index * (LANE + 6) + 2, height: LANE, middle: index * (LANE + 6) + 2 + LANE / 2 });
  const x = time => LEFT + time / row.seconds * (WIDTH - LEFT - 4);
  const lanes = [["A", row.a], ["B", row.b]].map(([letter, sets], index) => svg("g", {},
    svg("text", { x: 2, y: lane(index).middle + 4 }, letter),
    sets.flatMap(set => set.movements.map(movement => svg("g", { class: `movement ${classOf(movement)}` },
      svg("title", {}, described(movement, set.kind)),
      shape(classOf(movement), x(movement.start), x(movement.end), lane(index)))))));
  return html("div", {}, html("h3", {}, name),
    html("p", { class: "note" }, row.only ? `only in ${row.only}`
      : `A ${total(row.a)}, B ${total(row.b)}${truth}, ${duration(row.seconds)}`),
    svg("svg", {
      viewBox: `0 0 ${WIDTH} ${2 * (LANE + 6)}`, role: "img",
      "aria-label": `A counts ${total(row.a)}, B counts ${total(row.b)}${truth}`,
    }, lanes));
}
