// Sign-in with a passkey (WebAuthn level 3). The button stays hidden where the browser has no passkeys.
"use strict";
(() => {
  if (!window.PublicKeyCredential) return;
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const post = async (url, body) => {
    const answer = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const problem = form.querySelector("[role=alert]");
      problem.textContent = "";
      try {
        const sign = form.dataset.passkey === "sign-in";
        const token = form.querySelector("[name=_form]")?.value ?? "";
        const begun = await post(form.dataset.begin, { login: form.querySelector("[name=login]")?.value || document.querySelector("#login")?.value || "", _form: token });
        const key = begun.options.publicKey;
        key.challenge = bytes(key.challenge);
        for (const list of [key.allowCredentials, key.excludeCredentials]) for (const item of list ?? []) item.id = bytes(item.id);
        if (key.user) key.user.id = bytes(key.user.id);
        const made = sign ? await navigator.credentials.get({ publicKey: key }) : await navigator.credentials.create({ publicKey: key });
        const response = { clientDataJSON: text(made.response.clientDataJSON) };
        for (const part of ["authenticatorData", "signature", "userHandle", "attestationObject"]) if (made.response[part]) response[part] = text(made.response[part]);
        const done = await post(form.dataset.finish, { state: begun.state, _form: token, credential: { id: made.id, rawId: text(made.rawId), type: made.type, response, extensions: {} } });
        window.location.assign(done.next);
      } catch (error) {
        problem.textContent = form.dataset.problem;
        console.warn(error);
      }
    });
  }
})();
