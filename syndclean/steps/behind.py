"""What lines behind an article are that say it only where they stand: initials, who can be reached, tags."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import islice, takewhile

from syndclean import dates, facts
from syndclean.rule import LineRule
from syndclean.rules import fields, lines, notices, phrases, wires
from syndclean.rules.keys import roles_of
from syndclean.rules.spoken import is_headed_so
from syndclean.steps.above import (
    ABOVE,
    SAYS_IT,
    STATING,
    article,
    begun_at,
    ended_at,
    is_dated,
    is_more_than_a_menu,
    is_published,
    of_every_day,
    telling,
    titles_of,
)
from syndclean.steps.context import is_complete, is_known, is_prose
from syndclean.steps.evidence import Block, Witness, barred, says
from syndclean.steps.rows import may_be_key
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
_FIELDS = frozenset((FIELD, FIELD_AFTER))
_MOST = 0.6  # of the labels below each other, for all of them to be tags
_RIGHT_BEHIND, _CLOSELY, _DISCLAIMED = 2, 8, 16  # lines behind an article
_LINES = 12  # of tags or of contacts, at most
_Said = dict[int, tuple[LineRule, Mapping[str, str]]]
# Characters of the longest label below others and in a row, and of the longest line of a contact.
_LABEL, _PIECE, _REACHED_BY = 32, 40, 80


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
    others = [TEASER if is_prose(block) else HEADLINE_AFTER for block in blocks[first:end]]
    return [*states[:first], *others, *states[end:]]


def without_next(blocks: Sequence[Block], states: list[int]) -> list[int]:
    """The states without another article behind this one, as a page has it that goes on for ever: below its headline it
    has a date of its own, and of what it says this one says little."""
    begun, end = begun_at(states), ended_at(states)
    own = {given for block in blocks[:begun] if is_published(block) and (given := _published(block))}
    dated = [i for i in range(begun, end) if states[i] in _FIELDS and _published(blocks[i])] if own else []
    for i in dated:
        first = i
        while first > begun and not any(one.rule.kind == "boilerplate" for one in blocks[first - 1].witnesses):
            first -= 1
        before = article(blocks[:first], states[:first])
        prose = [block for block in article(blocks[i:end], states[i:end]) if is_prose(block)]
        if _published(blocks[i]) in own or min(sum(map(is_prose, before)), len(prose)) < _PARAGRAPHS:
            continue
        said = telling(before)
        if 2 * sum(said.share(block.segment.text) >= SAYS_IT for block in prose) < len(prose):
            others = (TEASER if is_prose(block) else HEADLINE_AFTER for block in blocks[first:end])
            next_ = [other if state == BODY else FURNITURE if state in _FIELDS else state
                     for other, state in zip(others, states[first:end], strict=True)]  # fmt: skip
            return [*states[:first], *next_, *states[end:]]
    return states


def _published(block: Block) -> str:
    """The date behind the key of when something was published; empty where there is none."""
    given = (one.given for one in block.witnesses if one.rule.role == "publish_date")
    return next((one["published_at"] for one in given if "published_at" in one), "")


_PARAGRAPHS = 3  # of fewer nobody knows what they might say, and of one line behind them twice as many


def with_signatures(
    blocks: list[Block], states: list[int], wide: Mapping[int, Sequence[int]]
) -> tuple[list[Block], list[int]]:
    """The blocks and their states, with initials right behind the article, contacts below their key, and tags.

    `wide` has, by where lines begin, the places of their wide spaces, as `parting.wide_spaces` finds them.
    """
    if BODY not in states:
        return blocks, states
    blocks, states = list(blocks), list(states)
    of_others = _of_other_writers(blocks, states)
    for i in of_others:
        blocks[i], states[i] = blocks[i]._replace(witnesses=()), HEADLINE_AFTER
    writers = _writers(blocks, states)
    about: _Said = {}
    end = 0
    while end != ended_at(states):  # what tells of who wrote may stand above a signature, and the other way round
        for i, (rule, given) in _at_its_end(blocks, states).items():
            blocks[i], states[i] = blocks[i]._replace(witnesses=(Witness(rule, dict(given)),)), FIELD_AFTER
        end = ended_at(states)
        about |= _about(blocks, states, writers)
        for i in about:
            states[i] = FIELD_AFTER
    signed = islice(_seen(blocks, states, (notices.SIGNED, notices.INITIALS), _RIGHT_BEHIND).items(), 1)
    said = _table(blocks, states) | dict(signed)
    said |= _seen(blocks, states, (notices.DISCLAIMER, notices.OF_ITSELF, notices.LEAVE), _DISCLAIMED)
    said |= _contacts(blocks, states) | _signed_and_dated(blocks, states)
    said = _tags(blocks, states, wide, frozenset((*said, *of_others))) | said | about
    for i, (rule, given) in said.items():
        blocks[i], states[i] = blocks[i]._replace(witnesses=(Witness(rule, dict(given)),)), FIELD_AFTER
    return blocks, states


def _about(blocks: Sequence[Block], states: Sequence[int], writers: tuple[str, ...]) -> _Said:
    """The lines behind the article, or at its end, that tell of who wrote it."""
    about = _about_writers(blocks, states, writers) or _seen(blocks, states, (wires.WRITER_AND_AGENCY,), 1)
    about |= _named_again(blocks, states, writers)
    return about or ({} if writers else _name_alone(blocks, states))


def _at_its_end(blocks: Sequence[Block], states: Sequence[int]) -> _Said:
    """The last lines of an article, behind some that are about something, that speak of the article, with the label
    above them that says so, or sign it."""
    out: _Said = {}
    end = ended_at(states)
    while end and states[end - 1] == BODY:
        text = blocks[end - 1].segment.text
        rule = next((one for one in (notices.OF_ITSELF, notices.SIGNED) if one.fields(text) is not None), None)
        if rule is None:
            break
        labelled = end > 1 and states[end - 2] == BODY and rule is notices.OF_ITSELF and _is_headed_so(blocks[end - 2])
        first = end - 1 - labelled
        if sum(map(is_prose, article(blocks[:first], states[:first]))) < _TELLING:
            break
        out |= dict.fromkeys(range(first, end), (rule, {}))
        end = first
    return out


def _is_headed_so(block: Block) -> bool:
    return not block.line.ended and block.line.words <= _OF_A_FIRM and is_headed_so(block.segment.text)


def _of_other_writers(blocks: Sequence[Block], states: Sequence[int]) -> list[int]:
    """The bylines behind headlines of other articles, where it is known who wrote this one, and that was somebody
    else."""
    others = _behind_others(states)
    first = others.index(True) if True in others else len(others)
    below = [i for i in range(first, len(states)) if others[i] and _is_byline(blocks[i])]
    writers = frozenset(_writers(blocks[:first], states[:first])) if below else frozenset()
    return [i for i in below if writers and writers.isdisjoint(_writers(blocks[i : i + 1], states[i : i + 1]))]


def _is_byline(block: Block) -> bool:
    """Whether a line says who wrote by how it is said, and not behind a key."""
    return bool(block.witnesses) and all(witness.rule.id in _BYLINES for witness in block.witnesses)


_BYLINES = frozenset(("header/byline", "footer/byline", "header/byline-dated", "footer/byline-dated"))


def _about_writers(blocks: Sequence[Block], states: Sequence[int], writers: tuple[str, ...]) -> _Said:
    """The last lines of an article that tell of who wrote it, and such as stand closely behind it."""
    end = ended_at(states)
    out = _signing(blocks, states, writers)
    for i in range(end, min(end + _CLOSELY, len(states))):
        if not _is_unknown(blocks, states, i):
            continue
        tells = bool(writers) and is_prose(blocks[i]) and blocks[i].segment.text.startswith(writers)
        number = _introduces(blocks, states, i) or (_announced(*blocks[i - 1 : i + 1]) if i else 0)
        number = number or int(tells or _is_announced(blocks, i))
        out |= {n: (notices.ABOUT_WRITER, {}) for n in range(i + 1 - number, i + 1)}
    return out


def _named_again(blocks: Sequence[Block], states: Sequence[int], writers: tuple[str, ...]) -> _Said:
    """The name of who wrote on a line of its own behind the article, what announces it, and what stands right below it
    of them; not where others' articles stand before it, for below their headlines stands who wrote those."""
    out: _Said = {}
    names = {name.casefold() for name in writers}
    others = _behind_others(states) if names else []
    for i in range(ended_at(states), len(others)):
        if not (_is_unknown(blocks, states, i) and blocks[i].segment.text.casefold() in names):
            continue
        if others[i]:
            break
        first = i - 1 if states[i - 1] in _FREE and lines.of_its_writer(blocks[i - 1].line) else i
        told = [n for n in range(i + 1, min(i + 1 + _OF_A_LIFE, len(states))) if _is_unknown(blocks, states, n)]
        below = [n for n, at in enumerate(told, 1) if at == i + n and blocks[at].line.ended]
        last = i + (below[0] if below else int(told[:1] == [i + 1] and _is_label(blocks[i + 1])))
        out |= dict.fromkeys(range(first, last + 1), (notices.ABOUT_WRITER, {}))
    return out


