"""Record batches: the same rows, one schema, and a bad row costs itself."""

import dataclasses
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import syndclean
from syndclean import Document, Edit, Field, Metadata, Problem, Segment

pa = pytest.importorskip("pyarrow", reason="the extra syndclean[arrow] is not installed")
arrow = pytest.importorskip("syndclean.arrow")

DUMP = "Der Hafen öffnet wieder.Die Fischer freuen sich.\nSource link : https://gazette.example/hafen"


def cleaned(values: list[object], kind: object) -> list[dict[str, object]]:
    batch = pa.record_batch({"id": list(range(len(values))), "text": pa.array(values, type=kind)})
    out = arrow.clean_batch(batch)
    out.validate(full=True)
    assert out.schema.equals(arrow.output_schema(batch.schema), check_metadata=True)
    assert out.column("id").equals(batch.column("id"))
    assert out.column("text").equals(batch.column("text"))
    return out.to_pylist()  # type: ignore[no-any-return]


def rebuilt(row: dict[str, object]) -> Document:
    given = row["document"]
    assert isinstance(given, dict)
    raw = row["text"] if given["raw"] is None else given["raw"]
    return Document.model_validate({**given, "raw": raw})


@given(st.lists(st.none() | st.text(st.characters(exclude_categories=["Cs"])), max_size=8))
@settings(max_examples=60, deadline=None)
def test_text_rows_in_are_rows_out(values: list[str | None]) -> None:
    for value, row in zip(values, cleaned(values, pa.string()), strict=True):
        assert (row["document"] is None) == (row["error"] is not None) == (not value)
        if value:
            assert rebuilt(row) == syndclean.clean(value)


@given(st.lists(st.none() | st.binary(), max_size=8))
@settings(max_examples=60, deadline=None)
def test_binary_rows_in_are_rows_out(values: list[bytes | None]) -> None:
    for value, row in zip(values, cleaned(values, pa.binary()), strict=True):
        assert (row["document"] is None) == (not value)
        if value:
            assert rebuilt(row) == syndclean.clean(value)


@pytest.mark.parametrize("kind", ["large_string", "string_view", "dictionary"])
def test_text_of_any_sort(kind: str) -> None:
    types = {"large_string": pa.large_string(), "string_view": pa.string_view()}
    column = pa.array([DUMP, None]).dictionary_encode() if kind == "dictionary" else pa.array([DUMP, None], types[kind])
    rows = arrow.clean_batch(pa.record_batch({"text": column})).to_pylist()
    assert rebuilt(rows[0]) == syndclean.clean(DUMP)
    assert rows[1]["document"] is None


def test_text_that_is_no_utf_8_is_read_as_bytes() -> None:
    ends = (0).to_bytes(4, sys.byteorder) + (4).to_bytes(4, sys.byteorder)
    wrong = pa.Array.from_buffers(pa.string(), 1, [None, pa.py_buffer(ends), pa.py_buffer(b"caf\xe9")])
    document = arrow.clean_batch(pa.record_batch({"text": wrong})).column("document").to_pylist()[0]
    assert (document["raw"], document["text"]) == ("café", "café")


def test_a_column_that_is_not_text_is_an_error_a_row() -> None:
    rows = cleaned([1, 2], pa.int64())
    assert [row["error"]["type"] for row in rows] == ["TypeError", "TypeError"]  # type: ignore[index]


def surrogate(document: Document) -> Document:
    if "poison" in document.raw:
        return document.with_(language="\ud800")
    if "mine" in document.raw:
        raise LookupError("as asked")
    if "void" in document.raw:
        return None  # type: ignore[return-value]
    return document


def test_a_bug_of_ours_costs_its_row() -> None:
    batch = pa.record_batch({"text": ["one", "poison", "mine", "void", "two"]})
    rows = arrow.clean_batch(batch, steps=(*syndclean.STEPS, surrogate)).to_pylist()
    assert [row["error"] and (row["error"]["stage"], row["error"]["type"]) for row in rows] == [
        None,
        ("arrow", "UnicodeEncodeError"),
        ("surrogate", "LookupError"),
        ("arrow", "AttributeError"),
        None,
    ]


def test_batches_come_out_small_and_whole() -> None:
    nothing = pa.record_batch({"text": pa.array([], pa.string())})
    batches = [pa.record_batch({"text": [f"Row {i}." for i in range(600)]}), nothing]
    out = list(arrow.clean_batches(iter(batches)))
    assert [batch.num_rows for batch in out] == [256, 256, 88, 0]
    assert [row["text"] for batch in out for row in batch.to_pylist()] == batches[0].column(0).to_pylist()


def test_columns_in_another_order_are_refused() -> None:
    one, other = {"id": ["a"], "text": ["b"]}, {"text": ["b"], "id": ["a"]}
    batches = arrow.clean_batches([pa.record_batch(one), pa.record_batch(other)])
    next(batches)
    with pytest.raises(arrow.SchemaError, match="column 0 is announced as id: string and comes as text: string"):
        next(batches)
    announced = arrow.output_schema(pa.record_batch(other).schema)
    with pytest.raises(arrow.SchemaError, match="column 0"):
        next(arrow.clean_batches([pa.record_batch(one)], schema=announced))


def test_nested_order_counts_and_widths_do_not() -> None:
    a = pa.schema([("x", pa.list_(pa.struct([("start", pa.int64()), ("end", pa.int64())])))])
    b = pa.schema([("x", pa.list_(pa.struct([("end", pa.int64()), ("start", pa.int64())])))])
    with pytest.raises(arrow.SchemaError):
        arrow.check(a, b)
    arrow.check(pa.schema([("x", pa.large_list(pa.large_string()))]), pa.schema([("x", pa.list_(pa.string()))]))
    with pytest.raises(arrow.SchemaError, match="comes as nothing"):
        arrow.check(pa.schema([]), a)


def test_mistakes_are_named() -> None:
    with pytest.raises(arrow.SchemaError, match="'body'"):
        arrow.clean_batch(pa.record_batch({"text": ["x"]}), column="body")
    with pytest.raises(arrow.SchemaError, match="'error' already"):
        arrow.output_schema(pa.schema([("error", pa.string())]))


def test_the_published_schema_holds_every_field() -> None:
    """Who adds a field to a document adds it here, and counts `VERSION` up."""
    document = arrow.SCHEMA.field("document").type
    names = {field.name: [inner.name for inner in getattr(field.type, "value_type", field.type)]
             for field in document if pa.types.is_nested(field.type)}  # fmt: skip
    metadata = document.field("metadata").type
    assert {field.name for field in document} == {*Document.model_fields, "text"}
    assert names["segments"] == [field.name for field in dataclasses.fields(Segment)]
    assert names["edits"] == [field.name for field in dataclasses.fields(Edit)]
    assert names["metadata"] == list(Metadata.model_fields)
    assert [f.name for f in metadata.field("fields").type.value_type] == [f.name for f in dataclasses.fields(Field)]
    assert [f.name for f in metadata.field("problems").type.value_type] == [f.name for f in dataclasses.fields(Problem)]
    assert arrow.SCHEMA.metadata == {b"syndclean": b"1"}


def test_without_pyarrow_the_extra_is_named() -> None:
    code = "import sys; sys.modules['pyarrow'] = None\nimport syndclean\nimport syndclean.arrow"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert "ImportError: syndclean.arrow needs pyarrow: pip install 'syndclean[arrow]'" in done.stderr
