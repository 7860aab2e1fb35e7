"""Which line above the article is the headline where nothing says it again, and what stands around it."""

from datetime import date, datetime

import pytest

from syndclean import Document, clean

ARTICLE = (
    "The night ferry sails again from Friday, the harbour office said after a meeting of three hours. Residents of the "
    "island had waited six weeks for it, and had written to the minister twice.",
    "Two mooring posts were found cracked in January, and the eastern berth was closed at once. Divers looked at all "
    "forty posts since then; they replaced eleven of them and drained the pump house.",
)
HEADLINE = "Night ferry sails again after six weeks"
OTHER = "Village bakery wins regional prize with a recipe from 1911"
LONG = f"{HEADLINE} in which the island had no bread, no letters and no visitors, and nobody could say for how long"
MENU = ("Home", "Politics", "Sport", "Weather", "Log in", "Subscribe")


def page(*lines: str) -> Document:
    return clean("\n".join(lines))


def titles(document: Document) -> list[str]:
    return [segment.text for segment in document.segments if segment.role == "title"]


# ---- below what stands a byline or a date ----------------------------------------------------------------------------


@pytest.mark.parametrize("sign", ["By Jo Lind", "3 March 2025", "Published: 3 March 2025", "Author: Jo Lind"])
@pytest.mark.parametrize("between", [("Share",), ("Share", "Copy link")])
def test_the_headline_stands_closely_above_a_byline_or_a_date(sign: str, between: tuple[str, ...]) -> None:
    document = page(*MENU, HEADLINE, *between, sign, *ARTICLE)
    assert titles(document) == [HEADLINE]
    assert document.metadata.title == HEADLINE
    assert document.text == "\n\n".join(ARTICLE)


@pytest.mark.parametrize("sign", ["By Jo Lind", "3 March 2025"])
def test_it_does_not_stand_far_above_one_nor_above_none_unless_the_article_says_the_same(sign: str) -> None:
    for headline, found in ((OTHER, []), (HEADLINE, [HEADLINE])):
        assert titles(page(*MENU, headline, "Share", "Copy link", "Listen", sign, *ARTICLE)) == found
        assert titles(page(*MENU, headline, "Share", "Copy link", *ARTICLE)) == found


def test_the_last_that_reads_like_one_is_it_or_none_is_unless_the_article_says_the_same() -> None:
    assert titles(page(*MENU, OTHER, "Share", HEADLINE, "Share", "By Jo Lind", *ARTICLE)) == [HEADLINE]
    another = "Water tower becomes a museum after all"
    assert titles(page(*MENU, another, "Share", "By Jo Lind", OTHER, "Share", "Copy link", *ARTICLE)) == []
    assert titles(page(*MENU, HEADLINE, "Share", "By Jo Lind", OTHER, "Share", "Copy link", *ARTICLE)) == [HEADLINE]


@pytest.mark.parametrize(
    "label",
    [
        "Boats and harbours",  # too short
        "Schifffahrtsnachrichten Hafenbericht heute",  # too few words
        "The boats in the eastern harbour of the town (Pier Press)",  # a caption
        "It is what the harbour office said on Friday evening.",  # a sentence
        "• The boats in the eastern harbour of the town",  # an item
    ],
)
def test_a_label_a_caption_and_a_sentence_are_none(label: str) -> None:
    assert titles(page(*MENU, label, "Share", "By Jo Lind", *ARTICLE)) == []


def test_a_dateline_right_below_tells_a_long_one() -> None:
    dated = f"PORT ELLERY, March 3 (Reuters) - {ARTICLE[0]}"
    assert titles(page(*MENU, LONG, dated, ARTICLE[1])) == [LONG]
    assert titles(page(*MENU, LONG, "Share", dated, ARTICLE[1])) == []
    assert titles(page(*MENU, LONG, "Share", *ARTICLE)) == []


def test_a_key_with_the_author_behind_it_is_a_byline_only_above_the_article() -> None:
    for line in ("Text: Jo Lind", "Autor: Jo Lind"):
        above, behind = page(HEADLINE, line, *ARTICLE), page(HEADLINE, *ARTICLE, line)
        assert (above.segments[1].kind, above.segments[1].role) == ("header", "byline")
        assert (behind.segments[-1].kind, behind.segments[-1].role) == ("footer", "author")
        assert above.metadata.authors == behind.metadata.authors == ("Jo Lind",)


