// The picture one has chosen, before it is sent: from the phone itself, nothing is fetched.
export function showChosen() {
  document.addEventListener("change", (event) => {
    const shown = event.target.dataset.preview && document.querySelector(event.target.dataset.preview);
    if (!shown) return;
    const [file] = event.target.files;
    if (shown.src) URL.revokeObjectURL(shown.src);
    shown.hidden = !file;
    if (file) shown.src = URL.createObjectURL(file);
  });
}
