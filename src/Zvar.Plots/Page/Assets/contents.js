// @ts-check
// What a figure shows, and the columns it is made of.

/**
 * What a figure shows: Plotly's traces, which hold the numbers and find the point under the pointer, the marks that are
 * seen of them, the axes, and a line about each point.
 * @typedef {object} Content
 * @property {object[]} traces
 * @property {Marks[]} marks
 * @property {{title: string, range: [number, number], dtick?: number, type?: "log"}} across
 * @property {{title: string, range: [number, number]}} up
 * @property {((point: number) => string)[]} says by trace
 * @property {string} summary
 * @property {string} revision a zoom lasts as long as this
 * @property {object[]} [shapes] Plotly's, over the traces
 * @property {object[]} [annotations]
 *
 * The page's colours, and a ramp of them for times.
 * @typedef {{ink: string, muted: string, grid: string, dark: boolean, ramp: string[]}} Theme
 */

/** @param {number} marks */
function markSize(marks) {
  return settings.markSizes.find(({ moreThan }) => marks > moreThan)?.size ?? 0;
}

/** What a band is called before readers. @param {ZvarObject} object @param {string} band */
function nameOf(object, band) {
  return object.bandNames[object.bands.indexOf(band)];
}

/** The colour and the shape of a band. @param {ZvarObject} object @param {string} band @param {Theme} theme */
function styleOf(object, band, theme) {
  const { light, dark, shape } = object.styles[object.bands.indexOf(band)];
  return { color: theme.dark ? dark : light, shape };
}

/**
 * All values with some air about them, the smaller the higher where they are magnitudes.
 * @param {ArrayLike<number>[]} columns @param {boolean} magnitudes @returns {[number, number]}
 */
function rangeOf(columns, magnitudes) {
  let high = -Infinity;
  let low = Infinity;
  for (const column of columns) {
    for (let i = 0; i < column.length; i++) {
      high = Math.max(high, column[i]);
      low = Math.min(low, column[i]);
    }
  }

  if (low > high) {
    return magnitudes ? [1, 0] : [0, 1];
  }

  const air = Math.max(0.01, (high - low) * 0.06);
  return magnitudes ? [high + air, low - air] : [low - air, high + air];
}

/** @param {ZvarObject} object */
function timeRange(object) {
  let from = Infinity;
  let to = -Infinity;
  for (const times of [object.seen.time, object.unseen.time]) {
    times.forEach(time => {
      from = Math.min(from, time);
      to = Math.max(to, time);
    });
  }

  return to >= from ? { from, to } : { from: 0, to: 1 };
}

/** The place of a time in the ramp. @param {ZvarObject} object @param {string[]} ramp */
function tintOf(object, ramp) {
  const { from, to } = timeRange(object);
  return (/** @type {number} */ time) =>
    Math.min(ramp.length - 1, Math.floor((time - from) / (to - from || 1) * ramp.length));
}

/** The rows of a band. @param {ZvarObject} object @param {{band: Uint16Array}} table @param {string} band */
function rowsOf(object, table, band) {
  const index = object.bands.indexOf(band);
  const rows = [];
  for (let i = 0; i < table.band.length; i++) {
    if (table.band[i] === index) {
      rows.push(i);
    }
  }

  return rows;
}

/** @param {string} name @param {ArrayLike<number>} x @param {ArrayLike<number>} y */
function unmarkedTrace(name, x, y) {
  return { type: "scatter", mode: "none", hoverinfo: "none", name, x, y };
}

/** @param {ArrayLike<number>} values @param {number} times @param {number} step added each time */
function repeat(values, times, step) {
  const repeated = new Float64Array(values.length * times);
  for (let i = 0; i < repeated.length; i++) {
    repeated[i] = values[i % values.length] + step * Math.floor(i / values.length);
  }

  return repeated;
}

/** @param {number[]} rows @param {(row: number) => number} value */
function columnOf(rows, value) {
  const column = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    column[i] = value(rows[i]);
  }

  return column;
}

/** How many there are of each, in a line. @param {{name: string, count: number}[]} bands @param {Content} content */
function summaryOf(bands, content) {
  const [one, other] = content.up.range;
  return `${bands.map(({ name, count }) => `${count} points in ${name || "no band"}`).join(", ")}; `
    + `${content.up.title} ${Math.min(one, other).toFixed(2)} to ${Math.max(one, other).toFixed(2)}.`;
}
