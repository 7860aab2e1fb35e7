"""What the look of a line says: is it a piece of an article, or of the furniture around it?

No rule here settles anything; each gives evidence, and `steps.sequence` weighs that of all lines together. The weights
(log-odds against article, in nats) stand in `WEIGHTS`; scripts/fit_lines.py fits and checks them.
"""

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from syndclean.rule import RuleError
from syndclean.rules.words import entries

_TERMINAL = frozenset(".!?…‥。！？｡।॥؟۔։።།")
CALLS = frozenset("!?！？؟")  # a headline may end with one of these
_CLOSERS = "\"'”’»›)]）」』】〉》“*"
_BULLET = re.compile(
    r"(?:[•·∙‣▪▫■□●○◦◆◇★☆►▶▸→»›⁃✓✔※・＊*+–—-]|\(?\d{1,3}[.)、](?!\d)|[０-９①-⑳]{1,2}[．.、]?)\s*(?=\S)"
)
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
# A character class leads, so that `re` runs over the rest.
_SENTENCE_INSIDE = re.compile(
    r"[.!?…。！？।؟۔](?:(?<=[.!?…])[\"”’»)]{0,2} [^\W\d_a-zа-яё]|(?<=[。！？।؟۔])\S)"
)
_MEASURED = 160  # characters that tell small letters, digits and wide characters well enough
_DIGIT = re.compile(r"\d")
# Runs of letters and their marks, of five where no spaces part words (Thai, Lao, Burmese, Khmer). Ranges that spare
# exact categories, for `re` reads them three times as fast.
_LETTERS = re.compile(
    "[A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0dff\u0f00-\u0fff\u10a0-\u177f\u1800-\u1fff\u2c00-\u2dff"
    "\u3005-\u3007\u3040-\ufeff\uff21-\uff3a\uff41-\uff5a\uff66-\U000e0fff]+"
    "|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]{1,5}"
)


class _SiteWords(NamedTuple):
    spaced: dict[str, tuple[str, ...]]  # by their first four letters
    unspaced: "re.Pattern[str]"


@functools.cache
def _site_words() -> _SiteWords:
    stems = entries("site_words.txt")
    spaced: dict[str, tuple[str, ...]] = {}
    for stem in stems:
        spaced[stem[:4]] = (*spaced.get(stem[:4], ()), stem)
    return _SiteWords(spaced, re.compile("|".join(re.escape(stem) for stem in stems if _WIDE.match(stem))))


@functools.cache
def _reader_words() -> frozenset[str]:
    return frozenset(word for line in entries("reader_words.txt") for word in line.split())


class _CaptionWords(NamedTuple):
    beginnings: dict[str, tuple[str, ...]]  # by their first four characters
    inside: "re.Pattern[str]"


@functools.cache
def _caption_words() -> _CaptionWords:
    listed = entries("caption_words.txt")
    places = {entry for line in listed if line[0] == "=" for entry in line[1:].split("|")}
    words = {entry for line in listed if line[0] != "=" for entry in line.split("|")}
    anywhere = {entry for entry in words if entry[0] == "," or entry.count(".") > 1}
    beginnings: dict[str, tuple[str, ...]] = {}
    for word in sorted(words - anywhere):
        beginnings[word[:4]] = (*beginnings.get(word[:4], ()), word)

    def one_of(said: set[str]) -> str:
        return "|".join(re.escape(entry) for entry in sorted(said, key=lambda entry: (-len(entry), entry)))

    # All branches behind one class of first characters: so the search runs from one of these to the next.
    firsts = re.escape("".join(sorted({entry[0] for entry in anywhere})))
    free = "|".join(f"(?<={re.escape(entry[0])}){re.escape(entry[1:])}" for entry in sorted(anywhere))
    bracketed = rf"(?<=[(（])(?:{one_of(places | words - anywhere)})[,)）]"
    return _CaptionWords(beginnings, re.compile(rf"[(（{firsts}](?:{bracketed}|{free})"))


def _begins_a_word(stem: str, low: str) -> bool:
    at = low.find(stem)
    while at > 0 and (low[at - 1].isalnum() or low[at - 1] == "_"):
        at = low.find(stem, at + 1)
    return at >= 0


