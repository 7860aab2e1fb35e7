"""What an article tells: by it its headline, its deck and its tags are known, in layouts that nobody listed."""

import pytest

from syndclean import Document, clean
from syndclean.facts import Telling

ARTICLE = (
    "The night ferry sails again from Friday, the harbour office said after a meeting of three hours. Residents of the "
    "island of Farholm had waited six weeks for it, and had written to the minister twice.",
    "Two mooring posts were found cracked in January, and the eastern berth was closed at once. Divers looked at all "
    "forty posts since then; they replaced eleven of them and drained the pump house.",
    "“We never doubted that she would come back,” said Joan Bell, who runs the bakery at the pier. Her flour came by "
    "helicopter in the meantime, at a price that she would rather not recall.",
)
HEADLINE = "Night ferry to Farholm sails again after six weeks"
OTHER = "Village bakery wins regional prize with a recipe from 1911"
DECK = "Residents of the island had waited for it, and the harbour office is sure that the posts will hold."


def page(*lines: str) -> Document:
    return clean("\n".join(lines))


def role(document: Document, text: str) -> str:
    """The kind and the role of a line."""
    return next(f"{s.kind}/{s.role}" for s in document.segments if document.raw[s.start : s.end] == text)


# ---- the headline ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "around",
    [
        ("{}", "Share Tweet Mail Copy link"),
        ("{}", "Audio version"),
        ("The weekend edition of our paper", "{}", "Pier Press / Harbour"),
        ("4 min", "{}", "Anna Muster/Pier Press", "Listen Save Comment"),
        ("Harbour - Island - Town - Sport - Opinion", "{}", "Listen Save Comment"),
    ],
)
def test_the_line_that_says_what_the_article_says_is_its_headline(around: tuple[str, ...]) -> None:
    document = page(*(line.format(HEADLINE) for line in around), *ARTICLE)
    assert document.metadata.title == HEADLINE
    assert document.text == "\n\n".join(ARTICLE)


def test_of_two_that_say_it_the_first_is_the_headline_and_the_other_its_deck() -> None:
    below = "Harbour office replaced eleven mooring posts"
    document = page(HEADLINE, below, "3 March 2025", *ARTICLE)
    assert (role(document, HEADLINE), role(document, below)) == ("header/title", "header/summary")


def test_a_caption_and_a_path_that_say_it_are_none() -> None:
    caption = "Divers at the mooring posts of the eastern berth. Photo: Anna Muster"
    for line in (caption, "Farholm › Island › Ferry"):
        assert page(line, HEADLINE, "Share", *ARTICLE).metadata.title == HEADLINE


@pytest.mark.parametrize("first", ["Politics · Economy · Society · Sport · Culture", "Divers. Photo: Anna Muster"])
def test_a_menu_and_a_caption_are_none_though_nothing_is_told_of_the_line_below(first: str) -> None:
    assert page(first, OTHER, "Jo Lind | Farholm", *ARTICLE).metadata.title == OTHER


def test_a_headline_of_other_words_stays_where_it_stands() -> None:
    assert page(OTHER, "By Jo Lind", *ARTICLE).metadata.title == OTHER


@pytest.mark.parametrize(
    ("label", "article", "share"),
    [
        ("السفينة الليلية تعود", "عادت سفينة الركاب الليلية", 0.5),
        ("हाट में नाव लौटी", "नाव हाट में छह सप्ताह बाद लौटी", 0.0),
        ("夜間渡輪恢復航行", "夜間渡輪將恢復航行", 0.8),
    ],
)
def test_scripts_without_capitals_tell_as_well(label: str, article: str, share: float) -> None:
    assert Telling([article]).share(label) >= share


# ---- the deck --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("between", [("By Jo Lind",), ("Jo Lind", "3 March 2025"), ("3 March 2025, 14:20", "Share")])
def test_a_sentence_above_who_wrote_and_when_is_no_paragraph(between: tuple[str, ...]) -> None:
    document = page(HEADLINE, DECK, *between, *ARTICLE)
    assert role(document, DECK) == "header/summary"
    assert document.text == "\n\n".join(ARTICLE)


