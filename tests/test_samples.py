"""The dumps of `samples/` are cleaned to what is written beside them, and together they show what they should."""

import json
from pathlib import Path

import pytest

from syndclean import clean
from syndclean.testing import golden_dumps

SAMPLES = Path(__file__).parent.parent / "samples"


@pytest.mark.parametrize("golden", golden_dumps(SAMPLES), ids=str)
def test_golden(golden) -> None:  # type: ignore[no-untyped-def]
    golden.check()


def test_the_samples_cover_what_a_newcomer_must_see() -> None:
    documents = {path.stem: clean(path.read_bytes()) for path in sorted(SAMPLES.glob("*.txt"))}
    assert len(documents) >= 8
    assert len({document.language for document in documents.values()}) >= 6
    rules = {rule for document in documents.values() for edit in document.edits for rule in edit.rules}
    assert {"quote/turned", "text/mojibake"} <= rules
    kinds = {name: [segment.kind for segment in document.segments] for name, document in documents.items()}
    assert any("footer" not in found for found in kinds.values())
    assert any("boilerplate" not in found for found in kinds.values())
    assert any(found.index("boilerplate") < len(found) - 1 - found[::-1].index("body") for found in kinds.values()
               if "boilerplate" in found)  # fmt: skip
    assert any(found[-1] == "footer" and "boilerplate" in found for found in kinds.values())


def test_golden_files_are_documents() -> None:
    for path in SAMPLES.glob("*.json"):
        assert {"segments", "edits", "metadata"} <= set(json.loads(path.read_text(encoding="utf-8")))