def _of_the_site(words: list[str], head: str, wide: int) -> int:
    """How many words there are in which a site speaks of itself."""
    vocabulary = _site_words()
    low = head.lower()
    prefixes = vocabulary.spaced.keys() & {word[:4] for word in "\n".join(words).lower().split("\n")}
    found: set[str] = set()
    for prefix in prefixes:
        found.update(stem for stem in vocabulary.spaced[prefix] if _begins_a_word(stem, low))
    if wide:
        found.update(vocabulary.unspaced.findall(head))
    return len(found)


class Line(NamedTuple):
    """One line, measured once.

    `length` counts characters, a wide one (kana, Han, Hangul) for two and a half. `bullet` is the list mark at its
    beginning, or empty; `rest` what follows. `mark` is the last character before closing marks, `ended` says that it
    ends a sentence; `inside` counts the sentences that end before the last, `site` the words of the site about itself.
    """

    text: str
    bullet: str
    rest: str
    length: float
    words: int
    mark: str
    ended: bool
    inside: int
    small: float
    digits: float
    site: int


def measure(text: str) -> Line:
    """The line of a text.

    >>> line = measure("• Third prize for the village band")
    >>> line.bullet, line.words, line.ended
    ('•', 6, False)
    """
    bullet = _BULLET.match(text)
    rest = text[bullet.end() :] if bullet else text
    tail = rest[-12:].rstrip(_CLOSERS + " ")
    head = rest[:_MEASURED]
    mark = tail[-1:]
    ended = mark in _TERMINAL and not rest.endswith(("...", "…", ".."))
    wide = 0 if head.isascii() else len(_WIDE.findall(head))
    length = len(rest) + 1.5 * wide * max(1.0, len(rest) / _MEASURED)
    listed = bullet[0].strip() if bullet else ""
    words = _LETTERS.findall(head)
    return Line(
        text,
        listed,
        rest,
        length,
        words=len(words) + wide // 2,
        mark=mark,
        ended=ended,
        inside=len(_SENTENCE_INSIDE.findall(rest[:500])),
        small=sum(map(str.islower, [word[0] for word in words])) / len(words) if words else 0.0,
        site=_of_the_site(words, head, wide),
        digits=len(_DIGIT.findall(head)) / max(1, len(head)),
    )


@dataclass(frozen=True, slots=True)
class ShapeRule:
    """Sees one trait of a line's look. `hits` and `misses` are lines. Raises `RuleError` where a case is missing."""

    id: str
    why: str
    sees: Callable[[Line], bool]
    hits: tuple[str, ...]
    misses: tuple[str, ...]

    def __post_init__(self) -> None:
        if not (self.hits and self.misses and self.why):
            raise RuleError(f"rule {self.id}: a rule has a why, a hit and a near-miss")

    def failure_of_hit(self, hit: str) -> str | None:
        return None if self.sees(measure(hit)) else f"{hit!r} is not seen"

    def failure_of_miss(self, miss: str) -> str | None:
        return f"{miss!r} is seen, and should not be" if self.sees(measure(miss)) else None


_SPOKEN = re.compile("[“”„«»「\"‘]")
_QUOTED = re.compile("[“”„«»「\"]")
_ADDRESSED = 200  # characters: longer, and it is an article that gives advice, unless it speaks of the site


def _addresses(line: Line) -> bool:
    """Whether a sentence speaks to its reader; in a quotation somebody else is spoken to."""
    text = line.rest
    if not line.ended or line.length >= _ADDRESSED * (2 if line.site else 1) or _SPOKEN.search(text):
        return False
    first, *others = _LETTERS.findall(text) or [""]
    words = _reader_words()
    return first.lower() in words or not words.isdisjoint(others)


# What a caption ends with: who took the picture, in brackets, behind a copyright sign, or parted by a bar.
_CREDITED = re.compile(
    r"(?:[(（\[][^\W\d_][^()（）\[\]]{1,60}[)）\]]|© ?[^©]{2,90}"
    r"|[^\W\d_a-z][\w.]{0,20}(?: [\w.]{1,20}){0,3} ?[/|] ?[^\W\d_][\w .]{1,40})$"
)
_CREDIT_SIGN = re.compile(r"[)）\]©/|]")
_PIECE = re.compile(r"[.!?…][\"”’»)]{0,2} [^.!?…]{1,60}$")
_CAPTION = 400  # characters
_KEY_LIST = re.compile(r"[^:：,，、.。]{1,40}[:：] ?(?:[^:：,，、.。!?]{1,40}(?:, |，|、)){3}")


