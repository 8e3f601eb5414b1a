// Gives each htmx request the page's own token.
export function signRequests() {
  document.addEventListener("htmx:configRequest", (event) => {
    const token = document.querySelector("meta[name=csrf-token]")?.content;
    if (token) event.detail.headers["X-CSRF-Token"] = token;
  });
}
