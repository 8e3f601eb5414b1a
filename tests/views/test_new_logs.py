"""A professional opens a log: from the desk to the question, with logins made on the way."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from parentapp.enums import LifeArea
from parentapp.models import (
    Account,
    AuditLine,
    Concern,
    ConsentRequest,
    Entry,
    FirstLogin,
    Guardian,
    Notice,
    ProposedGuardian,
    Stafettlogg,
    Subject,
)
from tests.access.asking import FIELDS
from tests.browsing import Browser
from tests.cast import Cast
from tests.views.test_consents import read

Client = Callable[[str | None], Browser]
NEW = "/logs/new"
SAID = {name: text for name, text in FIELDS["new_logs.new"].items() if name != "area"}
ONE = FIELDS["new_logs.new"]
TWO_AREAS = {"area": ["school", "friends"]}
TABLES = (
    Account,
    Stafettlogg,
    Subject,
    Guardian,
    ProposedGuardian,
    FirstLogin,
    Entry,
    ConsentRequest,
    Notice,
    AuditLine,
)


def told() -> list[int]:
    return [table.select().count() for table in TABLES]


def newest() -> Stafettlogg:
    return Stafettlogg.select().order_by(Stafettlogg.asked_at.desc()).first()


def slip(page: str) -> list[str]:
    """The user names and passwords on it."""
    return re.findall(r'<dd class="b"><bdi lang="" dir="ltr">([^<]+)</bdi>', page)


def test_the_desk_leads_there_and_only_who_works_gets_in(client: Client) -> None:
    assert f'href="{NEW}"' in client("kari").get("/desk").get_data(as_text=True)
    assert client("kari").get(NEW).status_code == 200
    for person in ("oksana", "amina", "erik", "mona", "halyna"):
        assert client(person).get(NEW).status_code == 404


def test_the_first_step_leads_to_the_second_and_back_and_nothing_is_kept(client: Client) -> None:
    before, kari = told(), client("kari")
    first = {name: text for name, text in ONE.items() if name not in ("why", "child_view")}
    page = kari.submit(NEW, **(first | {"step": "next"})).get_data(as_text=True)
    assert "Så vi kan hjelpe sammen, og dere kan lese" in page
    assert "Hvem skal svare?" in page
    assert "Maja Vik" in page
    assert 'value="school"' in page
    back = kari.submit(NEW, **(ONE | {"step": "back"})).get_data(as_text=True)
    assert 'value="Maja Vik"' in back
    assert 'name="first-name" value="Eva Vik"' in back
    assert told() == before


def test_one_press_opens_it_and_tells_the_login_once(client: Client, cast: Cast) -> None:
    kari, key = client("kari"), "7" * 32
    page = kari.submit(NEW, press=key, **SAID, **TWO_AREAS).get_data(as_text=True)
    username, password = slip(page)
    log = newest()
    account = FirstLogin.get(FirstLogin.log == log.id).account
    assert page.count(password) == 1
    assert username.startswith("eva.")
    assert (account.name, account.locale, account.password_at) == ("Eva Vik", "uk", None)
    assert 'lang="uk"' in page
    assert password not in account.password_hash
    asked = ConsentRequest.select().where(ConsentRequest.log == log.id)
    assert {each.unit_id for each in asked} == {None, cast.units["health"]}
    assert Notice.select().where((Notice.log == log.id) & (Notice.account == account.id)).count() == 2
    concern = Concern.select().join(Entry).where(Entry.log == log.id).get()
    assert concern.life_areas == {LifeArea.SCHOOL, LifeArea.FRIENDS}
    assert concern.entry.text == "Vi lurer på om Maja er ensom.\n\nHun gikk alene i tre friminutt i går."
    again, count = kari.submit(NEW, press=key, **SAID, **TWO_AREAS), told()
    assert again.status_code == 303
    assert password not in kari.follow(again).get_data(as_text=True)
    assert told() == count


def test_the_opener_reads_what_it_waits_for_and_nobody_else_knows(client: Client, cast: Cast) -> None:
    kari = client("kari")
    kari.submit(NEW, **SAID, **TWO_AREAS, deputy=str(cast.accounts["lina"]))
    log = newest()
    page = read(kari, f"/logs/{log.id}?done=opened")
    for words in ("Spørsmålet er sendt", "Spurt: Eva Vik", "Venter på ja fra familien", "Venner", "ensom"):
        assert words in page
    for person in ("lina", "oksana", "per.aas", "anne.strand", "mona"):
        assert client(person).get(f"/logs/{log.id}").status_code == 404
    assert str(log.id) not in client("lina").get("/desk").get_data(as_text=True)


def test_a_first_password_shows_nothing_and_goes_once_another_is_chosen(client: Client) -> None:
    username, password = slip(client("kari").submit(NEW, **ONE).get_data(as_text=True))
    eva = client(None)
    eva.submit("/login", username=username, password=password)
    eva.account = FirstLogin.get().account_id
    assert eva.get("/").headers["Location"].startswith("/settings/password")
    chosen = "hest trikk lanterne"
    eva.submit("/settings/password", wanted=chosen, again=chosen)
    assert "Maja" in eva.get("/").get_data(as_text=True)


def test_a_login_made_for_one_log_opens_no_other_until_it_is_ones_own(client: Client, cast: Cast) -> None:
    username, _ = slip(client("kari").submit(NEW, **ONE).get_data(as_text=True))
    address = f"/logs/{cast.logs['sofia']}/people/guardians/new"
    asked = FIELDS["people.add_guardian"] | {"username": username}
    unknown = client("kari").submit(address, press=None, **(asked | {"username": "nobody.1234"}))
    refused = client("kari").submit(address, press=None, **asked)
    assert refused.status_code == unknown.status_code == 422
    account = FirstLogin.get().account_id
    Account.update(password_at=cast.now).where(Account.id == account).execute()
    assert client("kari").submit(address, **asked).status_code == 303


def test_a_guardian_with_a_login_is_asked_and_no_slip_is_made(client: Client, cast: Cast) -> None:
    known = ONE | {"first-way": "known", "first-username": "oksana"}
    response = client("kari").submit(NEW, **known)
    assert response.status_code == 303
    log = newest()
    assert Guardian.get(Guardian.log == log.id).account_id == cast.accounts["oksana"]
    assert "Maja" in client("oksana").get("/").get_data(as_text=True)
    assert FirstLogin.select().count() == 0


def test_whoever_cannot_be_asked_gets_the_same_answer_and_nothing_stays(client: Client, cast: Cast) -> None:
    before, answers = told(), set()
    for name in ("nobody", "kari", "ragna"):
        response = client("kari").submit(NEW, press=None, **(ONE | {"first-way": "known", "first-username": name}))
        page = response.get_data(as_text=True)
        assert response.status_code == 422
        assert "Vi finner ingen med det brukernavnet som kan legges til." in page
        assert "Hun gikk alene i tre friminutt i går." in page
        main = page[page.index("<main") : page.index("</main")].replace(name, "")
        answers.add("\n".join(line for line in main.splitlines() if "csrf" not in line and 'name="press"' not in line))
    assert told() == before
    assert len(answers) == 1


def test_a_deputy_cannot_be_the_guardian_too(client: Client, cast: Cast) -> None:
    fields = {"deputy": str(cast.accounts["lina"]), "first-way": "known", "first-username": "lina"}
    assert client("kari").submit(NEW, **(ONE | fields)).status_code == 422


def test_two_guardians_sign_and_what_a_court_decided_waits(client: Client) -> None:
    second = {f"second-{name}": ONE[f"first-{name}"] for name in ("way", "locale", "reason")}
    second |= {"second-name": "Jon Vik", "second-basis": "court_judgment"}
    page = client("kari").submit(NEW, **(ONE | second)).get_data(as_text=True)
    log = newest()
    assert len(slip(page)) == 4
    assert Guardian.select().where(Guardian.log == log.id).count() == 1
    assert ProposedGuardian.select().where(ProposedGuardian.log == log.id).count() == 1


def test_one_who_answers_on_paper_waits_for_a_second_person(client: Client) -> None:
    response = client("kari").submit(NEW, **(ONE | {"first-way": "paper"}))
    page = client("kari").follow(response).get_data(as_text=True)
    assert "Ingen kan svare ennå." in page
    assert ProposedGuardian.get(ProposedGuardian.log == newest().id).account.on_paper


def born(years: int, cast: Cast) -> dict[str, str]:
    return {"born": date(cast.today.year - years, 1, 5).isoformat()}


def test_at_fifteen_both_sign(client: Client, cast: Cast) -> None:
    own = {"own-way": "new", "own-locale": "nb"}
    kari = client("kari")
    asks = kari.submit(NEW, **(ONE | born(15, cast) | {"step": "next"})).get_data(as_text=True)
    assert "Både" in asks
    assert 'name="own-way"' in asks
    assert 'name="first-way"' in asks
    page = kari.submit(NEW, **(ONE | own | born(15, cast))).get_data(as_text=True)
    assert len(slip(page)) == 4
    assert Subject.get_by_id(newest().subject_id).account.name == "Maja Vik"


@pytest.mark.parametrize(("years", "about"), [(16, "child"), (18, "child"), (24, "pregnant")])
def test_whoever_decides_alone_is_asked_alone(client: Client, cast: Cast, years: int, about: str) -> None:
    said = ONE | born(years, cast) | {"about": about, "own-way": "new", "own-locale": "pl"}
    asks = client("kari").submit(NEW, **(said | {"step": "next"})).get_data(as_text=True)
    assert "bestemmer selv" in asks
    assert 'type="radio" name="first-way"' not in asks
    page = client("kari").submit(NEW, **said).get_data(as_text=True)
    assert len(slip(page)) == 2
    log = newest()
    assert Guardian.select().where(Guardian.log == log.id).count() == 0
    assert log.pregnant is (about == "pregnant")


def test_a_woman_who_has_a_login_is_asked_with_it_and_nobody_who_has_a_log(client: Client, cast: Cast) -> None:
    said = ONE | born(30, cast) | {"about": "pregnant", "own-way": "known"}
    assert client("kari").submit(NEW, **(said | {"own-username": "hege"})).status_code == 303
    assert Subject.get_by_id(newest().subject_id).account_id == cast.accounts["hege"]
    for name in ("marta", "nobody", "kari"):
        assert client("kari").submit(NEW, **(said | {"own-username": name})).status_code == 422


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"name": ""}, "Skriv navnet."),
        ({"born": "2031-01-01"}, "Dagen er ikke kommet ennå."),
        ({"born": "1650-01-01"}, "Velg en dag."),
        ({"born": "i går"}, "Velg en dag."),
        ({"text": ""}, "Skriv hva du lurer på."),
        ({"reason": " "}, "Skriv hva du har sett, når og hvor ofte."),
        ({"area": "money"}, "Velg hva det handler om."),
        ({"about": "dog"}, "Velg hvem loggen handler om."),
        ({"first-name": ""}, "Skriv navnet."),
        ({"first-basis": ""}, "Velg hvorfor de er foresatt."),
        ({"first-reason": ""}, "Skriv hvordan du vet det."),
        ({"first-way": "bird"}, "Velg om de har innlogging."),
        ({"first-way": "known"}, "Skriv brukernavnet."),
        ({"first-locale": "xx"}, "Velg et språk."),
        ({"why": ""}, "Skriv hvorfor."),
        ({"child_view": ""}, "Skriv hva barnet sier. Barnet skal spørres før noe deles."),
        ({"deputy": "x"}, "Velg en av dem som står her."),
        ({"unit": "x"}, "Velg hvilken enhet du åpner loggen for."),
    ],
)
def test_what_is_missing_is_said_and_the_rest_stays(client: Client, changed: dict[str, str], words: str) -> None:
    before = told()
    response = client("kari").submit(NEW, **(ONE | changed))
    page = response.get_data(as_text=True)
    assert response.status_code == 422
    assert words in page
    assert "Eva Vik" in page or "first-name" in changed
    assert told() == before


def test_nobody_opens_one_for_a_unit_of_others_or_with_a_deputy_from_elsewhere(client: Client, cast: Cast) -> None:
    for fields in ({"unit": str(cast.units["school"])}, {"deputy": str(cast.accounts["per.aas"])}):
        assert client("kari").submit(NEW, **(ONE | fields)).status_code == 404


def test_of_a_protected_child_what_looks_like_a_place_is_asked_about_first(client: Client) -> None:
    said, before = ONE | {"protected": "y", "reason": "Hun bor i Storgata 12."}, told()
    response = client("kari").submit(NEW, **said)
    assert response.status_code == 422
    assert "Er dette et sted?" in response.get_data(as_text=True)
    assert told() == before
    assert client("kari").submit(NEW, **(said | {"as_it_is": "1"})).status_code == 200


def test_what_was_typed_comes_back_after_a_session_that_ran_out(client: Client, cast: Cast) -> None:
    kari = client("kari")
    kari.run_out()
    kari.submit(NEW, back=NEW, **ONE)
    page = client("kari").get(NEW).get_data(as_text=True)
    for words in ("Maja Vik", "Vi lurer på om Maja er ensom.", 'name="first-name" value="Eva Vik"'):
        assert words in page


def test_a_further_guardian_gets_a_login_on_the_page_of_who_belongs(client: Client, cast: Cast) -> None:
    address = f"/logs/{cast.logs['sofia']}/people/guardians/with-login"
    assert f'href="{address}"' in client("kari").get(address.replace("with-login", "new")).get_data(as_text=True)
    page = client("kari").submit(address, **FIELDS["people.add_with_login"]).get_data(as_text=True)
    assert len(slip(page)) == 2
    assert 'dir="rtl"' in page
    assert f'href="/logs/{cast.logs["sofia"]}/people?done=added"' in page


def test_the_administrator_is_not_told_of_logins_for_families(client: Client) -> None:
    mona = client("mona")
    before = read(mona, "/municipality/changes")
    client("kari").submit(NEW, **ONE)
    assert read(mona, "/municipality/changes") == before
