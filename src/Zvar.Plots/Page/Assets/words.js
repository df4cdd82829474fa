// @ts-check
// How the page reads and writes periods, as the library's Duration does.

/** @param {number} days */
function durationText(days) {
  return days < 1 / 24 ? `${(days * 1440).toFixed(2)} minutes`
    : days < 1 ? `${(days * 24).toFixed(2)} hours`
    : `${days.toFixed(2)} days`;
}

/**
 * A duration as people write it, in days; NaN where it is none.
 * @param {string} text
 */
function readDays(text) {
  const match = /^\s*\+?(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(text);
  const perDay = new Map([
    ["", 1], ["d", 1], ["day", 1], ["days", 1],
    ["h", 24], ["hr", 24], ["hrs", 24], ["hour", 24], ["hours", 24],
    ["m", 1440], ["min", 1440], ["mins", 1440], ["minute", 1440], ["minutes", 1440],
    ["s", 86400], ["sec", 86400], ["secs", 86400], ["second", 86400], ["seconds", 86400],
  ]);
  const scale = match && perDay.get(match[2].toLowerCase());
  return match && scale ? Number(match[1]) / scale : NaN;
}

/**
 * A period with the decimals that matter to a fold over this many days.
 * @param {number} period @param {number} baseline
 */
function periodDigits(period, baseline) {
  const step = settings.negligibleDrift * period * period / Math.max(baseline, period);
  const decimals = Math.ceil(-Math.log10(step));
  return period.toFixed(Math.max(settings.fewestDecimals, Math.min(settings.mostDecimals, decimals)));
}
