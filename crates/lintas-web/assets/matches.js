// Match review: the next pair stands there at once, while the judgement on this one is still on its way.
// Without this file the buttons post and the page comes back with the next pair.
"use strict";
(() => {
  let busy = false;

  const showNext = () => {
    const pair = document.getElementById("pair");
    const next = document.getElementById("next-pair");
    pair.setAttribute("aria-busy", "true");
    if (next) {
      pair.replaceChildren(next.content.cloneNode(true));
      next.remove();
    }
    for (const button of pair.querySelectorAll("button")) button.disabled = true;
  };

  // The answer is the page with the next pair: what it says takes the place of what stands there.
  const go = async (address, options) => {
    if (busy) return;
    busy = true;
    showNext();
    try {
      const answer = await fetch(address, { credentials: "same-origin", ...options });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      // Signed out, refused or broken: the page itself says which.
      if (!answer.ok || !page.getElementById("pair")) { window.location.assign(answer.url); return; }
      document.querySelector("main").replaceChildren(...page.querySelector("main").childNodes);
      window.history.replaceState(null, "", answer.url);
      window.scrollTo(0, 0);
      busy = false;
    } catch {
      // The link dropped: the pair is asked about again when it is back.
      window.location.reload();
    }
  };

  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-judge]");
    if (!form) return;
    event.preventDefault();
    go(form.action, { method: "POST", body: new URLSearchParams(new FormData(form, event.submitter)) });
  });
  document.addEventListener("click", (event) => {
    const skip = event.target.closest("a[data-skip]");
    if (!skip || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(skip.href, {});
  });
})();
