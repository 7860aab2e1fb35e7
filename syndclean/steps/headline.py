"""Which line above the article is its headline, and what the lines around that are: a section, a date, who wrote."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from syndclean import facts
from syndclean.rules import lines, notices, words
from syndclean.steps.context import credits, is_known, is_prose, may_be_headline, reads_like_a_headline, said_again
from syndclean.steps.evidence import Block, Witness, states_of
from syndclean.steps.sequence import (
    BODY,
    FIELD,
    FIELD_BEFORE,
    FURNITURE,
    FURNITURE_BEFORE,
    HEADER,
    INSERT,
    SUMMARY,
    TITLE,
)  # fmt: skip


def around(blocks: list[Block], states: list[int]) -> tuple[list[Block], list[int]]:
    """The blocks and their states, as decided over all lines, with the headline found and what belongs to it named."""
    states = _told(blocks, _headed(blocks, _begun_later(blocks, states)))
    blocks, states = _with_date(blocks, states)
    blocks, states = _named(*_sectioned(blocks, _dated(blocks, states)))
    return blocks, _without_lives(blocks, _decked(blocks, states))


def _begun(states: Sequence[int]) -> int:
    """The block with which the article begins."""
    return states.index(BODY) if BODY in states else 0


def _begun_later(blocks: Sequence[Block], states: list[int]) -> list[int]:
    """A sentence or two below the headline, and above who wrote and when, are what the article is about: it begins
    behind these."""
    begun = _begun(states)
    deck = begun
    while deck < len(states) and states[deck] == BODY:
        deck += 1
    end = states.index(BODY, deck) if BODY in states[deck:] else deck
    if not (begun and deck - begun <= _DECKS and 0 < end - deck <= _BELOW_A_DECK and states[end:].count(BODY) > 1):
        return states
    if not all(is_prose(block) and block.line.length < _LONG_DECK for block in blocks[begun:deck]):
        return states
    between = blocks[deck:end]
    if any(reads_like_a_headline(block) and not _ends_with_credit(block.line) for block in between):
        return states
    if not any(_is_dated(block) or _is_signed(block) or _may_be(block, HEADER) for block in between):
        return states
    signs = [HEADER if _may_be(b, HEADER) else FIELD_BEFORE if _may_be(b, FIELD_BEFORE) else FURNITURE_BEFORE for b in between]
    return [*states[:begun], *[SUMMARY] * (deck - begun), *signs, *states[end:]]


_DECKS, _BELOW_A_DECK, _LONG_DECK = 2, 8, 400  # lines, lines, characters


def _titles(states: Sequence[int]) -> list[int]:
    """The blocks that are titles before the article."""
    return [i for i, state in enumerate(states[: _begun(states)]) if state == TITLE]


def _headed(blocks: Sequence[Block], states: list[int]) -> list[int]:
    """The states with the headline found: the one that the title of a page tells, else the one that a byline, a date or
    a dateline below it does."""
    begun = _begun(states)
    if begun >= _ABOVE and may_be_headline(blocks[0].line):
        states = _titled(blocks, states, begun)
    titles = _titles(states)
    if begun and all(_PARTED_SECTION.search(blocks[i].segment.text) for i in titles):
        states = _signed(blocks, states, begun)
    elif (titles == [0] and _heads_a_menu(blocks, begun)) or (titles == [begun - 1] and _is_a_label(blocks[begun - 1])):
        other = _signed(blocks, [FURNITURE_BEFORE if state == TITLE else state for state in states], begun)
        states = other if _titles(other) else states
    return _raised(blocks, states)


def _told(blocks: Sequence[Block], states: list[int]) -> list[int]:
    """The states with the headline where the article says the same, if what was taken for it says something else."""
    begun = _begun(states)
    free = [i for i in range(begun) if states[i] in _MAY_BE_HEADLINE and _may_tell(blocks, i)]
    if not free or said_again(blocks):
        return states
    telling = facts.Telling(block.segment.text for block, state in zip(blocks, states, strict=True) if state == BODY)
    share = {i: telling.share(blocks[i].line.text) for i in free}
    says = [i for i in free if share[i] >= _SAYS_IT]
    titles = _titles(states)
    known = [i for i in titles if i in says]
    if not says or (begun >= _ABOVE and (known or titles[:1] == [0])):
        return states
    at = next((i for i in says if _reads_in_full(blocks, i)), says[0])
    now = (known or titles[-1:] or [begun])[0]
    if now <= at and (share.get(now, 0.0) >= _HALF_SAYS or (now == at - 1 and _reads_in_full(blocks, now))):
        at = now
    out = list(states)
    for i in titles:
        if i < at and _is_section(blocks[i]):
            continue
        deck = i > at and (is_prose(blocks[i]) or reads_like_a_headline(blocks[i])) and (i in says or i == at + 1)
        out[i] = SUMMARY if deck else FURNITURE_BEFORE
    out[at] = TITLE
    return out


def _is_section(block: Block) -> bool:
    return block.line.length <= _SECTION and notices.SECTION.fields(block.segment.text) is not None


def _may_tell(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line above the article may be its headline by its look: no item, no path of sections, no caption."""
    block = blocks[at]
    line = block.line
    if is_known(block) or line.bullet or line.mark in lines.LEADS_ON or not may_be_headline(line):
        return False
    return not (_PATH.search(line.rest) or lines.credited(line) or _ends_with_credit(line))


