"""Blocks in, what each of them is out: header, body, footer, boilerplate; and the facts that they state.

Every line gets evidence from rules (a phrase, a key, a notice, its look), `sequence.best_path` makes one decision over
all of them, and what was decided is read: fields into `Metadata`, each with its place in `raw`.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from syndclean import dates, facts
from syndclean.document import Document, Edit, Kind, Problem, Role, Segment, filled
from syndclean.edits import cut, replay
from syndclean.rule import LineRule, compiled, prove
from syndclean.rules import characters, fields, headings, lines, notices, phrases, tails, wires
from syndclean.steps import repair, sequence
from syndclean.steps.decode import UNTOUCHED, decode, most_lines, untouched
from syndclean.steps.facts import metadata
from syndclean.steps.repair import BREAK, settled
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
    KIND,
    LIST,
    LIST_AFTER,
    NOTHING,
    SUMMARY,
    TEASER,
    TITLE,
)  # fmt: skip

if TYPE_CHECKING:
    from syndclean.furniture import Furniture

RULES: tuple[LineRule, ...] = (*wires.RULES, *notices.RULES, *fields.RULES, *phrases.RULES)
ROUNDS = 5

_PROSE = 301
_LONGEST_CUT = 20_000  # code points of a line that may hold fields
_REMEMBERED = 16_384  # lines

# What stands around a line says, in nats for furniture (fitted with the weights of `rules.lines`):
_CAPTION = 200  # characters: above a credit, a sentence so short is a caption
_ABOVE_A_CREDIT, _ABOVE_A_NAME = 5.0, 2.7
_ITEM, _LONG_ITEM, _ITEM_LENGTH = -0.5, 90, 40  # nats; characters of the longest item of a list, and of one on average
_A_HEADLINE = 25  # characters
_HEADING, _HEADS, _LISTED = 50, -2.0, (INSERT, HEADLINE, FURNITURE, HEADLINE_AFTER)  # characters; behind a link
_INSIDE = 2.2  # the credit of a picture stands within an article as well as before it
_SAID_TWICE = 2.3  # a paragraph that stands there twice, where the rest does not: an article says nothing twice
_LABEL_TWICE = 1.6  # a label that does
_IN_TURNS = 0.5  # headline and sentence in turns
# What a look says for one state, beside what it says for furniture at large:
_INSERTED = -0.6  # a heading looks much the same
_PARAGRAPH = -1.0  # two sentences between furniture are a paragraph of the article rather than an insertion
_SENTENCES, _OF_NO_SITE = 100, -0.4  # characters; sentences that do not speak of the site, nor to its readers
_ENDED = -2.0  # a headline has no full stop
_BULLET = 1.0
_BEFORE = 1.8  # times: before an article there is hardly ever prose
_TEASER, _BELOW_A_HEADLINE = 275, -0.8  # what stands below a headline is no longer, and may be prose
_HEADLINE, _TITLE_AGAIN = 12, 6.0  # what stands twice before an article and is so long, is its title
_FREQUENT = 1.0  # nats: what it says for furniture that a line comes back on other pages, beside that it is no article
_STATES: dict[str, tuple[int, ...]] = {
    "title": (TITLE,), "summary": (SUMMARY,), "header": (HEADER,), "body": (BODY,),
    "footer": (FIELD, FIELD_AFTER, FIELD_BEFORE), "list_heading": (LIST, LIST_AFTER, FURNITURE_BEFORE),
    "headline": (HEADLINE, HEADLINE_AFTER, FURNITURE_BEFORE),
    "boilerplate": (FURNITURE, INSERT, FURNITURE_BEFORE),
}  # fmt: skip
_DEFAULT: dict[int, tuple[Role, str]] = {
    TITLE: ("title", "shape/title"), SUMMARY: ("summary", "shape/summary"), HEADER: ("byline", "shape/header"),
    FIELD: ("field", "shape/field"), FIELD_BEFORE: ("field", "shape/field"),
    FIELD_AFTER: ("field", "shape/field"),
    LIST: ("list_heading", "shape/list-heading"), LIST_AFTER: ("list_heading", "shape/list-heading"),
    HEADLINE: ("headline", "shape/headline"), HEADLINE_AFTER: ("headline", "shape/headline"),
    INSERT: ("other", "shape/furniture"), FURNITURE: ("other", "shape/furniture"),
    FURNITURE_BEFORE: ("navigation", "shape/furniture"), TEASER: ("headline", "shape/teaser"),
}  # fmt: skip


Reader = Callable[[str], dict[str, str] | None]
Pairs = dict[int, tuple[Segment, Segment]]


class Group(NamedTuple):
    """Rules behind one gate (None: none), and the length of the longest line that any of them looks at."""

    longest: int
    gate: Callable[[str], object] | None
    rules: tuple[tuple[LineRule, Reader], ...]


class Witness(NamedTuple):
    """A rule that saw something on a line, what it says of it, and the fields that it read."""

    rule: LineRule
    given: dict[str, str]


class Evidence(NamedTuple):
    """What a line says by itself: its measures, its look, its witnesses, and what they say for each state.

    `usual` is the look within bounds, which `row` is for: most lines stand where it says neither more nor less.
    """

    line: lines.Line
    look: float
    witnesses: tuple[Witness, ...]
    usual: float
    row: tuple[float, ...]


class Block(NamedTuple):
    """A line as it is weighed: its segment and its evidence."""

    segment: Segment
    line: lines.Line
    look: float
    witnesses: tuple[Witness, ...]
    usual: float
    row: tuple[float, ...]
    frequent: bool = False


class Explanation(NamedTuple):
    """A line of `explain`: what it is, by which rule, and the kind that came second with its distance in nats."""

    kind: Kind
    role: Role
    rule: str
    other: Kind
    margin: float
    text: str

    def __str__(self) -> str:
        text = self.text if len(self.text) <= 60 else f"{self.text[:57]}..."
        text = text.replace("\n", "⏎")
        return f"{self.kind + '/' + self.role:<24} {self.rule:<26} {self.other:>12} -{self.margin:<5.1f} {text}"


def split(document: Document, *, rules: Sequence[LineRule] = RULES, furniture: "Furniture | None" = None) -> Document:
    """The same document, each segment with its kind and role, and the metadata read from them.

    `rules` are those that look at lines; users' own are added to ours (`rules=RULES + HOUSE`). Raises `RuleError` where
    a case of a rule fails. `furniture` knows the lines that come back on many pages of a site (`syndclean.furniture`):
    they are no article.

    >>> from syndclean import decode, repair
    >>> document = split(repair(decode("The bridge is open again.\\nSource: https://a.example/bridge")))
    >>> [(s.kind, s.role) for s in document.segments], document.metadata.source_url
    ([('body', 'paragraph'), ('footer', 'source_link')], 'https://a.example/bridge')
    """
    rules = tuple(rules)
    prove(rules)
    if not document.segments or document.segments[0].rule == UNTOUCHED:
        return document
    whole = len(document.segments)
    document, pairs = _parted(document)
    parted = bool(pairs) or len(document.segments) > whole
    most = most_lines(sum(len(segment.text) for segment in document.segments))
    if len(document.segments) > most + 1:
        return untouched(document.raw, f"there would be more than {most} fields and lines")
    blocks = _weighed(document.segments, rules, furniture)
    states, agreed = _decided(blocks)
    states = _without_frequent(blocks, states)
    states = _headed(blocks, states)
    blocks = _with_date(blocks, states)
    blocks, states = _named(*_sectioned(blocks, _dated(blocks, states)))
    blocks, states = _unjoined(blocks, states, pairs)
    labelled = _labelled(blocks, states)
    invisible = [segment for segment in document.segments if not segment.text]
    segments = tuple(sorted([*labelled, *invisible], key=lambda s: s.start)) if invisible else labelled
    given = {block.segment.start: block.witnesses for block in blocks}
    stated = metadata(document, segments, given)
    problems = document.metadata.problems + stated.problems
    if not agreed or (parted and _parts_again(segments)) or not _stands_alone(segments, document.edits):
        message = "the blocks did not settle: cleaned again, they are others"
        problems += (Problem(0, len(document.raw), "segments", message),)
    return document.with_(segments=segments, metadata=stated.model_copy(update={"problems": problems}))


def explain(document: Document, *, rules: Sequence[LineRule] = RULES) -> Iterator[Explanation]:
    """Why each line is what it is: a row a segment, with the runner-up. `document` is one that `split` made."""
    blocks = _weighed(document.segments, tuple(rules))
    verdicts = sequence.margins(_scores(blocks))
    for block, verdict in zip(blocks, verdicts, strict=True):
        s = block.segment
        other = KIND[verdict.other] if KIND[verdict.other] != s.kind else KIND[verdict.state]
        yield Explanation(s.kind, s.role, s.rule, other, verdict.margin, s.text)


def _parts_again(segments: Iterable[Segment]) -> bool:
    """Whether a piece of a line that became article would be parted as a line of its own."""
    return any(_places_in(segment.text) for segment in segments if segment.kind == "body")


def _stands_alone(segments: Sequence[Segment], edits: Sequence[Edit]) -> bool:
    """Whether the article has the same blocks without what stood around it: its words told joints from names too.

    Where characters were repaired (an edit names a rule that repairs more than breaks) they are looked at once more,
    and so are the breaks, for there can be none inside an edit. So they are where a mark that hid misread ones stands
    in another block now, or a mark of direction apart from the letters that it was for.
    """
    article = [segment.text for segment in segments if segment.kind == "body"]
    text = BREAK.join(article)
    if len(article) > most_lines(sum(map(len, article))):
        return False
    damaged = any(not _OF_REPAIR.issuperset(edit.rules) for edit in edits)
    if (damaged or characters.MOJIBAKE.edits(text) or characters.DIRECTION.edits(text)) and decode(text).edits:
        return False
    as_it_came = len(article) == len(segments) and not damaged
    return as_it_came or (not any("\n" in block for block in article) and settled(text))


_OF_REPAIR = frozenset(rule.id for rule in repair.RULES)


# ---- lines -------------------------------------------------------------------------------------------------------


def _parted(document: Document) -> tuple[Document, Pairs]:
    """Lines that hold several fields, or a field glued to a sentence, parted; a key and the value below it joined.

    The second of what comes out has, by where they start, the two lines that were joined.
    """
    segments, edits = document.segments, document.edits
    places = [_places_in(segment.text) for segment in segments]
    if any(places):
        segments, edits = _cut(document, places)
    joined, pairs = _joined(document.raw, segments, edits)
    return document.with_(segments=joined, edits=edits), pairs


def _places(text: str) -> list[int]:
    """Where a line is to be cut: before the notices behind its last sentence, and between the fields before them."""
    behind = tails.behind(text)
    before = text[: behind[0]] if behind else text
    out = fields.cuts(before)
    for start, end in pairwise((*behind, len(text))):
        out += [start, *(start + at for at in fields.cuts(text[start:end]))]
    return out


_places_of_short = lru_cache(maxsize=_REMEMBERED)(_places)


def _places_in(text: str) -> list[int]:
    """The same, remembered for lines that may come back; the longest lines hold no fields."""
    if len(text) <= _PROSE:
        return _places_of_short(text)
    return _places(text) if len(text) < _LONGEST_CUT else []


def _cut(document: Document, places: Sequence[Sequence[int]]) -> tuple[tuple[Segment, ...], tuple[Edit, ...]]:
    """The segments parted at `places`, offsets of their texts, and the edits in them."""
    out: list[Segment] = []
    edits: list[Edit] = []
    inside = _Inside(document.edits)
    for segment, cuts in zip(document.segments, places, strict=True):
        own = inside(segment.start, segment.end)
        if not cuts:
            out.append(segment)
            edits += own[1:] if edits and own and own[0] == edits[-1] else own
            continue
        moved = [replace(e, start=e.start - segment.start, end=e.end - segment.start) for e in own]
        for piece in cut(document.raw[segment.start : segment.end], moved, cuts):
            start, end = segment.start + piece.start, segment.start + piece.end
            out.append(replace(segment, start=start, end=end, text=piece.text))
            edits += [replace(e, start=e.start + segment.start, end=e.end + segment.start) for e in piece.edits]
    return tuple(out), tuple(edits)


class _Inside:
    """The edits that lie in a stretch of `raw`, found by where they start."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits, self._starts = edits, [edit.start for edit in edits]

    def __call__(self, start: int, end: int) -> list[Edit]:
        near = self._edits[bisect_left(self._starts, start) : bisect_left(self._starts, end + 1)]
        return [edit for edit in near if edit.end <= end]


