"""What words say about a joint: which language a text is in, which words are common in it, which tokens are names.

Everything here is frozen data (`vocabulary/`, each file with its source) and pure functions over it. Each file is read
once a process, when it is first needed, under a lock.
"""

import functools
import re
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from importlib.resources import files
from itertools import islice
from typing import NamedTuple, TypeVar

from syndclean.lazy import once

_FUNCTION_WORDS = 60  # so many of the most frequent words tell one language from the others
_WORDS_OF_EVERY_TEXT = 150
_FIRST_WORDS = 700  # so many may well begin a sentence
_LOOKED_AT, _WORDS = 1500, 200  # characters of a text, and words in them, that are enough to know its language
_T = TypeVar("_T")
_LOCK = threading.RLock()


def _once_each(load: Callable[..., _T]) -> Callable[..., _T]:
    """`functools.cache` for what is loaded by the tag of a language, under a lock; without one it is `lazy.once`."""
    cached = functools.cache(load)

    @functools.wraps(load)
    def locked(*arguments: str) -> _T:
        with _LOCK:
            return cached(*arguments)

    return locked


def entries(name: str) -> list[str]:
    """The entries of a vocabulary file, in order; `#` begins a comment line."""
    text = files("syndclean.rules").joinpath("vocabulary", name).read_text("utf-8")
    return [line for line in text.split("\n") if line and line[0] != "#"]


def _first_entries(name: str, number: int) -> list[str]:
    """The first entries alone, so that the rest of a long file need not be read."""
    with files("syndclean.rules").joinpath("vocabulary", name).open(encoding="utf-8") as lines:
        return list(islice((line.rstrip("\n") for line in lines if line[0] != "#"), number))


@_once_each
def _ranked(tag: str) -> tuple[str, ...]:
    return tuple(entries(f"words/{tag}.txt"))


def _tagged(name: str) -> dict[str, list[str]]:
    """A file of ``tag<TAB>entry`` lines."""
    out: dict[str, list[str]] = {}
    for line in entries(name):
        tag, _, entry = line.partition("\t")
        out.setdefault(tag, []).append(entry)
    return out


@once
def _languages() -> dict[str, tuple[tuple[str, float], ...]]:
    """Each function word with the languages in which it is one; a word that many share says little."""
    whose: dict[str, list[str]] = {}
    for tag in _tags():
        for word in _first_entries(f"words/{tag}.txt", _FUNCTION_WORDS):
            whose.setdefault(word, []).append(tag)
    for tag, own in _tagged("function_words.tsv").items():
        for word in own:
            whose.setdefault(word, []).append(tag)
    return {word: tuple((tag, 1 / len(tags)) for tag in tags) for word, tags in whose.items()}


def _tokens(text: str) -> list[str]:
    """The words at the beginning of a text, in small letters."""
    return _tokens_of(text[:_LOOKED_AT])


@functools.lru_cache(maxsize=8)  # several questions are asked of one text
def _tokens_of(beginning: str) -> list[str]:
    small = beginning.lower()
    if _TWO_DOTS.search(small):
        small = _OF_LETTERS.sub(" ", small)
    found = small.replace(",", " ").replace(".", " ").split()
    # Words are counted, for a break more must not move the end; one that was cut in two may read as another.
    return found[:_WORDS] if len(beginning) < _LOOKED_AT else found[: min(_WORDS, len(found) - 1)]


# The letters of an abbreviation (m.m., z. B.) are words of no language.
_TWO_DOTS = re.compile(r"\. ?[^\W\d_]\.")
_OF_LETTERS = re.compile(r"[^\W\d_]\.(?<!\w\w.) ?(?:[^\W\d_]\. ?)+")


@once
def of_every_text() -> frozenset[str]:
    """The words of every text in whatever language.

    >>> {"with", "nicht", "avec"} <= of_every_text(), "harbour" in of_every_text()
    (True, False)
    """
    return frozenset(word for tag in _tags() for word in _first_entries(f"words/{tag}.txt", _WORDS_OF_EVERY_TEXT))


def _tags() -> list[str]:
    """The languages with a list of frequent words."""
    names = (entry.name for entry in files("syndclean.rules").joinpath("vocabulary", "words").iterdir())
    return sorted(name[:-4] for name in names if name.endswith(".txt"))


def inner_capitals(text: str) -> bool:
    """Whether the text, or a part of it, is in a language that writes capitals after small prefixes: uMnu, hÉireann.

    >>> inner_capitals("Uthe ukuthi abantu bakhe kodwa futhi"), inner_capitals("The boats have left the town.")
    (True, False)
    """
    own = _own_function_words()
    tokens = _tokens(text)
    found = Counter(filter(own.__contains__, tokens)).total()
    return found > 2 or (found > 0 and found * 20 >= len(tokens))


