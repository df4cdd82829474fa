// @ts-check
// What can be kept of a view: a picture of it, and the command that draws it again.

const pictureScale = 2;
const headHeight = 44;

/**
 * A picture of a figure with its title, as a PNG in a URL.
 * @param {Figure} figure @param {string} title @param {string} subtitle @param {string} ground @param {string} ink
 */
async function pictureOf(figure, title, subtitle, ground, ink) {
  const { clientWidth: width, clientHeight: height } = figure.canvas;
  const axes = new Image();
  axes.src = await Plotly.toImage(figure.plot, { format: "png", width, height, scale: pictureScale });
  await axes.decode();
  const sheet = document.createElement("canvas");
  sheet.width = width * pictureScale;
  sheet.height = (height + headHeight) * pictureScale;
  const paper = /** @type {CanvasRenderingContext2D} */ (sheet.getContext("2d"));
  paper.scale(pictureScale, pictureScale);
  paper.fillStyle = ground;
  paper.fillRect(0, 0, width, height + headHeight);
  paper.fillStyle = ink;
  paper.font = "600 15px system-ui, sans-serif";
  paper.fillText(title, margins.l, 20, width - margins.l);
  paper.font = "12px system-ui, sans-serif";
  paper.fillText(subtitle, margins.l, 37, width - margins.l);
  paper.drawImage(figure.canvas, 0, headHeight, width, height);
  paper.drawImage(axes, 0, headHeight, width, height);
  return sheet.toDataURL("image/png");
}

async function savePicture() {
  const star = thisStar();
  const synthetic = star.synthetic ? " synthetic (demo sky)" : "";
  const style = getComputedStyle(document.body);
  const link = document.createElement("a");
  link.href = await pictureOf(
    foldFigure, star.title + synthetic, byId("subtitle").textContent ?? "", style.backgroundColor, style.color);
  link.download = `${star.psid}.png`;
  link.click();
  byId("said").textContent = `Saved ${link.download}`;
}

/** The command that draws this view. */
function thisCommand() {
  const star = thisStar();
  return [
    `Show-ZvarFold ${star.psid}`,
    `-Period ${state.period}`,
    `-Epoch ${thisEpoch().toFixed(6)}`,
    ...state.bins > 0 ? [`-Bins ${state.bins}`] : [],
    ...state.cycles === 1 ? ["-Cycles 1"] : [],
    ...state.bands.length < star.bands.length ? [`-Band ${state.bands.join(", ")}`] : [],
    `-Path ${star.psid}.png`,
  ].join(" ");
}
