// What somebody would stumble over on the page as it stands. Each function gives a list of faults, in words.
// Loaded into every page by conftest.py, as `faults`; none of it is part of the app.
globalThis.faults = (() => {
  const touch = 44; // CSS pixels
  const pressed = "a[href], button, summary, select, textarea, input:not([type=hidden])";

  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && !tiny(element);
  const tiny = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width <= 1 || height <= 1;
  };
  const called = (element) => {
    const words = (element.getAttribute("aria-label") ?? element.textContent).replace(/\s+/g, " ").trim();
    return `<${element.localName}> ${element.id && "#" + element.id} «${words.slice(0, 50)}»`;
  };
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  function* texts(root = document.body) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.data.trim() && !node.parentElement?.closest("script, style, textarea")) yield node;
    }
    if (root === document.body) for (const template of all("template")) yield* texts(template.content);
  }

  /** The page may grow downwards, never sideways. */
  function sideways() {
    const { clientWidth: room, scrollWidth: wide } = document.documentElement;
    if (wide <= room) return [];
    const out = all("body *").filter((each) => {
      const { left, right, width } = each.getBoundingClientRect();
      return width && (right > room + 1 || left < -1) && !each.closest(".chips-scroll > *, .table-wrap > *, .only");
    });
    const innermost = out.filter((each) => !out.some((other) => other !== each && each.contains(other)));
    return [`${wide} px wide, of ${room}: ${innermost.slice(0, 3).map(called).join("; ")}`];
  }

  /** A thumb must hit it. Links in running text are as high as their line. */
  function small() {
    return all(pressed)
      .filter((each) => shown(each) && getComputedStyle(each).display !== "inline")
      .map((each) => [each, (each.matches("input") && each.closest("label")) || each])
      .map(([each, target]) => [each, target.getBoundingClientRect()])
      .filter(([, { width, height }]) => width < touch - 0.5 || height < touch - 0.5)
      .map(([each, { width, height }]) => `${called(each)} is ${Math.round(width)} × ${Math.round(height)} px`);
  }

  /** A sentence directly in a flexible row falls into pieces, each wrapping for itself, where a name stands in it. */
  function torn() {
    return all("body *")
      .filter((each) => /flex|grid/.test(getComputedStyle(each).display))
      .filter((each) => {
        const pieces = [...each.childNodes].filter((node) => node.textContent.trim() && !node.matches?.("svg, .only"));
        return pieces.length > 1 && pieces.some((node) => node.nodeType === Node.TEXT_NODE);
      })
      .map((each) => `falls into pieces: ${called(each)}`);
  }

  /** What people wrote says its own language and direction. `written`: [text, lang] pairs. */
  function unmarked(written) {
    const wrong = [];
    for (const node of texts()) {
      const found = written.find(([text]) => node.data.includes(text.slice(0, 24)));
      if (!found) continue;
      const marked = node.parentElement.closest("[lang]");
      const turned = node.parentElement.closest("[dir], bdi");
      if (!marked || marked === document.documentElement || marked.lang !== found[1])
        wrong.push(`in «${marked?.lang}», not «${found[1]}»: ${node.data.trim().slice(0, 50)}`);
      if (!turned?.matches("bdi, [dir=auto]")) wrong.push(`no direction of its own: ${node.data.trim().slice(0, 50)}`);
    }
    return wrong;
  }

  /** Words in Latin letters on a page in another script, outside names and what people wrote. */
  function foreign(names) {
    const words = (text) => {
      const plain = text.replace(/\u2068.*?\u2069/gs, " ").replace(/\{\w+\}/g, " ");
      return names.reduce((rest, name) => rest.replaceAll(name, " "), plain).match(/[A-Za-zÀ-ɏ]{2,}/g) ?? [];
    };
    const apart = "bdi, [lang]:not(html), .no";
    const wrong = [...texts()]
      .filter((node) => !node.parentElement?.closest(apart) && words(node.data).length)
      .map((node) => node.data.trim());
    for (const name of ["aria-label", "title", "alt", "placeholder", "data-text"]) {
      for (const each of all(`[${name}]`)) {
        if (!each.closest(apart) && words(each.getAttribute(name)).length)
          wrong.push(`${name}: ${each.getAttribute(name)}`);
      }
    }
    if (words(document.title).length) wrong.push(`title: ${document.title}`);
    return wrong;
  }

  /** Above every box to write in stands who can read it; above a professional's also what never to write. */
  function unannounced(works) {
    return all("main form textarea:not([readonly])").flatMap((box) => {
      const before = (selector) =>
        all(selector, box.form).some((each) => each.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING);
      return [
        ...(before(".reads") ? [] : [`nothing says who can read ${called(box)}`]),
        ...(works && !before(".never") ? [`nothing says what never to write in ${called(box)}`] : []),
      ];
    });
  }

  /** Everything that can be pressed can be reached, shows that it is, and is not under a bar. Press Tab once before. */
  function lost() {
    const wrong = all("[tabindex]").filter((each) => each.tabIndex > 0).map((each) => `out of turn: ${called(each)}`);
    for (const each of all(pressed).filter((one) => one.checkVisibility({ visibilityProperty: true }))) {
      if (each.disabled || each.tabIndex < 0 || (tiny(each) && !each.matches(".ds-skip-link"))) continue;
      each.focus();
      if (document.activeElement !== each) wrong.push(`takes no focus: ${called(each)}`);
      else if (!ringed(each)) wrong.push(`shows no focus: ${called(each)}`);
      else if (covered(each)) wrong.push(`has focus under something: ${called(each)}`);
    }
    return wrong;
  }

  function ringed(element) {
    return [element, element.closest("label")].filter(Boolean).some((each) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each);
      const drawn = outlineStyle === "auto" || (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2);
      return drawn && !/, 0\)$/.test(outlineColor);
    });
  }

  function covered(element) {
    const target = (element.matches("input") && element.closest("label")) || element;
    const { left, top, width, height } = target.getBoundingClientRect();
    const points = [0.5, 0.15, 0.85].flatMap((x) => [0.5, 0.2, 0.8].map((y) => [left + width * x, top + height * y]));
    return !points.some(([x, y]) => {
      const there = document.elementFromPoint(x, y);
      return there && (target.contains(there) || there.contains(target));
    });
  }

  /** What the page wants looked at first has the focus. */
  function unfocused() {
    const wanted = document.querySelector(".errors[data-focus]") ?? document.querySelector("[data-focus]");
    return wanted && document.activeElement !== wanted ? [`not focused: ${called(wanted)}`] : [];
  }

  /** What axe-core finds, down to the elements. */
  async function axed(tags) {
    const { violations } = await axe.run(document, {
      runOnly: { type: "tag", values: tags },
      resultTypes: ["violations"],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, any, all, none }) => {
        const why = [...any, ...all, ...none].map(({ message }) => message).join("; ");
        return `${id}: ${html.slice(0, 160)} – ${why}`;
      }),
    );
  }

  return { sideways, small, torn, unmarked, foreign, unannounced, lost, unfocused, axed };
})();
