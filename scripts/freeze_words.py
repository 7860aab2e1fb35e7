"""Make syndclean/rules/vocabulary/words/*.txt: the frequent words of each language that has capitals.

    python scripts/freeze_words.py        (needs `pip install wordfreq==3.1.1`)

Source: wordfreq 3.1.1 by Robyn Speer, its "small" lists; the data are CC BY-SA 4.0, and so are the files made here.
Only words of letters alone are kept, in the order of their frequency.
"""

from pathlib import Path

import wordfreq

OUT = Path(__file__).parents[1] / "syndclean" / "rules" / "vocabulary" / "words"
LANGUAGES = [
    "bg",
    "ca",
    "cs",
    "da",
    "de",
    "el",
    "en",
    "es",
    "fi",
    "fil",
    "fr",
    "hu",
    "id",
    "is",
    "it",
    "lt",
    "lv",
    "mk",
    "ms",
    "nb",
    "nl",
    "pl",
    "pt",
    "ro",
    "ru",
    "sh",
    "sk",
    "sl",
    "sv",
    "tr",
    "uk",
    "vi",
]
MOST = 7000
HEAD = """\
# The most frequent words of the language "{tag}", most frequent first, one a line, case folded.
# Source: wordfreq 3.1.1 (Robyn Speer), list "small"; see its documentation for the corpora behind it.
# Licence: CC BY-SA 4.0. Made by scripts/freeze_words.py.
"""


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    for tag in LANGUAGES:
        ranked = wordfreq.top_n_list(tag, 4 * MOST, wordlist="small")
        words = [word for word in ranked if word.isalpha()][:MOST]
        (OUT / f"{tag}.txt").write_text(HEAD.format(tag=tag) + "\n".join(words) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
