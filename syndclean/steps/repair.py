"""One segment of repaired characters in, a segment for each block out: lines unwrapped, joints parted, marks turned."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

from syndclean.document import Document, Edit, Problem, Segment, filled
from syndclean.edits import compose, cut, replay
from syndclean.rule import JOINT, JointRule, TextRule, compiled, prove
from syndclean.rules import characters, joints, quotes, wraps
from syndclean.steps.decode import MAX_CHARACTERS, MAX_EDITS, UNTOUCHED, WHOLE, most_lines, untouched

INVISIBLE = "text/invisible"
BREAK = "\n\n"  # between two blocks, as `Document.text` has it
ROUNDS = 4  # a turned mark or a found break may show another; nearly every text settles in two

RULES: tuple[JointRule | TextRule, ...] = (*wraps.RULES, *joints.RULES, *quotes.RULES)


def repair(document: Document, *, rules: Sequence[JointRule | TextRule] = RULES) -> Document:
    """The blocks of a document: parted at line ends and where a break is missing, spaces put in, marks turned.

    `document` is what `decode` gives; where it holds several segments, their borders, kinds and roles stay and each is
    looked at by itself. `rules` are asked in their order: a `TextRule` before the first `JointRule` sees the lines as
    they came, one behind sees the blocks with a blank line between two. Each segment that comes out names the rule that
    began it. A document that would have more breaks than `most_lines` or more than `MAX_EDITS` spaces put in is left as
    it came, with a problem. Raises `RuleError` where a rule's own case fails.

    >>> from syndclean import decode
    >>> [segment.text for segment in repair(decode("The boats left the harbour.They will be back.")).segments]
    ['The boats left the harbour.', 'They will be back.']
    """
    rules = tuple(rules)
    prove(rules)
    segments: list[Segment] = []
    edits: list[Edit] = []
    problems: list[Problem] = []
    most = most_lines(sum(len(segment.text) for segment in document.segments))
    for segment, own in _with_edits(document):
        if segment.kind != "body" or segment.rule == UNTOUCHED or not segment.text:
            segments.append(segment)
            edits += own
            continue
        repaired = _repaired(document.raw, segment, own, rules)
        if repaired is None or len(segments) > most:
            return untouched(document.raw, f"there would be more than {most} breaks or {MAX_EDITS} spaces put in")
        blocks, made, settled = repaired
        segments += blocks
        edits += made
        if not settled:
            message = f"the text did not settle in {ROUNDS} rounds of repair"
            problems.append(Problem(segment.start, segment.end, "body", message))
    if sum(len(segment.text) + len(BREAK) for segment in segments) - len(BREAK) > MAX_CHARACTERS:
        return untouched(document.raw, f"with its breaks it would have more than {MAX_CHARACTERS} characters")
    changes: dict[str, Any] = {"segments": tuple(segments), "edits": tuple(edits)}
    if problems:
        before = document.metadata
        changes["metadata"] = before.model_copy(update={"problems": (*before.problems, *problems)})
    return document.with_(**changes)


def settled(text: str, rules: Sequence[JointRule | TextRule] = RULES) -> bool:
    """Whether `repair` leaves a text of blocks, a blank line between two, as it is: no edit, no break but those.

    >>> settled("The boats left.\\n\\nThey will be back."), settled("The boats left.They will be back.")
    (True, False)
    """
    order = _order(tuple(rules))
    text, _ = characters.plain(text)
    if any(rule.edits(text, at_most=1) for rule in order.before + order.after):
        return False
    return next(order.inner.joints(text, order.inner.places(text)), None) is None


class _Order(NamedTuple):
    """A set of rules as a text meets them: first those that see its lines as they came, then those of its joints.

    `inner` are the rules of joints that look inside a line, for one that ended has ended; `first` are those of the
    first round, where that is not known yet. Where each line ends and nobody is to be asked, they are inner, and `ends`
    is what finds the ends.
    """

    before: tuple[TextRule, ...]
    first: joints.Sight
    inner: joints.Sight
    after: tuple[TextRule, ...]
    ends: joints.Sight | None


@lru_cache(maxsize=64)
def _order(rules: tuple[JointRule | TextRule, ...]) -> _Order:
    begin = next((n for n, rule in enumerate(rules) if isinstance(rule, JointRule)), len(rules))
    before, after = ([rule for rule in some if isinstance(rule, TextRule)] for some in (rules[:begin], rules[begin:]))
    first = tuple(rule for rule in rules if isinstance(rule, JointRule))
    inner = tuple(rule for rule in first if rule.right != r"\n")
    parted = first[:1] == (joints.LINE_END,) and not any(compiled(f"[{rule.right}]").match("\n") for rule in inner)
    ends = joints.sight((joints.LINE_END,)) if parted else None
    return _Order(tuple(before), joints.sight(inner if parted else first), joints.sight(inner), tuple(after), ends)


def _with_edits(document: Document) -> list[tuple[Segment, tuple[Edit, ...]]]:
    """Each segment with the edits that lie in it."""
    if len(document.segments) == 1:
        return [(document.segments[0], document.edits)]
    out, n = [], 0
    for segment in document.segments:
        first = n
        while n < len(document.edits) and document.edits[n].end <= segment.end:
            n += 1
        out.append((segment, document.edits[first:n]))
    return out


def _repaired(
    raw: str, segment: Segment, edits: tuple[Edit, ...], rules: tuple[JointRule | TextRule, ...]
) -> tuple[list[Segment], list[Edit], bool] | None:
    """The blocks of one segment, their edits, and whether another look would find nothing more; None: too many."""
    base, own = segment.start, edits
    if base or segment.end < len(raw):
        raw = raw[base : segment.end]
        own = tuple(Edit(e.start - base, e.end - base, e.text, e.rules) for e in edits) if base else edits
    text, back = characters.plain(segment.text)
    found = _settled(text, rules)
    if found is None:
        return None
    changes, cuts, settled = found
    if text is not segment.text:
        changes, cuts = _as_it_came(segment.text, changes, cuts, back)
    if own:  # between two line ends may stand what an edit deleted: a piece of its own, not of the next block
        cuts = dict.fromkeys(_line_ends(replay(segment.text, changes)), joints.LINE_END.id) | cuts
    pieces = cut(raw, compose(own, changes) if changes else own, sorted(cuts))
    rows: list[tuple[Any, ...]] = []
    kept: list[Edit] = []
    kind, role = segment.kind, segment.role
    otherwise = joints.LINE_END.id if segment.rule == WHOLE else segment.rule
    for start, end, written, within, began in pieces:
        if within:
            kept += within
        if written:
            rows.append((base + start, base + end, kind, role, written, None, None, cuts.get(began) or otherwise))
        else:
            rows.append((base + start, base + end, "boilerplate", "other", "", None, None, INVISIBLE))
    segments = list(filled(Segment, rows))
    if base:
        kept = [Edit(e.start + base, e.end + base, e.text, e.rules) for e in kept]
    return segments, kept, settled


def _as_it_came(
    text: str, edits: tuple[Edit, ...], cuts: dict[int, str], back: Callable[[int], int]
) -> tuple[tuple[Edit, ...], dict[int, str]]:
    """The edits and cuts of a plain text as those of `text`; cuts are offsets of what the edits leave of it."""
    edits = tuple(Edit(back(e.start), back(e.end), e.text, e.rules) for e in edits)
    _, back = characters.plain(replay(text, edits))
    return edits, {back(at): rule for at, rule in cuts.items()}


def _line_ends(text: str) -> Iterator[int]:
    at = text.find("\n")
    while at >= 0:
        yield at
        at = text.find("\n", at + 1)


def _settled(
    text: str, rules: tuple[JointRule | TextRule, ...]
) -> tuple[tuple[Edit, ...], dict[int, str], bool] | None:
    """The edits of a text, the cuts with the rules that made them, and whether all this is stable; None: too many.

    Every round looks at what the round before left, with a blank line at each cut, as if it came in anew.
    """
    order = _order(rules)
    edits: tuple[Edit, ...] = ()
    for rule in order.before:
        made = rule.edits(text)
        if made:
            edits = compose(edits, made)
            text = replay(text, made)
    view, most = text, most_lines(len(text))
    asked: str | None = None
    found: dict[int, str] = {}
    where = order.first.places(view)
    for n in range(ROUNDS):
        stand = _stand(found)
        spaces: list[Edit] = []
        fresh: dict[int, str] = {}
        if n == 0:  # at the very beginning nothing stands before a line end, so no rule sees it
            ends = order.ends.places(text) if order.ends else []
            fresh = dict.fromkeys([0, *ends] if text.startswith("\n") else ends, joints.LINE_END.id)
            if len(fresh) > most:
                return None
        for joint in (order.inner if n else order.first).joints(view, where):
            at = _unparted(joint.at, stand)
            if joint.missing == JOINT:
                fresh[at] = joint.rule
            else:
                spaces.append(Edit(at, at, " ", (joint.rule,)))
            if len(found) + len(fresh) > most or len(spaces) > MAX_EDITS:
                return None
        found |= fresh
        inner = [_unparted(at, stand) for at in where if view[at] != "\n"]
        rest = [at for at in inner if at not in found]
        places, stand = sorted(found), _stand(found)
        view = _parted(text, places) if fresh else view
        made = spaces
        if view is not asked:  # else nothing is new, and nothing was found
            asked = view
            own = [e for rule in order.after for e in rule.edits(view)]
            made += [Edit(_unparted(e.start, stand), _unparted(e.end, stand), e.text, e.rules) for e in own]
            made.sort(key=lambda e: (e.start, e.end))
        if made:
            edits = compose(edits, made)
            text = replay(text, made)
            found = _moved(found, made)
            view = _parted(text, sorted(found))
        if not made and not fresh:
            return edits, found, True
        # where nothing was edited, the same characters meet as before, but for those that were parted
        where = order.inner.places(view) if made else [at + len(BREAK) * bisect_right(places, at) for at in rest]
    return edits, found, False


def _parted(text: str, places: Sequence[int]) -> str:
    """The text with a blank line at each place."""
    borders = [0, *places, len(text)]
    return BREAK.join(text[a:b] for a, b in pairwise(borders))


def _stand(found: Iterable[int]) -> list[int]:
    """Where what is behind each cut stands in the parted text."""
    return [at + len(BREAK) * n for n, at in enumerate(sorted(found), 1)]


def _unparted(offset: int, stand: Sequence[int]) -> int:
    """Where an offset of the parted text stands in the text."""
    return offset - len(BREAK) * bisect_right(stand, offset)


def _moved(found: dict[int, str], made: Sequence[Edit]) -> dict[int, str]:
    """The cuts, where they stand once the edits are made."""
    drift = list(accumulate((len(e.text) - (e.end - e.start) for e in made), initial=0))
    starts = [e.start for e in made]
    return {at + drift[bisect_left(starts, at)]: rule for at, rule in found.items()}
