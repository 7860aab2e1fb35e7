"""Where and when an article was filed, as the wires say it in front of the text."""

import re
from dataclasses import dataclass, replace
from itertools import islice

import regex

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
_DASH = r"\s*+(?:\.\s?[-–—]+|[-–—―:।]{1,3}|_|\.(?=\s))"
_FRAMED = pattern(
    r"(?P<before>[^()\[\]\n]{0,100}?)[ ]?(?P<frame>[(\[/])\s?"
    rf"(?P<agency>[^()\[\]/\n]{{2,60}}(?:/[^()\[\]\n/]{{1,30}})?)[)\]/](?P<dash>{_DASH})?"
)
_SEPARATOR = pattern(r"(?:\s?[-–—]|[.,،۔]|(?<=\p{Lo})\s?/|\sم|(?<=\d))\s")  # by the Arabic m the year is one of our era
_LAST = pattern(
    r"(?P<agency>[\p{Lu}\p{Lo}][^()\[\]\n.,:–—]{1,30}?)"
    r"(?:(?P<dash>\.(?=\s|$)|\s?(?:[–—]|--?)(?=\s|$))|(?::(?=\s)|\s{0,4}$))"
)
_COUNTRY = pattern(r"(?P<town>\p{Lu}[^()\[\]\n,]{1,40}?) ?\[\p{Lu}[\p{L} ]{1,30}\](?=,)")
_TOWN_THEN_DAY = pattern(r"(?P<town>[\p{Lu}\p{Lo}][^\d,]{1,40}?) (?:في )?(?P<day>\d[^,]{2,50})")
# الكويت - 3 - 3
_NUMBERED = pattern(r"(?P<town>[\p{Lu}\p{Lo}][^\d,]{1,40}?)(?: [-–]|,) (?P<day>\d{1,2} ?[-/] ?\d{1,2})")
# How agencies call themselves: ISBnews, HARBOUR POST, and where letters have no case anything short.
_SOME_HOUSE = pattern(
    r"(?=.{0,20}\p{Lu}.{0,20}\p{Lu})\p{Lu}[\p{L}\d]{1,14}(?: \p{Lu}[\p{Lu}\d]{1,14}){0,2}"
    r"|(?P<caseless>[\p{Lo}\p{M}.]{2,20}(?: [\p{Lo}\p{M}.]{2,20}){0,2})"
)
_STATE = pattern(r"[A-Z]{2}|(?:[A-Z]\.){2,3}")
_SHORTENED = pattern(r"\p{Lu}\p{Ll}{1,5}\.")
_SPELT = pattern(r"(?:एक|दो|तीन|चार|पांच|पाँच|छह|सात|आठ|नौ)(?= \p{Devanagari}{2,12}$)")  # a day of one digit is a word
_OF_THE_MONTH = pattern(r"(?P<town>\p{Lu}[^\d,]{1,40}?),? (?P<day>[1-9]|[12]\d|3[01])")
_FRAMES, _DASHES = re.compile(r"[(\[/]"), re.compile("[-–—:]")
_ANSA = pattern(r"\((?P<agency>[^()\n]{2,40})\)\s?(?P<dash>[-–—])?\s?(?P<before>[^()\n]{2,80}?)\s[-–—]\s")
_PLAIN = pattern(
    r"(?P<before>\p{Lu}[^()\[\]\n:–—]{2,80}?)(?:,? (?P<agency>Kyodo|KYODO|APA|Xinhua|Reuters|AFP))?"
    r"(?:\s?(?P<dash>[–—]|--?(?=\s))\s?|:\s+(?=\S))"
)
_CHINESE = pattern(
    r"[（(]?(?P<agency>\p{Han}{1,4}?社|中新[网網])?(?:[記记]者(?P<by>\p{Han}{2,3}))?(?P<place>\p{Han}{2,8}?)"
    r"(?P<date>(?:\d{1,2}月)?\d{1,2}日)[电電]"
    r"[）)]?(?:\s?[（(](?P<who>[^（）()\n]{1,60})[）)])?\s?"
)
_CHINESE_FRAMED = pattern(
    r"[（(【](?P<agency>\p{Han}{1,4}?社|中新[网網])(?P<place>\p{Han}{2,12}?)(?P<date>(?:\d{1,2}月)?\d{1,2}日)\p{Han}{0,6}?"
    r"(?:[电電訊讯]|報導|报道)[）)】]\s?"
)
_OF_TAIWAN = pattern(
    r"[〔【［\[（(](?:(?P<house>\p{Han}{2,6}?)／)?(?:\p{Han}{2,4})?[記记]者(?P<who>\p{Han}{2,4}(?:、\p{Han}{2,4}){0,3})"
    r"[／/](?P<place>\p{Han}{2,8}?)(?:綜合|综合|採訪|采访|即時|專題)?(?:報導|報道|报道|电|電)[〕】］\]）)]\s?"
)
_KOREAN_HOUSE = pattern(r"[(\[](?P<house>[\p{Hangul}\d]{3,12})=(?P<who>\p{Hangul}{2,4}) ?(?:기자|특파원)[)\]]\s?")
_WITH_REPORTER = ("記者", "记者")
_LENTICULAR = pattern(r"【(?P<inner>[^【】\n]{2,30})】")
_KOREAN = pattern(
    r"[(\[](?P<place>[\p{Hangul}·, ]{1,20})=(?P<agency>[\p{L}\d]{2,12})[)\]]\s?"
    r"(?:(?P<who>(?:[\p{Hangul}]{2,4}[ ·]){1,4}?)(?:기자|특파원)\s?=?\s?|=\s?)?"
)
_JAPANESE = pattern(
    r"(?P<place>[\p{Han}\p{Katakana}ー・]{2,15}?)(?:[＝=](?P<who>[^＝=]{2,20})|(?P<agency>共同|時事|ＡＦＰ時事|AFP時事|ＡＦＰ|AFP|ロイター))"
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


def place_and_day(line: str) -> tuple[str, str | None] | None:
    """Place and day of a line that has nothing else, as a letter or a notice of an office is dated, or a place before a
    dash, without a day (None); None where it is neither.

    >>> place_and_day("Port Ellery, 3 March 2025."), place_and_day("Port Ellery -")
    (('Port Ellery', '3 March 2025'), ('Port Ellery', None))
    """
    text = line.strip().rstrip(_ENDS_A_PLACE)
    if len(text) > _OF_A_PLACE or dates.is_date_line(text):
        return None
    town, day = _town_and_day(text)
    if town is None or is_heading(town):
        return None
    if day is None:
        return (town, None) if line.rstrip()[-1:] in _DASH_ALONE and len(town.split()) <= _OF_A_TOWN else None
    return (town, day) if "," in text and _DAY_OF_A_MONTH.search(day) and not dates.is_time(day) else None


_ENDS_A_PLACE, _DASH_ALONE = " .:–—-", ("-", "–", "—")
_OF_A_PLACE, _OF_A_TOWN = 80, 4  # characters, words
_DAY_OF_A_MONTH = pattern(r"\d.{0,5}[^\W\d]|[^\W\d].{0,5}\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")


def _asian(head: str) -> Dateline | None:
    """北京4月17日电, 【東京共同】, 〔記者王小明／台北報導〕, (서울=연합뉴스) 홍길동 기자 =, [항구신문=홍길동 기자]."""
    match = _CHINESE_FRAMED.match(head)
    if match:  # a name and a town with nothing between them are not to be told apart
        place = None if match["place"].startswith(_WITH_REPORTER) else match["place"]
        return Dateline(place, match["date"], exact_agency(match["agency"]) or match["agency"], match.end())
    match = _CHINESE.match(head)
    if match:
        who = match["by"] or match["who"]
        writers = authors(who).authors if who else ()
        return Dateline(match["place"], match["date"], match["agency"], match.end(), writers)
    match = _LENTICULAR.match(head)
    inner = match and _JAPANESE.fullmatch(match["inner"])
    if match and inner:
        house = exact_agency(inner["agency"]) if inner["agency"] else None
        return Dateline(inner["place"], None, house, match.end(), (inner["who"],) if inner["who"] else ())
    match = _OF_TAIWAN.match(head)
    if match:
        return Dateline(match["place"], None, None, match.end(), tuple(match["who"].split("、")))
    match = _KOREAN_HOUSE.match(head)
    if match:
        return Dateline(None, None, None, match.end(), (match["who"],))
    match = _KOREAN.match(head)
    if match:
        writers = tuple((match["who"] or "").replace("·", " ").split())
        return Dateline(
            match["place"].strip(), None, exact_agency(match["agency"]) or match["agency"], match.end(), writers
        )
    return None


def _inverted(head: str) -> Dateline | None:
    """(ANSA) - ROMA, 17 APR -, (DIRE) Roma, 17 apr. -."""
    match = _ANSA.match(head)
    house = match and agency(match["agency"])
    if not match or not house:
        return None
    town, day = _town_and_day(match["before"])
    return Dateline(town, day, house, match.end()) if town and (match["dash"] or day) else None


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
    before = match["before"].strip(" ,،۔-–—")
    town, day = _town_and_day(before) if before else (None, None)
    house = _wire(match["agency"])
    if house is None:
        return _framed_other(match, town, day)
    of_the_month = _OF_THE_MONTH.fullmatch(before) if town is None and before.isupper() else None
    if of_the_month and _TOWN.fullmatch(of_the_month["town"]):  # MADRID, 26 (EUROPA PRESS) -
        town, day = of_the_month["town"], of_the_month["day"]
    if not before or _is_day(before):  # April 17 (Reuters) -
        return Dateline(None, before or None, house, match.end()) if match["dash"] else None
    after = head[match.end() :].lstrip()
    ends = not after or match["dash"] or day or match["frame"] == "/" or after[0].isupper()
    return _filed(town, day, house, match) if town and ends else None


def _framed_other(match: "regex.Match[str]", town: str | None, day: str | None) -> Dateline | None:
    """A dateline with more than an agency in its frame or, behind a day, one of which nobody has heard."""
    house, inside = _among_others(match["agency"])
    day = day or inside
    if house is None and day:
        house = _some_house(match)
    return _filed(town, day, house, match) if house and town and (day or match["dash"]) else None


def _some_house(match: "regex.Match[str]") -> str | None:
    """Who stands in the frame behind a day, a sign behind it, and is no day, nor what is said of an article: (LIVE)."""
    name = match["agency"].strip()
    like = _SOME_HOUSE.fullmatch(name)
    if like is None or not (match["dash"] or match["frame"] == "/" or like["caseless"]):
        return None
    return None if is_heading(name.removesuffix(" PRESS")) or dates.languages(name) else name


def _filed(town: str, day: str | None, house: str, match: "regex.Match[str]") -> Dateline:
    place, writer = _signed_town(town)
    return Dateline(place, day, house, match.end(), (writer,) if writer else ())


def _wire(text: str) -> str | None:
    """The first agency between brackets: `Reuters`, `dpa/lby`, `ats afp`."""
    found = agency(text) or agency(re.split(r"[/,+]|\s-\s", text)[0])
    if found is None:
        houses = [agency(one.upper()) for one in text.split()]
        found = houses[0] if all(houses) and houses else None
    return found


def _among_others(text: str) -> tuple[str | None, str | None]:
    """The agency behind who wrote for it, or before a day, and that day: `Корр. БЕЛТА`, `Ana Bel, БТА`, `TTXVN 3/3`."""
    first, _, day = text.partition(" ")
    if day[:1].isdigit():
        return exact_agency(first), day
    others, _, last = text.replace("/", " ").replace(",", " ").rpartition(" ")
    small = any(word[0].islower() for word in others.split())
    return (None if small or not others else exact_agency(last.strip("«»„“”\""))), None


def _signed_town(town: str) -> tuple[str, str | None]:
    """A town, and who stands before it as Turkish agencies have it: of the two the town is in capitals."""
    writer, _, place = town.partition("/")
    signed = place.isupper() and " " in writer and not writer.isupper()
    return (place, writer) if signed else (town, None)


def _named(head: str) -> Dateline | None:
    """МОСКВА, 17 апр - РИА Новости., МОСКВА. 17 апреля. ИНТЕРФАКС -, Accra, April 17, GNA – and, alone on its line,
    Bakı, 17 aprel, AZƏRTAC."""
    for separator in islice(_SEPARATOR.finditer(head, 0, 110), _SEPARATORS):
        match = _LAST.match(head, separator.end())
        house = match and exact_agency(match["agency"])
        if not match or not house:
            continue
        before = head[: separator.start()].replace("،", ",").replace("۔", ",")
        town, day = _town_and_day(_POINT_BEFORE_DAY.sub(", ", before).strip(" ,."))
        ends = match["dash"] or day or separator[0].strip() in _PARTS_TOWN
        return Dateline(town, day, house, match.end()) if town and ends else None
    return None


_POINT_BEFORE_DAY = re.compile(r"\.\s(?=\d)")  # МОСКВА. 17 апреля
_SEPARATORS = 6  # in front of an agency
_PARTS_TOWN = frozenset("/-–—")  # from an agency without a day: صنعاء - سبأ:


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
    text = text.replace("،", ",").replace("۔", ", ")
    numbered = _NUMBERED.fullmatch(text)
    if numbered:
        return numbered["town"], numbered["day"]
    spoken = _TOWN_THEN_DAY.fullmatch(text)
    if spoken and _is_day(spoken["day"]):  # Praha 17. dubna
        text = f"{spoken['town']}, {spoken['day']}"
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 2 and _is_day(parts[0]):  # 17 апреля, Минск
        parts.reverse()
    for cut in range(1, len(parts) + 1):
        rest = ", ".join(part for part in parts[cut:] if part)
        if rest and _is_day(rest):
            places = parts[: cut + _is_state(parts[cut], ", ".join(parts[cut + 1 :]))]
            day = ", ".join(part for part in parts[len(places) :] if part).rstrip(".")
            return (", ".join(places), day) if all(_TOWN.fullmatch(place) for place in places) else (None, None)
    if len(parts) <= 3 and all(_TOWN.fullmatch(part) for part in parts):
        return ", ".join(parts), None
    return None, None


def _is_state(part: str, day: str) -> bool:
    """Whether a part before a day is that of a country, though a language has such a word in dates: ON, Ore., N.Y."""
    if not _is_day(day):
        return False
    shortened = _SHORTENED.fullmatch(part) is not None and dates.languages(part).isdisjoint(dates.languages(day))
    return shortened or _STATE.fullmatch(part) is not None


def _is_day(text: str) -> bool:
    return dates.is_date_line(_SPELT.sub("1", text))
