"""What is written of each row, and the shards that it goes to, which a run that was ended goes on with.

A line is a JSON object: `source` (the file), `row` (its number there, from 0), `columns` (the others that stood beside
the dump), `document` (as `Document.model_dump_json` writes it) or null, `error` (`stage`, `type`, `message`) or null,
and, where there is an error, `input`: what came in, untouched, unless it was too large to read.

Lines are made and, for gzip, compressed by the block, where the rows are cleaned: whoever writes the shards has little
more to do than to copy bytes. Where blocks end depends on the rows alone, never on who made which.

A shard is written under another name, and gets its own in one step when it is whole; then a line of the manifest says
so. Whatever is in the manifest is therefore there, whole, and the next run begins behind it.
"""

import gzip
import json
import math
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, NamedTuple, cast

from syndclean.bulk.reading import Row, Usage, values
from syndclean.document import Document
from syndclean.many import Failure, attempt
from syndclean.pipeline import STEPS

MANIFEST = "_manifest.jsonl"  # whoever reads a folder of shards steps over names that begin with a low line
BLOCK_ROWS, BLOCK_SIZE = 32, 128 * 1024  # how many rows, or bytes of them, are enough for a block


class Line(NamedTuple):
    """A row as it is written; `error` is None or says what went wrong."""

    data: bytes
    characters: int
    error: Failure | None = None


def line(row: Row, *, column: str = "text", steps: Sequence[Callable[..., Document]] = STEPS) -> Line:
    """What is written of a row, cleaned; raises nothing that is a row's fault.

    >>> print(line(Row("a.txt", 0, "text", b"")).data.decode(), end="")
    {"source": "a.txt", "row": 0, "columns": {}, "error": {"stage": "input", "type": "ValueError",
    "message": "there is no text: the row is empty"}, "input": "", "document": null}
    """
    try:
        raw, columns = values(row, column)
    except Exception as error:
        message = str(error.args[0]) if isinstance(error, KeyError) else str(error)
        stage = "file" if row.broken else "read"
        return failed(row, Failure(stage, type(error).__name__, message))
    result = attempt(raw, steps=steps, empty=False)
    if isinstance(result, Failure):
        return failed(row, result, raw, columns)
    try:
        head = _json({"source": row.source, "row": row.number, "columns": columns, "error": None})
        data = result.model_dump_json().encode()
    except Exception as error:
        return failed(row, Failure("write", type(error).__name__, str(error)), raw)
    return Line(head[:-1] + b', "document": ' + data + b"}\n", len(result.raw))


def failed(row: Row, error: Failure, raw: Any = None, columns: dict[str, Any] | None = None) -> Line:
    """What is written of a row that could not be cleaned; without `raw`, its input is the whole row."""
    given = row.data if raw is None and not columns else raw
    said = {"source": row.source, "row": row.number, "columns": columns or {}, "error": error._asdict(), "input": given}
    return Line(_json({**said, "document": None}) + b"\n", 0, error)


def _json(value: Any) -> bytes:
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False, default=_plain).encode()
    except ValueError:  # lone surrogates, which JSON can only escape, and numbers that it does not have
        return json.dumps(_finite(value), default=_plain).encode()


def _plain(value: Any) -> Any:
    """What JSON has no word for; of bytes that are not UTF-8, each is a lone surrogate (PEP 383)."""
    return value.decode("utf-8", "surrogateescape") if isinstance(value, bytes) else str(value)


