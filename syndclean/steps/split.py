"""Blocks in, what each of them is out: header, body, footer, boilerplate; and the facts that they state.

Every line gets evidence from rules (a phrase, a key, a notice, its look), `sequence.best_path` makes one decision over
all of them, and what was decided is read: fields into `Metadata`, each with its place in `raw`.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from syndclean import dates
from syndclean.document import Document, Edit, Kind, Problem, Role, Segment, filled
from syndclean.lazy import once
from syndclean.rule import LineRule
from syndclean.rules import characters, fields, headings, lines, notices, phrases, wires
from syndclean.rules.spoken import asked, spoken_in_two, spoken_role
from syndclean.steps import repair, sequence
from syndclean.steps.above import article, ended_at, is_menu
from syndclean.steps.beginning import behind_a_deck
from syndclean.steps.behind import with_signatures
from syndclean.steps.context import is_prose, may_be_a_label, reads_like_a_headline, scores
from syndclean.steps.decode import UNTOUCHED, decode, most_lines, untouched
from syndclean.steps.evidence import MENU, Block, Weigher, states_of, weighed, weigher
from syndclean.steps.facts import metadata
from syndclean.steps.guessed import with_told
from syndclean.steps.header import with_caption, with_header
from syndclean.steps.others import without_next, without_others
from syndclean.steps.parting import parted, parts_again, unjoined, wide_spaces
from syndclean.steps.repair import BREAK, settled
from syndclean.steps.rows import with_rows
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
    SUMMARY,
    TEASER,
    TITLE,
)  # fmt: skip

if TYPE_CHECKING:
    from syndclean.furniture import Furniture

RULES: tuple[LineRule, ...] = (*wires.RULES, *notices.RULES, *fields.RULES, *phrases.RULES)
ROUNDS = 5

_DEFAULT: dict[int, tuple[Role, str]] = {
    TITLE: ("title", "shape/title"), SUMMARY: ("summary", "shape/summary"), HEADER: ("byline", "shape/header"),
    FIELD: ("field", "shape/field"), FIELD_BEFORE: ("field", "shape/field"),
    FIELD_AFTER: ("field", "shape/field"),
    LIST: ("list_heading", "shape/list-heading"), LIST_AFTER: ("list_heading", "shape/list-heading"),
    HEADLINE: ("headline", "shape/headline"), HEADLINE_AFTER: ("headline", "shape/headline"),
    INSERT: ("other", "shape/furniture"), FURNITURE: ("other", "shape/furniture"),
    FURNITURE_BEFORE: ("navigation", "shape/furniture"), TEASER: ("headline", "shape/teaser"),
}  # fmt: skip


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
    they are no article. A line that a rule of the users' own sees stays whole, also where ours would part its fields.

    >>> from syndclean import decode, repair
    >>> document = split(repair(decode("The bridge is open again.\\nSource: https://a.example/bridge")))
    >>> [(s.kind, s.role) for s in document.segments], document.metadata.source_url
    ([('body', 'paragraph'), ('footer', 'source_link')], 'https://a.example/bridge')
    """
    weigh, house = _ours() if rules is RULES else _prepared(tuple(rules))
    if not document.segments or document.segments[0].rule == UNTOUCHED:
        return document
    whole = len(document.segments)
    document, pairs = parted(document, house)
    more = bool(pairs) or len(document.segments) > whole
    most = most_lines(sum(len(segment.text) for segment in document.segments))
    if len(document.segments) > most + 1:
        return untouched(document.raw, f"there would be more than {most} fields and lines")
    wide = wide_spaces(document)
    blocks = weighed(document.segments, weigh, furniture, wide)
    decided, agreed = _decided(blocks)
    states = without_next(blocks, _without_frequent(blocks, decided))
    states = without_others(blocks, _without_last_headings(blocks, states))
    blocks, states = with_rows(*with_header(blocks, states), wide)
    blocks, states = with_signatures(blocks, states, wide)
    blocks, states = with_told(blocks, states)
    states = with_caption(blocks, states)
    as_decided = [state == BODY for state in states] == [state == BODY for state in decided]
    agreed = agreed and _is_article(blocks, states, as_decided)
    blocks, states = unjoined(blocks, states, pairs)
    labelled = _labelled(blocks, states, house)
    invisible = [segment for segment in document.segments if not segment.text]
    segments = tuple(sorted([*labelled, *invisible], key=lambda s: s.start)) if invisible else labelled
    given = {block.segment.start: block.witnesses for block in blocks}
    stated = metadata(document, segments, given)
    problems = document.metadata.problems + stated.problems
    if not agreed or (more and parts_again(segments, house)) or not _stands_alone(segments, document.edits, more):
        message = "the blocks did not settle: cleaned again, they are others"
        problems += (Problem(0, len(document.raw), "segments", message),)
    return document.with_(segments=segments, metadata=stated.model_copy(update={"problems": problems}))


