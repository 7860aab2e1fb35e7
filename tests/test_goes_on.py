"""Where an article goes on behind what stands in it, and what belongs to its header, by the lines around."""

from datetime import date, datetime

import pytest
from ferry import FIRST, HEADLINE, LAST, OTHER, SECOND, page, sort

from syndclean import clean

FURNITURE = ("Most read", OTHER, "Two lighthouses for sale", "© 2025 Ellery Courier")


# ---- within the article ----------------------------------------------------------------------------------------------


def test_behind_another_headline_long_paragraphs_are_the_article_s() -> None:
    document = page(HEADLINE, "By Joan Bell", FIRST, "Read also", OTHER, SECOND, LAST, *FURNITURE)
    assert document.text == "\n\n".join((FIRST, SECOND, LAST))


def test_between_another_headline_and_prose_what_is_shorter_is_a_heading() -> None:
    document = page(HEADLINE, "By Joan Bell", FIRST, "Read also", OTHER, "A band will play", SECOND, LAST, *FURNITURE)
    assert (sort(document, OTHER), sort(document, "A band will play")) == ("boilerplate/headline", "body/heading")


def test_a_quotation_may_be_either_and_stays_with_the_headline() -> None:
    document = page(HEADLINE, "By Joan Bell", FIRST, "Read also", OTHER, "“A band will play”", SECOND, LAST, *FURNITURE)
    assert sort(document, "“A band will play”") == "boilerplate/headline"


ROWS = ("Cost of the ramp: 34.1 million", "Seats: 180", "Crossings a week: 12")


def test_rows_with_figures_below_a_heading_are_the_article_s() -> None:
    document = page(HEADLINE, FIRST, SECOND, "The ferry in figures", *ROWS, LAST, *FURNITURE)
    assert document.text == "\n\n".join((FIRST, SECOND, "The ferry in figures", *ROWS, LAST))


def test_behind_the_article_they_are_fields() -> None:
    document = page(HEADLINE, FIRST, SECOND, LAST, "Source: Ellery Courier", *ROWS, *FURNITURE)
    assert document.text == "\n\n".join((FIRST, SECOND, LAST))


def test_a_clause_behind_a_colon_is_a_heading() -> None:
    document = page(HEADLINE, FIRST, SECOND, "Harbour board: We wait now", LAST, *FURNITURE)
    assert sort(document, "Harbour board: We wait now") == "body/heading"


RESULTS = (
    "Ellery 2, Sandwick 1", "Port Roe 0, Northpier 0", "Best of the day: Joan Bell, 12", "Scorers: Bell 12, Roe 40",
)  # fmt: skip


def test_results_between_paragraphs_are_the_article_s() -> None:
    document = page(HEADLINE, FIRST, SECOND, *RESULTS, LAST, *FURNITURE)
    assert document.text == "\n\n".join((FIRST, SECOND, *RESULTS, LAST))


CAPTIONS = (
    "Boats at the mended pier on Monday. Photo: Ann Roe", "The mended pier in the evening (Foto: Anna Roe)",
    "The ramp was torn from the quay in January. © Ann Roe", "Вид на порт с моря. Фото: Анна Роу",
    "The ferry at its berth before the posts were found cracked (Photo: Ann Roe/Harbour Press)",
)  # fmt: skip


@pytest.mark.parametrize("caption", CAPTIONS)
def test_a_caption_between_paragraphs_is_the_article_s(caption: str) -> None:
    document = page(HEADLINE, FIRST, SECOND, caption, LAST, *FURNITURE)
    assert (sort(document, caption), document.text.count(caption)) == ("body/caption", 1)


@pytest.mark.parametrize("caption", CAPTIONS)
@pytest.mark.parametrize("between", [(), ("Share", "Facebook")])
def test_so_is_one_above_the_first(caption: str, between: tuple[str, ...]) -> None:
    document = page(HEADLINE, "By Joan Bell", "3 March 2025", caption, *between, FIRST, SECOND, LAST, *FURNITURE)
    assert (sort(document, caption), document.text) == ("body/caption", "\n\n".join((caption, FIRST, SECOND, LAST)))
    assert (document.metadata.authors, clean(document.text).text) == (("Joan Bell",), document.text)


