"""What speaks for each line where it stands: beside what it says by itself, what the lines around it do."""

import re
from collections import Counter
from collections.abc import Sequence

from syndclean import facts
from syndclean.rules import lines
from syndclean.steps.evidence import Block, bounded, credits_a_picture, row, says
from syndclean.steps.sequence import (
    BODY,
    FIELD,
    FIELD_AFTER,
    FIELD_BEFORE,
    FURNITURE,
    FURNITURE_BEFORE,
    HEADLINE,
    HEADLINE_AFTER,
    INSERT,
    LIST,
    LIST_AFTER,
    TEASER,
    TITLE,
)  # fmt: skip

# What stands around a line says, in nats for furniture (fitted with the weights of `rules.lines`):
_ABOVE_A_CREDIT, _ABOVE_A_NAME = 5.0, 2.7
_SAID_TWICE = 2.3  # a paragraph that stands there twice, where the rest does not: an article says nothing twice
_LABEL_TWICE = 1.6  # a label that does
_IN_TURNS = 0.5  # headline and sentence in turns
_ITEM = -0.5  # an item of a list that is the article's own
_NO_TITLE = -9.0  # nor is such an item one
_GOES_ON = -2.6  # behind a link that is complete, a sentence, and what is as short as a heading, are the article's:
_BEHIND = -2.0  # what announces other articles or comments hardly ever stands before one
_BEGINS = -1.0  # a sentence between what is known and a paragraph
_IN_A_ROW = -1.0  # paragraphs side by side
_DOUBTFUL = -3.0  # the look of a paragraph which that may decide
_SECTION, _WITH_SECTION = 1.5, 3  # the section above a headline, in the first of three lines, has no more words
_LONE_GUESS, _LISTED_GUESS = -2.0, -4.0  # a field of which nobody knows the key, and beside it none; among headlines
_OF_SEVERAL = -1.0  # of headlines below each other hardly one is a heading, but for the last
_OF_FIELDS = (FIELD, FIELD_BEFORE, FIELD_AFTER)
_OUTSIDE = frozenset((FURNITURE_BEFORE, HEADLINE_AFTER, FURNITURE, TEASER))
_LISTED = (INSERT, HEADLINE, FURNITURE, HEADLINE_AFTER)
_TITLE_AGAIN = 6.0  # what stands twice before an article, is its title
# Characters:
_CAPTION = 200  # above a credit, a sentence so short is a caption
_PARAGRAPH = 60  # of the shortest paragraph that stands beside another
_PROSE = 100  # of the shortest line that is prose without an end
_HEADING = 50  # of the longest heading behind a link
_KEY = 40  # with its colon, in a table
_TABLE = 4  # lines with figures are one, though nothing announces them
_WITH_FIGURES = 220  # of the longest item with a bullet and figures
_LONG_ITEM, _ITEM_LENGTH = 90, 40  # of the longest item of a list, and of one on average
_WITH_HEADING, _ANNOUNCED = 3, 2  # items at least for a heading above them, and lines with what announces some
_OF_A_LABEL = 4  # words at most
_GOES_ON_WITH = 40  # of the shortest sentence before or behind one
_WITHOUT_BULLETS = 30  # of an item on average, where only a sentence announces them
_CLOSELY = 5  # lines
_HEADLINE, _A_HEADLINE = 12, 25  # of the shortest headline that is said again, and of one that nothing else tells


