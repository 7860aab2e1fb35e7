"""Fit the weights of `syndclean/rules/lines.py`, and see how far shape alone carries.

    python scripts/fit_lines.py DUMPS.jsonl.gz PAGES.jsonl             # prints BIAS and WEIGHTS
    python scripts/fit_lines.py DUMPS.jsonl.gz PAGES.jsonl --blank 50  # kinds right when half of all phrases and keys
                                                                       # (drawn by hash) are forgotten

A logistic regression (ridge, Newton's method) of furniture against article over the lines of labelled dumps
(`segments` with kind and role) and pages (`body` spans), each source and side weighing the same. Needs NumPy.
"""

import argparse
import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

import syndclean
from syndclean.rules import cuts, fields, keys, lines, notices, phrases


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a JSON Lines file, gzipped or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def of_dumps(path: Path) -> Iterator[tuple[str, str, bool]]:
    """Source, line and whether it is furniture, for article and furniture lines whose look alone can tell."""
    for record in records(path):
        for s in [] if record["mojibake"] else record["segments"]:
            if s["kind"] in ("body", "boilerplate") and s["role"] not in ("date_stamp", "list_heading"):
                yield "dump", " ".join(record["raw"][s["start"] : s["end"]].split()), s["kind"] != "body"


def of_pages(path: Path) -> Iterator[tuple[str, str, bool]]:
    """The same of real pages, line by line; what is not scored there is left out."""
    for record in records(path):
        at = 0
        for text in record["raw"].split("\n"):
            start, end = at, at + len(text)
            at = end + 1
            if text.strip() and not any(a < end and start < b for a, b in record["neutral"]):
                yield "page", text.strip(), not any(a < end and start < b for a, b, _ in record["body"])


def fit(rows: list[tuple[str, str, bool]], ridge: float = 0.5) -> "np.ndarray[Any, Any]":
    """Bias and weights, in the order of `lines.RULES`."""
    share = Counter((source, furniture) for source, _, furniture in rows)
    measured = [lines.measure(text) for _, text, _ in rows]
    seen = np.array([[1.0, *(float(rule.seen(line)) for rule in lines.RULES)] for line in measured])
    furniture = np.array([float(y) for _, _, y in rows])
    weight = np.array([1 / share[source, y] for source, _, y in rows])
    weight /= weight.mean()
    found = np.zeros(seen.shape[1])
    for _ in range(60):
        p = 1 / (1 + np.exp(-seen @ found))
        slope = seen.T @ (weight * (furniture - p)) - ridge * np.r_[0, found[1:]]
        found += np.linalg.solve((seen.T * (weight * p * (1 - p))) @ seen + ridge * np.eye(len(found)), slope)
    return found


def forget(percent: int) -> None:
    """Let `clean` forget that share of all phrases and keys, the same ones each time."""

    def kept(text: str) -> bool:
        return int(hashlib.sha256(text.encode()).hexdigest(), 16) % 100 >= percent

    every = keys.keys()
    roles = {key: role for key, role in every.roles.items() if kept(key)}
    fewer = every._replace(roles=roles, first=frozenset(key.split(" ", 1)[0] for key in roles))
    for module in (fields, cuts, keys, notices):
        vars(module)["keys"] = lambda: fewer
    known = phrases._phrases()

    def some(table: dict[str, Any]) -> dict[str, Any]:
        return {word: tuple(one for one in entries if kept(one[0])) for word, entries in table.items()}

    less = known._replace(whole={p: e for p, e in known.whole.items() if kept(p)}, first=some(known.first),
                          last=some(known.last), inner=some(known.inner))  # fmt: skip
    vars(phrases)["_phrases"] = lambda: less


def kinds_right(path: Path) -> float:
    """The share of characters (white space aside) whose kind is that of the labelled dump."""
    from syndclean.steps import decode, repair, split, tag

    for step in (decode, repair, split, tag):
        if "prove" in vars(step):
            vars(step)["prove"] = lambda rules: None  # the cases of a forgotten phrase do not hold
    right = total = 0
    for record in records(path):
        raw = record["raw"]
        said = [""] * len(raw)
        for s in syndclean.clean(raw).segments:
            said[s.start : s.end] = [s.kind] * (s.end - s.start)
        for s in record["segments"]:
            kinds = {s["kind"], *(also.split("/")[0] for also in s.get("also", ()))}
            places = [i for i in range(s["start"], s["end"]) if not raw[i].isspace()]
            total += len(places)
            right += sum(said[i] in kinds for i in places)
    return right / total


def main() -> None:
    """Fit, or forget and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dumps", type=Path)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--blank", type=int, metavar="PERCENT")
    options = parser.parse_args()
    if options.blank is not None:
        forget(options.blank)
        print(f"kind right with {options.blank} % of phrases and keys forgotten: {kinds_right(options.dumps):.4f}")
        return
    found = fit([*of_dumps(options.dumps), *of_pages(options.pages)])
    print(f"BIAS = {found[0]:.1f}")
    for rule, weight in zip(lines.RULES, found[1:], strict=True):
        print(f'    "{rule.id}": {weight:.1f},')


if __name__ == "__main__":
    main()
