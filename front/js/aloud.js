// Reads a text aloud, only with a voice that is on the device: nothing a family reads is sent to a voice
// service.
export function readAloud() {
  if (!("speechSynthesis" in window) || !document.querySelector("button[data-read]")) return;
  showButtons();
  speechSynthesis.addEventListener?.("voiceschanged", showButtons);
  addEventListener("pagehide", () => speechSynthesis.cancel());
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-read]");
    if (button) toggle(textOf(button));
  });
}

function showButtons() {
  document.querySelectorAll("button[data-read]").forEach((button) => {
    const text = textOf(button);
    button.hidden = !text || !voiceFor(languageOf(text));
  });
}

function toggle(text) {
  const speaking = speechSynthesis.speaking;
  speechSynthesis.cancel();
  if (speaking) return;
  const words = new SpeechSynthesisUtterance(text.innerText);
  words.lang = languageOf(text);
  words.voice = voiceFor(words.lang);
  speechSynthesis.speak(words);
}

function textOf(button) {
  return document.querySelector(button.dataset.read);
}

function languageOf(element) {
  return element.closest("[lang]")?.lang ?? "nb";
}

function voiceFor(language) {
  const wanted = language.toLowerCase().split(/[-_]/)[0];
  const same = wanted === "nb" ? ["nb", "no"] : [wanted];
  return speechSynthesis
    .getVoices()
    .find((voice) => voice.localService && same.includes(voice.lang.toLowerCase().split(/[-_]/)[0]));
}
