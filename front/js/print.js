// Shows the print buttons, which would do nothing without scripts.
export function offerPrint() {
  document.querySelectorAll("button[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => print());
  });
}
