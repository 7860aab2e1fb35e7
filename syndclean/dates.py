r"""One date, with its time and zone as far as they are written, out of a short field value in some seventy languages.

A value is cut into tokens (numbers, words, signs), each word is looked up in a frozen table of Unicode CLDR names
(``rules/vocabulary/months.json``), and the forms of a date are patterns over the *kinds* of the tokens. So a form is
written once for all languages, and what is not in the table is not a date.

What cannot be settled is a problem and never a guess: a day and a month that could be either way round, a weekday that
contradicts, a day that does not exist.

>>> read("17 avril 2025 à 05h00").value
datetime.datetime(2025, 4, 17, 5, 0)
>>> read("03/04/2025").problem
"the day and the month could be either way round in '03/04/2025'"
>>> read("03/04/2025", language="it").value
datetime.date(2025, 4, 3)
"""

import functools
import json
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, UTC, date, datetime, timedelta, timezone
from importlib.resources import files
from typing import Any, NamedTuple

import regex

from syndclean.lazy import once, pattern

LONGEST = 200  # code points of a value that are looked at
YEARS = range(1800, 2101)
_NO_DATE = "no date"
NO_SUCH_DAY = "there is no such day as"  # begins the problem of a date that no calendar has
STAMP = 80  # code points of the longest line that can be a date stamp
Fallback = Callable[[str, str | None], date | datetime | None]


@dataclass(frozen=True, slots=True)
class Reading:
    """What `read` made of a text: `value`, or None and the `problem` (a sentence); both None where the text is empty.

    `value` is a `date` where no time is written, else a `datetime`, aware where a zone is written that means one offset
    from UTC. `start` and `end` are the offsets in the text, in code points, of what was read.
    """

    value: date | datetime | None = None
    problem: str | None = None
    start: int = 0
    end: int = 0


class Token(NamedTuple):
    """A number, a word or a sign: `kind` is one character, `readings` what a word can mean."""

    kind: str
    start: int
    end: int
    number: int = -1
    readings: "dict[str, dict[int, frozenset[str]]]" = {}  # noqa: RUF012  (never written to)


# ---- the words -----------------------------------------------------------------------------------------------------

_MONTH, _DAY, _HALF, _CLOCK, _PARTICLE, _PERSIAN, _ERA, _MARK, _ZONED = _KINDS = "MWAHFPENZ"  # a word may have several

# Solar Hijri calendar: the months as Iran and as Afghanistan call them.
_PERSIAN_MONTHS = (
    "فروردین حمل", "اردیبهشت ثور", "خرداد جوزا", "تیر سرطان", "مرداد اسد", "شهریور سنبله", "مهر میزان", "آبان عقرب",
    "آذر قوس", "دی جدی", "بهمن دلو", "اسفند حوت",
)  # fmt: skip
_HIJRI = ("محرم", "صفر", "ربيع", "جمادى", "رجب", "شعبان", "رمضان", "شوال", "القعدة", "الحجة")
# What is added to the year of an era to get that of the common era: Thailand, Japan, Taiwan, and the era itself.
_ERAS = {
    "พศ": -543, "พุทธศักราช": -543, "be": -543, "คศ": 0, "令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911,
    "民国": 1911, "公元": 0, "西元": 0, "西暦": 0, "ad": 0, "ce": 0, "bce": -1 << 40, "bc": -1 << 40,
}  # fmt: skip
_MONTH_MARKS = ("tháng", "thg", "th")  # Vietnamese: tháng 4

_FOLDS = pattern(r"[\u0300-\u036f\u064b-\u0655\u0670\u200b-\u200d\u0640\u0970.]+")


@functools.lru_cache(maxsize=4096)
def _folded(word: str) -> str:
    """A word without what newspapers vary: case, dots, Latin, Greek, Cyrillic and Arabic accents, joiners."""
    if word.isascii():
        return " ".join(_FOLDS.sub("", word.lower()).strip("'").split())
    text = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", word).casefold())
    text = _FOLDS.sub("", text).replace("ı", "i").replace("’", "'").replace("ʼ", "'")
    return " ".join(unicodedata.normalize("NFC", text).translate(_LETTERS).strip("'׳").split())


_LETTERS = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ø": "o", "ł": "l", "đ": "d"})


class _Words(NamedTuple):
    """The frozen table: what a folded word means in which languages, and in which order a language writes a date."""

    meanings: dict[str, dict[str, dict[int, frozenset[str]]]]
    order: dict[str, str]
    relative: frozenset[str]
    days: frozenset[str]
    first: frozenset[str]  # the first words of `meanings`


def _data() -> dict[str, Any]:
    """The frozen file as it is."""
    text = files("syndclean").joinpath("rules/vocabulary/months.json").read_text(encoding="utf-8")
    data: dict[str, Any] = json.loads(text)
    return data


@once
def _words() -> _Words:
    data = _data()
    table: dict[str, dict[str, dict[int, set[str]]]] = {}
    relative: set[str] = set()
    days: set[str] = set()

    def add(word: str, kind: str, value: int, language: str) -> None:
        table.setdefault(_folded(word), {}).setdefault(kind, {}).setdefault(value, set()).add(language)

    for language, entry in data["languages"].items():
        for kind, name in ((_MONTH, "months"), (_DAY, "weekdays")):
            for number, forms in entry[name].items():
                for form in forms:
                    add(form, kind, int(number), language)
        for half, forms in entry["halves"].items():
            for form in forms:
                add(form, _HALF, ("am", "pm").index(half), language)
        for kind, name in ((_CLOCK, "clock"), (_PARTICLE, "particles")):
            for form in entry[name]:
                add(form, kind, 0, language)
        relative.update(_relative_key(pattern.replace("{0}", "0")) for pattern in entry["ago"])
        days.update(_folded(word) for word in entry["days"])
    for number, names in enumerate(_PERSIAN_MONTHS, 1):
        for name in names.split():
            add(name, _PERSIAN, number, "fa")
    for name, shift in _ERAS.items():
        add(name, _ERA, shift, "")
    for name in _MONTH_MARKS:
        add(name, _MARK, 0, "vi")
    frozen = {w: {k: {n: frozenset(ls) for n, ls in v.items()} for k, v in kinds.items()} for w, kinds in table.items()}
    first = frozenset(word.split(" ", 1)[0] for word in frozen)
    return _Words(frozen, data["order"], frozenset(relative), frozenset(days), first)


