"""``syndclean view``: a dump in, one HTML page out that shows what was done to it."""

import argparse
import sys
from pathlib import Path

from syndclean.bulk.reading import whole
from syndclean.cli import complain
from syndclean.cli.named import OURS, argument, cleaner
from syndclean.document import Document


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("dump", metavar="DUMP",
                        help="a dump, also .gz or .zst; - is standard input; a name in .json: a document that was "
                             "saved")  # fmt: skip
    parser.add_argument("-o", "--out", metavar="PAGE", required=True, help="where the page goes; - is standard output")
    parser.add_argument("--against", metavar="OTHER",
                        help="what another version made of this dump (JSON, or the output of a bulk run): "
                             "show what is different now")  # fmt: skip
    argument(parser)


def run(options: argparse.Namespace) -> int:
    """Draw the page; 2 where a file cannot be read or written, or the other document is not of this dump."""
    try:
        document = _document(options.dump, options.clean)
        name = "standard input" if options.dump == "-" else Path(options.dump).name
        if options.against:
            from syndclean.view.compare import compare

            html = compare(_other(options.against, document.raw), document, name=name)
        else:
            from syndclean.view.page import page

            html = page(document, name=name)
        write(options.out, html)
    except BrokenPipeError:  # whoever read standard output has left
        raise
    except (OSError, ValueError) as error:
        complain(error)
        return 2
    return 0


def write(out: str, html: str) -> None:
    """The page as UTF-8 into a file, or to standard output where `out` is ``-``."""
    if out == "-":
        sys.stdout.buffer.write(html.encode())
    else:
        Path(out).write_text(html, encoding="utf-8", newline="\n")


def _document(name: str, how: str) -> Document:
    if name.endswith(".json") and how != OURS:
        raise ValueError(f"{name} is a document already; --clean says how to make one of a dump")
    clean = cleaner(how)
    data = sys.stdin.buffer.read() if name == "-" else whole(Path(name))
    if not name.endswith(".json"):
        return clean(data)
    try:
        return Document.model_validate_json(data)
    except ValueError as error:
        raise ValueError(f"{name} is not a document of syndclean: {_first_line(error)}") from None


def _other(name: str, raw: str) -> Document:
    """The document over the same raw text out of `name`."""
    from syndclean.view.rows import document_of, rows

    for row in rows([Path(name)]):
        if row.value.get("raw") == raw:
            return document_of(row.value)
    raise ValueError(f"{name} holds no document of this dump: its `raw` must be the same, character for character")


def _first_line(error: ValueError) -> str:
    return next((line for line in str(error).splitlines()[1:] if line.strip()), str(error)).strip()
