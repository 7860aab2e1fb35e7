"""What a user of `split` sees: rules of a house beside ours, lines cut and joined, what does not settle, roles."""

from typing import Any

import pytest

from syndclean import Document, LineRule, RuleError, clean, decode, repair, split
from syndclean.document import ROLES, Edit, Kind, Problem, Role, Segment
from syndclean.edits import broken_law
from syndclean.furniture import count
from syndclean.rule import Change, TextRule
from syndclean.rules import characters, lines
from syndclean.steps import repair as repair_step
from syndclean.steps import split as split_step
from syndclean.steps.decode import MAX_SHORT_LINES, UNTOUCHED
from syndclean.steps.sequence import BODY, KIND, STATES
from syndclean.steps.split import RULES, Explanation, explain

BOATS = (
    "The boats have left the harbour of the town, and the people who live there do not know when they will be back."
)
POSTS = (
    "Two mooring posts were found cracked in January, and the eastern berth was closed at once by the harbour office."
)


def house(kind: Kind = "footer", role: Role = "field", **given: Any) -> LineRule:
    """A rule of a house that knows its records."""
    own: dict[str, Any] = {"pattern": r"Record \d+", "hits": ("Record 12",), "misses": ("Nothing of the sort",)}
    own.update(given)
    if "read" in own:
        del own["pattern"]
    return LineRule("house/record", "The archive counts.", kind, role, **own)


def parted(raw: str, *own: LineRule, rules: tuple[LineRule, ...] = RULES) -> Document:
    return split(repair(decode(raw)), rules=(*rules, *own))


def of(document: Document, text: str) -> Segment:
    """The segment with a text."""
    return next(segment for segment in document.segments if segment.text == text)


# ---- rules of a house ----


def test_a_line_that_a_rule_of_a_house_sees_is_not_parted_by_ours() -> None:
    line = "Source: The Courier | Record 12 | © 2025 The Courier"
    whole = house(pattern=r".{1,60} \| Record (?P<value>\d+) \| .{1,60}", hits=(line,))
    assert of(parted(f"{BOATS}\n{line}", whole), line).rule == "house/record"
    assert parted(f"{BOATS}\n{line}", house()).metadata.copyright == "© 2025 The Courier"

BYLINE = "By Joan Bell"
STANDS = {
    "title": ("Record 12", BYLINE, BOATS), "summary": ("Night ferry sails again", "Record 12", BYLINE, BOATS),
    "dateline": (BYLINE, "Record 12", BOATS), "field": (BOATS, "Record 12", POSTS), "caption": (BOATS, "Record 12"),
    "list_heading": (BOATS, "Record 12", POSTS), "headline": (BOATS, POSTS, "Record 12"),
    "widget": (BOATS, POSTS, "Record 12"),
}  # fmt: skip
KINDS: dict[str, Kind] = {"title": "header", "summary": "header", "dateline": "header", "caption": "body"}


@pytest.mark.parametrize("role", STANDS)
def test_a_line_has_the_kind_and_the_role_that_a_rule_of_a_house_gives_it(role: Role) -> None:
    kind = KINDS.get(role, "footer" if role in ROLES["footer"] else "boilerplate")
    said = of(parted("\n".join(STANDS[role]), house(kind, role)), "Record 12")
    assert (said.kind, said.role, said.rule) == (kind, role, "house/record")


def test_a_title_that_a_house_knows_is_the_title_of_the_facts() -> None:
    assert parted(f"Record 12\n{BYLINE}\n{BOATS}", house("header", "title")).metadata.title == "Record 12"


def test_a_date_below_a_title_that_a_house_knows_is_the_article_s() -> None:
    document = parted(f"Record 12\nShare\n3 March 2025\nPrint\nSave\n{BOATS}", house("header", "title"))
    assert of(document, "3 March 2025").role == "date"


def test_a_summary_that_a_house_knows_needs_a_byline_or_it_is_the_first_paragraph() -> None:
    own, above = house("header", "summary", weight=4.0), "Night ferry sails again\nRecord 12"
    assert of(parted(f"{above}\n{BOATS}\n{POSTS}", own), "Record 12").kind == "body"
    assert of(parted(f"{above}\n{BYLINE}\n{BOATS}\n{POSTS}", own), "Record 12").kind == "header"


