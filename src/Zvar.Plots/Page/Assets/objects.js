// @ts-check
// The objects of this page, their columns unpacked.

/**
 * Exposures as columns; entry i of each is the same exposure. A band is its place in the object's list. Fluxes are
 * there on a page of light curves alone.
 * @typedef {object} Detections
 * @property {Float64Array} time full Julian dates
 * @property {Float64Array} mag
 * @property {Float32Array} magErr
 * @property {Float64Array} [flux]
 * @property {Float32Array} [fluxErr]
 * @property {Uint16Array} band
 *
 * @typedef {object} NonDetections
 * @property {Float64Array} time full Julian dates
 * @property {Float64Array} limit
 * @property {Float64Array} [flux]
 * @property {Float32Array} [fluxErr]
 * @property {Uint16Array} band
 *
 * A fold that came computed: its phase points, or its bins.
 * @typedef {object} Computed
 * @property {boolean} binned
 * @property {string} subtitle
 * @property {Float64Array} phase
 * @property {Float64Array} mag
 * @property {Float32Array} magErr
 * @property {Uint32Array} count
 * @property {Uint16Array} band
 *
 * @typedef {"circle" | "square" | "diamond" | "triangle"} Shape
 *
 * A method's powers by frequency in cycles a day, as they are drawn, and the highest peaks with all their digits.
 * @typedef {object} PowerCurve
 * @property {string} name
 * @property {string} method as the cmdlets call it
 * @property {string} light
 * @property {string} dark
 * @property {Float32Array} frequency
 * @property {Float32Array} power
 * @property {Float64Array} peakFrequency
 * @property {Float32Array} peakPower
 *
 * @typedef {object} Periodogram
 * @property {string} subtitle
 * @property {PowerCurve[]} curves
 * @property {{period: number, text: string, kind: "best" | "candidate" | "multiple" | "alias"}[]} marks
 *
 * @typedef {object} ZvarObject
 * @property {string} psid empty where there is none
 * @property {string} title
 * @property {string} file the name of a file about it, without ending
 * @property {boolean} synthetic
 * @property {string | null} simbad where SIMBAD tells of it, if its position is known
 * @property {number} firstTime a full Julian date
 * @property {number} baseline days from the first exposure to the last
 * @property {{day: number, name: string, title: string}} timeAxis the day that times are counted from where they are
 *   shown, and what kind of date they are: BJD, HJD
 * @property {string} magnitudeTitle what its magnitudes are
 * @property {string} leftOut what is said of exposures that no axis holds
 * @property {string[]} bands
 * @property {string[]} bandNames the same to be read: a band may have any name, and names may look alike
 * @property {{light: string, dark: string, shape: Shape}[]} styles of the bands
 * @property {{period: number, whose: string, label: string}[]} periods to choose among, and who found them
 * @property {Record<string, any>} view as it is shown first
 * @property {Detections} seen
 * @property {NonDetections} unseen
 * @property {Computed} [computed]
 * @property {Periodogram} [periodogram]
 */

const columnTypes = { f8: Float64Array, f4: Float32Array, u2: Uint16Array, u4: Uint32Array };

/** @param {string} base64 */
function bytesOf(base64) {
  return Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
}

/**
 * Columns written as [type, base64 of their bytes], and whatever else is among them.
 * @param {Record<string, any>} table
 */
function unpack(table) {
  return Object.fromEntries(Object.entries(table).map(([name, value]) => {
    const Column = Array.isArray(value) && columnTypes[/** @type {"f8"} */ (value[0])];
    return [name, Column ? new Column(bytesOf(value[1]).buffer) : value];
  }));
}

/** @returns {ZvarObject[]} */
function readObjects() {
  return JSON.parse(dataOf("objects-data")).map((/** @type {any} */ object) => ({
    ...object,
    firstTime: object.firstTime ?? NaN,
    seen: unpack(object.seen),
    unseen: unpack(object.unseen),
    computed: object.computed && unpack(object.computed),
    periodogram: object.periodogram && { ...object.periodogram, curves: object.periodogram.curves.map(unpack) },
  }));
}

/**
 * Plotly's script travels compressed in the page, a third of its size.
 * @returns {Promise<void>}
 */
async function loadPlotly() {
  const stream = new Blob([bytesOf(dataOf("plotly-data"))]).stream().pipeThrough(new DecompressionStream("gzip"));
  const script = document.createElement("script");
  script.textContent = await new Response(stream).text();
  document.head.append(script);
}