def _ends_with_credit(line: lines.Line) -> bool:
    keyed = _KEYED.search(line.rest)
    return keyed is not None and lines.of_a_picture(keyed[1])


def _reads_in_full(blocks: Sequence[Block], at: int) -> bool:
    line = blocks[at].line
    return line.length >= 25 and line.words > 3 and not line.rest.endswith((")", "）")) and not credits(blocks[at + 1])


_PATH = re.compile(r"\s[/>›»|•·]\s|[>›»]")
_KEYED = re.compile(r"([^\W\d_]{2,14})[:：]\s[^:]{2,40}$")
_MAY_BE_HEADLINE = frozenset((TITLE, SUMMARY, HEADER, FIELD_BEFORE, FURNITURE_BEFORE))
_SAYS_IT, _HALF_SAYS = 0.25, 0.17


def _is_a_label(block: Block) -> bool:
    """Whether a line right above the article, which may be its headline, does not read like one."""
    return not reads_like_a_headline(block) and not _is_terse(block)


def _raised(blocks: Sequence[Block], states: list[int], again: bool = True) -> list[int]:
    """The states with the headline one line higher, where what was taken for it says more, or who wrote."""
    titles = _titles(states)
    at = titles[0] if len(titles) == 1 else 0
    if not at or not _is_free(states[at - 1], blocks[at - 1]):
        return states
    above, own = blocks[at - 1], blocks[at]
    named = _names(own.line) < above.line.small and _is_terse(above)
    if not named and not (reads_like_a_headline(above) and own.line.length > above.line.length):
        return states
    said = SUMMARY if own.line.length > _DECK and not named else FURNITURE_BEFORE
    raised = [*states[: at - 1], TITLE, said, *states[at + 1 :]]
    return _raised(blocks, raised, again=False) if named and again else raised


def _names(line: lines.Line) -> float:
    """How many of the words of a line are in small letters, if so few that it names somebody; else all of them."""
    begun = line.rest.split(None, 2)[:2]
    most = _BEGINS_NAMED if len(begun) == 2 and all(word[:1].isupper() for word in begun) else _NAMED
    return line.small if line.small <= most else 1.0


_NAMED, _BEGINS_NAMED = 0.4, 0.5  # of the words of a line; where it begins with two that have capitals


def _heads_a_menu(blocks: Sequence[Block], begun: int) -> bool:
    """Whether the first line is a label above others, as those are with which the menu of a page begins."""
    first, *below = (block.line for block in blocks[:_MENU])
    if begun <= _MENU or first.length >= _A_LABEL or not _labels(below[0]):
        return False
    return _labels(below[1]) or (_labels(first) and reads_like_a_headline(blocks[_MENU - 1]))


