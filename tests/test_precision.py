"""Precision first: a clean text stays as it is. No edit, nothing given away, in any of the languages."""

from collections.abc import Iterator

import pytest
from sentences import SENTENCES

from syndclean import clean

PARAGRAPHS = 36  # a language


def paragraphs(sentences: list[str], language: str) -> Iterator[str]:
    """Two to four sentences each, in an order that brings other neighbours together every time."""
    space = "" if language in ("zh", "ja") else " "
    for n in range(PARAGRAPHS):
        step = 1 + n // len(sentences) * 2
        yield space.join(sentences[(n + k * step) % len(sentences)] for k in range(2 + n % 3))


CLEAN = {language: list(paragraphs(sentences, language)) for language, sentences in SENTENCES.items()}


def test_the_set_is_as_large_as_it_says() -> None:
    assert len(CLEAN) >= 20
    assert sum(len(set(own)) for own in CLEAN.values()) >= 1_000


@pytest.mark.parametrize("language", list(CLEAN))
def test_a_clean_paragraph_stays_as_it_is(language: str) -> None:
    for paragraph in CLEAN[language]:
        document = clean(paragraph)
        assert document.edits == ()
        assert [(s.kind, s.role, s.text) for s in document.segments] == [("body", "paragraph", paragraph)]


@pytest.mark.parametrize("language", CLEAN)
@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["lines", "blank lines"])
def test_a_clean_article_stays_as_it_is(language: str, between: str) -> None:
    own = CLEAN[language]
    for first in range(0, len(own), 6):
        document = clean(between.join(own[first : first + 6]))
        assert document.edits == ()
        assert [(s.kind, s.role, s.text) for s in document.segments] == [
            ("body", "paragraph", paragraph) for paragraph in own[first : first + 6]
        ]


@pytest.mark.parametrize("language", CLEAN)
def test_the_language_of_a_clean_article_is_told(language: str) -> None:
    said = clean("\n\n".join(CLEAN[language])).language
    assert said is not None
    assert said.split("-")[0] == language
