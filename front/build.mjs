// Builds everything the browser loads into static/dist: one stylesheet, one script (and the htmx chunk it
// fetches when needed), one icon sprite, the fonts. Every name carries a hash of its content; manifest.json
// maps the plain names to the hashed ones. Same input, same output.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleScripts, bundleWorker } from "./build/scripts.mjs";
import { drawSprite } from "./build/sprite.mjs";
import { joinStyles } from "./build/styles.mjs";
import { Shelf } from "./build/shelf.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const shelf = new Shelf(join(root, "static/dist"));

const fonts = {
  "noto-arabic-400.woff2": "noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2",
  "noto-arabic-700.woff2": "noto-sans-arabic/files/noto-sans-arabic-arabic-700-normal.woff2",
  "noto-ethiopic-400.woff2": "noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic-400-normal.woff2",
  "noto-ethiopic-700.woff2": "noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic-700-normal.woff2",
};

for (const [name, path] of Object.entries(fonts)) {
  shelf.put(name, readFileSync(join(root, "node_modules/@fontsource", path)));
}
for (const name of readdirSync(join(root, "static/icons")).sort()) {
  shelf.put(name, readFileSync(join(root, "static/icons", name)));
}
shelf.put("sprite.svg", drawSprite(root));
shelf.put("app.css", joinStyles(root, (name) => shelf.nameOf(name)));
shelf.put("htmx.js", readFileSync(join(root, "node_modules/htmx.org/dist/htmx.min.js")));
shelf.put("app.js", await bundleScripts(root, shelf.nameOf("htmx.js")));
const shell = ["app.css", "app.js", "sprite.svg", "icon.svg"].map((name) => shelf.nameOf(name));
shelf.put("service-worker.js", await bundleWorker(root, shell));
shelf.close();
console.log(shelf.report());
