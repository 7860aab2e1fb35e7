"""Where labels of the site, and items of its lists, begin that are glued to each other or to a field before them."""

import functools
import re
from collections.abc import Iterator, Sequence
from itertools import groupby, islice, pairwise

from syndclean.rules import phrases, tails
from syndclean.rules.fields import SENTENCE_END, pair
from syndclean.rules.joints.place import LOWER, UPPER, ranges

LONGEST_ROW = 8_000  # code points of a line that is looked at
_GLANCE = 300  # of those that tell prose


def between_labels(text: str) -> list[int]:
    """Where labels of the site are glued to each other, to what stands before them, or to a headline behind what
    announces it: `Source: dpaRead more`, `TRENDINGVillage bakery wins prize`, `Tags: seaShareTweetEmail`.

    One alone is parted where it announces others, for a name may end in it: `Source: DailyMail`.
    """
    borders = _humps(text) if len(text) <= LONGEST_ROW and not _is_prose(text) else ()
    if len(borders) < 3 or label(text) is not None:  # More from TimesLIVE
        return []
    labels = [label(text[at:end]) for at, end in pairwise(borders)]
    for first, last in _runs(labels):
        announces = "boilerplate/list_heading" in labels[first:last]
        starts = not first or _is_known(text[: borders[first]])
        if (starts and announces) or (last - first > 1 and (starts or last == len(labels))):
            out = borders[first : last + 1]
            return [at for at in (*out, *(_items(text, borders[last:]) if announces else ())) if 0 < at < len(text)]
    return []


def _is_known(text: str) -> bool:
    """Whether a text is a field that is known, or a notice."""
    field = pair(text)
    return (field is not None and field.known) or tails.role(text) is not None


def _is_prose(text: str) -> bool:
    """Whether a longer line is of sentences, as a glance tells."""
    return len(text) > _GLANCE and text.endswith(SENTENCE_END) and _SENTENCE.search(text, 0, _GLANCE) is not None


_SENTENCE = re.compile(r"[a-zà-öø-ÿа-яё]{3}[.!?] [^\W\d_a-z]|[。！？।]")


def _items(text: str, borders: Sequence[int]) -> list[int]:
    """Where the headlines begin that are announced, behind the first of them: at bullets, or where two are glued."""
    listed = [at for at in borders[1:-1] if _BULLET.match(text, at)]
    pieces = zip(borders, borders[1:], borders[2:], strict=False)
    return listed or [at for before, at, end in pieces if min(at - before, end - at) >= _HEADLINE]


def between_items(text: str) -> list[int]:
    """Where the items of a list begin that are glued to each other: three at least, of one bullet or in their order."""
    first = _BULLET.match(text) if len(text) <= LONGEST_ROW else None
    if first is None:
        return []
    number = first[0][:-2]
    out: list[int] = []
    for item in islice(_ITEM.finditer(text, first.end()), _MOST_HUMPS + 1):
        counted = number.isdecimal() and text.startswith(f"{int(number) + len(out) + 1}{first[0][-2:]}", item.start())
        if counted or (not number and text.startswith(first[0], item.start())):
            out.append(item.start())
    return out if 1 < len(out) <= _MOST_HUMPS else []


def _humps(text: str) -> tuple[int, ...]:
    """The beginning of a text, where a capital follows a small letter, and the end; the names of networks are whole."""
    inner = [match.start() for match in islice(_hump().finditer(text), _MOST_HUMPS + 1)]
    if len(inner) > _MOST_HUMPS:  # a flood: were the first of them parted, so would be the next when they stand alone
        return (0, len(text))
    names = [match.span() for match in _NETWORK.finditer(text)] if inner else []
    return (0, *(at for at in inner if not any(start < at < end for start, end in names)), len(text))


def label(text: str) -> str | None:
    """What the vocabulary says of a piece of the site's furniture, None where it knows none."""
    said = phrases.entry(text)
    return said.what if said is not None and said.what.startswith("boilerplate/") else None


def _runs(labels: Sequence[str | None]) -> Iterator[tuple[int, int]]:
    """Where labels stand in a row: the first of them and the one behind the last."""
    first = 0
    for known, run in groupby(labels, bool):
        last = first + len(list(run))
        if known:
            yield first, last
        first = last


_BULLET = re.compile(r"(?:[*•·▪‣–—-]|\d{1,2}[.)])\s")
_GLUED_ITEM = (
    r"[*•·▪‣–—-](?=\s\S)(?<=[\w:?!…”\"»’)].)|\d(?=\d?[.)]\s)(?:(?<=[^\W\d_].)|(?<=[:?!…”\"»’)].))"
)
_ITEM = re.compile(_GLUED_ITEM)


@functools.cache
def _hump() -> "re.Pattern[str]":
    """Where a capital follows what is none, and where an item of a list begins, glued to what stands before it."""
    upper, lower = ranges(UPPER), ranges(LOWER)
    humps = rf"[{upper}](?:(?<=[{lower}:].)|(?:(?<=\d.)|(?<=[{upper}]{{2}}.))(?=[{lower}]))"
    return re.compile(f"{humps}|{_GLUED_ITEM}")


_HEADLINE = 20  # code points of the shortest
_MOST_HUMPS = 96
_NETWORK = re.compile(r"WhatsApp|LinkedIn|YouTube|TikTok|FaceBook|SnapChat|WeChat|KakaoTalk|VKontakte")