def _labels(line: lines.Line) -> bool:
    return line.length < _A_LABEL and line.words < 4 and not line.ended


_MENU, _A_LABEL = 3, 30  # lines, and characters of the longest


def _titled(blocks: Sequence[Block], states: list[int], begun: int) -> list[int]:
    """The headline of a page is what says its title again or, if nothing does, what says it in the nearest words; what
    else is short before the article is none."""
    title = facts.PageTitle(blocks[0].line.text)
    out = list(states)
    free = [i for i in range(1, begun) if states[i] == TITLE or (states[i] in _FREE and not blocks[i].witnesses)]
    again = [i for i in free if states[i] == TITLE and title.has(blocks[i].line.text)]
    if not again:
        near = [(title.nearness(blocks[i].line.text), i) for i in free if may_be_headline(blocks[i].line)]
        nearness, i = max(near, default=(0.0, 0))
        if nearness:
            again, out[i] = [i], TITLE
    if again:
        out[0] = TITLE
        for i in free:
            if i == again[-1] + 1 or (out[i] == TITLE and i not in again):
                out[i] = SUMMARY if i > again[-1] and blocks[i].line.length > _DECK else FURNITURE_BEFORE
    return out


def _signed(blocks: Sequence[Block], states: list[int], begun: int) -> list[int]:
    """Where no line was taken for the title, that is the last one above a byline or a date that reads like one."""
    dated = facts.dateline(blocks[begun].segment.text) is not None
    for i in range(begun - 1, -1, -1):
        if _is_free(states[i], blocks[i]) and reads_like_a_headline(blocks[i]):
            below = _closely_below(blocks, i, begun)
            signed = (dated and i == begun - 1) or _is_named(blocks, i, begun) or any(
                states[n] == HEADER or _is_dated(blocks[n]) or _is_signed(blocks[n]) for n in below
            )
            return [*states[:i], TITLE, *states[i + 1 :]] if signed else _below_a_date(blocks, states, i)
    return _tersely(blocks, states, begun)


def _closely_below(blocks: Sequence[Block], at: int, begun: int) -> list[int]:
    """The next lines below one, up to the article; sentences and names, as a deck and a byline are, not counted."""
    out: list[int] = []
    other = 0
    for i in range(at + 1, begun):
        other += not (is_prose(blocks[i]) or _name(blocks[i]))
        if other > _CLOSELY:
            break
        out.append(i)
    return out


def _below_a_date(blocks: Sequence[Block], states: list[int], last: int) -> list[int]:
    """A headline may also stand right below its date or who wrote, with others that say more below it, up to `last`;
    but not where another stands above them."""
    first = last
    while first and last - first < _CLOSELY and _is_free(states[first - 1], blocks[first - 1]):
        if not reads_like_a_headline(blocks[first - 1]):
            return states
        first -= 1
    above = blocks[first - 1]
    signed = first > 0 and states[first - 1] == HEADER and (_is_dated(above) or _is_signed(above))
    if any(_is_free(states[n], blocks[n]) and reads_like_a_headline(blocks[n]) for n in range(first - 1)):
        return states
    return [*states[:first], TITLE, *states[first + 1 :]] if signed else states


def _is_free(state: int, block: Block) -> bool:
    """Whether a line above the article may be its headline: furniture, or a field whose key nobody knows."""
    return state == FURNITURE_BEFORE or (state == FIELD_BEFORE and not is_known(block))


def _is_named(blocks: Sequence[Block], at: int, begun: int) -> bool:
    """Whether between a line and the article stands a name and nothing else."""
    return at == begun - 2 and _name(blocks[at + 1]) is not None


def _tersely(blocks: Sequence[Block], states: list[int], begun: int) -> list[int]:
    """A headline of few words stands right above who wrote or when, and between that and the article nothing else."""
    signs = begun
    while signs and (states[signs - 1] == HEADER or _signs(blocks[signs - 1])):
        signs -= 1
    if 0 < signs < begun and _is_free(states[signs - 1], blocks[signs - 1]) and _is_terse(blocks[signs - 1]):
        return [*states[: signs - 1], TITLE, *states[signs:]]
    return states


