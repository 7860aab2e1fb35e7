"""Signs for what cannot be seen: controls, invisible characters, spaces that are not the plain one."""

import unicodedata
from collections.abc import Iterator

import regex

# Space and line feed show by themselves. Prepended concatenation marks (U+0600 ARABIC NUMBER SIGN and its like) are
# format characters that are drawn. Properties: Unicode Character Database (UAX #44).
_UNSEEN = (
    r"[\p{Cc}\p{Cf}\p{Cs}\p{Zs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]"
    r"--[ \n\p{Prepended_Concatenation_Mark}]"
)
UNSEEN = regex.compile(rf"([{_UNSEEN}])\1*+", regex.VERSION1)  # a run of one such character

# Abbreviations are those of the Unicode Standard's charts and aliases; `~` for a space that does not break is TeX's.
_CONTROLS = (
    "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "⇥", "LF", "VT", "FF", "CR", "SO", "SI",
    "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US",
)  # fmt: skip
_SIGNS = {
    "\x7f": "DEL", "\x85": "NEL", "\xa0": "~", "\xad": "shy", "\u061c": "ALM", "\u200b": "ZWSP",
    "\u200c": "¦", "\u200d": "ZWJ", "\u200e": "LRM", "\u200f": "RLM", "\u2028": "LS", "\u2029": "PS", "\u202a": "LRE",
    "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO", "\u202f": "~", "\u2060": "WJ", "\u2066": "LRI",
    "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI", "\u3000": "□", "\ufe0e": "VS15", "\ufe0f": "VS16",
    "\ufeff": "BOM",
}  # fmt: skip


def sign(character: str) -> str:
    r"""A short visible name for a character that cannot be seen.

    >>> [sign(c) for c in ("\0", "\u200b", "\xa0", "\ud800", "\U000e0001")]
    ['NUL', 'ZWSP', '~', 'U+D800', 'U+E0001']
    """
    if character < " ":
        return _CONTROLS[ord(character)]
    return _SIGNS.get(character, f"U+{ord(character):04X}")


def name(character: str) -> str:
    r"""What the character is called.

    >>> name("\u200b"), name("\ud800")
    ('U+200B zero width space', 'U+D800 lone surrogate')
    """
    other = {"Cs": "lone surrogate", "Cc": "control", "Cn": "noncharacter"}.get(unicodedata.category(character), "")
    return f"U+{ord(character):04X} {unicodedata.name(character, other).lower()}".strip()


def runs(text: str) -> Iterator[tuple[str, bool]]:
    r"""The text in order, parted into what can be seen and runs of one character that cannot (True).

    >>> list(runs("a\u200b\u200b b"))
    [('a', False), ('\u200b\u200b', True), (' b', False)]
    """
    at = 0
    for match in UNSEEN.finditer(text):
        if at < match.start():
            yield text[at : match.start()], False
        yield match[0], True
        at = match.end()
    if at < len(text):
        yield text[at:], False


def bracketed(text: str) -> str:
    r"""The text with a sign in brackets for everything that cannot be seen.

    >>> bracketed("a b\x1b[31m"), bracketed("\u200b" * 40)
    ('a b⟨ESC⟩[31m', '⟨ZWSP×40⟩')
    """
    return "".join(f"⟨{counted(run)}⟩" if unseen else run for run, unseen in runs(text))


def counted(run: str) -> str:
    """The sign of a run, and how often it stands there where it is more than once."""
    return sign(run[0]) + (f"×{len(run)}" if len(run) > 1 else "")


def spelled(text: str) -> str:
    r"""The same for a short text whose line feeds, and spaces at either end, are to be seen too.

    >>> spelled(" \n"), spelled("a b ")
    ('␣↵', 'a b␣')
    """
    inner = text.strip(" ")
    left = len(text) - len(text.lstrip(" "))
    return ("␣" * left + bracketed(inner) + "␣" * (len(text) - left - len(inner))).replace("\n", "↵")


def short(text: str, limit: int = 120) -> str:
    """The text spelled, its middle left out where it is longer than `limit` characters.

    >>> short("one two three four", 9)
    'one t…our'
    """
    half = limit // 2
    return spelled(text if len(text) <= limit else f"{text[: limit - half]}…{text[-half + 1 :]}")
