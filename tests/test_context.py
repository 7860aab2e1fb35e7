"""What the lines around a line say of it: the article's own lists, captions, headings behind a link."""

import pytest
from weighing import BOATS, BREAD, LONG, POSTS, blocks, rows

from syndclean.steps import context
from syndclean.steps.sequence import BODY, FURNITURE, FURNITURE_BEFORE, HEADLINE, HEADLINE_AFTER, INSERT, LIST, TITLE

LABEL = "Water tower becomes a museum"


# ---- the items of an article's own lists ----


def listed(*texts: str) -> str:
    """A 1 for each line that is an item of a list of the article's own."""
    items = context._items(blocks(*texts))
    return "".join("01"[i in items] for i in range(len(texts)))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((BOATS, "• The eastern quay", "• The bakery", POSTS), "0110"),
        ((BOATS, "• The eastern quay", "• The bakery", "• The pump house", POSTS), "01110"),
        ((BOATS, "What is shut until May:", "• The eastern quay", "• The bakery", POSTS), "00110"),
        (("What is shut until May:", "• The eastern quay", "• The bakery", POSTS), "0110"),
        ((BOATS, "Boats on Sunday:", "8.00 – Ellery", "9.15 – the island", "noon – both", POSTS), "001110"),
        ((BOATS, "Boats on Sunday:", "7.30 – Ellery", "9.15 – the island", POSTS), "00110"),
        ((BOATS, "周日船班：", "8时 埃勒里港", "9时 南岛", POSTS), "00110"),
    ],
)
def test_a_run_of_bullets_or_of_numbers_behind_a_colon_is_the_article_s_own(
    texts: tuple[str, ...], expected: str
) -> None:
    assert listed(*texts) == expected


@pytest.mark.parametrize(
    "texts",
    [
        (BOATS, "• The eastern quay", POSTS),  # one is no list
        (BOATS, "• The eastern quay", "The bakery", POSTS),
        (BOATS, "What is shut until May:", "the eastern quay", "the bakery", POSTS),
        (BOATS, "Boats on Sunday:", "8.00 – Ellery", "noon – the island", POSTS),  # half of them are no more
        (BOATS, "8.00 – Ellery", "9.15 – the island", POSTS),  # no colon announces them
        ("• The eastern quay", "• The bakery", POSTS, BOATS),  # nothing stands before them
        (BOATS, "• The eastern quay", "• The bakery", "It rained."),  # nor behind these
        (BOATS, "• The eastern quay", "• The bakery"),
        (BOATS, "• The eastern quay", "• The bakery", f"© 2025 Pier Post. {BOATS}"),
        (BOATS, "Read also:", "• The eastern quay", "• The bakery", POSTS),  # a phrase announces others
        (BOATS, f"{POSTS[:-1]} on Monday", "• The eastern quay", "• The bakery", POSTS),  # a line that tells nothing
    ],
)
def test_what_nothing_tells_to_be_the_article_s_own_list_is_none(texts: tuple[str, ...]) -> None:
    assert "1" not in listed(*texts)


def test_a_long_item_parts_a_list_and_so_does_what_a_rule_knows() -> None:
    long = f"• The quay, {BOATS[:-1].lower()}"
    assert listed(BOATS, "• The bakery", "• The pier", long, "• The pump house", POSTS) == "000000"
    assert listed(BOATS, "• The bakery", "• Share", "• The pump house", POSTS) == "00000"
    assert listed(BOATS, "• The bakery", "• The pier", "• The pump house", POSTS) == "01110"


def test_what_announces_the_article_s_own_list_is_no_heading_of_other_articles() -> None:
    above, items = "What is shut until May:", ("• The eastern quay", "• The bakery")
    own = rows(BOATS, above, *items, POSTS)[1][LIST]
    assert own == rows(BOATS, above, POSTS)[1][LIST]
    assert own < rows(BOATS, above, *items)[1][LIST]


