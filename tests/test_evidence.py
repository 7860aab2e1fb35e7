"""What a line says by its look and its neighbours, before one decision is made over all lines."""

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest
from weighing import BOATS, BREAD, LONG, POSTS, blocks, rows

from syndclean import Document, LineRule, clean, decode, repair, split
from syndclean.document import Kind, Role
from syndclean.furniture import count
from syndclean.steps import context, evidence
from syndclean.steps.sequence import (
    BODY,
    FURNITURE,
    FURNITURE_BEFORE,
    HEADLINE,
    HEADLINE_AFTER,
    INSERT,
    LIST,
    LIST_AFTER,
    SUMMARY,
    TEASER,
    TITLE,
)
from syndclean.steps.split import RULES

SENTENCES = (
    "The jury praised the crust and the patience of the bakers.", "The council found a sponsor at the last minute.",
    "A map of the best places is at the pier.", "It was the third one in a year, and not the last.",
)  # fmt: skip
HEADLINES = (
    "Village bakery wins regional prize", "Water tower becomes a museum after all", "Where cranberries are picked",
    "Another bridge is gone",
)  # fmt: skip


def look(*texts: str) -> float:
    """How much the first line looks like furniture where it stands."""
    return rows(*texts)[0][FURNITURE]


# ---- bounds ----


def test_a_little_more_of_a_look_never_says_a_lot_more_or_less() -> None:
    looks = [evidence.bounded(tenth / 10) for tenth in range(-120, 121)]
    assert all(0 <= after - before < 0.11 for before, after in pairwise(looks))
    assert (looks[0], looks[-1]) == (evidence.bounded(-1e9), evidence.bounded(1e9))
    assert (looks[110], looks[120], looks[130]) == (-1.0, 0.0, 1.0)


def test_however_much_speaks_for_furniture_it_is_bounded() -> None:
    most, least = evidence.bounded(1e9), evidence.bounded(-1e9)
    assert look("So you may become a member of our site and its community!", "Photo: Ann Roe", BOATS) == most
    assert look(f"Crew: Bell, Roe, Kim, Sato. “We stay,” they said. {BOATS} {POSTS} {BREAD} {BOATS}") == least


# ---- captions ----

CAPTION = "The ferry lies at its berth."


@pytest.mark.parametrize("credit", ["Photo: Ann Roe", "Ann Roe/Harbour Press"])
def test_one_sentence_above_a_credit_looks_like_a_caption(credit: str) -> None:
    assert look(CAPTION, credit, POSTS) > look(CAPTION, BOATS, POSTS) == look(CAPTION)


@pytest.mark.parametrize(
    "line",
    [
        "The ferry at its berth",
        "The ferry lies at its berth. It will stay there.",
        f"{BOATS[:-1]} and so do the people who live on the island, where the school is closed and the bakery is shut.",
    ],
)
def test_a_line_without_an_end_two_sentences_or_a_long_one_above_a_credit_are_no_caption(line: str) -> None:
    for credit in ("Photo: Ann Roe", "Ann Roe/Harbour Press"):
        assert look(line, credit) == look(line, BOATS)


# ---- what stands there twice ----


def test_a_paragraph_that_stands_there_twice_is_no_article_unless_all_of_it_does() -> None:
    assert look(BOATS, POSTS, BREAD, LONG, BOATS) > look(BOATS)
    assert look(BOATS, POSTS, BOATS, POSTS) == look(BOATS)
    assert look(BOATS, POSTS, BREAD) == look(BOATS, POSTS)


@pytest.mark.parametrize("label", ["Harbour and island", "It rained.", HEADLINES[1], f"{BOATS[:-1]} again"])
def test_a_label_that_stands_there_twice_is_furniture_whatever_else_does(label: str) -> None:
    once, article = look(label, BOATS, POSTS), look(label, BOATS, BOATS, POSTS, POSTS)
    beside_article = look(label, BOATS, POSTS, label)
    beside_copies = look(label, BOATS, BOATS, POSTS, POSTS, label)
    assert beside_article == beside_copies > once == article


def test_labels_that_stand_there_twice_do_not_make_the_article_one_that_does() -> None:
    labels = [f"{line}, and more of it" for line in HEADLINES] * 2
    assert look(BOATS, POSTS, BREAD, LONG, BOATS, *labels) > look(BOATS)


