"""What stands at the very end of an article and is not it: what speaks of it, who signed it, who wrote it."""

import pytest

from syndclean import clean
from tests.ferry import ARTICLE, HEADLINE, OTHER, TEXT, page, sort

OF_ITSELF = (
    "The views expressed in this article are those of its author.",
    "(Disclaimer: the opinions given by the contributors are their own.)",
    "An earlier version of this story gave another name to the ferry.",
    "(This story has not been edited by our staff and comes from a syndicated feed.)",
    "Die Redaktion übernimmt keine Gewähr für die Richtigkeit der Angaben.",
    "Cet article a été corrigé : le bateau a deux ponts.",
    "El contenido de este artículo es responsabilidad exclusiva de su autor.",
    "Errata corrige: in una prima versione la nave di questo articolo aveva un altro nome.",
    "Este artigo não constitui recomendação de compra.",
    "Artykuł wyraża wyłącznie opinie autora.",
    "Мнение автора статьи может не совпадать с мнением редакции.",
    "本文不代表本站观点。",
    "이 기사의 내용은 필자의 견해이며 본지의 입장과 다를 수 있습니다.",
)
OF_THE_WORLD = (
    "The views expressed at the harbour were loud, and nobody went home before ten.",
    "The mayor accepts no blame for the storm, and the author of the plan has left the town.",
    "An earlier version of the ramp had been of wood, and it was seventy years old.",
    "Die Fähre fährt ohne Gewähr, sagte die Kapitänin und lachte.",
)


@pytest.mark.parametrize("line", OF_ITSELF)
def test_a_last_sentence_that_speaks_of_the_article_ends_it(line: str) -> None:
    for behind in ((), ("Trending", OTHER, "Water tower becomes a museum after all")):
        document = page(HEADLINE, *ARTICLE, line, *behind)
        assert sort(document, line) == "footer/disclaimer"
        assert document.text == TEXT


@pytest.mark.parametrize("line", OF_THE_WORLD)
def test_one_that_speaks_of_something_else_does_not(line: str) -> None:
    assert sort(page(HEADLINE, *ARTICLE, line), line) == "body/paragraph"


def test_the_label_above_it_goes_with_it() -> None:
    line = "This release contains forward-looking statements, which may turn out to be wrong."
    document = page(HEADLINE, *ARTICLE, "Forward-Looking Statements", line)
    assert sort(document, "Forward-Looking Statements") == "footer/disclaimer"
    assert document.text == TEXT
    document = page(HEADLINE, *ARTICLE, "What is still to be done", line)
    assert sort(document, "What is still to be done").startswith("body/")


def test_it_is_one_only_where_an_article_stands_before_it() -> None:
    line = OF_ITSELF[1]
    assert clean(f"{ARTICLE[0]}\n{line}").text.endswith(line)
    assert clean(line).text == line


@pytest.mark.parametrize("line", ["/kb/she", "/ferrynews/", "(©FNA)"])
def test_initials_and_agencies_between_slashes_sign_an_article(line: str) -> None:
    for behind in ((), ("Trending", OTHER, "Water tower becomes a museum after all")):
        document = page(HEADLINE, *ARTICLE, line, *behind)
        assert sort(document, line) == "footer/agency"
        assert document.text == TEXT


def test_what_tells_of_who_wrote_may_stand_below_a_signature_and_above_one() -> None:
    life = "Jo Lind is a reporter at the Pier Post."
    for last in (("/kb/she", life), (life, "/kb/she"), (life, OF_ITSELF[0], "/kb/she")):
        document = page(HEADLINE, *ARTICLE, *last)
        assert document.text == TEXT
        assert clean(document.text).text == TEXT


