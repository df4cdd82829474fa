// @ts-check
// Vetting: the reader gives one star after the other a label. A page that was not made for it has nothing of it.

/**
 * A label, and its colours on light ground and on dark.
 * @typedef {{name: string, light: string, dark: string}} Label
 *
 * @typedef {object} Vetting
 * @property {string} identity of the stars of this page, whatever its path and its time
 * @property {Label[]} labels in the order of the keys 1 to 9 and 0
 * @property {string} labeller
 * @property {(Verdict & {psid: string, targetName: string, synthetic: boolean})[]} verdicts taken up
 */

/** @type {Vetting | null} */
const vetting = JSON.parse(dataOf("vetting-data"));

// How long the browser may take to fetch a file that it is given, in milliseconds.
const untilTaken = 60_000;

const allStars = "all";
const unlabelled = "unlabelled";

// The keys that digits had before they gave labels.
const movedKeys = new Map([["2", "d"], ["3", "y"], ["0", "u"]]);

/** @type {VerdictStore} */
let verdicts;

/** The star at each place. @type {string[]} */
let stars = [];

/** Which stars are stepped through: all, those without a label, or those with the label after the colon. */
let filter = allStars;

// Whether something was given since the verdicts were saved.
let unsaved = false;

function beginVetting() {
  if (vetting) {
    verdicts = new VerdictStore(vetting.identity);
    stars = objects.entries.map(starOf);
    vetting.verdicts.forEach(({ psid, targetName, synthetic, ...verdict }) =>
      verdicts.takeUp({ star: starOf({ psid, targetName, synthetic }), verdict }));
  }
}

/** What was said of the star at a place. @param {number} place */
function verdictAt(place) {
  return vetting && verdicts.get(stars[place]);
}

/** Whether a star is stepped to. @param {number} place */
function isSteppedTo(place) {
  const label = verdictAt(place)?.label ?? "";
  return filter === allStars || filter === (label ? `label:${label}` : unlabelled);
}

/** The keys in force. @param {Key[]} keys those of a page without vetting @returns {Key[]} */
function vettingKeys(keys) {
  return vetting
    ? [
      ...vetting.labels.map(({ name }, place) =>
        ({ keys: [keyOfLabel(place)], says: `label ${name}, next star`, does: () => giveLabel(name), once: true })),
      { keys: ["Backspace"], says: "take the last verdict back", does: () => takeBack() },
      { keys: ["a"], says: "write a note", does: () => byId("note").focus() },
      ...keys.map(key => ({ ...key, keys: key.keys.map(name => movedKeys.get(name) ?? name) })),
    ]
    : keys;
}

/** @param {number} place in the list of labels */
function keyOfLabel(place) {
  return String((place + 1) % 10);
}

/** Says something of this star, with the period and the epoch as they are tuned. @param {Partial<Verdict>} said */
function give(said) {
  const { label, note } = { label: "", note: "", ...verdictAt(state.object), ...said };
  const epoch = thisEpoch();
  verdicts.give(stars[state.object], label || note
    ? {
      label,
      period: Number.isFinite(state.period) ? state.period : null,
      epoch: Number.isFinite(epoch) ? epoch : null,
      note,
      labeller: byId("labeller").value.trim(),
      time: timeOf(new Date().toISOString()),
    }
    : null);
  unsaved = true;
  showVetting();
}

/** @param {string} label */
function giveLabel(label) {
  give({ label });
  say(`${label}: ${thisObject().title}`);
  return stepObject(1);
}

/** @param {string} text */
function giveNote(text) {
  const note = text.trim();
  if (note !== (verdictAt(state.object)?.note ?? "")) {
    give({ note });
    say(`${note ? "Noted" : "No note"}: ${thisObject().title}`);
  }
}

/** Takes the last verdict back, and shows its star. */
async function takeBack() {
  const star = verdicts.undo();
  if (star === null) {
    say("There is nothing to take back.");
    return;
  }

  unsaved = true;
  const place = stars.indexOf(star);
  await changeObject(place);
  showVetting();
  say(`Taken back: ${objects.entries[place].title}`);
}

/** @param {File} file */
async function loadVerdicts(file) {
  try {
    const here = new Set(stars);
    const given = readVerdicts(await file.text());
    const ours = given.filter(({ star }) => here.has(star));
    ours.forEach(one => verdicts.takeUp(one));
    showVetting();
    say(`${ours.length} of the ${given.length} verdicts of ${file.name} are on stars of this page.`);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  }
}

