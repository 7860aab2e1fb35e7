"""What speaks for each line by itself: the rules that see something on it, its look, and what both say."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from syndclean.document import Segment
from syndclean.remembering import PROSE, remembering
from syndclean.rule import LineRule, compiled, prove
from syndclean.rules import characters, fields, lines
from syndclean.rules.spoken import spoken_in_two
from syndclean.steps.sequence import (
    BODY,
    FIELD,
    FIELD_AFTER,
    FIELD_BEFORE,
    FURNITURE,
    FURNITURE_BEFORE,
    HEADER,
    HEADLINE,
    HEADLINE_AFTER,
    INSERT,
    LIST,
    LIST_AFTER,
    NOTHING,
    SUMMARY,
    TEASER,
    TITLE,
)  # fmt: skip

if TYPE_CHECKING:
    from syndclean.furniture import Furniture

# What a look says for one state, beside what it says for furniture at large (nats; fitted with the weights of
# `rules.lines`):
_INSERTED = -0.6  # a heading looks much the same
_PARAGRAPH = -1.0  # two sentences between furniture are a paragraph of the article rather than an insertion
_CERTAIN = 3.5  # but not where it is the site that speaks
_SENTENCES, _OF_NO_SITE = 100, -0.4  # characters; sentences that do not speak of the site, nor to its readers
_ENDED = -2.0  # a headline has no full stop
_BULLET = 1.0
_BEFORE = 1.8  # times: before an article there is hardly ever prose
_PROSE_BEFORE = -1.0  # least of all two sentences
_TEASER, _BELOW_A_HEADLINE = 275, -0.8  # what stands below a headline is no longer, and may be prose
_SHORT_TEASER, _LONG = 150, -2.0  # most are shorter than so, and a longer one is rather a paragraph
_BELOW = -2.0  # what an article is about stands above it rather than below
_INSIDE = 2.2  # the credit of a picture stands within an article as well as before it
_SPOKEN_LIST = 4.0  # two words by which a site announces other articles
_COMMENTS = -3.0  # stand within an article less often than behind it, and what follows them is some
_FREQUENT = 1.0  # nats: what it says for furniture that a line comes back on other pages, beside that it is no article
_STATES: dict[str, tuple[int, ...]] = {
    "title": (TITLE,), "summary": (SUMMARY,), "header": (HEADER,), "body": (BODY,),
    "footer": (FIELD, FIELD_AFTER, FIELD_BEFORE), "list_heading": (LIST, LIST_AFTER, FURNITURE_BEFORE),
    "headline": (HEADLINE, HEADLINE_AFTER, FURNITURE_BEFORE),
    "boilerplate": (FURNITURE, INSERT, FURNITURE_BEFORE),
}  # fmt: skip


Reader = Callable[[str], dict[str, str] | None]


class Group(NamedTuple):
    """Rules behind one gate (None: none)."""

    gate: Callable[[str], object] | None
    rules: tuple[tuple[LineRule, Reader], ...]


class Witness(NamedTuple):
    """A rule that saw something on a line, what it says of it, and the fields that it read."""

    rule: LineRule
    given: dict[str, str]


Said = dict[int, tuple[LineRule, Mapping[str, str]]]  # by the places of lines: what a rule sees there, and its fields


class Evidence(NamedTuple):
    """What a line says by itself: its measures, its look, its witnesses, and what they say for each state.

    `usual` is the look within bounds, which `row` is for: most lines stand where it says neither more nor less.
    """

    line: lines.Line
    look: float
    witnesses: tuple[Witness, ...]
    usual: float
    row: tuple[float, ...]


Weigher = Callable[[str], Evidence]


class Block(NamedTuple):
    """A line as it is weighed: its segment and its evidence."""

    segment: Segment
    line: lines.Line
    look: float
    witnesses: tuple[Witness, ...]
    usual: float
    row: tuple[float, ...]
    frequent: bool = False


_WORDS = 8  # between spaces, before and behind an address
_KEY, _OF_A_KEY = 32, 4  # code points and words before a wide space


def says(block: Block, *roles: str) -> bool:
    """Whether a rule says of a line that it is one of these."""
    return any(witness.rule.role in roles for witness in block.witnesses)


def states_of(rule: LineRule) -> tuple[int, ...]:
    """The states of lines that a rule sees."""
    return _STATES.get(rule.role) or _STATES[rule.kind]


def tabbed(text: str, gaps: Sequence[int] = ()) -> str:
    """A line with a tab where its only wide space stands behind a few words, for it may part a key from its value."""
    at = gaps[0] if len(gaps) == 1 else 0
    key = text[:at]
    few = 0 < at <= _KEY and len(key.split()) <= _OF_A_KEY and not key.endswith(fields.SENTENCE_END)
    return f"{key}\t{text[at + 1 :]}" if few else text


def _with_gaps(text: str, gaps: Sequence[int], weigh: Weigher) -> Evidence:
    """The evidence of a line with wide spaces: the witnesses are those of a menu, if these part its items, or with a
    tab where the only one stands, if it is a field then whose key is known, or nobody knows the line without; its look
    stays, for the article has one space."""
    own = weigh(text)
    line = tabbed(text, gaps) if len(gaps) == 1 else barred(text, gaps)
    if line is text:
        return own
    if len(gaps) > 1:
        may = not (own.witnesses or own.line.digits)
        witnesses = tuple(one for one in weigh(line).witnesses if one.rule.id == MENU) if may else ()
    else:
        field = fields.pair(line)
        witnesses = weigh(line).witnesses if field is not None and (field.known or not own.witnesses) else ()
    if not witnesses:
        return own
    seen = own.line._replace(text=line)
    return Evidence(seen, own.look, witnesses, own.usual, row(seen, witnesses, own.usual))


def barred(text: str, gaps: Sequence[int]) -> str:
    """A line with bars where its wide spaces stand."""
    for at in reversed(gaps):
        text = f"{text[:at]} | {text[at + 1 :]}"
    return text


MENU = "boilerplate/menu"
MOST_GAPS = 12  # between the items of a menu


def weighed(
    segments: Iterable[Segment],
    weigh: Weigher,
    furniture: "Furniture | None" = None,
    wide: Mapping[int, Sequence[int]] | None = None,
) -> list[Block]:
    """A block for each segment that has a text; a `wide` space behind a few words is a tab, for it may part a key from
    its value."""
    out = []
    for segment in segments:
        if segment.text:
            text = characters.plain(segment.text)[0]
            if not text.isprintable():  # between a key and its value stands the line end that came
                text = characters.LINE_END.apply(text)
            gaps = wide.get(segment.start) if wide else None
            if gaps is None and not text.isascii() and 1 < text.count("\u3000", 1) <= MOST_GAPS:
                gaps = tuple(at for at, sign in enumerate(text) if sign == "\u3000")
            block = Block(segment, *(_with_gaps(text, gaps, weigh) if gaps else weigh(text)))
            if furniture is not None and furniture.frequent(segment.text) is not None:
                block = block._replace(look=block.look + _FREQUENT, frequent=True)
            out.append(block)
    return out


@lru_cache(maxsize=16)
def weigher(rules: tuple[LineRule, ...]) -> Weigher:
    """The function that finds the evidence of a line. What a site repeats on all its pages is weighed once.

    Raises `RuleError` where a case of a rule fails.
    """
    prove(rules)
    lengths = sorted({rule.longest for rule in rules})
    groups = _groups(rules)
    asked = (*(_looking(groups, length) for length in lengths), ())
    order = {rule.id: n for n, rule in enumerate(rules)}

    def weigh(text: str) -> Evidence:
        line = lines.measure(text)
        size = len(text)
        if line.ended and line.length >= 100 and line.words > 12 and ("://" not in text or text.count(" ") > _WORDS):
            size = max(size, PROSE)  # what reads as prose, and is no address, is asked for as if it were long
        witnesses: list[Witness] = []
        for gate, readers in asked[bisect_left(lengths, size)]:
            if gate is None or gate(text):
                for rule, read in readers:
                    given = read(text)
                    if given is not None:
                        witnesses.append(Witness(rule, given))
        if len(witnesses) > 1:
            witnesses.sort(key=lambda witness: order[witness.rule.id])
            if any(w.rule.role == "list_heading" for w in witnesses):  # an empty key that also announces a list
                witnesses = [w for w in witnesses if w.rule.kind != "footer"]
            if any(w.rule.kind == "boilerplate" for w in witnesses) and not _FIGURE.search(text):
                witnesses = [w for w in witnesses if w.rule.id != "field/field"]  # what asks to share has no value
            if any(w.rule.id == "press/source-version" for w in witnesses):  # View this post on the web at
                witnesses = [w for w in witnesses if w.rule.kind != "boilerplate"]
            if any(w.rule.role == "byline" for w in witnesses):  # who wrote says more than that somebody is credited
                witnesses = [w for w in witnesses if w.rule.role != "credit"]
        look = lines.furniture(line, known=bool(witnesses))
        usual = bounded(look)
        return Evidence(line, look, tuple(witnesses), usual, row(line, witnesses, usual))

    return remembering(weigh)


_FIGURE = re.compile(r"\d")


def _groups(rules: Iterable[LineRule]) -> tuple[Group, ...]:
    """The rules by their gates.

    Where a rule has a pattern that can stand in a union, and no gate of its own, its gate is the union of all of these:
    one look for many.
    """
    unions = [rule.pattern for rule in rules if rule.pattern and not rule.gate and not _ALONE.search(rule.pattern)]
    union = compiled("|".join(f"(?:{pattern})" for pattern in unions)).fullmatch
    by_gate: dict[Callable[[str], object] | None, list[tuple[LineRule, Reader]]] = {}
    for rule in rules:
        by_gate.setdefault(rule.gate or (union if rule.pattern in unions else None), []).append((rule, rule.reader))
    return tuple(Group(gate, tuple(own)) for gate, own in by_gate.items())


def _looking(groups: Iterable[Group], length: int) -> tuple[Group, ...]:
    """Of the rules those that look at lines of so many code points."""
    own = (Group(gate, tuple(one for one in rules if one[0].longest >= length)) for gate, rules in groups)
    return tuple(group for group in own if group.rules)


# What would mean another thing in a union.
_ALONE = re.compile(r"\(\?[aiLmsuxV01]+\)|\\\d|\(\?P=|\(\?[&R\d]|\\g<|\(\?\|")


def row(line: lines.Line, witnesses: Iterable[Witness], look: float) -> tuple[float, ...]:
    """What speaks for each state of a line whose look is known, whatever stands below it."""
    row = list(NOTHING)
    row[FURNITURE] = look
    if line.ended and line.inside and line.length >= _SENTENCES and not line.site and not lines.addresses(line):
        row[FURNITURE] = bounded(look + _OF_NO_SITE)
    row[INSERT] = look + _INSERTED + (_PARAGRAPH if line.ended and line.inside and look < _CERTAIN else 0.0)
    row[FURNITURE_BEFORE] = min(look, _BEFORE * look)
    if line.ended and line.inside and line.length >= _SENTENCES:
        row[FURNITURE_BEFORE] += _PROSE_BEFORE
    if line.length < _TEASER and (line.ended or line.length > 60):
        row[TEASER] = max(look, _BELOW_A_HEADLINE if line.length < _SHORT_TEASER else _LONG)
    row[HEADLINE] = row[HEADLINE_AFTER] = (
        look + (_ENDED if line.ended and line.mark not in lines.CALLS else 0.0) + (_BULLET if line.bullet else 0.0)
    )
    row[TITLE] = lines.like_a_title(line)
    if line.ended or line.length > 60:
        row[SUMMARY] = -1.0
    if line.length < 40 and not line.ended:
        if not witnesses and spoken_in_two(line.text) == "list_heading":
            row[LIST] = row[LIST_AFTER] = _SPOKEN_LIST
        elif line.rest.endswith((":", "：")):
            row[LIST] = row[LIST_AFTER] = -3.0
    for rule, given in witnesses:
        for state in states_of(rule):
            row[state] = max(row[state], rule.weight)
        if rule.role == "comments":
            row[INSERT] += _COMMENTS
        if rule.id == "header/keyed-summary":
            row[FIELD] = row[FIELD_AFTER] = rule.weight + _BELOW
        if credits_a_picture(rule, given, line):
            row[FIELD] = max(row[FIELD], rule.weight + _INSIDE)
    return tuple(row)


def credits_a_picture(rule: LineRule, given: Mapping[str, str], line: lines.Line) -> bool:
    """Whether a field, a phrase by how it begins or a name with an agency is the credit of a picture."""
    if rule.id == "field/credit":
        return lines.of_a_picture(given["key"])
    return rule.id == "footer/picture" or (rule.id == "phrase/credit" and lines.of_a_picture(line.text[:_BEGINS]))


_BEGINS = 6  # characters


def bounded(look: float) -> float:
    return -6.0 if look < -6.0 else 4.0 if look > 4.0 else look
