"""What the best path over all lines makes of captions, inserted lists, teasers, and text that stands there twice."""

from collections.abc import Sequence
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndclean import clean
from syndclean.document import Kind
from syndclean.steps import sequence
from syndclean.steps.sequence import BODY, FIELD, FIELD_AFTER, HEADER, INSERT, KIND, STATES, TEASER, TITLE, best_path

ARTICLE = (
    "The night ferry sails again from Friday, the harbour office said after a meeting of three hours. Residents of the "
    "island had waited six weeks for it, and had written to the minister twice.",
    "Two mooring posts were found cracked in January, and the eastern berth was closed at once. Divers looked at all "
    "forty posts since then; they replaced eleven of them and drained the pump house.",
    "“We never doubted that she would come back,” said Joan Bell, who runs the bakery at the pier. Her flour came by "
    "helicopter in the meantime, at a price that she would rather not recall.",
    "The shipping line expects some four hundred passengers on the first evening. The council has asked the band to "
    "play, and the school will be closed on Monday so that the children can sleep.",
)
HEADLINES = (
    "Village bakery wins regional prize with a recipe from 1911",
    "Water tower becomes a museum after all",
    "Where cranberries are picked this autumn",
)
TEASERS = (
    "The jury praised the crust, and the patience of three generations of bakers.",
    "The council found a sponsor at the last minute and will open it in spring.",
    "A map of the best places, and what the foresters think of the pickers.",
)


@pytest.mark.parametrize("parted", ["", "◇", "＊＊＊"])
def test_headings_behind_a_sign_are_the_article_s_also_below_one_that_parts_chapters(parted: str) -> None:
    paragraphs = (
        "港の会議は月曜日の夜に開かれ、三時間の話し合いのあと、採決をしないまま閉会したと町長は記者団に述べた。",
        "一月に二本の杭にひびが見つかり、東の桟橋はすぐに閉鎖された。潜水士が四十本の杭をすべて調べたという。",
        "船会社は初日の夜におよそ四百人の乗客を見込んでいる。楽団が演奏し、学校は月曜日に休みになる予定だ。",
    )
    headings = ("◆町に不安の声「もっと説明して」", "◆金曜日から再び運航")
    lines = (paragraphs[0], parted, headings[0], paragraphs[1], parted, headings[1], paragraphs[2])
    found = kinds(*lines, "関連記事", "新しい灯台")
    assert {found[line] for line in (*paragraphs, *headings)} == {"body"}


def test_what_is_short_beside_a_paragraph_many_times_as_long_is_no_article() -> None:
    lead = "Neither the mayor nor the harbour office would say on Tuesday how long the repair of the ramp will take."
    glued = " ".join(ARTICLE * 3)
    between = ("Author: Ann Roe", "Source: Pier Post", "Most read", *HEADLINES, "Comments", "Leave a comment")
    found = kinds("Harbour / Island", lead, *between, glued, "Share Tweet Mail", "© 2025 Pier Press")
    assert (found[glued], found[lead]) == ("body", "header")


def kinds(*lines: str) -> dict[str, str]:
    """The kind of each line of a dump."""
    return {segment.text: segment.kind for segment in clean("\n".join(lines)).segments}


def test_headlines_with_a_sentence_below_each_are_not_the_article() -> None:
    after = [line for pair in zip(HEADLINES, TEASERS, strict=True) for line in pair]
    said = kinds(*ARTICLE, "Related", *after, "Contact", "Imprint")
    assert {said[line] for line in ARTICLE} == {"body"}
    assert "body" not in {said[line] for line in after}


@pytest.mark.parametrize(
    "last", ["The next ferry sails at noon. Tickets are sold on board, for four crowns each.", ARTICLE[3]]
)
def test_the_article_goes_on_behind_a_list(last: str) -> None:
    said = kinds(*ARTICLE[:3], "Read also:", *(f"• {line}" for line in HEADLINES[:2]), last, "Source: Pier Post")
    assert said[last] == "body"
    assert said[f"• {HEADLINES[0]}"] == "boilerplate"


