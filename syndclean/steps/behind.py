"""What lines are that say it only at the end of an article and behind it: who wrote, who signed, who can be reached."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice, takewhile

from syndclean import facts
from syndclean.rule import LineRule
from syndclean.rules import fields, lines, notices, wires
from syndclean.rules.keys import roles_of
from syndclean.rules.spoken import is_headed_so
from syndclean.steps.above import STATING, article, begun_at, ended_at, is_dated, of_every_day
from syndclean.steps.context import is_known, is_prose
from syndclean.steps.evidence import Block, Said, Witness, says
from syndclean.steps.others import behind_others, of_other_writers, writers_of
from syndclean.steps.rows import may_be_key
from syndclean.steps.sequence import BODY, FIELD_AFTER, FIELDS, HEADLINE_AFTER
from syndclean.steps.tags import LABEL, UNNAMED, is_key, is_label, run_from, tags

_RIGHT_BEHIND, _CLOSELY, _DISCLAIMED = 2, 8, 16  # lines behind an article
_REACHED_BY = 80  # characters of the longest line of a contact


def with_signatures(
    blocks: list[Block], states: list[int], wide: Mapping[int, Sequence[int]]
) -> tuple[list[Block], list[int]]:
    """The blocks and their states, with the article ended, initials behind it, contacts below their key, and tags.

    `wide` has, by where lines begin, the places of their wide spaces, as `parting.wide_spaces` finds them.
    """
    if BODY not in states:
        return blocks, states
    blocks, states = list(blocks), list(states)
    of_others = of_other_writers(blocks, states)
    for i in of_others:
        blocks[i], states[i] = blocks[i]._replace(witnesses=()), HEADLINE_AFTER
    writers = writers_of(blocks, states)
    blocks, states, about = _ended(blocks, states, writers)
    signed = islice(_seen(blocks, states, (notices.SIGNED, notices.INITIALS), _RIGHT_BEHIND).items(), 1)
    said = _table(blocks, states) | dict(signed)
    said |= _seen(blocks, states, (notices.DISCLAIMER, notices.OF_ITSELF, notices.LEAVE), _DISCLAIMED)
    said |= _contacts(blocks, states) | _signed_and_dated(blocks, states)
    said = tags(blocks, states, wide, frozenset((*said, *of_others))) | said | about
    for i, (rule, given) in said.items():
        blocks[i], states[i] = blocks[i]._replace(witnesses=(Witness(rule, dict(given)),)), FIELD_AFTER
    return blocks, states


def _ended(
    blocks: list[Block], states: list[int], writers: tuple[str, ...]
) -> tuple[list[Block], list[int], Said]:
    """The blocks and their states, with the article ended where it does, and what tells of who wrote it: that may stand
    above a signature, and the other way round. Where they go on for ever, they are none."""
    out, labels = list(blocks), list(states)
    about: Said = {}
    for _ in range(_ROUNDS):
        for i, (rule, given) in _at_its_end(out, labels).items():
            out[i], labels[i] = out[i]._replace(witnesses=(Witness(rule, dict(given)),)), FIELD_AFTER
        end = ended_at(labels)
        about |= _about(out, labels, writers)
        for i in about:
            labels[i] = FIELD_AFTER
        if end == ended_at(labels):
            return out, labels, about
    return blocks, states, {}


_ROUNDS = 8


def _about(blocks: Sequence[Block], states: Sequence[int], writers: tuple[str, ...]) -> Said:
    """The lines behind the article, or at its end, that tell of who wrote it."""
    about = _about_writers(blocks, states, writers) or _seen(blocks, states, (wires.WRITER_AND_AGENCY,), 1)
    about |= _named_again(blocks, states, writers)
    return about or ({} if writers else _name_alone(blocks, states))


def _at_its_end(blocks: Sequence[Block], states: Sequence[int]) -> Said:
    """The last lines of an article, behind some that are about something, that speak of the article, with the label
    above them that says so, or sign it."""
    found: list[tuple[range, LineRule]] = []
    end = ended_at(states)
    while end and states[end - 1] == BODY:
        text = blocks[end - 1].segment.text
        rule = next((one for one in (notices.OF_ITSELF, notices.SIGNED) if one.fields(text) is not None), None)
        if rule is None:
            break
        labelled = end > 1 and states[end - 2] == BODY and rule is notices.OF_ITSELF and _is_headed_so(blocks[end - 2])
        found.append((range(end - 1 - labelled, end), rule))
        end -= 1 + labelled
    prose = [i for i, block in enumerate(blocks) if states[i] == BODY and is_prose(block)] if found else []
    own = (one for one in found if bisect_left(prose, one[0].start) >= _TELLING)
    return {i: (rule, {}) for places, rule in own for i in places}


def _is_headed_so(block: Block) -> bool:
    return not block.line.ended and block.line.words <= _OF_A_FIRM and is_headed_so(block.segment.text)


def _about_writers(blocks: Sequence[Block], states: Sequence[int], writers: tuple[str, ...]) -> Said:
    """The last lines of an article that tell of who wrote it, and such as stand closely behind it."""
    end = ended_at(states)
    out = _signing(blocks, states, writers)
    for i in range(end, min(end + _CLOSELY, len(states))):
        if not _is_unknown(blocks, states, i):
            continue
        tells = bool(writers) and is_prose(blocks[i]) and blocks[i].segment.text.startswith(writers)
        number = _introduces(blocks, states, i) or _announced(*blocks[i - 1 : i + 1])
        number = number or int(tells or _is_announced(blocks, i))
        out |= {n: (notices.ABOUT_WRITER, {}) for n in range(i + 1 - number, i + 1)}
    return out


def _named_again(blocks: Sequence[Block], states: Sequence[int], writers: tuple[str, ...]) -> Said:
    """The name of who wrote on a line of its own behind the article, what announces it, and what stands right below it
    of them; not where others' articles stand before it, for below their headlines stands who wrote those."""
    out: Said = {}
    names = {name.casefold() for name in writers}
    others = behind_others(states) if names else []
    for i in range(ended_at(states), len(others)):
        if not (_is_unknown(blocks, states, i) and blocks[i].segment.text.casefold() in names):
            continue
        if others[i]:
            break
        first = i - 1 if states[i - 1] in UNNAMED and lines.of_its_writer(blocks[i - 1].line) else i
        told = [n for n in range(i + 1, min(i + 1 + _OF_A_LIFE, len(states))) if _is_unknown(blocks, states, n)]
        below = [n for n, at in enumerate(told, 1) if at == i + n and blocks[at].line.ended]
        last = i + (below[0] if below else int(told[:1] == [i + 1] and is_label(blocks[i + 1])))
        out |= dict.fromkeys(range(first, last + 1), (notices.ABOUT_WRITER, {}))
    return out


