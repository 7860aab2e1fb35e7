"""Notices behind the last sentence of a line, where what stood below the article lost its own: `… six weeks. (AFP)`."""

import functools
import re
from collections.abc import Callable, Mapping
from itertools import groupby
from operator import attrgetter

from syndclean import facts
from syndclean.rules import fields, notices, wires

_REACH = 320  # code points at the end of a line, in which its notices stand
_SHORT = 70  # code points, in which no sentence has a notice of several words behind it
_ABBREVIATED = 8  # code points: shorter, and what stands before a notice is no sentence
_TRIED = 10  # sentences at the end of a line
_MOST = 6  # notices on a line
_LEAST = 7.0  # nats: what a rule that sees a notice says at least

# A notice begins behind a sentence. One with a sign of its own also begins behind an address or a name.
_ENDS = r".!?…。！？।۔»”\"’)\]）】"
_SIGN = (
    r"[(（\[【<©ⓒ]|SOURCE\s|(?i:copyright)\b|-{1,2}\s?[A-Z]|[-–—]{1,2}\s?(?:\(|[\w.]{2,24}\s{0,4}\Z)|/{1,2}\s?\w"
    r"|(?:19|20)\d\d\s\w|Enditem\b|[A-Z]{2,12}/\("
    r"|(?:[A-Z]{2,5}|[a-z]{3})(?:[ /-][A-Za-z\d]{1,5}){0,5}\s{0,4}\Z|\S{1,40}@|[가-힣 ]{2,12}\s\S{1,40}@"
    r"|[^\W\d_]{2,8}(?:[/-][^\W_]{1,8}){1,6}\s{0,4}\Z"
)
_BY_ITSELF = r"SOURCE\s|©|ⓒ|\((?:END|c)\)|(?:Copyright|COPYRIGHT)\s[©(\d]|The post\s|Der Beitrag\s|/CONTACT:\s"


def _begun(sign: str) -> "re.Pattern[str]":
    """What finds the last character before a notice that begins with a sign, and the white space between.

    A class of characters leads, so that `re` runs from one of these to the next.
    """
    by_itself = rf"(?<=\s)(?={_BY_ITSELF})(?<!(?i:copyright)\s)"
    return re.compile(rf"[{_ENDS}\s](?:(?<=[{_ENDS}])\s{{0,4}}(?={sign})|{by_itself})")


_SIGNED = _begun(_SIGN)
_SENTENCE = _begun(r"[^\W\d_]|[(（\[【<©ⓒ@-]|\d")
# Without a year and without reserved rights, a sign of copyright credits a picture.
_OF_A_PICTURE = re.compile(r"(?:©|ⓒ|\(c\))(?!.{0,300}(?:19|20)\d\d)", re.I | re.S)
_COPYRIGHT = re.compile(r"[©ⓒ]|(?i:copyright)")
_A_SIGN = re.compile(r"(?:[©ⓒ]|\(c\))\s{0,4}", re.I)
_BEHIND_A_SIGN = re.compile(r"(?:[©ⓒ]|\(c\))\s?\Z", re.I)
_SAID = re.compile(rf"[{_ENDS}]\s")  # a sentence, and something behind it
_GATE = attrgetter("gate")
_INITIALS = re.compile(r"[A-Z]{2,4}(?:/[A-Z]{2,4}){1,3}")  # of who wrote and who edited
_PLAIN_END = re.compile(r"\w{1,5}\W{0,4}")  # End, 30: as a word behind a sentence it may be the article's


Reader = tuple[str, Callable[[str], Mapping[str, str] | None]]


@functools.cache
def _readers() -> tuple[tuple[Callable[[str], object] | None, tuple[Reader, ...]], ...]:
    """The roles and readers of the rules that may see a notice, those in a row with the same gate behind it."""
    rules = (
        rule
        for rule in (*wires.RULES, *notices.RULES, *fields.RULES)
        if (rule.weight >= _LEAST and rule.kind == "footer" and rule.gate is not fields.pair)
        or rule.id.startswith(("wire/end-", "wire/initials", "field/words-and-address"))
    )
    return tuple((gate, tuple((rule.role, rule.reader) for rule in own)) for gate, own in groupby(rules, _GATE))


def behind(line: str) -> list[int]:
    """Where the notices begin that stand behind the last sentence of a line, in order.

    >>> behind("The harbour is open again. (AFP)"), behind("The harbour (Ellery) is open again.")
    ([26], [])
    >>> behind("The harbour is open again. JL/ABE")
    [26]
    """
    out = _behind(line)
    while 0 < len(out) < _MOST and (more := _behind(line[: out[0]])):  # what is left is a line as well
        out = more + out
    return out


def _behind(line: str) -> list[int]:
    low = max(0, len(line) - _REACH)
    out: list[int] = []
    end, below = len(line), None
    for start, begin in reversed(_starts(line, low)[-_TRIED:]):
        if len(out) == _MOST or start < _ABBREVIATED:  # Fot. AFP
            break
        if _is_no_end(line, start, begin):
            continue
        if _BEHIND_A_SIGN.search(line, start - 6, start):  # whoever is named is the owner
            continue
        if start < begin and not _SAID.search(line, 0, start + 1):  # nothing was said before the sign
            continue
        said = below if below == "copyright" and _A_SIGN.fullmatch(line, begin, end) else role(line[begin:end])
        if said is not None:
            if said == below == "copyright":  # © 2025 The Pier. All rights reserved.
                out.pop()
            out.append(start)
            end, below = start, said
    if out and (role(line[:end]) is not None or (below == "copyright" and _COPYRIGHT.search(line, 0, end))):
        out.pop()  # a notice of several sentences
    return out[::-1]


def _is_no_end(line: str, end: int, begin: int) -> bool:
    """Whether what stands before `end` ends no sentence: a point in a host or behind a day, an apostrophe."""
    first, last, before = line[begin], line[end - 1 : end], line[end - 2 : end - 1]
    if end == begin:
        return first.islower() or first.isdigit() or (last in "'’" and before.isalpha())  # pier.example, O’Neill
    return last == "." and before.isdigit() and (first.islower() or first.isdigit())  # 6. januar, 24.04. 2024


def _starts(line: str, low: int) -> list[tuple[int, int]]:
    """The places behind `low` where a notice may begin, with the white space before it and behind: behind any sentence,
    where one of the vocabulary may stand."""
    tail = line[low:]
    worded = "http" in tail or (len(tail) > _SHORT and wires.may_say(tail))
    found = (_SENTENCE if worded else _SIGNED).finditer(line, low)
    return [(match.start() + (not match[0][0].isspace()), match.end()) for match in found]


def role(piece: str) -> str | None:
    """The role of a notice, None where a piece of a line is none."""
    piece = piece.strip()
    if not piece:
        return None
    if _OF_A_PICTURE.match(piece) and not facts.reserved(piece):
        return None
    if _INITIALS.fullmatch(piece):
        return "agency"
    if _PLAIN_END.fullmatch(piece):
        return "agency" if facts.agency(piece) is not None else None
    return next(
        (
            role
            for gate, readers in _readers()
            if gate is None or gate(piece)
            for role, read in readers
            if read(piece) is not None
        ),
        None,
    )
