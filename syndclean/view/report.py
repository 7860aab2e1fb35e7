"""What a bulk run did, on one page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import get_args

from syndclean.document import Kind
from syndclean.view.sheet import counted, escape, number, share, sheet
from syndclean.view.signs import short
from syndclean.view.tally import BINS, REMOVED, Example, Look, Seen, Tally

MAX_SHOWN = 100  # problems, errors, languages: the most frequent


def report(tally: Tally, *, known: Iterable[str] = (), views: Mapping[Look, str] | None = None, name: str = "") -> str:
    """A self-contained HTML page about a bulk run; its size does not grow with the number of documents.

    `known` are the ids of the rules that could have acted, so that those that did not can be named; `views` are the
    addresses of the pages of documents worth a look, and `name` says which run it was.

    >>> "<h2>Documents worth a look</h2>" in report(Tally())
    True
    """
    rows = tally.documents + tally.quarantined
    quarantined = f"{counted(tally.quarantined, 'row')} in quarantine ({share(tally.quarantined, rows)})"
    title = f"{name}: what was done" if name else "What was done"
    return sheet(title, "".join((
        f'<header class="top"><h1>{escape(title)}</h1><p class="muted">{number(tally.documents)} documents · '
        f"{quarantined} · {number(sum(tally.size.values()))} characters in segments, white space between them aside"
        "</p></header>",
        _section("Kept and removed", _kinds(tally)),
        _section("How much was removed", _histogram(tally.removed)),
        _section("Documents worth a look", _looks(tally.worth_a_look(), views or {})),
        _section("Quarantined rows", _seen(tally.errors, rows), alarm=bool(tally.errors)),
        _section("Problems", _seen(tally.problems, tally.documents)),
        _section("Languages", _languages(tally)),
        _section("Rules", _rules(tally)),
        _section("Rules that never acted", _unused(tally, known)),
    )))  # fmt: skip


def _section(title: str, inside: str, *, alarm: bool = False) -> str:
    return f'<section{" class=alarm" if alarm else ""} aria-label="{title}"><h2>{title}</h2>{inside}</section>'


def _table(heads: Sequence[str], rows: Iterable[str]) -> str:
    """A table whose columns with a name that begins with ``#`` hold numbers."""
    head = "".join(f'<th class="number">{h[1:]}</th>' if h.startswith("#") else f"<th>{h}</th>" for h in heads)
    body = "".join(rows)
    return f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _line(head: str, *numbers: str, tail: str = "") -> str:
    cells = "".join(f'<td class="number">{cell}</td>' for cell in numbers)
    return f'<tr><th scope="row">{head}</th>{cells}{tail and f"<td>{tail}</td>"}</tr>'


def _nothing(what: str = "None.") -> str:
    return f'<p class="muted">{what}</p>'


_KEPT = {"body": "the article", "header": "told apart, above the article"}


def _kinds(tally: Tally) -> str:
    """A bar of the four kinds, and the numbers under it."""
    whole = sum(tally.size.values())
    if not whole:
        return _nothing("No characters.")
    bars, at = [], 0.0
    for kind in get_args(Kind):
        width = 600 * tally.size[kind] / whole
        bars.append(
            f'<rect class="fill-{kind} stroke" x="{at:.1f}" y="1" width="{width:.1f}" height="26">'
            f"<title>{kind}: {share(tally.size[kind], whole)}</title></rect>"
        )
        at += width
    rows = (
        _line(
            f'<span class="s {kind}">{kind}</span>', number(tally.size[kind]), share(tally.size[kind], whole),
            number(tally.segments[kind]), tail="removed" if kind in REMOVED else _KEPT[kind],
        )
        for kind in get_args(Kind)
    )  # fmt: skip
    said = ", ".join(f"{kind} {share(tally.size[kind], whole)}" for kind in get_args(Kind))
    label = f'role="img" aria-label="characters by kind: {said}"'
    return f'<svg class="chart" viewBox="0 0 600 28" {label}>{"".join(bars)}</svg>' + _table(
        ("Kind", "#Characters", "#Share", "#Segments", ""), rows
    )


