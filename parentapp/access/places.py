"""What looks like a place. In the log of a protected child whoever writes it is warned once, before it is kept.

It cannot know every place: a shop, «bak kirken», a school without its name pass. Only what is written as addresses and
names of schools are is found.
"""

# ruff: noqa: RUF001 - words of several writings stand beside each other
import re
import unicodedata
from dataclasses import replace

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight
from parentapp.enums import VISITORS
from parentapp.errors import LooksLikePlace

# They are asked, and see nothing, or one text, of the log: a warning would tell them that the child is protected.
ONLY_ASKED = frozenset({Action.CONTACT_REQUEST_ANSWER, Action.TRANSLATION_WRITE})
# These work with one press, whatever is written beside: a freeze, a block, taking back a yes.
AT_ONCE = frozenset({Action.FREEZE_PRESS, Action.PERSON_BLOCK, Action.CONSENT_ANSWER})
LONGEST = 20_000  # characters that are looked through; no box has room for as many

COUNTED = (
    r"(?:%|(?:prosent|gang(?:er)?|min|minutt(?:er)?|time|timar|timer|dag|dager|dagar|uker?|veker?|måned(?:er)?|månader|"
    r"år|km|kilometer|meter|m|kr|kroner|barn|stk|times?|minutes?|hours?|days?|weeks?|months?|years?)\b)"
)
MONTHS = r"\.\s?(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)"
NUMBER = (
    rf"\s{{1,3}}(?:nr\.?\s?)?\d{{1,4}}(?!\d)(?![.,:/-]\d)(?!\s{{0,2}}{COUNTED})(?!{MONTHS})(?:\s?[A-Za-zÆØÅæøå])?\b"
)
# How a street's name ends: «Storgata», «bjørkeveien». Some alone too, where a number follows: «gata 12».
ENDS = r"(?:vei|veien|veg|vegen|gata|gaten|allé|alleen|alléen|stien|svingen|bakken|bakkane|tunet|torget|torvet|kroken)"
ALONE = r"(?:vei|veien|veg|vegen|gate|gata|gaten|allé)"
# Ends and words that others have too: only where the name begins with a capital letter.
CAPITAL = r"(?:gate|plass|plassen|haugen|brygga|bryggen|kaia|kaien)"
TITLES = r"(?:gt\.?|plass|plassen|torg|terrasse|sti|brygge|street|Street|road|Road|avenue|Avenue|lane|Lane)"
STREETS = (
    re.compile(rf"(?<!\w)(?:[^\W\d_]{{2,40}}{ENDS}|{ALONE}){NUMBER}", re.IGNORECASE),
    re.compile(r"(?<!\w)\d{1,4}\s[A-Z][\w'-]{1,40}\s(?:Street|St\.|Road|Rd\.|Avenue|Ave\.|Lane)(?!\w)"),
    re.compile(
        r"(?<!\w)(?:вул\.|вулиц[яіюе]|просп\.|проспект[уі]?|бульвар[уі]?|провул(?:ок|ку)|площ[аіу])"
        r"\s?[^\d\n]{2,40}?\s\d{1,4}(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(r"(?<!\w)(?:شارع|جادة|زقاق)\s[^\d\n]{2,40}?\s\d{1,4}(?!\d)"),
    re.compile(r"(?<!\w)(?:ul|al|pl)\.\s?[^\W\d_][^\d\n]{1,40}?\s\d{1,4}(?!\d)"),
)
# A postal code that is called one; a school by its number; and houses by their names: «Fjordvik skole».
SAID = (
    re.compile(r"(?:postnummer|postal code|поштовий індекс|الرمز البريدي)\D{0,10}\d{4,5}(?!\d)", re.IGNORECASE),
    re.compile(r"(?<!\w)(?:школ|сад[ок]|гімназі|ліце)\w{0,4}\s?№\s?\d", re.IGNORECASE),
)
HOUSE = re.compile(
    r"(?<!\w)(?P<name>[^\W\d_][\w'’-]{1,40})\s(?:(?:barne|ungdoms|grunn)?(?:skole|skule)n?|barnehagen?|krisesenter(?:et)?|"
    r"legesenter|helsestasjon|asylmottak|[Ss]chool|[Kk]indergarten|[Ss]helter)(?!\w)"
)
# Stand before these words too where no house is meant.
NO_NAMES = (
    "a after alle and andre annan annen any at barnas barnets before begge best both bytte både denne deres "
    "det din dykkar each ei eigen ein en et etter every felles for fra from frå før god hans hennar hennes her "
    "high his hva hver hvilken hvor i ikke ikkje in ingen kva kvar kvifor med mellom men min mindre my neste "
    "new no ny og også old om our over primary privat på same samme secondary siden sin some stor større that "
    "the their this til to utan uten vanleg vanlig ved vi vidaregåande videregående vår what when which your "
    "åpen"
)
NAMED = re.compile(rf"(?<!\w)[^\W\d_](?:[^\W\d_]{{1,40}}{CAPITAL}|[\w.'-]{{0,40}}\s{TITLES}){NUMBER}")
POSTCODE = re.compile(r"(?<![\d.:/])(?P<code>\d{4}),?[ \t]{1,2}(?P<town>[^\W\d_]{3,40})")
YEARS = range(1980, 2040)  # as often a year, before a name: a code only where a comma or «N-» stands before it
UNITS = frozenset({"kroner", "nok", "meter", "gram"})
COORDINATES = (
    re.compile(r"(?<![\d.,])-?\d{1,2}[.,]\d{3,12}\s?°?\s?[NSns]?\s?[,;\s]\s?-?\d{1,3}[.,]\d{3,12}(?!\d)"),
    re.compile(r"\d{1,3}\s?°\s?\d{1,2}(?:[.,]\d{1,6})?\s?['′’]"),
)
MAPS = re.compile(
    r"(?:maps\.app\.goo\.gl|goo\.gl/maps|google\.[a-z.]{2,6}/maps|maps\.google\.|maps\.apple\.|norgeskart\.no|"
    r"openstreetmap\.org|osm\.org|bing\.com/maps|waze\.com|w3w\.co|what3words\.com|kart\.(?:1881|gulesider|finn)\.no|"
    r"(?:1881|gulesider|finn)\.no/(?:kart|map)|\bgeo:-?\d)",
    re.IGNORECASE,
)


def tells_place(text: str) -> bool:
    """Whether something in it is written as addresses, coordinates or links to maps are, in any kind of digits."""
    seen = (letter for letter in text[:LONGEST] if unicodedata.category(letter) != "Cf")  # no letter that nobody sees
    plain = unicodedata.normalize("NFC", "".join(seen))
    found = any(each.search(plain) for each in (*STREETS, *COORDINATES, *SAID, MAPS))
    named = any(each[0][0].isupper() for each in NAMED.finditer(plain))
    return found or named or _tells_town(plain) or any(_is_house(each) for each in HOUSE.finditer(plain))


def require_no_place(actor: Actor, action: Action, log: LogFacts) -> None:
    """Of what the actor has typed and was not warned of. Raises LooksLikePlace with those texts."""
    if not log.protected or action in ONLY_ASKED or action in AT_ONCE:
        return
    found = tuple(text for text in actor.wrote if tells_place(text))
    if found:
        raise LooksLikePlace(found)


def unasked(sight: Sight, log: LogFacts) -> Actor:
    """The actor; without what was typed where they only visit: a guest does not learn that the child is protected."""
    return replace(sight.actor, wrote=()) if sight.relations(log) <= VISITORS else sight.actor


def _is_house(found: re.Match[str]) -> bool:
    return found["name"][0].isupper() and found["name"].lower() not in NO_NAMES.split()


def _tells_town(text: str) -> bool:
    return any(_is_town(each) for each in POSTCODE.finditer(text))


def _is_town(found: re.Match[str]) -> bool:
    """A name after four digits; and not the hour, the rest of a telephone number, a sum or a year before a name."""
    town, ahead = found["town"], found.string[max(0, found.start() - 9) : found.start()]
    hour = re.search(r"(?:\bkl\.?|\bklokk[ae]n?|\d)[\s-]?$", ahead, re.IGNORECASE)
    if not town[0].isupper() or town.lower() in UNITS or hour:
        return False
    alone = re.search(r"(?:^|\n)\s*$", ahead) and re.match(r"\s*(?:\n|$)", found.string[found.end() :])
    return int(found["code"]) not in YEARS or bool(alone or re.search(r"(?:,|\bNO?-)\s?$", ahead))
