"""``syndclean rules``: list rules, weaken them to see what no case tests, or count what they do over files."""

import argparse
import importlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from syndclean.document import Document
from syndclean.rule import JointRule, LineRule, Rule, RuleError, TextRule
from syndclean.testing.trials import visible


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("rules", nargs="?", metavar="MODULE:NAME",
                        help="your own rules: a module (found from here too) and a name in it")  # fmt: skip
    parser.add_argument("--mutants", action="store_true", help="list what no case of the rules notices; 1 if anything")
    parser.add_argument("--over", nargs="+", metavar="FILE", help="count what the rules do over dumps, or folders")
    parser.add_argument("--format", choices=("text", "markdown"), default="text", help="for people, or as a page")


def run(options: argparse.Namespace) -> int:
    """0; 1 where a case fails or a mutant has no reason; 2 where the rules or a file cannot be read."""
    try:
        rules, because = _asked_for(options.rules)
    except RuleError as error:
        print(f"syndclean: {error}", file=sys.stderr)
        return 1
    except (ImportError, AttributeError, ValueError) as error:
        print(f"syndclean: {error}", file=sys.stderr)
        return 2
    if options.over:
        return _over(options.over, rules, own=options.rules is not None)
    if options.mutants:
        return _mutants(rules, because)
    print("".join(page(rules)) if options.format == "markdown" else "\n".join(listing(rules)))
    return _proved(rules) if options.rules else 0


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


def _asked_for(name: str | None) -> tuple[tuple[Rule, ...], dict[str, dict[str, str]]]:
    """The rules, and the reasons that their module gives (`UNTESTED`) for mutants that may stay."""
    if name is None:
        from syndclean.rules.untested import UNTESTED
        from syndclean.testing import our_rules

        return our_rules(), UNTESTED
    found = loaded(name)
    rules = (found,) if isinstance(found, Rule) else tuple(found) if isinstance(found, Iterable) else ()
    if not rules or not all(isinstance(rule, Rule) for rule in rules):
        raise ValueError(f"{name} holds no rules; make it a tuple of TextRule, JointRule and LineRule")
    return rules, getattr(sys.modules[name.partition(":")[0]], "UNTESTED", {})


def listing(rules: Sequence[Rule]) -> Iterator[str]:
    """Each rule with why it is there and its first case, for a terminal."""
    for rule in rules:
        yield f"{rule.id}  [{sort(rule)}]"
        yield f"    {rule.why}"
        yield f"    {visible(first_case(rule))}"


def sort(rule: Rule) -> str:
    """What a rule does, in a word or two.

    >>> from syndclean.rules.characters import SPACES
    >>> sort(SPACES)
    'text'
    """
    if isinstance(rule, LineRule):
        return f"{rule.kind}/{rule.role}"
    return "text" if isinstance(rule, TextRule) else "joint" if isinstance(rule, JointRule) else type(rule).__name__


def first_case(rule: Rule) -> str:
    """The first hit of a rule, or its first near-miss, in one line."""
    if not rule.hits:
        return f"stays: {rule.misses[0]}"
    hit: Any = rule.hits[0]
    if isinstance(hit, str):
        return hit
    before, after = str(hit[0]), hit[1]
    if isinstance(after, str):
        return f"{before} → {after}"
    return before + "  " + ", ".join(f"{key} = {value}" for key, value in after.items())


def page(rules: Sequence[Rule]) -> Iterator[str]:
    """The page ``docs/rules.md``: every rule by family, with its cases."""
    yield "# The rules\n\n"
    yield "Written by `syndclean rules --format markdown`; a test says when it is out of date. Every rule stands here\n"
    yield "with what it is for and with its first cases; the others stand in the source. `→` is what a text becomes,\n"
    yield "`⏐` a break and `␣` a space that is found to be missing. `stays` is a near-miss.\n"
    family = ""
    for rule in sorted(rules, key=lambda rule: rule.id.partition("/")[0]):
        now = rule.id.partition("/")[0]
        if now != family:
            family = now
            yield f"\n## {family}\n"
        yield f"\n### `{rule.id}`\n\n{visible(rule.why)} ({sort(rule)})\n\n"
        for text in dict.fromkeys((first_case(rule), f"stays: {rule.misses[0]}")):
            yield f"- {_code(text)}\n"
    yield ""


def _code(text: str) -> str:
    """Markdown code in which the text's own backticks stay."""
    shown = visible(text)
    shown = shown if len(shown) <= 160 else shown[:150] + " …"
    fence = "``" if "`" in shown else "`"
    return f"{fence}{shown}{fence}"


def _proved(rules: Sequence[Rule]) -> int:
    """Run the cases of someone's own rules; 1 where one fails."""
    from syndclean.testing import cases

    failures = [failure for trial in cases(rules) if (failure := trial.failure())]
    for failure in failures:
        print(f"\n{failure}")
    print(f"cases that fail: {len(failures)}" if failures else "all cases hold", file=sys.stderr)
    return 1 if failures else 0


def _mutants(rules: Sequence[Rule], because: dict[str, dict[str, str]]) -> int:
    from syndclean.testing import mutants

    left = reasoned = failing = 0
    for rule in rules:
        try:
            found = mutants([rule], because={rule.id: because.get(rule.id, {})})
        except RuleError as error:
            print(error)
            failing += 1
            continue
        for mutant in found:
            reasoned += bool(mutant.reason)
            left += not mutant.reason
            if not mutant.reason:
                print(visible(str(mutant)))
    gone = because.keys() - {rule.id for rule in rules}
    for name in sorted(gone):
        print(f"{name}: a reason is given for a rule that is not there")
    print(f"{left} weakenings that no case notices, {reasoned} more with a reason", file=sys.stderr)
    return 1 if left or failing or gone else 0


def _over(names: Sequence[str], rules: tuple[Rule, ...], *, own: bool) -> int:
    from syndclean.testing import clean_with, coverage, our_rules

    clean = clean_with(rules) if own else clean_with(())
    unread: list[str] = []

    def documents() -> Iterator[Document]:
        for path in _paths(names):
            try:
                data = path.read_bytes()
            except OSError as error:
                unread.append(f"{path}: {error.strerror or error}")
                continue
            yield clean(data)

    found = coverage(documents(), (*our_rules(), *rules) if own else rules)
    print(f"{found.documents} dumps, {found.characters} characters\n")
    print(f"{'rule':40} {'times':>8} {'dumps':>7} {'characters':>11}")
    for one in found.fired:
        print(f"{one.rule:40} {one.times:8} {one.documents:7} {one.characters:11}")
        for example in one.examples:
            print(f"    {visible(example)}")
    print(f"\nnever fired ({len(found.silent)})")
    for rule in found.silent:
        print(f"    {rule}")
    print(f"\nbody that comes again in other articles and that no rule explains ({len(found.candidates)})")
    for candidate in found.candidates:
        print(f"{candidate.documents:7} articles  {visible(candidate.shape)}\n    {visible(candidate.example)}")
    for line in unread:
        print(f"syndclean: {line}", file=sys.stderr)
    return 2 if unread else 0


def _paths(names: Sequence[str]) -> Iterator[Path]:
    """The files that are named, and the dumps of the folders that are."""
    from syndclean.testing import SUFFIXES

    for name in names:
        path = Path(name)
        yield from sorted(p for p in path.iterdir() if p.suffix in SUFFIXES) if path.is_dir() else (path,)
