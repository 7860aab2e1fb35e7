"""Counting what a bulk run did, one row at a time, in memory that does not grow with the number of rows."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from syndclean.view.rows import Row
from syndclean.view.signs import short

BINS = 20  # of the removed share, 5 % each
MAX_KINDS_OF = 1_000  # different rules, languages, problems, errors that are told apart; the rest is `OTHERS`
MAX_EXAMPLES = 3
AROUND = 12  # characters shown on either side of an edit
MAX_ALIKE = 3  # documents worth a look that are so for the same reasons
OTHERS = "others"
REMOVED = ("footer", "boilerplate")


class Example(NamedTuple):
    """What a rule did somewhere: what stood there, and what stands there now (None: the rule named it, no more)."""

    before: str
    after: str | None


@dataclass(slots=True)
class Seen:
    """How often something was seen, in how many documents, and the first examples that differ."""

    times: int = 0
    documents: int = 0
    examples: list[Example] = field(default_factory=list)
    first: str = ""  # where it was seen first


class Look(NamedTuple):
    """A document that is worth a look: how much, why, where it stands and what it is called (as in `Row`)."""

    score: int
    why: tuple[str, ...]
    path: Path
    number: int
    name: str


class Digest(NamedTuple):
    """What one document adds to a tally; made whole before anything is counted, so a bad row leaves no trace."""

    size: Counter[str]
    segments: Counter[str]
    language: str
    rules: dict[str, tuple[int, Example]]
    problems: list[str]
    why: dict[str, int]


@dataclass(slots=True)
class Tally:
    """What was seen so far. Sizes are code points of raw."""

    documents: int = 0
    quarantined: int = 0
    size: Counter[str] = field(default_factory=Counter)
    segments: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    removed: list[int] = field(default_factory=lambda: [0] * BINS)
    rules: dict[str, Seen] = field(default_factory=dict)
    problems: dict[str, Seen] = field(default_factory=dict)
    errors: dict[str, Seen] = field(default_factory=dict)
    looks: dict[tuple[str, ...], list[Look]] = field(default_factory=dict)

    def add(self, row: Row) -> None:
        """Count one row; one that holds no document is counted as quarantined, with its reason."""
        if row.error is None:
            try:
                digest = digested(row.value)
            except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
                row = row._replace(error=f"no document: {type(error).__name__} {error}")
            else:
                self._add(digest, row)
                return
        self.quarantined += 1
        _note(self.errors, _grouped(row.error or ""), 1, Example(row.error or "", None), row)

    def _add(self, digest: Digest, row: Row) -> None:
        self.documents += 1
        self.size += digest.size
        self.segments += digest.segments
        self.languages[_known(self.languages, digest.language)] += 1
        whole = sum(digest.size.values())
        self.removed[min(BINS - 1, BINS * sum(digest.size[kind] for kind in REMOVED) // whole) if whole else 0] += 1
        for rule, (times, example) in digest.rules.items():
            _note(self.rules, rule, times, example, row)
        for problem, times in Counter(digest.problems).items():
            _note(self.problems, _grouped(problem), times, Example(problem, None), row)
        if digest.why:
            self._look(tuple(digest.why), sum(digest.why.values()), row)

    def _look(self, why: tuple[str, ...], score: int, row: Row) -> None:
        alike = self.looks.setdefault(why, [])
        alike.append(Look(score, why, row.path, row.number, row.name))
        alike.sort(key=lambda look: -look.score)  # stable: of two with one score the first stays
        del alike[MAX_ALIKE:]

    def worth_a_look(self, count: int = 10) -> list[Look]:
        """The documents most worth a look, no more than `MAX_ALIKE` of them for the same reasons."""
        every = [look for alike in self.looks.values() for look in alike]
        return sorted(every, key=lambda look: (-look.score, str(look.path), look.number))[:count]


def tally(rows: Iterable[Row]) -> Tally:
    """All rows counted."""
    out = Tally()
    for row in rows:
        out.add(row)
    return out


def digested(value: dict[str, Any]) -> Digest:
    """What a document (the JSON of it) adds; raises `KeyError`, `TypeError` or the like where it is none."""
    raw, segments, edits = value["raw"], value["segments"], value.get("edits") or ()
    size, count = Counter[str](), Counter[str]()
    rules: dict[str, tuple[int, Example]] = {}
    for segment in segments:
        size[segment["kind"]] += segment["end"] - segment["start"]
        count[segment["kind"]] += 1
        _act(rules, segment["rule"], short(raw[segment["start"] : segment["end"]]), None)
    for edit in edits:
        ahead, behind = raw[max(0, edit["start"] - AROUND) : edit["start"]], raw[edit["end"] : edit["end"] + AROUND]
        before, after = (ahead + text + behind for text in (raw[edit["start"] : edit["end"]], edit["text"]))
        for rule in edit["rules"]:
            _act(rules, rule, short(before), short(after))
    problems = [f"{p['field']}: {p['message']}" for p in (value.get("metadata") or {}).get("problems") or ()]
    language = value.get("language")
    why = dict(_reasons(size, segments, edits, language, len(problems)))
    return Digest(size, count, str(language or "none"), rules, problems, why)


def _act(rules: dict[str, tuple[int, Example]], rule: str, before: str, after: str | None) -> None:
    times, example = rules.get(rule, (0, Example(before, after)))
    rules[rule] = (times + 1, example)


def _note(seen: dict[str, Seen], key: str, times: int, example: Example, row: Row) -> None:
    """Count `times` more in one more document, and keep the example while there are few."""
    one = seen.setdefault(_known(seen, key), Seen(first=row.name))
    one.times += times
    one.documents += 1
    if len(one.examples) < MAX_EXAMPLES and example not in one.examples:
        one.examples.append(example)


def _known(seen: Mapping[str, object], key: str) -> str:
    """The key, or `OTHERS` where it is new and there are too many already."""
    return key if key in seen or len(seen) < MAX_KINDS_OF else OTHERS


def _grouped(message: str) -> str:
    """Messages that differ in a number or in what they quote are one message.

    >>> _grouped("published_at: '31.02.2024' is no day of 12 months")
    'published_at: … is no day of … months'
    """
    return re.sub(r"'[^'\n]{0,200}'|\"[^\"\n]{0,200}\"|“[^”\n]{0,200}”|\d++", "…", message[:400])[:200]


def _reasons(
    size: Counter[str], segments: Sequence[dict[str, Any]], edits: Sequence[dict[str, Any]], language: str | None,
    problems: int,
) -> Iterator[tuple[str, int]]:  # fmt: skip
    """Why a person should look at a document, each reason with its weight."""
    whole, removed = sum(size.values()), sum(size[kind] for kind in REMOVED)
    if whole and not size["body"]:
        yield "no article is left", 6
    elif removed > 0.8 * whole:
        yield "more than four fifths were removed", 3
    if problems:
        yield "problems", 1 + min(3, problems)
    if language is None and size["body"] > 200:
        yield "no language could be told", 2
    if any(s["kind"] == "body" and s["end"] - s["start"] > 4000 for s in segments):
        yield "a block of more than 4000 characters", 2
    if 10 * sum(edit["end"] - edit["start"] for edit in edits) > whole > 0:
        yield "more than a tenth was edited", 2
    if len({s["language"] for s in segments if s["kind"] == "body" and s.get("language")}) > 1:
        yield "an article in several languages", 1
