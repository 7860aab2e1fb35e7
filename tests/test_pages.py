"""Whole pages as text: which line is the headline, and what stands between it and the article."""

from datetime import date, datetime

import pytest

from syndclean import Document, clean, facts

ARTICLE = (
    "The night ferry sails again from Friday, the harbour office said after a meeting of three hours. Residents of the "
    "island had waited six weeks for it, and had written to the minister twice.",
    "Two mooring posts were found cracked in January, and the eastern berth was closed at once. Divers looked at all "
    "forty posts since then; they replaced eleven of them and drained the pump house.",
)
HEADLINE = "Night ferry sails again after six weeks"
MENU = ("Home", "Politics", "Sport", "Weather", "Log in", "Subscribe")


def page(*lines: str) -> Document:
    return clean("\n".join(lines))


@pytest.mark.parametrize(
    "title",
    [
        HEADLINE,
        f"{HEADLINE} | Harbour Courier",
        f"{HEADLINE} - Local - Harbour Courier",
        f"Harbour news: {HEADLINE}",
        f"{HEADLINE} – COURIER",
    ],
)
def test_the_headline_is_what_the_title_of_the_page_says_again(title: str) -> None:
    document = page(title, *MENU, HEADLINE, *ARTICLE)
    assert document.metadata.title == HEADLINE
    assert [segment.text for segment in document.segments if segment.role == "title"][-1] == HEADLINE
    assert document.text == "\n\n".join(ARTICLE)


def test_a_headline_that_is_longer_than_others_is_one_where_it_stands_twice() -> None:
    long = "Night ferry sails again after six weeks in which the island had neither bread nor letters nor visitors"
    long += ", and the harbour office cannot say for how long"
    document = page(f"{long} | Harbour Courier", *MENU, long, *ARTICLE)
    assert document.metadata.title == long


def test_a_word_of_the_title_that_stands_in_the_menu_is_no_headline() -> None:
    document = page(f"{HEADLINE} | Harbour Courier", "Harbour Courier", "Night ferry", *MENU, *ARTICLE)
    assert document.metadata.title == HEADLINE


@pytest.mark.parametrize(
    ("title", "lines", "headline"),
    [
        ("The pier is open | Local | Harbour Courier", (), "The pier is open"),
        ("The pier is open - pier.example", (), "The pier is open"),
        ("The pier is open - News - Courier", ("news", "courier"), "The pier is open"),
        ("The pier is open - at last", (), "The pier is open - at last"),
        ("The pier is open - at last | Courier", (), "The pier is open - at last"),
        ("Pier | The town of Ellery opens it again", (), "Pier | The town of Ellery opens it again"),
        ("桟橋が再び開く：港新聞", ("港新聞",), "桟橋が再び開く"),
    ],
)
def test_the_name_of_the_site_is_taken_off_where_it_can_be_told(
    title: str, lines: tuple[str, ...], headline: str
) -> None:
    assert facts.headline(title, frozenset(lines)) == headline


@pytest.mark.parametrize(
    ("stamp", "published", "updated"),
    [
        ("3 March 2025", date(2025, 3, 3), None),
        ("Published 3 March 2025 2:20pm", datetime(2025, 3, 3, 14, 20), None),
        (
            "Published 3 March 2025 2:20pm Updated 4 March 2025 9:05am",
            datetime(2025, 3, 3, 14, 20),
            datetime(2025, 3, 4, 9, 5),
        ),
        ("Updated: 4 March 2025 Published: 3 March 2025", date(2025, 3, 3), date(2025, 3, 4)),
        ("3 March 2025 • Joan Bell • 4 minutes", date(2025, 3, 3), None),
        ("28.04.2025, 20.15 Uhr", datetime(2025, 4, 28, 20, 15), None),
    ],
)
def test_a_date_between_headline_and_article_is_the_article_s(
    stamp: str, published: date | None, updated: date | None
) -> None:
    facts = page(f"{HEADLINE} | Courier", *MENU, "Monday, 10 March 2025", HEADLINE, "Share", stamp, *ARTICLE).metadata
    assert (facts.published_at, facts.updated_at) == (published, updated)


