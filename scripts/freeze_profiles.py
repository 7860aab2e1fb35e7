"""Freezes langdetect's n-gram profiles into syndclean/language/data, one file a script.

  python scripts/freeze_profiles.py            writes them from the installed langdetect
  python scripts/freeze_profiles.py --check    says whether the files are what the installed langdetect gives

A line is `TAG LENGTH WEIGHT n-grams`, the n-grams of LENGTH characters run together, a space written as `_`. WEIGHT is
what one occurrence says for the language against an n-gram that its profile has never seen, in sixteenths of a bit:
round(16 log2(1 + p / 0.00005)), with langdetect's smoothing (ALPHA_DEFAULT / BASE_FREQ) and p the share of the n-gram
among those of its length. Capital letters count as small ones, and only n-grams in letters of the script are kept: the
words of other scripts are not read. A line `fold CHARACTERS` lists characters that the profiles do not tell apart: all
stand as the first one.
"""

import argparse
import hashlib
import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import version
from operator import itemgetter
from pathlib import Path
from typing import Any

import langdetect
from langdetect.detector import Detector
from langdetect.utils.ngram import NGram

from syndclean.language.scripts import LETTERS, SCRIPT_OF, WORDS, small

DATA = Path(__file__).parents[1] / "syndclean" / "language" / "data"
PROFILES = Path(langdetect.__file__).parent / "profiles"
TAGS = {"no": "nb", "tl": "fil", "zh-cn": "zh-Hans", "zh-tw": "zh-Hant"}
SMOOTHING = Detector.ALPHA_DEFAULT / Detector.BASE_FREQ
# The profiles of these scripts were counted over folded characters. (Hangul's was not, whatever NGram.normalize does.)
FOLDED = ("Latn", "Arab", "Hani")

HEAD = """\
# n-gram profiles of langdetect {version} (https://github.com/Mimino666/langdetect), script {script}; the bytes of all
# its profile files, in the order of their names, have SHA-256 {sha}.
# Copyright 2010-2014 Cybozu Labs, Inc.; Copyright 2014-2015 Michal "Mimino" Danilak.
# Licensed under the Apache License, Version 2.0: http://www.apache.org/licenses/LICENSE-2.0
# Changed: probabilities as weights, capitals as small letters, one script a file. Made by scripts/freeze_profiles.py.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    stale = []
    for name, content in frozen().items():
        path = DATA / name
        if check and (not path.exists() or path.read_text(encoding="utf-8") != content):
            stale.append(name)
        elif not check:
            path.write_text(content, encoding="utf-8", newline="\n")
    if stale:
        sys.exit(f"not what langdetect {version('langdetect')} gives: {', '.join(stale)}")


def frozen() -> dict[str, str]:
    """The text of every file."""
    files = sorted(path for path in PROFILES.iterdir() if not path.name.startswith("."))
    sha = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
    profiles = [json.loads(path.read_text(encoding="utf-8")) for path in files]
    out = {}
    for script in LETTERS:
        body = "".join(line + "\n" for line in [*folds(script), *lines(script, profiles)])
        out[f"{script}.txt"] = HEAD.format(version=version("langdetect"), script=script, sha=sha) + body
    return out


def folds(script: str) -> Iterator[str]:
    """The characters of `script` that langdetect puts together, as a line for each class."""
    if script not in FOLDED:
        return
    classes = defaultdict(list)
    for code in range(0x80, 0xFFFF):
        character = chr(code)
        stands = NGram.normalize(character)
        if stands not in (" ", character) and WORDS[script].fullmatch(character) and character == small(character):
            classes[stands].append(character)
    for stands in sorted(classes):
        yield f"fold {stands}{''.join(classes[stands])}"


def lines(script: str, profiles: list[dict[str, Any]]) -> Iterator[str]:
    """The n-grams of every language that is written in `script`."""
    for tag, profile in sorted(((TAGS.get(p["name"], p["name"]), p) for p in profiles), key=itemgetter(0)):
        if SCRIPT_OF[tag] != script:
            continue
        shares: dict[str, float] = defaultdict(float)
        for gram, count in profile["freq"].items():
            shares[small(gram)] += count / profile["n_words"][len(gram) - 1]
        mine = {g: p for g, p in shares.items() if len(g) <= 3 and WORDS[script].fullmatch(g.strip())}
        grouped: dict[tuple[int, int], list[str]] = defaultdict(list)
        for gram, p in mine.items():
            grouped[len(gram), round(16 * math.log2(1 + p / SMOOTHING))].append(gram.replace(" ", "_"))
        for (length, weight), grams in sorted(grouped.items()):
            if weight:
                yield f"{tag} {length} {weight} {''.join(sorted(grams))}"


if __name__ == "__main__":
    main()
