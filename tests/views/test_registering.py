"""Registering an answer on a page: what is kept, and where whoever ends their own sight is led."""

from collections.abc import Callable

from tests.access.asking import FIELDS
from tests.browsing import Browser, path_of, words_of
from tests.cast import Cast

Client = Callable[[str | None], Browser]


def address(cast: Cast, request: str) -> str:
    return f"/consents/{cast.requests[request]}/registering"


def said(cast: Cast, **more: str) -> dict[str, str]:
    return FIELDS["registering.register"] | {"signer": str(cast.accounts["oksana"])} | more


def test_whoever_ends_their_own_sight_is_led_to_their_desk(client: Client, cast: Cast) -> None:
    teacher = client("per.aas")
    answer = teacher.submit(address(cast, "sofia.school"), **said(cast))
    assert path_of(answer) == "/desk"
    assert "Svaret er registrert" in words_of(teacher.follow(answer))


def test_whoever_still_sees_the_log_is_led_back_to_the_questions(client: Client, cast: Cast) -> None:
    kari = client("kari")
    answer = kari.submit(address(cast, "sofia.ppt"), **said(cast))
    assert path_of(answer) == f"/logs/{cast.logs['sofia']}/registering"
    assert "Svaret er registrert" in words_of(kari.follow(answer))


def test_a_day_that_cannot_be_is_told_and_all_else_is_kept(client: Client, cast: Cast) -> None:
    answer = client("kari").submit(
        address(cast, "sofia.ppt"), **said(cast, day="2026-03-11", text="Halyna tolket.", way="paper")
    )
    assert answer.status_code == 409
    assert "Dagen kan ikke være før spørsmålet ble stilt" in words_of(answer)
    assert "Halyna tolket." in words_of(answer)


def test_health_alone_shows_nothing_and_is_asked_about(client: Client, cast: Cast) -> None:
    answer = client("kari").submit(address(cast, "sofia.ppt"), **said(cast, answer="yes", kind="health"))
    assert answer.status_code == 422
    assert "Kryss av for det ja-et er til." in words_of(answer)


def test_who_was_there_is_read_by_whoever_answered(client: Client, cast: Cast) -> None:
    client("kari").submit(address(cast, "sofia.ppt"), **said(cast, text="Halyna tolket."))
    page = words_of(client("oksana").get(f"/logs/{cast.logs['sofia']}/answers"))
    assert "Halyna tolket." in page
    assert "Kari Nilsen" in page
