// @ts-check
// A figure: Plotly's axes, zoom and pointer over a canvas with the marks.

/** @type {any} */
var Plotly;

// In pixels. The left one grows with the numbers along the axis: beside them it has room for ticks, gaps and the title.
const margins = { l: 62, r: 14, t: 10, b: 46 };
const besideNumbers = 40;
const titleGap = 8;

class Figure {
  /** @param {HTMLElement} stage gets a canvas, a place for Plotly and a tip */
  constructor(stage) {
    this.stage = stage;
    this.canvas = document.createElement("canvas");
    this.plot = /** @type {any} */ (Object.assign(document.createElement("div"), { className: "plot" }));
    this.tip = Object.assign(document.createElement("p"), { className: "tip", hidden: true });
    stage.append(this.canvas, this.plot, this.tip);
    /** @type {Content | null} */
    this.content = null;
    this.resets = 0;
    // Plotly hears only of the window, and late: axes would stand beside marks that have moved on.
    new ResizeObserver(() => this.fit()).observe(stage);
  }

  fit() {
    const { clientWidth: width, clientHeight: height } = this.plot;
    if (width > 0 && this.plot.layout
      && (this.plot.layout.width !== width || this.plot.layout.height !== height)) {
      Plotly.relayout(this.plot, { width, height });
    }
  }

  /** @param {Content} content @param {Theme} theme @returns {Promise<void>} */
  async show(content, theme) {
    const first = this.content === null;
    this.content = content;
    this.theme = theme;
    this.tip.hidden = true;
    this.stage.setAttribute("aria-label", content.summary);
    // Plotly writes a zoom into the range it was given: it is given a copy.
    const axis = (/** @type {Content["across"]} */ { title, range, dtick, type }) => ({
      type,
      title: { text: title, standoff: titleGap },
      range: [...range],
      dtick,
      color: theme.ink,
      gridcolor: theme.grid,
      linecolor: theme.muted,
      tickcolor: theme.muted,
      ticks: "outside",
      showline: true,
      mirror: true,
      zeroline: false,
      separatethousands: false,
      exponentformat: "none",
    });
    await Plotly.react(this.plot, content.traces, {
      width: this.plot.clientWidth,
      height: this.plot.clientHeight,
      margin: { ...margins, l: this.plot.layout?.margin.l ?? margins.l },
      paper_bgcolor: "rgba(0,0,0,0)",
      plot_bgcolor: "rgba(0,0,0,0)",
      font: { family: "system-ui, sans-serif", size: 12, color: theme.ink },
      showlegend: false,
      ...this.hovering,
      dragmode: window.matchMedia("(pointer: coarse)").matches ? false : "zoom",
      uirevision: `${content.revision} ${this.resets}`,
      xaxis: axis(content.across),
      yaxis: axis(content.up),
      shapes: this.shapes,
      annotations: content.annotations ?? [],
    }, { displayModeBar: false, doubleClick: false });
    if (first) {
      this.listen();
      this.settle();
    }
  }

  listen() {
    this.plot.on("plotly_afterplot", () => this.settle());
    this.plot.on("plotly_relayouting", (/** @type {any} */ change) => this.drawMarks({
      xaxis: { range: [change["xaxis.range[0]"] ?? this.plot.layout.xaxis.range[0],
        change["xaxis.range[1]"] ?? this.plot.layout.xaxis.range[1]] },
      yaxis: { range: [change["yaxis.range[0]"] ?? this.plot.layout.yaxis.range[0],
        change["yaxis.range[1]"] ?? this.plot.layout.yaxis.range[1]] },
    }));
    this.plot.on("plotly_doubleclick", () => {
      this.resets++;
      this.content && this.theme && this.show(this.content, this.theme);
    });
    this.plot.on("plotly_hover", (/** @type {any} */ event) => this.say(event.points[0], event.event));
    this.plot.on("plotly_unhover", () => this.tip.hidden = true);
  }

  /** Lines over or beneath the traces. @returns {object[]} */
  get shapes() {
    return this.content?.shapes ?? [];
  }

  /** What of the figure the pointer finds. */
  get hovering() {
    return { hovermode: "closest", hoverdistance: 12 };
  }

  /** The margins there are. @returns {{l: number, r: number, t: number, b: number}} */
  get margins() {
    return this.plot.layout.margin;
  }

  // Gives the numbers along the axis the room they take, and draws the marks. Plotly's own automargin grows by a pixel
  // each time it is asked.
  settle() {
    const widths = [...this.plot.querySelectorAll(".ytick text")].map(number => number.getBBox().width);
    const l = Math.max(margins.l, Math.ceil(Math.max(0, ...widths)) + besideNumbers);
    if (l === this.margins.l) {
      this.drawMarks(this.plot.layout);
    } else {
      Plotly.relayout(this.plot, { "margin.l": l });
    }
  }

  /** @param {{xaxis: {range: [number, number]}, yaxis: {range: [number, number]}}} layout */
  drawMarks(layout) {
    const { l, r, t, b } = this.margins;
    const frame = {
      left: l,
      top: t,
      width: this.canvas.clientWidth - l - r,
      height: this.canvas.clientHeight - t - b,
      across: layout.xaxis.range,
      up: layout.yaxis.range,
    };
    drawMarks(this.canvas, frame, this.content?.marks ?? []);
  }

  /** @param {{curveNumber: number, pointNumber: number}} point @param {MouseEvent} pointer */
  say(point, pointer) {
    const stage = this.canvas.getBoundingClientRect();
    this.tip.textContent = this.content?.says[point.curveNumber](point.pointNumber) ?? "";
    this.tip.hidden = false;
    const left = pointer.clientX - stage.left;
    this.tip.style.left = `${Math.min(left + 14, stage.width - this.tip.offsetWidth - 4)}px`;
    this.tip.style.top = `${pointer.clientY - stage.top + 16}px`;
  }
}
