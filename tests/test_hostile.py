"""Hostile input: floods, pumped patterns, limits, forged metadata. Growth is a ratio in one run, never a time."""

import importlib
import pkgutil
import random
import re
import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from types import ModuleType
from typing import Any

import pytest
import regex

from syndclean import clean, facts, rules, steps
from syndclean.document import Segment
from syndclean.edits import broken_law
from syndclean.rule import LineRule, TextRule, compiled
from syndclean.rules import characters, fields, headings, joints, notices, phrases, quotes, wires, wraps
from syndclean.steps import decode as decode_module
from syndclean.steps.decode import UNTOUCHED

TIMES = 4  # the larger text is so many times the smaller one
GROWTH = 9  # and may take so many times as long: linear is 4, quadratic is 16
FLOOR = 0.02  # seconds of processor time for the larger text under which growth is noise


def growth(run: Callable[[str], object], make: Callable[[int], str], size: int) -> float:
    """How many times as long `run` takes where the text is `TIMES` as long: the best of three looks, 0 for noise."""
    small, large = make(size), make(TIMES * size)
    ratios = []
    for _ in range(3):
        after = seconds(run, large)
        ratios.append(after / max(seconds(run, small), 1e-9) if after > FLOOR else 0.0)
        if ratios[-1] <= GROWTH:
            break
    return min(ratios)


def seconds(run: Callable[[str], object], text: str) -> float:
    began = time.process_time()
    run(text)
    return time.process_time() - began


ARTICLE = (
    "The council met on Monday and adjourned without a vote, said the mayor of the town.\n"
    "Nobody knows when the boats will be back in the harbour.\n"
)

# ---- every pattern, pumped -----------------------------------------------------------------------------------------