def known_languages() -> frozenset[str]:
    """The BCP 47 languages whose names of months and weekdays are known.

    >>> len(known_languages()) > 70
    True
    """
    return frozenset(_data()["languages"])


def month_names(language: str) -> dict[int, tuple[str, ...]]:
    """The names of the months (from 1) in a language, as the table holds them; empty where the language writes numbers.

    >>> month_names("fr")[2]
    ('fevr', 'fév.', 'févr.', 'février')
    """
    months: dict[str, list[str]] = _data()["languages"][language]["months"]
    return {int(number): tuple(names) for number, names in months.items()}


# ---- tokens --------------------------------------------------------------------------------------------------------

_HAN = "〇零一二三四五六七八九十"
_TOKEN = pattern(
    rf"\s*+(?:(?P<han>[{_HAN}]{{1,4}}(?=[年月日号號時时点點分]))"
    r"|(?P<number>\d{4}(?=\d\d:\d\d(?!\d))|\d++)"
    r"|(?P<unit>[年月日号號時时點点分秒년월일시분초])(?![曜人])"
    r"|(?P<cjk>(?:星期|礼拜|禮拜|周|週)[一二三四五六日天]|[月火水木金土日]曜日?|[上中下]午|午[前後]|令和|平成|昭和|民[國国]|公元|西元|西暦"
    r"|[月火水木金土日一二三四五六](?=\s?[)）])|\p{Han}|[\p{Hiragana}\p{Katakana}]++)"
    r"|(?P<word>[\p{L}&&[^\p{Han}]][\p{L}\p{M}\u200b-\u200d&&[^\p{Han}]]*+(?:[.'’׳-](?=\p{L})[\p{L}\p{M}\u200c\u200d&&[^\p{Han}]]++)*+[.'’׳॰]?+)"
    r"|(?P<sign>.))",
    regex.VERSION1 | regex.DOTALL,
)
_UNITS = dict(zip("年月日号號時时點点分秒년월일시분초", "ymDDDhhhhisymDhis", strict=True))
_SIGNS = str.maketrans("–—−‐‑／：，、．。（）［］【】〔〕－～・·•", "-----/:,,..()()()()-~|||")


_NUMBERS = {1: "d", 2: "d", 4: "Y", 8: "C"}


def _number(digits: str, start: int) -> Token:
    """`d` for one or two digits, `Y` for four, `C` for eight, `n` for what no date holds or only as a fraction."""
    if not digits.isdecimal():  # of a Unicode that `regex` knows already, and this Python not yet
        return Token("?", start, start + len(digits))
    kind = _NUMBERS.get(len(digits), "n")
    value = int(digits) if len(digits) <= 8 else -1
    if not digits.isascii() and len(digits) < 9 and len({ord(c) - unicodedata.digit(c) for c in digits}) > 1:
        kind = "?"  # of two scripts
    return Token(kind, start, start + len(digits), value)


def _han_number(text: str) -> int:
    """二〇二五 is 2025, 十七 is 17, 二十 is 20.

    >>> [_han_number(one) for one in ("二〇二五", "十七", "二十", "四", "二十一")]
    [2025, 17, 20, 4, 21]
    """
    values = [0 if c == "零" else _HAN.index(c) - (_HAN.index(c) > 1) for c in text]
    if "十" not in text:
        return functools.reduce(lambda a, b: a * 10 + b, values)
    tens, _, ones = text.partition("十")
    return (_han_number(tens) if tens else 1) * 10 + (_han_number(ones) if ones else 0)


def _word_token(text: str, start: int, end: int) -> Token:
    """The token of a word: `?` where the table does not hold it, else a character that stands for its meanings."""
    kind, meanings = _kind(text[start:end])
    return Token(kind, start, end, readings=meanings)


@functools.lru_cache(maxsize=8192)
def _kind(word: str) -> tuple[str, dict[str, dict[int, frozenset[str]]]]:
    meanings = _meanings(word) or {}
    if word.isupper() and word.casefold() in _ZONE_NAMES:
        meanings = {**meanings, _ZONED: {0: frozenset()}}
    mask = sum(1 << _KINDS.index(kind) for kind in meanings)
    return (chr(0xE000 + mask) if mask else "?"), meanings


def _meanings(word: str) -> dict[str, dict[int, frozenset[str]]] | None:
    table, folded = _words().meanings, _folded(word)
    found = table.get(folded)
    if found is None and folded.endswith("ที่"):
        found = table.get(folded[:-3])
    if found is None and folded[:1] == "ב":
        found = table.get(folded[1:].lstrip("-־"))
    return found


_JAPANESE = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})[(（]([月火水木金土日])(?=[)）])")  # 2/3(月): as long as 2月3日月


@functools.lru_cache(maxsize=256)  # a value is looked at as a field, and read later
def _tokens(text: str, strict: bool = False) -> tuple[Token, ...]:
    """The tokens of `text`, white space left out; where `strict`, none as soon as a word is unknown."""
    if "/" in text and not text.isascii():
        text = _JAPANESE.sub(r"\1月\2日\3", text)
    out: list[Token] = []
    at = 0
    while match := _TOKEN.match(text, at):  # `sign` takes any character, so only the end has none
        sort = match.lastgroup or ""
        start, at = match.span(sort)
        said = text[start:at]
        if sort == "number":
            token = _number(said, start)
        elif sort == "han":
            value = _han_number(said)
            token = Token("Y" if value > 99 else "d", start, at, value)
        elif sort == "unit" and out and out[-1].kind in "dYn":
            token = Token(_UNITS[said], start, at)
        elif sort == "sign":
            token = Token(said.translate(_SIGNS), start, at)
        else:
            token, at = _longest(text, start, at)
        if strict and token.kind == "?":
            return ()
        out.append(token)
    return tuple(out)


@functools.lru_cache(maxsize=8192)
def _begins(word: str) -> bool:
    """Whether something of the table, or a zone, can begin with a word; for plain letters that can be told."""
    plain = word.isalpha() and not _PARTED.search(word)
    return not plain or _folded(word) in _words().first or word.casefold() in _ZONE_NAMES


_PARTED = re.compile("[\u05d0-\u05ea\u0e00-\u0eff]")  # Hebrew prefixes and Thai particles are taken off a word
_NEXT_WORD = pattern(r"\s(?:[\p{L}][\p{L}\p{M}]*+[.'’׳॰]?+)")


