"""What the lines above an article are asked, whichever of them is its headline."""

from collections.abc import Sequence, Set

from syndclean import facts
from syndclean.rules import lines, notices, words
from syndclean.steps.context import is_known
from syndclean.steps.evidence import MENU, Block, says, states_of
from syndclean.steps.sequence import (
    BODY,
    FIELD,
    FIELD_AFTER,
    FIELD_BEFORE,
    FURNITURE,
    FURNITURE_BEFORE,
    HEADER,
    INSERT,
    TITLE,
)  # fmt: skip

FREE = frozenset((FURNITURE_BEFORE, FURNITURE, INSERT))
STATING = frozenset((HEADER, FIELD_BEFORE, FIELD, FIELD_AFTER))  # lines that state who wrote, when and where
ABOVE = 9  # lines above an article whose headline nobody knows
A_LABEL = 30  # characters of the longest
CLOSELY = 3  # lines
LONGEST_SECTION = 60  # characters of the longest label
DECK = 60  # characters of the line below a headline that says more
SAYS_IT = 0.25  # of a headline or a deck the article says as well


def begun_at(states: Sequence[int]) -> int:
    """The block with which the article begins."""
    return states.index(BODY) if BODY in states else 0


def ended_at(states: Sequence[int]) -> int:
    """The block right behind the last of the article; 0 where there is none."""
    return len(states) - states[::-1].index(BODY) if BODY in states else 0


def titles_of(states: Sequence[int]) -> list[int]:
    """The blocks that are titles before the article."""
    return [i for i, state in enumerate(states[: begun_at(states)]) if state == TITLE]


def article(blocks: Sequence[Block], states: Sequence[int]) -> list[Block]:
    """The blocks of the article."""
    return [block for block, state in zip(blocks, states, strict=True) if state == BODY]


def telling(blocks: Sequence[Block]) -> facts.Telling:
    """What an article tells; the words of every text tell nothing."""
    return facts.Telling((block.segment.text for block in blocks), words.of_every_text())


def of_every_day(text: str) -> Set[str]:
    """The common words of the language of a text, and of English."""
    return words.of_both(words.language(text), "en").common


def is_free(state: int, block: Block) -> bool:
    """Whether a line above the article may be its headline: furniture, or a field whose key nobody knows."""
    return state == FURNITURE_BEFORE or (state == FIELD_BEFORE and not is_known(block))


def is_short_label(line: lines.Line) -> bool:
    return line.length < A_LABEL and line.words < 4 and not line.ended


def is_signed(block: Block) -> bool:
    return says(block, "author")


def is_dated(block: Block) -> bool:
    return says(block, "date", "publish_date", "update_date", "date_stamp")


def is_published(block: Block) -> bool:
    """Whether a rule sees on a line when the article was published, and not only when it was changed."""
    return any(one.rule.role in _PUBLISHED and "updated_at" not in one.given for one in block.witnesses)


_PUBLISHED = frozenset(("date", "publish_date"))


def is_menu(block: Block) -> bool:
    return any(witness.rule.id == MENU for witness in block.witnesses)


def is_more_than_a_menu(block: Block) -> bool:
    """Whether another rule sees something on a line than the one of menus, as which any row may read."""
    return any(witness.rule.id != MENU for witness in block.witnesses)


def may_be(block: Block, state: int) -> bool:
    """Whether a rule takes a line for what the state is of."""
    return any(state in states_of(witness.rule) for witness in block.witnesses)


def signs(block: Block) -> bool:
    return is_dated(block) or is_signed(block) or name_on(block) is not None


def name_on(block: Block) -> dict[str, str] | None:
    """The name, perhaps with its date, that a line is which no rule knows: a phrase is no name."""
    line = block.line
    short = line.words < 5 or (line.words < _OF_A_BYLINE and line.digits)
    return notices.NAME.fields(block.segment.text) if short and not block.witnesses else None


_OF_A_BYLINE = 12  # words, those of a date among them
