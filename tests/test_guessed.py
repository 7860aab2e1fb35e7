"""Fields whose keys nobody knows: their neighbours tell, how their keys are written, and the rest of the dump."""

from datetime import date, datetime

import pytest

from syndclean import Document, clean
from syndclean.rules import fields

HEADLINE = "The night ferry to the island sails again"
ARTICLE = (
    "The night ferry to the island sails again from Friday, the harbour office of Ellery said on Tuesday. It had lain "
    "at its berth since the great storm tore the ramp from the quay.",
    "Divers laid new anchors, and the carpenters of the yard mended the ramp within six weeks. The captain said that "
    "she had never seen so many hands at work.",
    "A band will play when the first boat leaves, and the bakery at the pier opens an hour earlier than it used to.",
)
ADDRESS = "https://www.ellerycourier.example/ferry"


def dump(*lines: str) -> Document:
    document = clean("\n".join((*ARTICLE, *lines)))
    assert document.text == "\n\n".join(ARTICLE)
    return document


def sorts(document: Document, *lines: str) -> list[str]:
    """Kind and role of each of some lines."""
    by_text = {segment.text: f"{segment.kind}/{segment.role}" for segment in document.segments}
    return [by_text[line] for line in lines]


# ---- lines beside fields that are known ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "unknown",
    [
        ("Wharfage:Joan Bell",),
        ("Wharfage:", "Wharf:Joan Bell"),
        ("Wharfage:", "Joan Bell"),
        ("Wharfage:Joan Bell", "Moorage:", "Berthage:14"),
    ],
)
def test_between_two_fields_stand_fields(unknown: tuple[str, ...]) -> None:
    document = dump("Source:Harbour Post", *unknown, "Published:3 March 2025", "Most read", "Rain in the south")
    assert {one.partition("/")[0] for one in sorts(document, *unknown)} == {"footer"}
    assert sorts(document, "Most read") == ["boilerplate/list_heading"]


def test_what_is_written_in_another_way_between_two_fields_is_none() -> None:
    other = "Wharfage : Joan Bell of the harbour office in Ellery"
    document = dump("Source: Harbour Post", other, "Published: 3 March 2025")
    assert sorts(document, other) != ["footer/field"]


@pytest.mark.parametrize("first", ["WHARFAGE: JOAN BELL", "WHARFAGE:"])
def test_right_behind_the_article_a_key_as_no_headline_has_it_is_a_field(first: str) -> None:
    document = dump(first, "SOURCE: Harbour Post", "PUBLISHED: 3 March 2025")
    assert sorts(document, first) == ["footer/field"]


def test_right_behind_the_article_so_is_a_key_above_its_value() -> None:
    document = dump("Wharfage:", "Joan Bell", "Source:\nHarbour Post", "Published:\n3 March 2025")
    assert {segment.kind for segment in document.segments[len(ARTICLE) :]} == {"footer"}


def test_behind_the_last_field_a_brief_one_is_a_field_and_a_headline_is_none() -> None:
    headline = "Ellery: New anchors for the old quay of the island"
    document = dump("Source: Harbour Post", "Wharfage: 14", headline, "Trains stop at noon", "Rain in the south")
    assert sorts(document, "Wharfage: 14")[0].startswith("footer/")
    assert sorts(document, headline)[0].startswith("boilerplate/")


def test_what_announces_headlines_behind_the_last_field_is_none() -> None:
    document = dump("Source: Harbour Post", "Wharfage:", "Trains stop at noon on the old line", "Rain in the south")
    assert sorts(document, "Wharfage:")[0].startswith("boilerplate/")


def test_a_link_between_two_fields_stays_one() -> None:
    link = "See also: Bakers of the island want a new oven"
    document = dump("Source: Harbour Post", link, "Published: 3 March 2025")
    assert sorts(document, link) == ["boilerplate/read_more"]


@pytest.mark.parametrize("value", [ADDRESS, "2025-03-03 10:15"])
def test_a_few_words_and_a_colon_above_an_address_or_a_date_are_its_key(value: str) -> None:
    document = dump("Wharfage:", value)
    assert [segment.text for segment in document.footer] == [f"Wharfage:\n{value}"]


def test_whoever_is_reached_by_mail_is_a_contact_whatever_the_key() -> None:
    assert sorts(dump("Wharfage: desk@pier.example"), "Wharfage: desk@pier.example") == ["footer/contact"]


# ---- keys before a space ---------------------------------------------------------------------------------------------


