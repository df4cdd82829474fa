// @ts-check
// What the reader has set, and its form in the address, so that a link brings it back.

const maxBins = 1000;

/**
 * @typedef {object} State
 * @property {number} star its place in the page
 * @property {number} period in days
 * @property {number} base the period that the slider is about
 * @property {number} chosen the period that reset returns to
 * @property {number} bins
 * @property {"mean" | "median"} statistic
 * @property {number} cycles how often the phase is shown
 * @property {Zero} zero
 * @property {string[]} bands
 * @property {boolean} errors
 * @property {"band" | "time"} color
 */

/** @param {Star[]} stars @param {number} star @returns {State} */
function startingState(stars, star) {
  const { period, zero, bins, cycles, bands } = stars[star].view;
  return {
    star, period, base: period, chosen: period, bins, statistic: "mean", cycles, zero: readZero(zero) ?? "first",
    bands: [...bands], errors: true, color: "band",
  };
}

/** @param {number} bins */
function clampBins(bins) {
  return Number.isFinite(bins) ? Math.max(0, Math.min(maxBins, Math.round(bins))) : 0;
}

/** @param {string} text @returns {Zero | null} */
function readZero(text) {
  const place = text.toLowerCase();
  return place === "first" || place === "minimum" || place === "maximum" ? place
    : place.trim() !== "" && Number.isFinite(Number(place)) ? Number(place)
    : null;
}

/** @param {State} state @param {Star[]} stars */
function writeHash(state, stars) {
  return "#" + new URLSearchParams({
    psid: stars[state.star].psid,
    period: String(state.period),
    chosen: String(state.chosen),
    bins: String(state.bins),
    statistic: state.statistic,
    cycles: String(state.cycles),
    zero: String(state.zero),
    bands: state.bands.join(""),
    errors: state.errors ? "1" : "0",
    color: state.color,
  });
}

/**
 * The state of an address; what it does not say, or says wrongly, is as the page starts.
 * @param {string} hash @param {Star[]} stars @returns {State}
 */
function readHash(hash, stars) {
  const said = new URLSearchParams(hash.replace(/^#/, ""));
  const state = startingState(stars, Math.max(0, stars.findIndex(star => star.psid === said.get("psid"))));
  const number = (/** @type {string} */ name) => Number(said.get(name) ?? NaN);
  if (number("period") > 0 && Number.isFinite(number("period"))) {
    state.period = state.base = number("period");
  }

  if (number("chosen") > 0 && Number.isFinite(number("chosen"))) {
    state.chosen = number("chosen");
  }

  if (said.has("bins")) {
    state.bins = clampBins(number("bins"));
  }

  if (said.get("statistic") === "median") {
    state.statistic = "median";
  }

  if (number("cycles") === 1 || number("cycles") === 2) {
    state.cycles = number("cycles");
  }

  state.zero = readZero(said.get("zero") ?? "") ?? state.zero;

  if (said.has("bands")) {
    state.bands = stars[state.star].bands.filter(band => said.get("bands")?.includes(band));
  }

  if (said.get("errors") === "0") {
    state.errors = false;
  }

  if (said.get("color") === "time") {
    state.color = "time";
  }

  return state;
}
