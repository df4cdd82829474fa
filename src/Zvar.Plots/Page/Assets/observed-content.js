// @ts-check
// The light curve as it was observed, against time, as the figure shows it.

/**
 * @typedef {object} ObservedChoice
 * @property {string[]} bands
 * @property {boolean} errors
 * @property {"band" | "time"} color
 * @property {"mag" | "flux"} quantity
 * @property {boolean} limits whether non-detections are shown
 */

/**
 * @param {ZvarObject} object @param {number} index its place in the page @param {ObservedChoice} choice
 * @param {Theme} theme @returns {Content}
 */
function observedContent(object, index, choice, theme) {
  const { from, to } = timeRange(object);
  const { day, title } = object.timeAxis;
  const air = Math.max(0.01, (to - from) * 0.02);
  const magnitudes = choice.quantity === "mag";
  /** @type {Content} */
  const content = {
    traces: [],
    marks: [],
    across: { title, range: [from - day - air, to - day + air] },
    up: { title: magnitudes ? object.magnitudeTitle : "Difference flux (survey units)", range: [0, 1] },
    says: [],
    summary: "",
    revision: `${index} ${choice.quantity}`,
  };
  const { seen, unseen } = object;
  const counts = [];
  for (const band of choice.bands) {
    const before = content.marks.length;
    addExposures(content, object, magnitudes
      ? { table: seen, values: seen.mag, errors: seen.magErr, band, kind: "" }
      : { table: seen, values: seen.flux, errors: seen.fluxErr, band, kind: "" }, choice, theme);
    if (choice.limits && magnitudes) {
      addLimits(content, object, band, choice, theme);
    } else if (choice.limits) {
      const kind = " not detected";
      addExposures(
        content, object, { table: unseen, values: unseen.flux, errors: unseen.fluxErr, band, kind }, choice, theme);
    }

    const count = content.marks.slice(before).reduce((sum, marks) => sum + marks.x.length, 0);
    counts.push({ name: nameOf(object, band), count });
  }

  content.up.range = rangeOf(content.marks.map(marks => marks.y), magnitudes);
  content.summary = `The light curve as observed: ${summaryOf(counts, content)}`;
  return content;
}

/** @param {ZvarObject} object @param {string} band @param {Theme} theme @param {ObservedChoice} choice */
function inkOf(object, band, theme, choice) {
  const style = styleOf(object, band, theme);
  return choice.color === "time" ? { ...style, color: theme.muted } : style;
}

/**
 * Values with their errors, of the exposures of a table in one band.
 * @typedef {object} Series
 * @property {{time: Float64Array, band: Uint16Array}} table
 * @property {ArrayLike<number>} [values]
 * @property {ArrayLike<number>} [errors]
 * @property {string} band
 * @property {string} kind what is said of them behind the band's name
 */

/**
 * @param {Content} content @param {ZvarObject} object @param {Series} series @param {ObservedChoice} choice
 * @param {Theme} theme
 */
function addExposures(content, object, { table, values = [], errors = [], band, kind }, choice, theme) {
  const rows = rowsOf(object, table, band).filter(i => !Number.isNaN(values[i] ?? NaN));
  const tint = tintOf(object, theme.ramp);
  const digits = choice.quantity === "mag" ? 3 : 1;
  const x = columnOf(rows, i => table.time[i] - object.timeAxis.day);
  const y = columnOf(rows, i => values[i]);
  content.traces.push(unmarkedTrace(band + kind, x, y));
  const name = nameOf(object, band) + kind;
  content.says.push(point => `${name} ${y[point].toFixed(digits)} ± ${errors[rows[point]].toFixed(digits)}, `
    + `${object.timeAxis.name} ${table.time[rows[point]].toFixed(5)}`);
  content.marks.push({
    x,
    y,
    ...inkOf(object, band, theme, choice),
    errors: choice.errors ? columnOf(rows, i => errors[i]) : undefined,
    size: markSize(object.seen.time.length),
    alpha: 0.9,
    errorAlpha: 0.3,
    ...(choice.color === "time" && { tints: columnOf(rows, i => tint(table.time[i])), ramp: theme.ramp }),
  });
}

/**
 * @param {Content} content @param {ZvarObject} object @param {string} band @param {ObservedChoice} choice
 * @param {Theme} theme
 */
function addLimits(content, object, band, choice, theme) {
  const { time, limit } = object.unseen;
  const rows = rowsOf(object, object.unseen, band).filter(i => !Number.isNaN(limit[i]));
  const x = columnOf(rows, i => time[i] - object.timeAxis.day);
  const y = columnOf(rows, i => limit[i]);
  content.traces.push(unmarkedTrace(`${band} not detected`, x, y));
  content.says.push(point => `${nameOf(object, band)} not detected, fainter than ${y[point].toFixed(3)}, `
    + `${object.timeAxis.name} ${time[rows[point]].toFixed(5)}`);
  content.marks.push({ x, y, ...inkOf(object, band, theme, choice), shape: "limit", size: 6, alpha: 0.6 });
}
