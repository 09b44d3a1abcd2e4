// The worker of the empty report form; the node puts before it what `shell` is. It keeps the form and what draws it. Nothing
// else that the node answers is kept, so no case can be read from this device.
"use strict";
importScripts(shell.kept);

self.addEventListener("install", (event) => event.waitUntil((async () => {
  const cache = await caches.open(shell.name);
  await cache.addAll(shell.files);
  const form = await fetch(shell.empty, { cache: "no-store", credentials: "same-origin" });
  if (!form.ok || form.redirected) throw new Error(`the empty form answered ${form.status}`);
  await cache.put(shell.empty, form);
  await self.skipWaiting();
})()));

self.addEventListener("activate", (event) => event.waitUntil((async () => {
  const old = (await caches.keys()).filter((name) => name.startsWith("lintas-form-") && name !== shell.name);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
})()));

const keptForm = async () => (await (await caches.open(shell.name)).match(shell.empty)) ?? Response.error();

/** A report on its way when the link drops is kept and sent again; the node knows it by its name and files it once. */
const send = async (request) => {
  const copy = request.clone();
  try {
    return await fetch(request);
  } catch (why) {
    try { await kept.keep(await copy.formData()); } catch { throw why; }
    return Response.redirect(`${shell.form}?done=kept&n=1`, 303);
  }
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.mode === "navigate" && url.pathname === shell.form) {
    if (request.method === "POST") event.respondWith(send(request));
    else if (request.method === "GET") event.respondWith(fetch(request).catch(keptForm));
  } else if (request.method === "GET" && shell.files.includes(url.pathname)) {
    event.respondWith((async () => (await caches.match(url.pathname)) ?? fetch(request))());
  }
});
