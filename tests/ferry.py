"""An article of three paragraphs below its headline, a page around it, and what a line of it is taken for."""

from syndclean import Document, clean

HEADLINE = "The night ferry to the island sails again"
FIRST = (
    "The night ferry to the island sails again from Friday, the harbour office said on Tuesday. It had lain at its "
    "berth since the great storm tore the ramp from the quay."
)
SECOND = (
    "Divers laid new anchors, and the carpenters of the yard mended the ramp within six weeks. The captain said that "
    "she had never seen so many hands at work, nor so many cakes on deck."
)
LAST = (
    "A band will play when the first boat leaves, and the bakery at the pier opens an hour earlier than it used to. "
    "Whoever wants to come along should be there by seven, for the seats are few."
)
ARTICLE = (FIRST, SECOND, LAST)
TEXT = "\n\n".join(ARTICLE)
OTHER = "Village bakery wins the regional prize with a recipe from 1911"


def page(*lines: str) -> Document:
    return clean("\n".join(lines))


def sort(document: Document, line: str) -> str:
    """Kind and role of a line."""
    return next(f"{segment.kind}/{segment.role}" for segment in document.segments if segment.text == line)