def _signs(block: Block) -> bool:
    return _is_dated(block) or _is_signed(block) or _name(block) is not None


def _is_terse(block: Block) -> bool:
    """Whether a line may be a headline of few words, rather than a label: not each of them has a capital."""
    line = block.line
    small = line.small > 0 or line.rest[:1].upper() == line.rest[:1].lower()
    label = is_known(block) or line.bullet or line.mark in lines.LEADS_ON or line.rest.endswith((")", "）"))
    return may_be_headline(line) and small and not label


_PARTED_SECTION = re.compile(r"\A[^/>›»]{1,30} ?[/>›»] ?[^/>›»]{1,30}\Z")
_SECTION = 60  # characters of the longest label
_DECK = 60  # characters of the line below a headline that says more


def _is_signed(block: Block) -> bool:
    return any(witness.rule.role == "author" for witness in block.witnesses)


def _with_date(blocks: list[Block], states: list[int]) -> tuple[list[Block], list[int]]:
    """Where nothing between the headline and the article or closely above is a date, one among a few words is seen,
    also where it was taken for another title."""
    begun = _begun(states)
    titles = _titles(states)
    near = [*range(titles[-1] + 1, begun)] if titles else []
    if len(titles) > 1:
        near += [i for i in range(max(1, titles[1] - _CLOSELY), titles[-1] + 1) if i != titles[0]]
    if any(_is_dated(blocks[i]) for i in near):
        return blocks, states
    for i in near:
        if states[i] in (FURNITURE_BEFORE, TITLE) and not blocks[i].witnesses and blocks[i].line.digits:
            given = notices.DATED.fields(blocks[i].segment.text)
            if given and not notices.NAME.fields(blocks[i].segment.text):  # that is read with its date
                dated = blocks[i]._replace(witnesses=(Witness(notices.DATED, given),))
                return [*blocks[:i], dated, *blocks[i + 1 :]], [*states[:i], FURNITURE_BEFORE, *states[i + 1 :]]
    return blocks, states


def _dated(blocks: Sequence[Block], states: list[int]) -> list[int]:
    """Between the headline and the article, among whatever else, a date or a byline is the article's, and where no date
    stands there, one that stands closely above the headline; other dates above it are the site's."""
    begun = _begun(states)
    titles = _titles(states)
    if not titles:
        return states
    out = list(states)
    for i in range(titles[-1] + 1, begun):
        if out[i] == FURNITURE_BEFORE and _may_be(blocks[i], HEADER):
            out[i] = HEADER
    low = titles[-1]
    if len(titles) > 1 and not any(map(_is_dated, blocks[low + 1 : begun])):
        low = max(1, titles[1] - _CLOSELY)
        for i in range(low, titles[-1]):
            if out[i] == FURNITURE_BEFORE and _is_dated(blocks[i]) and _may_be(blocks[i], HEADER):
                out[i] = HEADER
    again = titles[-1] in said_again(blocks)
    published = any(map(_is_published, blocks[titles[-1] + 1 : begun]))
    for i in range(int(again), low):
        the_sites = again or (published and _is_dated(blocks[i]))
        if the_sites and out[i] == HEADER and _may_be(blocks[i], FURNITURE_BEFORE):
            out[i] = FURNITURE_BEFORE
    return out


_CLOSELY = 3  # lines


def _decked(blocks: Sequence[Block], states: list[int]) -> list[int]:
    """Right below the headline, a sentence, or a line that reads like another headline above who wrote or when, says
    what the article is about."""
    begun, titles = _begun(states), _titles(states)
    at = next(reversed(titles), -2) + 1
    if at and 0 < begun - at < _ABOVE:
        return _decked_by_what_it_tells(blocks, states, at, begun)
    if not 0 < at < begun - 1 or states[at] != FURNITURE_BEFORE or blocks[at].witnesses:
        return states
    below = at + 1
    signed = states[below] in (HEADER, FIELD_BEFORE) or _signs(blocks[below])
    said = is_prose(blocks[at]) or (signed and reads_like_a_headline(blocks[at]))
    if not said or credits(blocks[below]):
        return states
    return [*states[:at], SUMMARY, *states[below:]]


