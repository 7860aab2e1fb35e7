"""Quotation marks: which of them open, which close, and which a typographer turned the wrong way.

A mark by itself says little: ``"`` opens and closes, ``“`` opens in English and closes in German, ``»`` opens in Danish
and closes in French, and where a space is missing a typographer looks at the wrong neighbour. So all marks of a text
are read together: for every family of marks the cheapest way through the text, inside and outside a quotation, is found
in one pass (dynamic programming over two states, linear in the number of marks).
"""

import functools
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from syndclean.rule import Change, TextRule
from syndclean.rules import words

OPEN, CLOSE, NONE = "open", "close", "none"

# Unicode Standard, chapter 6.2 (Quotation marks): one family pairs with itself, two families nest in each other.
DOUBLE, ANGLE, SINGLE, SINGLE_ANGLE = '"“”„‟', "«»", "'‘’‚‛", "‹›"
MARKS = DOUBLE + ANGLE + SINGLE + SINGLE_ANGLE
# A character class leads every pattern here, so that `re` runs over the rest. An apostrophe between letters is no mark.
_FIND = re.compile(f"[{re.escape(MARKS)}](?:(?<=[^'’])|(?<!\\w.)|(?!\\w))", re.DOTALL)


def is_mark(text: str, at: int) -> bool:
    """Whether a quotation mark stands at an offset, and no apostrophe between letters.

    >>> is_mark("It isn't", 6), is_mark("He said: 'no'", 9)
    (False, True)
    """
    return _FIND.match(text, at) is not None


def marked(text: str, start: int, end: int) -> bool:
    """Whether a quotation mark may stand in a stretch of a text; it looks no further, so that one at its end counts.

    >>> marked("It isn't", 0, 8), marked("He said: 'no'", 0, 13)
    (False, True)
    """
    return _FIND.search(text, start, end) is not None


_FAMILY = {mark: family for family in (DOUBLE, ANGLE, SINGLE, SINGLE_ANGLE) for mark in family}

# What a mark may cost by its neighbours, in steps of surprise. The neighbour is
# n: nothing (line start or end), s: space, w: small letter, W: capital, d: digit, k: letter of a script without case,
# h: Hebrew letter, t: sentence end, c: comma or colon, o: opening bracket, x: closing one, -: dash, q: another mark,
# z: anything else.
_OPEN_BEHIND = {
    "n": 0, "s": 0, "w": 2.5, "W": 2.5, "d": 2.5, "k": 0.3, "h": 0.3,
    "t": 0.8, "c": 1.2, "o": 0, "x": 1.5, "q": 0.3, "z": 0.5, "-": 0.2,
}  # fmt: skip
_OPEN_BEFORE = {
    "n": 6, "s": 3.5, "w": 0, "W": 0, "d": 0, "k": 0, "h": 0,
    "t": 2.0, "c": 4, "o": 0.3, "x": 4, "q": 0.3, "z": 0.3, "-": 0.8,
}  # fmt: skip
_CLOSE_BEHIND = {
    "n": 5, "s": 3, "w": 0, "W": 0, "d": 0, "k": 0, "h": 0,
    "t": 0, "c": 0, "o": 3, "x": 0, "q": 0.3, "z": 0.3, "-": 0.6,
}  # fmt: skip
_CLOSE_BEFORE = {
    "n": 0, "s": 0, "w": 1.5, "W": 1, "d": 1.2, "k": 0, "h": 0,
    "t": 0, "c": 0, "o": 0.8, "x": 0, "q": 0.3, "z": 0.3, "-": 0.2,
}  # fmt: skip
# What it costs to open again what is open (a paragraph of a long quotation, or anywhere), to open within, to close what
# is not open, to leave open where a paragraph ends, and to go on there.
_REOPENED, _NESTED, _WITHIN, _STRAY, _UNCLOSED, _GOES_ON = 0.6, 2.5, 1.6, 3.0, 0.6, 1.0
_KNOWN = {" ": "s", "\n": "n", "…": "t", ".": "t", "!": "t", "?": "t", ",": "c", ";": "c", ":": "c", "(": "o", "[": "o",
          "{": "o", "¿": "o", "¡": "o", "/": "o", ")": "x", "]": "x", "}": "x"} | dict.fromkeys(MARKS, "q")  # fmt: skip


