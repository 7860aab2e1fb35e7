"""Where and when an article was filed, as the wires say it in front of the text."""

import re
from dataclasses import dataclass, replace

from syndclean import dates
from syndclean.facts.agencies import agency, exact_agency
from syndclean.facts.bylines import authors, is_heading
from syndclean.lazy import pattern

_TOWN = pattern(
    r"[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*+"
    r"(?:[ ](?:[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*+|de|del|di|da|do|la|las|los|el|le|les|der|am|an|im|of|the|sur|on|upon"
    r"|y|und|na|al)){0,5}+"
    r"(?:/\p{Lu}[\p{L}\p{M}.'’ -]{1,30})?"
)
_DASH = r"\s*+(?:\.\s?[-–—]+|[-–—―:]{1,3}|_|\.(?=\s))"
_FRAMED = pattern(
    r"(?P<before>[^()\[\]\n]{0,100}?)[ ]?(?P<frame>[(\[/])\s?"
    rf"(?P<agency>[^()\[\]/\n]{{2,60}}(?:/[^()\[\]\n/]{{2,30}})?)[)\]/](?P<dash>{_DASH})?"
)
_NAMED = pattern(
    r"(?P<before>\p{Lu}[^()\[\]\n]{2,60}?)(?:\s?[-–—]|[.,])\s(?P<agency>\p{Lu}[^()\[\]\n.]{1,30}?)(?:\.(?=\s|$)|\s[-–—](?=\s|$))"
)
_COUNTRY = pattern(r"(?P<town>\p{Lu}[^()\[\]\n,]{1,40}?) ?\[\p{Lu}[\p{L} ]{1,30}\](?=,)")
_TOWN_THEN_DAY = pattern(r"(?P<town>\p{Lu}[^\d,]{1,40}?) (?P<day>\d[^,]{2,30})")
_FRAMES, _DASHES = re.compile(r"[(\[/]"), re.compile("[-–—:]")
_ANSA = pattern(r"\((?P<agency>[^()\n]{2,40})\)\s?[-–—]\s?(?P<before>[^()\n]{2,80}?)\s[-–—]\s")
_PLAIN = pattern(
    r"(?P<before>\p{Lu}[^()\[\]\n:–—]{2,80}?)(?:,? (?P<agency>Kyodo|KYODO|APA|Xinhua|Reuters|AFP))?"
    r"(?:\s?(?P<dash>[–—]|--?(?=\s))\s?|:\s+(?=\S))"
)
_CHINESE = pattern(
    r"[（(]?(?P<agency>新华社|新華社|中新社|中新网|中央社)?(?P<place>[\p{Han}]{2,8}?)(?P<date>(?:\d{1,2}月)?\d{1,2}日)[电電]"
    r"[）)]?(?:\s?[（(](?P<who>[^（）()\n]{1,60})[）)])?\s?"
)
_LENTICULAR = pattern(r"【(?P<inner>[^【】\n]{2,30})】")
_KOREAN = pattern(
    r"[(\[](?P<place>[\p{Hangul}·, ]{1,20})=(?P<agency>[\p{L}\d]{2,12})[)\]]\s?"
    r"(?:(?P<who>(?:[\p{Hangul}]{2,4}[ ·]){1,4}?)(?:기자|특파원)\s?=?\s?|=\s?)?"
)
_JAPANESE = pattern(
    r"(?P<place>[\p{Han}\p{Katakana}ー・]{2,15}?)(?:[＝=](?P<who>[^＝=]{2,20})|(?P<agency>共同|時事|ＡＦＰ|AFP|ロイター))"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when an article was filed: `date` as written (for `dates.read`), `length` the code points it takes."""

    location: str | None
    date: str | None
    agency: str | None
    length: int
    authors: tuple[str, ...] = ()


def dateline(text: str) -> Dateline | None:
    """The dateline that a text begins with, as the wires write it; None where it begins with none.

    A town in capitals before a dash or a colon is one by itself; any other town wants an agency beside it.

    >>> dateline("PARIS, April 17 (Reuters) - The minister")
    Dateline(location='PARIS', date='April 17', agency='Reuters', length=28, authors=())
    >>> dateline("Paris is well worth a mass (AFP says).")
    """
    head = text[:200]
    start = len(head) - len(head.lstrip())
    head = head[start:]
    if not head or dates.hidden(head[:100]):
        return None
    for form in (_asian, _inverted, _framed, _named, _bare):
        found = form(head)
        if found:
            end = found.length + len(head[found.length :]) - len(head[found.length :].lstrip(" \u00a0"))
            return Dateline(found.location, found.date, found.agency, start + min(end, found.length + 4), found.authors)
    return None


def _asian(head: str) -> Dateline | None:
    """北京4月17日电, 【東京共同】, (서울=연합뉴스) 홍길동 기자 =."""
    match = _CHINESE.match(head)
    if match:
        writers = authors(match["who"]).authors if match["who"] else ()
        return Dateline(match["place"], match["date"], match["agency"], match.end(), writers)
    match = _LENTICULAR.match(head)
    inner = match and _JAPANESE.fullmatch(match["inner"])
    if match and inner:
        house = exact_agency(inner["agency"]) if inner["agency"] else None
        return Dateline(inner["place"], None, house, match.end(), (inner["who"],) if inner["who"] else ())
    match = _KOREAN.match(head)
    if match:
        writers = tuple((match["who"] or "").replace("·", " ").split())
        return Dateline(
            match["place"].strip(), None, exact_agency(match["agency"]) or match["agency"], match.end(), writers
        )
    return None


def _inverted(head: str) -> Dateline | None:
    """(ANSA) - ROMA, 17 APR -."""
    match = _ANSA.match(head)
    house = match and agency(match["agency"])
    if not match or not house:
        return None
    town, day = _town_and_day(match["before"])
    return Dateline(town, day, house, match.end()) if town else None


def _framed(head: str) -> Dateline | None:
    """PARIS, April 17 (Reuters) -, МОСКВА, 17 апреля. /ТАСС/., Nueva Delhi, 21 ene (EFE).-."""
    if not _FRAMES.search(head, 0, 110):
        return None
    country = _COUNTRY.match(head)
    if country:  # New Delhi [India], April 17 (ANI):
        found = _framed(country["town"] + head[country.end() :])
        return found and replace(found, length=found.length + country.end() - len(country["town"]))
    match = _FRAMED.match(head)
    if match is None:
        return None
    house = _wire(match["agency"])
    if house is None:
        return None
    before = match["before"].strip(" ,")
    if not before:
        return Dateline(None, None, house, match.end()) if match["dash"] else None
    town, day = _town_and_day(before)
    after = head[match.end() :].lstrip()
    ends = not after or match["dash"] or day or match["frame"] == "/" or after[0].isupper()
    return Dateline(town, day, house, match.end()) if town and ends else None


def _wire(text: str) -> str | None:
    """The first agency between brackets: `Reuters`, `dpa/lby`, `ats afp`."""
    found = agency(text) or agency(re.split(r"[/,+]|\s-\s", text)[0])
    if found is None:
        houses = [agency(one.upper()) for one in text.split()]
        found = houses[0] if all(houses) and houses else None
    return found


def _named(head: str) -> Dateline | None:
    """МОСКВА, 17 апр - РИА Новости. and МОСКВА. 17 апреля. ИНТЕРФАКС -."""
    match = _NAMED.match(head)
    house = match and exact_agency(match["agency"])
    if not match or not house:
        return None
    town, day = _town_and_day(match["before"].replace(". ", ", ").strip(" ,."))
    return Dateline(town, day, house, match.end()) if town else None


def _bare(head: str) -> Dateline | None:
    """NEW DELHI:, PUTRAJAYA, Nov 22 —, TOKYO, April 17, Kyodo -."""
    match = _PLAIN.match(head) if _DASHES.search(head, 0, 110) else None
    if match is None:
        return None
    before = match["before"].strip(" ,")
    town, day = _town_and_day(before[:-1] if before.find(".") == len(before) - 1 else before)  # EFE.-, but D.C. -
    if town is None:
        return None
    house = match["agency"]
    capitals = town.isupper() and len(town) >= 4
    if not (capitals or (house and day)) or is_heading(town):
        return None
    if not match["dash"] and len(head[match.end() :].strip()) < 20:  # a heading with a colon
        return None
    alone = exact_agency(town)  # REUTERS —
    return Dateline(None, day, alone, match.end()) if alone else Dateline(town, day, house, match.end())


def _town_and_day(text: str) -> tuple[str | None, str | None]:
    """`PARIS, April 17` as a town and a day; no town where the text is something else."""
    spoken = _TOWN_THEN_DAY.fullmatch(text)
    if spoken and dates.is_date_line(spoken["day"]):  # Praha 17. dubna
        text = f"{spoken['town']}, {spoken['day']}"
    parts = [part.strip() for part in text.split(",")]
    for cut in range(1, len(parts) + 1):
        rest = ", ".join(part for part in parts[cut:] if part)
        if rest and dates.is_date_line(rest):
            town = ", ".join(parts[:cut])
            return (town, rest.rstrip(".")) if all(_TOWN.fullmatch(part) for part in parts[:cut]) else (None, None)
    if len(parts) <= 3 and all(_TOWN.fullmatch(part) for part in parts):
        return ", ".join(parts), None
    return None, None
