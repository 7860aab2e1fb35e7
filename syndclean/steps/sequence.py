"""One decision over all lines of a dump: the likeliest sequence of states, given what speaks for each line.

A state is where one stands in a dump. Before the article there are the title, a summary, other header lines (byline,
date, dateline), fields and furniture; then the article; in the middle of it fields, a list of headlines, an inserted
line or two; behind it the same at any length, and teasers. Viterbi finds the best path: the sum of what each line says
for its state and of what each step from state to state costs.
"""

from collections.abc import Mapping, Sequence
from operator import add
from typing import NamedTuple

from syndclean.document import Kind

# ---- states ------------------------------------------------------------------------------------------------------
(
    TITLE, SUMMARY, HEADER, FIELD_BEFORE, FURNITURE_BEFORE, BODY,
    FIELD, LIST, HEADLINE, INSERT,
    FIELD_AFTER, LIST_AFTER, HEADLINE_AFTER, FURNITURE, TEASER,
) = range(15)  # fmt: skip
KIND: tuple[Kind, ...] = (
    "header", "header", "header", "footer", "boilerplate", "body",
    "footer", "boilerplate", "boilerplate", "boilerplate",
    "footer", "boilerplate", "boilerplate", "boilerplate", "boilerplate",
)  # fmt: skip
STATES = range(len(KIND))
FIELDS = frozenset((FIELD, FIELD_AFTER))
OTHERS = frozenset((HEADLINE, HEADLINE_AFTER, LIST, LIST_AFTER, TEASER))  # other articles, and what announces them

_NO = -60.0  # never: there is no such step
_NEVER = -1e9

# What a step costs, in nats. The reasons:
# * the article is one thing, so leaving it and coming back cost most, and as much as a line or two of furniture says;
# * a list heading is followed by its headlines, and those by more of them;
# * what is inserted into the article is short, so there each line has its price; behind the article there may be any
#   amount of it for nothing, but what looks like an article there is most likely another one, so it costs to come back;
# * among the headlines behind the article some have a sentence or two below them (TEASER);
# * fields, furniture and lists follow each other as they please;
# * nothing comes back to the states before the article;
# * a summary needs a byline or a date behind it, at most with something of the site between, or it is a paragraph.
LINE = -0.2  # each line of an insertion
BACK = -8.0  # from behind the article into it
_STEP: dict[tuple[int, int], float] = {
    (TITLE, TITLE): -2.0, (TITLE, SUMMARY): -1.5, (TITLE, HEADER): 0.0, (TITLE, FIELD_BEFORE): -0.5,
    (TITLE, FURNITURE_BEFORE): -1.5, (TITLE, BODY): -0.5,
    (SUMMARY, SUMMARY): -2.0, (SUMMARY, HEADER): 0.0, (SUMMARY, FIELD_BEFORE): 0.0, (SUMMARY, BODY): -5.0,
    (SUMMARY, FURNITURE_BEFORE): -4.5,
    (HEADER, HEADER): 0.0, (HEADER, TITLE): -1.5, (HEADER, SUMMARY): -3.0, (HEADER, FIELD_BEFORE): 0.0,
    (HEADER, FURNITURE_BEFORE): -1.0, (HEADER, BODY): 0.0,
    (FIELD_BEFORE, FIELD_BEFORE): 0.0, (FIELD_BEFORE, TITLE): -1.0, (FIELD_BEFORE, HEADER): 0.0,
    (FIELD_BEFORE, FURNITURE_BEFORE): -1.0, (FIELD_BEFORE, BODY): -1.5, (FIELD_BEFORE, SUMMARY): -3.0,
    (FURNITURE_BEFORE, FURNITURE_BEFORE): 0.0, (FURNITURE_BEFORE, TITLE): -2.0, (FURNITURE_BEFORE, HEADER): -1.0,
    (FURNITURE_BEFORE, FIELD_BEFORE): -0.5, (FURNITURE_BEFORE, BODY): -2.0, (FURNITURE_BEFORE, SUMMARY): -4.0,
    (BODY, BODY): 0.0,
    (BODY, FIELD): -2.2, (BODY, LIST): -2.4, (BODY, HEADLINE): -4.7, (BODY, INSERT): -1.3,
    (FIELD, BODY): -2.2, (LIST, BODY): -2.9, (HEADLINE, BODY): -1.2, (INSERT, BODY): -1.2,
    (FIELD, FIELD): LINE, (FIELD, LIST): LINE - 0.5, (FIELD, INSERT): LINE - 1.0, (FIELD, HEADLINE): LINE - 3.0,
    (LIST, HEADLINE): LINE, (LIST, LIST): LINE - 1.0, (LIST, INSERT): LINE - 1.0, (LIST, FIELD): LINE - 1.0,
    (HEADLINE, HEADLINE): LINE, (HEADLINE, LIST): LINE - 1.5, (HEADLINE, INSERT): LINE - 1.0,
    (HEADLINE, FIELD): LINE - 0.5,
    (INSERT, INSERT): LINE, (INSERT, FIELD): LINE - 1.0, (INSERT, LIST): LINE - 1.5, (INSERT, HEADLINE): LINE - 2.0,
    (BODY, FIELD_AFTER): -2.1, (BODY, LIST_AFTER): -4.3, (BODY, HEADLINE_AFTER): -6.1, (BODY, FURNITURE): -5.1,
    (FIELD_AFTER, BODY): BACK, (LIST_AFTER, BODY): BACK, (HEADLINE_AFTER, BODY): BACK, (FURNITURE, BODY): BACK,
    (TEASER, BODY): BACK,
    (FIELD_AFTER, FIELD_AFTER): 0.0, (FIELD_AFTER, LIST_AFTER): -0.5, (FIELD_AFTER, FURNITURE): -1.0,
    (FIELD_AFTER, HEADLINE_AFTER): -3.0,
    (LIST_AFTER, HEADLINE_AFTER): 0.0, (LIST_AFTER, LIST_AFTER): -1.0, (LIST_AFTER, FURNITURE): -1.0,
    (LIST_AFTER, FIELD_AFTER): -1.0, (LIST_AFTER, TEASER): 0.0,
    (HEADLINE_AFTER, HEADLINE_AFTER): 0.0, (HEADLINE_AFTER, LIST_AFTER): -0.5, (HEADLINE_AFTER, FURNITURE): -1.0,
    (HEADLINE_AFTER, FIELD_AFTER): -0.5, (HEADLINE_AFTER, TEASER): -0.6,
    (FURNITURE, FURNITURE): 0.0, (FURNITURE, LIST_AFTER): -0.5, (FURNITURE, HEADLINE_AFTER): -3.1,
    (FURNITURE, FIELD_AFTER): -0.5, (FURNITURE, TEASER): -1.7,
    (TEASER, TEASER): -1.0, (TEASER, HEADLINE_AFTER): 0.0, (TEASER, FURNITURE): -1.0, (TEASER, LIST_AFTER): -1.0,
    (TEASER, FIELD_AFTER): -1.0,
}  # fmt: skip
_START = {TITLE: 0.0, HEADER: 0.0, FIELD_BEFORE: 0.0, FURNITURE_BEFORE: -2.0, BODY: 0.0}
# There is always an article, if nothing else.
_END = {
    BODY: 0.0, FIELD: 0.0, LIST: -2.0, HEADLINE: 0.0, INSERT: 0.0, FIELD_AFTER: 0.0, LIST_AFTER: -2.0,
    HEADLINE_AFTER: 0.0, FURNITURE: 0.0, TEASER: 0.0,
}  # fmt: skip

