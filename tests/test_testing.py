"""What the author of a rule gets: cases as tests, a failure that says why, and what no case notices."""

import dataclasses
import subprocess
import sys
from pathlib import Path

import pytest

from syndclean import JointRule, LineRule, RuleError, TextRule, clean, decode, repair, split
from syndclean.cli import main
from syndclean.cli.rules import RESORTS
from syndclean.furniture import LineCounts, count
from syndclean.rule import JOINT, Rule
from syndclean.rules import characters
from syndclean.rules.untested import UNTESTED
from syndclean.testing import cases, clean_with, coverage, mutants, our_rules, slow_on, survivors
from syndclean.testing.functions import weaker_functions
from syndclean.testing.mutants import weaker_patterns
from syndclean.testing.pattern import Unreadable, parse

LINE = "Copy cleared by Lantern Desk 2024-118"


def lantern(**changes: object) -> LineRule:
    given: dict[str, object] = {
        "id": "house/lantern", "why": "A desk signs.", "kind": "footer", "role": "credit",
        "pattern": r"Copy cleared by Lantern Desk [\d-]+", "hits": (LINE,), "misses": ("Copy cleared by hand",),
    }  # fmt: skip
    return LineRule(**{**given, **changes})  # type: ignore[arg-type]


def only(rule: Rule) -> list[str]:
    return [said for trial in cases([rule]) if (said := trial.failure())]


# ---- cases ----


def test_ids_are_readable_and_printable() -> None:
    rule = TextRule("house/nul", "Why.", pattern="\x00", hits=(("a\x00\ud83d", "a\ud83d"),), misses=("plain",))
    assert [trial.__name__ for trial in cases([rule])] == [
        r"house/nul:hit-1:a\x00\ud83d", "house/nul:miss-1:plain", "house/nul:time",
    ]  # fmt: skip


def test_a_rule_that_holds_has_no_failure_and_check_is_silent() -> None:
    for trial in cases([lantern()]):
        trial.check()


def test_a_line_that_does_not_match_shows_how_far_the_pattern_reads() -> None:
    (said,) = only(lantern(pattern=r"Copy cleared by Lantern Desk \d+"))
    assert "⟦Copy cleared by Lantern Desk 2024⟧-118" in said
    assert "expected   footer/credit" in said
    assert "what follows cannot" in said


def test_a_line_that_is_too_short_for_the_pattern_says_so() -> None:
    (said,) = only(lantern(pattern=r"Copy cleared by Lantern Desk [\d-]+ ok"))
    assert "wants more behind ⟧" in said


def test_a_near_miss_that_matches_says_what_came() -> None:
    said = only(lantern(pattern=r"Copy cleared by .+"))
    assert any("house/lantern, miss 1" in one and "no match" in one for one in said)


def test_check_raises_with_the_same_words() -> None:
    trial = cases([lantern(pattern="x")])[0]
    with pytest.raises(AssertionError, match="house/lantern, hit 1"):
        trial.check()


def test_a_text_rule_shows_its_edits_marked() -> None:
    rule = TextRule("house/x", "Why.", pattern=",,", replace=";", hits=(("a,,b", "a,b"),), misses=("a,b",))
    (said,) = only(rule)
    assert "a⟦,,→;⟧b" in said
    assert "came       a;b" in said


def test_a_rule_that_is_not_stable_fails() -> None:
    rule = TextRule("house/x", "Why.", pattern="a", replace="aa", hits=(("a", "aa"),), misses=("b",))
    assert "meets it again" in only(rule)[0]


def test_what_gets_in_the_way_is_named_for_lines() -> None:
    strong = lantern(id="house/strong", role="contact", weight=40.0)
    said = [one for trial in cases([lantern(), strong]) if (one := trial.failure())]
    assert len(said) == 1
    assert said[0].startswith("house/lantern, hit 1: matches alone, but with all rules at work")
    assert f"came       footer/contact {LINE!r}" in said[0]
    assert "in the way house/strong" in said[0]


def test_what_gets_in_the_way_is_named_for_text() -> None:
    rule = TextRule("house/tab", "Why.", pattern="\t", replace=" | ", hits=(("a\tb", "a | b"),), misses=("a b",))
    (said,) = only(rule)
    assert "holds alone, but not with all rules at work" in said
    assert "in the way text/spaces" in said


