"""What each language's n-grams say, ready to be added up.

One whole number holds what an n-gram or a word says for every language of its script: a lane of 32 bits for each, the
weight in the upper 22 and, in the lower 10, how many trigrams the profile has. Adding two of these numbers adds all
languages at once, without NumPy and with the same result everywhere.
"""

import re
import struct
import threading
from functools import lru_cache
from typing import NamedTuple

from syndclean.language.scripts import small

READ = 300
"""Characters of a text that are read: the room in the lanes is reckoned for them."""

COUNT_BITS = 10
COUNTS = (1 << COUNT_BITS) - 1
LANE_BITS = 32
_KEPT = 20_000  # words of a script that are kept, and the length up to which
_LENGTH_KEPT = 24


class Words(dict[str, int]):
    """What each word says, reckoned when it is first asked for.

    A small word counts twice, one with a capital once: it may be a name, and names are of any language. Above the lanes
    of the languages stand two more, with the letters of the small words and of the others.
    """

    def __init__(self, rows: dict[str, int], folds: dict[int, str], languages: int) -> None:
        """`rows` has what the last letter of a trigram says together with the two before it: the weights of the
        trigram, of its last two and of its last character. Shorter keys are for where the trigram is unknown to all."""
        self._rows = rows
        self._folds = folds
        self._folded = re.compile(f"[{''.join(map(chr, folds))}]" if folds else "(?!)").search
        self._letters = (1 << LANE_BITS * languages, 1 << LANE_BITS * (languages + 1))

    def __missing__(self, word: str) -> int:
        low = small(word)
        text = f"  {low} "
        if not text.isascii() and self._folded(text):
            text = text.translate(self._folds)
        row, ends = self._rows.get, range(2, len(text))
        says = sum([row(text[i - 2 : i + 1]) or row(text[i - 1 : i + 1]) or row(text[i], 0) for i in ends])
        small_letter, capital_letter = self._letters
        says = 2 * says + len(low) * small_letter if low == word else says + len(low) * capital_letter
        if len(word) <= _LENGTH_KEPT:
            if len(self) >= _KEPT:
                self.clear()
            self[word] = says
        return says


class Profiles(NamedTuple):
    """The languages of one script: their tags, what words say for them, and the share of trigrams that each lacks."""

    script: str
    tags: tuple[str, ...]
    words: Words
    unseen: tuple[float, ...]

    def lanes(self, total: int) -> tuple[int, ...]:
        """The sum of what some words say: for each language weight and count; the letters of small words; of others."""
        packed = _packed(len(self.tags) + 2)
        return packed.unpack(total.to_bytes(packed.size, "little"))


@lru_cache(maxsize=64)
def _packed(lanes: int) -> struct.Struct:
    return struct.Struct(f"<{lanes}I")


_loaded: dict[str, Profiles] = {}
_lock = threading.Lock()


def of(script: str) -> Profiles:
    """The profiles of the languages written in `script` (ISO 15924); loaded once in a process.

    >>> of("Cyrl").tags
    ('bg', 'mk', 'ru', 'uk')
    """
    profiles = _loaded.get(script)
    if profiles is None:
        with _lock:
            profiles = _loaded.get(script)
            if profiles is None:
                profiles = _loaded[script] = _load(script)
    return profiles


def _load(script: str) -> Profiles:
    from importlib import resources  # here, because it takes longer to import than the rest of this package

    data = resources.files("syndclean.language") / "data"
    tags: list[str] = []
    folds: dict[int, str] = {}
    rows: dict[str, int] = {}
    for line in (data / f"{script}.txt").read_text(encoding="utf-8").splitlines():
        first, *rest = line.split(" ")
        if first == "fold":
            folds |= dict.fromkeys(map(ord, rest[0][1:]), rest[0][0])
        elif first != "#":
            if first not in tags:
                tags.append(first)
            length, weight, grams = int(rest[0]), int(rest[1]), rest[2].replace("_", " ")
            says = ((weight << COUNT_BITS) | (length == 3)) << (LANE_BITS * (len(tags) - 1))
            for i in range(0, len(grams), length):
                gram = grams[i : i + length]
                rows[gram] = rows.get(gram, 0) + says
    for gram in sorted(rows, key=len):
        if len(gram) > 1:
            rows[gram] += rows.get(gram[1:], 0) or rows.get(gram[2:], 0)
    table = (data / "unseen.txt").read_text(encoding="utf-8").splitlines()
    unseen = dict(line.split(" ") for line in table if not line.startswith("#"))
    return Profiles(script, tuple(tags), Words(rows, folds, len(tags)), tuple(int(unseen[tag]) / 1000 for tag in tags))
