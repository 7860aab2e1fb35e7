"""``syndclean clean``: files or standard input in, the cleaned articles out."""

import argparse
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from syndclean.cli import complain
from syndclean.cli.named import OURS, argument, cleaner
from syndclean.document import Document


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("files", nargs="*", metavar="FILE",
                        help="a dump each, also .gz or .zst; none, or -, is standard input")  # fmt: skip
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="the article for people (default), or one JSON document a line",
    )
    parser.add_argument("--show", action="store_true", help="show the whole dump: kinds, roles, languages, facts")
    parser.add_argument("--explain", action="store_true",
                        help="print each line with what it is, the rule that says so, the kind that came second and "
                             "by how many nats (units of the natural logarithm) it is behind")  # fmt: skip
    argument(parser)


def run(options: argparse.Namespace) -> int:
    """Clean each file; 2 where one could not be read, after the others are done."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        _check(options)
        clean = cleaner(options.clean)
    except ValueError as error:
        complain(error)
        return 2
    names = options.files or ["-"]
    unread = 0
    for name, data in _read(names):
        if isinstance(data, str):
            complain(f"{name}: {data}")
            unread += 1
            continue
        document = clean(data)
        _warn(name, document)
        if options.format == "json":
            print(document.model_dump_json())
            continue
        if len(names) > 1:
            print(f"==> {name} <==")
        print(_for_people(document, options))
        if len(names) > 1:
            print()
    return 2 if unread else 0


def _check(options: argparse.Namespace) -> None:
    """Raise `ValueError` where one of the options would silently win over another."""
    said = [name for name, given in (("--format json", options.format == "json"), ("--show", options.show),
                                     ("--explain", options.explain)) if given]  # fmt: skip
    if len(said) > 1:
        raise ValueError(f"{' and '.join(said)} are different outputs; ask for one of them")
    if options.explain and options.clean != OURS:
        raise ValueError("--explain weighs lines by our rules; for yours, call syndclean.steps.split.explain(document, "
                         "rules=RULES + HOUSE) in Python")  # fmt: skip


def _read(names: list[str]) -> Iterator[tuple[str, bytes | str]]:
    """The bytes of each file, or why there are none."""
    from syndclean.bulk.reading import Usage, whole

    for name in names:
        try:
            yield (name, whole(Path(name))) if name != "-" else ("standard input", sys.stdin.buffer.read())
        except (OSError, Usage) as error:
            yield name, getattr(error, "strerror", None) or str(error)


def _warn(name: str, document: Document) -> None:
    """Say so where a dump comes out as it went in, which one would not see."""
    for problem in document.metadata.problems:
        if problem.field == "raw":
            complain(f"{name}: {problem.message}")


def _for_people(document: Document, options: argparse.Namespace) -> str:
    if options.explain:
        from syndclean.steps.split import explain

        return "\n".join(str(row) for row in explain(document))
    if options.show:
        from syndclean.view.terminal import show

        return show(document, colour=sys.stdout.isatty())
    return document.text
