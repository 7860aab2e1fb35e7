"""What stands right above an article: where and when it was filed, its points, its first paragraph above a list."""

import pytest

from tests.ferry import ARTICLE, FIRST, HEADLINE, LAST, OTHER, SECOND, TEXT, page, sort


@pytest.mark.parametrize(
    "line", ["Port Ellery, 3 March 2025", "Ellery, Norland, 3 de marzo de 2025.", "Ellery —", "PORT ELLERY -"]
)
@pytest.mark.parametrize("between", [("3 March 2025",), ("By Jo Lind", "Monday, 3 March 2025 09:00")])
def test_a_town_and_a_day_above_the_text_say_where_it_was_filed(line: str, between: tuple[str, ...]) -> None:
    document = page(HEADLINE, *between, line, *ARTICLE)
    assert sort(document, line) == "header/dateline"
    assert document.text == TEXT
    assert document.metadata.location == line.split(", 3")[0].rstrip(" —-")


def test_the_text_may_begin_with_them() -> None:
    document = page(HEADLINE, "By Jo Lind", "Port Ellery, 3 March.", *ARTICLE)
    assert sort(document, "Port Ellery, 3 March.") == "header/dateline"
    assert document.text == TEXT


def test_a_town_and_another_day_say_nothing() -> None:
    document = page(HEADLINE, "3 March 2025", "Port Ellery, 1 January 1990", *ARTICLE)
    assert sort(document, "Port Ellery, 1 January 1990") != "header/dateline"


POINTS = (
    "The ferry to the island sails again from Friday.",
    "Divers laid new anchors within six weeks.",
    "The bakery at the pier opens an hour earlier.",
)


@pytest.mark.parametrize("label", ["Key points", "In short:", "Kort fortalt", "Das Wichtigste in Kürze", "L'essentiel"])
def test_points_above_the_text_are_no_text_where_something_stands_behind_them(label: str) -> None:
    document = page(HEADLINE, "By Jo Lind", "3 March 2025", label, *POINTS, "Show more", *ARTICLE)
    assert {sort(document, line) for line in (label, *POINTS)} == {"header/summary"}
    assert (document.text, document.metadata.title) == (TEXT, HEADLINE)


def test_where_nothing_stands_behind_them_nobody_knows_where_they_end() -> None:
    document = page(HEADLINE, "By Jo Lind", "3 March 2025", "Key points", *POINTS, *ARTICLE)
    assert document.text.endswith("\n\n".join((*POINTS, *ARTICLE)))
    assert document.metadata.title == HEADLINE


def test_other_articles_may_be_announced_behind_the_first_paragraph() -> None:
    others = ("Related coverage", OTHER)
    document = page(HEADLINE, "By Jo Lind", "3 March 2025", "Share", FIRST, *others, SECOND, LAST)
    assert document.text == TEXT
    assert [sort(document, line) for line in others] == ["boilerplate/list_heading", "boilerplate/headline"]


def test_codes_of_a_database_stand_before_their_values() -> None:
    codes = ("WC 612 words", "PD 3 March 2025", "SN The Ellery Herald", "SC ELLHER", "PG 7", "LA English")
    behind = ("IN i37 : Shipping", "RE norl : Norland", "AN ELLHER0020250303ea33000a7")
    document = page("HD", HEADLINE, *codes, *ARTICLE, *behind)
    assert document.text == TEXT
    kinds = {line: sort(document, line).partition("/")[0] for line in (*codes, *behind)}
    assert {line for line, kind in kinds.items() if kind != "footer"} <= {"PD 3 March 2025"}
    assert document.metadata.title == HEADLINE


def test_a_few_such_words_are_no_codes() -> None:
    lines = ("UK minister resigns over the ferry", "EU votes on the harbours of the north", "AND MORE", "AND")
    document = page(HEADLINE, *ARTICLE, "Trending", *lines)
    assert {sort(document, line).partition("/")[0] for line in lines} == {"boilerplate"}


def test_a_dispatch_begins_with_its_dateline_though_its_first_line_is_a_heading() -> None:
    first, second = "新华社北京4月24日电 题：夜渡船重新开航——岛上居民等候六周", "新华社记者"
    article = (
        "4月24日，夜渡船重新开航，岛上居民在码头举行庆祝活动。港务局表示，潜水员在六周内安装了新的锚，木匠修好了坡道。",
        "“我们从未怀疑它会回来，”码头面包店的店主说。她说，过去六周面粉都由直升机运来，价格高得让人不愿回想。",
    )
    document = page("夜渡船重新开航", "2025-04-24", "港湾日报", "分享到微信", first, second, *article)
    assert sort(document, first).startswith("body/")
    assert document.text == "\n\n".join((first, second, *article))
    assert page(*document.text.split("\n\n")).text == document.text