def test_what_comes_again_and_again_is_inserted_also_where_a_list_of_the_article_follows() -> None:
    advert, items = "Advertisement of the harbour", ("• The eastern quay", "• The bakery")
    listed_below = rows(advert, BOATS, *items, POSTS, advert, BREAD, advert, LONG)[0]
    assert listed_below == rows(advert, BOATS, POSTS, advert, BREAD, advert, LONG)[0]
    assert listed_below[INSERT] > rows(advert, BOATS, *items, POSTS, advert, BREAD)[0][INSERT]


def test_an_item_of_the_article_s_own_list_speaks_for_the_article() -> None:
    items = ("• The eastern quay", "• The bakery")
    own, others = rows(BOATS, *items, POSTS), rows(BOATS, "Read also:", *items, POSTS)[1:]
    for row, other in zip(own[1:3], others[1:3], strict=True):
        assert row[FURNITURE] < row[BODY] < other[FURNITURE]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((BOATS, "Ingredients", "200 g of flour", "2 lemons", "80 g of sugar", "a pinch of salt", POSTS), "0111110"),
        ((BOATS, "200 g of flour", "2 lemons", "a pinch of salt", POSTS), "00000"),  # too few
        ((BOATS, "Flour", "2 lemons", "a pinch of salt", "some sugar", "80 g of butter", POSTS), "0000000"),
        ((BOATS, "Results:", "Ellery 2 Southam 1", "Island 0 Northam 3", "It rained all day."), "00110"),
        ((BOATS, "Results:", "Ellery 2 Southam 1", "Island 0 Northam 3", "It rained."), "00000"),
    ],
)
def test_a_table_of_figures_is_the_article_s_own(texts: tuple[str, ...], expected: str) -> None:
    assert listed(*texts) == expected


WHEN, WHO, WHY = "When does the ferry sail?", "Who pays for the posts?", "Why?"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((LABEL, WHEN, "From Friday on.", WHO, "The council does.", "Share"), "011110"),
        ((LABEL, WHEN, "From Friday on.", WHY, WHO, "The council does."), "011111"),
        ((LABEL, WHEN, "From Friday on.", "The council pays."), "0000"),  # one is no conversation
        ((LABEL, WHEN, WHO, WHY, "From Friday on."), "00000"),  # nor are three with one answer
        ((LABEL, WHEN, "From Friday on.", LABEL, WHO, "The council does."), "000000"),
        ((LONG, LABEL, WHEN, "From Friday on.", WHO, "The council does."), "000000"),  # most of the text is another
        ((LABEL, "— When does it sail?", "— From Friday on.", "— At last."), "0111"),
        ((LABEL, "— When does it sail?", "— From Friday on.", "At last."), "0000"),
    ],
)
def test_a_conversation_is_the_article_s(texts: tuple[str, ...], expected: str) -> None:
    assert listed(*texts) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((BOATS, "1. The cat", "It slept in the pump house.", "2. The letter", "It lay in the wall."), "01111"),
        (("1. The cat", "It slept in the pump house.", "2) The letter", "It lay in the wall.", "Share"), "11110"),
        ((BOATS, "1. The cat", "It slept.", "3. The letter", "It lay in the wall."), "00000"),  # two is missing
        ((BOATS, "1. The cat", "2. The letter", "It lay in the wall."), "0000"),  # no sentence below the first
        ((BOATS, "1. The cat", "It slept in the pump house."), "000"),
        (("Most read", "1. The cat", "It slept.", "2. The letter", "It lay in the wall."), "00000"),
    ],
)
def test_headings_that_are_numbered_and_what_stands_below_them_are_the_article_s(
    texts: tuple[str, ...], expected: str
) -> None:
    assert listed(*texts) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Island: Bell, Roe, Doe, Kim", "Mainland: Hart, Lund, Berg, Moe", "Spectators: 412."), "111"),
        (("福岡県：柳川市",
         "佐賀県：白石町、有田町、太良町、基山町", "熊本県：阿蘇市、合志市、宇土市、八代市"), "111"),
        (("Island: Bell, Roe, Doe, Kim", "Mainland: Hart, Lund, Berg, Moe"), "00"),  # two are none
        (("Island: Bell, Roe, Doe, Kim", "Mainland: Hart, Lund", "Spectators: 412."), "000"),  # one list
        (("Island: Bell, Roe, Doe, Kim", "Author: Jo Lind", "Mainland: Hart, Lund, Berg, Moe"), "000"),
    ],
)
def test_keys_that_nobody_knows_with_lists_behind_them_are_a_table(texts: tuple[str, ...], expected: str) -> None:
    assert listed(*texts) == expected


