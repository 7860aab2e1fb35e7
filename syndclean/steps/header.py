"""What the lines around a headline are: a section and a path, a date, who wrote, what the article is about."""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from datetime import date, datetime
from itertools import pairwise

from syndclean import dates, facts
from syndclean.rules import fields, lines, notices
from syndclean.steps import headline
from syndclean.steps.above import (
    ABOVE,
    CLOSELY,
    FREE,
    LONGEST_SECTION,
    SAYS_IT,
    article,
    begun_at,
    is_dated,
    is_menu,
    is_more_than_a_menu,
    is_published,
    is_short_label,
    is_signed,
    may_be,
    name_on,
    of_every_day,
    signs,
    telling,
    titles_of,
)
from syndclean.steps.beginning import with_beginning
from syndclean.steps.context import credits, is_caption, is_known, is_prose, reads_like_a_headline, said_again
from syndclean.steps.evidence import Block, Witness, says
from syndclean.steps.sequence import (
    BODY,
    FIELD,
    FIELD_AFTER,
    FIELD_BEFORE,
    FURNITURE_BEFORE,
    HEADER,
    SUMMARY,
    TITLE,
)  # fmt: skip


def with_header(blocks: list[Block], states: list[int]) -> tuple[list[Block], list[int]]:
    """The blocks and their states, as decided over all lines, with the headline found and what belongs to it named."""
    if not begun_at(states):
        return _named(blocks, states)
    blocks, states = with_beginning(blocks, states)
    states = headline.headed(blocks, states)
    blocks, states = _with_date(blocks, states)
    blocks, states = _placed(*_named(*_with_path(*_sectioned(*_dated(blocks, states)))))
    return blocks, _with_points(blocks, _decked(blocks, states))


def with_caption(blocks: Sequence[Block], states: list[int]) -> list[int]:
    """The states with a caption, and whose picture it describes, closely above the first paragraph as the article's;
    there may be several in a row."""
    begun = begun_at(states)
    first = next(reversed(titles_of(states)), -1) + 1
    last = next((i for i in range(begun - 1, max(first, begun - ABOVE) - 1, -1) if is_caption(blocks[i])), first - 1)
    at = last
    while at >= first and states[at] in (FURNITURE_BEFORE, SUMMARY) and is_caption(blocks[at]):
        at -= 1
    if at == last or not is_prose(blocks[begun]):
        return states
    return [*states[: at + 1], *[BODY] * (last - at), *states[last + 1 :]]


# ---- what the article is about --------------------------------------------------------------------------------------


def _decked(blocks: Sequence[Block], states: list[int]) -> list[int]:
    """What says below the headline what the article is about: right below it a sentence, or what reads like another
    headline above who wrote or when; further below, if the article is close, what it says as well."""
    begun = begun_at(states)
    first = next(reversed(titles_of(states)), begun) + 1
    pointed = (i for i in range(first, begun) if any(one.rule is notices.POINTS for one in blocks[i].witnesses))
    close = next(pointed, begun) - first < ABOVE
    told: facts.Telling | None = None
    for i in range(first, begun if close else min(first + 1, begun - 1)):
        block, below = blocks[i], blocks[i + 1]
        prose = is_prose(block)
        if states[i] != FURNITURE_BEFORE or block.witnesses or not (prose or reads_like_a_headline(block)):
            continue
        several = i == first and prose and block.line.inside > 0  # as no caption has
        credited = (credits(below) and not several) or lines.ends_with_credit(block.line.rest)
        if credited or block.line.rest[:1] in _BRACKETS:
            continue
        signed = states[i + 1] in (HEADER, FIELD_BEFORE) or signs(below)
        told = told or telling(article(blocks, states))
        tells = close and told.share(block.line.text) >= SAYS_IT and dates.read(block.line.text).value is None
        if tells or (i == first and i + 1 < begun + prose and (prose or signed)):
            return [*states[:i], SUMMARY, *states[i + 1 :]]
    return states


_BRACKETS = frozenset("[【(（")


