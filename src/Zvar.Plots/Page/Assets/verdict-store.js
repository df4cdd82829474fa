// @ts-check
// Where the verdicts of this page are kept: in the browser's storage, under the identity of the page's stars, a place
// for each star, so that a key writes little however many have been given.

/**
 * What is kept of a star: its verdict, null for none, the number of the change that made it so, and what was there
 * before, which undo brings back. What came with the page or from a file is no change.
 * @typedef {object} Kept
 * @property {Verdict | null} verdict
 * @property {number} change
 * @property {Kept | null} before
 */

class VerdictStore {
  /** @param {string} identity */
  constructor(identity) {
    this.prefix = `zvarps ${identity} `;
    /** @type {Map<string, Kept>} */
    this.kept = new Map();
    /** Why the browser keeps nothing; empty where it does. */
    this.refusal = "";
    this.storage = this.open();
  }

  /** @returns {Storage | null} */
  open() {
    try {
      const storage = window.localStorage;
      const probe = `${this.prefix}probe`;
      storage.setItem(probe, "");
      storage.removeItem(probe);
      for (let i = 0; i < storage.length; i++) {
        const name = storage.key(i) ?? "";
        this.take(name, storage.getItem(name));
      }

      return storage;
    } catch {
      this.refusal = "This browser keeps nothing for this page: save the verdicts before you close it.";
      return null;
    }
  }

  /** Takes what lies under a name of the storage, if it is a star's. @param {string} name @param {string | null} text */
  take(name, text) {
    if (!name.startsWith(this.prefix)) {
      return false;
    }

    const star = name.slice(this.prefix.length);
    const kept = readKept(text);
    if (kept) {
      this.kept.set(star, kept);
    } else {
      this.kept.delete(star);
    }

    return true;
  }

  /** @param {string} star */
  get(star) {
    return this.kept.get(star)?.verdict ?? null;
  }

  /** Gives a star a verdict. @param {string} star @param {Verdict | null} verdict */
  give(star, verdict) {
    this.put(star, { verdict, change: this.lastChange + 1, before: this.kept.get(star) ?? null });
  }

  /** Takes up a verdict that was given elsewhere, unless there is a later one. @param {StarVerdict} given */
  takeUp({ star, verdict }) {
    const there = this.get(star);
    if (!there || there.time < verdict.time) {
      this.put(star, { verdict, change: 0, before: null });
    }
  }

  /** Takes the last change back. @returns {string | null} the star that it was made to */
  undo() {
    const last = this.lastChange;
    const star = last > 0 && [...this.kept].find(([, { change }]) => change === last)?.[0];
    if (!star) {
      return null;
    }

    this.put(star, this.kept.get(star)?.before ?? null);
    return star;
  }

  get lastChange() {
    let last = 0;
    for (const { change } of this.kept.values()) {
      last = Math.max(last, change);
    }

    return last;
  }

  /** @param {string} star @param {Kept | null} kept */
  put(star, kept) {
    if (kept) {
      this.kept.set(star, kept);
    } else {
      this.kept.delete(star);
    }

    try {
      if (kept) {
        this.storage?.setItem(this.prefix + star, JSON.stringify(kept));
      } else {
        this.storage?.removeItem(this.prefix + star);
      }
    } catch {
      this.refusal = "The browser's storage is full: save the verdicts before you close this page.";
    }
  }
}

/** What somebody else may have written is no verdict. @param {string | null} text @returns {Kept | null} */
function readKept(text) {
  try {
    const kept = JSON.parse(text ?? "null");
    return typeof kept?.change === "number" ? kept : null;
  } catch {
    return null;
  }
}