def test_a_headline_far_down_a_page_that_begins_with_a_label() -> None:
    assert titles(page(*MENU, *MENU, HEADLINE, "Share", "By Jo Lind", *ARTICLE)) == [HEADLINE]


@pytest.mark.parametrize("headline", [HEADLINE, LONG])
@pytest.mark.parametrize("fields", [("Source: Pier Post",), ("Source: Pier Post", "Tags: sea"), ("Source:", "Pier")])
def test_fields_may_stand_between_the_headline_and_its_date(headline: str, fields: tuple[str, ...]) -> None:
    for menu in (("Most read",), MENU):
        assert titles(page(*menu, headline, *fields, "Updated: 4 March 2025", *ARTICLE)) == [headline]


# ---- the section -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("section", ["Sport / Boats", "Sport", "Home › Boats", "Vesti | Društvo"])
@pytest.mark.parametrize("between", [(), ("Log in", "Share")])
def test_a_label_above_the_headline_is_its_section(section: str, between: tuple[str, ...]) -> None:
    document = page(section, *between, HEADLINE, "By Jo Lind", *ARTICLE)
    assert titles(document) == [HEADLINE]
    assert document.metadata.title == HEADLINE
    assert document.segments[0].role in ("breadcrumb", "navigation")


@pytest.mark.parametrize("between", [(), ("Log in",), ("Menu", "Search")])
def test_so_it_is_where_only_the_byline_tells_the_headline(between: tuple[str, ...]) -> None:
    document = page("Sport / Boats", *between, HEADLINE, "Share", "By Jo Lind", *ARTICLE)
    assert titles(document) == [HEADLINE]
    assert document.segments[0].role == "breadcrumb"
    assert titles(page(OTHER, *between, HEADLINE, "Share", "By Jo Lind", *ARTICLE)) == [HEADLINE]


@pytest.mark.parametrize("sign", ["By Jo Lind", "3 March 2025", "PORT ELLERY, March 3 (Reuters) -", "ویب ڈیسک"])
@pytest.mark.parametrize("buttons", [("Share",), ("Share", "Copy link")])
def test_below_a_section_any_sign_tells_the_headline_across_a_button_or_two(
    sign: str, buttons: tuple[str, ...]
) -> None:
    for menu in ((), ("Log in",)):
        document = page("Sport / Boats", *menu, HEADLINE, *buttons, sign, *ARTICLE)
        assert titles(document) == [HEADLINE]
        assert document.segments[0].role == "breadcrumb"


def test_a_label_alone_or_above_another_is_the_title() -> None:
    assert titles(page("Sport / Boats", "By Jo Lind", *ARTICLE)) == ["Sport / Boats"]
    assert titles(page(HEADLINE, OTHER, "By Jo Lind", *ARTICLE))[0] == HEADLINE


def test_a_short_headline_that_stands_there_twice_is_no_section() -> None:
    for menu in ((), ("Share", "Copy link")):
        document = page("Harbour repairs", *menu, "Harbour repairs", *ARTICLE)
        assert titles(document) == ["Harbour repairs", "Harbour repairs"]
        assert document.metadata.title == "Harbour repairs"


# ---- what says the title of the page in other words ------------------------------------------------------------------

TITLE = "Night ferry to Ellery sails again: what passengers must know | Harbour Courier"
NEAR, NEARER = "Ferry to Ellery sails once more for all of them", "Passengers can take the night ferry to Ellery again"


def test_the_nearest_words_are_the_headline_s() -> None:
    for lines in ((NEAR, "Share", NEARER), (NEARER, "Share", NEAR)):
        document = page(TITLE, *MENU, *MENU, *lines, "Copy link", *ARTICLE)
        assert titles(document) == [TITLE, NEARER]
        assert document.metadata.title == NEARER


def test_of_two_that_are_as_near_the_one_by_the_article_is() -> None:
    again = NEARER.replace("can", "may")
    assert titles(page(TITLE, *MENU, *MENU, NEARER, "Share", again, "Copy link", *ARTICLE)) == [TITLE, again]


def test_what_a_rule_knows_or_ends_as_a_sentence_is_not() -> None:
    for line in (f"Read more: {NEARER}", f"{NEARER}."):
        assert line not in titles(page(TITLE, *MENU, *MENU, line, "Copy link", *ARTICLE))


def test_a_short_page_keeps_the_titles_that_it_has() -> None:
    document = page(TITLE, NEARER, "By Jo Lind", *ARTICLE)
    assert titles(document)[0] == TITLE
    assert document.metadata.title == TITLE.partition(" | ")[0]


