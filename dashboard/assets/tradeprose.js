/* The browser's own part: address and history, themes, keys. Everything else is asked of the server. */
(function () {
  "use strict";
  const MINE = { reporter: ["regions", "currency", "span", "product", "publishers"], rows: ["left"] };
  const NARROW = 640;
  const WIDE = 880;
  const GRAPH = {
    id: "graph", responsive: true, clickData: null,
    config: { displayModeBar: false, modeBarButtonsToRemove: ["sendChartToCloud"], showTips: false, scrollZoom: false },
  };
  const { documentElement: root } = document;
  const regions = window.tradeproseRegions;
  const keep = () => window.dash_clientside.no_update;
  const find = (selector) => document.querySelector(selector);
  const part = (type, props) => ({ namespace: "dash_html_components", type, props });

  /* ---- the address ---- */
  function parameters(search) {
    return new Map([...new URLSearchParams(search)]);
  }
  function address(found) {
    const code = (text) => encodeURIComponent(text).replace(/%3A/g, ":");
    const parts = [...found].map(([name, text]) => `${name}=${code(text)}`);
    return parts.length ? `?${parts.join("&")}` : "";
  }
  function go(search) {
    if (search !== window.location.search) window.dash_clientside.set_props("location", { search });
  }
  function change(name, text) {
    const found = parameters(window.location.search);
    if (text === null) found.delete(name);
    else found.set(name, text);
    go(address(found));
  }
  function written(value) {
    if (Array.isArray(value)) return value.join("~");
    return typeof value === "boolean" ? (value ? "yes" : "no") : value;
  }
  function textOf(name, value, settled) {
    if (name === "years") return value.join("..");
    return value === null || value === undefined || value === "" ? null : written(value);
  }

  /* ---- themes ---- */
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const stored = () => {
    try { return window.localStorage.getItem("tradeprose-theme"); } catch { return null; }
  };
  const scheme = () => stored() || (system.matches ? "dark" : "light");
  function apply(name) {
    root.dataset.mantineColorScheme = name;
    root.dataset.agThemeMode = name;
    return name;
  }
  apply(scheme());
  system.addEventListener("change", () => {
    if (!stored()) window.dash_clientside.set_props("provider", { forceColorScheme: apply(scheme()) });
  });
  function dressed(value, colours) {
    if (typeof value === "string") {
      return value.includes("@") ? value.replace(/@[a-z]+(-\d+)?/g, (name) => colours[name] || name) : value;
    }
    if (Array.isArray(value)) return value.map((one) => dressed(one, colours));
    if (!value || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, dressed(one, colours)]));
  }
  function stacked(figure, panels) {
    const layout = { ...figure.layout, height: panels * 210 };
    for (let number = 0; number < panels; number += 1) {
      const suffix = number ? String(number + 1) : "";
      const top = 1 - number / panels;
      layout[`xaxis${suffix}`] = { ...layout[`xaxis${suffix}`], domain: [0, 1] };
      layout[`yaxis${suffix}`] = { ...layout[`yaxis${suffix}`], domain: [top - 0.85 / panels, top - 0.18 / panels] };
    }
    return { data: figure.data, layout };
  }
  /* A narrow screen has no room for labels at the ends of lines, nor for numbers in cells: the legend takes their place. */
  function room() {
    const width = find("#graph-box")?.parentElement?.clientWidth ?? WIDE;
    return width < NARROW ? "narrow" : width < WIDE ? "close" : "wide";
  }
  /* Words beside points go where they would lie on one another in a close picture. A blank keeps the place of what is not
     said: plotly.js takes the element of an empty text away and draws none there when words come back. */
  function worded(figure, gone) {
    const said = (words, key) => (words && !gone.has(key) ? words : " ");
    const data = figure.data.map((one, at) =>
      (one.mode?.includes("text") && one.text?.some?.(Boolean)
        ? { ...one, text: one.text.map((words, number) => said(words, `${at},${number}`)) } : one));
    return { data, layout: figure.layout };
  }
  function narrowed(figure) {
    if (room() !== "narrow") return worded(figure, new Set(room() === "close" ? (figure.layout.meta?.crowded || []).map(String) : []));
    if (figure.layout.meta?.narrow) {
      const data = figure.data.map((one) => (one.type === "heatmap" ? { ...one, texttemplate: "" } : one));
      return { data, layout: { ...figure.layout, ...figure.layout.meta.narrow } };
    }
    if (figure.layout.meta?.panels) return stacked(figure, figure.layout.meta.panels);
    const layout = { ...figure.layout, height: Math.min(figure.layout.height, 380) };
    layout.margin = { ...layout.margin, r: 12, l: 52 };
    layout.annotations = (layout.annotations || []).filter((one) => one.name !== "end");
    const { tickvals, ticktext } = layout.xaxis;
    if (tickvals && tickvals.length > 6) {
      const every = (_, place) => (tickvals.length - 1 - place) % 2 === 0;
      layout.xaxis = { ...layout.xaxis, tickvals: tickvals.filter(every), ticktext: ticktext.filter(every) };
    }
    const data = figure.data.filter((one) => one.name !== "leader");
    return { data: data.map((one) => ({ ...one, mode: one.mode?.replace("+text", "") })), layout };
  }

  const sized = (figure) => ({ figure, style: { height: `${figure.layout.height}px` } });
  const fitted = () => sized(window.tradeproseHalo(narrowed(wide), parameters(window.location.search).get("evidence")));
  /* The evidence beside it, or a turned phone, may leave a picture less room than it was drawn for. */
  let wide = null;
  let last = "wide";
  window.addEventListener("resize", () => {
    if (!wide || room() === last) return;
    last = room();
    window.dash_clientside.set_props("graph", fitted());
  });

  /* The controls take what the address says, but only where it has changed: what was just clicked stays. */
  let adopted = null;
  const same = (one, two) => JSON.stringify(one) === JSON.stringify(two);
  function adopt(settled, first) {
    // The page comes with the controls as they stand in its first view.
    const before = adopted || first;
    adopted = { ...settled, values: { ...settled.values } };
    for (const [id, offered] of Object.entries(settled.offered)) {
      if (laid(id) && !same(offered, before.offered[id])) window.dash_clientside.set_props(id, offered);
    }
    for (const [id, value] of Object.entries(settled.values)) {
      if (laid(id) && !same(value, before.values[id])) window.dash_clientside.set_props(id, { [settled.props[id]]: value });
    }
  }
  /* What is folded away is laid out when it is first looked at, and holds what it would by then. */
  const laid = (id) => document.getElementById(id) !== null;
  function held(component, settled) {
    const { id } = component.props;
    return { ...component, props: { ...component.props, ...settled.offered[id], [settled.props[id]]: settled.values[id] } };
  }

  /* ---- clicks and keys ---- */
  let opener = null;
  let evident = "";
  function open(identity, from) {
    opener = from || document.activeElement;
    change("evidence", identity);
  }
  /* On a wide screen the evidence stands beside the chart and stays in sight, on others below all else. */
  const beside = () => window.getComputedStyle(find("#evidence")).position === "sticky";
  function close() {
    change("evidence", null);
    if (opener && document.contains(opener)) opener.focus();
  }
  /* What is seen, whose figures those are, when and where it was looked at. */
  function citation() {
    const said = ["#title", "#subtitle", "#sources"].map((selector) => find(selector).textContent.trim()).filter(Boolean);
    const today = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
    return `${said.join(". ")}. tradeprose, ${today}, ${window.location.href}`;
  }
  async function copy(button) {
    const words = button.dataset.copied || button.textContent;
    button.dataset.copied = words;
    try {
      await navigator.clipboard.writeText("cite" in button.dataset ? citation() : button.dataset.copy || window.location.href);
      button.textContent = "Copied";
    } catch {
      button.textContent = "Not allowed here";
    }
    window.setTimeout(() => { button.textContent = words; }, 1600);
  }
  document.addEventListener("click", (event) => {
    const inner = event.target.closest("[data-inner]");
    if (inner && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      go(new URL(inner.href).search);
    }
    const evidence = event.target.closest("[data-evidence]");
    if (evidence) open(evidence.dataset.evidence, evidence);
    const row = event.target.closest(".grid .ag-row[row-id]");
    if (row && !String(window.getSelection())) open(row.getAttribute("row-id"), row);
    if (event.target.closest("[data-close-help]")) window.dash_clientside.set_props("help", { opened: false });
    if (event.target.closest("[data-close]")) close();
    const copied = event.target.closest("[data-copy], [data-cite]");
    if (copied) copy(copied);
    if (event.target.closest("#reset")) go("");
    const fold = event.target.closest("#fold-button");
    if (fold) fold.setAttribute("aria-expanded", String(find(".controls").classList.toggle("open")));
  });
  document.addEventListener("toggle", (event) => {
    if (event.target.classList.contains("texts") && event.target.open) {
      window.dash_clientside.set_props("text-table-summary", { n_clicks: Date.now() });
    }
    if (event.target.classList.contains("more-filters") && event.target.open && !find("#more").firstChild) {
      window.dash_clientside.set_props("unfolded", { data: Date.now() });
    }
  }, true);
  function pick(code) {
    const { usual } = adopted;
    const found = parameters(window.location.search);
    const text = regions.toggled(found.get("regions") ?? usual.regions, code);
    if (text === usual.regions) found.delete("regions");
    else found.set("regions", text);
    go(address(found));
  }
  document.addEventListener("change", (event) => {
    if (event.target.matches(".region input")) pick(event.target.value);
  });
  document.addEventListener("click", (event) => {
    const { unpick, clear } = event.target.closest("[data-unpick], [data-clear]")?.dataset || {};
    if (unpick) pick(unpick);
    if (clear) change(clear, "");
  });
  const press = (selector) => () => find(selector)?.click();
  const KEYS = {
    "/": () => find("#region-search")?.focus(),
    "?": press("#help-button"),
    d: press("#shown-csv"),
    l: press("#log"),
    p: press("#panels"),
    m: press("#theme-button"),
    r: press("#reset"),
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !find("#evidence").hidden && !find("[role=dialog]")) close();
    if (event.target.matches("div[role=button]") && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      event.target.click();
    }
    const row = event.key === "Enter" && event.target.closest(".grid .ag-row[row-id]");
    if (row) open(row.getAttribute("row-id"), event.target);
    const typing = event.target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [role=dialog], .ag-root");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || root.dataset.keys === "off") return;
    const tab = find(`.view-link[data-key="${CSS.escape(event.key)}"]`);
    const action = tab ? () => tab.click() : KEYS[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  });

  /* What areas without a figure are hatched with. */
  document.body.insertAdjacentHTML("beforeend", `<svg class="patterns" aria-hidden="true" width="0" height="0"><defs>
    <pattern id="no-figure" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6"/><path d="M0 0V6"/></pattern></defs></svg>`);

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.tradeprose = {
    split(search, view, opened) {
      const found = parameters(search || "");
      const evidence = found.get("evidence") || "";
      found.delete("evidence");
      const rest = address(found);
      return [rest === view ? keep() : rest, evidence === (opened || "") ? keep() : evidence];
    },
    write(...given) {
      const settled = given.pop();
      if (!settled) return;
      const found = parameters(window.location.search);
      for (const { prop_id: id, value } of window.dash_clientside.callback_context.triggered) {
        const name = id.split(".")[0];
        // What is clicked is what the control shows, whichever answer comes next.
        if (adopted) adopted.values[name] = value;
        if (same(value ?? null, settled.values[name] ?? null)) continue;
        const text = textOf(name, value, settled);
        for (const other of MINE[name] || []) found.delete(other);
        if (text === null || text === settled.usual[name]) found.delete(name);
        else found.set(name, text);
      }
      go(address(found));
    },
    dress(figure, name, palette) {
      wide = figure && dressed(figure, palette[name]);
      if (!figure) return [keep(), true];
      last = room();
      return [{ namespace: "dash_core_components", type: "Graph", props: { ...GRAPH, ...fitted() } }, false];
    },
    adopt(settled, first) {
      if (settled) adopt(settled, first);
    },
    unfold(_, folded, first) {
      return folded.map((component) => held(component, adopted || first));
    },
    list(groups, settled) {
      if (groups && settled) regions.show(groups, settled.places);
    },
    name(words) {
      if (words) regions.name(words);
    },
    click(clicked) {
      const identity = clicked?.points?.[0]?.customdata;
      if (identity) open(identity, find("#graph"));
      return null;
    },
    aside(_, opened) {
      window.requestAnimationFrame(() => {
        const lost = !document.activeElement || document.activeElement === document.body;
        // First the place beside the chart, then the focus: from where it would have stood, it would take the page along.
        const turned = Boolean(opened) !== root.classList.contains("with-evidence");
        root.classList.toggle("with-evidence", Boolean(opened));
        if (opened && (opened !== evident || lost)) find("#evidence h2")?.focus({ preventScroll: beside() });
        if (turned) window.dispatchEvent(new Event("resize"));
        if (opened !== evident && find("#graph") && wide) window.dash_clientside.set_props("graph", fitted());
        evident = opened;
      });
      return !opened;
    },
    texts(data) {
      find(".texts").hidden = !data;
      if (!data) return [[], "No figures to list"];
      if (!find(".texts")?.open) return [[], data.caption];
      const head = [...data.heads, "Evidence"].map((words) => part("Th", { children: words, scope: "col" }));
      const lines = data.rows.slice(0, 500).map((row, number) => {
        const name = `Sentence: ${row[0]}, ${row[1]}`;
        const button = part("Button", { children: "Sentence", "data-evidence": data.evidence[number], "aria-label": name });
        const cells = row.map((words, place) =>
          part(place ? "Td" : "Th", { children: words, ...(place ? {} : { scope: "row" }), ...(words.length > 48 ? { className: "long" } : {}) }));
        return part("Tr", { children: [...cells, part("Td", { children: data.evidence[number] ? button : "" })] });
      });
      const more = data.rows.length > 500 ? part("P", { children: "The first 500; the CSV has all of them." }) : null;
      const body = [part("Thead", { children: part("Tr", { children: head }) }), part("Tbody", { children: lines })];
      return [[part("Table", { children: body }), more], data.caption];
    },
    scheme(clicks) {
      if (clicks) {
        const other = root.dataset.mantineColorScheme === "dark" ? "light" : "dark";
        try { window.localStorage.setItem("tradeprose-theme", other); } catch { /* a private window keeps nothing */ }
        return apply(other);
      }
      return apply(scheme());
    },
    keys(on) {
      root.dataset.keys = on === false ? "off" : "on";
    },
    help(clicks) {
      return clicks ? true : keep();
    },
  };
})();

/* What the grid calls by name. */
window.dashAgGridFunctions = window.dashAgGridFunctions || {};
window.dashAgGridFunctions.tradeproseNumber = (value) =>
  value === null || value === undefined ? "" : new Intl.NumberFormat("en", { maximumFractionDigits: 6 }).format(value).replace("-", "\u2212");
window.dashAgGridFunctions.tradeproseLeave = () => false;
window.dashAgGridFunctions.tradeproseMisfit = (told) => (told ? "\u25EF does not fit" : "");
window.dashAgGridFunctions.tradeproseGrid = (theme) =>
  theme.withParams({
    backgroundColor: "var(--paper)", foregroundColor: "var(--ink)", headerBackgroundColor: "var(--paper)", headerTextColor: "var(--soft)",
    borderColor: "var(--hairline)", rowHoverColor: "var(--wash)", accentColor: "var(--accent)", fontFamily: "inherit", fontSize: 14,
    wrapperBorderRadius: 6, headerFontWeight: 500, columnBorder: false,
  });
