// The one state of the page. Parts of the page read it, change it by `set`, and are called back
// once for all changes of a moment.

export class Store {
  #listeners = [];
  #changed = new Set();

  constructor(state) { Object.assign(this, state); }

  /** Changes members of the state. */
  set(changes) {
    for (const [name, value] of Object.entries(changes)) {
      if (this[name] === value) continue;
      this[name] = value;
      if (this.#changed.size === 0) queueMicrotask(() => this.#report());
      this.#changed.add(name);
    }
  }

  /** Calls back after any of these members has changed. */
  on(names, listener) { this.#listeners.push({ names, listener }); }

  #report() {
    const changed = this.#changed;
    this.#changed = new Set();
    for (const { names, listener } of this.#listeners) {
      if (names.some(name => changed.has(name))) listener();
    }
  }
}