@pytest.mark.parametrize(
    "credit", ["Ann Roe/Harbour Press", "HARBOUR PRESS / Ann Roe", "| Ann Roe", "ANN ROE", "ANN ROE | Post staff"]
)
def test_a_caption_that_names_its_photographer_is_the_articles(credit: str) -> None:
    caption = f"Joan Bell and her sister at the pier on the day the berth was closed. {credit}"
    said = kinds(*ARTICLE[:2], caption, *ARTICLE[2:])
    assert {said[line] for line in (*ARTICLE, caption)} == {"body"}


def test_a_sentence_above_a_credit_is_a_caption_and_a_paragraph_is_none() -> None:
    caption = "The ferry lies at its berth."
    article = (f"{ARTICLE[0]} {ARTICLE[1]}", f"{ARTICLE[2]} {ARTICLE[3]}", f"{ARTICLE[1]} {ARTICLE[3]}")
    said = kinds(article[0], caption, "Photo: Ann Roe", article[1], "Photo: Joe Doe", article[2])
    assert said[caption] != "body"
    assert {said[line] for line in article} == {"body"}


def test_an_article_says_nothing_twice() -> None:
    teaser = "The jury praised the crust, and the patience of three generations of bakers who were not asked."
    after = ("Most read", HEADLINES[0], teaser, "Contact", "Your opinion", HEADLINES[0], teaser, "Imprint")
    said = kinds(*ARTICLE, *after)
    assert said[teaser] != "body"


def test_an_article_that_is_printed_twice_is_article() -> None:
    document = clean("\n".join((*ARTICLE, *ARTICLE)))
    assert {segment.kind for segment in document.segments} == {"body"}


def test_a_line_up_is_article() -> None:
    lines = ("Island: Bell, Roe, Doe, Kim, Sato", "Mainland: Hart, Lund, Berg, Moe, Dahl")
    said = kinds(*ARTICLE[:2], *lines, ARTICLE[2])
    assert {said[line] for line in lines} == {"body"}


def test_who_speaks_to_the_reader_is_the_site() -> None:
    ask = "If you liked this report, you can support our work with a small contribution."
    said = kinds(*ARTICLE, "Support us", ask, "Donate now", "Imprint")
    assert said[ask] != "body"


def test_there_is_a_way_to_each_state_and_on_from_it() -> None:
    for state in sequence.STATES:
        assert any(now == state for _, now in sequence._STEP) or state in sequence._START
        assert state in sequence._END or any(before == state for before, _ in sequence._STEP)
    assert max(sequence._STEP.values()) <= 0.0


# What lines say: most of them that they are article, some clearly not, some hardly anything.
WORDS = st.lists(
    st.sampled_from([-9.0, -4.0, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0, 5.0, 10.0]),
    min_size=len(sequence.STATES), max_size=len(sequence.STATES),
)  # fmt: skip
PROSE = st.sampled_from([-9.0, -4.0, -1.0, 0.0, 1.0, 2.0]).map(
    lambda look: [look] * sequence.BODY + [0.0] + [look] * (len(sequence.STATES) - sequence.BODY - 1)
)


def worth(path: list[int], scores: list[list[float]]) -> float:
    """What a path is worth, step by step."""
    steps = sum(sequence._STEP.get(step, sequence._NO) for step in pairwise(path))
    ends = sequence._START.get(path[0], sequence._NO) + sequence._END.get(path[-1], sequence._NO)
    return ends + steps + sum(row[state] for row, state in zip(scores, path, strict=True))