def test_who_wrote_what_is_announced_below_did_not_write_the_article() -> None:
    others = ("More stories", "Village bakery wins regional prize", "By Tom Hallam", "Water tower becomes a museum",
              "By Jo Lind")  # fmt: skip
    document = page(f"{HEADLINE} | Courier", *MENU, HEADLINE, "By Joan Bell", *ARTICLE, *others)
    assert document.metadata.authors == ("Joan Bell",)


@pytest.mark.parametrize(
    ("line", "authors", "agency"),
    [
        ("Von Anna Ost, Redakteurin für Finanzen", ("Anna Ost",), None),
        ("Von Anna Ost und Max West, dpa", ("Anna Ost", "Max West"), "dpa"),
        ("Joan Bell and AP", ("Joan Bell",), "AP"),
        ("By Joan Bell and Tom Hallam The Associated Press", ("Joan Bell", "Tom Hallam"), "Associated Press"),
    ],
)
def test_bylines_with_more_than_names(line: str, authors: tuple[str, ...], agency: str | None) -> None:
    metadata = page(f"{HEADLINE} | Courier", *MENU, HEADLINE, line, *ARTICLE).metadata
    assert (metadata.authors, metadata.agency) == (authors, agency)


def test_the_length_of_a_film_below_the_headline_is_no_date() -> None:
    metadata = page(f"{HEADLINE} | Courier", *MENU, HEADLINE, "01:53", "3 March 2025", *ARTICLE).metadata
    assert metadata.published_at == date(2025, 3, 3)
    assert metadata.problems == ()


def test_a_title_with_a_key_stays_as_it_stands() -> None:
    assert page(*ARTICLE, "Title: The pier | Courier", "Author: Joan Bell").metadata.title == "The pier | Courier"


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ann Lind on March 3, 2025", "Ann Lind"),  # Ann is Thursday in Turkmen, and no weekday here
        ("Posted on March 3, 2025 by Jo Bell", "Jo Bell"),
        ("3 March 2025 by Jo Bell", "Jo Bell"),
    ],
)
@pytest.mark.parametrize("where", ["above", "below"])
def test_a_byline_with_its_date_gives_both(line: str, author: str, where: str) -> None:
    metadata = page(*((HEADLINE, line, *ARTICLE) if where == "above" else (*ARTICLE, line))).metadata
    assert (metadata.authors, metadata.published_at) == ((author,), date(2025, 3, 3))


@pytest.mark.parametrize("credit", ["Editor: Jo Bell", "责任编辑：李华", "Translation: Jo Bell", "Redakteur: Anna Ost"])
def test_a_last_paragraph_above_who_edited_is_no_caption(credit: str) -> None:
    last = "“We have waited long enough,” said the mayor, who had promised to reopen the quay before the first snow."
    assert page(*ARTICLE, last, credit).text.endswith(last)


@pytest.mark.parametrize("line", ["Filed under Boats, Harbours", "Verschlagwortet mit Fähren", "Tagged with boats"])
def test_what_a_blog_files_a_post_under_are_tags(line: str) -> None:
    document = page(*ARTICLE, line)
    assert document.metadata.tags
    assert line not in document.text


@pytest.mark.parametrize(
    "lines",
    [
        ("Von", "Anna Muster"),
        ("Ein Kommentar von", "Anna Muster"),
        ("Anna Muster", "Published: 22:04, 22 Apr 2024"),
        ("12.03.2024, 10:15 Uhr", "Anna Muster"),
    ],
)
def test_a_name_alone_is_the_authors_below_a_lead_or_beside_a_date(lines: tuple[str, ...]) -> None:
    document = page(f"{HEADLINE} | Courier", *MENU, HEADLINE, *lines, *ARTICLE)
    assert document.metadata.authors == ("Anna Muster",)
    assert document.text == "\n\n".join(ARTICLE)


