"""What a rule is: a frozen value that says what it sees, why, and proves it with cases of its own.

There are three sorts, one for each thing a rule can do, and users' rules are the same values as ours:

* `TextRule` edits text;
* `JointRule` finds a break that is missing between two blocks, or a space that is missing inside one;
* `LineRule` recognises a line, or a short run of lines, and says what it is.

A rule without a hit or without a near-miss cannot be constructed. `prove` refuses a set in which an id stands twice or
a case fails, and every step proves its rules before it touches a document, so the set that is proved is the set that
runs. That loads what they need as well, before the first document rather than with it.
"""

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast, runtime_checkable

import regex

from syndclean.document import ROLES, Edit, Kind, Metadata, Role
from syndclean.edits import replay

if TYPE_CHECKING:
    from syndclean.rules.joints import Place

JOINT = "⏐"  # marks, in the cases of a `JointRule`, where a break is missing
SPACE = "␣"  # marks, in the same cases, where a space is missing
WHOLE = "whole"  # what the judge of a `JointRule` says where nothing is missing


class RuleError(ValueError):
    """A rule, or a set of rules, that must not run; the message says which, where and what to do."""


@runtime_checkable
class Rule(Protocol):
    """What all rules have in common."""

    @property
    def id(self) -> str: ...
    @property
    def why(self) -> str: ...
    @property
    def hits(self) -> Sequence[Any]: ...
    @property
    def misses(self) -> Sequence[str]: ...
    def failure_of_hit(self, hit: Any) -> str | None: ...
    def failure_of_miss(self, miss: str) -> str | None: ...


class Change(NamedTuple):
    """``text[start:end]`` is to read `text`; what a rule that edits yields."""

    start: int
    end: int
    text: str


@functools.cache
def compiled(pattern: str, flags: int = 0) -> "regex.Pattern[str]":
    """The pattern, compiled once for each process. Raises `regex.error` where it is none."""
    return regex.compile(pattern, flags | regex.VERSION0)


def _check(rule: "TextRule | JointRule | LineRule") -> None:
    """What holds for every rule; raises `RuleError`."""
    family, slash, what = rule.id.partition("/")
    if not (family and slash and what) or rule.id != rule.id.strip().lower():
        raise RuleError(f"rule {rule.id!r}: an id is written family/what-it-sees, in small letters")
    if not rule.why.strip():
        raise RuleError(f"rule {rule.id}: say in `why` what it is for")
    if not rule.hits:
        raise RuleError(f"rule {rule.id}: add at least one hit, a text in which it must act")
    if not rule.misses:
        raise RuleError(f"rule {rule.id}: add at least one near-miss, a text that looks alike and must be left alone")
    for name, given in (("hits", rule.hits), ("misses", rule.misses)):
        if isinstance(given, str):
            raise RuleError(f"rule {rule.id}: {name} is one text; write {name}=({given[:20]!r},), with a comma")
    pattern = getattr(rule, "pattern", None)
    if pattern:
        try:
            compiled(pattern)
        except regex.error as error:
            at = getattr(error, "pos", None) or 0
            shown = f"{pattern[max(0, at - 20) : at]}⟦⟧{pattern[at : at + 20]}"
            raise RuleError(f"rule {rule.id}: the pattern does not compile, see ⟦⟧ in {shown}: {error}") from None


@dataclass(frozen=True, slots=True)
class TextRule:
    r"""Edits text: every match of `pattern` is replaced by `replace` (a template as `regex.sub` takes it, or a function
    of the match), or, where finding takes more than a pattern, `find` yields the changes.

    `hits` are pairs ``(before, after)``; `misses` are texts that stay as they are. Raises `RuleError`.

    >>> rule = TextRule("house/double-comma", "A template leaves two commas.", pattern=r",{2,9}", replace=",",
    ...                 hits=(("one,, two", "one, two"),), misses=("one, two",))
    >>> rule.apply("red,, blue")
    'red, blue'
    """

    id: str
    why: str
    pattern: str = ""
    replace: str | Callable[["regex.Match[str]"], str] = ""
    find: Callable[[str], Iterable[Change]] | None = None
    hits: tuple[tuple[str, str], ...] = ()
    misses: tuple[str, ...] = ()

    def __hash__(self) -> int:  # the fields are many, and a set of rules is looked up for every document
        return hash(self.id)

    def __post_init__(self) -> None:
        _check(self)
        if bool(self.pattern) == (self.find is not None):
            raise RuleError(f"rule {self.id}: give either a pattern or a function `find`")

    def edits(self, text: str, at_most: int | None = None) -> list[Edit]:
        """The edits that the rule makes in `text`, in order, `at_most` so many; offsets are those of `text`.

        Matches of a pattern that touch are one edit, so that a flood of them costs little.
        """
        rules = (self.id,)
        changes: Iterable[Change] = (c for c in self._changes(text) if text[c.start : c.end] != c.text)
        runs = _runs(changes) if self.pattern else changes
        return [Edit(c.start, c.end, c.text, rules) for c in islice(runs, at_most)]

    def _changes(self, text: str) -> Iterable[Change]:
        if self.find is not None:
            return self.find(text)
        replace = self.replace
        expand = replace if callable(replace) else functools.partial(_expand, replace)
        return (Change(m.start(), m.end(), expand(m)) for m in compiled(self.pattern).finditer(text))

    def apply(self, text: str) -> str:
        """`text` with the edits made."""
        return replay(text, self.edits(text))

    def failure_of_hit(self, hit: tuple[str, str]) -> str | None:
        before, after = hit
        came = self.apply(before)
        if came != after:
            return f"{before!r} became {came!r}, not {after!r}"
        return None if self.apply(after) == after else f"{after!r} changes when the rule meets it again"

    def failure_of_miss(self, miss: str) -> str | None:
        came = self.apply(miss)
        return None if came == miss else f"{miss!r} became {came!r}, and should have stayed"


