"""What a block of the article is by its look and its neighbours: a heading, an item of a list, a caption, a paragraph.

A line without an end is a heading where a block follows that has one. A line that ends in a question is a heading where
the text goes on below it, and a paragraph where it is asked and answered (an interview).
"""

import functools
import re
from collections.abc import Callable, Mapping, Sequence
from typing import cast

from syndclean.document import BodyRole, Segment
from syndclean.rule import LineRule
from syndclean.rules import lines

LONGEST = 112  # characters of the longest heading
RUN = 4  # so many lines without an end in a row are a list or a table, and none of them is a heading

_NO_END = r"[^\s.!?…:;,。！？।॥؟۔：；、，\p{Pe}\p{Pf}\p{Pi}\"*][\p{Pe}\p{Pf}\p{Pi}\"*]{0,3}"
_WORD = r"([^\s:：/|()\[\]]{2,16})\s?[:：/|]\s?"
_BEGUN = re.compile(rf"{_WORD}\S.{{0,300}}")


def _caption(line: str) -> Mapping[str, str] | None:
    said = _BEGUN.fullmatch(line)
    return {} if (said and lines.of_a_picture(said[1])) or lines.ends_with_credit(line) else None


CAPTION = LineRule(
    "body/caption",
    "A line that says whose picture it describes, or begins with the word for a picture, is a caption.",
    "body",
    "caption",
    read=_caption,
    hits=(
        "Foto: A. Beispiel", "The boats in the harbour. (Photo: A. Doe)", "The boats. Photo: A. Doe",
        "The boats © A. Doe", "사진: 홍길동", "写真：山田花子",
    ),
    misses=("The photo of the boats shows the harbour.", "Bilder der Woche", "Boats: A. Doe", "The boats (one: Anna)"),
)
LIST_ITEM = LineRule(
    "body/list-item",
    "A line that begins with a bullet is an item of a list.",
    "body",
    "list_item",
    pattern=r"[•▪◦‣●■►▶*·].{1,600}",
    hits=("• Boats for all", "* Boats for all."),
    misses=("Boats for all", "– Boats, she said."),
)
DASHED = LineRule(
    "body/dashed-item",
    "Lines in a row that begin with a dash and have no end are items of a list; one such line is speech or a heading.",
    "body",
    "list_item",
    pattern=rf"[-–—]\s.{{1,300}}{_NO_END}",
    hits=(
        "- Boats for all",
        "– Boats (for „all“)",
        "— The boat “Anna”",
        '- The boat "Anna"',
        "- Boats for all*",
        "– Das Boot „Anna“",
    ),
    misses=("– Boats, she said.", "-5 degrees", "– “Boats.”", "A boat for all"),
)
QUESTION = LineRule(
    "body/question",
    "A short question above a paragraph that does not answer as speech is a heading.",
    "body",
    "heading",
    pattern=rf".{{4,{LONGEST - 30}}}[?？؟][\p{{Pf}}\p{{Pi}}\"]?",
    hits=(
        "What comes next for the harbour?",
        "“What comes next?”",
        "„Was kommt nun?“",
        '"What comes next?"',
        "次は何が来る？",
        "ماذا بعد للميناء؟",
    ),
    misses=("What comes next? Nobody knows.", "Who?", "What comes next?)"),
)
HEADING = LineRule(
    "body/heading",
    "A short line without an end is a heading.",
    "body",
    "heading",
    pattern=rf"(?![—―]).{{1,{LONGEST - 2}}}{_NO_END}",
    hits=(
        "New boats for the harbour",
        "„Das Boot ist fort“",
        "“The boat is gone”",
        'The boat "Anna"',
        "2) Boats",
        "Boats*",
        "Was wir wissen („und was nicht“)",
        "港の新しい船",
    ),
    misses=("The boats left.", "“The boats left.”", "The boats:", "— A. Doe", "― A. Doe", "They left…", "船走了。"),
)
PARAGRAPH = LineRule(
    "body/paragraph",
    "What looks like nothing else is a paragraph.",
    "body",
    "paragraph",
    pattern=r"(?s:.+)",
    hits=("The boats left.",),
    misses=("",),
)

RULES: tuple[LineRule, ...] = (CAPTION, LIST_ITEM, DASHED, QUESTION, HEADING, PARAGRAPH)
_SPEECH = tuple("\"“„«»”‘'–—-‹›「『")


def roles(blocks: Sequence[Segment]) -> list[tuple[BodyRole, str]]:
    """The role of each block of an article, with the id of the rule that said so.

    `blocks` are the body's segments in order; nothing else is looked at, so what `split` took out is no neighbour.

    >>> text = "New boats for the harbour", "The boats left the harbour. They will be back in spring."
    >>> roles([Segment(0, 1, "body", "paragraph", line) for line in text])
    [('heading', 'body/heading'), ('paragraph', 'body/paragraph')]
    """
    looks = [_look(block.text) if len(block.text) < _LONG else PARAGRAPH for block in blocks]
    asked = sum(look is QUESTION for look in looks)
    out: list[LineRule] = []
    for n, look in enumerate(looks):
        if look is QUESTION:
            look = QUESTION if _heads(blocks, looks, n) and not _interview(blocks, looks, n, asked) else PARAGRAPH
        elif look is DASHED:
            beside = DASHED in looks[max(0, n - 1) : n] or DASHED in looks[n + 1 : n + 2]
            look = DASHED if beside else HEADING if _heads(blocks, looks, n) else PARAGRAPH
        elif look is HEADING and not _heads(blocks, looks, n):
            look = PARAGRAPH
        out.append(look)
    return [(cast(BodyRole, look.role), look.id) for look in out]


@functools.lru_cache(maxsize=4096)
def _look(text: str) -> LineRule:
    """The first rule that sees the text, its neighbours aside."""
    for rule, read in _readers()[: None if len(text) <= LONGEST else _LONG_TOO]:
        if read(text) is not None:
            return rule
    return PARAGRAPH


_LONG = 400  # characters: so long is a paragraph
_LONG_TOO = 2  # captions and items of a list may be longer than a heading


@functools.cache
def _readers() -> tuple[tuple[LineRule, Callable[[str], object]], ...]:
    return tuple((rule, rule.reader) for rule in RULES)


def _heads(blocks: Sequence[Segment], looks: Sequence[LineRule], n: int) -> bool:
    """Whether something follows, and the block is no part of a run of lines without an end."""
    if n + 1 == len(blocks):
        return False
    low, high = n, n + 1
    while low and n - low < RUN and looks[low - 1] is HEADING:
        low -= 1
    while high < len(looks) and high - n < RUN and looks[high] is HEADING:
        high += 1
    return high - low < RUN


def _interview(blocks: Sequence[Segment], looks: Sequence[LineRule], n: int, asked: int) -> bool:
    """Whether a question is one of an interview: answered as speech, or one of many."""
    following = blocks[n + 1]
    if following.text.startswith(_SPEECH):
        return True
    if looks[n + 1] is QUESTION or (n and looks[n - 1] is QUESTION):
        return True
    return asked > 4 and asked * 6 > len(blocks)
