"""What the labelled lines state: `Metadata`, each value with its place in `raw`, and what could not be read."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache, lru_cache, partial
from typing import Any, NamedTuple

from syndclean import dates, facts
from syndclean.document import Document, Edit, Field, Metadata, Problem, Segment
from syndclean.edits import Inside, replay
from syndclean.facts.agencies import exact_agency
from syndclean.rules import characters, words
from syndclean.rules.fields import FEEDS, pair
from syndclean.rules.keys import language_of


class Found(NamedTuple):
    """A value of a metadata field as read, with the segment that states it."""

    name: str
    value: Any
    segment: Segment
    key: str
    said: str


def metadata(document: Document, segments: Sequence[Segment], given: Mapping[int, Iterable[Any]]) -> Metadata:
    """The facts that the segments state; `given` has, by a segment's start, the witnesses with the fields they read."""
    found: list[Found] = []
    problems: list[Problem] = []
    plain: list[Field] = []
    begun = others = False
    spoken = cache(partial(_spoken, segments))
    misread = Inside(_misread(document.edits))
    for segment in segments:
        if segment.kind == "body" or segment.role in ("headline", "list_heading"):
            begun = begun or _is_text(segment)
            others = begun and segment.kind != "body"  # what stands behind headlines is about other articles
            continue
        before = len(found)
        witnesses = given.get(segment.start, ())
        stated: Mapping[str, str] = next((w.given for w in witnesses if w.rule.id == segment.rule), {})
        if not stated and segment.kind == "boilerplate":
            continue  # as most of it says nothing of the article
        came, own = document.raw[segment.start : segment.end], misread(segment.start, segment.end)
        if own:
            came = replay(document.raw, own, segment.start, segment.end)
        forged = _forged(came, stated.get("key", ""))
        for name, value, key, said in _stated(segment, stated):
            if others and name == "authors" and not key:
                continue
            if forged and name != "title":
                problems.append(Problem(segment.start, segment.end, name, forged))
                continue
            language = language_of(key) if key or name != "authors" else spoken()  # Na Juma, Ni Jose, Di Anna
            reading, wrong = _read(name, value, language)
            if wrong and name in _DATES:
                reading, wrong = _read(name, value, spoken())
            if wrong and name == "updated_at" and (later := _on_the_same_day(value, found)):
                reading, wrong = [(name, later)], None
            found += [Found(n, v, segment, key, said) for n, v in reading]
            if wrong:
                problems.append(Problem(segment.start, segment.end, name, wrong))
        if segment.kind == "footer" and len(found) == before:
            if forged and not (problems and problems[-1].start == segment.start):
                problems.append(Problem(segment.start, segment.end, "fields", forged))
            key = stated.get("key", "")
            value = stated.get(
                "value", segment.text if not key else next((v for k, v in stated.items() if k != "key"), "")
            )
            plain.append(Field(segment.start, segment.end, key, value, None))
    signed = any(one.name == "authors" for one in found)
    found = _titled(found, segments) + [one for one in _dateline(segments) if one.name != "authors" or not signed]
    values = _chosen(found)
    captured, problem = _captured(segments, values)
    if captured:
        values["captured_on"] = captured.value
        found.append(captured)
    if problem:
        problems.append(problem)
    traced = [Field(f.segment.start, f.segment.end, f.key, f.said, f.name) for f in found]
    ordered = sorted([*dict.fromkeys(traced), *plain], key=lambda field: (field.start, field.name or ""))
    return Metadata.model_construct(None, **{**_EMPTY, **values, "fields": tuple(ordered), "problems": tuple(problems)})


_EMPTY: dict[str, Any] = {name: info.default for name, info in Metadata.model_fields.items()}


def _misread(edits: Iterable[Edit]) -> list[Edit]:
    """The edits that read a character in place of several, for half of a misread letter hides nothing; where that was
    one that nobody sees, it is one."""
    out = []
    for edit in edits:
        if edit.rules in _READ:
            out.append(edit)
        elif edit.text == "" and not _READS.isdisjoint(edit.rules):
            out.append(replace(edit, text="\u200b"))
    return out


