// Without network nothing is said to be sent: the words stay in the box, and the page's own template says so.
const place = "data-unsent-said";

export function sayUnsent() {
  for (const failure of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
    document.addEventListener(failure, (event) => say(event.target.closest("form")));
  }
  document.addEventListener("htmx:beforeRequest", (event) => unsay(event.target.closest("form")));
  document.addEventListener("submit", (event) => {
    if (navigator.onLine || !event.target.matches("form[data-unsent]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    say(event.target);
  }, true);
}

function say(form) {
  const words = document.getElementById("unsent");
  if (!words || !form?.matches("[data-unsent]")) return;
  unsay(form);
  const said = document.createElement("div");
  said.setAttribute(place, "");
  said.setAttribute("role", "alert");
  form.append(said);
  said.append(words.content.cloneNode(true));
}

function unsay(form) {
  form?.querySelector(`[${place}]`)?.remove();
}
