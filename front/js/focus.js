// Moves focus to what happened: first what went wrong, then what was done, then the thing the address points
// to.
export function moveFocus() {
  if (!focusIn(document)) targetOf(location.hash)?.focus();
  document.addEventListener("htmx:afterSettle", (event) => focusIn(event.target));
}

function focusIn(root) {
  const marked = root.matches?.("[data-focus]") ? root : null;
  const found = root.querySelector(".errors[data-focus]") ?? marked ?? root.querySelector("[data-focus]");
  found?.focus();
  return found;
}

function targetOf(hash) {
  const target = hash.length > 1 ? document.getElementById(decodeHash(hash)) : null;
  return target?.hasAttribute("tabindex") ? target : null;
}

function decodeHash(hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}
