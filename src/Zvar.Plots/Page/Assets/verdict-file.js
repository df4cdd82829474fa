// @ts-check
// The file of verdicts, as the library's VerdictFile writes and reads it.

/**
 * What somebody says of a star who has looked at its fold.
 * @typedef {object} Verdict
 * @property {string} label empty where there is a note alone
 * @property {number | null} period in days, as it was tuned
 * @property {number | null} epoch the time of phase zero, a full Julian date
 * @property {string} note
 * @property {string} labeller
 * @property {string} time when it was said, as in 2026-11-27T18:03:11Z
 *
 * A verdict with the star it is about.
 * @typedef {{star: string, verdict: Verdict}} StarVerdict
 */

const verdictColumns =
  ["Psid", "Label", "Period", "Epoch", "Note", "Labeller", "Time", "TargetName", "Synthetic"];

/**
 * A star is one whatever it is shown for: that of a psid, else of a name. One that is made up is another.
 * @param {{psid: string, targetName: string | null, synthetic: boolean}} entry
 */
function starOf({ psid, targetName, synthetic }) {
  return `${synthetic ? "synthetic " : ""}${psid || `\t${targetName ?? ""}`}`;
}

/** @param {{entry: Entry, verdict: Verdict}[]} verdicts */
function writeVerdicts(verdicts) {
  const lines = verdicts.map(({ entry, verdict }) => [
    entry.psid && `ZVAR ${entry.psid}`,
    textCell(verdict.label),
    String(verdict.period ?? ""),
    String(verdict.epoch ?? ""),
    textCell(verdict.note),
    textCell(verdict.labeller),
    verdict.time,
    textCell(entry.targetName ?? ""),
    entry.synthetic ? "True" : "False",
  ].join(","));
  return `\ufeff${[verdictColumns.join(","), ...lines].join("\r\n")}\r\n`;
}

// A text of which a spreadsheet would make a formula or a number has an apostrophe before it.
const takenForMore = /^(?:[=+\-@\t\r']|[\d.][\d.,:/+\-eE% ]*$)/;

/** @param {string} text */
function textCell(text) {
  const escaped = takenForMore.test(text) ? `'${text}` : text;
  return /[",;\r\n#]|^[\s\d.+-]|\s$/.test(escaped) ? `"${escaped.replaceAll("\"", "\"\"")}"` : escaped;
}

/** @param {string} cell */
function textOf(cell) {
  return cell.startsWith("'") && takenForMore.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/**
 * The verdicts of a file, or of one that a spreadsheet has saved again.
 * @param {string} text @returns {StarVerdict[]}
 * @throws {Error} where it has none; the message is for the reader
 */
function readVerdicts(text) {
  const separator = separatorOf(text);
  const [names = [], ...rows] = readCells(text.replace(/^\ufeff/, ""), separator);
  const places = new Map(names.map((name, place) => [name.trim().toLowerCase(), place]));
  if (!places.has("label") || !places.has("psid") && !places.has("targetname")) {
    throw new Error(
      `The file has no verdicts: they have a column Label, and Psid or TargetName (its columns: ${names.join(", ")}).`);
  }

  return rows.flatMap((cells, row) => {
    const cell = (/** @type {string} */ name) => cells[places.get(name.toLowerCase()) ?? -1] ?? "";
    const number = (/** @type {string} */ name) => {
      const value = separator === "," ? cell(name) : cell(name).replace(",", ".");
      if (value.trim() !== "" && !Number.isFinite(Number(value))) {
        throw new Error(`Row ${row + 1} of the file, column ${name}: '${value}' is not a number.`);
      }

      return value.trim() === "" ? null : Number(value);
    };
    const verdict = {
      label: textOf(cell("Label")),
      period: number("Period"),
      epoch: number("Epoch"),
      note: textOf(cell("Note")),
      labeller: textOf(cell("Labeller")),
      time: timeOf(cell("Time")),
    };
    const star = starOf({
      psid: /\d{10,}/.exec(cell("Psid"))?.[0] ?? "",
      targetName: textOf(cell("TargetName")),
      synthetic: /^\s*true\s*$/i.test(cell("Synthetic")),
    });
    return verdict.label || verdict.note ? [{ star, verdict }] : [];
  });
}

/** A time as it is written here; empty where there is none. @param {string} cell */
function timeOf(cell) {
  const time = new Date(cell);
  return Number.isNaN(time.getTime()) ? "" : time.toISOString().replace(/\.\d+/, "");
}

/** @param {string} text */
function separatorOf(text) {
  const names = text.split("\n", 1)[0];
  const counts = [",", ";", "\t"].map(sign => ({ sign, count: names.split(sign).length }));
  return counts.reduce((most, each) => each.count > most.count ? each : most).sign;
}

/**
 * The cells of a text by RFC 4180.
 * @param {string} text @param {string} separator
 */
function readCells(text, separator) {
  /** @type {string[][]} */
  const rows = [];
  /** @type {string[]} */
  let row = [];
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${separator}\r\n]*))(${separator}|\r?\n|\r|$)`, "y");
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (!match) {
      throw new Error(`Row ${rows.length} of the file has a quotation mark that does not end.`);
    }

    row.push(match[1] === undefined ? match[2] : match[1].replaceAll("\"\"", "\""));
    if (match[3] !== separator) {
      rows.push(row);
      row = [];
    }
  }

  return row.length > 0 ? [...rows, [...row, ""]] : rows;
}
