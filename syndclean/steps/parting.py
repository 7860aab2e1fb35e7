"""Lines that hold more than one thing are parted, between fields and before notices; a key is joined to its value."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import pairwise

from syndclean.document import Document, Edit, Segment
from syndclean.edits import Inside, cut, replay
from syndclean.remembering import remembering
from syndclean.rule import LineRule
from syndclean.rules import characters, fields, phrases, tails
from syndclean.rules.cuts import around_scripts, before_an_update, between_bars, cuts
from syndclean.rules.keys import is_key
from syndclean.rules.labels import label
from syndclean.steps.evidence import MOST_GAPS, Block
from syndclean.steps.sequence import BODY

_LONGEST_CUT = 20_000  # code points: so long a line holds no fields

Pairs = dict[int, tuple[Segment, Segment]]


def parted(document: Document, whole: Sequence[LineRule] = ()) -> tuple[Document, Pairs]:
    """Lines that hold several fields, or a field glued to a sentence, parted; a key and the value below it joined.

    What one of the rules `whole` sees stays a line. The second of what comes out has, by where they start, the two
    lines that were joined.
    """
    segments, edits = document.segments, document.edits
    places = [_cuts(segment.text, whole) for segment in segments]
    if any(places):
        segments, edits = _cut(document, places)
    joined, pairs = _joined(document.raw, segments, edits)
    return document.with_(segments=joined, edits=edits), pairs


def _cuts(text: str, whole: Sequence[LineRule]) -> Sequence[int]:
    """Where a line is to be cut, as it came."""
    line, back = characters.plain(text)
    if whole and any(rule.fields(line) is not None for rule in whole):
        return []
    places = _places(line)
    return places if line is text else [back(at) for at in places]


@remembering
def _places(text: str) -> list[int]:
    """Where a line is to be cut: around scripts, at its bars, before the notices behind the last sentence of what
    stands between them, and between the fields before those."""
    if len(text) >= _LONGEST_CUT:
        return []
    first = around_scripts(text) or before_an_update(text) or between_bars(text)
    return _and_inside(text, first, _within) if first else _within(text)


def _within(text: str, rounds: int = 3) -> list[int]:
    """Where a piece of a line without bars is to be cut; what was cut may end with a notice of its own."""
    out = _and_inside(text, tails.behind(text), _fields)
    return _and_inside(text, out, partial(_within, rounds=rounds - 1)) if out and rounds else out


def _fields(text: str, rounds: int = 4) -> list[int]:
    """Where the fields of a piece without notices behind it begin, those of what was cut as well."""
    out = cuts(text)
    return _and_inside(text, out, partial(_fields, rounds=rounds - 1)) if out and rounds else out


def _and_inside(text: str, places: list[int], find: Callable[[str], list[int]]) -> list[int]:
    """The places, and those that are found in each of the pieces between them."""
    if not places:
        return find(text)
    pieces = pairwise((0, *places, len(text)))
    return sorted([*places, *(start + at for start, end in pieces for at in find(text[start:end]))])


def parts_again(segments: Iterable[Segment], whole: Sequence[LineRule] = ()) -> bool:
    """Whether a piece of a line that became article would be parted as a line of its own."""
    return any(_cuts(segment.text, whole) for segment in segments if segment.kind == "body")


def _cut(document: Document, places: Sequence[Sequence[int]]) -> tuple[tuple[Segment, ...], tuple[Edit, ...]]:
    """The segments parted at `places`, offsets of their texts, and the edits in them."""
    out: list[Segment] = []
    edits: list[Edit] = []
    inside = Inside(document.edits)
    for segment, at in zip(document.segments, places, strict=True):
        own = inside(segment.start, segment.end)
        if not at:
            out.append(segment)
            edits += own[1:] if edits and own and own[0] == edits[-1] else own
            continue
        moved = [replace(e, start=e.start - segment.start, end=e.end - segment.start) for e in own]
        for piece in cut(document.raw[segment.start : segment.end], moved, at):
            start, end = segment.start + piece.start, segment.start + piece.end
            out.append(replace(segment, start=start, end=end, text=piece.text))
            edits += [replace(e, start=e.start + segment.start, end=e.end + segment.start) for e in piece.edits]
    return tuple(out), tuple(edits)


def _joined(raw: str, segments: Sequence[Segment], edits: Sequence[Edit]) -> tuple[tuple[Segment, ...], Pairs]:
    """A known key that stands alone, and the line below that is its value, as one segment."""
    out: list[Segment] = []
    pairs: Pairs = {}
    inside = Inside(edits)
    alone = _keys_alone(segments)
    for segment in segments:
        key = out[-1] if out else None
        if (
            key is not None
            and segment.text  # what is invisible is no value
            and len(key.text) <= fields.LONGEST_KEY
            and key.start not in pairs
            and (key.start in alone or (key.text.endswith(fields.BEFORE_A_VALUE) and _awaits(key.text, segment.text)))
            and _may_be_a_value(segment.text)
        ):
            text = replay(raw, inside(key.start, segment.end), key.start, segment.end)
            out[-1] = replace(key, end=segment.end, text=text)
            pairs[key.start] = (key, segment)
        else:
            out.append(segment)
    return tuple(out), pairs


def _awaits(key: str, value: str) -> bool:
    """Whether a line is a known key and what parts it from its value, and the line below is that."""
    return fields.awaits(characters.plain(key)[0], characters.plain(value)[0])


def _keys_alone(segments: Sequence[Segment]) -> set[int]:
    """Where the lines begin that are a known key with no sign behind it, and the line below its value: without doubt,
    or as far as its look goes where above or below that stands such a pair."""
    def asked(whether: Callable[[str, str], bool], n: int) -> bool:
        if len(segments[n].text) > fields.LONGEST_ALONE or not _is_key(segments[n].text) or n + 1 == len(segments):
            return False
        key, below = (characters.plain(segment.text)[0] for segment in segments[n : n + 2])
        return bool(below) and whether(key, below)

    sure = [i for i in range(len(segments)) if asked(fields.awaits_alone, i)]
    out = set(sure)
    for i in sure:
        for step in (-2, 2):
            n = i + step
            while 0 <= n < len(segments) and n not in out and asked(fields.may_await, n):
                out.add(n)
                n += step
    return {segments[i].start for i in out if label(characters.plain(segments[i].text)[0]) != "boilerplate/share"}


@lru_cache(maxsize=4096)  # short lines are a site's own, and come back
def _is_key(text: str) -> bool:
    return is_key(characters.plain(text)[0])


def _may_be_a_value(text: str) -> bool:
    """Whether no phrase says of a line that it is something by itself; a name of an agency or a licence is a value."""
    said = phrases.entry(text)
    return said is None or said.what in _VALUES


_VALUES = frozenset(("footer/agency", "footer/licence"))


def wide_spaces(document: Document) -> dict[int, tuple[int, ...]]:
    """By where a line begins, the places in its text of its tabs and wide spaces, which read as one space there."""
    wide = [edit for edit in document.edits if edit.text == " " and characters.SPACES.id in edit.rules]
    out: dict[int, tuple[int, ...]] = {}
    if not wide:
        return out
    inside = Inside(document.edits)
    starts = [segment.start for segment in document.segments]
    for edit in wide:
        start = starts[max(0, bisect_right(starts, edit.start) - 1)]
        if start < edit.start and len(out.get(start, ())) < MOST_GAPS:
            at = len(replay(document.raw, inside(start, edit.start), start, edit.start))
            out[start] = (*out.get(start, ()), at)
    return out


def unjoined(blocks: list[Block], states: list[int], pairs: Pairs) -> tuple[list[Block], list[int]]:
    """Two lines that were joined and turned out to be article are two again."""
    if not any(state == BODY and block.segment.start in pairs for block, state in zip(blocks, states, strict=True)):
        return blocks, states
    out: list[tuple[Block, int]] = []
    for block, state in zip(blocks, states, strict=True):
        two = pairs.get(block.segment.start) if state == BODY else None
        out += [(block._replace(segment=segment), state) for segment in two or (block.segment,)]
    return [block for block, _ in out], [state for _, state in out]