def _longest(text: str, start: int, end: int) -> tuple[Token, int]:
    """The word at `start`, with the next one or two where the table knows them together (`Thứ Năm`, `a. m.`)."""
    if not _begins(text[start:end]):
        return Token("?", start, end), end
    ends = [end]
    for _ in range(2):
        more = _NEXT_WORD.match(text, ends[-1])
        if more is None:
            break
        ends.append(more.end())
    for stop in reversed(ends):
        token = _word_token(text, start, stop)
        if token.kind != "?":
            return token, stop
    parts = re.split(r"[.'’-]", text[start:end], maxsplit=1)
    if len(parts) == 2 and parts[1]:  # l’8, d’abril, Apr.Mon: the first part alone
        token = _word_token(text, start, start + len(parts[0]))
        if token.kind != "?":
            return token, token.end
    return Token("?", start, end), end


# ---- the forms of a date, over the kinds of the tokens -------------------------------------------------------------


def _any(kinds: str) -> str:
    """A character class of all words that can be one of `kinds`."""
    masks = [m for m in range(1, 1 << len(_KINDS)) if any(m >> _KINDS.index(k) & 1 for k in kinds)]
    return "[" + "".join(chr(0xE000 + m) for m in masks) + "]"


_F = _any(_PARTICLE)
_GAP = rf"(?:{_F}|[-,./'’ー]){{0,4}}"
_GAP_AFTER_YEAR = rf"(?:{_F}|[-,./'’()]){{0,5}}"
_GAP_BEFORE_YEAR = rf"(?:{_F}|[-,./'’()]){{0,5}}(?:(?P<e>{_any(_ERA)})[.,]?)?"
_MON = rf"(?:(?P<M>{_any(_MONTH + _PERSIAN)})(?:/{_any(_MONTH)})?|{_any(_MARK)}(?P<m>d))"
_D = r"(?<!d:)(?P<d>d)"
_CLOCKED = r"(?![:hi])"
_TIME_INSIDE = rf"d:d(?::d)?{_any(_HALF)}?(?:{_any(_ZONED)}|[?])?"
_FORMS = tuple(
    pattern(form)
    for form in (
        r"(?P<y>[Yn])(?P<s>[-./])(?P<m>d)[-./](?P<d>d)(?![-/]d(?!:))",  # 2025-04-17
        r"(?<!d:)(?P<a>d)(?P<s>[-./])(?P<b>d)(?P=s)?-?(?P<y>[Yn])",  # 17.04.2025, 17/4 2025
        r"(?<!d:)(?P<a>d)(?P<b>d)(?P<y>Y)(?!:)",  # 17 04 2025
        rf"(?P<e>{_any(_ERA)})?(?P<y>[Ynd])y{_GAP}(?P<m>d)m{_GAP}(?P<d>d)D?",  # 2025年4月17日
        rf"{_D}{_GAP}{_MON}{_GAP_BEFORE_YEAR}(?P<y>[Yn])",  # 17 April 2025
        rf"{_MON}{_GAP}{_D}{_GAP_BEFORE_YEAR}(?P<y>[Yn])(?![:.]d)",  # April 17, 2025
        rf"(?P<y>[Yn]){_GAP_AFTER_YEAR}{_MON}{_GAP}{_D}{_CLOCKED}(?:\.|-?{_F})?",  # 2025. április 17.
        rf"(?P<y>[Yn]){_GAP_AFTER_YEAR}{_D}{_GAP}{_MON}",  # 2025. gada 17. aprīlis
        rf"{_MON}{_D}{_TIME_INSIDE}(?P<y>Y)",  # Apr 17 05:00:00 2025
        rf"{_D}-?{_MON}['’-]?(?P<y>d){_CLOCKED}(?!\.d)(?!{_any(_HALF + _CLOCK)})",  # 17-Apr-25
        rf"{_MON}{_GAP}{_D},?['’](?P<y>d){_CLOCKED}",  # Apr 17, ’25
        r"(?<!d:)(?P<a>d)(?P<s>[-./])(?P<b>d)(?P=s)(?P<y>d)(?![:/-])",  # 17.04.25
    )
)
_YEARLESS = tuple(
    pattern(form)
    for form in (
        rf"{_D}{_CLOCKED}{_GAP}{_MON}",  # 17 April
        rf"{_MON}{_GAP}{_D}{_CLOCKED}(?:-?{_F})?",  # April 17
        r"(?P<m>d)m(?P<d>d)D",  # 4月17日
        rf"{_any(_DAY)}[,.]?{_F}?(?P<a>d)(?P<s>[./])(?P<b>d)(?!\d|[.:]d)",  # Do, 17.4.
    )
)
_COMPACT = pattern(r"(?P<c>C)")
_HALVES = _any(_HALF)
_H = _any(_CLOCK)
_SECONDS = r"(?:[:.](?P<s>d)(?:[.,](?P<x>[dYn]))?)?"
_TIMES = tuple(
    pattern(form)
    for form in (
        rf"(?P<p>{_HALVES})?{_H}*(?P<h>d):(?P<i>d){_SECONDS}[,.]?(?P<q>{_HALVES})?",  # 5:00 AM, 오전 5:00
        rf"(?P<p>{_HALVES})?(?P<h>d)(?:h|{_H})(?:(?P<i>d)(?:i|{_H})?)?(?:(?P<s>d)s)?(?P<q>{_HALVES})?",  # 5h30
        rf"(?P<h>d)\.(?P<i>d)(?:\.(?P<s>d))?(?P<q>{_HALVES})?(?=[.,]?(?:{_H}|$|[^.d]))",  # 05.00
        rf"(?P<h>d)(?P<q>{_HALVES})",  # 5 AM
        rf"(?P<p>{_HALVES})(?P<h>d)",
    )
)
_DOTTED = _TIMES[2]
_LINK = pattern(rf"(?:{_any(_PARTICLE + _CLOCK + _DAY)}|D|[-,.|()@~/;T\[\]]){{0,7}}+")
_ISO = pattern(
    r"(?P<y>\d{4})(?:-(?P<m>\d\d)-(?P<d>\d\d)|-?W(?P<w>\d\d)(?:-?(?P<k>\d))?|-(?P<o>\d{3})(?!\d)"
    r"|(?P<cm>\d\d)(?P<cd>\d\d))"
    r"(?:(?:[Tt]|\s)(?P<h>\d\d)(?:(?::?(?P<i>\d\d))(?:(?::?(?P<s>\d\d))(?:[.,](?P<x>\d{1,12}))?)?)?"
    r"(?![\d.:]|\p{L}(?<![Zz])))?"
)