def _joined(raw: str, segments: Sequence[Segment], edits: Sequence[Edit]) -> tuple[tuple[Segment, ...], Pairs]:
    """A known key that stands alone, and the line below that is its value, as one segment."""
    out: list[Segment] = []
    pairs: Pairs = {}
    inside = _Inside(edits)
    for segment in segments:
        key = out[-1] if out else None
        if (
            key is not None
            and segment.text  # what is invisible is no value
            and len(key.text) <= fields.LONGEST_KEY
            and key.text.endswith(fields.BEFORE_A_VALUE)
            and key.start not in pairs
            and fields.awaits(key.text, segment.text)
            and entry_free(segment.text)
        ):
            text = replay(raw, inside(key.start, segment.end), key.start, segment.end)
            out[-1] = replace(key, end=segment.end, text=text)
            pairs[key.start] = (key, segment)
        else:
            out.append(segment)
    return tuple(out), pairs


def _unjoined(blocks: list[Block], states: list[int], pairs: Pairs) -> tuple[list[Block], list[int]]:
    """Two lines that were joined and turned out to be article are two again."""
    if not any(state == BODY and block.segment.start in pairs for block, state in zip(blocks, states, strict=True)):
        return blocks, states
    out: list[tuple[Block, int]] = []
    for block, state in zip(blocks, states, strict=True):
        two = pairs.get(block.segment.start) if state == BODY else None
        out += [(block._replace(segment=segment), state) for segment in two or (block.segment,)]
    return [block for block, _ in out], [state for _, state in out]


