"""Patterns that are compiled, and lists that are loaded, when they are first used, so that an import stays quick."""

import functools
import threading
from collections.abc import Callable
from typing import Any, TypeVar, cast

import regex

Loaded = TypeVar("Loaded")
IGNORECASE = regex.IGNORECASE
VERBOSE = regex.VERBOSE


class _Lazy:
    """Stands for a pattern; the first use of any of its methods compiles it (twice in a race, to the same end)."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        compiled = regex.compile(*self._source)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def pattern(text: str, flags: int = 0) -> "regex.Pattern[str]":
    """A pattern of `regex` that is compiled when it is first used.

    >>> pattern(r"\\d+").findall("17 April 2025")
    ['17', '2025']
    """
    return cast("regex.Pattern[str]", _Lazy(text, flags))


def once(load: Callable[[], Loaded]) -> Callable[[], Loaded]:
    """A function that loads when it is first called, once, also where several threads call it first, all at once.

    After that no lock is taken.

    >>> @once
    ... def words() -> list[str]:
    ...     print("loading")
    ...     return ["pier"]
    >>> words() is words()
    loading
    True
    """
    lock, loaded = threading.Lock(), functools.cache(load)

    @functools.cache
    @functools.wraps(load)
    def asked() -> Loaded:
        with lock:  # for those who ask first, all at once
            return loaded()

    return asked