_OF_A_LIFE = 2  # lines: what one is, and a sentence or more


def _is_unknown(blocks: Sequence[Block], states: Sequence[int], at: int) -> bool:
    return states[at] in UNNAMED and not blocks[at].witnesses


def _signing(blocks: Sequence[Block], states: Sequence[int], writers: tuple[str, ...]) -> Said:
    """The last lines of an article that tell of who wrote it, down to where none does: what is left tells so, when it
    stands alone, in no line either."""
    out: Said = {}
    end = ended_at(states)
    while end > 1 and states[end - 1] == BODY:
        begin = _life(blocks, states, end, writers)
        given = wires.WRITER_AND_AGENCY.fields(blocks[end - 1].segment.text) if begin == end else None
        if given is not None and any(map(is_prose, article(blocks[: end - 1], states[: end - 1]))):
            begin = end - 1
        if begin == end:
            break
        said = (wires.WRITER_AND_AGENCY, given) if given is not None else (notices.ABOUT_WRITER, {})
        out |= dict.fromkeys(range(begin, end), said)
        end = begin
    return out


def _is_announced(blocks: Sequence[Block], at: int) -> bool:
    """Whether right above a line, or above the short one there, a label announces who wrote."""
    above = [block.line for block in blocks[max(0, at - 2) : at]]
    return all(line.length <= LABEL and not line.ended for line in above) and any(map(lines.of_its_writer, above))


