"""The command line: ``syndclean COMMAND``. A module for each command, loaded when it is called.

Exit codes: 0 all went well; 1 the command looked and found something wrong (a share of bad rows, a golden difference);
2 it could not be used as asked (arguments, a file that is missing or unreadable); 3 something could not be written, or
read to its end; 130 it was interrupted. Standard output carries data, standard error everything else.
"""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Protocol, cast

COMMANDS = {
    "clean": "print the cleaned article of each file, or one JSON document a line",
    "view": "one self-contained HTML page that shows what was done to a dump",
    "bulk": "clean files of many dumps (JSON Lines, CSV, Parquet, WET), with workers and resuming",
    "report": "one HTML page about a bulk run",
    "golden": "write or check the expected result beside each dump of a folder",
    "rules": "list the rules, or count what they do over files",
}


class Command(Protocol):
    """What each module of this package offers."""

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's arguments."""

    def run(self, options: argparse.Namespace) -> int:
        """Do it; the exit code."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; `argv` is the command line without the program's name, None means `sys.argv`."""
    given = list(sys.argv[1:] if argv is None else argv)
    parser = argparse.ArgumentParser(prog="syndclean", description="Clean raw syndicated news dumps.")
    parser.add_argument("--version", action="store_true", help="print the version")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name, text in COMMANDS.items():
        sub = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
        if name in given[:1]:
            _command(name).arguments(sub)
    options = parser.parse_args(given)
    if options.command is None and not options.version:
        parser.print_help(sys.stderr)
        return 2
    try:
        code = _version() if options.version else _command(options.command).run(options)
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # `syndclean clean … | head` is no error
        _discard_output()
        return 0
    except OSError as error:
        _discard_output()
        complain(error)
        return 3
    except KeyboardInterrupt:
        complain("interrupted")
        return 130


def _version() -> int:
    from syndclean import __version__

    print(__version__)
    return 0


def complain(what: Exception | str) -> None:
    """One line on standard error."""
    if isinstance(what, OSError) and what.strerror:
        what = f"{what.filename}: {what.strerror}" if what.filename else what.strerror
    print(f"syndclean: {what}", file=sys.stderr)


def _discard_output() -> None:
    """What could not be written goes nowhere: Python would try once more at its end, and complain."""
    with suppress(OSError, ValueError):  # standard output is no file, in a test or a notebook
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _command(name: str) -> Command:
    return cast(Command, importlib.import_module(f"syndclean.cli.{name}"))
