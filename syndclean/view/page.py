"""One document: the raw text with what was done drawn over it, and beside it the article as a reader sees it."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import get_args

from syndclean.document import Document, Field, Kind, Metadata, Problem, Segment
from syndclean.view.raw import draw, plain_block
from syndclean.view.sheet import counted, escape, number, share, sheet
from syndclean.view.signs import short

MAX_ROWS = 500  # of the metadata table and of the problems, each
MAX_BLOCKS = 10_000  # of the article that are drawn one by one
MEANING = {
    "header": "title, byline, dateline",
    "body": "the article",
    "footer": "facts about the article",
    "boilerplate": "about the site, not the article",
}


def page(document: Document, *, name: str = "") -> str:
    """A self-contained HTML page that shows one document; `name` says where it came from.

    It needs no network and holds no script. What cannot be seen is drawn as a sign, so the page can be written in UTF-8
    whatever the dump holds.

    >>> "body · paragraph" in page(Document(raw="Hi", segments=(Segment(0, 2, "body", "paragraph", "Hi"),)))
    True
    """
    title = document.metadata.title or name or "A dump taken apart"
    fields = facts(document.metadata)[:MAX_ROWS]
    problems = document.metadata.problems[:MAX_ROWS]
    places = {*(field.start for _, _, field in fields if field), *(problem.start for problem in problems)}
    return sheet(title, "".join((
        '<a class="skip" href="#raw">To the raw text</a><a class="skip" href="#article">To the article</a>',
        _top(document, title, name),
        _problems(document.metadata.problems),
        _table(document.metadata, fields),
        '<main class="panes"><div class="pane" id="raw" tabindex="0" role="region" aria-label="raw text">',
        f"<h2>As it came</h2>{draw(document, places=places)}</div>",
        '<div class="pane" id="article" tabindex="0" role="region" aria-label="cleaned article">',
        f'<h2>As it reads now</h2><article dir="auto">{_article(document)}</article></div></main>',
    )))  # fmt: skip


def _top(document: Document, title: str, name: str) -> str:
    size = Counter[str]()
    for segment in document.segments:
        size[segment.kind] += segment.end - segment.start
    kept = size["header"] + size["body"]
    facts = " · ".join((
        *([escape(name)] if name and name != title else ()), escape(document.language or "no language"),
        f"{number(len(document.raw))} characters, {share(kept, sum(size.values()))} of them article",
        counted(len(document.segments), "segment"), counted(len(document.edits), "edit"),
    ))  # fmt: skip
    return (
        f'<header class="top"><h1 dir="auto">{escape(title)}</h1><p class="muted">{facts}</p>'
        f'<ul class="legend">{"".join(_key(kind, size) for kind in get_args(Kind))}'
        '<li><b class="j"></b> a missing break</li>'
        '<li><span class="e"><del>before</del><ins data-after="after"></ins></span> an edit</li>'
        '<li><i class="u" data-sign="ZWSP"></i> a character that cannot be seen</li></ul></header>'
    )


def _key(kind: str, size: Counter[str]) -> str:
    of_all = share(size[kind], sum(size.values()))
    return f'<li><span class="s {kind}">{kind}</span> {MEANING[kind]} <small>{of_all}</small></li>'


def _problems(problems: tuple[Problem, ...]) -> str:
    if not problems:
        return ""
    rows = "".join(
        f'<li><a href="#at{problem.start}">{escape(problem.field)}</a>: {escape(problem.message)}</li>'
        for problem in problems[:MAX_ROWS]
    )
    count = counted(len(problems), "problem")
    rows += f"<li>and {number(len(problems) - MAX_ROWS)} more</li>" if len(problems) > MAX_ROWS else ""
    return f'<section class="alarm" aria-label="problems"><h2>{count}</h2><ul>{rows}</ul></section>'


def facts(metadata: Metadata) -> list[tuple[str, str, Field | None]]:
    """The rows of the table: a name, a value, and the field of the raw text that gave it (None: none is recorded)."""
    rows: list[tuple[str, str, Field | None]] = []
    for name in Metadata.model_fields:
        if name not in ("fields", "problems") and getattr(metadata, name):
            sources = [field for field in metadata.fields if field.name == name]
            rows.append((name, said(metadata, name), sources[0] if sources else None))
            rows += [("", "", field) for field in sources[1:]]
    known = {name for name, _, _ in rows}
    return rows + [("", "", field) for field in metadata.fields if field.name not in known]


def said(metadata: Metadata, name: str) -> str:
    """The value of a field as people read it; empty where nothing is stated.

    >>> said(Metadata(tags=("sea", "harbour")), "tags")
    'sea, harbour'
    """
    value = getattr(metadata, name)
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str) else ", ".join(value or ())


def _table(metadata: Metadata, fields: list[tuple[str, str, Field | None]]) -> str:
    if not fields:
        return '<section aria-label="metadata"><h2>Metadata</h2><p class="muted">The dump states none.</p></section>'
    rows = "".join(_row(name, value, field) for name, value, field in fields)
    more = f"<p>{number(len(metadata.fields))} in all</p>" if len(metadata.fields) > MAX_ROWS else ""
    return (
        '<section aria-label="metadata"><h2>Metadata</h2><div class="scroll"><table><thead><tr><th>Field</th>'
        "<th>Value</th><th>As it stands in the raw text</th></tr></thead>"
        f"<tbody>{rows}</tbody></table></div>{more}</section>"
    )


def _row(name: str, value: str, field: Field | None) -> str:
    head, shown, source = escape(name.replace("_", " ")), escape(value), ""
    if field:
        source = f'<a href="#at{field.start}"><bdi>{escape(short(f"{field.key} {field.value}".strip()))}</bdi></a>'
    if field and not (name or field.name):
        wrong = "unknown, or not read" if field.value else "stated without a value"
        head, shown = f'<bdi class="muted">{escape(short(field.key))}</bdi>', f"<small>{wrong}</small>"
    return f'<tr><th scope="row">{head}</th><td><bdi>{shown}</bdi></td><td>{source}</td></tr>'


def _article(document: Document) -> str:
    kept = [(i, segment) for i, segment in enumerate(document.segments) if segment.kind in ("header", "body")]
    rest = [segment.text for _, segment in kept[MAX_BLOCKS:]]
    together = (plain_block("\n\n".join(rest[at : at + 100])) for at in range(0, len(rest), 100))
    return "".join((*_blocks(kept[:MAX_BLOCKS]), *together)) or '<p class="aside">Nothing of this dump is article.</p>'


def _blocks(kept: list[tuple[int, Segment]]) -> Iterator[str]:
    """A block of HTML for each segment that a reader sees, with a link to where it stands in the raw text."""
    for i, segment in kept:
        tag = {"title": "h2", "heading": "h3"}.get(segment.role, "p")
        look = {"title": "title", "list_item": "item", "paragraph": "", "heading": ""}.get(segment.role, "aside")
        lang = f' lang="{escape(segment.language)}"' if segment.language else ""
        link = f'<a class="to" href="#s{i}" aria-label="where it stands in the raw text">◂</a>'
        yield f'<{tag} class="{look}" dir="auto"{lang}>{escape(segment.text)}{link}</{tag}>'