def entry_free(text: str) -> bool:
    """Whether no phrase of the vocabulary claims a line."""
    return phrases.entry(text) is None


def _groups(rules: Iterable[LineRule]) -> tuple[Group, ...]:
    """The rules by their gates, those that look at the longest lines first.

    Where a rule has a pattern that can stand in a union, its gate is the union of all of these: one look for many.
    """
    unions = [rule.pattern for rule in rules if rule.pattern and not _ALONE.search(rule.pattern)]
    union = compiled("|".join(f"(?:{pattern})" for pattern in unions)).fullmatch
    by_gate: dict[Callable[[str], object] | None, list[LineRule]] = {}
    for rule in rules:
        by_gate.setdefault(rule.gate or (union if rule.pattern in unions else None), []).append(rule)
    groups = []
    for gate, own in by_gate.items():
        own.sort(key=lambda rule: -rule.longest)
        groups.append(Group(own[0].longest, gate, tuple((rule, rule.reader) for rule in own)))
    return tuple(sorted(groups, key=lambda group: -group.longest))


# What would mean another thing in a union.
_ALONE = re.compile(r"\(\?[aiLmsuxV01]+\)|\\\d|\(\?P=|\(\?[&R\d]|\\g<|\(\?\|")


@lru_cache(maxsize=16)
def _weigher(rules: tuple[LineRule, ...]) -> Callable[[str], Evidence]:
    """The function that finds the evidence of a line. What a site repeats on all its pages is weighed once."""
    groups = _groups(rules)
    order = {rule.id: n for n, rule in enumerate(rules)}

    def weigh(text: str) -> Evidence:
        line = lines.measure(text)
        size = len(text)
        if line.ended and line.length >= 100 and line.words > 12:
            size = max(size, _PROSE)  # what reads as prose is asked for as if it were long
        witnesses: list[Witness] = []
        for longest, gate, readers in groups:
            if size > longest:
                break
            if gate is None or gate(text):
                for rule, read in readers:
                    if size > rule.longest:
                        break
                    given = read(text)
                    if given is not None:
                        witnesses.append(Witness(rule, given))
        if len(witnesses) > 1:
            witnesses.sort(key=lambda witness: order[witness.rule.id])
            if any(w.rule.role == "list_heading" for w in witnesses):  # an empty key that also announces a list
                witnesses = [w for w in witnesses if w.rule.kind != "footer"]
            if any(w.rule.role == "byline" for w in witnesses):  # who wrote says more than that somebody is credited
                witnesses = [w for w in witnesses if w.rule.role != "credit"]
        look = lines.furniture(line)
        usual = _bounded(look)
        return Evidence(line, look, tuple(witnesses), usual, _row(line, witnesses, usual))

    remembered = lru_cache(maxsize=_REMEMBERED)(weigh)
    return lambda text: remembered(text) if len(text) <= _PROSE else weigh(text)


