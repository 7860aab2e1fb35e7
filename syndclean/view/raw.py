"""The raw text, every character once, with what was done drawn over it.

What cannot be seen stands as an empty element that says what it is (`data-code`, `data-sign`), so the characters of the
page are those of the dump and nothing that reorders or hides text reaches the reader's browser.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import islice

import regex

from syndclean.document import Document, Edit, Segment
from syndclean.view.sheet import escape, share
from syndclean.view.signs import UNSEEN, bracketed, counted, name, runs, short, spelled

MAX_ELEMENTS = 20_000  # what stands behind that many segments, edits and signs is drawn as plain text
BLOCK, LONG_BLOCK = 4_000, 12_000  # characters: a browser lays out many preformatted blocks faster than a long one
_STRONG = regex.compile(r"([\p{Bidi_Class=R}\p{Bidi_Class=AL}])|\p{Bidi_Class=L}")
LINE_ENDS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")  # of `str.splitlines`


def draw(
    document: Document, start: int = 0, end: int | None = None, *, places: Iterable[int] = (), prefix: str = "s"
) -> str:
    """``raw[start:end]`` as preformatted HTML: a span for each segment, edits before and after, signs, joints.

    `places` are the offsets that links of the page point to: ``#at120`` is the place of offset 120, and ``#s3``, where
    `prefix` is ``s``, is the segment of that number.
    """
    end = len(document.raw) if end is None else end
    fine = _fine_until(document, start, end)
    points = sorted(set(places))
    out = []
    for low, high in _blocks(document, start, fine):
        spans = _spans(document, low, high)
        out += ['<pre dir="auto">\n', *(_span(document, *span, points, prefix) for span in spans), "</pre>"]
    out += [_place(point) for point in points[bisect_left(points, fine) :]]
    if fine < end:
        out.append('<p class="muted">There is too much here to draw it all: the rest stands as it is.</p>')
        out += [plain_block(bracketed(document.raw[low:high])) for low, high in _blocks(document, fine, end)]
    return "".join(out)


def plain_block(text: str) -> str:
    """A block without anything in it but text, which a browser lays out when it comes into sight."""
    return f'<pre class="rest" dir="auto">\n{escape(text)}</pre>'


def _blocks(document: Document, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches that a browser lays out at once: cut behind a line end, else where a segment begins, else anywhere."""
    while end - start > LONG_BLOCK:
        least, most = start + BLOCK, start + LONG_BLOCK
        next_ = bisect_left(document.segments, least, key=lambda segment: segment.start)
        near = min([most, *(segment.start for segment in document.segments[next_ : next_ + 1])])
        cut = document.raw.find("\n", least, most) + 1 or near
        yield start, cut
        start = cut
    yield start, end


def _fine_until(document: Document, start: int, end: int) -> int:
    """The offset up to which there are no more than `MAX_ELEMENTS` things to draw."""
    if 3 * (end - start) < MAX_ELEMENTS:  # a character begins a segment, an edit and a sign at most
        return end
    things = merge(
        (segment.start for segment in document.segments),
        (edit.start for edit in document.edits),
        (match.start() for match in UNSEEN.finditer(document.raw)),
    )
    return min(end, next(islice((at for at in things if at >= start), MAX_ELEMENTS, None), end))


def _spans(document: Document, start: int, end: int) -> Iterator[tuple[int, int, Segment | None]]:
    """Segments and the gaps between them, in order, as far as they lie in ``raw[start:end]``."""
    at = start
    first = bisect_right(document.segments, start, key=lambda segment: segment.end)
    for number in range(first, len(document.segments)):
        segment = document.segments[number]
        if segment.start >= end:
            break
        if at < segment.start:
            yield at, segment.start, None
        yield max(at, segment.start), min(end, segment.end), segment
        at = min(end, segment.end)
    if at < end:
        yield at, end, None


def _span(
    document: Document, start: int, end: int, segment: Segment | None, points: Sequence[int], prefix: str
) -> str:  # fmt: skip
    """A gap, a segment, or the part of one that lies in a block; its name and its joint stand where it begins."""
    drawn = "".join(_inside(document, start, end, points))
    if segment is None:
        return drawn
    number = bisect_left(document.segments, segment.start, key=lambda other: other.start)
    begins = start == segment.start
    joint = '<b class="j" title="a missing break was found here"></b>' if begins and is_joint(document, number) else ""
    named = f' id="{prefix}{number}" tabindex="0"' if begins else ""
    lang = f' lang="{escape(segment.language)}"' if segment.language else ""
    return (
        f'{joint}<span class="s {segment.kind} {segment.role}" role="group"{named}{lang}'
        f' aria-description="{escape(about(segment))}">{drawn}</span>'
    )


