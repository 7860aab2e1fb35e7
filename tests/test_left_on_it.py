"""What a page leaves on its text: scripts, menus, captions, lists; and what exports put before it."""

from datetime import datetime

import pytest
from ferry import ARTICLE, FIRST, HEADLINE, LAST, OTHER, SECOND, TEXT, page, sort

from syndclean import clean

SCRIPT = "(adsbygoogle = window.adsbygoogle || []).push({});"
LIST = ("Most read", OTHER, "Two lighthouses for sale")


# ---- scripts ---------------------------------------------------------------------------------------------------------


def test_a_script_is_no_article_wherever_it_stands() -> None:
    assert page(HEADLINE, FIRST, SCRIPT, SECOND, LAST, SCRIPT).text == TEXT
    assert page(HEADLINE, FIRST, f"{SECOND} {SCRIPT}", LAST).text == TEXT
    assert page(HEADLINE, FIRST, f"{SCRIPT} {SECOND}", LAST).text == TEXT


def test_a_notice_is_cut_off_from_the_script_behind_it() -> None:
    assert page(HEADLINE, *ARTICLE, f"© 2025 Ellery Courier {SCRIPT}").metadata.copyright == "© 2025 Ellery Courier"


# ---- above the article -----------------------------------------------------------------------------------------------


def test_a_row_of_sections_is_no_headline_where_another_line_says_more() -> None:
    row = "Ferry Harbour Island Weather Sport Culture Science"
    document = page("Subscribe now", row, "Harbour › Ferry", HEADLINE, "Ann Roe", "3 March 2025, 14:12", *ARTICLE)
    assert document.metadata.title == HEADLINE


def test_a_quotation_in_guillemets_makes_no_path_of_a_headline() -> None:
    title = "The «Night Star» sails again to the island from Friday"
    document = page("Home", "News", "Sport", title, "3 March 2025, 14:12", *ARTICLE)
    assert document.metadata.title == title


@pytest.mark.parametrize("key", ["Description", "Standfirst", "Chapeau", "Spot", "Vorspann", "Entradilla", "Анонс"])
def test_the_summary_of_an_export_is_no_article(key: str) -> None:
    summary = f"{key}: The ramp is mended, and the first boat leaves the pier at half past six in the evening."
    document = page(f"Title: {HEADLINE}", summary, *ARTICLE, "Source: Ellery Courier")
    assert document.text == TEXT
    assert sort(document, summary) == "header/summary"


def test_a_date_of_change_in_brackets_is_one() -> None:
    sentences = ("船は金曜日の夜に港を出る。" * 4,) * 3
    document = page("夜の連絡船が再開", "2025年11月15日 05:00 (2025年11月15日 09:42更新)", *sentences)
    assert document.metadata.published_at == datetime(2025, 11, 15, 5)
    assert document.metadata.updated_at == datetime(2025, 11, 15, 9, 42)


@pytest.mark.parametrize("line", ["Culture | 3 March 2025, 12:05", "3 March 2025, 12:05 · /ritzau/"])
def test_a_date_beside_a_section_or_an_agency_is_the_article_s(line: str) -> None:
    document = page("Ellery", HEADLINE, line, *ARTICLE, "Source: Pier Post")
    assert document.metadata.published_at == datetime(2025, 3, 3, 12, 5)
    assert sort(document, line) == "header/date"


def test_a_town_and_a_day_are_no_headline() -> None:
    document = page("Port Ellery, 3 March 2025", HEADLINE, "By Joan Bell", *ARTICLE)
    assert document.metadata.title == HEADLINE


CREDITED = (
    "The ferry lies at the eastern quay. Ann Roe/Pier Press", "The ferry lies at the quay in May. | PIER PRESS",
    "The ferry lies at the eastern quay and waits - PIER PRESS - Archivo", "The ferry lies at the quay. JOAN BELL",
    "The ferry lies at the eastern quay. (Supplied: Bell family)", "The ferry lies at the quay (Ann Roe / Pier Post)",
)  # fmt: skip


@pytest.mark.parametrize("caption", CREDITED)
def test_a_caption_that_says_whose_it_is_stays_above_the_article_too(caption: str) -> None:
    document = page(HEADLINE, "By Joan Bell", "3 March 2025, 14:12", caption, *ARTICLE, *LIST)
    assert (document.text, sort(document, caption)) == (f"{caption}\n\n{TEXT}", "body/caption")


def test_so_do_several_in_a_row() -> None:
    captions = (f"1/2 {CREDITED[0]}", f"2/2 {CREDITED[1]}")
    document = page(HEADLINE, "By Joan Bell", "3 March 2025, 14:12", *captions, *ARTICLE, *LIST)
    assert document.text == clean(document.text).text == "\n\n".join((*captions, *ARTICLE))
    assert document.metadata.problems == ()


# ---- within the article ----------------------------------------------------------------------------------------------

SMALL = ("• a ramp of its own for the night ferry", "• one timetable for all the islands", "• the end of the old toll")
FACTS = (
    "- Cost of the ramp: 34.1 million, of which the state pays 12 million", "- Place: Ellery, eastern quay",
    "- First crossing: October 2026", "- Seats in the saloon: 180, and 40 on deck",
)  # fmt: skip


@pytest.mark.parametrize("items", [SMALL, FACTS])
def test_a_list_below_a_heading_is_the_article_s(items: tuple[str, ...]) -> None:
    document = page(HEADLINE, FIRST, SECOND, "What the islands want", *items, LAST, *LIST)
    assert document.text == "\n\n".join((FIRST, SECOND, "What the islands want", *items, LAST))


def test_headlines_with_bullets_are_not() -> None:
    items = ("• Village bakery wins the prize", "• Two lighthouses for sale", "• A captain says farewell")
    document = page(HEADLINE, FIRST, SECOND, "Read also", *items, LAST, *LIST)
    assert document.text == TEXT


def test_behind_the_date_of_another_headline_a_heading_is_the_article_s() -> None:
    lines = (FIRST, "Read also", OTHER, "3 March 2025 | 18:05", "A band will play", SECOND, LAST)
    document = page(HEADLINE, "By Joan Bell", *lines, *LIST)
    assert document.text == "\n\n".join((FIRST, "A band will play", SECOND, LAST))


# ---- behind it -------------------------------------------------------------------------------------------------------


def test_either_sort_of_romanian_letters_is_read() -> None:
    for words in ("Citește și", "Citeşte şi"):
        document = page(HEADLINE, *ARTICLE, words, *LIST[1:])
        assert sort(document, words) in ("boilerplate/list_heading", "boilerplate/read_more")


def test_a_sentence_that_says_which_licence_is_a_notice() -> None:
    notice = (
        "Todo o conteúdo deste site está publicado sob a Licença Creative Commons Atribuição 4.0 Internacional, exceto "
        "fotografias e textos de outras fontes, que têm licença própria."
    )
    document = page(HEADLINE, *ARTICLE, notice)
    assert (document.text, document.metadata.licence) == (TEXT, "CC BY 4.0")


def test_readers_are_told_by_when_they_wrote() -> None:
    first = "Ann Roe says: March 5, 2025 at 4:02 pm Finally a boat"
    comments = ("3 responses to the ferry", first, "Lovely, and about time.")
    document = page(HEADLINE, *ARTICLE, "Share", *comments)
    assert [sort(document, line) for line in comments] == ["boilerplate/comments"] * 3


def test_whoever_is_registered_is_the_site() -> None:
    line = "Ellery Press Ltd. Registered in England 00418276"
    assert sort(page(HEADLINE, *ARTICLE, *LIST, line), line) == "boilerplate/legal"