def test_a_rule_that_breaks_the_stability_of_an_article_is_found() -> None:
    rule = TextRule("house/stop", "Why.", pattern=r"\.(?=\n\n)", hits=(("One word.\n\nb", "One word\n\nb"),),
                    misses=("The boats left the harbour.They will be back.",))  # fmt: skip
    (said,) = only(rule)
    assert "house/stop, miss 1: with all rules at work, cleaning the article again changes it" in said


def test_a_value_that_cannot_be_read_says_why() -> None:
    line = "Copy cleared by Lantern Desk on 31 February 2024"
    rule = lantern(pattern=r"Copy cleared by Lantern Desk on (?P<published_at>.+)",
                   hits=((line, {"published_at": "31 February 2024"}),))  # fmt: skip
    (said,) = only(rule)
    assert "published_at cannot be read from '31 February 2024'" in said


def test_while_another_case_fails_the_set_does_not_run() -> None:
    bad = lantern(id="house/bad", misses=(LINE,))
    said = [trial.failure() for trial in cases([lantern(), bad])]
    assert [one for one in said if one] == [one for one in said if one and one.startswith("house/bad")]


def test_joint_rules_are_cases_too() -> None:
    rule = JointRule("house/arrow", "An arrow begins a block.", left=r"\p{Ll}", right="►", judge=lambda place: JOINT,
                     hits=("the story⏐► More of it",), misses=("the story ► more",))  # fmt: skip
    assert only(rule) == []
    assert "expected" in only(dataclasses.replace(rule, hits=("the⏐ story► More",)))[0]


def test_an_id_that_stands_twice_is_refused() -> None:
    with pytest.raises(RuleError, match="house/lantern: the id stands 2 times"):
        cases([lantern(), lantern()])


# ---- what the author is told ----


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"pattern": "Copy (cleared"}, r"house/lantern: the pattern does not compile, see ⟦⟧ in Copy \(cleared⟦⟧"),
        ({"pattern": r"(?P<autor>.+)"}, "unknown field autor named in the pattern; there are agency, authors"),
        ({"role": "headline"}, "unknown kind or role footer/headline; there are agency"),
        ({"kind": "foot"}, "unknown kind or role foot/credit; there are header, body, footer, boilerplate"),
        ({"hits": "one"}, r"hits is one text; write hits=\('one',\), with a comma"),
        ({"misses": ()}, "add at least one near-miss"),
        ({"hits": ()}, "add at least one hit"),
        ({"pattern": ""}, "either a pattern or a function"),
    ],
)
def test_one_sentence_says_where_and_what_to_do(changes: dict[str, object], says: str) -> None:
    with pytest.raises(RuleError, match=says):
        lantern(**changes)


def test_a_pattern_that_takes_for_ever_on_its_own_case_is_found() -> None:
    rule = lantern(pattern=r"(?:\w|\w\w)+[:;]", hits=("Copy:",), misses=("C" * 36,))
    said = only(rule)
    assert any("house/lantern, miss 1: the pattern takes more than" in one and "possessive" in one for one in said)


def test_a_pattern_that_takes_for_ever_on_a_flood_is_found() -> None:
    rule = TextRule("house/x", "Why.", pattern=r"(?:\w+\s?)+[:;]", hits=(("a:", ""),), misses=("a",))
    assert slow_on(rule) is not None
    (said,) = only(rule)
    assert "bound its repeats" in said


def test_our_own_patterns_take_no_time() -> None:
    assert [slow_on(rule) for rule in (characters.SPACES, characters.MARGIN, lantern())] == [None] * 3


# ---- mutants ----


