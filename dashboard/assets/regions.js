/* The list of regions: ticks made of names and numbers, sifted by words, in the colours of the picture. */
(function () {
  "use strict";
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const OTHERS = 8;
  let made = null;

  function element(name, props, ...children) {
    const found = Object.assign(document.createElement(name), props);
    found.append(...children);
    return found;
  }
  /* Letters without their case and marks: "cordoba" finds Córdoba, "орел" Орёл. */
  function folded(text) {
    return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  }
  function tick({ code, name, figures, words }) {
    const label = element("label", { className: "region" },
      element("input", { type: "checkbox", value: code, tabIndex: -1 }),
      element("span", { className: "region-name", textContent: name }),
      element("span", { className: "region-figures", textContent: figures }));
    Object.assign(label.dataset, { code, names: folded(words) });
    return label;
  }
  function make(groups) {
    document.querySelector("#region-list").replaceChildren(...groups.map(({ heading, regions }) =>
      element("fieldset", { className: "region-group" }, element("legend", { textContent: heading }), ...regions.map(tick))));
    made = groups;
    sift(document.querySelector("#region-search")?.value || "");
  }
  function paint(places) {
    for (const region of all(".region")) {
      const place = places.indexOf(region.dataset.code);
      region.firstChild.checked = place >= 0;
      if (place < 0) delete region.dataset.place;
      else region.dataset.place = Math.min(place, OTHERS);
    }
  }
  /* The chosen ones above the list, in the order of their colours, each to be taken out, and all at once. */
  function chosen(places) {
    const box = document.querySelector("#chosen-regions");
    const names = new Map(made.flatMap(({ regions }) => regions.map(({ code, name }) => [code, name])));
    const before = all("button", box).indexOf(document.activeElement);
    const chips = places.flatMap((code, place) => (code ? [chip(code, names.get(code) || code, Math.min(place, OTHERS))] : []));
    const none = element("button", { type: "button", className: "plain", textContent: "Clear all" });
    none.dataset.clear = "regions";
    const label = element("span", { className: "label", textContent: "Chosen" });
    box.replaceChildren(...(chips.length ? [label, element("ul", { className: "chips" }, ...chips)] : []), ...(chips.length > 1 ? [none] : []));
    if (before < 0) return;
    const left = all("button", box);
    (left[Math.min(before, left.length - 1)] || document.querySelector("#region-search")).focus();
  }
  function chip(code, name, place) {
    const away = element("button", { type: "button", className: "chip-away", textContent: "\u00D7", title: `Take out ${name}` });
    away.setAttribute("aria-label", away.title);
    away.dataset.unpick = code;
    return element("li", { className: "chip" }, element("i", { className: `dot place-${place}` }), name, away);
  }
  function sift(words) {
    const wanted = folded(words).trim().split(/\s+/);
    let any = false;
    for (const group of all(".region-group")) {
      let some = false;
      for (const region of all(".region", group)) {
        const match = wanted.every((word) => region.dataset.names.includes(word));
        region.hidden = !match;
        some = some || match;
      }
      group.hidden = !some;
      any = any || some;
    }
    document.querySelector(".region-none").hidden = any;
    stop();
  }
  /* Of hundreds of ticks one is a stop of the Tab key; arrows go on from there. */
  const seen = () => all(".region:not([hidden]) input");
  function stop(wanted) {
    const ticks = seen();
    const here = wanted || ticks.find((one) => one.tabIndex === 0) || ticks.find((one) => one.checked) || ticks[0];
    for (const one of all(".region input")) one.tabIndex = one === here ? 0 : -1;
  }
  const STEPS = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };
  document.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (!step || !event.target.matches(".region input")) return;
    event.preventDefault();
    const ticks = seen();
    const next = ticks[Math.min(Math.max(ticks.indexOf(event.target) + step, 0), ticks.length - 1)];
    stop(next);
    next.focus();
  });
  document.addEventListener("focusin", (event) => {
    if (event.target.matches(".region input")) stop(event.target);
  });
  document.addEventListener("input", (event) => {
    if (event.target.id === "region-search") sift(event.target.value);
  });

  /* Names in all languages are many: they come when somebody begins to search. */
  let named = null;
  document.addEventListener("focusin", (event) => {
    if (event.target.id !== "region-search" || named === made) return;
    named = made;
    window.dash_clientside.set_props("names-asked", { data: Date.now() });
  });

  window.tradeproseRegions = {
    name(words) {
      for (const region of all(".region")) {
        region.dataset.names += ` ${folded(words[region.dataset.code] || "")}`;
      }
      sift(document.querySelector("#region-search").value);
    },
    show(groups, places) {
      const fresh = groups !== made;
      if (fresh) make(groups);
      paint(places);
      chosen(places);
      if (fresh) stop(seen().find((one) => one.checked));
    },
    /* A region keeps its place, and so its colour; a new one takes the first free place. */
    toggled(text, code) {
      const places = (text ? text.split("~") : []).map((one, place, all) => (all.indexOf(one) < place ? "" : one));
      const here = places.indexOf(code);
      const free = places.indexOf("");
      if (here >= 0) places[here] = "";
      else if (free >= 0) places[free] = code;
      else places.push(code);
      while (places.length && !places[places.length - 1]) places.pop();
      return places.join("~");
    },
  };
})();