def scores(blocks: Sequence[Block]) -> list[Sequence[float]]:
    """What speaks for each state, a row a block."""
    seen = Counter([block.segment.text for block in blocks])
    looks = _looks(blocks, seen)
    items = _items(blocks)
    told = _in_a_row(blocks)
    listed = _below_lists(blocks)
    rows = []
    for i, (block, look, above, below) in enumerate(zip(blocks, looks, _above(blocks), _below(blocks), strict=True)):
        if i in items:
            own: Sequence[float] = (_NO_TITLE, *row(block.line._replace(bullet=""), (), min(look, _ITEM))[TITLE + 1 :])
        else:
            own = _score(block, look, None if i + 1 in items else below, seen[block.segment.text])
        told_apart = above is not None and (above.witnesses or look > block.usual)
        if above is not None and (not told_apart or _is_stamp(above)) and _is_behind_a_link(blocks, i):
            own = [score + _GOES_ON if state in _LISTED else score for state, score in enumerate(own)]
        elif above is not None and told_apart:
            own = _where_it_stands(own, block, look, above, below)
        if i in told and seen[block.segment.text] == 1:
            own = [score + _IN_A_ROW if state in _OUTSIDE else score for state, score in enumerate(own)]
        if block.witnesses and seen[block.segment.text] == 1 and _mostly_behind(block):
            own = (*own[:FURNITURE_BEFORE], own[FURNITURE_BEFORE] + _BEHIND, *own[FURNITURE_BEFORE + 1 :])
        guessed = block.witnesses and not is_known(block)
        if guessed and (i in listed or not _beside_a_field(above, below)) and not _looks_forged(block):
            lone = _LISTED_GUESS if i in listed else _LONE_GUESS
            own = [score + lone if state in _OF_FIELDS else score for state, score in enumerate(own)]
        if i in listed and i + 1 in listed:
            own = (*own[:BODY], own[BODY] + _OF_SEVERAL, *own[BODY + 1 :])
        rows.append(own)
    if _begins_with_section(blocks):
        rows[0] = (*rows[0][:FURNITURE_BEFORE], rows[0][FURNITURE_BEFORE] + _SECTION, *rows[0][FURNITURE_BEFORE + 1 :])
    for i in said_again(blocks):
        rows[i] = (*rows[i][:TITLE], rows[i][TITLE] + _TITLE_AGAIN, *rows[i][TITLE + 1 :])
    return rows


def _in_a_row(blocks: Sequence[Block]) -> set[int]:
    """The paragraphs that stand side by side, two or more, where other articles' headlines and what a site says to its
    readers stand alone."""
    out: set[int] = set()
    if not any(block.look > 0.0 or block.witnesses for block in blocks):
        return out  # nothing stands there but an article
    last = -2
    for i, block in enumerate(blocks):
        line = block.line
        if not line.ended or block.look <= _DOUBTFUL or line.length <= _PARAGRAPH or line.site or not _may_go_on(block):
            continue
        if last == i - 1 and not any(lines.addresses(blocks[n].line) for n in (last, i) if n not in out):
            out.update((last, i))
        last = i
    return out


def _begins_with_section(blocks: Sequence[Block]) -> bool:
    """Whether the first line is a label, and below it stand what reads like a headline and a sentence."""
    if len(blocks) < _WITH_SECTION or blocks[0].line.length >= _A_HEADLINE or blocks[0].line.words > _WITH_SECTION:
        return False
    return may_be_a_label(blocks[0]) and reads_like_a_headline(blocks[1]) and _is_prose(blocks[2].line)


def _beside_a_field(above: Block | None, below: Block | None) -> bool:
    """Whether the line above or below may be a field as well."""
    return any(w.rule.kind == "footer" for block in (above, below) if block is not None for w in block.witnesses)


def _looks_forged(block: Block) -> bool:
    """Whether something hides in a line, or letters of several scripts are mixed: a key that nobody knows for that."""
    return not block.segment.text.isprintable() or facts.mixed(block.line.text)


def _mostly_behind(block: Block) -> bool:
    """Whether a line announces other articles or comments; what leads on stands below teasers as well."""
    return says(block, *_BEHIND_AN_ARTICLE)


_BEHIND_AN_ARTICLE = frozenset(("list_heading", "comments"))


def _below_lists(blocks: Sequence[Block]) -> set[int]:
    """The lines below what announces other articles, with nothing but labels of which nobody knows more between."""
    out: set[int] = set()
    listed = False
    for i, (block, below) in enumerate(zip(blocks, _below(blocks), strict=True)):
        if _announces_others(block) or (block.witnesses and (below is not None and _leads_to(block, below))):
            listed = True
        elif listed and not (block.line.ended or is_known(block)):
            out.add(i)
        else:
            listed = False
    return out


