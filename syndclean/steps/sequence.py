"""One decision over all lines of a dump: the likeliest sequence of states, given what speaks for each line.

A state is where one stands in a dump. Before the article there are the title, a summary, other header lines (byline,
date, dateline), fields and furniture; then the article; behind it, or in the middle of it, fields, the heading of a
list, its headlines, other furniture. Viterbi finds the best path: the sum of what each line says for its state and of
what each step from state to state costs.
"""

from collections.abc import Sequence
from typing import NamedTuple

from syndclean.document import Kind

# ---- states ------------------------------------------------------------------------------------------------------
(
    TITLE, SUMMARY, HEADER, FIELD_BEFORE, FURNITURE_BEFORE, BODY, FIELD, LIST, HEADLINE, FURNITURE, INSERT,
) = range(11)  # fmt: skip
KIND: tuple[Kind, ...] = (
    "header", "header", "header", "footer", "boilerplate", "body",
    "footer", "boilerplate", "boilerplate", "boilerplate", "boilerplate",
)  # fmt: skip
STATES = range(len(KIND))

_NO = -60.0  # never: there is no such step
_NEVER = -1e9

# What a step costs, in nats. The reasons:
# * the article is one thing, so leaving it and coming back cost most, and as much as a line or two of furniture says;
# * a list heading is followed by its headlines, and those by more of them;
# * a line or two of furniture may be inserted into the article (INSERT), at a price for each line; a long run of it
#   (FURNITURE) is the end, and what looks like an article behind it is most likely another one;
# * fields, furniture and lists follow each other as they please;
# * nothing comes back to the states before the article;
# * a summary needs a byline or a date behind it, or it is the first paragraph.
_STEP: dict[tuple[int, int], float] = {
    (TITLE, TITLE): -2.0, (TITLE, SUMMARY): -1.5, (TITLE, HEADER): 0.0, (TITLE, FIELD_BEFORE): -0.5,
    (TITLE, FURNITURE_BEFORE): -1.5, (TITLE, BODY): -0.5,
    (SUMMARY, SUMMARY): -2.0, (SUMMARY, HEADER): 0.0, (SUMMARY, FIELD_BEFORE): -1.0, (SUMMARY, BODY): -5.0,
    (HEADER, HEADER): 0.0, (HEADER, TITLE): -1.5, (HEADER, SUMMARY): -3.0, (HEADER, FIELD_BEFORE): 0.0,
    (HEADER, FURNITURE_BEFORE): -1.0, (HEADER, BODY): 0.0,
    (FIELD_BEFORE, FIELD_BEFORE): 0.0, (FIELD_BEFORE, TITLE): -1.0, (FIELD_BEFORE, HEADER): 0.0,
    (FIELD_BEFORE, FURNITURE_BEFORE): -1.0, (FIELD_BEFORE, BODY): 0.0, (FIELD_BEFORE, SUMMARY): -3.0,
    (FURNITURE_BEFORE, FURNITURE_BEFORE): 0.0, (FURNITURE_BEFORE, TITLE): -2.5, (FURNITURE_BEFORE, HEADER): -1.0,
    (FURNITURE_BEFORE, FIELD_BEFORE): -1.0, (FURNITURE_BEFORE, BODY): -3.0, (FURNITURE_BEFORE, SUMMARY): -4.0,
    (BODY, BODY): 0.0, (BODY, FIELD): -2.0, (BODY, LIST): -3.0, (BODY, HEADLINE): -5.5, (BODY, FURNITURE): -4.0,
    (FIELD, FIELD): 0.0, (FIELD, BODY): -4.5, (FIELD, LIST): -0.5, (FIELD, HEADLINE): -3.0, (FIELD, FURNITURE): -1.0,
    (LIST, HEADLINE): 0.0, (LIST, LIST): -1.0, (LIST, FURNITURE): -1.0, (LIST, FIELD): -1.0, (LIST, BODY): -2.5,
    (HEADLINE, HEADLINE): 0.0, (HEADLINE, LIST): -0.5, (HEADLINE, FURNITURE): -1.0, (HEADLINE, FIELD): -0.5,
    (HEADLINE, BODY): -2.0,
    (FURNITURE, FURNITURE): 0.0, (FURNITURE, LIST): -0.5, (FURNITURE, HEADLINE): -2.0, (FURNITURE, FIELD): -0.5,
    (FURNITURE, BODY): -6.0,
    (BODY, INSERT): -1.5, (INSERT, INSERT): -0.3, (INSERT, BODY): -2.0, (INSERT, FIELD): -1.0, (INSERT, LIST): -0.5,
    (FIELD, INSERT): -1.0, (LIST, INSERT): -1.0, (HEADLINE, INSERT): -1.0, (INSERT, HEADLINE): -2.0,
}  # fmt: skip
_START = {TITLE: 0.0, HEADER: 0.0, FIELD_BEFORE: 0.0, FURNITURE_BEFORE: -1.0, BODY: 0.0}
_END = {
    BODY: 0.0,
    FIELD: 0.0,
    LIST: -2.0,
    HEADLINE: 0.0,
    FURNITURE: 0.0,
    INSERT: 0.0,
}  # there is always an article, if nothing else

