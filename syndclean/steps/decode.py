"""Bytes or characters in, one segment out whose characters are what was written."""

import codecs
import re
from collections.abc import Sequence
from itertools import islice

from syndclean.document import Document, Edit, Metadata, Problem, Segment
from syndclean.edits import compose, cut, replay
from syndclean.rule import TextRule, prove
from syndclean.rules import characters

# Over one of these sizes a dump becomes one untouched segment with a problem. A long novel has a million characters, a
# long page of news a few hundred lines (blank ones aside); more than a thousand lines that are short on the whole are a
# table or a log; what has thousands of control characters is no text.
MAX_CHARACTERS = 1_000_000
MAX_LINES = 5_000
MAX_SHORT_LINES = 1_000
SHORT = 50
MAX_CONTROLS = 5_000
MAX_EDITS = 100_000
UNTOUCHED = "decode/too-long"
WHOLE = "decode/whole"
ROUNDS = 4  # each round undoes one misreading; who was misread more often gets a problem

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(raw: str | bytes | bytearray | memoryview, *, rules: Sequence[TextRule] = characters.RULES) -> Document:
    """A document of one segment, its mojibake, control characters, line ends and spaces repaired.

    `raw` is text, or bytes, which are read by their byte order mark, else as UTF-8, as UTF-16 where every other byte is
    NUL, else as windows-1252 (WHATWG Encoding), recorded as edits. A dump of more than `MAX_CHARACTERS` code points,
    `most_lines` or `MAX_CONTROLS` control characters, or one that takes more than `MAX_EDITS` edits, is left as it is,
    with a problem. Raises `TypeError` on anything else than text or bytes.

    >>> decode("lâ€™Ã©tÃ©").segments[0].text
    'l’été'
    >>> document = decode(b"caf\\xe9")
    >>> document.raw, document.edits
    ('café', (Edit(start=3, end=4, text='é', rules=('decode/windows-1252',)),))
    """
    if isinstance(raw, str):
        text, edits = str(raw), tuple[Edit, ...]()
    elif isinstance(raw, bytes | bytearray | memoryview):
        text, edits = _from_bytes(bytes(raw))
    else:
        raise TypeError(f"clean takes str or bytes, not {type(raw).__name__}; pass the text of one dump")
    too_long = _too_long(text)
    if too_long:
        return untouched(text, too_long)
    prove(tuple(rules))
    settled = _settled(text, edits, rules)
    if settled is None:
        return untouched(text, f"more than {MAX_EDITS} edits would be needed")
    edits = settled
    segments, edits = blocks(text, edits, (), WHOLE)
    return Document.model_construct(raw=text, segments=segments, edits=edits, metadata=Metadata(), language=None)


def most_lines(characters: int) -> int:
    """How many lines or blocks a text of so many characters, line ends aside, may have.

    >>> most_lines(1_000), most_lines(100_000), most_lines(900_000)
    (1000, 2000, 5000)
    """
    return min(MAX_LINES, max(MAX_SHORT_LINES, characters // SHORT))


def untouched(raw: str, why: str) -> Document:
    """The document of a dump that is over a size: one segment as it came, and the problem."""
    whole = (Segment(0, len(raw), "body", "paragraph", raw, rule=UNTOUCHED),)
    problem = Problem(0, len(raw), "raw", f"{why}; nothing was touched")
    return Document.model_construct(
        raw=raw, segments=whole, edits=(), metadata=Metadata(problems=(problem,)), language=None
    )


_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LINE = re.compile(r"\S[^\S\n\r\x0b\x0c\x85\u2028\u2029]*[\n\r\x0b\x0c\x85\u2028\u2029]")


def _too_long(text: str) -> str | None:
    if len(text) > MAX_CHARACTERS:
        return f"{len(text)} characters are more than {MAX_CHARACTERS}"
    odd = characters.odd(text)  # else there is one sort of line ends, and no control character
    ends = sum(map(text.count, "\n\r\x0b\x0c\x85\u2028\u2029" if odd else "\n"))
    most = most_lines(len(text) - ends)
    if ends > most and next(islice(_LINE.finditer(text), most, None), None):
        return f"more than {most} lines are many for {len(text) - ends} characters"
    if odd and next(islice(_CONTROL.finditer(text), MAX_CONTROLS, None), None):
        return f"more than {MAX_CONTROLS} control characters are no text"
    return None


def _from_bytes(data: bytes) -> tuple[str, tuple[Edit, ...]]:
    encoding = next((name for mark, name in _BOMS if data.startswith(mark)), None) or _wide(data) or "utf-8"
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError:
        raw = characters.WINDOWS.apply(data.decode("latin-1"))
        rules = (characters.WINDOWS.id,)
        return raw, tuple(Edit(m.start(), m.end(), m[0], rules) for m in _DECODED.finditer(raw))


# Small letters together; between any other two characters a block may end.
_DECODED = re.compile(r"[ß-öø-ÿœšžƒ]+|[^\x00-\x7f]")


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly every other byte of the beginning is NUL, and the rest is not."""
    head = data[:4096]
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if half and len(data) % 2 == 0 and (even > 0.4 * half) != (odd > 0.4 * half) and min(even, odd) <= 0.05 * half:
        return "utf-16-le" if odd > even else "utf-16-be"
    return None


def _settled(raw: str, edits: tuple[Edit, ...], rules: Sequence[TextRule]) -> tuple[Edit, ...] | None:
    """The rules' edits in turn, again until none has anything left to do; None where they are too many."""
    if len(edits) > MAX_EDITS:
        return None
    text = replay(raw, edits) if edits else raw
    for _ in range(ROUNDS):
        if rules is characters.RULES and not characters.odd(text) and not characters.MOJIBAKE.edits(text):
            break
        before = edits
        for rule in rules:
            made = [] if characters.idle(rule, text) else rule.edits(text, at_most=MAX_EDITS + 1)
            if made:
                edits = compose(edits, made)
                if len(edits) > MAX_EDITS:
                    return None
                text = replay(text, made)
        if edits == before:
            break
    return edits


def blocks(
    raw: str, edits: Sequence[Edit], cuts: Sequence[int], rule: str
) -> tuple[tuple[Segment, ...], tuple[Edit, ...]]:
    """A body segment for each piece between `cuts` (offsets of the edited text), and the edits that lie in them.

    A piece of which nothing is left to see is boilerplate.
    """
    segments: list[Segment] = []
    kept: list[Edit] = []
    for piece in cut(raw, edits, cuts):
        kept += piece.edits
        if piece.text:
            segments.append(Segment(piece.start, piece.end, "body", "paragraph", piece.text, rule=rule))
        else:
            nothing = "text/invisible"
            segments.append(Segment(piece.start, piece.end, "boilerplate", "other", "", rule=nothing))
    return tuple(segments), tuple(kept)
