// «Kopier til egen journal»: one's own words to the clipboard, without asking the server for what stands here already.
// Where that cannot be done, the link leads to a page with the words in a box.
export function copyOwnWords() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-copy]");
    if (!link || !navigator.clipboard) return;
    event.preventDefault();
    navigator.clipboard.writeText(link.dataset.copy).then(() => say(link), () => location.assign(link.href));
  });
}

function say(link) {
  const said = link.dataset.copied;
  link.querySelector("span").textContent = said;
  document.getElementById("live").textContent = said;
}
