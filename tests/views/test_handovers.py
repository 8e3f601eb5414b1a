"""The pages of a handover: what each of the two and the family see, and what the form says where it cannot be."""

from collections.abc import Callable
from urllib.parse import urlsplit

from parentapp.domain import consents, handovers
from parentapp.enums import Answer
from parentapp.models import Handover, Stafettlogg
from tests.access.states import put
from tests.browsing import Browser
from tests.cast import Cast

Client = Callable[[str | None], Browser]
WORDS = {"username": "lina", "reason": "Jeg flytter.", "words": "Sofia liker å synge.", "transition": "", "worked": ""}


def page_of(client: Client, cast: Cast, who: str, child: str) -> str:
    return client(who).get(f"/logs/{cast.logs[child]}/handover").get_data(as_text=True)


def test_both_faces_and_every_word_for_the_family_and_the_two(client: Client, cast: Cast) -> None:
    for who in ("gro", "berit", "per.aas"):
        page = page_of(client, cast, who, "ella")
        for words in ("Berit Dahle", "Per Aas", "Fjordvik skole", "Bildekortene", "en voksen der", "telle til tre"):
            assert words in page, (who, words)
        assert page.count("#portrait-") == 2


def test_each_is_offered_what_they_may_do(client: Client, cast: Cast) -> None:
    buttons = ("Ja, jeg tar over", "Nei, jeg kan ikke", "Trekk spørsmålet tilbake", "Spør noen om å ta over")
    offered = {
        who: [each in page_of(client, cast, who, "ella") for each in buttons] for who in ("gro", "berit", "per.aas")
    }
    assert offered == {
        "gro": [False, False, False, False],
        "berit": [False, False, True, False],
        "per.aas": [True, True, False, False],
    }
    assert "Spør noen om å ta over" in page_of(client, cast, "kari", "sofia")


def test_the_family_can_say_something_about_it_to_the_contact_person(client: Client, cast: Cast) -> None:
    said = f'action="/logs/{cast.logs["ella"]}/conversations"'
    assert [who for who in ("gro", "berit", "per.aas") if said in page_of(client, cast, who, "ella")] == ["gro"]


def test_the_news_of_it_names_who_gave_the_baton_away(client: Client, cast: Cast) -> None:
    """The words told are theirs, not those of the one who took it."""
    client("per.aas").submit(f"/logs/{cast.logs['ella']}/handover/{cast.handovers['ella.handover']}/accept")
    for address in ("/", "/notices"):
        page = client("gro").get(address).get_data(as_text=True)
        assert "<bdi>Berit Dahle</bdi> ga stafettpinnen videre:" in page
        assert "<bdi>Per Aas</bdi> ga stafettpinnen videre:" not in page


def test_without_a_yes_there_is_no_name_and_no_word_of_it(client: Client, cast: Cast) -> None:
    """Not on the page, not on the desk, not in the list of news."""
    consents.answer(cast.actor("tor"), cast.requests["ella.school"], Answer.NO)
    per = client("per.aas")
    for address in (f"/logs/{cast.logs['ella']}/handover", "/desk", "/notices"):
        page = per.get(address).get_data(as_text=True)
        assert ("Berit Dahle" in page) == address.endswith("/handover")
        told = ("Ella", "Bildekortene", "voksen der", "barnehage", "pedagogisk leder")
        assert not [words for words in told if words in page], address
    assert "Et spørsmål om å ta over" in page_of(client, cast, "per.aas", "ella")
    assert "Ja, jeg tar over" not in page_of(client, cast, "per.aas", "ella")


def test_asked_and_taken_from_page_to_page(client: Client, cast: Cast) -> None:
    form = f"/logs/{cast.logs['sofia']}/handover/new"
    asked = client("kari").submit(form, **WORDS)
    assert (asked.status_code, urlsplit(asked.location).query) == (303, "done=proposed")
    assert "Kari Nilsen spør om du kan ta over" in unmarked(client("lina").get("/desk").get_data(as_text=True))
    handover = Handover.get(Handover.log == cast.logs["sofia"], Handover.answered_at.is_null()).id
    taken = client("lina").submit(f"/logs/{cast.logs['sofia']}/handover/{handover}/accept")
    assert (taken.status_code, urlsplit(taken.location).query) == (303, "done=accepted")
    assert "Du er kontaktperson nå." in client("lina").get(taken.location).get_data(as_text=True)
    assert "Sofia liker å synge." in client("oksana").get(f"/logs/{cast.logs['sofia']}").get_data(as_text=True)
    assert client("kari").get(taken.location).status_code == 404


def test_a_no_leads_back_to_the_desk(client: Client, cast: Cast) -> None:
    said = client("per.aas").submit(f"/logs/{cast.logs['ella']}/handover/{cast.handovers['ella.handover']}/decline")
    assert (said.status_code, urlsplit(said.location).path) == (303, "/desk")
    desk = client("per.aas").get(said.location).get_data(as_text=True)
    assert "Du har sagt nei." in desk
    assert "spør om du kan ta over" not in desk
    assert "kan ikke ta over" in page_of(client, cast, "berit", "ella")


