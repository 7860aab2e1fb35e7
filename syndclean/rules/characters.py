"""Characters that are not what was written: mojibake, references, controls, invisible characters, line ends, spaces.

Typography is left as it is: curly quotes, dashes, ligatures, no-break and narrow spaces between two words all stay.
"""

import functools
import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator

import regex

from syndclean.rule import Change, TextRule, compiled

# WHATWG Encoding, index windows-1252: bytes 80 to 9F; the five that the code page leaves empty stay C1 controls there.
WINDOWS_1252 = {
    byte: bytes([byte]).decode("cp1252") for byte in range(0x80, 0xA0) if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}


def _windows_1252(match: "regex.Match[str]") -> str:
    """Bytes read as Latin-1, read as windows-1252 instead."""
    return match[0].translate(WINDOWS_1252)


def _c1(match: "regex.Match[str]") -> str:
    """The same for C1 controls in a str, where the five empty ones stand for nothing."""
    return "".join(WINDOWS_1252.get(ord(c), "") for c in match[0])


# Half a pair of UTF-16 is lost; but DC80 to DCFF is a byte that Python smuggled in (PEP 383). U+0085 is a line end.
_HALVES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd") | {
    0xDC00 + byte: WINDOWS_1252.get(byte, chr(byte)) for byte in range(0x80, 0x100) if byte != 0x85
}