@functools.lru_cache(maxsize=4096)
def _kind(character: str) -> str:
    """The class of a neighbour, as listed above."""
    known = _KNOWN.get(character)
    if known or "\u05d0" <= character <= "\u05ea":
        return known or "h"
    category = unicodedata.category(character)
    return {"Ll": "w", "Lu": "W", "Lt": "W", "Lo": "k", "Lm": "k", "Mn": "k", "Mc": "k", "Nd": "d", "Pd": "-",
            "Zs": "s", "Ps": "o", "Pe": "x"}.get(category, "t" if character in "।॥؟۔։።。！？" else "z")  # fmt: skip


class Style(NamedTuple):
    """What a text tells about its own use of the marks that mean two things."""

    low: bool  # „ opens, so “ closes
    same: bool  # ” opens and closes (Swedish, Finnish)
    inward: bool  # »so«
    angle_same: bool  # »so» (Swedish, Finnish)
    single_low: bool  # ‚so‘


class Mark(NamedTuple):
    """A quotation mark at `at` and what it does: `OPEN`, `CLOSE`, or `NONE` (an apostrophe, inches)."""

    at: int
    role: str


class Reading:
    """All marks of a text with their roles.

    >>> reading = read('He said "yes."She said "no."')
    >>> [(mark.at, mark.role) for mark in reading.marks]
    [(8, 'open'), (13, 'close'), (23, 'open'), (27, 'close')]
    >>> reading.role(13), reading.role(1), reading.quotation_around(10)
    ('close', None, (8, 13))
    """

    __slots__ = ("_marks", "_pairs", "_roles", "style")

    def __init__(self, roles: dict[int, str], style: Style) -> None:
        self.style = style
        self._roles = roles
        self._marks: list[Mark] | None = None
        self._pairs: list[tuple[int, int]] | None = None

    @property
    def marks(self) -> list[Mark]:
        """The marks in order; most who ask want the role of one, so the list is made when it is first asked for."""
        if self._marks is None:
            self._marks = [Mark(*mark) for mark in sorted(self._roles.items())]
        return self._marks

    def role(self, at: int) -> str | None:
        """What the mark at an offset does; None where no mark stands."""
        return self._roles.get(at)

    def quotation_around(self, at: int) -> tuple[int, int] | None:
        """The opening and the closing mark next around an offset, where both are the nearest of their sort."""
        if self._pairs is None:
            self._pairs = [
                (mark, then)
                for (mark, role), (then, its_role) in pairwise(sorted(self._roles.items()))
                if role == OPEN and its_role == CLOSE
            ]
        n = bisect_right(self._pairs, (at,)) - 1
        return self._pairs[n] if n >= 0 and self._pairs[n][0] < at <= self._pairs[n][1] else None


@functools.lru_cache(maxsize=2)  # who reads the marks asks for it, and before who only glances at them
def _style(text: str) -> Style:
    glyphs = {glyph for glyph in _TELLING if glyph in text}
    inward = outward = 0
    if "»" in glyphs or "›" in glyphs:
        inward = len(_INWARD.findall(text))
        outward = len(_OUTWARD.findall(text))
    lows = text.count("„") if "„" in glyphs else 0
    low = lows > 0 and (lows >= len(_HIGH.findall(text)) or len(_LOW_CLOSED.findall(text)) > text.count("”"))
    return Style(
        low=low,
        same="”" in glyphs and "„" not in glyphs and "“" not in glyphs,
        inward=inward > outward,
        angle_same="»" in glyphs and "«" not in glyphs,
        single_low="‚" in glyphs,
    )


_TELLING = "„“”‚«»›"
_LOW_CLOSED = re.compile(r"“(?=[\s.,;:!?]|\Z)(?<=\S.)")
_HIGH = re.compile(r"“(?=\w)(?<=\s.)")
_INWARD = re.compile(
    r"[»›«‹](?:(?<=[»›])(?=\w)(?:(?<=\s.)|(?<=\A.))|(?<=[\w.!?…][«‹])(?=[.,;:!?\n]|\Z))"
)
_OUTWARD = re.compile(
    r"[«‹»›](?:(?<=[«‹])(?:(?=\w)(?:(?<=\s.)|(?<=\A.))|(?=\s\w)(?:(?<=[\s.!?…:].)|(?<=\A.)))"
    r"|(?<=[\w.!?…\s][»›])(?=[.,;:!?،؛؟۔\n]|\Z))"
)