def test_an_item_is_no_title() -> None:
    item, heading = "• The eastern quay", "The eastern quay"
    assert rows(BOATS, item, "• The bakery", POSTS)[1][TITLE] < 0 < rows(heading, BOATS)[0][TITLE]


# ---- paragraphs side by side ----

ASIDE = "The office gave no reason for it, and nobody had asked it to give one."


@pytest.mark.parametrize("below", [BOATS, f"{ASIDE} {ASIDE}"])
def test_two_paragraphs_are_the_article_s_more_than_one(below: str) -> None:
    alone, beside = rows(LABEL, ASIDE, LABEL)[1], rows(LABEL, ASIDE, below)[1]
    for state in (FURNITURE, HEADLINE_AFTER):
        assert beside[state] < alone[state]
    assert beside[INSERT] == alone[INSERT]


@pytest.mark.parametrize(
    "below", ["It rained.", "Add the office to your feed, and it will tell you of the boats.", "Is that so?", LABEL]
)
def test_what_a_site_says_and_what_is_short_is_no_paragraph(below: str) -> None:
    assert rows(LABEL, ASIDE, below)[1][FURNITURE] == rows(LABEL, ASIDE, LABEL)[1][FURNITURE]


# ---- what announces other articles ----


def test_what_announces_others_stands_behind_an_article_unless_it_is_said_again() -> None:
    for said in ("Read also", "Comments"):
        once, twice = rows(BOATS, said, LABEL)[1], rows(BOATS, said, LABEL, said)[1]
        assert once[FURNITURE_BEFORE] < twice[FURNITURE_BEFORE]
    assert rows(BOATS, "Share", LABEL)[1][FURNITURE_BEFORE] == rows(BOATS, "Share", LABEL)[1][FURNITURE]


# ---- captions ----

CAPTION = "The ferry lies at its berth."
CREDIT = "Photo: Ann Roe"


@pytest.mark.parametrize("mark", "\"“”„«»「『–—-")
def test_what_somebody_says_is_no_caption_in_any_quotation_marks(mark: str) -> None:
    spoken = f"{mark}We have waited long enough, said the baker."
    assert rows(spoken, CREDIT, POSTS)[0][FURNITURE] == rows(spoken, BOATS, POSTS)[0][FURNITURE]
    unmarked = spoken[1:]
    assert rows(unmarked, CREDIT, POSTS)[0][FURNITURE] > rows(unmarked, BOATS, POSTS)[0][FURNITURE]


def test_where_the_article_ends_below_a_credit_the_sentence_above_it_is_no_caption() -> None:
    alone, above = rows(BOATS, CAPTION, "Share")[1], rows(BOATS, CAPTION, CREDIT, "Share", "Most read")[1]
    assert above[FURNITURE] == alone[FURNITURE] < rows(BOATS, CAPTION, CREDIT, "Share", POSTS)[1][FURNITURE]


def test_a_caption_below_a_paragraph_stands_in_the_article_and_not_before_it() -> None:
    plain = rows(BOATS, CAPTION, POSTS)[1]
    inside, before = rows(BOATS, CAPTION, CREDIT, POSTS)[1], rows(LABEL, CAPTION, CREDIT, POSTS)[1]
    assert inside[FURNITURE] == before[FURNITURE] > plain[FURNITURE]
    assert inside[FURNITURE_BEFORE] == plain[FURNITURE_BEFORE] < before[FURNITURE_BEFORE]


def test_a_paragraph_that_stands_there_twice_may_stand_before_the_article() -> None:
    twice = "This is what the harbour office tells all of its visitors. They may stay for as long as they like."
    once = rows(POSTS, twice, BREAD, LONG)[1]
    again = rows(POSTS, twice, BREAD, LONG, twice)[1]
    assert again[FURNITURE_BEFORE] > once[FURNITURE_BEFORE]


# ---- a heading behind a link ----

LINK = "Read also: Southern island ferries delayed"
HEADING = "A second quay is planned"