@pytest.mark.parametrize(("role", "kind"), [("headline", "body"), ("widget", "boilerplate")])
def test_what_may_be_a_headline_is_none_alone_in_an_article(role: Role, kind: str) -> None:
    own = house("boilerplate", role, weight=4.0)
    assert of(parted(f"{BOATS}\nRecord 12\n{POSTS}", own), "Record 12").kind == kind
    assert of(parted(f"{BOATS}\nRead also:\nRecord 12\n{POSTS}", own), "Record 12").kind == "boilerplate"


def test_the_set_is_proved_before_a_line_is_looked_at() -> None:
    with pytest.raises(RuleError, match=r"house/record, hit 1: 'Records' is not matched"):
        parted(BOATS, house(hits=("Records",)))


@pytest.mark.parametrize(
    ("pattern", "hit", "line"),
    [
        (r"(?i)record \d+", "Record 12", "RECORD 12"),
        (r"([A-Z])ecord \1\d+", "Record R12", "Record R7"),
        (r"(?P<value>[A-Z])ecord (?P=value)\d+", "Record R12", "Record R7"),
        (r"Record (\((?:\d|(?1))*\))", "Record (1)", "Record (1(2))"),
        (r"Record (\d)\g<1>", "Record 11", "Record 77"),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_what_a_pattern_says_of_its_own_groups_and_case_holds_beside_other_rules(
    pattern: str, hit: str, line: str, first: bool
) -> None:
    rule, raw = house(pattern=pattern, hits=(hit,)), f"{BOATS}\n{line}\n{POSTS}"
    document = parted(raw, rules=(rule, *RULES)) if first else parted(raw, rule)
    assert of(document, line).rule == "house/record"


def test_the_gate_of_a_rule_keeps_lines_away_from_it() -> None:
    document = parted(f"{BOATS}\nRecord 12\nRecord 7\n{POSTS}", house(gate=lambda line: line.endswith("2")))
    assert of(document, "Record 12").kind == "footer"
    assert of(document, "Record 7").rule != "house/record"


def test_a_rule_that_reads_is_asked_what_no_gate_keeps_away() -> None:
    rule = house(read=lambda line: {"key": "Record", "value": line[7:]} if line.startswith("Record ") else None)
    document = parted(f"{BOATS}\nRecord 12", rule)
    assert [(field.key, field.value) for field in document.metadata.fields] == [("Record", "12")]


def asked(longest: int, line: str) -> bool:
    """Whether a rule for lines up to a length sees this one."""
    rule = house("boilerplate", "widget", pattern="(?s).*counted.*", hits=("counted",), longest=longest,
                 gate=lambda text: "counted" in text)  # fmt: skip
    return of(parted(f"{BOATS}\n{line}\n{POSTS}", rule), line).rule == "house/record"


def test_a_rule_is_asked_up_to_the_length_that_it_gives() -> None:
    line = "All boats were counted"
    assert asked(len(line), line)
    assert not asked(len(line) - 1, line)
    long = " ".join([f"{BOATS} The boats were counted."] * 12)
    assert asked(2_000, long)
    assert not asked(1_000, long)


@pytest.mark.parametrize("longest", [(600, 2_000), (2_000, 600)])
def test_rules_behind_one_gate_are_asked_up_to_a_length_each(longest: tuple[int, int]) -> None:
    def gate(text: str) -> bool:
        return "counted" in text

    rules = [
        LineRule(f"house/counted-{n}", "Counted.", "boilerplate", "widget", pattern=f"(?s).*counted {n}.*", gate=gate,
                 hits=(f"counted {n}",), misses=("lost",), longest=of_this)
        for n, of_this in enumerate(longest)
    ]  # fmt: skip
    long = " ".join([f"{BOATS} The boats were counted {{}}."] * 10)
    for n, of_this in enumerate(longest):
        short, line = f"The boats were counted {n}", long.replace("{}", str(n))
        assert of(parted(f"{BOATS}\n{short}\n{POSTS}", *rules), short).rule == f"house/counted-{n}"
        seen = of(parted(f"{BOATS}\n{line}\n{POSTS}", *rules), line).rule == f"house/counted-{n}"
        assert seen == (of_this == 2_000)


PROSE = "All of the boats which lay in the harbour were counted once more, as the law of the island demands in spring."


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        (PROSE, False),
        (PROSE[:-1], True),
        ("All of the boats were counted by the harbour master, as he does in spring.", True),
        (f"All boats were counted: {'0' * 90}.", True),
    ],
)
def test_a_rule_for_short_lines_is_not_asked_of_a_sentence_as_long_as_a_paragraph(line: str, seen: bool) -> None:
    assert asked(300, line) == seen
    assert asked(301, line)


