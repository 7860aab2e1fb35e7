"""`clean` does nothing but clean: no file, no network, no process; the same everywhere; what is far stays apart."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import PIECES, news

from syndclean import clean

# What the audit hook reports (PEP 578) that an inert function has no reason to raise.
FORBIDDEN = ("open", "os.", "socket.", "subprocess.", "shutil.", "tempfile.", "urllib.", "http.", "ctypes.", "import",
             "exec", "compile", "sqlite3.", "mmap.", "pty.", "signal.", "webbrowser.")  # fmt: skip
_seen: list[str] | None = None


def _listen(event: str, arguments: tuple[object, ...]) -> None:
    if _seen is not None and event.startswith(FORBIDDEN):
        _seen.append(f"{event} {str(arguments)[:80]}")


sys.addaudithook(_listen)  # cannot be taken away again, so it listens only while `events` runs


@contextmanager
def events() -> Iterator[list[str]]:
    global _seen
    _seen = seen = []
    try:
        yield seen
    finally:
        _seen = None


# What is loaded when it is first needed: the profiles of each script, the words of each language, ftfy.
WARM = [
    "The boats have left.They will be back, said the mayor of the town. Ã©tÃ© â€œsoâ€\x9d",
    "Die Schiffe sind fort.Sie kommen zurück, und der Bürgermeister der Stadt ist nicht da.",
    "Les bateaux sont partis.Ils reviendront, a dit le maire de la ville.",
    "Корабли ушли. Они вернутся весной, сказал мэр города.", "Τα πλοία έφυγαν.", "הספינות עזבו.",
    "غادرت السفن الميناء.", "नावें चली गईं।", "নৌকা চলে গেছে।", "ਕਿਸ਼ਤੀਆਂ", "હોડી", "படகுகள்", "పడవలు", "ದೋಣಿಗಳು",
    "വള്ളങ്ങൾ", "เรือออกไปแล้ว", "배가 떠났다.", "船走了。船が出た。港にはもう誰もいない。",
    "Author : Jane Doe\nPublish date : 2025-04-17\nSource: https://a.example/x\nTrending",
]  # fmt: skip


def test_the_hook_hears_what_is_forbidden() -> None:
    with events() as seen, open(os.devnull) as file:
        file.read()
    assert seen[0].startswith("open")


def test_nothing_but_cleaning_happens_on_the_samples(samples: list[str]) -> None:
    for raw in (*WARM, *samples):
        clean(raw)
    with events() as seen:
        for raw in samples:
            clean(raw)
    assert seen == []


@given(news)
def test_nothing_but_cleaning_happens(raw: str) -> None:
    clean(raw)  # a language may be met for the first time
    state = os.getcwd(), dict(os.environ), sys.getrecursionlimit()
    with events() as seen:
        clean(raw)
    assert seen == []
    assert (os.getcwd(), dict(os.environ), sys.getrecursionlimit()) == state


# ---- what is far stays apart ---------------------------------------------------------------------------------------

PROSE = [
    "The council met on Monday evening and adjourned without a vote, said the mayor of the town.",
    "Nobody in the harbour knows when the boats will be back, or who is going to pay for them.",
    "Two of the owners have sold their share, and a third is thinking about it, as she told the paper.",
    "The old pier was closed in the winter, when a storm had taken away a part of the wooden rail.",
    "A new one is to be built in two years, if the money comes, which it most likely will not.",
    "Until then the ferry calls at the other side of the bay, an hour away for those who walk.",
    "The people of the island have become used to it, they say, and to much else besides.",
    "In summer there are guests, and the shop beside the church is open for a few hours a day.",
    "In autumn the last of them leave, and the school has nine children in a single class.",
    "Their teacher came from the city for a year, and has now been there for eleven of them.",
    "She does not want to leave, though the roof lets in the rain and the stove is out of order.",
    "The mayor has promised her a new one, and she has told him that she has heard that before.",
]
ODD = [piece for piece in PIECES if piece.strip("\n\r\x85\u2028\x0b \t\u00a0\u200b\ufeff\x1c\x00")]


@given(st.lists(st.sampled_from(ODD), min_size=1, max_size=4).map(" ".join), st.integers(0, 1), st.data())
def test_an_odd_line_changes_nothing_ten_lines_away(odd: str, end: int, data: st.DataObject) -> None:
    """Far from the odd line the blocks are as they were: kind, role, text. A heading of a list may claim what follows,
    and marks of quotation tell how a whole text uses them; such lines are tried by themselves."""
    assume(not set(odd) & set("\"“”„«»'’\n\r\x85\u2028\x0b\x0c"))
    before, after = PROSE[: 12 - end], PROSE[end:]
    plain = clean("\n".join([*before, *after]))
    with_odd = clean("\n".join([*before, odd, *after]))
    far = [(s.kind, s.role, s.text) for s in plain.segments]
    near = [(s.kind, s.role, s.text) for s in with_odd.segments]
    assert near[:2] == far[:2]
    assert near[-2:] == far[-2:]


def test_fields_in_the_middle_leave_the_sentences_above_them_to_the_article() -> None:
    """Sentences side by side are no furniture, though what stands below them stands above articles most often."""
    source, summary = "Source link : https://example.org/a", "Description: The boats left the bay in spring."
    for fields in ((source, summary, source), (source, summary, source, summary)):
        document = clean("\n".join([*PROSE[:11], *fields, *PROSE[1:]]))
        kinds = {segment.text: segment.kind for segment in document.segments}
        assert {kinds[line] for line in PROSE} == {"body"}
        assert {kinds[line] for line in fields} == {"footer"}


# ---- the same everywhere -------------------------------------------------------------------------------------------

PROGRAM = """
import hashlib, json, sys, syndclean
for text in json.load(sys.stdin):
    print(hashlib.sha256(syndclean.clean(text).model_dump_json().encode()).hexdigest())
"""


def test_processes_agree_whatever_they_saw_before(samples: list[str]) -> None:
    """Other hash seeds, another order of documents, another locale: each document comes out the same."""
    texts = [*samples, *WARM, *PIECES, "".join(PIECES), "\n".join(PIECES)]
    here = [hashlib.sha256(clean(text).model_dump_json().encode()).hexdigest() for text in texts]
    path = os.pathsep.join(sys.path)
    for seed, order, locale in (("0", 1, "C"), ("7", -1, "C.UTF-8"), ("4242", 1, "POSIX")):
        world = {"PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": "Asia/Tokyo", "PYTHONPATH": path}
        given_ = json.dumps(texts[::order])
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM], input=given_, text=True, stdout=-1, check=True, env=world
        )
        assert done.stdout.split()[::order] == here
