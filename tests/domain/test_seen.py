"""Hvem har sett: lines of which nothing is left for somebody are no lines to them, however many there are."""

from datetime import timedelta

from parentapp.clock import at
from parentapp.domain import log, lysglimt, seen
from parentapp.domain.seen import PAGE
from parentapp.enums import SeenPage
from tests.cast import Cast

KEPT = 3 * PAGE


def hearts_for_what_is_kept(cast: Cast) -> None:
    """Kari gives hearts to a lysglimt that Amina keeps from her father: each leaves a line about that alone."""
    entry = lysglimt.post(cast.actor("amina"), cast.logs["amina"], "Bare for mamma og Kari.")
    log.hide(cast.actor("amina"), entry, [cast.accounts["yusuf"]])
    for number in range(KEPT):
        with at(cast.now + timedelta(minutes=number)):
            lysglimt.heart(cast.actor("kari"), entry, on=True)


def pages(cast: Cast, who: str) -> list[SeenPage]:
    """Of all lines that somebody can turn the pages to, what was read; the newest first."""
    found, before = [], None
    while True:
        page = seen.seen(cast.actor(who), cast.logs["amina"], before)
        found += [line.page for line in page.lines]
        before = page.older
        if before is None:
            return found


def test_what_was_read_before_stands_first_where_all_after_it_is_kept(cast: Cast) -> None:
    log.timeline(cast.actor("per.aas"), cast.logs["amina"])
    before = pages(cast, "yusuf")
    hearts_for_what_is_kept(cast)
    shown = seen.seen(cast.actor("yusuf"), cast.logs["amina"])
    assert shown.lines[0].page is SeenPage.LOG
    assert shown.older is None
    assert pages(cast, "yusuf") == before


def test_to_others_each_of_them_is_a_line(cast: Cast) -> None:
    before = {who: pages(cast, who).count(SeenPage.LYSGLIMT) for who in ("fadumo", "amina")}
    hearts_for_what_is_kept(cast)
    for who, count in before.items():
        assert pages(cast, who).count(SeenPage.LYSGLIMT) == count + KEPT