@functools.lru_cache(maxsize=8192)
def _costs(around: str, style: Style) -> tuple[float, float, float, float]:
    """What it costs to read the second of three characters as a mark that opens (outside, and inside a quotation), as
    one that closes, and as none."""
    glyph, behind, before = around[1], _kind(around[0]), _kind(around[2])
    opens = _OPEN_BEHIND[behind] + _OPEN_BEFORE[before]
    closes = _CLOSE_BEHIND[behind] + _CLOSE_BEFORE[before]
    none = 3.0
    if glyph in DOUBLE:
        by_open, by_close = {
            '"': (0.0, 0.0),
            "“": (1.2, 0.0) if style.low else (0.0, 2.5),
            "”": (0.2, 0.0) if style.same else (2.0, 0.0),
        }.get(glyph, (0.0, 4.0))
        none = 4.0 if glyph not in '"”' else 1.0 if behind == "d" else 3.0
        if behind == before == "h":
            none = 0.0  # an abbreviation: צה"ל
    elif glyph in ANGLE + SINGLE_ANGLE:  # French sets a space inside: « so »
        first = (glyph in "«‹") != style.inward
        opens -= 3.2 if before == "s" and first else 0
        closes -= 2.7 if behind == "s" and not first else 0
        by_open, by_close = (0.0, 4.0) if first else (4.0, 0.0)
        if style.angle_same:
            by_open = by_close = 0.0
    else:
        by_open, by_close = {
            "'": (0.4, 0.3),
            "’": (2.5, 0.2),
            "‘": (0.1, 0.2 if style.single_low else 1.5),
        }.get(glyph, (0.3, 4.0))
        none = 0.4 if behind in "wWdkh" else 2.0 if before not in "wWdkh" or (before == "W" and behind == "t") else 0.9
        if glyph in "‘‚‛":
            none += 0.8
    nested = _REOPENED if behind in "tqn" and before in "wWdkho" else _NESTED
    return opens + by_open, opens + by_open + nested, closes + by_close, none


def _around(text: str, at: int) -> str:
    """The mark at an offset between its neighbours."""
    return text[at - 1 : at + 2] if 0 < at < len(text) - 1 else f"\n{text}\n"[at : at + 3]


def may(text: str, at: int, role: str) -> bool:
    """Whether a mark that stands at an offset can do this by its look, whatever the others do.

    A glance that saves reading them all: most marks that open stand behind a space and before a letter.

    >>> may("He said “yes” to all.", 8, CLOSE), may("He said “yes” to all.", 12, CLOSE)
    (False, True)
    """
    return _excluded(_around(text, at), _style(text)) != role and is_mark(text, at)


@functools.lru_cache(maxsize=8192)
def _excluded(around: str, style: Style) -> str | None:
    """What the second of three characters does on no cheapest way (`_path`), for another way costs less.

    From any mark on it costs at most `_NESTED` more to go on inside a quotation than outside, for all that can be open
    then is closed or opened again; and at most `_STRAY` more to go on outside. So a mark does not close where it would
    rather open again, and does not open where it would rather be none, or close what is not open.
    """
    if around[1] not in _FAMILY:
        return None
    opens, again, closes, none = _costs(around, style)
    if again + _NESTED + _CLEARLY < closes:
        return CLOSE
    return OPEN if min(none, closes + _STRAY) + _STRAY + _CLEARLY < opens else None


_CLEARLY = 0.1  # more than adding up in another order can make


@functools.lru_cache(maxsize=2)  # the rule that turns marks and the judges of joints ask about the same text
def read(text: str) -> Reading:
    """What every quotation mark of a text does. Linear in the length of the text.

    >>> [mark.role for mark in read("„Ja“, sagte er.„Nein.“").marks]
    ['open', 'close', 'open', 'close']
    """
    families: dict[str, list[int]] = {}
    for at in [match.start() for match in _FIND.finditer(text)]:
        families.setdefault(_FAMILY[text[at]], []).append(at)
    style = _style(text) if families else _NO_STYLE
    roles: dict[int, str] = {}
    for own in families.values():
        roles.update(zip(own, _path(text, own, style), strict=True))
    return Reading(roles, style)


_NO_STYLE = Style(False, False, False, False, False)


_CLOSES, _NONES, _OPENS = ([(role, state) for state in range(3)] for role in (CLOSE, NONE, OPEN))