def _announces_others(block: Block) -> bool:
    """Whether a line announces other articles, as a rule sees or two of its words say."""
    return block.row[LIST] > 0.0


def _where_it_stands(
    own: Sequence[float], block: Block, look: float, above: Block, below: Block | None
) -> Sequence[float]:
    """What speaks for each state of a line between those above and below it, beside what it says by its `own`."""
    if look > block.usual and _may_be_a_caption(block.line) and _is_prose(above.line):
        # Below a paragraph, the caption of a picture stands in the article, and the paragraphs above it as well.
        return (*own[:FURNITURE_BEFORE], block.row[FURNITURE_BEFORE], *own[FURNITURE_BEFORE + 1 :])
    heads = below is not None and _may_be_a_heading(block) and _is_prose(below.line) and is_complete(above)
    goes_on = heads or (_may_go_on(block) and is_complete(above))
    own = [score + _GOES_ON if state in _LISTED else score for state, score in enumerate(own)] if goes_on else own
    if not (above.witnesses and below is not None and is_prose(below) and _may_begin(block)):
        return own
    return (*own[:FURNITURE_BEFORE], own[FURNITURE_BEFORE] + _BEGINS, *own[FURNITURE_BEFORE + 1 :])


def _is_behind_a_link(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line is a heading between prose and what leads to one other article: what announces that, and its
    headline, which is longer, perhaps its date. A quotation may be either."""
    if not (2 < at < len(blocks) - 1 and _may_be_a_heading(blocks[at])) or lines.quoted(blocks[at].line):
        return False
    dated = at > _OF_A_LINK and _is_stamp(blocks[at - 1])
    before, announces, headline = blocks[at - _OF_A_LINK - dated : at - dated]
    led = says(announces, *_LEADS) and _is_prose(before.line)
    longer = headline.line.length > _LONGER * blocks[at].line.length and reads_like_a_headline(headline)
    return led and longer and _is_prose(blocks[at + 1].line)


def _is_stamp(block: Block) -> bool:
    return says(block, "date_stamp")


_OF_A_LINK = 3  # lines: the prose above, what announces, the headline
_LEADS, _LONGER = frozenset(("list_heading", "read_more")), 1.5  # times


def said_again(blocks: Sequence[Block]) -> list[int]:
    """The lines that are the headline in the first one, which then is the title of a page; and the first."""
    first = blocks[0].line if blocks else None
    if first is None or first.inside > 1 or first.length > 2 * lines.TITLE_LENGTH:
        return []
    title = facts.PageTitle(first.text)
    again = [i for i, block in enumerate(blocks) if i and may_be_headline(block.line) and title.has(block.line.text)]
    return [0, *again] if again else []


def may_be_headline(line: lines.Line) -> bool:
    return line.length >= _HEADLINE and line.words > 1 and not (line.ended and line.mark not in lines.CALLS)


def reads_like_a_headline(block: Block) -> bool:
    """Whether a line has as many words as headlines have and labels have not, nobody knows it, and nothing at its end
    credits a picture."""
    line = block.line
    credited = line.rest.endswith((")", "）")) and not _FIGURES_LAST.search(line.rest[-_BRACKET:])
    asks = line.ended and line.mark in lines.CALLS and line.rest.endswith(_QUOTED_END)  # What now: ‘Where to?’
    label = line.length < _A_HEADLINE or line.words < 4 or credited or (line.ended and not asks) or line.bullet
    return not (label or line.mark in lines.LEADS_ON or is_known(block) or lines.ends_with_credit(line.rest))


_QUOTED_END = ("'", "’", "”", "»", '"')
_FIGURES_LAST, _BRACKET = re.compile(r"[(（][^()（）]{0,6}\d[^()（）]{0,8}[)）]\Z"), 20  # (-3,8 %), (58)


def is_known(block: Block) -> bool:
    """Whether a rule sees more on a line than a key that nobody knows, which a headline may begin with as well."""
    return block.witnesses != () and any(witness.rule.id not in _GUESSED for witness in block.witnesses)


_GUESSED = frozenset(("field/unknown-key", "field/brief"))


def _looks(blocks: Sequence[Block], seen: Counter[str]) -> list[float]:
    """How much each line looks like furniture where it stands, within bounds."""
    all_twice = _all_twice(blocks, seen)
    out = []
    for i, (block, below, turn) in enumerate(zip(blocks, _below(blocks), _turns(blocks, seen), strict=True)):
        line, look = block.line, block.look
        if turn:
            look += _IN_TURNS
        if below is not None and _may_be_a_caption(line) and (credit := credits(below)):
            # Where no more prose stands close below, the picture is that of the article, and above it that ends.
            look += credit if any(map(is_prose, blocks[i + 2 : i + 2 + _CLOSELY])) else 0.0
        again = seen[block.segment.text] > 1
        if again and not all_twice and _is_prose(line):
            look += _SAID_TWICE
        look = block.usual if look == block.look else bounded(look)
        out.append(look + _LABEL_TWICE if again and not _is_prose(line) else look)
    return out


def _above(blocks: Sequence[Block]) -> list[Block | None]:
    """For each block the one above it."""
    return [None, *blocks[:-1]] if blocks else []


def _below(blocks: Sequence[Block]) -> list[Block | None]:
    """For each block the one below it."""
    return [*blocks[1:], None] if blocks else []


def _all_twice(blocks: Sequence[Block], seen: Counter[str]) -> bool:
    """Whether so much of the prose stands there twice that the article does."""
    if len(seen) == len(blocks):
        return False  # nothing does
    prose = [block.segment.text for block in blocks if _is_prose(block.line)]
    return sum(len(text) for text in prose if seen[text] > 1) >= 0.3 * sum(map(len, prose))


def _is_prose(line: lines.Line) -> bool:
    return line.ended and line.length > 60


def _may_be_a_caption(line: lines.Line) -> bool:
    """One sentence, not too long: above the credit of a picture it is its caption, while a paragraph is none; nor is
    what begins with what somebody says."""
    return line.ended and line.length < _CAPTION and line.inside == 0 and line.text[:1] not in _SPEAKS


_SPEAKS = frozenset("\"“”„«»「『–—-")


def credits(block: Block) -> float:
    """What it says of a sentence that this line stands below it: the credit of a picture, so that it is its caption."""
    if not block.witnesses:
        return _ABOVE_A_NAME if lines.credited(block.line) else 0.0
    if any(credits_a_picture(*witness, block.line) for witness in block.witnesses):
        return _ABOVE_A_CREDIT
    signed = any(w.rule.role in _SIGNS or w.rule.id.startswith("wire/") for w in block.witnesses)
    return _ABOVE_A_NAME if not signed and lines.credited(block.line) else 0.0


_SIGNS = frozenset(("agency", "author", "contact", "byline"))  # what stands below an article, and takes no picture


def _items(blocks: Sequence[Block]) -> set[int]:
    """The lines of an article's own lists and conversations."""
    out = _listed(blocks) | _tables(blocks) | _captions(blocks)
    begun = [block.line.bullet for block in blocks]
    if not _SIGNS_OF_HEADINGS.isdisjoint(begun):
        out |= _marked(blocks)
    listed = any(begun)
    if listed and any(map(_is_digit, begun)):
        out |= _numbered(blocks)
    marks = [block.line.mark for block in blocks]
    if sum(map(marks.count, _ASKS)) > 1 or (listed and sum(map(begun.count, _DASHES)) > 2):
        out |= _spoken(blocks)
    return out


def _marked(blocks: Sequence[Block]) -> set[int]:
    """The headings that begin with a sign, as in Japan and Korea, where one between two paragraphs begins with it."""
    headings = [
        i
        for i in range(1, len(blocks) - 1)
        if blocks[i].line.bullet in _SIGNS_OF_HEADINGS and blocks[i].line.length < _HEADING
        and _may_be_an_item(blocks[i]) and is_prose(blocks[i + 1])
    ]  # fmt: skip
    above = (i - 2 if i > 1 and not blocks[i - 1].line.words else i - 1 for i in headings)  # a sign alone between
    marks = {blocks[i].line.bullet for i, before in zip(headings, above, strict=True) if is_prose(blocks[before])}
    return {i for i in headings if blocks[i].line.bullet in marks}


_SIGNS_OF_HEADINGS = frozenset("■□◆◇●○▲△▼▽★☆◎")


def _captions(blocks: Sequence[Block]) -> set[int]:
    """The captions of pictures, with whose they are, one or several in a row between two paragraphs or, where a text
    begins with one, above."""
    out: set[int] = set()
    for last in range(len(blocks) - 1):
        if not is_prose(blocks[last + 1]) or not is_caption(blocks[last]):
            continue
        first = last
        while first and is_caption(blocks[first - 1]):
            first -= 1
        if not first or is_prose(blocks[first - 1]):
            out.update(range(first, last + 1))
    return out


def is_caption(block: Block) -> bool:
    """Whether a line that nobody knows ends with whose picture it describes."""
    line = block.line
    long = line.words > _OF_A_LABEL and line.length < 2 * _CAPTION
    return long and not is_known(block) and lines.ends_with_credit(line.rest)


def _is_digit(bullet: str) -> bool:
    return bullet.strip("(.) ").isdecimal()


def _listed(blocks: Sequence[Block]) -> set[int]:
    """The items of an article's own lists: a run of short lines, with bullets, with numbers or announced by a sentence,
    that no phrase announces as other articles, and behind which the article goes on."""
    out: set[int] = set()
    start = 0
    for i, block in enumerate(blocks):
        if _may_be_an_item(block):
            continue
        run, start = _items_of(blocks, range(start, i)), i + 1
        may = len(run) > 1 and run[0] > 0 and _may_go_on(block)
        if may and _is_list(blocks[run[0] : run[-1] + 1], blocks[run[0] - 1], block.line):
            out.update(run)
    return out


def _may_be_an_item(block: Block) -> bool:
    """Whether a line is short and has no end; behind a bullet, or with figures, a key that nobody knows may begin an
    item as well."""
    line = block.line
    labelled = line.bullet != "" and _is_labelled(block)
    unknown = labelled or not block.witnesses or (line.digits > 0 and not is_known(block))
    longest = _WITH_FIGURES if line.bullet and line.digits > 0 else _LONG_ITEM
    return not line.ended and unknown and line.length < longest


def _is_labelled(block: Block) -> bool:
    """Whether a line begins with a key that nobody knows, or one that is known to say nothing of the article."""
    return all(witness.rule.id in _LABELS for witness in block.witnesses)


_LABELS = _GUESSED | {"field/field"}
_FOURTHS = 4


def _items_of(blocks: Sequence[Block], run: range) -> range:
    """A run of short lines without those that announce it, and without the heading of what goes on behind it."""
    begun = [blocks[n].line.bullet != "" for n in run]
    if len(run) > _WITH_HEADING and all(begun[-_WITH_HEADING:]) and not begun[0]:
        return run[len(begun) - begun[::-1].index(False) :]
    if len(run) > _ANNOUNCED and blocks[run[0]].line.mark in _ANNOUNCES:
        run, begun = run[1:], begun[1:]
    return run[:-1] if len(run) > _ANNOUNCED and begun[-2] and not begun[-1] else run


def _is_list(items: Sequence[Block], above: Block, below: lines.Line) -> bool:
    """Whether short lines are an article's own list, between the line above them and that with which it goes on."""
    announced = above.line.mark in _ANNOUNCES
    told = above.line.ended or announced or (len(items) >= _WITH_HEADING and may_be_a_label(above))
    if above.witnesses or not told:
        return False
    bullets = all(item.line.bullet for item in items)
    counted = sum(item.line.digits > 0 for item in items)
    figures = 2 * counted > len(items) if announced else 2 * counted >= len(items) >= _TABLE
    goes_on = _is_prose(below) or (below.length > _GOES_ON_WITH and not below.site and not lines.addresses(below))
    mean = sum(item.line.length for item in items) / len(items)
    marked = bullets and _is_prose(below)
    if marked and len(items) >= _WITH_HEADING and _FOURTHS * counted >= (_FOURTHS - 1) * len(items):
        return True  # findings, nearly each with its figures
    if marked and all(item.line.rest[:1].islower() for item in items):
        return True  # what begins small goes on with what stands above, and is no headline
    sentence = announced and above.line.words > _OF_A_LABEL and above.line.length > _GOES_ON_WITH
    plain = sentence and goes_on and mean < _WITHOUT_BULLETS and not any(item.line.site for item in items)
    goes_with = bullets and above.line.bullet == items[0].line.bullet  # the item above ends like a sentence
    long = goes_with or (announced and (figures or above.line.length > _PARAGRAPH))
    longest = _LONG_ITEM if long else _ITEM_LENGTH
    return mean < longest and (figures or plain or (bullets and (announced or goes_on)))


def _tables(blocks: Sequence[Block]) -> set[int]:
    """The lines of results, line-ups and places concerned: a key that nobody knows on each of three or more, and behind
    two of them at least a list."""
    out: set[int] = set()
    keyed = (i for i, block in enumerate(blocks) if ":" in block.line.text or "：" in block.line.text)
    rows = [i for i in keyed if _is_row(blocks[i])]
    start = 0
    for n, i in enumerate(rows, 1):
        if n < len(rows) and rows[n] == i + 1:
            continue
        run, start = rows[start:n], n
        if len(run) > 2 and (sum(lines.lists(blocks[k].line) for k in run) > 1 or _counts(blocks, run)):
            out.update(run)
    return out


def _counts(blocks: Sequence[Block], run: Sequence[int]) -> bool:
    """Whether each row of a table has a figure, and it stands between a label and a sentence that nobody knows."""
    first, last = run[0], run[-1]
    if not first or last + 1 >= len(blocks) or not (is_prose(blocks[last + 1]) and may_be_a_label(blocks[first - 1])):
        return False
    return all(blocks[k].line.digits > 0 for k in run)


def _is_row(block: Block) -> bool:
    """Whether a line has a key that nobody knows."""
    line = block.line
    if line.rest.find(":", 0, _KEY) < 0 and line.rest.find("：", 0, _KEY) < 0:
        return False
    return line.mark not in lines.LEADS_ON and not is_known(block)


def _numbered(blocks: Sequence[Block]) -> set[int]:
    """The lines below headings that are numbered, 1, 2 and so on, with sentences below each; and these."""
    out: set[int] = set()
    run: list[int] = []
    last = 0
    for i, block in enumerate([*blocks, None]):
        number = _number(block) if block is not None else 0
        below_text = not run or blocks[i - 1].line.ended
        if number == last + 1 and below_text:
            run, last = [*run, i], number
        elif run and block is not None and block.line.ended and not block.witnesses:
            run.append(i)
        else:
            if last > 1 and not (run[0] and blocks[run[0] - 1].witnesses):
                out.update(run)
            run, last = ([i], 1) if number == 1 else ([], 0)
    return out


def _number(block: Block) -> int:
    """The number with which a line without an end begins, 0 where there is none."""
    digits = block.line.bullet.strip("(.) ")
    return int(digits) if _is_digit(digits) and not (block.line.ended or block.witnesses) else 0


def _spoken(blocks: Sequence[Block]) -> set[int]:
    """The lines of a conversation that most of a document is: none but sentences, two or more of them questions that
    are answered, or three that begin with the dash of who speaks."""
    runs: list[list[int]] = [[]]
    for i, block in enumerate(blocks):
        if block.line.ended and not block.witnesses:
            runs[-1].append(i)
        elif runs[-1]:
            runs.append([])
    lengths = [sum(blocks[i].line.length for i in run) for run in runs]
    longest = max(lengths)
    if 2 * longest < sum(lengths):
        return set()
    run = runs[lengths.index(longest)]
    asked = sum(blocks[i].line.mark in _ASKS and blocks[i + 1].line.mark not in _ASKS for i in run[:-1])
    said = sum(blocks[i].line.bullet in _DASHES for i in run)
    return set(run) if asked > 1 or said > 2 else set()


_ASKS = frozenset("?？؟;")
_DASHES = frozenset(("-", "–", "—"))
_ANNOUNCES = frozenset(":：")


def _leads_to(block: Block, below: Block) -> bool:
    """Whether a line leads to another article and names none, but the line below reads like the headline of one."""
    return block.line.words < _NAMES_ONE and _leads_on(block) and reads_like_a_headline(below)


_NAMES_ONE = 4  # words at least


def _leads_on(block: Block) -> bool:
    return says(block, "read_more")


def is_complete(block: Block) -> bool:
    """Whether a line leads to another article and names it (`Read also: …`), credits a picture, or says that here was
    an advertisement: no more follows."""
    said = any(w.rule.role == "advertisement" or credits_a_picture(*w, block.line) for w in block.witnesses)
    return said or _leads_elsewhere(block)


def _leads_elsewhere(block: Block) -> bool:
    """Whether a line leads to another article and names it."""
    line = block.line
    return line.words >= _NAMES_ONE and line.mark not in ":：" and _leads_on(block)


def _may_go_on(block: Block) -> bool:
    """Whether a line is a sentence that nobody knows, with which an article may go on."""
    line = block.line
    return line.ended and line.words > 3 and line.mark not in lines.CALLS and not block.witnesses


def _may_begin(block: Block) -> bool:
    """Whether a line is a sentence that nobody knows and that is not the site's, with which an article may begin."""
    return _may_go_on(block) and not (block.line.site or lines.addresses(block.line))


def is_prose(block: Block) -> bool:
    """Whether a line that nobody knows is a sentence, or too long for anything else."""
    return _may_go_on(block) or (block.line.length >= _PROSE and not block.witnesses)


def may_be_a_label(block: Block) -> bool:
    """Whether a line that nobody knows reads like a heading or a headline: no item, no figures, nobody speaks."""
    line = block.line
    text = line.length < _LONG_ITEM and not (line.ended or block.witnesses or line.bullet or line.digits)
    return text and line.mark not in lines.LEADS_ON and not lines.quoted(line)


def _may_be_a_heading(block: Block) -> bool:
    """Whether a line is as short as headings within an article are, where headlines are longer."""
    line = block.line
    return line.length < _HEADING and not (line.ended or line.bullet or block.witnesses)


def _turns(blocks: Sequence[Block], seen: Counter[str]) -> list[bool]:
    """Whether a line stands among five or more of which every other is a sentence, and every other a headline."""
    sorts = []
    for block in blocks:
        line = block.line
        if line.ended:
            sorts.append(1 if 30 < line.length < 250 else 0)
        else:
            label = line.length < 150 and not block.witnesses and seen[block.segment.text] == 1
            sorts.append(2 if label and not line.rest.endswith((":", "：")) else 0)
    out, run = [False] * len(sorts), 0
    for i, sort in enumerate(sorts):
        run = run + 1 if sort and i and sort + sorts[i - 1] == 3 else bool(sort)
        if run == 5:
            out[i - 4 : i + 1] = [True] * 5
        elif run > 5:
            out[i] = True
    return out


def _score(block: Block, look: float, below: Block | None, times: int) -> Sequence[float]:
    line = block.line
    own = block.row if look == block.usual else row(line, block.witnesses, look)
    if below is None:
        return own
    if block.witnesses and _leads_to(block, below):
        announces = own[INSERT]
        own = (*own[:LIST], announces, *own[LIST + 1 : LIST_AFTER], announces, *own[LIST_AFTER + 1 :])
    above_a_list = not line.ended and line.length < 60 and below.line.bullet and not line.bullet
    again = times > 2 and (below.line.ended or below.line.text == line.text)
    if not above_a_list and not again:
        return own
    said = list(own)
    if above_a_list:
        announced = 0.0 if line.rest.endswith((":", "：")) else -1.0
        said[LIST], said[LIST_AFTER] = max(said[LIST], announced), max(said[LIST_AFTER], announced)
    if again:
        said[INSERT] = said[FURNITURE] + 1.5  # what comes again and again between sentences is no end
    return said
