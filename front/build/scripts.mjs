// Bundles and minifies our own scripts. htmx stays the file its makers minified: app.js imports it by its
// hashed name, on the pages that use it.
import { createHash } from "node:crypto";
import { join } from "node:path";
import { build } from "esbuild";

const browsers = ["chrome105", "firefox121", "safari16"];

/** The text of app.js; `htmxFile` is the name htmx has on the shelf. */
export async function bundleScripts(root, htmxFile) {
  const result = await build({
    entryPoints: [join(root, "front/js/app.js")],
    absWorkingDir: root,
    bundle: true,
    format: "esm",
    minify: true,
    legalComments: "none",
    target: browsers,
    external: [`./${htmxFile}`],
    define: { HTMX: JSON.stringify(`./${htmxFile}`) },
    write: false,
  });
  return result.outputFiles[0].text;
}

/** The text of the worker, which keeps these files of the shelf; its version changes whenever one of them does. */
export async function bundleWorker(root, fileNames) {
  const files = fileNames.map((name) => `/static/dist/${name}`);
  const version = `shell-${createHash("sha256").update(files.join()).digest("hex").slice(0, 10)}`;
  const result = await build({
    entryPoints: [join(root, "front/js/service-worker.js")],
    absWorkingDir: root,
    minify: true,
    legalComments: "none",
    target: browsers,
    define: { VERSION: JSON.stringify(version), FILES: JSON.stringify(files) },
    write: false,
  });
  return result.outputFiles[0].text;
}