SHORT = (
    "Officials declined to comment on the plan.", "Das Ministerium wollte den Bericht nicht kommentieren.",
    "El ministro declinó hacer comentarios.", "Il ministro non ha voluto commentare.",
    "Чиновники отказались комментировать.", "She shared the link with her friends.", "No one was hurt.",
    "He signed up for the newsletter.", "Die Ermittlungen dauern an.", "捜査は続いている。", "जांच जारी है।",
    "التحقيق مستمر.", "Facebook did not respond to a request for comment.",
    "The podcast was downloaded two million times.",
    "Instagram said it had removed the video.", "Das Video wurde auf Facebook tausendfach geteilt.",
    "La vidéo a été partagée des milliers de fois sur Facebook.", "Videoen ble delt på Facebook.",
)  # fmt: skip


@pytest.mark.parametrize("last", SHORT)
@pytest.mark.parametrize("behind", [FURNITURE, ("Source: Ellery Courier", "Date: 3 March 2025"), ()])
def test_a_short_last_sentence_is_the_article_s(last: str, behind: tuple[str, ...]) -> None:
    document = page(HEADLINE, FIRST, SECOND, last, *behind)
    assert document.text == "\n\n".join((FIRST, SECOND, last))


# ---- above it --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["Reporter", "Journaliste, Le Courrier", "redaktorka"])
def test_what_somebody_is_below_the_name_belongs_to_the_byline(role: str) -> None:
    document = page(HEADLINE, "By Joan Bell", role, "3 March 2025", FIRST, SECOND)
    assert (sort(document, role), document.metadata.authors) == ("header/byline", ("Joan Bell",))


@pytest.mark.parametrize("line", ["Photo: Ann Roe", "joan.bell@ellerycourier.example"])
def test_beside_a_credit_or_a_contact_the_dates_below_the_headline_are_its_own(line: str) -> None:
    dates = ("Published: 3 March 2025 10:15", "Updated: 3 March 2025 11:40")
    document = page(HEADLINE, "By Joan Bell", line, *dates, FIRST, SECOND)
    assert [sort(document, one) for one in dates] == ["header/date", "header/date"]


def test_what_ends_with_a_credit_is_no_headline_below_a_section() -> None:
    caption = "Boats at the mended pier. Photo: Ann Roe"
    assert sort(page("Ferry sails again", caption, FIRST, SECOND), "Ferry sails again") == "header/title"


@pytest.mark.parametrize("credit", ["(foto Belmonte)", "[Photo by Ann Roe]", "© Ann Roe"])
def test_nor_is_one_the_headline(credit: str) -> None:
    caption = f"The mended ramp of the night ferry to the island {credit}"
    document = page("Harbour", HEADLINE, "By Joan Bell", caption, "3 March 2025", FIRST, SECOND)
    assert document.metadata.title == HEADLINE


def test_a_quotation_in_guillemets_is_no_path() -> None:
    headline = "«Der neue Fähranleger hält»: Hafen von Ellery ist nach dem Sturm wieder offen"
    first = "Der Fähranleger von Ellery hält dem Sturm stand, sagte der Leiter des Hafens am Montag vor der Presse."
    document = page("Start Hafen Stadt Land Sport Kultur", "Melden", headline, "3. März 2025", first, SECOND)
    assert document.metadata.title == headline


@pytest.mark.parametrize("filed", ["ELLERY.- ", "Port Ellery, Mor.- ", "San Juan de Ellery.- "])
def test_where_a_report_was_filed_stays_before_its_first_word(filed: str) -> None:
    document = page(HEADLINE, "3 March 2025", "Share", filed + FIRST, SECOND, LAST)
    assert document.text == "\n\n".join((filed + FIRST, SECOND, LAST))


def test_another_day_at_the_top_is_when_the_page_was_taken() -> None:
    document = page("Friday, 7 March 2025", "Harbour", HEADLINE, FIRST, SECOND, "Published: 3 March 2025", *FURNITURE)
    metadata = document.metadata
    assert sort(document, "Friday, 7 March 2025") == "boilerplate/date_stamp"
    assert (metadata.published_at, metadata.captured_on) == (date(2025, 3, 3), date(2025, 3, 7))


