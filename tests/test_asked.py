"""What a site asks its readers for: each word of the vocabulary is heard, and sentences of articles are not."""

import pytest

from syndclean import clean
from syndclean.rules.spoken import asked
from syndclean.rules.words import entries

ROWS = [line.split("\t") for line in entries("ask_pairs.txt")]
PARTED = {"zh-Hans": "", "zh-Hant": "", "ja": "", "th": ""}


@pytest.mark.parametrize("number", range(len(ROWS)), ids=lambda number: f"{ROWS[number][1]}-{ROWS[number][0]}")
def test_every_word_is_heard(number: int) -> None:
    _, language, *lists = ROWS[number]
    firsts, seconds = ([word.rstrip("*") for word in words.split("|")] for words in lists)
    space = PARTED.get(language, " ")
    pairs = [(first, seconds[0]) for first in firsts] + [(firsts[0], second) for second in seconds]
    assert [pair for pair in pairs if asked(f"{pair[0]}{space}{pair[1]}.") is None] == []


@pytest.mark.parametrize("number", range(len(ROWS)), ids=lambda number: f"{ROWS[number][1]}-{ROWS[number][0]}")
def test_each_row_has_two_lists_of_several_words(number: int) -> None:
    _, _, *lists = ROWS[number]
    assert len(lists) == 2
    assert all(len(words.split("|")) > 1 and all(words.split("|")) for words in lists)


HEADLINE = "Ferry sails again to the island of Ellery after a long winter"
FIRST = "The night ferry to the island sails again from Monday, the harbour office said, after the ramp was mended."
SECOND = "The ramp was torn from the quay in January, when a storm hit the coast and two of the posts were cracked."
LAST = "The first boat leaves the pier at half past six in the evening and is expected on the island before nine."
SAID = (
    "Our journalism is free for everyone thanks to readers like you. Please consider supporting us.",
    "Have you spotted a mistake? Let us know by email.", "Hai una segnalazione? Scrivi alla redazione.",
    "Heb je een tip voor de redactie? Stuur ons een bericht.", "Har du spørgsmål til artiklen? Skriv til redaktionen.",
    "Apoye el periodismo independiente y hágase socio desde cinco euros al mes.",
    "Une information à nous transmettre ? Écrivez à la rédaction.", "Send us your comments on this article.",
    "카카오톡 채널을 추가하고 최신 뉴스를 받아보세요.", "この記事についてのご意見をお寄せください。",
)  # fmt: skip
TOLD = (
    "Follow the road to the harbour and turn left at the church.", "Join the union or lose your job, the letter said.",
    "Teilen will der Bürgermeister die Macht mit niemandem.", "Partager le repas du soir est une tradition sur l'île.",
    "Descargar el barco llevó tres días a los estibadores.", "Поделиться уловом с соседями здесь считается долгом.",
    "Support for the ferry has grown since the winter.", "Write to me, she told the captain of the last boat.",
    "シェアは前年より三ポイント下がった。", "공유 어선은 올해 두 배로 늘었다.",
)  # fmt: skip


@pytest.mark.parametrize("line", SAID)
def test_a_site_that_asks_is_no_article(line: str) -> None:
    inside = clean("\n".join((HEADLINE, "3 March 2025", FIRST, SECOND, line, LAST)))
    behind = clean("\n".join((HEADLINE, "3 March 2025", FIRST, SECOND, LAST, line)))
    assert (inside.text, behind.text) == ("\n\n".join((FIRST, SECOND, LAST)),) * 2


@pytest.mark.parametrize("line", TOLD)
def test_an_article_that_tells_of_such_is(line: str) -> None:
    assert clean("\n".join((HEADLINE, "3 March 2025", FIRST, SECOND, line, LAST))).text.split("\n\n")[2] == line
    assert asked(line) is None