# What a line of which nobody knows anything says for each state, beside its look.
NOTHING = (_NO, _NO, -9.0, -9.0, 0.0, 0.0, -9.0, -5.0, 0.0, 0.0, 0.0)

_INTO: tuple[tuple[tuple[int, float], ...], ...] = tuple(
    tuple((before, cost) for (before, now), cost in _STEP.items() if now == state) for state in STATES
)
_OUT_OF: tuple[tuple[tuple[int, float], ...], ...] = tuple(
    tuple((now, cost) for (before, now), cost in _STEP.items() if before == state) for state in STATES
)
# By the leading state: how far behind it another may be and still win, for what its steps save.
_CHANCE: tuple[tuple[float, ...], ...] = tuple(
    tuple(max(cost - _STEP.get((leader, now), _NO) for now, cost in _OUT_OF[state]) for state in STATES)
    for leader in STATES
)


class Verdict(NamedTuple):
    """The state of a line, the best other kind, and by how many nats the best path is ahead of one with that kind."""

    state: int
    other: int
    margin: float


def best_path(scores: Sequence[Sequence[float]]) -> list[int]:
    """The states of the best path; `scores` has a row a line, a column a state. Linear in the number of lines.

    >>> prose = [-60, -60, -9, -9, -3, 0, -9, -5, -3, -3, -3]
    >>> heading, headline = [0, -60, -9, -9, 1, 0, -9, 5, 1, 1, 1], [0, -60, -9, -9, 2, 0, -9, -5, 3, 2, 2]
    >>> best_path([prose, prose, heading, headline, headline])
    [5, 5, 7, 8, 8]
    """
    if not scores:
        return []
    reached = [_forward(None, scores[0])]
    for row in scores[1:]:
        reached.append(_forward(reached[-1], row))
    last = reached.pop()
    path = [max(STATES, key=lambda state: last[state] + _END.get(state, _NO))]
    while reached:
        path.append(_came_from(path[-1], reached.pop()))
    return path[::-1]


def _came_from(state: int, last: Sequence[float]) -> int:
    """The state before, on the best path to a state; `last` are the sums of the best paths to those before."""
    best, came = _NEVER, 0
    for before, cost in _INTO[state]:
        if last[before] + cost > best:
            best, came = last[before] + cost, before
    return came


def _forward(last: list[float] | None, row: Sequence[float]) -> list[float]:
    """The sum of the best path to each state of a line; `last` are those of the line before, None at the beginning."""
    if last is None:
        return [_START.get(state, _NO) + score for state, score in enumerate(row)]
    lead = max(last)
    now = [_NEVER] * len(last)
    for reached, chance, steps in zip(last, _CHANCE[last.index(lead)], _OUT_OF, strict=True):
        if reached + chance >= lead:  # else whatever follows, following the leader is better
            for state, cost in steps:
                if reached + cost > now[state]:
                    now[state] = reached + cost
    return [best + score for best, score in zip(now, row, strict=True)]


def margins(scores: Sequence[Sequence[float]]) -> list[Verdict]:
    """For each line the state on the best path, the best state of another kind, and how far that one is behind."""
    if not scores:
        return []
    path = best_path(scores)
    forward = [_forward(None, scores[0])]
    for row in scores[1:]:
        forward.append(_forward(forward[-1], row))
    backward = [[_END.get(s, _NO) for s in STATES]]
    for row in reversed(scores[1:]):
        after = backward[-1]
        here = [_NEVER] * len(KIND)
        for (before, now), cost in _STEP.items():
            here[before] = max(here[before], cost + row[now] + after[now])
        backward.append(here)
    backward.reverse()
    out = []
    for state, f, b in zip(path, forward, backward, strict=True):
        totals = [x + y for x, y in zip(f, b, strict=True)]
        other = max((s for s in STATES if KIND[s] != KIND[state]), key=totals.__getitem__)
        out.append(Verdict(state, other, totals[state] - totals[other]))
    return out