def words(pattern: str) -> set[str]:
    return {said for said, *_ in weaker_patterns(pattern)}


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("Publié le|Paru le", "nothing tests `Publié le`"),
        ("(?:a1|b2) x", "any text would do for `(?:a1|b2)`"),
        (r"\bx", r"nothing needs `\b`"),
        ("^x", "nothing needs `^`"),
        ("x(?!y)", "nothing needs `(?!y)`"),
        ("ax?", "nothing leaves out `x?`"),
        ("ax?", "nothing tests what `x?` lets in"),
        ("ax+", "nothing has more than 1 of `x+`"),
        (r"\d{4}", r"any number would do for `\d{4}`"),
        (r"\d{2,4}", r"nothing is too short for `\d{2,4}`"),
        ("(?i)x", "nothing needs the flag i of `(?i)`"),
        ("(?s)x.", "nothing needs the flag s of `(?s)`"),
        ("a[bc]", "any character would do for `[bc]`"),
        ("a[bc]", "nothing tests `b` in `[bc]`"),
        (r"[a-z\d]", r"nothing tests `\d` in `[a-z\d]`"),
        (r"\p{Lu}x", r"any character would do for `\p{Lu}`"),
        ("By: x", "any text would do for `By: x`"),
        ("(?P<key>a|b)", "nothing checks what `(?P<key>` gives"),
        ("(?x) a b # c", "any text would do for `a`"),
    ],
)
def test_each_part_of_a_pattern_is_weakened(pattern: str, said: str) -> None:
    assert said in words(pattern)


@pytest.mark.parametrize(
    "pattern",
    [r"\d{,3}", r"[]a]", r"[^]a]", r"[[:alpha:]_]", r"(?>a|b)++c", r"(?|(a)|(b))\1", r"\g<0>?x", r"(?<name>a)(?P=name)",
     r"a{x}", r"[\]\-a]+", r"(?#note)a", r"\N{BULLET}x*", "a||b", "()"],
)  # fmt: skip
def test_every_weaker_pattern_but_those_that_lose_a_name_compiles(pattern: str) -> None:
    import regex

    regex.compile(pattern)
    weaker = [now for *_, now in weaker_patterns(pattern)]
    assert all(now != pattern for now in weaker)
    for now in weaker:
        if "(?P=name)" not in now:
            regex.compile(now)


def test_a_pattern_that_cannot_be_taken_apart_says_so() -> None:
    assert words("(?V1)a") == {"the pattern cannot be weakened: (?V1) is not taken apart"}


def test_a_vocabulary_is_weakened_by_the_shape_of_its_entries() -> None:
    names = [f"name{'abcdefghij'[n % 10]}{'abcdefghij'[n // 10]}" for n in range(50)] + ["имя:", "two words"]
    said = [one for one in words(f"(?:{'|'.join(names)})") if "entries" in one or "nothing tests" in one]
    assert sorted(said) == [
        "nothing tests `two words`", "nothing tests `имя:`", "nothing tests any of 50 entries like `nameaa` (latin)",
    ]  # fmt: skip


def test_cases_that_pin_a_rule_down_leave_no_survivor() -> None:
    rule = lantern(
        pattern=r"Cleared by (?P<authors>[A-Z][a-z]{2,20})",
        hits=(("Cleared by Ada", {"authors": "Ada"}), "Cleared by Bartholomew"),
        misses=("Cleared by Al", "Cleared by ada", "Cleared by ADA", "Sung by Ada", "Cleared by A1b"),
    )
    assert survivors([rule]) == []


def test_a_reason_keeps_a_mutant_and_must_have_one() -> None:
    rule = lantern(pattern="(?i)copy", hits=("copy",), misses=("paper",))
    said = "nothing needs the flag i of `(?i)`"
    assert survivors([rule]) == [f"house/lantern: {said}"]
    (mutant,) = mutants([rule], because={"house/lantern": {said: "nobody shouts"}})
    assert mutant.reason == "nobody shouts"
    assert survivors([rule], because={"house/lantern": {said: "nobody shouts"}}) == []
    stale = survivors(
        [rule], because={"house/lantern": {said: "x", "nothing tests `y`": "x"}, "house/gone": {"z": "x"}}
    )
    assert len(stale) == 2
    assert "drop it" in stale[0]


def test_mutants_of_a_rule_that_fails_are_not_asked_for() -> None:
    with pytest.raises(RuleError, match="mend that first"):
        mutants([lantern(pattern="x")])


def test_functions_are_weakened_condition_by_condition() -> None:
    said = {one for one, *_ in weaker_functions(_reads)}
    assert said == {
        "nothing needs `line.startswith('A')`",
        "nothing needs `3 < len(line) < 9`",
        "nothing needs `3` of `3 < len(line) < 9`",
        "nothing needs `9` of `3 < len(line) < 9`",
        "nothing fails `if line.startswith('A') and 3 < len(line) < 9`",
        "nothing passes `if line.startswith('A') and 3 < len(line) < 9`",
    }