def _weighed(
    segments: Iterable[Segment], rules: tuple[LineRule, ...], furniture: "Furniture | None" = None
) -> list[Block]:
    """A block for each segment that has a text."""
    weigh = _weigher(rules)
    out = []
    for segment in segments:
        if segment.text:
            block = Block(segment, *weigh(segment.text))
            if furniture is not None and furniture.frequent(segment.text) is not None:
                block = block._replace(look=block.look + _FREQUENT, frequent=True)
            out.append(block)
    return out


# ---- the decision ------------------------------------------------------------------------------------------------


def _decided(blocks: Sequence[Block]) -> tuple[list[int], bool]:
    """A state for each block. What is article must also be article when it stands alone; what is not, was none."""
    states = sequence.best_path(_scores(blocks))
    for _ in range(ROUNDS):
        article = [i for i, state in enumerate(states) if state == BODY]
        if len(article) == len(blocks):
            return states, True
        alone = sequence.best_path(_scores([blocks[i] for i in article]))
        flips = [(i, state) for i, state in zip(article, alone, strict=True) if state != BODY]
        if not flips:
            return states, True
        for i, state in flips:
            states[i] = state
    return states, False


def _without_frequent(blocks: Sequence[Block], states: list[int]) -> list[int]:
    """Lines that the whole site shares are no article; but if most of it were, this page was counted over and over."""
    article = [block for block, state in zip(blocks, states, strict=True) if state == BODY]
    shared = sum(len(block.segment.text) for block in article if block.frequent)
    if 2 * shared > sum(len(block.segment.text) for block in article):
        return states
    return [FURNITURE if b.frequent and state == BODY else state for b, state in zip(blocks, states, strict=True)]


def _headed(blocks: Sequence[Block], states: list[int]) -> list[int]:
    """The states with the headline found: the one that the title of a page tells, else the one that a byline, a date or
    a dateline below it does."""
    begun = states.index(BODY) if BODY in states else 0
    if begun >= _ABOVE and _may_be_headline(blocks[0].line):
        states = _titled(blocks, states, begun)
    titles = [blocks[i].segment.text for i, state in enumerate(states[:begun]) if state == TITLE]
    if begun and (not titles or (len(titles) == 1 and _PARTED_SECTION.search(titles[0]))):
        states = _signed(blocks, states, begun)
    return states