@given(st.lists(WORDS | PROSE | PROSE, min_size=1, max_size=12))
def test_no_path_is_better_than_the_best(scores: list[list[float]]) -> None:
    """The shortcuts (pruning, texts that are article at a glance) lose nothing against looking at every step."""
    best = [sequence._START.get(state, sequence._NO) + scores[0][state] for state in sequence.STATES]
    for row in scores[1:]:
        best = [
            row[now] + max(best[before] + cost for (before, to), cost in sequence._STEP.items() if to == now)
            for now in sequence.STATES
        ]
    at_best = max(best[state] + sequence._END.get(state, sequence._NO) for state in sequence.STATES)
    assert abs(worth(sequence.best_path(scores), scores) - at_best) < 1e-6


@given(st.lists(WORDS | PROSE, min_size=1, max_size=8), st.data())
def test_the_best_path_through_lines_is_the_best_of_those_with_one_of_them_in_the_article(
    scores: list[list[float]], data: st.DataObject
) -> None:
    through = data.draw(st.lists(st.sampled_from(range(len(scores))), min_size=1, unique=True))
    path = sequence.best_path_through(scores, through)
    assert any(path[i] == BODY for i in through)
    forced = []
    for i in through:
        only = [[score if n == BODY else -1e9 for n, score in enumerate(row)] if k == i else row
                for k, row in enumerate(scores)]  # fmt: skip
        forced.append(worth(best_path(only), scores))
    assert abs(worth(path, scores) - max(forced)) < 1e-6


def test_each_state_is_of_a_kind_that_a_segment_can_have() -> None:
    assert set(KIND) == set(get_args(Kind))
    before, elsewhere = STATES[:BODY], STATES[BODY + 1 :]
    assert {KIND[state] for state in before} == {"header", "footer", "boilerplate"}
    assert {KIND[state] for state in elsewhere} == {"footer", "boilerplate"}
    assert KIND[BODY] == "body"


# ---- articles that are decided at a glance ----

INSERTED, BEHIND = range(FIELD, INSERT + 1), range(FIELD_AFTER, TEASER + 1)
ELSEWHERE = pytest.mark.parametrize("states", [INSERTED, BEHIND], ids=["inserted", "behind"])


def price(of: Sequence[int], to: Sequence[int]) -> float:
    """What the cheapest step from one group of states to another costs."""
    return min(-cost for (before, now), cost in sequence._STEP.items() if before in of and now in to)


def line(states: Sequence[int] = (), more: float = 0.0) -> list[float]:
    """A line that speaks for these states by so much more than for the article, and against all others."""
    row = [-9.0] * len(STATES)
    row[BODY] = 1.0
    for state in states:
        row[state] = row[BODY] + more
    return row


def dumps_with_a_stretch(states: Sequence[int], more: float) -> list[list[list[float]]]:
    """Articles of which a line or two speak for another place, by so much more than it costs to go there and back."""
    out, on, back = price([BODY], states), price(states, states), price(states, [BODY])
    article = line()
    half = line(states, out + back / 2)
    return [
        [article, article, line(states, out + more)],
        [article, article, line(states, out + on / 2), line(states, on / 2 + more)],
        [article, line(states, out + back + more), article, article],
        [article, half, line(states, back / 2 + on + more), article, article],
        [article, half, line(states, on), line(states, back / 2 + on + more), article, article],
        [article, line(states, out + back - 0.5), article, article, line(states, out + back + more), article],
    ]


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[float]]:
    """The lines that the best path looked at step by step."""
    rows: list[Sequence[float]] = []
    forward = sequence._forward

    def watched(last: list[float] | None, row: Sequence[float]) -> list[float]:
        rows.append(row)
        return forward(last, row)

    monkeypatch.setattr(sequence, "_forward", watched)
    return rows


@ELSEWHERE
def test_doubts_that_are_too_small_to_leave_for_cost_no_second_look(
    states: range, looked_at: list[Sequence[float]]
) -> None:
    """Most texts are articles from beginning to end, and it is their speed that a user waits for."""
    for scores in dumps_with_a_stretch(states, -0.01):
        assert best_path(scores) == [BODY] * len(scores)
    assert looked_at == []


