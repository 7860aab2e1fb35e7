"""Blocks in, what each of them is out: header, body, footer, boilerplate; and the facts that they state.

Every line gets evidence from rules (a phrase, a key, a notice, its look), `sequence.best_path` makes one decision over
all of them, and what was decided is read: fields into `Metadata`, each with its place in `raw`.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from syndclean import dates
from syndclean.document import Document, Edit, Kind, Problem, Role, Segment
from syndclean.edits import cut, replay
from syndclean.rule import LineRule, compiled, prove
from syndclean.rules import characters, fields, headings, lines, notices, phrases, wires
from syndclean.steps import sequence
from syndclean.steps.decode import UNTOUCHED, WHOLE, decode, most_lines, untouched
from syndclean.steps.facts import metadata
from syndclean.steps.repair import repair
from syndclean.steps.sequence import (
    BODY,
    FIELD,
    FIELD_BEFORE,
    FURNITURE,
    FURNITURE_BEFORE,
    HEADER,
    HEADLINE,
    INSERT,
    KIND,
    LIST,
    NOTHING,
    SUMMARY,
    TITLE,
)  # fmt: skip

if TYPE_CHECKING:
    from syndclean.furniture import Furniture

RULES: tuple[LineRule, ...] = (*wires.RULES, *notices.RULES, *fields.RULES, *phrases.RULES)
ROUNDS = 5

_PROSE = 301

_FREQUENT = 1.0  # nats: what it says for furniture that a line comes back on other pages, beside that it is no article
_STATES: dict[str, tuple[int, ...]] = {
    "title": (TITLE,), "summary": (SUMMARY,), "header": (HEADER,), "footer": (FIELD, FIELD_BEFORE), "body": (BODY,),
    "list_heading": (LIST, FURNITURE_BEFORE), "headline": (HEADLINE, FURNITURE_BEFORE),
    "boilerplate": (FURNITURE, INSERT, FURNITURE_BEFORE),
}  # fmt: skip
_DEFAULT: dict[int, tuple[Role, str]] = {
    TITLE: ("title", "shape/title"), SUMMARY: ("summary", "shape/summary"), HEADER: ("byline", "shape/header"),
    FIELD: ("field", "shape/field"), FIELD_BEFORE: ("field", "shape/field"),
    LIST: ("list_heading", "shape/list-heading"),
    HEADLINE: ("headline", "shape/headline"), FURNITURE: ("other", "shape/furniture"),
    FURNITURE_BEFORE: ("navigation", "shape/furniture"), INSERT: ("other", "shape/furniture"),
}  # fmt: skip


Reader = Callable[[str], dict[str, str] | None]


class Group(NamedTuple):
    """The rules that look at lines up to one length: those behind a common gate, and the others."""

    longest: int
    gate: Callable[[str], object] | None
    gated: tuple[tuple[LineRule, Reader], ...]
    others: tuple[tuple[LineRule, Reader], ...]


Readers = tuple[Group, ...]


Pairs = dict[int, tuple[Segment, Segment]]


class Witness(NamedTuple):
    """A rule that saw something on a line, what it says of it, and the fields that it read."""

    rule: LineRule
    given: dict[str, str]


class Block(NamedTuple):
    """A line as it is weighed: its segment, its measures and its witnesses."""

    segment: Segment
    line: lines.Line
    look: float
    witnesses: tuple[Witness, ...]
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
    document, pairs = _parted(document)
    most = most_lines(len(document.raw))
    if len(document.segments) > most + 1:
        return untouched(document.raw, f"there would be more than {most} fields and lines")
    readers = _readers(rules)
    blocks = _all_weighed([segment for segment in document.segments if segment.text], readers, furniture)
    states, settled = _decided(blocks)
    states = _without_frequent(blocks, states)
    blocks, states = _unjoined(blocks, states, pairs)
    labelled = _labelled(blocks, states)
    invisible = [segment for segment in document.segments if not segment.text]
    segments = tuple(sorted([*labelled, *invisible], key=lambda s: s.start)) if invisible else tuple(labelled)
    given = {block.segment.start: block.witnesses for block in blocks}
    facts = metadata(document, segments, given)
    problems = document.metadata.problems + facts.problems
    if not settled or not _stands_alone(segments, bool(document.edits)):
        message = "the blocks did not settle: cleaned again, they are others"
        problems += (Problem(0, len(document.raw), "segments", message),)
    return document.with_(segments=segments, metadata=facts.model_copy(update={"problems": problems}))


def explain(document: Document, *, rules: Sequence[LineRule] = RULES) -> Iterator[Explanation]:
    """Why each line is what it is: a row a segment, with the runner-up. `document` is one that `split` made."""
    readers = _readers(tuple(rules))
    blocks = _all_weighed([segment for segment in document.segments if segment.text], readers)
    verdicts = sequence.margins(_scores(blocks))
    for block, verdict in zip(blocks, verdicts, strict=True):
        s = block.segment
        other = KIND[verdict.other] if KIND[verdict.other] != s.kind else KIND[verdict.state]
        yield Explanation(s.kind, s.role, s.rule, other, verdict.margin, s.text)


def _stands_alone(segments: Sequence[Segment], damaged: bool) -> bool:
    """Whether the article has the same blocks without what stood around it: its words told joints from names too.

    `damaged` says that characters were repaired; then they are looked at once more. So they are where a mark that hid
    misread ones stands in another block now, or a mark of direction apart from the letters that it was for.
    """
    article = [segment.text for segment in segments if segment.kind == "body"]
    text = "\n\n".join(article)
    if len(article) > most_lines(len(text)):
        return False
    alone = None
    if damaged or characters.MOJIBAKE.edits(text) or characters.DIRECTION.edits(text):
        alone = decode(text)
        if alone.edits:
            return False
    if len(article) == len(segments) or not article:
        return True
    whole = (Segment(0, len(text), "body", "paragraph", text, rule=WHOLE),)
    alone = alone or Document.model_construct(raw=text, segments=whole, edits=())
    return [segment.text for segment in repair(alone).segments] == article


# ---- lines -------------------------------------------------------------------------------------------------------


def _parted(document: Document) -> tuple[Document, Pairs]:
    """Lines that hold several fields, or a field glued to a sentence, parted; a key and the value below it joined.

    The second of what comes out has, by where they start, the two lines that were joined.
    """
    out: list[Segment] = []
    edits: list[Edit] = []
    starts = [edit.start for edit in document.edits]
    known: dict[str, list[int]] = {}
    for segment in document.segments:
        inside = [
            e for e in document.edits[bisect_left(starts, segment.start) : bisect_left(starts, segment.end + 1)]
            if e.end <= segment.end
        ]  # fmt: skip
        places = known.get(segment.text)
        if places is None:
            places = known[segment.text] = fields.cuts(segment.text) if len(segment.text) < 20_000 else []
        if places:
            raw = document.raw[segment.start : segment.end]
            moved = [replace(e, start=e.start - segment.start, end=e.end - segment.start) for e in inside]
            for piece in cut(raw, moved, places):
                out.append(
                    replace(segment, start=segment.start + piece.start, end=segment.start + piece.end, text=piece.text)
                )
                edits += [replace(e, start=e.start + segment.start, end=e.end + segment.start) for e in piece.edits]
        else:
            out.append(segment)
            edits += [e for e in inside if not (edits and e == edits[-1])]
    joined, pairs = _joined(document.raw, out, edits)
    return document.with_(segments=tuple(joined), edits=tuple(edits)), pairs


def _joined(raw: str, segments: list[Segment], edits: list[Edit]) -> tuple[list[Segment], Pairs]:
    """A known key that stands alone, and the line below that is its value, as one segment."""
    out: list[Segment] = []
    pairs: Pairs = {}
    starts = [edit.start for edit in edits]
    for segment in segments:
        key = out[-1] if out else None
        if (
            key is None
            or not segment.text
            or key.start in pairs
            or not fields.awaits(key.text, segment.text)
            or not entry_free(segment.text)
        ):
            out.append(segment)
            continue
        inside = edits[bisect_left(starts, key.start) : bisect_left(starts, segment.end + 1)]
        inside = [e for e in inside if e.end <= segment.end]
        out[-1] = replace(key, end=segment.end, text=replay(raw, inside, key.start, segment.end))
        pairs[key.start] = (key, segment)
    return out, pairs


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


@lru_cache(maxsize=16)
def _readers(rules: tuple[LineRule, ...]) -> Readers:
    """The rules with their functions by how long a line they look at, the longest first.

    A `Gate` is one look with the patterns of many rules; where it sees nothing, none of them does.
    """
    out = []
    for longest in sorted({rule.longest for rule in rules}, reverse=True):
        here = [rule for rule in rules if rule.longest == longest]
        plain = [rule for rule in here if rule.pattern and not _ALONE.search(rule.pattern)]
        gate = compiled("|".join(f"(?:{rule.pattern})" for rule in plain)).fullmatch if len(plain) > 2 else None
        gated = tuple((rule, rule.reader) for rule in here if gate and rule in plain)
        open_ = tuple((rule, rule.reader) for rule in here if not (gate and rule in plain))
        out.append(Group(longest, gate, gated, open_))
    return tuple(out)


_ALONE = re.compile(
    r"\(\?[aiLmsuxV01]+\)|\\\d|\(\?P=|\(\?[&R\d]|\\g<|\(\?\|"
)  # what would mean another thing in a union


def _all_weighed(
    segments: Iterable[Segment], readers: Readers, furniture: "Furniture | None" = None
) -> list[Block]:
    """A block for each segment; a line that comes back is weighed once."""
    known: dict[str, Block] = {}
    out = []
    for segment in segments:
        block = known.get(segment.text)
        if block is None:
            block = known[segment.text] = _weighed(segment, readers, furniture)
            out.append(block)
        else:
            out.append(block._replace(segment=segment))
    return out


def _weighed(segment: Segment, readers: Readers, furniture: "Furniture | None" = None) -> Block:
    line = lines.measure(segment.text)
    witnesses: list[Witness] = []
    size = len(segment.text)
    if line.ended and line.length >= 100 and line.words > 12:
        size = max(size, _PROSE)  # what reads as prose is asked for as if it were long
    for longest, gate, gated, others in readers:
        if size > longest:
            break
        asked = (*gated, *others) if gate is not None and gate(segment.text) else others
        for rule, read in asked:
            given = read(segment.text)
            if given is not None:
                witnesses.append(Witness(rule, given))
    if any(w.rule.role == "list_heading" for w in witnesses):  # a key without a value that also announces a list
        witnesses = [w for w in witnesses if w.rule.kind != "footer"]
    frequent = furniture is not None and furniture.frequent(segment.text) is not None
    return Block(segment, line, lines.furniture(line) + frequent * _FREQUENT, tuple(witnesses), frequent)


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


def _scores(blocks: Sequence[Block]) -> list[list[float]]:
    """What speaks for each state, a row a block."""
    seen = Counter(block.segment.text for block in blocks)
    out = []
    for i, block in enumerate(blocks):
        after = blocks[i + 1] if i + 1 < len(blocks) else None
        out.append(_score(block, after, seen[block.segment.text]))
    return out


def _score(block: Block, after: Block | None, times: int) -> list[float]:
    line, look = block.line, max(-6.0, min(4.0, block.look))
    row = list(NOTHING)
    if times > 1 and not (line.ended and line.length > 60):
        look += 1.5
    row[FURNITURE] = look
    row[INSERT] = look - 1.0  # a heading looks much the same
    row[FURNITURE_BEFORE] = min(look, 2 * look)  # before an article there is hardly ever prose
    row[HEADLINE] = look - (2.5 if line.ended and line.mark not in lines.CALLS else 0.0) + (0.5 if line.bullet else 0.0)
    row[TITLE] = lines.like_a_title(line)
    if line.ended or line.length > 60:
        row[SUMMARY] = -1.0
    if not line.ended and line.length < 60 and after is not None and after.line.bullet and not line.bullet:
        row[LIST] = 0.0 if line.rest.endswith((":", "：")) else -1.0
    elif line.rest.endswith((":", "：")) and line.length < 40:
        row[LIST] = -3.0
    for rule, _ in block.witnesses:
        for state in _STATES.get(rule.role) or _STATES[rule.kind]:
            row[state] = max(row[state], rule.weight)
    if times > 2 and after is not None and (after.line.ended or after.line.text == line.text):
        row[INSERT] = row[FURNITURE] + 1.5  # what comes again and again between sentences is no end
    return row


# ---- what was decided --------------------------------------------------------------------------------------------


def _labelled(blocks: Sequence[Block], states: Sequence[int]) -> list[Segment]:
    """The segments with kind, role and rule; what is article gets its role from its look among its neighbours."""
    article = [i for i, state in enumerate(states) if state == BODY]
    roles = dict(zip(article, headings.roles([blocks[i].segment for i in article]), strict=True))
    out = []
    for i, (block, state) in enumerate(zip(blocks, states, strict=True)):
        kind = KIND[state]
        language = None
        best = max((w for w in block.witnesses if w.rule.kind == kind and _plausible(w.rule, state)),
                   key=lambda w: w.rule.weight, default=None)  # fmt: skip
        role, rule = roles[i] if i in roles else _by_look(block, state)
        if block.frequent and rule == "shape/furniture":
            rule = "corpus/frequent-line"
        if best is not None:
            role, rule, language = best.rule.role, best.rule.id, _language(best.rule, block.segment.text)
            if rule in ("field/unknown-key", "field/brief", "field/dated"):
                role = fields.role_of(block.segment.text)  # type: ignore[assignment]
        out.append(replace(block.segment, kind=kind, role=role, rule=rule, language=language))
    return out


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


def _plausible(rule: LineRule, state: int) -> bool:
    return state in (_STATES.get(rule.role) or _STATES[rule.kind])


def _language(rule: LineRule, text: str) -> str | None:
    """The language of a phrase that a rule knows."""
    if rule.language:
        return rule.language
    if rule.role == "date_stamp":
        spoken = dates.languages(text)
        return min(spoken) if len(spoken) == 1 else None
    found = phrases.entry(text) if rule.id.startswith("phrase/") else None
    return found.language if found else wires.language_of(rule.id, text)
