"""Finds the places that a set of rules looks at, in a scan or two, and asks the rules in turn what is missing there."""

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from syndclean.rule import JOINT, WHOLE, JointRule, compiled
from syndclean.rules.joints.line_ends import LINE_END
from syndclean.rules.joints.place import Look, Place, ranges

# So many places more stand within so many characters, line ends aside, in nothing that was written to be read: dense
# Korean dialogue takes half as much again.
_CROWD, _CROWDED = 25, 300
_KEPT = 65_536  # characters


class Joint(NamedTuple):
    """Something is missing before the character at `at`: `JOINT` or `SPACE`, as the rule `rule` says."""

    at: int
    missing: str
    rule: str


class Sight:
    """What a set of rules looks at: the scans that find its places, and who judges which pair of characters."""

    __slots__ = ("_judging", "_left", "_right", "_scans")

    def __init__(self, rules: Sequence[JointRule]) -> None:
        self._scans = tuple(_scans(rules))
        self._left, self._right = _Sides([rule.left for rule in rules]), _Sides([rule.right for rule in rules])
        thens = [compiled(f"[{rule.then}]").match if rule.then else None for rule in rules]

        @functools.cache
        def judging(both: int) -> tuple[tuple[JointRule, Callable[[str, int], object] | None], ...]:
            return tuple((rule, then) for n, (rule, then) in enumerate(zip(rules, thens, strict=True)) if both >> n & 1)

        self._judging = judging

    def places(self, text: str) -> list[int]:
        """Where the rules look, in order: two characters meet there that one of them names."""
        found = [at for scan in self._scans for at in scan(text)]
        return _in_prose(text, sorted(set(found)) if len(self._scans) > 1 else found)

    def joints(self, text: str, where: Sequence[int]) -> Iterator[Joint]:
        """What is missing at some of the rules' places, in order."""
        judging, left, right = self._judging, self._left, self._right
        look = Look(text)
        start = seen = 0
        for at in where:
            line = text.rfind("\n", seen, at)
            if line >= 0:
                start = line + 1
            seen = at
            if at <= start and text[at] != "\n":
                continue
            judged = judging(left[text[at - 1]] & right[text[at]])
            if judged and judged[0][0] is LINE_END:  # most places are line ends, and there is nothing to look at
                yield Joint(at, JOINT, LINE_END.id)
                start = at
                continue
            place = Place(look, at, start)
            for rule, sees_then in judged:
                missing = rule.judge(place) if sees_then is None or sees_then(text, at + 1) else None
                if missing is None:
                    continue
                if missing != WHOLE:
                    yield Joint(at, missing, rule.id)
                    if missing == JOINT:
                        start = at
                break


sight = functools.lru_cache(maxsize=64)(Sight)


def _scans(rules: Sequence[JointRule]) -> Iterator[Callable[[str], list[int]]]:
    """Scans led by the rarer side: letters without capitals stand everywhere, so there the left character leads."""
    everywhere = [rule for rule in rules if compiled(f"[{rule.right}]").search("aя가नबש")]
    seldom = [rule for rule in rules if rule not in everywhere]
    if seldom:
        apart = [rule for rule in seldom if compiled(f"[{rule.left}]").search(" \n")]
        tight = [rule for rule in seldom if rule not in apart]  # most of what leads stands behind a space: one look
        behind = [f"(?<![ \n].)(?:{'|'.join(_pairs(tight))})"] if tight else []
        lead = "".join(ranges(rule.right) for rule in seldom)
        find = re.compile(f"[{lead}](?:{'|'.join([*behind, *_pairs(apart)])})").finditer
        yield lambda text: [match.start() for match in find(text)]
    if everywhere:
        sides = [(ranges(rule.left), ranges(rule.right), _ahead(rule.then)) for rule in everywhere]
        pairs = "|".join(f"(?<=[{left}])(?=[{right}]{ahead})" for left, right, ahead in sides)
        lead = "".join(left for left, _, _ in sides)
        follow = "".join(right for _, right, _ in sides)  # behind most of what leads stands a space
        find_left = re.compile(f"[{lead}](?=[{follow}])(?:{pairs})").finditer
        yield lambda text: [match.end() for match in find_left(text)]


def _ahead(then: str) -> str:
    return f"(?=[{ranges(then)}])" if then else ""


def _pairs(rules: Sequence[JointRule]) -> list[str]:
    """What stands right behind the right character of the rules' places, where the left one is before it."""
    lefts: dict[tuple[str, str], str] = {}
    for rule in rules:
        lefts[rule.right, rule.then] = lefts.get((rule.right, rule.then), "") + ranges(rule.left)
    return [f"(?<=[{left}][{ranges(right)}]){_ahead(then)}" for (right, then), left in lefts.items()]


class _Sides(dict[str, int]):
    """For a character, which of some classes have it, a bit each; pairs of characters are too many to be kept."""

    def __init__(self, classes: Sequence[str]) -> None:
        self._has = [compiled(f"[{characters}]").match for characters in classes]

    def __missing__(self, character: str) -> int:
        bits = sum(1 << n for n, has in enumerate(self._has) if has(character))
        if len(self) < _KEPT:
            self[character] = bits
        return bits


def _in_prose(text: str, found: list[int]) -> list[int]:
    """The places without those that stand as close as nobody writes: a key, a picture in letters, a list of names.

    Nothing is cut where they do, so they stand as close the next time.
    """
    if len(found) <= _CROWD:
        return found
    found = _without(found, _crowds(text, _inside(text, found), 0))
    return _without(found, _crowds(text, _in_dense_lines(text, _inside(text, found)), _CROWDED))


def _inside(text: str, found: list[int]) -> list[int]:
    """The places within lines, for the ends of lines stand as close as they please."""
    return [at for at in found if text[at] != "\n"]


def _crowds(text: str, found: list[int], most: int) -> Iterator[list[int]]:
    """The crowds with `most` line ends among the places, which count for no distance: they come and go."""
    near = [
        n
        for n, (a, b) in enumerate(zip(found, found[_CROWD:], strict=False))
        if b - a < _CROWDED + most and (ends := text.count("\n", a, b)) <= most and b - a - ends < _CROWDED
    ]
    start = end = 0
    for n in near:
        if n > end:
            yield found[start:end]
            start = n
        end = n + _CROWD + 1
    yield found[start:end]


def _without(found: list[int], crowds: Iterator[list[int]]) -> list[int]:
    """The places without those of the crowds, both in order."""
    out: list[int] = []
    done = 0
    for crowd in crowds:
        if crowd:
            low, high = bisect_left(found, crowd[0], done), bisect_right(found, crowd[-1], done)
            out += found[done:low]
            if high - low > len(crowd):  # line ends, and what stands in lines between
                gone = set(crowd)
                out += [at for at in found[low:high] if at not in gone]
            done = high
    return out + found[done:] if done else found


def _in_dense_lines(text: str, found: list[int]) -> list[int]:
    """The places of lines that hold as many for their length as a crowd does."""
    out: list[int] = []
    start = end = -1
    own: list[int] = []
    for at in [*found, len(text) + 1]:
        if at > end:
            if len(own) > 2 and len(own) * _CROWDED >= _CROWD * (end - start):
                out += own
            start = text.rfind("\n", end + 1, at) + 1 or end + 1
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            own = []
        own.append(at)
    return out
