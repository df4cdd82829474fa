// @ts-check
// A page of folds: the fold, and the light curve it is made of beneath it.

/** @type {Figure} */
let foldFigure;
/** @type {Figure} */
let observedFigure;
let observedShown = "";
/** @type {PeriodogramFigure} */
let periodogramFigure;
let periodogramShown = "";

const cyclesOver = () => Math.max(thisObject().baseline, state.base);

function thisEpoch() {
  const object = thisObject();
  return epochOf(object.seen, object.bands.length, object.firstTime, state.period, state.zero);
}

/** Changes what a fold that came computed has not. @param {Partial<State>} changed */
function refold(changed) {
  if (thisObject().computed) {
    say("This fold came computed: its period, bins and phase zero stay.");
  } else {
    change(changed);
  }
}

/** @param {number} period */
function changePeriod(period) {
  if (period > 0 && Number.isFinite(period)) {
    refold({ period, base: period });
  }
}

/** @param {number} period */
function choosePeriod(period) {
  refold({ period, base: period, chosen: period });
}

/** @param {number} drift in cycles over the light curve */
function tunePeriod(drift) {
  refold({ period: 1 / (1 / state.base + drift / cyclesOver()) });
}

/** A longer period is a lower frequency. @param {number} longer in cycles over the light curve */
function nudge(longer) {
  tunePeriod((1 / state.period - 1 / state.base) * cyclesOver() - longer);
}

/** @param {number} step */
function stepPeriod(step) {
  const options = offeredPeriods();
  const place = options.findIndex(option => option.period === state.chosen);
  choosePeriod(options[(place + step + options.length) % options.length].period);
}

// The star's periods, and before them the one it was opened with where that is none of them.
function offeredPeriods() {
  const { periods } = thisObject();
  const own = periods.some(entry => entry.period === state.chosen);
  const given = { period: state.chosen, whose: "", label: `${durationText(state.chosen)} (given)` };
  return own ? periods : [given, ...periods];
}

/** Folds at the next peak of the periodogram. @param {1 | -1} step */
function stepPeak(step) {
  const { periodogram } = thisObject();
  const peak = periodogram && peakBeside(peaksOf(shownCurves(periodogram, state.methods)), state.period, step);
  peak && foldAt(peak);
}

/** @param {Peak} peak */
function foldAt(peak) {
  choosePeriod(1 / peak.frequency);
  say(`Folded at ${peakText(peak)}`);
}

/** @param {ZvarObject} object @param {Theme} theme */
function showPeriodogram(object, theme) {
  const { periodogram } = object;
  if (!periodogram) {
    return;
  }

  const shown = JSON.stringify([state.object, state.methods, theme]);
  if (shown === periodogramShown) {
    periodogramFigure.point(state.period);
    return;
  }

  periodogramShown = shown;
  showMethods(periodogram, state.methods, theme);
  periodogramFigure.curves = shownCurves(periodogram, state.methods);
  periodogramFigure.period = state.period;
  periodogramFigure.show(
    periodogramContent(object, periodogram, periodogramFigure.curves, state.object, theme), theme);
}

/** @param {number} bins */
function changeBins(bins) {
  refold({ bins: clampBins(bins) });
}

/** @param {number} bins */
function clampBins(bins) {
  return Number.isFinite(bins) ? Math.max(0, Math.min(settings.maxBins, Math.round(bins))) : 0;
}

function otherStatistic() {
  refold({ statistic: state.statistic === "mean" ? "median" : "mean" });
}

function nextZero() {
  const places = /** @type {const} */ (["first", "minimum", "maximum"]);
  const place = places.findIndex(each => each === state.zero);
  refold({ zero: places[(place + 1) % places.length] });
}

/** @param {string} text @returns {Zero | null} */
function readZero(text) {
  const place = text.toLowerCase();
  return place === "first" || place === "minimum" || place === "maximum" ? place
    : place.trim() !== "" && Number.isFinite(Number(place)) ? Number(place)
    : null;
}

function copyPeriod() {
  const object = thisObject();
  const text = `${object.psid || object.title}, ${state.period}`;
  return copy(text, `Copied ${text}`);
}