def test_far_below_a_long_title_the_headline_of_another_article_is_not_the_page_s() -> None:
    for line, title in ((OTHER, TITLE.partition(" | ")[0]), (NEARER, NEARER)):
        assert page(TITLE, *MENU, line, *ARTICLE).metadata.title == title


@pytest.mark.parametrize("behind", [0, 1])
def test_a_deck_is_a_summary_and_a_button_is_none(behind: int) -> None:
    deck = "The harbour office says that the mooring posts are safe, and that fares will not change"
    lines = [NEARER, *["Copy link"][:behind], deck, "Copy the link"]
    roles = {segment.text: segment.role for segment in page(TITLE, *MENU, *MENU, *lines, *ARTICLE).segments}
    assert roles["Copy the link"] not in ("title", "summary")
    assert roles[deck] == ("summary" if not behind else roles[deck])
    assert roles[deck] != "title"


def test_a_short_sentence_below_the_headline_is_its_summary_also_on_a_page() -> None:
    summary = "Residents had waited six weeks for it."
    for head in ((), (f"{HEADLINE} | Courier", *MENU), (f"{HEADLINE} | Courier", *MENU, *MENU)):
        document = page(*head, HEADLINE, summary, "By Jo Lind", *ARTICLE)
        assert [segment.text for segment in document.segments if segment.role == "summary"] == [summary]


def test_the_headline_of_another_article_is_no_summary_above_this_one_s() -> None:
    other = "Village bakery wins the first prize of the region with a recipe of 1911"
    heads = ((other,), (NEARER, other), (other, "By Joan Bell"), (NEARER, other, "By Joan Bell"))
    for lines in ((*head, *MENU, *MENU, NEARER) for head in heads):
        document = page(f"{NEARER} | Courier", *lines, "Copy link", *ARTICLE)
        assert [segment.role for segment in document.segments if segment.text == other] == ["navigation"]


# ---- a date among few words ------------------------------------------------------------------------------------------


DATED = "Port Ellery, 3 March 2025"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ((), ()),
        ((), ("Island correspondent",)),
        ((), ("Vol. 3, 4 April 2025",)),
        (("Monday, 10 March 2025",), ()),
        (("Harbour Courier",), ("Island correspondent",)),
    ],
)
def test_a_date_among_few_words_right_below_the_headline_of_a_short_page_is_the_article_s(
    above: tuple[str, ...], below: tuple[str, ...]
) -> None:
    document = page(*above, HEADLINE, DATED, *below, *ARTICLE)
    assert document.metadata.published_at == date(2025, 3, 3)
    assert [segment.text for segment in document.segments if segment.role == "date"] == [DATED]


@pytest.mark.parametrize("lines", [("By Jo Lind",), ("Rain in the south", "By Jo Lind"), ("Jo Lind", "10:15")])
def test_a_bulletin_named_by_its_day_has_that_for_its_title(lines: tuple[str, ...]) -> None:
    bulletin = "Weather for 3 March 2025"
    assert page(bulletin, *lines, *ARTICLE).metadata.title == bulletin


def test_a_date_among_few_words_is_no_headline_where_a_day_and_a_section_stand_above_it() -> None:
    document = page("Monday, 10 March 2025", "Sport", HEADLINE, DATED, *ARTICLE)
    assert document.metadata.title == HEADLINE
    assert document.metadata.published_at == date(2025, 3, 3)


@pytest.mark.parametrize("above", [(f"{HEADLINE} | Courier",), (f"{HEADLINE} | Courier", "News of the island")])
def test_so_is_one_right_above_the_headline_of_a_short_page(above: tuple[str, ...]) -> None:
    document = page(*above, DATED, HEADLINE, *ARTICLE)
    assert document.metadata.published_at == date(2025, 3, 3)
    assert document.metadata.title == HEADLINE


