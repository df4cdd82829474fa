// @ts-check
// A figure of powers against the period, in which a peak is picked: the highest one near the pointer.

// How near, in pixels.
const peakReach = 10;

/** @typedef {{frequency: number, power: number, name: string}} Peak */

// How long a click waits for a second one, which undoes a zoom instead, in milliseconds.
const secondClick = 300;

class PeriodogramFigure extends Figure {
  /** @param {HTMLElement} stage @param {(peak: Peak) => void} pick */
  constructor(stage, pick) {
    super(stage);
    this.pick = pick;
    /** @type {PowerCurve[]} */
    this.curves = [];
    this.period = NaN;
  }

  get hovering() {
    return { hovermode: "x", hoverdistance: -1 };
  }

  get shapes() {
    return [...super.shapes, ...this.period > 0 && this.theme ? pointerAt(this.period, this.theme) : []];
  }

  listen() {
    super.listen();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let picking;
    this.plot.on("plotly_click", (/** @type {any} */ event) => {
      const peak = this.peakAt(event.event.clientX);
      clearTimeout(picking);
      picking = setTimeout(() => peak && this.pick(peak), secondClick);
    });
    this.plot.on("plotly_doubleclick", () => clearTimeout(picking));
  }

  /** @param {unknown} point @param {MouseEvent} pointer */
  say(point, pointer) {
    const peak = this.peakAt(pointer.clientX);
    super.say({ curveNumber: 0, pointNumber: 0 }, pointer);
    this.tip.textContent = peak ? peakText(peak) : "";
    this.tip.hidden = peak === null;
  }

  /** The highest power near a place of the window. @param {number} clientX @returns {Peak | null} */
  peakAt(clientX) {
    const { l, r } = this.margins;
    const [from, to] = this.plot.layout.xaxis.range;
    const perPixel = (to - from) / (this.plot.clientWidth - l - r);
    const place = from + (clientX - this.plot.getBoundingClientRect().left - l) * perPixel;
    const low = 10 ** -(place + peakReach * Math.abs(perPixel));
    const high = 10 ** -(place - peakReach * Math.abs(perPixel));
    /** @type {Peak | null} */
    let best = null;
    for (const { name, frequency, power, peakFrequency, peakPower } of this.curves) {
      // Of equals that with all its digits, which comes last.
      for (const [frequencies, powers] of /** @type {[ArrayLike<number>, ArrayLike<number>][]} */ (
        [[frequency, power], [peakFrequency, peakPower]])) {
        for (let i = 0; i < frequencies.length; i++) {
          if (frequencies[i] >= low && frequencies[i] <= high && powers[i] >= (best?.power ?? 0)) {
            best = { frequency: frequencies[i], power: powers[i], name };
          }
        }
      }
    }

    return best;
  }

  /** Points at a period. @param {number} period */
  point(period) {
    if (period !== this.period) {
      this.period = period;
      this.content && Plotly.relayout(this.plot, { shapes: this.shapes });
    }
  }
}

/** @param {Peak} peak */
function peakText({ frequency, power, name }) {
  return `${durationText(1 / frequency)} (${(1 / frequency).toPrecision(8)} d, ${frequency.toPrecision(7)} a day), `
    + `${name} power ${power.toFixed(3)}`;
}

/** The curves that are shown: of none that is chosen, all. @param {Periodogram} periodogram @param {string[]} methods */
function shownCurves({ curves }, methods) {
  const chosen = curves.filter(({ method }) => methods.includes(method));
  return chosen.length > 0 ? chosen : curves;
}

/** The peaks that can be chosen, by period. @param {PowerCurve[]} curves */
function peaksOf(curves) {
  /** @type {Peak[]} */
  const peaks = curves.flatMap(({ name, peakFrequency, peakPower }) =>
    [...peakFrequency].map((frequency, i) => ({ name, frequency, power: peakPower[i] })));
  return peaks.sort((one, other) => other.frequency - one.frequency);
}

/**
 * The peak next to a period.
 * @param {Peak[]} peaks by period @param {number} period @param {1 | -1} step
 */
function peakBeside(peaks, period, step) {
  // A peak is not beside itself, though a digit be different.
  const far = 1e-9;
  const beyond = step > 0
    ? peaks.find(({ frequency }) => 1 / frequency > period * (1 + far))
    : peaks.findLast(({ frequency }) => 1 / frequency < period * (1 - far));
  return beyond ?? peaks.at(step > 0 ? 0 : -1);
}

