"""How many times as fast as what people write today: ``python scripts/compare_naive.py [DUMPS.jsonl[.gz]]``.

Without a file, the dumps are those of samples/. Both go over the same dumps in one run, in turn, three times: in the
first turn `clean` sees every line for the first time, in the others it has seen them, as it has the furniture of a site
and the copies of an article in a long run; of the others the best counts, so that other work on the machine cancels
out. Where `unstructured` is installed it is measured too.
"""

import argparse
import gzip
import json
import re
import time
from collections.abc import Callable
from pathlib import Path

import ftfy
from langdetect import DetectorFactory, LangDetectException, detect

import syndclean

ROOT = Path(__file__).parents[1]
TURNS = 3
KEEP = ftfy.TextFixerConfig(uncurl_quotes=False, fix_latin_ligatures=False, fix_character_width=False)
GLUED = re.compile(r"(?<=[^\W\d_][.!?])(?=[A-ZÀ-Ý])")
FOOTER = re.compile(r"^(?:Source|Author|Publish date|Copyright|Trending)\b.*\Z", re.MULTILINE | re.DOTALL)


def naive(raw: str) -> tuple[str, list[str | None]]:
    """What everybody writes: ftfy with typography kept, two regular expressions, langdetect on each line."""
    fixed = ftfy.fix_text(raw, KEEP)
    return FOOTER.sub("", GLUED.sub("\n", fixed)), [language(line) for line in fixed.splitlines() if line.strip()]


def language(line: str) -> str | None:
    try:
        tag: str = detect(line)
    except LangDetectException:
        return None
    return tag


def unstructured() -> Callable[[str], object] | None:
    """`partition_text` with its language detection, or None where it is not installed."""
    try:
        from unstructured.partition.text import partition_text
    except ImportError:
        return None

    def run(raw: str) -> object:
        return partition_text(text=raw, detect_language_per_element=True)

    return run


def dumps(options: argparse.Namespace) -> list[str]:
    if options.file is None:
        return [path.read_text(encoding="utf-8") for path in sorted((ROOT / "samples").glob("*.txt"))]
    opened = gzip.open if options.file.suffix == ".gz" else open
    with opened(options.file, "rt", encoding="utf-8") as lines:
        return [json.loads(line)[options.column] for line in lines]


def seconds(run: Callable[[str], object], raws: list[str]) -> float:
    began = time.process_time()
    for raw in raws:
        run(raw)
    return time.process_time() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--column", default="raw")
    parser.add_argument("--share", type=int, default=1, help="every how many-th dump is taken")
    options = parser.parse_args()
    DetectorFactory.seed = 0
    raws = dumps(options)[:: options.share]
    runs: dict[str, Callable[[str], object]] = {"syndclean.clean": syndclean.clean, "naive": naive}
    peer = unstructured()
    if peer:
        runs["unstructured"] = peer
    for run in runs.values():
        seconds(run, raws[:3])  # what is loaded once
    times = measured(runs, raws)
    size = sum(len(raw.encode("utf-8", "surrogatepass")) for raw in raws)
    print(f"{len(raws)} dumps, {size / 1e6:.2f} MB")
    print(f"{'':16} {'first turn':>24} {'best turn':>26}   times the time of clean")
    for name, (first, *others) in times.items():
        best = min(first, *others) if others else first
        ratios = f"{first / times['syndclean.clean'][0]:.1f}, {best / min(times['syndclean.clean']):.1f}"
        print(f"{name:16} {spent(first, size)} {spent(best, size)}   {ratios}")


def spent(seconds: float, size: int) -> str:
    return f"{seconds:9.2f} s {1e6 * seconds / size:8.2f} s/MB"


def measured(runs: dict[str, Callable[[str], object]], raws: list[str]) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {name: [] for name in runs}
    for turn in range(TURNS):
        for name, run in runs.items():
            if turn == 0 or name == "syndclean.clean" or times[name][0] < 30:
                times[name].append(seconds(run, raws))
    return times


if __name__ == "__main__":
    main()
