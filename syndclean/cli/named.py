"""What a user has under ``MODULE:NAME``: rules, or a function that cleans."""

import argparse
import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from syndclean.document import Document

OURS = "syndclean:clean"


def loaded(name: str) -> Any:
    """What stands under ``MODULE:NAME``; the folder from which the command is called is looked into as well."""
    module, colon, inside = name.partition(":")
    if not (module and colon and inside):
        raise ValueError(f"{name!r} is written MODULE:NAME, for example house_rules:HOUSE")
    if "" not in sys.path:
        sys.path.insert(0, "")
    try:
        found = importlib.import_module(module)
    except ModuleNotFoundError as error:
        raise ImportError(f"there is no module {error.name}; call this from the folder that holds it") from None
    if not hasattr(found, inside):
        raise AttributeError(f"{module} has no {inside}")
    return getattr(found, inside)


def argument(parser: argparse.ArgumentParser) -> None:
    """Add the argument that names what to clean with."""
    parser.add_argument("--clean", metavar="MODULE:NAME", default=OURS,
                        help="what to clean with, such as your own pipeline: a function from a dump to a Document "
                             f"(default: {OURS})")  # fmt: skip


class Named:
    """The function under ``MODULE:NAME``. It goes to a worker by its name: what `pipeline` makes cannot be pickled."""

    def __init__(self, name: str) -> None:
        self.name, self.function = name, loaded(name)
        self.__name__ = name.rpartition(":")[2]  # what an error names as its stage

    def __reduce__(self) -> tuple[type["Named"], tuple[str]]:
        return Named, (self.name,)

    def __call__(self, raw: str | bytes) -> Document:
        document = self.function(raw)
        if not isinstance(document, Document):
            raise TypeError(f"{self.name} gives {type(document).__name__}, not a Document; pipeline(…) makes what does")
        return document

    @property
    def mark(self) -> str:
        """The name, and by what its module can be told from an older one."""
        from syndclean.bulk.reading import fingerprint

        file = getattr(sys.modules[self.name.partition(":")[0]], "__file__", None)
        return f"{self.name} {fingerprint(Path(file))}" if file else self.name


def cleaner(name: str) -> Callable[[str | bytes], Document]:
    """The function under ``MODULE:NAME`` that makes a document of a dump; `syndclean.clean` itself where it is ours.

    It is tried once, so that rules of which one fails its cases are found before anything is read or written. Raises
    `ValueError` that says what is wrong.
    """
    if name == OURS:
        from syndclean.pipeline import clean

        return clean
    try:
        function = Named(name)
        function("One sentence.")
    except ValueError:
        raise
    except (ImportError, AttributeError) as error:
        raise ValueError(str(error)) from None
    except Exception as error:
        raise ValueError(f"{name} cannot be used to clean: {type(error).__name__}: {error}") from None
    return function