@lru_cache(maxsize=16)
def _prepared(rules: tuple[LineRule, ...]) -> tuple[Weigher, tuple[LineRule, ...]]:
    """What weighs a line by the rules, and those that are not ours."""
    ours = frozenset(RULES)
    return weigher(rules), tuple(rule for rule in rules if rule not in ours)


@once
def _ours() -> tuple[Weigher, tuple[LineRule, ...]]:
    """The same of our rules, of which nobody needs to ask again which they are."""
    return _prepared(RULES)


def explain(document: Document, *, rules: Sequence[LineRule] = RULES) -> Iterator[Explanation]:
    """Why each line is what it is: a row a segment, with the runner-up. `document` is one that `split` made."""
    blocks = weighed(document.segments, weigher(tuple(rules)), wide=wide_spaces(document))
    verdicts = sequence.margins(scores(blocks))
    for block, verdict in zip(blocks, verdicts, strict=True):
        s = block.segment
        other = KIND[verdict.other] if KIND[verdict.other] != s.kind else KIND[verdict.state]
        yield Explanation(s.kind, s.role, s.rule, other, verdict.margin, s.text)


def _stands_alone(segments: Sequence[Segment], edits: Sequence[Edit], cut: bool) -> bool:
    """Whether the article has the same blocks without what stood around it: its words told joints from names too.

    Where characters were repaired (an edit names a rule that repairs more than breaks) they are looked at once more,
    and so are the breaks, for there can be none inside an edit. So they are where a mark that hid misread ones stands
    in another block now, or a mark of direction apart from the letters that it was for; and where lines were `cut`.
    """
    own = [segment.text for segment in segments if segment.kind == "body"]
    text = BREAK.join(own)
    if len(own) > most_lines(sum(map(len, own))):
        return False
    damaged = any(not _OF_REPAIR.issuperset(edit.rules) for edit in edits)
    alone = (characters.MOJIBAKE, characters.DIRECTION, characters.REFERENCE)
    if (damaged or any(rule.edits(text, at_most=1) for rule in alone)) and decode(text).edits:
        return False
    as_it_came = len(own) == len(segments) and not damaged and not cut
    return as_it_came or (not any("\n" in block for block in own) and settled(text))


_OF_REPAIR = frozenset(rule.id for rule in repair.RULES)


def _decided(blocks: Sequence[Block]) -> tuple[list[int], bool]:
    """A state for each block. What is article must also be article when it stands alone; what is not, was none."""
    states = _path(blocks)
    for _ in range(ROUNDS):
        places = [i for i, state in enumerate(states) if state == BODY]
        if len(places) == len(blocks):
            return states, True
        alone = _path([blocks[i] for i in places])
        flips = [(i, state) for i, state in zip(places, alone, strict=True) if state != BODY]
        if not flips:
            return states, True
        for i, state in flips:
            states[i] = state
    return states, False


def _is_article(blocks: Sequence[Block], states: Sequence[int], as_decided: bool) -> bool:
    """Whether what was left of the article, when the lines around it were looked at, is all article by itself."""
    own = article(blocks, states)
    if len(own) == len(blocks):
        return True
    every = [BODY] * len(own)
    return (as_decided or _path(own) == every) and with_header(own, every)[1] == every


def _path(blocks: Sequence[Block]) -> list[int]:
    """The likeliest states. A deck is no article: where more prose stands behind who wrote and when, that is."""
    states = _likeliest(blocks)
    begin = behind_a_deck(blocks, states)
    if not begin:
        return states
    below = _likeliest(blocks[begin:])
    if _prose(blocks[begin:], below) < _MORE_THAN_A_DECK * _prose(blocks, states):
        return states
    return [SUMMARY if state == BODY else state for state in states[:begin]] + below


_MORE_THAN_A_DECK, _MANY_TIMES = 2, 5  # times


def _prose(blocks: Sequence[Block], states: Sequence[int]) -> float:
    """How much prose the article has, in characters."""
    return sum(block.line.length for block in article(blocks, states) if is_prose(block))