def _reads(line: str) -> dict[str, str] | None:
    if line.startswith("A") and 3 < len(line) < 9:
        return {}
    return None


def test_a_function_rule_is_pinned_down_by_its_cases() -> None:
    rule = lantern(pattern="", read=_reads, hits=("Alma",), misses=("Bert", "Ada", "Alexandria"))
    assert survivors([rule]) == []
    rule = lantern(pattern="", read=_reads, hits=("Alma",), misses=("Bert", "Ada"))
    assert survivors([rule]) == ["house/lantern: nothing needs `9` of `3 < len(line) < 9`"]


FAMILIES = sorted({rule.id.partition("/")[0] for rule in our_rules()})


@pytest.mark.parametrize("family", FAMILIES)
def test_no_weakening_goes_unnoticed_without_a_reason(family: str) -> None:
    rules = [rule for rule in our_rules() if rule.id.startswith(f"{family}/")]
    assert survivors(rules, because={rule.id: UNTESTED[rule.id] for rule in rules if rule.id in UNTESTED}) == []


def test_reasons_are_for_rules_that_are_there() -> None:
    assert UNTESTED.keys() <= {rule.id for rule in our_rules()}


# ---- a sabotaged copy of our rules ----


def sabotage(rule: Rule, **changes: object) -> Rule:
    broken: Rule = dataclasses.replace(rule, **changes)  # type: ignore[type-var]
    return broken


def caught(rule: Rule) -> bool:
    """Whether the sabotage of a rule shows: a case fails, or there is a weakening that nothing notices any more."""
    if any(trial.failure() for trial in cases([rule])):
        return True
    before = {one.id: one for one in OURS}[rule.id]
    return set(survivors([rule])) != set(survivors([before]))


OURS = our_rules()
PATTERNS = [rule for rule in OURS if getattr(rule, "pattern", "")]


@pytest.mark.parametrize("rule", PATTERNS, ids=lambda rule: rule.id)
def test_a_pattern_that_sees_nothing_or_everything_is_caught(rule: Rule) -> None:
    assert caught(sabotage(rule, pattern=r"(?!)"))
    assert caught(sabotage(rule, pattern=r"[\s\S]{1,4000}"))


@pytest.mark.parametrize("rule", [rule for rule in PATTERNS if len(rule.hits) > 1], ids=lambda rule: rule.id)
def test_a_hit_that_was_taken_away_shows_in_the_mutants_or_was_not_needed(rule: Rule) -> None:
    bare = sabotage(rule, hits=rule.hits[:1])
    assert len(survivors([bare])) >= len(survivors([rule]))


JUDGES = [pytest.param(rule, id=rule.id) for rule in OURS if isinstance(rule, JointRule)]


@pytest.mark.parametrize("rule", JUDGES)
def test_a_judge_that_always_says_the_same_is_caught(rule: JointRule) -> None:
    for says in (lambda place: JOINT, lambda place: None):
        if rule.id != "joint/line-end" or says(None) is None:  # that rule does always say so
            assert any(trial.failure() for trial in cases([sabotage(rule, judge=says)])), rule.id


@pytest.mark.parametrize("rule", [r for r in OURS if isinstance(r, LineRule) and r.read], ids=lambda rule: rule.id)
def test_a_reader_that_always_says_the_same_is_caught(rule: LineRule) -> None:
    answers: tuple[dict[str, str] | None, ...] = ({}, None)
    for answer in answers:
        always = sabotage(rule, read=lambda line, answer=answer: answer)
        assert any(trial.failure() for trial in cases([always])), rule.id


def test_a_rule_in_the_wrong_role_is_caught_by_the_set() -> None:
    """A copy of a rule that calls its line something else: the two cannot both be right about one line."""
    assert any(trial.failure() for trial in cases([lantern(), lantern(id="house/copy", role="contact")]))


# ---- composition, coverage, command ----


DUMP = "The pier is open again. It had been closed for a year.\nThe mayor cut the ribbon on Monday.\n" + LINE


