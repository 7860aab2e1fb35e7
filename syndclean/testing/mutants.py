"""What no case notices: every rule weakened in turn, and the weakenings that change no verdict.

A rule's cases prove what it does; that they *pin it down* is seen only when something in the rule is broken and a case
fails. Each alternative, literal, class, anchor, repeat, flag and named group of a pattern is weakened alone; so is each
condition of a function that finds without a pattern.
"""

import dataclasses
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from syndclean.rule import Rule, RuleError, cases
from syndclean.testing.functions import weaker_functions
from syndclean.testing.limits import hangs
from syndclean.testing.pattern import Alternative, Part, Unreadable, parse, walk

_BOUNDS = ("at_least", "under", "ended")  # of a `ShapeRule`
MANY = 40  # from this many alternatives on they are a vocabulary: one mutant for each shape of entry
FEW = 8  # a class of more members is a set of characters, and its members are not dropped one by one


@dataclass(frozen=True, slots=True)
class Mutant:
    """One weakening of one rule that no case of the rule notices.

    `words` says what nothing tests, `was` is what stood there and `now` what the mutant has instead; `reason` is what
    was given for leaving it so, or empty.
    """

    rule: str
    words: str
    was: str
    now: str
    reason: str = ""

    def __str__(self) -> str:
        return f"{self.rule}: {self.words}" + (f" ({self.reason})" if self.reason else "")


def mutants(rules: Iterable[Rule], *, because: Mapping[str, Mapping[str, str]] | None = None) -> list[Mutant]:
    r"""The weakenings of `rules` that none of their cases notices, in the order in which they stand.

    `because` gives reasons for those that may stay: rule id, then the words of the mutant, then the reason. A reason
    for something that a case does notice comes back as a mutant too, so that no reason outlives its cause. A rule whose
    cases fail as it stands raises `RuleError`: mend that first.

    >>> from syndclean import LineRule
    >>> rule = LineRule("house/published", "Day.", "footer", "publish_date", pattern=r"(?:Publié le|Paru le) \d{2}",
    ...                 hits=("Paru le 12",),
    ...                 misses=("Paru le soir", "Paru le ab", "Paru le 2", "Paru le 123", "Vu le 12"))
    >>> for mutant in mutants([rule]):
    ...     print(mutant)
    house/published: nothing tests `Publié le`
    """
    out: list[Mutant] = []
    reasons = {rule: dict(given) for rule, given in (because or {}).items()}
    for rule in rules:
        wrong = ["endless search" if hangs(case) else case.failure() for case in cases([rule])]
        wrong = [failure for failure in wrong if failure]
        if wrong:
            raise RuleError(f"rule {rule.id}: its cases fail as it stands, mend that first: {wrong[0]}")
        given = reasons.pop(rule.id, {})
        for weak, words, was, now in weakened(rule):
            if not _noticed(weak):
                out.append(Mutant(rule.id, words, was, now, given.pop(words, "")))
        for words in given:
            out.append(Mutant(rule.id, f"a reason is given for {words!r}, which a case notices: drop it", "", ""))
    return out + [Mutant(rule, "a reason is given for a rule that is not there", "", "") for rule in reasons]


def survivors(rules: Iterable[Rule], *, because: Mapping[str, Mapping[str, str]] | None = None) -> list[str]:
    """The mutants without a reason, a line each: what a test asserts to be empty.

    >>> from syndclean.rules.characters import CONTROL
    >>> survivors([CONTROL])
    []
    """
    return [str(mutant) for mutant in mutants(rules, because=because) if not mutant.reason]


def weakened(rule: Rule) -> Iterator[tuple[Rule, str, str, str]]:
    """Each weaker copy of a rule: the copy, what it lacks in words, what stood there, what stands there now."""
    pattern = getattr(rule, "pattern", "")
    if pattern:
        for words, was, now, weaker in weaker_patterns(pattern):
            try:
                yield _with(rule, pattern=weaker), words, was, now
            except RuleError:  # a group that something else names cannot be taken away
                continue
    for field in dataclasses.fields(rule):  # type: ignore[arg-type]
        given = getattr(rule, field.name)
        if field.name in ("left", "right", "then") and isinstance(given, str) and given:  # insides of classes
            for now, words in _of_class(f"[{given}]", parse(f"[{given}]")[0].parts[0]):
                if now not in (r"[^\n]", r"[\s\S]"):
                    yield _with(rule, **{field.name: now[1:-1]}), words.replace("@", f"`{field.name}`"), given, now
        elif field.name in _BOUNDS and given != field.default:
            yield _with(rule, **{field.name: field.default}), f"nothing needs `{field.name}`", str(given), "any"
        elif callable(given):
            for words, was, now, function in weaker_functions(given):
                yield _with(rule, **{field.name: function}), words, was, now


