"""The language of every segment and of the document."""

from collections.abc import Callable
from typing import Any

from syndclean.document import Document, Segment, filled
from syndclean.language import Piece, detect, languages
from syndclean.steps.decode import UNTOUCHED

Detector = Callable[[str], tuple[str | None, float]]

_WORDED = frozenset(
    {"copyright", "disclaimer", "licence", "credit"}
)  # footer lines that are sentences, where no key stands


def tag(document: Document, *, detector: Detector = detect) -> Document:
    """The same document, each segment with its language and how sure that is (0 to 1), and the body's as its own.

    A rule that knows a phrase knows its language; a bare field (a key with a name, a date, an address) has none; the
    rest is weighed by its letters, and by the language of the body. `detector` is asked instead of ours: a function
    from a text to a BCP 47 tag (None where it cannot say) and a confidence.

    >>> from syndclean import clean
    >>> clean("Der Rat hat am Montag beschlossen, die alte Brücke zu sperren.").language
    'de'
    """
    segments = document.segments
    if not segments or segments[0].rule == UNTOUCHED:
        return document
    language, answers = languages([_piece(segment) for segment in segments], detector=detector)
    rows: list[tuple[Any, ...]] = [
        (s.start, s.end, s.kind, s.role, s.text, tag_, confidence if tag_ else None, s.rule)
        for s, (tag_, confidence) in zip(segments, answers, strict=True)
    ]
    return document.with_(segments=filled(Segment, rows), language=language)


def _piece(segment: Segment) -> Piece:
    return Piece(segment.text, segment.kind, segment.language, _is_bare(segment))


def _is_bare(segment: Segment) -> bool:
    """Whether a segment has no language of its own: names, dates, addresses, numbers."""
    if segment.language:
        return False
    if segment.kind == "footer":
        return segment.role not in _WORDED or segment.rule.startswith("field/") or segment.text[:1] in "©("
    return segment.role in ("byline", "date") or segment.rule in ("boilerplate/relative-time", "boilerplate/networks")
