// The folder of built files: gives each a hashed name, compresses what gains by it, writes the manifest last
// and removes what an earlier build left.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const compressible = new Set([".css", ".js", ".svg"]);

export class Shelf {
  #names = {};
  #written = new Set();
  #sizes = [];

  constructor(folder) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  put(name, content) {
    const bytes = Buffer.from(content);
    const fileName = hashedName(name, bytes);
    this.#names[name] = fileName;
    this.#write(fileName, bytes);
    if (compressible.has(extname(name))) this.#compress(name, fileName, bytes);
  }

  nameOf(name) {
    if (!(name in this.#names)) throw new Error(`${name} is not built`);
    return this.#names[name];
  }

  close() {
    const sorted = Object.fromEntries(Object.entries(this.#names).sort(([a], [b]) => (a < b ? -1 : 1)));
    this.#write("manifest.json", `${JSON.stringify(sorted, null, 1)}\n`);
    for (const old of readdirSync(this.folder)) {
      if (!this.#written.has(old)) rmSync(join(this.folder, old), { recursive: true });
    }
  }

  report() {
    const line = ({ name, plain, brotli }) => `${name}: ${plain} bytes, ${brotli} brotli`;
    return this.#sizes.map(line).join("\n");
  }

  #compress(name, fileName, bytes) {
    const brotli = brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    });
    this.#write(`${fileName}.br`, brotli);
    this.#write(`${fileName}.gz`, gzipSync(bytes, { level: 9 }));
    this.#sizes.push({ name, plain: bytes.length, brotli: brotli.length });
  }

  #write(fileName, bytes) {
    writeFileSync(join(this.folder, fileName), bytes);
    this.#written.add(fileName);
  }
}

function hashedName(name, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  const extension = extname(name);
  return `${name.slice(0, -extension.length)}.${hash}${extension}`;
}
