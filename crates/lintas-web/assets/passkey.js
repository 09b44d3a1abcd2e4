// Passkeys: asks the node for a challenge, the browser for its answer, and sends the answer as an ordinary form.
// Reads data-begin, data-host and the hidden fields `ticket` and `answer` of forms marked data-passkey; without this file
// or without passkeys in the browser those forms stay hidden.
"use strict";
(() => {
  const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  const text = (buffer) => buffer && btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const named = (list) => list?.map((key) => ({ ...key, id: bytes(key.id) }));

  const create = async ({ publicKey }) => {
    const key = await navigator.credentials.create({ publicKey: {
      ...publicKey,
      challenge: bytes(publicKey.challenge),
      user: { ...publicKey.user, id: bytes(publicKey.user.id) },
      excludeCredentials: named(publicKey.excludeCredentials),
    } });
    return { id: key.id, rawId: text(key.rawId), type: key.type, extensions: {}, response: {
      attestationObject: text(key.response.attestationObject),
      clientDataJSON: text(key.response.clientDataJSON),
      transports: key.response.getTransports?.() ?? [],
    } };
  };

  const get = async ({ publicKey }) => {
    const key = await navigator.credentials.get({ publicKey: {
      ...publicKey,
      challenge: bytes(publicKey.challenge),
      allowCredentials: named(publicKey.allowCredentials),
    } });
    return { id: key.id, rawId: text(key.rawId), type: key.type, extensions: {}, response: {
      authenticatorData: text(key.response.authenticatorData),
      clientDataJSON: text(key.response.clientDataJSON),
      signature: text(key.response.signature),
      userHandle: text(key.response.userHandle),
    } };
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const { host, begin, passkey } = form.dataset;
    const here = location.hostname === host || location.hostname.endsWith(`.${host}`);
    if (!window.PublicKeyCredential || !window.isSecureContext || !here) continue;
    form.hidden = false;
    const elsewhere = form.parentElement.querySelector("[data-no-passkey]");
    if (elsewhere) elsewhere.hidden = true;
    const problem = form.querySelector("[data-problem]");
    const say = (words) => { problem.textContent = words; problem.hidden = !words; };
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      say("");
      const button = form.querySelector("button");
      button.disabled = true;
      try {
        const sent = await fetch(begin, { method: "POST", body: new URLSearchParams(new FormData(form)) });
        if (!sent.ok) throw new Error(`${sent.status}`);
        const begun = await sent.json();
        if (begun.problem) { say(begun.problem); return; }
        const options = JSON.parse(begun.options);
        const answer = await (passkey === "register" ? create(options) : get(options));
        form.elements.ticket.value = begun.ticket;
        form.elements.answer.value = JSON.stringify(answer);
        if (form.elements.password) form.elements.password.value = "";
        form.submit(); // Past this listener, as a plain form.
      } catch (error) {
        say(error instanceof Error && error.message ? error.message : String(error));
      } finally {
        button.disabled = false;
      }
    });
  }
})();
