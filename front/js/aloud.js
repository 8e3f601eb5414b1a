// «Les høyt»: the page is read by a voice that is on this device. Others would send the words to their maker, so without
// a voice of its own for the page's language a device gets no button. What stands in another language is read by a
// voice for that one, or left out.
const norwegian = ["nb", "nn", "no"];
const blocks = "h1,h2,h3,h4,p,li,dt,dd,summary,figcaption,legend,label,td,th";
const skipped = "button,input,textarea,select,svg,script,[hidden],[aria-hidden=true],.only,.aloud";

export function offerAloud() {
  const button = document.querySelector("button[data-aloud]");
  if (!button || !("speechSynthesis" in globalThis)) return;
  const offer = () => {
    if (!button.hidden || !voiceFor(document.documentElement.lang)) return;
    document.querySelector("main h1")?.after(button);
    button.hidden = false;
  };
  button.addEventListener("click", () => (button.ariaPressed === "true" ? silence() : read(button)));
  speechSynthesis.addEventListener?.("voiceschanged", offer);
  addEventListener("pagehide", silence);
  offer();
}

export function silence() {
  globalThis.speechSynthesis?.cancel();
  const button = document.querySelector("button[data-aloud]");
  if (button) button.ariaPressed = "false";
}

function read(button) {
  speechSynthesis.cancel();
  const said = pieces().flatMap(({ text, lang }) => {
    const voice = voiceFor(lang);
    return voice ? [Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang })] : [];
  });
  if (!said.length) return;
  button.ariaPressed = "true";
  said.at(-1).addEventListener("end", silence);
  said.forEach((each) => speechSynthesis.speak(each));
}

function voiceFor(lang) {
  const wanted = base(lang);
  const fits = norwegian.includes(wanted) ? [wanted, ...norwegian] : [wanted];
  const here = speechSynthesis.getVoices().filter((voice) => voice.localService);
  return fits.map((each) => here.find((voice) => base(voice.lang) === each)).find(Boolean);
}

function base(lang) {
  return lang.toLowerCase().split(/[-_]/)[0];
}

// What can be read on the page, in its order: one piece for each block and language in it.
function pieces() {
  const found = [];
  const words = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const { parentElement: at, data } = words.currentNode;
    if (!data.trim() || at.closest(skipped) || !at.getClientRects().length) continue;
    const block = at.closest(blocks) ?? at;
    const lang = at.closest("[lang]").lang || document.documentElement.lang;
    const last = found.at(-1);
    if (last?.block !== block || last.lang !== lang) found.push({ block, lang, text: data });
    else last.text += last.at === at ? data : ` ${data}`; // what stands apart on the screen may touch in the text
    found.at(-1).at = at;
  }
  return found.map(({ text, lang }) => ({ lang, text: text.replace(/\s+/g, " ").trim() }));
}
