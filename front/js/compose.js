// Boxes that grow with what is written, and tell how much room is left.
const growsByItself = CSS.supports("field-sizing", "content");
const mostRows = 14;

export function growAndCount() {
  document.addEventListener("input", (event) => {
    if (event.target.matches("textarea")) showRoom(event.target);
  });
  document.addEventListener("htmx:afterSettle", (event) => showAll(event.target));
  showAll(document);
}

function showAll(root) {
  root.querySelectorAll("textarea").forEach(showRoom);
}

function showRoom(box) {
  if (!growsByItself) while (box.scrollHeight > box.clientHeight && box.rows < mostRows) box.rows += 1;
  const counter = box.dataset.count && document.querySelector(box.dataset.count);
  if (!counter) return;
  const words = counter.dataset.text ?? "{n} / {max}";
  counter.textContent = words.replace("{n}", box.value.length).replace("{max}", box.maxLength);
}
