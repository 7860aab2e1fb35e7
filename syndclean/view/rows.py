"""Reading what a bulk run wrote: JSON Lines, plain or compressed, and Parquet, one document or one error a row."""

import gzip
import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple, cast

from syndclean.document import Document

SHARDS = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".jsonl.zst", ".ndjson.zst", ".parquet")


class Row(NamedTuple):
    """One row: where it stands (`number` counts from 1) and its columns; `error` where it holds no document."""

    path: Path
    number: int
    value: dict[str, Any]
    error: str | None = None


def rows(paths: Iterable[Path]) -> Iterator[Row]:
    """The rows of files, and of the shards below folders in the order of their names, one after the other.

    A line that is no JSON object is a row with an error. Raises `OSError` where a file cannot be read, and `ValueError`
    where an extra is missing or a folder holds no shard.
    """
    for path in paths:
        for file in _shards(path) if path.is_dir() else [path]:
            yield from _parquet(file) if file.suffix == ".parquet" else _lines(file)


def _shards(folder: Path) -> list[Path]:
    found = sorted(path for path in folder.rglob("*") if path.name.endswith(SHARDS) and not _hidden(path, folder))
    if not found:
        raise ValueError(f"{folder} holds no file of documents ({', '.join(SHARDS)})")
    return found


def _hidden(path: Path, folder: Path) -> bool:
    """Whether a name below `folder` begins with a dot or a low line: unfinished files and notes of engines."""
    return any(part.startswith((".", "_")) for part in path.relative_to(folder).parts)


def _lines(path: Path) -> Iterator[Row]:
    with _opened(path) as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                yield _row(path, number, line)


def _row(path: Path, number: int, line: bytes) -> Row:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Row(path, number, {}, f"not JSON: {error}")
    if not isinstance(value, dict):
        return Row(path, number, {}, "not a JSON object")
    return _judged(path, number, value)


def _judged(path: Path, number: int, value: dict[str, Any]) -> Row:
    error = value.get("error")
    if error:
        said = ": ".join(str(part) for part in error.values()) if isinstance(error, dict) else str(error)
        return Row(path, number, value, said)
    missing = [name for name in ("raw", "segments") if value.get(name) is None]
    return Row(path, number, value, f"no document: {' and '.join(missing)} missing" if missing else None)


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


def _parquet(path: Path) -> Iterator[Row]:
    try:
        import pyarrow.parquet
    except ImportError:
        raise ValueError(f"to read {path.name}, install syndclean[arrow]") from None
    number = 0
    for batch in pyarrow.parquet.ParquetFile(path).iter_batches(batch_size=256):
        for value in batch.to_pylist():
            number += 1
            yield _judged(path, number, value)


def document_of(value: dict[str, Any]) -> Document:
    """The document of a row, whatever other columns stand beside it; raises `ValueError` where it breaks a law."""
    return Document.model_validate({name: value[name] for name in Document.model_fields if value.get(name) is not None})
