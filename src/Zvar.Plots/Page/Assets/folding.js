// @ts-check
// The arithmetic of a fold, step for step that of the library's Fold, so that both give the same numbers.

/**
 * A bin: the middle of its phases; of its magnitudes the mean or median, the error of that, the scatter, the number.
 * @typedef {{phase: number, mag: number, error: number, scatter: number, count: number}} Bin
 *
 * Where phase zero is: a time or a place in the light curve.
 * @typedef {"first" | "minimum" | "maximum" | number} Zero
 */

/** @param {number} time @param {number} period @param {number} epoch */
function phaseOf(time, period, epoch) {
  const cycles = (time - epoch) / period;
  const phase = cycles - Math.floor(cycles);
  return phase >= 1 ? 0 : phase;
}

/** @param {number[]} values */
function meanOf(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** @param {number[]} values */
function medianOf(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/**
 * One band in equal bins of phase; empty bins are left out. The scatter is the standard deviation about the mean, or
 * 1.4826 times the median deviation from the median, which is the same for normal noise and deaf to outliers; the error
 * of a median is √(π/2) times that of a mean.
 * @param {ArrayLike<number>} phases @param {ArrayLike<number>} mags @param {ArrayLike<number>} magErrs
 * @param {number} bins @param {"mean" | "median"} statistic
 * @returns {Bin[]}
 */
function binsOf(phases, mags, magErrs, bins, statistic) {
  /** @type {number[][]} */
  const rows = Array.from({ length: bins }, () => []);
  for (let i = 0; i < phases.length; i++) {
    rows[Math.min(bins - 1, Math.floor(phases[i] * bins))].push(i);
  }

  return rows.flatMap((inBin, bin) => {
    if (inBin.length === 0) {
      return [];
    }

    const values = inBin.map(i => mags[i]);
    const count = values.length;
    const mag = statistic === "median" ? medianOf(values) : meanOf(values);
    const scatter = count === 1
      ? NaN
      : statistic === "median"
        ? 1.4826 * medianOf(values.map(value => Math.abs(value - mag)))
        : Math.sqrt(values.reduce((sum, value) => sum + (value - mag) ** 2, 0) / (count - 1));
    const share = (statistic === "median" ? Math.sqrt(Math.PI / 2) : 1) / Math.sqrt(count);
    const error = count === 1 ? magErrs[inBin[0]] : scatter * share;
    return [{ phase: (bin + 0.5) / bins, mag, error, scatter, count }];
  });
}

/**
 * The time of phase zero.
 * @param {Detections} seen @param {number} bands @param {number} firstTime @param {number} period @param {Zero} zero
 */
function epochOf(seen, bands, firstTime, period, zero) {
  if (typeof zero === "number") {
    return zero;
  }

  return zero === "first"
    ? firstTime
    : firstTime + extremePhase(seen, bands, firstTime, period, zero === "minimum") * period;
}
