// @ts-check
// A page of periodograms.

/** @type {PeriodogramFigure} */
let periodogramFigure;
let periodogramShown = "";

/** @param {number} period */
function pointAt(period) {
  if (period > 0 && Number.isFinite(period)) {
    change({ period });
  }
}

/** @param {Peak} peak */
function pointAtPeak(peak) {
  pointAt(1 / peak.frequency);
  say(peakText(peak));
}

/** @param {1 | -1} step */
function stepPeak(step) {
  const { periodogram } = thisObject();
  const peak = periodogram && peakBeside(peaksOf(shownCurves(periodogram, state.methods)), state.period, step);
  peak && pointAtPeak(peak);
}

function copyPeriod() {
  const object = thisObject();
  const text = `${object.psid || object.title}, ${state.period}`;
  return copy(text, `Copied ${text}`);
}

// The periods that were found, and before them the one pointed at where it is none of them.
function showPeriods() {
  const { periods } = thisObject();
  const pointed = { period: state.period, label: `${durationText(state.period)} (pointed at)` };
  const options = periods.some(({ period }) => period === state.period) ? periods : [pointed, ...periods];
  offer("candidate", options.map(({ period, label }) => ({ value: String(period), text: label })), String(state.period));
  fill("period", String(state.period));
}

openPage({
  cmdlet: "Show-ZvarPeriodogram",

  withoutBands: true,

  start: ({ view: { period } }) => ({ period }),

  kept: ["methods"],

  write: ({ period, methods }) => ({ period: String(period), ...writeMethods({ methods }) }),

  read(said, state) {
    const period = Number(said.get("period") ?? NaN);
    state.period = period > 0 && Number.isFinite(period) ? period : state.period;
    readMethods(said, state);
  },

  keys: [
    { keys: ["[", "ArrowLeft"], says: "peak of a shorter period", does: () => stepPeak(-1) },
    { keys: ["]", "ArrowRight"], says: "peak of a longer period", does: () => stepPeak(1) },
    { keys: ["c"], says: "copy psid and period", does: () => void copyPeriod() },
  ],

  open() {
    periodogramFigure = new PeriodogramFigure(byId("periodogram"), pointAtPeak);
    on("candidate", "change", input => pointAt(Number(input.value)));
    on("period", "change", input => {
      const days = readDays(input.value);
      judge(input, days > 0 ? "" : `'${input.value}' is not a period. Write one of: ${settings.durationForms}.`);
      pointAt(days);
    });
    on("shorter-peak", "click", () => stepPeak(-1));
    on("longer-peak", "click", () => stepPeak(1));
    on("copy", "click", copyPeriod);
  },

  show(object, theme) {
    showPeriods();
    const periodogram = /** @type {Periodogram} */ (object.periodogram);
    const shown = JSON.stringify([state.object, state.methods, theme]);
    if (shown === periodogramShown) {
      periodogramFigure.point(state.period);
    } else {
      periodogramShown = shown;
      showMethods(periodogram, state.methods, theme);
      periodogramFigure.curves = shownCurves(periodogram, state.methods);
      periodogramFigure.period = state.period;
      periodogramFigure.show(
        periodogramContent(object, periodogram, periodogramFigure.curves, state.object, theme), theme);
    }

    return { subtitle: periodogram.subtitle, heading: `${object.title} (periodogram)` };
  },

  figure: () => periodogramFigure,

  command: ({ periodogram }) => [`-Method ${periodogram && shownCurves(periodogram, state.methods)
    .map(({ method }) => method).join(", ")}`],
});