# ---- headline and sentence in turns ----


def turns(*texts: str) -> str:
    """A 1 for each line that stands among five or more in turns."""
    own = blocks(*texts)
    return "".join("01"[turn] for turn in context._turns(own, Counter(texts)))


S, H = SENTENCES, HEADLINES


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((S[0], H[0], S[1], H[1], S[2]), "11111"),
        ((H[0], S[0], H[1], S[1], H[2]), "11111"),
        ((S[0], H[0], S[1], H[1]), "0000"),
        ((S[0], H[0], S[1], H[1], S[2], H[2], S[3], H[3]), "11111111"),
        ((S[0], S[1], H[0], S[2], H[1], S[3], H[2]), "0111111"),
        ((LONG, H[0], S[0], H[1], S[1], H[2], LONG, H[3]), "01111100"),
        ((H[0], S[0], H[1], H[2], S[1], H[3]), "000000"),
        ((H[0], "Read what they say:", H[1], S[1], H[2]), "00000"),
        ((), ""),
    ],
)
def test_five_lines_in_turns_are_a_list_of_headlines_with_their_sentences(
    texts: tuple[str, ...], expected: str
) -> None:
    assert turns(*texts) == expected


@pytest.mark.parametrize("sentence", [LONG, "It rained again.", H[3]])
def test_a_paragraph_and_a_word_or_two_are_no_sentence_below_a_headline(sentence: str) -> None:
    assert turns(H[0], S[0], H[1], sentence, H[2]) == "00000"


@pytest.mark.parametrize(
    "label",
    ["Read what they say:", "他们说的话：", "Share",
     f"{BOATS[:-1]} and so do the people of the islands further out", S[3]],
)
def test_what_announces_is_known_or_is_long_is_no_headline(label: str) -> None:
    assert turns(S[0], H[0], S[1], label, S[2]) == "00000"


def test_a_label_that_comes_back_is_no_headline() -> None:
    assert turns(S[0], H[0], S[1], H[0], S[2]) == "00000"


def test_lines_in_turns_look_more_like_furniture_than_four_of_them() -> None:
    assert look(H[0], S[0], H[1], S[1], H[2]) > look(H[0], S[0], H[1], S[1])


# ---- lists ----


@pytest.mark.parametrize("state", [LIST, LIST_AFTER])
def test_a_short_line_above_a_bullet_announces_a_list_and_more_so_with_a_colon(state: int) -> None:
    def said(line: str, below: str) -> float:
        return rows(line, below)[0][state]

    above = said("What else is new", "• One more")
    assert said("What else is new:", "• One more") == said("他还说了什么：", "• One more") > above
    assert above > said("What else is new", "One more")
    assert above > rows("What else is new")[0][state]
    plain = said("What else is new", "One more")
    assert said("What else is new:", "One more") == said("他还说了什么：", "One more") > plain


@pytest.mark.parametrize(
    "line",
    ["It rained again.", "• What else is new", "What else is new on the island and in all of the villages around it"],
)
@pytest.mark.parametrize("state", [LIST, LIST_AFTER])
def test_a_sentence_a_bullet_or_a_long_line_announces_no_list(line: str, state: int) -> None:
    assert rows(line, "• One more")[0][state] == rows(line, "One more")[0][state]


@pytest.mark.parametrize("state", [LIST, LIST_AFTER])
def test_a_colon_behind_a_long_line_announces_what_somebody_says(state: int) -> None:
    long = "The owner of the yard said on Monday at noon"
    assert rows(f"{long}:", BOATS)[0][state] == rows(long, BOATS)[0][state]
    assert rows("The owner said:", BOATS)[0][state] > rows("The owner said", BOATS)[0][state]


def test_a_heading_that_rules_know_says_no_less_above_a_bullet() -> None:
    assert rows("Read also", "• One more")[0][LIST] == rows("Read also", "One more")[0][LIST]


# ---- what comes again and again ----

ADVERT = "Advertisement of the harbour"


def inserted(*texts: str) -> float:
    row = rows(*texts)[0]
    return row[INSERT] - row[FURNITURE]


