"""Blocks in, what each of them is out: header, body, footer, boilerplate; and the facts that they state."""

from syndclean.document import Document


def split(document: Document) -> Document:
    """The same document, each segment with its kind and role, and the metadata."""
    return document