def _path(text: str, spots: list[int], style: Style) -> list[str]:
    """The roles of the marks of one family: the cheapest way through three states: outside, inside, twice inside."""
    depth = (0.0, 9.0, 18.0)  # what it costs to be there
    ways: list[
        tuple[tuple[str, int], ...]
    ] = []  # for each mark and each state behind it: its role and the state before
    last, end, costs = 0, len(text) - 1, _costs
    for at in spots:
        fell = 0  # where the cheapest way outside comes from
        out, one, two = depth
        if text.find("\n", last, at) >= 0:  # a quotation that is not closed where a paragraph ends, is over or goes on
            if one + _UNCLOSED < out:
                out, fell = one + _UNCLOSED, 1
            if two + 2 * _UNCLOSED < out:
                out, fell = two + 2 * _UNCLOSED, 2
            one, two = one + _GOES_ON, two + 2 * _GOES_ON
        last = at
        opens, again, closes, none = costs(text[at - 1 : at + 2] if 0 < at < end else _around(text, at), style)
        # of ways that cost the same closing goes before none and none before opening, then the one from further outside
        zero, to_zero = one + closes, _CLOSES[1]
        stray = out + closes + _STRAY
        if stray < zero or (stray == zero and fell < 1):
            zero, to_zero = stray, _CLOSES[fell]
        if out + none < zero:
            zero, to_zero = out + none, _NONES[fell]
        first, to_first = two + closes, _CLOSES[2]
        if one + none < first:
            first, to_first = one + none, _NONES[1]
        opened, come = out + opens, fell
        if one + again < opened or (one + again == opened and fell > 1):
            opened, come = one + again, 1
        if opened < first:
            first, to_first = opened, _OPENS[come]
        second, to_second = two + none, _NONES[2]
        if one + opens + _WITHIN < second:
            second, to_second = one + opens + _WITHIN, _OPENS[1]
        depth = (zero, first, second)
        ways.append((to_zero, to_first, to_second))
    ends = (depth[0], depth[1] + _UNCLOSED, depth[2] + 2 * _UNCLOSED)
    state = ends.index(min(ends))
    roles: list[str] = []
    for way in reversed(ways):
        role, state = way[state]
        roles.append(role)
    roles.reverse()
    return roles


_SUSPECTED = "”“»«"  # by their look these may close
_SUSPECT = re.compile(rf"[{_SUSPECTED}](?=[\w¿¡…])(?:(?<=\n.)|(?<=\A.))")


def turned(text: str, reading: Reading | None = None) -> Iterator[Change]:
    """The marks at the beginning of a line that open a quotation and look as if they closed one.

    Such a mark stood right behind the line before, and a typographer took it for the end of something. It is turned
    only where the mark that closes the same quotation stands in the same line, and tells what the pair must look like.

    >>> [change.text for change in turned("”We left.” That is all.\\nShe “knew”.")]
    ['“']
    """
    suspects = _suspects(text)
    if not suspects:
        return
    reading = reading or read(text)
    for at in suspects:
        closing = _closing(text, at, reading)
        if closing is None or (reading.style.same and text.count(" ", at, closing) < 2):
            continue
        cased = text[at + 1].lower() != text[at + 1].upper()  # else no Scandinavian wrote it
        tag = _tag(text, at) if cased else "und"
        if text[at] == "”" and _swedish(text, tag, reading.style):
            continue
        glyph = _proper(text[at], text[closing], reading.style, tag)
        if glyph:
            yield Change(at, at + 1, glyph)


def _tag(text: str, at: int) -> str | None:
    """The language of the text, as far as the mark at an offset asks for it: the others mean the same everywhere."""
    return words.language(text) if text[at] in "”»" else None


def _swedish(text: str, tag: str | None, style: Style) -> bool:
    """Whether ” may well open in the text."""
    if tag == "und":
        return False
    if tag in _SAME_BOTH_SIDES:
        return True
    return style.same and (tag is None or _OPENS_WITHIN.search(text) is not None)


def _suspects(text: str) -> list[int]:
    """Marks that close by their look, at the beginning of a line, with text right behind; most texts have none."""
    marks = _SUSPECTED if "„" in text else _SUSPECTED.replace("“", "")  # else “ opens, and is not turned (`_proper`)
    if text[:1] not in marks and not any(mark in text and f"\n{mark}" in text for mark in marks):
        return []
    spots = [match.start() for match in _SUSPECT.finditer(text)]
    return [at for at in spots if text[at] == "”" or (text[at] in marks and _again(text, at))]