def _likeliest(blocks: Sequence[Block]) -> list[int]:
    """The likeliest states. Labels alone are no article: where there is prose, the article has some of it; nor is what
    is short beside a paragraph that is many times as long, as one is whose breaks are lost."""
    rows = scores(blocks)
    states = sequence.best_path(rows)
    prose = [i for i, block in enumerate(blocks) if is_prose(block)]
    longest = max((blocks[i].line.length for i in prose), default=0.0)
    own = sum(blocks[i].line.length for i in prose if states[i] == BODY)
    if not prose or longest <= _MANY_TIMES * own:
        return states
    through = [i for i in prose if not own or blocks[i].line.length == longest]
    return sequence.best_path_through(rows, through)


def _without_frequent(blocks: Sequence[Block], states: list[int]) -> list[int]:
    """Lines that the whole site shares are no article; but if most of it were, this page was counted over and over."""
    own = article(blocks, states)
    shared = sum(len(block.segment.text) for block in own if block.frequent)
    if 2 * shared > sum(len(block.segment.text) for block in own):
        return states
    return [FURNITURE if b.frequent and state == BODY else state for b, state in zip(blocks, states, strict=True)]


def _without_last_headings(blocks: Sequence[Block], states: list[int]) -> list[int]:
    """No article ends with a heading and another: above furniture that a rule knows, they are what announces another
    article and its headline. One alone may be where a text was cut off, many a list or verses."""
    last = ended_at(states) or len(blocks)
    if last == len(blocks) or not any(witness.rule.kind == "boilerplate" for witness in blocks[last].witnesses):
        return states
    first = last
    while first and states[first - 1] == BODY and may_be_a_label(blocks[first - 1]):
        first -= 1
    number = last - first
    if not _LEAST <= number <= _LAST or states[first - 1] != BODY or not is_prose(blocks[first - 1]):
        return states
    if number > _LEAST and not all(map(reads_like_a_headline, blocks[first + 1 : last])):
        return states
    return [*states[:first], *[FURNITURE] * number, *states[last:]]


_LEAST, _LAST = 2, 5  # lines


def _labelled(blocks: Sequence[Block], states: Sequence[int], house: Sequence[LineRule]) -> tuple[Segment, ...]:
    """The segments with kind, role and rule: those of the heaviest witness, of two as heavy the house's. What is
    article gets its role from its look among its neighbours."""
    places = [i for i, state in enumerate(states) if state == BODY]
    roles = dict(zip(places, headings.roles([blocks[i].segment for i in places]), strict=True))
    rows = []
    for i, (block, state) in enumerate(zip(blocks, states, strict=True)):
        s, kind = block.segment, KIND[state]
        language = None
        heard = [w for w in block.witnesses if state in states_of(w.rule)] if block.witnesses else ()
        if heard:
            said = max(heard, key=lambda w: (w.rule.weight, w.rule in house)).rule
            role, rule, language = said.role, said.id, _language(said, block.line.text)
            if rule in ("field/unknown-key", "field/brief", "field/dated"):
                role = fields.role_of(block.line.text)  # type: ignore[assignment]
            elif rule == MENU and (spoken_role(block.line.text) == "share" or phrases.asks_to_share(block.line.text)):
                role = "share"
        else:
            role, rule = roles.get(i) or _by_look(block, state)
            if block.frequent and rule == "shape/furniture":
                rule = "corpus/frequent-line"
        rows.append((s.start, s.end, kind, role, s.text, language, s.confidence, rule))
    return filled(Segment, _with_comments(blocks, _with_list_headings(blocks, rows)))


