"""Write the figures of docs/scale.md: ``python scripts/measure_scale.py [FILE.jsonl --column NAME] [--write]``.

Cleans the same dumps with one worker and with two, in turn, three times, and takes the best of each, because other work
on the machine only ever makes a run slower. Without a file, the dumps are those of samples/, over and over.
"""

import argparse
import itertools
import json
import os
import platform
import re
import resource
import time
from pathlib import Path

from syndclean.many import clean_many

ROOT = Path(__file__).parents[1]
BILLION = 1_000_000_000


def dumps(options: argparse.Namespace) -> list[str]:
    if options.file:
        texts = [json.loads(line)[options.column] for line in options.file.open("rb")]
    else:
        texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "samples").glob("*.txt"))]
    return list(itertools.islice(itertools.cycle(texts), options.rows))


def once(raws: list[str], workers: int) -> tuple[float, float, float]:
    """Seconds by the clock, of the workers' processors, of the caller's."""

    def spent(who: int) -> float:
        usage = resource.getrusage(who)
        return usage.ru_utime + usage.ru_stime

    children, own, began = spent(resource.RUSAGE_CHILDREN), spent(resource.RUSAGE_SELF), time.perf_counter()
    assert sum(1 for _ in clean_many(raws, workers=workers)) == len(raws)
    clock = time.perf_counter() - began
    return clock, spent(resource.RUSAGE_CHILDREN) - children, spent(resource.RUSAGE_SELF) - own


def figures(raws: list[str]) -> str:
    runs = {workers: min(run[workers - 1] for run in [tuple(once(raws, n) for n in (1, 2)) for _ in range(3)])
            for workers in (1, 2)}  # fmt: skip
    size = sum(map(len, raws)) / len(raws)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    each = runs[1][1] / len(raws)
    hours = BILLION * each / 3600
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores"
    return f"""| {len(raws):,} dumps of {size:,.0f} characters, {machine} | |
|---|---|
| a core's time for a dump | {1000 * each:.1f} ms ({size / each / 1e6:.2f} million characters a second) |
| dumps a second, one worker | {len(raws) / runs[1][0]:,.0f} |
| dumps a second, two workers | {len(raws) / runs[2][0]:,.0f} ({runs[1][0] / runs[2][0]:.2f} times one) |
| the caller's own time, of the workers' | {runs[2][2] / runs[2][1]:.1%} |
| most memory of a worker | {peak:,.0f} MB |
| a billion such dumps, on paper | {hours:,.0f} core hours: {hours / 1000:,.1f} hours on a thousand cores |
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--column", default="text")
    parser.add_argument("--rows", type=int, default=3000)
    parser.add_argument("--write", action="store_true", help="put the figures into docs/scale.md")
    options = parser.parse_args()
    table = figures(dumps(options))
    print(table)
    if options.write:
        page = ROOT / "docs/scale.md"
        text = page.read_text(encoding="utf-8")
        fresh = re.sub(r"(?s)(<!-- figures -->\n).*?(<!-- end -->)", lambda m: m[1] + table + m[2], text)
        page.write_text(fresh, encoding="utf-8")


if __name__ == "__main__":
    main()