def _life(blocks: Sequence[Block], states: Sequence[int], end: int, writers: tuple[str, ...]) -> int:
    """Where the lines begin at the `end` of an article that tell of who wrote it, some of whom are known; `end` where
    there are none."""
    own = [*takewhile(lambda i: states[i] == BODY, range(end - 1, max(0, end - 1 - _LIVES), -1))]
    if states[:end].count(BODY) <= _LIVES:
        writers = ()
    elif announced := _announced(*blocks[end - 2 : end]):
        return end - announced
    if writers and is_prose(blocks[end - 1]) and lines.of_its_writer(blocks[end - 1].line):
        return end - 1
    known = [i for i in own if writers and is_prose(blocks[i]) and blocks[i].segment.text.startswith(writers)]
    return min([*known, end - _introduces(blocks, states, end - 1)])


def _announced(label: Block, block: Block) -> int:
    """How many of the last two lines a label announces as those about who wrote: a sentence below it, or behind it."""
    above, last = label.line, block.line
    if not last.ended:
        return 0
    if above.length <= LABEL and not above.ended and lines.announces_its_writer(above):
        return 2
    return int(last.words > _OF_A_FIRM and lines.announces_its_writer(last))


_LIVES = 3  # lines at most


def _introduces(blocks: Sequence[Block], states: Sequence[int], at: int) -> int:
    """How many lines down to this one introduce somebody who writes and of whom the article does not tell: a
    paragraph, and the one above it if the name stands there. Who is known to have written does not count, for the
    article has to end there when it stands alone too."""
    if at < 1:
        return 0
    above, text = blocks[at - 1].segment.text, blocks[at].segment.text
    first, _, rest = text.partition(" ")
    if notices.ABOUT_WRITER.fields(text) is not None:
        number, name = 1, facts.introduced(text.lstrip(notices.BEFORE_A_NAME)) or facts.scholar(text)
    elif len(above) <= LABEL and above.casefold().split()[-1:] == [first.casefold()]:
        number, name = 2, facts.introduced(f"{above} {rest}")
    elif len(above) <= LABEL and notices.NAME.fields(above) is not None:
        number, name = 2, facts.introduced(f"{above} {text}")  # Jo Lind / Is a reporter
    else:
        return 0
    before = article(blocks[: at + 1 - number], states[: at + 1 - number])
    told = name is None or _tells_of(name, before)
    return 0 if told or sum(map(is_prose, before)) < _TELLING else number


def _tells_of(name: str, blocks: Iterable[Block]) -> bool:
    """Whether one of the lines says the last word of a name, by which people are called."""
    last = name.split()[-1]
    return any(last in block.segment.text for block in blocks)


def _name_alone(blocks: Sequence[Block], states: Sequence[int]) -> Said:
    """A name right behind the article, of which that does not tell, and below which is something that a rule knows or
    nothing."""
    at = ended_at(states)
    if at in (0, len(states)) or not _is_unknown(blocks, states, at):
        return {}
    given = notices.NAME.fields(blocks[at].segment.text)
    if given is None or not (at + 1 == len(states) or is_known(blocks[at + 1])):
        return {}
    told, name = article(blocks, states), given["authors"]
    everyday = not of_every_day(told[0].segment.text).isdisjoint(facts.letters(name.lower()))
    if everyday or _tells_of(name, told):
        return {}
    return {at: (notices.NAME_BEHIND, given)}


_TELLING = 2  # paragraphs


def _seen(blocks: Sequence[Block], states: Sequence[int], rules: Sequence[LineRule], reach: int) -> Said:
    """The lines that one of the rules sees, of so many behind the article of which nobody knows what they are; none
    behind what announces others."""
    end = ended_at(states)
    out: Said = {}
    for i in range(end, min(end + reach, len(states))):
        if says(blocks[i], "list_heading"):
            break
        if _is_unknown(blocks, states, i):
            seen = ((rule, rule.fields(blocks[i].segment.text)) for rule in rules)
            found = next(((rule, given) for rule, given in seen if given is not None), None)
            if found is not None:
                out[i] = found
    return out