def _with_points(blocks: Sequence[Block], states: list[int]) -> list[int]:
    """The states with the points of an article, which some set below its headline with a bullet before each: two or
    more of several words, and the article says as much as half of them do."""
    begun, titles = begun_at(states), titles_of(states)
    first = titles[-1] + 1 if titles else begun
    out = list(states)
    run: list[int] = []
    for i in range(first, begun + 1):
        if i < begun and states[i] in (FURNITURE_BEFORE, SUMMARY) and _is_point(blocks[i]):
            run.append(i)
            continue
        if len(run) > 1:
            said = telling(article(blocks, states))
            if 2 * sum(said.share(blocks[n].line.text) >= SAYS_IT for n in run) >= len(run):
                out = [SUMMARY if n in run else state for n, state in enumerate(out)]
        run = []
    return out


def _is_point(block: Block) -> bool:
    return bool(block.line.bullet) and block.line.words >= _OF_A_POINT and not is_known(block)


_OF_A_POINT = 4  # words


# ---- when, and where on the site ------------------------------------------------------------------------------------


def _with_date(blocks: list[Block], states: list[int]) -> tuple[list[Block], list[int]]:
    """Where nothing between the headline and the article or closely above is a date, one among a few words is seen,
    also where it was taken for another title."""
    begun = begun_at(states)
    titles = titles_of(states)
    near = [*range(titles[-1] + 1, begun)] if titles else []
    if len(titles) > 1:
        near += [i for i in range(max(1, titles[1] - CLOSELY), titles[-1] + 1) if i != titles[0]]
    if any(is_dated(blocks[i]) for i in near):
        return blocks, states
    if len(titles) == 1 and begun - titles[0] < ABOVE:
        near += range(max(0, titles[0] - CLOSELY), titles[0])
    for i in near:
        if states[i] in (FURNITURE_BEFORE, TITLE) and not blocks[i].witnesses and blocks[i].line.digits:
            given = notices.DATED.fields(blocks[i].segment.text)
            if given and not notices.NAME.fields(blocks[i].segment.text):  # that is read with its date
                dated = blocks[i]._replace(witnesses=(Witness(notices.DATED, given),))
                state = HEADER if i < titles[0] else FURNITURE_BEFORE
                return [*blocks[:i], dated, *blocks[i + 1 :]], [*states[:i], state, *states[i + 1 :]]
    return blocks, states


def _dated(blocks: list[Block], states: list[int]) -> tuple[list[Block], list[int]]:
    """Between the headline and the article, among whatever else, a date or a byline is the article's, and where no date
    stands there, one that stands closely above the headline; other dates above it are the site's."""
    begun = begun_at(states)
    titles = titles_of(states)
    if not titles:
        return blocks, states
    blocks, out = list(blocks), list(states)
    for i in range(titles[-1] + 1, begun):
        if out[i] == FURNITURE_BEFORE and may_be(blocks[i], HEADER):
            out[i] = HEADER
        elif out[i] == FURNITURE_BEFORE and (i - titles[-1] <= CLOSELY or begun - i <= CLOSELY) and _is_ago(blocks[i]):
            blocks[i], out[i] = blocks[i]._replace(witnesses=(Witness(notices.AGO, {}),)), HEADER
    own = [i for i in range(titles[-1] + 1, begun) if out[i] == FIELD_BEFORE]
    if all(says(blocks[i], *_IN_A_HEADER) or not is_known(blocks[i]) for i in own):  # else one of several
        for i in own:
            given = next((w.given for w in blocks[i].witnesses if w.rule.id in _KEYED), None)
            if given is not None:
                blocks[i] = blocks[i]._replace(witnesses=(Witness(fields.KEYED_DATE, given),))
            if given is not None or (not is_dated(blocks[i]) and may_be(blocks[i], HEADER)):
                out[i] = HEADER
    for i in range(max(0, titles[0] - CLOSELY), begun):  # Culture | 3 March 2025
        among = next((one for one in blocks[i].witnesses if one.rule.id == "header/date-among"), None)
        if among is not None and out[i] == FIELD_BEFORE and not _says_more_than(blocks[i], among):
            blocks[i], out[i] = blocks[i]._replace(witnesses=(among,)), HEADER
    low = titles[-1]
    if len(titles) > 1 and not any(map(is_dated, blocks[low + 1 : begun])):
        low = max(1, titles[1] - CLOSELY)
        for i in range(low, titles[-1]):
            if out[i] == FURNITURE_BEFORE and is_dated(blocks[i]) and may_be(blocks[i], HEADER):
                out[i] = HEADER
    if len(titles) == 1 and not any(map(is_dated, blocks[low + 1 : begun])):  # a date among other words, right above
        above = (i for i in range(low - 1, max(0, low - CLOSELY) - 1, -1) if is_dated(blocks[i]))
        at = next(above, 0)
        if at and out[at] == FURNITURE_BEFORE and says(blocks[at], "date") and may_be(blocks[at], HEADER):
            out[at] = HEADER
    again = low > 0 and titles[-1] in said_again(blocks)
    published = any(map(is_published, blocks[titles[-1] + 1 : begun]))
    days = {_day(one.given["published_at"]) for block, state in zip(blocks, out, strict=True) for one in block.witnesses
            if state in (FIELD, FIELD_AFTER) and "published_at" in one.given}  # fmt: skip
    for i in range(int(again), low):
        the_sites = again or (is_dated(blocks[i]) and (published or _is_another(_day(blocks[i].segment.text), days)))
        if the_sites and out[i] == HEADER and may_be(blocks[i], FURNITURE_BEFORE):
            out[i] = FURNITURE_BEFORE
    return blocks, out