_READS = frozenset((characters.MOJIBAKE.id, characters.REFERENCE.id))
_READ = frozenset((rule,) for rule in _READS)


def _forged(raw: str, key: str) -> str | None:
    """What makes a field look forged as it came: a character inside it that nobody sees, or a key in mixed letters.

    Such a character at the very beginning or end of a field is what systems leave behind, and harms nobody.
    """
    if facts.mixed(key):
        return f"letters of several scripts are mixed within a word of the key {key!r}"
    if raw.isprintable():  # as nothing that hides is
        return None
    raw = "\n".join(line.strip(_LEFT_BEHIND) for line in _LINE_END.split(raw))  # between a key and its value is one
    if "\u00ad" in raw and "\u00ad" not in key:
        raw = _HYPHENATED.sub("", raw)
    control = _CONTROL.search(raw)
    hidden = f"U+{ord(control[0]):04X}" if control else None if raw.isascii() else dates.hidden(raw)
    return f"an invisible character ({hidden}) stands in the field" if hidden else None


_HYPHENATED = re.compile(r"(?<=[^\W\d_])\u00ad(?=[^\W\d_])")  # a soft hyphen within a word hides nothing
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LEFT_BEHIND = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060 "
_LINE_END = re.compile("\r\r?\n|[\n\r\u2028\u2029]")


def _stated(segment: Segment, stated: Mapping[str, str]) -> Iterable[tuple[str, str, str, str]]:
    """Name, value, key and the value as it stands, for each field that a segment states."""
    text, key = characters.plain(segment.text)[0], stated.get("key", "")
    for name, value in stated.items():
        if name in Metadata.model_fields:
            yield name, value, key, value
    if segment.role == "title":
        yield "title", _MARKDOWN.sub("", text), "", text
    if segment.rule in ("field/unknown-key", "field/brief", "field/dated"):
        known = pair(text)
        role = known.role if known else segment.role
        if role in FEEDS:
            yield FEEDS[role], stated["value"], key, stated["value"]
    if segment.rule == "phrase/credit" and facts.agency(text):
        yield "agency", text, "", text
    if segment.role == "copyright" and "copyright" not in stated:
        yield "copyright", text, "", text
    if segment.role == "copyright" and facts.agency(text):
        yield "agency", text, "", text
    if segment.role == "licence" and not stated:
        yield "licence", text, "", text


_MARKDOWN = re.compile(r"\A#{1,6}\s+")
_DATES = ("published_at", "updated_at")


def _spoken(segments: Sequence[Segment]) -> str | None:
    """The language of the article, by its commonest words: it settles the order of day and month."""
    return words.language(" ".join(segment.text for segment in segments if segment.kind == "body")[:3000])


def _read(name: str, value: str, language: str | None) -> tuple[Sequence[tuple[str, Any]], str | None]:
    """The typed values that a text gives for a field (an author line may name an agency), or what is wrong with it."""
    return _read_short(name, value, language) if len(value) <= _SHORT else _read_value(name, value, language)


def _read_value(name: str, value: str, language: str | None) -> tuple[Sequence[tuple[str, Any]], str | None]:
    value = value.strip()
    if not value:
        return [], None
    if name in _DATES:
        reading = dates.read(value, language=language)
        return ([(name, reading.value)] if reading.value else []), reading.problem
    if name == "source_url":
        address, problem = facts.url(value)
        if facts.host(value):
            return [("source_name", facts.host(value))], None
        return ([(name, address)] if address else []), problem
    if name == "authors":
        said = facts.authors(value, language)
        out: list[tuple[str, Any]] = [(name, author) for author in said.authors]
        out += [(n, v) for n, v in (("agency", said.agency), ("source_name", said.source_name)) if v]
        return out, said.problem
    if name == "tags":
        return [(name, tag) for tag in facts.tags(value)], None
    hidden = dates.hidden(_HYPHENATED.sub("", value))
    if hidden:
        return [], f"an invisible character ({hidden}) stands in the value"
    if name == "source_name":
        house, day = _house_and_day(_unframed(value), language)
        if day is not None:
            return [*_read_value(name, house, language)[0], ("published_at", day)], None
        pieces = _BETWEEN_HOUSES.split(house)
        agencies = [one for one in pieces if exact_agency(one)]
        if len(pieces) == _HOUSE_AND_AGENCY and len(agencies) == 1:  # The Courier/AFP
            pieces.remove(agencies[0])
            return [(name, pieces[0]), ("agency", agencies[0])], None
        return [(name, house), *([("agency", house)] if facts.agency(house) == house else [])], None
    if name == "agency":
        return [(name, facts.agency(value) or _unframed(value))], None
    if name == "licence":
        return [(name, facts.licence(value) or value)], None
    return [(name, value.strip(" |"))], None