def _histogram(removed: Sequence[int]) -> str:
    """How many documents lost how much, in steps of 5 %."""
    top = max(removed)
    if not top:
        return _nothing("No documents.")
    width, step = 600 / BINS, 100 // BINS
    bars = []
    for i, count in enumerate(removed):
        height = max(1.5, 150 * count / top) if count else 0
        title = f"{i * step}–{(i + 1) * step} % removed: {counted(count, 'document')}"
        bars.append(
            f'<rect class="fill-bar" x="{i * width + 1:.0f}" y="{160 - height:.1f}" width="{width - 2:.0f}" '
            f'height="{height:.1f}"><title>{title}</title></rect>'
        )
    ticks = "".join(
        f'<text x="{min(600, max(0, 6 * percent))}" y="178" text-anchor="{anchor}">{percent} %</text>'
        for percent, anchor in ((0, "start"), (25, "middle"), (50, "middle"), (75, "middle"), (100, "end"))
    )
    half = sum(removed[BINS // 2 :])
    said = f"share of characters removed: {number(half)} of {number(sum(removed))} documents lost half or more"
    return (
        f'<svg class="chart" viewBox="0 0 600 184" role="img" aria-label="{said}">{"".join(bars)}'
        f'<line class="stroke" x1="0" y1="160.5" x2="600" y2="160.5"/>{ticks}</svg>'
        f'<p class="muted">Share of a document’s characters that is footer or boilerplate; {said.partition(": ")[2]}. '
        f"The highest bar is {counted(top, 'document')}.</p>"
    )


def _looks(looks: Sequence[Look], views: Mapping[Look, str]) -> str:
    if not looks:
        return _nothing("Nothing stands out.")
    items = []
    for look in looks:
        place = escape(look.name)
        linked = f'<a href="{escape(views[look])}">{place}</a>' if look in views else place
        items.append(f"<li>{linked}: {escape(', '.join(look.why))}</li>")
    return f"<ol>{''.join(items)}</ol>"


def _seen(seen: Mapping[str, Seen], whole: int) -> str:
    """Messages, the most frequent first, each with examples."""
    if not seen:
        return _nothing()
    often = sorted(seen.items(), key=lambda item: (-item[1].documents, item[0]))
    rows = (
        _line(
            f"<bdi>{escape(short(message, 200))}</bdi>", number(one.documents), share(one.documents, whole),
            tail=f"{_examples(one.examples)}<small>first in {escape(one.first)}</small>",
        )
        for message, one in often[:MAX_SHOWN]
    )  # fmt: skip
    more = f"<p>and {number(len(often) - MAX_SHOWN)} more</p>" if len(often) > MAX_SHOWN else ""
    return _table(("Message", "#Rows", "#Share", "Examples"), rows) + more


def _examples(examples: Iterable[Example]) -> str:
    return "".join(f"<div>{_example(example)}</div>" for example in examples)


def _example(example: Example) -> str:
    before = f"<bdi>{escape(short(example.before))}</bdi>"
    if example.after is None:
        return before
    return f'{before} <span class="muted">→</span> <bdi>{escape(short(example.after))}</bdi>'


def _languages(tally: Tally) -> str:
    often = tally.languages.most_common(MAX_SHOWN)
    rows = (_line(escape(tag), number(count), share(count, tally.documents)) for tag, count in often)
    return _table(("Language", "#Documents", "#Share"), rows) if often else _nothing()


def _rules(tally: Tally) -> str:
    often = sorted(tally.rules.items(), key=lambda item: (-item[1].documents, item[0]))
    rows = (
        _line(
            f'<span class="rule">{escape(rule or "no rule")}</span>', share(one.documents, tally.documents),
            number(one.documents), number(one.times), tail=_folded(one.examples),
        )
        for rule, one in often
    )  # fmt: skip
    heads = ("Rule", "#Share of documents", "#Documents", "#Times", "Examples")
    return _table(heads, rows) if often else _nothing()


def _folded(examples: Sequence[Example]) -> str:
    """The first example, and the others behind it on demand."""
    if len(examples) < 2:
        return _examples(examples)
    return f"<details><summary>{_example(examples[0])}</summary>{_examples(examples[1:])}</details>"


def _unused(tally: Tally, known: Iterable[str]) -> str:
    unused = sorted(set(known) - set(tally.rules))
    if not unused:
        return _nothing()
    return f"<p>{number(len(unused))}: {', '.join(_rule_names(unused))}</p>"


def _rule_names(rules: Iterable[str]) -> Iterator[str]:
    return (f'<span class="rule">{escape(rule)}</span>' for rule in rules)
