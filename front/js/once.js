// One press, one effect: a form on its way is not sent again. The server holds the same promise; this spares
// the wait.
const longestWaitMs = 20_000;

export function sendOnce() {
  document.addEventListener("submit", holdSecond, true);
  document.addEventListener("submit", (event) => {
    if (!event.defaultPrevented && isGuarded(event.target)) start(event.target, event.submitter);
  });
  document.addEventListener("htmx:beforeRequest", (event) => {
    const form = event.target.closest("form");
    if (form && isGuarded(form)) start(form, event.detail.requestConfig?.triggeringEvent?.submitter);
  });
  document.addEventListener("htmx:afterRequest", (event) => end(event.target.closest("form")));
  addEventListener("pageshow", () => document.querySelectorAll("form[aria-busy]").forEach(end));
}

function isGuarded(form) {
  return form.method === "post";
}

function holdSecond(event) {
  if (event.target.getAttribute("aria-busy") !== "true") return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

// Never the `disabled` attribute: it would take the pressed button's own value out of what is sent.
function start(form, submitter) {
  form.setAttribute("aria-busy", "true");
  submitter?.setAttribute("aria-busy", "true");
  setTimeout(() => end(form), longestWaitMs);
}

function end(form) {
  form?.removeAttribute("aria-busy");
  form?.querySelectorAll("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
}
