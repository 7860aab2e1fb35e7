"""The agency that a value names."""

import re
import unicodedata
from typing import NamedTuple

import regex

from syndclean.facts.vocabulary import lines
from syndclean.lazy import once, pattern

_FRAME = " \t\r\n\u00a0()[]（）［］【】〔〕<>「」/\\*_-–—=＝|.,:;：，。"
_SIGN = pattern(r"(?:©|\(c\)|（c）|copyright)\s?(?:\(c\)|©)?\s?(?:(?:19|20)\d\d)?\s?", regex.IGNORECASE)
_BEGINS_A_SIGN = tuple("©(（cC")
_SIGNED = pattern(r"(?P<head>\p{Lu}[\p{L}]{1,7}|\p{Ll}{3})(?:[ /][\p{L}]{1,4}){1,4}(?: \d{4})?")
_AGENCY_WORDS = 6  # spaces in the longest name, or behind a name with the initials of four
_SENTENCE = frozenset(  # of English, the language in which agencies are subjects of short lines
    (
        "a",
        "an",
        "the",
        "is",
        "are",
        "was",
        "has",
        "had",
        "can",
        "may",
        "in",
        "on",
        "at",
        "of",
        "to",
        "and",
        "or",
        "by",
        "no",
        "not",
        "it",
        "he",
        "she",
        "we",
        "i",
        "as",
        "for",
    )
)


class _Agencies(NamedTuple):
    names: dict[str, str]  # every form of a name, as `_key` has it, and what the agency is called
    short: dict[str, str]  # up to four letters of ASCII, which are told by their case


@once
def _agencies() -> _Agencies:
    names: dict[str, str] = {}
    short: dict[str, str] = {}
    for name, *forms in lines("agencies.txt"):
        for form in (name, *forms):
            if len(form) <= 4 and form.isascii():
                short[form] = short[form.upper()] = name
            else:
                names.setdefault(_key(form), name)
    return _Agencies(names=names, short=short)


def _key(text: str) -> str:
    if text.isascii():
        return " ".join(text.lower().split())
    return " ".join(_VOWELS.sub("", unicodedata.normalize("NFKC", text)).casefold().split())


_VOWELS = re.compile("[\u064b-\u0652]")  # Arabic writes them or not


def exact_agency(text: str) -> str | None:
    """The agency of which a text is the name or a form of it, with nothing around; None where it is none."""
    text = text.strip()
    if not text or len(text) > 60:
        return None
    agencies = _agencies()
    name = agencies.short.get(text)
    if name is None and len(text) > 1:
        name = agencies.names.get(_key(text))
    return name.partition(" (")[0] if name else None


def agency(text: str) -> str | None:
    """The agency that a whole value names, as it is printed in that script; None where it names none.

    Brackets, dashes, a copyright sign with its year and the initials of a desk may stand around the name; prose may
    not.

    >>> [agency(one) for one in ("(AFP)", "© 2025 Reuters", "dpa hm bs", "共同", "AP is in town", "map")]
    ['AFP', 'Reuters', 'dpa', '共同通信', None, None]
    """
    if len(text) > 200:
        return None
    bare = text.strip()
    if bare[:2] == "(©":
        bare = bare[1:]
    sign = _SIGN.match(bare) if bare[:1] in _BEGINS_A_SIGN else None
    bare = bare[sign.end() if sign else 0 :].strip(_FRAME)
    if sign and bare[-4:].isdigit():
        bare = bare[:-4].strip(_FRAME)
    if bare.count(" ") > _AGENCY_WORDS:
        return None
    found = exact_agency(bare)
    if found is None:
        signed = _SIGNED.fullmatch(bare)
        if signed and not _SENTENCE & set(re.split("[ /]", bare.casefold())[1:]):
            found = _agencies().short.get(signed["head"]) or exact_agency(signed["head"])
    return found