def test_names_below_a_lead_are_all_taken_and_others_are_not() -> None:
    document = page(f"{HEADLINE} | Courier", *MENU, HEADLINE, "By", "Anna Muster", "Jo Bell", "Read More", *ARTICLE)
    assert document.metadata.authors == ("Anna Muster", "Jo Bell")
    assert page(HEADLINE, *MENU, HEADLINE, "Jo Bell", "Listen", *ARTICLE).metadata.authors == ()
    pictured = page(HEADLINE, *MENU, HEADLINE, "3 March 2025", "Jo Bell", "Photo: Pier Press/Tom Roe", *ARTICLE)
    assert pictured.metadata.authors == ()


@pytest.mark.parametrize("between", [(), ("Audio", ">")])
def test_a_date_closely_above_the_headline_is_the_articles_where_none_stands_below(between: tuple[str, ...]) -> None:
    document = page(f"{HEADLINE} | Courier", *MENU, "22.04.2024, 17:26 Uhr", *between, HEADLINE, *ARTICLE)
    assert document.metadata.published_at == datetime(2024, 4, 22, 17, 26)
    below = page(f"{HEADLINE} | Courier", *MENU, "22.04.2024", *between, HEADLINE, "Published: 2024-04-20", *ARTICLE)
    assert below.metadata.published_at == date(2024, 4, 20)


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        (
            "Night ferry to Ellery sails again: what passengers must know | Harbour Courier",
            "Passengers can take the night ferry to Ellery again",
        ),
        (
            "Harbour ferry: night sailings to Ellery resume",
            "‘Night sailings’ to Ellery resume, harbour office confirms",
        ),
        (
            "Nachtfähre nach Ellery fährt wieder – Hafenamt meldet Ende der Arbeiten",
            "Hafenamt: Nachtfähre nach Ellery fährt ab Freitag",
        ),
        (
            "夜行フェリーが六週間ぶりに運航再開へ、港湾局が発表：港新聞",
            "夜行フェリー、金曜日に運航再開「六週間は長かった」港湾局",
        ),
    ],
)  # fmt: skip
def test_the_headline_may_say_the_title_of_the_page_in_other_words(title: str, headline: str) -> None:
    document = page(title, *MENU, "Shop", "Copy link", headline, "By Jo Lind", "Copy link", *ARTICLE)
    assert [segment.text for segment in document.segments if segment.role == "title"] == [title, headline]
    assert document.metadata.title == headline
    assert document.metadata.authors == ("Jo Lind",)


def test_a_short_line_above_the_article_is_no_title_where_the_headline_is_known() -> None:
    deck = "The harbour office says that the mooring posts are safe, and that fares will not change"
    button = "Link copied to clipboard"
    document = page(f"{HEADLINE} | Harbour Courier", *MENU, "Shop", "Jobs", HEADLINE, deck, button, *ARTICLE)
    roles = {segment.text: segment.role for segment in document.segments}
    assert (roles[HEADLINE], roles[deck]) == ("title", "summary")
    assert roles[button] != "title"


def test_a_line_about_the_same_thing_behind_the_article_is_not_its_headline() -> None:
    other = "Night ferry sails again: islanders wait for the first boat"
    document = page(f"{HEADLINE} | Harbour Courier", *MENU, "Shop", "Jobs", *ARTICLE, "Read more", other)
    assert document.metadata.title == HEADLINE


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Margaret Oduya|Published 4 months ago", None),
        ("Margaret OduyaPublished 3 March 2025", date(2025, 3, 3)),
        ("Margaret Oduya12.03.2024, 10:15 Uhr", datetime(2024, 3, 12, 10, 15)),
        ("Margaret Oduya 2 minutes ago", None),
    ],
)
def test_a_name_with_its_date_above_the_article_is_the_authors(line: str, published: date | None) -> None:
    document = page(HEADLINE, line, *ARTICLE)
    assert (document.metadata.authors, document.metadata.published_at) == (("Margaret Oduya",), published)


def test_a_name_above_what_its_bearer_is_or_of_whom_that_is_told_later_is_the_authors() -> None:
    below = page(f"{HEADLINE} | Harbour Courier", *MENU, HEADLINE, "Margaret Oduya", "Island correspondent", *ARTICLE)
    behind = ("Read more", "Margaret Oduya is a reporter in Port Ellery")
    told = page(HEADLINE, "Share", "Margaret Oduya", "Share", *ARTICLE, *behind)
    for document in (below, told):
        assert document.metadata.authors == ("Margaret Oduya",)