def _with(rule: Any, **changes: Any) -> Rule:
    changed: Rule = dataclasses.replace(rule, **changes)
    return changed


def _noticed(rule: Rule) -> bool:
    """Whether a case fails, in whatever way, an endless search included."""
    try:
        return any(hangs(case) or case.failure() for case in cases([rule]))
    except Exception:  # a rule that raises is noticed, whatever it raises
        return True


def weaker_patterns(pattern: str) -> Iterator[tuple[str, str, str, str]]:
    """Each weakening of a pattern: what it lacks in words, what stood there, what stands there now, the whole.

    A pattern that cannot be taken apart gives one weakening, which is the pattern itself and says why.
    """
    try:
        tree = parse(pattern)
    except Unreadable as error:
        yield f"the pattern cannot be weakened: {error}", pattern, pattern, pattern
        return
    seen: set[str] = {pattern}
    for start, end, now, words in (*_of_alternatives(pattern, tree, 0, len(pattern)), *_of_parts(pattern, tree)):
        weaker = pattern[:start] + now + pattern[end:]
        if weaker not in seen:
            seen.add(weaker)
            yield words.replace("@", _where(pattern, start, end)), pattern[start:end], now, weaker
    for places in _equal_classes(pattern, tree):
        for now, words in _of_class(pattern, places[0]):
            weaker = pattern
            for part in reversed(places):
                weaker = weaker[: part.start] + now + weaker[part.end :]
            was = pattern[places[0].start : places[0].end]
            yield words.replace("@", f"`{_short(was)}`"), was, now, weaker


Weakening = tuple[int, int, str, str]  # a range of the pattern, what is to stand there, what that leaves untested


def _equal_classes(pattern: str, tree: list[Alternative]) -> Iterable[list[Part]]:
    """The classes of a pattern; one that stands several times is one thing, and weakened everywhere at once."""
    out: dict[str, list[Part]] = {}
    for part in walk(tree):
        if part.sort == "class":
            out.setdefault(pattern[part.start : part.end], []).append(part)
    return out.values()


def _where(pattern: str, start: int, end: int) -> str:
    """The place in the pattern, with as much around it as tells it from the others of its kind."""
    what = pattern[start:end]
    shown = _short(what)
    if pattern.count(what) == 1:
        return f"`{shown}`"
    return f"`{shown}` in `{pattern[max(0, start - 12) : start]}⟦{shown}⟧{pattern[end : end + 12]}`"


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:40]} … {text[-16:]}"


def _of_parts(pattern: str, tree: list[Alternative]) -> Iterator[Weakening]:
    whole = {id(a.parts[0]) for group in _groups(tree) if len(group) > 1 for a in group if len(a.parts) == 1}
    for part in walk(tree):
        yield from _of_repeat(pattern, part)
        if part.sort in ("anchor", "look"):
            yield part.start, part.stop, "", "nothing needs @"
        elif part.sort == "flags":
            yield from _of_flags(pattern, part)
        elif part.sort == "group":
            yield from _of_group(pattern, part, id(part) in whole)
    for group in _groups(tree):
        for alternative in group:
            yield from _of_literals(pattern, alternative, whole=len(group) > 1)


def _groups(tree: list[Alternative]) -> Iterator[list[Alternative]]:
    yield tree
    yield from (part.alternatives for part in walk(tree) if part.alternatives)


def _of_group(pattern: str, part: Part, is_alternative: bool) -> Iterator[Weakening]:
    yield from _of_alternatives(pattern, part.alternatives, part.opens, part.end - 1)
    if part.name:
        yield part.start, part.opens, "(?:", "nothing checks what @ gives"
    choice = len(part.alternatives) > 1 and all(_is_text(pattern, a) for a in part.alternatives)
    if choice and not is_alternative:
        shown = _short(pattern[part.start : part.end])
        yield part.opens, part.end - 1, r"[^\n]{1,60}", f"any text would do for `{shown}`"


def _is_text(pattern: str, alternative: Alternative) -> bool:
    return any(p.sort == "literal" and pattern[p.start : p.end].strip("\\").isalnum() for p in alternative.parts)