/** @param {number} epoch */
function showFoldControls(epoch) {
  const { baseline, timeAxis } = thisObject();
  offer("candidate", offeredPeriods().map(({ period, label }) => ({ value: String(period), text: label })),
    String(state.chosen));
  fill("period", String(state.period));
  const drift = (1 / state.base - 1 / state.period) * cyclesOver();
  byId("tune").max = String(settings.mostTuning);
  byId("tune").min = String(-settings.mostTuning);
  byId("tune").value = String(drift);
  byId("tune").setAttribute("aria-valuetext", `${periodDigits(state.period, baseline)} days`);
  byId("bins").max = String(settings.maxBins);
  fill("bins", String(state.bins));
  byId("statistic").value = state.statistic;
  byId("twice").checked = state.cycles === 2;
  byId("zero-time").textContent = `this ${timeAxis.name}`;
  byId("epoch-label").textContent = `${timeAxis.name} of phase zero`;
  byId("zero").value = typeof state.zero === "number" ? "time" : state.zero;
  fill("epoch", typeof state.zero === "number" ? String(state.zero) : epoch.toFixed(5));
}

/** @param {ZvarObject} object @param {number} epoch */
function foldSubtitle(object, epoch) {
  if (object.computed) {
    return object.computed.subtitle;
  }

  const zero = object.seen.time.length > 0 ? `phase 0 at ${object.timeAxis.name} ${epoch.toFixed(5)}` : "no detections";
  const bins = state.bins === 0 ? ""
    : `, ${state.bins} bins${state.statistic === "median" ? " (median)" : ""}`;
  const known = object.periods.find(entry => entry.period === state.period);
  const digits = `${periodDigits(state.period, object.baseline)} d${known ? `, ${known.whose}` : ""}`;
  return `${durationText(state.period)} (${digits}), ${zero}${bins}`;
}

