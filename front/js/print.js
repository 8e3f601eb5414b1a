// Shows the print buttons, which would do nothing without scripts; opens what older browsers would print closed.
export function offerPrint() {
  document.querySelectorAll("button[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => print());
  });
  addEventListener("beforeprint", () => {
    document.querySelectorAll("details.unfold").forEach((each) => {
      each.open = true;
    });
  });
}