_OF_A_LIFE = 2  # lines: what one is, and a sentence or more


def _is_unknown(blocks: Sequence[Block], states: Sequence[int], at: int) -> bool:
    return states[at] in _FREE and not blocks[at].witnesses


def _signing(blocks: Sequence[Block], states: Sequence[int], writers: tuple[str, ...]) -> _Said:
    """The last lines of an article that tell of who wrote it, down to where none does: what is left tells so, when it
    stands alone, in no line either."""
    out: _Said = {}
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
    return all(line.length <= _LABEL and not line.ended for line in above) and any(map(lines.of_its_writer, above))


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
    if above.length <= _LABEL and not above.ended and lines.announces_its_writer(above):
        return 2
    return int(last.words > _OF_A_FIRM and lines.announces_its_writer(last))


_LIVES = 3  # lines at most


def _writers(blocks: Sequence[Block], states: Sequence[int]) -> tuple[str, ...]:
    """The names of those who wrote, as the lines about the article say."""
    around = [block.witnesses for block, state in zip(blocks, states, strict=True) if state != BODY]
    said = {one.given["authors"] for witnesses in around for one in witnesses if "authors" in one.given}
    names = (name for value in sorted(said) for name in facts.authors(value, None).authors)
    return tuple(name for name in names if " " in name or name[:1].upper() == name[:1].lower())


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
    elif len(above) <= _LABEL and above.casefold().split()[-1:] == [first.casefold()]:
        number, name = 2, facts.introduced(f"{above} {rest}")
    elif len(above) <= _LABEL and notices.NAME.fields(above) is not None:
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