openPage({
  cmdlet: "Show-ZvarFold",

  begin: beginVetting,

  start: ({ view: { period, zero, bins, statistic, cycles }, computed }, place) => {
    const verdict = computed ? null : verdictAt(place);
    const tuned = verdict?.period ?? period;
    return {
      period: tuned,
      base: tuned,
      chosen: period,
      zero: verdict?.epoch ?? readZero(zero) ?? "first",
      bins,
      statistic,
      cycles,
    };
  },

  isSteppedTo,

  kept: ["bins", "statistic", "cycles", "methods"],

  write: ({ period, chosen, bins, statistic, cycles, zero, methods }) => ({
    ...writeMethods({ methods }),
    period: String(period),
    chosen: String(chosen),
    bins: String(bins),
    statistic,
    cycles: String(cycles),
    zero: String(zero),
  }),

  read(said, state, object) {
    const number = (/** @type {string} */ name) => Number(said.get(name) ?? NaN);
    readMethods(said, state);
    const cycles = number("cycles");
    state.cycles = cycles === 1 || cycles === 2 ? cycles : state.cycles;
    if (object.computed) {
      return;
    }

    if (number("period") > 0 && Number.isFinite(number("period"))) {
      state.period = state.base = number("period");
    }

    if (number("chosen") > 0 && Number.isFinite(number("chosen"))) {
      state.chosen = number("chosen");
    }

    if (said.has("bins")) {
      state.bins = clampBins(number("bins"));
    }

    const statistic = said.get("statistic");
    state.statistic = statistic === "mean" || statistic === "median" ? statistic : state.statistic;
    state.zero = readZero(said.get("zero") ?? "") ?? state.zero;
  },

  keys: vettingKeys([
    { keys: ["j"], says: "next period", does: () => stepPeriod(1) },
    { keys: ["k"], says: "previous period", does: () => stepPeriod(-1) },
    { keys: ["2"], says: "period × 2", does: () => changePeriod(state.period * 2) },
    { keys: ["3"], says: "period × 3", does: () => changePeriod(state.period * 3) },
    { keys: ["h"], says: "period × ½", does: () => changePeriod(state.period / 2) },
    { keys: ["t"], says: "period × ⅓", does: () => changePeriod(state.period / 3) },
    { keys: ["0"], says: "reset the period", does: () => changePeriod(state.chosen) },
    { keys: ["ArrowLeft"], says: "a little shorter", does: () => nudge(-settings.tuningStep) },
    { keys: ["ArrowRight"], says: "a little longer", does: () => nudge(settings.tuningStep) },
    { keys: ["["], says: "fold at the peak of a shorter period", does: () => stepPeak(-1) },
    { keys: ["]"], says: "fold at the peak of a longer period", does: () => stepPeak(1) },
    { keys: ["+", "="], says: "ten bins more", does: () => changeBins(state.bins + settings.binStep) },
    { keys: ["-"], says: "ten bins fewer", does: () => changeBins(state.bins - settings.binStep) },
    { keys: ["m"], says: "mean or median", does: () => otherStatistic() },
    { keys: ["w"], says: "phase once or twice", does: () => change({ cycles: 3 - state.cycles }) },
    { keys: ["z"], says: "next place of phase zero", does: () => nextZero() },
    { keys: ["c"], says: "copy psid and period", does: () => void copyPeriod() },
  ]),

  open() {
    foldFigure = new Figure(byId("fold"));
    observedFigure = new Figure(byId("observed"));
    periodogramFigure = new PeriodogramFigure(byId("periodogram"), foldAt);
    on("shorter-peak", "click", () => stepPeak(-1));
    on("longer-peak", "click", () => stepPeak(1));
    on("candidate", "change", input => choosePeriod(Number(input.value)));
    on("triple", "click", () => changePeriod(state.period * 3));
    on("double", "click", () => changePeriod(state.period * 2));
    on("half", "click", () => changePeriod(state.period / 2));
    on("third", "click", () => changePeriod(state.period / 3));
    on("reset", "click", () => changePeriod(state.chosen));
    on("tune", "input", input => tunePeriod(-Number(input.value)));
    on("period", "change", input => {
      const days = readDays(input.value);
      judge(input, days > 0 ? "" : `'${input.value}' is not a period. Write one of: ${settings.durationForms}.`);
      changePeriod(days);
    });
    on("bins", "change", input => changeBins(Number(input.value)));
    on("statistic", "change", input => refold({ statistic: input.value === "median" ? "median" : "mean" }));
    on("twice", "change", input => change({ cycles: input.checked ? 2 : 1 }));
    on("zero", "change", input => refold({ zero: readZero(input.value) ?? thisEpoch() }));
    on("epoch", "change", input => {
      const epoch = readZero(input.value);
      judge(input, epoch === null
        ? `'${input.value}' is not an epoch. Write a ${thisObject().timeAxis.name}, as in 2458263.98.`
        : "");
      if (epoch !== null) {
        refold({ zero: epoch });
      }
    });
    on("copy", "click", copyPeriod);
    openVetting();
    openContact();
    openContext();
  },

  show(object, theme) {
    const epoch = thisEpoch();
    showFoldControls(epoch);
    showContext(object, theme);
    const fold = foldContent(object, state, epoch, theme);
    fold.summary = `Folded light curve of ${object.title}. ${fold.summary}`;
    foldFigure.show(fold, theme);

    showPeriodogram(object, theme);
    showVetting();

    // The period and the phase are nothing to the light curve as observed.
    const shown = JSON.stringify([state.object, state.bands, state.errors, theme]);
    if (!object.computed && shown !== observedShown) {
      observedShown = shown;
      const choice = /** @type {ObservedChoice} */ (
        { bands: state.bands, errors: state.errors, color: "time", quantity: "mag", limits: true });
      observedFigure.show(observedContent(object, state.object, choice, theme), theme);
    }

    return {
      subtitle: foldSubtitle(object, epoch),
      heading: `${object.title} (period: ${durationText(state.period)})`,
    };
  },

  figure: () => foldFigure,

  command: object => [
    ...object.computed ? [] : [
      ...numberArgument("Period", state.period),
      ...numberArgument("Epoch", thisEpoch(), 6),
    ],
    ...state.bins > 0 ? numberArgument("Bins", state.bins) : [],
    ...state.bins > 0 && state.statistic === "median" ? ["-Statistic Median"] : [],
    ...state.cycles === 1 ? ["-Cycles 1"] : [],
  ],
});