@pytest.mark.parametrize(
    ("above", "below", "published"),
    [
        ((), ("Port Ellery, 3 March 2025",), date(2025, 3, 3)),
        ((), ("Share", "Port Ellery, 3 March 2025"), date(2025, 3, 3)),
        ((), ("Port Ellery, 3 March 2025", "Vol. 3, 4 April 2025"), date(2025, 3, 3)),
        (("Port Ellery, 3 March 2025",), (), date(2025, 3, 3)),
        (("Port Ellery, 3 March 2025", "Share", "Copy link", "Listen"), (), None),
        (("Port Ellery, 3 March 2025",), ("4 March 2025",), date(2025, 3, 4)),
        (("Port Ellery, 3 March 2025",), ("Vol. 3, 4 April 2025",), date(2025, 4, 4)),
        ((), ("The whole winter until 3 March 2025",), None),
        ((), ("Read more: Ferry of 3 March 2025",), None),  # another article's
        ((), ("Photo: Pier Press, 3 March 2025",), None),  # the picture's
    ],
)
def test_a_date_among_few_words(above: tuple[str, ...], below: tuple[str, ...], published: date | None) -> None:
    metadata = page(f"{HEADLINE} | Courier", *MENU, *above, HEADLINE, *below, *ARTICLE).metadata
    assert metadata.published_at == published


# ---- names -----------------------------------------------------------------------------------------------------------


def test_a_name_with_its_date_gives_both() -> None:
    metadata = page(f"{HEADLINE} | Courier", *MENU, HEADLINE, "Jo Lind25.03.2024, 10:15", "Share", *ARTICLE).metadata
    assert (metadata.authors, metadata.published_at) == (("Jo Lind",), datetime(2024, 3, 25, 10, 15))


@pytest.mark.parametrize(
    "lines",
    [
        ("Jo Lind Bell of the Harbour Office 2 minutes ago",),  # more than a name
        ("Share", "Speed Read", "Share"),  # words of every day
        ("Jo Lind", "Photo: Pier Press"),  # who is in the picture
    ],
)
def test_other_names_are_nobody_s(lines: tuple[str, ...]) -> None:
    assert page(f"{HEADLINE} | Courier", *MENU, HEADLINE, *lines, *ARTICLE).metadata.authors == ()


def test_a_lead_and_a_name_may_be_all_that_stands_above_the_article() -> None:
    document = page("By", "Jo Lind", *ARTICLE)
    assert [(s.text, s.role) for s in document.header] == [("Jo Lind", "byline")]
    assert document.metadata.authors == ("Jo Lind",)


@pytest.mark.parametrize("lead", ["By", "Text", "Author:"])
def test_a_lead_with_which_a_page_ends_says_nothing_of_its_first_line(lead: str) -> None:
    document = page("Anna Muster", *ARTICLE, lead)
    assert (document.metadata.title, document.metadata.authors) == ("Anna Muster", ())


def test_who_is_told_of_above_the_article_did_not_write_it() -> None:
    told = "Jo Lind is a reporter in Ellery"
    below = page(f"{HEADLINE} | Courier", *MENU, HEADLINE, "Jo Lind", "Share", *ARTICLE, "Imprint", told)
    assert below.metadata.authors == ("Jo Lind",)
    above = page(f"{HEADLINE} | Courier", *MENU, "Jo Lind", "Share", HEADLINE, "Share", *ARTICLE, "Imprint", told)
    assert above.metadata.authors == ()


# ---- what stands around it and is another thing ----------------------------------------------------------------------


def test_a_sentence_above_the_menu_is_no_title_of_the_page() -> None:
    banner = "The night ferry to Ellery sails again, and passengers can read here what they must know."
    assert titles(page(banner, *MENU, *MENU, NEARER, "Copy link", *ARTICLE)) == [NEARER]
    assert titles(page(banner, *MENU, *MENU, HEADLINE, "By Jo Lind", *ARTICLE)) == [HEADLINE]


def test_below_a_headline_that_is_known_the_headline_of_another_article_is_none() -> None:
    assert titles(page(HEADLINE, OTHER, "Share", "By Jo Lind", *ARTICLE)) == [HEADLINE]


def test_the_headline_may_stand_right_below_the_title_of_the_page() -> None:
    document = page(TITLE, NEARER, *MENU, *MENU, *ARTICLE)
    assert titles(document) == [TITLE, NEARER]


def test_what_is_long_is_a_summary_right_below_the_headline_and_nowhere_else() -> None:
    teaser = "Village bakery wins the regional prize with a recipe from 1911, and so does the pier"
    for lines in ((teaser, NEARER), (teaser, "Share", NEARER, "Copy link"), (NEARER, "Copy link", teaser, "Listen")):
        roles = {segment.text: segment.role for segment in page(TITLE, *MENU, *MENU, *lines, *ARTICLE).segments}
        assert roles[NEARER] == "title"
        assert roles[teaser] == "navigation"


def test_a_long_one_may_be_the_first_line() -> None:
    for sign in ("By Jo Lind", "Share", "3 March 2025"):
        assert titles(page(LONG, sign, "By Jo Lind", *ARTICLE)) == [LONG]


