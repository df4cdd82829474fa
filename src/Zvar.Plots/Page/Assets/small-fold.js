// @ts-check
// A fold as small as a stamp: its marks alone, as drawn beside others to be told apart and picked.

// In pixels across.
const smallMark = 2;

/**
 * @param {HTMLCanvasElement} canvas @param {ZvarObject} object @param {number} period in days @param {Zero} zero
 * @param {Theme} theme
 */
function drawSmallFold(canvas, object, period, zero, theme) {
  const { computed, seen, bands, firstTime } = object;
  const epoch = computed ? NaN : epochOf(seen, bands.length, firstTime, period, zero);
  const fold = { period, bins: 0, statistic: /** @type {const} */ ("mean") };
  const shown = bands
    .map(band => computed ? computedBand(object, computed, band) : foldedBand(object, fold, epoch, band))
    .map(({ band, phases, mags, bins }) => ({
      band,
      x: bins.length > 0 ? bins.map(bin => bin.phase) : phases,
      y: bins.length > 0 ? bins.map(bin => bin.mag) : mags,
    }));
  const frame = {
    left: 0,
    top: 0,
    width: canvas.clientWidth,
    height: canvas.clientHeight,
    across: /** @type {[number, number]} */ ([0, 1]),
    up: rangeOf(shown.map(({ y }) => y), true),
  };
  // Nobody can tell the shapes of marks so small.
  drawMarks(canvas, frame, shown.map(({ band, x, y }) =>
    ({ x, y, color: styleOf(object, band, theme).color, shape: "square", size: smallMark, alpha: 0.8 })));
}