def _with_comments(blocks: Sequence[Block], rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The rows of segments, with a sentence or a label that nobody knows right below comments as one of them."""
    for i in range(1, len(rows)):
        role, rule, line = rows[i][_ROLE], rows[i][-1], blocks[i].line
        if rows[i - 1][_ROLE] != "comments" or role not in ("headline", "other") or not rule.startswith("shape/"):
            continue
        long = line.words >= _OF_A_COMMENT
        if line.ended or (long and (role == "other" or _WRITTEN_AT.search(line.text) is not None)):
            rows[i] = (*rows[i][:_ROLE], "comments", *rows[i][_ROLE + 1 : -1], "shape/below-comments")
    return rows


def _with_list_headings(blocks: Sequence[Block], rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The rows of segments, where a label that no rule knows stands right above two headlines or more as what announces
    them."""
    roles: list[Role] = [row[_ROLE] for row in rows]
    for i, block in enumerate(blocks):
        if _may_announce(block.line) and _begins_a_list(roles, blocks, i):
            role, rule = _DEFAULT[LIST]
            rows[i] = (*rows[i][:_ROLE], role, *rows[i][_ROLE + 1 : -1], rule)
    return rows


def _may_announce(line: lines.Line) -> bool:
    short = line.length < _LABEL and 0 < line.words < _OF_A_LABEL
    return short and not (line.ended or line.bullet or line.digits or lines.quoted(line))


def _begins_a_list(roles: Sequence[Role], blocks: Sequence[Block], at: int) -> bool:
    """Whether right below a line stands a headline, and another, dates between them, and it is none of the same list
    itself: what is above it is something else, they are counted, or it is much shorter than those around it."""
    above: Role = roles[at - 1] if at else "other"
    below = [n for n in range(at + 1, min(at + 5, len(roles))) if roles[n] != "date_stamp"][:2]
    heads = [n for n in below if roles[n] == "headline"]
    if roles[at] not in ("other", "headline") or heads[:1] != [at + 1]:
        return False
    if len(heads) > 1 and (above not in _OF_A_LIST or all(_COUNTED.match(blocks[n].segment.text) for n in heads)):
        return True
    around = [blocks[n].line for n in (*heads, at - 1) if roles[n] == "headline"]
    own = blocks[at].line
    short = own.words < _OF_A_SHORT_LABEL and all(2 * own.length < line.length for line in around)
    return short and above in _OF_A_LIST


_OF_A_COMMENT = 4  # words; a label below comments may be anything
_WRITTEN_AT = re.compile(r"\d{1,2}[:.]\d\d|\b20\d\d\b")  # as readers' comments are stamped
_COUNTED = re.compile(r"\W{0,2}\d{1,2}\b[.)]?\s?\D")
_OF_A_SHORT_LABEL = 5
_OF_A_LIST = ("headline", "date_stamp", "list_heading")
_ROLE = 3  # of what makes a segment
_LABEL, _OF_A_LABEL = 48, 7  # characters and words of the longest
_SPOKEN = (FURNITURE, INSERT, FURNITURE_BEFORE)
_HEADLINES = (HEADLINE, HEADLINE_AFTER)
_BESIDE_HEADLINES = (*_HEADLINES, TEASER)
_LABEL_WORDS, _OF_A_CALL = 5, 9  # words of the longest that is no headline among some, and of any
_OF_NO_HEADLINE = ("newsletter", "cookie_notice", "widget")  # words of these stand in no headline


def _by_look(block: Block, state: int) -> tuple[Role, str]:
    """The role of a line that no rule knows: among furniture what its words say, else a few words that read like a
    headline are one."""
    if state not in _SPOKEN and state not in _BESIDE_HEADLINES:
        return _DEFAULT[state]
    if state in _HEADLINES and is_menu(block):
        return "share" if phrases.asks_to_share(block.line.text) else "navigation", MENU
    role = spoken_role(block.line.text)
    of_none = role in _OF_NO_HEADLINE or (role == "comments" and _counts_comments(block.line.text))
    of_none = of_none or (role == "legal" and (block.line.digits > 0 or _PARTED.search(block.line.text) is not None))
    if role is None or not (state in _SPOKEN or of_none):
        short = block.line.words <= (_LABEL_WORDS if state in _HEADLINES else _OF_A_CALL)
        role = spoken_in_two(block.line.text) if short and state != TEASER else None
        role = role or asked(block.line.rest)
    if role is not None:
        return role, f"shape/{role}".replace("_", "-")
    if state != TEASER:
        if block.line.words > 1 and phrases.asks_to_share(block.line.text):
            return "share", "shape/share"
        if lines.is_time(block.line):
            return "date_stamp", "shape/time"
        if lines.is_stamped(block.line):
            return "date_stamp", "shape/stamped"
        if lines.is_a_reading(block.line):
            return "widget", "shape/reading"
    if state in (FURNITURE, INSERT) and notices.DATED.fields(block.segment.text) is not None:
        return "date_stamp", notices.DATED.id
    if (
        state in (FURNITURE, INSERT)
        and block.line.length >= 25
        and block.line.words > 3
        and not (block.line.ended and block.line.mark not in lines.CALLS)
    ):
        return _DEFAULT[HEADLINE]
    return _DEFAULT[state]


_PARTED = re.compile(r"[|·•]")


def _counts_comments(text: str) -> bool:
    """Whether a line begins with what readers' comments are called, or with their number."""
    return spoken_role(" ".join(text.split()[:_OF_A_COUNT])) == "comments"


_OF_A_COUNT = 2  # words


@lru_cache(maxsize=4096)
def _language(rule: LineRule, text: str) -> str | None:
    """The language of a phrase that a rule knows."""
    if rule.language:
        return rule.language
    if rule.role == "date_stamp":
        spoken = dates.languages(text)
        return next(iter(spoken)) if len(spoken) == 1 else None
    found = phrases.entry(text) if rule.id.startswith("phrase/") else None
    return found.language if found else wires.language_of(rule.id, text)
