"""Bytes, mojibake, control and invisible characters, line ends, spaces."""

import re
from pathlib import Path
from unicodedata import combining, normalize

import pytest
from ftfy.chardata import UTF8_CLUES
from hypothesis import given
from hypothesis import strategies as st

from syndclean import clean, decode
from syndclean.rules import characters

TEXT = "Über den Fluss führt eine Brücke – „endlich“, sagt Zoë."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_bytes_are_read_by_mark_or_shape(encoding: str) -> None:
    assert clean(TEXT.encode(encoding)).text == TEXT


def test_windows_1252_is_recorded() -> None:
    document = decode("Brücke".encode("cp1252"))
    assert [(e.start, e.end, e.text, e.rules) for e in document.edits] == [(2, 3, "ü", ("decode/windows-1252",))]


def test_one_bad_byte_in_utf_8_costs_that_byte() -> None:
    document = decode("Brücke und Fähre, ".encode() + b"\x96 billig")
    assert document.segments[0].text == "Brücke und Fähre, – billig"
    assert ("decode/windows-1252", "text/mojibake") in {edit.rules for edit in document.edits}


@given(st.text(st.characters(codec="cp1252", min_codepoint=0xA0), min_size=1).map(lambda t: f"Das ist {t}, und gut."))
def test_typography_and_letters_of_a_clean_text_stay(text: str) -> None:
    changed = {rule for edit in decode(text).edits for rule in edit.rules}
    # What reads as misread may be so, and what it stands for may be a space or a mark that nobody sees.
    assert changed <= {"text/mojibake", "text/spaces", "text/margin", "text/invisible", "text/direction-mark"}


@pytest.mark.parametrize(
    "text",
    [
        "« Ça va ? », dit-il : 70 % des cas…",
        "l’été 2024 — “oui”",
        "„Ja“, sagte sie. ‚Nein‘.",
        "東京（共同）「はい」",
        "می\u200cخواهم بروم",
        "क्षत्रिय और श्री",
        "ภาษา\u200bไทย",
        "👨\u200d👩\u200d👧 🏴\U000e0067\U000e0062\U000e007f",
        "שלום\u200f!",
        "Schiff\u00adfahrt",
        "½ ² ﬁ ﷺ １",
        "Å é Ã",
        "naïve café",
        "x − y ≤ 3 °C",
    ],
)
def test_what_is_right_stays(text: str) -> None:
    document = clean(text)
    assert document.text == text
    assert document.edits == ()


@given(st.text() | st.text(st.sampled_from("a \u00a0\u202f\u2009\u3000\u1680\n\t&amp;#38")))
def test_the_quick_look_misses_nothing(text: str) -> None:
    """Where `odd` sees nothing, no rule but the one for mojibake has anything to do."""
    if not characters.odd(text):
        for rule in characters.RULES:
            if rule is not characters.MOJIBAKE and rule is not characters.MARGIN:
                assert rule.edits(text) == []


@pytest.mark.parametrize("follows", sorted(set(UTF8_CLUES["utf8_continuation"]) - set("-")))
@pytest.mark.parametrize(("leads", "number"), [("utf8_first_of_2", 1), ("utf8_first_of_3", 2), ("utf8_first_of_4", 3)])
def test_the_quick_look_sees_what_ftfy_would(leads: str, number: int, follows: str) -> None:
    for lead in UTF8_CLUES[leads]:
        assert characters._SUSPICIOUS.search(f"a{lead}{follows * number}")


# ---- letters and their marks apart, and spaces that do not break ----

SAMPLES = Path(__file__).parent.parent / "samples"


@pytest.mark.parametrize("name", [path.stem for path in sorted(SAMPLES.glob("*.txt")) if "mojibake" not in path.stem])
def test_a_dump_whose_letters_stand_apart_from_their_marks_is_taken_apart_alike(name: str) -> None:
    raw = SAMPLES.joinpath(f"{name}.txt").read_text(encoding="utf-8")
    document, apart = clean(raw), clean(normalize("NFD", raw))
    assert [(s.kind, s.role, normalize("NFC", s.text)) for s in apart.segments] == [
        (s.kind, s.role, normalize("NFC", s.text)) for s in document.segments
    ]
    stated = {"fields", "problems"}
    assert apart.metadata.model_dump(exclude=stated) == document.metadata.model_dump(exclude=stated)


@pytest.mark.parametrize("name", [path.stem for path in sorted(SAMPLES.glob("*.txt")) if "mojibake" not in path.stem])
@pytest.mark.parametrize("space", ["\u00a0", "\u202f"])
def test_a_dump_whose_spaces_do_not_break_is_taken_apart_alike(name: str, space: str) -> None:
    raw = SAMPLES.joinpath(f"{name}.txt").read_text(encoding="utf-8")
    raw = re.sub(" {2,}", " ", raw)
    document, unbroken = clean(raw), clean(raw.replace(" ", space))
    assert [(s.kind, s.role, s.text.replace(space, " ")) for s in unbroken.segments] == [
        (s.kind, s.role, s.text.replace(space, " ")) for s in document.segments
    ]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_letters_themselves_stay_as_they_came(form: str) -> None:
    text = normalize(form, "Die Räte tagten über die Fähre.Später gingen sie.")
    document = clean(text)
    assert "".join(segment.text for segment in document.segments) == text
    assert (document.edits, len(document.body)) == ((), 2)


@given(st.text(st.sampled_from("ae\u0301\u0308\u0323\u1112\u1161\u11ab. é한"), max_size=30))
def test_an_offset_among_letters_and_marks_comes_back(text: str) -> None:
    line, back = characters.plain(text)
    assert normalize("NFC", line) == normalize("NFC", text)
    for at in range(len(line) + 1):
        if combining(line[at : at + 1] or "a"):
            continue  # nothing is cut between a letter and a mark that stays
        assert normalize("NFC", text[: back(at)]) == normalize("NFC", line[:at])
