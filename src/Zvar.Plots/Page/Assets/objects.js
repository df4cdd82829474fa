// @ts-check
// The objects of this page. Each lies packed in an element of its own: those near the one that is shown are unpacked,
// however many there are.

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
 * What the page knows of each of its objects before it is unpacked.
 * @typedef {object} Entry
 * @property {string} psid empty where there is none
 * @property {string} title
 * @property {string | null} targetName what its position or its table calls it, in full
 * @property {boolean} synthetic
 * @property {[number, number, 0 | 1]} [colorMagnitude] its colour BP - RP, its absolute magnitude, and 1 where its
 *   parallax is sure
 *
 * What is unpacked.
 * @typedef {object} Unpacked
 * @property {string} file the name of a file about it, without ending
 * @property {string | null} simbad where SIMBAD tells of it, if its position is known
 * @property {string | null} vsx where the index of variable stars does
 * @property {string | null} aladin where Aladin Lite shows the sky about it
 * @property {number} firstTime a full Julian date
 * @property {number} baseline days from the first exposure to the last
 * @property {{day: number, name: string, title: string}} timeAxis the day that times are counted from where they are
 *   shown, and what kind of date they are: BJD, HJD
 * @property {string} magnitudeTitle what its magnitudes are
 * @property {string} leftOut what is said of exposures that no axis holds
 * @property {string[]} bands
 * @property {string[]} bandNames the same to be read: a band may have any name, and names may look alike
 * @property {{light: string, dark: string, shape: Shape}[]} styles of the bands
 * @property {{period: number, whose: string, label: string, found?: boolean}[]} periods to choose among, and who found
 *   them: ZVAR or, as the pipeline brought it, somebody here
 * @property {{band: string, values: string[]}[]} [statistics] how it varies, by band, in the order of the settings
 * @property {Record<string, any>} view as it is shown first
 * @property {Detections} seen
 * @property {NonDetections} unseen
 * @property {Computed} [computed]
 * @property {Periodogram} [periodogram]
 *
 * @typedef {Entry & Unpacked} ZvarObject
 */

// So many are unpacked ahead, so that they are there when their turn comes, and so many are held at most.
const aheadHeld = 4;
const behindHeld = 2;
const mostHeld = 16;

// How often, in milliseconds, an object is looked for in a document that is still on its way.
const glance = 20;

const columnTypes = { f8: Float64Array, f4: Float32Array, u2: Uint16Array, u4: Uint32Array };

class Objects {
  /** @param {Entry[]} entries */
  constructor(entries) {
    this.entries = entries;
    /** @type {Map<number, Promise<ZvarObject>>} the one that was wanted last comes last */
    this.held = new Map();
    /** @type {Map<string, number>} */
    this.places = new Map();
    /** @type {Set<string>} */
    this.shared = new Set();
    entries.forEach(({ psid }, place) => this.places.has(psid) ? this.shared.add(psid) : this.places.set(psid, place));
  }

  get count() {
    return this.entries.length;
  }

  /** An object, unpacked. @param {number} place */
  get(place) {
    const object = this.held.get(place) ?? this.unpack(place);
    this.held.delete(place);
    this.held.set(place, object);
    if (this.held.size > mostHeld) {
      this.held.delete([...this.held.keys()][0]);
    }

    return object;
  }

  /** Unpacks those around a place before they are asked for, as far as they have come. @param {number} place */
  prepare(place) {
    for (let step = -behindHeld; step <= aheadHeld; step++) {
      const near = place + step;
      if (near >= 0 && near < this.count && hasCome(near)) {
        this.get(near);
      }
    }
  }

  /** @param {number} place */
  unpack(place) {
    const object = packedObject(place).then(readObject).then(unpacked => ({ ...this.entries[place], ...unpacked }));
    // One that nobody has asked for yet fails once somebody does.
    object.catch(() => {});
    return object;
  }
}

/** Whether an object's element has come, and all of it: it ends where something else begins. @param {number} place */
function hasCome(place) {
  return document.readyState !== "loading" || Boolean(document.getElementById(`star-${place}`)?.nextSibling);
}

/**
 * The text of an object's element, for which the document may have to come first. It is looked for now and then: a
 * document that has to tell of each new element comes far slower.
 * @param {number} place
 */
async function packedObject(place) {
  while (!hasCome(place)) {
    await new Promise(later => setTimeout(later, glance));
  }

  return dataOf(`star-${place}`);
}

/**
 * JSON, a zero, and the columns: in the JSON they are [type, place, rows].
 * @param {string} packed @returns {Promise<Unpacked>}
 */
async function readObject(packed) {
  const bytes = new Uint8Array(await decompress(packed).arrayBuffer());
  const end = bytes.indexOf(0);
  const object = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
  const columns = bytes.subarray(end + 1);
  const unpack = (/** @type {Record<string, any>} */ table) => Object.fromEntries(
    Object.entries(table).map(([name, value]) => [name, Array.isArray(value) ? readColumn(columns, value) : value]));
  return {
    ...object,
    firstTime: object.firstTime ?? NaN,
    seen: unpack(object.seen),
    unseen: unpack(object.unseen),
    computed: object.computed && unpack(object.computed),
    periodogram: object.periodogram && { ...object.periodogram, curves: object.periodogram.curves.map(unpack) },
  };
}

/**
 * A column of numbers, of which all first bytes come first, then all second ones.
 * @param {Uint8Array} columns @param {any[]} column
 */
function readColumn(columns, [type, place, rows]) {
  const column = new columnTypes[/** @type {"f8"} */ (type)](rows);
  const bytes = new Uint8Array(column.buffer);
  const size = column.BYTES_PER_ELEMENT;
  for (let byte = 0; byte < size; byte++) {
    for (let row = 0; row < rows; row++) {
      bytes[row * size + byte] = columns[place + byte * rows + row];
    }
  }

  return column;
}

/** What gzip has packed and base64 has made a text. @param {string} base64 */
function decompress(base64) {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = letters.charCodeAt(i);
  }

  const packed = /** @type {ReadableStream} */ (new Response(bytes).body);
  return new Response(packed.pipeThrough(new DecompressionStream("gzip")));
}

/**
 * Plotly's script travels compressed in the page, a third of its size.
 * @returns {Promise<void>}
 */
async function loadPlotly() {
  const script = document.createElement("script");
  script.textContent = await decompress(dataOf("plotly-data")).text();
  document.head.append(script);
}
