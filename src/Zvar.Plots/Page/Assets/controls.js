// @ts-check
// The controls and the keys: both do the same things.

/**
 * The keys, what they do, and how that is said.
 * @type {{keys: string[], says: string, does: () => void}[]}
 */
const keyTable = [
  { keys: ["j"], says: "next period", does: () => stepPeriod(1) },
  { keys: ["k"], says: "previous period", does: () => stepPeriod(-1) },
  { keys: ["2"], says: "period × 2", does: () => changePeriod(state.period * 2) },
  { keys: ["3"], says: "period × 3", does: () => changePeriod(state.period * 3) },
  { keys: ["h"], says: "period × ½", does: () => changePeriod(state.period / 2) },
  { keys: ["t"], says: "period × ⅓", does: () => changePeriod(state.period / 3) },
  { keys: ["0"], says: "reset the period", does: () => changePeriod(state.chosen) },
  { keys: ["ArrowLeft"], says: "a little shorter", does: () => nudge(-0.02) },
  { keys: ["ArrowRight"], says: "a little longer", does: () => nudge(0.02) },
  { keys: ["+", "="], says: "ten bins more", does: () => change({ bins: clampBins(state.bins + 10) }) },
  { keys: ["-"], says: "ten bins fewer", does: () => change({ bins: clampBins(state.bins - 10) }) },
  { keys: ["m"], says: "mean or median", does: () => otherStatistic() },
  { keys: ["w"], says: "phase once or twice", does: () => change({ cycles: 3 - state.cycles }) },
  { keys: ["z"], says: "next place of phase zero", does: () => nextZero() },
  { keys: ["e"], says: "errors on or off", does: () => change({ errors: !state.errors }) },
  { keys: ["o"], says: "colours by band or time", does: () => otherColor() },
  { keys: ["g"], says: "g on or off", does: () => toggleBand("g") },
  { keys: ["r"], says: "r on or off", does: () => toggleBand("r") },
  { keys: ["i"], says: "i on or off", does: () => toggleBand("i") },
  { keys: ["n"], says: "next star", does: () => changeStar(state.star + 1) },
  { keys: ["p"], says: "previous star", does: () => changeStar(state.star - 1) },
  { keys: ["c"], says: "copy psid and period", does: () => copyPeriod() },
  { keys: ["l"], says: "copy a link to this view", does: () => copy(thisLink(), "Copied the link") },
  { keys: ["x"], says: "copy the command for this view", does: () => copy(thisCommand(), "Copied the command") },
  { keys: ["v"], says: "save a picture", does: () => savePicture() },
  { keys: ["s"], says: "look in SIMBAD", does: () => byId("simbad").hidden || byId("simbad").click() },
  { keys: ["?"], says: "these keys", does: () => showHelp() },
];

/** A longer period is a lower frequency. @param {number} longer in cycles over the light curve */
function nudge(longer) {
  tunePeriod((1 / state.period - 1 / state.base) * baseline() - longer);
}

function otherStatistic() {
  change({ statistic: state.statistic === "mean" ? "median" : "mean" });
}

function otherColor() {
  change({ color: state.color === "band" ? "time" : "band" });
}

function nextZero() {
  const places = /** @type {const} */ (["first", "minimum", "maximum"]);
  const place = places.findIndex(each => each === state.zero);
  change({ zero: places[(place + 1) % places.length] });
}

/** @param {string} name @param {string} text */
function element(name, text) {
  return Object.assign(document.createElement(name), { textContent: text });
}

function showHelp() {
  /** @type {HTMLDialogElement} */ (document.getElementById("help")).showModal();
}

function listenToKeys() {
  const list = byId("keys");
  for (const { keys, says } of keyTable) {
    const name = document.createElement("dt");
    name.append(...keys.map(key => element("kbd", key.replace("Arrow", ""))));
    list.append(name, element("dd", says));
  }

  document.addEventListener("keydown", event => {
    const writing = event.target instanceof Element && event.target.closest("input, select, textarea, dialog");
    if (event.ctrlKey || event.altKey || event.metaKey || writing) {
      return;
    }

    const entry = keyTable.find(({ keys }) => keys.includes(event.key));
    if (entry) {
      event.preventDefault();
      entry.does();
    }
  });
}

/** @param {string} id @param {"click" | "change" | "input"} type @param {(input: HTMLInputElement) => void} does */
function on(id, type, does) {
  byId(id).addEventListener(type, () => does(byId(id)));
}

/**
 * Says what is wrong with an input.
 * @param {HTMLInputElement} input @param {string} wrong empty for nothing
 */
function judge(input, wrong) {
  input.setAttribute("aria-invalid", String(wrong !== ""));
  byId("said").textContent = wrong;
}