@pytest.mark.parametrize(
    ("label", "life"),
    [
        ("About the author", "Jo Lind grew up at the harbour and keeps bees."),
        ("L'autrice", "Jo Lind a grandi au port et élève des abeilles."),
        ("Über die Autorin", "Jo Lind ist am Hafen aufgewachsen und hält Bienen."),
    ],
)
def test_a_label_announces_who_wrote(label: str, life: str) -> None:
    document = page(HEADLINE, *ARTICLE, label, life)
    assert (sort(document, label), sort(document, life)) == ("footer/author", "footer/author")
    assert document.text == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "About the author: Jo Lind grew up at the harbour and keeps bees.",
        "Om forfatteren: Jo Lind er vokset op ved havnen og holder bier.",
        "Про авторку. Джо Лінд виросла біля гавані та тримає бджіл.",
    ],
)
def test_so_does_one_on_the_same_line(line: str) -> None:
    for behind in ((), ("Tags: ferries, harbours", "Trending", OTHER, "Water tower becomes a museum after all")):
        document = page(HEADLINE, *ARTICLE, line, *behind)
        assert sort(document, line) == "footer/author"
        assert document.text == TEXT


def test_a_sentence_that_begins_with_the_author_tells_of_the_article() -> None:
    line = "The author of the plan for the new quay came to the feast with her four children."
    assert sort(page(HEADLINE, "By Jo Lind", *ARTICLE, line), line) == "body/paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "This story may be republished with a link to its source.",
        "Um Quellenangabe wird gebeten.",
        "Přebírat tento text lze jen se svolením vydavatele.",
        "Denne artikel må genudgives frit med kildehenvisning.",
        "Цитирование разрешено при условии активной ссылки.",
    ],
)
def test_a_sentence_behind_the_article_says_on_what_terms_it_may_be_used(line: str) -> None:
    document = page(HEADLINE, *ARTICLE, "Tags: ferries, harbours", "Share Tweet Mail", line, "Trending", OTHER)
    assert sort(document, line) == "footer/licence"


@pytest.mark.parametrize("byline", ["By Anna Muster", "By Anna Muster and Tom Hallam"])
def test_who_wrote_other_articles_did_not_write_this_one(byline: str) -> None:
    others = ("Trending", OTHER, byline, "Water tower becomes a museum after all", "By Jo Lind")
    document = page(HEADLINE, "By Jo Lind", *ARTICLE, *others)
    assert document.metadata.authors == ("Jo Lind",)
    assert sort(document, byline).startswith("boilerplate/")


def test_where_nobody_is_known_to_have_written_it_they_may_have() -> None:
    document = page(HEADLINE, *ARTICLE, "Trending", OTHER, "Water tower becomes a museum after all", "By Anna Muster")
    assert sort(document, "By Anna Muster") == "footer/author"


NEXT = (
    "The water tower of the upper town becomes a museum after all, since a donor from overseas has paid for its roof.",
    "Children will paint the walls of the lowest floor in autumn, and a clock that nobody could repair moves upstairs.",
    "Tickets cost as much as a bun, the director promised, and pupils who come with a drawing need not pay at all.",
)


def test_another_article_behind_it_with_a_date_of_its_own_is_none_of_it() -> None:
    behind = ("Share Tweet Mail", "Water tower becomes a museum", "Published: 2 March 2025", *NEXT)
    document = page(HEADLINE, "Published: 3 March 2025", *ARTICLE, *behind)
    assert document.text == TEXT
    assert str(document.metadata.published_at) == "2025-03-03"
    assert {sort(document, line) for line in NEXT} == {"boilerplate/headline"}


def test_without_a_date_above_it_or_with_the_same_or_telling_the_same_it_may_be_of_it() -> None:
    own, between = "Published: 3 March 2025", ("Share Tweet Mail", "The night ferry sails")
    more = (
        "The night ferry to the island has sailed again, the harbour office said when the first boat had left.",
        "Divers laid more anchors at the berth, and carpenters of the yard mended the ramp that the great storm tore.",
        "The captain said that she had never seen so many hands, and the bakery at the pier had sold all of its cakes.",
    )
    for first, second, last in (
        ((), "Published: 2 March 2025", NEXT), ((own,), own, NEXT), ((own,), "Published: 4 March 2025", more)
    ):  # fmt: skip
        assert last[-1] in page(HEADLINE, *first, *ARTICLE, *between, second, *last).text
