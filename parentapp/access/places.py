"""What looks like a place. In the log of a protected child whoever writes it is warned once, before it is kept.

It cannot know every place: a school's name, a shop, «bak kirken» pass. Only what is written as addresses are is found.
"""

# ruff: noqa: RUF001 - words of several writings stand beside each other
import re
import unicodedata

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
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
TITLES = r"(?:plass|plassen|torg|terrasse|sti|brygge|street|Street|road|Road|avenue|Avenue|lane|Lane)"
STREETS = (
    re.compile(rf"(?<!\w)(?:[^\W\d_]{{2,40}}{ENDS}|{ALONE}){NUMBER}", re.IGNORECASE),
    re.compile(r"(?<!\w)\d{1,4}\s[A-Z][\w'-]{1,40}\s(?:Street|St\.|Road|Rd\.|Avenue|Ave\.|Lane)(?!\w)"),
    re.compile(
        r"(?<!\w)(?:вул\.|вулиц[яіюе]|просп\.|проспект[уі]?|бульвар[уі]?|провул(?:ок|ку)|площ[аіу])"
        r"\s?[^\d\n]{2,40}?\s\d{1,4}(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(r"(?<!\w)(?:شارع|جادة|زقاق)\s[^\d\n]{2,40}?\s\d{1,4}(?!\d)"),
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
    plain = unicodedata.normalize("NFC", text[:LONGEST])
    found = any(each.search(plain) for each in (*STREETS, *COORDINATES, MAPS))
    return found or any(each[0][0].isupper() for each in NAMED.finditer(plain)) or _tells_town(plain)


def require_no_place(actor: Actor, action: Action, log: LogFacts) -> None:
    """Of what the actor has typed and was not warned of. Raises LooksLikePlace with those texts."""
    if not log.protected or action in ONLY_ASKED or action in AT_ONCE:
        return
    found = tuple(text for text in actor.wrote if tells_place(text))
    if found:
        raise LooksLikePlace(found)


def _tells_town(text: str) -> bool:
    return any(_is_town(each) for each in POSTCODE.finditer(text))


def _is_town(found: re.Match[str]) -> bool:
    """A name after four digits; and not the hour, the rest of a telephone number, a sum or a year before a name."""
    town, ahead = found["town"], found.string[max(0, found.start() - 4) : found.start()]
    if not town[0].isupper() or town.lower() in UNITS or re.search(r"(?:\bkl\.?|\d)[\s-]?$", ahead, re.IGNORECASE):
        return False
    return int(found["code"]) not in YEARS or bool(re.search(r"(?:,|\bNO?-)\s?$", ahead))
