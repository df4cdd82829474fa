// @ts-check
// What the pipeline brought of a star, beside its fold: its place among the others in the colour-magnitude diagram, the
// periods it may have, how it varies. Where nothing came there is nothing.

/** @type {ColorMagnitudeFigure} */
let colorMagnitudeFigure;
let contextShown = "";
let candidatesShown = "";

function openContext() {
  colorMagnitudeFigure = new ColorMagnitudeFigure(byId("color-magnitude"), place => inTurn(() => changeObject(place)));
  colorMagnitudeFigure.places = objects.entries.map((_, place) => place)
    .filter(place => objects.entries[place].colorMagnitude);
}

/**
 * Makes room for it at once; what takes its time to be drawn follows the fold.
 * @param {ZvarObject} object @param {Theme} theme
 */
function showContext(object, theme) {
  const { colorMagnitude, statistics } = object;
  const periods = object.periods.some(({ found }) => found) && object.periods.length > 1 ? object.periods : [];
  byId("color-magnitude-part").hidden = !colorMagnitude;
  byId("candidates-part").hidden = periods.length === 0;
  byId("statistics-part").hidden = !statistics;
  byId("context").hidden = !colorMagnitude && !statistics && periods.length === 0;
  if (byId("context").hidden) {
    return;
  }

  showCandidates(object, periods, theme);
  const shown = JSON.stringify([state.object, theme]);
  if (contextShown !== shown) {
    contextShown = shown;
    statistics && showStatistics(statistics);
    colorMagnitude && setTimeout(() => showColorMagnitude(object, theme));
  }
}

/** @param {ZvarObject} object @param {Theme} theme */
async function showColorMagnitude(object, theme) {
  if (JSON.stringify(colorMagnitudeFigure.theme) !== JSON.stringify(theme)) {
    const content = colorMagnitudeContent(colorMagnitudeFigure.places, theme);
    colorMagnitudeFigure.mark(content, object);
    await colorMagnitudeFigure.show(content, theme);
  }

  colorMagnitudeFigure.content && colorMagnitudeFigure.mark(colorMagnitudeFigure.content, thisObject());
}

/**
 * A button for each period, with the fold at it: pressed where it is the one.
 * @param {ZvarObject} object @param {ZvarObject["periods"]} periods @param {Theme} theme
 */
function showCandidates(object, periods, theme) {
  const list = byId("candidates");
  const shown = JSON.stringify([state.object, state.zero, theme]);
  if (candidatesShown !== shown) {
    candidatesShown = shown;
    list.replaceChildren(...periods.map(candidateButton));
    setTimeout(() => drawCandidates(object, periods, theme));
  }

  [...list.children].forEach((button, i) =>
    button.setAttribute("aria-pressed", String(periods[i].period === state.period)));
}

/** @param {ZvarObject["periods"][0]} candidate */
function candidateButton({ period, whose, label }) {
  const button = Object.assign(document.createElement("button"), { type: "button", title: label });
  button.append(
    document.createElement("canvas"),
    element("span", `${periodDigits(period, thisObject().baseline)} d`),
    " ",
    Object.assign(element("span", whose), { className: "whose" }));
  button.addEventListener("click", () => choosePeriod(period));
  return button;
}

/**
 * One fold after the other, so that a key need not wait for all.
 * @param {ZvarObject} object @param {ZvarObject["periods"]} periods @param {Theme} theme
 */
async function drawCandidates(object, periods, theme) {
  const shown = candidatesShown;
  const canvases = byId("candidates").querySelectorAll("canvas");
  for (let i = 0; i < periods.length && shown === candidatesShown; i++) {
    drawSmallFold(canvases[i], object, periods[i].period, state.zero, theme);
    await new Promise(later => setTimeout(later));
  }
}

/** @param {NonNullable<ZvarObject["statistics"]>} bands */
function showStatistics(bands) {
  const heading = (/** @type {string} */ text, /** @type {string} */ scope) =>
    Object.assign(element("th", text), { scope });
  const headings = bands.map(({ band }) => heading(band, "col"));
  byId("statistics-bands").replaceChildren(document.createElement("td"), ...headings);
  byId("statistics").replaceChildren(...settings.statistics.map(({ name, unit, says }, i) => {
    const row = document.createElement("tr");
    const title = Object.assign(heading("", "row"), { title: says });
    // A name may go over two lines between its words.
    title.append(...name.split(/(?=[A-Z])/).flatMap(word => [word, document.createElement("wbr")]));
    title.append(unit ? ` (${unit})` : "");
    row.append(title, ...bands.map(({ values }) => element("td", values[i])));
    return row;
  }));
}