# What a line of which nobody knows anything says for each state, beside its look.
NOTHING = (_NO, _NO, -9.0, -9.0, 0.0, 0.0, -9.0, -5.0, 0.0, 0.0, -9.0, -5.0, 0.0, 0.0, _NO)

_ROUNDING = 1e-6


class _Elsewhere(NamedTuple):
    """States among which there are steps, and what it costs at least to go there, another line, and to come back."""

    states: slice
    out: float
    line: float
    back: float


class _Tables(NamedTuple):
    """What follows from the steps: for each state the steps into it and out of it, with their costs, and what every
    state costs from there; by the leading state how far behind it another may be and still win, for what its steps
    save; and what stretches elsewhere cost."""

    into: tuple[tuple[tuple[int, float], ...], ...]
    out_of: tuple[tuple[tuple[int, float], ...], ...]
    costs: tuple[tuple[float, ...], ...]
    chance: tuple[tuple[float, ...], ...]
    elsewhere: tuple[_Elsewhere, ...]


def _tables(steps: Mapping[tuple[int, int], float]) -> _Tables:
    into = tuple(tuple((before, cost) for (before, now), cost in steps.items() if now == state) for state in STATES)
    out_of = tuple(tuple((now, cost) for (before, now), cost in steps.items() if before == state) for state in STATES)
    costs = tuple(tuple(steps.get((before, now), _NEVER) for now in STATES) for before in STATES)
    chance = tuple(
        tuple(max(cost - steps.get((leader, now), _NO) for now, cost in out_of[state]) for state in STATES)
        for leader in STATES
    )
    elsewhere = []
    for states in (range(FIELD, INSERT + 1), range(FIELD_AFTER, TEASER + 1)):
        out = min(-cost for (before, now), cost in steps.items() if before == BODY and now in states)
        line = min(-cost for (before, now), cost in steps.items() if before in states and now in states)
        back = min(-cost for (before, now), cost in steps.items() if before in states and now == BODY)
        elsewhere.append(_Elsewhere(slice(states.start, states.stop), out, line, back - _ROUNDING))
    return _Tables(into, out_of, costs, chance, tuple(elsewhere))


