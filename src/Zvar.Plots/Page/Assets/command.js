// @ts-check
// What PowerShell reads: the arguments of a command, which is pasted and run. Whatever a table calls its bands and
// stars stays a text in quotes; nothing but our own words and numbers stands without.

// What a terminal would take for a key, or show somewhere else than it is.
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * A text. PowerShell takes curly quotes for quotes too, single and double ones, and behind --% it reads no quotes,
 * though that be in quotes itself: what begins with a dash is in parentheses.
 * @param {string} text
 */
function textArgument(text) {
  return /^\p{Pd}/u.test(text) ? `(${quoted(text)})` : quoted(text);
}

/** @param {string} text */
function quoted(text) {
  const escape = (/** @type {string} */ letter) => `\`u{${letter.codePointAt(0)?.toString(16)}}`;
  return text.search(unseen) < 0
    ? `'${text.replace(/['‘’‚‛]/g, "$&$&")}'`
    : `"${text.replace(/[`$"“”„]/g, "`$&").replace(unseen, escape)}"`;
}

/**
 * A parameter with a number, as far as it is one.
 * @param {string} name @param {number} value @param {number} [decimals]
 */
function numberArgument(name, value, decimals) {
  return Number.isFinite(value) ? [`-${name} ${decimals === undefined ? value : value.toFixed(decimals)}`] : [];
}
