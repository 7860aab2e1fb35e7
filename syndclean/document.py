"""What comes out: the segments of a dump, the edits made on the way, and the facts about the article.

Every offset counts code points of `Document.raw` and every span is half-open, so ``raw[span.start:span.end]`` is what
the span covers. All values are frozen.
"""

import contextlib
import json
import re
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import cached_property
from itertools import repeat
from operator import attrgetter
from typing import Annotated, Any, ClassVar, Literal, Self, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, computed_field, model_validator
from pydantic import Field as Constrained

Kind = Literal["header", "body", "footer", "boilerplate"]
HeaderRole = Literal["title", "byline", "dateline", "date", "summary", "breadcrumb"]
BodyRole = Literal["paragraph", "heading", "list_item", "caption"]
FooterRole = Literal[
    "source_link", "source_name", "author", "publish_date", "update_date", "copyright", "licence", "credit", "agency",
    "tags", "contact", "disclaimer", "field",
]  # fmt: skip
BoilerplateRole = Literal[
    "list_heading", "headline", "date_stamp", "share", "newsletter", "navigation", "read_more", "comments",
    "advertisement", "cookie_notice", "legal", "widget", "other",
]  # fmt: skip
Role = HeaderRole | BodyRole | FooterRole | BoilerplateRole

ROLES: dict[Kind, frozenset[str]] = {
    "header": frozenset(get_args(HeaderRole)),
    "body": frozenset(get_args(BodyRole)),
    "footer": frozenset(get_args(FooterRole)),
    "boilerplate": frozenset(get_args(BoilerplateRole)),
}


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of `raw` that is one thing: a paragraph, a footer field, a headline.

    `text` is what stands there after the edits. `language` is a BCP 47 tag (RFC 5646), or None where nothing can be
    said; `confidence` goes with it (0 to 1), and None means that nobody asked. `rule` is the id of the rule that
    decided `kind` and `role`.

    >>> Segment(start=0, end=5, kind="body", role="paragraph", text="Hello", rule="body/paragraph").text
    'Hello'
    """

    start: Annotated[int, Constrained(ge=0)]
    end: Annotated[int, Constrained(ge=0)]
    kind: Kind
    role: Role
    text: str
    language: str | None = None
    confidence: Annotated[float, Constrained(ge=0, le=1)] | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """`raw[start:end]` now reads `text`; `rules` are the ids of the rules that made it so, in the order they acted.

    An edit with ``start == end`` inserts, one with an empty `text` deletes. The edit is undone by putting
    ``raw[start:end]`` back.
    """

    start: Annotated[int, Constrained(ge=0)]
    end: Annotated[int, Constrained(ge=0)]
    text: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A key and its value as they stand in the dump, known or not.

    `name` is the field of `Metadata` that the value fed, or None where nobody knows the key yet or the value could not
    be read. `key` is empty where the value speaks for itself (a title, a copyright line).
    """

    start: Annotated[int, Constrained(ge=0)]
    end: Annotated[int, Constrained(ge=0)]
    key: str
    value: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something stood here that could not be read, or that looks forged; `field` names what it would have fed."""

    start: Annotated[int, Constrained(ge=0)]
    end: Annotated[int, Constrained(ge=0)]
    field: str
    message: str


def _day_or_moment(value: object) -> object:
    """ISO 8601 text: ten characters are a day, more are a moment, so that midnight stays midnight."""
    if isinstance(value, str):
        return date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
    return value


Moment = Annotated[datetime | date, BeforeValidator(_day_or_moment)]


Columns = dict[str, list[Any]]

_NAMES: dict[type, list[str]] = {
    kind: [field.name for field in fields(kind)] for kind in (Segment, Edit, Field, Problem)
}  # fmt: skip
_FILLERS = {kind: [getattr(kind, name).__set__ for name in names] for kind, names in _NAMES.items()}
_VALUES = {kind: attrgetter(*names) for kind, names in _NAMES.items()}


def filled(kind: type, rows: list[tuple[Any, ...]]) -> tuple[Any, ...]:
    """The spans whose values stand in `rows`, filled slot by slot, which takes half the time of calling `kind`."""
    return _from_columns(kind, zip(*rows, strict=True), len(rows))


def _from_columns(kind: type, columns: Iterable[Iterable[Any]], number: int) -> tuple[Any, ...]:
    spans: tuple[Any, ...] = tuple(map(object.__new__, repeat(kind, number)))
    for fill, column in zip(_FILLERS[kind], columns, strict=False):
        deque(map(fill, spans, column), maxlen=0)
    return spans


def _columns(kind: type, spans: Sequence[Any]) -> Columns:
    values = map(list, zip(*map(_VALUES[kind], spans), strict=True)) if spans else repeat([])
    return dict(zip(_NAMES[kind], values, strict=False))


class _Model(BaseModel):
    """A frozen model that is pickled without its views, and with its spans as columns of plain values.

    A frozen dataclass with slots is otherwise pickled field by field, in Python: over many processes, most of what the
    one that collects has to do.
    """

    model_config = ConfigDict(frozen=True)
    _packed: ClassVar[dict[str, type]]

    def __getstate__(self) -> dict[Any, Any]:
        values = {name: self.__dict__[name] for name in type(self).model_fields}
        columns = {name: _columns(kind, values[name]) for name, kind in self._packed.items()}
        return {**super().__getstate__(), "__dict__": values | columns}

    def __setstate__(self, state: dict[Any, Any]) -> None:
        values = state["__dict__"]
        spans = {
            name: _from_columns(kind, values[name].values(), len(values[name]["start"]))
            for name, kind in self._packed.items()
        }
        super().__setstate__({**state, "__dict__": values | spans})


class Metadata(_Model):
    """The facts about the article, each traced by `fields` to the characters that gave it. None: not stated.

    Dates carry a time and a zone as far as they were written. `captured_on` is the day on which the dump was taken
    (from a date stamp of the site), not a date of the article.
    """

    _packed = {"fields": Field, "problems": Problem}

    title: str | None = None
    authors: tuple[str, ...] = ()
    source_url: str | None = None
    source_name: str | None = None
    agency: str | None = None
    published_at: Moment | None = None
    updated_at: Moment | None = None
    copyright: str | None = None
    licence: str | None = None
    location: str | None = None
    tags: tuple[str, ...] = ()
    captured_on: date | None = None
    fields: tuple[Field, ...] = ()
    problems: tuple[Problem, ...] = ()


class Document(_Model):
    """A dump taken apart: `raw` as it came, and everything that was found in it.

    >>> document = Document(raw="Hi", segments=(Segment(0, 2, "body", "paragraph", "Hi", rule="body/paragraph"),))
    >>> document.text, document.footer, document.language
    ('Hi', (), None)
    >>> Document.model_validate_json(document.model_dump_json()) == document
    True
    """

    _packed = {"segments": Segment, "edits": Edit}

    raw: str
    segments: tuple[Segment, ...] = ()
    edits: tuple[Edit, ...] = ()
    metadata: Metadata = Metadata()
    language: str | None = None

    def __getstate__(self) -> dict[Any, Any]:
        """Without the texts that stand in `raw` as they are, which is half of what there is to say."""
        state, raw = super().__getstate__(), self.raw
        columns = state["__dict__"]["segments"]
        there = [raw[a:b] for a, b in zip(columns["start"], columns["end"], strict=True)]
        columns["text"] = [None if t == same else t for t, same in zip(columns["text"], there, strict=True)]
        return state

    def __setstate__(self, state: dict[Any, Any]) -> None:
        values = state["__dict__"]
        columns, raw = values["segments"], values["raw"]
        texts = zip(columns["text"], columns["start"], columns["end"], strict=True)
        segments = columns | {"text": [raw[a:b] if text is None else text for text, a, b in texts]}
        super().__setstate__(state | {"__dict__": values | {"segments": segments}})

    @computed_field  # type: ignore[prop-decorator]
    @cached_property
    def text(self) -> str:
        """The repaired article: the text of the body's segments, a blank line between two."""
        return "\n\n".join(segment.text for segment in self.body)

    @cached_property
    def header(self) -> tuple[Segment, ...]:
        """Title, byline, dateline and the like before the body."""
        return self._of("header")

    @cached_property
    def body(self) -> tuple[Segment, ...]:
        """The article's paragraphs, headings, list items and captions."""
        return self._of("body")

    @cached_property
    def footer(self) -> tuple[Segment, ...]:
        """Metadata after the body, or wherever such a line stands."""
        return self._of("footer")

    @cached_property
    def boilerplate(self) -> tuple[Segment, ...]:
        """What is about the site rather than the article."""
        return self._of("boilerplate")

    def _of(self, kind: Kind) -> tuple[Segment, ...]:
        return tuple(segment for segment in self.segments if segment.kind == kind)

    @model_validator(mode="after")
    def _is_lawful(self) -> Self:
        """Refuse what could not have come from `clean`: spans out of order, text lost, edits that do not replay."""
        from syndclean.edits import broken_law

        law = broken_law(self.raw, self.segments, self.edits)
        if law:
            raise ValueError(law)
        return self

    def with_(self, **changes: Any) -> "Document":
        """The same document with some fields other; a step knows what it does, so nothing is checked again.

        >>> Document(raw="").with_(language="en").language
        'en'
        """
        return Document.model_construct(
            _fields_set=None,
            **{"raw": self.raw, "segments": self.segments, "edits": self.edits, "metadata": self.metadata,
               "language": self.language, **changes},
        )  # fmt: skip

    def __eq__(self, other: object) -> bool:
        """Equal where every field is; views that were looked at do not count."""
        if not isinstance(other, Document):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in Document.model_fields)

    def __hash__(self) -> int:
        return hash(self.raw)

    def view(self) -> str:
        """One self-contained HTML page that shows what was done to the dump: no script, no network."""
        from syndclean.view.page import page

        return page(self)

    def _repr_html_(self) -> str:
        """The same for a notebook, in a frame of its own."""
        from syndclean.view.sheet import framed

        return framed(self.view())

    # UTF-8 has no surrogates, yet any str may hold some. RFC 8259, section 8.2, allows their escapes (\\ud83d) in JSON;
    # the standard library writes and reads them where pydantic's own reader and writer refuse. Two side by side would
    # be read as one character: the second is written with a capital (\\ud83d\\uDE00), which means the same to every
    # other reader and to ours that they are two.
    def model_dump_json(self, **options: Any) -> str:
        r"""JSON in which every `raw` comes back as it went, surrogates too; `options` are pydantic's.

        >>> from syndclean import clean
        >>> Document.model_validate_json(clean("\ud83d\ude00").model_dump_json()).raw
        '\ud83d\ude00'
        """
        try:
            return super().model_dump_json(**options)
        except ValueError:
            indent, only_ascii = options.pop("indent", None), options.pop("ensure_ascii", False)
            packed = json.dumps(_plain(self.model_dump(**options)), indent=indent, ensure_ascii=False)
            packed = _HALF.sub(lambda half: f"\\u{'D' if half['second'] else 'd'}{ord(half[0]) - 0xD000:03x}", packed)
            return re.sub(r"[^\0-\x7f]", lambda m: json.dumps(m[0])[1:-1], packed) if only_ascii else packed

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
        """The document that `model_dump_json` wrote; raises `pydantic.ValidationError` where it is none."""
        packed = json_data if isinstance(json_data, str) else json_data.decode("utf-8", "replace")
        if "\\ud" in packed:
            with contextlib.suppress(json.JSONDecodeError):
                apart = json.loads(_SECOND.sub(lambda escape: chr(int(escape[0][2:], 16)), packed))
                return cls.model_validate(apart, **options)
        return super().model_validate_json(json_data, **options)


_HALF = re.compile("(?<=[\ud800-\udbff])(?P<second>[\udc00-\udfff])|[\ud800-\udfff]")
_SECOND = re.compile(r"(?<=\\ud[89ab][0-9a-f]{2})\\uD[c-f][0-9a-f]{2}")


def _plain(value: Any) -> Any:
    """What `json.dumps` takes."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