def _surrogates(match: "regex.Match[str]") -> str:
    """A pair is one character, a smuggled byte that is half of none is windows-1252."""
    paired: str = match[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return paired.translate(_HALVES)


# A lead byte of UTF-8 and what follows it, read as one of the single-byte code pages of Western, Central European,
# Baltic, Turkish, Greek or Cyrillic Windows: what ftfy (ftfy.chardata.UTF8_DETECTOR_RE) looks for, as a quick look. One
# byte follows the leads that capitals stand for, two or three the others; a space may stand for a no-break space.
_LEADS_TWO = (
    "\u00c2-\u00dfĀĂĆČĎĐĒĖĘĚĞĢĪİĶĹĻŁŃŅŇŌŐŘŚŞŠŢŪŮŰŲŹŻŽ\u0392-\u03af\u0412-\u042f"
)
_FOLLOWS = (
    "\\x20\u0080-\u00bfÆØæø\u0104\u0105\u013d-\u0142\u0152-\u0161\u0164\u0165\u0178-\u017e\u0192\u02c6-\u02dd\u0384-\u038f"
    "\u0401-\u040f\u0451-\u045f\u0490\u0491\u2013-\u203a\u20ac\u2116\u2122"
)
_SHORT = 32  # a longer run of misread characters does not come back
_SUSPICIOUS = re.compile(f"[\u00c2-\u04ff](?:(?<=[{_LEADS_TWO}])[{_FOLLOWS}]|[{_FOLLOWS}]{{2}})")


def _mojibake(text: str) -> Iterator[Change]:
    """UTF-8 that was read as a single-byte code page, wherever it stands; ftfy says what is mojibake and of what."""
    runs = list(_spans(text))
    known = {run: _undone(run) for run in dict.fromkeys(text[start:end] for start, end in runs)}
    fixed = [known[text[start:end]] for start, end in runs]
    sure = sum(changes != () for changes, certain in fixed if certain)
    for (start, _), (changes, certain) in zip(runs, fixed, strict=True):
        if certain or sure > 1:
            yield from (Change(start + low, start + high, new) for low, high, new in changes)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where ftfy finds what may be mojibake. It tries each character, and slowly, so that only suspects are shown."""
    suspect = None if text.isascii() else _SUSPICIOUS.search(text)
    if not suspect:
        return
    from ftfy.chardata import UTF8_DETECTOR_RE

    while suspect:
        run = UTF8_DETECTOR_RE.match(text, suspect.start())
        if run:
            yield run.span()
        suspect = _SUSPICIOUS.search(text, run.end() if run else suspect.start() + 1)


def _undone(run: str) -> tuple[tuple[Change, ...], bool]:
    """What makes of a run what it was before it was misread; and whether ftfy calls the run bad by itself."""
    return _known(run) if len(run) <= _SHORT else _tried(run)


@functools.lru_cache(maxsize=4096)  # apostrophes and umlauts come back in every text
def _known(run: str) -> tuple[tuple[Change, ...], bool]:
    return _tried(run)


def _tried(run: str) -> tuple[tuple[Change, ...], bool]:
    import ftfy
    from ftfy.badness import is_bad

    if is_bad(run) and " " not in run:  # a plain space where a no-break space should be takes a second witness
        return tuple(_aligned(run, ftfy.fix_encoding(run))), True
    try:
        return tuple(_aligned(run, run.encode("sloppy-windows-1252").decode("utf-8"))), False
    except UnicodeError:
        return (), False


_TOGETHER = compiled(r"\p{Ll}++|.", regex.DOTALL)


def _aligned(run: str, now: str) -> Iterator[Change]:
    """One change a character where each came from as many characters as it has bytes in UTF-8; else one for the run.

    Small letters change together; between any other two characters a block may end.
    """
    if now == run:
        return
    if len(now.encode("utf-8", "surrogatepass")) != len(run):
        yield Change(0, len(run), now)
        return
    start = 0
    for characters in _TOGETHER.findall(now):
        end = start + len(characters.encode("utf-8", "surrogatepass"))
        if run[start:end] != characters:
            yield Change(start, end, characters)
        start = end


# References to characters (HTML standard, 13.5), with their semicolon, behind any number of escapes of the sign itself.
_REFERENCE = re.compile(
    "&(?:amp;|#0{0,4}38;|#[xX]0{0,4}26;)*(?P<of>#[0-9]{1,7};|#[xX][0-9A-Fa-f]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)?"
)
_MARKUP = re.compile(
    r"</?(?:a|b|p|i|u|em|strong|br|hr|h[1-6]|ul|ol|li|div|span|img|table|t[dhr]|pre|code|script|style|html|body|head|meta"
    r"|link|form|input|svg|section|article|blockquote|iframe|figure|!--|!doctype)[\s/>]",
    re.I,
)
_UNSEEN = frozenset("\u00a0\u00ad\u2002\u2003\u2009\u200b\u200c\u200d\u200e\u200f\u202f\u3000")


def _referred(text: str) -> Iterator[Change]:
    """What stands for a character, on lines without markup: there it is source, and says so on purpose."""
    begins = 0
    for line in text.split("\n"):
        if not _MARKUP.search(line):
            for match in _REFERENCE.finditer(line):
                yield Change(begins + match.start(), begins + match.end(), _character(match[0], match["of"]))
        begins += len(line) + 1


def _character(reference: str, of: str | None) -> str:
    """The characters for a reference; where HTML knows none, or they would be seen by nobody, it stays."""
    if of is None:
        return "&"
    said = html.unescape(f"&{of}")
    seen = said.isprintable() or _UNSEEN.issuperset(said)
    return said if said and said != "\ufffd" and seen else f"&{of}"


# A letter with marks behind it; the letters of Hangul (Unicode Standard, 3.12).
_DECOMPOSED = compiled(r"\p{L}\p{M}{1,4}+(?!\p{M})|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?")


def plain(text: str) -> tuple[str, Callable[[int], int]]:
    """A text as vocabularies have it, and what gives for an offset of it the one of `text`.

    Letters and their marks are one character, where Unicode has one (UAX 15, NFC), and no-break spaces are spaces. Most
    texts are so, and it is the same text.

    >>> line, back = plain("l\u2019e\u0301te\u0301\u00a0!")
    >>> line, [back(at) for at in range(7)]
    ('l’été !', [0, 1, 2, 4, 5, 7, 8])
    """
    if text.isascii():
        return text, int
    text = text.replace("\u00a0", " ").replace("\u202f", " ")
    if unicodedata.is_normalized("NFC", text):
        return text, int
    out: list[str] = []
    behind, saved = [0], [0]  # offsets of what comes out, behind each letter that is shorter, and by how much in all
    at = 0
    for match in _DECOMPOSED.finditer(text):
        now = unicodedata.normalize("NFC", match[0])
        if len(now) < len(match[0]):
            out += [text[at : match.start()], now]
            at = match.end()
            saved.append(saved[-1] + len(match[0]) - len(now))
            behind.append(at - saved[-1])
    out.append(text[at:])
    return "".join(out), lambda offset: offset + saved[bisect_right(behind, offset) - 1]


# Scripts in which a joiner or a zero-width space shapes the text: Unicode Standard, chapter 23.2 (ZWJ, ZWNJ), and
# chapter 16 (word boundaries of Thai, Lao, Khmer, Myanmar).
_JOINING = (
    r"[\p{Arabic}\p{Syriac}\p{Nko}\p{Mongolian}\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}\p{Oriya}\p{Tamil}"
    r"\p{Telugu}\p{Kannada}\p{Malayalam}\p{Sinhala}\p{Tibetan}\p{Myanmar}\p{Khmer}\p{Thai}\p{Lao}]"
)
_EMOJI = r"[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F\U000E0020-\U000E007F]"
_INVISIBLE = (
    r"[\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffc\u202a-\u202e\u180e\U000e0001]"  # word joiner, BOM, overrides
    rf"|(?<!{_JOINING})\u200b(?!{_JOINING})|(?<=\u200b)\u200b"
    rf"|(?<!{_JOINING}|{_EMOJI})[\u200c\u200d]"
    r"|(?<!\p{L})\u00ad|\u00ad(?!\p{L})"
)

_MARKS = re.compile("[\u200e\u200f\u061c][\u200e\u200f\u061c]*")  # a class leads, over which `re` runs
_RTL = compiled(r"(?!\u061c)[\p{Hebrew}\p{Arabic}\p{Syriac}\p{Thaana}\p{Nko}]")


def _direction(text: str) -> Iterator[Change]:
    """Marks of direction on lines without a letter that is written from right to left."""
    if not _MARKS.search(text):
        return
    begins = 0
    for line in text.split("\n"):
        if not _RTL.search(line):
            yield from (Change(begins + run.start(), begins + run.end(), "") for run in _MARKS.finditer(line))
        begins += len(line) + 1


# White space (the Unicode property), but for what ends a line.
_SPACES = "\t\x0b\x0c\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))


def _margins(text: str) -> Iterator[Change]:
    """Runs of space that begin or end a line."""
    begins = 0
    for line in text.split("\n"):
        ahead = line.lstrip(_SPACES)
        inside = ahead.rstrip(_SPACES)
        starts, ends = begins + len(line) - len(ahead), begins + len(line)
        runs = (begins, starts), (starts + len(inside), ends)
        yield from (Change(low, high, "") for low, high in runs if low < high)
        begins = ends + 1


REFERENCE = TextRule(
    "text/reference",
    "What HTML writes for a character, left from a page; on a line with markup it is source and stays.",
    find=_referred,
    hits=(
        ("Fish &amp; chips", "Fish & chips"),
        ("&quot;Jamais&nbsp;!&quot;", '"Jamais\u00a0!"'),
        ("it&#8217;s", "it’s"),
        ("it&#x2019;s", "it’s"),
        ("it&#146;s", "it’s"),
        ("&amp;amp;quot;No&amp;#34;", '"No"'),
        ("&#38;#x26;lt;", "<"),
        ("&amp;nbsp", "&nbsp"),
        ("می&zwnj;خواهم", "می\u200cخواهم"),
    ),
    misses=(
        "Fish & chips; AT&T; R&D;",
        "?a=1&copy=2&lang=en",
        "&nosuch; &#0; &#7; &#xd800; &#x202e;",
        'Write <b>&amp;amp;</b> for "&amp;".',
    ),
)
MOJIBAKE = TextRule(
    "text/mojibake",
    "UTF-8 was read as a single-byte code page somewhere on the way; ftfy decides what is mojibake.",
    find=_mojibake,
    hits=(
        ("lâ€™Ã©tÃ© Ã\xa0 la mer", "l’été à la mer"),
        ("â\x80\x9cZusammenÂ\xadarbeitâ\x80\x9d in KÃ¶ln", "“Zusammen\u00adarbeit” in Köln"),
        ("Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "привет"),
        ("Ã©tÃ© en HawaiÊ»i", "été en Hawaiʻi"),
        ("Ã©tÃ© Å la", "été Å la"),
    ),
    misses=(
        "l’été à la mer",
        "Ã é uma letra do português, Â também",
        "SEÑORÃ",
        "50 °C – 60 °C",
        "«Ça», dit-il…",
        "HawaiÊ»i",
    ),
)
SURROGATE = TextRule(
    "text/surrogate",
    "Half a UTF-16 pair is no character: a pair is joined, a smuggled byte (PEP 383) is read as windows-1252.",
    pattern=r"[\ud800-\udfff]++",
    replace=_surrogates,
    hits=(
        ("caf\udce9", "café"),
        ("\ud83d\ude00", "😀"),
        ("a\ud83d b", "a\ufffd b"),
        ("a\udd00 b", "a\ufffd b"),
        ("a\udc85b", "a\ufffdb"),
    ),
    misses=("café 😀 \ufffd",),
)
C1 = TextRule(
    "text/c1-control",
    "C1 controls are windows-1252 read as Latin-1; the HTML standard reads them so too. U+0085 is a line end.",
    pattern=r"[\x80-\x84\x86-\x9f]{1,64}",
    replace=_c1,
    hits=(("it\x92s", "it’s"), ("a\x81b", "ab")),
    misses=("it’s €5", "one\x85two"),
)
LINE_END = TextRule(
    "text/line-end",
    "One line end for all: CR LF (also where it was written for LF twice, CR CR LF), CR, NEL, LINE and PARAGRAPH "
    "SEPARATOR, form feed, vertical tab (UAX 14).",
    pattern=r"\r\r?\n|[\r\x0b\x0c\x85\u2028\u2029]",
    replace="\n",
    hits=(
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\r\r\nb\r\rc", "a\nb\n\nc"),
        ("a\u2028b\x85c", "a\nb\nc"),
        ("a\x0bb\x0cc\u2029d", "a\nb\nc\nd"),
    ),
    misses=("a\nb",),
)
CONTROL = TextRule(
    "text/control",
    "Control characters and terminal colours are no text; information separators stand for a space.",
    pattern=r"\x1b\[[0-9;]{0,32}[A-Za-z]|[\x00-\x08\x0e-\x1b\x7f]|[\x1c-\x1f]",
    replace=lambda m: " " if m[0] in "\x1c\x1d\x1e\x1f" else "",
    hits=(
        ("\x1b[31mred\x1b[0m", "red"),
        ("nul\x00l", "null"),
        ("a\x1fb", "a b"),
        ("\x1b[1;31mred\x1b[m\x1b[K", "red"),
        ("\x1b[1?", "[1?"),
        ("del\x7fete \x0eout", "delete out"),
    ),
    misses=("tab\tand line\n", "[31m"),
)
INVISIBLE = TextRule(
    "text/invisible",
    "Zero-width and direction characters that no script here needs; joiners stay where a script or emoji needs them.",
    pattern=_INVISIBLE,
    hits=(
        ("\ufeffStart", "Start"),
        ("zero\u200bwidth", "zerowidth"),
        ("\u202eevil\u202c", "evil"),
        ("a\u200db\u200cc", "abc"),
        ("a\u2060b\u2066c\ufff9d\u180ee\U000e0001f", "abcdef"),
        ("ไทย\u200b\u200bคำ", "ไทย\u200bคำ"),
        ("می\u200c\u200cخواهم", "می\u200cخواهم"),
        ("7\u00adb", "7b"),
        ("b\u00ad7", "b7"),
    ),
    misses=(
        "می\u200cخواهم",
        "क्\u200dष",
        "👨\u200d👩\u200d👧",
        "🧑🏽\u200d🚀",
        "🏳\ufe0f\u200d🌈",
        "🏴\U000e0067\U000e007f\u200d☠",
        "ไทย\u200bคำ",
        "ไทย\u200bA",
        "A\u200bไทย",
        "Heli\u00adkopter",
    ),
)
DIRECTION = TextRule(
    "text/direction-mark",
    "A mark of direction says something only on a line with letters that are written from right to left (UAX 9).",
    find=_direction,
    hits=(
        ("a\u200eb\u200fc\u061cd", "abcd"),
        ("Boots\u200f, said\nשלום\u200f!\n\u200f7", "Boots, said\nשלום\u200f!\n7"),
    ),
    misses=(
        "שלום\u200f!",
        "קנו ב-Boots\u200f, אמר.\u200f",
        "مرحبا\u061c!",
        "ܫܠܡ\u200f!",
        "ދިވެހި\u200f!",
        "ߒߞߏ\u200f!",
        "7\u200eשלום",
    ),
)
SPACES = TextRule(
    "text/spaces",
    "A run of spaces or a tab reads as one space; a single no-break, narrow or ideographic space stays.",
    pattern=r"(?:[^\S\n\r\x0b\x0c\x85\u2028\u2029]{2}|[\t\u2000-\u2008\u205f])[^\S\n\r\x0b\x0c\x85\u2028\u2029]*+",
    replace=" ",
    hits=(
        ("two  spaces", "two spaces"),
        ("a\tb", "a b"),
        ("a \u00a0 b", "a b"),
        ("five     spaces", "five spaces"),
        ("em\u2003quad\u205f", "em quad "),
    ),
    misses=("70\u202f%", "10\u00a0000", "one two\n\nthree", "中\u3000文", "a\r b\x0b c\x0c d\x85 e\u2028 f\u2029 g"),
)
MARGIN = TextRule(
    "text/margin",
    "Space at the beginning or the end of a line is no text.",
    find=_margins,
    hits=(("a \n b", "a\nb"), (" a\nb ", "a\nb"), ("  a  \n  b", "a\nb"), ("a\n \n\t\n\n b \n ", "a\n\n\n\nb\n")),
    misses=("a b\nc d",),
)

WINDOWS = TextRule(
    "decode/windows-1252",
    "Bytes that are no UTF-8 are windows-1252 (WHATWG Encoding calls Latin-1 so too); here they stand as Latin-1.",
    pattern=r"[\x80-\x9f]{1,64}",
    replace=_windows_1252,
    hits=(("caf\xe9 \x93quoted\x94", "café “quoted”"),),
    misses=("plain", "caf\xe9", "\x81"),
)

RULES: tuple[TextRule, ...] = (
    REFERENCE, MOJIBAKE, SURROGATE, C1, LINE_END, CONTROL, INVISIBLE, DIRECTION, MARGIN, SPACES,
)  # fmt: skip

# Characters that the rules behind that of mojibake act on wherever they stand, and wide spaces beside white space.
_ODD = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\xa0\u00ad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff"
    "\ufff9-\ufffc\ud800-\udfff\U000e0001](?:(?<![\xa0\u1680\u202f\u3000])|(?<=\\s.)|(?=\\s))"
)

# A line end with a space beside it; it leads, for there are few of them.
_MARGIN = re.compile(r"\n(?:(?= )|(?<= \n))")

# What a rule acts on, and every space and line end but the usual ones.
_UNUSUAL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\xa0\u00ad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff9-\ufffc"
    "\ud800-\udfff\U000e0001]"
)


@functools.lru_cache(maxsize=2)  # every rule asks, and most leave the text as it is
def _unusual(text: str) -> str:
    """The unusual characters of a text, each once: one scan for all rules."""
    return "".join(set(_UNUSUAL.findall(text)))


# Without one of these in a text the rule does nothing there; `re` finds them many times as fast as `regex` the pattern.
_NEEDED: dict[TextRule, "re.Pattern[str]"] = {
    SURROGATE: re.compile("[\ud800-\udfff]"),
    C1: re.compile("[\x80-\x9f]"),
    LINE_END: re.compile("[\r\x0b\x0c\x85\u2028\u2029]"),
    CONTROL: re.compile("[\x00-\x08\x0e-\x1f\x7f]"),
    INVISIBLE: re.compile("[\u00ad\u180e\u200b-\u200d\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc\U000e0001]"),
    DIRECTION: _MARKS,
}
# So with these, where no other space than the usual one and no other line end stands in the text.
_NEEDED_BESIDE: dict[TextRule, tuple[str, ...]] = {MARGIN: (" \n", "\n "), SPACES: ("  ",)}
_REFERS = re.compile("&[#A-Za-z][0-9A-Za-z]{1,31};")


def idle(rule: TextRule, text: str) -> bool:
    """Whether a glance at a text tells that a rule has nothing to do there.

    >>> idle(CONTROL, "One line."), idle(CONTROL, "One\\x00line.")
    (True, False)
    """
    if rule is REFERENCE:
        return _REFERS.search(text) is None
    needed, beside = _NEEDED.get(rule), _NEEDED_BESIDE.get(rule)
    if needed:
        return needed.search(_unusual(text)) is None
    if not beside or text[:1].isspace() or text[-1:].isspace() or any(map(str.isspace, _unusual(text))):
        return False
    return not any(pair in text for pair in beside)


@functools.lru_cache(maxsize=2)  # those that count ask it and those that repair
def odd(text: str) -> bool:
    """Whether there can be anything for the rules beside that of mojibake to act on: one look at a text saves nine.

    >>> odd("One line.\\nAnother."), odd("One line. \\nAnother."), odd("soft\\u00adened"), odd("Fish &amp; chips")
    (False, True, True, True)
    """
    if "  " in text or text[:1].isspace() or _MARGIN.search(text) or not idle(REFERENCE, text):
        return True
    if text.replace("\n", "").isprintable() and "\ufffc" not in text:  # none of them is, but for this one
        return False
    return _ODD.search(text) is not None
