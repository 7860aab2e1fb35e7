"""Who wrote: what a paragraph below an article introduces, names below each other, the house above the article."""

from datetime import UTC, datetime

import pytest
from ferry import ARTICLE, FIRST, HEADLINE, LAST, OTHER, SECOND, TEXT, page, sort

from syndclean import clean
from syndclean.facts import introduced

LIST = ("Most read", "Village bakery wins the regional prize with a recipe from 1911", "Two lighthouses for sale")


# ---- at the end of the article ---------------------------------------------------------------------------------------

LIVES = (
    "Ann Roe is a reporter for the Ellery Courier.", "Ann Roe ist Redakteurin beim Boten. Sie schreibt über Häfen.",
    "Ann Roe est journaliste au Courrier d'Ellery.", "Ann Roe es redactora de la sección de Local.",
    "* Ann Roe is professor of history at the University of Ellery.", "Ann Roe covers the islands and the coast.",
    "Ann Roe är reporter på Bladet och bevakar skärgården.", "Анна Рой — журналист «Порта».",
)  # fmt: skip


@pytest.mark.parametrize("life", LIVES)
@pytest.mark.parametrize("behind", [(), LIST, ("© 2025 Ellery Courier",), ("Source: Ellery Courier",)])
def test_a_paragraph_that_introduces_who_wrote_is_no_article(life: str, behind: tuple[str, ...]) -> None:
    document = page(HEADLINE, *ARTICLE, life, *behind)
    assert document.text == TEXT
    assert sort(document, life) == "footer/author"


@pytest.mark.parametrize("life", LIVES)
def test_behind_what_the_site_says_it_does_so_too(life: str) -> None:
    document = page(HEADLINE, *ARTICLE, "Share this article", life, *LIST)
    assert (document.text, sort(document, life)) == (TEXT, "footer/author")


def test_the_name_may_stand_above_it() -> None:
    lives = (("ANN ROE", "Roe covers the islands. She lives in Ellery."), ("Ann Roe", "Is a reporter in Ellery."))
    for name, life in lives:
        document = page(HEADLINE, *ARTICLE, name, life, *LIST)
        assert document.text == TEXT
        assert sort(document, name) == sort(document, life) == "footer/author"


def test_what_stands_below_the_announcement_of_who_wrote_is_that() -> None:
    document = page(HEADLINE, *ARTICLE, "Share this article", "About the author", "Ann Roe", "Harbour desk", *LIST)
    assert [sort(document, line) for line in ("Ann Roe", "Harbour desk")] == ["footer/author"] * 2


@pytest.mark.parametrize(
    "line",
    [
        "Ann Roe is the mayor of Ellery, and she will be on board.",  # writes nothing
        "The ferry is a reporter's dream, she said.",
        "Ann Roe, a reporter for the Ellery Courier, will be on board.",
    ],
)
def test_another_paragraph_at_the_end_is_the_article_s(line: str) -> None:
    assert page(HEADLINE, *ARTICLE, line, *LIST).text == f"{TEXT}\n\n{line}"


def test_of_whom_the_article_tells_it_tells_to_the_end() -> None:
    told = "Ann Roe has waited for the boat since the autumn, and so have her neighbours on the island."
    life = "Ann Roe is a reporter for the Ellery Courier."
    assert page(HEADLINE, FIRST, told, LAST, life, *LIST).text.endswith(life)
    assert page(HEADLINE, FIRST, life, SECOND, LAST, *LIST).text == "\n\n".join((FIRST, life, SECOND, LAST))


def test_whoever_signed_it_the_article_ends_where_it_does_alone() -> None:
    life = "Ann Roe is a reporter for the Ellery Courier."
    for byline in ("By Joan Bell", "By Ann Roe"):
        document = page(HEADLINE, byline, *ARTICLE, life, "Tom Hallam (PAP)", *LIST)
        assert (document.text, clean(document.text).text) == (TEXT, TEXT)


def test_a_name_with_its_agency_ends_the_article() -> None:
    for behind in ((), LIST):
        document = page(HEADLINE, *ARTICLE, "Ann Roe (PAP)", *behind)
        assert (document.text, document.metadata.authors, document.metadata.agency) == (TEXT, ("Ann Roe",), "PAP")


@pytest.mark.parametrize("text", ["", "Ann", "Ann Roe", "Ann Roe is", "High Plains Letter is a reader-supported paper"])
def test_nobody_is_introduced(text: str) -> None:
    assert introduced(text) is None


# ---- signatures of wires ---------------------------------------------------------------------------------------------


