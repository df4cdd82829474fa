// @ts-check
// Gaia's colour-magnitude diagram of the stars of the page, in which this one is marked and another is opened.

// Air about the stars, in magnitudes of colour and of brightness.
const airAcross = 0.3;
const airUp = 0.5;

class ColorMagnitudeFigure extends Figure {
  /** @param {HTMLElement} stage @param {(place: number) => void} pick */
  constructor(stage, pick) {
    super(stage);
    this.pick = pick;
    /** The stars that have a place in it. @type {number[]} */
    this.places = [];
  }

  listen() {
    super.listen();
    this.plot.on("plotly_click", (/** @type {any} */ { points: [point] }) => this.pick(this.places[point.pointNumber]));
  }

  /** Marks a star. @param {Content} content that of this figure @param {ZvarObject} object */
  mark(content, { title, colorMagnitude = [NaN, NaN, 0] }) {
    const [color, magnitude] = colorMagnitude;
    const [own] = content.marks.slice(-1);
    own.x = [color];
    own.y = [magnitude];
    const count = this.places.length;
    content.summary = `Colour-magnitude diagram of ${count} ${count === 1 ? "star" : "stars"} of this page. `
      + `${title}: BP - RP ${color.toFixed(3)}, absolute G magnitude ${magnitude.toFixed(3)}.`;
    this.stage.setAttribute("aria-label", content.summary);
    this.plot.layout && this.drawMarks(this.plot.layout);
  }
}

/** @param {number[]} places of the stars @param {Theme} theme @returns {Content} */
function colorMagnitudeContent(places, theme) {
  const stars = places.map(place => objects.entries[place].colorMagnitude ?? [NaN, NaN, 0]);
  const x = stars.map(([color]) => color);
  const y = stars.map(([, magnitude]) => magnitude);
  const accent = getComputedStyle(document.documentElement).getPropertyValue("--accent").trim();
  const size = markSize(places.length);
  /** @type {(sure: 0 | 1, color: string) => Marks} */
  const marks = (sure, color) => {
    const those = stars.filter(star => star[2] === sure);
    return { x: those.map(star => star[0]), y: those.map(star => star[1]), shape: "circle", size, color, alpha: 0.6 };
  };
  return {
    traces: [unmarkedTrace("stars", x, y)],
    marks: [
      marks(0, theme.muted),
      marks(1, accent),
      { x: [], y: [], shape: "diamond", size: 13, color: theme.ink, alpha: 1 },
    ],
    across: { title: "BP - RP (mag)", range: [Math.min(...x) - airAcross, Math.max(...x) + airAcross] },
    up: { title: "Absolute G magnitude", range: [Math.max(...y) + airUp, Math.min(...y) - airUp] },
    says: [point => `${objects.entries[places[point]].title}: BP - RP ${x[point].toFixed(3)}, `
      + `G abs. ${y[point].toFixed(3)}`],
    summary: "",
    revision: "",
  };
}
