// @ts-check
// The page itself: its state, what its controls and keys do to it, and how it is shown.

/** @type {Star[]} */
let stars = [];
/** @type {State} */
let state;
/** @type {Figure} */
let foldFigure;
/** @type {Figure} */
let observedFigure;
let observedShown = "";
let showing = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let remembering;

// The slider's ends move the phase of the last exposure against the first by this many cycles.
const mostDrift = 2;

/** @param {string} id */
function byId(id) {
  return /** @type {HTMLInputElement} */ (document.getElementById(id));
}

const thisStar = () => stars[state.star];

function baseline() {
  const { from, to } = timeRange(thisStar());
  return Math.max(to - from, state.base);
}

function thisEpoch() {
  const star = thisStar();
  return epochOf(star.seen, star.bands.length, star.firstTime, state.period, state.zero);
}

const thisLink = () => location.href.replace(/#.*$/, "") + writeHash(state, stars);

/** @param {Partial<State>} change */
function change(change) {
  state = { ...state, ...change };
  // Browsers refuse an address that changes with every move of a slider.
  clearTimeout(remembering);
  remembering = setTimeout(() => history.replaceState(null, "", writeHash(state, stars)), 200);
  show();
}

/** @param {number} period */
function changePeriod(period) {
  if (period > 0 && Number.isFinite(period)) {
    change({ period, base: period });
  }
}

/** @param {number} period */
function choosePeriod(period) {
  change({ period, base: period, chosen: period });
}

/** @param {number} drift in cycles over the light curve */
function tunePeriod(drift) {
  change({ period: 1 / (1 / state.base + drift / baseline()) });
}

/** @param {number} step */
function stepPeriod(step) {
  const options = offeredPeriods();
  const place = options.findIndex(option => option.period === state.chosen);
  choosePeriod(options[(place + step + options.length) % options.length].period);
}

/** @param {number} place */
function changeStar(place) {
  const { bins, statistic, cycles, errors, color } = state;
  state = startingState(stars, (place + stars.length) % stars.length);
  change({ bins, statistic, cycles, errors, color });
}

/** @param {string} band */
function toggleBand(band) {
  const star = thisStar();
  if (star.bands.includes(band)) {
    change({ bands: star.bands.filter(each => state.bands.includes(each) !== (each === band)) });
  }
}

// The star's periods, and before them the one it was opened with where that is none of them.
function offeredPeriods() {
  const star = thisStar();
  const own = star.periods.some(entry => entry.period === state.chosen);
  const given = { period: state.chosen, label: `${durationText(state.chosen)} (given)` };
  return own ? star.periods : [given, ...star.periods];
}

/** @param {string} text @param {string} said */
async function copy(text, said) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // A page from a file, or an old browser, may not have the clipboard: the old way still works.
    const box = document.createElement("textarea");
    box.value = text;
    document.body.append(box);
    box.select();
    document.execCommand("copy");
    box.remove();
  }

  byId("said").textContent = said;
}

const copyPeriod = () => {
  const text = `${thisStar().psid}, ${state.period}`;
  return copy(text, `Copied ${text}`);
};

/** @returns {Theme} */
function theme() {
  const style = getComputedStyle(document.documentElement);
  const color = (/** @type {string} */ name) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: color("ink"),
    muted: color("muted"),
    grid: color("grid"),
    bands: { g: color("band-g"), r: color("band-r"), i: color("band-i") },
    ramp: rampBetween(color("ramp").split(/\s+/), 32),
  };
}

/** Colours between colours of six hexadecimal digits. @param {string[]} stops @param {number} count */
function rampBetween(stops, count) {
  return Array.from({ length: count }, (_, i) => {
    const place = i / (count - 1) * (stops.length - 1);
    const from = Math.min(stops.length - 2, Math.floor(place));
    const part = (/** @type {string} */ stop, /** @type {number} */ at) => parseInt(stop.slice(at, at + 2), 16);
    const mixed = [1, 3, 5].map(at =>
      Math.round(part(stops[from], at) + (place - from) * (part(stops[from + 1], at) - part(stops[from], at))));
    return `rgb(${mixed.join(" ")})`;
  });
}

// Draws at the next frame, once, however many changes came before it.
function show() {
  if (!showing) {
    showing = true;
    requestAnimationFrame(() => {
      showing = false;
      showNow();
    });
  }
}

function showNow() {
  const star = thisStar();
  const colors = theme();
  const epoch = thisEpoch();
  const fold = foldContent(star, state, epoch, colors);
  const bins = state.bins > 0 ? `, ${state.bins} bins` : "";
  byId("title").textContent = star.title;
  byId("subtitle").textContent = `${durationText(state.period)} (${periodDigits(state.period, baseline())} d), `
    + `phase 0 at BJD ${epoch.toFixed(5)}${bins}`;
  document.title = `${star.title} (period: ${durationText(state.period)})`;
  byId("synthetic").hidden = !star.synthetic;
  byId("fold").setAttribute("aria-label", `Folded light curve of ${star.title}. ${fold.summary}`);
  showControls(epoch);
  foldFigure.show(fold, colors);

  // The period and the phase are nothing to the light curve as observed.
  const shown = JSON.stringify([star.psid, state.bands, state.errors, colors]);
  if (shown !== observedShown) {
    observedShown = shown;
    const observed = observedContent(star, state, colors);
    byId("observed").setAttribute("aria-label", observed.summary);
    observedFigure.show(observed, colors);
  }
}

async function openPage() {
  stars = readStars();
  await loadPlotly();
  foldFigure = new Figure(byId("fold"));
  observedFigure = new Figure(byId("observed"));
  state = readHash(location.hash, stars);
  listenToControls();
  listenToKeys();
  window.addEventListener("hashchange", () => {
    state = readHash(location.hash, stars);
    show();
  });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  showNow();
  document.body.classList.add("ready");
}

openPage();
