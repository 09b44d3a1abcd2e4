// Reports that this device keeps until there is a link: sealed at once, opened only with what the node gives to the officer
// who is signed in. Used by the pages and by the worker of the empty form.
"use strict";
const kept = (() => {
  const CURVE = { name: "ECDH", namedCurve: "P-256" };
  const bytesOf = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (two) => parseInt(two, 16));

  const open = () => new Promise((resolve, reject) => {
    const request = indexedDB.open("lintas-kept", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("device");
      request.result.createObjectStore("reports", { keyPath: "id", autoIncrement: true });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });

  /** One act on one store; what the request answers, once it is on disk. */
  const act = async (store, mode, work) => {
    const database = await open();
    try {
      return await new Promise((resolve, reject) => {
        // Strict: a report is said to be kept only when it is (IndexedDB, durability hints).
        const transaction = database.transaction(store, mode, { durability: "strict" });
        const request = work(transaction.objectStore(store));
        transaction.oncomplete = () => resolve(request?.result);
        transaction.onerror = transaction.onabort = () => reject(transaction.error);
      });
    } finally { database.close(); }
  };

  const device = () => act("device", "readonly", (store) => store.get("own"));

  const closing = (secret) => crypto.subtle.importKey("raw", bytesOf(secret), "AES-GCM", false, ["encrypt", "decrypt"]);

  /** Makes the pair of keys of this device for an officer; the private one is closed with the officer's secret. */
  const prepare = async ({ owner, secret }) => {
    const pair = await crypto.subtle.generateKey(CURVE, true, ["deriveKey"]);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = await crypto.subtle.exportKey("pkcs8", pair.privateKey);
    const closed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await closing(secret), plain);
    const publicKey = await crypto.subtle.exportKey("raw", pair.publicKey);
    await act("device", "readwrite", (store) => store.put({ owner, publicKey, iv, closed }, "own"));
  };

  const shared = (privateKey, publicKey, use) =>
    crypto.subtle.deriveKey({ name: "ECDH", public: publicKey }, privateKey, { name: "AES-GCM", length: 256 }, false, [use]);

  /** The fields of a form as bytes: a line of JSON, then the bytes of its files. */
  const written = async (form) => {
    const [fields, parts] = [[], []];
    for (const [name, value] of form) {
      if (typeof value === "string") fields.push([name, value]);
      else if (value.size > 0) {
        const bytes = await value.arrayBuffer();
        fields.push([name, { name: value.name, type: value.type, size: bytes.byteLength }]);
        parts.push(bytes);
      }
    }
    return new Blob([`${JSON.stringify(fields)}\n`, ...parts]).arrayBuffer();
  };
  const read = (bytes) => {
    const all = new Uint8Array(bytes);
    let at = all.indexOf(10) + 1;
    const form = new FormData();
    for (const [name, value] of JSON.parse(new TextDecoder().decode(all.subarray(0, at)))) {
      if (typeof value === "string") form.append(name, value);
      else { form.append(name, new File([all.slice(at, at + value.size)], value.name, { type: value.type })); at += value.size; }
    }
    return form;
  };

  /** Seals a form for the officer of this device: a key of its own for each report, agreed with the device's public key. */
  const keep = async (form) => {
    const own = await device();
    if (!own) throw new Error("this device keeps nothing");
    form.delete("_form");
    if (!form.get("written")) form.set("written", crypto.randomUUID());
    const pair = await crypto.subtle.generateKey(CURVE, true, ["deriveKey"]);
    const theirs = await crypto.subtle.importKey("raw", own.publicKey, CURVE, false, []);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await shared(pair.privateKey, theirs, "encrypt"), await written(form));
    const from = await crypto.subtle.exportKey("raw", pair.publicKey);
    await act("reports", "readwrite", (store) => store.add({ at: Date.now(), owner: own.owner, key: { iv: own.iv, closed: own.closed }, from, iv, data, state: "waiting", why: "" }));
  };

  /** Opens a report with the officer's secret. */
  const unseal = async (entry, secret) => {
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: entry.key.iv }, await closing(secret), entry.key.closed);
    const own = await crypto.subtle.importKey("pkcs8", plain, CURVE, false, ["deriveKey"]);
    const from = await crypto.subtle.importKey("raw", entry.from, CURVE, false, []);
    return read(await crypto.subtle.decrypt({ name: "AES-GCM", iv: entry.iv }, await shared(own, from, "decrypt"), entry.data));
  };

  const list = () => act("reports", "readonly", (store) => store.getAll());
  const note = (entry) => act("reports", "readwrite", (store) => store.put(entry));
  const remove = (id) => act("reports", "readwrite", (store) => store.delete(id));
  const forget = () => new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase("lintas-kept");
    request.onsuccess = () => resolve();
    request.onerror = request.onblocked = () => reject(new Error("the reports of this device could not be removed"));
  });

  return { device, prepare, keep, unseal, list, note, remove, forget };
})();
