// Closes a <details data-menu> on Escape, on a press outside it, and when focus moves on.
const open = "details[data-menu][open]";

export function closeMenus() {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") document.querySelectorAll(open).forEach(closeAndReturn);
  });
  for (const leaving of ["pointerdown", "focusin"]) {
    document.addEventListener(leaving, (event) => closeOthers(event.target));
  }
}

function closeAndReturn(menu) {
  const inside = menu.contains(document.activeElement);
  menu.open = false;
  if (inside) menu.querySelector("summary").focus();
}

function closeOthers(target) {
  document.querySelectorAll(open).forEach((menu) => {
    if (!menu.contains(target)) menu.open = false;
  });
}
