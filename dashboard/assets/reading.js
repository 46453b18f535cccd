/* The view that reads: files are chosen or dropped, and go to the server with the text when it is asked to read. */
(function () {
  "use strict";
  const MOST = 5000000;
  const find = (selector) => document.querySelector(selector);

  const load = (file) => new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve({ name: file.name, content: reader.result });
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
  async function take(list) {
    const chosen = [...list];
    const said = find("#read-names");
    if (chosen.reduce((sum, file) => sum + file.size, 0) > MOST) {
      said.textContent = "These files are larger than 5 MB together: tradeprose build reads them.";
      return;
    }
    window.dash_clientside.set_props("read-files", { data: await Promise.all(chosen.map(load)) });
    said.textContent = chosen.length ? `Files: ${chosen.map((file) => file.name).join(", ")}` : "";
  }
  document.addEventListener("click", (event) => {
    const example = event.target.closest("[data-example]");
    if (example) window.dash_clientside.set_props("read-text", { value: example.dataset.example });
    if (!event.target.closest("[data-choose]")) return;
    const input = Object.assign(document.createElement("input"), { type: "file", multiple: true });
    input.addEventListener("change", () => take(input.files));
    input.click();
  });
  const inside = (event) => event.target.closest?.(".read-form");
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