@pytest.mark.parametrize("line", ["Port Ellery, 3 March 2025", "Port Ellery | 3 March 2025", "Speed Read"])
def test_a_place_with_a_date_and_words_of_every_day_are_no_authors(line: str) -> None:
    assert page(HEADLINE, "Share", line, "Share", *ARTICLE).metadata.authors == ()


@pytest.mark.parametrize("line", ["Von Anna Muster, dpa", "Geschreven door Anna Muster", "Scris de Anna Muster"])
def test_a_byline_gives_its_names_also_where_it_reads_like_a_credit(line: str) -> None:
    assert page(HEADLINE, line, *ARTICLE).metadata.authors == ("Anna Muster",)
    assert page(HEADLINE, *ARTICLE, line).metadata.authors == ("Anna Muster",)


@pytest.mark.parametrize(
    ("lines", "published", "updated"),
    [
        ((HEADLINE, "Port Ellery, 3 March 2025"), date(2025, 3, 3), None),
        (("Opinion2025.03.31 19:59", HEADLINE), datetime(2025, 3, 31, 19, 59), None),
        ((HEADLINE, "- Aktualisiert am 28.04.2023-19:20"), None, datetime(2023, 4, 28, 19, 20)),
        ((HEADLINE, "A summer with 31 February 2025"), None, None),
        ((HEADLINE, "3 March 2025", "Port Ellery, 1 January 1990"), date(2025, 3, 3), None),
        (("Chronicle of the year 2024 and of 3 May 2023", HEADLINE), None, None),
    ],
)
def test_a_date_among_few_words_is_the_articles_where_no_other_stands(
    lines: tuple[str, ...], published: date | None, updated: date | None
) -> None:
    stated = page(f"{HEADLINE} | Courier", *MENU, *lines, *ARTICLE).metadata
    assert (stated.published_at, stated.updated_at) == (published, updated)


@pytest.mark.parametrize("stamp", ["22.04.2024, 17:26 Uhr", "Monday, 22 April 2024"])
def test_a_date_far_above_the_headline_is_the_site_s(stamp: str) -> None:
    document = page(f"{HEADLINE} | Courier", stamp, *MENU, HEADLINE, *ARTICLE)
    assert document.metadata.published_at is None
    assert [segment.role for segment in document.segments if segment.text == stamp] == ["date_stamp"]


def test_a_date_between_the_title_of_the_page_and_the_headline_is_the_article_s() -> None:
    document = page(f"{HEADLINE} | Courier", "22.04.2024, 17:26 Uhr", HEADLINE, *ARTICLE)
    assert document.metadata.published_at == datetime(2024, 4, 22, 17, 26)
    assert [segment.role for segment in document.segments] == ["title", "date", "title", "paragraph", "paragraph"]


@pytest.mark.parametrize("behind", ["Tuesday, 30 April 2024", "Published: 2024-04-30"])
def test_a_date_behind_the_article_takes_none_from_the_one_above_the_headline(behind: str) -> None:
    metadata = page(f"{HEADLINE} | Courier", *MENU, "22.04.2024, 17:26 Uhr", HEADLINE, *ARTICLE, behind).metadata
    assert metadata.published_at == datetime(2024, 4, 22, 17, 26)


def test_what_is_made_of_dates_and_names_leaves_the_other_lines_as_they_are() -> None:
    document = page(f"{HEADLINE} | Courier", *MENU, "22.04.2024, 17:26 Uhr", HEADLINE, "Share", *ARTICLE)
    assert {segment.kind for segment in document.segments if segment.text in (*MENU, "Share")} == {"boilerplate"}
    assert [segment.role for segment in document.segments if segment.kind == "header"] == ["title", "date", "title"]


