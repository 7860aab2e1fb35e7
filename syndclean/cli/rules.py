"""``syndclean rules``: list rules, weaken them to see what no case tests, or count what they do over files."""

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from syndclean.cli import complain
from syndclean.cli.named import loaded
from syndclean.document import Document
from syndclean.rule import JointRule, LineRule, Rule, RuleError, TextRule
from syndclean.testing.trials import visible


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("rules", nargs="?", metavar="MODULE:NAME",
                        help="your own rules: a module (found from here too) and a name in it; without, the rules of "
                             "syndclean")  # fmt: skip
    parser.add_argument("--mutants", action="store_true", help="list what no case of the rules notices; 1 if anything")
    parser.add_argument("--over", nargs="+", metavar="FILE",
                        help="count what the rules of syndclean do over dumps, or "
                        "folders of them, and yours beside them where you name some")  # fmt: skip
    parser.add_argument("--format", choices=("text", "markdown"), default="text", help="for people, or as a page")


def run(options: argparse.Namespace) -> int:
    """0; 1 where a case fails or a mutant has no reason; 2 where the rules or a file cannot be read."""
    try:
        _check(options)
        rules, because = _asked_for(options.rules)
        if options.over:
            return _over(options.over, rules, own=options.rules is not None)
    except RuleError as error:
        complain(error)
        return 1
    except (ImportError, AttributeError, ValueError) as error:
        complain(error)
        return 2
    if options.mutants:
        return _mutants(rules, because)
    print("".join(page(rules)) if options.format == "markdown" else "\n".join(listing(rules)))
    return _proved(rules) if options.rules else 0


def _check(options: argparse.Namespace) -> None:
    """Raise `ValueError` where one option would silently win over another; take rules from the end of ``--over``."""
    said = [name for name, given in (("--over", options.over), ("--mutants", options.mutants),
                                     ("--format markdown", options.format == "markdown")) if given]  # fmt: skip
    if len(said) > 1:
        raise ValueError(f"{' and '.join(said)} are different outputs; ask for one of them")
    if options.over and not options.rules:
        last = options.over[-1]
        if len(options.over) > 1 and re.fullmatch(r"[\w.]+:\w+", last) and not Path(last).exists():
            options.rules = options.over.pop()


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
        return _stays(rule)
    hit: Any = rule.hits[0]
    if isinstance(hit, str):
        return hit
    before, after = str(hit[0]), hit[1]
    if isinstance(after, str):
        return f"{before} → {after}"
    return before + "  " + ", ".join(f"{key} = {value}" for key, value in after.items())


def _stays(rule: Rule) -> str:
    return f"stays: {rule.misses[0] or '(nothing at all)'}"


# What a segment names where no rule of a set has spoken: nothing is there that could have cases.
RESORTS = {
    "decode/whole": "The segment is what `decode` gives; no later step has looked at it.",
    "decode/too-long": "The dump is over a stated size and was left as it came; a problem says of which size.",
    "corpus/frequent-line": "The line comes back on many pages of the site, as `furniture=` of `split` knows.",
}


def page(rules: Sequence[Rule]) -> Iterator[str]:
    """The page ``docs/rules.md``: every rule by family, with its cases."""
    yield "# The rules\n\n"
    yield "Written by `syndclean rules --format markdown`; a test says when it is out of date. Every rule stands here\n"
    yield "with what it is for and with its first cases; the others stand in the source. `→` is what a text becomes,\n"
    yield "`⏐` a break and `␣` a space that is found to be missing. Behind a line and two spaces stand the facts that\n"
    yield "it gives: `key` is the key as it is written, other names are fields of the metadata, whose values are read\n"
    yield "later. `stays` is a near-miss. In brackets stands what the line comes out as, or which sort of rule it is;\n"
    yield "`ShapeRule` sees a trait of a line's look. At the end stands what segments name where no rule spoke.\n"
    family = ""
    for rule in sorted(rules, key=lambda rule: rule.id.partition("/")[0]):
        now = rule.id.partition("/")[0]
        if now != family:
            family = now
            yield f"\n## {family}\n"
        yield f"\n### `{rule.id}`\n\n{visible(rule.why)} ({sort(rule)})\n\n"
        for text in dict.fromkeys((first_case(rule), _stays(rule))):
            yield f"- {_code(text)}\n"
    yield "\n## Where no rule spoke\n\n"
    for name, why in RESORTS.items():
        yield f"- `{name}`: {why}\n"


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
    from syndclean.bulk.reading import Usage, whole
    from syndclean.testing import SUFFIXES, clean_with, coverage, our_rules

    clean = clean_with(rules) if own else clean_with(())
    paths, over = _paths(names)
    unread: list[str] = []

    def documents() -> Iterator[Document]:
        for path in paths:
            try:
                data = whole(path)
            except (OSError, Usage) as error:
                unread.append(f"{path}: {getattr(error, 'strerror', None) or error}")
                continue
            yield clean(data)

    found = coverage(documents(), (*our_rules(), *rules) if own else rules)
    print(f"{found.documents} dump{'' if found.documents == 1 else 's'}, {found.characters} characters\n")
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
    if over:
        complain(f"files of the folders passed over, as they end in neither {' nor '.join(SUFFIXES)}: {over}")
    for line in unread:
        complain(line)
    return 2 if unread else 0


def _paths(names: Sequence[str]) -> tuple[list[Path], int]:
    """The files that are named and the dumps of the folders that are, and how many files there are passed over."""
    from syndclean.testing import SUFFIXES

    paths: list[Path] = []
    over = 0
    for name in names:
        path = Path(name)
        if not path.is_dir():
            paths.append(path)
            continue
        below = sorted(p for p in path.iterdir() if p.is_file() and p.suffix != ".json")  # golden files stand beside
        found = [p for p in below if p.suffix.lower() in SUFFIXES]
        paths += found
        over += len(below) - len(found)
    return paths, over