def _is_ago(block: Block) -> bool:
    """Whether a line says how long ago something was."""
    return any(witness.rule.id == "boilerplate/relative-time" for witness in block.witnesses)


def _says_more_than(block: Block, witness: Witness) -> bool:
    """Whether another rule sees more on a line than a key that nobody knows."""
    return any(one.rule.id not in _OF_NO_KEY for one in block.witnesses if one is not witness)


_OF_NO_KEY = frozenset(("field/dated", "field/brief", "field/unknown-key", "wire/desk"))


def _day(text: str) -> date | None:
    """The day of a date, None where none can be read."""
    value = dates.read(text).value
    return value.date() if isinstance(value, datetime) else value


def _is_another(day: date | None, days: Set[date | None]) -> bool:
    """Whether a day is none of some that are known."""
    known = days - {None}
    return day is not None and bool(known) and day not in known


def _is_of_another_day(given: Mapping[str, str], above: Sequence[Block]) -> bool:
    """Whether what a line gives was of another day than the lines above an article say."""
    day = _day(given["published_at"]) if "published_at" in given else None
    return day is not None and _is_another(day, {_day(block.segment.text) for block in above if is_dated(block)})


_IN_A_HEADER = ("date", "publish_date", "update_date", "date_stamp", "author", "credit", "contact", "agency")
_KEYED = frozenset(("field/publish-date", "field/update-date", "footer/dispatch-date"))


def _sectioned(blocks: list[Block], states: list[int]) -> tuple[list[Block], list[int]]:
    """A label above the headline, once or twice, says in which section it stands; so does one that begins the dump."""
    out, labels = list(blocks), list(states)
    titles = titles_of(states)
    if titles[:1] == [1] and states[0] == FURNITURE_BEFORE and not blocks[0].witnesses:
        titles = [0, *titles] if is_short_label(blocks[0].line) else titles
    for i, below in pairwise(titles):
        given = None if is_menu(blocks[i]) else notices.SECTION.fields(blocks[i].segment.text)
        again = below != titles[-1] and blocks[below].segment.text == blocks[i].segment.text
        section = given is not None and blocks[i].line.length <= LONGEST_SECTION
        if given is None or not section or not (again or reads_like_a_headline(blocks[below])):
            break
        out[i], labels[i] = blocks[i]._replace(witnesses=(Witness(notices.SECTION, given),)), HEADER
    return out, labels


def _with_path(blocks: list[Block], states: list[int]) -> tuple[list[Block], list[int]]:
    """Closely above the headline, a path says where on the site it stands, with arrows or slashes; right above it, so
    does a label."""
    titles = titles_of(states)
    if not titles:
        return blocks, states
    out, labels = list(blocks), list(states)
    for i in range(max(0, titles[0] - CLOSELY), titles[0]):
        text = blocks[i].segment.text
        given = notices.PATH.fields(text)
        label = " / " in text or (0 < i == titles[0] - 1 and is_short_label(blocks[i].line))
        if given is None and label and not blocks[i].witnesses:
            given = notices.SECTION.fields(text)
        if given is not None and not is_more_than_a_menu(blocks[i]) and states[i] == FURNITURE_BEFORE:
            out[i], labels[i] = blocks[i]._replace(witnesses=(Witness(notices.PATH, given),)), HEADER
    return out, labels


