// Editing labels: every edit can be undone, and is saved by itself beside the recording. What
// another program wrote meanwhile is merged by the server; where both changed the same label, the
// person decides.

import { get, put } from "./api.js";
import { html, button } from "./dom.js";
import { History } from "./history.js";
import * as edits from "./labels.js";

const REST_MILLISECONDS = 500;

export class LabelEditor {
  #histories = new Map();
  #history = null;
  /** The state of the file that was last seen, and its labels. */
  #base = null;
  #timer = 0;
  #isSaving = false;

  constructor(store) {
    this.store = store;
    addEventListener("focus", () => this.#refresh());
    addEventListener("beforeunload", event => { if (this.#isOpen) event.preventDefault(); });
  }

  /** Begins with the labels of a recording. */
  begin(item, state) {
    this.#base = state;
    this.#history = this.#histories.get(item) ?? new History(state.labels);
    if (!edits.areEqual(this.#history.now, state.labels)) this.#history.push(state.labels);
    this.#histories.set(item, this.#history);
    this.store.set({ labels: this.#history.now, label: null, saving: "" });
    this.#tell();
  }

  /** The labels as they are, whatever is being dragged. */
  get now() { return this.#history?.now ?? []; }
  get canUndo() { return this.#history?.canUndo ?? false; }
  get canRedo() { return this.#history?.canRedo ?? false; }
  get #isOpen() { return this.#base !== null && !edits.areEqual(this.now, this.#base.labels); }

  /** Takes other labels; `label` is the one that is chosen then. */
  take(labels, label = null) {
    if (!edits.areEqual(labels, this.now)) this.#history.push(labels);
    labels = this.now;
    const index = label === null ? -1 : edits.indexOf(labels, label);
    this.#show(index < 0 ? null : index);
  }

  undo() { this.#history.undo(); this.#show(null); }
  redo() { this.#history.redo(); this.#show(null); }

  /** Saves what is open before another recording is opened. */
  async leave() {
    clearTimeout(this.#timer);
    if (this.#isOpen) await this.save();
  }

  /** Writes the labels; `more` holds how, where that is not the usual way. */
  async save(more = {}) {
    clearTimeout(this.#timer);
    if (this.#isSaving || this.store.item === null) return;
    this.#isSaving = true;
    const { item } = this.store;
    const sent = this.now;
    this.store.set({ saving: "saving …" });
    try {
      const { saved, listed } = await put(`recordings/${item}/labels`, {
        state: this.#base.state, labels: sent, ...more,
      });
      if (item === this.store.item) this.#saved(saved, sent);
      this.store.set({
        recordings: this.store.recordings.with(item, listed),
        savedLabels: (this.store.savedLabels ?? 0) + 1,
      });
    } catch (error) {
      if (item === this.store.item) this.#failed(error);
    }
    this.#isSaving = false;
    if (item === this.store.item && this.#isOpen && this.store.conflict === null
      && !this.store.saving.startsWith("Not")) this.#later();
  }

  /** Notes that nothing was done in the recording. */
  nothingDone() {
    this.#history.push([]);
    this.#show(null);
    this.save({ nothingDone: true });
  }

  #saved(saved, sent) {
    const isMerged = !edits.areEqual(saved.labels, sent);
    this.#base = saved;
    if (isMerged) {
      const now = edits.replayed(sent, this.now, saved.labels);
      this.#history.push(now);
      this.store.set({ labels: now, label: null });
    }
    this.store.set({
      saving: isMerged ? "saved, with what another program had written" : "saved", conflict: null,
    });
    this.#tell();
  }

  #failed(error) {
    if (error.status === 409 && error.answer.theirs) {
      this.store.set({ saving: "Not saved yet", conflict: error.answer });
    } else {
      this.store.set({ saving: `Not saved: ${error.message.replace(/^Not saved: /, "")}` });
    }
  }

  /** Ends a conflict: with the labels here, or with those of the other program. */
  async resolve(isMine) {
    const { theirs } = this.store.conflict;
    this.#base = theirs;
    this.store.set({ conflict: null });
    if (isMine) await this.save({ force: true });
    else { this.#history.push(theirs.labels); this.#show(null); }
  }

  #show(label) {
    this.store.set({ labels: this.#history.now, label });
    this.#tell();
    if (this.#isOpen) this.#later();
  }

  #later() {
    this.store.set({ saving: "not saved yet" });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), REST_MILLISECONDS);
  }

  /** Looks whether another program has written the file. */
  async #refresh() {
    const { item } = this.store;
    if (item === null || this.#isOpen || this.#isSaving) return;
    const state = await get(`recordings/${item}/labels`).catch(() => null);
    if (!state || item !== this.store.item || this.#isOpen) return;
    if (!edits.areEqual(state.labels, this.#base.labels)) {
      this.#history.push(state.labels);
      this.store.set({ labels: state.labels, label: null, saving: "read again: another program wrote" });
    }
    this.#base = state;
    this.#tell();
  }

  #tell() { this.store.set({ canUndo: this.canUndo, canRedo: this.canRedo }); }
}

/** What is asked where two have changed the same label. */
export function conflictPanel(store, editor) {
  const place = html("div", { class: "conflict", role: "alert", hidden: true });
  store.on(["conflict"], () => {
    place.hidden = store.conflict === null;
    if (place.hidden) return;
    const count = store.conflict.conflicts.length;
    place.replaceChildren(
      html("p", {}, `Another program changed ${count === 1 ? "a label" : `${count} labels`} that you `
        + "changed, too. Nothing was written yet."),
      button("Keep mine", () => editor.resolve(true)),
      button("Take theirs", () => editor.resolve(false)));
  });
  return place;
}
