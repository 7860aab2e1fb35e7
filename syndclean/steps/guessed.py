"""What fields are whose keys nobody knows: dates, houses, names and labels elsewhere in a dump tell it."""

import re
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from syndclean import facts
from syndclean.rule import LineRule
from syndclean.rules import fields, notices
from syndclean.steps.above import ABOVE, CLOSELY, STATING, article, begun_at, is_published, telling, titles_of
from syndclean.steps.context import is_known
from syndclean.steps.evidence import Block, Said, Witness
from syndclean.steps.sequence import FIELD_BEFORE, FIELDS, FURNITURE_BEFORE, HEADER


def with_told(blocks: list[Block], states: list[int]) -> tuple[list[Block], list[int]]:
    """The blocks and their states, with what the rest of the dump tells of fields whose keys nobody knows, and of what
    stands below the headline."""
    own = [i for i, state in enumerate(states) if state in STATING and blocks[i].witnesses]
    said = _stamped(blocks, states, own)
    guessed = {i: pair for i in own if states[i] in FIELDS and (pair := _guessed(blocks, i)) is not None}
    if guessed:
        told: Sequence[Callable[[str], tuple[LineRule, str] | None]] = (
            _house(blocks, own), _writer(blocks, own), _tags(blocks, states)
        )  # fmt: skip
        for i, (key, value) in guessed.items():
            for tell in told:
                if (found := tell(value)) is not None:
                    said[i] = found[0], {"key": key, found[1]: value}
                    break
    houses = _houses(blocks, states, own)
    if not (said or houses):
        return blocks, states
    out, labels = list(blocks), list(states)
    for i, (rule, given) in (said | houses).items():
        out[i] = out[i]._replace(witnesses=(Witness(rule, dict(given)),))
        labels[i] = FIELD_BEFORE if i in houses else labels[i]
    return out, labels


def _houses(blocks: Sequence[Block], states: Sequence[int], own: Sequence[int]) -> Said:
    """The lines between the headline and the article that name the house, as its address or a notice does; else there
    or closely above the headline the first that is called as houses are."""
    begun, titles = begun_at(states), titles_of(states)
    first = titles[-1] + 1 if titles else 0
    behind = range(max(1, first), min(begun, first + ABOVE)) if titles else ()
    near = [i for i in behind if _may_name_a_house(blocks[i], states[i])]
    lives = [block for block in blocks if near and any(one.rule is notices.ABOUT_WRITER for one in block.witnesses)]
    tell = _house(blocks, own) if near else None
    out: Said = {}
    for i in near:
        given = notices.HOUSE.fields(blocks[i].segment.text)
        if tell is None or given is None or tell(given["source_name"]) is None:
            continue
        if not any(block.segment.text.startswith(given["source_name"]) for block in lives):  # one writer is the house
            out[i] = notices.HOUSE, given
    if out or any("source_name" in witness.given for i in own for witness in blocks[i].witnesses):
        return out
    above = range(max(0, titles[0] - CLOSELY), titles[0]) if titles else ()
    for i in (*above, *behind):
        given = notices.CALLED.fields(blocks[i].segment.text) if _may_name_a_house(blocks[i], states[i]) else None
        if given is not None:
            return {i: (notices.CALLED, given)}
    return {}


def _may_name_a_house(block: Block, state: int) -> bool:
    """Whether a line above the article may be any name: nobody knows it, or it was taken for that of who wrote."""
    taken = all(witness.rule.id in _NAMES for witness in block.witnesses)
    return taken and state in (HEADER, FURNITURE_BEFORE)


_NAMES = frozenset(("header/name", "header/writer", "header/section", "header/path"))


def _stamped(blocks: Sequence[Block], states: Sequence[int], own: Sequence[int]) -> Said:
    """The only date of a dump that a key announces, one that nobody knows, if it stands among fields that are known."""
    dated = [i for i in own if states[i] in FIELDS and _is_stamp(blocks[i])]
    if len(dated) != 1 or any(is_published(blocks[i]) for i in own):
        return {}
    at = dated[0]
    beside = any(i in (at - 1, at + 1) and states[i] in FIELDS and is_known(blocks[i]) for i in own)
    given = fields.STAMPED.fields(blocks[at].line.text) if beside else None
    return {at: (fields.STAMPED, given)} if given is not None else {}


def _is_stamp(block: Block) -> bool:
    return any(witness.rule.id == "field/dated" for witness in block.witnesses)


def _guessed(blocks: Sequence[Block], at: int) -> tuple[str, str] | None:
    """Key and value of a field of which nobody knows what it is; the key may stand on the line above."""
    if is_known(blocks[at]) or fields.role_of(blocks[at].line.text) != "field":
        return None
    given = blocks[at].witnesses[0].given
    key, value = given.get("key", ""), given.get("value", "")
    return (key, value) if value else None


def _house(blocks: Sequence[Block], own: Sequence[int]) -> Callable[[str], tuple[LineRule, str] | None]:
    """What tells whether a value is the house: the source's address or the notice of copyright names it."""
    given = [witness.given for i in own for witness in blocks[i].witnesses]
    hosts = [urlsplit(one["source_url"]).hostname or "" for one in given if "source_url" in one]
    labels = {label for host in hosts for label in host.split(".")[:-1] if len(label) >= _SHORTEST}
    notices_said = " ".join(one["copyright"] for one in given if "copyright" in one).casefold()

    def tell(value: str) -> tuple[LineRule, str] | None:
        name = _NO_LETTER.sub("", facts.folded(value))
        if len(name) < _SHORTEST or len(value.split()) > _OF_A_HOUSE:
            return None
        hosted = facts.host(value) is not None or any(name in label or label in name for label in labels)
        return (fields.HOUSE, "source_name") if hosted or facts.folded(value) in notices_said else None

    return tell


def _writer(blocks: Sequence[Block], own: Sequence[int]) -> Callable[[str], tuple[LineRule, str] | None]:
    """What tells whether a value names who signed the article elsewhere."""
    signed = [witness.given["authors"] for i in own for witness in blocks[i].witnesses if "authors" in witness.given]
    known = {name.casefold() for one in signed for name in facts.authors(one).authors}

    def tell(value: str) -> tuple[LineRule, str] | None:
        names = {name.casefold() for name in facts.authors(value).authors} if known else set()
        return (fields.WRITER, "authors") if names and names <= known else None

    return tell


def _tags(blocks: Sequence[Block], states: Sequence[int]) -> Callable[[str], tuple[LineRule, str] | None]:
    """What tells whether a value is a list of labels of which the article speaks, of half of them at least."""
    said = telling(article(blocks, states))

    def tell(value: str) -> tuple[LineRule, str] | None:
        pieces = facts.tags(value)
        labels = 1 < len(pieces) <= _MOST_TAGS and all(len(piece.split()) <= _OF_A_TAG for piece in pieces)
        return (notices.TAGS, "tags") if labels and 2 * sum(map(said.has, pieces)) >= len(pieces) else None

    return tell


_NO_LETTER = re.compile(r"[\W_]")
_SHORTEST = 4  # letters of a name
_OF_A_HOUSE, _OF_A_TAG, _MOST_TAGS = 5, 4, 12  # words, words, labels