def test_nor_is_one_above_the_dateline_of_a_dispatch() -> None:
    dispatch = f"PORT ELLERY, March 3 (Reuters) - {ARTICLE[0]}"
    document = page(HEADLINE, "Share", DECK, dispatch, *ARTICLE[1:])
    assert role(document, DECK) == "header/summary"
    assert role(page(HEADLINE, "Share", DECK, *ARTICLE), DECK) == "body/paragraph"


def test_an_article_behind_its_deck_and_its_caption_is_not_taken_for_teasers() -> None:
    caption = "Joan Bell (left) and two divers, on the old pier of Farholm"
    more = ("“There is nothing to fear”", "The pump house was drained twice. It had been full since the storm.")
    lines = ("Pier Press", "Published 3 March 2025", "Subscribe", caption, *ARTICLE, *more, f"Read more: {OTHER}")
    document = page("Menu", HEADLINE, DECK, *lines, "Share", "Most read", "1 Rain in the south", "2 Snow in the north")
    assert role(document, DECK) == "header/summary"
    assert document.text == "\n\n".join((*ARTICLE, *more))


def test_a_short_article_above_teasers_stays_one() -> None:
    teasers = ("The jury praised the crust.", "A sponsor paid for the tower.", "A map of the best places.")
    heads = (OTHER, "Water tower becomes a museum after all", "Where cranberries are picked this autumn")
    pairs = [line for pair in zip(heads, teasers, strict=True) for line in pair]
    document = page(HEADLINE, "By Jo Lind", *ARTICLE, *MORE, "3 March 2025", "Read also", *pairs, "Imprint")
    assert document.text == "\n\n".join((*ARTICLE, *MORE))


def test_items_that_a_sentence_announces_are_the_article_s_also_above_a_heading() -> None:
    announced = "The harbour office has listed what was done in the six weeks of the repair, among it:"
    items = ("- Eleven mooring posts of the eastern berth replaced", "- The pump house drained and painted twice")
    document = page(HEADLINE, "By Jo Lind", ARTICLE[0], announced, *items, "About the harbour", *ARTICLE[1:])
    assert [role(document, item) for item in items] == ["body/list_item"] * 2


def test_the_first_line_of_a_long_head_is_no_title_where_it_says_nothing_of_the_article() -> None:
    head = ("Cookies on this site", "Accept", "Home", "Politics", "Sport", "Weather", "Log in", "Subscribe")
    document = page(*head, "Press release", HEADLINE, "Published 4 April 2025", "Share", *ARTICLE)
    assert document.metadata.title == HEADLINE


def test_a_date_below_another_headline_begins_no_article() -> None:
    document = page(HEADLINE, ARTICLE[0], OTHER, "3 March 2025", *ARTICLE[1:])
    assert role(document, ARTICLE[0]) == "body/paragraph"


# ---- what is not told ------------------------------------------------------------------------------------------------


MORE = (
    "The shipping line expects some four hundred passengers on the first evening. The council has asked the band to "
    "play, and the school will be closed on Monday so that the children can sleep.",
    "Captain Margaret Oduya has steered the ferry for eleven years, through fog and through the great storm of March, "
    "and was offered another post on the mainland in the meantime, which she declined.",
    "Fares stay as they were, four crowns for adults and two for children, and whoever lives on the island travels "
    "without charge until the summer, the deputy mayor announced on Wednesday evening.",
)


def test_sentences_behind_furniture_that_say_nothing_the_article_says_are_none_of_it() -> None:
    others = ("Everybody knows this jury of cooks by now.", "A sponsor paid for the tower in spring.")
    article = (*ARTICLE, *MORE)
    document = page(HEADLINE, *article, "Share", *others)
    assert document.text == "\n\n".join(article)
    closing = "The bakery at the pier opens at six on Friday, Joan Bell said. There is bread again, she added."
    assert page(HEADLINE, *article, "Share", closing).text == "\n\n".join((*article, closing))
    assert others[0] in page(HEADLINE, ARTICLE[0], "Share", *others).text  # too little is told


