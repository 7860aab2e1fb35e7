"""Labels of which the article speaks: behind it, they are its tags."""

import re
from collections.abc import Mapping, Sequence

from syndclean import facts
from syndclean.rules import notices
from syndclean.rules.keys import keys
from syndclean.steps.context import is_known
from syndclean.steps.evidence import Block, Witness
from syndclean.steps.sequence import (
    BODY,
    FIELD,
    FIELD_AFTER,
    FURNITURE,
    FURNITURE_BEFORE,
    HEADLINE,
    HEADLINE_AFTER,
    INSERT,
    LIST,
    LIST_AFTER,
    TEASER,
)  # fmt: skip

_FREE = frozenset((FURNITURE, INSERT, HEADLINE, HEADLINE_AFTER, LIST, LIST_AFTER, TEASER, FURNITURE_BEFORE))
_MOST = 0.6  # of the labels the article speaks of


def with_tags(
    blocks: list[Block], states: list[int], wide: Mapping[int, Sequence[int]]
) -> tuple[list[Block], list[int]]:
    """The blocks and their states, with the labels of which the article speaks as tags: in a row, on a line or below
    each other."""
    if BODY not in states:
        return blocks, states
    begun = states.index(BODY)
    free = [i for i, state in enumerate(states) if i > begun and state in _FREE and _is_label(blocks[i])]
    if not free:
        return blocks, states
    telling = facts.Telling(block.segment.text for block, state in zip(blocks, states, strict=True) if state == BODY)
    out, labels = list(blocks), list(states)
    found: dict[int, str] = {}
    for i in free:
        row = _row(blocks[i].segment.text, wide.get(blocks[i].segment.start, ()))
        pieces = facts.tags(row)
        if len(pieces) > 1 and sum(map(telling.has, pieces)) >= _MOST * len(pieces):
            found[i] = row
    told = {i for i in free if _HASH.match(blocks[i].segment.text) or telling.has(blocks[i].segment.text)}
    for run in _runs(free, told):
        if len(told.intersection(run)) > 1 and len(told.intersection(run)) >= _MOST * len(run):
            found |= {i: blocks[i].segment.text for i in run}
    for i in range(begun + 1, len(blocks)):
        if i not in found and _of_key(blocks[i], "tags"):
            run = _below_key(blocks, states, i, found)
            if any(n in found or n in told for n in run) or (run and (states[i - 1] == BODY or states[i - 1] in _FIELDS)):
                found |= {n: found.get(n, blocks[n].segment.text) for n in run}
    for i, row in found.items():
        given = notices.TAGS.fields(row)
        if given is not None:
            out[i], labels[i] = blocks[i]._replace(witnesses=(Witness(notices.TAGS, given),)), FIELD_AFTER
    for i in found:
        if i - 1 not in found and _of_key(blocks[i - 1], "tags"):
            said = Witness(notices.TAGS, {"key": blocks[i - 1].segment.text})
            out[i - 1], labels[i - 1] = blocks[i - 1]._replace(witnesses=(said,)), FIELD_AFTER
    return out, labels


def _runs(free: Sequence[int], told: set[int]) -> list[list[int]]:
    """The runs of lines below each other that begin and end with one that is told."""
    out: list[list[int]] = []
    for i in free:
        if out and i == out[-1][-1] + 1:
            out[-1].append(i)
        elif i in told:
            out.append([i])
    for run in out:
        while run[-1] not in told:
            run.pop()
    return out


def _below_key(blocks: Sequence[Block], states: Sequence[int], at: int, found: Mapping[int, str]) -> list[int]:
    """The labels right below a key that stands alone."""
    out: list[int] = []
    for i in range(at + 1, min(len(blocks), at + 1 + _MOST_TAGS)):
        short = blocks[i].line.length <= _TAG and blocks[i].line.words < 4
        if i not in found and not (states[i] in _FREE and short and _is_label(blocks[i])):
            break
        out.append(i)
    return out


def _of_key(block: Block, role: str) -> bool:
    """Whether a line is a known key of a role and nothing else."""
    return len(block.segment.text) < _TAG and role in keys().roles.get(facts.folded(block.segment.text.strip(" :：【】[]")), ())


_HASH = re.compile(r"[#＃]\w[\w ]{1,30}\Z")
_FIELDS = (FIELD, FIELD_AFTER)
_MOST_TAGS, _TAG = 12, 32  # lines; characters


def with_contacts(blocks: list[Block], states: list[int]) -> tuple[list[Block], list[int]]:
    """Below a key of contacts that stands alone, who that is and where, down to the last address or number."""
    out, labels = list(blocks), list(states)
    begun = states.index(BODY) if BODY in states else len(states)
    for i in range(begun + 1, len(blocks)):
        if not (_of_key(blocks[i], "contact") and states[i] != BODY):
            continue
        run = []
        for n in range(i + 1, min(len(blocks), i + 1 + _MOST_TAGS)):
            contact = any(one.rule.role == "contact" for one in blocks[n].witnesses)
            if not contact and not (blocks[n].line.length < 80 and not blocks[n].line.ended and not is_known(blocks[n])):
                break
            run.append(n)
        while run and not _REACHED.search(blocks[run[-1]].segment.text):
            run.pop()
        for n in [i, *run] if run else ():
            if labels[n] != BODY and not any(one.rule.role == "contact" for one in blocks[n].witnesses):
                said = Witness(notices.CONTACT, {"value": blocks[n].segment.text})
                out[n], labels[n] = blocks[n]._replace(witnesses=(said,)), FIELD_AFTER
    return out, labels


_REACHED = re.compile(r"\S@\S|\+?\d[\d ()/.-]{6,}|https?://|www\.")


def _is_label(block: Block) -> bool:
    line = block.line
    return not block.witnesses and not line.ended and line.length <= 200


def _row(text: str, gaps: Sequence[int]) -> str:
    """A line with commas where its wide spaces stand."""
    out = text
    for at in reversed(gaps):
        out = f"{out[:at]},{out[at:]}"
    return out
