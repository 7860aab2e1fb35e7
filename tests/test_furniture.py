"""Counting lines over a corpus: nothing is missed, and it makes no difference who counted what."""

import pickle
from collections import Counter
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syndclean import Document, Segment, clean, clean_many, decode, pipeline, repair, split, tag
from syndclean.furniture import LineCounts, count, normalised


def page(*lines: str) -> Document:
    segments, at = [], 0
    for line in lines:
        segments.append(Segment(at, at + len(line), "body", "paragraph", line))
        at += len(line) + 1
    return Document(raw="\n".join(lines), segments=tuple(segments))


def counted(pages: list[Document]) -> LineCounts:
    counts = LineCounts()
    for document in pages:
        counts.add(document)
    return counts


words = st.text(st.characters(codec="utf-8", categories=["L", "Nd"]), min_size=1, max_size=6)
pages = st.lists(st.lists(words, max_size=6).map(lambda lines: page(*lines)), max_size=12)


@given(pages)
@settings(max_examples=30, deadline=None)
def test_no_line_is_counted_too_low(corpus: list[Document]) -> None:
    furniture = counted(corpus).furniture(share=0.0, least=1)
    truth = Counter(line for document in corpus for line in {normalised(s.text) for s in document.segments})
    for line, times in truth.items():
        assert (furniture.frequent(line) or 0) * len(corpus) >= times - 1e-9


@given(pages, pages)
@settings(max_examples=15, deadline=None)
def test_counts_can_be_added_and_sent(one: list[Document], other: list[Document]) -> None:
    together = counted(other + one)
    assert counted(one) + counted(other) == together
    assert LineCounts.from_bytes(together.to_bytes()) == together
    assert pickle.loads(pickle.dumps(together)) == together


def test_few_are_taken_for_many() -> None:
    """Two thousand pages of fifty lines of their own, and one line that stands on each hundredth page."""
    counts = LineCounts()
    for i in range(2000):
        lines = [f"{chr(0x4E00 + i)} {chr(0x5000 + j)}" for j in range(50)]
        counts.add(page(*lines, *["Rare line"][: i % 100 == 0]))
    furniture = counts.furniture(share=0.0, least=1)
    assert 0.01 <= (furniture.frequent("Rare line") or 0) < 0.02
    unseen = [furniture.frequent(f"never seen {chr(0x4E00 + i)}") or 0 for i in range(1000)]
    assert sum(share > 0.004 for share in unseen) <= 20


def test_what_is_not_enough_is_none() -> None:
    furniture = count(["A\nB", "A\nB", "A"]).furniture(share=0.9, least=3)
    assert (furniture.frequent("a"), furniture.frequent("B"), furniture.frequent(" ")) == (1.0, None, None)
    assert LineCounts().furniture().frequent("a") is None


@pytest.mark.parametrize("data", [b"", b"SCL1", b"x" * 40, LineCounts().to_bytes()[:-3]])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="no counts of lines"):
        LineCounts.from_bytes(data)


ARTICLE = [
    "The ferry to the islands sails again from Monday, the harbour office said after a winter of repairs.",
    "Workers replaced the ramp and both engines, and the captain praised their patience and their coffee.",
]
SHARED = "This is what our readers in the whole of the north asked us about in the past week."


def test_split_takes_it_as_evidence() -> None:
    others = [f"Here is the news of day {chr(65 + i)} from the coast.\n{SHARED}" for i in range(9)]
    raw = "\n".join([ARTICLE[0], SHARED, ARTICLE[1]])
    known = partial(split, furniture=count([*others, raw]).furniture())
    document = pipeline(decode, repair, known, tag)(raw)
    assert [s.text for s in clean(raw).body] == [ARTICLE[0], SHARED, ARTICLE[1]]
    assert [s.text for s in document.body] == ARTICLE
    assert list(clean_many([raw], workers=1, steps=(decode, repair, known, tag))) == [document]


def test_a_page_that_was_counted_over_and_over_keeps_its_article() -> None:
    raw = "\n".join(ARTICLE)
    furniture = count([raw] * 5).furniture()
    assert furniture.frequent(ARTICLE[0]) == 1.0
    assert [s.text for s in pipeline(decode, repair, partial(split, furniture=furniture))(raw).body] == ARTICLE
