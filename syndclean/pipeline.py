"""The steps, and what they make together."""

from collections.abc import Callable

from syndclean.document import Document
from syndclean.steps.decode import decode
from syndclean.steps.repair import repair
from syndclean.steps.split import split
from syndclean.steps.tag import tag

Step = Callable[[Document], Document]

# `repair` comes before `split`: a footer key glued to the last sentence is a line only once the joint is found.
STEPS: tuple[Callable[..., Document], ...] = (decode, repair, split, tag)


def pipeline(*steps: Callable[..., Document]) -> Callable[[str | bytes], Document]:
    """The function that does `steps` in turn; the first takes what came in, the others a document.

    >>> from functools import partial
    >>> from syndclean import decode, repair, split, tag
    >>> pipeline(decode, repair, split, tag)("Hello.").text
    'Hello.'
    """

    def run(raw: str | bytes) -> Document:
        first, *others = steps
        document = first(raw)
        for step in others:
            document = step(document)
        return document

    return run


def clean(raw: str | bytes) -> Document:
    """A dump taken apart and repaired: article, metadata, furniture, each with its language.

    `raw` is the dump as it came, text or bytes; every offset of what comes out counts code points of it (for bytes, of
    the text that they decode to). Nothing is raised on any text or bytes; anything else raises `TypeError`. Nothing is
    lost: the segments cover every character that is not white space, and every edit says what stood there.

    >>> clean("One sentence.").text
    'One sentence.'
    """
    document = decode(raw)
    for step in STEPS[1:]:
        document = step(document)
    return document
