"""Measures how many trigrams of a language's texts its profile has not, into syndclean/language/data/unseen.txt.

  python scripts/calibrate_language.py TEXTS.jsonl[.gz] "NTREX-128, CC BY-SA 4.0"

The second argument says where the texts are from. A line of TEXTS is an object with `text` and `gold`, a BCP 47 tag.
Words with a capital are left out: they may be names.
"""

import argparse
import gzip
import json
from collections import Counter
from pathlib import Path

from syndclean.language import profiles
from syndclean.language.detector import excerpt, weigh
from syndclean.language.profiles import COUNTS
from syndclean.language.scripts import LETTERS

OUT = Path(__file__).parents[1] / "syndclean" / "language" / "data" / "unseen.txt"

HEAD = """\
# Of a thousand trigrams in the small words of a text, how many the profile of its language has not. Measured over
# {texts} labelled texts ({source}) by scripts/calibrate_language.py: a statistic, no text of theirs.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("source")
    arguments = parser.parse_args()
    path = arguments.texts
    trigrams: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    texts = 0
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            text = " ".join(word for word in record["text"].split() if word == word.lower())
            evidence = weigh(excerpt(text, profiles.READ))
            tag = record["gold"]
            if evidence and tag in evidence.profiles.tags:
                *lanes, small_letters, _ = evidence.profiles.lanes(evidence.total)
                texts += 1
                trigrams[tag] += small_letters
                seen[tag] += (lanes[evidence.profiles.tags.index(tag)] & COUNTS) // 2
    missing = {tag for script in LETTERS for tag in profiles.of(script).tags} - set(trigrams)
    if missing:
        raise SystemExit(f"no text in {', '.join(sorted(missing))}")
    shares = {tag: round(1000 * (1 - seen[tag] / trigrams[tag])) for tag in sorted(trigrams)}
    table = [f"{tag} {share}\n" for tag, share in shares.items()]
    OUT.write_text(HEAD.format(texts=texts, source=arguments.source) + "".join(table), encoding="utf-8")


if __name__ == "__main__":
    main()
