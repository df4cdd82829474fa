// @ts-check
// Where a fold is faintest or brightest, step for step as the library's FoldExtreme finds it.

const fewestBins = 8;
const mostBins = 50;
const pointsABin = 5;

/**
 * The phase, counted from the first time, at which the band with most detections is faintest or brightest.
 * @param {Detections} seen @param {number} bands how many there are @param {number} firstTime
 * @param {number} period @param {boolean} faintest
 */
function extremePhase(seen, bands, firstTime, period, faintest) {
  const counts = new Array(bands).fill(0);
  seen.band.forEach(band => counts[band]++);
  const band = counts.indexOf(Math.max(...counts));
  const rows = [...seen.band.keys()].filter(i => seen.band[i] === band);
  if (rows.length === 0) {
    return 0;
  }

  const bins = Math.max(fewestBins, Math.min(mostBins, Math.floor(rows.length / pointsABin)));
  const least = rows.length < bins * pointsABin ? 1 : 2;
  const solid = binsOf(
    rows.map(i => phaseOf(seen.time[i], period, firstTime)),
    rows.map(i => seen.mag[i]),
    rows.map(i => seen.magErr[i]),
    bins,
    "mean").filter(bin => bin.count >= least);
  const extreme = solid.reduce((best, bin) => (faintest ? bin.mag > best.mag : bin.mag < best.mag) ? bin : best);
  const shift = vertexAbout(solid, bins, extreme, faintest);
  const phase = extreme.phase + shift / bins;
  return phase - Math.floor(phase);
}

/**
 * How many bins from the extreme one the vertex of a parabola lies. It goes through the bins about the extreme that
 * are within a quarter of the fold's range of it, as many on either side.
 * @param {Bin[]} solid @param {number} bins how many the cycle has @param {Bin} extreme @param {boolean} faintest
 */
function vertexAbout(solid, bins, extreme, faintest) {
  const byPlace = new Map(solid.map(bin => [Math.floor(bin.phase * bins), bin]));
  const place = Math.floor(extreme.phase * bins);
  const mags = solid.map(bin => bin.mag);
  const near = 0.25 * (Math.max(...mags) - Math.min(...mags));
  const at = (/** @type {number} */ steps) => byPlace.get((place + steps + bins) % bins);
  const reachOf = (/** @type {number} */ direction) => {
    let steps = 0;
    while (steps < Math.floor(bins / 3)) {
      const next = at(direction * (steps + 1));
      if (!next || (steps > 0 && Math.abs(next.mag - extreme.mag) > near)) {
        break;
      }

      steps++;
    }

    return steps;
  };
  const reach = Math.min(reachOf(-1), reachOf(1));
  const about = Array.from({ length: 2 * reach + 1 }, (_, i) =>
    ({ step: i - reach, bin: /** @type {Bin} */ (at(i - reach)) }));
  return reach > 0 ? Math.max(-reach, Math.min(reach, vertexOf(about, faintest))) : 0;
}

/**
 * The vertex of the parabola of least squares, weighted by the bins' counts; 0 where it opens the wrong way.
 * @param {{step: number, bin: Bin}[]} about @param {boolean} faintest
 */
function vertexOf(about, faintest) {
  const sum = (/** @type {(step: number, mag: number) => number} */ term) =>
    about.reduce((total, { step, bin }) => total + bin.count * term(step, bin.mag), 0);
  const weight = sum(() => 1);
  const middle = sum(step => step) / weight;
  const square = sum(step => (step - middle) ** 2);
  const skew = sum(step => (step - middle) ** 3) / square;
  const curved = (/** @type {number} */ step) => (step - middle) ** 2 - skew * (step - middle) - square / weight;
  const slope = sum((step, mag) => mag * (step - middle)) / square;
  const bend = sum((step, mag) => mag * curved(step)) / sum(step => curved(step) ** 2);
  return faintest === bend < 0 && bend !== 0 ? middle + (skew - slope / bend) / 2 : 0;
}
