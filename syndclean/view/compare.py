"""Two versions over one raw text: what is different now, segment by segment."""

from collections import Counter
from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import accumulate
from typing import NamedTuple

from syndclean.document import Document, Metadata, Problem, Segment
from syndclean.view.page import said
from syndclean.view.raw import about, draw
from syndclean.view.sheet import counted, escape, number, sheet
from syndclean.view.signs import short

MAX_SHOWN = 1_000  # changes that are drawn; all are counted
MAX_CHARACTERS = 200_000  # of the changes that are drawn, together


class Stretch(NamedTuple):
    """The segments of two versions over the same stretch of raw; `changed` names what differs, empty: nothing."""

    before: tuple[Segment, ...]
    now: tuple[Segment, ...]
    changed: tuple[str, ...]


def stretches(before: Document, now: Document) -> Iterator[Stretch]:
    """The two versions side by side in raw order, in the shortest stretches that no segment of either crosses. Linear.

    Raises `ValueError` where the two are not of one raw text.

    >>> one = Document(raw="A b", segments=(Segment(0, 3, "body", "paragraph", "A b"),))
    >>> parts = (Segment(0, 1, "body", "heading", "A"), Segment(2, 3, "body", "paragraph", "b"))
    >>> [stretch.changed for stretch in stretches(one, Document(raw="A b", segments=parts))]
    [('parted', 'role')]
    """
    if before.raw != now.raw:
        raise ValueError("the two documents are not of one raw text; clean the same dump with both versions")
    old = ((segment, True) for segment in before.segments)
    new = ((segment, False) for segment in now.segments)
    left: list[Segment] = []
    right: list[Segment] = []
    end = 0
    for segment, is_old in merge(old, new, key=lambda pair: pair[0].start):
        if segment.start >= end and (left or right):
            yield _stretch(left, right)
            left, right = [], []
        (left if is_old else right).append(segment)
        end = max(end, segment.end)
    if left or right:
        yield _stretch(left, right)


def _stretch(before: Sequence[Segment], now: Sequence[Segment]) -> Stretch:
    return Stretch(tuple(before), tuple(now), tuple(_changed(before, now)))


def _changed(before: Sequence[Segment], now: Sequence[Segment]) -> Iterator[str]:
    if len(before) != len(now):
        yield "parted" if len(now) > len(before) else "joined"
    elif [(s.start, s.end) for s in before] != [(s.start, s.end) for s in now]:
        yield "moved"
    for name in ("kind", "role", "language", "rule"):
        if {getattr(segment, name) for segment in before} != {getattr(segment, name) for segment in now}:
            yield name
    one = len(before) == len(now) == 1
    if before[0].text != now[0].text if one else "".join(_words(before)) != "".join(_words(now)):
        yield "text"


def _words(segments: Sequence[Segment]) -> Iterator[str]:
    """What the segments say without white space, which is no difference where blocks are parted otherwise."""
    return (word for segment in segments for word in segment.text.split())


def compare(before: Document, now: Document, *, name: str = "") -> str:
    """A self-contained HTML page that shows what `now` does otherwise than `before`; both are of one raw text.

    Raises `ValueError` where they are not.
    """
    all_of = list(stretches(before, now))
    changed = [stretch for stretch in all_of if stretch.changed]
    shown = _shown(changed)
    title = f"{name}: what changed" if name else "What changed"
    return sheet(title, "".join((
        f'<header class="top"><h1 dir="auto">{escape(title)}</h1>{_summary(all_of, changed)}</header>',
        _metadata(before.metadata, now.metadata),
        _problems(before.metadata.problems, now.metadata.problems),
        '<section aria-label="segments"><h2>Segment by segment</h2><div class="sides" aria-hidden="true">',
        "<small>before</small><small>now</small></div>",
        *(_drawn(before, now, stretch, i) for i, stretch in enumerate(shown)),
        f"<p>and {number(len(changed) - len(shown))} more</p>" if len(changed) > len(shown) else "",
        "" if changed else '<p class="muted">No segment is different.</p>', "</section>",
    )))  # fmt: skip


def _shown(changed: Sequence[Stretch]) -> Sequence[Stretch]:
    """As many of the first changes as a page carries."""
    sizes = accumulate(sum(len(segment.text) for segment in stretch.before + stretch.now) for stretch in changed)
    return changed[: min(MAX_SHOWN, 1 + sum(size <= MAX_CHARACTERS for size in sizes))]


def _summary(all_of: Sequence[Stretch], changed: Sequence[Stretch]) -> str:
    counts = Counter(what for stretch in changed for what in stretch.changed)
    parts = ", ".join(f"{what} {number(count)}" for what, count in counts.most_common())
    same = f"{number(len(all_of) - len(changed))} did not"
    what = f"{counted(len(changed), 'stretch', 'stretches')} changed" + (f" ({parts})" if parts else "")
    return f'<p class="muted">{what}, {same}</p>'


def _metadata(before: Metadata, now: Metadata) -> str:
    rows = "".join(
        f'<tr><th scope="row">{name.replace("_", " ")}</th>'
        + "".join(f"<td><bdi>{escape(said(metadata, name)) or '—'}</bdi></td>" for metadata in (before, now))
        + "</tr>"
        for name in Metadata.model_fields
        if name not in ("fields", "problems") and getattr(before, name) != getattr(now, name)
    )
    if not rows:
        return ""
    head = "<thead><tr><th>Field</th><th>Before</th><th>Now</th></tr></thead>"
    return f'<section aria-label="metadata"><h2>Metadata</h2><table>{head}<tbody>{rows}</tbody></table></section>'


def _problems(before: Sequence[Problem], now: Sequence[Problem]) -> str:
    gone, come = Counter(before) - Counter(now), Counter(now) - Counter(before)
    lines = [f"<li>gone: {_problem(problem)}</li>" for problem in gone]
    lines += [f"<li>new: {_problem(problem)}</li>" for problem in come]
    if not lines:
        return ""
    shown = "".join(lines[:MAX_SHOWN])
    return f'<section class="alarm" aria-label="problems"><h2>Problems</h2><ul>{shown}</ul></section>'


def _problem(problem: Problem) -> str:
    return f"{escape(problem.field)}: {escape(short(problem.message))}"


def _drawn(before: Document, now: Document, stretch: Stretch, number_of: int) -> str:
    start = min(segment.start for segment in stretch.before + stretch.now)
    end = max(segment.end for segment in stretch.before + stretch.now)
    sides = "".join(
        f"<div>{draw(document, start, end, prefix=f'{side}{number_of}-')}"
        f"{''.join(f'<small><bdi>{escape(about(segment))}</bdi></small><br>' for segment in segments[:20])}</div>"
        for side, document, segments in (("b", before, stretch.before), ("n", now, stretch.now))
    )
    what = ", ".join(stretch.changed)
    return f'<div class="change"><p><b>{what}</b></p><div class="sides">{sides}</div></div>'