def _name_alone(blocks: Sequence[Block], states: Sequence[int]) -> _Said:
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


def _seen(blocks: Sequence[Block], states: Sequence[int], rules: Iterable[LineRule], reach: int) -> _Said:
    """The lines that one of the rules sees, of so many behind the article of which nobody knows what they are; none
    behind what announces others."""
    end = ended_at(states)
    out: _Said = {}
    for i in range(end, min(end + reach, len(states))):
        if says(blocks[i], "list_heading"):
            break
        if _is_unknown(blocks, states, i):
            seen = ((rule, rule.fields(blocks[i].segment.text)) for rule in rules)
            out |= islice(((i, (rule, given)) for rule, given in seen if given is not None), 1)
    return out


def _signed_and_dated(blocks: Sequence[Block], states: Sequence[int]) -> _Said:
    """The date right behind the signature of an article, where nothing says when it was published, and names between of
    whom it does not tell; alone, names and dates may be of anything."""
    end = ended_at(states)
    names: _Said = {}
    signed = False
    for i in range(end, min(end + _SIGNED, len(states))):
        text = blocks[i].segment.text
        if states[i] in _FIELDS or _is_end(blocks[i]) or notices.INITIALS.fields(text) is not None:
            signed = True
            continue
        if not signed or states[i] not in _FREE:
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