def test_the_date_behind_the_end_of_a_dispatch_says_when_it_was_sent() -> None:
    document = page(HEADLINE, *ARTICLE, "(END) Pier Newswires", "March 29, 2019 12:20 ET (16:20 GMT)")
    assert document.metadata.published_at == datetime(2019, 3, 29, 12, 20)
    stamped = page(HEADLINE, *ARTICLE, "daa/mt/msr", "20190121T103600+0000")
    assert stamped.metadata.published_at == datetime(2019, 1, 21, 10, 36, tzinfo=UTC)


def test_a_stamp_is_a_field() -> None:
    document = page(HEADLINE, *ARTICLE, "dpa hm bs wjh", "101137 GMT Dez 18")
    assert sort(document, "101137 GMT Dez 18") == "footer/field"


def test_initials_in_capitals_behind_the_last_sentence_are_cut_off() -> None:
    document = page(HEADLINE, FIRST, SECOND, f"{LAST} JSM/LHE", "Source: Ellery Courier")
    assert document.text == TEXT
    assert sort(document, "JSM/LHE") == "footer/agency"


# ---- above the article -----------------------------------------------------------------------------------------------


def test_two_names_below_each_other_both_wrote() -> None:
    caption = "The ferry lies at the eastern quay. Photo: Tom Hallam"
    for above in ((), (caption,)):
        document = page(HEADLINE, *above, "Joan Bell", "Tom Hallam", "Published 3 March 2025", *ARTICLE, *LIST)
        assert document.metadata.authors == ("Joan Bell", "Tom Hallam")


def test_a_name_below_an_uncredited_caption_is_whose_picture_it_is() -> None:
    caption = "The ferry lies at the eastern quay and waits for the spring"
    document = page(HEADLINE, caption, "Tom Hallam", "Joan Bell", "Published 3 March 2025", *ARTICLE, *LIST)
    assert document.metadata.authors == ("Joan Bell",)


@pytest.mark.parametrize("other", ["Getty Images", "Harbour correspondent", "Europa Press"])
def test_an_agency_or_a_role_beside_a_name_is_no_author(other: str) -> None:
    document = page(HEADLINE, other, "Joan Bell", "Published 3 March 2025", *ARTICLE, *LIST)
    assert document.metadata.authors == ("Joan Bell",)


def test_a_name_that_the_notice_of_copyright_has_is_the_house_s() -> None:
    notice = "© 2025 Ellery Courier. All rights reserved."
    document = page(HEADLINE, "Ellery Courier", "Published 3 March 2025", *ARTICLE, notice)
    assert (document.metadata.source_name, document.metadata.authors) == ("Ellery Courier", ())
    assert sort(document, "Ellery Courier") == "footer/source_name"
    above = ("The Pier Post (Ellery)", "3 March 2025", "By Joan Bell")
    bracketed = page(HEADLINE, *above, *ARTICLE, "© 2025 The Pier Post")
    assert (bracketed.metadata.source_name, bracketed.metadata.authors) == ("The Pier Post", ("Joan Bell",))
    known = page(HEADLINE, "Ann Roe", "Published 3 March 2025", *ARTICLE, notice)
    assert known.metadata.authors == ("Ann Roe",)


def test_one_writer_may_be_the_house() -> None:
    behind = ("Ann Roe is a reporter in Ellery.", "© 2025 Ann Roe")
    lines = (HEADLINE, "Ann Roe", "Published 3 March 2025", *ARTICLE, *behind)
    assert page(*lines).metadata.authors == ("Ann Roe",)


def test_a_japanese_name_is_one_and_two_chinese_ones_are_two() -> None:
    from syndclean.facts import authors

    assert authors("桜庭 由佳").authors == ("桜庭 由佳",)
    assert authors("王芳 李娜").authors == ("王芳", "李娜")


def test_a_name_right_behind_the_article_wrote_it_where_nobody_else_did() -> None:
    for behind in ((), LIST):
        document = page(HEADLINE, *ARTICLE, "Rachid Belkacemi", *behind)
        assert (document.text, document.metadata.authors) == (TEXT, ("Rachid Belkacemi",))
    assert page(HEADLINE, "By Joan Bell", *ARTICLE, "Rachid Belkacemi", *LIST).metadata.authors == ("Joan Bell",)
    told = "Rachid Belkacemi has waited for the boat since the autumn, and so have his neighbours on the island."
    assert page(HEADLINE, *ARTICLE, told, "Rachid Belkacemi", *LIST).metadata.authors == ()
    for label in ("Harbour Office", "Rachid Belkacemi sails"):
        assert page(HEADLINE, *ARTICLE, label, *LIST).metadata.authors == ()
    assert page(HEADLINE, *ARTICLE, "Rachid Belkacemi", "Two lighthouses for sale", *LIST).metadata.authors == ()


