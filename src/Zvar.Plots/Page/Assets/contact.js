// @ts-check
// The contact sheet: all stars as small folds, of which one is picked by a click. A fold is drawn when it comes into
// sight and let go when it leaves, one after the other, so that it matters little how many there are.

// How far out of sight folds are drawn.
const contactAhead = "200px";

/** Made when it is opened first. @type {HTMLDialogElement} */
let contact;

/** @type {IntersectionObserver} */
let contactSight;

/** The cells that are in sight and not drawn yet. @type {Set<HTMLButtonElement>} */
const contactWanted = new Set();
let contactDrawing = false;

/** Makes the button that opens the sheet; a page of one star has none. */
function openContact() {
  const button = Object.assign(element("button", "All stars"), { type: "button", id: "show-contact" });
  button.addEventListener("click", showContact);
  byId("objects").prepend(button);
}

function makeContact() {
  contact = Object.assign(document.createElement("dialog"), { id: "contact" });
  contact.setAttribute("aria-labelledby", "contact-title");
  const close = Object.assign(element("button", "Close"), { type: "button" });
  close.addEventListener("click", () => contact.close());
  const head = document.createElement("header");
  const title = document.createElement("div");
  title.append(
    Object.assign(document.createElement("h2"), { id: "contact-title" }),
    Object.assign(element("p", byId("synthetic").textContent ?? ""), { id: "contact-synthetic" }));
  head.append(title, close);
  const cells = Object.assign(document.createElement("div"), { className: "cells" });
  contact.append(head, cells);
  contact.addEventListener("close", leaveContact);
  document.body.append(contact);
  contactSight = new IntersectionObserver(
    seen => seen.forEach(({ isIntersecting, target }) =>
      watchCell(/** @type {HTMLButtonElement} */ (target), isIntersecting)),
    { root: contact, rootMargin: contactAhead });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () =>
    contact.open && contactCells().forEach(cell => cell.querySelector("canvas") && wantCell(cell)));
}

/** @returns {HTMLButtonElement[]} */
function contactCells() {
  return [...contact.querySelectorAll("button")].filter(button => button.dataset.place);
}

/** Shows the stars that are stepped through, and among them the one that was shown. */
function showContact() {
  contact ?? makeContact();
  const places = objects.entries.map((_, place) => place).filter(place => kind.isSteppedTo?.(place) ?? true);
  byId("contact-title").textContent = places.length === objects.count
    ? `All ${objects.count} stars`
    : `${places.length} of ${objects.count} stars`;
  byId("contact-synthetic").hidden = !places.some(place => objects.entries[place].synthetic);
  contact.querySelector(".cells")?.replaceChildren(...places.map(cellOf));
  contact.showModal();
  const cells = contactCells();
  cells.forEach(cell => contactSight.observe(cell));
  const shown = cells[places.indexOf(state.object)];
  shown?.setAttribute("aria-current", "true");
  shown?.focus();
  shown?.scrollIntoView({ block: "center" });
}

function leaveContact() {
  contactSight.disconnect();
  contactWanted.clear();
  contact.querySelector(".cells")?.replaceChildren();
}

/** @param {number} place */
function cellOf(place) {
  const cell = Object.assign(document.createElement("button"), { type: "button" });
  cell.dataset.place = String(place);
  cell.append(Object.assign(element("span", objects.entries[place].title), { className: "name" }));
  showLabelOf(cell, place, {});
  cell.addEventListener("click", () => {
    contact.close();
    inTurn(() => changeObject(place));
  });
  return cell;
}

/**
 * Shows what a star was taken for, as far as it is known.
 * @param {HTMLElement} cell @param {number} place @param {Record<string, any>} view
 */
function showLabelOf(cell, place, view) {
  const { label, known } = takenFor(place, view);
  cell.querySelector(".label")?.remove();
  if (label) {
    const said = Object.assign(document.createElement("span"), { className: "label" });
    said.append(...known ? [markOf(known)] : [], label);
    cell.append(" ", said);
  }
}

/** @param {HTMLButtonElement} cell @param {boolean} inSight */
function watchCell(cell, inSight) {
  if (inSight) {
    wantCell(cell);
  } else {
    contactWanted.delete(cell);
    cell.querySelector("canvas")?.remove();
  }
}

/** @param {HTMLButtonElement} cell */
async function wantCell(cell) {
  contactWanted.add(cell);
  if (contactDrawing) {
    return;
  }

  contactDrawing = true;
  // What comes into sight meanwhile is in the set too, and what has left it is not.
  for (const next of contactWanted) {
    contactWanted.delete(next);
    await drawCell(next);
  }

  contactDrawing = false;
}

/** @param {HTMLButtonElement} cell */
async function drawCell(cell) {
  const place = Number(cell.dataset.place);
  // One that cannot be read has its name alone.
  const object = await objects.get(place).catch(() => null);
  if (!object || !cell.isConnected) {
    return;
  }

  const canvas = cell.querySelector("canvas") ?? document.createElement("canvas");
  cell.prepend(canvas);
  const { period, zero } = startingState(object, place, kind);
  drawSmallFold(canvas, object, period, zero, theme());
  showLabelOf(cell, place, object.view);
}