_MORE_DIGITS = re.compile(r"-?\d")
_HALF_OF_DAY = re.compile(r"\s?[AaPp]\.?\s?[Mm]\b")
_ISO_MOMENT = pattern(r"(?<![\d./-])\d{4}-?\d\d-?\d\dT\d\d")
_ISO_STAMP = pattern(r"\d{4}-?\d\d-?\d\dT\d\d:?\d\d(?::?\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?")

# Names of zones that mean one offset from UTC wherever they are printed (IANA time zone database and the newspapers of
# the place). Those that mean several are known and mean nothing.
_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "ut": 0, "wet": 0, "west": 60, "cet": 60, "cest": 120, "mez": 60, "mesz": 120,
    "eet": 120, "eest": 180, "msk": 180, "мск": 180, "trt": 180, "est": -300, "edt": -240, "cdt": -300, "mdt": -360,
    "pst": -480,
    "pdt": -420, "akst": -540, "akdt": -480, "hst": -600, "jst": 540, "kst": 540, "hkt": 480, "sgt": 480, "myt": 480,
    "pht": 480, "wib": 420, "wita": 480, "wit": 540, "ict": 420, "pkt": 300, "npt": 345, "sast": 120, "eat": 180,
    "wat": 60, "aest": 600, "aedt": 660, "acst": 570, "acdt": 630, "awst": 480, "nzst": 720, "nzdt": 780, "brt": -180,
}  # fmt: skip
_AMBIGUOUS = frozenset(("ist", "bst", "cst", "mst", "ast", "et", "pt", "ct", "mt", "gst", "ect", "sst"))
_ZONE_NAMES = frozenset(_ZONES) | _AMBIGUOUS
_ZONE = pattern(
    r"[\s,]{0,2}[(\[]?\s?(?:"
    r"(?:UTC|GMT|UT|Z)\s?(?P<u>[+−-][0-9]{1,2}(?::?[0-9]{2})?)"
    r"|(?P<o>[+−-][0-9]{2}:?[0-9]{2})(?!\d|[./:-]\d)|(?<=\d)(?P<b>[+−-][0-9]{2})(?![\d./:-])"
    r"|(?P<n>[A-Z]{2,5}|Z|мск|МСК|Мск)(?!\p{L}))\s?[)\]]?"
)
# Characters that nobody sees and a date does not need: zero-width, direction, tags (UTS 55 calls them spoofing).
_HIDDEN = pattern(r"[\u00ad\u180e\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")
_ZERO_WIDTH = pattern(
    r"(?<![\p{L}\p{M}])[\u200b-\u200d]|[\u200b-\u200d](?![\p{L}\p{M}])|(?<=[\p{Latin}\p{Cyrillic}\p{Greek}])[\u200b-\u200d]"
)
_WITH_MARKS = pattern(r"[\p{Arabic}\p{Hebrew}]")
_MARKS = pattern(r"[\u200e\u200f\u061c]")  # of direction, at home beside Arabic and Hebrew


def hidden(text: str) -> str | None:
    """The first character of `text` that hides there (zero-width, direction override), as ``U+202E``; None if none.

    Joiners inside a word of a script that needs them, and direction marks beside Arabic or Hebrew, do not hide.

    >>> hidden("2025\u202e-04"), hidden("پنج\u200cشنبه")
    ('U+202E', None)
    """
    if text.isprintable():  # as all that hides is not
        return None
    match = _HIDDEN.search(text) or _ZERO_WIDTH.search(text)
    if match is None:
        match = _MARKS.search(text)
        if match is None or _WITH_MARKS.search(text):
            return None
    return f"U+{ord(match[0]):04X}"


class _Problem(Exception):
    """A sentence for `Reading.problem`."""


class _Found(NamedTuple):
    """A day, perhaps without its year, and the tokens (or characters) it stands in."""

    year: int | None
    month: int
    day: int
    first: int
    last: int


def read(
    text: str, *, language: str | None = None, near: date | None = None, fallback: Fallback | None = None
) -> Reading:
    """The first date in `text`, a field value of which the first 200 characters are looked at. Raises nothing.

    `language` is a BCP 47 tag; it settles the order of day and month and words that two languages share. `near` is the
    date of publication; it settles a missing year: with a weekday, the one year, from one before `near` to four after,
    in which the day has that weekday; without a weekday, the year that puts the day within 31 days of `near`.
    `fallback` is asked where no date was found, as ``fallback(text, language)``; `with_dateparser` is one.

    >>> read("Tuesday, April 22", near=date(2025, 4, 17)).value
    datetime.date(2025, 4, 22)
    >>> read("Thu, 17 Apr 2025 05:00:00 +0200").value.isoformat()
    '2025-04-17T05:00:00+02:00'
    >>> read("31 February 2025").problem
    "there is no such day as '31 February 2025'"
    """
    text = text[:LONGEST]
    if not text.strip():
        return Reading()
    culprit = hidden(text)
    if culprit:
        return Reading(problem=f"an invisible character ({culprit}) stands in the date")
    try:
        reading = _read_iso(text) or _read_tokens(text, language, near)
    except _Problem as problem:
        return Reading(problem=str(problem))
    if reading is None:
        reading = Reading(problem=_why_none(text, _tokens(text)))
    if reading.value is None and fallback is not None and reading.problem is not None and reading.end == 0:
        return _asked(text, language, fallback) or reading
    return reading


def names_a_day(text: str) -> bool:
    """Whether `read` finds a date in a text, or one that no calendar has; what else there is to say is not asked.

    >>> [names_a_day(one) for one in ("17 April 2025", "31 February 2025", "17 April", "Harbour")]
    [True, True, False, False]
    """
    text = text[:LONGEST]
    if hidden(text):
        return False
    try:
        reading = _read_iso(text) or _read_tokens(text, None, None)
    except _Problem as problem:
        return str(problem).startswith(NO_SUCH_DAY)
    return reading is not None and reading.value is not None


def _asked(text: str, language: str | None, fallback: Fallback) -> Reading | None:
    value = fallback(text, language)
    if value is None or value.year not in YEARS:
        return None
    return Reading(value, None, 0, len(text))


