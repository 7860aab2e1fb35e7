"""What the fuzzer (fuzz/fuzz_clean.py) found, each once: the laws hold on it now."""

import pytest

from syndclean import clean
from syndclean.edits import broken_law

NAMED = "Jo Bell|Published 4 months ago"
FOUND: list[str | bytes] = [
    "By Jo Bell on 3 March 2025«Oui.»«Non.»Le maire n’a pas répondu.Les habitants attendent배가 떠났다.봄에By Jo Lind, "
    "Professor of Chemistry, Ellery University",  # somebody else than who signed it is introduced at its end
    "The council met on Monday." * 9 + "J.K.Rowling and Node.Js met" + "The council met on Monday." * 8 + "::"
    + "The council met on Monday.„Das geht“, sagte er.",  # a break moves the signs of code further away
    "000\U0001e4f0",  # a digit of Unicode 15, which Python 3.11 does not know
    "Published: 3 March 2025, 10:00 UTC+\U0001e4f1",
    "It rained.\nSource: https://1.2.3.\U0001e4f1/x",
    "«Oui.»«Non.»Ã©tÃ©\u2028The council met on Monday.",
    "Publish date : 3015-99-99Source link : https://example.org/a | "
    "Source link : https://example.org/aPublish date : 3015-99-99",
    b"\x8a\xc9\xe9\x8a\x93\x93\x93\x93\xc9",
    "\t\x00\x0b",
    "One line.\t\x00\x0bAnother.",
    "\t\x00\n\x00\tOne line.",
    b"\xbe\xff\xa0",
    b"\xf0\x85\xc5",
    "\x01\x00\x1c\x0c",
    ". \ufeffPublish date:015-99",
    "One line. \ufeff \u200b\nAuthor: \u200b Joan Bell",
    "Author :\x00\u2028\xa0\x00",
    "It ended.  Photo: x",  # two spaces before a key
    "J.K.Rowling(APA/dpa, 1.11.2015)(APA/dpa, 1.11.2015)(APA/dpa, 1.11.2015)(APA/dpa, 1.11.2015)SOURCE Pier Works",
    "1. OneDate: 2025-05-03© 2025 PierThis article was updated.",
    "'”Les navires sont partis.”See the page https://example.org/r„Das geht“, sagte er.PTILind reported from Kiel."
    "”Les navires sont partis.”(서울=연합뉴스) 홍길동 기자 =«Oui.»«Non.»'«Oui.»«Non.»'„Das geht“, sagte er.",
    "Le café est au CAFÉÉcole, l’étéÀ partir de “là”.".encode("cp1252"),
    # a break more moved the end of what is looked at for the language, into the middle of a word
    f"1. One»»»٣»»Publish date : 3015-99-99J.K.Rowlin{'https://example.org/x?y=1.Z' * 55}»",
    # names above the article took its first lines for the header, and what was left was none by itself
    f"Jo Bell, ReporterÃ©tÃ©{NAMED * 13}\u2028By Jo Bell on 3 March 2025(APA/dpa, 1.11.2015)e.g.\n\n：2024{NAMED}\n"
    f"：2024{NAMED * 6}(APA/dpa, 1.11.2015){'The council met on Monday.' * 46}",
    "aA" * 500,
]


@pytest.mark.parametrize("raw", FOUND, ids=ascii)
def test_what_was_found_keeps_the_laws(raw: str | bytes) -> None:
    document = clean(raw)
    assert broken_law(document.raw, document.segments, document.edits) is None
    if not any("settle" in problem.message for problem in document.metadata.problems):
        again = clean(document.text)
        assert again.text == document.text
        assert [segment.text for segment in again.segments] == [segment.text for segment in document.body]


@pytest.mark.parametrize(
    "raw",
    [
        "y.The elsePAFP\n\xad", "\xad\ny.The elsePAFP\n\xad\n",
        "https://example.org/a" + "\u202f" * 9 + "😀https://example.org/x?y=1.\nIt met.",  # a run of narrow spaces
        f"Photo:\nhttps://example.org/x?y=1.Z{'The council met on Monday.' * 3}Th",  # a key and its value are one block
    ],
    ids=ascii,
)  # fmt: skip
def test_line_ends_make_no_difference(raw: str) -> None:
    assert clean(raw).text == clean(raw.replace("\n", "\r\n")).text
