// @ts-check
// What is saved: a picture of what is shown, a file.

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
  const left = figure.margins.l;
  paper.scale(pictureScale, pictureScale);
  paper.fillStyle = ground;
  paper.fillRect(0, 0, width, height + headHeight);
  paper.fillStyle = ink;
  paper.font = "600 15px system-ui, sans-serif";
  paper.fillText(title, left, 20, width - left);
  paper.font = "12px system-ui, sans-serif";
  paper.fillText(subtitle, left, 37, width - left);
  paper.drawImage(figure.canvas, 0, headHeight, width, height);
  paper.drawImage(axes, 0, headHeight, width, height);
  return sheet.toDataURL("image/png");
}

/** @param {string} name @param {string} url of what it holds */
function saveFile(name, url) {
  Object.assign(document.createElement("a"), { href: url, download: name }).click();
}

/** @param {ZvarObject} object @param {Figure} figure */
async function savePicture(object, figure) {
  const synthetic = object.synthetic ? " synthetic (demo sky)" : "";
  const style = getComputedStyle(document.body);
  const name = `${object.file}.png`;
  saveFile(name, await pictureOf(
    figure, object.title + synthetic, byId("subtitle").textContent ?? "", style.backgroundColor, style.color));
  say(`Saved ${name}`);
}
