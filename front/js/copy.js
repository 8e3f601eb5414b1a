// «Kopier til egen journal»: one's own words, from the page that has them in a box, to the clipboard in one tap.
// Where that cannot be done, the link leads to that page.
export function copyOwnWords() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-copy]");
    if (!link || !globalThis.ClipboardItem) return;
    event.preventDefault();
    const box = boxOf(link.href);
    const words = box.then(({ value }) => new Blob([value], { type: "text/plain" }));
    const copied = navigator.clipboard.write([new ClipboardItem({ "text/plain": words })]);
    Promise.all([box, copied]).then(([{ dataset }]) => say(link, dataset.copied), () => location.assign(link.href));
  });
}

async function boxOf(address) {
  const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
  return page.querySelector("textarea[data-copied]");
}

function say(link, said) {
  link.textContent = said;
  document.getElementById("live").textContent = said;
}
