// Fetches htmx on the pages that use it; the build puts its file's name in for HTMX. htmx waits for
// DOMContentLoaded unless the page has loaded completely, so it is fetched after that: what a page asks of it
// is smoothness, never its first content.
const wanted = "[hx-get],[hx-post],[hx-put],[hx-patch],[hx-delete]";

export async function startHtmx() {
  if (!document.querySelector(wanted)) return;
  await pageLoaded();
  await import(HTMX);
  document.documentElement.dataset.htmx = "ready";
}

function pageLoaded() {
  if (document.readyState === "complete") return Promise.resolve();
  return new Promise((done) => addEventListener("load", done, { once: true }));
}
