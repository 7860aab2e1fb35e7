"""Every case of every rule is a test of its own, and a rule without cases cannot be."""

import copy
import dataclasses
import pickle
from collections.abc import Iterator

import pytest
import regex

from syndclean import JointRule, LineRule, RuleError, TextRule, clean
from syndclean.rule import JOINT, SPACE, WHOLE, Case, Change, Rule, cases, compiled, failures, prove
from syndclean.rules import ALL


@pytest.mark.parametrize("case", list(cases(ALL)), ids=lambda case: case.id)
def test_case(case: Case) -> None:
    assert case.failure() is None


def test_no_id_stands_twice() -> None:
    assert len({rule.id for rule in ALL}) == len(ALL)


def test_every_rule_a_document_names_is_known(samples: list[str]) -> None:
    known = {rule.id for rule in ALL}
    for raw in samples:
        document = clean(raw)
        assert {s.rule for s in document.segments} | {r for e in document.edits for r in e.rules} <= known


def comma(**changes: object) -> TextRule:
    given: dict[str, object] = {
        "id": "house/comma", "why": "Two commas.", "pattern": ",,", "replace": ",", "hits": ((",,", ","),),
        "misses": (",",),
    }
    return TextRule(**{**given, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"hits": ()}, "at least one hit"),
        ({"misses": ()}, "near-miss"),
        ({"id": "comma"}, "family/what-it-sees"),
        ({"id": "/comma"}, "family/what-it-sees"),
        ({"id": "house/"}, "family/what-it-sees"),
        ({"id": "House/comma"}, "in small letters"),
        ({"id": "house/comma "}, "family/what-it-sees"),
        ({"why": " "}, "say in `why`"),
        ({"pattern": "(,"}, "does not compile"),
        ({"pattern": ""}, "either a pattern or a function"),
        ({"find": lambda text: ()}, "either a pattern or a function"),
        ({"hits": ",,"}, "hits is one text"),
        ({"misses": ","}, "misses is one text"),
    ],
)
def test_a_rule_that_is_not_whole_cannot_be_constructed(changes: dict[str, object], says: str) -> None:
    with pytest.raises(RuleError, match=says):
        comma(**changes)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"id": "comma"}, "rule 'comma': an id is written family/what-it-sees, in small letters"),
        ({"id": "house-comma"}, "rule 'house-comma': an id is written family/what-it-sees, in small letters"),
        ({"why": " "}, "rule house/comma: say in `why` what it is for"),
        ({"hits": ()}, "rule house/comma: add at least one hit, a text in which it must act"),
        ({"misses": ()},
         "rule house/comma: add at least one near-miss, a text that looks alike and must be left alone"),
        ({"misses": "one, two, three, four, five"},
         "rule house/comma: misses is one text; write misses=('one, two, three, fou',), with a comma"),
        ({"pattern": ""}, "rule house/comma: give either a pattern or a function `find`"),
    ],
)  # fmt: skip
def test_what_a_rule_lacks_is_said_in_one_sentence_that_names_it(changes: dict[str, object], message: str) -> None:
    with pytest.raises(RuleError) as caught:
        comma(**changes)
    assert str(caught.value) == message


def test_an_unknown_kind_or_role_is_named() -> None:
    with pytest.raises(RuleError, match="footer/headline"):
        LineRule("house/x", "Why.", "footer", "headline", pattern="x", hits=("x",), misses=("y",))


def test_all_failures_are_listed_before_anything_runs() -> None:
    rules: tuple[Rule, ...] = (
        comma(), comma(), comma(id="house/bad", hits=(("a,,b", "a;b"),)), comma(id="house/sees", misses=("c,,d",))
    )  # fmt: skip
    with pytest.raises(RuleError) as caught:
        prove(rules)
    assert str(caught.value).split("\n  ") == [
        "3 failures in the rules; mend the rule or its case:",
        "house/comma: the id stands 2 times",
        "house/bad, hit 1: 'a,,b' became 'a,b', not 'a;b'",
        "house/sees, miss 1: 'c,,d' became 'c,d', and should have stayed",
    ]
    assert len(failures(rules)) == 3


def test_a_step_refuses_rules_that_fail() -> None:
    from syndclean import decode

    with pytest.raises(RuleError, match="house/bad"):
        decode("text", rules=(comma(id="house/bad", misses=(",,",)),))


def test_users_own_text_rules_run_beside_ours() -> None:
    from syndclean import decode
    from syndclean.rules import characters

    document = decode("red,, blue", rules=(*characters.RULES, comma()))
    assert document.segments[0].text == "red, blue"
    assert document.edits[0].rules == ("house/comma",)


