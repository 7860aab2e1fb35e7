"""What a line of a site says that it is: a word tells it, or two that a site says together."""

import functools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar, cast

from syndclean.document import Role
from syndclean.facts.vocabulary import MARKS, UNPARTED, with_cedillas
from syndclean.lazy import once
from syndclean.rules.words import entries

_READ = 160  # characters of a line
_MOST_WORDS, _LONGEST = 9, 90  # of a line of which two words tell, and characters
_WORD = re.compile(rf"[^\W_](?:[^\s.,:;!?…»«“”\"()|/·•।॥]*(?:[^\W_]|[{MARKS}]))?")
_ENDS_A_BEGINNING = "*"
Row = TypeVar("Row")


@functools.lru_cache(maxsize=2048)  # the furniture of a site comes back
def spoken_role(text: str) -> Role | None:
    """What a line of a site is by the words in it, None where they do not tell.

    >>> spoken_role("Recibe cada viernes nuestro boletín"), spoken_role("Village bakery wins regional prize")
    ('newsletter', None)
    """
    said = _said()
    first = min(_said_in(with_cedillas(text[:_READ].lower()), said.words), default=None)
    return None if first is None else said.roles[first]


def _said_in(small: str, words: Mapping[str, Sequence[tuple[Row, str]]]) -> Iterator[Row]:
    """The rows of which a text says a word where one may begin; `words` are by their first two characters."""
    wide = UNPARTED.search(small) is not None
    for match in (_ANYWHERE if wide else _BEGINNING).finditer(small):
        for row, word in words.get(match[1], ()):
            if small.startswith(word, match.start()):
                yield row


@functools.lru_cache(maxsize=2048)
def spoken_in_two(text: str) -> Role | None:
    """What a short line of a site is by two words that it says together, in one language; None where none are.

    >>> spoken_in_two("Invia il link agli amici"), spoken_in_two("Gli amici del porto")
    ('share', None)
    """
    if len(text) > _LONGEST:
        return None
    small = with_cedillas(text.lower().replace("’", "'"))
    words = _WORD.findall(small)
    if len(words) > _MOST_WORDS:
        return None
    said: dict[tuple[int, int], set[int]] = {}
    for row, side, at in _sides(small, words):
        said.setdefault((row, side), set()).add(at)
    firsts = ((row, at) for (row, side), at in said.items() if side == _FIRST and row < _pairs().anywhere)
    both = [row for row, at in firsts if len(at | said.get((row, _SECOND), at)) > 1 and (row, _SECOND) in said]
    return _pairs().roles[min(both)] if both else None


@functools.lru_cache(maxsize=2048)
def asked(text: str) -> Role | None:
    """What a site asks its readers for, where one of the sentences of a line begins with the first of two words with
    which it does and has the second; None where none does.

    >>> asked("Follow us on Facebook and Instagram, too."), asked("The mayor shared the video on Facebook.")
    ('share', None)
    """
    small = with_cedillas(text[:_READ_OF_SENTENCES].lower().replace("’", "'"))
    wide = not small.isascii() and UNPARTED.search(small) is not None
    sentences = (_SENTENCES_UNPARTED if wide else _SENTENCES).split(small)[:_MOST_SENTENCES]
    behind_keys = [sentence.partition(": ")[2] for sentence in sentences if ": " in sentence]
    rows = map(_asked_unparted if wide else _asked, (*sentences, *behind_keys))
    row = next((row for row in rows if row is not None), None)
    return None if row is None else _pairs().roles[row]


@functools.lru_cache(maxsize=2048)
def speaks_of_itself(text: str) -> bool:
    """Whether a sentence says of the text in which it stands who answers for it, what it may be used for or what was
    wrong in it.

    >>> speaks_of_itself("The views expressed in this article are those of its author.")
    True
    >>> speaks_of_itself("The views expressed at the harbour were loud.")
    False
    """
    said = _said_of_itself(text)
    return any((row, _SECOND) in said for row, side in said if side == _FIRST)


def is_headed_so(label: str) -> bool:
    """Whether a label announces such a sentence: `Disclaimer`."""
    return any(side == _FIRST for _, side in _said_of_itself(f"{label}:"))


def _said_of_itself(text: str) -> set[tuple[int, int]]:
    """The rows of which a text says a word, and from which of both lists."""
    return set(_said_in(with_cedillas(text[:_OF_ITSELF].lower().replace("’", "'")), _of_itself()))


_OF_ITSELF = 1_000  # characters


def _asked(sentence: str) -> int | None:
    """The row of which a sentence says both: the first at its beginning, or its end where verbs stand last."""
    words = _WORD.findall(sentence)[:_WORDS_OF_A_SENTENCE]
    pairs, last = _pairs(), len(words) - 1
    ends = (*words[:1], *words[-_VERB:])
    if not any(word in pairs.by_word or word[:_BEGUN] in pairs.begun for word in ends):
        return None  # as most do not
    return _said_for_what(
        _sides(sentence, words), lambda row, at: not at or (at > last - _VERB and pairs.languages[row] in _VERB_LAST)
    )


def _asked_unparted(sentence: str) -> int | None:
    """The same where no spaces part words: a verb at the end has the form of a request."""
    sentence = sentence.strip().rstrip(_AROUND_A_SENTENCE)
    said = _sides(sentence, _WORD.findall(sentence)[:_WORDS_OF_A_SENTENCE])
    requested = _REQUESTS.search(sentence) is not None
    return _said_for_what(said, lambda _, at: not at or requested)