def _signed_and_dated(blocks: Sequence[Block], states: Sequence[int]) -> Said:
    """The date right behind the signature of an article, where nothing says when it was published, and names between of
    whom it does not tell; alone, names and dates may be of anything."""
    end = ended_at(states)
    names: Said = {}
    signed = False
    for i in range(end, min(end + _SIGNED, len(states))):
        text = blocks[i].segment.text
        if states[i] in FIELDS or _is_end(blocks[i]) or notices.INITIALS.fields(text) is not None:
            signed = True
            continue
        if not signed or states[i] not in UNNAMED:
            break
        given = notices.DATED_BEHIND.fields(text) if is_dated(blocks[i]) else None
        if given is not None:
            return {} if _is_published(blocks, states) else names | {i: (notices.DATED_BEHIND, given)}
        named = None if blocks[i].witnesses else notices.NAME.fields(text)
        if named is None or _tells_of(text, article(blocks, states)):
            break
        names[i] = notices.NAME_BEHIND, named
    return {}


def _is_end(block: Block) -> bool:
    return any(witness.rule.id in _ENDS for witness in block.witnesses)


_ENDS = frozenset(("wire/end-of", "wire/end-mark"))


def _is_published(blocks: Sequence[Block], states: Sequence[int]) -> bool:
    """Whether a field or a line above the article says when it was published."""
    stated = (block.witnesses for block, state in zip(blocks, states, strict=True) if state in STATING)
    return any("published_at" in one.given for witnesses in stated for one in witnesses)


_SIGNED = 6  # lines


def _table(blocks: Sequence[Block], states: Sequence[int]) -> Said:
    """Right behind the article, keys and values below each other in turns, of which two keys are known at least."""
    first = end = ended_at(states)
    while end + 1 < len(states) and BODY not in states[end : end + 2]:
        if blocks[end].witnesses or not may_be_key(blocks[end], blocks[end + 1]):
            break
        end += 2
    keyed = range(first, end, 2)
    if sum(bool(roles_of(blocks[i].segment.text)) for i in keyed) < _KNOWN:
        return {}
    out: Said = {}
    for i in keyed:
        key, value = blocks[i].segment.text, blocks[i + 1].segment.text
        out[i] = fields.UNKNOWN, {"key": key, "value": value}
        if states[i + 1] in UNNAMED or not blocks[i + 1].witnesses:
            out[i + 1] = fields.UNKNOWN, {"key": "", "value": value}
    return out


_KNOWN = 2  # keys


def _contacts(blocks: Sequence[Block], states: Sequence[int]) -> Said:
    """Below a key of contacts that stands alone, who that is, down to the last address or number."""
    out: Said = {}
    for i in range(begun_at(states) + 1, len(blocks)):
        if states[i] == BODY or not is_key(blocks[i], "contact"):
            continue
        run = run_from(blocks, i + 1, _may_be_a_contact)
        below = run[-1] + 1 if run else len(blocks)
        on_a_field = below < len(blocks) and states[below] in FIELDS and _is_reached(blocks[below])
        while run and not (on_a_field or _is_reached(blocks[run[-1]])):
            run.pop()
        for n in [i, *run] if run else ():
            if states[n] != BODY and not says(blocks[n], "contact"):
                out[n] = notices.CONTACT, {"value": blocks[n].segment.text}
    return out


def _is_reached(block: Block) -> bool:
    """Whether an address or a number stands on a line, at which somebody is reached."""
    return _REACHED.search(block.segment.text) is not None


def _may_be_a_contact(block: Block) -> bool:
    line = block.line
    sentence = line.ended and line.words > _OF_A_FIRM  # Pier Works, S.L.
    return says(block, "contact") or not (line.length >= _REACHED_BY or sentence or is_known(block))


_OF_A_FIRM = 5  # words
_REACHED = re.compile(r"\S@\S|\+?\d[\d ()/.-]{6,}|https?://|www\.")
