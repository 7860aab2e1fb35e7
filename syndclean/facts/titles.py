"""The title of a page, and the headline in it."""

import functools
import re
from collections.abc import Container, Iterable
from itertools import islice

from syndclean.facts.addresses import host
from syndclean.facts.vocabulary import UNPARTED, folded, letters
from syndclean.remembering import remembering

_SITE_BEHIND = re.compile(r"(?:\s(?:[|｜ㅣ–—•·»-]|::?|--)\s|\s?[｜ㅣ：]\s?|\s?--)(?=\S)")
_NEAR = 0.5  # of the words of two headlines, where they are about the same thing
_FEW, _ENOUGH = 4, 60  # longer words of lines say too little, and of an article enough
_TOLD = 10  # paragraphs: what an article is about stands there
_PARTED_BY = re.compile(r"\s?[|｜ㅣ：\[]|\s[–—•·»-]|-{1,2}\S")  # a headline from the name of the site behind it


class Telling:
    """What an article tells, by which its headline is known among other lines; `common` words tell nothing.

    >>> telling = Telling(["The pier at Ellery was opened again on Friday.", "Its planks had been rotten for years."])
    >>> telling.share("Ellery pier opened after two years"), telling.share("Follow us on all the networks")
    (0.8, 0.0)
    """

    def __init__(self, paragraphs: Iterable[str], common: frozenset[str] = frozenset()) -> None:
        stems = frozenset[str]().union(*map(_stems_of, islice(paragraphs, _TOLD)))
        self._stems = stems - _stems_in(common)

    def has(self, label: str) -> bool:
        """Whether the article says every longer word of a label.

        >>> telling = Telling(["The pier at Ellery was opened again on Friday."])
        >>> telling.has("Ellery Pier"), telling.has("Harbour pier"), telling.has("At")
        (True, False, False)
        """
        stems = _stems_of(label)
        return bool(stems) and stems <= self._stems

    def says_nothing_of(self, lines: Iterable[str]) -> bool:
        """Whether an article, unless it is so short that this says little, has none of the longer words of some lines,
        five or more."""
        stems = frozenset[str]().union(*map(_stems_of, lines))
        return len(self._stems) >= _ENOUGH and len(stems) > _FEW and stems.isdisjoint(self._stems)

    def share(self, line: str) -> float:
        """How much of a line the article says as well; 0 where the line has less than three stems."""
        stems = _stems_of(line)
        return len(stems & self._stems) / len(stems) if len(stems) > 2 else 0.0


class PageTitle:
    """The title of a page: a headline, with the site's name behind it or without.

    >>> title = PageTitle("The pier at Ellery is open again | Harbour Courier")
    >>> title.has("The pier at Ellery is open again"), title.has("The pier at Ellery"), title.has("Harbour Courier")
    (True, False, False)
    """

    def __init__(self, text: str) -> None:
        self._text = _heard(text)

    @functools.cached_property
    def _stems(self) -> set[str]:  # most lines are only asked whether they are the headline
        return _stems(self._text)

    def nearness(self, line: str) -> float:
        """How much of the shorter of the two the title and a line share; 0 where that is less than half or three stems.

        >>> title = PageTitle("The pier at Ellery is open again | Harbour Courier")
        >>> title.nearness("Ellery has its pier open after weeks"), title.nearness("Harbour pier")
        (0.6, 0.0)
        """
        stems = _stems(_heard(line))
        shared = len(stems & self._stems)
        nearness = shared / min(len(stems), len(self._stems)) if shared > 2 else 0.0
        return nearness if nearness >= _NEAR else 0.0

    def is_said_otherwise(self, line: str) -> bool:
        """Whether a line that is near says something that the title does not."""
        return not self._stems.issuperset(_stems(_heard(line)))

    def has(self, line: str) -> bool:
        """Whether a line is the headline: a piece of its own, for most of the title or with a name behind it."""
        begins = line[:3]
        if begins.isalnum() and begins.isascii() and begins.lower() not in self._text:
            return False  # as hardly any line of a page is, and a glance tells
        if _heard(line[:5]) not in self._text:
            return False
        text = _heard(line)
        before, there, after = self._text.partition(text) if text else ("", "", "")
        if not there or before[-1:].isalnum() or after[:1].isalnum():
            return False
        return 2 * len(text) >= len(self._text) or (not before and _PARTED_BY.match(after) is not None)


def _heard(text: str) -> str:
    return folded(text.replace("\u00ad", ""))


@functools.lru_cache(maxsize=4)
def _stems_in(words: frozenset[str]) -> frozenset[str]:
    return frozenset(_stems(" ".join(words)))


@remembering
def _stems_of(line: str) -> frozenset[str]:
    return frozenset(_stems(_heard(line[:_LONGEST])))


_LONGEST = 500  # code points of a paragraph


def _stems(text: str) -> set[str]:
    """What two headlines in other words have in common: the beginnings of longer words, numbers, and neighbours where
    no spaces part words."""
    words = [word for word in letters(text) if len(word) > 3]
    if text.isascii():
        out = {word[:5] for word in words}
    elif UNPARTED.search(text):
        out = {word[:5] for word in words if not UNPARTED.match(word)}.union(_NEIGHBOURS.findall(text))
    else:
        out = {word[:5] for word in (map(_unprefixed, words) if _PREFIXED.search(text) else words)}
    return out.union(number for number in _NUMBER.findall(text) if len(number) > 1)


def _unprefixed(word: str) -> str:
    return _PREFIX.sub("", word)


_PREFIXED = re.compile("[\u0590-\u06ff]")
_NUMBER = re.compile(r"\d+")
# What Arabic and Hebrew write as one with the word behind it: and, the, in, to.
_PREFIX = re.compile(r"\A(?:[وفبكل]?ال|[והבכלמש]{1,2}(?=[\u05d0-\u05ea]{3}))(?=\w{2})")
_NEIGHBOURS = re.compile("(?=([\u0e00-\u0eff\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af]{2}))")


def headline(title: str, lines: Container[str] = ()) -> str:
    """A title without the site's name and its sections behind bars and dashes, as the title of a page has them.

    Behind a bar a few words are taken for one, behind a dash where they are a host or stand alone in the dump: `lines`
    are its lines, case folded.

    >>> headline("The pier is open again | Local News | Harbour Courier"), headline("The pier is open - pier.example")
    ('The pier is open again', 'The pier is open')
    >>> headline("The pier is open - at last"), headline("The pier is open - News", {"news"})
    ('The pier is open - at last', 'The pier is open')
    """
    places = list(_SITE_BEHIND.finditer(title))
    while places:
        place = places.pop()
        behind = title[place.end() :].strip()
        if len(behind) > 40 or len(behind) >= place.start() or len(behind.split()) > 5:
            break
        barred = place[0].strip() in ("|", "｜", "ㅣ")
        if not barred and host(behind) is None and " ".join(behind.casefold().split()) not in lines:
            break
        title = title[: place.start()]
    return title