def test_what_comes_three_times_between_sentences_or_in_a_row_is_inserted() -> None:
    once = pytest.approx(inserted(ADVERT, BOATS))
    assert inserted(ADVERT, BOATS, ADVERT, POSTS, ADVERT) > inserted(ADVERT, BOATS)
    assert inserted(ADVERT, ADVERT, ADVERT, BOATS) > inserted(ADVERT, BOATS)
    assert inserted(ADVERT, BOATS, ADVERT, POSTS) == once
    assert inserted(ADVERT, HEADLINES[0], ADVERT, HEADLINES[1], ADVERT) == once
    assert inserted(ADVERT, BOATS, POSTS) == once


def test_what_comes_again_and_again_above_a_bullet_is_both() -> None:
    first, *_ = rows(ADVERT, "• Rain is near.", ADVERT, "• Snow is near.", ADVERT)
    alone, *_ = rows(ADVERT, "• Rain is near.")
    assert first[LIST] == alone[LIST]
    assert first[INSERT] - first[FURNITURE] > alone[INSERT] - alone[FURNITURE]
    assert rows(ADVERT, BOATS, ADVERT, POSTS, ADVERT)[0][LIST] == rows(ADVERT, BOATS)[0][LIST]


# ---- what a look says for one state ----


def test_two_sentences_are_a_paragraph_rather_than_an_insertion() -> None:
    assert inserted("The ferry lies at its berth. It will stay.") < inserted("The ferry lies at its berth.")
    assert inserted("The ferry lies at its berth. It will stay") == inserted("The ferry at its berth")


@pytest.mark.parametrize("state", [TEASER, SUMMARY])
def test_below_a_headline_and_above_a_byline_stands_a_sentence_or_a_long_line(state: int) -> None:
    never = rows("Harbour and island")[0][state]
    assert rows("It rained.")[0][state] > never
    assert rows(BOATS[:-1])[0][state] > never
    assert rows(BOATS)[0][state] > never


def test_a_teaser_is_no_longer_than_teasers_are_and_may_be_prose() -> None:
    assert rows(LONG)[0][TEASER] == rows("Harbour and island")[0][TEASER]
    prose, label = rows(BOATS)[0], rows("Then you may become a member.")[0]
    assert prose[TEASER] > prose[FURNITURE]
    assert label[TEASER] == label[FURNITURE]


@pytest.mark.parametrize("state", [HEADLINE, HEADLINE_AFTER])
def test_a_headline_has_no_full_stop_and_may_have_a_bullet_or_call(state: int) -> None:
    def said(line: str) -> float:
        row = rows(line)[0]
        return row[state] - row[FURNITURE]

    plain = said("Water tower becomes a museum")
    assert plain == said("Is the tower a museum?") == 0.0
    assert said("The tower becomes a museum.") < plain < said("• Water tower becomes a museum")


def test_before_an_article_there_is_hardly_ever_prose() -> None:
    prose, label = rows(BOATS)[0], rows("Subscribe to our newsletter")[0]
    assert prose[FURNITURE_BEFORE] < prose[FURNITURE] < 0
    assert label[FURNITURE_BEFORE] == label[FURNITURE] > 0


MEMBER = "You can support our newsletter with a small contribution. Become a member of our site and read it all today."


def less_before(line: str) -> bool:
    """Whether a line, which looks like furniture, does so less before an article."""
    row = rows(line)[0]
    assert row[FURNITURE] > 0
    return row[FURNITURE_BEFORE] < row[FURNITURE]


def test_two_sentences_of_the_site_stand_behind_an_article_rather_than_before_it() -> None:
    assert less_before(MEMBER)


@pytest.mark.parametrize(
    "line",
    [
        MEMBER[:-1],  # no sentence ends it
        MEMBER.replace(". Become", " and become"),  # one sentence
        "You can support our newsletter. Become a member of our site.",  # little is said
    ],
)
def test_less_than_that_stands_before_it_as_well(line: str) -> None:
    assert not less_before(line)


# ---- the title of a page ----

HEADLINE_OF = "Night ferry sails again after six weeks"
MENU = ("Home", "Politics", "Sport", "Weather", "Log in", "Subscribe")


def page(*texts: str) -> Document:
    return clean("\n".join((*texts, BOATS, POSTS)))