def _again(text: str, at: int) -> bool:
    """Whether the mark stands in its line again: any but ” is turned only where the same one closes (`_proper`)."""
    end = text.find("\n", at)
    return text.find(text[at], at + 1, end if end >= 0 else len(text)) >= 0


# CLDR 44, quotationStart and quotationEnd are the same mark (or often are, in print).
_SAME_BOTH_SIDES = ("sv", "fi", "nb", "da")
_OPENS_WITHIN = re.compile(r"[^\S\n]”\w")


def _closing(text: str, at: int, reading: Reading) -> int | None:
    """Where the quotation that the mark at `at` opens is closed, in the same line; None where it is not."""
    if reading.role(at) != OPEN:
        return None
    family = _FAMILY[text[at]]
    n = bisect_right(reading.marks, (at, "~"))
    for mark in reading.marks[n : n + 16]:
        if _FAMILY[text[mark.at]] == family and mark.role != NONE:
            same_line = text.find("\n", at, mark.at) < 0
            return mark.at if mark.role == CLOSE and same_line else None
    return None


# CLDR 44, quotationStart „ with quotationEnd ”; elsewhere a text in which ” closes opens with “.
_LOW_AND_HIGH = ("pl", "ro", "hu", "sh", "mk", "nl")


def _proper(glyph: str, closing: str, style: Style, tag: str | None) -> str | None:
    """The mark that opens what `closing` closes; None where `glyph` may well be right."""
    if glyph == "”" and closing == "“":
        return "„"
    if glyph == "”":
        return "„" if style.low and tag in _LOW_AND_HIGH else "“"
    if glyph == "“" and style.low and closing == "“":
        return "„"
    if glyph == closing == "»" and not style.inward and not (style.angle_same and (tag or "fi") in _SAME_BOTH_SIDES):
        return "«"
    if glyph == closing == "«":  # nowhere opens and closes
        return "»"
    return None


TURNED = TextRule(
    "quote/turned",
    "Where a break was missing, a typographer looked at the wrong side and made a closing mark of an opening one.",
    find=turned,
    hits=(
        (
            "They waited for the boats in the harbour.\n”The boats have gone,” she said.",
            "They waited for the boats in the harbour.\n“The boats have gone,” she said.",
        ),
        ("“Oui.”\n”Les bateaux sont partis.”", "“Oui.”\n“Les bateaux sont partis.”"),
        ("Řekl „ano“.\n“Nevíme nic,“ dodala.", "Řekl „ano“.\n„Nevíme nic,“ dodala."),
        ("Nie wiem, czy to jest „tak”.\n”Nie wiem”, dodała.", "Nie wiem, czy to jest „tak”.\n„Nie wiem”, dodała."),
        ("»Il pleut» «dit-il»", "«Il pleut» «dit-il»"),
        ("Es regnet.\n«Wir gehen«, sagte sie. »Nein.«", "Es regnet.\n»Wir gehen«, sagte sie. »Nein.«"),
        ("배가 갔다.\n”아무도 우리에게 말하지 않았다”고 했다.", "배가 갔다.\n“아무도 우리에게 말하지 않았다”고 했다."),
        ("غادرت السفن.\n»لم يخبرنا أحد بذلك»، قالت.", "غادرت السفن.\n«لم يخبرنا أحد بذلك»، قالت."),
        (
            "Hon skrev «ja» på tavlan.\n»Båtarna har gått i dag», sa hon.",
            "Hon skrev «ja» på tavlan.\n«Båtarna har gått i dag», sa hon.",
        ),
        (
            "It rained.\n”The boats have gone” is what she said to us all.",
            "It rained.\n“The boats have gone” is what she said to us all.",
        ),
    ),
    misses=(
        "“The boats have gone,” she said.",
        "„Das geht“, sagte sie.\n„Nein.“",
        "”Båtarna har gått”, sa hon.\n”Ja.”",
        "»Das geht«, sagte sie.\n»Nein.«",
        "»Veneet lähtivät», hän sanoi.",
        "«Les bateaux», dit-elle.",
        "„A tak“, řekl.\n“Yes,” he wrote.",
        "She said: “No.\n” Then she left.",
        "５「はい」と言った。",
        "It rained in the town and nobody came.\n”Gone” is what she said to us all.",
        "They said ”so” and ”no” in the harbour.\n”The boats have gone,” she said.",
        "”Vatten, bröd, salt”",
        "“Yes.” She left.\n”Nobody knew what to do",
    ),
)

RULES: tuple[TextRule, ...] = (TURNED,)