def _table(blocks: Sequence[Block], states: Sequence[int]) -> _Said:
    """Right behind the article, keys and values below each other in turns, of which two keys are known at least."""
    first = end = ended_at(states)
    while end + 1 < len(states) and BODY not in states[end : end + 2]:
        if blocks[end].witnesses or not may_be_key(blocks[end], blocks[end + 1]):
            break
        end += 2
    keyed = range(first, end, 2)
    if sum(bool(roles_of(blocks[i].segment.text)) for i in keyed) < _KNOWN:
        return {}
    out: _Said = {}
    for i in keyed:
        key, value = blocks[i].segment.text, blocks[i + 1].segment.text
        out[i] = fields.UNKNOWN, {"key": key, "value": value}
        if states[i + 1] in _FREE or not blocks[i + 1].witnesses:
            out[i + 1] = fields.UNKNOWN, {"key": "", "value": value}
    return out


_KNOWN = 2  # keys


def _contacts(blocks: Sequence[Block], states: Sequence[int]) -> _Said:
    """Below a key of contacts that stands alone, who that is, down to the last address or number."""
    out: _Said = {}
    for i in range(begun_at(states) + 1, len(blocks)):
        if states[i] == BODY or not _is_key(blocks[i], "contact"):
            continue
        run = _run(blocks, i + 1, _may_be_a_contact)
        below = run[-1] + 1 if run else len(blocks)
        on_a_field = below < len(blocks) and states[below] in _FIELDS and _is_reached(blocks[below])
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


def _run(blocks: Sequence[Block], first: int, goes_on: Callable[[Block], bool]) -> list[int]:
    """The lines from the first on, as far as each goes on."""
    out: list[int] = []
    for i in range(first, min(len(blocks), first + _LINES)):
        if not goes_on(blocks[i]):
            break
        out.append(i)
    return out


# ---- tags -----------------------------------------------------------------------------------------------------------


def _tags(
    blocks: Sequence[Block], states: Sequence[int], wide: Mapping[int, Sequence[int]], taken: frozenset[int]
) -> _Said:
    """The labels of which the article speaks, in a row on a line or below each other, and those below a key of tags."""
    begun, titles = begun_at(states), titles_of(states)
    first = titles[-1] if titles and begun - titles[-1] < ABOVE else begun
    free = [i for i in range(first + 1, len(states)) if states[i] in _FREE and i not in taken and _is_label(blocks[i])]
    rows = [i for i in free if blocks[i].segment.start in wide or _PARTED.search(blocks[i].segment.text)]
    short = [i for i in free if i > begun and _is_short_label(blocks[i])]
    below = _below_keys(blocks, states, taken) if short else []
    if not (rows or below or len(short) > 1):
        return {}
    said = telling(article(blocks, states))
    found: dict[int, str] = {}
    others = _behind_others(states)
    for i in rows:
        keyed = i > begun and _is_key(blocks[i - 1], "tags") and not others[i - 1]
        if row := _row(blocks[i], wide, said, _closely(states, i), behind=i > begun, keyed=keyed):
            found[i] = row
    known = {i for i in short if _HASH.match(blocks[i].segment.text) or said.has(blocks[i].segment.text)}
    runs = [run for run in _runs(short, known) if 1 < len(known.intersection(run)) >= _MOST * len(run)]
    runs += [run for run in below if not (others[run[0] - 1] and known.isdisjoint(run))]
    found |= {i: found.get(i, blocks[i].segment.text) for run in runs for i in run}
    read = {i: notices.TAGS.fields(row) for i, row in found.items()}
    out: _Said = {i: (notices.TAGS, given) for i, given in read.items() if given is not None}
    for i in found:
        above = i - 1
        if above > begun and above not in found and _announces(blocks, states, above, i + 1 in found):
            out[above] = notices.TAGS, {"key": blocks[above].segment.text}
    return out


_HASH = re.compile(r"[#＃]\w[\w ]{1,30}\Z")
_RANK = re.compile(r"[#＃]\d{1,2}\s")  # in a list of what is read most: #1 The harbour
_HASHES = re.compile(r"(?:[#＃]\w[\w-]{1,24}(?: [\w-]{1,24}){0,2}[\s,]{0,3}){2,12}\Z")