@pytest.mark.parametrize("sign", ["By Jo Lind", "3 March 2025", "Published: 3 March 2025", "Author: Jo Lind"])
@pytest.mark.parametrize("headline", [HEADLINE, LONG, TITLE])
def test_the_sign_may_stand_right_below_the_headline_and_a_label_above_it(sign: str, headline: str) -> None:
    for menu in (MENU, ("Weather",)):
        assert titles(page(*menu, headline, sign, *ARTICLE)) == [headline]


def test_without_a_sign_a_long_line_right_above_the_article_is_no_headline() -> None:
    assert titles(page(*MENU, LONG, *ARTICLE)) == []


# ---- dates around it -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("between", "published"),
    [
        (("Share",), date(2025, 3, 3)),
        (("Share", "Copy link"), date(2025, 3, 3)),
        (("Share", "Copy link", "Listen"), None),
        (MENU, None),
    ],
)
def test_a_date_among_few_words_stands_within_three_lines_above_the_headline(
    between: tuple[str, ...], published: date | None
) -> None:
    for menu in (MENU, MENU[:1]):
        above = (f"{HEADLINE} | Courier", *menu, "Port Ellery, 3 March 2025")
        assert page(*above, *between, HEADLINE, *ARTICLE).metadata.published_at == published


def test_the_nearest_date_among_few_words_is_taken() -> None:
    far, near = ("Port Ellery, 1 January 1990", *MENU), "Port Ellery, 3 March 2025"
    for lines in (
        (*far, near, HEADLINE), (*far, near, "Share", HEADLINE), (near, HEADLINE, *MENU, *MENU), (*far, HEADLINE, near),
    ):  # fmt: skip
        metadata = page(f"{HEADLINE} | Courier", *lines, *ARTICLE).metadata
        assert (metadata.title, metadata.published_at) == (HEADLINE, date(2025, 3, 3))


@pytest.mark.parametrize("menu", [("Listen",), MENU, (*MENU, *MENU)])
@pytest.mark.parametrize("headline", [HEADLINE, TITLE])
def test_the_day_above_the_headline_is_the_site_s_where_a_name_and_a_date_stand_below(
    menu: tuple[str, ...], headline: str
) -> None:
    day = "Monday, 10 March 2025"
    for article in (ARTICLE, ARTICLE[1:]):
        document = page(*menu, day, headline, "Anna Muster", "3 March 2025", *article)
        assert document.metadata.published_at == date(2025, 3, 3)
        assert [segment.role for segment in document.segments if segment.text == day] == ["date_stamp"]


def test_a_day_right_above_the_headline_is_the_site_s_where_the_page_has_a_title_and_an_update_stands_below() -> None:
    day = "Monday, 10 March 2025"
    document = page(f"{HEADLINE} | Courier", *MENU, day, HEADLINE, "Updated: 4 March 2025", *ARTICLE)
    assert [segment.role for segment in document.segments if segment.text == day] == ["date_stamp"]
    assert document.metadata.published_at is None


@pytest.mark.parametrize("clock", ["10:15", "Today", "2 hours ago"])
def test_a_clock_is_no_date_of_the_article_but_a_name_beside_it_is_its_author(clock: str) -> None:
    above = page(f"{HEADLINE} | Courier", *MENU, clock, HEADLINE, *ARTICLE)
    below = page(HEADLINE, "Jo Lind", clock, *ARTICLE)
    ago = "date_stamp" if clock == "10:15" else "date"  # how long ago the article appeared says when, but not the day
    for document, authors, role in ((above, (), "date_stamp"), (below, ("Jo Lind",), ago)):
        assert (document.metadata.published_at, document.metadata.authors) == (None, authors)
        assert [segment.role for segment in document.segments if segment.text == clock] == [role]


@pytest.mark.parametrize("day", ["Monday, 3 March 2025", "3 March 2025"])
def test_a_day_above_the_headline_stays_the_article_s_whatever_field_stands_behind(day: str) -> None:
    document = page(day, HEADLINE, *ARTICLE, "Published: 3 March 2025")
    assert [segment.role for segment in document.segments if segment.text == day] == ["date"]


def test_beside_the_date_of_the_article_another_among_few_words_is_nothing() -> None:
    other = "Port Ellery, 1 January 1990"
    for lines in (("3 March 2025", other), (other, "3 March 2025"), (other, "Share", "Updated: 3 March 2025")):
        document = page(f"{HEADLINE} | Courier", *MENU, HEADLINE, *lines, *ARTICLE)
        assert [segment.role for segment in document.segments if segment.text == other] == ["navigation"]