def heads(above: str, line: str = HEADING, below: str = BOATS) -> bool:
    """Whether a line is less of a headline, in any list, than it is by itself."""
    here, alone = rows(above, line, below)[1], rows(LABEL, line, below)[1]
    less = {here[state] < alone[state] for state in (INSERT, HEADLINE, HEADLINE_AFTER)}
    assert len(less) == 1
    return less.pop()


@pytest.mark.parametrize("above", [LINK, "Read also: Ferries delayed", "Baca juga: Feri ditunda lagi", CREDIT])
def test_behind_a_link_that_names_its_article_and_behind_a_credit_a_short_line_is_a_heading(above: str) -> None:
    assert heads(above)


@pytest.mark.parametrize(
    "above",
    [
        "Read also", "Read also:", "Read also: Ferries", "Read more about this topic here:",
        "Lesen Sie auch diesen Artikel:", "Tags: sea, boats, islands", "Share", BOATS,
    ],
)  # fmt: skip
def test_behind_a_link_whose_article_comes_below_and_behind_anything_else_it_is_a_headline(above: str) -> None:
    assert not heads(above)


@pytest.mark.parametrize(
    "line",
    [
        "It rained again.", "• A second quay is planned", "Imprint",
        "A second quay is planned for all of the boats that sail to the island",
    ],
)  # fmt: skip
def test_a_sentence_an_item_a_long_line_and_what_a_rule_knows_are_no_heading_behind_a_link(line: str) -> None:
    assert not heads(LINK, line)


def test_a_heading_has_a_paragraph_right_below() -> None:
    assert not heads(LINK, below=LABEL)
    assert rows(LINK, HEADING, LABEL, BOATS)[1][HEADLINE] == rows(LABEL, HEADING, LABEL, BOATS)[1][HEADLINE]
    assert rows(LINK, HEADING, BOATS, LABEL)[1][HEADLINE] < rows(LABEL, HEADING, BOATS, LABEL)[1][HEADLINE]


# ---- a sentence behind a link ----


def goes_on(line: str, above: str = LINK) -> bool:
    """Whether an article may go on with a line: it is less of what is listed than it is by itself."""
    here, alone = rows(above, line)[1], rows(LABEL, line)[1]
    less = {here[state] < alone[state] for state in (INSERT, HEADLINE, FURNITURE, HEADLINE_AFTER)}
    assert len(less) == 1
    return less.pop()


@pytest.mark.parametrize("line", ["It rained there again.", "The boats were all in by the evening.", BOATS, LONG])
def test_behind_a_link_that_names_its_article_a_sentence_may_be_the_article_s(line: str) -> None:
    assert goes_on(line)
    assert not goes_on(line, above="Read also:")


@pytest.mark.parametrize(
    "line",
    [
        "It rained again.",  # as short as a button
        "The boats were all in by the evening",  # a headline
        "Were the boats all in by the evening?",  # and these are
        "All of the boats were in by the evening!",
        "The harbour office contributed to this report.",  # a rule knows it
    ],
)
def test_a_headline_or_a_call_behind_a_link_and_what_a_rule_knows_are_more_of_the_list(line: str) -> None:
    assert not goes_on(line)


# ---- what reads like a headline ----


@pytest.mark.parametrize(
    "line", ["The night ferry sails again", "The boats in the (eastern) harbour", "Nachtfähre fährt endlich wieder"]
)
def test_four_words_of_some_length_read_like_a_headline(line: str) -> None:
    assert context.reads_like_a_headline(blocks(line)[0])


@pytest.mark.parametrize(
    "line",
    [
        "The boat is in again",  # five words, but short
        "Schifffahrtsnachrichten Hafenbericht heute",  # long, but three words
        "The boats in the eastern harbour (Pier Press)",
        "The boats in the eastern harbour（港口报）",
        "The boats are in the eastern harbour again.",
        "• The boats in the eastern harbour",
        "Read also: The boats in the eastern harbour",
    ],
)
def test_a_label_a_caption_a_sentence_an_item_and_what_a_rule_knows_do_not(line: str) -> None:
    assert not context.reads_like_a_headline(blocks(line)[0])
