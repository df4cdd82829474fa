// @ts-check
// The elements of the document, and what is done to them.

/** @param {string} id */
function byId(id) {
  return /** @type {HTMLInputElement} */ (document.getElementById(id));
}

/** @param {string} name @param {string} text */
function element(name, text) {
  return Object.assign(document.createElement(name), { textContent: text });
}

/** What a script element of the page holds that is no script. @param {string} id */
function dataOf(id) {
  return byId(id).textContent ?? "";
}

/** @param {string} id @param {"click" | "change" | "input"} type @param {(input: HTMLInputElement) => void} does */
function on(id, type, does) {
  byId(id).addEventListener(type, () => does(byId(id)));
}

/** Says something to the reader. @param {string} text */
function say(text) {
  byId("said").textContent = text;
}

/**
 * Says what is wrong with an input.
 * @param {HTMLInputElement} input @param {string} wrong empty for nothing
 */
function judge(input, wrong) {
  input.setAttribute("aria-invalid", String(wrong !== ""));
  say(wrong);
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

  say(said);
}
