"""Composing edits back onto raw, and cutting a text into pieces with raw offsets."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from syndclean.document import Edit, Segment
from syndclean.edits import broken_law, compose, cut, replay


@st.composite
def edits_over(draw: st.DrawFn, size: int, rule: str) -> list[Edit]:
    """Edits in order, disjoint, at most one insertion a place."""
    out: list[Edit] = []
    for start in sorted(draw(st.sets(st.integers(0, size), max_size=8))):
        end = min(size, start + draw(st.sampled_from([0, 0, 1, 1, 2, 4])))
        text = draw(st.text(alphabet="XY \n", max_size=3))
        if (not out or start >= out[-1].end) and (start < end or text):
            out.append(Edit(start, end, text, (rule,)))
    return out


@st.composite
def two_rounds(draw: st.DrawFn) -> tuple[str, list[Edit], list[Edit], list[int]]:
    raw = draw(st.text(alphabet="ab \n", max_size=14))
    first = draw(edits_over(len(raw), "first"))
    middle = replay(raw, first)
    second = draw(edits_over(len(middle), "second"))
    cuts = draw(st.lists(st.integers(0, len(replay(middle, second))), max_size=4))
    return raw, first, second, sorted(cuts)


@given(two_rounds())
def test_composed_edits_do_what_two_rounds_do(case: tuple[str, list[Edit], list[Edit], list[int]]) -> None:
    raw, first, second, _ = case
    both = compose(first, second)
    assert replay(raw, both) == replay(replay(raw, first), second)
    assert all(a.end <= b.start for a, b in itertools.pairwise(both))
    assert {rule for edit in both for rule in edit.rules} == {r for e in (*first, *second) for r in e.rules}


@given(two_rounds())
def test_pieces_are_lawful(case: tuple[str, list[Edit], list[Edit], list[int]]) -> None:
    raw, first, second, cuts = case
    edits = compose(first, second)
    pieces = cut(raw, edits, cuts)
    segments = [Segment(p.start, p.end, "body", "paragraph", p.text) for p in pieces]
    assert broken_law(raw, segments, [e for p in pieces for e in p.edits]) is None
    assert "".join("".join(p.text.split()) for p in pieces) == "".join(replay(raw, edits).split())


def test_a_merged_edit_names_the_rules_of_both() -> None:
    assert compose([Edit(0, 3, "xy", ("a",))], [Edit(1, 2, "z", ("b",))]) == (Edit(0, 3, "xz", ("a", "b")),)


def test_many_edits_are_composed_in_linear_time() -> None:
    first = [Edit(i, i + 1, "b", ("a",)) for i in range(0, 200_000, 2)]
    second = [Edit(i, i + 2, "c", ("b",)) for i in range(0, 199_000, 2)]
    assert len(compose(first, second)) == 100_000