def _is_label(block: Block) -> bool:
    label = not (is_more_than_a_menu(block) or block.line.ended) and block.line.length <= notices.TAGS.longest
    return label and _RANK.match(block.segment.text) is None


def _row(
    block: Block, wide: Mapping[int, Sequence[int]], said: facts.Telling, closely: bool, behind: bool, keyed: bool
) -> str:
    """The labels of a row, of which the article tells one at least if it stands closely, else half, but below their key
    it need tell none; above the article there are three or more."""
    pieces = _pieces(barred(block.segment.text, wide.get(block.segment.start, ())))
    labels = 2 - behind < len(pieces) <= _LINES and max(map(len, pieces)) <= _PIECE
    sure = labels and (keyed or (behind and _HASHES.match(block.segment.text) is not None))
    told = len(pieces) if sure else sum(map(said.has, pieces)) if labels else 0
    if not told or not (closely or 2 * told >= len(pieces)) or any(map(_is_no_tag, pieces)):
        return ""
    return ", ".join(pieces)


def _is_no_tag(piece: str) -> bool:
    """Whether a piece of a row is the site's own word, or a time, as in `The Pier Post · 5 hours ago`."""
    return phrases.entry(piece) is not None or dates.is_relative_time(piece)


@lru_cache(maxsize=2048)
def _pieces(row: str) -> tuple[str, ...]:
    """The labels of a row, without the key before them and the brackets around them."""
    row = _AROUND.sub("", row.replace("\u3000", " | ")).replace("] [", ", ")
    pieces = facts.tags(row)
    return pieces[1:] if pieces and "tags" in roles_of(pieces[0]) else pieces


_PARTED = re.compile("[,;|、،؛；•·/#\u3000]|\\] \\[")
_AROUND = re.compile(r"\A\s*[\[(]|[\])]\s*\Z")


def _behind_others(states: Sequence[int]) -> list[bool]:
    """For each line whether between the article and it stand other articles, or what announces them."""
    out: list[bool] = []
    others = False
    for state in states:
        out.append(others)
        others = state != BODY and (others or state in _OTHERS)
    return out


_OTHERS = frozenset((HEADLINE, HEADLINE_AFTER, LIST, LIST_AFTER, TEASER))


def _closely(states: Sequence[int], at: int) -> bool:
    """Whether a line stands right below the article or one of its fields."""
    return states[at - 1] == BODY or states[at - 1] in _FIELDS


def _runs(free: Sequence[int], known: set[int]) -> list[list[int]]:
    """The runs of lines below each other that begin and end with one that is known."""
    out: list[list[int]] = []
    for i in free:
        if out and i == out[-1][-1] + 1:
            out[-1].append(i)
        elif i in known:
            out.append([i])
    for run in out:
        while run[-1] not in known:
            run.pop()
    return out


def _below_keys(blocks: Sequence[Block], states: Sequence[int], taken: frozenset[int]) -> list[list[int]]:
    """The runs of short labels below a key of tags that stands alone."""
    out: list[list[int]] = []
    for i in range(begun_at(states) + 1, len(blocks)):
        joined = "\n" in blocks[i].segment.text and says(blocks[i], "tags")  # the first stands in the block of its key
        if states[i] != BODY and i not in taken and (joined or _is_key(blocks[i], "tags")):
            run = [n for n in _run(blocks, i + 1, _is_short_label) if states[n] in _FREE and n not in taken]
            if run and run[-1] == i + len(run):
                out.append(run)
    return out


def _is_short_label(block: Block) -> bool:
    return _is_label(block) and block.line.length <= _LABEL and block.line.words < 4


def _announces(blocks: Sequence[Block], states: Sequence[int], at: int, several: bool) -> bool:
    """Whether a line is a key of tags, or a label right below the article and above several of them."""
    label = several and states[at] in _FREE and _closely(states, at) and _is_short_label(blocks[at])
    return label or _is_key(blocks[at], "tags")


def _is_key(block: Block, role: str) -> bool:
    """Whether a line is a known key of a role and nothing else."""
    return len(block.segment.text) < _LABEL and role in roles_of(block.segment.text)
