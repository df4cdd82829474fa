// @ts-check
// What the page has in common with the pictures and the viewer in the terminal, and is written by them.

/**
 * @typedef {object} Settings
 * @property {number} maxBins
 * @property {number} binStep
 * @property {number} tuningStep cycles by which a step of fine tuning moves the last exposure against the first
 * @property {number} mostTuning cycles at the ends of the slider
 * @property {number} negligibleDrift cycles that the last digit of a period moves the last exposure by
 * @property {number} fewestDecimals of a period
 * @property {number} mostDecimals
 * @property {string} durationForms what the reader may write for a period
 * @property {{name: string, unit: string | null, says: string}[]} statistics the numbers of how a star varies
 * @property {{moreThan: number, size: number}[]} markSizes for more than so many marks, in pixels across
 */

/** @type {Settings} */
const settings = JSON.parse(dataOf("settings-data"));
