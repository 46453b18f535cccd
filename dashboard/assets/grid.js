/* The grid is large and stands in one view: its script is asked for when a grid is first drawn. */
(() => {
  "use strict";
  const React = window.React;
  const source = document.querySelector("meta[name=grid-script]")?.content;
  if (!source || !React) return;

  const arrive = () => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = source;
    script.onload = () => {
      const arrived = window.dash_ag_grid;
      // The name keeps standing for the same component, so that a grid on the page is not drawn anew.
      window.dash_ag_grid = { ...arrived, AgGrid: waiting };
      resolve({ default: arrived.AgGrid });
    };
    script.onerror = () => reject(new Error("The grid did not load."));
    document.head.append(script);
  });
  const Grid = React.lazy(arrive);
  const waiting = (props) => React.createElement(React.Suspense, { fallback: null }, React.createElement(Grid, props));
  waiting.dashRenderType = true;
  waiting.dashPersistence = { persisted_props: ["selectedRows"], persistence_type: "local" };
  window.dash_ag_grid = { AgGrid: waiting };
})();
