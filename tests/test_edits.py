"""Composing edits back onto raw, and cutting a text into pieces with raw offsets."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndclean.document import Edit, Kind, Segment
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


@pytest.mark.parametrize(
    ("segments", "edits", "law"),
    [
        ([(0, 4, "body", "abcd")], [], None),
        ([(0, 2, "body", "ab"), (2, 4, "body", "cd")], [], None),
        ([(0, 4, "body", "aXcd")], [(1, 2, "X")], None),
        ([(0, 2, "body", "abX"), (2, 4, "body", "cd")], [(2, 2, "X")], None),
        ([(0, 2, "body", "ab"), (2, 4, "body", "Xcd")], [(2, 2, "X")], None),
        ([(0, 4, "body", "XabcdY")], [(0, 0, "X"), (4, 4, "Y")], None),
        ([(0, 4, "body", "abcd")], [(0, 0, "X"), (4, 4, "Y")], None),
        ([(0, 4, "body", "abcdY")], [(0, 0, "X"), (4, 4, "Y")], None),
        ([(0, 4, "body", "Xabcd")], [(0, 0, "X"), (4, 4, "Y")], None),
        ([(0, 4, "body", "abZd")], [(0, 0, "X"), (2, 3, "Z"), (4, 4, "Y")], None),
        ([(0, 3, "body", "abc")], [], "raw[3:4] is in no segment"),
        ([(1, 4, "body", "bcd")], [], "raw[0:1] is in no segment"),
        ([], [], "raw[0:4] is in no segment"),
        ([(0, 3, "body", "abc"), (2, 4, "body", "cd")], [], "the segment at 2 is out of order or out of raw"),
        ([(0, 5, "body", "abcd")], [], "the segment at 0 is out of order or out of raw"),
        ([(2, 1, "body", "")], [], "the segment at 2 is out of order or out of raw"),
        ([(0, 4, "header", "abcd")], [], "header has no role paragraph"),
        ([(0, 4, "body", "abc")], [], "the edits over raw[0:4] do not give the text of its segment"),
        ([(0, 4, "body", "abcd")], [(1, 2, "X")], "the edits over raw[0:4] do not give the text of its segment"),
        ([(0, 4, "body", "abcd")], [(2, 3, "X"), (1, 2, "Y")], "the edit at 1 is out of order or out of raw"),
        ([(0, 4, "body", "abcd")], [(3, 2, "X")], "the edit at 3 is out of order or out of raw"),
        ([(0, 4, "body", "abcd")], [(3, 5, "X")], "the edit at 3 is out of order or out of raw"),
        ([(0, 4, "body", "abcd")], [(-1, 1, "X")], "the edit at -1 is out of order or out of raw"),
    ],
)
def test_the_first_law_that_is_broken_is_named(
    segments: list[tuple[int, int, Kind, str]], edits: list[tuple[int, int, str]], law: str | None
) -> None:
    made = [Segment(start, end, kind, "paragraph", text) for start, end, kind, text in segments]
    assert broken_law("abcd", made, [Edit(*edit, ("rule",)) for edit in edits]) == law


def test_edits_of_the_segment_before_do_not_count_for_the_next() -> None:
    raw = "ab\ncd\nef"
    segments = [Segment(0, 2, "body", "paragraph", "aX"), Segment(3, 5, "body", "paragraph", "cd"),
                Segment(6, 8, "body", "paragraph", "Yf")]  # fmt: skip
    edits = [Edit(1, 2, "X", ("a",)), Edit(6, 7, "Y", ("a",))]
    assert broken_law(raw, segments, edits) is None
    assert broken_law(raw, segments, edits[:1]) == "the edits over raw[6:8] do not give the text of its segment"


def test_replaying_a_part_leaves_out_what_crosses_its_ends() -> None:
    edits = [Edit(0, 2, "X", ("a",)), Edit(3, 4, "Y", ("a",)), Edit(5, 7, "Z", ("a",))]
    assert replay("abcdefgh", edits) == "XcYeZh"
    assert replay("abcdefgh", edits, 1, 6) == "bcYef"
    assert replay("abcdefgh", edits, 3, 4) == "Y"


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        ([], [], ()),
        ([(1, 2, "X")], [], [(1, 2, "X", "f")]),
        ([], [(1, 2, "X")], [(1, 2, "X", "s")]),
        ([(0, 1, "X")], [(1, 2, "Y")], [(0, 1, "X", "f"), (1, 2, "Y", "s")]),  # side by side, not one
        ([(1, 2, "Y")], [(0, 1, "X")], [(0, 1, "X", "s"), (1, 2, "Y", "f")]),
        ([(1, 1, "XY")], [(1, 3, "")], [(1, 1, "", "fs")]),  # what was put in is taken out
        ([(1, 1, "X")], [(2, 2, "Y")], [(1, 1, "XY", "fs")]),  # two insertions at one place are one
        ([(1, 1, "X")], [(1, 1, "Y")], [(1, 1, "YX", "fs")]),
        ([(1, 3, "X"), (5, 6, "Y")], [(1, 5, "Z")], [(1, 6, "Z", "fs")]),  # one that covers two
        ([(1, 3, "XYZ")], [(1, 2, "P"), (3, 4, "Q")], [(1, 3, "PYQ", "fs")]),  # two inside one
        ([(1, 3, "XYZ")], [(2, 3, "P"), (4, 5, "Q")], [(1, 3, "XPZ", "fs"), (3, 4, "Q", "s")]),  # beside, not in it
        ([(2, 4, "")], [(1, 3, "Z")], [(1, 5, "Z", "fs")]),
        ([(2, 4, "")], [(2, 2, "Z")], [(2, 4, "Z", "fs")]),
    ],
)
def test_two_rounds_as_one(
    first: list[tuple[int, int, str]], second: list[tuple[int, int, str]], both: list[tuple[int, int, str, str]]
) -> None:
    one = compose([Edit(*e, ("f",)) for e in first], [Edit(*e, ("s",)) for e in second])
    assert one == tuple(Edit(start, end, text, tuple(rules)) for start, end, text, rules in both)


def test_a_rule_is_named_once_in_the_order_in_which_they_acted() -> None:
    first, second = [Edit(0, 1, "XX", ("a", "b"))], [Edit(0, 1, "Y", ("b", "c", "a"))]
    assert compose(first, second) == (Edit(0, 1, "YX", ("a", "b", "c")),)


@pytest.mark.parametrize(
    ("raw", "edits", "cuts", "pieces"),
    [
        ("ab", [], [], [(0, 2, "ab", 0)]),
        ("  ab \n cd ", [], [5], [(2, 4, "ab", 0), (7, 9, "cd", 5)]),
        ("   ", [], [1], []),
        ("abcd", [], [0, 2, 2, 4], [(0, 2, "ab", 0), (2, 4, "cd", 2)]),
        ("abcd", [(1, 3, "XYZ")], [2], [(0, 3, "aXYZ", 0), (3, 4, "d", 2)]),  # a cut inside falls behind
        ("ab\x00cd", [(2, 3, "")], [2], [(0, 3, "ab", 0), (3, 5, "cd", 2)]),  # what was deleted goes with the first
        ("ab \x00 cd", [(3, 4, "")], [], [(0, 7, "ab  cd", 0)]),
        (" \x00 ", [(1, 2, "")], [], [(1, 2, "", 0)]),  # no white space, so it must be in a piece
        ("a\tb", [(1, 2, " ")], [1], [(0, 1, "a", 0), (2, 3, "b", 1)]),
        ("a\x00", [(1, 2, "")], [], [(0, 2, "a", 0)]),
        ("a \x00", [(2, 3, "")], [], [(0, 3, "a", 0)]),
        ("\x00a", [(0, 1, "")], [], [(0, 2, "a", 0)]),
        ("\x01 a", [(0, 1, "")], [], [(0, 3, "a", 0)]),
        ("\t \ta", [(0, 1, ""), (2, 3, "")], [], [(3, 4, "a", 0)]),
        ("a\t \t", [(1, 2, ""), (3, 4, "")], [], [(0, 1, "a", 0)]),
        ("a\t", [(1, 2, " ")], [], [(0, 1, "a", 0)]),
        ("\t", [(0, 1, " ")], [], []),
        ("  a", [(1, 2, "X")], [], [(1, 3, "Xa", 0)]),
        ("a  ", [(1, 2, "X")], [], [(0, 2, "aX", 0)]),
    ],
)
def test_pieces_between_cuts(
    raw: str, edits: list[tuple[int, int, str]], cuts: list[int], pieces: list[tuple[int, int, str, int]]
) -> None:
    found = cut(raw, [Edit(*edit, ("r",)) for edit in edits], cuts)
    assert [(piece.start, piece.end, piece.text, piece.began) for piece in found] == pieces
