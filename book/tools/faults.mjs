// The faults found in one build. A fault is one line: place, what is wrong, what to do about it.
export class Faults {
  #lines = new Set();

  // place: "file:line" or "file"
  add(place, what, remedy) {
    this.#lines.add(`${place}: ${what}; ${remedy}`);
  }

  get lines() {
    return [...this.#lines];
  }
}