@pytest.mark.parametrize("byline", ["By Joan Bell | Ellery Courier", "By Joan Bell, Ellery Courier"])
def test_a_paper_behind_a_name_is_the_house(byline: str) -> None:
    document = page(HEADLINE, byline, "3 March 2025", *ARTICLE)
    assert (document.metadata.authors, document.metadata.source_name) == (("Joan Bell",), "Ellery Courier")
    known = page(HEADLINE, byline, "3 March 2025", *ARTICLE, "Source: Pier Post")
    assert known.metadata.source_name == "Pier Post"


def test_a_place_behind_a_chinese_name_is_where_it_was_reported() -> None:
    from syndclean.facts import authors

    assert (authors("記者林筱晴／台東報導").authors, authors("記者林筱晴／台東報導").location) == (("林筱晴",), "台東")


# ---- once more behind the article ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "below", [("Harbour desk",), ("Harbour desk", "Grew up on the island. Likes cats."), ("Likes cats.",)]
)
def test_the_name_of_who_wrote_comes_back_with_what_is_told_of_them(below: tuple[str, ...]) -> None:
    document = page(HEADLINE, "By Ann Roe", *ARTICLE, "Share this article", "ANN ROE", *below, *LIST)
    assert [sort(document, line) for line in ("ANN ROE", *below)] == ["footer/author"] * (1 + len(below))
    assert (document.text, document.metadata.authors) == (TEXT, ("Ann Roe",))


def test_but_nothing_further_down_and_no_other_name() -> None:
    document = page(HEADLINE, "By Ann Roe", *ARTICLE, "Ann Roe", "Harbour desk", "Southam", OTHER, *LIST)
    assert sort(document, OTHER).startswith("boilerplate/")
    document = page(HEADLINE, "By Ann Roe", *ARTICLE, "Share this article", "Joan Bell", *LIST)
    assert sort(document, "Joan Bell").startswith("boilerplate/")


def test_below_the_headline_of_another_article_the_name_is_that_of_who_wrote_that() -> None:
    document = page(HEADLINE, "By Ann Roe", *ARTICLE, *LIST, "Ann Roe")
    assert sort(document, "Ann Roe").startswith("boilerplate/")


# ---- the house above the article -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "house", ["Port Ellery Sentinel", "Farholmer Küstenbote", "Körfez Postası", "港町新聞", "Universitetet Farholm AS"]
)
@pytest.mark.parametrize("above", [("{}", HEADLINE), (HEADLINE, "{}"), (HEADLINE, "{}", "3 March 2025")])
def test_a_house_beside_the_headline_is_told_by_what_it_is_called(house: str, above: tuple[str, ...]) -> None:
    document = page(*(line.format(house) for line in above), *ARTICLE)
    assert (sort(document, house), document.metadata.source_name) == ("footer/source_name", house)
    assert (document.text, document.metadata.title) == (TEXT, HEADLINE)


def test_where_a_source_is_named_a_section_may_be_called_so() -> None:
    document = page("Ellery Bulletin", HEADLINE, *ARTICLE, "Source: Harbour Times")
    assert document.metadata.source_name == "Harbour Times"
    assert sort(document, "Ellery Bulletin") != "footer/source_name"


def test_a_label_that_is_called_like_no_house_stays_a_section() -> None:
    assert page("Local News", HEADLINE, *ARTICLE).metadata.source_name is None


# ---- when, and who answers for it ------------------------------------------------------------------------------------


@pytest.mark.parametrize("ago", ["2 hours ago", "vor 3 Stunden", "il y a 2 heures", "6時間前"])
@pytest.mark.parametrize("others", [(), ("By Ann Roe",)])
def test_how_long_ago_it_appeared_is_its_date_below_the_headline(ago: str, others: tuple[str, ...]) -> None:
    document = page(HEADLINE, *others, ago, *ARTICLE, *LIST, ago)
    own, other = (f"{s.kind}/{s.role}" for s in document.segments if s.text == ago)
    assert (own, other) == ("header/date", "boilerplate/date_stamp")


def test_a_disclaimer_may_stand_further_behind_but_not_below_what_announces_others() -> None:
    line = "The harbour office holds no responsibility for this text."
    shares = tuple(f"Share on {name}" for name in ("Facebook", "WhatsApp", "LinkedIn", "Telegram", "Reddit", "X"))
    contact = ("Pier Press", "Ann Roe", "12 Quay Street", "Port Ellery", "Farholm")
    assert sort(page(HEADLINE, *ARTICLE, *shares, *contact, line, *LIST), line) == "footer/disclaimer"
    below = page(HEADLINE, *ARTICLE, "Share this article", *LIST, *LIST[::-1], line)
    assert sort(below, line).startswith("boilerplate/")
