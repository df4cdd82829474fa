// @ts-check
// What the two figures show: the fold, and the light curve as it was observed.

/**
 * What a figure shows: Plotly's traces, which hold the numbers and find the point under the pointer, the marks that are
 * seen of them, the axes, and a line about each point.
 * @typedef {object} Content
 * @property {object[]} traces
 * @property {Marks[]} marks
 * @property {{title: string, range: [number, number], dtick?: number}} across
 * @property {{title: string, range: [number, number]}} up
 * @property {((point: number) => string)[]} says by trace
 * @property {string} summary
 * @property {string} revision a zoom lasts as long as this
 *
 * The page's colours, those of its bands by name, and a ramp of them for times.
 * @typedef {{ink: string, muted: string, grid: string, bands: Record<string, string>, ramp: string[]}} Theme
 */

/** @type {Record<string, "circle" | "square" | "diamond">} */
const shapes = { g: "circle", r: "square", i: "diamond" };

/** @param {number} points */
function pointSize(points) {
  return points > 4000 ? 2.5 : points > 1000 ? 3.5 : points > 300 ? 4.5 : 5.5;
}

/**
 * All values with some air about them, the brighter the higher.
 * @param {ArrayLike<number>[]} columns @returns {[number, number]}
 */
function magnitudeRange(columns) {
  let faintest = -Infinity;
  let brightest = Infinity;
  for (const column of columns) {
    for (let i = 0; i < column.length; i++) {
      faintest = Math.max(faintest, column[i]);
      brightest = Math.min(brightest, column[i]);
    }
  }

  const air = Math.max(0.01, (faintest - brightest) * 0.06);
  return faintest >= brightest ? [faintest + air, brightest - air] : [1, 0];
}

/** @param {Star} star */
function timeRange(star) {
  let from = Infinity;
  let to = -Infinity;
  for (const times of [star.seen.time, star.unseen.time]) {
    times.forEach(time => {
      from = Math.min(from, time);
      to = Math.max(to, time);
    });
  }

  return to >= from ? { from, to } : { from: 0, to: 1 };
}

/** @param {Star} star @param {string[]} ramp @returns {(time: number) => number} */
function tintOf(star, ramp) {
  const { from, to } = timeRange(star);
  return time => Math.min(ramp.length - 1, Math.floor((time - from) / (to - from || 1) * ramp.length));
}

