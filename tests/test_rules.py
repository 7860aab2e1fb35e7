"""Every case of every rule is a test of its own, and a rule without cases cannot be."""

import pytest

from syndclean import LineRule, RuleError, TextRule, clean
from syndclean.rule import Case, Rule, cases, failures, prove
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
        ({"why": " "}, "say in `why`"),
        ({"pattern": "(,"}, "does not compile"),
        ({"pattern": ""}, "either a pattern or a function"),
    ],
)
def test_a_rule_that_is_not_whole_cannot_be_constructed(changes: dict[str, object], says: str) -> None:
    with pytest.raises(RuleError, match=says):
        comma(**changes)


def test_an_unknown_kind_or_role_is_named() -> None:
    with pytest.raises(RuleError, match="footer/headline"):
        LineRule("house/x", "Why.", "footer", "headline", pattern="x", hits=("x",), misses=("y",))


def test_all_failures_are_listed_before_anything_runs() -> None:
    rules: tuple[Rule, ...] = (
        comma(), comma(), comma(id="house/bad", hits=(("a,,b", "a;b"),)), comma(id="house/sees", misses=("c,,d",))
    )  # fmt: skip
    with pytest.raises(RuleError) as caught:
        prove(rules)
    message = str(caught.value)
    assert "house/comma: the id stands 2 times" in message
    assert "house/bad, hit 1: 'a,,b' became 'a,b', not 'a;b'" in message
    assert "house/sees, miss 1" in message
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