def _placed(blocks: list[Block], states: list[int]) -> tuple[list[Block], list[int]]:
    """A word alone right behind who wrote or when, of which the article tells and which is not of every day, is the
    town where it was filed; it may have been taken for the first heading. So is a town and a day below the headline or
    right above the text, or with which it begins."""
    begun, titles = begun_at(states), titles_of(states)
    for i in range(max(1, titles[-1] + 1 if titles else begun - 1), min(begun + 1, len(blocks) - 1)):
        given = None if is_known(blocks[i]) else notices.FILED.fields(blocks[i].segment.text)
        if given is None or _is_of_another_day(given, blocks[:begun]):
            continue
        if states[i] == FURNITURE_BEFORE or (states[i] == BODY and states[i + 1] == BODY):
            own = blocks[i]._replace(witnesses=(Witness(notices.FILED, given),))
            return [*blocks[:i], own, *blocks[i + 1 :]], [*states[:i], HEADER, *states[i + 1 :]]
    first = titles[-1] + 1 if titles else begun
    last = begun + (begun + 1 < len(states) and states[begun + 1] == BODY)
    for i in range(max(first, 1), last):
        given = None if blocks[i].witnesses or blocks[i].line.ended else notices.PLACE.fields(blocks[i].segment.text)
        if given is None or states[i - 1] not in (HEADER, FIELD_BEFORE) or states[i] not in (FURNITURE_BEFORE, BODY):
            continue
        told = [block.segment.text for block in article(blocks, states) if block is not blocks[i]]
        town = given["location"]
        if town.lower() not in of_every_day(told[0] if told else "") and any(town in text for text in told):
            own = blocks[i]._replace(witnesses=(Witness(notices.PLACE, given),))
            return [*blocks[:i], own, *blocks[i + 1 :]], [*states[:i], HEADER, *states[i + 1 :]]
    return blocks, states


# ---- who ------------------------------------------------------------------------------------------------------------


def _named(blocks: list[Block], states: list[int]) -> tuple[list[Block], list[int]]:
    """A name below a lead that stands alone is the author's; above the article, so is one with or beside a date, above
    what its bearer is, or of whom that is told behind the article. What the page begins with once more is its site."""
    begun = begun_at(states)
    free = (i for i in range(1, begun) if blocks[i].segment.text != blocks[0].segment.text)
    names = {i: given for i in free if (given := name_on(blocks[i]))}
    titles = [i for i in titles_of(states) if i not in names]
    headline = titles[-1] if titles else begun - ABOVE
    below = {i: given for i, given in names.items() if i >= headline}
    known = {name for block in blocks[begun:] for name in facts.told_of(block.segment.text)} if below else set()
    last = blocks[begun - 1].segment.text if titles and titles[-1] == begun - 2 else ""
    alone = begun - 1 if last and not _is_told_of(last, blocks[begun:]) else 0
    said = {
        i: given for i, given in below.items()
        if given["authors"] in known or _says_who(given, blocks, i) or i == alone
    }  # fmt: skip
    said |= _beside(below, said, blocks, states)
    above = {i: Witness(notices.NAME, given) for i, given in (said | _led(blocks, range(1, begun))).items()}
    if titles and titles[-1] < begun and not said and not any(map(is_signed, blocks[:begun])):
        above = _writers_below(blocks, article(blocks, states), titles[-1], begun) | above
    others = (i for i in range(begun or 1, len(blocks)) if states[i] != BODY and not blocks[i].witnesses)
    behind = {i: Witness(notices.NAME_BEHIND, given) for i, given in _led(blocks, others).items()}
    out, labels = list(blocks), list(states)
    for state, witnesses in ((HEADER, above), (FIELD, behind)):
        for i, witness in witnesses.items():
            may = states[i] in FREE or (titles and states[i] in (TITLE, SUMMARY))
            if may or witness.rule is notices.WRITER_DATED:
                out[i], labels[i] = blocks[i]._replace(witnesses=(witness,)), state
    return out, _with_roles(out, labels, begun)


def _beside(
    names: Mapping[int, dict[str, str]], said: Collection[int], blocks: Sequence[Block], states: Sequence[int]
) -> dict[int, dict[str, str]]:
    """The names right above or below one of those `said`: two wrote. What stands below a caption is whose picture it
    is, if that does not say so itself."""
    out: dict[int, dict[str, str]] = {}
    for i, given in names.items():
        if i in said or not (i - 1 in said or i + 1 in said) or not _is_somebody(given["authors"]):
            continue
        above = blocks[i - 1].line
        titled = states[i - 1] in (TITLE, SUMMARY)
        pictured = above.words > _OF_A_NAME and not (titled or lines.ends_with_credit(above.rest))
        if not pictured and not _is_told_of(given["authors"], article(blocks, states)):
            out[i] = given
    return out


