"""One decision over all lines, and what it says of each: the best path, the runner-up, the distance between them."""

from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syndclean import clean
from syndclean.steps import sequence
from syndclean.steps.sequence import KIND, STATES, Verdict, best_path, margins
from syndclean.steps.split import explain

ROW = st.lists(st.integers(-9, 9), min_size=len(KIND), max_size=len(KIND))
ROWS = st.lists(ROW, min_size=1, max_size=3)


def worth(path: tuple[int, ...], rows: list[list[int]]) -> float:
    """What a path is worth by the tables, with no step where there is none."""
    steps = sum(sequence._STEP.get(step, -1e9) for step in pairwise(path))
    ends = sequence._START.get(path[0], sequence._NO) + sequence._END.get(path[-1], sequence._NO)
    return steps + ends + sum(row[state] for row, state in zip(rows, path, strict=True))


@settings(max_examples=40)
@given(ROWS)
def test_no_other_path_is_better(rows: list[list[int]]) -> None:
    best = max(worth(path, rows) for path in product(STATES, repeat=len(rows)))
    assert worth(tuple(best_path(rows)), rows) == pytest.approx(best)


@settings(max_examples=40)
@given(ROWS)
def test_the_runner_up_is_the_best_path_with_another_kind(rows: list[list[int]]) -> None:
    runner_up_is_the_best_of_another_kind(rows)


@pytest.mark.parametrize("lines", [1, 2, 3])
@pytest.mark.parametrize("step", [1, 2, 4, 7])
def test_so_it_is_whatever_lines_stand_before_and_behind(lines: int, step: int) -> None:
    rows = [[(step * state * (n + 2) + 3 * n) % 19 - 9 for state in STATES] for n in range(lines)]
    runner_up_is_the_best_of_another_kind(rows)


def runner_up_is_the_best_of_another_kind(rows: list[list[int]]) -> None:
    paths = {path: worth(path, rows) for path in product(STATES, repeat=len(rows))}
    verdicts = margins(rows)
    assert [verdict.state for verdict in verdicts] == best_path(rows)
    for n, verdict in enumerate(verdicts):
        here = max(value for path, value in paths.items() if path[n] == verdict.state)
        others = {state: max(value for path, value in paths.items() if path[n] == state)
                  for state in STATES if KIND[state] != KIND[verdict.state]}  # fmt: skip
        if here - max(others.values()) < 1e6:  # else there is no such path at all
            assert verdict.margin == pytest.approx(here - max(others.values()))
            assert others[verdict.other] == pytest.approx(max(others.values()))
        assert verdict.margin >= -1e-9


def test_of_nothing_nothing_is_said() -> None:
    assert best_path([]) == []
    assert margins([]) == []


def test_a_line_says_what_it_is_and_what_it_nearly_was() -> None:
    row = [-60.0] * len(KIND)
    row[sequence.BODY], row[sequence.FURNITURE] = 3.0, 1.0
    body = [-60.0] * len(KIND)
    body[sequence.BODY] = 0.0
    out, back = ((sequence.BODY, sequence.FURNITURE), (sequence.FURNITURE, sequence.BODY))
    cost = sequence._STEP[out] + sequence._STEP[back]  # beside two points of evidence
    assert margins([body, row, body])[1] == Verdict(sequence.BODY, sequence.FURNITURE, 2.0 - cost)


def test_explained_lines_are_those_of_the_document() -> None:
    long = "The boats have left, said the owner of the yard, and nobody knows when they will be back again."
    document = clean(f"The harbour is empty\n\u200b\n{long}\nSource: https://a.example/boats\nTrending\n- Rain ahead")
    rows = list(explain(document))
    assert [(row.kind, row.role, row.text) for row in rows] == [
        (s.kind, s.role, s.text) for s in document.segments if s.text
    ]
    assert all(row.other != row.kind for row in rows)
    said = [str(row) for row in rows]
    assert said[1].startswith("body/paragraph           body/paragraph")
    assert said[1].endswith(f" {long[:57]}...")
    assert said[2].endswith(" Source: https://a.example/boats")
