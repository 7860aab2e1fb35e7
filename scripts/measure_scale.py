"""Write the figures of docs/scale.md: ``python scripts/measure_scale.py [FILE.jsonl --column NAME] [--write]``.

Cleans the same dumps with one worker and with two, in alternating turns, through `clean_many` and through ``syndclean
bulk``. Each turn says what it took by the clock and of processors, and the caller's share of the latter, which other
work on the machine disturbs least. The figures are those of the quickest turns, because other work only ever makes a
run slower; the ratio is the median over the turns. Without a file, the dumps are those of samples/, over and over;
each time other numbers stand in their paragraphs, for furniture comes back and most articles do not.

Starting a worker takes a second: let a turn of one worker last a minute or more (``--rows``).
"""

import argparse
import contextlib
import io
import itertools
import json
import os
import platform
import re
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from syndclean.many import clean_many

ROOT = Path(__file__).parents[1]
BILLION = 1_000_000_000


class Turn(NamedTuple):
    """Seconds by the clock, of the workers' processors, of the caller's, and the most memory of a process in MB."""

    clock: float
    workers: float
    caller: float
    memory: float

    def __str__(self) -> str:
        share = f"caller {self.caller:.2f} s ({self.caller / self.workers:.2%} of the workers' {self.workers:.1f} s)"
        return f"{self.clock:.1f} s by the clock, {share}"


def dumps(options: argparse.Namespace) -> list[str]:
    if options.file:
        texts = [json.loads(line)[options.column] for line in options.file.open("rb")]
    else:
        texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "samples").glob("*.txt"))]
    turns = ((text, turn) for turn in itertools.count() for text in texts)
    return [fresh(text, turn) for text, turn in itertools.islice(turns, options.rows)]


def fresh(text: str, turn: int) -> str:
    """A dump whose furniture has been seen and whose article has not: a number stands in every few words of it."""
    lines = text.split("\n")
    return "\n".join(_WORDS.sub(rf"\g<0>{turn} ", line) if len(line) >= 100 else line for line in lines)


_WORDS = re.compile(r"(?:\S+ ){12}")


def turn(work: Callable[[], None]) -> Turn:
    """What `work` takes, in a process of its own, so that its children are its workers."""
    read, write = os.pipe()
    if (child := os.fork()) == 0:
        began = time.perf_counter()
        work()
        clock = time.perf_counter() - began
        own, workers = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = [usage.ru_utime + usage.ru_stime for usage in (workers, own)]
        os.write(write, json.dumps([clock, *spent, workers.ru_maxrss / 1024]).encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return Turn(*json.loads(said))


def in_python(raws: list[str], workers: int) -> None:
    assert sum(1 for _ in clean_many(raws, workers=workers)) == len(raws)


def bulk(path: Path, workers: int) -> None:
    from syndclean.cli import main

    with tempfile.TemporaryDirectory() as out, contextlib.redirect_stderr(io.StringIO()):
        assert main(["bulk", str(path), "--out", f"{out}/o", "--workers", str(workers)]) == 0


def turns(name: str, work: Callable[[int], None], times: int) -> tuple[dict[int, Turn], float]:
    """The quickest turn for each number of workers, and the median of how much quicker two are than one."""
    taken: dict[int, list[Turn]] = {1: [], 2: []}
    for _ in range(times):
        for workers in taken:
            taken[workers].append(now := turn(partial(work, workers)))
            print(f"{name}, {workers} workers: {now}", file=sys.stderr, flush=True)
    ratios = [one.clock / two.clock for one, two in zip(taken[1], taken[2], strict=True)]
    print(f"{name}: two workers are {', '.join(f'{ratio:.2f}' for ratio in ratios)} times one", file=sys.stderr)
    return {workers: min(them) for workers, them in taken.items()}, statistics.median(ratios)


def figures(raws: list[str], times: int) -> str:
    python, ratio = turns("clean_many", lambda workers: in_python(raws, workers), times)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "dumps.jsonl")
        with path.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps({"text": raw}) + "\n" for raw in raws)
        files, files_ratio = turns("bulk", lambda workers: bulk(path, workers), times)
    size = sum(map(len, raws)) / len(raws)
    each = python[1].workers / len(raws)
    hours = BILLION * each / 3600
    shares = [python[2].caller / python[2].workers, files[2].caller / files[2].workers]
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores"
    return f"""| {len(raws):,} dumps of {size:,.0f} characters, {machine} | `clean_many` | `syndclean bulk` |
|---|---|---|
| dumps a second, one worker | {len(raws) / python[1].clock:,.0f} | {len(raws) / files[1].clock:,.0f} |
| dumps a second, two workers | {len(raws) / python[2].clock:,.0f} | {len(raws) / files[2].clock:,.0f} |
| two workers, times one (median of {times} turns) | {ratio:.2f} | {files_ratio:.2f} |
| the caller's own time, of the workers' | {shares[0]:.1%} | {shares[1]:.1%} |
| most memory of a worker | {python[2].memory:,.0f} MB | {files[2].memory:,.0f} MB |

A core's time for a dump: {1000 * each:.1f} ms, {size / each / 1e6:.2f} million characters a second. A billion such
dumps, on paper: {hours:,.0f} core hours, {hours / 1000:,.1f} hours on a thousand cores. A partition of 100,000 of
them that is lost is done again in {100_000 * each:,.0f} seconds.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--column", default="text")
    parser.add_argument("--rows", type=int, default=60_000)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--write", action="store_true", help="put the figures into docs/scale.md")
    options = parser.parse_args()
    table = figures(dumps(options), options.turns)
    print(table)
    if options.write:
        page = ROOT / "docs/scale.md"
        text = page.read_text(encoding="utf-8")
        fresh = re.sub(r"(?s)(<!-- figures -->\n).*?(<!-- end -->)", lambda m: m[1] + table + m[2], text)
        page.write_text(fresh, encoding="utf-8")


if __name__ == "__main__":
    main()
