"""``syndclean clean``: files or standard input in, the cleaned articles out."""

import argparse
import io
import sys
from collections.abc import Iterator

from syndclean.document import Document
from syndclean.pipeline import clean


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="a dump each; none, or -, is standard input")
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="the article for people (default), or one JSON document a line",
    )
    parser.add_argument("--show", action="store_true", help="show the whole dump: kinds, roles, languages, facts")
    parser.add_argument(
        "--explain", action="store_true", help="print each line with what it is, why, and the runner-up"
    )


def run(options: argparse.Namespace) -> int:
    """Clean each file; 2 where one could not be read, after the others are done."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    names = options.files or ["-"]
    unread = 0
    for name, data in _read(names):
        if isinstance(data, str):
            print(f"syndclean: {name}: {data}", file=sys.stderr)
            unread += 1
            continue
        document = clean(data)
        if options.format == "json":
            print(document.model_dump_json())
            continue
        if len(names) > 1:
            print(f"==> {name} <==")
        print(_for_people(document, options))
        if len(names) > 1:
            print()
    return 2 if unread else 0


def _read(names: list[str]) -> Iterator[tuple[str, bytes | str]]:
    """The bytes of each file, or why there are none."""
    for name in names:
        try:
            if name == "-":
                yield "standard input", sys.stdin.buffer.read()
            else:
                with open(name, "rb") as file:
                    yield name, file.read()
        except OSError as error:
            yield name, error.strerror or str(error)


def _for_people(document: Document, options: argparse.Namespace) -> str:
    if options.explain:
        from syndclean.steps.split import explain

        return "\n".join(str(row) for row in explain(document))
    if options.show:
        from syndclean.view.terminal import show

        return show(document, colour=sys.stdout.isatty())
    return document.text
