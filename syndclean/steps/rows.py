"""Rows of fields: lines below each other on which the same sign parts a few words from what they announce."""

from collections.abc import Mapping, Sequence

from syndclean.rules import fields
from syndclean.steps.evidence import Block, Witness, tabbed
from syndclean.steps.sequence import BODY, FIELD, FIELD_AFTER, FIELD_BEFORE, HEADER, SUMMARY, TITLE

_SHORTEST = 3  # lines
_SETTLES = 7.0  # nats: another rule knows the line
_FIELDS = frozenset((FIELD, FIELD_AFTER, FIELD_BEFORE))
_ABOVE_A_ROW = _FIELDS | {BODY}
_TAKEN = frozenset((BODY, TITLE, SUMMARY, HEADER))


def with_rows(
    blocks: list[Block], states: list[int], wide: Mapping[int, Sequence[int]]
) -> tuple[list[Block], list[int]]:
    """The blocks and their states, in each row that has a field the others as well, though nobody knows their keys.

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
    for found in _spaced(out, labels):
        after = BODY in labels and max(found) > labels.index(BODY)
        for n, field in found.items():
            out[n] = out[n]._replace(witnesses=(Witness(*fields.witnessed(field)),))
            labels[n] = FIELD_AFTER if after else FIELD_BEFORE
    return out, labels


def _spaced(blocks: Sequence[Block], states: Sequence[int]) -> list[dict[int, fields.Pair]]:
    """The lines right below the article or a field, two or more, that begin with a known key and a space and then with
    its value, each with another."""
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
    return [row for row in rows if len({field.role for field in row.values()}) == len(row) > 1]


def _row(texts: Sequence[str], at: int) -> range:
    """The lines around one, and itself, that the same sign parts."""
    first = last = at
    sign = fields.parts(texts[at])[1]
    while sign and first and fields.parts(texts[first - 1])[1] == sign:
        first -= 1
    while sign and last + 1 < len(texts) and fields.parts(texts[last + 1])[1] == sign:
        last += 1
    return range(first, last + 1)