def with_dateparser(text: str, language: str | None = None) -> date | datetime | None:
    """What dateparser reads, day, month and year required; for `read`'s `fallback`.

    Raises `ImportError`, with what to install, where dateparser is missing.
    """
    try:
        import dateparser
    except ImportError:
        raise ImportError("with_dateparser needs dateparser: pip install 'syndclean[dates]'") from None
    languages = [language.split("-")[0]] if language else None
    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    try:
        found: datetime | None = dateparser.parse(text, languages=languages, settings=settings)
    except ValueError:  # a language that dateparser does not know
        found = dateparser.parse(text, settings=settings)
    if found is None:
        return None
    return found if re.search(r"\d[:hH.]\d\d", text) and (found.hour or found.minute) else found.date()


# ---- ISO 8601 ------------------------------------------------------------------------------------------------------


def _read_iso(text: str) -> Reading | None:
    """A value that begins with an ISO 8601 date (calendar, week, ordinal, compact) or holds one with a `T`; or None."""
    inside = _ISO_MOMENT.search(text)
    start = inside.start() if inside else len(text) - len(text.lstrip())
    match = _ISO.match(text, start)
    if match is None or not match[0].isascii() or (match["h"] is None and _MORE_DIGITS.match(text, match.end())):
        return None
    if match["w"] and not match["k"]:
        raise _Problem(f"the day is missing in {match[0]!r}")
    year = int(match["y"])
    if match["cm"] and year not in YEARS:
        return None
    try:
        if match["w"]:
            day = date.fromisocalendar(year, int(match["w"]), int(match["k"]))
        elif match["o"]:
            day = date(year, 1, 1) + timedelta(days=int(match["o"]) - 1)
            if day.year != year:
                raise ValueError
        elif _other_calendar(year):
            return None
        else:
            day = date(year, int(match["m"] or match["cm"]), int(match["d"] or match["cd"]))
    except (ValueError, OverflowError):
        raise _Problem(f"{NO_SUCH_DAY} {match[0]!r}") from None
    _check_year(day.year, match[0])
    end = match.end()
    if match["h"] is None:
        return None if re.search(r"\d[:.h]\d", text) else Reading(day, None, start, end)
    if _HALF_OF_DAY.match(text, end):
        return None
    zone, end = _zone(text, end)
    clock = (int(match["h"]), int(match["i"] or 0), int(match["s"] or 0), match["x"])
    return Reading(_moment(day, clock, zone, match[0]), None, start, end)


def _other_calendar(year: int) -> bool:
    return 1200 <= year <= 1500 or 2343 <= year <= 2643


# ---- every other form ----------------------------------------------------------------------------------------------


def _read_tokens(text: str, language: str | None, near: date | None) -> Reading | None:
    tokens, shape = _shaped(text)
    match = _first_form(shape)
    if match is None:
        return None
    said = text[tokens[match.start()].start : tokens[match.end() - 1].end]
    day = _day(text, tokens, match, language, near, said)
    time = _time(shape, tokens, match)
    first, last = match.start(), match.end() - 1
    start, end = tokens[first].start, tokens[last].end
    if time is None:
        return Reading(day, None, start, end)
    clock, half, low, high = time
    start, end = min(start, tokens[low].start), max(end, tokens[high].end)
    while high + 1 < len(tokens) and _CLOCK in tokens[high + 1].readings:
        high += 1
    zone, after = _zone(text, tokens[high].end)
    return Reading(_moment(day, _twelve(clock, half, said), zone, text[start:end]), None, start, max(end, after))


def _shaped(text: str) -> tuple[tuple[Token, ...], str]:
    """The tokens of a text and their kinds in a row; those of a stamp, whose words are all known, are there already."""
    tokens = _tokens(text, strict=True) or _tokens(text)
    return tokens, "".join(token.kind for token in tokens)


@functools.lru_cache(maxsize=1024)  # dates of the same form have the same shape, on all pages of a site
def _first_form(shape: str) -> "regex.Match[str] | None":
    """The form that begins first, and of those the longest: one with a year, else one without, else eight digits."""
    if "d" not in shape and "C" not in shape:  # one of which every form has
        return None
    for forms in (_FORMS, _YEARLESS, (_COMPACT,)):
        matches = [match for form in forms if (match := form.search(shape))]
        if matches:
            return min(matches, key=lambda match: (match.start(), -match.end()))
    return None


def _why_none(text: str, tokens: Sequence[Token]) -> str:
    if any(token.kind == "?" and text[token.start : token.end].strip(".،") in _HIJRI for token in tokens):
        return f"the Islamic calendar is not read: {text.strip()[:60]!r}"
    if any(_MONTH in token.readings for token in tokens) and any(token.kind == "Y" for token in tokens):
        return f"the day is missing in {text.strip()[:60]!r}"
    if is_relative_time(text):
        return f"{text.strip()[:60]!r} is relative to a moment that nobody wrote down"
    return f"{_NO_DATE} in {text.strip()[:60]!r}"


def _tags(language: str | None) -> list[str]:
    """`zh-Hant-HK` is looked up as itself, `zh-HK` and `zh`; `no` is `nb`."""
    if not language:
        return []
    parts = language.replace("_", "-").split("-")
    base = "nb" if parts[0].lower() == "no" else parts[0].lower()
    regions = [part.upper() for part in parts[1:] if len(part) == 2 or part.isdigit()]
    return ["-".join([base, *parts[1:]]), *(f"{base}-{region}" for region in regions[:1]), base]


def _month(token: Token, tags: list[str], evidence: frozenset[str], said: str) -> int:
    """The month that a word names: in the language of the text, else in the languages of the words beside it."""
    values = token.readings[_MONTH]
    for wanted in (frozenset(tags), evidence):
        fitting = [number for number, languages in values.items() if languages & wanted]
        if len(fitting) == 1:
            return fitting[0]
    if len(values) > 1:
        raise _Problem(f"the month in {said!r} is another one in another language")
    return next(iter(values))


def _evidence(tokens: Sequence[Token], but: int = -1) -> frozenset[str]:
    """The languages that all telling words share, the one at `but` left aside; empty where there is none."""
    sets = []
    for at, token in enumerate(tokens):
        if at != but and token.readings and not (set(token.readings) & {_HALF, _ERA}):
            sets.append(frozenset().union(*(ls for values in token.readings.values() for ls in values.values())))
    return functools.reduce(frozenset.intersection, sets) if sets else frozenset()