def about(segment: Segment) -> str:
    """What was decided about a segment, in one line.

    >>> about(Segment(0, 2, "body", "paragraph", "Hi", "en", 0.93, "body/paragraph"))
    'body · paragraph · en (93 %) · rule body/paragraph · characters 0–2'
    """
    sure = f" ({share(segment.confidence, 1)})" if segment.confidence is not None else ""
    return " · ".join((
        segment.kind, segment.role.replace("_", " "), (segment.language or "no language") + sure,
        f"rule {segment.rule}" if segment.rule else "no rule", f"characters {segment.start}–{segment.end}",
    ))  # fmt: skip


def is_joint(document: Document, number: int) -> bool:
    """Whether the segment of that number was parted from the one before where no line ends."""
    if not number:
        return False
    before, here = document.segments[number - 1 : number + 1]
    return not LINE_ENDS & set(document.raw[before.end : here.start])


def _inside(document: Document, start: int, end: int, points: Sequence[int]) -> Iterator[str]:
    """The HTML of ``raw[start:end]``, stretch by stretch: untouched text, edits, places that links point to."""
    at = start
    edits = edits_of(document, start, end)
    direction = "rtl" if edits and _is_rtl(document.raw[start:end]) else "ltr"
    for edit in edits:
        low, high = max(edit.start, at), min(edit.end, end)
        yield from _text(document.raw, at, low, points)
        yield from (_place(point) for point in _between(points, low, high))
        yield _edit(edit, document.raw[low:high], low == edit.start, direction)
        at = high
    yield from _text(document.raw, at, end, points)


def edits_of(document: Document, start: int, end: int) -> Sequence[Edit]:
    """The edits that touch ``raw[start:end]``, a span of `_spans`."""
    edits = document.edits
    first = bisect_left(edits, start, key=lambda edit: edit.end)
    while first < len(edits) and edits[first].end == start and not _opens(document, edits[first]):
        first += 1
    last = bisect_left(edits, end, lo=first, key=lambda edit: edit.start)
    if last < len(edits) and edits[last].start == edits[last].end == end and not _opens(document, edits[last]):
        last += 1
    return edits[first:last]


def _opens(document: Document, edit: Edit) -> bool:
    """Whether the edit inserts, and what it inserts belongs to the span that begins there, not to the one that ends."""
    at, segments = edit.start, document.segments
    if at != edit.end:
        return False
    number = bisect_left(segments, at, key=lambda segment: segment.start)
    before = segments[number - 1] if number and segments[number - 1].end == at else None
    after = segments[number] if number < len(segments) and segments[number].start == at else None
    if before and after:
        return after.text.startswith(edit.text) or not before.text.endswith(edit.text)
    return after is not None or (before is None and at < len(document.raw))


def _text(raw: str, start: int, end: int, points: Sequence[int]) -> Iterator[str]:
    """Text that nobody touched, with the places of `points` in it."""
    at = start
    for point in _between(points, start, end):
        yield signed(raw[at:point]) + _place(point)
        at = point
    yield signed(raw[at:end])


def _between(points: Sequence[int], start: int, end: int) -> Sequence[int]:
    return points[bisect_left(points, start) : bisect_left(points, end)]


def _place(offset: int) -> str:
    return f'<a class="at" id="at{offset}"></a>'


def _is_rtl(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left (UAX #9, rules P2 and P3)."""
    match = _STRONG.search(text)
    return match is not None and match.lastindex == 1


def _edit(edit: Edit, before: str, first: bool, direction: str) -> str:
    """Struck out what stood there, and behind it what stands there now (once, where an edit reaches over a gap)."""
    was = f"<del>{signed(before)}</del>" if before else ""
    now = f'<ins data-after="{escape(spelled(edit.text))}"></ins>' if first and edit.text else ""
    about = escape(what(edit, before))
    return f'<span class="e" dir="{direction}" tabindex="0" role="group" aria-description="{about}">{was}{now}</span>'


def what(edit: Edit, before: str) -> str:
    """What an edit did, in one line; `before` is what stood there.

    >>> what(Edit(0, 0, " ", ("joint/space",)), "")
    'inserted “␣” · rule joint/space'
    """
    was, now = f"“{short(before)}”", f"“{short(edit.text)}”"
    did = f"inserted {now}" if not before else f"{was} → {now}" if edit.text else f"deleted {was}"
    return f"{did} · rule {', '.join(edit.rules)}"


def signed(text: str) -> str:
    """Text as HTML in which what cannot be seen is a sign.

    >>> signed("a<b\u200b\u200b")
    'a&lt;b<i class="u" data-code="200B" data-times="2" data-sign="ZWSP×2" title="U+200B zero width space"></i>'
    """
    return "".join(_sign(run) if unseen else escape(run) for run, unseen in runs(text))


def _sign(run: str) -> str:
    return (
        f'<i class="u" data-code="{ord(run[0]):04X}" data-times="{len(run)}" data-sign="{counted(run)}"'
        f' title="{escape(name(run[0]))}"></i>'
    )