def test_a_credit_with_a_date_stays_a_credit() -> None:
    credit = "Photo: Pier Press, 3 March 2025"
    document = page(f"{HEADLINE} | Courier", *MENU, HEADLINE, credit, *ARTICLE)
    assert [segment.role for segment in document.segments if segment.text == credit] == ["credit"]


# ---- names around it -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("headline", [HEADLINE, "Too late"])
@pytest.mark.parametrize("dated", ["3 March 2025", "Updated: 4 March 2025"])
def test_names_on_both_sides_of_a_date_are_both_the_authors(headline: str, dated: str) -> None:
    for article in (ARTICLE, ARTICLE[1:]):
        metadata = page(headline, "Margaret Oduya", dated, "Anna Muster", *article).metadata
        assert (metadata.title, metadata.authors) == (headline, ("Margaret Oduya", "Anna Muster"))


def test_another_name_takes_nothing_from_the_author_s() -> None:
    told = ("Read more", "Margaret Oduya is a reporter in Port Ellery")
    menu = page(f"{HEADLINE} | Courier", *MENU, "Anna Muster", HEADLINE, "Share", "Margaret Oduya", *ARTICLE, *told)
    site = page(HEADLINE, "Harbour Courier", "Share", "Margaret Oduya", "3 March 2025", *ARTICLE)
    for document in (menu, site):
        assert document.metadata.authors == ("Margaret Oduya",)


@pytest.mark.parametrize("dated", ["3 March 2025", "Updated: 4 March 2025"])
@pytest.mark.parametrize("headline", ["Harbour repairs", "Anna Muster"])
def test_two_words_below_a_date_alone_are_the_headline(dated: str, headline: str) -> None:
    for article in (ARTICLE, ARTICLE[:1]):
        metadata = page(dated, headline, *article).metadata
        assert (metadata.title, metadata.authors) == (headline, ())


def test_a_headline_that_may_be_a_name_takes_no_author_from_the_line_below_the_date() -> None:
    for article in (ARTICLE, ARTICLE[1:], ARTICLE[:1]):
        metadata = page("Harbour Courier", "Published: 3 March 2025", "Margaret Oduya", *article).metadata
        assert (metadata.title, metadata.authors) == ("Harbour Courier", ("Margaret Oduya",))


def test_a_section_that_stands_there_twice_is_not_the_headline() -> None:
    document = page("Sport / Boats", *MENU, "Sport / Boats", HEADLINE, "By Jo Lind", *ARTICLE)
    assert document.metadata.title == HEADLINE


@pytest.mark.parametrize("below", ["3 March 2025", "Published: 3 March 2025"])
def test_a_day_above_the_headline_is_the_site_s_where_the_article_s_stands_below(below: str) -> None:
    document = page("Listen", "Monday, 10 March 2025", HEADLINE, below, *ARTICLE)
    assert document.metadata.published_at == date(2025, 3, 3)
    assert document.text == "\n\n".join(ARTICLE)


def test_a_place_with_its_date_between_the_title_of_the_page_and_the_headline_is_no_title() -> None:
    document = page(f"{HEADLINE} | Courier", "Port Ellery, 3 March 2025", HEADLINE, *ARTICLE)
    assert titles(document) == [f"{HEADLINE} | Courier", HEADLINE]
    assert document.metadata.published_at == date(2025, 3, 3)


def test_a_day_above_the_headline_is_the_article_s_where_only_its_update_stands_below() -> None:
    document = page("Monday, 3 March 2025", HEADLINE, "Updated: 10 March 2025", *ARTICLE)
    assert document.metadata.published_at == date(2025, 3, 3)
    assert document.metadata.updated_at == date(2025, 3, 10)


def test_the_name_with_which_the_page_begins_is_the_site_s_and_nobody_s() -> None:
    assert page("Harbour Courier", "Harbour Courier", "3 March 2025", *ARTICLE).metadata.authors == ()
    assert page("Harbour Courier", "Jo Lind", "3 March 2025", *ARTICLE).metadata.authors == ("Jo Lind",)


