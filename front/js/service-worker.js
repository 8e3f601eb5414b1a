// The worker on the phone. It keeps the app's own files and two pages about nobody: «no network» and «help now».
// No page of a family is ever kept: what is not in the list below goes to the network and nowhere else.
const version = VERSION;
const files = FILES;
const kept = { "/offline": "/offline", "/help-now": "/help-now" };
const usual = "nb";

self.addEventListener("install", (event) => {
  self.skipWaiting(); // nothing on an open page changes by it: the page keeps the files it has
  event.waitUntil(caches.open(version).then((cache) => Promise.all([cache.addAll(files), keepPages(cache, usual)])));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOld().then(() => self.clients.claim()));
});

// A page says which language its reader has chosen.
self.addEventListener("message", (event) => {
  const { locale } = event.data ?? {};
  if (!/^[a-zA-Z_]{2,8}$/.test(locale)) return;
  event.waitUntil(caches.open(version).then((cache) => keepPages(cache, locale)).catch(() => {}));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => withoutNetwork(url.pathname)));
  else if (files.includes(url.pathname)) event.respondWith(fromPhone(request));
});

// Asked for without cookies: the answer cannot be about anybody. Both are here before either is kept: one language.
async function keepPages(cache, locale) {
  const pages = await Promise.all(Object.entries(kept).map(async ([name, address]) =>
    [name, await fetch(`${address}/${locale}`, { credentials: "omit", cache: "no-store" })]));
  if (pages.every(([, page]) => page.ok)) await Promise.all(pages.map(([name, page]) => cache.put(name, page)));
}

async function withoutNetwork(path) {
  const name = path.startsWith("/help-now") ? "/help-now" : "/offline";
  return (await caches.match(name, { cacheName: version })) ?? Response.error();
}

async function fromPhone(request) {
  return (await caches.match(request, { cacheName: version })) ?? fetch(request);
}

async function forgetOld() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== version).map((name) => caches.delete(name)));
}
