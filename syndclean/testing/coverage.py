"""What rules do over a corpus: which fired, how often, on how much; which never did; and what none explains."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

import regex

from syndclean.document import Document
from syndclean.rule import Rule

EXAMPLES = 3
FURNITURE = 200  # characters: a longer line that comes again is an article printed twice
CANDIDATES = 40

_VARIES = regex.compile(r"(?P<url>https?://\S++|www\.\S++)|(?P<number>\d++(?:[.,:/\-]\d++)*+)")
_KEY = regex.compile(r"([^\n:：]{2,40}[:：])\s?\S.*+")


@dataclass(frozen=True, slots=True)
class Fired:
    """What one rule did: how many `times`, in how many `documents`, on how many `characters` of raw, and `examples`."""

    rule: str
    times: int
    documents: int
    characters: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that stayed body though it came in `documents` different articles; `shape` is what they share."""

    shape: str
    documents: int
    example: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """What rules did over `documents` dumps: those that `fired`, those that stayed `silent`, and what is left over."""

    documents: int
    characters: int
    fired: tuple[Fired, ...]
    silent: tuple[str, ...]
    candidates: tuple[Candidate, ...]


@dataclass(slots=True)
class _Count:
    times: int = 0
    documents: int = 0
    characters: int = 0
    examples: dict[str, None] = field(default_factory=dict)


def coverage(documents: Iterable[Document], rules: Iterable[Rule]) -> Coverage:
    """What `rules` did in `documents`, which are read once, one at a time.

    A line is a candidate for the next rule where it stayed body, is short, and stands in two articles or more; its
    numbers, its address and what follows a key may be other each time. One article that comes twice counts once.

    >>> from syndclean import clean
    >>> from syndclean.rules.characters import RULES
    >>> found = coverage([clean("two  spaces here, and a word")], RULES)
    >>> [(one.rule, one.times, one.characters) for one in found.fired if one.rule == "text/spaces"]
    [('text/spaces', 1, 2)]
    >>> "text/mojibake" in found.silent
    True
    """
    counts: dict[str, _Count] = defaultdict(_Count)
    lines: dict[str, tuple[set[int], str]] = {}
    seen = characters = 0
    for document in documents:
        seen += 1
        characters += len(document.raw)
        _count(document, counts)
        article = hash(max((s.text for s in document.body), key=len, default=""))
        for segment in document.body:
            if len(segment.text) <= FURNITURE:
                lines.setdefault(_shape(segment.text), (set(), segment.text))[0].add(article)
    fired = [Fired(rule, c.times, c.documents, c.characters, tuple(c.examples)) for rule, c in counts.items()]
    again = [Candidate(shape, len(where), example) for shape, (where, example) in lines.items() if len(where) > 1]
    return Coverage(
        documents=seen,
        characters=characters,
        fired=tuple(sorted(fired, key=lambda one: (-one.characters, one.rule))),
        silent=tuple(rule.id for rule in rules if rule.id not in counts),
        candidates=tuple(sorted(again, key=lambda one: (-one.documents, one.shape))[:CANDIDATES]),
    )


def _count(document: Document, counts: dict[str, _Count]) -> None:
    """Add what happened in one document."""
    here: Counter[str] = Counter()
    raw = document.raw
    for segment in document.segments:
        here[segment.rule] += 1
        _example(counts[segment.rule], segment.end - segment.start, segment.text)
    for edit in document.edits:
        around = raw[max(0, edit.start - 12) : edit.start], raw[edit.start : edit.end], raw[edit.end : edit.end + 12]
        for rule in edit.rules:
            here[rule] += 1
            _example(counts[rule], edit.end - edit.start, f"{around[0]}⟦{around[1]}→{edit.text}⟧{around[2]}")
    for rule, times in here.items():
        counts[rule].times += times
        counts[rule].documents += 1


def _example(count: _Count, characters: int, text: str) -> None:
    count.characters += characters
    if len(count.examples) < EXAMPLES:
        count.examples.setdefault(" ".join(text[:100].split()))


def _shape(line: str) -> str:
    """A line without what changes from one article to the next.

    >>> _shape("Archive no. 20934/7"), _shape("Record : A-20934")
    ('Archive no. #', 'Record : …')
    """
    key = _KEY.fullmatch(line)
    return f"{key[1]} …" if key else _VARIES.sub(lambda m: "…" if m["url"] else "#", line)
