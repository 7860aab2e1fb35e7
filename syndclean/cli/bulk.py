"""``syndclean bulk``: files of many dumps in, a folder of JSON Lines shards out.

Exit codes: 0 every row was read and few enough were bad; 1 more than ``--max-error-share`` of the rows are bad (the
output is whole all the same); 2 it could not be used as asked; 3 a file breaks off in the middle, a shard could not be
written, or a bad row came under ``--on-error raise``; 130 it was interrupted.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from syndclean import __version__
from syndclean.bulk.reading import FORMATS, Reader, Row, Usage, fingerprint, inputs
from syndclean.bulk.writing import NOTHING, Block, Output, block, blocks, failed, joined, line
from syndclean.cli import complain
from syndclean.cli.named import OURS, argument, cleaner
from syndclean.document import Document
from syndclean.many import Failure, each
from syndclean.pipeline import STEPS

EXAMPLES = """\
  syndclean bulk news.jsonl.gz --out clean
  syndclean bulk crawl/*.warc.wet.gz --out clean --compress zst --workers 8
  syndclean bulk export.csv --column body --out clean --resume
  syndclean bulk news.jsonl --clean house_rules:clean --out clean
"""


Steps = Sequence[Callable[..., Document]]


class BadRow(RuntimeError):
    """The first row that could not be cleaned, under ``--on-error raise``."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = f"examples:\n{EXAMPLES}\n{(__doc__ or '').partition('.')[2].strip().replace('``', '')}"
    add = parser.add_argument
    add("inputs", nargs="+", metavar="INPUT",
        help=f"a file ({', '.join(FORMATS)}, each also .gz or .zst), or a folder of them")  # fmt: skip
    add("--out", required=True, metavar="OUT", help="the folder for the shards; - writes the lines to standard output")
    add("--column", default="text", metavar="NAME", help="the column that holds the dump (default: text)")
    add("--format", choices=sorted(set(FORMATS.values())), help="what the files are, where their names do not tell")
    add("--workers", type=int, metavar="N", help="worker processes (default: one for each core; 0: none)")
    add("--resume", action="store_true", help="go on with the run that OUT holds")
    add("--on-error", choices=("quarantine", "raise"), default="quarantine",
        help="a bad row is written with its error (default), or ends the run")  # fmt: skip
    add("--max-error-share", type=float, default=0.01, metavar="SHARE",
        help="exit with 1 where more of the rows are bad (default: 0.01)")  # fmt: skip
    add("--compress", choices=("none", "gz", "zst"), default="none", help="how shards are written (default: none)")
    add("--shard-rows", type=int, default=10_000, metavar="N", help="rows of a shard (default: 10000)")
    argument(parser)


def run(options: argparse.Namespace) -> int:
    """Clean every row; the exit code as the head of this module says."""
    try:
        _check(options)
        steps = _steps(options.clean)
        files, over = inputs(options.inputs)
        reader = Reader(files, form=options.format, column=options.column)
        reader.check()
        if over:
            complain(f"{_some(over)} passed over: only names that end in {', '.join(FORMATS)} are read from a folder")
        return _stream(reader, steps, options) if options.out == "-" else _shards(reader, steps, options)
    except BrokenPipeError:  # whoever read standard output has left
        raise
    except (Usage, OSError) as error:
        complain(error)
        return 2 if isinstance(error, Usage | FileNotFoundError | PermissionError | NotADirectoryError) else 3
    except (BadRow, RuntimeError) as error:
        complain(error)
        return 3
    except KeyboardInterrupt:
        complain("interrupted" + ("" if options.out == "-" else "; --resume goes on behind the last whole shard"))
        return 130


def _check(options: argparse.Namespace) -> None:
    """Raise `Usage` on options that cannot be, or that another would silently win over."""
    if options.shard_rows < 1:
        raise Usage(f"--shard-rows is at least 1, not {options.shard_rows}")
    if (options.workers or 0) < 0:
        raise Usage(f"--workers is at least 0, not {options.workers}")
    if not 0 <= options.max_error_share <= 1:
        raise Usage(f"--max-error-share is from 0 to 1, not {options.max_error_share:g}")
    if options.out == "-":
        if options.resume or options.compress != "none":
            raise Usage("standard output is neither resumed nor compressed")
        return
    out = Path(options.out).resolve()
    for path in map(Path, options.inputs):
        if path.is_dir() and out.is_relative_to(path.resolve()):
            raise Usage(f"--out {options.out} lies in {path}, which is read: what is written there would be read next "
                        "time; name a folder elsewhere")  # fmt: skip


def _steps(name: str) -> Steps:
    try:
        return STEPS if name == OURS else (cleaner(name),)
    except ValueError as error:
        raise Usage(str(error)) from None


def _some(files: Sequence[Path]) -> str:
    names = ", ".join(file.name for file in files[:3]) + (", …" if len(files) > 3 else "")
    return f"{_counted(len(files), 'file')} ({names})"


def _counted(number: int, what: str) -> str:
    """
    >>> _counted(1, "shard"), _counted(1200, "row")
    ('1 shard', '1,200 rows')
    """
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _shards(reader: Reader, steps: Steps, options: argparse.Namespace) -> int:
    for file in reader.files:
        if not file.is_file():
            raise Usage(f"{file} can be read but once, so that nothing could go on with it; write it to a file, or say "
                        "--out -")  # fmt: skip
    chosen = {name: getattr(options, name) for name in ("column", "format", "compress", "shard_rows")}
    key = {
        "version": __version__,
        "inputs": [[source, fingerprint(file)] for source, file in zip(reader.sources, reader.files, strict=True)],
        "options": chosen | {"clean": getattr(steps[0], "mark", options.clean)},
    }
    suffix = "" if options.compress == "none" else f".{options.compress}"
    output = Output(Path(options.out), key, resume=options.resume, suffix=suffix)
    reader.sources = [source for source, _ in output.key["inputs"]]
    before = len(output.shards)
    rows = reader.rows(output.shards[-1].file, output.shards[-1].row) if before else reader.rows()
    progress = Progress(reader)
    for written in output.write(_made(blocks(rows, options.shard_rows), steps, options, suffix), options.shard_rows):
        progress.step(written.rows)
    progress.end()
    errors = sum((Counter(shard.errors) for shard in output.shards), Counter[str]())
    first = next((shard.first for shard in output.shards if shard.first), "")
    total = sum(shard.rows for shard in output.shards)
    there = f" ({before} of them there before)" if before else ""
    size = sum(shard.characters for shard in output.shards)
    said = ", ".join((_counted(total, "row"), _counted(size, "character"), _counted(len(output.shards), "shard")))
    print(f"{said}{there}", file=sys.stderr)
    print(f"now: {progress.said()}", file=sys.stderr)
    return _verdict(errors, total, first, options)


def _stream(reader: Reader, steps: Steps, options: argparse.Namespace) -> int:
    total = NOTHING
    with closing(_made(blocks(reader.rows(), 1), steps, options)) as made:
        for _, now in made:
            sys.stdout.buffer.write(now.data)
            sys.stdout.buffer.flush()
            total = total.and_(now)
    return _verdict(total.errors, total.rows, total.first, options)


def _made(
    rows: Iterator[tuple[Row, ...]], steps: Steps, options: argparse.Namespace, suffix: str = ""
) -> Generator[tuple[Row, Block], None, None]:
    """What is made of blocks of rows, each with its last row. Workers are spawned: a fork would copy half of Arrow."""
    function = partial(block, column=options.column, suffix=suffix, steps=steps)
    with closing(each(function, rows, workers=options.workers, start="spawn")) as results:
        for given, result in results:
            made = _one_by_one(given, steps, options, suffix) if isinstance(result, Failure) else result
            if made.first and options.on_error == "raise":
                raise BadRow(made.first)
            yield given[-1], made


def _one_by_one(rows: Sequence[Row], steps: Steps, options: argparse.Namespace, suffix: str) -> Block:
    """A block that could not be made as one, twice: whatever killed the workers, it costs no other row."""
    workers = 0 if options.workers == 0 else 1
    results = list(each(partial(line, column=options.column, steps=steps), rows, workers=workers, start="spawn"))
    return joined(rows, [failed(row, now) if isinstance(now, Failure) else now for row, now in results], suffix)


def _verdict(errors: "Counter[str]", total: int, first: str, options: argparse.Namespace) -> int:
    bad = sum(errors.values())
    if not bad:
        return 0
    stages = ", ".join(f"{count:,} {stage}" for stage, count in sorted(errors.items()))
    print(f"{_counted(bad, 'bad row')} ({bad / total:.2%}): {stages}; the first: {first}", file=sys.stderr)
    if errors["file"]:
        print("syndclean: a file could not be read to its end", file=sys.stderr)
        return 3
    if bad > options.max_error_share * total:
        print(f"syndclean: more than {options.max_error_share:.2%} of the rows are bad", file=sys.stderr)
        return 1
    return 0


class Progress:
    """A line on standard error that says how far a run is, where somebody is there to see it.

    The part is of bytes, as far as the rows that came back go: those that workers still have are not done.
    """

    def __init__(self, reader: Reader) -> None:
        self.reader, self.rows, self.seen = reader, 0, sys.stderr.isatty()
        self.began = self.shown = time.monotonic()
        self.first, self.whole = reader.done, sum(reader.sizes)

    def step(self, rows: int) -> None:
        self.rows += rows
        if self.seen and (now := time.monotonic()) > self.shown + 0.5:
            self.shown = now
            done = self.first + (self.reader.done - self.first) * self.rows / max(1, self.reader.given)
            left = (now - self.began) * (self.whole - done) / max(1.0, done - self.first)
            part = f"{done / max(1, self.whole):.0%}, {_span(left)} left"
            print(f"\r{self.said()}, {part} \033[K", end="", file=sys.stderr)

    def end(self) -> None:
        if self.seen:
            print("\r\033[K", end="", file=sys.stderr)

    def said(self) -> str:
        spent = time.monotonic() - self.began
        return f"{_counted(self.rows, 'row')} in {_span(spent)}, {self.rows / max(spent, 0.001):,.0f} rows/s"


def _span(seconds: float) -> str:
    """
    >>> _span(7.2), _span(192), _span(9000)
    ('7 s', '3 min', '2.5 h')
    """
    if seconds < 100:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 6000 else f"{seconds / 3600:.1f} h"
