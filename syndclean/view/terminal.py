"""The same in a terminal: problems and facts, then a line for each segment with the edits in it."""

import io
import shutil
import textwrap
from collections.abc import Iterator

from syndclean.document import Document, Segment
from syndclean.view.page import facts
from syndclean.view.raw import edits_of, is_joint
from syndclean.view.signs import bracketed, short, spelled

WIDTH = 100  # of plain output; coloured output is as wide as the terminal
MARKS = {"was": "[-{}-]", "now": "{{+{}+}}", "joint": "{} "}  # for edits those of wdiff
COLOURS = {
    "header": "bold blue", "body": "green", "footer": "yellow", "boilerplate": "magenta", "fact": "cyan",
    "was": "strike red", "now": "reverse green", "joint": "bold cyan", "problem": "bold red", "": "",
}  # fmt: skip

Stroke = tuple[str, str]  # a text and what it is, a key of `COLOURS`
Row = tuple[Stroke, list[Stroke]]  # a label and what stands beside it


def show(document: Document, *, colour: bool) -> str:
    """The dump as a person reads it in a terminal: kinds, roles, languages, edits, facts and problems.

    With `colour`, and where rich is installed, kinds and edits are coloured by ANSI sequences; without, edits are
    marked ``[-before-]{+after+}``. ``⏐`` begins a block that had no line of its own. What cannot be seen is a sign
    either way, so no dump gives orders to the terminal.

    >>> print(show(Document(raw="Hi", segments=(Segment(0, 2, "body", "paragraph", "Hi", "en"),)), colour=False))
    body         paragraph     en       Hi
    """
    rows = [*_facts(document), *(_segment(document, number) for number in range(len(document.segments)))]
    if colour:
        try:
            return _coloured(rows)
        except ImportError:  # rich is an extra
            pass
    return "\n".join(_plain(row) for row in rows)


def _facts(document: Document) -> Iterator[Row]:
    for problem in document.metadata.problems:
        yield (_columns("problem", problem.field), "problem"), [(bracketed(problem.message), "")]
    for name, value, field in facts(document.metadata):
        said = value or (short(field.value) if field else "")
        yield (_columns("fact", name or (short(field.key, 13) if field else "")), "fact"), [(bracketed(said), "")]


def _columns(first: str, second: str, third: str = "") -> str:
    return f"{first:<12} {second.replace('_', ' '):<13} {third:<8}"


def _segment(document: Document, number: int) -> Row:
    segment = document.segments[number]
    label = _columns(segment.kind, segment.role, segment.language or "")
    return (label, segment.kind), list(_strokes(document, segment, is_joint(document, number)))


def _strokes(document: Document, segment: Segment, joint: bool) -> Iterator[Stroke]:
    if joint:
        yield "⏐", "joint"
    at = segment.start
    for edit in edits_of(document, segment.start, segment.end):
        low, high = max(edit.start, at), min(edit.end, segment.end)
        yield bracketed(document.raw[at:low]), ""
        yield spelled(document.raw[low:high]), "was"
        yield spelled(edit.text) if low == edit.start else "", "now"
        at = high
    yield bracketed(document.raw[at : segment.end]), ""


def _plain(row: Row) -> str:
    (label, _), strokes = row
    text = "".join(MARKS.get(what, "{}").format(text) for text, what in strokes if text)
    indent = " " * (len(label) + 1)
    lines = [
        textwrap.fill(line, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
        for line in text.split("\n")
    ]
    return (label + "\n".join(lines)[len(label) :]).rstrip()


def _coloured(rows: list[Row]) -> str:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for (label, what), strokes in rows:
        inside = Text.assemble(*((text, COLOURS[stroke]) for text, stroke in strokes if text))
        table.add_row(Text(label, COLOURS[what]), inside)
    out = io.StringIO()
    width = shutil.get_terminal_size((WIDTH, 24)).columns
    Console(file=out, force_terminal=True, color_system="standard", width=width, highlight=False).print(table)
    return out.getvalue().rstrip("\n")