function listenToControls() {
  on("next-star", "click", () => changeStar(state.star + 1));
  on("previous-star", "click", () => changeStar(state.star - 1));
  on("star", "change", input => changeStar(Number(input.value)));
  on("candidate", "change", input => choosePeriod(Number(input.value)));
  on("triple", "click", () => changePeriod(state.period * 3));
  on("double", "click", () => changePeriod(state.period * 2));
  on("half", "click", () => changePeriod(state.period / 2));
  on("third", "click", () => changePeriod(state.period / 3));
  on("reset", "click", () => changePeriod(state.chosen));
  on("tune", "input", input => tunePeriod(-Number(input.value)));
  on("period", "change", input => {
    const days = readDays(input.value);
    judge(input, days > 0 ? "" : `'${input.value}' is not a period. Write one of: ${durationForms}.`);
    changePeriod(days);
  });
  on("bins", "change", input => change({ bins: clampBins(Number(input.value)) }));
  on("statistic", "change", input => change({ statistic: input.value === "median" ? "median" : "mean" }));
  on("twice", "change", input => change({ cycles: input.checked ? 2 : 1 }));
  on("errors", "change", input => change({ errors: input.checked }));
  on("color", "change", input => change({ color: input.value === "time" ? "time" : "band" }));
  on("zero", "change", input => change({ zero: readZero(input.value) ?? thisEpoch() }));
  on("epoch", "change", input => {
    const epoch = readZero(input.value);
    judge(input, epoch === null ? `'${input.value}' is not an epoch. Write a BJD, as in 2458263.98.` : "");
    if (epoch !== null) {
      change({ zero: epoch });
    }
  });
  on("copy", "click", copyPeriod);
  on("link", "click", () => copy(thisLink(), "Copied the link"));
  on("command", "click", () => copy(thisCommand(), "Copied the command"));
  on("picture", "click", () => savePicture());
  on("show-help", "click", showHelp);
}

/** @param {string} id @param {{value: string, text: string}[]} options @param {string} value */
function offer(id, options, value) {
  const list = /** @type {HTMLSelectElement} */ (document.getElementById(id));
  list.replaceChildren(...options.map(({ value, text }) => new Option(text, value)));
  list.value = value;
}

/** Sets an input unless the reader is writing in it. @param {string} id @param {string} value */
function fill(id, value) {
  const input = byId(id);
  if (input.getAttribute("aria-invalid") !== "true" || document.activeElement !== input) {
    input.value = value;
    input.setAttribute("aria-invalid", "false");
  }
}

/** @param {number} epoch */
function showControls(epoch) {
  const star = thisStar();
  byId("stars").hidden = stars.length === 1;
  offer("star", stars.map((each, i) => ({ value: String(i), text: `${i + 1} of ${stars.length}: ${each.title}` })),
    String(state.star));
  offer("candidate", offeredPeriods().map(({ period, label }) => ({ value: String(period), text: label })),
    String(state.chosen));
  fill("period", String(state.period));
  const drift = (1 / state.base - 1 / state.period) * baseline();
  byId("tune").max = String(mostDrift);
  byId("tune").min = String(-mostDrift);
  byId("tune").value = String(drift);
  byId("tune").setAttribute("aria-valuetext", `${periodDigits(state.period, baseline())} days`);
  fill("bins", String(state.bins));
  byId("statistic").value = state.statistic;
  byId("twice").checked = state.cycles === 2;
  byId("errors").checked = state.errors;
  byId("color").value = state.color;
  byId("zero").value = typeof state.zero === "number" ? "time" : state.zero;
  fill("epoch", typeof state.zero === "number" ? String(state.zero) : epoch.toFixed(5));
  showBands(star);
  const link = /** @type {HTMLAnchorElement} */ (document.getElementById("simbad"));
  link.hidden = star.simbad === null;
  link.href = star.simbad ?? "";
}

/** The legend: a button for each band. @param {Star} star */
function showBands(star) {
  const legend = byId("bands");
  if (legend.dataset.psid !== star.psid) {
    legend.dataset.psid = star.psid;
    legend.replaceChildren(...star.bands.map(band => {
      const button = Object.assign(document.createElement("button"), { type: "button" });
      button.dataset.band = band;
      button.append(Object.assign(document.createElement("span"), { className: `mark ${band}` }),
        `${band} (${rowsOf(star, band).length})`);
      button.addEventListener("click", () => toggleBand(band));
      return button;
    }));
  }

  legend.querySelectorAll("button").forEach(button =>
    button.setAttribute("aria-pressed", String(state.bands.includes(button.dataset.band ?? ""))));
}