def _decked_by_what_it_tells(blocks: Sequence[Block], states: list[int], first: int, begun: int) -> list[int]:
    telling = facts.Telling(block.segment.text for block, state in zip(blocks, states, strict=True) if state == BODY)
    for i in range(first, begun):
        block = blocks[i]
        if states[i] != FURNITURE_BEFORE or block.witnesses or _ends_with_credit(block.line):
            continue
        says = (is_prose(block) or reads_like_a_headline(block)) and block.line.rest[:1] not in '[【('
        tells = telling.share(block.line.text) >= _SAYS_IT
        signed = i + 1 < begun and (states[i + 1] in (HEADER, FIELD_BEFORE) or _signs(blocks[i + 1]))
        if says and (tells or (i == first and (is_prose(block) or signed))) and not credits(blocks[i + 1]):
            return [*states[:i], SUMMARY, *states[i + 1 :]]
    return states


def _sectioned(blocks: list[Block], states: list[int]) -> tuple[list[Block], list[int]]:
    """A label above the headline, once or twice, says in which section it stands; so does one that begins the dump."""
    out, labels = list(blocks), list(states)
    titles = _titles(states)
    if titles[:1] == [1] and states[0] == FURNITURE_BEFORE and not blocks[0].witnesses and _labels(blocks[0].line):
        titles = [0, *titles]
    for i, below in pairwise(titles):
        given = notices.SECTION.fields(blocks[i].segment.text)
        again = below != titles[-1] and blocks[below].segment.text == blocks[i].segment.text
        if given is None or blocks[i].line.length > _SECTION or not (again or reads_like_a_headline(blocks[below])):
            break
        out[i], labels[i] = blocks[i]._replace(witnesses=(Witness(notices.SECTION, given),)), HEADER
    return out, labels


def _named(blocks: list[Block], states: list[int]) -> tuple[list[Block], list[int]]:
    """A name below a lead that stands alone is the author's; above the article, so is one with or beside a date, above
    what its bearer is, or of whom that is told behind the article. What the page begins with once more is its site."""
    begun = _begun(states)
    free = (i for i in range(1, begun) if blocks[i].segment.text != blocks[0].segment.text)
    names = {i: given for i in free if (given := _name(blocks[i]))}
    titles = [i for i in _titles(states) if i not in names]
    headline = titles[-1] if titles else begun - _ABOVE
    below = {i: given for i, given in names.items() if i >= headline}
    known = {name for block in blocks[begun:] for name in facts.told_of(block.segment.text)} if below else set()
    alone = begun - 1 if titles and titles[-1] == begun - 2 and not _is_a_subject(blocks, begun - 1) else 0
    said = {
        i: given for i, given in below.items()
        if given["authors"] in known or _says_who(given, blocks, i) or i == alone
    }  # fmt: skip
    said |= _writers_below(blocks, titles[-1], begun) if titles and titles[-1] < begun else {}
    above = said | _led(blocks, range(1, begun))
    behind = _led(blocks, (i for i in range(begun or 1, len(blocks)) if states[i] != BODY and not blocks[i].witnesses))
    out, labels = list(blocks), list(states)
    for rule, state, authors in ((notices.NAME, HEADER, above), (notices.NAME_BEHIND, FIELD, behind)):
        for i, given in authors.items():
            if states[i] in _FREE or (titles and states[i] in (TITLE, SUMMARY)):
                out[i], labels[i] = blocks[i]._replace(witnesses=(Witness(rule, given),)), state
    return out, labels


def _without_lives(blocks: Sequence[Block], states: list[int]) -> list[int]:
    """The states without what is told at the end of an article of those who wrote it."""
    article = [i for i, state in enumerate(states) if state == BODY]
    writers = _writers(blocks, states) if len(article) > _LIVES else ()
    for i in article[-_LIVES:]:
        told = i == article[-1] and lines.of_its_writer(blocks[i].line)
        if writers and is_prose(blocks[i]) and (told or blocks[i].segment.text.startswith(writers)):
            return [FURNITURE if state == BODY and n >= i else state for n, state in enumerate(states)]
    return states


