// Keys and small comforts. Every page works without this file.
"use strict";
(() => {
  const store = (() => { try { return window.localStorage; } catch { return null; } })();
  const keysOff = () => store?.getItem("keys") === "off"; // WCAG 2.1.4: single keys can be switched off
  const typing = (el) => el && (el.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName));
  let chord = "";

  document.addEventListener("keydown", (event) => {
    if (keysOff() || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const key = event.key.toLowerCase();
    const go = (selector) => {
      const target = document.querySelector(selector);
      if (!target) return;
      event.preventDefault();
      if (/^(INPUT|TEXTAREA)$/.test(target.tagName)) { target.focus(); target.select(); } else { target.click(); }
    };
    if (chord === "g") { chord = ""; go(`[data-key="g ${key}"]`); return; }
    if (key === "g") { chord = "g"; setTimeout(() => { chord = ""; }, 1200); return; }
    go(`[data-key="${CSS.escape(key)}"]`);
  });

  const box = document.querySelector("[data-keys]");
  if (box) {
    box.hidden = false;
    const input = box.querySelector("input");
    input.checked = !keysOff();
    input.addEventListener("change", () => store?.setItem("keys", input.checked ? "on" : "off"));
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) { event.preventDefault(); window.print(); }
    const menu = event.target.closest("details.menu");
    for (const open of document.querySelectorAll("details.menu[open]")) if (open !== menu) open.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const open of document.querySelectorAll("details.menu[open]")) { open.open = false; open.querySelector("summary").focus(); }
  });

  // A draft goes with the session: the next person at this device must not find it.
  document.querySelector('form[action="/sign-out"]')?.addEventListener("submit", () => {
    try { for (const name of Object.keys(sessionStorage)) if (name.startsWith("draft")) sessionStorage.removeItem(name); } catch { /* forbidden */ }
  });

  // A draft of a form is kept on this device only until it is sent: slow links drop.
  for (const form of document.querySelectorAll("form[data-draft]")) {
    const name = `draft:${form.dataset.draft}`;
    const saved = (() => { try { return JSON.parse(window.sessionStorage.getItem(name) || "{}"); } catch { return {}; } })();
    const texts = () => [...form.querySelectorAll("input[type=text],textarea")];
    texts().forEach((el, n) => { if (!el.value && saved[`${n} ${el.name}`]) el.value = saved[`${n} ${el.name}`]; });
    form.addEventListener("input", () => {
      const values = {};
      texts().forEach((el, n) => { values[`${n} ${el.name}`] = el.value; });
      try { window.sessionStorage.setItem(name, JSON.stringify(values)); } catch { /* full or forbidden */ }
    });
    // The draft goes when the page says that it was saved: a link may drop, and a session end, while it is on its way.
    form.addEventListener("submit", () => { try { window.sessionStorage.setItem("draft-sent", name); } catch { /* forbidden */ } });
  }
  try {
    const sent = window.sessionStorage.getItem("draft-sent");
    if (sent && new URLSearchParams(window.location.search).has("done")) {
      window.sessionStorage.removeItem(sent);
      window.sessionStorage.removeItem("draft-sent");
    }
  } catch { /* forbidden */ }

  // A second press while the first is on its way changes nothing; the node would answer it with the first one's answer.
  const sending = new WeakSet();
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented || event.target.method !== "post") return;
    if (sending.has(event.target)) { event.preventDefault(); return; }
    sending.add(event.target);
    setTimeout(() => sending.delete(event.target), 4000);
  });

  // What has changed since: counts and ids only. A page that nobody looks at does not listen.
  const line = document.querySelector("[data-news]");
  if (line && window.EventSource) {
    let source = null;
    let newest;
    const hear = ({ data }) => {
      const news = JSON.parse(data);
      const inbox = document.querySelector('header nav a[data-key="g i"]');
      if (inbox && inbox.textContent !== news.label) inbox.textContent = news.label;
      const now = news.case ?? null;
      if (newest !== undefined && now !== newest) line.hidden = false;
      newest = now;
    };
    const listen = () => {
      if (document.hidden) { source?.close(); source = null; return; }
      if (source) return;
      source = new EventSource(line.dataset.news);
      source.addEventListener("news", hear);
    };
    document.addEventListener("visibilitychange", listen);
    window.addEventListener("pagehide", () => { source?.close(); source = null; });
    listen();
  }

  const help = document.querySelector("[data-help]");
  if (help) {
    help.hidden = false;
    help.addEventListener("click", () => document.getElementById("keys-help").showModal());
  }

  const all = document.querySelector("[data-all]");
  if (all) {
    all.hidden = false;
    const boxes = () => document.querySelectorAll(`input[type=checkbox][name="${CSS.escape(all.dataset.all)}"]`);
    all.addEventListener("change", () => { for (const el of boxes()) el.checked = all.checked; });
  }
})();