def test_of_two_rules_the_one_that_says_more_names_the_line_and_of_equals_the_first() -> None:
    def named(first: float, second: float) -> str:
        rules = [
            LineRule(f"house/{name}", "Why.", "footer", "field", pattern=pattern, hits=("Record 12",), misses=("No",),
                     weight=weight, longest=longest)
            for name, pattern, weight, longest in (("one", "Record .+", first, 90), ("two", r".+ \d+", second, 300))
        ]  # fmt: skip
        return of(parted(f"{BOATS}\nRecord 12\n{POSTS}", *rules), "Record 12").rule

    assert [named(9.0, 10.0), named(10.0, 9.0), named(10.0, 10.0)] == ["house/two", "house/one", "house/one"]


# ---- what there is nothing to do for ----


def test_a_document_without_a_segment_stays_as_it_is() -> None:
    empty = Document(raw="")
    assert split(empty) is empty


def test_what_an_earlier_step_left_untouched_stays_untouched() -> None:
    document = decode("a\n" * (MAX_SHORT_LINES + 1))
    assert [segment.rule for segment in document.segments] == [UNTOUCHED]
    assert split(document) is document


@pytest.mark.parametrize(("more", "rule"), [(0, "field/author"), (1, UNTOUCHED)])
def test_as_many_fields_as_a_dump_may_have_lines_are_looked_at_and_one_more_is_not(more: int, rule: str) -> None:
    two = "Author: Jane Doe | Agency: dpa\n" * (MAX_SHORT_LINES // 2)
    document = clean(two + "Author: Jane Doe\n" * (1 + more))
    assert document.segments[0].rule == rule
    assert [problem.field for problem in document.metadata.problems] == ["raw"] * more
    assert all("more than 1000 fields" in problem.message for problem in document.metadata.problems)


def test_what_is_invisible_stays_at_its_place() -> None:
    document = clean(f"{BOATS}\n\u200b\nAuthor: Jane Doe\n\u200b\nSource: Pier Post")
    assert [(s.start, s.text == "", s.kind) for s in document.segments] == [
        (0, False, "body"), (111, True, "boilerplate"), (113, False, "footer"), (130, True, "boilerplate"),
        (132, False, "footer"),
    ]  # fmt: skip


# ---- what does not settle ----


def unsettled(document: Document) -> list[Problem]:
    return [problem for problem in document.metadata.problems if problem.field == "segments"]


SETTLE = "the blocks did not settle: cleaned again, they are others"


@pytest.mark.parametrize(
    "raw",
    [
        "The boats left.ThenSource: dpa",  # without its neighbour “Then” is a block
        "The cafÃ© left.ThenSource: dpa",
        "The boats left\u200f.Author: דוד כהן",  # the mark was for the letters of the name
        "The boats leftâ€œÂ ",  # misread characters that show once the last space is gone
        "Ã©tÃ©Author: Publish date : 2025-04-17ThePierThe boats left the harbour. • Two more",  # repaired, not parted
        f"{BOATS}\nThey read PierPost there.\nSource: https://pierpost.example/x",  # the address knows the name
        "They read PierPost there.\nSource: https://pierpost.example/x",
    ],
)
def test_an_article_that_is_another_when_it_stands_alone_is_a_problem(raw: str) -> None:
    document = clean(raw)
    assert unsettled(document) == [Problem(0, len(raw), "segments", SETTLE)]
    again = clean(document.text)
    assert (again.text, [s.text for s in again.segments]) != (document.text, [s.text for s in document.body])


@pytest.mark.parametrize(
    "raw",
    [
        "", "\u200b", BOATS, f"{BOATS}\nSource: dpa", f"{BOATS}\nSource: dpa Ã©tÃ©", f"The cafÃ© is open.\n{BOATS}",
        f"Share\n{BOATS}\nSource:\ndpa\n{POSTS}", f"{BOATS}\nThe boats left.ThenSource: dpa\n{POSTS}",
        "The boats left\u200f.\nAuthor: דוד כהן", "We go.They go.\nAuthor: Jane Doe",
        "\n".join(f"It rained in the {n}th week." for n in range(MAX_SHORT_LINES)) + "\nSource: dpa",
    ],
)
def test_an_article_that_is_the_same_when_it_stands_alone_is_none(raw: str) -> None:
    document = clean(raw)
    assert unsettled(document) == []
    assert [s.text for s in clean(document.text).segments] == [s.text for s in document.body]


PLAIN = tuple(rule for rule in characters.RULES if rule.id != "text/spaces")


@pytest.mark.parametrize("raw", ["The boats  left\x00 at noon.", "We go.They went  and came\x00 back."])
def test_where_characters_were_repaired_what_is_left_to_repair_is_a_problem(raw: str) -> None:
    """Whoever decodes with rules of their own leaves some of it; what needed none of them is not looked at again."""
    assert unsettled(split(repair(decode(raw, rules=PLAIN))))
    assert not unsettled(split(repair(decode(raw.replace("\x00", ""), rules=PLAIN))))
    assert not unsettled(split(repair(decode(raw))))


@pytest.mark.parametrize("raw", ["The b\x00oats left.Nobody knew.", "The cafÃ© is open.Nobody knew."])
def test_where_characters_were_repaired_a_break_that_is_missing_still_is_a_problem(raw: str) -> None:
    assert unsettled(split(decode(raw)))
    assert not unsettled(split(repair(decode(raw))))


def test_lines_that_are_article_only_beside_furniture_are_furniture() -> None:
    """“Weather” passes for a caption beside a credit; alone it would be left over from a menu."""
    document = clean("Photo: Ann Roe\nIt rained.\nWeather")
    assert [segment.kind for segment in document.segments] == ["footer", "body", "boilerplate"]


@pytest.mark.parametrize(("rounds", "problems"), [(0, 1), (1, 1), (2, 0)])
def test_rounds_that_run_out_are_a_problem(rounds: int, problems: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(split_step, "ROUNDS", rounds)
    assert len(unsettled(clean("Photo: Ann Roe\nIt rained.\nWeather"))) == problems
    assert len(unsettled(clean(f"{BOATS}\nSource: dpa"))) == (1 if rounds == 0 else 0)


def test_a_problem_of_an_earlier_step_is_kept_and_comes_first() -> None:
    def at_ends(text: str) -> list[Change]:
        grows = text.rstrip("!").endswith("grow") and text.count("!") < 40
        return [Change(len(text), len(text), "!")] if grows else []

    rule = TextRule("house/grows", "A rule that is never content.", find=at_ends,
                    hits=(("grow" + "!" * 40, "grow" + "!" * 40),), misses=("a",))  # fmt: skip
    document = repair(decode(f"Publish date : 2025-02-30\n{BOATS}\ngrow"), rules=(*repair_step.RULES, rule))
    assert [problem.field for problem in split(document).metadata.problems][:2] == ["body", "published_at"]


# ---- lines that hold several fields ----


def states(document: Document) -> list[tuple[str, str]]:
    assert broken_law(document.raw, document.segments, document.edits) is None
    return [(segment.role, segment.text) for segment in document.segments]


def test_characters_deleted_in_fields_of_one_line_are_deleted_in_the_right_ones() -> None:
    raw = f"{BOATS}\nAuthor: An\x00na Roe | Source: The Cou\x00rier | Agency: d\x00pa\nCopyright \x002024 Pier Post"
    document = clean(raw)
    assert states(document) == [
        ("paragraph", BOATS), ("author", "Author: Anna Roe |"), ("source_name", "Source: The Courier |"),
        ("agency", "Agency: dpa"), ("copyright", "Copyright 2024 Pier Post"),
    ]  # fmt: skip
    assert [document.raw[edit.start : edit.end] for edit in document.edits] == ["\x00"] * 4
    first, second = document.segments[1:3]
    assert (raw[first.start : first.end], raw[second.start : second.end]) == (
        "Author: An\x00na Roe |", "Source: The Cou\x00rier |",
    )  # fmt: skip


def test_a_field_glued_to_a_sentence_is_a_field_and_keeps_its_edits() -> None:
    document = clean("It \x00ended w\x00ell.Sour\x00ce: https://a.exa\x00mple/x")
    assert states(document) == [("paragraph", "It ended well."), ("source_link", "Source: https://a.example/x")]
    assert [edit.start for edit in document.edits] == [3, 11, 20, 38]


@pytest.mark.parametrize("line", ["来源：港口报 | 作者：王小明", "Source: Pier Post | Author: Jane Doe"])
def test_fields_of_one_line_are_parted_behind_colons_of_either_width(line: str) -> None:
    assert [segment.kind for segment in clean(f"{BOATS}\n{line}").segments] == ["body", "footer", "footer"]


def test_a_line_of_fields_that_stands_twice_is_parted_twice() -> None:
    line = "Source: Pier Post | Author: Jane Doe"
    document = clean(f"{line}\n{BOATS}\n{line}")
    assert [segment.role for segment in document.segments] == [
        "source_name", "author", "paragraph", "source_name", "author",
    ]  # fmt: skip


@pytest.mark.parametrize("sign", ["\ufeff", "\u200b", "\u202e"])
def test_a_text_of_nothing_that_is_seen_has_no_article(sign: str) -> None:
    document = clean(sign * 50)
    assert document.text == ""
    assert [segment.text for segment in document.segments] == [""]


def test_what_is_invisible_above_a_line_of_fields_stays_where_it_is() -> None:
    document = clean(f"{BOATS}\n\u200b\nSource: Pier Post | Author: Jane Doe")
    assert states(document) == [
        ("paragraph", BOATS), ("other", ""), ("source_name", "Source: Pier Post |"), ("author", "Author: Jane Doe"),
    ]  # fmt: skip


def made(raw: str, borders: tuple[tuple[int, int, str], ...], *edits: Edit) -> Document:
    """A document as a step before `split` may have left it."""
    segments = tuple(Segment(start, end, "body", "paragraph", text, rule="house/part") for start, end, text in borders)
    assert broken_law(raw, segments, edits) is None
    return Document(raw=raw, segments=segments, edits=edits)


def test_a_line_of_twenty_thousand_characters_and_more_is_not_searched_for_fields() -> None:
    for sentences, found in ((100, 2), (200, 1)):
        raw = " ".join([BOATS] * sentences) + "Source: https://a.example/x"
        assert len(split(made(raw, ((0, len(raw), raw),))).segments) == found


FIELDS = "Source: Pier Post | Author: Jane Doe"


def test_an_insertion_between_two_blocks_is_neither_lost_nor_doubled_where_another_line_is_parted() -> None:
    raw = f"Come\x00 alongThey did\n{FIELDS}"
    nul, stop = Edit(4, 5, "", ("house/nul",)), Edit(11, 11, ".", ("house/stop",))
    end = Edit(19, 19, "!", ("house/end",))
    borders = ((0, 11, "Come along."), (11, 19, "They did!"), (20, 20 + len(FIELDS), FIELDS))
    for edits in ((nul, stop, end), (stop, end)):
        text = raw if nul in edits else raw.replace("\x00", "?")
        first = "Come along." if nul in edits else "Come? along."
        document = split(made(text, ((0, 11, first), *borders[1:]), *edits))
        assert document.edits == edits
        assert [segment.text for segment in document.segments][:2] == [first, "They did!"]
        assert broken_law(text, document.segments, document.edits) is None


def test_an_edit_behind_a_line_of_fields_is_made_in_the_block_that_it_belongs_to() -> None:
    end = len(FIELDS)
    nul = Edit(end, end + 1, "", ("house/nul",))
    document = split(made(f"{FIELDS}\x00They did", ((0, end, FIELDS), (end, end + 9, "They did")), nul))
    assert [segment.text for segment in document.segments] == ["Source: Pier Post |", "Author: Jane Doe", "They did"]
    assert document.edits == (nul,)
    assert broken_law(document.raw, document.segments, document.edits) is None


def test_a_block_without_an_edit_stands_between_one_that_has_one_and_a_line_of_fields() -> None:
    document = clean(f"{BOATS[:-1]}\x00.\n{POSTS}\n{FIELDS}")
    assert [segment.text for segment in document.segments][:2] == [BOATS, POSTS]
    assert [edit.start for edit in document.edits] == [len(BOATS) - 1]


def test_a_key_is_joined_with_a_value_that_a_character_was_deleted_from_or_put_behind() -> None:
    raw = "Author:\nJane Doe\nAgency: dpa"
    stop = Edit(16, 16, " Jr", ("house/jr",))
    borders = ((0, 7, "Author:"), (8, 16, "Jane Doe Jr"), (17, 28, "Agency: dpa"))
    document = split(made(raw, borders, stop))
    assert [segment.text for segment in document.segments] == ["Author:\nJane Doe Jr", "Agency: dpa"]
    assert document.edits == (stop,)


# ---- a key, and its value on the line below ----


def test_a_key_alone_and_the_line_below_are_one_field() -> None:
    document = clean(f"{BOATS}\nSource:\nhttps://a.example/x\nAuthor:\nJane D\x00oe\nRelated")
    assert states(document)[:3] == [
        ("paragraph", BOATS), ("source_link", "Source:\nhttps://a.example/x"), ("author", "Author:\nJane Doe"),
    ]  # fmt: skip
    assert document.metadata.source_url == "https://a.example/x"


@pytest.mark.parametrize(("key", "value", "name", "read"), [
    ("Author:", "AFP", "authors", ("AFP",)),
    ("Yazar:", "Anadolu Ajansı", "authors", ("Anadolu Ajansı",)),
    ("License:", "Public domain", "licence", "public domain"),
])  # fmt: skip
def test_a_name_that_says_by_itself_whose_it_is_may_be_the_value_of_a_key(
    key: str, value: str, name: str, read: object
) -> None:
    document = clean(f"{BOATS}\n{POSTS}\n{key}\n{value}\nSource: The Pier Post")
    assert getattr(document.metadata, name) == read
    assert f"{key}\n{value}" in [segment.text for segment in document.segments]


def test_what_a_site_says_below_a_key_is_not_its_value() -> None:
    document = clean(f"{BOATS}\nAuthor:\nShare\nAuthor:\nJane Doe")
    assert states(document)[1:] == [("author", "Author:"), ("share", "Share"), ("author", "Author:\nJane Doe")]
    assert document.metadata.authors == ("Jane Doe",)


def test_where_nobody_knows_fields_a_key_and_the_line_below_stay_two_lines() -> None:
    raw = f"{BOATS}\nSource:\nhttps://a.example/x\nAuthor:\nJane Doe\n{POSTS}"
    document = parted(raw, rules=())
    assert [segment.text for segment in document.body] == raw.split("\n")
    assert broken_law(raw, document.segments, document.edits) is None


@pytest.mark.parametrize("raw", ["Author:\nJane Doe", "来源：\n港口报"])
def test_so_they_stay_where_nothing_else_stands_there(raw: str) -> None:
    document = parted(raw, rules=())
    assert [(segment.kind, segment.text) for segment in document.segments] == [("body", t) for t in raw.split("\n")]
    assert broken_law(raw, document.segments, document.edits) is None


def test_of_two_keys_with_a_value_below_the_one_that_is_known_stays_joined() -> None:
    rule = house("footer", "source_link", pattern=r"(?s)Source:\s.+", hits=("Source: x",))
    document = parted(f"{BOATS}\nAuthor:\nJane Doe\n{POSTS}\nSource:\nhttps://a.example/x", rule, rules=())
    assert [(segment.kind, segment.text) for segment in document.segments] == [
        ("body", BOATS), ("body", "Author:"), ("body", "Jane Doe"), ("body", POSTS),
        ("footer", "Source:\nhttps://a.example/x"),
    ]  # fmt: skip


# ---- lines of `explain` ----

ROW = Explanation("footer", "field", "field/brief", "body", 1.25, "")


@pytest.mark.parametrize(
    ("text", "shown"),
    [("x" * 60, "x" * 60), ("x" * 61, "x" * 57 + "..."), ("Source:\ndpa", "Source:⏎dpa")],
)
def test_a_line_of_explain_is_one_line_and_not_too_long(text: str, shown: str) -> None:
    head = "footer/field             field/brief                        body -1.2  "
    assert str(ROW._replace(text=text)) == f"{head} {shown}"


def test_explain_names_another_kind_where_the_whole_site_shares_the_line() -> None:
    shared = "This is what our readers in the whole of the north asked us about in the past week."
    raw = f"{BOATS}\n{shared}\n{POSTS}"
    furniture = count([raw, *(f"{n}{n} boats\n{shared}" for n in "abcdefg")]).furniture()
    document = split(repair(decode(raw)), furniture=furniture)
    assert [(row.kind, row.other) for row in explain(document) if row.text == shared] == [("boilerplate", "body")]


@pytest.mark.parametrize(("more", "kind"), [("", "boilerplate"), (" It bakes.", "boilerplate"), (None, "body")])
def test_what_is_more_than_half_of_the_article_is_its_own_though_the_whole_site_shares_it(
    more: str | None, kind: str
) -> None:
    """Else a page that was counted over and over would be furniture."""
    shared = "The harbour office has closed the eastern berth of the town for all of the winter."
    own = "The village bakery has flour again after six weeks, and its owner bakes every day."
    raw = f"{shared}\n{own[:-12] + 'all.' if more is None else own + more}"
    furniture = count([raw, *(f"{n}{n} boats\n{shared}" for n in "abcdefg")]).furniture()
    document = split(repair(decode(raw)), furniture=furniture)
    assert [segment.kind for segment in document.segments] == [kind, "body"]


# ---- roles ----


@pytest.mark.parametrize(
    ("line", "role", "rule"),
    [
        ("Gastautor und Autor: Joan Bell", "author", "field/brief"),
        ("Heute adicionado: 12.03.2024", "publish_date", "field/dated"),
        ("Aktenzeichen: LB-2024/118", "field", "field/brief"),
    ],
)
def test_a_key_that_nobody_knows_but_for_one_of_its_words_has_the_role_of_that_word(
    line: str, role: str, rule: str
) -> None:
    said = of(clean(f"{BOATS}\n{POSTS}\nAuthor: Jane Doe\n{line}\nSource: dpa"), line)
    assert (said.kind, said.role, said.rule) == ("footer", role, rule)


def test_a_key_without_a_value_that_also_announces_a_list_is_its_heading() -> None:
    said = of(clean(f"{BOATS}\n{POSTS}\nMehr zum Thema:\nSource: dpa"), "Mehr zum Thema:")
    assert (said.role, said.rule, said.language) == ("list_heading", "phrase/list-heading", "de")


@pytest.mark.parametrize(("weight", "role", "rule"), [(0.5, "title", "shape/title"), (9.0, "dateline", "house/record")])
def test_a_rule_names_a_line_only_where_such_lines_stand(weight: float, role: str, rule: str) -> None:
    line = "Record of the harbour year"
    own = house("header", "dateline", pattern="Record of .+", hits=("Record of it",), weight=weight)
    said = of(parted(f"{line}\n{BOATS}\n{POSTS}", own), line)
    assert (said.role, said.rule) == (role, rule)


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Tuesday, April 22", "en"), ("Dienstag, 22. April 2025", "de"), ("22.04.2025", None),
        ("Read also: Something else", "en"), ("Imprint", "en"),
    ],
)  # fmt: skip
def test_the_language_of_a_line_that_a_rule_knows_is_that_of_its_words(line: str, language: str | None) -> None:
    assert of(clean(f"{BOATS}\n{POSTS}\n{line}"), line).language == language


def test_each_state_gives_a_role_of_its_kind_and_a_rule_that_the_catalogue_has() -> None:
    resorts = {rule.id for rule in lines.RESORTS}
    assert set(split_step._DEFAULT) == set(STATES) - {BODY}
    for state, (role, rule) in split_step._DEFAULT.items():
        assert role in ROLES[KIND[state]]
        assert rule in resorts


@pytest.mark.parametrize("line", ["Mehr", "MEHR", "Mehr News und Videos"])
def test_more_is_no_agency_in_german(line: str) -> None:
    assert clean(f"{BOATS}\n{POSTS}\n{line}").metadata.agency is None


def test_what_somebody_said_is_no_field() -> None:
    document = clean(f"{BOATS}\n{POSTS}\nShe said: “We stay.”\n{BOATS.replace('boats', 'ships')}")
    assert "She said: “We stay.”" in document.text
