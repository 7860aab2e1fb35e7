"""The six laws of the contract, for every str and every bytes."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from strategies import blobs, news, texts

from syndclean import STEPS, Document, clean
from syndclean.edits import broken_law
from syndclean.steps import decode as decode_module


@given(texts)
def test_nothing_is_lost(raw: str) -> None:
    document = clean(raw)
    assert document.raw == raw
    assert broken_law(raw, document.segments, document.edits) is None
    assert document.text == "\n\n".join(s.text for s in document.segments if s.kind == "body")


@given(texts)
def test_every_decision_names_its_rule(raw: str) -> None:
    document = clean(raw)
    assert all(segment.rule for segment in document.segments)
    assert all(edit.rules for edit in document.edits)


@given(texts)
def test_edits_lie_in_segments_and_can_be_undone(raw: str) -> None:
    document = clean(raw)
    for edit in document.edits:
        assert any(s.start <= edit.start and edit.end <= s.end for s in document.segments)
    for segment in document.segments:
        inside = [e for e in document.edits if segment.start <= e.start and e.end <= segment.end]
        undone, at, shift = segment.text, 0, -segment.start
        for edit in inside:
            start = edit.start + shift
            assert start >= at
            undone = undone[:start] + raw[edit.start : edit.end] + undone[start + len(edit.text) :]
            at = start + edit.end - edit.start
        # an insertion that stands on the border of two segments may be the other one's
        if not any(e.start == e.end and e.start in (segment.start, segment.end) for e in inside):
            assert undone == raw[segment.start : segment.end]


@given(texts)
def test_stable(raw: str) -> None:
    document = clean(raw)
    if any("settle" in problem.message for problem in document.metadata.problems):
        return
    again = clean(document.text)
    assert again.text == document.text
    assert [s.text for s in again.segments] == [s.text for s in document.body]


@given(blobs)
def test_bytes(data: bytes) -> None:
    document = clean(data)
    assert broken_law(document.raw, document.segments, document.edits) is None
    assert clean(data) == document


@given(texts)
def test_json_comes_back_as_it_went(raw: str) -> None:
    document = clean(raw)
    packed = document.model_dump_json()
    assert Document.model_validate_json(packed) == document
    assert json.loads(packed)["raw"] == raw


HALVES = ["\ud83d", "\ude00", "\udce9", "\udfff", "\U0001f600", "\\", "\\ud83d", "\\uDe00", '"', "a", "\n"]


@pytest.mark.parametrize("options", [{}, {"indent": 1}, {"ensure_ascii": True}])
@given(st.lists(st.sampled_from(HALVES)).map("".join))
def test_halves_of_characters_come_back_as_they_went(options: dict[str, Any], raw: str) -> None:
    document = clean(raw)
    packed = document.model_dump_json(**options)
    assert Document.model_validate_json(packed) == document == Document.model_validate_json(packed.encode())
    assert packed.isascii() or "ensure_ascii" not in options


@pytest.mark.parametrize("wrong", ["", "{", '{"raw": "\\ud83d"', b'\xff"\\ud83d"', '{"raw": "\\ud83d", "language": 7}'])
def test_what_is_no_document_is_refused(wrong: str | bytes) -> None:
    with pytest.raises(ValidationError):
        Document.model_validate_json(wrong)


def test_json_with_halves_is_written_as_other_json_is() -> None:
    whole, half = (clean(f"Café {x} is open, said she.\nPublish date : 2025-04-17") for x in ("\u20ac", "\ud83d"))
    assert half.metadata.published_at == whole.metadata.published_at is not None
    for options in ({}, {"indent": 1}, {"ensure_ascii": True}):
        one, other = whole.model_dump_json(**options), half.model_dump_json(**options)
        assert ("é" in one, "\n " in one, one.isascii()) == ("é" in other, "\n " in other, other.isascii())
    assert '"2025-04-17"' in half.model_dump_json()
    assert hash(half) == hash(half.raw)


@given(texts)
def test_line_ends_make_no_difference(raw: str) -> None:
    plain = raw.replace("\r\n", "\n").replace("\r", "\n")
    assert clean(plain.replace("\n", "\r\n")).text == clean(plain).text == clean(plain.replace("\n", "\r")).text


@given(texts)
def test_clean_is_the_composition_of_the_steps(raw: str) -> None:
    document = STEPS[0](raw)
    for step in STEPS[1:]:
        document = step(document)
        assert broken_law(raw, document.segments, document.edits) is None
    assert document == clean(raw)


@given(news)
def test_threads_agree(raw: str) -> None:
    with ThreadPoolExecutor(4) as pool:
        assert len({d.model_dump_json() for d in pool.map(clean, [raw] * 4)}) == 1


def test_hash_seeds_agree(samples: list[str]) -> None:
    program = "import json, sys, syndclean; print([syndclean.clean(x).model_dump_json() for x in json.load(sys.stdin)])"
    runs = {
        subprocess.run(
            [sys.executable, "-X", "utf8", "-c", program], input=json.dumps(samples), text=True, encoding="utf-8",
            capture_output=True, check=True, env={"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        ).stdout
        for seed in ("0", "1", "99")
    }  # fmt: skip
    assert len(runs) == 1


@pytest.mark.parametrize("wrong", [None, 7, ["text"], {"raw": "text"}, object()])
def test_another_type_says_what_to_pass(wrong: object) -> None:
    with pytest.raises(TypeError, match="str or bytes"):
        clean(wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("raw", ["a" * (decode_module.MAX_CHARACTERS + 1), "a\n" * (decode_module.MAX_LINES + 1)])
def test_what_is_over_a_size_stays_untouched_with_a_problem(raw: str) -> None:
    document = clean(raw)
    assert [(s.start, s.end, s.text == raw) for s in document.segments] == [(0, len(raw), True)]
    assert document.metadata.problems[0].field == "raw"
