"""Check what `steps.sequence`, `steps.evidence`, `steps.context` and `rules.lines` weigh: is any number better moved?

    python scripts/fit_path.py DUMPS.jsonl.gz PAGES.jsonl             # moves one number at a time, keeps what helps
    python scripts/fit_path.py DUMPS.jsonl.gz PAGES.jsonl --folds 3   # the same with publishers left out: what is
                                                                      # gained on pages that no number was fitted to

`fit_lines.py` looks at lines alone; here the best path over all lines of a document decides. What is asked for is the
mean F1 of the body over pages (`body` spans), and the share of characters whose kind is right over dumps; a number
that moves pays for it (`STIFF`), so that it stays where it is unless many documents ask for it.
"""

import argparse
import gzip
import hashlib
import json
import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from syndclean.rules import lines
from syndclean.steps import context, evidence, sequence, split
from syndclean.steps.decode import decode
from syndclean.steps.evidence import Block
from syndclean.steps.parting import parted
from syndclean.steps.repair import repair
from syndclean.steps.split import RULES

STIFF = 0.001


class Judged(NamedTuple):
    """A document's lines, and how many characters of each have which kind (`None`: nobody is asked)."""

    publisher: str
    page: bool
    blocks: Sequence[Block]
    kinds: Sequence[dict[str | None, int]]


def judged(path: Path, page: bool) -> Iterator[Judged]:
    """The documents of a JSON Lines file, gzipped or not, as far as they are parted into lines."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        for record in map(json.loads, file):
            raw = record["raw"]
            said: list[str | None] = ["other" if page else None] * len(raw)
            for start, end in record.get("neutral", ()):
                said[start:end] = [None] * (end - start)
            spans = record["body"] if page else [(s["start"], s["end"], s["kind"]) for s in record["segments"]]
            for start, end, kind in spans:
                said[start:end] = ["body" if page else kind] * (end - start)
            document, _ = parted(repair(decode(raw)))
            blocks = evidence.weighed(document.segments, evidence.weigher(RULES))
            kinds: list[dict[str | None, int]] = []
            for block in blocks:
                kinds.append({})
                for at in range(block.segment.start, block.segment.end):
                    if not raw[at].isspace():
                        kinds[-1][said[at]] = kinds[-1].get(said[at], 0) + 1
            publisher = str(record.get("id", "")).partition("#")[0].rpartition("/")[0]
            yield Judged(publisher, page, blocks, kinds)


def worth(documents: Sequence[Judged]) -> tuple[float, float]:
    """The mean F1 over pages, and the share of characters that are right over dumps."""
    f1: list[float] = []
    right = total = 0
    for document in documents:
        # No usual look, so that what a line says is asked again by the numbers as they are now.
        blocks = [block._replace(look=lines.furniture(block.line), usual=math.nan) for block in document.blocks]
        states, _ = split._decided(blocks)
        hit = left = lost = 0
        for state, kinds in zip(states, document.kinds, strict=True):
            kind = sequence.KIND[state]
            total += 0 if document.page else sum(n for k, n in kinds.items() if k)
            right += 0 if document.page else kinds.get(kind, 0)
            if kind == "body":
                hit, left = hit + kinds.get("body", 0), left + kinds.get("other", 0)
            else:
                lost += kinds.get("body", 0)
        if document.page:
            f1.append(2 * hit / max(1, 2 * hit + left + lost))
    return sum(f1) / max(1, len(f1)), right / max(1, total)


def numbers() -> Iterator[tuple[str, dict[Any, float], list[Any]]]:
    """Each number that may move: its name, the table it stands in, and its places there."""
    for name in lines.WEIGHTS:
        yield name, lines.WEIGHTS, [name]
    for name in ("_ABOVE_A_CREDIT", "_SAID_TWICE", "_LABEL_TWICE"):
        yield name, vars(context), [name]
    for name in ("_INSERTED", "_BELOW_A_HEADLINE", "_BEFORE"):
        yield name, vars(evidence), [name]
    back = [step for step in sequence._STEP if step[0] >= sequence.FIELD_AFTER and step[1] == sequence.BODY]
    yield "back", sequence._STEP, back
    for step in sequence._STEP:
        if sequence.BODY in step and step not in back and step != (sequence.BODY, sequence.BODY):
            yield f"step {step}", sequence._STEP, [step]


def refreshed() -> None:
    """Let looks and path see the numbers that moved."""
    lines._LIKELY = lines._likely()
    (
        sequence._INTO, sequence._OUT_OF, sequence._COSTS, sequence._CHANCE, sequence._ELSEWHERE
    ) = sequence._tables(sequence._STEP)  # fmt: skip


def fitted(documents: Sequence[Judged], say: bool) -> dict[str, float]:
    """What moved, and by how much; the numbers stay moved."""

    def value(moved: dict[str, float]) -> float:
        refreshed()
        pages, dumps = worth(documents)
        return pages + 2 * dumps - STIFF * sum(d * d for d in moved.values())

    moved: dict[str, float] = {}
    best = value(moved)
    for name, table, places in numbers():
        for step in (-0.5, 0.5):
            for place in places:
                table[place] += step
            now = value({**moved, name: step})
            if now > best + 2e-4:
                best, moved[name] = now, step
                if say:
                    print(f"{name} {step:+}: {best:.4f}", flush=True)
                break
            for place in places:
                table[place] -= step
    refreshed()
    return moved


def main() -> None:
    """Fit on all, or leave publishers out and measure on them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dumps", type=Path)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--folds", type=int)
    options = parser.parse_args()
    dumps, pages = [*judged(options.dumps, False)], [*judged(options.pages, True)]
    print("as it stands: F1 of pages {:.4f}, kinds right in dumps {:.4f}".format(*worth(dumps + pages)))
    if not options.folds:
        print(fitted(dumps + pages, say=True))
        return
    for fold in range(options.folds):
        out = [int(hashlib.sha256(p.publisher.encode()).hexdigest(), 16) % options.folds == fold for p in pages]
        kept = [p for p, left_out in zip(pages, out, strict=True) if not left_out]
        unseen = [p for p, left_out in zip(pages, out, strict=True) if left_out]
        before, _ = worth(unseen)
        moved = fitted(dumps + kept, say=False)
        print(f"fold {fold}: F1 of {len(unseen)} pages left out {before:.4f}, then {worth(unseen)[0]:.4f}")
        for name, table, places in numbers():
            for place in places:
                table[place] -= moved.get(name, 0.0)
        refreshed()


if __name__ == "__main__":
    main()
