// @ts-check
// A page of light curves against time.

/** @type {Figure} */
let lightCurveFigure;

function otherQuantity() {
  change({ quantity: state.quantity === "mag" ? "flux" : "mag" });
}

function copyPsid() {
  const object = thisObject();
  const text = object.psid || object.title;
  return copy(text, `Copied ${text}`);
}

/** How many exposures are shown, and of what kind. @param {Content} content */
function lightCurveSubtitle(content) {
  const count = (/** @type {boolean} */ limits) => content.marks
    .filter(({ shape }) => (shape === "limit") === limits).reduce((sum, { x }) => sum + x.length, 0);
  return count(true) > 0
    ? `${count(false)} detections; ${count(true)} non-detections, at their limiting magnitudes`
    : `${count(false)} points`;
}

openPage({
  cmdlet: "Show-ZvarLightCurve",

  start: ({ view: { quantity, limits } }) => ({ quantity, limits }),

  kept: ["quantity", "limits"],

  write: ({ quantity, limits }) => ({ quantity, limits: limits ? "1" : "0" }),

  read(said, state) {
    const quantity = said.get("quantity");
    state.quantity = quantity === "mag" || quantity === "flux" ? quantity : state.quantity;
    state.limits = said.has("limits") ? said.get("limits") !== "0" : state.limits;
  },

  keys: [
    { keys: ["f"], says: "magnitudes or fluxes", does: () => otherQuantity() },
    { keys: ["d"], says: "non-detections on or off", does: () => change({ limits: !state.limits }) },
    { keys: ["c"], says: "copy the psid", does: () => void copyPsid() },
  ],

  open() {
    lightCurveFigure = new Figure(byId("light-curve"));
    on("quantity", "change", input => change({ quantity: input.value === "flux" ? "flux" : "mag" }));
    on("limits", "change", input => change({ limits: input.checked }));
    on("copy", "click", copyPsid);
  },

  show(object, theme) {
    byId("quantity").value = state.quantity;
    byId("limits").checked = state.limits;
    const content = observedContent(object, state.object, state, theme);
    const subtitle = lightCurveSubtitle(content);
    content.summary = `Light curve of ${object.title}. ${content.summary}`;
    lightCurveFigure.show(content, theme);
    return { subtitle, heading: `${object.title} (light curve)` };
  },

  figure: () => lightCurveFigure,

  command: () => [
    ...state.quantity === "flux" ? ["-Format Flux"] : [],
    ...state.limits ? [] : ["-DetectionsOnly"],
  ],
});
