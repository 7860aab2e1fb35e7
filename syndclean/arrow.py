"""`clean` for every engine that speaks Apache Arrow: a record batch in, the same rows out, with what was made of each.

The columns that come in go out as they are; behind them stand `document` and `error`, of which each row has one:
the document, or what went wrong. `SCHEMA` is their type and `VERSION` its number, which goes up when it changes and
stands in the schema's metadata as ``syndclean``. Moments are ISO 8601 text, because some have a time and a zone and
some have none.

Needs pyarrow: ``pip install 'syndclean[arrow]'``.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from syndclean.document import Document, Metadata
from syndclean.many import Failure, attempt
from syndclean.pipeline import STEPS

try:
    import pyarrow as pa
except ImportError as missing:
    raise ImportError("syndclean.arrow needs pyarrow: pip install 'syndclean[arrow]'") from missing

VERSION = 1
ROWS = 256  # of a batch that `clean_batches` gives out: the first comes soon, and memory stays small

_TEXT, _OFFSET = pa.string(), pa.int64()
_SPAN = [("start", _OFFSET), ("end", _OFFSET)]
_SEGMENT = pa.struct(
    [*_SPAN, ("kind", _TEXT), ("role", _TEXT), ("text", _TEXT), ("language", _TEXT), ("confidence", pa.float64()),
     ("rule", _TEXT)]
)  # fmt: skip
_EDIT = pa.struct([*_SPAN, ("text", _TEXT), ("rules", pa.list_(_TEXT))])
_FIELD = pa.struct([*_SPAN, ("key", _TEXT), ("value", _TEXT), ("name", _TEXT)])
_PROBLEM = pa.struct([*_SPAN, ("field", _TEXT), ("message", _TEXT)])
_METADATA = pa.struct(
    [("title", _TEXT), ("authors", pa.list_(_TEXT)), ("source_url", _TEXT), ("source_name", _TEXT), ("agency", _TEXT),
     ("published_at", _TEXT), ("updated_at", _TEXT), ("copyright", _TEXT), ("licence", _TEXT), ("location", _TEXT),
     ("tags", pa.list_(_TEXT)), ("captured_on", pa.date32()), ("fields", pa.list_(_FIELD)),
     ("problems", pa.list_(_PROBLEM))]
)  # fmt: skip
_DOCUMENT = pa.struct(
    [("raw", _TEXT), ("text", _TEXT), ("language", _TEXT), ("segments", pa.list_(_SEGMENT)), ("edits", pa.list_(_EDIT)),
     ("metadata", _METADATA)]
)  # fmt: skip
_ERROR = pa.struct([("stage", _TEXT), ("type", _TEXT), ("message", _TEXT)])

#: What is added to the columns that come in. `document.raw` is null where the column that was cleaned is text, which
#: is then what the offsets count; where that column is binary, it is the text that the bytes were decoded to.
SCHEMA = pa.schema([("document", _DOCUMENT), ("error", _ERROR)], metadata={"syndclean": str(VERSION)})


class SchemaError(ValueError):
    """Columns that are not the ones that were announced: by name, order or type, at any depth."""


def output_schema(input_schema: pa.Schema) -> pa.Schema:
    """The schema that `clean_batch` gives for batches of `input_schema`: its columns, `document` and `error`.

    Raises `SchemaError` where a column of one of these names comes in.

    >>> output_schema(pa.schema([("id", pa.int64()), ("text", pa.string())])).names
    ['id', 'text', 'document', 'error']
    """
    taken = [name for name in SCHEMA.names if name in input_schema.names]
    if taken:
        raise SchemaError(f"the input has a column {taken[0]!r} already; rename it, {SCHEMA.names} are added")
    return pa.schema([*input_schema, *SCHEMA], metadata={**(input_schema.metadata or {}), **SCHEMA.metadata})


def clean_batches(
    batches: Iterable[pa.RecordBatch],
    *,
    column: str = "text",
    schema: pa.Schema | None = None,
    steps: Sequence[Callable[..., Document]] = STEPS,
) -> Iterator[pa.RecordBatch]:
    """`clean_batch` over a stream: what Spark's ``mapInArrow`` calls. All rows come out, in order, in smaller batches.

    `schema` is what the caller has told the engine to expect. Engines that bind columns by their position would take
    an article for an identifier without a word, so that a difference in name, order or type raises `SchemaError`;
    so does a batch whose columns differ from those of the first.

    >>> batch = pa.record_batch({"id": [1, 2], "text": ["One.", None]})
    >>> [row["error"] and row["error"]["type"] for out in clean_batches([batch]) for row in out.to_pylist()]
    [None, 'TypeError']
    """
    for batch in batches:
        schema = schema or output_schema(batch.schema)
        check(output_schema(batch.schema), schema)
        for start in range(0, batch.num_rows or 1, ROWS):
            yield clean_batch(batch.slice(start, ROWS), column=column, steps=steps)


def clean_batch(
    batch: pa.RecordBatch, *, column: str = "text", steps: Sequence[Callable[..., Document]] = STEPS
) -> pa.RecordBatch:
    """The rows of `batch`, each with its `document`, or null and an `error`; see `SCHEMA`.

    `column` names the dumps, as text or binary. A row that is null, empty, not text or that a step cannot do costs
    that row alone; its `error` has the `stage`, the `type` and the `message` of `syndclean.Quarantined`. `steps` are
    those of `syndclean.clean`. Raises `SchemaError` where there is no such column, or more than one.

    >>> row = clean_batch(pa.record_batch({"text": ["One sentence."]})).to_pylist()[0]
    >>> row["document"]["text"], row["document"]["raw"], row["error"]
    ('One sentence.', None, None)
    """
    schema = output_schema(batch.schema)
    if batch.schema.names.count(column) != 1:
        raise SchemaError(f"there must be one column {column!r}; the batch has {batch.schema.names}")
    rows = [_row(value, steps) for value in _values(batch.column(column))]
    return pa.RecordBatch.from_arrays([*batch.columns, *_arrays(rows)], schema=schema)


def check(actual: pa.Schema, announced: pa.Schema) -> None:
    """Raise `SchemaError`, naming the first difference, unless names, order and types are the same at every depth.

    Nullability, metadata and the width of offsets (``string`` or ``large_string``) make no difference.

    >>> check(pa.schema([("id", pa.int64())]), pa.schema([("id", pa.string())]))
    Traceback (most recent call last):
    syndclean.arrow.SchemaError: column 0 is announced as id: string and comes as id: int64
    """
    for i in range(max(len(actual), len(announced))):
        now = _described(actual.field(i)) if i < len(actual) else "nothing"
        said = _described(announced.field(i)) if i < len(announced) else "nothing"
        if now != said:
            raise SchemaError(f"column {i} is announced as {said} and comes as {now}")


def _described(field: pa.Field) -> str:
    return f"{field.name}: {_shape(field.type)}"


def _shape(kind: pa.DataType) -> str:
    if pa.types.is_struct(kind):
        return f"struct<{', '.join(_described(kind.field(i)) for i in range(kind.num_fields))}>"
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        return f"list<{_shape(kind.value_type)}>"
    return str(kind).removeprefix("large_").removesuffix("_view")


def _values(column: pa.Array) -> list[Any]:
    try:
        return column.to_pylist()  # type: ignore[no-any-return]
    except UnicodeDecodeError:  # Arrow says that text is UTF-8; not everybody who writes it looks
        return column.cast(pa.binary()).to_pylist()  # type: ignore[no-any-return]


Row = tuple[tuple[Any, ...] | None, Failure | None]


def _row(value: Any, steps: Sequence[Callable[..., Document]]) -> Row:
    result = attempt(value, steps=steps, empty=False)
    if isinstance(result, Failure):
        return None, result
    try:
        return _document(result, None if isinstance(value, str) else result.raw), None
    except Exception as error:
        return None, Failure("arrow", type(error).__name__, str(error))


def _document(document: Document, raw: str | None) -> tuple[Any, ...]:
    segments = [
        (s.start, s.end, s.kind, s.role, s.text, s.language, s.confidence, s.rule) for s in document.segments
    ]  # fmt: skip
    edits = [(edit.start, edit.end, edit.text, edit.rules) for edit in document.edits]
    return raw, document.text, document.language, segments, edits, _metadata(document.metadata)


def _metadata(metadata: Metadata) -> tuple[Any, ...]:
    values = {name: getattr(metadata, name) for name in Metadata.model_fields}
    values["fields"] = [(f.start, f.end, f.key, f.value, f.name) for f in metadata.fields]
    values["problems"] = [(p.start, p.end, p.field, p.message) for p in metadata.problems]
    for name in ("published_at", "updated_at"):
        values[name] = values[name].isoformat() if isinstance(values[name], date) else None
    return tuple(values[field.name] for field in _METADATA)


def _arrays(rows: list[Row]) -> list[pa.Array]:
    try:
        return [pa.array(column, type=field.type) for column, field in zip(_columns(rows), SCHEMA, strict=True)]
    except (pa.ArrowException, TypeError, ValueError):
        if len(rows) == 1:
            raise
        return [pa.array(column, type=field.type) for column, field in zip(_columns(_sound(rows)), SCHEMA, strict=True)]


def _columns(rows: list[Row]) -> tuple[list[Any], list[Any]]:
    return [document for document, _ in rows], [error for _, error in rows]


def _sound(rows: list[Row]) -> list[Row]:
    """The same rows, an error in the place of those that Arrow does not take (a lone surrogate, a bug of ours)."""
    out = []
    for row in rows:
        try:
            _arrays([row])
        except (pa.ArrowException, TypeError, ValueError) as error:
            row = None, Failure("arrow", type(error).__name__, str(error))
        out.append(row)
    return out