/** The period that is pointed at. @param {number} period @param {Theme} theme */
function pointerAt(period, theme) {
  return [ruleAt(period, { color: theme.ink, width: 1.5 })];
}

/** @param {number} period @param {{color: string, width: number, dash?: string}} line */
function ruleAt(period, line) {
  return { type: "line", xref: "x", yref: "paper", x0: period, x1: period, y0: 0, y1: 1, line, layer: "below" };
}

/**
 * @param {ZvarObject} object @param {Periodogram} periodogram @param {PowerCurve[]} curves those shown
 * @param {number} index the object's place in the page @param {Theme} theme @returns {Content}
 */
function periodogramContent(object, periodogram, curves, index, theme) {
  const style = getComputedStyle(document.documentElement);
  const accent = style.getPropertyValue("--accent").trim();
  const lines = {
    best: { color: accent, width: 3 },
    candidate: { color: accent, width: 1.5 },
    multiple: { color: accent, width: 1, dash: "dash" },
    alias: { color: theme.muted, width: 1, dash: "dot" },
  };
  const all = periodogram.curves.flatMap(({ frequency }) => [frequency[0], frequency[frequency.length - 1]]);
  const high = Math.max(1e-6, ...curves.flatMap(({ power }) => power.reduce((most, one) => Math.max(most, one), 0)));
  // A single frequency has a range too.
  const [from, to] = [-Math.log10(Math.max(...all)), -Math.log10(Math.min(...all))];
  /** @type {[number, number]} */
  const range = to > from ? [from, to] : [from - 0.05, to + 0.05];
  return {
    traces: curves.map(({ name, frequency, power, light, dark }) => ({
      type: "scatter",
      mode: "lines",
      hoverinfo: "none",
      name,
      x: Array.from(frequency, one => 1 / one),
      y: power,
      line: { color: theme.dark ? dark : light, width: 1 },
    })),
    marks: [],
    across: { title: "Period (days)", range, type: "log" },
    up: { title: "Power", range: [0, high * 1.12] },
    says: curves.map(() => () => ""),
    summary: `Periodogram of ${object.title}: ${periodogram.subtitle}`,
    revision: `${index}`,
    shapes: periodogram.marks.map(({ period, kind }) => ruleAt(period, lines[kind])),
    annotations: periodogram.marks.filter(({ text }) => text !== "").map(({ period, text, kind }) => ({
      x: Math.log10(period),
      y: 1,
      xref: "x",
      yref: "paper",
      yanchor: "top",
      yshift: { best: 0, candidate: 0, multiple: -24, alias: -12 }[kind],
      text,
      showarrow: false,
      font: { size: 10, color: kind === "alias" ? theme.muted : accent },
    })),
  };
}

/**
 * A button for each method, pressed where its curve is shown.
 * @param {Periodogram} periodogram @param {string[]} methods @param {Theme} theme
 */
function showMethods(periodogram, methods, theme) {
  const shown = shownCurves(periodogram, methods);
  const legend = byId("methods");
  const names = periodogram.curves.map(({ name }) => name).join(" ");
  if (legend.dataset.names !== names) {
    legend.dataset.names = names;
    legend.replaceChildren(...periodogram.curves.map(curve => {
      const button = Object.assign(document.createElement("button"), { type: "button" });
      button.append(document.createElement("span"), curve.name);
      button.addEventListener("click", () => toggleMethod(curve.method));
      return button;
    }));
  }

  legend.querySelectorAll("button").forEach((button, i) => {
    const curve = periodogram.curves[i];
    const mark = /** @type {HTMLElement} */ (button.firstChild);
    mark.className = "mark square";
    mark.style.background = theme.dark ? curve.dark : curve.light;
    button.setAttribute("aria-pressed", String(shown.includes(curve)));
  });
}

/** @param {string} method */
function toggleMethod(method) {
  const { periodogram } = thisObject();
  if (periodogram) {
    const shown = shownCurves(periodogram, state.methods);
    change({ methods: periodogram.curves.filter(each => shown.includes(each) !== (each.method === method))
      .map(each => each.method) });
  }
}

/** The methods of an address. @param {URLSearchParams} said @param {State} state */
function readMethods(said, state) {
  state.methods = said.get("methods")?.split(" ").filter(method => method !== "") ?? state.methods;
}

/** @param {Pick<State, "methods">} state @returns {Record<string, string>} */
function writeMethods({ methods }) {
  return methods.length > 0 ? { methods: methods.join(" ") } : {};
}