def _pictured(line: Line) -> bool:
    """Whether a line says what only a caption says."""
    text = line.rest
    if line.length >= _CAPTION:
        return False
    words = _caption_words()
    return text.startswith(words.beginnings.get(text[:4], ())) or words.inside.search(text) is not None


def credited(line: Line) -> bool:
    """Whether a short line is nothing but the credit of the picture above."""
    return line.length < 60 and _open(line) and line.text[:1] not in "(（©" and _ends_credited(line.rest)


def _open(line: Line) -> bool:
    return not line.ended and not line.rest.endswith((":", "："))


def _credited(line: Line) -> bool:
    return line.length >= 30 and _caption_like(line) and _ends_credited(line.rest[-100:])


def _ends_in_a_piece(line: Line) -> bool:
    return line.length >= 40 and _caption_like(line) and _PIECE.search(line.rest[-70:]) is not None


def _ends_credited(text: str) -> bool:
    return _CREDIT_SIGN.search(text) is not None and _CREDITED.search(text) is not None


def _caption_like(line: Line) -> bool:
    return line.length < _CAPTION and line.inside < 3 and _open(line)


_SENTENCE = "The committee met for three hours on Monday and adjourned without a vote."
_TITLE = "Committee adjourns without a vote"
_LONG_CAPTION = "The members of the harbour committee and their guests from the ministry before their meeting on Monday"
_PARAGRAPH = f"{_SENTENCE} {_SENTENCE} {_SENTENCE} {_SENTENCE}"