def titles(document: Document) -> list[str]:
    return [segment.text for segment in document.segments if segment.role == "title"]


@pytest.mark.parametrize(
    "headline", ["Who sails again?", "Ferry returns", "It sails again. At last, they say", HEADLINE_OF]
)
def test_the_title_of_a_page_and_the_headline_are_both_titles(headline: str) -> None:
    title = f"{headline} | Courier"
    assert titles(page(title, *MENU, headline)) == [title, headline]


@pytest.mark.parametrize(
    ("headline", "behind"),
    [
        ("Who sails again?", "Courier"), ("Ferry returns", "Courier"), ("It sails again. At last, they say", "Courier"),
        (HEADLINE_OF, f"{BOATS[:-1]}, {POSTS[:-1]}"),
    ],
)  # fmt: skip
def test_what_the_title_of_a_page_says_again_is_more_of_a_title_than_alone(headline: str, behind: str) -> None:
    first, *_, last = rows(f"{headline} | {behind}", *MENU, headline)
    assert first[TITLE] > rows(f"{headline} | {behind}")[0][TITLE]
    assert last[TITLE] > rows(headline)[0][TITLE]


def test_a_headline_counts_below_a_title_that_is_too_long_for_one() -> None:
    sales = "the newspaper of the harbour, of the island and of all the villages on the coast, with news of the ferry"
    document = page(f"{HEADLINE_OF} – {sales} office, the bakery and the band, every day but Sunday, for everybody "
                    "who reads and for many who do not", *MENU, HEADLINE_OF)  # fmt: skip
    assert document.metadata.title == HEADLINE_OF
    assert titles(document) == [HEADLINE_OF]


@pytest.mark.parametrize(
    ("title", "again"),
    [
        ("Too late | Harbour Courier", "Too late"),
        ("Hafenmeisterei | Der Kurier am Hafen", "Hafenmeisterei"),
        ("It sails again. At last. They say so | Courier", "It sails again. At last. They say so"),
        ("The night ferry sails again. | Courier", "The night ferry sails again."),
        (f"{HEADLINE_OF} | {BOATS[:-1]}, {POSTS[:-1]}, {BREAD[:-1]}, {BOATS[:-1]}, {POSTS[:-1]}", HEADLINE_OF),
    ],
)
def test_a_word_a_sentence_or_what_is_no_title_makes_no_headline_below(title: str, again: str) -> None:
    first, *_, last = rows(title, *MENU, again)
    assert (first[TITLE], last[TITLE]) == (rows(title)[0][TITLE], rows(again)[0][TITLE])


def test_a_long_first_line_is_a_title_where_it_is_said_again_and_not_alone() -> None:
    long = f"{HEADLINE_OF} in which the island had neither bread nor letters nor visitors, and nobody knows how long"
    assert titles(page(long)) == []
    assert titles(page(long, *MENU, long)) == [long, long]


# ---- dates and bylines at the head of a page ----

TITLE_OF = f"{HEADLINE_OF} | Courier"


def role(document: Document, text: str) -> str:
    return next(segment.role for segment in document.segments if segment.text == text)


@pytest.mark.parametrize(
    "below", [("Share", "3 March 2025", "Print", "Save", "Comments"), ("3 March 2025", "Share", "Print", "Save")]
)
@pytest.mark.parametrize("above", [(HEADLINE_OF,), (TITLE_OF, *MENU, HEADLINE_OF)])
def test_a_date_anywhere_between_headline_and_article_is_the_article_s(
    above: tuple[str, ...], below: tuple[str, ...]
) -> None:
    document = page(*above, *below)
    assert role(document, "3 March 2025") == "date"
    assert {s.kind for s in document.segments if s.text in below and s.text != "3 March 2025"} == {"boilerplate"}


def test_a_date_above_the_headline_is_the_site_s_where_the_page_has_a_title() -> None:
    for head in (("Monday, 10 March 2025", *MENU), (*MENU, "Monday, 10 March 2025"), (*MENU, "10 March 2025", *MENU)):
        document = page(TITLE_OF, *head, HEADLINE_OF, "Share", "3 March 2025", "Print")
        assert [s.text for s in document.segments if s.role == "date"] == ["3 March 2025"]
    assert role(page("3 March 2025", HEADLINE_OF), "3 March 2025") == "date"
    assert role(page("By Joan Bell", "3 March 2025", HEADLINE_OF), "3 March 2025") == "date"


