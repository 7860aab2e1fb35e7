"""What does not come to rest in a few rounds says so; what was split before keeps its own edits."""

from collections.abc import Iterator

from syndclean import clean, decode, repair, split
from syndclean.document import Document, Edit, Segment
from syndclean.edits import broken_law
from syndclean.rule import Change, LineRule, TextRule
from syndclean.rules import characters
from syndclean.steps import repair as repair_step
from syndclean.steps import split as split_step
from syndclean.steps.split import explain


def growing(text: str) -> Iterator[Change]:
    """Puts one more in every time, up to many: no rule can be proved that does so, so it is content in its cases."""
    if text.startswith("grow") and text.count("!") < 40:
        yield Change(len(text), len(text), "!")


GROWS = TextRule("house/grows", "A rule that is never content.", find=growing, hits=(("grows!" * 40, "grows!" * 40),),
                 misses=("a",))  # fmt: skip


def test_rules_that_are_never_content_end_after_some_rounds() -> None:
    document = decode("grow", rules=(GROWS,))
    assert document.segments[0].text == "grow!!!!"
    assert broken_law("grow", document.segments, document.edits) is None


def test_a_repair_that_does_not_settle_is_a_problem() -> None:
    document = repair(decode("One line.\ngrow"), rules=(*repair_step.RULES, GROWS_AT_ENDS))
    assert [problem.field for problem in document.metadata.problems] == ["body"]
    assert "did not settle in 4 rounds" in document.metadata.problems[0].message
    assert broken_law(document.raw, document.segments, document.edits) is None
    assert repair(decode("One line.\nshrink"), rules=(*repair_step.RULES, GROWS_AT_ENDS)).metadata.problems == ()


def at_ends(text: str) -> Iterator[Change]:
    if text.endswith("grow" + "!" * (len(text) - len(text.rstrip("!")))) and text.count("!") < 40:
        yield Change(len(text), len(text), "!")


GROWS_AT_ENDS = TextRule("house/grows-at-ends", "A rule that is never content.", find=at_ends,
                         hits=(("grow" + "!" * 40, "grow" + "!" * 40),), misses=("a",))  # fmt: skip


def test_each_segment_of_a_document_that_was_split_keeps_its_edits() -> None:
    raw = "The b\x00oats left.Nobody knew.\nAnd b\x00ack they came.So it is told."
    whole = decode(raw)
    border = raw.index("\n")
    parts = tuple(
        Segment(start, end, "body", "paragraph", raw[start:end].replace("\x00", ""), rule="house/part")
        for start, end in ((0, border), (border + 1, len(raw)))
    )
    document = repair(whole.with_(segments=parts))
    assert [segment.text for segment in document.segments] == [
        "The boats left.", "Nobody knew.", "And back they came.", "So it is told.",
    ]  # fmt: skip
    assert [(edit.start, edit.end) for edit in document.edits] == [(5, 6), (border + 6, border + 7)]
    assert broken_law(raw, document.segments, document.edits) is None


def test_a_segment_that_is_no_article_is_not_repaired() -> None:
    footer = Segment(0, 14, "footer", "field", "We go.They go.", rule="house/part")
    document = repair(Document(raw="We go.They go.", segments=(footer,)))
    assert document.segments == (footer,)
    assert document.edits == ()


HOUSE = LineRule("house/note", "A house closes with a note.", "boilerplate", "legal", pattern=r"Note \d{1,4}\.",
                 hits=("Note 12.",), misses=("Note",), language="en")  # fmt: skip


def test_a_rule_of_a_house_says_the_language_of_its_line() -> None:
    raw = "The boats have left the harbour, and nobody knows why.\nNote 12."
    document = split(repair(decode(raw)), rules=(*split_step.RULES, HOUSE))
    assert [(s.kind, s.role, s.rule, s.language) for s in document.segments[1:]] == [
        ("boilerplate", "legal", "house/note", "en")
    ]


def test_rules_may_come_in_a_list() -> None:
    raw = "The boats have left the harbour, and nobody knows why.\nNote 12."
    document = split(repair(decode(raw)), rules=[*split_step.RULES, HOUSE])
    assert [segment.rule for segment in document.segments] == ["body/paragraph", "house/note"]
    assert [row.rule for row in explain(document, rules=[*split_step.RULES, HOUSE])] == ["body/paragraph", "house/note"]


def test_the_quick_look_is_for_our_rules_only() -> None:
    plain = tuple(rule for rule in characters.RULES if rule.id != "text/spaces")
    assert decode("one  two\x00", rules=plain).edits == (Edit(8, 9, "", ("text/control",)),)


UNSETTLED = [("segments", "the blocks did not settle: cleaned again, they are others")]
BOATS = "The harbour of Port Ellery opened again on Monday after six weeks of repairs, the council said in a statement."


def test_a_line_of_which_more_would_be_parted_the_next_time_is_a_problem() -> None:
    """Of a chain of notices the last six are parted, and what is left is looked at three times more; any others are
    still there when the article is cleaned again."""
    for notices, said in ((6, []), (24, []), (25, UNSETTLED), (100, UNSETTLED)):
        raw = f"{BOATS}\nThe ferry is late again, as it was in the spring.{' (AFP).' * notices}"
        document = clean(raw)
        assert [(problem.field, problem.message) for problem in document.metadata.problems] == said
        assert broken_law(raw, document.segments, document.edits) is None


def test_what_would_be_parted_again_is_no_problem_where_it_is_no_article() -> None:
    """Only the article is cleaned again."""
    prompt = "Subscribe to our newsletter now, as all of our readers do."
    for notices in (6, 24, 30):
        document = clean(f"{BOATS}\nImprint\n{prompt}{' (AFP).' * notices}\nContact us\nLog in")
        assert [segment.text for segment in document.body] == [BOATS]
        assert document.metadata.problems == ()


def test_an_article_of_more_lines_than_it_may_have_by_itself_is_a_problem() -> None:
    tags = "\n".join(f"Tags: {', '.join(f'harbour {n} of {line}' for n in range(34))}" for line in range(60))
    for lines, said in ((900, []), (1100, UNSETTLED)):
        article = "\n".join(f"Boat {n} has left the harbour." for n in range(lines))
        document = clean(f"{article}\n{tags}")
        assert sum(segment.kind == "body" for segment in document.segments) == lines
        assert [(problem.field, problem.message) for problem in document.metadata.problems] == said


def test_lines_that_hold_too_many_fields_are_left_as_they_came() -> None:
    raw = "\n".join(["Source: Pier Post | Published: 2025-04-17 | Tags: sea"] * 500)
    document = clean(raw)
    assert [segment.text for segment in document.segments] == [raw]
    assert [problem.message for problem in document.metadata.problems] == [
        "there would be more than 1000 fields and lines; nothing was touched"
    ]
