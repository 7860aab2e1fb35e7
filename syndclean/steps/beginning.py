"""Where an article begins: behind its deck and its points, with its dateline, and above a list of others."""

from collections.abc import Iterable, Sequence

from syndclean import facts
from syndclean.rules import lines, notices
from syndclean.steps.above import (
    ABOVE,
    CLOSELY,
    SAYS_IT,
    article,
    begun_at,
    is_dated,
    is_free,
    is_signed,
    may_be,
    telling,
)
from syndclean.steps.context import is_known, is_prose, reads_like_a_headline
from syndclean.steps.evidence import Block, Witness, says
from syndclean.steps.sequence import BODY, FIELD_BEFORE, FURNITURE_BEFORE, HEADER, HEADLINE, LIST, SUMMARY, TITLE


def with_beginning(blocks: list[Block], states: list[int]) -> tuple[list[Block], list[int]]:
    """The blocks and their states, with the article begun where it does."""
    blocks, states = _behind_its_points(blocks, _behind_its_deck(blocks, states))
    return blocks, _above_others(blocks, _with_its_dateline(blocks, states))


def _behind_its_deck(blocks: Sequence[Block], states: list[int]) -> list[int]:
    """A sentence or two above who wrote and when, or above the dateline of a dispatch, say what the article is about,
    and it begins behind these."""
    begun = begun_at(states)
    deck = _behind_the_first(states, begun)
    if not begun or not _may_be_decks(blocks[begun : min(deck, begun + 1)]):
        return states
    if deck - begun > _DECKS:
        own, below = (facts.dateline(block.segment.text) for block in blocks[begun : begun + 2])
        dispatched = own is None and below is not None and (below.agency or below.date)
        return [*states[:begun], SUMMARY, *states[begun + 1 :]] if dispatched else states
    end = next((i for i in range(deck, len(states)) if states[i] == BODY), deck)
    between = blocks[deck:end]
    if len(between) > _BELOW_A_DECK or states[end:].count(BODY) < 2 or not _may_be_decks(blocks[begun:deck]):
        return states
    if any(reads_like_a_headline(one) and notices.WRITER.fields(one.segment.text) is None for one in between):
        return states
    if not any(is_dated(one) or is_signed(one) or may_be(one, HEADER) or _is_writer_dated(one) for one in between):
        return states
    return [*states[:begun], *[SUMMARY] * (deck - begun), *_before(between), *states[end:]]


_DECKS, _BELOW_A_DECK, _LONG_DECK = 2, 8, 400  # lines, lines, characters


def _is_writer_dated(block: Block) -> bool:
    return not is_known(block) and notices.WRITER_DATED.fields(block.segment.text) is not None


def _behind_its_points(blocks: list[Block], states: list[int]) -> tuple[list[Block], list[int]]:
    """The blocks and states with a label closely above the article that announces its points, and these: sentences down
    to the article, or with which it seems to begin if something else stands behind them."""
    begun = begun_at(states)
    near = range(max(1, begun - ABOVE), min(begun + 1, len(blocks) - 1)) if begun else range(0)
    at = next((i for i in near if _announces_points(blocks[i], states[i]) and _may_be_a_point(blocks[i + 1])), 0)
    if not at:
        return blocks, states
    end = at + 1
    while end < len(states) and end - at <= _POINTS and states[end] in _OF_POINTS and _may_be_a_point(blocks[end]):
        end += 1
    after = next((i for i in range(end, len(states)) if states[i] == BODY), len(states))
    apart = end < after <= end + CLOSELY and states[after:].count(BODY) > _DECKS < end - at
    if at == begun and not apart:
        return blocks, states
    label = blocks[at]._replace(witnesses=(Witness(notices.POINTS, {}),))
    blocks = [*blocks[:at], label, *blocks[at + 1 :]]
    if end > begun and not apart:
        end = at + 1
    rest = [*_before(blocks[end:after]), *states[after:]] if end > begun else states[end:]
    return blocks, [*states[:at], *[SUMMARY] * (end - at), *rest]


def _announces_points(block: Block, state: int) -> bool:
    may = state in _OF_POINTS or state == TITLE
    return may and not is_known(block) and notices.POINTS.fields(block.segment.text) is not None


