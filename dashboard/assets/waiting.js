/* While an answer is on its way the old figure stays, lighter after a moment; where none comes, the page says so in words. */
(function () {
  "use strict";
  const { documentElement: root } = document;
  const ask = window.fetch;
  const OURS = /\/_dash-update-component|\/files\//;
  const MOMENT = 400;
  let open = 0;
  let timer = 0;

  function wait() {
    open += 1;
    timer = timer || window.setTimeout(() => { root.dataset.waiting = "yes"; }, MOMENT);
  }
  function done() {
    open -= 1;
    if (open) return;
    window.clearTimeout(timer);
    timer = 0;
    delete root.dataset.waiting;
  }
  function say(words) {
    const box = document.querySelector("#trouble");
    if (!box || box.textContent === words) return;
    box.textContent = words;
    box.hidden = !words;
  }
  window.fetch = async (...given) => {
    if (!OURS.test(String(given[0]?.url ?? given[0]))) return ask(...given);
    wait();
    try {
      const answer = await ask(...given);
      say(answer.status < 500 ? "" : "The server could not work this out. What you see is its last answer: choose something else, or load the page anew.");
      return answer;
    } catch (error) {
      say("The server does not answer. What you see is its last answer: see that it runs, then load the page anew.");
      throw error;
    } finally {
      done();
    }
  };
})();