def _order(tokens: Sequence[Token], tags: list[str]) -> str | None:
    """The order in which the language, or else the words of the value, write day, month and year; None if unknown."""
    order = _words().order
    for tag in tags:
        if tag in order:
            return order[tag]
    orders = {order.get(language) for language in _evidence(tokens)}
    return orders.pop() if len(orders) == 1 else None


_CLOSE = rf"(?:{_any(_PARTICLE)}|[-,.()|]){{0,3}}"
_BETWEEN = pattern(_CLOSE)
_BESIDE = pattern(rf"{_CLOSE}(?P<w>{_any(_DAY)})")


def _weekdays(shape: str, tokens: Sequence[Token], match: "regex.Match[str]", tags: list[str]) -> frozenset[int] | None:
    """The weekdays that the word beside the date can name; None where none stands there or it need not be one."""
    first = match.start()
    near = [at for at in range(max(0, first - 4), first) if _BETWEEN.fullmatch(shape, at + 1, first)]
    before = [at for at in near if _BESIDE.fullmatch(shape, at, at + 1)]
    behind = _BESIDE.match(shape, match.end())
    inside = (
        [at for at in range(match.start(), match.end()) if at != match.start("M")] if "M" in match.groupdict() else []
    )
    for at in [*before[::-1], *([behind.start("w")] if behind else []), *inside]:
        token = tokens[at]
        if set(token.readings) - {_DAY, _MONTH}:
            continue  # da, um, on: as likely something else
        values = token.readings.get(_DAY, {})
        known = frozenset(day for day, languages in values.items() if languages & {*tags, "en"})
        if values and (known or not tags):
            return known or frozenset(values)
    return None


