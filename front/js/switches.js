// A switch on «Hvem ser hva» asks first: it leads to the page where one answers, and never turns by itself.
export function openSwitches() {
  document.addEventListener("change", ({ target }) => {
    if (!target.matches("input[data-switch]")) return;
    target.checked = !target.checked;
    location.assign(target.dataset.switch);
  });
}