def test_clean_with_puts_each_rule_into_its_step() -> None:
    comma = TextRule("house/comma", "Why.", pattern=",,", replace=",", hits=((",,", ","),), misses=(",",))
    arrow = JointRule("house/arrow", "Why.", left=r"\p{Ll}", right="►", judge=lambda place: JOINT,
                      hits=("story⏐► More",), misses=("story ► more",))  # fmt: skip
    document = clean_with((comma, arrow, lantern()))("One,, two and a story► More of it is told here.\n" + DUMP)
    assert document.segments[0].text == "One, two and a story"
    assert document.footer[-1].rule == "house/lantern"
    assert clean_with(())(DUMP) == clean(DUMP)


def test_a_rule_with_the_id_of_one_of_ours_takes_its_place() -> None:
    spaces = dataclasses.replace(characters.SPACES, replace="_", hits=(("a  b", "a_b"),))
    assert clean_with((spaces,))("two  spaces").segments[0].text == "two_spaces"


def test_coverage_counts_and_finds_candidates() -> None:
    line = "Desk note {} filed under harbour affairs and kept, as ever, for the use of the town alone."
    article = "Article {0} is about the harbour of town {0}, and about nothing else that happened in week {0}.\n"
    articles = [article.format(n) for n in range(4)]
    dumps = [article + line.format(100 + n) for n, article in enumerate(articles)]
    found = coverage((clean(dump) for dump in [*dumps, dumps[0]]), [lantern(), *OURS])
    assert found.documents == 5
    assert "house/lantern" in found.silent
    assert found.characters == sum(map(len, dumps)) + len(dumps[0])
    candidate = next(one for one in found.candidates if "Desk note" in one.shape)
    assert candidate.documents == 4  # the article that comes twice counts once
    assert all(len(one.examples) <= 3 for one in found.fired)
    assert sum(one.characters for one in found.fired) >= found.characters - 10


HOUSE = '''
from syndclean import LineRule
HOUSE = (LineRule("house/lantern", "A desk signs.", "footer", "credit", pattern=r"Copy cleared by Lantern Desk {}",
                  hits=("Copy cleared by Lantern Desk 7",), misses=("Copy cleared by hand",
                        "Copy cleared by Lantern Desk x", "Copy cleared by Northern Desk 7",
                        "Notes cleared by Lantern Desk 7")),)
'''  # fmt: skip


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


