// The traces that dashboard/charts draws with. A new kind of trace is one line here and a run of build.sh.

// Maps bring outlines of their own: with empty base layers present, plotly.js asks no other machine for them.
const LAYERS = ["coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits"];
const objects = Object.fromEntries(LAYERS.map((layer) => [layer, { type: "GeometryCollection", geometries: [] }]));
const empty = { type: "Topology", arcs: [], objects };
window.PlotlyGeoAssets = { topojson: { world_110m: empty, world_50m: empty } };

const Plotly = require("plotly.js/lib/core");

Plotly.register([
  require("plotly.js/lib/bar"),
  require("plotly.js/lib/heatmap"),
  require("plotly.js/lib/choropleth"),
  require("plotly.js/lib/scattergeo"),
]);

module.exports = Plotly;
