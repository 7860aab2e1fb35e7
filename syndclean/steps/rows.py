"""Rows of fields: lines below each other on which the same sign parts a few words from what they announce."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from syndclean.rules import fields
from syndclean.rules.keys import roles_of
from syndclean.steps.above import begun_at
from syndclean.steps.context import is_known
from syndclean.steps.evidence import Block, Witness, tabbed
from syndclean.steps.sequence import BODY, FIELD, FIELD_AFTER, FIELD_BEFORE, HEADER, SUMMARY, TITLE

_SHORTEST = 3  # lines
_SETTLES = 7.0  # nats: another rule knows the line
_FIELDS = frozenset((FIELD, FIELD_AFTER, FIELD_BEFORE))
_ABOVE_A_ROW = _FIELDS | {BODY}
_HEADERS = frozenset((TITLE, SUMMARY, HEADER))
_TAKEN = _HEADERS | {BODY}


def with_rows(
    blocks: list[Block], states: list[int], wide: Mapping[int, Sequence[int]]
) -> tuple[list[Block], list[int]]:
    """The blocks and their states, in each row that has a field the others as well, though nobody knows their keys; and
    keys and codes that stand above their values.

    `wide` has, by where lines begin, what stands before their wide space, as `parting.wide_spaces` finds it.
    """
    out, labels, done = list(blocks), list(states), 0
    texts = [tabbed(b.line.text, wide.get(b.segment.start, ())) if wide else b.line.text for b in blocks]
    for i, state in enumerate(states):
        row = _row(texts, i) if state in _FIELDS and i >= done else range(0)
        done = max(done, row.stop)
        for n in row if len(row) >= _SHORTEST else ():
            if states[n] not in _FIELDS and not any(one.rule.weight >= _SETTLES for one in blocks[n].witnesses):
                key, _, value = fields.parts(texts[n])
                said = Witness(fields.UNKNOWN, {"key": key, "value": value})
                out[n], labels[n] = blocks[n]._replace(witnesses=(said,)), state
    for n, (state, given) in _beside(out, labels).items():
        labels[n] = state
        if not out[n].witnesses:
            out[n] = out[n]._replace(witnesses=(Witness(fields.UNKNOWN, given),))
    for found in _spaced(out, labels):
        after = BODY in labels and max(found) > labels.index(BODY)
        for n, field in found.items():
            out[n] = out[n]._replace(witnesses=(Witness(*fields.witnessed(field)),))
            labels[n] = FIELD_AFTER if after else FIELD_BEFORE
    begun = begun_at(labels)
    for n, given in (_in_turns(out, labels, begun) | _coded(out, labels)).items():
        guessed = labels[n] == TITLE or any(one.rule.id in _GUESSED for one in out[n].witnesses)
        taken = labels[n] in _HEADERS and not (guessed and given["key"] in _OF_A_DATABASE)
        if not taken and not (labels[n] in _FIELDS and out[n].witnesses):
            out[n] = out[n]._replace(witnesses=(Witness(fields.UNKNOWN, given),))
            labels[n] = FIELD_BEFORE if n < begun else FIELD_AFTER
    return out, labels


def _coded(blocks: Sequence[Block], states: Sequence[int]) -> dict[int, dict[str, str]]:
    """Codes of two or three capitals, each above its value, as databases of the press have them: HD, WC, PD, SN; and
    the values. Where most values are figures they are rates or results. Codes of which such a database is known may
    stand before their values as well."""
    others = {i: block.segment.text for i, block in enumerate(blocks) if states[i] != BODY}
    codes = {i: text for i, text in others.items() if _CODE.fullmatch(text)}
    valued = [i for i in codes if i + 1 < len(blocks) and i + 1 not in codes]
    worded = [i for i in valued if _WORD.search(blocks[i + 1].segment.text)]
    coded = {i: parts for i, text in others.items() if (parts := _coded_before(text))}
    known = {key for key, _ in coded.values()} | _OF_A_DATABASE.intersection(codes.values())
    if len(known) < _CODES and (len({codes[i] for i in worded}) < _CODES or 2 * len(worded) <= len(valued)):
        return {}
    above = {n: given for i in valued for n, given in _pair(blocks, states, i).items() if n not in coded}
    return above | {i: {"key": key, "value": value} for i, (key, value) in coded.items() if len(known) >= _CODES}


def _coded_before(text: str) -> list[str]:
    """The code of a database with which a line begins, and its value; nothing where it begins with none."""
    code, _, value = text.partition(" ") if text[:2].isupper() else ("", "", "")
    return [code, value] if value and code in _OF_A_DATABASE else []


_GUESSED = frozenset(("header/writer", "header/name", "header/section", "header/called-a-house"))
_CODE, _WORD, _CODES = re.compile("[A-Z]{2,3}"), re.compile(r"[^\W\d_]{3}"), 5
# The fields of an article in Factiva's exports, but for those that hold its text (LP, TD).
_OF_A_DATABASE = frozenset((
    "AN", "ART", "BY", "CLM", "CO", "CR", "CT", "CX", "CY", "ED", "ET", "HD", "IN", "IPC", "IPD", "LA", "NS", "PD",
    "PG", "PUB", "RE", "RF", "SC", "SE", "SN", "VOL", "WC",
))  # fmt: skip


def _pair(blocks: Sequence[Block], states: Sequence[int], at: int) -> dict[int, dict[str, str]]:
    """A key alone on its line, and its value below it if that is none of the article."""
    key, value = blocks[at].segment.text, blocks[at + 1].segment.text
    if states[at + 1] == BODY:
        return {at: {"key": key, "value": ""}}
    return {at: {"key": key, "value": value}, at + 1: {"key": "", "value": value}}


def _in_turns(blocks: Sequence[Block], states: Sequence[int], begun: int) -> dict[int, dict[str, str]]:
    """Above the article, keys and values below each other in turns, of which two keys are known at least."""
    begun = min(begun, _HIGHEST)
    for first in range(begun):
        out: dict[int, dict[str, str]] = {}
        at, number, known = first, 0, 0
        while at < begun:
            if "\n" in blocks[at].segment.text and is_known(blocks[at]):  # joined already
                at, known = at + 1, known + 1
            elif at + 1 < begun and may_be_key(blocks[at], blocks[at + 1]):
                known += not roles_of(blocks[at].segment.text) <= _ANY
                out |= _pair(blocks, states, at)
                at += 2
            else:
                break
            number += 1
        if number >= _TURNS and known >= _KNOWN:
            return out
    return {}


def may_be_key(block: Block, below: Block) -> bool:
    """Whether a line is a key without a sign behind it that is known, or may be one that nobody knows, and the line
    below its value."""
    line = block.line
    short = line.length <= _LONGEST_KEY and line.words < _OF_A_KEY and not (line.ended or line.digits or line.bullet)
    key = bool(roles_of(line.text)) or (not block.witnesses and not line.rest[:1].islower())
    return short and key and not roles_of(below.segment.text)


_ANY = frozenset(("field",))  # what is known to be of no use tells little
_TURNS, _KNOWN, _HIGHEST = 4, 2, 40  # pairs, keys, lines at the beginning of a dump
_LONGEST_KEY, _OF_A_KEY = 40, 5  # characters, words at least of what is none


def _spaced(blocks: Sequence[Block], states: Sequence[int]) -> list[dict[int, fields.Pair]]:
    """The lines right below the article or a field, two or more or right above one, that begin with a known key and a
    space and then with its value, each with another."""
    rows: list[dict[int, fields.Pair]] = []
    for i in range(1, len(blocks)):
        goes_on = bool(rows) and i - 1 in rows[-1]
        if states[i] in _TAKEN or blocks[i].witnesses or not (goes_on or states[i - 1] in _ABOVE_A_ROW):
            continue
        field = None if blocks[i].line.bullet else fields.spaced(blocks[i].line.text)
        if field is not None and goes_on:
            rows[-1][i] = field
        elif field is not None:
            rows.append({i: field})
    below = (*states[1:], BODY)
    own = [row for row in rows if len(row) > 1 or below[max(row)] in _FIELDS]
    return [row for row in own if len({field.role for field in row.values()}) == len(row)]


def _beside(blocks: Sequence[Block], states: Sequence[int]) -> dict[int, tuple[int, dict[str, str]]]:
    """The lines between two fields that are known, or the article and one, that begin with a key written as theirs is,
    though nobody knows it; and right behind the last field what is as short as no headline. Each with its state."""
    out: dict[int, tuple[int, dict[str, str]]] = {}
    ends = [i for i, state in enumerate(states) if state == BODY or (state in _FIELDS and is_known(blocks[i]))]
    known = {i: fields.keyed(blocks[i].line.text) for i in ends if states[i] != BODY}
    for first, last in pairwise((*ends, len(blocks))):
        beside = {i: one for i in (first, last) if (one := known.get(i)) is not None}
        if not beside:
            continue
        like, state = next(iter(beside.values())), states[next(iter(beside))]
        if states[first] == BODY:
            first = _before(blocks, states, first, like)
        found = _fields_in(blocks, states, range(first + 1, min(last, first + 1 + _MOST_BETWEEN)), like)
        if not (last < len(blocks) and len(found) == last - first - 1):
            found = _brief(blocks, found) if first in beside else {}
        out |= {i: (state, {"key": key, "value": value}) for i, (key, value) in found.items()}
    return out


def _before(blocks: Sequence[Block], states: Sequence[int], last: int, like: fields.Keyed) -> int:
    """The last line of an article that ends right before a field, without a key there that has no value or is written
    as no headline is, and without a key that has none and the line below it."""
    own, above = (fields.keyed(blocks[i].line.text) for i in (last, last - 1))
    line, end = blocks[last].line, last
    if own is not None and own.is_like(like) and not (own.value and own.is_usual):
        end = last - 1
    elif above is not None and above.is_like(like) and not above.value and line.words <= _OF_A_VALUE:
        end = last - 2
    return last if line.ended or end < 0 or states[end] != BODY else end


def _fields_in(
    blocks: Sequence[Block], states: Sequence[int], lines: Iterable[int], like: fields.Keyed
) -> dict[int, tuple[str, str]]:
    """Keys and values of lines from the first on, as far as they begin with keys that are written like another, or are
    the value of a key above them that has none."""
    out: dict[int, tuple[str, str]] = {}
    awaits = False
    for i in lines:
        line = blocks[i].line
        own = fields.keyed(line.text)
        if states[i] in _HEADERS or line.ended or any(one.rule.kind != "footer" for one in blocks[i].witnesses):
            break
        if own is not None and own.is_like(like):
            out[i] = own.key, own.value
        elif awaits and line.words <= _OF_A_VALUE:
            out[i] = "", line.text
        else:
            break
        awaits = own is not None and not own.value
    return out


def _brief(blocks: Sequence[Block], found: dict[int, tuple[str, str]]) -> dict[int, tuple[str, str]]:
    """Of lines behind the last field those down to the first that may be a headline, or announces some."""
    out: dict[int, tuple[str, str]] = {}
    for i, (key, value) in found.items():
        if not _is_brief(fields.keyed(blocks[i].line.text)):
            break
        out[i] = key, value
    while out and not out[max(out)][1]:
        out.pop(max(out))
    return out


def _is_brief(field: fields.Keyed | None) -> bool:
    """Whether a line is no headline: it has but a key, a word or two behind it or a list of such, or its key is written
    as that of no headline is."""
    if field is None:
        return False
    if not field.is_usual:
        return len(field.value.split()) <= _OF_A_VALUE
    pieces = field.value.split(", ")
    return len(pieces) != _OF_TWO and all(len(piece.split()) <= _OF_A_BRIEF for piece in pieces)


_MOST_BETWEEN, _LONGEST_BEFORE = 6, 60  # lines, characters
_OF_A_VALUE, _OF_A_BRIEF = 6, 2  # words
_OF_TWO = 2  # pieces: of so few a headline may consist


def _row(texts: Sequence[str], at: int) -> range:
    """The lines around one, and itself, that the same sign parts."""
    first = last = at
    sign = fields.parts(texts[at])[1]
    while sign and first and fields.parts(texts[first - 1])[1] == sign:
        first -= 1
    while sign and last + 1 < len(texts) and fields.parts(texts[last + 1])[1] == sign:
        last += 1
    return range(first, last + 1)