_LIVES = 3  # lines at most


def _writers(blocks: Sequence[Block], states: Sequence[int]) -> tuple[str, ...]:
    """The names of those who wrote, as the lines about the article say."""
    around = [block.witnesses for block, state in zip(blocks, states, strict=True) if state != BODY]
    said = {one.given["authors"] for witnesses in around for one in witnesses if "authors" in one.given}
    names = (name for value in sorted(said) for name in facts.authors(value, None).authors)
    return tuple(name for name in names if " " in name or name[:1].upper() == name[:1].lower())


def _led(blocks: Sequence[Block], lines: Iterable[int]) -> dict[int, dict[str, str]]:
    """The names on `lines` that stand below a lead that stands alone, or below another such name."""
    led: dict[int, dict[str, str]] = {}
    for i in lines:
        if (i - 1 in led or facts.is_lead(blocks[i - 1].segment.text)) and (given := _name(blocks[i])):
            led[i] = given
    return led


def _name(block: Block) -> dict[str, str] | None:
    """The name, perhaps with its date, that a line is which no rule knows: a phrase is no name."""
    line = block.line
    short = line.words < 5 or (line.words < _OF_A_BYLINE and line.digits)
    return notices.NAME.fields(block.segment.text) if short and not block.witnesses else None


def _writers_below(blocks: Sequence[Block], headline: int, begun: int) -> dict[int, dict[str, str]]:
    """The names closely below a headline, of which the article says nothing."""
    if begun - headline > _ABOVE:
        return {}
    spoken = words.of_both(words.language(blocks[begun].segment.text), "en").common
    out: dict[int, dict[str, str]] = {}
    near = [i for i in range(headline + 1, begun) if not blocks[i].witnesses and not is_prose(blocks[i])][:_CLOSELY]
    for i in near:
        given = notices.WRITER.fields(blocks[i].segment.text)
        if given is None or credits(blocks[i + 1]) or all(word in spoken for word in facts.letters(given["authors"].lower())):
            continue
        cased = given["authors"].upper() != given["authors"].lower()
        if (cased or any(map(_is_dated, blocks[i - 2 : i + 3]))) and not _is_a_subject(blocks, i):
            out[i] = given
    return out


def _is_a_subject(blocks: Sequence[Block], at: int) -> bool:
    """Whether of what a line names, a place or somebody, the lines below tell that do not begin with it."""
    name = blocks[at].segment.text
    last = re.split(r"\s?[/|｜·•]\s?", name)[0].split()[-1]
    below = (block.segment.text for block in blocks[at + 1 :])
    return any(last in text and not text.startswith(name) for text in below)


def _says_who(given: Mapping[str, str], blocks: Sequence[Block], at: int) -> bool:
    """Whether the name on a line above the article is that of who wrote."""
    _, own, below = around = blocks[at - 1 : at + 2]
    if given["authors"] != own.segment.text:  # it has its date
        return True
    if credits(below):  # it says who is in the picture
        return False
    return any(map(_is_dated, around)) or facts.is_role(below.segment.text)


_OF_A_BYLINE = 12  # words, those of a date among them
_FREE = frozenset((FURNITURE_BEFORE, FURNITURE, INSERT))
_ABOVE = 9  # lines above an article whose headline nobody knows


def _is_dated(block: Block) -> bool:
    return any(witness.rule.role in _DATED for witness in block.witnesses)


def _is_published(block: Block) -> bool:
    return any(witness.rule.role in ("date", "publish_date") for witness in block.witnesses)


_DATED = frozenset(("date", "publish_date", "update_date", "date_stamp"))


def _may_be(block: Block, state: int) -> bool:
    """Whether a rule takes a line for what the state is of."""
    return any(state in states_of(witness.rule) for witness in block.witnesses)
