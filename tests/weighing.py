"""Lines as they are weighed, for the tests of what they say by themselves and where they stand."""

from syndclean.document import Segment
from syndclean.furniture import Furniture
from syndclean.steps import context, evidence
from syndclean.steps.evidence import Block
from syndclean.steps.split import RULES

BOATS = (
    "The boats have left the harbour of the town, and the people who live there do not know when they will be back."
)
POSTS = (
    "Two mooring posts were found cracked in January, and the eastern berth was closed at once by the harbour office."
)
BREAD = (
    "Flour came to the bakery by helicopter in the meantime, at a price that its owner would rather not recall today."
)
LONG = f"{BOATS} {POSTS} {BREAD}"


def blocks(*texts: str, furniture: Furniture | None = None) -> list[Block]:
    segments, at = [], 0
    for text in texts:
        segments.append(Segment(at, at + len(text), "body", "paragraph", text))
        at += len(text) + 1
    return evidence.weighed(segments, evidence.weigher(RULES), furniture)


def rows(*texts: str) -> list[list[float]]:
    """What speaks for each state, line by line."""
    return [list(row) for row in context.scores(blocks(*texts))]