def _may_be_a_point(block: Block) -> bool:
    said = block.line.ended or bool(block.line.bullet)
    return said and block.line.length <= _LONGEST_POINT and not block.witnesses


def _before(blocks: Iterable[Block]) -> list[int]:
    """The states of lines above an article."""
    return [next((one for one in (HEADER, FIELD_BEFORE) if may_be(b, one)), FURNITURE_BEFORE) for b in blocks]


_OF_POINTS = frozenset((FURNITURE_BEFORE, SUMMARY, BODY))
_POINTS, _LONGEST_POINT = 6, 250  # lines, characters


def _with_its_dateline(blocks: Sequence[Block], states: list[int]) -> list[int]:
    """A dispatch begins with its dateline, also where its first line is a heading."""
    begun = begun_at(states)
    filed = next((i for i in range(max(0, begun - CLOSELY), begun) if _begins_a_dispatch(blocks[i], states[i])), begun)
    own = (BODY if i == filed or not is_known(blocks[i]) else states[i] for i in range(filed, begun))
    return [*states[:filed], *own, *states[begun:]] if filed < begun else states


def _above_others(blocks: Sequence[Block], states: list[int]) -> list[int]:
    """Other articles may be announced right behind the first paragraph: what of it stands above them, below the
    headline and who wrote or when, and the article tells the same, begins it."""
    begun = begun_at(states)
    at = next((i for i in range(begun - 2, max(0, begun - CLOSELY - 2), -1) if says(blocks[i], "list_heading")), 0)
    first = at
    while first > 1 and states[first - 1] == FURNITURE_BEFORE and _is_a_paragraph(blocks[first - 1]):
        first -= 1
    others = range(at + 1, begun)
    if first == at or not any(is_dated(block) or is_signed(block) for block in blocks[:first]):
        return states
    if any(is_prose(blocks[i]) or is_known(blocks[i]) for i in others):
        return states
    said = telling(article(blocks, states))
    if any(said.share(blocks[i].line.text) < SAYS_IT for i in range(first, at)):
        return states
    last = begun + (reads_like_a_headline(blocks[begun]) and said.share(blocks[begun].line.text) < SAYS_IT)
    return [*states[:first], *[BODY] * (at - first), LIST, *[HEADLINE] * (last - at - 1), *states[last:]]


def _begins_a_dispatch(block: Block, state: int) -> bool:
    """Whether a line that nobody knows begins with the dateline of an agency and says more."""
    if not (state == TITLE or is_free(state, block)) or is_known(block):
        return False
    found = facts.dateline(block.segment.text)
    if found is None or found.agency is None or found.date is None:
        return False
    return found.length < block.line.length


def _is_a_paragraph(block: Block) -> bool:
    return is_prose(block) and block.line.length >= _OF_A_PARAGRAPH and not block.witnesses


_OF_A_PARAGRAPH = 100  # characters


def behind_a_deck(blocks: Sequence[Block], states: Sequence[int]) -> int:
    """Where who wrote or when stands behind an article as short as a deck, and behind that three sentences or more that
    are none of it; 0 where nothing of that is so."""
    begun = begun_at(states)
    deck = _behind_the_first(states, begun)
    if not begun or deck - begun > _DECKS + 1 or BODY in states[deck:]:
        return 0
    signed = next((i for i in range(deck, min(deck + CLOSELY, len(states))) if may_be(blocks[i], HEADER)), 0)
    if not signed and deck < len(states) and is_dated(blocks[deck]):
        signed = deck
    others = [i for i in range(signed, len(states)) if is_prose(blocks[i])] if signed else ()
    return signed if len(others) > _DECKS else 0


def _behind_the_first(states: Sequence[int], begun: int) -> int:
    """The block behind the first stretch of the article."""
    return next((i for i in range(begun, len(states)) if states[i] != BODY), len(states))


def _may_be_decks(blocks: Iterable[Block]) -> bool:
    """Whether all lines are sentences, not too long, and nobody speaks."""
    return all(is_prose(one) and one.line.length < _LONG_DECK and not lines.quoted(one.line) for one in blocks)
