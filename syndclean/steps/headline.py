"""Which line above an article is its headline: what the title of the page, a byline or a date tells, or the article."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from syndclean import dates, facts
from syndclean.rules import lines, notices
from syndclean.rules.spoken import spoken_role
from syndclean.steps.above import (
    A_LABEL,
    ABOVE,
    CLOSELY,
    DECK,
    FREE,
    LONGEST_SECTION,
    SAYS_IT,
    article,
    begun_at,
    is_dated,
    is_free,
    is_menu,
    is_short_label,
    is_signed,
    name_on,
    signs,
    telling,
    titles_of,
)
from syndclean.steps.context import credits, is_known, is_prose, may_be_headline, reads_like_a_headline, said_again
from syndclean.steps.evidence import Block
from syndclean.steps.sequence import FIELD_BEFORE, FURNITURE_BEFORE, HEADER, SUMMARY, TITLE


def headed(blocks: Sequence[Block], states: list[int]) -> list[int]:
    """The states with the headline found."""
    return _told(blocks, _signalled(blocks, states))


def _told(blocks: Sequence[Block], states: list[int]) -> list[int]:
    """The states with the headline where the article says the same, if what was taken for it says something else."""
    begun, titles = begun_at(states), titles_of(states)
    free = [i for i in range(begun) if states[i] in _MAY_BE_HEADLINE and _may_tell(blocks[i])]
    if not free or titles == free == [0]:
        return states
    said = telling(article(blocks, states))
    share = {i: said.share(blocks[i].line.text) for i in {*free, *titles}}
    may = frozenset(free)
    told = [i for i in titles if share[i] >= (SAYS_IT if _reads_in_full(blocks[i].line) else _SURELY)
            and (i in may or (not i and not _leads_elsewhere(blocks[0])))]  # fmt: skip
    at = _which(blocks, begun, _Lines(titles, told, free, share))
    nothing = at is not None and share[at] >= _SURELY and not any(share[i] for i in titles)
    if at is not None and (nothing or not said_again(blocks)):
        return _retitled(blocks, states, at, frozenset(told), share)
    if not may.isdisjoint(titles):  # then what else was taken for one, a menu or a caption, is none
        others = [i for i in titles if i not in may]
        none = {i for i in others if _leads_elsewhere(blocks[i]) or (i and _is_caption(blocks[i].line))}
        return [FURNITURE_BEFORE if i in none else state for i, state in enumerate(states)]
    return states


class _Lines(NamedTuple):
    """Of the lines above an article what was taken for a title, those of which the article tells, what else may be the
    headline, and how much of each the article says as well."""

    titles: list[int]
    told: list[int]
    free: list[int]
    share: dict[int, float]


def _which(blocks: Sequence[Block], begun: int, found: _Lines) -> int | None:
    """The line that the article tells to be its headline; None where it is found already, or the page has a title."""
    titles, told, free, share = found
    whole = [i for i in free if _reads_in_full(blocks[i].line)]
    full = {i for i in whole if not credits(blocks[i + 1])}
    says = [i for i in free if share[i] >= (SAYS_IT if i in full or not titles else _SURELY)]
    says = [i for i in says if all(share[n] <= 2 * share[i] for n in range(i + 1, i + 1 + CLOSELY) if n in full)]
    most = max((share[i] for i in says), default=0.0)
    says = [i for i in says if share[i] > _OF_A_MENU * most or not _is_row_of_names(blocks[i])]
    of_a_page = titles[:1] == [0] and not _leads_elsewhere(blocks[0]) and _reads_in_full(blocks[0].line)
    of_a_page = of_a_page and not is_dated(blocks[0])
    if not says and whole and titles and not of_a_page and frozenset(free).isdisjoint(titles):
        says = [max(sorted(full) or whole, key=lambda i: (not _is_stamped(blocks[i]), share[i]))]
    known = told or (of_a_page and share[0] >= _HALF)
    if not says or titles == says[:1]:
        return None
    at = next((i for i in says if i in full), says[0])
    now = (told or titles[-1:] or [begun])[0]
    if begun >= ABOVE and known and not (at < now and says[: now - at] == [*range(at, now)]):  # decks in a row
        return None
    right_above = now == at - 1 and share[at] < _SURELY and now in full
    stays = now in told[:1] or (now in free and ((share[now] >= _HALF and now in whole) or right_above))
    return min(now, at) if stays else at


def _is_row_of_names(block: Block) -> bool:
    """Whether each of so many words begins with a capital, as sections in a menu do, or all are set in capitals."""
    words = block.line.rest.split()
    return (len(words) >= _OF_A_ROW and all(word[:1].isupper() for word in words)) or block.line.rest.isupper()


_OF_A_ROW, _OF_A_MENU = 6, 0.7  # words; of what the article says of another line


def _retitled(
    blocks: Sequence[Block], states: list[int], at: int, told: frozenset[int], share: Mapping[int, float]
) -> list[int]:
    """The states with another line as the headline, and what was taken for it as its section, its deck or nothing."""
    out = list(states)
    for i in titles_of(states):
        far = i > at + CLOSELY and i in told  # the title of a page, and the headline in it
        if not far and (i > at or not _is_section(blocks[i])):
            deck = i > at and (is_prose(blocks[i]) or reads_like_a_headline(blocks[i])) and not _is_stamped(blocks[i])
            out[i] = SUMMARY if deck and (share[i] >= SAYS_IT or i == at + 1) else FURNITURE_BEFORE
    out[at] = TITLE
    return out


# So much less of what was taken for a headline may the article say; and so much that no other beside it is.
_HALF, _SURELY = 0.17, 0.5
_MAY_BE_HEADLINE = frozenset((TITLE, SUMMARY, HEADER, FIELD_BEFORE, FURNITURE_BEFORE))


def _is_stamped(block: Block) -> bool:
    """Whether a day or a time stands in a line."""
    return block.line.digits > 0 and dates.read(block.line.text).value is not None


def _may_tell(block: Block) -> bool:
    """Whether a line above the article may be its headline by its look: no item, no path of sections, no caption."""
    line = block.line
    if is_known(block) or line.bullet or line.mark in lines.LEADS_ON or not may_be_headline(line):
        return False
    if spoken_role(line.text) in _OF_THE_SITE:
        return False
    return line.length <= _LONGEST and not (_is_path(line.rest) or _leads_elsewhere(block) or _is_caption(line))


_OF_THE_SITE = ("newsletter", "cookie_notice")  # what a headline hardly speaks of
_LONGEST = 130  # characters: longer, it may as well be a lead


def _is_path(text: str) -> bool:
    """Whether a sign parts what a line names; one that closes a quotation does not."""
    sign = _PATH.search(text)
    return sign is not None and not any(opens in text and closes in text for opens, closes in ("«»", "‹›"))


_PATH = re.compile(r"\s[/>›»|•·]\s|[>›»]")


def _is_caption(line: lines.Line) -> bool:
    return lines.credited(line) or lines.ends_with_credit(line.rest)


def _leads_elsewhere(block: Block) -> bool:
    """Whether a line is a path or a menu."""
    text = block.segment.text
    if is_menu(block) or notices.PATH.fields(text) is not None:
        return True
    if text.count("/") >= _OF_A_PATH and notices.SECTION.fields(text) is not None:
        return True
    return _MENU_OF_WORDS.search(block.line.rest) is not None


_OF_A_PATH = 2  # slashes
_MENU_OF_WORDS = re.compile(r"(?:\s[-–—/|•·]\s[^-–—/|•·]{1,40}){3}")


def _reads_in_full(line: lines.Line) -> bool:
    """Whether a line says as much as headlines do."""
    return line.length >= 25 and line.words > 3 and not line.rest.endswith((")", "）"))


def _is_section(block: Block) -> bool:
    short = block.line.length <= LONGEST_SECTION and not (block.line.digits or block.witnesses)
    return short and notices.SECTION.fields(block.segment.text) is not None


def _signalled(blocks: Sequence[Block], states: list[int]) -> list[int]:
    """The states with the headline found: the one that the title of a page tells, else the one that a byline, a date or
    a dateline below it does."""
    begun = begun_at(states)
    if begun >= ABOVE and may_be_headline(blocks[0].line):
        states = _titled(blocks, states, begun)
    titles = titles_of(states)
    if begun and all(_PARTED_SECTION.search(blocks[i].segment.text) for i in titles):
        states = _signed(blocks, states, begun)
    elif (titles == [0] and _heads_a_menu(blocks, begun)) or (titles == [begun - 1] and _is_a_label(blocks[begun - 1])):
        other = _signed(blocks, [FURNITURE_BEFORE if state == TITLE else state for state in states], begun)
        states = other if titles_of(other) else states
    return _raised(blocks, states)


def _is_a_label(block: Block) -> bool:
    """Whether a line right above the article, which may be its headline, does not read like one."""
    return not reads_like_a_headline(block) and not _is_terse(block)


def _raised(blocks: Sequence[Block], states: list[int], again: bool = True) -> list[int]:
    """The states with the headline one line higher, where what was taken for it says more, or who wrote."""
    titles = titles_of(states)
    at = titles[0] if len(titles) == 1 else 0
    if not at or not is_free(states[at - 1], blocks[at - 1]):
        return states
    above, own = blocks[at - 1], blocks[at]
    named = _names(own.line) < above.line.small and _is_terse(above)
    if not named and not (reads_like_a_headline(above) and own.line.length > above.line.length):
        return states
    said = SUMMARY if own.line.length > DECK and not named else FURNITURE_BEFORE
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
    if begun <= _MENU or first.length >= A_LABEL or not is_short_label(below[0]):
        return False
    return is_short_label(below[1]) or (is_short_label(first) and reads_like_a_headline(blocks[_MENU - 1]))


_MENU = 3  # lines


def _titled(blocks: Sequence[Block], states: list[int], begun: int) -> list[int]:
    """The headline of a page is what says its title again or, if nothing does, what says it in the nearest words; what
    else is short before the article is none."""
    title = facts.PageTitle(blocks[0].line.text)
    out = list(states)
    free = [i for i in range(1, begun) if states[i] == TITLE or (states[i] in FREE and not blocks[i].witnesses)]
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
                out[i] = SUMMARY if i > again[-1] and blocks[i].line.length > DECK else FURNITURE_BEFORE
    return out


def _signed(blocks: Sequence[Block], states: list[int], begun: int) -> list[int]:
    """Where no line was taken for the title, that is the last one above a byline or a date that reads like one."""
    dated = facts.dateline(blocks[begun].segment.text) is not None
    for i in range(begun - 1, -1, -1):
        if is_free(states[i], blocks[i]) and reads_like_a_headline(blocks[i]):
            below = _closely_below(blocks, i, begun)
            signed = (dated and i == begun - 1) or _is_named(blocks, i, begun) or any(
                states[n] == HEADER or is_dated(blocks[n]) or is_signed(blocks[n]) for n in below
            )
            return [*states[:i], TITLE, *states[i + 1 :]] if signed else _below_a_date(blocks, states, i)
    return _tersely(blocks, states, begun)


def _closely_below(blocks: Sequence[Block], at: int, begun: int) -> list[int]:
    """The next lines below one, up to the article; sentences and names, as a deck and a byline are, not counted."""
    out: list[int] = []
    other = 0
    for i in range(at + 1, begun):
        other += not (is_prose(blocks[i]) or name_on(blocks[i]))
        if other > CLOSELY:
            break
        out.append(i)
    return out


def _below_a_date(blocks: Sequence[Block], states: list[int], last: int) -> list[int]:
    """A headline may also stand right below its date or who wrote, with others that say more below it, up to `last`;
    but not where another stands above them."""
    first = last
    while first and last - first < CLOSELY and is_free(states[first - 1], blocks[first - 1]):
        if not reads_like_a_headline(blocks[first - 1]):
            return states
        first -= 1
    above = blocks[first - 1]
    signed = first > 0 and states[first - 1] == HEADER and (is_dated(above) or is_signed(above))
    if any(is_free(states[n], blocks[n]) and reads_like_a_headline(blocks[n]) for n in range(first - 1)):
        return states
    return [*states[:first], TITLE, *states[first + 1 :]] if signed else states


def _is_named(blocks: Sequence[Block], at: int, begun: int) -> bool:
    """Whether between a line and the article stands a name and nothing else."""
    return at == begun - 2 and name_on(blocks[at + 1]) is not None


def _tersely(blocks: Sequence[Block], states: list[int], begun: int) -> list[int]:
    """A headline of few words stands right above who wrote or when, and between that and the article nothing else."""
    first = begun
    while first and (states[first - 1] == HEADER or signs(blocks[first - 1])):
        first -= 1
    if 0 < first < begun and is_free(states[first - 1], blocks[first - 1]) and _is_terse(blocks[first - 1]):
        return [*states[: first - 1], TITLE, *states[first:]]
    return states


def _is_terse(block: Block) -> bool:
    """Whether a line may be a headline of few words, rather than a label: not each of them has a capital."""
    line = block.line
    small = line.small > 0 or line.rest[:1].upper() == line.rest[:1].lower()
    label = is_known(block) or line.bullet or line.mark in lines.LEADS_ON or line.rest.endswith((")", "）"))
    return may_be_headline(line) and small and not label


_PARTED_SECTION = re.compile(r"\A[^/>›»]{1,30} ?[/>›»] ?[^/>›»]{1,30}\Z")