def _titled(blocks: Sequence[Block], states: list[int], begun: int) -> list[int]:
    """The headline of a page is what says its title again or, if nothing does, what says it in the nearest words; what
    else is short before the article is none."""
    title = facts.PageTitle(blocks[0].line.text)
    out = list(states)
    free = [i for i in range(1, begun) if states[i] == TITLE or (states[i] in _FREE and not blocks[i].witnesses)]
    again = [i for i in free if states[i] == TITLE and title.has(blocks[i].line.text)]
    if not again:
        near = [(title.nearness(blocks[i].line.text), i) for i in free if _may_be_headline(blocks[i].line)]
        nearness, i = max(near, default=(0.0, 0))
        if nearness:
            again, out[i] = [i], TITLE
    if again:
        out[0] = TITLE
        for i in free:
            if i == again[-1] + 1 or (out[i] == TITLE and i not in again):
                out[i] = SUMMARY if i > again[-1] and blocks[i].line.length > _DECK else FURNITURE_BEFORE
    return out


def _signed(blocks: Sequence[Block], states: list[int], begun: int) -> list[int]:
    """Where no line was taken for the title, that is the last one above a byline or a date that reads like one."""
    dated = facts.dateline(blocks[begun].segment.text) is not None
    for i in range(begun - 1, -1, -1):
        below = range(i + 1, min(begun, i + 1 + _CLOSELY))
        if states[i] == FURNITURE_BEFORE and _reads_like_a_headline(blocks[i]):
            signed = (dated and i == begun - 1) or any(
                states[n] == HEADER or _is_dated(blocks[n]) or _is_signed(blocks[n]) for n in below
            )
            return [*states[:i], TITLE, *states[i + 1 :]] if signed else states
    return states


_PARTED_SECTION = re.compile(r"\A[^/>›»]{1,30} ?[/>›»] ?[^/>›»]{1,30}\Z")
_DECK = 60  # characters of the line below a headline that says more


def _with_date(blocks: list[Block], states: list[int]) -> list[Block]:
    """Where nothing between the headline and the article or closely above is a date, one among a few words is seen."""
    begun = states.index(BODY) if BODY in states else 0
    titles = [i for i, state in enumerate(states[:begun]) if state == TITLE]
    near = [*range(titles[-1] + 1, begun)] if titles else []
    if len(titles) > 1:
        near += range(max(1, titles[1] - _CLOSELY), titles[-1])
    if any(_is_dated(blocks[i]) for i in near):
        return blocks
    for i in near:
        if states[i] == FURNITURE_BEFORE and not blocks[i].witnesses and blocks[i].line.digits:
            given = notices.DATED.fields(blocks[i].segment.text)
            if given and not notices.NAME.fields(blocks[i].segment.text):  # that is read with its date
                return [*blocks[:i], blocks[i]._replace(witnesses=(Witness(notices.DATED, given),)), *blocks[i + 1 :]]
    return blocks


def _dated(blocks: Sequence[Block], states: list[int]) -> list[int]:
    """Between the headline and the article, among whatever else, a date or a byline is the article's, and where no date
    stands there, one that stands closely above the headline; other dates below the title of the page are the site's."""
    begun = states.index(BODY) if BODY in states else 0
    titles = [i for i, state in enumerate(states[:begun]) if state == TITLE]
    if not titles:
        return states
    out = list(states)
    for i in range(titles[-1] + 1, begun):
        if out[i] == FURNITURE_BEFORE and _may_be(blocks[i], HEADER):
            out[i] = HEADER
    low = titles[-1]
    if len(titles) > 1 and not any(map(_is_dated, blocks[low + 1 : begun])):
        low = max(1, titles[1] - _CLOSELY)
        for i in range(low, titles[-1]):
            if out[i] == FURNITURE_BEFORE and _is_dated(blocks[i]) and _may_be(blocks[i], HEADER):
                out[i] = HEADER
    if titles[-1] in _said_again(blocks):
        for i in range(1, low):
            if out[i] == HEADER and _may_be(blocks[i], FURNITURE_BEFORE):
                out[i] = FURNITURE_BEFORE
    return out


_CLOSELY = 3  # lines


def _is_signed(block: Block) -> bool:
    return any(witness.rule.role == "author" for witness in block.witnesses)


def _sectioned(blocks: list[Block], states: list[int]) -> tuple[list[Block], list[int]]:
    """A label right above the headline says in which section it stands."""
    out, labels = list(blocks), list(states)
    for i, state in enumerate(states[:-1]):
        if state != TITLE or states[i + 1] != TITLE:
            break
        given = notices.SECTION.fields(blocks[i].segment.text)
        if given is not None and _reads_like_a_headline(blocks[i + 1]):
            out[i], labels[i] = blocks[i]._replace(witnesses=(Witness(notices.SECTION, given),)), HEADER
    return out, labels