function saveVerdicts() {
  const saved = [...new Map(stars.map((star, place) => [star, place]))].flatMap(([star, place]) => {
    const verdict = verdicts.get(star);
    return verdict ? [{ entry: objects.entries[place], verdict }] : [];
  });
  const url = URL.createObjectURL(new Blob([writeVerdicts(saved)], { type: "text/csv" }));
  saveFile("verdicts.csv", url);
  setTimeout(() => URL.revokeObjectURL(url), untilTaken);
  unsaved = false;
  say(`Saved ${saved.length} verdicts`);
}

function openVetting() {
  byId("vetting").hidden = vetting === null;
  if (!vetting) {
    return;
  }

  byId("labeller").value = vetting.labeller;
  byId("labels").replaceChildren(...vetting.labels.map((label, place) => {
    const button = Object.assign(document.createElement("button"), { type: "button" });
    button.setAttribute("aria-keyshortcuts", keyOfLabel(place));
    button.append(element("kbd", keyOfLabel(place)), markOf(label), label.name);
    button.addEventListener("click", () => inTurn(() => giveLabel(label.name)));
    return button;
  }));
  on("undo", "click", () => inTurn(takeBack));
  on("save-verdicts", "click", saveVerdicts);
  on("load-verdicts", "click", () => byId("verdicts-file").click());
  on("verdicts-file", "change", input => {
    const [file] = input.files ?? [];
    input.value = "";
    inTurn(() => loadVerdicts(file));
  });
  on("filter", "change", input => filter = input.value);
  listenToNote();
  window.addEventListener("storage", event => verdicts.take(event.key ?? "", event.newValue) && showVetting());
  window.addEventListener("beforeunload", event => verdicts.refusal && unsaved && event.preventDefault());
}

// Enter keeps a note and Escape drops it; either goes back to the keys.
function listenToNote() {
  const note = byId("note");
  on("note", "change", ({ value }) => inTurn(() => giveNote(value)));
  note.addEventListener("keydown", event => {
    if (event.key === "Escape") {
      note.value = verdictAt(state.object)?.note ?? "";
    }

    if (event.key === "Enter" || event.key === "Escape") {
      event.preventDefault();
      note.blur();
    }
  });
}

/** Shows what was said of this star, and how many are done. */
function showVetting() {
  showVerdict(thisObject());
  if (!vetting) {
    return;
  }

  const verdict = verdictAt(state.object);
  /** @type {Map<string, number>} */
  const counts = new Map();
  stars.forEach((_, place) => {
    const label = verdictAt(place)?.label ?? "";
    counts.set(label, (counts.get(label) ?? 0) + 1);
  });
  byId("labels").querySelectorAll("button").forEach((button, place) => {
    const label = vetting.labels[place];
    button.setAttribute("aria-pressed", String(verdict?.label === label.name));
    button.querySelector(".mark")?.replaceWith(markOf(label));
  });
  if (document.activeElement !== byId("note")) {
    byId("note").value = verdict?.note ?? "";
  }

  showProgress(counts);
  byId("refusal").hidden = verdicts.refusal === "";
  byId("refusal").textContent = verdicts.refusal;
}

/** @param {Label} label */
function markOf(label) {
  const mark = Object.assign(document.createElement("span"), { className: "mark" });
  mark.style.background = theme().dark ? label.dark : label.light;
  return mark;
}

/**
 * What a star was taken for, here or by whoever made the page.
 * @param {number} place @param {Record<string, any>} view how it is shown first, as far as it is known
 */
function takenFor(place, view) {
  const { label, note } = vetting
    ? verdictAt(place) ?? { label: "", note: "" }
    : { label: view.label?.name ?? "", note: "" };
  /** @type {Label | null} */
  const known = vetting?.labels.find(({ name }) => name === label) ?? (view.label?.name === label ? view.label : null);
  return { label, note, known };
}

/** Shows it beside the title. @param {ZvarObject} object */
function showVerdict({ view }) {
  const { label, note, known } = takenFor(state.object, view);
  byId("verdict").hidden = !label && !note;
  byId("verdict").replaceChildren(...known ? [markOf(known)] : [], [label, note].filter(text => text).join(": "));
}

/** @param {Map<string, number>} counts of the stars by their label */
function showProgress(counts) {
  const done = stars.length - (counts.get("") ?? 0);
  const bar = /** @type {HTMLProgressElement} */ (document.getElementById("vetted"));
  bar.max = stars.length;
  bar.value = done;
  byId("vetted-label").textContent = `${done} of ${stars.length} vetted`;
  const labels = new Set([...(vetting?.labels ?? []).map(({ name }) => name), ...counts.keys()]);
  labels.delete("");
  offer("filter", [
    { value: allStars, text: `all stars (${stars.length})` },
    { value: unlabelled, text: `without a label (${counts.get("") ?? 0})` },
    ...[...labels].map(name => ({ value: `label:${name}`, text: `${name} (${counts.get(name) ?? 0})` })),
  ], filter);
}
