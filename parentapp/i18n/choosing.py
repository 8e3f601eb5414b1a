"""Which language a person meets: the one stored, else the cookie's, else the browser's, else bokmål."""

import re
from collections.abc import Collection, Iterator

from parentapp.i18n.catalogue import offered
from parentapp.i18n.locales import LANGUAGES, SOURCE

_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{1,8}){0,4}")
_WEIGHT = re.compile(r"\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*")
_MOST_ASKED = 20  # a browser sends a handful; more is noise

# Other names for our languages. `no` is what many phones send for bokmål; `prs` is Dari, `kmr` Kurmanji.
_ALIASES = {
    "no": "nb",
    "no-nyn": "nn",
    "no-no-ny": "nn",
    "prs": "fa_AF",
    "fa-af": "fa_AF",
    "pes": "fa",
    "kmr": "ku",
    "ku-arab": "ckb",
    "ku-iq": "ckb",
    "apc": "ar",
    "arb": "ar",
    "ary": "ar",
    "arz": "ar",
    "pbt": "ps",
    "pbu": "ps",
    "sme": "se",
}
_NEAREST = {"nn": "nb", "fa_AF": "fa", "fa": "fa_AF"}  # read with ease by the other's readers


def choose(
    stored: str | None,
    cookie: str | None,
    accept_language: str | None,
    among: Collection[str] | None = None,
) -> str:
    """The language to answer in, always one of those offered. Never raises, whatever a browser sends.

    `among`: codes to choose from; without it, all that are offered. Russian is a choice people make
    themselves: someone who asks for Ukrainian is never answered in it.
    """
    codes = {language.code for language in offered()} if among is None else set(among)
    header = list(_wishes(accept_language or ""))
    for wish in [stored, cookie]:
        if found := _match(wish or "", codes):
            return found
        if _language(wish or "") == "uk":
            codes.discard("ru")
    if any(_language(wish) == "uk" for wish in header):
        codes.discard("ru")
    return next((found for wish in header if (found := _match(wish, codes))), SOURCE)


def _match(tag: str, codes: Collection[str]) -> str | None:
    code = _language(tag)
    if code in codes:
        return code
    nearest = _NEAREST.get(code or "")
    return nearest if nearest in codes else None


def _language(tag: str) -> str | None:
    """Our code for a language tag: the longest part of it that we know."""
    tag = tag.strip().replace("_", "-").lower()
    if len(tag) > 40 or not _TAG.fullmatch(tag):
        return None
    while tag:
        code = _ALIASES.get(tag, tag)
        if code in LANGUAGES:
            return code
        tag = tag.rpartition("-")[0]
    return None


def _wishes(header: str) -> Iterator[str]:
    """The tags of an Accept-Language header, the most wanted first; what cannot be read is left out."""
    weighed = []
    for item in header[:1000].split(",")[:_MOST_ASKED]:
        tag, _, rest = item.partition(";")
        weight = _WEIGHT.fullmatch(rest) if rest else None
        if rest and not weight:
            continue
        weighed.append((float(weight[1]) if weight else 1.0, tag))
    weighed.sort(key=lambda pair: -pair[0])
    return (tag for weight, tag in weighed if weight > 0)
