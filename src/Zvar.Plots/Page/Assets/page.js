// @ts-check
// The page itself: its state, what the controls and keys that all pages have do to it, and how it is shown.

/**
 * What pages of a kind have of their own.
 * @typedef {object} Kind
 * @property {string} cmdlet that shows the same
 * @property {() => void} [begin] what is done once the stars are known, before one is shown
 * @property {(object: ZvarObject, place: number) => Partial<State>} start the state in which an object is
 *   shown first
 * @property {(keyof State)[]} kept from one object to the next
 * @property {(state: State) => Record<string, string>} write the state's own part of an address
 * @property {(said: URLSearchParams, state: State, object: ZvarObject) => void} read
 * @property {(place: number) => boolean} [isSteppedTo] whether an object is gone to by going on
 * @property {Key[]} keys
 * @property {boolean} [withoutBands] whether there are no exposures to be shown by their bands
 * @property {() => void} open makes figures, listens to controls
 * @property {(object: ZvarObject, theme: Theme) => {subtitle: string, heading: string}} show
 * @property {() => Figure} figure the one that is saved
 * @property {(object: ZvarObject) => string[]} command what the cmdlet is to be told
 *
 * Some keys, what they do, and how that is said. The next key waits for what takes its time. Once: a key that is held
 * down does it but once.
 * @typedef {{keys: string[], says: string, does: () => unknown, once?: boolean}} Key
 */

// A star that is there in less, in milliseconds, is not said to be on its way.
const soon = 200;

/** @type {Objects} */
let objects;
/** @type {ZvarObject} */
let object;
/** @type {State} */
let state;
/** @type {Kind} */
let kind;
let showing = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let remembering;
/** @type {Promise<unknown>} */
let turn = Promise.resolve();

const thisObject = () => object;

