// Writing reports without a link. Everything here is an extra: the form of a page is sent without this file too.
"use strict";
(() => {
  const box = document.querySelector("[data-kept]");
  if (!box || !window.isSecureContext || !window.indexedDB || !window.crypto?.subtle) return;
  const { form: FORM, keyAt: KEY_AT, worker: WORKER } = box.dataset;
  const say = (word) => box.getAttribute(`data-say-${word}`);
  const form = document.querySelector("form[data-report]");
  const empty = form?.dataset.report === "empty";
  const rows = box.querySelector("ul");
  const two = (n) => String(n).padStart(2, "0");
  const when = (at) => { const d = new Date(at); return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())} ${two(d.getHours())}:${two(d.getMinutes())}`; };

  /** The officer who is signed in; "none" when nobody is, null when the node cannot be reached. */
  const signedIn = async () => {
    try {
      const answer = await fetch(KEY_AT, { headers: { accept: "application/json" }, redirect: "manual", cache: "no-store" });
      if (answer.type === "opaqueredirect") return "none";
      return answer.ok ? await answer.json() : null;
    } catch { return null; }
  };

  const show = async (who) => {
    const all = await kept.list();
    box.hidden = all.length === 0;
    rows.replaceChildren(...all.map((entry) => {
      const row = document.createElement("li");
      const text = document.createElement("span");
      const time = document.createElement("b");
      time.textContent = when(entry.at);
      const state = entry.state === "waiting" && who === "none" ? "sign-in"
        : entry.state === "waiting" && who?.owner && who.owner !== entry.owner ? "other" : entry.state;
      text.append(time, ` ${say(state)} ${entry.why}`);
      row.append(text);
      const button = (word, act) => {
        const one = document.createElement("button");
        one.type = "button";
        one.className = "btn2 small";
        one.textContent = say(word);
        one.addEventListener("click", act);
        row.append(one);
      };
      if (entry.state === "sent") {
        const link = document.createElement("a");
        link.href = entry.report;
        link.textContent = say("open");
        row.append(link);
      } else {
        if (entry.state === "refused" && form && !empty && who?.owner === entry.owner) button("mend", () => void mend(entry, who));
        button("delete", async () => {
          if (!window.confirm(say("delete-sure"))) return;
          await kept.remove(entry.id);
          await show(who);
        });
      }
      row.dataset.state = state;
      return row;
    }));
  };

  /** Sends a form; where its report is, what is wrong with it, or nothing when there is no link. */
  const post = async (body, token) => {
    // The token comes before the files, so that a node reads none that it would refuse.
    const all = new FormData();
    all.append("_form", token);
    for (const [name, value] of body) if (name !== "_form") all.append(name, value);
    try {
      const answer = await fetch(FORM, { method: "POST", body: all, headers: { accept: "application/json" }, redirect: "manual" });
      if (answer.ok) return await answer.json();
      // A session that has ended, or a node that is busy, is no refusal of the report.
      if (answer.type === "opaqueredirect" || answer.status >= 500 || answer.status === 429) return null;
      return { report: "", problems: [`${say("failed")} ${answer.status}`] };
    } catch { return null; }
  };

  let sending = null;
  const sendAll = () => (sending ??= (async () => {
    const waiting = (await kept.list()).filter((entry) => entry.state === "waiting");
    const who = waiting.length > 0 || !empty ? await signedIn() : null;
    // One page at a time: two open pages would send each report twice, and the node would file it once all the same.
    const work = async () => {
      for (const entry of (await kept.list()).filter((entry) => entry.state === "waiting" && who?.owner === entry.owner)) {
        const answer = await post(await kept.unseal(entry, who.secret), who.token);
        if (!answer) break;
        const { id, at, owner } = entry;
        if (answer.report) await kept.note({ id, at, owner, state: "sent", why: "", report: answer.report });
        else await kept.note({ ...entry, state: "refused", why: answer.problems.join(" ") });
        await show(who);
      }
    };
    if (who?.owner) await (navigator.locks ? navigator.locks.request("lintas-kept", work) : work());
    await show(who);
    return who;
  })().finally(() => { sending = null; }));

  /** Puts a refused report back into the form; sent from there it leaves the list. */
  const mend = async (entry, who) => {
    const was = await kept.unseal(entry, who.secret);
    for (const el of form.elements) {
      if (!el.name || el.name === "_form") continue;
      const values = was.getAll(el.name);
      if (el.type === "checkbox") el.checked = values.includes(el.value);
      else if (el.type === "file") {
        const files = new DataTransfer();
        for (const file of values) files.items.add(file);
        el.files = files.files;
      } else el.value = values[[...form.elements].filter((other) => other.name === el.name).indexOf(el)] ?? "";
    }
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void (async () => {
        const answer = await post(new FormData(form), who.token);
        if (answer?.report) { await kept.remove(entry.id); forgetDraft(); location.assign(`${answer.report}?done=report-added&n=1`); return; }
        if (answer) await kept.note({ ...entry, why: answer.problems.join(" ") });
        await show(who);
        box.scrollIntoView();
      })();
    });
    form.querySelector("input[type=text],textarea")?.focus();
  };

  const forgetDraft = () => { try { sessionStorage.removeItem("draft:report"); } catch { /* forbidden */ } };

  /** Keeps what is in the form instead of sending it. */
  const keepForm = async () => {
    await kept.keep(new FormData(form));
    form.reset();
    forgetDraft();
    await show(null);
    box.scrollIntoView();
    if (navigator.onLine) await sendAll();
  };

  if (form && empty) {
    form.addEventListener("submit", (event) => { event.preventDefault(); void keepForm().catch(() => { document.querySelector("[data-unset]").hidden = false; }); });
    void kept.device().then((own) => { document.querySelector("[data-unset]").hidden = own !== undefined; });
  } else if (form) {
    let ours = false;
    void kept.device().then((own) => { ours = own !== undefined; });
    form.addEventListener("submit", (event) => {
      if (event.defaultPrevented || navigator.onLine || !ours) return;
      event.preventDefault();
      void keepForm();
    });
  }

  const setup = document.querySelector("[data-device]");
  const part = (name) => setup.querySelector(`[data-${name}]`);
  const showDevice = async (who) => {
    if (!setup || !("serviceWorker" in navigator) || !who?.owner) return;
    const own = await kept.device();
    const state = !own ? "none" : own.owner === who.owner ? "mine" : "other";
    for (const text of setup.querySelectorAll("[data-when]")) text.hidden = text.dataset.when !== state;
    part("keep").hidden = state === "mine";
    part("forget").hidden = state === "none";
    setup.hidden = false;
    setup.dataset.state = state;
  };
  if (setup && "serviceWorker" in navigator) {
    part("keep").addEventListener("click", async () => {
      const who = await signedIn();
      if (!who?.owner) return;
      await kept.prepare(who);
      await navigator.serviceWorker.register(WORKER, { scope: FORM, updateViaCache: "none" });
      await navigator.serviceWorker.ready;
      await showDevice(who);
    });
    part("forget").addEventListener("click", async () => {
      const waiting = (await kept.list()).some((entry) => entry.state !== "sent");
      if (waiting && !window.confirm(say("remove-sure"))) return;
      const worker = await navigator.serviceWorker.getRegistration(FORM);
      await worker?.unregister();
      for (const name of await caches.keys()) if (name.startsWith("lintas-form-")) await caches.delete(name);
      await kept.forget();
      await show(null);
      await showDevice(await signedIn());
    });
  }

  box.querySelector("[data-send]").addEventListener("click", () => void sendAll());
  window.addEventListener("online", () => void sendAll());
  void (async () => {
    // What was sent has been seen once.
    for (const entry of await kept.list()) if (entry.state === "sent") await kept.remove(entry.id);
    await showDevice(await sendAll());
  })();
})();