def _house_and_day(text: str, language: str | None) -> tuple[str, datetime | date | None]:
    """A house and the day behind it: `Beta, 24.04.2025`; no day where none stands there."""
    reading = dates.read(text, language=language) if _A_FIGURE.search(text) else None
    if reading is None or reading.value is None or text[reading.end :].strip(" .)") or reading.start < _OF_A_HOUSE:
        return text, None
    house = text[: reading.start].rstrip(_BEFORE_A_DAY)
    before, _, last = house.rpartition(" ")
    weekday = len(before) >= _OF_A_HOUSE and dates.is_date_line(f"{last} {text[reading.start : reading.end]}")
    return (before.rstrip(_BEFORE_A_DAY) if weekday else house), reading.value


_BEFORE_A_DAY = " ,|–—-("
_A_FIGURE, _OF_A_HOUSE = re.compile(r"\d"), 3  # characters of the shortest name
_BETWEEN_HOUSES, _HOUSE_AND_AGENCY = re.compile(r"\s?/\s?|,\s"), 2


def _on_the_same_day(value: str, found: Sequence[Found]) -> datetime | None:
    """When an article was changed that says no more than the time, behind the day on which it was published before."""
    published = next((one.value for one in reversed(found) if one.name == "published_at"), None)
    if not isinstance(published, datetime) or not dates.is_time(value):
        return None
    later = dates.read(f"{published:%Y-%m-%d} {value}").value
    if not isinstance(later, datetime):
        return None
    later = later.replace(tzinfo=later.tzinfo or published.tzinfo)
    return later if published.tzinfo == later.tzinfo and published <= later else None


def _unframed(value: str) -> str:
    """A name without signs around it, and without brackets but those that it has both of: `Pier Radio (PR)`."""
    bare = value.strip(" |.,;")
    if bare.count("(") != bare.count(")") or (bare[:1] == "(" and bare.find(")") == len(bare) - 1):
        bare = bare.strip("()")
    return bare.strip(" |.,;")


_SHORT = 200  # code points: such a value may come back on other pages
_read_short = lru_cache(maxsize=4096)(_read_value)

_MANY = ("authors", "tags")


def _chosen(found: Iterable[Found]) -> dict[str, Any]:
    """One value a field, the first that is stated, a house beside who wrote after all others; a date that adds the time
    to the same day is better."""
    out: dict[str, Any] = {}
    many: dict[str, dict[str, Any]] = {name: {} for name in _MANY}  # by the value without case, the first of each
    for one in sorted(found, key=lambda one: one.name == "source_name" and one.segment.role in _SIGNING):
        if one.name in _MANY:
            many[one.name].setdefault(str(one.value).casefold(), one.value)
        elif one.name not in out or _adds_time(out[one.name], one.value) or _adds_year(out[one.name], one):
            out[one.name] = one.value
    return out | {name: tuple(values.values()) for name, values in many.items()}


_SIGNING = ("byline", "author")


def _adds_time(old: object, new: object) -> bool:
    return isinstance(new, datetime) and new.date() == old  # a day with a time equals no day


_YEAR = re.compile(r"(?:19|20)\d\d")


