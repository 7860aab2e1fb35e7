"""What was found out about a line is kept for when it comes back.

The furniture of a site stands on all its pages, and an article is copied from site to site, paragraph by paragraph.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar, TypeVarTuple

Rest = TypeVarTuple("Rest")
Finding = TypeVar("Finding")

PROSE = 301  # code points: furniture is shorter
_LINES = 16_384
_PARAGRAPH = 2_000  # code points: nearly all paragraphs are shorter
_PARAGRAPHS = 2_048  # some 200 articles: with the lines at most 40 MB in any script


def remembering(find: Callable[[str, *Rest], Finding]) -> Callable[[str, *Rest], Finding]:
    """`find`, a pure function of a line (and of what else it is given, which is hashable), with its findings kept.

    >>> remembering(len)("A line.")
    7
    """
    line: Callable[..., Any] = lru_cache(maxsize=_LINES)(find)
    paragraph: Callable[..., Any] = lru_cache(maxsize=_PARAGRAPHS)(find)

    def recall(text: str, *rest: *Rest) -> Finding:
        if len(text) < PROSE:
            return line(text, *rest)  # type: ignore[no-any-return]
        return paragraph(text, *rest) if len(text) <= _PARAGRAPH else find(text, *rest)

    return recall