_INTO, _OUT_OF, _COSTS, _CHANCE, _ELSEWHERE = _tables(_STEP)


class Verdict(NamedTuple):
    """The state of a line, the best other kind, and by how many nats the best path is ahead of one with that kind."""

    state: int
    other: int
    margin: float


def best_path(scores: Sequence[Sequence[float]]) -> list[int]:
    """The states of the best path; `scores` has a row a line, a column a state. Linear in the number of lines.

    >>> prose = [-60, -60, -9, -9, -3, 0, -9, -5, -3, -3, -9, -5, -3, -3, -2]
    >>> heading = [0, -60, -9, -9, 1, 0, -9, 5, 1, 1, -9, 5, 1, 1, -60]
    >>> headline = [0, -60, -9, -9, 2, 0, -9, -5, 3, 2, -9, -5, 3, 2, -60]
    >>> best_path([prose, prose, heading, headline, headline]) == [BODY, BODY, LIST, HEADLINE, HEADLINE]
    True
    """
    if not scores:
        return []
    if _all_article(scores):
        return [BODY] * len(scores)
    reached = [_forward(None, scores[0])]
    for row in scores[1:]:
        reached.append(_forward(reached[-1], row))
    last = reached.pop()
    path = [max(STATES, key=lambda state: last[state] + _END.get(state, _NO))]
    while reached:
        path.append(_came_from(path[-1], reached.pop()))
    return path[::-1]


def _all_article(scores: Sequence[Sequence[float]]) -> bool:
    """Whether the best path is article from beginning to end, as a glance at the rows tells.

    No step gains anything, so a stretch elsewhere can be better by no more than what its states score above BODY, less
    what it costs to go there, each further line, and to come back. Nothing leads from what is inserted to what comes
    after the article, or the other way, and what stands before it costs nothing.
    """
    first = scores[0]
    before = max(_START.get(state, _NO) + first[state] for state in STATES if state != BODY) - first[BODY]
    stretches = [_NEVER] * len(_ELSEWHERE)  # the best of each sort that end with the line before
    for row in scores[1:]:
        if before > -_ROUNDING:
            return False
        before += max(row[:BODY]) - row[BODY]
        for n, (states, out, line, back) in enumerate(_ELSEWHERE):
            gain = max(row[states]) - row[BODY]
            stretch = stretches[n] - line
            stretches[n] = gain + stretch if stretch > -out else gain - out
            if stretches[n] > back:
                return False
    return before <= -_ROUNDING and max(stretches) <= -_ROUNDING


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
    leader = last.index(lead)
    now = [lead + cost for cost in _COSTS[leader]]
    for before, may in enumerate(map(add, last, _CHANCE[leader])):
        if may >= lead and before != leader:  # else whatever follows, following the leader is better
            reached = last[before]
            for state, cost in _OUT_OF[before]:
                total = reached + cost
                if total > now[state]:
                    now[state] = total
    return list(map(add, now, row))


def best_path_through(scores: Sequence[Sequence[float]], lines: Sequence[int]) -> list[int]:
    """The states of the best of all paths on which one of these lines is article."""
    forward, backward = _sums(scores)
    through = max(lines, key=lambda line: forward[line][BODY] + backward[line][BODY])
    fixed = list(scores)
    fixed[through] = [score if state == BODY else _NEVER for state, score in enumerate(scores[through])]
    return best_path(fixed)


def _sums(scores: Sequence[Sequence[float]]) -> tuple[list[list[float]], list[list[float]]]:
    """For each state of each line, the sum of the best path that leads to it, and of the best that leads on."""
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
    return forward, backward


def margins(scores: Sequence[Sequence[float]]) -> list[Verdict]:
    """For each line the state on the best path, the best state of another kind, and how far that one is behind."""
    if not scores:
        return []
    out = []
    for state, f, b in zip(best_path(scores), *_sums(scores), strict=True):
        totals = [x + y for x, y in zip(f, b, strict=True)]
        other = max((s for s in STATES if KIND[s] != KIND[state]), key=totals.__getitem__)
        out.append(Verdict(state, other, totals[state] - totals[other]))
    return out
