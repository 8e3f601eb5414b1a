// Files that are too large are told of before they are sent, so that no words are lost on the way.
const mega = 2 ** 20;

export function checkSizes() {
  document.addEventListener("change", (event) => {
    const form = event.target.matches("[data-largest]") && event.target.form;
    if (!form) return;
    const boxes = [...form.querySelectorAll("[data-largest]")];
    const together = boxes.flatMap((box) => [...box.files]).reduce((sum, file) => sum + file.size, 0);
    for (const box of boxes) box.setCustomValidity("");
    if (together <= event.target.dataset.largest * mega) return;
    event.target.setCustomValidity(event.target.dataset.tooLarge);
    event.target.reportValidity();
  });
}
