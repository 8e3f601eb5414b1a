// Joins front/css/app.css with all it imports, leaves out what this app has no use for in Designsystemet,
// minifies, and points the font addresses at the hashed files.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bundle, Features, transform } from "lightningcss";

// The oldest browsers that know :has() and container queries. Logical properties stay logical.
const version = (major, minor = 0) => (major << 16) | (minor << 8);
const browsers = {
  targets: { chrome: version(105), firefox: version(121), safari: version(16), ios_saf: version(16) },
  exclude: Features.LogicalProperties | Features.DirSelector | Features.LightDark,
};

/** The whole stylesheet; `fileOf` gives the hashed name of a font. */
export function joinStyles(root, fileOf) {
  const unwanted = JSON.parse(readFileSync(join(root, "front/css/leave-out.json"), "utf8"));
  let { code } = bundle({
    filename: join(root, "front/css/app.css"),
    visitor: {
      Url: (url) => ({ ...url, url: url.url.endsWith(".woff2") ? fileOf(url.url) : url.url }),
      Rule: { style: (rule) => withoutUnwanted(rule, unwanted) },
    },
    ...browsers,
  });
  for (let before = 0; before !== code.length; ) {
    before = code.length;
    code = withoutUnreadTokens(withoutDetours(code));
  }
  return transform({ filename: "app.css", code, minify: true, ...browsers }).code;
}

// Only whole rules go: a rule that also serves something wanted stays.
function withoutUnwanted(rule, names) {
  const isUnwanted = (selector) => {
    const text = JSON.stringify(selector);
    return names.some((name) => text.includes(`"${name}"`));
  };
  return rule.value.selectors.every(isUnwanted) ? [] : undefined;
}

// Designsystemet reads most values through tokens that may be set anywhere. One that is set in a single
// place, and by nobody else, is put in where it is read.
function withoutDetours(code) {
  const values = new Map();
  for (const [, name, value] of code.toString().matchAll(/(--[\w-]+):([^;{}]*);/g)) {
    values.set(name, [...(values.get(name) ?? []), value.trim()]);
  }
  const setOnce = (read, name) => {
    const [value, ...others] = values.get(name) ?? [];
    return value && !others.length ? value : read;
  };
  const plain = /var\((--(?:_|ds)[\w-]+)\)/g;
  const withFallback = /var\((--(?:_|ds)[\w-]+),\s*var\(--[\w-]+\)\)/g;
  return Buffer.from(code.toString().replace(plain, setOnce).replace(withFallback, setOnce));
}

// A custom property nobody reads is weight only; dropping one may leave another unread.
function withoutUnreadTokens(code) {
  const read = new Set(Array.from(code.toString().matchAll(/var\((--[\w-]+)/g), ([, name]) => name));
  const visitor = { Declaration: { custom: (token) => (isUnread(token.name, read) ? [] : undefined) } };
  return transform({ filename: "app.css", code, visitor, ...browsers }).code;
}

function isUnread(name, read) {
  return name.startsWith("--") && !read.has(name);
}
