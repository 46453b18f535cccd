/* The point whose sentence stands open has a halo in the chart. */
(function () {
  "use strict";
  const SIZE = 24;

  /* Where a row is drawn in a trace: a segment has it at both ends and in the middle, a heatmap in a cell. */
  function place(trace, identity) {
    if (trace.type === "heatmap") {
      const row = trace.customdata.findIndex((cells) => cells.includes(identity));
      return row < 0 ? null : { x: trace.x[trace.customdata[row].indexOf(identity)], y: trace.y[row] };
    }
    const found = trace.customdata.flatMap((name, number) => (name === identity ? [number] : []));
    const middle = found[Math.floor(found.length / 2)];
    return found.length ? { x: trace.x[middle], y: trace.y[middle], xaxis: trace.xaxis, yaxis: trace.yaxis } : null;
  }
  window.tradeproseHalo = function (figure, identity) {
    const drawn = identity ? figure.data.find((one) => one.x && Array.isArray(one.customdata) && place(one, identity)) : null;
    if (!drawn) return figure;
    const { x, y, ...on } = place(drawn, identity);
    const colour = window.getComputedStyle(document.documentElement).getPropertyValue("--accent").trim();
    const halo = {
      ...JSON.parse(JSON.stringify(on)), type: "scatter", mode: "markers", name: "opened", x: [x], y: [y], hoverinfo: "skip", cliponaxis: false,
      marker: { symbol: drawn.type === "heatmap" ? "square-open" : "circle-open", size: SIZE, color: colour, line: { width: 3, color: colour } },
    };
    return { ...figure, data: [...figure.data, halo] };
  };
})();
