"""Other articles on the page: what of them was taken for this one, where they stand, and who wrote them."""

from collections.abc import Sequence
from itertools import islice

from syndclean import facts
from syndclean.steps.above import SAYS_IT, article, begun_at, ended_at, is_published, telling
from syndclean.steps.context import is_complete, is_prose
from syndclean.steps.evidence import Block
from syndclean.steps.sequence import BODY, FIELDS, FURNITURE, HEADLINE_AFTER, OTHERS, TEASER


def without_others(blocks: Sequence[Block], states: list[int]) -> list[int]:
    """The states without the last lines, behind what was inserted, of which the article before says nothing."""
    first = end = ended_at(states)
    while first and states[first - 1] == BODY:
        first -= 1
    before = article(blocks[:first], states[:first])
    if sum(map(is_prose, before)) < (_PARAGRAPHS if end - first > 1 else 2 * _PARAGRAPHS):
        return states
    inserted = first
    while inserted and states[inserted - 1] != BODY:
        inserted -= 1
    if all(map(is_complete, blocks[inserted:first])):
        return states  # behind a link, a picture or an advertisement the article goes on
    if not telling(before).says_nothing_of(block.segment.text for block in blocks[first:end]):
        return states
    return [*states[:first], *map(_other, blocks[first:end]), *states[end:]]


def _other(block: Block) -> int:
    """What a line of another article is."""
    return TEASER if is_prose(block) else HEADLINE_AFTER


def without_next(blocks: Sequence[Block], states: list[int]) -> list[int]:
    """The states without another article behind this one, as a page has it that goes on for ever: below its headline it
    has a date of its own, and of what it says this one says little."""
    begun, end = begun_at(states), ended_at(states)
    own = {given for block in blocks[:begun] if is_published(block) and (given := _published(block))}
    dated = (i for i in range(begun, end) if states[i] in FIELDS and _published(blocks[i]) not in {"", *own})
    for i in islice(dated if own else (), _NEXT):
        first = i
        while first > begun and not any(one.rule.kind == "boilerplate" for one in blocks[first - 1].witnesses):
            first -= 1
        before = article(blocks[:first], states[:first])
        prose = [block for block in article(blocks[i:end], states[i:end]) if is_prose(block)]
        if min(sum(map(is_prose, before)), len(prose)) < _PARAGRAPHS:
            continue
        said = telling(before)
        if 2 * sum(said.share(block.segment.text) >= SAYS_IT for block in prose) < len(prose):
            others = (_other(b) if s == BODY else FURNITURE if s in FIELDS else s
                      for b, s in zip(blocks[first:end], states[first:end], strict=True))  # fmt: skip
            return [*states[:first], *others, *states[end:]]
    return states


_NEXT = 4  # dates that are looked at


def _published(block: Block) -> str:
    """The date behind the key of when something was published; empty where there is none."""
    given = (one.given for one in block.witnesses if one.rule.role == "publish_date")
    return next((one["published_at"] for one in given if "published_at" in one), "")


_PARAGRAPHS = 3  # of fewer nobody knows what they might say, and of one line behind them twice as many


def of_other_writers(blocks: Sequence[Block], states: Sequence[int]) -> list[int]:
    """The bylines behind headlines of other articles, where it is known who wrote this one, and that was somebody
    else."""
    others = behind_others(states)
    first = others.index(True) if True in others else len(others)
    below = [i for i in range(first, len(states)) if others[i] and _is_byline(blocks[i])]
    writers = frozenset(writers_of(blocks[:first], states[:first])) if below else frozenset()
    return [i for i in below if writers and writers.isdisjoint(writers_of(blocks[i : i + 1], states[i : i + 1]))]


def _is_byline(block: Block) -> bool:
    """Whether a line says who wrote by how it is said, and not behind a key."""
    return bool(block.witnesses) and all(witness.rule.id in _BYLINES for witness in block.witnesses)


_BYLINES = frozenset(("header/byline", "footer/byline", "header/byline-dated", "footer/byline-dated"))


def writers_of(blocks: Sequence[Block], states: Sequence[int]) -> tuple[str, ...]:
    """The names of those who wrote, as the lines about the article say."""
    around = [block.witnesses for block, state in zip(blocks, states, strict=True) if state != BODY]
    said = {one.given["authors"] for witnesses in around for one in witnesses if "authors" in one.given}
    names = (name for value in sorted(said) for name in facts.authors(value, None).authors)
    return tuple(name for name in names if " " in name or name[:1].upper() == name[:1].lower())


def behind_others(states: Sequence[int]) -> list[bool]:
    """For each line whether between the article and it stand other articles, or what announces them."""
    out: list[bool] = []
    others = False
    for state in states:
        out.append(others)
        others = state != BODY and (others or state in OTHERS)
    return out
