"""Reading what a run wrote: JSON Lines, plain or compressed, and Parquet, one document or one error a row.

A row is a document by itself, as `Document.model_dump_json` writes it, or holds it under `document`, as the output of
`syndclean bulk` and `syndclean.arrow` does; whatever else stands beside it is stepped over.
"""

import gzip
import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple, cast

from syndclean.document import Document

SHARDS = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".jsonl.zst", ".ndjson.zst", ".parquet")


class Row(NamedTuple):
    """One row: where it stands (`number` counts from 1), the JSON of its document, or the `error` that stands instead.

    `source` says which dump it was, as far as the row knows.
    """

    path: Path
    number: int
    value: dict[str, Any]
    error: str | None = None
    source: str = ""

    @property
    def name(self) -> str:
        """What a person calls it."""
        return self.source or f"{self.path.name}, row {self.number}"


def rows(paths: Iterable[Path], *, column: str = "text") -> Iterator[Row]:
    """The rows of files, and of the shards below folders in the order of their names, one after the other.

    A line that is no JSON object is a row with an error. `column` names the dumps that stand beside documents without
    `raw`. Raises `OSError` where a file cannot be read, and `ValueError`
    where an extra is missing or a folder holds no shard.
    """
    for path in paths:
        for file in _shards(path) if path.is_dir() else [path]:
            values = _parquet(file) if file.suffix == ".parquet" else _lines(file)
            yield from (_row(file, number, value, column) for number, value in values)


def _shards(folder: Path) -> list[Path]:
    found = sorted(path for path in folder.rglob("*") if path.name.endswith(SHARDS) and not _hidden(path, folder))
    if not found:
        raise ValueError(f"{folder} holds no file of documents ({', '.join(SHARDS)})")
    return found


def _hidden(path: Path, folder: Path) -> bool:
    """Whether a name below `folder` begins with a dot or a low line: unfinished files and notes of engines."""
    return any(part.startswith((".", "_")) for part in path.relative_to(folder).parts)


def _lines(path: Path) -> Iterator[tuple[int, Any]]:
    """The JSON of each line that is not empty; a `ValueError` in its place where it is none."""
    with _opened(path) as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                try:
                    yield number, json.loads(line)
                except (ValueError, RecursionError) as error:
                    yield number, ValueError(f"not JSON: {error}")


def _row(path: Path, number: int, value: Any, column: str) -> Row:
    if not isinstance(value, dict):
        said = str(value) if isinstance(value, ValueError) else "not a JSON object"
        return Row(path, number, {}, said)
    source = f"{value['source']}, row {value.get('row')}" if isinstance(value.get("source"), str) else ""
    if value.get("error"):
        return Row(path, number, {}, _said(value["error"]), source)
    document = value.get("document") or value
    if isinstance(document, dict) and document.get("raw") is None:
        document = {**document, "raw": value.get(column)}
    if not isinstance(document, dict) or not isinstance(document["raw"], str) or document.get("segments") is None:
        return Row(
            path, number, {}, f"no document: it needs segments, and the dump as raw or in the column {column}", source
        )
    return Row(path, number, document, None, source)


def _said(error: object) -> str:
    """The parts of an error (stage, type, message) as one line."""
    return ": ".join(str(part) for part in error.values()) if isinstance(error, dict) else str(error)


def _opened(path: Path) -> IO[bytes]:
    if path.suffix == ".gz":
        return cast(IO[bytes], gzip.open(path))
    if path.suffix != ".zst":
        return path.open("rb")
    try:
        import zstandard
    except ImportError:
        raise ValueError(f"to read {path.name}, install syndclean[zstd]") from None
    return io.BufferedReader(zstandard.ZstdDecompressor().stream_reader(path.open("rb"), closefd=True))


def _parquet(path: Path) -> Iterator[tuple[int, Any]]:
    try:
        import pyarrow.parquet
    except ImportError:
        raise ValueError(f"to read {path.name}, install syndclean[arrow]") from None
    batches = pyarrow.parquet.ParquetFile(path).iter_batches(batch_size=256)
    yield from enumerate((value for batch in batches for value in batch.to_pylist()), 1)


def document_of(value: dict[str, Any]) -> Document:
    """The document of a row's `value`; raises `ValueError` where it breaks a law."""
    return Document.model_validate({name: value[name] for name in Document.model_fields if value.get(name) is not None})
