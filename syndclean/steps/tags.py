"""Which labels behind an article are its tags: those of which it speaks, in a row or below each other, or a key."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from syndclean import dates, facts
from syndclean.rules import notices, phrases
from syndclean.rules.keys import roles_of
from syndclean.steps.above import ABOVE, FREE, article, begun_at, is_more_than_a_menu, telling, titles_of
from syndclean.steps.evidence import Block, Said, barred, says
from syndclean.steps.others import behind_others
from syndclean.steps.sequence import BODY, FIELDS, OTHERS

UNNAMED = FREE | OTHERS  # what a line behind an article may have been taken for that nobody knows
_MOST = 0.6  # of the labels below each other, for all of them to be tags
LINES = 12  # of tags or of contacts, at most
LABEL, _PIECE = 32, 40  # characters of the longest label below others and in a row


def tags(
    blocks: Sequence[Block], states: Sequence[int], wide: Mapping[int, Sequence[int]], taken: frozenset[int]
) -> Said:
    """The labels of which the article speaks, in a row on a line or below each other, and those below a key of tags."""
    begun, titles = begun_at(states), titles_of(states)
    first = titles[-1] if titles and begun - titles[-1] < ABOVE else begun
    free = [i for i in range(first + 1, len(states)) if states[i] in UNNAMED and i not in taken and is_label(blocks[i])]
    rows = [i for i in free if blocks[i].segment.start in wide or _PARTED.search(blocks[i].segment.text)]
    short = [i for i in free if i > begun and _is_short_label(blocks[i])]
    below = _below_keys(blocks, states, taken) if short else []
    if not (rows or below or len(short) > 1):
        return {}
    said = telling(article(blocks, states))
    found: dict[int, str] = {}
    others = behind_others(states)
    for i in rows:
        keyed = i > begun and is_key(blocks[i - 1], "tags") and not others[i - 1]
        if row := _row(blocks[i], wide, said, _closely(states, i), behind=i > begun, keyed=keyed):
            found[i] = row
    known = {i for i in short if _HASH.match(blocks[i].segment.text) or said.has(blocks[i].segment.text)}
    runs = [run for run in _runs(short, known) if 1 < len(known.intersection(run)) >= _MOST * len(run)]
    runs += [run for run in below if not (others[run[0] - 1] and known.isdisjoint(run))]
    found |= {i: found.get(i, blocks[i].segment.text) for run in runs for i in run}
    read = {i: notices.TAGS.fields(row) for i, row in found.items()}
    out: Said = {i: (notices.TAGS, given) for i, given in read.items() if given is not None}
    for i in found:
        above = i - 1
        if above > begun and above not in found and _announces(blocks, states, above, i + 1 in found):
            out[above] = notices.TAGS, {"key": blocks[above].segment.text}
    return out


_HASH = re.compile(r"[#＃]\w[\w ]{1,30}\Z")
_RANK = re.compile(r"[#＃]\d{1,2}\s")  # in a list of what is read most: #1 The harbour
_HASHES = re.compile(r"(?:[#＃]\w[\w-]{1,24}(?: [\w-]{1,24}){0,2}[\s,]{0,3}){2,12}\Z")


def is_label(block: Block) -> bool:
    label = not (is_more_than_a_menu(block) or block.line.ended) and block.line.length <= notices.TAGS.longest
    return label and _RANK.match(block.segment.text) is None


def _row(
    block: Block, wide: Mapping[int, Sequence[int]], said: facts.Telling, closely: bool, behind: bool, keyed: bool
) -> str:
    """The labels of a row, of which the article tells one at least if it stands closely, else half, but below their key
    it need tell none; above the article there are three or more."""
    pieces = _pieces(barred(block.segment.text, wide.get(block.segment.start, ())))
    labels = 2 - behind < len(pieces) <= LINES and max(map(len, pieces)) <= _PIECE
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


def _closely(states: Sequence[int], at: int) -> bool:
    """Whether a line stands right below the article or one of its fields."""
    return states[at - 1] == BODY or states[at - 1] in FIELDS


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
        if states[i] != BODY and i not in taken and (joined or is_key(blocks[i], "tags")):
            run = [n for n in run_from(blocks, i + 1, _is_short_label) if states[n] in UNNAMED and n not in taken]
            if run and run[-1] == i + len(run):
                out.append(run)
    return out


def _is_short_label(block: Block) -> bool:
    return is_label(block) and block.line.length <= LABEL and block.line.words < 4


def _announces(blocks: Sequence[Block], states: Sequence[int], at: int, several: bool) -> bool:
    """Whether a line is a key of tags, or a label right below the article and above several of them."""
    label = several and states[at] in UNNAMED and _closely(states, at) and _is_short_label(blocks[at])
    return label or is_key(blocks[at], "tags")


def is_key(block: Block, role: str) -> bool:
    """Whether a line is a known key of a role and nothing else."""
    return len(block.segment.text) < LABEL and role in roles_of(block.segment.text)


def run_from(blocks: Sequence[Block], first: int, goes_on: Callable[[Block], bool]) -> list[int]:
    """The lines from the first on, as far as each goes on."""
    out: list[int] = []
    for i in range(first, min(len(blocks), first + LINES)):
        if not goes_on(blocks[i]):
            break
        out.append(i)
    return out