@pytest.mark.parametrize(
    ("pattern", "shown"),
    [("*,", "⟦⟧*,"), ("one or (two", "one or (two⟦⟧"), (f"{'a' * 30})b{'c' * 30}", f"{'a' * 20}⟦⟧)b{'c' * 18}")],
)
def test_the_place_at_which_a_pattern_does_not_compile_is_shown(pattern: str, shown: str) -> None:
    with pytest.raises(RuleError, match=rf" in {regex.escape(shown)}: "):
        comma(pattern=pattern)


def test_a_pattern_is_compiled_once_and_keeps_its_flags() -> None:
    assert compiled("a.b") is compiled("a.b")
    assert compiled("a.b").fullmatch("a\nb") is None
    assert compiled("a.b", regex.DOTALL).fullmatch("a\nb")
    assert compiled("a.b", regex.IGNORECASE).fullmatch("A.B")
    with pytest.raises(regex.error):
        compiled("(a")


# ---- rules that edit text ----


def found(text: str) -> Iterator[Change]:
    """Every comma becomes a semicolon; the semicolons that are there already are found as well."""
    for n, character in enumerate(text):
        if character in ",;":
            yield Change(n, n + 1, ";")


def test_matches_that_touch_are_one_edit_and_those_apart_are_not() -> None:
    rule = comma(pattern="[!?]", replace=".", hits=(("!", "."),), misses=("a",))
    made = [(edit.start, edit.end, edit.text) for edit in rule.edits("a!? b! !c?d?")]
    assert made == [(1, 3, ".."), (5, 6, "."), (7, 8, "."), (9, 10, "."), (11, 12, ".")]
    assert rule.edits("nothing here") == []
    assert {edit.rules for edit in rule.edits("a!b?")} == {("house/comma",)}


def test_no_more_edits_are_made_than_asked_for() -> None:
    rule = comma()
    assert [edit.start for edit in rule.edits("a,,b,,c,,d", at_most=2)] == [1, 4]
    assert len(rule.edits("a,,b,,c,,d")) == 3


def test_what_reads_right_already_is_no_edit() -> None:
    rule = comma(pattern="[,;]", replace=";", hits=((",", ";"),), misses=(";",))
    assert [(edit.start, edit.text) for edit in rule.edits("a;b,c")] == [(3, ";")]


def test_what_a_function_finds_stays_as_it_gave_it() -> None:
    rule = comma(pattern="", replace="", find=found, hits=(("a,b", "a;b"),), misses=("a;b",))
    assert [(edit.start, edit.end, edit.text) for edit in rule.edits("a,,b;")] == [(1, 2, ";"), (2, 3, ";")]
    assert rule.apply("a,,b;") == "a;;b;"


def test_a_replacement_names_groups_or_is_a_function() -> None:
    template = comma(pattern=r"(\d)\.(?P<second>\d)", replace=r"\g<second>.\1", hits=(("1.2", "2.1"),))
    assert template.apply("3.4") == "4.3"
    function = comma(pattern="[a-c]", replace=lambda match: match[0].upper(), hits=(("ab", "AB"),), misses=("AB",))
    assert function.apply("cab, d") == "CAB, d"


def test_a_rule_is_a_value_that_nobody_changes_and_that_goes_into_sets() -> None:
    rules: tuple[TextRule | JointRule | LineRule, ...] = (comma(), arrow(), record())
    for rule in rules:
        with pytest.raises(dataclasses.FrozenInstanceError):
            rule.why = "Another reason."  # type: ignore[misc]
        assert not hasattr(rule, "__dict__")
        again = copy.copy(rule)
        assert again == rule
        assert {rule, again} == {rule}
        assert dataclasses.replace(rule, why="Another reason.") != rule
    assert pickle.loads(pickle.dumps(comma())) == comma()


# ---- rules for joints ----


def arrow(**changes: object) -> JointRule:
    given: dict[str, object] = {
        "id": "house/arrow", "why": "An arrow begins a block.", "left": r"\p{Ll}", "right": "►",
        "judge": lambda place: JOINT, "hits": ("the story⏐► More of it",), "misses": ("the story ► more",),
    }  # fmt: skip
    return JointRule(**{**given, **changes})  # type: ignore[arg-type]


def said(rule: Rule) -> list[str | None]:
    """What the cases of a rule say, one by one."""
    return [case.failure() for case in cases([rule])]


def test_a_text_is_marked_where_the_rule_sees_something() -> None:
    assert arrow().marked("one►two ►three►") == "one⏐►two ►three⏐►"
    assert arrow(judge=lambda place: SPACE, hits=("a␣►",)).marked("one►two") == "one␣►two"
    assert arrow().marked("") == ""