def _said_for_what(said: Sequence[tuple[int, int, int]], asks: Callable[[int, int], bool]) -> int | None:
    """The first row that asks for something: one of its first words stands where that `asks`, a second elsewhere."""
    pairs = _pairs()
    first = {
        row: at for row, side, at in said
        if side == _FIRST and (row >= pairs.anywhere or pairs.roles[row] in _ASKING) and asks(row, at)
    }  # fmt: skip
    return min((row for row, side, at in said if side == _SECOND and at != first.get(row, at)), default=None)


_SENTENCES = re.compile(r"[.!?…]\s")
_SENTENCES_UNPARTED = re.compile(r"[。！？!?…]|\.\s")
_AROUND_A_SENTENCE = " 。！？!?.…」』）)"
_REQUESTS = re.compile(r"(?:ください|下さい|よう|ろう|ませんか|세요|십시오|바랍니다)\Z")
_VERB = 2  # words
_VERB_LAST = frozenset(("tr", "az", "kk", "uz", "hi", "mr", "bn", "ta", "te", "ur", "fa"))
_READ_OF_SENTENCES, _MOST_SENTENCES, _WORDS_OF_A_SENTENCE = 300, 4, 20
_ASKING = frozenset(("share", "newsletter", "comments", "navigation", "widget"))
_FIRST, _SECOND = 1, 2


def _sides(small: str, words: list[str]) -> list[tuple[int, int, int]]:
    """The rows of which a line says an alternative, each with its side, and where in the line that stands."""
    pairs = _pairs()
    by_word, begun = pairs.by_word.get, pairs.begun.get
    out: list[tuple[int, int, int]] = []
    for at, word in enumerate(words):
        if found := by_word(word):
            out += [(row, side, at) for alternative, row, side in found if alternative in small]
        if found := begun(word[:_BEGUN]):
            out += [(row, side, at) for beginning, row, side in found if word.startswith(beginning)]
    if not small.isascii() and UNPARTED.search(small) is not None:
        for at, sign in enumerate(small):
            found = pairs.unspaced.get(sign, ())
            out += [(row, side, at) for alternative, row, side in found if small.startswith(alternative, at)]
    return out


class _Said(NamedTuple):
    """The words with which a site says what a line is."""

    roles: tuple[Role, ...]
    words: dict[str, tuple[tuple[int, str], ...]]  # with the place of its role, by their first two characters


# Where a word may begin: behind a sign or space, and where no spaces part words anywhere.
_NOT_INSIDE = rf"(?<![^\W_])(?<![{MARKS}])"
_BEGINNING = re.compile(rf"{_NOT_INSIDE}([^\W_].)", re.S)
_ANYWHERE = re.compile(rf"(?:{_NOT_INSIDE}|(?<=[\u0e00-\u9fff]))(?=([^\W_].))", re.S)


@once
def _said() -> _Said:
    roles: list[Role] = []
    words: dict[str, list[tuple[int, str]]] = {}
    for row, line in enumerate(entries("role_words.txt")):
        role, listed = with_cedillas(line).split("\t")
        roles.append(cast("Role", role))
        for word in listed.split("|"):
            words.setdefault(word[:2], []).append((row, word))
    return _Said(tuple(roles), {key: tuple(found) for key, found in words.items()})


@once
def _of_itself() -> dict[str, tuple[tuple[tuple[int, int], str], ...]]:
    """The words by which a text speaks of itself with their rows and lists, by their first two characters."""
    out: dict[str, list[tuple[tuple[int, int], str]]] = {}
    for row, line in enumerate(entries("text_words.txt")):
        lists = with_cedillas(line.replace("’", "'")).split("\t")
        for side, words in zip((_FIRST, _SECOND), lists, strict=True):
            for word in words.split("|"):
                out.setdefault(word[:2], []).append(((row, side), word))
    return {key: tuple(found) for key, found in out.items()}


_Listed = dict[str, tuple[tuple[str, int, int], ...]]


class _Pairs(NamedTuple):
    """The alternatives of the vocabulary's rows, each with its row and the list in which it stands, by what is looked
    up first."""

    roles: tuple[Role, ...]  # of the rows
    languages: tuple[str, ...]
    anywhere: int  # so many rows, the first, say what a label is wherever in it their words stand
    by_word: _Listed  # a word, or several by the first
    begun: _Listed  # beginnings of words, by their first characters
    unspaced: _Listed  # where no spaces part words, by the first character


_BEGUN = 3  # characters; no beginning of a word is shorter


@once
def _pairs() -> _Pairs:
    roles: list[Role] = []
    languages: list[str] = []
    by_word: dict[str, list[tuple[str, int, int]]] = {}
    begun: dict[str, list[tuple[str, int, int]]] = {}
    unspaced: dict[str, list[tuple[str, int, int]]] = {}
    anywhere = entries("role_pairs.txt")
    for row, line in enumerate((*anywhere, *entries("ask_pairs.txt"))):
        role, language, *lists = with_cedillas(line).split("\t")
        roles.append(cast("Role", role))
        languages.append(language)
        for side, words in zip((_FIRST, _SECOND), lists, strict=True):
            for word in words.split("|"):
                bare = word.rstrip(_ENDS_A_BEGINNING)
                if UNPARTED.search(bare) is not None and " " not in bare:
                    unspaced.setdefault(bare[0], []).append((bare, row, side))
                elif " " not in bare and word.endswith(_ENDS_A_BEGINNING):
                    begun.setdefault(bare[:_BEGUN], []).append((bare, row, side))
                else:
                    by_word.setdefault(_WORD.findall(bare)[0], []).append((bare, row, side))
    listed = ({key: tuple(found) for key, found in one.items()} for one in (by_word, begun, unspaced))
    return _Pairs(tuple(roles), tuple(languages), len(anywhere), *listed)
