"""A rule that looks its phrases up has thousands of them: every entry is found, and every shape of entry has a case."""

import re
from importlib.resources import files

import pytest

from syndclean import LineRule
from syndclean.rules import headings, lines, phrases, wires

FILLED = {"{n}": "12", "{*}": "Something else", "{name}": "Jane Doe", "{date}": "3 March 2025"}
PLACE = re.compile(r"\{(?:n|\*|name|date)\}")


def vocabulary() -> dict[str, list[str]]:
    """The phrases by what they say of their line."""
    out: dict[str, list[str]] = {}
    for line in files("syndclean.rules").joinpath("vocabulary", "phrases.tsv").read_text("utf-8").split("\n"):
        if line and line[0] != "#":
            what, _, phrase = line.split("\t")[:3]
            words = phrases.bare(phrase, keep="{}").split(" ")
            if "{" not in words[0] or "{" not in words[-1]:  # one that is open at both ends is not looked for
                out.setdefault(what, []).append(phrase)
    return out


def shapes(phrase: str) -> set[str]:
    """What a phrase leaves open."""
    return set(PLACE.findall(phrase)) or {"nothing left open"}


ENTRIES = vocabulary()
RULES = [rule for rule in phrases.RULES if f"{rule.kind}/{rule.role}" in ENTRIES]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_entry_is_found(rule: LineRule) -> None:
    entries = ENTRIES[f"{rule.kind}/{rule.role}"]
    lines = [PLACE.sub(lambda match: FILLED[match[0]], entry) for entry in entries]
    # A phrase may stand under several roles; the first that the file gives has it.
    assert [line for line in lines if phrases.entry(line) is None] == []
    assert any(rule.fields(line) is not None for line in lines)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_shape_of_entry_has_a_hit(rule: LineRule) -> None:
    entries = ENTRIES[f"{rule.kind}/{rule.role}"]
    hits = [phrases.bare(hit if isinstance(hit, str) else hit[0]) for hit in rule.hits]
    covered: set[str] = set()
    for entry in entries:
        holds = phrases.bare(PLACE.sub("\0", entry), keep="\0").split("\0")
        pattern = re.compile(".{1,120}".join(map(re.escape, holds)))
        if any(pattern.fullmatch(hit) for hit in hits):
            covered |= shapes(entry)
    assert {shape for entry in entries for shape in shapes(entry)} - covered == set()


# ---- sentences of agencies and feeds ----

SAID = {"*": " so it is said ", "item": "report", "at": "in", "title": "The pier is open",
        "source_name": "The Pier Post", "licence": "a Creative Commons", "tags": "harbour, boats",
        "who": "The Pier Post", "house": "The Pier Post"}  # fmt: skip
READ = SAID | {"licence": "Creative Commons"}
READ = {name: READ[name] for name in ("title", "source_name", "licence", "tags", "house")}
NAMES = {"house": "source_name"}
HOLE = re.compile(r"\{([\w*]+)\}")


def sentences() -> list[list[str]]:
    """Each sentence with its rule and its language."""
    text = files("syndclean.rules").joinpath("vocabulary", "wires.tsv").read_text("utf-8")
    return [line.split("\t") for line in text.split("\n") if line and line[0] != "#"]


@pytest.mark.parametrize(("rule", "language", "sentence"), sentences())
def test_every_sentence_is_read(rule: str, language: str, sentence: str) -> None:
    line = HOLE.sub(lambda hole: SAID[hole[1]], sentence)
    expected = {NAMES.get(name, name): READ[name] for name in HOLE.findall(sentence) if name in READ}
    for form in (line, f"({line}.)", line.upper() if line.isascii() else line):
        assert rule in wires.sentences(form), form
    assert wires.sentences(line)[rule] == (language, expected)


def notices() -> list[tuple[str, str, list[list[str]]]]:
    """Each notice in words of a language: what it says, the language, and its lists of words."""
    text = files("syndclean.rules").joinpath("vocabulary", "notice_words.txt").read_text("utf-8")
    rows = [line.split("\t") for line in text.split("\n") if line and line[0] != "#"]
    return [(what, language, [words.split("|") for words in lists]) for what, language, *lists in rows]


@pytest.mark.parametrize(("what", "language", "lists"), notices())
def test_every_word_of_a_notice_is_heard(what: str, language: str, lists: list[list[str]]) -> None:
    rule = {"leave": "wire/own-leave", "view": "wire/own-view"}.get(what, "wire/own-text")
    for position, words in enumerate(lists):
        for word in words:
            said = [*(other[0] for other in lists[:position]), word, *(other[0] for other in lists[position + 1 :])]
            assert rule in wires.sentences(" ".join(said) + "."), (language, said)


def test_the_sentences_are_those_of_the_rules() -> None:
    reading = {rule.id for rule in wires.RULES if rule.gate is wires.sentences}
    assert {rule for rule, _, _ in sentences()} | {"wire/own-text", "wire/own-leave", "wire/own-view"} == reading


@pytest.mark.parametrize("rule", [r for r in wires.RULES if r.gate is wires.sentences], ids=lambda rule: rule.id)
def test_what_the_sentences_of_a_rule_leave_open_has_a_hit(rule: LineRule) -> None:
    own = [sentence for name, _, sentence in sentences() if name == rule.id]
    hits = [hit if isinstance(hit, str) else hit[0] for hit in rule.hits]
    open_ = {hole for sentence in own for hole in HOLE.findall(sentence)}
    covered: set[str] = set()
    for sentence in own:
        holds = [re.escape(part) for part in HOLE.sub("\0", sentence).split("\0")]
        if any(re.search(".{0,60}".join(holds), hit.replace("’", "'"), re.I) for hit in hits):
            covered.update(HOLE.findall(sentence))
    assert open_ - covered == set()


@pytest.mark.parametrize("word", [word for word in lines._picture_words() if len(word) > 1])
def test_every_word_for_a_picture_makes_a_caption(word: str) -> None:
    for line in (f"{word.capitalize()}: Jane Doe", f"The boats are gone. [{word}: Jane Doe]"):
        assert headings.CAPTION.fields(line) == {}
