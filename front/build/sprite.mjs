// One SVG file with a symbol for each icon of front/icons/list.json, taken from aksel-icons, and for each
// drawing of our own in front/icons/*.svg.
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { optimize } from "svgo";

/** The sprite's text. Fails when the list names an icon the package does not have. */
export function drawSprite(root) {
  const folder = join(root, "front/icons");
  const listed = JSON.parse(readFileSync(join(folder, "list.json"), "utf8"));
  const bought = Object.entries(listed).map(([id, icon]) => [
    id,
    join(root, "node_modules/@navikt/aksel-icons/dist/svg", `${icon}.svg`),
  ]);
  const own = readdirSync(folder)
    .filter((name) => name.endsWith(".svg"))
    .sort()
    .map((name) => [basename(name, ".svg"), join(folder, name)]);
  const symbols = [...bought, ...own].map(([id, path]) => symbol(id, readFileSync(path, "utf8")));
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`;
}

function symbol(id, source) {
  const { data } = optimize(source, {
    multipass: true,
    floatPrecision: 2,
    plugins: ["preset-default", { name: "removeAttrs", params: { attrs: ["clip-rule"] } }],
  });
  const [, viewBox] = /viewBox="([^"]+)"/.exec(data);
  const inside = data.replace(/^<svg[^>]*>/, "").replace(/<\/svg>$/, "");
  const drawing = inside.replaceAll(' fill="currentColor"', "");
  return `<symbol id="${id}" viewBox="${viewBox}">${drawing}</symbol>`;
}