def test_the_command_lists_rules_and_runs_their_cases(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (house / "house_one.py").write_text(HOUSE.replace("{}", r"\d"), encoding="utf-8")
    assert main(["rules", "house_one:HOUSE"]) == 0
    out = capsys.readouterr().out
    assert "house/lantern  [footer/credit]\n    A desk signs.\n    Copy cleared by Lantern Desk 7\n" in out
    (house / "house_two.py").write_text(HOUSE.replace("{}", "[89]"), encoding="utf-8")
    assert main(["rules", "house_two:HOUSE"]) == 1
    assert "⟦Copy cleared by Lantern Desk ⟧7" in capsys.readouterr().out


def test_the_command_lists_mutants(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (house / "house_three.py").write_text(HOUSE.replace("{}", r"\d"), encoding="utf-8")
    assert main(["rules", "--mutants", "house_three:HOUSE"]) == 0
    (house / "house_four.py").write_text(HOUSE.replace("{}", r"\d+"), encoding="utf-8")
    assert main(["rules", "--mutants", "house_four:HOUSE"]) == 1
    assert capsys.readouterr().out == "house/lantern: nothing has more than 1 of `\\d+`\n"


def test_a_module_may_give_reasons(house: Path) -> None:
    reasons = 'UNTESTED = {"house/lantern": {"nothing has more than 1 of `\\\\d+`": "one digit is enough"}}\n'
    (house / "house_five.py").write_text(HOUSE.replace("{}", r"\d+") + reasons, encoding="utf-8")
    assert main(["rules", "--mutants", "house_five:HOUSE"]) == 0


@pytest.mark.parametrize(
    ("name", "code", "says"),
    [("nothing_here:X", 2, "no module nothing_here"), ("house", 2, "MODULE:NAME"), ("json:dumps", 2, "holds no rules"),
     ("json:none", 2, "json has no none"), ("house_bad:HOUSE", 1, "does not compile")],
)  # fmt: skip
def test_what_cannot_be_loaded_is_one_line(
    house: Path, capsys: pytest.CaptureFixture[str], name: str, code: int, says: str
) -> None:
    (house / "house_bad.py").write_text(HOUSE.replace("{}", "("), encoding="utf-8")
    assert main(["rules", name]) == code
    assert says in capsys.readouterr().err


def test_the_command_counts_over_files(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (house / "dumps").mkdir()
    (house / "dumps" / "one.txt").write_text(DUMP, encoding="utf-8")
    (house / "house_six.py").write_text(HOUSE.replace("{}", r"[\d-]+"), encoding="utf-8")
    assert main(["rules", "house_six:HOUSE", "--over", "dumps", "missing.txt"]) == 2
    said = capsys.readouterr()
    assert "1 dump, " in said.out
    assert "house/lantern" in said.out.split("never fired")[0]
    assert "missing.txt: No such file" in said.err


def test_rules_may_stand_behind_the_files(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (house / "dumps").mkdir()
    for name in ("ONE.TXT", "notes.md", "one.json"):
        (house / "dumps" / name).write_text(DUMP, encoding="utf-8")
    (house / "house_seven.py").write_text(HOUSE.replace("{}", r"[\d-]+"), encoding="utf-8")
    assert main(["rules", "--over", "dumps", "house_seven:HOUSE"]) == 0
    said = capsys.readouterr()
    assert "1 dump, " in said.out
    assert "house/lantern" in said.out.split("never fired")[0]
    assert "passed over, as they end in neither .txt nor .bin: 1" in said.err


def test_rules_that_fail_are_one_message_over_files_too(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (house / "one.txt").write_text(DUMP, encoding="utf-8")
    (house / "house_eight.py").write_text(HOUSE.replace("{}", "[89]"), encoding="utf-8")
    assert main(["rules", "house_eight:HOUSE", "--over", "one.txt"]) == 1
    said = capsys.readouterr()
    assert not said.out
    assert "house/lantern, hit 1" in said.err


def test_what_no_rule_decides_stands_on_the_page_too() -> None:
    article = "The pier is open again, after two long years in which nobody could tie up there."
    furniture = sum((count([f"{article} No. {n}.\nPier tickets here"]) for n in range(9)), LineCounts())
    known = furniture.furniture(share=0.5)
    texts = ("One.", article + "\nPier tickets here", "x" * 1_000_001)
    named = {segment.rule for text in texts for segment in split(repair(decode(text)), furniture=known).segments}
    named |= {segment.rule for segment in decode("One.").segments}
    assert named - {rule.id for rule in OURS} == RESORTS.keys()


def test_the_page_of_rules_is_current() -> None:
    page = Path(__file__).parent.parent / "docs" / "rules.md"
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "syndclean", "rules", "--format", "markdown"],
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode() == page.read_text(encoding="utf-8"), "syndclean rules --format markdown > docs/rules.md"


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("a)", "a bracket closes at 1 that was never opened"),
        ("(a", "a bracket is never closed"),
        ("[a", "a class is never closed"),
        ("a\\", "it ends in a backslash"),
        ("(?(1)a|b)", r"\(\?\(1\) is not taken apart"),
    ],
)
def test_a_pattern_that_cannot_be_taken_apart_says_why(pattern: str, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        parse(pattern)


def test_functions_that_cannot_be_weakened_give_nothing() -> None:
    outer = 3

    def closure(text: str) -> bool:
        return len(text) > outer

    scope: dict[str, object] = {}
    exec("def made(text):\n    return len(text) > 3 and text.isupper()", scope)
    for function in (closure, len, scope["made"]):
        assert list(weaker_functions(function)) == []  # type: ignore[arg-type]


def test_a_rule_that_raises_says_so() -> None:
    def broken(line: str) -> dict[str, str] | None:
        if line == "raises":
            raise KeyError(line)
        return {} if line == "hit" else None

    rule = LineRule("house/broken", "It raises.", "footer", "field", read=broken, hits=("hit", "raises"), misses=("a",))
    said = {repr(trial): trial.failure() for trial in cases([rule])}
    assert "the rule raises KeyError" in (said.pop("<house/broken:hit-2:raises>") or "")
    assert set(said.values()) == {None}


def test_a_joint_rule_whose_characters_do_not_compile_is_refused() -> None:
    with pytest.raises(RuleError, match="the characters do not compile"):
        JointRule("house/bad", "No class.", left="a", right="z-a", judge=lambda place: JOINT, hits=(f"a{JOINT}b",),
                  misses=("a",))  # fmt: skip
