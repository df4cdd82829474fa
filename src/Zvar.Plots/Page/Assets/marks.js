// @ts-check
// Draws points on a canvas beneath Plotly's axes. Plotly's own marks are elements of a document, a tenth of a second
// for each few thousand, or WebGL, which machines without a graphics card draw slower still; a canvas takes a hundred
// thousand marks with their errors in a tenth of a second, anywhere.

/**
 * @typedef {object} Marks
 * @property {ArrayLike<number>} x
 * @property {ArrayLike<number>} y
 * @property {ArrayLike<number>} [errors]
 * @property {Shape | "limit"} shape
 * @property {number} size in pixels across
 * @property {string} color
 * @property {number} alpha of the marks
 * @property {number} [errorAlpha] of their errors
 * @property {ArrayLike<number>} [tints] for each mark its place in the ramp, which then colours it
 * @property {string[]} [ramp]
 *
 * Where the axes are in the canvas, in pixels, and what they span.
 * @typedef {object} Frame
 * @property {number} left
 * @property {number} top
 * @property {number} width
 * @property {number} height
 * @property {[number, number]} across from left to right
 * @property {[number, number]} up from bottom to top
 */

// Beyond this number all marks are squares, which a canvas fills fastest; nobody can tell.
const manyMarks = 20000;

/** @param {HTMLCanvasElement} canvas @param {Frame} frame @param {Marks[]} series */
function drawMarks(canvas, frame, series) {
  const density = window.devicePixelRatio || 1;
  canvas.width = Math.round(canvas.clientWidth * density);
  canvas.height = Math.round(canvas.clientHeight * density);
  const paper = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  paper.scale(density, density);
  paper.beginPath();
  paper.rect(frame.left, frame.top, frame.width, frame.height);
  paper.clip();
  const many = series.reduce((sum, marks) => sum + marks.x.length, 0) > manyMarks;
  for (const marks of series) {
    for (let tint = 0; tint < (marks.ramp ? marks.ramp.length : 1); tint++) {
      paper.fillStyle = paper.strokeStyle = marks.ramp ? marks.ramp[tint] : marks.color;
      drawTint(paper, frame, marks, many, tint);
    }
  }
}

/**
 * @param {CanvasRenderingContext2D} paper @param {Frame} frame @param {Marks} marks
 * @param {boolean} many @param {number} tint
 */
function drawTint(paper, frame, marks, many, tint) {
  const { x, y, errors, tints, size } = marks;
  const perX = frame.width / (frame.across[1] - frame.across[0]);
  const perY = -frame.height / (frame.up[1] - frame.up[0]);
  const left = frame.left - frame.across[0] * perX;
  const bottom = frame.top + frame.height - frame.up[0] * perY;
  // Whole pixels are filled faster than fractions of them.
  const snap = many ? Math.round : (/** @type {number} */ pixel) => pixel;
  if (errors && marks.errorAlpha) {
    paper.globalAlpha = marks.errorAlpha;
    for (let i = 0; i < x.length; i++) {
      if ((!tints || tints[i] === tint) && errors[i] > 0) {
        const half = Math.abs(errors[i] * perY);
        const height = Math.max(1, snap(2 * half));
        paper.fillRect(snap(left + x[i] * perX - 0.5), snap(bottom + y[i] * perY - half), 1, height);
      }
    }
  }

  paper.globalAlpha = marks.alpha;
  const shape = many && marks.shape !== "limit" ? "square" : marks.shape;
  const half = many ? Math.ceil(size) / 2 : size * (shape === "square" ? 0.44 : 0.5);
  if (shape === "square") {
    for (let i = 0; i < x.length; i++) {
      if (!tints || tints[i] === tint) {
        paper.fillRect(snap(left + x[i] * perX - half), snap(bottom + y[i] * perY - half), 2 * half, 2 * half);
      }
    }

    return;
  }

  for (let i = 0; i < x.length; i++) {
    if (!tints || tints[i] === tint) {
      outline(paper, shape, left + x[i] * perX, bottom + y[i] * perY, half);
      shape === "limit" ? paper.stroke() : paper.fill();
    }
  }
}

/**
 * @param {CanvasRenderingContext2D} paper @param {Shape | "limit"} shape
 * @param {number} x @param {number} y @param {number} half
 */
function outline(paper, shape, x, y, half) {
  paper.beginPath();
  if (shape === "circle") {
    paper.arc(x, y, half, 0, 2 * Math.PI);
    return;
  }

  const corners = shape === "diamond" ? [[0, -half], [half, 0], [0, half], [-half, 0]]
    : shape === "triangle" ? [[-half, half], [half, half], [0, -half]]
    : [[-half, -half], [half, -half], [0, half]];
  corners.forEach(([dx, dy]) => paper.lineTo(x + dx, y + dy));
  paper.closePath();
}
