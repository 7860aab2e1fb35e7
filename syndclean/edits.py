"""Edits over a text: making them, composing two rounds of them, finding the way back to raw offsets.

A rule sees the text as the rules before it left it; a record speaks of `raw`. `compose` and `cut` are the bridge.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from syndclean.document import ROLES, Edit, Segment


class Piece(NamedTuple):
    """``raw[start:end]``, the text that stands there now, the edits that made it and the cut at which it began.

    `began` is an offset of the edited text, 0 for the first piece.
    """

    start: int
    end: int
    text: str
    edits: tuple[Edit, ...]
    began: int = 0


def replay(raw: str, edits: Iterable[Edit], start: int = 0, end: int | None = None) -> str:
    """The text of ``raw[start:end]`` with the edits made that lie inside it; `edits` are in order and disjoint.

    >>> replay("obus.Ces", [Edit(5, 5, " ", ("joint/space",))])
    'obus. Ces'
    """
    end = len(raw) if end is None else end
    out, at = [], start
    for edit in edits:
        if start <= edit.start and edit.end <= end:
            out += [raw[at : edit.start], edit.text]
            at = edit.end
    out.append(raw[at:end])
    return "".join(out)


class Inside:
    """The edits that lie in a stretch of `raw`, in order, found by where they start; `edits` are in order.

    >>> Inside([Edit(5, 5, " ", ("joint/space",))])(0, 4)
    []
    """

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits, self._starts = edits, [edit.start for edit in edits]

    def __call__(self, start: int, end: int) -> list[Edit]:
        near = self._edits[bisect_left(self._starts, start) : bisect_left(self._starts, end + 1)]
        return [edit for edit in near if edit.end <= end]


def compose(first: Sequence[Edit], second: Sequence[Edit]) -> tuple[Edit, ...]:
    """One round of edits that does what two rounds do: `second` speaks of the text that `first` leaves.

    Both are in order and disjoint, and so is what comes out. An edit of the second round that overlaps what the first
    wrote is merged with it and names the rules of both. Linear in the number of edits and the length of their texts.

    >>> first = [Edit(4, 7, "”", ("mojibake",))]
    >>> compose(first, [Edit(4, 5, "“", ("quote",)), Edit(9, 9, " ", ("space",))])
    (Edit(start=4, end=7, text='“', rules=('mojibake', 'quote')), Edit(start=11, end=11, text=' ', rules=('space',)))
    """
    if not first or not second:
        return tuple(first or second)
    out: list[Edit] = []
    shift = 0  # raw offset minus offset in the middle text, behind the edits of `first` that are done
    i = k = 0
    while k < len(second):
        now = second[k]
        if i == len(first):
            out.append(_moved(now, shift))
            k += 1
            continue
        was = first[i]
        stands = was.start - shift
        ends = stands + len(was.text)
        same_place = now.start == now.end == stands and (stands == ends or was.start == was.end)
        if ends <= now.start and not same_place:
            out.append(was)
            shift += was.end - was.start - len(was.text)
            i += 1
        elif now.end <= stands and not same_place:
            out.append(_moved(now, shift))
            k += 1
        else:
            merged, i, k, shift = _merge(first, second, i, k, shift)
            out.append(merged)
    out.extend(first[i:])
    return tuple(_one_insertion_a_place(out))


def _moved(edit: Edit, shift: int) -> Edit:
    return Edit(edit.start + shift, edit.end + shift, edit.text, edit.rules) if shift else edit


def _one_insertion_a_place(edits: Iterable[Edit]) -> Iterable[Edit]:
    """Two insertions at one place read as one, so that nobody need ask which came first."""
    last: Edit | None = None
    for edit in edits:
        if last and last.start == edit.start == edit.end:
            edit = Edit(edit.start, edit.end, last.text + edit.text, _union(last.rules, edit.rules))
        elif last:
            yield last
        last = edit
    if last:
        yield last


def _merge(first: Sequence[Edit], second: Sequence[Edit], i: int, k: int, shift: int) -> tuple[Edit, int, int, int]:
    """The edits from `first[i]` and `second[k]` on that hang together by overlaps, as one; and where to go on."""
    low = min(first[i].start - shift, second[k].start)
    raw_low = low + shift
    high = low
    middle: list[str] = []  # the middle text from `low` on; what `first` did not write is about to be overwritten
    length = 0
    over: list[Edit] = []
    begun = False
    rules_first: tuple[str, ...] = ()
    rules_second: tuple[str, ...] = ()
    while True:
        if i < len(first) and (first[i].start - shift < high or not begun):
            edit = first[i]
            stands = edit.start - shift - low
            middle += ["\0" * (stands - length), edit.text]
            length = stands + len(edit.text)
            high = max(high, low + length)
            shift += edit.end - edit.start - len(edit.text)
            rules_first = _union(rules_first, edit.rules)
            i += 1
            if begun:
                continue
        elif not (k < len(second) and second[k].start < high):
            break
        if k < len(second) and (second[k].start < high or not begun):
            edit = second[k]
            over.append(Edit(edit.start - low, edit.end - low, edit.text, edit.rules))
            high = max(high, edit.end)
            rules_second = _union(rules_second, edit.rules)
            k += 1
        begun = True
    text = replay("".join(middle) + "\0" * (high - low - length), over)
    return Edit(raw_low, high + shift, text, _union(rules_first, rules_second)), i, k, shift


def _union(first: tuple[str, ...], then: tuple[str, ...]) -> tuple[str, ...]:
    return first + tuple(rule for rule in then if rule not in first)


def cut(raw: str, edits: Sequence[Edit], cuts: Iterable[int]) -> list[Piece]:
    """The pieces between `cuts` (ordered offsets of the edited text), with raw offsets and the edits inside each.

    White space at the ends of a piece belongs to no piece, unless an edit binds it to something visible; pieces of
    white space alone are left out. A cut inside what an edit wrote falls behind that edit. A character that an edit
    deleted between two pieces goes with the first.

    >>> [(piece.start, piece.end, piece.text, piece.began) for piece in cut("obus.Ces  \\n\\n fin", [], [5, 8])]
    [(0, 5, 'obus.', 0), (5, 8, 'Ces', 5), (13, 16, 'fin', 8)]
    """
    if not edits:
        return _untouched(raw, cuts)
    drift = list(accumulate((len(e.text) - (e.end - e.start) for e in edits), initial=0))
    stands = [edit.start + moved for edit, moved in zip(edits, drift, strict=False)]
    out: list[Piece] = []
    at = done = began = 0
    for offset in cuts:
        n = bisect_left(stands, offset, done)
        while n < len(edits) and stands[n] == offset and not edits[n].text:
            n += 1
        end = max(offset - drift[n], edits[n - 1].end if n else 0)
        if end > at:
            out += _piece(raw, edits[done:n], at, end, began)
            at, done = end, n
        began = offset
    return out + _piece(raw, edits[done:], at, len(raw), began)


def _untouched(raw: str, cuts: Iterable[int]) -> list[Piece]:
    """The same where nothing was edited."""
    out: list[Piece] = []
    at = began = 0
    for offset in (*cuts, len(raw)):
        ahead = raw[at:offset].lstrip()
        inside = ahead.rstrip()
        if inside:
            left = offset - len(ahead)
            out.append(Piece(left, left + len(inside), inside, (), began))
        at, began = max(at, offset), offset
    return out


def _piece(raw: str, edits: Sequence[Edit], start: int, end: int, began: int) -> list[Piece]:
    """``raw[start:end]`` without the white space at its ends, unless an edit crosses there; nothing if none is left."""
    ahead = raw[start:end].lstrip()
    inside = ahead.rstrip()
    left = end - len(ahead)
    right = left + len(inside)
    if not edits:
        return [Piece(left, right, inside, (), began)] if inside else []
    low, high = 0, len(edits)
    while low < high and edits[low].end <= left and not edits[low].text.strip():
        low += 1
    while low < high and edits[high - 1].start >= right and not edits[high - 1].text.strip():
        high -= 1
    kept = tuple(edits[low:high])
    if kept:
        left, right = min(left, kept[0].start), max(right, kept[-1].end)
    text = replay(raw, kept, left, right)
    if text != text.strip():  # what an edit writes at the ends is no text, nor what stands before one that deletes
        kept = _stripped(raw, kept, left, right)
        text = replay(raw, kept, left, right)
    return [Piece(left, right, text, kept, began)] if left < right or kept else []


def _stripped(raw: str, edits: Iterable[Edit], start: int, end: int) -> tuple[Edit, ...]:
    """The edits of ``raw[start:end]`` without the white space that they write at its ends; those that write nothing
    there delete what white space stands between them and the text."""
    out = list(edits)
    for n, edit in enumerate(out):
        if edit.start > start:
            break
        text, start = edit.text.lstrip(), edit.end
        if not text:
            ahead = raw[start : out[n + 1].start if n + 1 < len(out) else end]
            start += len(ahead) - len(ahead.lstrip())
        out[n] = Edit(edit.start, start, text, edit.rules)
        if text:
            break
    for n in range(len(out) - 1, -1, -1):
        edit = out[n]
        if edit.end < end:
            break
        text, end = edit.text.rstrip(), edit.start
        if not text:
            behind = out[n - 1].end if n else start
            end = behind + len(raw[behind:end].rstrip()) if behind < end else end
        out[n] = Edit(end, edit.end, text, edit.rules)
        if text:
            break
    return tuple(edit for edit in out if edit.text or edit.start < edit.end)


def broken_law(raw: str, segments: Sequence[Segment], edits: Sequence[Edit]) -> str | None:
    """The first law of a document that does not hold, as a sentence; None where all hold. Linear.

    >>> broken_law("Hi there", [Segment(0, 2, "body", "paragraph", "Hi")], [])
    'raw[3:8] is in no segment'
    """
    at = 0
    for edit in edits:
        if not at <= edit.start <= edit.end <= len(raw):
            return f"the edit at {edit.start} is out of order or out of raw"
        at = edit.end
    at = i = 0
    for segment in (*segments, None):
        start = len(raw) if segment is None else segment.start
        if start < at or (segment is not None and not start <= segment.end <= len(raw)):
            return f"the segment at {start} is out of order or out of raw"
        if raw[at:start].strip():
            return f"raw[{at + len(raw[at:start]) - len(raw[at:start].lstrip())}:{start}] is in no segment"
        if segment is None:
            return None
        if segment.role not in ROLES[segment.kind]:
            return f"{segment.kind} has no role {segment.role}"
        while i < len(edits) and edits[i].end <= start and edits[i].start != start:
            i += 1
        j = i
        while j < len(edits) and edits[j].end <= segment.end:
            j += 1
        if segment.text not in _readings(raw, edits[i:j], start, segment.end):
            return f"the edits over raw[{start}:{segment.end}] do not give the text of its segment"
        at, i = segment.end, max(i, j - 1)
    return None


def _readings(raw: str, edits: Sequence[Edit], start: int, end: int) -> Iterable[str]:
    """The text with the edits made; an insertion at either end may belong to the segment beside."""
    yield replay(raw, edits, start, end)
    behind = edits[1:] if edits and edits[0].start == edits[0].end == start else edits
    before = edits[:-1] if edits and edits[-1].start == edits[-1].end == end else edits
    yield replay(raw, behind, start, end)
    yield replay(raw, before, start, end)
    yield replay(raw, behind[:-1] if before is not edits else behind, start, end)