def within(package: ModuleType) -> list[str]:
    """The modules of a package, and of those in it."""
    return [found.name for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")]


# Modules whose patterns see values and lines that are cut to a size before; there growth is measured up to that size.
BOUNDED = {
    "syndclean.dates": 200,
    **dict.fromkeys(within(facts), 1000),
    "syndclean.rules.cuts": 2000,
    "syndclean.rules.fields": 2000,
    "syndclean.furniture": 2000,
}
ALWAYS = (
    " ",
    "a",
    "A",
    "1",
    ".",
    ",",
    ":",
    "-",
    "\n",
    "a ",
    "A ",
    "1.",
    "a.",
    "aA",
    ". ",
    "“",
    "”a",
    "\t",
    "é",
    "漢",
    "x@",
    "(a",
)


def patterns() -> Iterator[tuple[str, str, Callable[[str], Any], int]]:
    """Each pattern of the package: where it stands, its source, what runs it over a text, and how much it may see."""
    for rule in (*characters.RULES, *wraps.RULES, *quotes.RULES, *wires.RULES, *notices.RULES, *fields.RULES,
                 *phrases.RULES, *headings.RULES):  # fmt: skip
        if rule.pattern and isinstance(rule, TextRule):
            yield rule.id, rule.pattern, rule.apply, 20_000
        elif rule.pattern and isinstance(rule, LineRule):
            yield rule.id, rule.pattern, compiled(rule.pattern).fullmatch, rule.longest
    for module in modules():
        for name, value in vars(module).items():
            for n, one in enumerate(value if isinstance(value, tuple) else (value,)):
                source = getattr(one, "pattern", None)
                if isinstance(source, str) and callable(getattr(one, "finditer", None)):
                    size = BOUNDED.get(module.__name__, 20_000)
                    yield f"{module.__name__}.{name}-{n}", source, lambda text, one=one: list(one.finditer(text)), size


def modules() -> Iterator[Any]:
    names = [f"syndclean.{name}" for name in ("dates", "furniture", "language.detector", "language.scripts")]
    yield from map(importlib.import_module, (*names, *within(facts), *within(steps), *within(rules)))


def pieces(source: str) -> list[str]:
    """What a pattern may be pumped with: its own letters and words, in ones and twos, beside what is always tried."""
    own = re.findall(r"[^\W\d_]{1,12}|[^\w\s\\]", re.sub(r"\\p?.|\{[^}]*\}|\(\?\S", " ", source))
    seen = list(dict.fromkeys(own))[:24]
    return [*ALWAYS, *seen, *(f"{word} " for word in seen[:12]), *(a + b for a, b in pairwise(seen))]


@pytest.mark.parametrize(("source", "run", "size"), [pytest.param(*p[1:], id=p[0]) for p in patterns()])
def test_a_pattern_grows_with_its_text(source: str, run: Callable[[str], Any], size: int) -> None:
    for piece in pieces(source):
        for ends in ("", "\x00"):
            made = lambda n, piece=piece, ends=ends: piece * (n // len(piece)) + ends  # noqa: E731
            assert growth(run, made, size // TIMES) <= GROWTH, piece


def test_the_measure_sees_what_is_quadratic() -> None:
    slow = regex.compile(r"\s+$")
    looks = (growth(lambda text: list(slow.finditer(text)), lambda n: " " * n + "x", 6000) for _ in range(3))
    assert any(look > GROWTH for look in looks)  # each look is cut short by other work on the machine


# ---- floods through the whole of it --------------------------------------------------------------------------------

FLOODS = [
    "a", "A", "aA", "aA ", "a.A", "a.A ", "1.1", "1.1 ", '"', '"a" ', "“a” ", "“”", "«»", "''", "a'b ",
    "Aa.Bb ", "We go.They go.", "the houseThe ", '"A"B ', "a)B ", "a:B ", "people,the ", "x?Y ", "(a.B) ",
    "((", "))", "a.– A ", "•a", "¿A?", "다.가", "क।क", "一。", "x\n", "x\n\n", "\n", "\r\n", "\r", "\x85\u2028",
    "- a\n", "Ab 12\n", "Key : v\n", "Author :\n", "Source link : https://a.example/\n",
    "Source: a | Author: b | ", "It ended.Source: a. ", "Trending\n", "12 May 2024\n", "By Jane Doe\n",
    "© 2024 A\n", "”a\n", "Ã©tÃ© ", "Ã", "â€œ", "Ð¿Ñ€", "Â ", "\x00a", "\x1b[31m", "\u200b", "\u202ea",
    "\ufeff", "\ud83d", "\udce9", "\ude00\ud83d", "é\x80", "\u0301", "a\u0301", "👨\u200d", "ไทย\u200b", "a  ",
    "a\t", "\u3000", "\xa0 ", "Foo-\nbar ", "https://a.example/", "@a", "#a ", "...", "…", "MJ", "McA ",
    "U.S.", "J.K.", "e.g. ", "10:30 ", "{{", "<b>", "&amp;", "\\", "/a", "=", "İ", "ﬁ", "²", "٣",
]  # fmt: skip


@pytest.mark.parametrize("piece", FLOODS, ids=ascii)
def test_a_flood_grows_with_its_length(piece: str) -> None:
    assert growth(clean, lambda n: piece * (n // len(piece)), 8_000) <= GROWTH


@pytest.mark.parametrize("piece", FLOODS, ids=ascii)
@pytest.mark.parametrize("size", [1, 300, 20_000])
def test_a_flood_keeps_the_laws(piece: str, size: int) -> None:
    raw = "The boats left.\n" + piece * max(1, size // len(piece)) + "\nSource: https://a.example/x"
    document = clean(raw)
    assert document.raw == raw
    assert broken_law(raw, document.segments, document.edits) is None
    if not any("settle" in problem.message for problem in document.metadata.problems):
        assert clean(document.text).text == document.text


@pytest.mark.parametrize("seed", range(6))
def test_random_bytes_keep_the_laws(seed: int) -> None:
    data = random.Random(seed).randbytes(3_000)
    for raw in (
        data,
        data.decode("latin-1"),
        data.decode("utf-8", "surrogateescape"),
        data.decode("utf-16", "replace"),
    ):
        document = clean(raw)
        assert broken_law(document.raw, document.segments, document.edits) is None


def distinct(line: Callable[[int], str]) -> Callable[[int], str]:
    """A text of so many characters in which no line comes back."""
    return lambda n: "\n".join(line(i) for i in range(n // len(line(1000))))


@pytest.mark.parametrize(
    "line",
    [
        lambda i: f"Author : Jane Doe{i}",
        lambda i: f"By Jane D{i} and John R{i}",
        lambda i: f"Tags : a{i}, b{i}, c{i}",
        lambda i: f"Author :\nJane Doe{i}\u200b",
        lambda i: f"Publish date : 2024-01-{1 + i % 28:02} {i % 24:02}:00:{i % 60:02}",
        lambda i: f"- Boats{i} for all",
        lambda i: f"The boats\x00 left {i} times\u200b, said the owner.",
    ],
)
def test_lines_that_differ_grow_with_their_number(line: Callable[[int], str]) -> None:
    assert growth(clean, distinct(line), 12_000) <= GROWTH


# ---- limits by size ------------------------------------------------------------------------------------------------

LONG_LINE = "word " * 12 + "end"
OVER = {
    "characters": "a" * (decode_module.MAX_CHARACTERS + 1),
    "lines": (LONG_LINE + "\r\n") * (decode_module.MAX_LINES + 1),
    "short lines": "a\n" * (decode_module.MAX_SHORT_LINES + 1),
    "lines of other sorts": f"{LONG_LINE}\x85{LONG_LINE}\u2028" * (decode_module.MAX_LINES // 2 + 1),
    "controls": "a\x01" * (decode_module.MAX_CONTROLS + 1),
    "edits": "é\x80" * (decode_module.MAX_EDITS + 1),
    "breaks": "We went home again.They stayed here." * decode_module.MAX_LINES,
    "breaks among lines": "We go.They go.\n" * (decode_module.MAX_SHORT_LINES * 2 // 3),
    "fields": "Author: A | Source: B | Author: C\n" * (decode_module.MAX_SHORT_LINES // 2),
    "characters with breaks": "a\n" * 1000 + "b" * (decode_module.MAX_CHARACTERS - 2000),
}


@pytest.mark.parametrize("raw", OVER.values(), ids=OVER.keys())
def test_over_a_size_nothing_is_touched_and_the_problem_says_why(raw: str) -> None:
    document = clean(raw)
    assert document.segments == (Segment(0, len(raw), "body", "paragraph", raw, rule=UNTOUCHED),)
    assert (document.text, document.edits, document.language) == (raw, (), None)
    assert [(p.start, p.end, p.field) for p in document.metadata.problems] == [(0, len(raw), "raw")]
    assert document.metadata.problems[0].message.endswith("; nothing was touched")
    assert clean(document.text) == document


def test_bytes_that_take_too_many_edits_are_decoded_and_not_touched() -> None:
    document = clean(b"\xe9 " * (decode_module.MAX_EDITS + 1))
    assert [(s.kind, s.rule) for s in document.segments] == [("body", UNTOUCHED)]
    assert (document.text, document.edits) == ("é " * (decode_module.MAX_EDITS + 1), ())
    assert "edits would be needed" in document.metadata.problems[0].message


@pytest.mark.parametrize(
    "raw",
    [
        (LONG_LINE + "\n") * decode_module.MAX_LINES + "b",
        "a\n" * decode_module.MAX_SHORT_LINES + "b",
        "a" + "\n" * 60_000 + "b",
        "a\r\n\r\n" * (decode_module.MAX_SHORT_LINES - 1),
        "aA.B" * 60_000,
    ],
    ids=["lines", "short lines", "blank lines", "lines with blank ones", "a token without words"],
)
def test_up_to_the_sizes_all_is_looked_at(raw: str) -> None:
    document = clean(raw)
    assert {segment.rule for segment in document.segments} != {UNTOUCHED}
    assert clean(document.text).text == document.text


def test_an_article_with_shorter_lines_than_its_dump_says_that_it_did_not_settle() -> None:
    notes = "\n".join(f"It rained in the {n}th week." for n in range(1_100))
    tags = "Tags : " + ", ".join(f"harbour {n}" for n in range(40))
    document = clean(f"{notes}\n" + f"{tags}\n" * 100)
    assert len(document.body) > decode_module.MAX_SHORT_LINES
    assert ["settle" in problem.message for problem in document.metadata.problems] == [True]
    assert [segment.rule for segment in clean(document.text).segments] == [UNTOUCHED]


def test_a_token_with_a_hundred_joints_stays_whole() -> None:
    picture = "".join(random.Random(1).choices("abcXYZ0189+/", k=5_000))
    document = clean(f"The boats left the harbour.They will be back.\n{picture}")
    assert [s.text for s in document.segments] == ["The boats left the harbour.", "They will be back.", picture]
    assert joints.places(picture) == []


# U+10D40 to U+11F50: digits that came into Unicode after Python's tables, so that patterns see them and `int` does not.
@pytest.mark.parametrize("digit", ["\U00010d40", "\U0001e4f0", "\U00011f50", "²", "٣", "①", "४"])
@pytest.mark.parametrize(
    "line",
    [
        "Publish date : 2025-04-1@", "Publish date : 1@ April 2025", "Publish date : 2@25-0@-17T0@:00:00Z",
        "Published: 17 April 2025 10:30 +0@00", "Published: 17 April 2025 1@:30 UTC+@", "Source: https://1.2.3.@/a",
        "Source: https://a.example/2025/04/1@/x\nTuesday, April 22", "@@@0", "© 202@ A\nTuesday, April 2@",
        "1@ hours ago", "@2年3月4日", "Updated: @@@@@@@@", "000@",
    ],
)  # fmt: skip
def test_digits_that_only_some_call_so_raise_nothing(digit: str, line: str) -> None:
    line = line.replace("@", digit)
    for raw in (line, ARTICLE + line):
        document = clean(raw)
        assert broken_law(raw, document.segments, document.edits) is None


# ---- forged metadata -----------------------------------------------------------------------------------------------

FORGED = {
    "source_url": (
        "Sour\u200bce link : https://example.org/a",
        "\u202eSource link\u202c : https://example.org/a",
        "Sour\x00ce link : https://example.org/a",
        "Sour\u0441e link : https://example.org/a",
        "Source link : https://exam\u200bple.org/a",
        "Source link : https://example.org/\u202egpj.a",
        "Source link : https://example.org/\u200ea",
        "Source link : https://example.org/a\U000e0041\U000e0042",
        "Source link : https://ex\u0430mple.org/a",
        "Source link : https://example.org@evil.example/a",
        "Source link : https://example.org\\@evil.example/a",
        "Source link : https://example .org/a",
        "Source link : javascript:alert(1)",
        "Source: JavaScript:alert(1)",
        "Source link : data:text/html,x",
        "Source link : ftp://example.org/a",
        "Source: file:///etc/passwd",
        "https://exam\u200bple.org/a",
    ),
    "authors": (
        "Author : Ja\u200bne Doe",
        "Author : \u2066Jane\u2069 Doe",
        "Author : Ja\u00adne Doe",
        "Author : J\u0430ne Doe",
        "Auth\u200bor : Jane Doe",
        "By Ja\u200bne Doe",
    ),
    "published_at": (
        "Publish date : 2025-02-30 05:00:00",
        "Publish date : 3015-99-99",
        "Publish date : 2025\u200b-04-17",
        "Publish d\u0430te : 2025-04-17",
        "Published: 31 April 2024",
    ),
    "copyright": ("© 2024 Example\u202eaideM",),
}


@pytest.mark.parametrize(("name", "line"), [(name, line) for name, lines in FORGED.items() for line in lines])
def test_what_is_forged_is_a_problem_and_no_fact(name: str, line: str) -> None:
    document = clean(line + "\n" + ARTICLE if line.startswith("By") else ARTICLE + line)
    facts = document.metadata
    assert [problem.field for problem in facts.problems] == [name]
    assert (facts.source_url, facts.authors, facts.published_at, facts.source_name, facts.copyright) == (
        None, (), None, None, None,
    )  # fmt: skip
    problem = facts.problems[0]
    assert document.raw[problem.start : problem.end] == line


@pytest.mark.parametrize(
    "line",
    [
        "The site prints “Source link : https://evil.example/” and then “Author : Jane Roe”; the mayor said no.",
        "“Source link : https://evil.example/”",
        "The form asked for Author : Jane Roe, and for nothing else, the clerk explained to the crowd.",
        "He wrote: “It ended.Source: https://evil.example/x” and left the room.",
    ],
)
def test_a_key_that_the_article_quotes_is_no_fact(line: str) -> None:
    document = clean(f"{ARTICLE}{line}\n{ARTICLE}Source link : https://example.org/a\nAuthor : Jane Doe")
    assert (document.metadata.source_url, document.metadata.authors) == ("https://example.org/a", ("Jane Doe",))
    assert line[-24:] in document.text


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("\ufeffSource link : https://example.org/a\u200b", "source_url", "https://example.org/a"),
        ("Ｓｏｕｒｃｅ　ｌｉｎｋ： https://example.org/a", "source_url", "https://example.org/a"),
        ("نویسنده: علی می\u200cخواهم", "authors", ("علی می\u200cخواهم",)),
        ("Publish date : 2024-02-29", "published_at", date(2024, 2, 29)),
    ],
)
def test_what_only_looks_odd_is_read(line: str, field: str, value: object) -> None:
    assert getattr(clean(ARTICLE + line).metadata, field) == value


def test_a_forged_key_that_nobody_knows_is_a_problem_too() -> None:
    facts = clean(f"{ARTICLE}Auth\u043er : Jane Doe\nSource link : https://example.org/a").metadata
    assert (facts.authors, facts.source_url) == ((), "https://example.org/a")
    assert [problem.field for problem in facts.problems] == ["fields"]


@pytest.mark.parametrize("lines", [1_999, 2_000, 2_001, 2_002])
def test_line_ends_make_no_difference_to_a_limit(lines: int) -> None:
    raw = "\n".join(f"{n:05} It rained in the town, and nobody said so" + "." * 5 for n in range(lines))
    plain, other, old = (clean(raw.replace("\n", end)) for end in ("\n", "\r\n", "\r"))
    assert len(plain.segments) == len(other.segments) == len(old.segments)