_OF_A_NAME = 6  # words


def _is_somebody(name: str) -> bool:
    """Whether what reads like a name is neither what somebody is nor an agency, for pictures or texts."""
    return not (facts.is_role(name) or lines.of_a_picture(name)) and facts.agency(name) is None


def _with_roles(blocks: Sequence[Block], states: list[int], begun: int) -> list[int]:
    """The states with what somebody is, right below the name above the article, as what belongs to it."""
    out = list(states)
    for i in range(1, begun):
        named = out[i - 1] == HEADER and says(blocks[i - 1], "byline")
        if named and out[i] == FURNITURE_BEFORE and not blocks[i].witnesses and facts.is_role(blocks[i].segment.text):
            out[i] = HEADER
    return out


def _led(blocks: Sequence[Block], lines: Iterable[int]) -> dict[int, dict[str, str]]:
    """The names on `lines` that stand below a lead that stands alone, or below another such name."""
    led: dict[int, dict[str, str]] = {}
    for i in lines:
        if (i - 1 in led or facts.is_lead(blocks[i - 1].segment.text)) and (given := name_on(blocks[i])):
            led[i] = given
    return led


def _writers_below(
    blocks: Sequence[Block], told: Sequence[Block], headline: int, begun: int
) -> dict[int, Witness]:
    """The names closely below a headline of whom the article tells nothing; in letters without case, beside a date,
    which may stand on the same line; where the article is far from the headline, beside a date or several."""
    far = begun - headline > ABOVE
    last = headline + 2 if far else begun
    common = of_every_day(blocks[begun].segment.text)
    out: dict[int, Witness] = {}
    near = [i for i in range(headline + 1, last) if _may_name(blocks[i])]
    for i in near[:CLOSELY] + [i for i in near[CLOSELY:] if any(map(is_dated, blocks[i : i + CLOSELY]))]:
        witness = None if credits(blocks[i + 1]) else _writer_on(blocks[i].segment.text)
        name = "" if witness is None else witness.given.get("authors", "")
        if witness is not None and not name:  # an agency, and where it is
            out[i] = witness
        if witness is None or all(word in common for word in facts.letters(name.lower())):
            continue
        cased, dated = name.upper() != name.lower(), witness.rule is notices.WRITER_DATED
        around = blocks[max(0, i - 2) : i + 3]
        names = facts.authors(name).authors or (name,)
        sure = len(names) > 1 if far else cased
        if (sure or dated or any(map(is_dated, around))) and not any(_is_told_of(one, told) for one in names):
            out[i] = witness
    return out


def _writer_on(text: str) -> Witness | None:
    """The name that a line may be, alone or beside its date."""
    found = ((rule, rule.fields(text)) for rule in (notices.WRITER, notices.WRITER_DATED, notices.SCHOLAR))
    return next((Witness(rule, given) for rule, given in found if given is not None), None)


def _may_name(block: Block) -> bool:
    """Whether no rule sees more on a line than a date among other words, or behind a key that nobody knows."""
    return not is_prose(block) and (not is_known(block) or all(w.rule.id in _AMONG for w in block.witnesses))


_AMONG = frozenset((notices.DATED.id, "header/date-among", "field/dated", "field/brief", "field/unknown-key"))


def _is_told_of(name: str, blocks: Iterable[Block]) -> bool:
    """Whether of what a line names, a place or somebody, the lines tell that do not begin with it, or begin one of its
    words with a small letter, as a name never does."""
    parts = name.split()
    texts = [block.segment.text for block in blocks if not block.segment.text.startswith(name)]
    small = {part.lower() for part in parts if len(part) > 3 and part[:1].isupper()}
    return any(parts[-1] in text or not small.isdisjoint(facts.letters(text)) for text in texts)


def _says_who(given: Mapping[str, str], blocks: Sequence[Block], at: int) -> bool:
    """Whether the name on a line above the article is that of who wrote."""
    _, own, below = around = blocks[at - 1 : at + 2]
    if given["authors"] != own.segment.text:  # it has its date
        return True
    if credits(below):  # it says who is in the picture
        return False
    return any(map(is_dated, around)) or facts.is_role(below.segment.text)