def _day(
    text: str, tokens: Sequence[Token], match: "regex.Match[str]", language: str | None, near: date | None, said: str
) -> date:
    """The day that a form names. Raises `_Problem` where there is no such day or more than one."""
    tags = _tags(language)
    weekdays = _weekdays("".join(token.kind for token in tokens), tokens, match, tags)
    if "c" in match.groupdict():
        digits = tokens[match.start()].number
        parts: list[tuple[int | None, int, int]] = [(digits // 10000, digits // 100 % 100, digits % 100)]
    else:
        parts = _parts(text, tokens, match, tags, said)
    if parts[0][0] is None:
        parts = [(_missing_year(m, d, weekdays, near, said), m, d) for _, m, d in parts]
    days = [day for day in (_exact(*one) for one in parts) if day is not None]
    if not days:
        for year, _, _ in parts:
            _check_year(year or 0, said)
        raise _Problem(f"{NO_SUCH_DAY} {said!r}")
    _check_year(days[0].year, said)
    if weekdays is not None:
        fitting = [day for day in days if day.weekday() in weekdays]
        if not fitting:
            raise _Problem(f"the weekday beside {said!r} is that of another day")
        days = fitting
    if len(set(days)) > 1:
        raise _Problem(f"the day and the month could be either way round in {said!r}")
    return days[0]


def _exact(year: int | None, month: int, day: int) -> date | None:
    try:
        return date(year or 0, month, day)
    except (ValueError, OverflowError):
        return None


def _check_year(year: int, said: str) -> None:
    if year not in YEARS:
        raise _Problem(f"the year in {said!r} is not one of {YEARS.start} to {YEARS.stop - 1}")


def _parts(
    text: str, tokens: Sequence[Token], match: "regex.Match[str]", tags: list[str], said: str
) -> list[tuple[int | None, int, int]]:
    """Year (None where there is none), month and day; two of them where the order is not known."""
    groups = match.groupdict()
    found = {name: tokens[match.start(name)] for name, value in groups.items() if value}
    year, era = found.get("y"), found.get("e")
    if "a" in found:
        year, months = _by_order(found, _order(tokens, tags), said)
    elif "M" in found and _MONTH not in found["M"].readings:
        return [_from_persian(year, next(iter(found["M"].readings[_PERSIAN])), found["d"].number, said)]
    elif "M" in found:
        months = [(_month(found["M"], tags, _evidence(tokens, match.start("M")), said), found["d"].number)]
    else:
        months = [(found["m"].number, found["d"].number)]
    if year is None:
        return [(None, month, day) for month, day in months]
    persian = tags[-1:] in (["fa"], ["ps"]) or re.search("[۰-۹]", said)
    if era is None and persian and 1200 <= year.number <= 1500:
        return [_from_persian(year, month, day, said) for month, day in months]
    thai = tags[-1:] == ["th"] or re.search("[\u0e00-\u0e7f]", text) is not None
    return [(_common_year(year, era, thai), month, day) for month, day in months]


_DOTTED_DAY = re.compile(r"\d{1,2}\. ?\d{1,2}\. ?\d{4}\.?")


def _by_order(found: dict[str, Token], order: str | None, said: str) -> tuple[Token | None, list[tuple[int, int]]]:
    """The year of a date in numbers and its month and day, both ways round where the order is not known."""
    first, second, year = found["a"], found["b"], found.get("y")
    if year is not None and year.kind == "d":
        if order is None:
            raise _Problem(f"the order of day, month and year in {said!r} is not known")
        if order == "ymd":  # 25.04.17
            return first, [(second.number, year.number)]
        return year, [(second.number, first.number) if order == "dmy" else (first.number, second.number)]
    months = [(second.number, first.number), (first.number, second.number)]
    if order is None and _DOTTED_DAY.fullmatch(said):  # no locale of CLDR puts the month first where points part them
        order = "dmy"
    if order == "mdy":
        months.reverse()
    if order in ("dmy", "mdy"):  # 04/17/2025 can be read in one way only, whatever the language
        months = months[1:] if months[0][0] > 12 else months[:1]
    return year, months


def _common_year(year: Token, era: Token | None, thai: bool) -> int:
    """The year in the common era. Two digits are read as POSIX does (69 to 99: 1969 to 1999), in Thai as Buddhist."""
    number = year.number
    if era is not None:
        return number + next(iter(era.readings[_ERA]))
    if thai and year.kind == "d":
        return number + 2500 - 543
    if thai and 2343 <= number <= 2643:
        return number - 543
    if year.kind == "d":
        return number + (1900 if number > 68 else 2000)
    return number


def _from_persian(year: Token | None, month: int, day: int, said: str) -> tuple[int, int, int]:
    """Solar Hijri to Gregorian by the 33-year cycle, which agrees with the astronomical calendar from 1178 to 1633.

    Source: K. Borkowski, The Persian calendar for 3000 years (1996); 1 Farvardin 1404 is 21 March 2025.
    """
    if year is None or not 1178 <= year.number <= 1633:
        raise _Problem(f"the year of the Persian calendar is missing or out of reach in {said!r}")
    length = 31 if month <= 6 else 30 if month < 12 or _persian_leap(year.number) else 29
    if not (1 <= month <= 12 and 1 <= day <= length):
        raise _Problem(f"{NO_SUCH_DAY} {said!r}")
    start, step = date(2025, 3, 21), 1 if year.number >= 1404 else -1
    days = sum(365 + _persian_leap(y) for y in range(*sorted((1404, year.number)))) * step
    first = start + timedelta(days=days)
    result = first + timedelta(days=(month - 1) * 31 - max(0, month - 7) + day - 1)
    return result.year, result.month, result.day


def _persian_leap(year: int) -> bool:
    return (25 * year + 11) % 33 < 8


def _missing_year(month: int, day: int, weekdays: frozenset[int] | None, near: date | None, said: str) -> int:
    """The year that was not written. The window with a weekday is one in which no weekday comes back to a date."""
    if near is None:
        raise _Problem(f"the year is missing in {said!r}")
    near = date(near.year, near.month, near.day)
    before, after = (366, 1459) if weekdays is not None else (31, 31)
    fitting = []
    for year in range(near.year - 2, min(near.year + 6, MAXYEAR)):
        one = _exact(year, month, day)
        if one and -before <= (one - near).days <= after and (weekdays is None or one.weekday() in weekdays):
            fitting.append(one)
    if len({one.year for one in fitting}) != 1:
        fits = "fits the weekday" if weekdays is not None else "is near"
        raise _Problem(f"the year is missing in {said!r} and none {fits} about {near.isoformat()}")
    return fitting[0].year


# ---- time and zone -------------------------------------------------------------------------------------------------

_Clock = tuple[int, int, int, str | None]


def _time(
    shape: str, tokens: Sequence[Token], match: "regex.Match[str]"
) -> tuple[_Clock, frozenset[int] | None, int, int] | None:
    """The time beside a date (behind it, inside it, or in front of it) and the tokens it stands in."""
    link = _LINK.match(shape, match.end())
    after = link.end() if link else match.end()
    for at in dict.fromkeys((after, match.end())):
        for form in _TIMES:
            found = form.match(shape, at)
            if found:
                return _clock(tokens, found)
        back = at
        while back > match.end() and not tokens[back - 1].readings:
            back -= 1
        if back > match.end() and back != at and _TIMES[0].match(shape, back):
            return _clock(tokens, _TIMES[0].match(shape, back))
    inside = re.search(r"d:d", shape[match.start() : match.end()])
    if inside:
        return _clock(tokens, _TIMES[0].match(shape, match.start() + inside.start()))
    for form in _TIMES[:3]:
        for found in form.finditer(shape, 0, match.start()):
            gap = shape[found.end() : match.start()]
            if (
                len(gap) <= 8
                and all(kind >= "\ue000" or kind in "-,.|()~/;?+dY:" for kind in gap)
                and not (form is _DOTTED and not gap)
            ):
                return _clock(tokens, found)
    return None


def _clock(
    tokens: Sequence[Token], found: "regex.Match[str] | None"
) -> tuple[_Clock, frozenset[int] | None, int, int] | None:
    if found is None:
        return None
    groups = found.groupdict()
    hour, minute, second = (tokens[found.start(n)].number if groups.get(n) else 0 for n in "his")
    fraction = None
    half = next((tokens[found.start(n)] for n in "pq" if groups.get(n)), None)
    halves = frozenset(half.readings[_HALF]) if half is not None else None
    if half is not None and len(half.readings) > 1 and groups.get("i") and half.end - half.start < 2:
        halves = None
    return (hour, minute, second, fraction), halves, found.start(), found.end() - 1


def _twelve(clock: _Clock, half: frozenset[int] | None, said: str) -> _Clock:
    """The time on a clock of 24 hours. `15:30 PM` is 15:30; `15:30 AM` is a problem."""
    hour, minute, second, fraction = clock
    if half is None or len(half) > 1:
        return clock
    (pm,) = half
    if hour > 12:
        if not pm:
            raise _Problem(f"the time beside {said!r} is before noon and after it at once")
        return clock
    return (hour % 12 + 12 * pm, minute, second, fraction)


def _moment(day: date, clock: _Clock, zone: timezone | None, said: str) -> datetime:
    hour, minute, second, fraction = clock
    over = hour == 24 and minute == second == 0  # ISO 8601: the end of the day
    try:
        micro = int((fraction or "0")[:6].ljust(6, "0"))
        moment = datetime(day.year, day.month, day.day, 0 if over else hour, minute, second, micro, zone)
        return moment + timedelta(days=1) if over else moment
    except (ValueError, OverflowError):
        raise _Problem(f"there is no such time as in {said!r}") from None


def _zone(text: str, at: int) -> tuple[timezone | None, int]:
    """The zone that stands at `at`, and where it ends; None where none stands there or it means several offsets."""
    match = _ZONE.match(text, at)
    if match is None:
        return None, at
    offset = match["u"] or match["o"] or match["b"]
    if offset:
        digits = offset[1:].replace(":", "")
        hours, odd = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
        minutes = 60 * hours + odd
        if minutes > 14 * 60 or odd >= 60:
            return None, at
        return timezone(timedelta(minutes=minutes if offset[0] == "+" else -minutes)), match.end()
    known = _ZONES.get(match["n"].casefold())
    return (None, at) if known is None else (timezone(timedelta(minutes=known)) if known else UTC, match.end())


# ---- whole lines ---------------------------------------------------------------------------------------------------

_OFFSET = pattern(  # at the end of a stamp, behind a time
    r"(?<=\d\d?\s?)[(\[]?(?:(?:UTC|GMT)\s?[+−-]\d{1,2}(?::?\d\d)?|(?<=:\d\d\s?)[+−-]\d\d:?\d\d)[)\]]?$"
    r"|\((?:[01]?\d|2[0-3])[:.]?[0-5]\d (?:GMT|UTC)\)$"  # the same time elsewhere
)
_DIGIT = re.compile(r"[\d月日](?:(?<=\d)|(?<=[一二三四五六七八九十].))")


@functools.lru_cache(maxsize=2048)
def is_date_line(text: str) -> bool:
    """Whether a short line is a date or time stamp and nothing else, in any language of the table.

    The year may be missing beside a day and a month; a month with a year is no stamp. What cannot be a day (31
    February) is no stamp either; a day and a month that could be either way round is one.

    >>> [is_date_line(one) for one in ("jeudi 17 avril 2025", "17.04.2025, 05:00 Uhr", "April 2025", "2 April men")]
    [True, True, False, False]
    >>> is_date_line("2025-04-17T05:00:00Z")
    True
    """
    text = text.strip()
    if not 4 <= len(text) <= STAMP or not _DIGIT.search(text):
        return False
    if _ISO_STAMP.fullmatch(text):
        return read(text).value is not None
    tokens = _tokens(_OFFSET.sub("", text) if text[-1] in ")]" or text[-1].isdigit() else text, strict=True)
    if not tokens:
        return False
    shape = "".join(token.kind for token in tokens)
    found = 0
    for _ in range(3):
        match = _first_form(shape) or _alone(shape)
        if match is None or not _plausible(tokens, match):
            break
        found += 1
        shape = _without(match.span(), shape)
    return found > 0 and not set(shape) & set("dYCnyhis") and not is_relative_time(text)  # 20 m ago: ago is August


@functools.lru_cache(maxsize=1024)
def _without(span: tuple[int, int], shape: str) -> str:
    """A shape with commas for a date, and for the times beside it."""
    start, end = span
    shape = shape[:start] + "," * (end - start) + shape[end:]
    for form in (_DOTTED, *_TIMES):  # 20.15 Uhr is more than 15 Uhr
        shape = form.sub(lambda m: "," * len(m[0]), shape, count=1)
    return shape


def is_time(text: str) -> bool:
    """Whether a stamp is a time of day without a day, as the length of a film is.

    >>> is_time("20:15"), is_time("3 March 2025, 20:15")
    (True, False)
    """
    if not is_date_line(text) or _first_form(_shaped(text)[1]) is not None:
        return False
    return (read(text).problem or "").startswith(_NO_DATE)


_ALONE = pattern(
    rf"^(?:{_any(_PARTICLE + _CLOCK)})*(?P<h>d)(?:[:.]|{_H})(?P<i>d)(?::d)?(?:{_any(_HALF + _CLOCK)})*[.]?$"
)


def _alone(shape: str) -> "regex.Match[str] | None":
    """A time and nothing else."""
    return _ALONE.search(shape)


def _plausible(tokens: Sequence[Token], match: "regex.Match[str]") -> bool:
    groups = match.groupdict()
    number: dict[str, Token] = {name: tokens[match.start(name)] for name, value in groups.items() if value}
    if "h" in number:
        hours, minutes = number["h"], number["i"]
        return 0 <= hours.number < 24 and 0 <= minutes.number < 60 and minutes.end - minutes.start == 2
    if "c" in number:
        return number["c"].number // 10000 in YEARS and 1 <= number["c"].number // 100 % 100 <= 12
    year = number.get("y")
    if year is not None and year.kind == "n":
        return False
    if "M" in number and _MONTH in number["M"].readings:
        months = number["M"].readings[_MONTH]
        return any(_exact(2024, month, number["d"].number) for month in months)
    low = [number[name].number for name in "dab" if name in number]
    return all(1 <= one <= 31 for one in low) and ("m" not in number or 1 <= number["m"].number <= 12)


def languages(text: str) -> frozenset[str]:
    """The languages (primary tags) in which every word of a date stamp is a month, a day or the like; empty where none.

    >>> sorted(languages("Tuesday, April 22")), sorted(languages("22.04.2025"))
    (['en'], [])
    """
    said = [
        frozenset().union(*(tags for numbers in token.readings.values() for tags in numbers.values()))
        for token in _tokens(text[:STAMP], strict=True)
        if token.readings
    ]
    known = [tags for tags in said if tags]
    return frozenset.intersection(*known) if known else frozenset()


_RELATIVE = pattern(r"\d{1,4}")
_LONGEST_RELATIVE = 40  # letters; the table has none of thirty
_LONGEST_WORDS = 32  # code points of one without a number; the table has none of twenty-five
_ANY_DIGIT, _NUMBER = re.compile(r"\d"), re.compile(r"\d[\d.]*")
_MOST_NUMBERS = 2  # how long ago and a count, or a time of day


def _relative_key(text: str) -> str:
    """A relative time without case, dots, white space and number."""
    return str(_RELATIVE.sub("0", _folded(text), count=1)).replace(" ", "")


@functools.lru_cache(maxsize=2048)
def is_relative_time(text: str) -> bool:
    """Whether a short line says how long ago something was and nothing else; a bare count may follow.

    >>> [is_relative_time(one) for one in ("2 hours ago", "il y a 3 heures", "3小时前", "1 month ago 10", "2 men ago")]
    [True, True, True, True, False]
    """
    text = text.strip().strip("•·|,()-–—").strip()
    if not 2 <= len(text) - text.count(" ") <= _LONGEST_RELATIVE:
        return False
    words = _words()
    if not _ANY_DIGIT.search(text):
        folded = _folded(text) if len(text) <= _LONGEST_WORDS else ""
        return folded in words.days or folded.replace(" ", "") in words.relative
    if text.isascii() and len(_NUMBER.findall(text)) > _MOST_NUMBERS:
        return False
    if _relative_key(text) in words.relative:
        return True
    head, _, count = text.rpartition(" ")
    if count.isdecimal() and _relative_key(head) in words.relative:
        return True
    return _day_and_time(text, words)


_CLOCK_TAIL = pattern(r"[,|]?\s(?:\p{L}{1,8}\.?\s)?\d{1,2}[:.h]\d\d(?:\s?(?:[ap]\.?m\.?|uhr))?$", regex.IGNORECASE)


def _day_and_time(text: str, words: _Words) -> bool:
    """`Yesterday, 17:20`."""
    tail = _CLOCK_TAIL.search(text)
    return tail is not None and _folded(text[: tail.start()].rstrip(" ,|")) in words.days
