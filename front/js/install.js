// The worker that lets the app be installed, and help be found without network. Without it all else works.
export function keepOnPhone() {
  if (!navigator.serviceWorker || !isSecureContext) return;
  const { locale } = document.documentElement.dataset;
  navigator.serviceWorker.register("/service-worker.js").then(() => navigator.serviceWorker.ready)
    .then(({ active }) => active.postMessage({ locale }))
    .catch(() => {});
}
