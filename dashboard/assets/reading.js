/* The view that reads: files are chosen or dropped, and go to the server with the text when it is asked to read. */
(function () {
  "use strict";
  const MOST = 5000000;
  const find = (selector) => document.querySelector(selector);
  const set = (id, props) => window.dash_clientside.set_props(id, props);
  let chosen = [];

  const load = (file) => new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve({ name: file.name, size: file.size, content: reader.result });
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
  function element(name, props, ...children) {
    const made = Object.assign(document.createElement(name), props);
    made.append(...children);
    return made;
  }
  function chip(file) {
    const away = element("button", { type: "button", className: "chip-away", textContent: "\u00D7", title: `Remove ${file.name}` });
    away.setAttribute("aria-label", away.title);
    away.addEventListener("click", () => {
      const place = chosen.indexOf(file);
      hold(chosen.filter((one) => one !== file), []);
      const left = document.querySelectorAll("#read-names button");
      (left[Math.min(place, left.length - 1)] || find("[data-choose]")).focus();
    });
    return element("li", { className: "chip" }, file.name, away);
  }
  /* What stands below was read of another text: its file is no longer to be had. */
  function renew() {
    set("read-csv", { children: "CSV", disabled: true });
  }
  function hold(files, lost) {
    chosen = files;
    set("read-files", { data: files.map(({ name, content }) => ({ name, content })) });
    const list = files.length ? [element("ul", { className: "chips" }, ...files.map(chip))] : [];
    find("#read-names").replaceChildren(...list, ...lost.map((words) => element("p", { textContent: words })));
    renew();
  }
  async function take(list) {
    const files = [...list];
    const lost = [];
    let held = chosen.filter((one) => !files.some((file) => file.name === one.name));
    const loaded = await Promise.allSettled(files.map((file) => (file.size > MOST ? Promise.reject() : load(file))));
    loaded.forEach(({ value }, place) => {
      const { name, size } = files[place];
      if (!value && size <= MOST) lost.push(`${name} cannot be read.`);
      else if (held.reduce((sum, one) => sum + one.size, size) > MOST) {
        lost.push(`${name}: more than 5 MB together are too much here, tradeprose build reads them.`);
      } else held = [...held, value];
    });
    hold(held, lost);
  }
  function example(text) {
    set("read-text", { value: text });
    for (const id of ["read-day", "read-publisher"]) set(id, { value: "" });
    set("read-result", { children: [] });
    hold([], []);
  }
  document.addEventListener("click", (event) => {
    const asked = event.target.closest("[data-example]");
    if (asked) example(asked.dataset.example);
    if (!event.target.closest("[data-choose]")) return;
    const input = Object.assign(document.createElement("input"), { type: "file", multiple: true });
    input.addEventListener("change", () => take(input.files));
    input.click();
  });
  const inside = (event) => event.target.closest?.(".read-form");
  document.addEventListener("input", (event) => {
    if (inside(event)) renew();
  });
  document.addEventListener("dragover", (event) => {
    if (inside(event)) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    if (inside(event) && event.dataTransfer.files.length) {
      event.preventDefault();
      take(event.dataTransfer.files);
    }
  });
})();
