"""Joints: the places at which two blocks, or two words, were run together.

`joints` walks once over the places at which two characters meet that a writer would have kept apart, and asks the rules
in turn (`finding`). A rule sees a `Place` (`place`), and stands where its judge does, by what it says is over there: a
sentence (`sentences`), a quotation (`quotations`) or a line (`line_ends`). When in doubt a token stays whole.
"""

from collections.abc import Iterator, Sequence

from syndclean.rule import JointRule
from syndclean.rules.joints.finding import Joint, Sight, sight
from syndclean.rules.joints.line_ends import (
    BULLET,
    CAPITALS_END,
    COLON_END,
    HEADING_END,
    LINE_END,
    NUMBER_END,
    SPEECH_DASH,
)
from syndclean.rules.joints.place import Look, Place
from syndclean.rules.joints.quotations import (
    BRACKET_CLOSED,
    BRACKET_OPENS,
    CASELESS_QUOTATION,
    INVERTED_MARK,
    QUOTATION_CLOSED,
    QUOTATION_OPENS,
    QUOTATION_OPENS_SINGLE,
    QUOTATION_THEN_SMALL,
)
from syndclean.rules.joints.sentences import CASELESS_SENTENCE, COMMA, NUMBER_BEGINS, SENTENCE_END

__all__ = [
    "BRACKET_CLOSED", "BRACKET_OPENS", "BULLET", "CAPITALS_END", "CASELESS_QUOTATION", "CASELESS_SENTENCE",
    "COLON_END", "COMMA", "HEADING_END", "INVERTED_MARK", "LINE_END", "NUMBER_BEGINS", "NUMBER_END",
    "QUOTATION_CLOSED", "QUOTATION_OPENS", "QUOTATION_OPENS_SINGLE", "QUOTATION_THEN_SMALL", "RULES", "SENTENCE_END",
    "SPEECH_DASH", "Joint", "Look", "Place", "Sight", "joints", "places", "sight",
]  # fmt: skip

RULES: tuple[JointRule, ...] = (
    LINE_END,
    SENTENCE_END, QUOTATION_CLOSED, HEADING_END, CAPITALS_END, INVERTED_MARK, BRACKET_CLOSED, BRACKET_OPENS,
    NUMBER_END, NUMBER_BEGINS, COLON_END,
    SPEECH_DASH, BULLET, CASELESS_SENTENCE, CASELESS_QUOTATION, QUOTATION_THEN_SMALL, COMMA, QUOTATION_OPENS,
    QUOTATION_OPENS_SINGLE,
)  # fmt: skip


def places(text: str, rules: Sequence[JointRule] = RULES) -> list[int]:
    """Where the rules look, in order: two characters meet there that one of them names.

    >>> places("The boats left.They will be back.")
    [15]
    """
    return sight(tuple(rules)).places(text)


def joints(text: str, rules: Sequence[JointRule] = RULES) -> Iterator[Joint]:
    """The places of a text at which something is missing, in order. Linear in the length of the text.

    >>> [(joint.at, joint.missing) for joint in joints("The boats left.They will be back.")]
    [(15, '⏐')]
    """
    own = sight(tuple(rules))
    return own.joints(text, own.places(text))