def test_what_only_the_article_has_stays_its_own_above_the_headline() -> None:
    assert role(page(TITLE_OF, "By Joan Bell", HEADLINE_OF), "By Joan Bell") == "byline"
    document = page(TITLE_OF, *MENU, "Author: Jane Doe", "Monday, 10 March 2025", HEADLINE_OF)
    assert role(document, "Author: Jane Doe") == "author"
    assert document.metadata.authors == ("Jane Doe",)


def test_a_date_with_a_key_below_the_headline_is_the_header_s() -> None:
    document = page(HEADLINE_OF, "Share", "Published: 3 March 2025", "Print")
    assert role(document, "Published: 3 March 2025") == "date"
    assert document.metadata.published_at == date(2025, 3, 3)


def test_a_date_with_a_key_among_other_fields_below_the_headline_is_one_of_them() -> None:
    document = page(HEADLINE_OF, "Published: 3 March 2025", "Source: Harbour Courier", "Print")
    assert role(document, "Published: 3 March 2025") == "publish_date"


Sort = tuple[Kind, Role]


def headed(first: Sort, second: Sort, *lines: str) -> str:
    """The role, above an article, of a line that two rules of a house know, each for another thing."""
    own = [
        LineRule(f"house/{role}", "Why.", kind, role, pattern=r"Record \d+", hits=("Record 12",), misses=("No",),
                 weight=weight)
        for (kind, role), weight in ((first, 10.0), (second, 5.0))
    ]  # fmt: skip
    return role(split(repair(decode("\n".join((*lines, BOATS, POSTS)))), rules=(*RULES, *own)), "Record 12")


HEADS = pytest.mark.parametrize(
    "lines",
    [
        (TITLE_OF, "Record 12", HEADLINE_OF),
        (TITLE_OF, "Record 12", HEADLINE_OF, "3 March 2025"),
        ("Record 12", HEADLINE_OF, "3 March 2025"),
        (HEADLINE_OF, "Record 12"),
    ],
)


@HEADS
@pytest.mark.parametrize("second", [("header", "dateline"), ("boilerplate", "widget")])
@pytest.mark.parametrize("field", ["field", "publish_date"])
def test_a_field_at_the_head_stays_one_though_it_might_be_something_else(
    field: Role, second: Sort, lines: tuple[str, ...]
) -> None:
    assert headed(("footer", field), second, *lines) == field


def test_without_a_title_of_the_page_a_dateline_above_the_headline_stays_one_though_it_might_be_a_widget() -> None:
    for lines in (("Record 12", HEADLINE_OF, "3 March 2025"), ("Record 12", HEADLINE_OF), (HEADLINE_OF, "Record 12")):
        assert headed(("header", "dateline"), ("boilerplate", "widget"), *lines) == "dateline"


def test_a_widget_above_the_headline_stays_one_though_it_might_be_a_dateline() -> None:
    for lines in ((TITLE_OF, *MENU, "Record 12", HEADLINE_OF), (TITLE_OF, *MENU, "Record 12", "Share", HEADLINE_OF)):
        assert headed(("boilerplate", "widget"), ("header", "dateline"), *lines) == "widget"


def test_a_date_on_a_line_that_a_house_knows_is_not_the_article_s() -> None:
    line = "Record of Ellery, 3 March 2025"
    own = LineRule("house/record", "Why.", "boilerplate", "widget", pattern="Record .+", hits=(line,), misses=("No",))
    for above in ((HEADLINE_OF,), (TITLE_OF, *MENU, HEADLINE_OF)):
        raw = "\n".join((*above, line, BOATS, POSTS))
        known, unknown = split(repair(decode(raw)), rules=(*RULES, own)), clean(raw)
        assert (role(known, line), known.metadata.published_at) == ("widget", None)
        assert role(unknown, line) == "date"


# ---- lines that come back on other pages ----

SHARED = "This is what our readers in the whole of the north asked us about in the past week."


