"""The keys of fields, as the vocabulary has them (`keys.tsv` and more): what they announce, and in which language."""

import functools
import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import NamedTuple

from syndclean.facts import folded
from syndclean.facts.vocabulary import MARKS, unaccented
from syndclean.lazy import once

folded_word = functools.lru_cache(maxsize=4096)(folded)  # beside colons, a few words come back on every page
DATES = ("publish_date", "update_date")  # the roles of keys that announce one
WORD = re.compile(rf"(?:[^\W_]|[{MARKS}])+")


class Keys(NamedTuple):
    """What the vocabulary knows of keys, each as `folded` has it."""

    roles: dict[str, frozenset[str]]
    words: dict[str, frozenset[str]]  # the roles of the keys in which a word stands, by the words in their order
    in_order: list[str]  # these words
    languages: dict[str, str]
    first: frozenset[str]  # the first words of keys that a date or an address may follow without a colon
    last: frozenset[str]  # the last words of keys


def vocabulary(*names: str) -> Iterator[tuple[str, str, str]]:
    """The entries of vocabulary files: what, in which language, the words."""
    for name in names:
        for line in files("syndclean.rules").joinpath("vocabulary", name).read_text("utf-8").split("\n"):
            if line and line[0] != "#":
                what, language, words = line.split("\t")[:3]
                yield what, language, words


def _commonest(count: Mapping[str, int]) -> set[str]:
    """The roles of a word, but for those that it has far less often than its commonest: they tell nothing."""
    least = max(count.values()) / _OF_ALL
    return {role for role, number in count.items() if number >= least}


_OF_ALL = 3  # times; of the keys held back from the vocabulary most are told by their other words so


@once
def keys() -> Keys:
    """The keys of the vocabulary."""
    roles: dict[str, set[str]] = {}
    languages: dict[str, str] = {}
    for role, language, written in vocabulary("keys.tsv", "keys-more.tsv"):
        key = folded(written)
        roles.setdefault(key, set()).add(role)
        languages.setdefault(key, language)
        if language == "ko" and " " in key:  # a space there is a matter of taste
            roles.setdefault(key.replace(" ", ""), roles[key])
        if language == "el":  # elsewhere it would be a word of another language: Édition, Legende
            roles.setdefault(unaccented(key, language), roles[key])
    counts: dict[str, dict[str, int]] = {}
    for key, of_key in roles.items():
        for word in WORD.findall(key):
            count = counts.setdefault(word, {})
            for role in of_key:
                count[role] = count.get(role, 0) + 1
    words = {word: _commonest(count) for word, count in counts.items()}
    first = frozenset(key.split(" ", 1)[0] for key in roles)
    last = frozenset(key.rsplit(" ", 1)[-1] for key in roles)
    same: dict[frozenset[str], frozenset[str]] = {}  # thousands of keys are of the same roles

    def frozen(said: dict[str, set[str]]) -> dict[str, frozenset[str]]:
        return {one: same.setdefault(frozenset(them), frozenset(them)) for one, them in said.items()}

    return Keys(
        roles=frozen(roles), words=frozen(words), in_order=sorted(words), languages=languages, first=first, last=last
    )


def is_key(text: str) -> bool:
    """Whether a text is a key of the vocabulary.

    >>> is_key("Original article"), is_key("Read also")
    (True, False)
    """
    return folded(text) in keys().roles


@functools.lru_cache(maxsize=4096)  # short lines are a site's own, and come back
def roles_of(line: str) -> frozenset[str]:
    """What a line announces that is a key of the vocabulary and nothing else, in brackets or with a colon; empty where
    it is none.

    >>> sorted(roles_of("Author:")), sorted(roles_of("Read also:"))
    (['author'], [])
    """
    return keys().roles.get(folded(line.strip(" :：【】[]")), frozenset())


def is_date_key(text: str) -> bool:
    """Whether a text is a key that announces when the article was published or changed.

    >>> is_date_key("Posted on"), is_date_key("Author")
    (True, False)
    """
    return not keys().roles.get(folded(text), frozenset()).isdisjoint(DATES)


def announces_change(text: str) -> bool:
    """Whether a text is a key that announces when the article was changed.

    >>> announces_change("Last updated"), announces_change("Posted on")
    (True, False)
    """
    return "update_date" in keys().roles.get(folded(text), ())


def language_of(key: str) -> str | None:
    """The language in which a key is written, None where nobody knows it."""
    return keys().languages.get(folded(key))
