"""A page without its words: tags, the names of their attributes, and where they lead."""

from html.parser import HTMLParser

LEADING = {
    "href",
    "src",
    "action",
    "formaction",
    "hx-get",
    "hx-post",
    "hx-target",
    "hx-swap",
    "hx-trigger",
    "id",
    "name",
}


class _Bones(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        leads = [f"{name}={value}" for name, value in attrs if name in LEADING and not (value or "").startswith("tel:")]
        self.found.append((tag, *names, *leads))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(("/" + tag,))

    def handle_comment(self, data: str) -> None:
        self.found.append(("comment",))

    def handle_decl(self, decl: str) -> None:
        self.found.append(("declaration", decl))

    def unknown_decl(self, data: str) -> None:
        self.found.append(("unknown declaration",))

    def handle_pi(self, data: str) -> None:
        self.found.append(("instruction",))


def skeleton(page: str) -> list[tuple[str, ...]]:
    """What the browser would build of it."""
    bones = _Bones()
    bones.feed(page)
    bones.close()
    return bones.found


def difference(one: str, other: str) -> str:
    """The first place where they differ; empty where they do not."""
    left, right = skeleton(one), skeleton(other)
    at = next((n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    return "" if left == right else f"{left[at : at + 2]} instead of {right[at : at + 2]}"
