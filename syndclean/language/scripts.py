"""Which script a text is written in, and so which languages can be meant at all.

The ranges are the letters and combining marks of Unicode's blocks, without their digits and punctuation; a script is
named by its ISO 15924 code.
"""

import re
import unicodedata
from typing import NamedTuple

LETTERS = {
    "Latn": r"A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0300-\u036f\u1e00-\u1eff",
    "Grek": r"\u0386\u0388-\u03ff\u1f00-\u1fff",
    "Cyrl": r"\u0400-\u0481\u0483-\u052f",
    "Hebr": r"\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7-\u05f4",
    "Arab": r"\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06ff"
            r"\u0750-\u077f\u08a0-\u08ff",
    "Deva": r"\u0900-\u0963\u0971-\u097f",
    "Beng": r"\u0980-\u09e3\u09f0\u09f1",
    "Guru": r"\u0a01-\u0a5e\u0a70-\u0a75",
    "Gujr": r"\u0a81-\u0ae3",
    "Taml": r"\u0b82-\u0bd7",
    "Telu": r"\u0c00-\u0c63",
    "Knda": r"\u0c80-\u0ce3",
    "Mlym": r"\u0d00-\u0d63\u0d7a-\u0d7f",
    "Thai": r"\u0e01-\u0e3a\u0e40-\u0e4e",
    "Hang": r"\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3",
    # Han with kana: the three languages that use them are told apart by their profiles.
    "Hani": r"\u3005-\u3007\u3041-\u3096\u309d\u309e\u30a1-\u30fa\u30fc-\u30fe\u3105-\u312f\u31f0-\u31ff\u3400-\u4dbf"
            r"\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d\U00020000-\U000323af",
}  # fmt: skip

# The languages that have a profile, by the script they are written in.
LANGUAGES = {
    "Latn": "af ca cs cy da de en es et fi fil fr hr hu id it lt lv nb nl pl pt ro sk sl so sq sv sw tr vi",
    "Grek": "el",
    "Cyrl": "bg mk ru uk",
    "Hebr": "he",
    "Arab": "ar fa ur",
    "Deva": "hi mr ne",
    "Beng": "bn",
    "Guru": "pa",
    "Gujr": "gu",
    "Taml": "ta",
    "Telu": "te",
    "Knda": "kn",
    "Mlym": "ml",
    "Thai": "th",
    "Hang": "ko",
    "Hani": "ja zh-Hans zh-Hant",
}
SCRIPT_OF = {tag: script for script, tags in LANGUAGES.items() for tag in tags.split()}

WORDS = {script: re.compile(f"[{letters}]+") for script, letters in LETTERS.items()}

# Where letters other than Latin may stand, and marks that stand apart from their letter; the symbols, arrows and emoji
# between the blocks are nobody's letters.
_FOREIGN = re.compile(
    r"[\u0300-\u1dff\u1f00-\u1fff\u2c00-\u2dff\u3005-\u3007\u3041-\u318f\u31a0-\u31ff\u3400-\ua4cf\ua500-\ud7ff"
    r"\uf900-\ufaff\ufb13-\ufdff\ufe70-\ufefc\uff66-\uffdc\U00010300-\U0001cfff\U0001e000-\U0001efff\U00020000-\U000323af]"
)


def small(text: str) -> str:
    """`text` in small letters, where the dotted capital of Turkish is one letter again.

    >>> small("İZMİR")
    'izmir'
    """
    return text.lower().replace("i\u0307", "i")


class Written(NamedTuple):
    """The words of a text that are in its script, and whether most letters are in another."""

    script: str
    words: list[str]
    mixed: bool = False


def read(text: str, expected: str | None = None) -> Written | None:
    """The script that decides the language of `text`, and the words in it; None where no language can be meant.

    A fifth of the letters is enough for a script other than Latin: names and brands in Latin letters stand in every
    text, the other way round hardly ever. Only where half of the letters are in the script that was `expected`, it is
    that one. None is for text without letters and for scripts that no profile knows.

    >>> read("Die Sonne scheint.")
    Written(script='Latn', words=['Die', 'Sonne', 'scheint'], mixed=False)
    >>> read("Компания OpenStreetMap"), read("2024"), read("ქართული ენა")
    (Written(script='Cyrl', words=['Компания'], mixed=True), None, None)
    """
    first = None if text.isascii() else _FOREIGN.search(text)
    if first and first[0] < "\u0370":
        text = unicodedata.normalize("NFC", text)[: len(text)]
        first = _FOREIGN.search(text)
    if first is None:
        words = WORDS["Latn"].findall(text)
        return Written("Latn", words) if words else None
    for script, pattern in WORDS.items():
        if pattern.match(text, first.start()):
            words = pattern.findall(text)
            if 2 * sum(map(len, words)) > len(text):
                return Written(script, words)
            break
    return _most_foreign(text, expected)


def _most_foreign(text: str, expected: str | None) -> Written | None:
    """The slow way, for text in several scripts: count the letters of all."""
    found = {script: words for script, pattern in WORDS.items() if (words := pattern.findall(text))}
    letters = {script: sum(map(len, words)) for script, words in found.items()}
    letters["?"] = len(_FOREIGN.findall(text)) - sum(n for script, n in letters.items() if script != "Latn")
    total = sum(letters.values())
    script = max(letters, key=lambda script: (script != "Latn" and 5 * letters[script] >= total, letters[script]))
    if expected in letters and 2 * letters[expected] >= total:
        script = expected
    return Written(script, found[script], 2 * letters[script] < total) if script in found else None