def test_names_below_a_lead_behind_the_article_are_in_its_footer() -> None:
    document = page(HEADLINE, *ARTICLE, "Von", "Anna Muster", "Jo Bell", "Imprint")
    assert document.metadata.authors == ("Anna Muster", "Jo Bell")
    assert [(segment.role, segment.text) for segment in document.footer] == [
        ("author", "Anna Muster"), ("author", "Jo Bell"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "lines",
    [
        ("Share", "Anna Muster", "Updated: 3 March 2025"),
        ("Share", "Anna Muster", "Tuesday, 22 April 2025"),
        ("Updated: 3 March 2025", "Anna Muster", "Share"),
    ],
)
def test_any_date_of_the_article_tells_the_name_beside_it(lines: tuple[str, ...]) -> None:
    document = page(f"{HEADLINE} | Courier", *MENU, HEADLINE, *lines, *ARTICLE)
    assert document.metadata.authors == ("Anna Muster",)
    assert [segment.role for segment in document.segments if segment.text == "Anna Muster"] == ["byline"]


@pytest.mark.parametrize("lines", [("Anna Muster", "Share", "3 March 2025"), ("3 March 2025", "Share", "Anna Muster")])
def test_a_name_is_an_author_s_where_a_line_parts_it_from_the_date_unless_the_article_tells_of_it(
    lines: tuple[str, ...]
) -> None:
    metadata = page(f"{HEADLINE} | Courier", *MENU, HEADLINE, *lines, *ARTICLE).metadata
    assert (metadata.authors, metadata.published_at) == (("Anna Muster",), date(2025, 3, 3))
    told = page(f"{HEADLINE} | Courier", *MENU, HEADLINE, *lines, *ARTICLE, f"We met Anna Muster. {ARTICLE[0]}")
    assert told.metadata.authors == ()


def test_a_name_beside_a_date_is_an_author_s_only_between_headline_and_article() -> None:
    dated = ("Anna Muster", "3 March 2025")
    assert page(HEADLINE, *ARTICLE, *dated, "Imprint").metadata.authors == ()
    assert page(f"{HEADLINE} | Courier", *MENU, *dated, HEADLINE, *ARTICLE).metadata.authors == ()
    assert page(*MENU, *dated, *ARTICLE).metadata.authors == ("Anna Muster",)  # whose headline nobody knows
    assert page(*MENU, *dated, *MENU, *MENU, *ARTICLE).metadata.authors == ()


def test_a_name_at_the_top_is_the_headline() -> None:
    metadata = page("Anna Muster", "3 March 2025", *ARTICLE).metadata
    assert (metadata.title, metadata.authors) == ("Anna Muster", ())


def test_a_key_that_nobody_knows_but_for_one_word_has_the_role_of_that_word() -> None:
    document = page(*ARTICLE, "Aktenzeichen: LB-2024/118", "Page tags: harbour, ferries, bread, islands", "Source: dpa")
    assert [segment.role for segment in document.footer] == ["field", "tags", "source_name"]


def test_a_line_of_which_nothing_is_seen_is_no_value_of_the_key_above_it() -> None:
    document = page(*ARTICLE, "Author:", "\u200b", "Jane Doe", "Source: dpa")
    assert document.metadata.authors == ("Jane Doe",)
    assert [segment.text for segment in document.footer] == ["Author:", "Jane Doe", "Source: dpa"]


def test_a_headline_may_have_soft_hyphens() -> None:
    headline = "Night ferry sails again to the mooring\u00adposts of Ellery"
    assert page(headline, *ARTICLE).metadata.title == headline
    forged = page("Night ferry sails ag\u200bain to Ellery", *ARTICLE).metadata
    assert forged.title is None or "\u200b" not in forged.title


def test_what_stands_between_the_title_of_the_page_and_the_headline_states_its_facts() -> None:
    lines = ("Source: Pier Post", "By Joan Bell", *MENU)
    document = page(f"{HEADLINE} | Courier", *lines, HEADLINE, *ARTICLE)
    assert (document.metadata.source_name, document.metadata.authors) == ("Pier Post", ("Joan Bell",))
    roles = {segment.text: segment.role for segment in document.segments}
    assert (roles["Source: Pier Post"], roles["By Joan Bell"]) == ("source_name", "byline")
