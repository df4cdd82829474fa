// @ts-check
// The stars of this page, their columns unpacked.

/**
 * @typedef {object} Star
 * @property {string} psid
 * @property {string} title
 * @property {boolean} synthetic
 * @property {string | null} simbad where SIMBAD tells of it, if its position is known
 * @property {number} firstTime BJD
 * @property {string[]} bands
 * @property {{period: number, label: string}[]} periods
 * @property {{period: number, zero: string, bins: number, cycles: number, bands: string[]}} view as it is shown first
 * @property {Detections} seen
 * @property {{time: Float64Array, limit: Float64Array, band: Uint8Array}} unseen non-detections
 */

/** @param {string} base64 */
function bytesOf(base64) {
  return Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
}

/** @param {string} base64 */
function doublesOf(base64) {
  return new Float64Array(bytesOf(base64).buffer);
}

/** @returns {Star[]} */
function readStars() {
  const stars = JSON.parse(/** @type {HTMLElement} */ (document.getElementById("stars-data")).textContent ?? "[]");
  return stars.map((/** @type {any} */ star) => ({
    ...star,
    firstTime: star.firstTime ?? NaN,
    seen: {
      time: doublesOf(star.seen.time),
      mag: doublesOf(star.seen.mag),
      magErr: new Float32Array(bytesOf(star.seen.magErr).buffer),
      band: bytesOf(star.seen.band),
    },
    unseen: {
      time: doublesOf(star.unseen.time),
      limit: doublesOf(star.unseen.limit),
      band: bytesOf(star.unseen.band),
    },
  }));
}

/**
 * Plotly's script travels compressed in the page, a third of its size.
 * @returns {Promise<void>}
 */
async function loadPlotly() {
  const packed = bytesOf(/** @type {HTMLElement} */ (document.getElementById("plotly-data")).textContent ?? "");
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const script = document.createElement("script");
  script.textContent = await new Response(stream).text();
  document.head.append(script);
}