def test_below_each_other_keys_with_a_space_behind_them_are_fields() -> None:
    document = dump("Source Harbour Post", "Author Joan Bell", "Rain in the south")
    assert sorts(document, "Source Harbour Post", "Author Joan Bell") == ["footer/source_name", "footer/author"]
    assert (document.metadata.source_name, document.metadata.authors) == ("Harbour Post", ("Joan Bell",))


@pytest.mark.parametrize("lines", [("Source Harbour Post",), ("Source Harbour Post", "Source Ellery Courier")])
def test_one_alone_or_the_same_again_is_none(lines: tuple[str, ...]) -> None:
    assert dump(*lines, "Rain in the south").metadata.source_name is None


@pytest.mark.parametrize("line", ["Handball: Ellery wins", "Bear in Southam: false report"])
def test_among_headlines_a_short_key_that_nobody_knows_begins_one(line: str) -> None:
    document = dump("Most read", "Rain in the south of the island", "Two lighthouses are for sale again", line)
    assert sorts(document, line) == ["boilerplate/headline"]
    assert document.metadata.fields == ()


@pytest.mark.parametrize("line", ["Text messages leaked", "Source Harbour Post.", "Source", "The Post", "Source " * 9])
def test_what_begins_with_a_key_is_not_always_a_field(line: str) -> None:
    assert fields.spaced(line) is None


# ---- what the rest tells ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("other", [f"Source link: {ADDRESS}", "© 2025 Ellery Courier"])
def test_the_house_is_told_by_its_address_and_its_notice(other: str) -> None:
    document = dump(other, "Wharfage: Ellery Courier")
    assert document.metadata.source_name == "Ellery Courier"
    assert sorts(document, "Wharfage: Ellery Courier") == ["footer/source_name"]


@pytest.mark.parametrize("value", ["Joan Bell", "Courier of the harbour and the whole island of Ellery", "Sea"])
def test_what_they_do_not_name_is_no_house(value: str) -> None:
    assert dump(f"Source link: {ADDRESS}", f"Wharfage: {value}").metadata.source_name is None


def test_who_signed_above_the_article_signs_below_it() -> None:
    lines = (HEADLINE, "By Joan Bell", *ARTICLE, f"Source link: {ADDRESS}", "Wharfage: Joan Bell")
    document = clean("\n".join(lines))
    assert sorts(document, "Wharfage: Joan Bell") == ["footer/author"]
    assert document.metadata.authors == ("Joan Bell",)


def test_a_list_of_which_the_article_speaks_is_its_tags() -> None:
    document = dump(f"Source link: {ADDRESS}", "Wharfage: ferry, anchors, weather")
    assert document.metadata.tags == ("ferry", "anchors", "weather")
    assert dump(f"Source link: {ADDRESS}", "Wharfage: chess, cheese, weather").metadata.tags == ()


def test_the_only_date_among_fields_is_that_of_publication() -> None:
    document = dump(f"Source link: {ADDRESS}", "Wharfage: 3 March 2025")
    assert document.metadata.published_at == date(2025, 3, 3)


@pytest.mark.parametrize(
    "lines",
    [
        ("Wharfage: 3 March 2025",),
        (f"Source link: {ADDRESS}", "Wharfage: 3 March 2025", "Moorage: 4 March 2025"),
    ],
)
def test_alone_or_beside_another_it_is_not(lines: tuple[str, ...]) -> None:
    assert dump(*lines).metadata.published_at is None


def test_where_another_is_known_it_is_none_either() -> None:
    document = dump(f"Source link: {ADDRESS}", "Published: 3 March 2025 10:15", "Wharfage: 4 March 2025")
    assert document.metadata.published_at == datetime(2025, 3, 3, 10, 15)


# ---- pieces that are glued -------------------------------------------------------------------------------------------


def test_a_key_that_nobody_knows_is_parted_from_the_field_before_it() -> None:
    document = dump(f"Source: Harbour PostWharfage: {ADDRESS}")
    assert (document.metadata.source_name, document.metadata.source_url) == ("Harbour Post", ADDRESS)


def test_the_key_of_a_date_is_parted_from_a_name() -> None:
    lines = (HEADLINE, "By Joan BellPublished 3 March 2025", *ARTICLE)
    metadata = clean("\n".join(lines)).metadata
    assert (metadata.authors, metadata.published_at) == (("Joan Bell",), date(2025, 3, 3))


def test_bars_part_a_date_whose_key_nobody_knows_from_a_field() -> None:
    metadata = dump("Source: Harbour Post | Wharfage: 3 March 2025").metadata
    assert metadata.source_name == "Harbour Post"