def test_what_cannot_be_is_said_and_what_was_typed_is_kept(client: Client, cast: Cast) -> None:
    form, kari = f"/logs/{cast.logs['sofia']}/handover/new", client("kari")
    for fields in ({"username": "samira"}, {"reason": ""}, {"transition": "school_school"}, {"transition": "moon"}):
        refused = kari.submit(form, **WORDS | fields)
        page = refused.get_data(as_text=True)
        assert refused.status_code == 422, fields
        assert "Sofia liker å synge." in page
        assert 'aria-invalid="true"' in page or "transition" in fields
    assert not Handover.select().where(Handover.log == cast.logs["sofia"], Handover.answered_at.is_null()).exists()


def test_somebody_who_is_kept_out_is_nobody(client: Client, cast: Cast) -> None:
    """The same words, letter by letter, as for a name that is nobody's."""
    from parentapp.domain import families

    families.block(cast.actor("kari"), cast.logs["sofia"], cast.accounts["siri"])
    form = f"/logs/{cast.logs['sofia']}/handover/new"
    said = [client("kari").submit(form, **WORDS | {"username": who}).get_data(as_text=True) for who in ("siri", "sirr")]
    assert error_of(said[0]) == error_of(said[1])


def test_an_address_alone_makes_nothing_true(client: Client, cast: Cast) -> None:
    for done in ("proposed", "withdrawn", "accepted", "checked"):
        for who in ("gro", "per.aas"):
            page = client(who).get(f"/logs/{cast.logs['ella']}/handover?done={done}").get_data(as_text=True)
            assert "done-note" not in page
    assert client("gro").get(f"/logs/{cast.logs['ella']}/handover?done=moon").status_code == 404


def test_three_weeks_on_both_are_asked_how_it_went(client: Client, cast: Cast) -> None:
    put(cast, "changed")
    address = f"/logs/{cast.logs['ella']}/handover/{cast.handovers['ella.handover']}/check"
    assert "Hvordan har det gått etter overgangen?" in client("gro").get("/").get_data(as_text=True)
    assert "Hvordan har det gått etter overgangen?" in client("per.aas").get("/desk").get_data(as_text=True)
    assert "Skriv aldri mistanke" in page_of(client, cast, "per.aas", "ella")
    assert "Skriv aldri mistanke" not in page_of(client, cast, "gro", "ella")
    assert client("gro").submit(address, text=" ").status_code == 422
    assert client("gro").submit(address, text="Hun går inn alene nå.").status_code == 303
    log = client("per.aas").get(f"/logs/{cast.logs['ella']}").get_data(as_text=True)
    assert "Slik gikk overgangen" in log
    assert "Hun går inn alene nå." in log
    assert "Hvordan har det gått etter overgangen?" not in client("gro").get("/").get_data(as_text=True)


def unmarked(page: str) -> str:
    return page.replace("<bdi>", "").replace("</bdi>", "")


def error_of(page: str) -> str:
    """What the form says of the user name."""
    return page.split('id="username-error"')[1].split("</p>")[0]


def test_child_welfare_is_asked_only_when_a_decision_was_made(client: Client, cast: Cast) -> None:
    """Tor works in child welfare. What was typed stays; the family and Tor read that it was said, once they may."""
    new, sofia = f"/logs/{cast.logs['sofia']}/handover/new", f"/logs/{cast.logs['sofia']}/handover"
    refused = client("kari").submit(new, **WORDS | {"username": "tor"})
    page = refused.get_data(as_text=True)
    assert (refused.status_code, "Sofia liker å synge." in page) == (422, True)
    assert "Barnevernet kan bare ta over" in page
    assert not Handover.select().where(Handover.log == cast.logs["sofia"], Handover.answered_at.is_null()).exists()
    assert client("kari").submit(new, **WORDS | {"username": "tor", "decided": "y"}).status_code == 303
    assert "har gjort vedtak om hjelp" in client("oksana").get(sofia).get_data(as_text=True)
    assert "vedtak" not in client("tor").get(sofia).get_data(as_text=True), "his service has no yes"


def test_of_others_the_tick_says_nothing(client: Client, cast: Cast) -> None:
    new = f"/logs/{cast.logs['sofia']}/handover/new"
    assert client("kari").submit(new, **WORDS | {"decided": "y"}).status_code == 303
    [asked] = Handover.select().where(Handover.log == cast.logs["sofia"], Handover.answered_at.is_null())
    assert not asked.decided


def test_asked_without_a_decision_it_is_not_taken(client: Client, cast: Cast) -> None:
    """As it was asked before anybody had to say so: by somebody else who holds Jonas' baton."""
    jonas, tor = cast.logs["jonas"], cast.accounts["tor"]
    hands = {"holder": cast.accounts["siri"], "holder_unit": cast.units["bup"]}
    Stafettlogg.update(**hands).where(Stafettlogg.id == jonas).execute()
    said = handovers.Proposal("Derfor.", "Slik.", decided=True)
    offered = handovers.propose(cast.actor("siri"), jonas, "tor", said)
    Handover.update(decided=False).where(Handover.id == offered).execute()
    answer = client("tor").submit(f"/logs/{jonas}/handover/{offered}/accept")
    assert (answer.status_code, "vedtak om hjelp" in answer.get_data(as_text=True)) == (409, True)
    Handover.update(decided=True).where(Handover.id == offered).execute()
    assert client("tor").submit(f"/logs/{jonas}/handover/{offered}/accept").status_code == 303
    assert Stafettlogg.get_by_id(jonas).holder_id == tor