RULES: tuple[ShapeRule, ...] = (
    ShapeRule(
        "shape/no-end", "A headline, a label, a button does not end as a sentence does.",
        lambda line: not line.ended, (_TITLE, "Lire la suite…"), (_SENTENCE, "« Jamais ! »", "会議は終わった。"),
    ),
    ShapeRule(
        "shape/under-12", "A word or two is most often a label.",
        lambda line: line.length < 12, ("Sport", "政治"), (_TITLE,),
    ),
    ShapeRule(
        "shape/under-25", "A few words are a label, a name, a heading.",
        lambda line: 12 <= line.length < 25, ("Read the full story",), (_TITLE, "Sport"),
    ),
    ShapeRule(
        "shape/under-50", "Short lines are headings or headlines.",
        lambda line: 25 <= line.length < 50, (_TITLE,), (_SENTENCE, "Sport"),
    ),
    ShapeRule(
        "shape/open", "A subheading is short; so long a line without an end is a headline or a caption.",
        lambda line: 60 <= line.length < 100 and _open(line),
        ("The members of the harbour committee before their meeting on Monday",),
        (_TITLE, _SENTENCE, f"{_SENTENCE[:-1]}:", _LONG_CAPTION),
    ),
    ShapeRule(
        "shape/open-long", "Paragraphs have an end; captions often do without.",
        lambda line: line.length >= 100 and line.inside < 2 and _open(line),
        (_LONG_CAPTION,),
        (_TITLE, _SENTENCE * 2, f"{_SENTENCE} {_SENTENCE[:-1]}:", f"{_PARAGRAPH} (jb)"),
    ),
    ShapeRule(
        "shape/credited", "Ends with who took the picture, so it is a caption.",
        _credited,
        ("The members before their meeting (Joan Bell/Harbour Press)", "The committee on Monday © Joan Bell | Harbour",
         "The committee before its meeting. Joan Bell/Harbour"),
        (_TITLE, f"{_SENTENCE} (Joan Bell).", "Joan Bell (Harbour Press)", f"{_PARAGRAPH} (Joan Bell)"),
    ),
    ShapeRule(
        "shape/piece", "A sentence, and a few words without an end: a caption and its credit.",
        _ends_in_a_piece, (f"{_SENTENCE} Joan Bell",),
        (_TITLE, _SENTENCE, "St. Mary adjourns without a vote", f"{_PARAGRAPH} Joan Bell", _LONG_CAPTION),
    ),
    ShapeRule(
        "shape/pictured", "Says where somebody stands in a picture, or that the picture is an old one: a caption.",
        _pictured,
        ("Joan Bell (l.) and Ann Roe (r.) before it.", "FILE - The harbour in May 2023.", "Der Hafen (Symbolbild)",
         "Members of the committee, from left, Joan Bell and Ann Roe."),
        (_SENTENCE, "The committee (all of it) met again.", "She left, and he stayed.", f"FILE - {_PARAGRAPH * 2}"),
    ),
    ShapeRule(
        "shape/key-list", "A word, a colon and a list: a result, a line-up, the places concerned.",
        lambda line: _KEY_LIST.match(line.rest) is not None,
        ("Goals: Bell, Roe, Kim, Sato", "北海道：札幌市、小樽市、函館市、旭川市"),
        ("Goals: Bell, Roe", "Bell, Roe, Kim, Sato: 4"),
    ),
    ShapeRule(
        "shape/over-100", "Few headlines are so long, most paragraphs are.",
        lambda line: 100 <= line.length < 200, (_SENTENCE * 2,), (_SENTENCE, _SENTENCE * 3),
    ),
    ShapeRule(
        "shape/over-200", "Hardly anything but prose is so long.",
        lambda line: 200 <= line.length < 400, (_SENTENCE * 4,), (_SENTENCE, _SENTENCE * 8),
    ),
    ShapeRule(
        "shape/over-400", "Nothing but prose is so long.",
        lambda line: line.length >= 400, (_SENTENCE * 8,), (_SENTENCE * 4,),
    ),
    ShapeRule(
        "shape/bullet", "A list mark: related headlines far more often than an article's own list.",
        lambda line: bool(line.bullet) and (not line.ended or line.mark in CALLS),
        ("• Third prize", "3. Third prize", "- Third prize", "・三等賞", "• Third prize again!"),
        (_TITLE, "3.5 percent", "1204 views", "3. Selenium. The body needs little of it."),
    ),
    ShapeRule(
        "shape/colon-end", "A line that ends with a colon announces: a list, or what somebody says.",
        lambda line: line.rest.endswith((":", "：")), ("More on this:",), ("More: less",),
    ),
    ShapeRule(
        "shape/small-letters", "Prose is in small letters, labels and titles are not.",
        lambda line: line.small > 0.7 and line.words > 5,
        (_SENTENCE,), ("Home News Sport Weather More Contact", "The committee met again"),
    ),
    ShapeRule(
        "shape/capitals", "Every word with a capital: a menu, a name, a title in title case.",
        lambda line: line.small < 0.15 and line.words > 1 and line.rest[:1].upper() != line.rest[:1].lower(),
        ("Home News Sport", "JOHN SMITH"), (_SENTENCE, "東京 大阪", "Sport"),
    ),
    ShapeRule(
        "shape/digits", "A line mostly of figures is a count, a time, a price.",
        lambda line: line.digits > 0.25, ("12:40 (14)",), ("In 2024 all of it was sold again",),
    ),
    ShapeRule(
        "shape/quotation", "A quotation is what an article has and a menu has not.",
        lambda line: _QUOTED.search(line.rest) is not None, ("“We stay,” she said",), (_TITLE,),
    ),
    ShapeRule(
        "shape/site-word", "A word in which a site speaks about itself; an article may have one too.",
        lambda line: line.site == 1, ("Newsletter for members",), (_TITLE, "Login or subscribe"),
    ),
    ShapeRule(
        "shape/site-words", "Two such words: it is the site that speaks.",
        lambda line: line.site > 1, ("Subscribe to our newsletter",), (_TITLE, "Newsletter for members"),
    ),
    ShapeRule(
        "shape/addresses", "Speaks to the reader, outside a quotation: the site does, an article hardly ever.",
        _addresses,
        ("By signing up you agree to it.", "Hier können Sie alles noch einmal lesen.", "Your vote counts.",
         f"So we ask you to subscribe. {_SENTENCE} {_SENTENCE} {_SENTENCE}"),
        (_TITLE, "“You will see it,” she said.", "Sie lesen es noch einmal.", "Did you adjourn", "12:40.",
         f"{_SENTENCE} {_SENTENCE} {_SENTENCE} So we ask you to stay.", f"Subscribe. {_PARAGRAPH * 2} So we ask you."),
    ),
    ShapeRule(
        "shape/exclaims", "Ends with an exclamation or question mark and is short: it calls to the reader.",
        lambda line: line.length < 60 and line.mark in CALLS,
        ("Subscribe now!",), (_TITLE, _SENTENCE, f"{_SENTENCE[:-1]}!"),
    ),
)  # fmt: skip