def _adds_year(old: object, new: Found) -> bool:
    """Whether a notice of copyright names a year and the one before it does not."""
    return (
        new.name == "copyright"
        and not _YEAR.search(str(old))
        and bool(re.search(r"[©Ⓒ]|\(c\)", new.value, re.I))
        and bool(_YEAR.search(new.value))
    )


def _titled(found: list[Found], segments: Sequence[Segment]) -> list[Found]:
    """What was found, the title first, and without the name of the site.

    That is where the headline stands once more by itself or, far below the title of a page, in other words; else the
    name is taken off, if it can be told.
    """
    titles = [one for one in found if one.name == "title"]
    if not titles or titles[0].key:  # what a key announces is the title as it stands
        return found
    page = facts.PageTitle(titles[0].value)
    within = [one for one in titles[1:] if page.has(one.value)]
    others = [
        one
        for one in titles[1:]
        if page.nearness(one.value)
        and page.is_said_otherwise(one.value)
        and segments.index(one.segment) > segments.index(titles[0].segment) + _APART
    ]
    title = max(within, key=lambda one: len(one.value), default=others[-1] if others else titles[0])
    lines = {facts.folded(segment.text) for segment in segments if segment.kind != "body"}
    bare = title._replace(value=facts.headline(title.value, lines))
    return [bare, *found]


def _is_text(segment: Segment) -> bool:
    """Whether a segment is of the article's text: a caption may stand above all that tells who wrote and when."""
    return segment.kind == "body" and segment.role != "caption"


_APART = 5  # segments: what stands closer below a title goes on with it


def _dateline(segments: Sequence[Segment]) -> list[Found]:
    """Place and agency of the dateline with which the article begins."""
    first = next(filter(_is_text, segments), None)
    text, back = characters.plain(first.text if first else "")
    line = facts.dateline(text)
    if first is None or line is None:
        return []
    said = first.text[: back(line.length)].strip()
    stated = [("location", line.location), ("agency", line.agency), *(("authors", author) for author in line.authors)]
    return [Found(name, value, first, "", said) for name, value in stated if value]


def _year_of(values: Mapping[str, Any]) -> date | None:
    """The beginning of the time in which the article appeared, as its address or the notice of copyright tells."""
    address = _DAY_IN_ADDRESS.search(values.get("source_url") or "")
    if address:
        try:
            return date(int(address[1]), int(address[2]), int(address[3]))
        except ValueError:
            pass
    year = _YEAR.search(values.get("copyright") or "")
    return date(int(year[0]), 1, 1) if year else None


_A_DAY = timedelta(days=1)  # between the zones of two places
_DAY_IN_ADDRESS = re.compile(r"[/_-]((?:19|20)\d\d)[/-]?([01]\d)[/-]?([0-3]\d)(?:\d{6})?(?:[/_.-]|$)")


def _captured(segments: Sequence[Segment], values: Mapping[str, Any]) -> tuple[Found | None, Problem | None]:
    """The day on which the page was taken: the last date stamp behind the article, or else the first day above it."""
    near = values.get("published_at") or values.get("updated_at") or _year_of(values)
    begun = False
    above: list[Segment] = []
    stamps: list[Segment] = []
    for segment in segments:
        begun = begun or _is_text(segment)
        if segment.rule == "boilerplate/date-stamp" and (begun or dates.read(segment.text).value is not None):
            (stamps if begun else above).append(segment)
    for segment in stamps[::-1] or above[:1]:
        reading = dates.read(characters.plain(segment.text)[0], near=near)
        if reading.value:
            day = reading.value.date() if isinstance(reading.value, datetime) else reading.value
            if near is not None and day < date(near.year, near.month, near.day) - _A_DAY:
                message = f"the page would have been taken on {day}, before the article appeared"
                return None, Problem(segment.start, segment.end, "captured_on", message)
            return Found("captured_on", day, segment, "", segment.text), None
        if reading.problem:
            return None, Problem(segment.start, segment.end, "captured_on", reading.problem)
    return None, None
