"""``syndclean report``: the output of a bulk run in, one HTML page out that says what was done."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from syndclean.cli import complain
from syndclean.cli.view import write
from syndclean.view.page import page
from syndclean.view.report import report
from syndclean.view.rows import Row, document_of, rows
from syndclean.view.tally import Look, tally


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("outs", nargs="+", metavar="OUT", type=Path, help="a file of documents, or a folder of them")
    parser.add_argument("--column", default="text", metavar="NAME",
                        help="the column of the dumps, where documents come without (default: text)")  # fmt: skip
    parser.add_argument("-o", "--out", metavar="PAGE", required=True,
                        help="where the page goes, and beside it a folder with the views it links; - is standard "
                             "output, without views")  # fmt: skip


def run(options: argparse.Namespace) -> int:
    """Read everything once, and the shards of the ten documents worth a look again; 2 where that cannot be done."""
    try:
        counted = tally(rows(options.outs, column=options.column))
        views = {} if options.out == "-" else _views(counted.worth_a_look(), Path(options.out), options.column)
        name = ", ".join(path.resolve().name for path in options.outs)
        write(options.out, report(counted, known=_known_rules(), views=views, name=name))
    except BrokenPipeError:  # whoever read standard output has left
        raise
    except (OSError, ValueError, EOFError) as error:
        complain(error)
        return 2
    return 0


def _views(looks: Sequence[Look], out: Path, column: str) -> dict[Look, str]:
    """A page for each document, in a folder beside the report; the address of each as the report links it."""
    folder = out.with_name(f"{out.stem}-views")
    if looks:
        folder.mkdir(exist_ok=True)
    addresses = {}
    for look, row in _rows_of(looks, column):
        try:
            html = page(document_of(row.value), name=look.name)
        except ValueError:  # a document that breaks a law: it is counted, and cannot be drawn
            continue
        file = folder / f"{looks.index(look) + 1:02}.html"
        write(str(file), html)
        addresses[look] = quote(f"{folder.name}/{file.name}")
    return addresses


def _rows_of(looks: Sequence[Look], column: str) -> Iterator[tuple[Look, Row]]:
    """Each look with its row; a file is read once, as far as it must be."""
    for path in dict.fromkeys(look.path for look in looks):
        wanted = {look.number: look for look in looks if look.path == path}
        for row in rows([path], column=column):
            if row.number in wanted:
                yield wanted.pop(row.number), row
                if not wanted:
                    break


def _known_rules() -> list[str]:
    """The rules whose silence means something: once `split` has spoken, no record names the rule that found a break."""
    from syndclean.rule import JointRule
    from syndclean.rules import ALL

    return [rule.id for rule in ALL if not isinstance(rule, JointRule)]