@pytest.mark.parametrize("first", ["It was a long winter.", "Der Hafen ist offen.", "El puerto está abierto."])
def test_an_article_may_begin_with_a_short_sentence_below_buttons(first: str) -> None:
    document = page(HEADLINE, "By Joan Bell", "3 March 2025", "Share", "Facebook", first, FIRST, SECOND)
    assert document.text == "\n\n".join((first, FIRST, SECOND))


# ---- behind it -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("(With PTI inputs)", "PTI"),
        ("Mit Material der dpa", "dpa"),
        ("Avec AFP et Reuters", "AFP"),
        ("Com Lusa", "Lusa"),
    ],
)
def test_an_agency_that_helped_is_the_agency(line: str, agency: str) -> None:
    document = page(HEADLINE, FIRST, SECOND, LAST, line, *FURNITURE)
    assert (sort(document, line), document.metadata.agency) == ("footer/agency", agency)


def test_a_house_and_an_agency_share_a_field() -> None:
    metadata = page(FIRST, SECOND, "Source: Ellery Courier/AFP").metadata
    assert (metadata.source_name, metadata.agency) == ("Ellery Courier", "AFP")


@pytest.mark.parametrize(
    ("clock", "updated"),
    [("11:40", datetime(2025, 3, 3, 11, 40)), ("09:40", None), ("11:40 +03:00", None)],
)
def test_a_time_alone_is_of_the_day_of_publication_if_it_is_later(clock: str, updated: datetime | None) -> None:
    metadata = page(FIRST, SECOND, "Published: 3 March 2025 10:15", f"Updated: {clock}").metadata
    assert metadata.updated_at == updated


def test_menus_that_begin_with_a_call_to_subscribe_are_menus() -> None:
    line = "Abonnement | eAvis | Tips oss | Logg inn"
    assert sort(page(HEADLINE, FIRST, SECOND, line, *FURNITURE), line) == "boilerplate/navigation"


# ---- who and when, right behind it -----------------------------------------------------------------------------------


def test_a_name_and_a_date_right_behind_a_signature_say_who_wrote_and_when() -> None:
    document = page(HEADLINE, FIRST, SECOND, LAST, "(PAP)", "Margaret Oduya", "12.03.2025, 10:15", *FURNITURE)
    assert (sort(document, "Margaret Oduya"), sort(document, "12.03.2025, 10:15")) == (
        "footer/author", "footer/publish_date",
    )  # fmt: skip
    assert document.metadata.published_at == datetime(2025, 3, 12, 10, 15)


def test_but_not_where_the_article_has_its_date() -> None:
    document = page(HEADLINE, "3 March 2025", FIRST, SECOND, LAST, "(PAP)", "12 March 2025", *FURNITURE)
    assert sort(document, "12 March 2025") == "boilerplate/date_stamp"


def test_points_below_the_headline_sum_it_up() -> None:
    points = ("• The night ferry sails again from Monday", "• The ramp was torn from the quay in January")
    document = page(HEADLINE, *points, "3 March 2025", FIRST, SECOND, LAST)
    assert [sort(document, point) for point in points] == ["header/summary"] * 2


def test_a_town_alone_behind_the_byline_is_where_it_was_filed() -> None:
    first = "Harbour masters in Sandwick say that the night ferry to the island sails again from Monday."
    document = page(HEADLINE, "By Joan Bell", "Sandwick", first, SECOND, LAST)
    assert (sort(document, "Sandwick"), document.metadata.location) == ("header/dateline", "Sandwick")


def test_comments_are_no_headlines() -> None:
    comments = ("Anna says: At last, I have waited for so long.", "It was about time that they mended it.")
    document = page(HEADLINE, "3 March 2025", FIRST, SECOND, LAST, *FURNITURE, "Comments (2)", *comments)
    assert [sort(document, one) for one in comments] == ["boilerplate/comments"] * 2


def test_findings_with_figures_behind_bullets_are_the_article_s() -> None:
    findings = (
        "• Passengers on the night ferry rose by 12 percent, to 34,000, in the year before the storm",
        "• Freight fell by 3 percent, to 1,200 lorries", "• Delays: 41 in winter, 6 in summer",
    )  # fmt: skip
    document = page(HEADLINE, "3 March 2025", FIRST, SECOND, "The year in figures", *findings, LAST, *FURNITURE)
    assert document.text == "\n\n".join((FIRST, SECOND, "The year in figures", *findings, LAST))