@once
def _own_function_words() -> frozenset[str]:
    """The function words of those languages that are none in another."""
    special = frozenset(_tagged("function_words.tsv"))
    return frozenset(
        word for word, tags in _languages().items() if len(word) > 2 and all(tag in special for tag, _ in tags)
    )


def language(text: str) -> str | None:
    """The language of a text as far as its function words tell; None where too few are known.

    This is a hint for rules, not a finding: the step `tag` says what language a segment is in.

    >>> language("The boats have left and the people of the town are waiting for them."), language("12:30")
    ('en', None)
    """
    return spoken(text)[0]


def spoken(text: str) -> tuple[str | None, str | None]:
    """The language of a text by its function words, and another one where some of it is in that: around an article
    there are headlines in others, and there may be more of them than of it.

    >>> spoken("The boats have left and the people of the town are here. Ils sont dans la rue avec leurs enfants.")
    ('en', 'fr')
    """
    return _spoken(text[:_LOOKED_AT])


@functools.lru_cache(maxsize=8)
def _spoken(beginning: str) -> tuple[str | None, str | None]:
    known = _languages()
    found = Counter(filter(known.__contains__, _tokens_of(beginning)))
    if found.total() < 2:
        return None, None
    first = _likeliest(found)
    others = {word: times for word, times in found.items() if all(tag != first for tag, _ in known[word])}
    if len(others) < _OF_ANOTHER:
        return first, None
    second = _likeliest(others)
    own = sum(any(tag == second for tag, _ in known[word]) for word in others)
    return first, second if own >= _OF_ANOTHER else None


_OF_ANOTHER = 4  # function words that the first language has not


def _likeliest(found: Mapping[str, int]) -> str:
    """The language with most of the function words."""
    known = _languages()
    counts: dict[str, float] = {}
    for word, times in found.items():
        for tag, weight in known[word]:
            counts[tag] = counts.get(tag, 0.0) + times * weight
    return min(counts, key=lambda tag: (-counts[tag], tag))


class Words(NamedTuple):
    """The vocabulary of one language; empty sets where nothing is known of it."""

    tag: str | None
    common: frozenset[str]  # the frequent words
    first: frozenset[str]  # the most frequent ones, which may well begin a sentence
    function: frozenset[str]  # the words of every text
    abbreviations: frozenset[str]  # before a point that ends no sentence


@_once_each
def of(tag: str | None) -> Words:
    """The vocabulary of a language, by its tag.

    >>> "the" in of("en").first, of(None).common
    (True, frozenset())
    """
    abbreviations = _tagged("abbreviations.tsv")
    short = frozenset(abbreviations["*"] + abbreviations.get(tag or "", []))
    if tag is None or tag in _tagged("function_words.tsv"):
        return Words(tag, frozenset(), frozenset(), frozenset(), short)
    ranked = _ranked(tag)
    first, function = frozenset(ranked[:_FIRST_WORDS]), frozenset(ranked[:_WORDS_OF_EVERY_TEXT])
    return Words(tag, frozenset(ranked), first, function, short)


@functools.lru_cache(maxsize=64)
def of_both(tag: str | None, other: str | None) -> Words:
    """The vocabulary of a language, and of another one beside it; None where there is none.

    >>> "the" in of_both("fr", "en").first, "le" in of_both("fr", "en").first, of_both("fr", None) is of("fr")
    (True, True, True)
    """
    one, two = of(tag), of(other)
    return one if other is None else Words(tag, *(a | b for a, b in zip(one[1:], two[1:], strict=True)))


@once
def abbreviations() -> frozenset[str]:
    """The abbreviations of all languages together."""
    return frozenset(word for own in _tagged("abbreviations.tsv").values() for word in own)


@once
def names() -> frozenset[str]:
    """Names that carry a capital inside, case folded."""
    return frozenset(entry.casefold() for entry in entries("inner_capitals.txt"))


@once
def prefixes() -> frozenset[str]:
    """First parts of names that are written in one word: Mc, La."""
    return frozenset(entries("name_prefixes.txt"))


@once
def endings() -> frozenset[str]:
    """What stands behind the point in a name: Node.Js, Booking.Com."""
    return frozenset(entries("name_endings.txt"))


def folded(word: str, tag: str | None = None) -> str:
    """The word as the vocabulary writes it: small letters, the Turkish i as Unicode's SpecialCasing has it.

    >>> folded("İl", "tr"), folded("Isı", "tr"), folded("In", "de")
    ('il', 'ısı', 'in')
    """
    if tag == "tr":
        word = word.replace("I", "ı")
    return word.lower().replace("i̇", "i")
