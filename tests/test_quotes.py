"""Which mark opens and which closes, in the styles of many languages, nested, reopened, glued and turned."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndclean.rules.quotes import CLOSE, MARKS, NONE, OPEN, TURNED, read

SIGNS = {OPEN: "<", CLOSE: ">", NONE: "'"}


def signs(text: str) -> str:
    """One sign for each mark that the reading speaks of."""
    return "".join(SIGNS[mark.role] for mark in read(text).marks)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“They left,” she said. “They’ll be back.”", "<><>"),  # en
        ("„Sie sind fort“, sagte sie. „Sie kommen zurück.“", "<><>"),  # de
        ("»Sie sind fort«, sagte sie. »Sie kommen zurück.«", "<><>"),  # de, da
        ("«Ils sont partis», dit-elle. «Ils reviendront.»", "<><>"),  # fr-CH, it, es
        ("« Ils sont partis », dit-elle. « Ils reviendront. »", "<><>"),  # fr
        ("„Odeszli”, powiedziała. „Wrócą.”", "<><>"),  # pl, ro, hu
        ("”De har gått”, sa hon. ”De kommer.”", "<><>"),  # sv, fi
        ("»He lähtivät», hän sanoi. »He tulevat.»", "<><>"),  # fi
        ('"They left," she said. "They will be back."', "<><>"),
        ("‘They left,’ she said. ‘They will be back.’", "<><>"),  # en-GB
        ("„Er sagte: ‚Nein.‘ Dann ging er.“", "<<>>"),  # nested, de
        ("“He said ‘no’ to me.”", "<<>>"),  # nested, en
        ("«Dijo “no” y se fue.»", "<<>>"),  # nested, es
        ("«Он сказал: „Нет“ и ушёл.»", "<<>>"),  # nested, ru
        ("„Jis tarė: „Ne.“ Ir išėjo.“", "<<>>"),  # nested in the same marks, lt
        ("“They left.\n“They will be back.”", "<<>"),  # reopened
        ("“They left.”They waited. “No.”", "<><>"),  # glued behind
        ("They left.“They waited.” No.", "<>"),  # glued before
        ('They left."They waited." No.', "<>"),
        ("Sie gingen.„Sie kommen zurück.“Er wartet.", "<>"),
        ("Sie sagte „ja“.”Wir gehen”, sagte er.", "<><>"),  # turned
        ("It's the dogs' bone, rock 'n' roll of the '90s", "'<>'"),
        ("He is 5'10\" tall", "'"),
        ("L’Ukraine et l’Europe d’aujourd’hui", ""),
        ("צה\"ל הודיע", "'"),
    ],
)  # fmt: skip
def test_every_mark_is_read(text: str, expected: str) -> None:
    assert signs(text) == expected


@given(st.text(alphabet="aA .,\n“”„\"«»'’‘", max_size=60))
def test_reading_is_total_and_in_order(text: str) -> None:
    marks = read(text).marks
    assert [mark.at for mark in marks] == sorted({mark.at for mark in marks})
    assert all(text[mark.at] in MARKS and mark.role in SIGNS for mark in marks)


@given(st.text(alphabet="aA .,\n“”„\"«»'’‘", max_size=60))
def test_turning_touches_marks_at_the_beginning_of_a_line_alone(text: str) -> None:
    for edit in TURNED.edits(text):
        assert edit.end == edit.start + 1 == edit.start + len(edit.text)
        assert {text[edit.start], edit.text} <= set(MARKS)
        assert edit.start == 0 or text[edit.start - 1] == "\n"
