"""Patterns that take for ever: found with the engine's own time limit, which nothing outside of tests uses.

`clean` knows no clock. Here a clock is in place because only the rule's author waits for it: a pattern that needs more
than `SECONDS` of processor time for a line of news would never have come back from a hostile dump.
"""

from collections.abc import Iterator
from itertools import islice

import regex

from syndclean.rule import Case, LineRule, Rule, compiled

SECONDS = 0.5
SHORT = 40  # characters: enough for exponential growth to show
LINE = 2_000  # no line rule is asked about a longer line
TEXT = 20_000  # enough for quadratic growth to show
PIECES = 60


def hangs(case: Case) -> bool:
    """Whether the pattern of the case's rule takes more than `SECONDS` for the case's own text."""
    return any(_too_long(case.rule, text) for text in _texts(case.given)[:1])


def slow_on(rule: Rule) -> str | None:
    r"""A description of a text on which the rule's pattern takes too long, or None.

    What the rule meets in its cases is pumped: each piece of one to three characters is
    repeated, between what stands before it in the case and a character that fits nowhere.

    >>> from syndclean import TextRule
    >>> slow_on(TextRule("house/greedy", "Why.", pattern=r"(?:\w+\s?)+[:;]", hits=(("a:", ""),), misses=("a",)))
    "'a' repeated 20000 times"
    """
    if not getattr(rule, "pattern", ""):
        return None
    for length in (SHORT, LINE if isinstance(rule, LineRule) else TEXT):
        for text, words in islice(_pumped(rule, length), PIECES):
            if _too_long(rule, text):
                return words
    return None


def _pumped(rule: Rule, length: int) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    given = [text for one in (*rule.hits, *rule.misses) for text in _texts(one)[:1]]
    for text in given[:8]:
        for at in range(min(len(text), 60)):
            for width in (1, 2, 3):
                piece = text[at : at + width]
                if len(piece) == width and piece not in seen:
                    seen.add(piece)
                    flood = piece * (length // width)
                    yield text[:at] + flood + "\x00", f"{piece!r} repeated {length // width} times"


def _too_long(rule: Rule, text: str) -> bool:
    pattern: regex.Pattern[str] = compiled(getattr(rule, "pattern", "") or "(?!)")
    try:
        if isinstance(rule, LineRule):
            pattern.fullmatch(text.strip(), timeout=SECONDS)
        else:
            for _ in pattern.finditer(text, timeout=SECONDS):
                pass
    except TimeoutError:
        return True
    return False


def _texts(given: object) -> list[str]:
    """The texts of a case: a line, the line of a pair, or both sides of an edit."""
    if isinstance(given, str):
        return [given]
    return [text for text in given if isinstance(text, str)] if isinstance(given, tuple) else []
