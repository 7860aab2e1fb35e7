"""Words with which a site says what a line is, one alone or two together, in many languages and scripts."""

import pytest

from syndclean import clean
from syndclean.rules.spoken import spoken_in_two, spoken_role
from syndclean.rules.words import entries

ARTICLE = (
    "The night ferry to the island sails again from Friday, the harbour office of Ellery said on Tuesday. It had lain "
    "at its berth since the great storm tore the ramp from the quay.",
    "Divers laid new anchors, and the carpenters of the yard mended the ramp within six weeks. The captain said that "
    "she had never seen so many hands at work.",
)


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Recibe cada viernes nuestro boletín", "newsletter"),
        ("网友评论", "comments"),  # where no spaces part words, anywhere
        ("Village bakery wins regional prize", None),
        ("The antinewsletter", None),  # inside a word
        ("क्योंकि", None),
    ],
)
def test_a_word_tells(line: str, role: str | None) -> None:
    assert spoken_role(line) == role


def test_of_several_roles_the_first_counts() -> None:
    rows = [line.split("\t") for line in entries("role_words.txt")]
    (first, words), (_, others) = rows[0], rows[1]
    assert spoken_role(f"{others.split('|')[0]} {words.split('|')[0]}") == first


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Invia il link agli amici", "share"),
        ("Siga leyendo la nota completa", "read_more"),
        ("पूरी खबर यहां पढ़ें", "read_more"),  # vowel signs and the nasal dot are part of a word
        ("यह खबर दोस्तों को भेजें", "share"),
        ("বন্ধুদের সঙ্গে শেয়ার করুন", "share"),
        ("செய்திகளை நண்பர்களுக்கு அனுப்பு", "share"),
        ("続きを読むにはこちら", "read_more"),
        ("اقرأ المقال كاملاً", "read_more"),
        ("Gli amici del porto", None),
        ("Invia", None),
        ("Invia il link agli amici di tutti i porti del mare", None),  # too many words
        ("Invia " + "a" * 90, None),
        ("", None),
    ],
)
def test_two_words_tell_together(line: str, role: str | None) -> None:
    assert spoken_in_two(line) == role


def test_both_words_must_stand_there_at_two_places() -> None:
    for line in entries("role_pairs.txt"):
        _, _, first, second = line.split("\t")
        for word in set(first.split("|")) & set(second.split("|")):
            if " " not in word and "*" not in word:
                assert spoken_in_two(word) is None


@pytest.mark.parametrize("lines", [("Invia il link agli amici", "Stampa la pagina intera"), ("Siga leyendo la nota",)])
def test_such_lines_behind_an_article_are_none_of_it(lines: tuple[str, ...]) -> None:
    document = clean("\n".join((*ARTICLE, *lines)))
    assert document.text == "\n\n".join(ARTICLE)
