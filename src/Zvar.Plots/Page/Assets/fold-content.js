// @ts-check
// The fold as the figure shows it.

/** @param {ZvarObject} object @param {State} state @param {number} epoch @param {Theme} theme @returns {Content} */
function foldContent(object, state, epoch, theme) {
  /** @type {Content} */
  const content = {
    traces: [],
    marks: [],
    across: { title: "Phase", range: [0, state.cycles], dtick: state.cycles === 1 ? 0.2 : 0.25 },
    up: { title: object.magnitudeTitle, range: [1, 0] },
    says: [],
    summary: "",
    revision: `${state.object} ${state.cycles}`,
  };
  const { computed } = object;
  const bands = state.bands
    .map(band => computed ? computedBand(object, computed, band) : foldedBand(object, state, epoch, band))
    .filter(({ rows, bins }) => rows.length + bins.length > 0);
  const size = markSize(bands.reduce((sum, { rows }) => sum + rows.length, 0));
  for (const band of bands.filter(({ rows }) => rows.length > 0)) {
    addPoints(content, object, band, size, state, theme);
  }

  const points = bands.some(({ rows }) => rows.length > 0);
  const shown = bands.map(band => points ? band.mags : band.bins.map(bin => bin.mag));
  content.up.range = rangeOf(shown, true);
  for (const band of bands.filter(({ bins }) => bins.length > 0)) {
    addBins(content, object, band, state, theme);
  }

  content.summary = bands.length === 0
    ? "No detections in the bands shown."
    : summaryOf(bands.map(({ band, rows, bins }) => (
      { name: nameOf(object, band), count: rows.length || bins.length })), content);
  return content;
}

/**
 * A band of a fold: its exposures and its bins, which are the rows of the object's table that they come from.
 * @typedef {object} FoldedBand
 * @property {string} band
 * @property {number[]} rows
 * @property {Float64Array} phases
 * @property {Float64Array} mags
 * @property {Float64Array} magErrs
 * @property {Float64Array} [times] days
 * @property {Bin[]} bins
 */

/**
 * @param {ZvarObject} object @param {Pick<State, "period" | "bins" | "statistic">} state @param {number} epoch
 * @param {string} band @returns {FoldedBand}
 */
function foldedBand(object, state, epoch, band) {
  const { seen } = object;
  const rows = rowsOf(object, seen, band);
  const times = columnOf(rows, i => seen.time[i]);
  const phases = columnOf(rows, i => phaseOf(seen.time[i], state.period, epoch));
  const mags = columnOf(rows, i => seen.mag[i]);
  const magErrs = columnOf(rows, i => seen.magErr[i]);
  const bins = state.bins > 0 ? binsOf(phases, mags, magErrs, state.bins, state.statistic) : [];
  return { band, rows, phases, mags, magErrs, times, bins };
}

/** @param {ZvarObject} object @param {Computed} fold @param {string} band @returns {FoldedBand} */
function computedBand(object, fold, band) {
  const all = rowsOf(object, fold, band);
  const rows = fold.binned ? [] : all;
  return {
    band,
    rows,
    phases: columnOf(rows, i => fold.phase[i]),
    mags: columnOf(rows, i => fold.mag[i]),
    magErrs: columnOf(rows, i => fold.magErr[i]),
    bins: (fold.binned ? all : []).map(i => (
      { phase: fold.phase[i], mag: fold.mag[i], error: fold.magErr[i], scatter: NaN, count: fold.count[i] })),
  };
}

/**
 * @param {Content} content @param {ZvarObject} object @param {FoldedBand} folded @param {number} size
 * @param {State} state @param {Theme} theme
 */
function addPoints(content, object, { band, rows, phases, mags, magErrs, times, bins }, size, state, theme) {
  const x = repeat(phases, state.cycles, 1);
  const y = repeat(mags, state.cycles, 0);
  const tint = tintOf(object, theme.ramp);
  content.traces.push(unmarkedTrace(band, x, y));
  content.says.push(point => {
    const i = point % rows.length;
    const time = times ? `, ${object.timeAxis.name} ${times[i].toFixed(5)}` : "";
    return `${nameOf(object, band)} ${mags[i].toFixed(3)} ± ${magErrs[i].toFixed(3)}, `
      + `phase ${x[point].toFixed(4)}${time}`;
  });
  content.marks.push({
    x,
    y,
    ...styleOf(object, band, theme),
    errors: state.errors && bins.length === 0 ? repeat(magErrs, state.cycles, 0) : undefined,
    size,
    alpha: bins.length > 0 ? 0.16 : 0.85,
    errorAlpha: 0.3,
    ...(state.color === "time" && times && { tints: repeat(times.map(tint), state.cycles, 0), ramp: theme.ramp }),
  });
}

/**
 * The bars of bins are their scatter; of a fold that came computed only the errors are known.
 * @param {Content} content @param {ZvarObject} object @param {FoldedBand} folded @param {State} state
 * @param {Theme} theme
 */
function addBins(content, object, { band, bins }, state, theme) {
  const name = object.computed ? "bin" : state.statistic;
  const x = repeat(bins.map(bin => bin.phase), state.cycles, 1);
  const y = repeat(bins.map(bin => bin.mag), state.cycles, 0);
  const bars = bins.map(bin => object.computed ? bin.error : bin.scatter);
  content.traces.push(unmarkedTrace(`${band} ${name}`, x, y));
  content.says.push(point => {
    const bin = bins[point % bins.length];
    const scatter = Number.isNaN(bin.scatter) ? "" : `, scatter ${bin.scatter.toFixed(3)}`;
    return `${nameOf(object, band)} ${name} of ${bin.count}: ${bin.mag.toFixed(3)} ± ${bin.error.toFixed(3)}`
      + `${scatter}, phase ${x[point].toFixed(4)}`;
  });
  content.marks.push({
    x,
    y,
    ...styleOf(object, band, theme),
    errors: state.errors ? repeat(bars, state.cycles, 0) : undefined,
    size: markSize(4 * (object.computed ? bins.length : state.bins)) + 1.5,
    alpha: 1,
    errorAlpha: 0.7,
  });
}