def _named(blocks: list[Block], states: list[int]) -> tuple[list[Block], list[int]]:
    """A name below a lead that stands alone is the author's; above the article, so is one with or beside a date, above
    what its bearer is, or of whom that is told behind the article."""
    names = {
        i: given
        for i, block in enumerate(blocks)
        if i
        and states[i] != BODY
        and not block.witnesses  # a phrase is no name
        and (block.line.words < 5 or (block.line.words < _OF_A_BYLINE and block.line.digits))
        and (given := notices.NAME.fields(block.segment.text))
    }
    if not names:
        return blocks, states
    begun = states.index(BODY) if BODY in states else 0
    titles = [i for i, state in enumerate(states[:begun]) if state == TITLE and i not in names]
    headline = titles[-1] if titles else begun - _ABOVE
    out, labels, led = list(blocks), list(states), set[int]()
    above = any(headline < i < begun for i in names)
    known = {name for block in blocks[begun:] for name in facts.told_of(block.segment.text)} if above else set()
    for i, given in names.items():
        if i - 1 in led or facts.is_lead(blocks[i - 1].segment.text):
            led.add(i)
        elif not headline < i < begun or not (given["authors"] in known or _says_who(given, blocks[i - 1 : i + 2])):
            continue
        if states[i] in _FREE or (titles and states[i] in (TITLE, SUMMARY)):
            rule, labels[i] = (notices.NAME, HEADER) if i < begun else (notices.NAME_BEHIND, FIELD)
            out[i] = blocks[i]._replace(witnesses=(Witness(rule, given),))
    return out, labels


def _says_who(given: Mapping[str, str], around: Sequence[Block]) -> bool:
    """Whether a name above the article, given with the lines around it, is that of who wrote."""
    _, own, below = around
    if given["authors"] != own.segment.text:  # it has its date
        return True
    if _credits(below):  # it says who is in the picture
        return False
    return any(map(_is_dated, around)) or facts.is_role(below.segment.text)


_OF_A_BYLINE = 12  # words, those of a date among them
_FREE = frozenset((FURNITURE_BEFORE, FURNITURE, INSERT))
_ABOVE = 9  # lines above an article whose headline nobody knows


def _is_dated(block: Block) -> bool:
    return any(witness.rule.role in _DATED for witness in block.witnesses)


_DATED = frozenset(("date", "publish_date", "update_date", "date_stamp"))


def _may_be(block: Block, state: int) -> bool:
    """Whether a rule takes a line for what the state is of."""
    return any(state in _states(witness.rule) for witness in block.witnesses)


def _states(rule: LineRule) -> tuple[int, ...]:
    """The states of lines that a rule sees."""
    return _STATES.get(rule.role) or _STATES[rule.kind]


def _scores(blocks: Sequence[Block]) -> list[Sequence[float]]:
    """What speaks for each state, a row a block."""
    seen = Counter([block.segment.text for block in blocks])
    looks = _looks(blocks, seen)
    items = _items(blocks)
    rows = [
        _score(block, look, None if i + 1 in items else after, seen[block.segment.text])
        for i, (block, look, after) in enumerate(zip(blocks, looks, _next(blocks), strict=True))
    ]
    for i in items:
        rows[i] = _row(blocks[i].line, (), min(looks[i], _ITEM))
    for i, (block, above) in enumerate(zip(blocks[1:], blocks, strict=False), 1):
        if looks[i] > block.usual and _may_be_a_caption(block.line) and _is_prose(above.line):
            # Below a paragraph, the caption of a picture stands in the article, and the paragraphs above it as well.
            rows[i] = (*rows[i][:FURNITURE_BEFORE], block.row[FURNITURE_BEFORE], *rows[i][FURNITURE_BEFORE + 1 :])
    for i, (above, block, below) in enumerate(zip(blocks, blocks[1:], blocks[2:], strict=False), 1):
        if _is_complete(above) and _may_be_a_heading(block) and _is_prose(below.line):
            rows[i] = [score + _HEADS if state in _LISTED else score for state, score in enumerate(rows[i])]
    for i in _said_again(blocks):
        rows[i] = (*rows[i][:TITLE], rows[i][TITLE] + _TITLE_AGAIN, *rows[i][TITLE + 1 :])
    return rows


def _said_again(blocks: Sequence[Block]) -> list[int]:
    """The lines that are the headline in the first one, which then is the title of a page; and the first."""
    first = blocks[0].line if blocks else None
    if first is None or first.inside > 1 or first.length > 2 * lines.TITLE_LENGTH:
        return []
    title = facts.PageTitle(first.text)
    again = [i for i, block in enumerate(blocks) if i and _may_be_headline(block.line) and title.has(block.line.text)]
    return [0, *again] if again else []


def _may_be_headline(line: lines.Line) -> bool:
    return line.length >= _HEADLINE and line.words > 1 and not (line.ended and line.mark not in lines.CALLS)