def with_shared(shared: tuple[str, ...], *texts: str) -> Document:
    """The document of a page of a site of which ten pages have these lines."""
    site = count(["\n".join([f"{n}{n} boats were lost", *shared]) for n in "abcdefghij"]).furniture()
    return split(repair(decode("\n".join(texts))), furniture=site)


def test_a_shared_line_speaks_for_furniture() -> None:
    site = count([SHARED] * 5).furniture()
    known, unknown = blocks(SHARED, furniture=site)[0], blocks(SHARED)[0]
    assert known.look > unknown.look
    assert (known.frequent, unknown.frequent) == (True, False)


def test_a_shared_footer_stays_a_footer_and_a_shared_paragraph_is_no_article() -> None:
    document = with_shared((SHARED, "© 2024 Pier Post"), BOATS, SHARED, POSTS, "© 2024 Pier Post", "Source: dpa")
    assert [(s.kind, s.rule) for s in document.segments if s.text in (SHARED, "© 2024 Pier Post")] == [
        ("boilerplate", "corpus/frequent-line"), ("footer", "footer/copyright-notice"),
    ]  # fmt: skip
    assert [segment.text for segment in document.body] == [BOATS, POSTS]
    assert document.segments[-1].rule == "field/source-name"


def test_a_shared_menu_does_not_count_for_the_share_of_the_article() -> None:
    menu = ("Harbour and island", "Weather and tides", "Letters to the editor", "Ferry times today") * 3
    document = with_shared((SHARED, *menu), *menu, BOATS, SHARED, POSTS)
    assert [segment.text for segment in document.body] == [BOATS, POSTS]


def test_less_than_half_of_an_article_may_be_shared_and_more_is_a_page_counted_over_and_over() -> None:
    assert [s.text for s in with_shared((SHARED,), BOATS, SHARED).body] == [BOATS]
    short = f"{SHARED[:-1]} and in the one before."
    assert [s.text for s in with_shared((short,), "The boats left for good.", short).body] == [
        "The boats left for good.", short,
    ]  # fmt: skip


def test_only_what_nobody_knows_by_itself_is_named_for_coming_back() -> None:
    shared = ("Weather", "Contact us", HEADLINE_OF)
    document = with_shared(shared, BOATS, HEADLINE_OF, POSTS, "Weather", "Politics", "Contact us", "Imprint")
    assert [s.rule for s in document.segments if s.text != BOATS and s.text != POSTS] == [
        "shape/headline", "corpus/frequent-line", "shape/furniture", "phrase/navigation", "phrase/legal",
    ]  # fmt: skip


# ---- what a line is called that no rule knows ----


def called(line: str) -> str:
    return role(clean("\n".join((BOATS, POSTS, "Imprint", line, "Contact us", "Log in"))), line)


@pytest.mark.parametrize(
    "line",
    ["Another bridge on the bay is gone", "Harbourmaster leaves without farewell", "Is another bridge at sea gone?"],
)
def test_among_furniture_a_few_words_like_a_headline_s_are_one(line: str) -> None:
    assert called(line) == "headline"


@pytest.mark.parametrize(
    "line", ["A bridge is gone now", "Donaudampfschifffahrt ahoi ihr", "Our readers know their own bakery."]
)
def test_among_furniture_few_letters_few_words_or_a_sentence_are_none(line: str) -> None:
    assert called(line) == "other"


# ---- what a line says by itself ----


def less(line: str) -> bool:
    """Whether a line looks less like furniture at large than its look alone says."""
    block = blocks(line)[0]
    return block.row[FURNITURE] < block.usual


TWO = "The ferry lies at its berth in the harbour of the town, says the office. It will stay there for all the winter."


@pytest.mark.parametrize(
    "line",
    [TWO, "A halászok a kikötőben várnak a hajóra, mondta a polgármester kedden. Azóta sem jött senki a szigetre."],
)
def test_sentences_that_do_not_speak_of_the_site_are_hardly_furniture(line: str) -> None:
    assert less(line)


