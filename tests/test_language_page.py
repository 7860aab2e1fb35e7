"""The languages of a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndclean.language import Piece, detect, languages

FRENCH = [
    "Le conseil municipal a voté lundi soir le budget de la ville, après plusieurs heures de débats parfois vifs.",
    "Les élus de l'opposition ont quitté la salle avant le vote, dénonçant un manque de transparence.",
    "Le maire assure que les investissements prévus dans les écoles seront tenus, malgré la hausse des prix.",
    "Une réunion publique doit se tenir le mois prochain afin de présenter le projet aux habitants du quartier.",
]
GERMAN = [
    "Der Stadtrat hat am Montagabend nach langer Debatte den Haushalt für das kommende Jahr beschlossen.",
    "Die Opposition verließ vor der Abstimmung den Saal und beklagte, dass wichtige Zahlen fehlten.",
    "Der Bürgermeister versprach, dass die Schulen trotz der gestiegenen Kosten saniert werden sollen.",
]
JAPANESE = [
    "市議会は月曜日の夜、長時間の議論の末に来年度の予算を可決した。",
    "市長は学校の改修を予定どおり進めると約束した。",
]


def body(texts: list[str]) -> list[Piece]:
    return [Piece(text) for text in texts]


def tags(pieces: list[Piece]) -> list[str | None]:
    return [tag for tag, _ in languages(pieces)[1]]


@pytest.mark.parametrize(("texts", "tag"), [(FRENCH, "fr"), (GERMAN, "de"), (JAPANESE, "ja")])
def test_the_body_has_a_language(texts: list[str], tag: str) -> None:
    assert languages(body(texts))[0] == tag
    assert tags(body(texts)) == [tag] * len(texts)


@pytest.mark.parametrize("fragment", ["Des promesses", "Le vote", "Transparence", "Notre photo", "A. Martin, à Lille"])
def test_a_fragment_is_in_the_language_of_the_body(fragment: str) -> None:
    assert detect(fragment)[0] != "fr" or detect(fragment)[1] < 1
    assert tags([*body(FRENCH), Piece(fragment)])[-1] == "fr"


@pytest.mark.parametrize(
    ("headline", "tag"),
    [
        ("Budget : la région vote à son tour", "fr"),
        ("Météo : la pluie revient jeudi", "fr"),
        ("El ayuntamiento cierra el puente viejo tras hallar grietas", "es"),
        ("Council closes old bridge after engineers find cracks", "en"),
        ("Gemeente sluit oude brug nadat er scheuren zijn gevonden", "nl"),
        ("Город закрывает старый мост до осени", "ru"),
    ],
)
def test_a_headline_under_a_french_article(headline: str, tag: str) -> None:
    assert tags([*body(FRENCH), Piece(headline, "boilerplate")])[-1] == tag


def test_a_paragraph_in_another_language_is_seen() -> None:
    assert tags(body([FRENCH[0], GERMAN[0], FRENCH[1], *FRENCH[2:]])) == ["fr", "de", "fr", "fr", "fr"]


def test_a_long_paragraph_that_begins_like_the_body_is_seen() -> None:
    mixed = "Le maire a dit : " + " ".join(GERMAN)
    assert tags(body([*FRENCH, mixed]))[-1] == "de"


@pytest.mark.parametrize("at", [0, 1, 2, 4])
def test_a_paragraph_that_quotes_keeps_its_own(at: int) -> None:
    quoting = " ".join([*FRENCH[:at], "« " + " ".join(GERMAN[:2]) + " »", *FRENCH[at:]])
    assert tags(body([*FRENCH, quoting]))[-1] == "fr"


@pytest.mark.parametrize("at", [0, 4])
def test_a_quotation_in_another_script_does_not_decide(at: int) -> None:
    quote = "«Город закрывает старый мост, и ремонт продлится до осени»"
    quoting = " ".join([*FRENCH[:at], quote, *FRENCH[at:]])
    language, [(tag, confidence)] = languages(body([quoting]))
    assert (language, tag) == ("fr", "fr")
    assert confidence > 0.99


def test_what_a_rule_knows_and_what_has_no_language() -> None:
    pieces = [
        Piece("Share", "boilerplate", known="en"),
        Piece("Source: Le Phare", "footer", bare=True),
        Piece("12.05.2024 17:30", "footer"),
        Piece("https://example.org/le-vote-du-budget", "footer"),
    ]
    assert languages([*body(FRENCH), *pieces])[1][4:] == [("en", 1.0), (None, 0.0), (None, 0.0), (None, 0.0)]


def test_a_body_that_says_nothing_leaves_each_piece_to_itself() -> None:
    assert languages([]) == (None, [])
    assert languages([Piece("12"), Piece(GERMAN[0], "boilerplate")]) == (None, [(None, 0.0), ("de", 1.0)])
    assert languages([Piece(GERMAN[0], "header")])[0] is None


def test_a_detector_of_ones_own() -> None:
    def ours(text: str) -> tuple[str | None, float]:
        return ("gl", 0.9) if "concello" in text else ("es", 0.6)

    language, answers = languages(
        [Piece("O concello pecha a ponte"), Piece("Ponte vella"), Piece("1"), Piece("Puente", "footer")], detector=ours
    )
    assert language == "gl"
    assert [tag for tag, _ in answers] == ["gl", "gl", None, "es"]
    assert 0.5 < answers[1][1] < answers[0][1]


PIECES = st.builds(
    Piece,
    st.text(st.characters(exclude_categories=())) | st.sampled_from(FRENCH + GERMAN + JAPANESE),
    st.sampled_from(["body", "header", "footer", "boilerplate"]),
    st.sampled_from([None, None, "en"]),
    st.booleans(),
)


@given(st.lists(PIECES, max_size=8))
def test_every_piece_has_an_answer_and_the_same_one_again(pieces: list[Piece]) -> None:
    language, answers = languages(pieces)
    assert len(answers) == len(pieces)
    assert all(0 <= confidence <= 1 and (tag is None) == (confidence == 0) for tag, confidence in answers)
    assert languages(pieces) == (language, answers)


@given(st.lists(st.sampled_from(GERMAN), min_size=1, max_size=4), st.permutations(FRENCH))
def test_the_order_of_what_stands_around_does_not_matter(tail: list[str], texts: list[str]) -> None:
    around = [Piece(text, "boilerplate") for text in tail]
    assert languages([*body(texts), *around])[1][len(texts):] == languages([*around, *body(texts)])[1][: len(tail)]


def test_a_page_of_many_small_pieces() -> None:
    pieces = [Piece("Le vote"), *[Piece("x" * 10, "boilerplate")] * 20_000, Piece("a" * 1_000_000), *body(FRENCH)]
    assert len(languages(pieces)[1]) == len(pieces)