def _looks(blocks: Sequence[Block], seen: Counter[str]) -> list[float]:
    """How much each line looks like furniture where it stands, within bounds."""
    all_twice = _all_twice(blocks, seen)
    out = []
    for block, after, turn in zip(blocks, _next(blocks), _turns(blocks, seen), strict=True):
        line, look = block.line, block.look
        if turn:
            look += _IN_TURNS
        if after is not None and _may_be_a_caption(line):
            look += _credits(after)
        again = seen[block.segment.text] > 1
        if again and not all_twice and _is_prose(line):
            look += _SAID_TWICE
        look = _bounded(look)
        out.append(look + _LABEL_TWICE if again and not _is_prose(line) else look)
    return out


def _next(blocks: Sequence[Block]) -> list[Block | None]:
    """For each block the one below it."""
    return [*blocks[1:], None] if blocks else []


def _bounded(look: float) -> float:
    return -6.0 if look < -6.0 else 4.0 if look > 4.0 else look


def _all_twice(blocks: Sequence[Block], seen: Counter[str]) -> bool:
    """Whether so much of the prose stands there twice that the article does."""
    if len(seen) == len(blocks):
        return False  # nothing does
    prose = [block.segment.text for block in blocks if _is_prose(block.line)]
    return sum(len(text) for text in prose if seen[text] > 1) >= 0.3 * sum(map(len, prose))


def _is_prose(line: lines.Line) -> bool:
    return line.ended and line.length > 60


def _may_be_a_caption(line: lines.Line) -> bool:
    """One sentence, not too long: above the credit of a picture it is its caption, while a paragraph is none; nor is
    what begins with what somebody says."""
    return line.ended and line.length < _CAPTION and line.inside == 0 and line.text[:1] not in _SPEAKS


_SPEAKS = frozenset("\"“”„«»「『–—-")


def _credits(block: Block) -> float:
    """What it says of a sentence that this line stands below it: the credit of a picture, so that it is its caption."""
    if any(_is_a_picture_s(*witness, block.line) for witness in block.witnesses):
        return _ABOVE_A_CREDIT
    return _ABOVE_A_NAME if lines.credited(block.line) else 0.0


def _is_a_picture_s(rule: LineRule, given: Mapping[str, str], line: lines.Line) -> bool:
    """Whether a field, or a phrase by how it begins, is the credit of a picture."""
    if rule.id == "field/credit":
        return lines.of_a_picture(given["key"])
    return rule.id == "phrase/credit" and lines.of_a_picture(line.text[:_BEGINS])


_BEGINS = 6  # characters


def _reads_like_a_headline(block: Block) -> bool:
    """Whether a line has as many words as headlines have and labels have not, nobody knows it, and no bracket at its
    end credits a picture."""
    line = block.line
    label = line.length < _A_HEADLINE or line.words < 4 or line.rest.endswith((")", "）"))
    return not (label or block.witnesses or line.ended or line.bullet)


def _items(blocks: Sequence[Block]) -> set[int]:
    """The items of an article's own lists: a run of short lines, with bullets or with numbers behind a colon, that no
    phrase announces as other articles, and behind which the article goes on."""
    out: set[int] = set()
    start = 0
    for i, block in enumerate(blocks):
        line = block.line
        if not (line.ended or block.witnesses) and line.length < _LONG_ITEM:
            continue
        run = range(start, i)
        start = i + 1
        if len(run) > 2 and blocks[run[0]].line.mark in _ANNOUNCES:
            run = run[1:]  # a short line that announces the list stands in the run
        if len(run) < 2 or not run[0] or not _is_prose(line) or block.witnesses:
            continue
        above = blocks[run[0] - 1]
        counted = sum(blocks[n].line.text[:1].isdigit() for n in run)
        listed = all(blocks[n].line.bullet for n in run) or (2 * counted > len(run) and above.line.mark in _ANNOUNCES)
        mean = sum(blocks[n].line.length for n in run) / len(run)
        told = above.line.ended or above.line.mark in _ANNOUNCES
        if listed and told and mean < _ITEM_LENGTH and not above.witnesses:
            out.update(run)
    return out


_ANNOUNCES = frozenset(":：")


def _is_complete(block: Block) -> bool:
    """Whether a line leads to another article and names it (`Read also: …`), or credits a picture: no more follows."""
    line = block.line
    if any(_is_a_picture_s(*witness, line) for witness in block.witnesses):
        return True
    return line.words > 3 and line.mark not in ":：" and any(w.rule.role == "read_more" for w in block.witnesses)


def _may_be_a_heading(block: Block) -> bool:
    """Whether a line is as short as headings within an article are, where headlines are longer."""
    line = block.line
    return line.length < _HEADING and not (line.ended or line.bullet or block.witnesses)


