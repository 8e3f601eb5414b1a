"""Hvem har sett: lines of which nothing is left for somebody are no lines to them, however many there are."""

from datetime import timedelta

from parentapp.clock import at
from parentapp.domain import log, lysglimt, private, seen
from parentapp.domain.seen import PAGE
from parentapp.enums import SeenPage
from tests.cast import Cast

KEPT = 3 * PAGE


def hearts_for_what_is_kept(cast: Cast) -> None:
    """Kari gives hearts to a lysglimt that Amina keeps from her father: each leaves a line about that alone."""
    entry = lysglimt.post(cast.actor("amina"), cast.logs["amina"], "Bare for mamma og Kari.")
    private.choose(cast.actor("amina"), entry, [cast.accounts["yusuf"]])
    for number in range(KEPT):
        with at(cast.now + timedelta(minutes=number)):
            lysglimt.heart(cast.actor("kari"), entry, on=True)


def pages(cast: Cast, who: str) -> list[SeenPage]:
    """Of all lines that somebody can turn the pages to, what was read; the newest first."""
    found, before = [], None
    while True:
        page = seen.seen(cast.actor(who), cast.logs["amina"], before)
        found += [read.page for visit in page.visits for read in visit.reads for _ in read.times]
        before = page.older
        if before is None:
            return found


def test_what_was_read_before_stands_first_where_all_after_it_is_kept(cast: Cast) -> None:
    log.timeline(cast.actor("per.aas"), cast.logs["amina"])
    before = pages(cast, "yusuf")
    hearts_for_what_is_kept(cast)
    shown = seen.seen(cast.actor("yusuf"), cast.logs["amina"])
    assert shown.visits[0].reads[0].page is SeenPage.LOG
    assert shown.older is None
    assert pages(cast, "yusuf") == before


def test_what_one_reads_on_a_day_stands_together(cast: Cast) -> None:
    for minutes in (0, 20, 40):
        with at(cast.now + timedelta(minutes=minutes)):
            log.timeline(cast.actor("kari"), cast.logs["sofia"])
    with at(cast.now + timedelta(days=1)):
        log.timeline(cast.actor("kari"), cast.logs["sofia"])
        tomorrow, today = seen.seen(cast.actor("oksana"), cast.logs["sofia"]).visits[:2]
    assert tomorrow.day - today.day == timedelta(days=1)
    assert [read.page for read in today.reads] == [SeenPage.LOG]
    assert today.reads[0].times == [cast.now + timedelta(minutes=minutes) for minutes in (40, 20, 0)]
    assert len(set(today.reads[0].types)) == len(today.reads[0].types) > 0


def test_to_others_each_of_them_is_told(cast: Cast) -> None:
    before = {who: pages(cast, who).count(SeenPage.LYSGLIMT) for who in ("fadumo", "amina")}
    hearts_for_what_is_kept(cast)
    for who, count in before.items():
        assert pages(cast, who).count(SeenPage.LYSGLIMT) == count + KEPT
