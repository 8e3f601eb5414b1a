"""Above every box that staff write in stands what is never written there."""

from pathlib import Path

import pytest

TEMPLATES = Path(__file__).parents[2] / "parentapp" / "templates"
BOXES = ("<textarea", "forms.box(")
SAID = ("forms.never()", "log/_writing.html")
OF_THE_FAMILY = {
    "about_me/write.html",
    "contact_requests/ask.html",
    "log_wishes/ask.html",
    "meetings/_times.html",
    "minutes/_comments.html",
    "statements/write.html",
}
# The box itself; what was typed, and what was just written, given back to be copied.
NO_NEW_WORDS = {"macros/forms.html", "errors/_written.html", "log/_copy.html", "copying/show.html"}
BELOW = {  # a part, and a page that says it above
    "minutes/_measure_row.html": "minutes/write.html",
    "new_logs/_fields.html": "new_logs/signing.html",
    "plan/_bank.html": "plan/new_goal.html",
}


def unsaid(name: str, text: str) -> bool:
    """Whether there is a box for staff, and nothing said."""
    spared = name in OF_THE_FAMILY | NO_NEW_WORDS
    return any(each in text for each in BOXES) and not any(each in text for each in SAID) and not spared


def test_every_box_of_staff_says_it() -> None:
    texts = {str(each.relative_to(TEMPLATES)): each.read_text() for each in TEMPLATES.rglob("*.html")}
    found = {name for name, text in texts.items() if unsaid(name, text)}
    assert {name for name in found if unsaid(BELOW.get(name, name), texts[BELOW.get(name, name)])} == set()
    assert texts.keys() >= OF_THE_FAMILY | NO_NEW_WORDS | BELOW.keys()


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("log/note.html", "{{ forms.box(form.text) }}", True),
        ("log/note.html", "{{ forms.never() }}{{ forms.box(form.text) }}", False),
        ("about_me/write.html", "{{ forms.box(form.text) }}", False),
        ("log/show.html", "<p>", False),
    ],
)
def test_a_box_that_says_nothing_is_found(name: str, text: str, found: bool) -> None:
    """The control."""
    assert unsaid(name, text) is found
