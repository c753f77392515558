// Undo and redo: the states of one thing, each kept whole.

export class History {
  #past = [];
  #future = [];

  constructor(now) { this.now = now; }

  get canUndo() { return this.#past.length > 0; }
  get canRedo() { return this.#future.length > 0; }

  /** Goes on to another state. */
  push(next) {
    if (next === this.now) return;
    this.#past.push(this.now);
    this.#future = [];
    this.now = next;
  }

  undo() {
    if (!this.canUndo) return;
    this.#future.push(this.now);
    this.now = this.#past.pop();
  }

  redo() {
    if (!this.canRedo) return;
    this.#past.push(this.now);
    this.now = this.#future.pop();
  }
}
