/* Files, pictures and frames: asked for by the menus under the view. */
(function () {
  "use strict";
  const find = (selector) => document.querySelector(selector);
  const say = (words) => window.dash_clientside.set_props("complaints", { children: words });
  const WIDTH = 1200;
  const SIDE = 28;

  function save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  async function file(path) {
    const answer = await fetch(path + window.location.search);
    if (!answer.ok) return say(await answer.text());
    const told = /filename=([^;]+)/.exec(answer.headers.get("Content-Disposition") || "");
    return save(await answer.blob(), told ? told[1].replace(/"/g, "") : path.split("/").pop());
  }

  /* ---- pictures: the chart with its title, its sources and the day ---- */
  const pen = document.createElement("canvas").getContext("2d");
  function wrapped(text, size, weight) {
    pen.font = `${weight} ${size}px system-ui, sans-serif`;
    const lines = [""];
    for (const word of text.split(/\s+/)) {
      const longer = `${lines[lines.length - 1]} ${word}`.trim();
      if (lines[lines.length - 1] && pen.measureText(longer).width > WIDTH - 2 * SIDE) lines.push(word);
      else lines[lines.length - 1] = longer;
    }
    return lines;
  }
  const safe = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  function paragraph(text, size, weight, colour, place) {
    const lines = text ? wrapped(text, size, weight) : [];
    const height = lines.length * size * 1.3;
    const note = {
      text: lines.map(safe).join("<br>"), align: "left", showarrow: false, font: { size, color: colour, weight },
      xref: "paper", yref: "paper", x: 0, xanchor: "left", ...place,
    };
    return { height, note };
  }
  function framed(graph) {
    const layout = JSON.parse(JSON.stringify(graph.layout));
    const style = window.getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    const day = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
    const below = `${find("#sources").textContent} ${find("#sources").textContent ? "· " : ""}tradeprose, ${day}`;
    const margin = { t: 20, b: 40, l: 60, r: 20, ...layout.margin };
    const title = paragraph(find("#title").textContent, 24, 600, colour("--ink"), { y: 1, yanchor: "top" });
    const subtitle = paragraph(find("#subtitle").textContent, 15, 400, colour("--soft"), { y: 1, yanchor: "top" });
    const sources = paragraph(below, 13, 400, colour("--soft"), { y: 0, yanchor: "bottom" });
    const top = title.height + subtitle.height + 32 + margin.t;
    const bottom = sources.height + 20 + margin.b;
    const left = SIDE - margin.l;
    Object.assign(title.note, { xshift: left, yshift: top - 16 });
    Object.assign(subtitle.note, { xshift: left, yshift: top - 24 - title.height });
    Object.assign(sources.note, { xshift: left, yshift: 16 - bottom });
    const inner = (layout.height || 480) - margin.t - margin.b;
    layout.annotations = [...(layout.annotations || []), title.note, subtitle.note, sources.note];
    layout.margin = { ...margin, t: top, b: bottom };
    layout.width = WIDTH;
    layout.height = inner + top + bottom;
    layout.autosize = false;
    layout.paper_bgcolor = colour("--paper");
    // A picture has no style sheet to hatch what has no figure: a grey of its own tells it from a low one.
    const blank = colour("--hairline");
    const data = graph.data.filter((one) => one.name !== "opened").map((one) => (one.name === "no figure" ? { ...one, colorscale: [[0, blank], [1, blank]] } : one));
    return { figure: { data, layout }, width: layout.width, height: layout.height };
  }
  async function picture(format) {
    const graph = find("#graph .js-plotly-plot");
    if (!graph || find("#graph-box").hidden) return say("This view has no chart to take a picture of.");
    const { figure, width, height } = framed(graph);
    const address = await window.Plotly.toImage(figure, { format, width, height, scale: format === "png" ? 2 : 1 });
    const [head, body] = [address.slice(0, address.indexOf(",")), address.slice(address.indexOf(",") + 1)];
    const bytes = head.endsWith(";base64")
      ? Uint8Array.from(window.atob(body), (letter) => letter.charCodeAt(0))
      : new TextEncoder().encode(decodeURIComponent(body));
    const view = /view-(\w+)/.exec(find("#main").className)?.[1] || "chart";
    return save(new Blob([bytes], { type: format === "png" ? "image/png" : "image/svg+xml" }), `tradeprose-${view}.${format}`);
  }

  /* ---- a frame for another page ---- */
  async function frame(button) {
    const address = `${window.location.origin}/embed${window.location.search}`.replace(/&/g, "&amp;").replace(/"/g, "&quot;");
    const title = find("#title").textContent.replace(/&/g, "&amp;").replace(/"/g, "&quot;");
    const words = button.textContent;
    try {
      await navigator.clipboard.writeText(`<iframe src="${address}" title="${title}" width="100%" height="720" style="border:0"></iframe>`);
      button.textContent = "Copied";
    } catch {
      button.textContent = "Not allowed here";
    }
    window.setTimeout(() => { button.textContent = words; }, 1600);
  }

  function counted() {
    const rows = { shown: find("#shown-csv"), everything: find("#all-csv") };
    for (const label of document.querySelectorAll("[data-rows-of]")) {
      const words = label.dataset.words || (label.dataset.words = label.textContent);
      const told = rows[label.dataset.rowsOf]?.textContent.split(",").slice(1).join(",") || "";
      label.textContent = told ? `${words},${told}` : words;
    }
  }

  document.addEventListener("click", (event) => {
    const whole = event.target.closest(".whole");
    if (whole) whole.href = `/${window.location.search}`;
    const item = event.target.closest("[data-file], [data-picture], [data-frame]");
    if (item?.dataset.file) file(item.dataset.file);
    else if (item?.dataset.picture) picture(item.dataset.picture);
    else if (item) frame(item);
    const kept = item && !("frame" in item.dataset) ? null : event.target.closest(".menu");
    for (const menu of document.querySelectorAll(".menu[open]")) if (menu !== kept) menu.open = false;
  });
  document.addEventListener("toggle", (event) => {
    if (event.target.classList?.contains("menu") && event.target.open) counted();
  }, true);
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && event.target.closest?.(".menu[open]");
    if (!menu) return;
    event.stopPropagation();
    menu.open = false;
    menu.querySelector("summary").focus();
  }, true);

  /* ---- the page inside another one ---- */
  if (window.location.pathname === "/embed") document.documentElement.classList.add("embedded");
})();