# ---- datelines on a line of their own --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "location", "agency"),
    [
        ("PORT ELLERY, March 3 (Reuters) -", "PORT ELLERY", "Reuters"),
        ("KIEL, 3. März (dpa) –", "KIEL", "dpa"),
        ("PORT ELLERY, March 3, 2025 /PRNewswire/ --", "PORT ELLERY", "PR Newswire"),
        ("(부산=연합뉴스) 홍길동 기자 =", "부산", "연합뉴스"),
        ("【ソウル＝山田花子】", "ソウル", None),
    ],
)
@pytest.mark.parametrize("above", [(HEADLINE,), (*MENU, HEADLINE), ()])
def test_a_dateline_alone_is_no_headline(
    line: str, location: str, agency: str | None, above: tuple[str, ...]
) -> None:
    document = page(*above, line, *ARTICLE)
    assert [s.text for s in document.segments if s.role == "dateline"] == [line]
    assert (document.metadata.location, document.metadata.agency) == (location, agency)
    assert document.metadata.title == (HEADLINE if above else None)
    assert document.text == "\n\n".join(ARTICLE)


@pytest.mark.parametrize(
    "line",
    ["Updated 2 hours ago", "Update: 2 uur geleden", "Aktualisiert vor 2 Stunden", "Mis à jour il y a 2 heures",
     "Обновлено: 2 часа назад", "Güncelleme: 2 saat önce", "নিজস্ব প্রতিবেদক", "ویب ڈیسک"],
)  # fmt: skip
def test_how_long_ago_and_a_reporter_without_a_name_are_no_titles(line: str) -> None:
    document = page(HEADLINE, line, *ARTICLE)
    assert titles(document) == [HEADLINE]
    assert [segment.kind for segment in document.segments] == ["header", "header", "body", "body"]
    assert document.metadata.authors == ()


def test_a_date_among_few_words_below_a_short_headline_is_no_title() -> None:
    first = "夜間渡輪將於週五恢復航行，港務辦公室週一表示。島上居民已經等了六個星期，並兩次寫信給部長。"
    last = "一月時發現兩根繫船柱裂開，東側碼頭隨即關閉。工人檢查了全部四十根柱子。"
    dated = "2025-03-03 14:20 海港報 記者王小明／綜合報導"
    document = page("夜間渡輪恢復航行", dated, first, "延伸閱讀：冬季時刻表", last)
    assert titles(document) == ["夜間渡輪恢復航行"]
    assert document.metadata.published_at == datetime(2025, 3, 3, 14, 20)
    assert document.text == f"{first}\n\n{last}"


# ---- labels, decks and names about the headline ----


@pytest.mark.parametrize("first", ["Skip to all of it", "Harbour Courier", "Fara beint"])
def test_a_label_that_heads_a_menu_is_no_title(first: str) -> None:
    document = page(first, "Boats", "Fish", "Tides", HEADLINE, "By Jo Lind", *ARTICLE)
    assert document.metadata.title == HEADLINE
    assert titles(page(first, "Boats", "Fish", "Tides", *ARTICLE)) in ([], [first])  # nothing tells another


def test_two_labels_are_a_menu_above_a_headline_and_a_title_above_its_deck_none() -> None:
    assert page("Local news", "Boats", HEADLINE, "By Jo Lind", *ARTICLE).metadata.title == HEADLINE
    for title in ("Ferry sails for all of us", "Ferry sails again"):
        assert page(title, "Boats", "At last we sail", "By Jo Lind", *ARTICLE).metadata.title == title


@pytest.mark.parametrize("sign", ["By Jo Lind", "3 March 2025", "Jo Lind"])
@pytest.mark.parametrize("terse", ["The empty chair", "Der leere Stuhl", "빈 의자에 대하여"])
def test_a_headline_of_few_words_stands_right_above_who_wrote_or_when(sign: str, terse: str) -> None:
    assert titles(page(*MENU, terse, sign, "3 March 2025", *ARTICLE)) == [terse]


@pytest.mark.parametrize(
    "label", ["Local News Today", "The harbour (Jo Lind)", "• the eastern quay", "What is new here:", "Boats"]
)
def test_a_label_there_is_none(label: str) -> None:
    assert titles(page(*MENU, label, "By Jo Lind", *ARTICLE)) == []


def test_nor_is_one_with_something_between() -> None:
    assert titles(page(*MENU, "The empty chair", "Copy link", "By Jo Lind", *ARTICLE)) == []


DECK = "The harbour office says that the posts are safe and that the fares will not change"