def _runs(changes: Iterable[Change]) -> Iterator[Change]:
    """The changes, those that touch as one."""
    start = end = -1
    parts: list[str] = []
    for change in changes:
        if parts and change.start > end:
            yield Change(start, end, "".join(parts))
            parts = []
        if not parts:
            start = change.start
        end = change.end
        parts.append(change.text)
    if parts:
        yield Change(start, end, "".join(parts))


def _expand(template: str, match: "regex.Match[str]") -> str:
    return template if "\\" not in template else match.expand(template)


@dataclass(frozen=True, slots=True)
class JointRule:
    """Judges one sort of place where a break or a space may be missing: a `left` character right before a `right` one.

    `left` and `right` are the insides of character classes, as `regex` reads them (``r"\\p{Lu}“«"``), and so is `then`,
    for the character behind `right`, where that matters. `judge` gets the `syndclean.rules.joints.Place` and says what
    is missing there: `JOINT` (a break between two blocks), `SPACE` (a space inside one), `WHOLE` (nothing, and no rule
    behind this one is asked), or None (not for this rule to say). The first rule that says something has said it.

    `hits` are texts in which the places are marked with the signs `JOINT` and `SPACE`, as the rule alone sees them; in
    `misses` it sees nothing. Raises `RuleError`.
    """

    id: str
    why: str
    left: str
    right: str
    judge: Callable[["Place"], str | None]
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()
    then: str = ""

    def __hash__(self) -> int:  # the fields are many, and a set of rules is looked up for every document
        return hash(self.id)

    def __post_init__(self) -> None:
        _check(self)
        try:
            compiled(f"[{self.left}][{self.right}][{self.then or '.'}]")
        except regex.error as error:
            raise RuleError(f"rule {self.id}: the characters do not compile: {error}") from None

    def marked(self, text: str) -> str:
        """`text` with a mark at each place that the rule sees."""
        from syndclean.rules.joints import joints

        out, at = [], 0
        for joint in joints(text, (self,)):
            out += [text[at : joint.at], joint.missing]
            at = joint.at
        return "".join(out) + text[at:]

    def failure_of_hit(self, hit: str) -> str | None:
        """None where the marks come back as they stand in `hit`."""
        came = self.marked(hit.replace(JOINT, "").replace(SPACE, ""))
        marked = JOINT in hit or SPACE in hit
        return None if came == hit and marked else f"expected {hit!r}, came {came!r}"

    def failure_of_miss(self, miss: str) -> str | None:
        """None where the rule sees nothing in `miss`."""
        came = self.marked(miss)
        return None if came == miss else f"{miss!r} should have stayed whole, came {came!r}"


_NAMES = frozenset({"key", "value", *Metadata.model_fields} - {"fields", "problems"})


