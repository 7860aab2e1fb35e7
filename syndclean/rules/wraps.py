"""Lines that were broken at a fixed width, and are one paragraph.

A program that wraps text fills every line as far as the next word allows. So at a width that was really used, a line
fits, and the line with the first word of the next one does not; lines that end where a writer ended them do so by
chance. The width is found from all lines of a text together, and only line ends that it explains are undone.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

from syndclean.rule import Change, TextRule
from syndclean.rules import words

_NARROWEST, _WIDEST = 44, 132  # columns
_TOO_WIDE = _WIDEST + 10  # and more: what says nothing need not be measured
_ENOUGH = 4  # line ends that one width must explain
_FULL = 0.6  # no line is emptier: no word is so long
_FITTING = range(round(_FULL * _NARROWEST), _WIDEST + 1)  # columns of a line that some width explains
_SHARE = 0.35  # of the line ends that it could explain; chance explains a tenth, lists of headlines come on top
_WIDE = re.compile("[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]")
_UNSPACED = re.compile("[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6]")  # Chinese and Japanese set no spaces
_FIRST = re.compile(r"\S{1,60}")
_LISTED = re.compile(r"[-–—•▪*·]\s|https?://")
# Behind the end of a sentence these may begin a line of their own: a number, a key and its value.
_BEGINS = re.compile(r"\d{1,3}[.)]\s(\w)|[^\s:：|]{1,24}(?: [^\s:：|]{1,20}){0,3} ?[:：|](?:\s|\Z)")
_ENDED = tuple('.!?…。！？।"”“»')


class _LineEnd(NamedTuple):
    """A line end inside a run of lines: where it stands, and the widths at which a program would have put it there."""

    at: int
    low: int
    high: int
    line: str
    following: str


def _columns(text: str) -> int:
    """The width of a line in columns: a wide character takes two (Unicode Standard Annex 11)."""
    return len(text) + len(_WIDE.findall(text)) if not text.isascii() else len(text)


def _line_ends(text: str) -> list[_LineEnd]:
    """The line ends with text right before and right behind; none where no width can explain enough of them."""
    lines = text.split("\n")
    if sum([len(line) <= _WIDEST and following != "" for line, following in pairwise(lines)]) < _ENOUGH:
        return []
    ends: list[tuple[int, int, int, str, str]] = []
    at = -1
    for line, following in pairwise(lines):
        at += len(line) + 1
        if following and (
            (line.count(" ") > 3 and not following[0].isspace()) or (not line.isascii() and _UNSPACED.search(line))
        ):
            low = _columns(line) if len(line) < _TOO_WIDE else _TOO_WIDE
            high = low + _columns_of_first(line, following) if low <= _WIDEST else low
            ends.append((at, low, high, line, following))
    fitting = [(low, high) for _, low, high, _, _ in ends if low in _FITTING]
    if len(fitting) < _ENOUGH or max(_explained(fitting)) < _ENOUGH:
        return []
    return [_LineEnd(*end) for end in ends if not _listed(end[-2], end[-1])]


def _columns_of_first(line: str, following: str) -> int:
    """How much wider the line would have been with the first word of the following one."""
    if _UNSPACED.match(following) and _UNSPACED.match(line[-1]):
        return 1
    first = _FIRST.match(following)
    return _columns(first[0]) if first else 0


def _explained(spans: Iterable[tuple[int, int]]) -> list[int]:
    """How many line ends each width explains, by the least and the greatest that would have put each there."""
    steps = [0] * (_WIDEST + 2)  # how many more than the width before
    for low, high in spans:
        if high >= _NARROWEST and low <= _WIDEST:
            steps[max(_NARROWEST, low)] += 1
            steps[min(_WIDEST, high) + 1] -= 1
    return list(accumulate(steps))


def _width(ends: list[_LineEnd]) -> int | None:
    """The width at which the text was wrapped; None where it was not."""
    if len(ends) < _ENOUGH:
        return None
    explained = _explained((end.low, end.high) for end in ends)
    best = max(range(_NARROWEST, _WIDEST + 1), key=explained.__getitem__)
    if explained[best] < _ENOUGH:
        return None
    hits = [end for end in ends if _explains(best, end)]
    could = sum(_FULL * best <= end.low <= best for end in ends)
    if len(hits) < _ENOUGH or len(hits) < _SHARE * could or not _goes_on(hits):
        return None
    in_a_row = sum(_next_to(one, then) for one, then in pairwise(hits))
    return (
        best
        if in_a_row >= max(_ENOUGH - 1, 0.3 * len(hits)) or _in_whole_groups(ends, best) >= 0.5 * len(hits)
        else None
    )


def _explains(width: int, end: _LineEnd) -> bool:
    """Whether a program that wraps at the width would have ended the line here."""
    return end.low <= width <= end.high and end.low >= _FULL * width


def _nearly(width: int, end: _LineEnd) -> bool:
    """The same for Chinese and Japanese, where punctuation may hang over the width or keep a character from it."""
    return bool(_UNSPACED.match(end.following)) and width - 3 <= end.low <= width + 2


def _in_whole_groups(ends: list[_LineEnd], width: int) -> int:
    """The line ends in groups of lines, between blank ones, of which the width explains every line end."""
    whole = number = 0
    good = True
    for n, end in enumerate(ends):
        number += 1
        good = good and _explains(width, end)
        if n + 1 == len(ends) or not _next_to(end, ends[n + 1]):
            whole += number if good else 0
            number, good = 0, True
    return whole


def _next_to(one: _LineEnd, then: _LineEnd) -> bool:
    """Whether one line lies between two line ends."""
    return then.at == one.at + 1 + len(then.line)


def _goes_on(hits: list[_LineEnd]) -> bool:
    """Whether sentences run over the line ends: a line of a list begins with a capital."""
    small = sum(end.following[0].islower() for end in hits)
    capital = sum(end.following[0].isupper() for end in hits)
    open_ended = sum(end.line[-1].isalnum() or end.line[-1] in ",-、，" for end in hits)
    if small + capital < len(hits) / 2:  # a script without capitals: more than chance would have to explain so many
        return len(hits) > _ENOUGH and open_ended * 2 > len(hits)
    return open_ended * 2 > len(hits) and small * 4 >= small + capital


def wrapped(text: str) -> Iterator[Change]:
    """The line ends that a program put into a paragraph, each to be read as a space.

    >>> text = "The boats left the harbour of the town early in\\nthe morning, and nobody who lives there knows\\n"
    >>> text += "when they will be back, because the owner of\\nthe yard does not answer the questions of those\\nwho"
    >>> [change.start for change in wrapped(text)]
    [47, 93, 138, 186]
    """
    if text.count("\n") - 2 * text.count("\n\n") < _ENOUGH:  # line ends with text on both sides
        return
    ends = _line_ends(text)
    width = _width(ends)
    if width is None:
        return
    widest = width + 2
    hits = [
        end for end in ends
        if (_explains(width, end) or _nearly(width, end)) and _columns(end.following) <= widest
    ]  # fmt: skip
    found = {end.at for end in hits}
    for end in hits:
        start, stop = end.at - len(end.line), end.at + 1 + len(end.following)
        begins = start == 0 or text.startswith("\n\n", start - 2)
        if begins or start - 1 in found or stop in found:  # alone in the middle it explains itself by chance
            yield _joined(text, end)


def _listed(line: str, following: str) -> bool:
    """Whether a line of its own begins behind a line."""
    if _LISTED.match(following):
        return True
    if not line.endswith(_ENDED) and not following[0].isdigit():
        return False
    begins = _BEGINS.match(following)
    return begins is not None and (line.endswith(_ENDED) or (begins[1] or "").isupper())


def _joined(text: str, end: _LineEnd) -> Change:
    """What the line end is to read: a space, or nothing where none stood; a hyphen that split a word goes."""
    last, first = end.line[-1], end.following[0]
    if _UNSPACED.match(last) and _UNSPACED.match(first):
        return Change(end.at, end.at + 1, "")
    if last in "-\u00ad\u2010" and len(end.line) > 1 and end.line[-2].isalpha() and first.isalpha():
        left, right = re.split(r"\W", end.line[:-1])[-1], re.split(r"\W", end.following, maxsplit=1)[0]
        own = words.of(words.language(text))
        if last == "\u00ad" or (first.islower() and left + right and words.folded(left + right, own.tag) in own.common):
            return Change(end.at - 1, end.at + 1, "")
        suspended = words.folded(right, own.tag) in own.function and right.islower()  # Ost- und Westhafen
        return Change(end.at, end.at + 1, " " if suspended else "")
    return Change(end.at, end.at + 1, " ")


WRAPPED = TextRule(
    "wrap/fixed-width",
    "A program broke the lines of a paragraph at a fixed width; the lines are one paragraph.",
    find=wrapped,
    hits=(
        (
            "The boats left the harbour of the town early in\nthe morning, and nobody who lives there knows\n"
            "when they will be back, because the owner of\nthe yard does not answer the questions of those\nwho wait.",
            "The boats left the harbour of the town early in the morning, and nobody who lives there knows "
            "when they will be back, because the owner of the yard does not answer the questions of those who wait.",
        ),
        (
            "Die Schiffe haben den Hafen der Stadt früh am\nMorgen verlassen, und niemand, der dort lebt,\n"
            "weiß, wann sie zurück sein werden, weil der Be-\nsitzer der Werft auf keine der Fragen antwortet,\n"
            "die ihm die Ost-\nund Westhafenleute stellen.",
            "Die Schiffe haben den Hafen der Stadt früh am Morgen verlassen, und niemand, der dort lebt, "
            "weiß, wann sie zurück sein werden, weil der Besitzer der Werft auf keine der Fragen antwortet, "
            "die ihm die Ost-\nund Westhafenleute stellen.",
        ),
        (
            "The boats came back to the harbour of the town\nlast night, all nine of them.\n\n"
            "The wait\nNobody who lives there had known when they would\n"
            "be back, because the owner of the yard does not\n"
            "answer the questions of those who wait at the\n"
            "pier, and the weather had been bad for a week.\n\n"
            "The owner of the yard says that it was the weather\nand nothing else.\n\n"
            "Rain for all of the week\nA new pier for the old harbour of the small town\n"
            "More boats for the town\n\nA house by the sea for the family of the teacher\n"
            "Who gave it to her, and why the mayor of the town would not say\n\n"
            "Songs for all of the people\nA choir and its bus",
            "The boats came back to the harbour of the town last night, all nine of them.\n\n"
            "The wait\n"
            "Nobody who lives there had known when they would be back, because the owner of the yard does "
            "not answer the questions of those who wait at the pier, and the weather had been bad for a week.\n"
            "\nThe owner of the yard says that it was the weather and nothing else.\n\n"
            "Rain for all of the week\nA new pier for the old harbour of the small town\n"
            "More boats for the town\n\nA house by the sea for the family of the teacher\n"
            "Who gave it to her, and why the mayor of the town would not say\n\n"
            "Songs for all of the people\nA choir and its bus",
        ),
        (
            "昨日の夜、町の港に九隻の船がすべて戻ってきたという。\n"
            "港で待っていた家族は、いつ戻るのかを誰からも聞いて\n"
            "いなかった。造船所の持ち主は、天気が悪かっただけだ\n"
            "と話し、それ以上の質問には答えていない。町長は来週\n"
            "、漁師たちと会うと約束したが、場所も時間もまだ決ま\n"
            "っていない。次の船は月曜日に港を出ることになってい\nる。",
            "昨日の夜、町の港に九隻の船がすべて戻ってきたという。"
            "港で待っていた家族は、いつ戻るのかを誰からも聞いて"
            "いなかった。造船所の持ち主は、天気が悪かっただけだ"
            "と話し、それ以上の質問には答えていない。町長は来週"
            "、漁師たちと会うと約束したが、場所も時間もまだ決ま"
            "っていない。次の船は月曜日に港を出ることになっている。",
        ),
    ),
    misses=(
        "New boats for the harbour of the town\nThe mayor does not answer\nWho waits for the boats?\nMore on this",
        "The boats left.\n\nNobody knows when they will be back.\n\nThe owner of the yard does not answer.",
        "Author: Jane Doe\nPublished: 2024-04-17\nSource: https://example.org/a\nTags: boats, harbour",
        "- Boats for all of the people\n- Harbours for some of them\n- A yard for the rest\n- More",
    ),
)

RULES: tuple[TextRule, ...] = (WRAPPED,)