@pytest.mark.parametrize(
    "line",
    [
        TWO[:-1],  # no sentence ends it
        TWO.replace(". It", ", and it"),  # one sentence
        "The ferry lies at its berth. It will stay there.",  # little is said
        TWO.replace("the office", "our newsletter"),  # of the site
        "Wir haben die Fähre für Sie getestet, wie jeden Winter in diesem Hafen. "
        "Lesen Sie alles über die Boote und den Kai.",  # to the reader
    ],
)
def test_less_than_that_or_of_the_site_or_to_its_readers_may_be(line: str) -> None:
    assert not less(line)


@pytest.mark.parametrize("credit", ["Fot. PAP/Ewa Lis", "Photo by Joan Bell"])
@pytest.mark.parametrize("other", ["Editor: Jo Bell", "(With inputs from agencies)", "Editor: Ann Roe, Photo Desk"])
def test_a_credit_is_a_picture_s_by_how_it_begins(credit: str, other: str) -> None:
    assert look(CAPTION, credit, POSTS) > look(CAPTION, other, POSTS) == look(CAPTION, BOATS, POSTS)


@pytest.mark.parametrize("credit", ["Foto Ann Roe, dpa", "Bild von Ann Roe, dpa", "Photograph by Ann Roe/Reuters"])
def test_who_took_a_picture_for_an_agency_says_as_much_of_the_sentence_above_as_a_key_does(credit: str) -> None:
    keyed, named = look(BOATS, "Photo: Ann Roe", POSTS), look(BOATS, "Ann Roe/Harbour Press", POSTS)
    assert look(BOATS, credit, POSTS) == keyed > named


@pytest.mark.parametrize("line", ["Photo of the day", "Fotogalerie", "Bildergalerie"])
def test_what_else_begins_with_a_picture_credits_none(line: str) -> None:
    document = clean("\n".join((BOATS, POSTS, line, BREAD, LONG)))
    assert [segment.kind for segment in document.segments] == ["body", "body", "boilerplate", "body", "body"]


@pytest.mark.parametrize("line", ["Par Luc Marchand avec AFP", "홍길동 기자", "Von Anna Muster, dpa"])
def test_who_wrote_is_the_author_and_not_one_who_is_credited(line: str) -> None:
    roles = {witness.rule.role for witness in blocks(line)[0].witnesses}
    assert roles >= {"byline", "author"}
    assert "credit" not in roles
    assert clean(f"{LONG}\n{line}").segments[-1].role == "author"
    assert clean(f"{line}\nNight ferry sails again after six weeks\n{LONG}").metadata.authors


@pytest.mark.parametrize("line", [BOATS, BOATS[:-1], LONG, "It rained."])
def test_by_itself_prose_is_article_rather_than_a_summary(line: str) -> None:
    row = blocks(line)[0].row
    assert row[SUMMARY] < row[BODY]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_a_key_and_its_value_say_the_same_over_any_line_end(end: str) -> None:
    for key, value in (("Author:", "Jo Lind"), ("Source:", "Pier Post"), ("Tags:", "sea, boats")):
        over_that, over_one = blocks(f"{key}{end}{value}")[0], blocks(f"{key}\n{value}")[0]
        assert over_that.row == over_one.row
        assert over_that.witnesses == over_one.witnesses


def test_of_rules_that_say_as_much_the_first_names_the_line_whatever_gates_they_have() -> None:
    def numbered(text: str) -> bool:
        return text[-1:].isdigit()

    sorts = (("crates", r"Crate \d+", numbered), ("plain", r"Record \d+", None), ("numbered", r".+ \d+", numbered))
    own = [
        LineRule(f"house/{name}", "Why.", "footer", "field", pattern=pattern, gate=gate,
                 hits=("Crate 12" if name == "crates" else "Record 12",), misses=("No",))
        for name, pattern, gate in sorts
    ]  # fmt: skip
    for rules in ((*RULES, *own), (*own, *RULES)):
        document = split(repair(decode(f"{BOATS}\nRecord 12\n{POSTS}")), rules=rules)
        assert [segment.rule for segment in document.footer] == ["house/plain"]


def test_a_key_that_announces_a_list_is_no_field() -> None:
    assert {witness.rule.kind for witness in blocks("Mehr zum Thema:")[0].witnesses} == {"boilerplate"}


def test_without_furniture_no_line_comes_back_on_other_pages() -> None:
    assert [block.frequent for block in blocks(BOATS, "Share")] == [False, False]