const thisLink = () => location.href.replace(/#.*$/, "") + writeHash(state, objects, kind);

/** The command that draws this view. What nobody can be asked for has come by a pipeline. */
function thisCommand() {
  const object = thisObject();
  return [
    object.computed ? `$fold | ${kind.cmdlet}`
      : object.psid ? `${kind.cmdlet} ${object.psid}`
      : `$lightCurve | ${kind.cmdlet}`,
    ...kind.command(object),
    ...state.bands.length < object.bands.length ? [`-Band ${state.bands.map(textArgument).join(", ")}`] : [],
    `-Path ${textArgument(`${object.file}.png`)}`,
  ].join(" ");
}

/** @param {Partial<State>} change */
function change(change) {
  state = { ...state, ...change };
  // Browsers refuse an address that changes with every move of a slider.
  clearTimeout(remembering);
  remembering = setTimeout(() => history.replaceState(null, "", writeHash(state, objects, kind)), 200);
  show();
}

/**
 * Does what the reader asks for after what was asked before: the star that is stepped to may still have to be unpacked,
 * and what is pressed meanwhile is meant for it.
 * @param {() => unknown} does
 */
function inTurn(does) {
  turn = turn.then(does).catch(reportError);
}

/**
 * Makes a star the one that is shown, in the state it begins with.
 * @param {number} place @param {(object: ZvarObject) => State} begin
 * @returns {Promise<boolean>} whether it could be read
 */
async function openObject(place, begin) {
  const { title } = objects.entries[place];
  const which = `${place + 1} of ${objects.count}: ${title}`;
  let late = false;
  const waiting = setTimeout(() => {
    late = true;
    say(`Loading ${which}`);
  }, soon);
  byId("figures").setAttribute("aria-busy", "true");
  const opened = await objects.get(place).catch(() => null);
  clearTimeout(waiting);
  byId("figures").setAttribute("aria-busy", "false");
  if (opened === null) {
    say(`This page is damaged, or not whole: it cannot show ${which}.`);
    return false;
  }

  state = begin(opened);
  object = opened;
  late && say("");
  return true;
}

/** @param {number} place @returns {Promise<boolean>} whether that one is shown now */
async function changeObject(place) {
  const kept = Object.fromEntries(["errors", "color", ...kind.kept].map(name =>
    [name, state[/** @type {keyof State} */ (name)]]));
  const opened = await openObject(place, object => startingState(object, place, kind));
  change(opened ? kept : {});
  return opened;
}

/** To the next star that is stepped to and can be shown, or the one before. @param {1 | -1} direction */
async function stepObject(direction) {
  const isSteppedTo = kind.isSteppedTo ?? (() => true);
  const from = state.object;
  let place = from;
  do {
    place = (place + direction + objects.count) % objects.count;
  } while (place !== from && !(isSteppedTo(place) && await changeObject(place)));
}

/** Opens what the address names. */
function openAddress() {
  const place = findInAddress(objects, location.hash);
  return openObject(place, opened => readHash(location.hash, opened, place, kind));
}

/** @param {string} band */
function toggleBand(band) {
  const { bands } = thisObject();
  if (bands.includes(band)) {
    change({ bands: bands.filter(each => state.bands.includes(each) !== (each === band)) });
  }
}

// All bands, each alone, and all again.
function nextBand() {
  const { bands } = thisObject();
  const next = state.bands.length === 1 && bands.length > 1 ? bands.indexOf(state.bands[0]) + 1 : 0;
  change({ bands: next < bands.length ? [bands[next]] : [...bands] });
}

function otherColor() {
  change({ color: state.color === "band" ? "time" : "band" });
}

function showHelp() {
  /** @type {HTMLDialogElement} */ (document.getElementById("help")).showModal();
}

/** @type {Key[]} */
const bandKeys = [
  { keys: ["e"], says: "errors on or off", does: () => change({ errors: !state.errors }) },
  { keys: ["o"], says: "colours by band or time", does: () => otherColor() },
  { keys: ["g"], says: "g on or off", does: () => toggleBand("g") },
  { keys: ["r"], says: "r on or off", does: () => toggleBand("r") },
  { keys: ["i"], says: "i on or off", does: () => toggleBand("i") },
  { keys: ["b"], says: "one band after the other", does: () => nextBand() },
];

/** @type {Key[]} */
const commonKeys = [
  { keys: ["n"], says: "next star", does: () => stepObject(1) },
  { keys: ["p"], says: "previous star", does: () => stepObject(-1) },
  { keys: ["l"], says: "copy a link to this view", does: () => void copy(thisLink(), "Copied the link") },
  { keys: ["x"], says: "copy the command for this view", does: () => void copy(thisCommand(), "Copied the command") },
  { keys: ["v"], says: "save a picture", does: () => void savePicture(thisObject(), kind.figure()) },
  { keys: ["s"], says: "look in SIMBAD", does: () => void (byId("simbad").hidden || byId("simbad").click()) },
  { keys: ["?"], says: "these keys", does: () => showHelp() },
];

function listenToKeys() {
  const table = [...kind.keys, ...kind.withoutBands ? [] : bandKeys, ...commonKeys];
  const list = byId("keys");
  for (const { keys, says } of table) {
    const name = document.createElement("dt");
    name.append(...keys.map(key => element("kbd", key.replace("Arrow", ""))));
    list.append(name, element("dd", says));
  }

  // A list or a switch that was used with the pointer gives the keys back; who uses it with keys goes on with them.
  document.addEventListener("change", ({ target }) =>
    target instanceof HTMLElement && !target.matches(":focus-visible") && target.blur());
  document.addEventListener("keydown", event => {
    const writing = event.target instanceof Element && event.target.closest("input, select, textarea, dialog");
    if (event.ctrlKey || event.altKey || event.metaKey || writing) {
      return;
    }

    const entry = table.find(({ keys }) => keys.includes(event.key));
    if (entry) {
      event.preventDefault();
    }

    if (entry && !(entry.once && event.repeat)) {
      inTurn(entry.does);
    }
  });
}

function listenToControls() {
  on("next-object", "click", () => inTurn(() => stepObject(1)));
  on("previous-object", "click", () => inTurn(() => stepObject(-1)));
  on("object", "change", input => {
    const place = Number(input.value);
    inTurn(() => changeObject(place));
  });
  on("errors", "change", input => change({ errors: input.checked }));
  on("color", "change", input => change({ color: input.value === "time" ? "time" : "band" }));
  on("link", "click", () => copy(thisLink(), "Copied the link"));
  on("command", "click", () => copy(thisCommand(), "Copied the command"));
  on("picture", "click", () => savePicture(thisObject(), kind.figure()));
  on("show-help", "click", showHelp);
}

/** @param {ZvarObject} object @param {Theme} theme */
function showControls(object, theme) {
  /** @type {HTMLSelectElement} */ (document.getElementById("object")).selectedIndex = state.object;
  byId("errors").checked = state.errors;
  byId("color").value = state.color;
  showBands(object, theme);
  for (const name of /** @type {const} */ (["simbad", "vsx", "aladin"])) {
    const link = /** @type {HTMLAnchorElement} */ (document.getElementById(name));
    link.hidden = object[name] === null;
    link.href = object[name] ?? "";
  }

  // A fold that came computed has nothing to be folded again.
  document.querySelectorAll("[data-of='light-curve']").forEach(part =>
    /** @type {HTMLElement} */ (part).hidden = object.computed !== undefined);
  document.querySelectorAll("[data-of='periodogram']").forEach(part =>
    /** @type {HTMLElement} */ (part).hidden = object.periodogram === undefined);
  byId("bands").hidden = byId("points").hidden = kind.withoutBands === true;
}

/** How many exposures there are in a band. @param {ZvarObject} object @param {string} band */
function countOf(object, band) {
  const { computed } = object;
  return computed
    ? rowsOf(object, computed, band).reduce((sum, i) => sum + computed.count[i], 0)
    : rowsOf(object, object.seen, band).length;
}

/** The legend: a button for each band. @param {ZvarObject} object @param {Theme} theme */
function showBands(object, theme) {
  const legend = byId("bands");
  if (legend.dataset.object !== String(state.object)) {
    legend.dataset.object = String(state.object);
    legend.replaceChildren(...object.bands.map(band => {
      const button = Object.assign(document.createElement("button"), { type: "button" });
      button.append(document.createElement("span"), `${nameOf(object, band)} (${countOf(object, band)})`.trim());
      button.addEventListener("click", () => toggleBand(band));
      return button;
    }));
  }

  legend.querySelectorAll("button").forEach((button, i) => {
    const { color, shape } = styleOf(object, object.bands[i], theme);
    const mark = /** @type {HTMLElement} */ (button.firstChild);
    mark.className = `mark ${shape}`;
    mark.style.background = color;
    button.setAttribute("aria-pressed", String(state.bands.includes(object.bands[i])));
  });
}

/** @returns {Theme} */
function theme() {
  const style = getComputedStyle(document.documentElement);
  const color = (/** @type {string} */ name) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: color("ink"),
    muted: color("muted"),
    grid: color("grid"),
    dark: window.matchMedia("(prefers-color-scheme: dark)").matches,
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
  const object = thisObject();
  const colors = theme();
  showControls(object, colors);
  const { subtitle, heading } = kind.show(object, colors);
  byId("title").textContent = object.title;
  byId("subtitle").textContent = subtitle + object.leftOut;
  byId("synthetic").hidden = !object.synthetic;
  document.title = heading;
  objects.prepare(state.object);
}

/** Lists the stars to choose among, once: there may be ten thousand. */
function listObjects() {
  byId("objects").hidden = objects.count === 1;
  const options = objects.entries.map(({ title }, i) =>
    ({ value: String(i), text: `${i + 1} of ${objects.count}: ${title}` }));
  // A list that is as wide as its widest entry is measured with all its entries whenever something on the page moves.
  byId("object").style.width = `calc(${Math.max(...options.map(({ text }) => text.length))}ch + 3em)`;
  offer("object", options, String(state.object));
}

/** @param {Kind} itsKind */
async function openPage(itsKind) {
  kind = itsKind;
  objects = new Objects(JSON.parse(dataOf("index-data")));
  kind.begin?.();
  const [opened] = await Promise.all([openAddress(), loadPlotly()]);
  if (!opened && !await openObject(0, first => startingState(first, 0, kind))) {
    return;
  }

  kind.open();
  listObjects();
  listenToControls();
  listenToKeys();
  window.addEventListener("hashchange", () => inTurn(async () => {
    await openAddress() && show();
  }));
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  showNow();
  document.body.classList.add("ready");
}
