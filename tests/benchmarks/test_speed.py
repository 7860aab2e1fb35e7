"""The steps on our own samples, and beside `clean` what people write today: ftfy, langdetect, two regular expressions.

`make bench` prints the table; in a group the numbers in brackets are ratios, and those are what counts.
"""

from collections.abc import Callable
from typing import Any

import pytest
from compare_naive import naive

from syndclean import STEPS, Document, clean

FLOODS = {
    "joints": "aA.B ",
    "quotation marks": '"a" ',
    "lines": "- A headline of something new\n",
    "mojibake": "Ã©tÃ© ",
}


def each(run: Callable[[Any], object], items: list[Any]) -> None:
    for item in items:
        run(item)


@pytest.mark.benchmark(group="the steps, over all samples")
@pytest.mark.parametrize("number", range(len(STEPS)), ids=lambda n: STEPS[n].__name__)
def test_step(benchmark: Any, samples: list[str], number: int) -> None:
    items: list[str | Document] = list(samples)
    for step in STEPS[:number]:
        items = [step(item) for item in items]
    benchmark(each, STEPS[number], items)


@pytest.mark.benchmark(group="the whole, over all samples")
@pytest.mark.parametrize("run", [clean, naive], ids=["clean", "naive"])
def test_whole(benchmark: Any, samples: list[str], run: Callable[[str], object]) -> None:
    each(run, samples)
    benchmark.pedantic(each, (run, samples), rounds=5)


@pytest.mark.benchmark(group="floods of 100,000 characters")
@pytest.mark.parametrize("piece", FLOODS.values(), ids=FLOODS.keys())
def test_flood(benchmark: Any, piece: str) -> None:
    benchmark.pedantic(clean, (piece * (100_000 // len(piece)),), rounds=3)