def _finite(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(name): _finite(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(item) for item in value]
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value


class Block(NamedTuple):
    """Lines that go to a shard together: `data` is what is written, `first` says what the first error is."""

    data: bytes
    rows: int
    characters: int
    errors: "Counter[str]"
    first: str

    def and_(self, after: "Block") -> "Block":
        """What was counted in both; the bytes stay where they are."""
        return Block(b"", self.rows + after.rows, self.characters + after.characters, self.errors + after.errors,
                     self.first or after.first)  # fmt: skip


NOTHING = Block(b"", 0, 0, Counter(), "")


def blocks(rows: Iterable[Row], size: int) -> Iterator[tuple[Row, ...]]:
    """The rows in blocks, none of which reaches over the end of a shard of `size` rows."""
    held: list[Row] = []
    weight, left = 0, size
    for row in rows:
        held.append(row)
        weight += row.size
        left -= 1
        if len(held) == BLOCK_ROWS or weight >= BLOCK_SIZE or not left:
            yield tuple(held)
            held, weight, left = [], 0, left or size
    if held:
        yield tuple(held)


def block(
    rows: Sequence[Row], *, column: str = "text", suffix: str = "", steps: Sequence[Callable[..., Document]] = STEPS
) -> Block:
    """What is written of `rows`, cleaned, in a shard with this suffix."""
    return joined(rows, [line(row, column=column, steps=steps) for row in rows], suffix)


def joined(rows: Sequence[Row], lines: Sequence[Line], suffix: str = "") -> Block:
    """The lines of `rows` as a block."""
    data = b"".join(line.data for line in lines)
    if suffix == ".gz":  # members one after the other are a gzip file (RFC 1952, section 2.2)
        data = gzip.compress(data, 6, mtime=0)
    errors = [(row, line.error) for row, line in zip(rows, lines, strict=True) if line.error]
    first = f"{errors[0][0].source}, row {errors[0][0].number}: {': '.join(errors[0][1])}" if errors else ""
    return Block(data, len(lines), sum(line.characters for line in lines),
                 Counter(error.stage for _, error in errors), first)  # fmt: skip


class Shard(NamedTuple):
    """A shard that is whole: how many rows and characters it holds, how many errors of which stage, the first of them,
    and the last row: the number of its file among the inputs, and its own there."""

    number: int
    rows: int
    characters: int
    errors: dict[str, int]
    first: str
    file: int
    row: int


class Output:
    """A folder of shards with its manifest; `key` says what it was made of, by what: the ``inputs`` (for each what
    rows call it, and a fingerprint), the ``version`` and the ``options``. A run that goes on keeps the key it began
    with. Raises `Usage` where the folder cannot be had.
    """

    def __init__(self, folder: Path, key: dict[str, Any], *, resume: bool, suffix: str = "") -> None:
        self.folder, self.suffix, self.key = folder, suffix, key
        self.manifest = folder / MANIFEST
        self.shards: list[Shard] = []
        if suffix == ".zst":
            _zstandard()
        if folder.exists() and not folder.is_dir():
            raise Usage(f"{folder} is a file; --out names a folder for the shards")
        folder.mkdir(parents=True, exist_ok=True)
        if self.manifest.exists():
            if not resume:
                raise Usage(f"{folder} holds a run already: say --resume to go on with it, or name another folder")
            self._go_on(key)
        else:
            if any(folder.iterdir()):
                raise Usage(f"{folder} is not empty and holds no run; name another folder")
            self._note(key)

    def _go_on(self, key: dict[str, Any]) -> None:
        whole, _, torn = self.manifest.read_bytes().rpartition(b"\n")
        notes = [json.loads(note) for note in whole.split(b"\n")] if whole else [json.loads(_json(key))]
        if torn or not whole:  # ended while it wrote a line
            temporary = self.manifest.with_name(f".{MANIFEST}")
            temporary.write_bytes(b"".join(_json(note) + b"\n" for note in notes))
            os.replace(temporary, self.manifest)
        if differ := list(_differences(notes[0], json.loads(_json(key)))):
            raise Usage(f"{self.folder} holds a run of other {' and '.join(differ)}; it cannot go on with these")
        self.key = notes[0]
        self.shards = [Shard(**note) for note in notes[1:]]

    def _note(self, value: dict[str, Any]) -> None:
        with self.manifest.open("ab") as file:
            file.write(_json(value) + b"\n")
            file.flush()
            os.fsync(file.fileno())

    def write(self, made: Iterable[tuple[Row, Block]], size: int) -> Iterator[Block]:
        """Write shards of `size` rows; each block (it comes with its last row) goes on to the caller when written."""
        made = iter(made)
        while (given := next(made, None)) is not None:
            number = len(self.shards)
            path = self.folder / f"part-{number:05}.jsonl{self.suffix}"
            temporary = path.with_name(f".{path.name}")
            total = NOTHING
            with written(temporary) as file:
                while given is not None:
                    row, block = given
                    file.write(block.data)
                    total = total.and_(block)
                    yield block
                    given = next(made, None) if total.rows < size else None
            os.replace(temporary, path)
            shard = Shard(number, total.rows, total.characters, dict(total.errors), total.first, row.file, row.number)
            self._note(shard._asdict())
            self.shards.append(shard)


def _differences(before: dict[str, Any], now: dict[str, Any]) -> Iterator[str]:
    """In what the key of a run differs from that of the one which would go on with it.

    A file is the same under another path: what rows call it is what they called it in the run that began.
    """
    for name, value in now.items():
        was = before.get(name)
        if name == "inputs":
            names = [[[Path(path).name, mark] for path, mark in files or ()] for files in (was, value)]
            if names[0] != names[1]:
                yield name
        elif isinstance(value, dict) and isinstance(was, dict):
            if differ := [option for option in value if was.get(option) != value[option]]:
                yield f"{name} ({', '.join(differ)})"
        elif was != value:
            yield name


def _zstandard() -> Any:
    try:
        import zstandard
    except ImportError:
        raise Usage("to write .zst files, install syndclean[zstd]") from None
    return zstandard


@contextmanager
def written(path: Path) -> Iterator[IO[bytes]]:
    """A file to write blocks to, on the disc when this ends.

    Zstandard is quick, and there are readers that stop after the first frame: blocks are compressed here, as one.
    """
    with path.open("wb") as raw:
        if path.suffix == ".zst":
            with _zstandard().ZstdCompressor().stream_writer(raw, closefd=False) as writer:
                yield cast(IO[bytes], writer)
        else:
            yield raw
        raw.flush()
        os.fsync(raw.fileno())
