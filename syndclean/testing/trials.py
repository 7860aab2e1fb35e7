"""Cases as tests: each hit and near-miss of a rule, tried alone, then in a dump with all other rules at work.

A rule that does its own cases right may still come too late, or lose to another rule, or undo what another did. So each
case is put into a dump, the dump is cleaned with our rules and yours, and the laws of a document are checked on it.
"""

import functools
import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from syndclean.document import Document, Metadata
from syndclean.edits import broken_law
from syndclean.pipeline import STEPS, pipeline
from syndclean.rule import JOINT, SPACE, Case, JointRule, LineRule, Rule, RuleError, TextRule, compiled, failures
from syndclean.rule import cases as rule_cases
from syndclean.testing.limits import SECONDS, hangs, slow_on

SETTLES = 10.0  # nats: a line rule of this weight means to have the last word on its line
AMONG = "holds alone, but not with all rules at work"
MEND = "bound its repeats or make them possessive (`++`, `*+`), and let no repeat stand directly in another"
BEFORE = "The harbour authority opened the new pier on Monday, two years after a storm had carried the old one away."
BEHIND = "Fishermen said that they had waited long enough, and that they would tie up there before the week was out."


@dataclass(frozen=True, slots=True)
class Trial:
    """One case of one rule among the others of its set; or, where `case` is None, the time its pattern takes.

    `check()` is what a test calls. `failure()` says the same without raising: None where all is well, else a block of
    text with what was given (the part that matters in ⟦ ⟧), what was expected, what came, and what got in the way.
    """

    rule: Rule
    case: Case | None
    among: tuple[Rule, ...]

    @property
    def __name__(self) -> str:  # what pytest calls a parameter
        return f"{self.rule.id}:time" if self.case is None else visible(self.case.id)

    def __repr__(self) -> str:
        return f"<{self.__name__}>"

    def check(self) -> None:
        """Raise `AssertionError` with what `failure` says, if it says something."""
        __tracebackhide__ = True
        failure = self.failure()
        if failure:
            raise AssertionError(failure)

    def failure(self) -> str | None:
        """None where the case holds alone and among the other rules, and breaks no law."""
        if self.case is None:
            return _too_slow(self.rule)
        if hangs(self.case):
            return _report(self.case, f"the pattern takes more than {SECONDS:g} seconds for this text; {MEND}")
        try:
            wrong = self.case.failure()
        except Exception as error:  # the rule's own code may raise anything
            return _report(self.case, f"the rule raises {type(error).__name__}: {error}")
        if wrong:
            return _report(self.case, wrong, *_alone(self.case))
        if not _hold(self.among):  # a set in which another case fails must not run; that case says so itself
            return None
        return _among(self.case, clean_with(self.among))


def cases(rules: Iterable[Rule]) -> list[Trial]:
    """Every case of every rule as a parameter for ``pytest.mark.parametrize``, with a readable id.

    Each is tried alone and among all the other rules, `rules` and ours. One more for each rule with a pattern checks
    that it takes no time to speak of on text that repeats itself. Raises `RuleError` where an id stands twice.

    >>> from syndclean import TextRule
    >>> rule = TextRule("house/double-comma", "A template leaves two commas.", pattern=r",{2,9}", replace=",",
    ...                 hits=(("one,, two", "one, two"),), misses=("one, two",))
    >>> [trial.__name__ for trial in cases([rule])]
    ['house/double-comma:hit-1:one,, two', 'house/double-comma:miss-1:one, two', 'house/double-comma:time']
    >>> [trial.failure() for trial in cases([rule])]
    [None, None, None]
    """
    among = tuple(rules)
    ids = [rule.id for rule in among]
    twice = sorted({one for one in ids if ids.count(one) > 1})
    if twice:
        raise RuleError(f"rule {twice[0]}: the id stands {ids.count(twice[0])} times; give each rule its own")
    out: list[Trial] = []
    for rule in among:
        out += [Trial(rule, case, among) for case in rule_cases([rule])]
        if getattr(rule, "pattern", ""):
            out.append(Trial(rule, None, among))
    return out


@functools.lru_cache(maxsize=32)
def clean_with(rules: tuple[Rule, ...]) -> Callable[[str | bytes], Document]:
    """`syndclean.clean` with these rules beside ours, each in the step that takes its sort.

    Text rules go behind ours in `decode`, joint rules before ours in `repair`, line rules behind ours in `split`. A
    rule with the id of one of ours takes its place, wherever that is.

    >>> clean_with(())("One sentence.").text
    'One sentence.'
    """
    steps: list[Callable[..., Document]] = []
    standing = {rule.id for step in STEPS for rule in _default(step)}
    added = [rule for rule in rules if rule.id not in standing]
    named = {rule.id: rule for rule in rules}
    for step in STEPS:
        ours = tuple(named.get(rule.id, rule) for rule in _default(step))
        own = tuple(rule for rule in added if _step_of(rule) == step.__name__)
        every = own + ours if step.__name__ == "repair" else ours + own
        steps.append(functools.partial(step, rules=every) if every != _default(step) else step)
    return pipeline(*steps)


