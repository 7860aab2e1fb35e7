"""One segment of repaired characters in, a segment for each block out: joints parted, quotation marks turned."""

from syndclean.document import Document
from syndclean.edits import replay
from syndclean.steps.decode import UNTOUCHED, blocks


def repair(document: Document) -> Document:
    """The blocks of a document: parted at line ends and where a break is missing."""
    if any(segment.rule == UNTOUCHED for segment in document.segments):
        return document
    text = replay(document.raw, document.edits)
    cuts = [i for i, c in enumerate(text) if c == "\n"]
    segments, edits = blocks(document.raw, document.edits, cuts, "joint/line-end")
    return document.with_(segments=segments, edits=edits)
