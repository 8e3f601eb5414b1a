// «Skjul»: blank at once, end the session, go to a neutral page, and leave nothing for the Back button.
// Three presses of Shift do the same.
import { silence } from "./aloud.js";

const presses = 3;
const withinMs = 1500;

export function hideQuickly() {
  forgetWhenLeft();
  const form = document.querySelector("form[data-hide]");
  if (!form) return;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    leave(form);
  });
  countShift(() => leave(form));
}

function leave(form) {
  blank();
  silence();
  endSession(form);
  location.replace(form.dataset.neutral);
}

function blank() {
  document.documentElement.classList.add("gone");
  document.title = "\u00a0";
}

// A beacon outlives the page; where it is refused, a request that may do so too.
function endSession(form) {
  const body = new URLSearchParams(new FormData(form));
  if (navigator.sendBeacon?.(form.action, body)) return;
  fetch(form.action, { method: "POST", body, keepalive: true }).catch(() => {});
}

// Shift held down for a capital letter or a click is typing, not a wish to leave.
function countShift(act) {
  let times = [];
  const forget = () => (times = []);
  addEventListener("keydown", (event) => {
    if (event.key !== "Shift") return forget();
    if (event.repeat) return;
    times = [...times, event.timeStamp].slice(-presses);
    if (times.length === presses && event.timeStamp - times[0] <= withinMs) act();
  });
  addEventListener("pointerdown", forget);
}

// A page the browser keeps alive for Back is kept blank, and asked for anew.
function forgetWhenLeft() {
  addEventListener("pagehide", (event) => {
    if (event.persisted) blank();
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
}