def our_rules() -> tuple[Rule, ...]:
    """Every rule of ours: those that are listed in `syndclean.rules`, and those that the steps run by default."""
    from syndclean.rules import ALL

    steps = (rule for step in STEPS for rule in _default(step))
    return tuple({rule.id: rule for rule in (*ALL, *steps)}.values())


def _default(step: Callable[..., Any]) -> tuple[Rule, ...]:
    parameter = inspect.signature(step).parameters.get("rules")
    return () if parameter is None else tuple(parameter.default)


def _step_of(rule: Rule) -> str:
    return "decode" if isinstance(rule, TextRule) else "repair" if isinstance(rule, JointRule) else "split"


@functools.lru_cache(maxsize=32)
def _hold(rules: tuple[Rule, ...]) -> bool:
    try:
        return not any(hangs(case) for case in rule_cases(rules)) and not failures(rules)
    except Exception:  # the case that raises says so itself
        return False


def _too_slow(rule: Rule) -> str | None:
    text = slow_on(rule)
    if text is None:
        return None
    return f"rule {rule.id}: the pattern takes more than {SECONDS:g} seconds on {text}; {MEND}"


def _report(case: Case, what: str, *rows: tuple[str, str]) -> str:
    """A failure as a block of text."""
    head = f"{case.rule.id}, {case.sort} {case.number}: {visible(what)}"
    return "\n".join([head, *(f"    {name:11}{visible(text)}" for name, text in rows)])


def visible(text: str) -> str:
    """A text in one line, with what cannot be seen written out.

    >>> visible("a\\u200bb\\n")
    'a\\\\u200bb\\\\n'
    """
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in text)


def _alone(case: Case) -> Iterator[tuple[str, str]]:
    """What a rule did with a case by itself, with the part that matters marked."""
    rule, given = case.rule, case.given
    text = given if isinstance(given, str) else given[0]
    if isinstance(rule, TextRule):
        yield "text", _edited(rule, text)
        yield "expected", text if case.sort == "miss" else given[1]
        yield "came", rule.apply(text)
    elif isinstance(rule, JointRule):
        plain = text.replace(JOINT, "").replace(SPACE, "")
        yield "expected", text
        yield "came", rule.marked(plain)
    elif isinstance(rule, LineRule):
        came = rule.fields(text)
        yield "text", _read(rule, text)
        if case.sort == "miss":
            yield "expected", "no match"
        else:
            yield "expected", f"{rule.kind}/{rule.role}" + ("" if isinstance(given, str) else f", {_fields(given[1])}")
        stops = "no match" if rule.read else "no match: what stands in ⟦ ⟧ can be read, what follows cannot"
        if rule.pattern and compiled(rule.pattern).fullmatch(text.strip(), partial=True):
            stops = "no match: the pattern wants more behind ⟧"
        yield "came", stops if came is None else f"a match, {_fields(came)}"


def _edited(rule: TextRule, text: str) -> str:
    out, at = [], 0
    for edit in rule.edits(text):
        out += [text[at : edit.start], f"⟦{text[edit.start : edit.end]}→{edit.text}⟧"]
        at = edit.end
    return "".join(out) + text[at:]


def _read(rule: LineRule, text: str) -> str:
    """A line with the part marked that the pattern can read: all of it, or as far as it gets."""
    line = text.strip()
    if not rule.pattern:
        return line
    pattern = compiled(rule.pattern)
    low, high = 0, len(line)
    if not pattern.fullmatch(line):
        while low < high:
            middle = (low + high + 1) // 2
            if pattern.fullmatch(line[:middle], partial=True):
                low = middle
            else:
                high = middle - 1
    return f"⟦{line[:high]}⟧{line[high:]}"


def _fields(fields: Any) -> str:
    return ", ".join(f"{name} = {value!r}" for name, value in dict(fields).items()) or "no fields"