/** @param {Star} star @param {string} band */
function rowsOf(star, band) {
  const index = star.bands.indexOf(band);
  const rows = [];
  for (let i = 0; i < star.seen.band.length; i++) {
    if (star.seen.band[i] === index) {
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

/** @param {Star} star @param {State} state @param {number} epoch @param {Theme} theme @returns {Content} */
function foldContent(star, state, epoch, theme) {
  /** @type {Content} */
  const content = {
    traces: [],
    marks: [],
    across: { title: "Phase", range: [0, state.cycles], dtick: state.cycles === 1 ? 0.2 : 0.25 },
    up: { title: "AB magnitude", range: [1, 0] },
    says: [],
    summary: "",
    revision: `${star.psid} ${state.cycles}`,
  };
  const bins = [];
  const shown = state.bands.map(band => ({ band, rows: rowsOf(star, band) })).filter(({ rows }) => rows.length > 0);
  const size = pointSize(shown.reduce((sum, { rows }) => sum + rows.length, 0));
  const tint = tintOf(star, theme.ramp);
  for (const { band, rows } of shown) {
    const phases = columnOf(rows, i => phaseOf(star.seen.time[i], state.period, epoch));
    const mags = columnOf(rows, i => star.seen.mag[i]);
    const magErrs = columnOf(rows, i => star.seen.magErr[i]);
    const x = repeat(phases, state.cycles, 1);
    const y = repeat(mags, state.cycles, 0);
    content.traces.push(unmarkedTrace(band, x, y));
    content.says.push(point => {
      const i = rows[point % rows.length];
      return `${band} ${star.seen.mag[i].toFixed(3)} ± ${star.seen.magErr[i].toFixed(3)}, `
        + `phase ${x[point].toFixed(4)}, BJD ${star.seen.time[i].toFixed(5)}`;
    });
    content.marks.push({
      x,
      y,
      errors: state.errors && state.bins === 0 ? repeat(magErrs, state.cycles, 0) : undefined,
      shape: shapes[band] ?? "circle",
      size,
      color: theme.bands[band] ?? theme.muted,
      alpha: state.bins > 0 ? 0.16 : 0.85,
      errorAlpha: 0.3,
      ...(state.color === "time" && {
        tints: repeat(columnOf(rows, i => tint(star.seen.time[i])), state.cycles, 0),
        ramp: theme.ramp,
      }),
    });
    if (state.bins > 0) {
      bins.push({ band, bins: binsOf(phases, mags, magErrs, state.bins, state.statistic) });
    }
  }

  content.up.range = magnitudeRange(content.marks.map(marks => marks.y));
  bins.forEach(({ band, bins }) => addBins(content, band, bins, state, theme));
  content.summary = shown.length === 0
    ? "No detections in the bands shown."
    : `${shown.map(({ band, rows }) => `${rows.length} points in ${band}`).join(", ")}; `
      + `magnitudes ${content.up.range[1].toFixed(2)} to ${content.up.range[0].toFixed(2)}.`;
  return content;
}

/** @param {Content} content @param {string} band @param {Bin[]} bins @param {State} state @param {Theme} theme */
function addBins(content, band, bins, state, theme) {
  const x = repeat(bins.map(bin => bin.phase), state.cycles, 1);
  const y = repeat(bins.map(bin => bin.mag), state.cycles, 0);
  content.traces.push(unmarkedTrace(`${band} ${state.statistic}`, x, y));
  content.says.push(point => {
    const bin = bins[point % bins.length];
    const scatter = Number.isNaN(bin.scatter) ? "" : `, scatter ${bin.scatter.toFixed(3)}`;
    return `${band} ${state.statistic} of ${bin.count}: ${bin.mag.toFixed(3)} ± ${bin.error.toFixed(3)}${scatter}, `
      + `phase ${x[point].toFixed(4)}`;
  });
  content.marks.push({
    x,
    y,
    errors: state.errors ? repeat(bins.map(bin => bin.scatter), state.cycles, 0) : undefined,
    shape: shapes[band] ?? "circle",
    size: pointSize(4 * state.bins) + 1.5,
    color: theme.bands[band] ?? theme.muted,
    alpha: 1,
    errorAlpha: 0.7,
  });
}

/** @param {Star} star @param {State} state @param {Theme} theme @returns {Content} */
function observedContent(star, state, theme) {
  const { from, to } = timeRange(star);
  const start = Math.floor(from / 1000) * 1000;
  const air = Math.max(0.01, (to - from) * 0.02);
  const tint = tintOf(star, theme.ramp);
  /** @type {Content} */
  const content = {
    traces: [],
    marks: [],
    across: { title: `BJD - ${start} (days)`, range: [from - start - air, to - start + air] },
    up: { title: "AB magnitude", range: [1, 0] },
    says: [],
    summary: `The light curve as observed, BJD ${from.toFixed(2)} to ${to.toFixed(2)}.`,
    revision: star.psid,
  };
  for (const band of state.bands) {
    const rows = rowsOf(star, band);
    const index = star.bands.indexOf(band);
    const missed = [...star.unseen.band.keys()].filter(i => star.unseen.band[i] === index);
    const x = columnOf(rows, i => star.seen.time[i] - start);
    const y = columnOf(rows, i => star.seen.mag[i]);
    content.traces.push(unmarkedTrace(band, x, y));
    content.says.push(point => `${band} ${y[point].toFixed(3)} ± ${star.seen.magErr[rows[point]].toFixed(3)}, `
      + `BJD ${star.seen.time[rows[point]].toFixed(5)}`);
    content.marks.push({
      x,
      y,
      errors: state.errors ? columnOf(rows, i => star.seen.magErr[i]) : undefined,
      shape: shapes[band] ?? "circle",
      size: pointSize(star.seen.time.length),
      color: theme.muted,
      alpha: 0.9,
      errorAlpha: 0.3,
      tints: columnOf(rows, i => tint(star.seen.time[i])),
      ramp: theme.ramp,
    });
    const missedX = columnOf(missed, i => star.unseen.time[i] - start);
    const missedY = columnOf(missed, i => star.unseen.limit[i]);
    content.traces.push(unmarkedTrace(`${band} not detected`, missedX, missedY));
    content.says.push(point => `${band} not detected, fainter than ${missedY[point].toFixed(3)}, `
      + `BJD ${star.unseen.time[missed[point]].toFixed(5)}`);
    content.marks.push({ x: missedX, y: missedY, shape: "limit", size: 6, color: theme.muted, alpha: 0.6 });
  }

  content.up.range = magnitudeRange(content.marks.map(marks => marks.y));
  return content;
}
