"""``syndclean golden``: write what every dump of a folder is cleaned to, or say what has changed."""

import argparse
import sys

from syndclean.cli import complain
from syndclean.cli.named import argument, cleaner
from syndclean.testing import Golden, golden_dumps


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("folder", metavar="FOLDER", help="the dumps: files that end in .txt or .bin")
    parser.add_argument("--check", action="store_true", help="write nothing; show what is different; 1 if anything")
    argument(parser)


def run(options: argparse.Namespace) -> int:
    """0 where all is written, or as written; 1 where something differs; 2 where there is nothing to do it with."""
    try:
        dumps = golden_dumps(options.folder, clean=cleaner(options.clean))
        if options.check:
            return _check(dumps)
        changed = [dump for dump in dumps if dump.write()]
    except (OSError, ValueError) as error:
        complain(error)
        return 2
    for dump in changed:
        print(dump.beside)
    print(f"{len(changed)} of {len(dumps)} golden files written, the others are as they were", file=sys.stderr)
    return 0


def _check(dumps: list[Golden]) -> int:
    different = 0
    for dump in dumps:
        found = dump.differences()
        different += bool(found)
        if found:
            print("\n".join([str(dump.path), *found]))
    print(f"{different} of {len(dumps)} dumps are cleaned to something else" if different
          else f"all {len(dumps)} dumps are cleaned to what is written", file=sys.stderr)  # fmt: skip
    return 1 if different else 0