@dataclass(frozen=True, slots=True)
class LineRule:
    r"""Recognises a whole line (or a short run of lines) and says its `kind` and `role`.

    `pattern` must match the whole text of the line, white space at its ends aside; its named groups are the metadata
    that the line gives: ``(?P<source_url>…)``, ``(?P<authors>…)``, ``(?P<published_at>…)`` and so on, the fields of
    `Metadata`, and ``(?P<key>…)`` for the key itself. `language` is the language of a phrase that the rule knows, or
    None. `weight` is how much a match counts against what else speaks about the line, in nats: 10 settles it. Lines of
    more than `longest` code points are not looked at.

    Where seeing takes more than a pattern, `read` is a function that gives the same from the line, None where the line
    is none of these. Rules that begin with the same costly question name it as their `gate`: it is asked once a line,
    and where its answer is empty none of them need read.

    `hits` are lines, or pairs of a line and the fields it must give; `misses` are lines that it must not match.
    Raises `RuleError`.

    >>> rule = LineRule("house/record-number", "The archive of a house numbers its articles.", "footer", "field",
    ...                 pattern=r"(?P<key>Record)\s?#\s?\d{3,12}", hits=("Record # 20934",), misses=("Record numbers",))
    >>> rule.fields("Record # 20934")
    {'key': 'Record'}
    """

    id: str
    why: str
    kind: Kind
    role: Role
    pattern: str = ""
    hits: tuple[str | tuple[str, Mapping[str, str]], ...] = field(default=(), hash=False)
    misses: tuple[str, ...] = ()
    language: str | None = None
    weight: float = 10.0
    read: Callable[[str], Mapping[str, str] | None] | None = None
    longest: int = 600
    gate: Callable[[str], object] | None = None

    def __hash__(self) -> int:  # the fields are many, and a set of rules is looked up for every document
        return hash(self.id)

    def __post_init__(self) -> None:
        if self.role not in ROLES.get(self.kind, ()):
            known = ", ".join(sorted(ROLES[self.kind])) if self.kind in ROLES else ", ".join(ROLES)
            raise RuleError(f"rule {self.id}: unknown kind or role {self.kind}/{self.role}; there are {known}")
        _check(self)
        if bool(self.pattern) == (self.read is not None):
            raise RuleError(f"rule {self.id}: give either a pattern or a function `read`")
        unknown = set(compiled(self.pattern).groupindex if self.pattern else ()) - _NAMES
        if unknown:
            known = ", ".join(sorted(_NAMES))
            raise RuleError(f"rule {self.id}: unknown field {min(unknown)} named in the pattern; there are {known}")

    def fields(self, line: str) -> dict[str, str] | None:
        """The named groups that took part, where the line matches; None where it does not."""
        line = line.strip()
        return self.reader(line) if len(line) <= self.longest else None

    @property
    def reader(self) -> Callable[[str], dict[str, str] | None]:
        """The function behind `fields`, for a line that is stripped and not too long."""
        if self.read is not None:
            return cast("Callable[[str], dict[str, str] | None]", self.read)
        fullmatch = compiled(self.pattern).fullmatch

        def read(line: str) -> dict[str, str] | None:
            match = fullmatch(line)
            return None if match is None else {k: v.strip() for k, v in match.groupdict().items() if v is not None}

        return read

    def failure_of_hit(self, hit: str | tuple[str, Mapping[str, str]]) -> str | None:
        line, expected = (hit, None) if isinstance(hit, str) else hit
        came = self.fields(line)
        if came is None:
            return f"{line!r} is not matched"
        if self.gate is not None and not self.gate(line.strip()):
            return f"{line!r} does not pass the gate"
        return None if expected is None or came == expected else f"{line!r} gives {came}, not {dict(expected)}"

    def failure_of_miss(self, miss: str) -> str | None:
        return None if self.fields(miss) is None else f"{miss!r} is matched, and should not be"


@dataclass(frozen=True, slots=True)
class Case:
    """One hit or near-miss of one rule; `failure()` is None, or says what came instead."""

    rule: Rule
    sort: str
    number: int
    given: Any = field(hash=False)

    @property
    def id(self) -> str:
        """A readable name for a test."""
        text = self.given if isinstance(self.given, str) else self.given[0]
        return f"{self.rule.id}:{self.sort}-{self.number}:{text[:40]}"

    def failure(self) -> str | None:
        """None where the case holds; else a sentence."""
        check = self.rule.failure_of_hit if self.sort == "hit" else self.rule.failure_of_miss
        return check(self.given)


def cases(rules: Iterable[Rule]) -> Iterator[Case]:
    """Every case of every rule, hits first."""
    for rule in rules:
        for sort, given in (("hit", rule.hits), ("miss", rule.misses)):
            for number, one in enumerate(given, 1):
                yield Case(rule, sort, number, one)


def failures(rules: Sequence[Rule]) -> list[str]:
    """Everything that is wrong with a set of rules, a sentence each: ids that stand twice, cases that fail."""
    ids = [rule.id for rule in rules]
    out = [f"{one}: the id stands {ids.count(one)} times" for one in dict.fromkeys(ids) if ids.count(one) > 1]
    for case in cases(rules):
        failure = case.failure()
        if failure:
            out.append(f"{case.rule.id}, {case.sort} {case.number}: {failure}")
    return out


@functools.lru_cache(maxsize=64)
def prove(rules: tuple[Rule, ...]) -> None:
    """Raise `RuleError`, with all failures listed, unless every case holds and no id stands twice; once a process."""
    wrong = failures(rules)
    if wrong:
        raise RuleError(f"{len(wrong)} failures in the rules; mend the rule or its case:\n  " + "\n  ".join(wrong))
