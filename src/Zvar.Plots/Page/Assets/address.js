// @ts-check
// What the reader has set, and its form in the address, so that a link brings it back.

/**
 * What the reader has set. A page of folds has no quantity and shows no limits, one of light curves has no period.
 * @typedef {object} State
 * @property {number} object its place in the page
 * @property {string[]} bands
 * @property {boolean} errors
 * @property {"band" | "time"} color
 * @property {number} period in days
 * @property {number} base the period that the slider is about
 * @property {number} chosen the period that reset returns to
 * @property {number} bins
 * @property {"mean" | "median"} statistic
 * @property {number} cycles how often the phase is shown
 * @property {Zero} zero
 * @property {"mag" | "flux"} quantity
 * @property {string[]} methods of the periodogram that are shown; none for all of them
 * @property {boolean} limits whether non-detections are shown
 */

/** @param {ZvarObject} object @param {number} index its place in the page @param {Kind} kind @returns {State} */
function startingState(object, index, kind) {
  return /** @type {State} */ (
    { object: index, bands: [...object.view.bands], errors: true, color: "band", methods: [], ...kind.start(object, index) });
}

/**
 * How an address names an object: by its psid where that is its alone.
 * @param {Objects} objects @param {number} index @returns {Record<string, string>}
 */
function nameInAddress(objects, index) {
  const { psid } = objects.entries[index];
  return psid && !objects.shared.has(psid) ? { psid } : { object: String(index + 1) };
}

/** The place of the object that an address names. @param {Objects} objects @param {string} hash */
function findInAddress(objects, hash) {
  const said = wordsOf(hash);
  const index = said.has("psid")
    ? objects.places.get(said.get("psid") ?? "") ?? 0
    : Number(said.get("object")) - 1;
  return objects.entries[index] ? index : 0;
}

/** @param {string} hash */
function wordsOf(hash) {
  return new URLSearchParams(hash.replace(/^#/, ""));
}

/** @param {State} state @param {Objects} objects @param {Kind} kind */
function writeHash(state, objects, kind) {
  return "#" + new URLSearchParams({
    ...nameInAddress(objects, state.object),
    ...kind.write(state),
    bands: state.bands.join(" "),
    errors: state.errors ? "1" : "0",
    color: state.color,
  });
}

/**
 * The state of an address; what it does not say, or says wrongly, is as the page starts.
 * @param {string} hash @param {ZvarObject} object the one it names @param {number} index @param {Kind} kind
 * @returns {State}
 */
function readHash(hash, object, index, kind) {
  const said = wordsOf(hash);
  const state = startingState(object, index, kind);
  kind.read(said, state, object);
  if (said.has("bands")) {
    const bands = (said.get("bands") ?? "").split(" ");
    state.bands = object.bands.filter(band => bands.includes(band));
  }

  if (said.get("errors") === "0") {
    state.errors = false;
  }

  if (said.get("color") === "time") {
    state.color = "time";
  }

  return state;
}