def test_behind_a_link_or_an_advertisement_the_article_goes_on_though_it_says_something_new() -> None:
    others = ("Everybody knows this jury of cooks by now.", "A sponsor paid for the tower in spring.")
    article = (*ARTICLE, *MORE)
    for inserted in ("Advertisement", "Read also: Bakers of the island want a new oven for the pier"):
        assert page(HEADLINE, *article, inserted, *others).text == "\n\n".join((*article, *others))


# ---- who, when and where ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("JOAN ODUYA", "JOAN ODUYA"),
        ("M. Oduya / Harbour Press", "M. Oduya"),
        ("AFP - Margaret Oduya", "Margaret Oduya"),
        ("مها الحداد", "مها الحداد"),
    ],
)
def test_a_name_in_whatever_letters_below_the_headline_signs(line: str, name: str) -> None:
    document = page(HEADLINE, line, "3 March 2025", "Share", *ARTICLE)
    assert document.metadata.authors == (name,)


@pytest.mark.parametrize("line", ["Harbour News", "Farholm Island", "Top Stories"])
def test_words_of_every_day_and_what_the_article_tells_of_do_not(line: str) -> None:
    assert page(HEADLINE, "Share", line, "Share", *ARTICLE).metadata.authors == ()


@pytest.mark.parametrize("line", ["News Release 12 February 2025", "Port Farholm 24/02/2025 10:26"])
def test_a_date_among_few_words_may_stand_above_the_headline(line: str) -> None:
    document = page(line, HEADLINE, "Share", *ARTICLE)
    assert document.metadata.title == HEADLINE
    assert role(document, line).startswith("header/")


def test_a_path_above_the_headline_is_no_menu() -> None:
    document = page("Menu", "Pier.example > News > Island", HEADLINE, "3 March 2025", *ARTICLE)
    assert role(document, "Pier.example > News > Island") == "header/breadcrumb"


# ---- tags ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "tags"),
    [
        (("ferry", "mooring posts", "Farholm"), ("ferry", "mooring posts", "Farholm")),
        (("Nobody's key", "ferry", "Farholm"), ("ferry", "Farholm")),
        (("ferry, Farholm, island life",), ("ferry", "Farholm", "island life")),
        (("ferry  mooring posts  island life",), ("ferry", "mooring posts", "island life")),
        (("Tags", "boats", "ferry", "islands"), ("boats", "ferry", "islands")),
        (("#ferry", "#island life"), ("ferry", "island life")),
    ],
)
def test_labels_of_which_the_article_speaks_are_its_tags(lines: tuple[str, ...], tags: tuple[str, ...]) -> None:
    document = page(*ARTICLE, "Source: Pier Post", *lines, "Advertisement", OTHER)
    assert document.metadata.tags == tags
    assert all(role(document, line) == "footer/tags" for line in lines)


@pytest.mark.parametrize(
    "lines", [("Home", "Politics", "Sport"), ("Home  Politics  Sport",), ("Farholm",), (OTHER, "Ferry")]
)
def test_others_are_none(lines: tuple[str, ...]) -> None:
    assert page(*ARTICLE, "Advertisement", *lines).metadata.tags == ()


@pytest.mark.parametrize(
    ("lines", "tags"),
    [
        (("Tags", "Southam", "night life"), ("Southam", "night life")),
        (("Related topics", "Southam / night life / bees"), ("Southam", "night life", "bees")),
        (("Aiheet", "• Southam", "• saunat"), ("Southam", "saunat")),
        (("キーワード", "ウナギ　廃校活用　土用の丑"), ("ウナギ", "廃校活用", "土用の丑")),
    ],
)
def test_below_their_key_nobody_need_speak_of_them_before_other_articles(
    lines: tuple[str, ...], tags: tuple[str, ...]
) -> None:
    share = ("Share on Facebook", "Share on WhatsApp")
    assert page(HEADLINE, *ARTICLE, *share, *lines, "Most read", OTHER, HEADLINE).metadata.tags == tags
    assert page(HEADLINE, *ARTICLE, *share, "Most read", OTHER, OTHER[::-1], *lines).metadata.tags == ()