@pytest.mark.parametrize("sign", ["By Jo Lind", "3 March 2025", "Author: Jo Lind"])
def test_a_longer_line_below_the_headline_is_its_deck(sign: str) -> None:
    document = page(*MENU, HEADLINE, DECK, sign, *ARTICLE)
    assert document.metadata.title == HEADLINE
    assert next(s.role for s in document.segments if s.text == DECK) == "summary"


def test_a_sentence_below_the_headline_is_a_summary_and_above_the_credit_of_a_picture_a_caption() -> None:
    said = "The posts are safe again."
    document = page(*MENU, HEADLINE, said, "By Jo Lind", *ARTICLE)
    assert next(s.role for s in document.segments if s.text == said) == "summary"
    document = page(*MENU, HEADLINE, said, "Photo: Ann Roe", "By Jo Lind", *ARTICLE)
    assert next(s.role for s in document.segments if s.text == said) != "summary"


@pytest.mark.parametrize("named", ["Durch Reporter Jo Lind", "Jo Lind is an architect", "Jo Lind, „Harbour Voice“"])
def test_who_is_named_below_the_headline_is_none(named: str) -> None:
    assert page(*MENU, HEADLINE, named, "3 March 2025", *ARTICLE).metadata.title == HEADLINE


def test_a_headline_may_begin_as_a_field_does() -> None:
    for headline in ("Boats: nobody sells the wood", "Rugby (third league): Ellery wins at home and leads"):
        assert page(*MENU, headline, "3 March 2025", *ARTICLE).metadata.title == headline


def test_a_name_alone_between_the_headline_and_the_article_signs_unless_it_is_told_of() -> None:
    assert page(HEADLINE, "Jo Lind", *ARTICLE).metadata.authors == ("Jo Lind",)
    assert page(*MENU, HEADLINE, "Jo Lind", *ARTICLE).metadata.authors == ("Jo Lind",)
    told = f"The boats of Port Ellery are back. {ARTICLE[1]}"
    assert page(HEADLINE, "Port Ellery", ARTICLE[0], told).metadata.authors == ()
    assert page(*MENU, HEADLINE, "Jo Lind", "Copy link", *ARTICLE).metadata.authors == ("Jo Lind",)
    assert page(*MENU, HEADLINE, "Port Ellery", "Copy link", ARTICLE[0], told).metadata.authors == ()


# ---- other ways to begin ---------------------------------------------------------------------------------------------


def test_a_first_label_above_a_headline_is_its_section() -> None:
    document = page("Island news", HEADLINE, *ARTICLE)
    assert [segment.role for segment in document.header] == ["breadcrumb", "title"]
    assert titles(page("Island news", *ARTICLE)) == ["Island news"]


@pytest.mark.parametrize("line", ["By Jo Lind | 3 March 2025", "3 March 2025, by Jo Lind", "By Jo Lind, 3 March 2025"])
def test_who_wrote_and_when_on_one_line_is_header_before_the_article_and_footer_behind(line: str) -> None:
    document = page(HEADLINE, line, *ARTICLE)
    assert [segment.role for segment in document.header] == ["title", "byline"]
    assert document.metadata.authors == ("Jo Lind",)
    assert [segment.role for segment in page(*ARTICLE, line).footer] == ["author"]


@pytest.mark.parametrize("sign", ["— Jo Lind", "✍ Jo Lind", "Jo Lind (Harbour Press)"])
def test_a_name_beside_a_date_may_have_a_sign_before_it_or_its_house_behind(sign: str) -> None:
    document = page(HEADLINE, sign, "3 March 2025", *ARTICLE)
    assert [segment.role for segment in document.header] == ["title", "byline", "date"]
    assert document.metadata.authors == ("Jo Lind",)


def test_a_headline_may_stand_below_its_date_with_others_that_say_more_below() -> None:
    document = page("3 March 2025, 10:15", HEADLINE, OTHER, "Share", *ARTICLE)
    assert titles(document) == [HEADLINE]


def test_a_label_right_above_the_article_is_no_headline_where_one_stands_above_a_date() -> None:
    document = page(*MENU, HEADLINE, "Filed: 3 March 2025", "0:00", "Play all (beta)", *ARTICLE)
    assert titles(document) == [HEADLINE]


def test_a_deck_and_a_name_may_stand_between_the_headline_and_the_date() -> None:
    deck = "The berth is mended. The island has its post again."
    signs = ("Jo Lind", "jo.lind@harbour.example", "Published 3 March 2025 18:03")
    document = page(*MENU, HEADLINE, deck, *signs, *ARTICLE)
    assert titles(document) == [HEADLINE]