@pytest.mark.parametrize("sign", [JOINT, SPACE])
def test_a_hit_holds_with_one_sort_of_mark_or_both(sign: str) -> None:
    assert said(arrow(judge=lambda place: sign, hits=(f"a{sign}►", f"a{sign}► b{sign}►"))) == [None] * 3
    other = SPACE if sign == JOINT else JOINT
    first, second, _ = said(arrow(judge=lambda place: sign, hits=(f"a{other}►", f"a{sign}► b►")))
    assert first is not None
    assert second is not None


def test_a_hit_with_both_marks_holds() -> None:
    rule = arrow(right="►+", judge=lambda place: JOINT if place.right == "►" else SPACE, hits=("a⏐► b␣+",))
    assert said(rule) == [None, None]


def test_a_hit_without_a_mark_proves_nothing() -> None:
    (first, second) = said(arrow(hits=("the story ► more",)))
    assert first is not None
    assert second is None


@pytest.mark.parametrize("says", [None, WHOLE])
def test_a_judge_that_sees_nothing_marks_nothing(says: str | None) -> None:
    rule = arrow(judge=lambda place: says)
    assert rule.marked("one►two") == "one►two"
    assert said(rule)[0] is not None


def test_a_near_miss_that_is_marked_is_a_failure() -> None:
    (_, second) = said(arrow(misses=("one►two",)))
    assert second is not None
    assert "should have stayed whole" in second


def test_the_character_behind_counts_where_it_is_given() -> None:
    rule = arrow(then=r"\s", misses=("one►two",))
    assert rule.marked("one► two►three") == "one⏐► two►three"
    assert said(rule) == [None, None]


@pytest.mark.parametrize("part", ["left", "right", "then"])
def test_characters_that_do_not_compile_are_refused(part: str) -> None:
    with pytest.raises(RuleError, match="house/arrow: the characters do not compile"):
        arrow(**{part: "z-a"})


def test_a_joint_rule_without_cases_cannot_be_constructed() -> None:
    for part in ("hits", "misses"):
        with pytest.raises(RuleError, match="add at least one"):
            arrow(**{part: ()})


# ---- rules for lines ----


def record(**changes: object) -> LineRule:
    given: dict[str, object] = {
        "id": "house/record", "why": "The archive counts.", "kind": "footer", "role": "field",
        "pattern": r"(?P<key>Record)(?: (?P<value>[\d ]+))?", "hits": ("Record 12",), "misses": ("Records",),
    }  # fmt: skip
    return LineRule(**{**given, **changes})  # type: ignore[arg-type]


def test_fields_are_the_groups_that_took_part_without_white_space() -> None:
    rule = record(pattern=r"(?P<key>Record)(?: (?P<value>[\d ]+))?#?")
    assert rule.fields("  Record  12 #\n") == {"key": "Record", "value": "12"}
    assert rule.fields("Record") == {"key": "Record"}
    assert rule.fields("Record 12 and more") is None
    assert rule.fields("A Record") is None


def test_a_line_that_is_too_long_is_not_looked_at_whatever_space_stands_around_it() -> None:
    rule = record(pattern="x+", hits=("x",))
    assert rule.fields(f"{' ' * 9}{'x' * 600}{' ' * 9}") == {}
    assert rule.fields("x" * 601) is None
    short = record(pattern="x+", hits=("x",), longest=3)
    assert short.fields("xxx") == {}
    assert short.fields("xxxx") is None


def test_a_rule_settles_the_line_unless_it_says_otherwise() -> None:
    rule = record()
    assert (rule.weight, rule.language, rule.gate, rule.read) == (10.0, None, None, None)


def test_a_function_reads_the_line_without_the_space_around_it() -> None:
    seen: list[str] = []

    def read(line: str) -> dict[str, str] | None:
        seen.append(line)
        return {"key": line} if line.startswith("Record") else None

    rule = record(pattern="", read=read, hits=("Record 12",))
    assert rule.fields(" Record 12\n") == {"key": "Record 12"}
    assert rule.fields("Nothing") is None
    assert seen == ["Record 12", "Nothing"]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"pattern": ""}, "either a pattern or a function `read`"),
        ({"read": lambda line: None}, "either a pattern or a function `read`"),
        ({"pattern": "(?P<fields>x)"}, "unknown field fields named in the pattern"),
        ({"pattern": "(?P<problems>x)"}, "unknown field problems named in the pattern"),
        ({"pattern": "(?P<autor>x)"}, "unknown field autor named in the pattern"),
        ({"kind": "foot"}, "unknown kind or role foot/field"),
        ({"role": "title"}, "unknown kind or role footer/title"),
        ({"hits": ()}, "add at least one hit"),
        ({"why": ""}, "say in `why`"),
    ],
)
def test_a_rule_for_lines_that_is_not_whole_cannot_be_constructed(changes: dict[str, object], says: str) -> None:
    with pytest.raises(RuleError, match=says):
        record(**changes)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"pattern": "", "hits": ("",)}, "give either a pattern or a function `read`"),
        ({"role": "title"}, "unknown kind or role footer/title; there are agency, author, contact, copyright, "),
        ({"pattern": "(?P<b>x)(?P<a>y)"}, "unknown field a named in the pattern; there are agency, authors, "),
    ],
)
def test_a_rule_for_lines_that_names_what_there_is_not_is_told_what_there_is(
    changes: dict[str, object], message: str
) -> None:
    with pytest.raises(RuleError) as caught:
        record(**changes)
    assert str(caught.value).startswith(f"rule house/record: {message}")


