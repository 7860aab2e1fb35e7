"""What the facts are told by: how the frozen lists are read, and how their words are looked for in a text."""

import functools
import re
import unicodedata
from collections.abc import Iterable
from importlib.resources import files

import regex

LONGEST = 1000  # code points of a byline, a list of tags or a notice that are looked at
# Marks on letters, for the inside of a class: to `re` they are no part of a word. With the letters that they stand
# among in the scripts of India, and without the full stops of these.
MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u1000-\u109f\u1780-\u17d3"
LETTER = rf"(?:[^\W\d_]|[{MARKS}])"  # or a mark on one
PLAIN_WORD = re.compile(r"\w+")
# Where one of these stands, signs or no spaces part words.
UNPARTED = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")

# Runs of letters and their marks, of five where no spaces part words (Thai, Lao, Burmese, Khmer). Ranges that spare
# exact categories, for `re` reads them three times as fast.
LETTERS = re.compile(
    "[A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0dff\u0f00-\u0fff\u10a0-\u177f\u1800-\u1fff\u2c00-\u2dff"
    "\u3005-\u3007\u3040-\ufeff\uff21-\uff3a\uff41-\uff5a\uff66-\U000e0fff]+"
    "|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]{1,5}"
)
_OF_ASCII = "".join(sign if sign.isalpha() else " " for sign in map(chr, range(128)))


def letters(text: str) -> list[str]:
    """The words of a text, as `LETTERS` finds them: in plain ASCII in a third of the time.

    >>> letters("The pier, since 1867: l’été")
    ['The', 'pier', 'since', 'l', 'été']
    """
    return text.translate(_OF_ASCII).split() if text.isascii() else LETTERS.findall(text)


def lines(name: str) -> list[list[str]]:
    """The entries of a frozen list, cut at tabs."""
    text = files("syndclean").joinpath("rules/vocabulary", name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def alternation(words: Iterable[str]) -> str:
    """What in a pattern is one of the words, the longest that stands there."""
    return "|".join(regex.escape(word) for word in sorted(words, key=len, reverse=True))


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """The words with which phrases begin, as `begins` asks for them."""
    return frozenset(PLAIN_WORD.findall(phrase)[0].casefold() for phrase in phrases if PLAIN_WORD.search(phrase))


def begins(text: str, words: frozenset[str]) -> bool:
    """Whether a text can begin with a phrase, by its first word; where signs or no spaces part words it always can."""
    first = PLAIN_WORD.match(text)
    return first is None or first[0].casefold() in words or UNPARTED.match(text) is not None


def with_cedillas(text: str) -> str:
    """A text in small letters with the s and the t of Romanian as older fonts have them, for both are in use.

    >>> with_cedillas("citește și") == with_cedillas("citeşte şi")
    True
    """
    return text if text.isascii() else text.replace("ș", "ş").replace("ț", "ţ")


@functools.lru_cache(maxsize=256)
def said(text: str) -> frozenset[str]:
    """The words of a text, case folded: what most phrases are looked for by.

    >>> sorted(said("The Pier Post, the pier"))
    ['pier', 'post', 'the']
    """
    return frozenset(letters(with_cedillas(text.casefold())))


def unaccented(text: str, language: str) -> str:
    """A folded phrase as capitals have it in languages that leave their accents out: ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ, MAS LEIDAS.

    >>> unaccented("διαβάστε επίσης", "el"), unaccented("más leídas", "es"), unaccented("läs mer", "sv")
    ('διαβαστε επισης', 'mas leidas', 'läs mer')
    """
    if text.isascii() or language not in _CAPITALS_UNACCENTED:
        return text
    bare = "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
    return unicodedata.normalize("NFC", bare)


_CAPITALS_UNACCENTED = frozenset(("el", "es", "fr", "pt", "gl", "ca", "it"))


def folded(text: str) -> str:
    """A key or a phrase without case, with straight apostrophes and one space between words; the i of Turkish, with a
    point or without, is one letter, for capitals do not tell in which language they are.

    >>> folded("İLGİLİ  HABER"), folded("Yayın") == folded("YAYIN")
    ('ilgili haber', True)
    """
    if text.isascii():
        return " ".join(text.lower().split())
    return " ".join(with_cedillas(text.replace("’", "'").replace("İ", "i").casefold().replace("ı", "i")).split())
