r"""A pattern taken apart, as far as weakening it in turn needs: alternatives, repeats, classes, anchors, flags, names.

Only places are kept (half-open ranges of the pattern's characters), so that a weakened pattern is the old one with one
range written anew. The syntax is that of `regex`, version 0; what is not known here raises `Unreadable`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

import regex

Sort = Literal["literal", "class", "any", "anchor", "look", "group", "flags", "other"]


class Unreadable(ValueError):
    """The pattern uses something that is not taken apart here."""


@dataclass(slots=True)
class Part:
    """One atom with its quantifier: ``pattern[start:end]``, the quantifier standing at ``[end:stop]``.

    `least` and `most` are the quantifier's bounds (`most` is None without end). A group has `alternatives`, each a
    range and its parts; `opens` is the end of what opens it, ``(?P<name>``, and `name` its name. A class has `members`.
    """

    sort: Sort
    start: int
    end: int
    stop: int = 0
    least: int = 1
    most: int | None = 1
    opens: int = 0
    name: str = ""
    alternatives: "list[Alternative]" = field(default_factory=list)
    members: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Alternative:
    """``pattern[start:end]`` between two bars, and its parts in order."""

    start: int
    end: int
    parts: list[Part]


_QUANTIFIER = regex.compile(r"(?:[*+?]|\{(?P<least>\d*)(?:(?P<comma>,)(?P<most>\d*))?\})[?+]?")
_ESCAPE = regex.compile(
    r"\\(?:(?P<class>[dDsSwWhHRX]|[pP](?:\{[^}]*\}|\w)|N\{[^}]*\})|(?P<anchor>[AZzbBmMGK])|(?P<other>[gL]<\w+>|[1-9]\d?)"
    r"|x\w\w|u\w{4}|U\w{8}|0\d{0,2}|.)",
    regex.DOTALL,
)
_OPEN = regex.compile(
    r"\((?:\?(?:P?<(?P<name>[^\W\d]\w*)>|(?P<look><?[=!])|[:>|]|(?P<flags>[a-zA-Z0-9]*(?:-[a-z]+)?)(?P<closed>[:)])"
    r"|(?P<comment>\#[^)]*\))|(?P<call>P[=>]\w+\)|&\w+\)|R\)|[-+]?\d+\))))?"
)
_MEMBER = regex.compile(
    r"\[:\^?\w+:\]|\\(?:[pP](?:\{[^}]*\}|\w)|N\{[^}]*\}|x\w\w|u\w{4}|U\w{8}|0\d{0,2}|.)|.", regex.DOTALL
)


def parse(pattern: str) -> list[Alternative]:
    """The alternatives of a pattern, each with its parts; raises `Unreadable`.

    >>> [[(p.sort, p.least, p.most) for p in one.parts] for one in parse(r"ab?|[0-9]{2,4}")]
    [[('literal', 1, 1), ('literal', 0, 1)], [('class', 2, 4)]]
    """
    alternatives, at = _alternatives(pattern, 0, False)
    if at != len(pattern):
        raise Unreadable(f"a bracket closes at {at} that was never opened")
    return alternatives


def walk(alternatives: list[Alternative]) -> Iterator[Part]:
    """Every part, a group before what it holds."""
    for alternative in alternatives:
        for part in alternative.parts:
            yield part
            yield from walk(part.alternatives)


def _alternatives(pattern: str, at: int, verbose: bool) -> tuple[list[Alternative], int]:
    """What stands from `at` to the bracket that closes it, or to the end; and where that is."""
    out, start, parts = [], at, list[Part]()
    while at < len(pattern) and pattern[at] != ")":
        if pattern[at] == "|":
            out.append(Alternative(start, at, parts))
            at += 1
            start, parts = at, []
            continue
        if verbose and (pattern[at].isspace() or pattern[at] == "#"):
            line = pattern.find("\n", at)
            at = at + 1 if pattern[at] != "#" else (len(pattern) if line < 0 else line + 1)
            continue
        part = _atom(pattern, at, verbose)
        verbose = verbose or (part.sort == "flags" and "x" in pattern[part.start : part.end].split("-")[0])
        at = _repeat(pattern, part)
        parts.append(part)
    out.append(Alternative(start, at, parts))
    return out, at


def _repeat(pattern: str, part: Part) -> int:
    """Read the quantifier behind a part, if there is one."""
    found = _QUANTIFIER.match(pattern, part.end)
    part.stop = part.end
    if not found or found[0].startswith("{}") or part.sort == "flags":
        return part.end
    sign = found[0][0]
    if sign == "{":
        least, comma, most = found["least"], found["comma"], found["most"]
        part.least = int(least or 0)
        part.most = (int(most) if most else None) if comma else part.least
    else:
        part.least, part.most = {"*": (0, None), "+": (1, None), "?": (0, 1)}[sign]
    part.stop = found.end()
    return part.stop


def _atom(pattern: str, at: int, verbose: bool) -> Part:
    sign = pattern[at]
    if sign == "(":
        return _group(pattern, at, verbose)
    if sign == "[":
        return _class(pattern, at)
    if sign == "\\":
        found = _ESCAPE.match(pattern, at)
        if not found:
            raise Unreadable("it ends in a backslash")
        sorts: tuple[Sort, ...] = ("class", "anchor", "other")
        return Part(next((sort for sort in sorts if found[sort]), "literal"), at, found.end())
    return Part("any" if sign == "." else "anchor" if sign in "^$" else "literal", at, at + 1)


def _group(pattern: str, at: int, verbose: bool) -> Part:
    found = _OPEN.match(pattern, at)
    assert found
    if found["comment"] or found["call"]:
        return Part("other", at, found.end())
    if found["flags"] is not None and found["closed"] == ")":
        if "V1" in found["flags"]:
            raise Unreadable("(?V1) is not taken apart")
        return Part("flags", at, found.end())
    if found[0] == "(" and pattern.startswith("?", at + 1):
        raise Unreadable(f"{pattern[at : at + 5]} is not taken apart")
    inner = verbose or "x" in (found["flags"] or "").split("-")[0]
    alternatives, end = _alternatives(pattern, found.end(), inner)
    if end >= len(pattern):
        raise Unreadable("a bracket is never closed")
    return Part("look" if found["look"] else "group", at, end + 1, opens=found.end(), name=found["name"] or "",
                alternatives=alternatives)  # fmt: skip


def _class(pattern: str, at: int) -> Part:
    here = at + 1 + pattern.startswith("^", at + 1)
    members: list[tuple[int, int]] = []
    first = here
    while here < len(pattern) and (pattern[here] != "]" or here == first):
        low = _MEMBER.match(pattern, here)
        assert low
        end = low.end()
        if pattern.startswith("-", end) and not pattern.startswith("-]", end):
            high = _MEMBER.match(pattern, end + 1)
            end = high.end() if high else end
        members.append((here, end))
        here = end
    if here >= len(pattern):
        raise Unreadable("a class is never closed")
    return Part("class", at, here + 1, members=members)