def _turns(blocks: Sequence[Block], seen: Counter[str]) -> list[bool]:
    """Whether a line stands among five or more of which every other is a sentence, and every other a headline."""
    sorts = []
    for block in blocks:
        line = block.line
        if line.ended:
            sorts.append(1 if 30 < line.length < 250 else 0)
        else:
            label = line.length < 150 and not block.witnesses and seen[block.segment.text] == 1
            sorts.append(2 if label and not line.rest.endswith((":", "：")) else 0)
    out, run = [False] * len(sorts), 0
    for i, sort in enumerate(sorts):
        run = run + 1 if sort and i and sort + sorts[i - 1] == 3 else bool(sort)
        if run == 5:
            out[i - 4 : i + 1] = [True] * 5
        elif run > 5:
            out[i] = True
    return out


def _score(block: Block, look: float, after: Block | None, times: int) -> Sequence[float]:
    line = block.line
    own = block.row if look == block.usual else _row(line, block.witnesses, look)
    if after is None:
        return own
    above_a_list = not line.ended and line.length < 60 and after.line.bullet and not line.bullet
    again = times > 2 and (after.line.ended or after.line.text == line.text)
    if not above_a_list and not again:
        return own
    row = list(own)
    if above_a_list:
        announced = 0.0 if line.rest.endswith((":", "：")) else -1.0
        row[LIST], row[LIST_AFTER] = max(row[LIST], announced), max(row[LIST_AFTER], announced)
    if again:
        row[INSERT] = row[FURNITURE] + 1.5  # what comes again and again between sentences is no end
    return row


def _row(line: lines.Line, witnesses: Iterable[Witness], look: float) -> tuple[float, ...]:
    """What speaks for each state of a line whose look is known, whatever stands below it."""
    row = list(NOTHING)
    row[FURNITURE] = look
    if line.ended and line.inside and line.length >= _SENTENCES and not line.site and not lines.addresses(line):
        row[FURNITURE] = _bounded(look + _OF_NO_SITE)
    row[INSERT] = look + _INSERTED + (_PARAGRAPH if line.ended and line.inside else 0.0)
    row[FURNITURE_BEFORE] = min(look, _BEFORE * look)
    if line.length < _TEASER and (line.ended or line.length > 60):
        row[TEASER] = max(look, _BELOW_A_HEADLINE)
    row[HEADLINE] = row[HEADLINE_AFTER] = (
        look + (_ENDED if line.ended and line.mark not in lines.CALLS else 0.0) + (_BULLET if line.bullet else 0.0)
    )
    row[TITLE] = lines.like_a_title(line)
    if line.ended or line.length > 60:
        row[SUMMARY] = -1.0
    if line.rest.endswith((":", "：")) and line.length < 40:
        row[LIST] = row[LIST_AFTER] = -3.0
    for rule, given in witnesses:
        for state in _states(rule):
            row[state] = max(row[state], rule.weight)
        if _is_a_picture_s(rule, given, line):
            row[FIELD] = max(row[FIELD], rule.weight + _INSIDE)
    return tuple(row)


# ---- what was decided --------------------------------------------------------------------------------------------


def _labelled(blocks: Sequence[Block], states: Sequence[int]) -> tuple[Segment, ...]:
    """The segments with kind, role and rule; what is article gets its role from its look among its neighbours."""
    article = [i for i, state in enumerate(states) if state == BODY]
    roles = dict(zip(article, headings.roles([blocks[i].segment for i in article]), strict=True))
    rows = []
    for i, (block, state) in enumerate(zip(blocks, states, strict=True)):
        s, kind = block.segment, KIND[state]
        language = None
        heard = block.witnesses and [w for w in block.witnesses if w.rule.kind == kind and state in _states(w.rule)]
        if heard:
            said = max(heard, key=lambda w: w.rule.weight).rule
            role, rule, language = said.role, said.id, _language(said, s.text)
            if rule in ("field/unknown-key", "field/brief", "field/dated"):
                role = fields.role_of(s.text)  # type: ignore[assignment]
        else:
            role, rule = roles.get(i) or _by_look(block, state)
            if block.frequent and rule == "shape/furniture":
                rule = "corpus/frequent-line"
        rows.append((s.start, s.end, kind, role, s.text, language, s.confidence, rule))
    return filled(Segment, rows)


def _by_look(block: Block, state: int) -> tuple[Role, str]:
    """The role of a line that no rule knows: among furniture, a few words that read like a headline are one."""
    if (
        state in (FURNITURE, INSERT)
        and block.line.length >= 25
        and block.line.words > 3
        and not (block.line.ended and block.line.mark not in lines.CALLS)
    ):
        return _DEFAULT[HEADLINE]
    return _DEFAULT[state]


def _language(rule: LineRule, text: str) -> str | None:
    """The language of a phrase that a rule knows."""
    if rule.language:
        return rule.language
    if rule.role == "date_stamp":
        spoken = dates.languages(text)
        return min(spoken) if len(spoken) == 1 else None
    found = phrases.entry(text) if rule.id.startswith("phrase/") else None
    return found.language if found else wires.language_of(rule.id, text)