# What a line is called where one decision over all lines puts it and no rule knows it: the last resort, by its look.
RESORTS: tuple[ShapeRule, ...] = (
    ShapeRule(
        "shape/title", "The first line of a dump, where it is short and ends in no full stop.",
        lambda line: like_a_title(line) > 0, (_TITLE, "Who adjourned the committee?"), (_SENTENCE, "• " + _TITLE),
    ),
    ShapeRule(
        "shape/summary", "Prose between the title and the byline.",
        lambda line: line.ended or line.length > 60,
        (_SENTENCE, _SENTENCE[:-1], "It adjourned."), (_TITLE,),
    ),
    ShapeRule(
        "shape/header", "A line among the byline and the date that says neither.",
        lambda line: not line.ended and line.length < 200, ("Exclusive",), (_SENTENCE, "Harbour, " * 30),
    ),
    ShapeRule(
        "shape/field", "A line among fields that is none by itself.",
        lambda line: not line.ended and line.length < 200, ("Politics, Harbour",), (_SENTENCE, "Harbour, " * 30),
    ),
    ShapeRule(
        "shape/list-heading", "Announces a list, by its colon or by the bullets below.",
        lambda line: not line.ended and line.length < 60, ("What else is new:",), ("It adjourned.", _SENTENCE[:-1]),
    ),
    ShapeRule(
        "shape/headline", "A few words like a headline's, among others of the sort.",
        lambda line: line.words > 0 and not (line.ended and line.mark not in CALLS),
        ("• " + _TITLE, "Who adjourned?"), (_SENTENCE, "12:40"),
    ),
    ShapeRule(
        "shape/teaser", "A sentence or two below a headline, among others of the sort.",
        lambda line: line.ended or line.length > 60, (_SENTENCE, _SENTENCE[:-1], "It adjourned."), (_TITLE,),
    ),
    ShapeRule(
        "shape/furniture", "A line that looks like none of an article's, where furniture stands.",
        lambda line: furniture(line) > 0, ("Home News Sport",), (_SENTENCE * 4,),
    ),
)  # fmt: skip

TITLE_LENGTH = 240


def like_a_title(line: Line) -> float:
    """How much a first line is like a title, in nats: short, no full stop; a question is one if it stands alone.

    A long one may as well be a lead; it takes a byline or a date behind it to be a title.
    """
    if line.length > TITLE_LENGTH or line.words < 2 or line.bullet:
        return -60.0
    if line.inside > 1 or (line.ended and (line.mark not in CALLS or line.length > 110)):
        return -4.0
    return 2.0 if line.length <= (90 if line.inside else 110) else -0.5


# Log-odds that a line is furniture, by what is seen. Fitted on the development half: lines alone by a logistic
# regression (scripts/fit_lines.py), then with the steps of `steps.sequence` along whole documents
# (scripts/fit_path.py).
BIAS = -0.2
WEIGHTS: dict[str, float] = {
    "shape/no-end": 1.0,
    "shape/under-12": 1.1,
    "shape/under-25": 0.4,
    "shape/under-50": -0.4,
    "shape/open": 0.2,
    "shape/open-long": 1.4,
    "shape/credited": 2.8,
    "shape/piece": 0.8,
    "shape/pictured": 3.8,
    "shape/key-list": -3.2,
    "shape/over-100": -1.1,
    "shape/over-200": -2.6,
    "shape/over-400": -4.1,
    "shape/bullet": 1.8,
    "shape/colon-end": -1.1,
    "shape/small-letters": -0.3,
    "shape/capitals": 0.8,
    "shape/digits": 2.6,
    "shape/quotation": -0.9,
    "shape/site-word": 1.0,
    "shape/site-words": 3.2,
    "shape/addresses": 1.0,
    "shape/exclaims": 0.6,
}


def furniture(line: Line) -> float:
    """How much the look of a line speaks against article: log-odds in nats, kept within bounds."""
    total = BIAS
    for sees, weight in _TRAITS:
        if sees(line):
            total += weight
    return total


_TRAITS = tuple((rule.sees, WEIGHTS[rule.id]) for rule in RULES)