def _of_alternatives(pattern: str, alternatives: list[Alternative], start: int, end: int) -> Iterator[Weakening]:
    if len(alternatives) < 2:
        return
    texts = [pattern[a.start : a.end] for a in alternatives]
    for shape, members in _shapes(texts).items():
        kept = "|".join(text for i, text in enumerate(texts) if i not in members)
        if len(members) == len(texts):
            kept = r"(?!)"
        first = _short(texts[members[0]])
        words = f"nothing tests `{first}`" if first else "nothing tests the empty alternative of @"
        if len(members) > 1:
            words = f"nothing tests any of {len(members)} entries like `{first}` ({shape})"
        yield start, end, kept, words


def _shapes(texts: Sequence[str]) -> dict[str, list[int]]:
    """The numbers of the entries, by shape where they are many."""
    out: dict[str, list[int]] = {}
    for i, text in enumerate(texts):
        out.setdefault(shape(text) if len(texts) >= MANY else str(i), []).append(i)
    return out


def shape(entry: str) -> str:
    """What an entry of a vocabulary looks like: its scripts, and what stands in it that is no letter.

    >>> shape("Publié le"), shape("Дата:"), shape("2. Platz")
    ('latin latin', 'cyrillic:', '#. latin')
    """
    out: list[str] = []
    for character in entry:
        now = character
        if character.isdigit():
            now = "#"
        elif character.isalpha() or unicodedata.category(character)[0] == "M":
            now = unicodedata.name(character, "letter").split()[0].lower()
            now = out[-1] if now in ("combining", "modifier") and out else now
        if now == "cjk" or not out or out[-1] != now:
            out.append(now) if not (out and out[-1] == now) else None
    return "".join(out)


def _of_literals(pattern: str, alternative: Alternative, *, whole: bool) -> Iterator[Weakening]:
    """Each run of literal characters, unless it is an alternative by itself: that is dropped as one."""
    run: list[Part] = []
    for part in [*alternative.parts, Part("other", 0, 0)]:
        if part.sort == "literal" and part.stop == part.end and (not run or run[-1].stop == part.start):
            run.append(part)
            continue
        if run and not (whole and run[0].start == alternative.start and run[-1].end == alternative.end):
            start, end = run[0].start, run[-1].end
            if pattern[start:end].replace("\\", "").strip() and pattern[start:end] != r"\n":
                yield start, end, r"[^\n]" if len(run) == 1 else r"[^\n]{1,60}", "any text would do for @"
        run = [part] if part.sort == "literal" and part.stop == part.end else []


def _of_repeat(pattern: str, part: Part) -> Iterator[Weakening]:
    if part.stop == part.end:
        return
    what, sign = pattern[part.start : part.end], pattern[part.end : part.stop]
    if part.least == 0:
        yield part.start, part.stop, "", "nothing tests what @ lets in"
        again = "{1}" if part.most == 1 else f"{{1,{part.most or ''}}}"
        yield part.start, part.stop, what + again, "nothing leaves out @"
    if part.least > 1 and part.most == part.least:
        yield part.end, part.stop, "{1,}", f"any number would do for `{what}{sign}`"
    elif part.least > 1:
        yield part.end, part.stop, f"{{1,{part.most or ''}}}", f"nothing is too short for `{what}{sign}`"
    if part.most is None or part.most > max(1, part.least):
        yield part.end, part.stop, "" if part.least == 1 else f"{{{part.least}}}" if part.least else "?", \
            f"nothing has more than {max(1, part.least)} of `{what}{sign}`"  # fmt: skip


def _of_class(pattern: str, part: Part) -> Iterator[tuple[str, str]]:
    """What may stand in the place of a class, and what that leaves untested."""
    what = pattern[part.start : part.end]
    members = [pattern[start:end] for start, end in part.members]
    if what in (r"\R", r"\X") or (what.startswith("[^") and all(m in (r"\n", r"\r", r"\t") for m in members)):
        return
    yield r"[^\n]" if r"\n" not in members else r"[\s\S]", "any character would do for @"
    if 1 < len(members) <= FEW:
        opening = "[^" if what.startswith("[^") else "["
        for i, member in enumerate(members):
            kept = "".join(m for k, m in enumerate(members) if k != i)
            kept = ("\\" if kept[0] in "^]" else "") + kept
            words = f"nothing tests `{member}` in @"
            yield f"{opening}{kept}]", words


def _of_flags(pattern: str, part: Part) -> Iterator[Weakening]:
    letters = pattern[part.start + 2 : part.end - 1]
    for letter in letters:
        if letter in "ims":
            kept = letters.replace(letter, "")
            yield part.start, part.end, f"(?{kept})" if kept else "", f"nothing needs the flag {letter} of @"