@pytest.mark.parametrize("row", ["Farholm Courier · 5 hours ago", "Farholm · vor 2 Stunden", "#1 Farholm"])
def test_a_time_beside_the_name_of_a_house_is_no_tag_nor_is_a_rank(row: str) -> None:
    document = page(HEADLINE, *ARTICLE, "Share on Facebook", OTHER, row, "#2 Ferry", "#3 Islanders")
    assert document.metadata.tags == ()


def test_a_menu_with_wide_spaces_is_a_menu() -> None:
    document = page("Home  Politics  Sport  Log in", HEADLINE, "By Jo Lind", *ARTICLE)
    assert role(document, "Home  Politics  Sport  Log in") == "boilerplate/navigation"


# ---- what stands behind the article ----------------------------------------------------------------------------------


@pytest.mark.parametrize("line", ["(AIP)", "RO1/BAI", "os/cmas/kp"])
def test_initials_right_behind_the_article_sign_it(line: str) -> None:
    assert role(page(*ARTICLE, line, "Share", OTHER), line) == "footer/agency"
    assert role(page(*ARTICLE, "Share", "Read more", OTHER, line, OTHER), line) != "footer/agency"


def test_below_a_key_of_contacts_stand_who_can_be_reached() -> None:
    lines = ("Media contact", "Margaret Oduya", "Harbour office of Farholm", "press@harbour.example")
    document = page(*ARTICLE, *lines, OTHER)
    assert [role(document, line) for line in lines] == ["footer/contact"] * 4
    alone = page(*ARTICLE, "Media contact", "Margaret Oduya", OTHER)
    assert role(alone, "Margaret Oduya") != "footer/contact"


@pytest.mark.parametrize(
    "lines",
    [
        ("Media contact:", "Pier Works, S.L.", "Margaret Oduya", "96 000 00 41"),
        ("Media contact:", "Pier Works", "Margaret Oduya", "12 Quay Street", "Email: press@harbour.example"),
    ],
)
def test_a_firm_may_end_with_a_full_stop_and_a_field_may_say_at_what_they_are_reached(lines: tuple[str, ...]) -> None:
    document = page(*ARTICLE, *lines, "Most read", OTHER)
    assert {role(document, line) for line in lines} == {"footer/contact"}
    without = page(*ARTICLE, *lines[:-1], "Language: English", "Most read", OTHER)
    assert role(without, lines[1]) != "footer/contact"


def test_a_short_label_among_headlines_announces_what_stands_below_it() -> None:
    below = ("1 Water tower becomes a museum after all", "2 Where cranberries are picked this autumn")
    document = page(*ARTICLE, "Advertisement", OTHER, "Our columns", *below)
    assert role(document, "Our columns") == "boilerplate/list_heading"


def test_keys_and_values_in_turns_are_fields_though_some_keys_are_not_known() -> None:
    table = ("Journal", "Pier Studies", "DOI", "10.5555/pier.2025", "Method of Divers", "Two boats", "Subject", "Posts")
    document = page(HEADLINE, *ARTICLE, *table, "Media contact", "press@harbour.example")
    assert {role(document, line).partition("/")[0] for line in table} == {"footer"}
    assert ("Method of Divers", "Two boats") in [(field.key, field.value) for field in document.metadata.fields]
    menu = ("Home", "Politics", "Sport", "Weather", "Opinion", "Culture")
    assert {role(page(HEADLINE, *ARTICLE, *menu), line).partition("/")[0] for line in menu} == {"boilerplate"}


@pytest.mark.parametrize("line", ["Haber: Anna Muster", "Piše: Anna Muster", "by: Anna Muster"])
def test_who_wrote_behind_a_key_is_a_byline_below_the_headline_beside_its_date(line: str) -> None:
    dates = ("Posted: Mar 3, 2025 / 05:42 PM", "Updated: Mar 3, 2025 / 09:10 PM")
    assert role(page(HEADLINE, line, *dates, "Share", *ARTICLE), line) == "header/byline"
    among = ("Source: Pier Post", line, "Tags: ferries, islands")
    assert role(page(HEADLINE, *among, *ARTICLE), line) == "footer/author"