@ELSEWHERE
def test_doubts_that_may_be_large_enough_are_looked_at(states: range, looked_at: list[Sequence[float]]) -> None:
    for scores in dumps_with_a_stretch(states, 0.01):
        looked_at.clear()
        best_path(scores)
        assert len(looked_at) == len(scores)


def test_what_is_worth_the_same_comes_out_as_if_there_were_no_glance(monkeypatch: pytest.MonkeyPatch) -> None:
    ties = [[line([HEADER], 0.0), line(), line()], [line([HEADER], -2.0), line([HEADER], 2.0), line()]]
    ties += dumps_with_a_stretch(INSERTED, 0.0) + dumps_with_a_stretch(BEHIND, 0.0)
    paths = [best_path(scores) for scores in ties]
    monkeypatch.setattr(sequence, "_all_article", lambda scores: False)
    assert [best_path(scores) for scores in ties] == paths


@pytest.mark.parametrize("state", [now for before, now in sequence._STEP if before == BODY and now != BODY])
def test_a_line_that_says_more_than_the_step_costs_leaves_the_article(state: int) -> None:
    cost = -sequence._STEP[BODY, state] - sequence._END[state]
    assert best_path([line(), line(), line([state], cost - 0.01)]) == [BODY] * 3
    assert best_path([line(), line(), line([state], cost + 0.01)]) == [BODY, BODY, state]


@pytest.mark.parametrize("states", [(sequence.LIST, sequence.HEADLINE), (sequence.LIST_AFTER, TEASER)])
def test_what_a_line_leads_to_may_pay_for_it(states: tuple[int, int]) -> None:
    """A heading that alone is too weak to end the article does so with what stands below it."""
    heading, below = states
    assert best_path([line(), line([heading], 0.5), line()]) == [BODY] * 3
    assert best_path([line(), line([heading], 0.5), line([below], 5.0)]) == [BODY, heading, below]


def test_a_title_wins_where_it_says_more_than_the_article_and_not_before(looked_at: list[Sequence[float]]) -> None:
    step = -sequence._STEP[TITLE, BODY]
    assert best_path([line([TITLE], -0.01), line(), line()]) == [BODY] * 3
    assert best_path([line([TITLE], -2.0), line([HEADER], 1.99), line()]) == [BODY] * 3
    assert looked_at == []
    assert best_path([line([TITLE], step - 0.01), line(), line()]) == [BODY] * 3
    assert best_path([line([TITLE], step + 0.01), line(), line()]) == [TITLE, BODY, BODY]
    assert best_path([line([TITLE], -2.0), line([HEADER], 2.01), line()]) == [TITLE, HEADER, BODY]


def test_a_line_above_the_article_that_may_as_well_be_its_header_is_one() -> None:
    assert best_path([line([HEADER], 0.0), line(), line()]) == [HEADER, BODY, BODY]
    assert best_path([line([HEADER], -0.01), line(), line()]) == [BODY] * 3


def test_only_states_that_may_still_win_are_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dump of clear lines costs a few looks a line, not one for each state, of which there are fifteen."""
    steps, followed = sequence._OUT_OF, []

    class Watched:
        def __getitem__(self, state: int) -> tuple[tuple[int, float], ...]:
            followed.append(state)
            return steps[state]

    monkeypatch.setattr(sequence, "_OUT_OF", Watched())
    furniture = line([sequence.FURNITURE], 30.0)
    assert best_path([line()] * 50 + [furniture] * 50) == [BODY] * 50 + [sequence.FURNITURE] * 50
    assert len(followed) < 4 * 100


def test_a_dump_of_one_line_is_an_article() -> None:
    assert best_path([line()]) == [BODY]
    assert best_path([line([TITLE], 3.0)]) == [BODY]  # there is always an article
    for state in range(FIELD, len(STATES)):
        assert best_path([line([state], 3.0)]) == [BODY]  # and nothing stands behind it before it began
