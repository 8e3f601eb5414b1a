// Bundles and minifies our own scripts. htmx stays the file its makers minified: app.js imports it by its
// hashed name, on the pages that use it.
import { join } from "node:path";
import { build } from "esbuild";

/** The text of app.js; `htmxFile` is the name htmx has on the shelf. */
export async function bundleScripts(root, htmxFile) {
  const result = await build({
    entryPoints: [join(root, "front/js/app.js")],
    absWorkingDir: root,
    bundle: true,
    format: "esm",
    minify: true,
    legalComments: "none",
    target: ["chrome105", "firefox121", "safari16"],
    external: [`./${htmxFile}`],
    define: { HTMX: JSON.stringify(`./${htmxFile}`) },
    write: false,
  });
  return result.outputFiles[0].text;
}