@pytest.mark.parametrize("name", ["key", "value", "title", "authors", "published_at", "source_url"])
def test_the_fields_of_the_facts_can_be_named(name: str) -> None:
    rule = record(pattern=f"Record (?P<{name}>.+)")
    assert rule.fields("Record of the day") == {name: "of the day"}


def test_a_hit_that_gives_other_fields_than_it_says_is_a_failure() -> None:
    right, more, less, any_fields, _ = said(
        record(
            hits=(
                ("Record 12", {"key": "Record", "value": "12"}),
                ("Record", {"key": "Record", "value": "12"}),
                ("Record 12", {"key": "Record"}),
                "Record 12",
            )
        )
    )
    assert right is None
    assert more == "'Record' gives {'key': 'Record'}, not {'key': 'Record', 'value': '12'}"
    assert less == "'Record 12' gives {'key': 'Record', 'value': '12'}, not {'key': 'Record'}"
    assert any_fields is None


def test_a_hit_that_does_not_match_and_a_near_miss_that_does_are_failures() -> None:
    assert said(record(hits=("Records",), misses=("Record",))) == [
        "'Records' is not matched", "'Record' is matched, and should not be",
    ]  # fmt: skip


def test_a_hit_must_pass_the_gate_of_its_rule() -> None:
    open_gate = record(gate=lambda line: line.startswith("R"), hits=("Record 12", " Record 12"))
    assert said(open_gate) == [None] * 3
    shut = record(gate=lambda line: None)
    assert said(shut) == ["'Record 12' does not pass the gate", None]


# ---- cases and sets ----


def test_cases_are_numbered_and_named_by_what_they_hold() -> None:
    long = "Record " + "1234567890" * 4
    pair = ("Record 1", {"key": "Record", "value": "1"})
    made = list(cases([record(hits=(long, pair), misses=("x", "y"))]))
    assert [(case.sort, case.number, case.given) for case in made] == [
        ("hit", 1, long), ("hit", 2, pair), ("miss", 1, "x"), ("miss", 2, "y"),
    ]  # fmt: skip
    assert made[0].id == f"house/record:hit-1:{long[:40]}"
    assert [case.id for case in made[1:]] == [
        "house/record:hit-2:Record 1", "house/record:miss-1:x", "house/record:miss-2:y",
    ]  # fmt: skip
    assert len(set(made)) == 4  # fields or none, a case goes into a set
    with pytest.raises(dataclasses.FrozenInstanceError):
        made[0].number = 2  # type: ignore[misc]


def test_a_set_without_a_failure_is_silent_and_every_id_that_stands_twice_is_named_once() -> None:
    assert failures([comma(), arrow(), record()]) == []
    prove((comma(), arrow(), record()))
    assert failures([comma(), arrow(), comma(), record(), arrow(), comma()]) == [
        "house/comma: the id stands 3 times", "house/arrow: the id stands 2 times",
    ]  # fmt: skip


def test_a_set_is_proved_once_a_process() -> None:
    looks: list[str] = []

    def read(line: str) -> dict[str, str] | None:
        looks.append(line)
        return {} if line == "Record" else None

    rules = (record(id="house/proved-once", pattern="", read=read, hits=("Record",)),)
    prove(rules)
    prove(rules)
    assert looks == ["Record", "Records"]


def test_a_text_rule_must_leave_alone_what_it_wrote() -> None:
    grows = comma(pattern="a", replace="aa", hits=(("a", "aa"),), misses=("b",))
    assert said(grows) == ["'aa' changes when the rule meets it again", None]
    assert said(comma(misses=(",,",))) == [None, "',,' became ',', and should have stayed"]
    assert said(comma(hits=((",,", ";"),))) == ["',,' became ',', not ';'", None]