def _among(case: Case, clean: Callable[[str | bytes], Document]) -> str | None:
    """What goes wrong with a case in a dump, all rules at work; None if nothing."""
    rule, given = case.rule, case.given
    text = given if isinstance(given, str) else given[0]
    if isinstance(rule, JointRule):
        text = text.replace(JOINT, "").replace(SPACE, "")
    dump, start, end = (text, 0, len(text)) if not isinstance(rule, LineRule) else _dump(rule, text)
    document = clean(dump)
    wrong = _law(document, clean)
    if wrong:
        return _report(case, f"with all rules at work, {wrong}", ("text", dump), ("came", document.text))
    if case.sort == "miss":
        return None
    if isinstance(rule, TextRule):
        return _text_among(case, document, clean)
    if isinstance(rule, JointRule):
        return _joint_among(case, document)
    return _line_among(case, document, start, end) if isinstance(rule, LineRule) and rule.weight >= SETTLES else None


def _law(document: Document, clean: Callable[[str | bytes], Document]) -> str | None:
    """The first law that a document breaks."""
    broken = broken_law(document.raw, document.segments, document.edits)
    if broken:
        return f"a law is broken: {broken}"
    if any("settle" in problem.message for problem in document.metadata.problems):
        return None
    again = clean(document.text)
    if again.text != document.text:
        return f"cleaning the article again changes it: it becomes {again.text!r}"
    return None


def _text_among(case: Case, document: Document, clean: Callable[[str | bytes], Document]) -> str | None:
    """Before and after must come to the same, whichever rule saw to it."""
    wanted = clean(case.given[1])
    came, expected = (["\n".join(s.text for s in d.segments)] for d in (document, wanted))
    if came == expected:
        return None
    acted = dict.fromkeys(rule for edit in document.edits for rule in edit.rules)
    return _report(case, AMONG, ("text", case.given[0]), ("expected", expected[0]), ("came", came[0]),
                   ("in the way", _others(case, acted)))  # fmt: skip


def _joint_among(case: Case, document: Document) -> str | None:
    """Every mark of the case must be where a segment begins, or a space was put in."""
    borders = {segment.start for segment in document.segments}
    spaces = {edit.start for edit in document.edits if edit.start == edit.end}
    at = 0
    for character in case.given:
        if character not in (JOINT, SPACE):
            at += 1
        elif _behind_space(document.raw, at) not in borders if character == JOINT else at not in spaces:
            came = JOINT.join(segment.text for segment in document.segments)
            acted = dict.fromkeys([s.rule for s in document.segments] + [r for e in document.edits for r in e.rules])
            return _report(case, AMONG, ("expected", case.given), ("came", came), ("in the way", _others(case, acted)))
    return None


def _behind_space(text: str, at: int) -> int:
    """The first place from `at` on that is not white space: where a segment can begin."""
    return at + len(text[at:]) - len(text[at:].lstrip())


def _dump(rule: LineRule, line: str) -> tuple[str, int, int]:
    """A dump with the line where one of its kind stands, and the range of the line in it."""
    parts = {"header": [line, BEFORE, BEHIND], "body": [BEFORE, line, BEHIND]}.get(rule.kind, [BEFORE, BEHIND, line])
    dump = "\n".join(parts)
    start = sum(len(part) + 1 for part in parts[: parts.index(line)])
    return dump, start, start + len(line)


def _line_among(case: Case, document: Document, start: int, end: int) -> str | None:
    """The line must come out as the kind and the role that its rule says."""
    rule = case.rule
    assert isinstance(rule, LineRule)
    here = [s for s in document.segments if s.start < end and start < s.end]
    if any((s.kind, s.role) == (rule.kind, rule.role) for s in here):
        return _facts_among(case, document)
    return _report(
        case, "matches alone, but with all rules at work the line comes out as something else",
        ("text", f"⟦{document.raw[start:end]}⟧ in a dump of two paragraphs"), ("expected", f"{rule.kind}/{rule.role}"),
        ("came", " + ".join(f"{s.kind}/{s.role} {s.text!r}" for s in here)),
        ("in the way", _others(case, dict.fromkeys(s.rule for s in here))),
    )  # fmt: skip


def _facts_among(case: Case, document: Document) -> str | None:
    """Every metadata field that the case gives must be read, and say where it stands."""
    expected = {} if isinstance(case.given, str) else dict(case.given[1])
    for name, value in expected.items():
        if name not in Metadata.model_fields or not value or any(f.name == name for f in document.metadata.fields):
            continue
        problems = [problem.message for problem in document.metadata.problems if problem.field == name]
        return _report(case, f"the line is seen, but {name} cannot be read from {value!r}",
                       ("why", "; ".join(problems) or f"{name} is not among the fields of the document"))  # fmt: skip
    return None


def _others(case: Case, acted: Iterable[str]) -> str:
    others = [rule for rule in acted if rule and rule != case.rule.id]
    return ", ".join(others) or "no other rule: it came too late or too early"


