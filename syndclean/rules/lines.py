"""What the look of a line says: is it a piece of an article, or of the furniture around it?

No rule here settles anything; each gives evidence, and `steps.sequence` weighs that of all lines together. The weights
(log-odds against article, in nats) stand in `WEIGHTS`; scripts/fit_lines.py fits and checks them.
"""

import functools
import math
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from syndclean import dates
from syndclean.facts import letters
from syndclean.facts.vocabulary import LETTER
from syndclean.rule import RuleError
from syndclean.rules.spoken import asked, spoken_in_two, spoken_role
from syndclean.rules.words import entries

_TERMINAL = frozenset(".!?…‥。！？｡।॥؟۔։።།")
CALLS = frozenset("!?！？؟")  # a headline may end with one of these
_CLOSERS = "\"'”’»›)]）」』】〉》“*"
_BULLET = re.compile(
    r"(?:[•·∙‣▪▫■□●○◦◆◇★☆►▶▸▷△▽◈▣→»›⁃✓✔※・＊*+–—-]|\(?\d{1,3}[.)、](?!\d)|[０-９①-⑳]{1,2}[．.、]?)\s*(?=\S)"
)
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
# A character class leads, so that `re` runs over the rest.
_SENTENCE_INSIDE = re.compile(
    r"[.!?…。！？।؟۔](?:(?<=[.!?…])[\"”’»)]{0,2} [\"“„«]?[^\W\d_a-zа-яё]|(?<=[。！？।؟۔]) ?\S)"
)
# Thai and Lao have no mark at the end of a sentence: what is as long as no headline is a sentence.
_UNMARKED, _UNMARKED_LENGTH = re.compile("[\u0e00-\u0eff]"), 100
# Papers in Japanese and Chinese put who wrote behind the last sentence; whose picture it is, behind a caption.
_SIGNED = re.compile(r"[。！？][（(](?![^）)]*(?:写真|撮影|提供|摄|攝|图|圖))[々ぁ-ゖ一-鿿・、　]{2,16}[）)]\Z")
# An agency or initials, elsewhere: `… dodał. (PAP)`, `… sagte er. (kh/dpa)`.
_SIGNED_SHORTLY = re.compile(
    r"[.!?…][\"'”’»“]? ?\(([A-ZÀ-ÞА-Я]{2,8}|[^\W\d_A-ZÀ-ÞА-Я]{2,4}(?:[/-][^\W\d_]{2,8}){0,2})\)\Z"
)
_SIGNATURE = 24  # characters of the longest, with what stands before it
_MEASURED = 160  # characters that tell small letters, digits and wide characters well enough
_DIGIT = re.compile(r"\d")


class _SiteWords(NamedTuple):
    spaced: dict[str, tuple[str, ...]]  # by their first four letters
    beginnings: frozenset[str]  # these
    unspaced: "re.Pattern[str]"
    calls: tuple[str, ...]  # with which what the site asks for begins


def _by_beginning(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Words by their first four characters, in the order in which they come."""
    out: dict[str, tuple[str, ...]] = {}
    for word in words:
        out[word[:4]] = (*out.get(word[:4], ()), word)
    return out


@functools.cache
def _site_words() -> _SiteWords:
    listed = entries("site_words.txt")
    stems = [stem.rstrip("!") for stem in listed]
    calls = tuple(stem[:-1] for stem in listed if stem.endswith("!"))
    unspaced = re.compile("|".join(re.escape(stem) for stem in stems if _WIDE.match(stem)))
    spaced = _by_beginning(stems)
    return _SiteWords(spaced, frozenset(spaced), unspaced, calls)


@functools.cache
def _reader_words() -> frozenset[str]:
    return frozenset(word for line in entries("reader_words.txt") for word in line.split())


@functools.cache
def _picture_words() -> tuple[str, ...]:
    return tuple(word for line in entries("picture_words.txt") for word in line.split())


@functools.cache
def _begun_with(name: str) -> tuple[str, ...]:
    """The beginnings of lines in a vocabulary file, a language a line."""
    return tuple(word.replace("’", "'") for line in entries(name) for word in line.split("|"))


class _CaptionWords(NamedTuple):
    beginnings: dict[str, tuple[str, ...]]  # by their first four characters
    inside: "re.Pattern[str]"


@functools.cache
def _caption_words() -> _CaptionWords:
    listed = entries("caption_words.txt")
    places = {entry for line in listed if line[0] == "=" for entry in line[1:].split("|")}
    words = {entry for line in listed if line[0] != "=" for entry in line.split("|")}
    anywhere = {entry for entry in words if entry[0] == "," or entry.count(".") > 1}
    def one_of(said: set[str]) -> str:
        return "|".join(re.escape(entry) for entry in sorted(said, key=lambda entry: (-len(entry), entry)))

    # All branches behind one class of first characters: so the search runs from one of these to the next.
    firsts = re.escape("".join(sorted({entry[0] for entry in anywhere})))
    free = "|".join(f"(?<={re.escape(entry[0])}){re.escape(entry[1:])}" for entry in sorted(anywhere))
    bracketed = rf"(?<=[(（])(?:{one_of(places | words - anywhere)})[,)）]"
    return _CaptionWords(_by_beginning(sorted(words - anywhere)), re.compile(rf"[(（{firsts}](?:{bracketed}|{free})"))


def _begins_a_word(stem: str, low: str) -> bool:
    at = low.find(stem)
    while at > 0 and (low[at - 1].isalnum() or low[at - 1] == "_"):
        at = low.find(stem, at + 1)
    return at >= 0


def _of_the_site(words: list[str], low: str) -> set[str]:
    """The stems, of words in which a site speaks of itself, with which words of a line begin, the longest of each; all
    in small letters."""
    spaced = _site_words().spaced
    said = ([stem for stem in spaced.get(word[:4], ()) if word.startswith(stem)] for word in words)
    stems = (max(stems, key=len) for stems in said if stems)
    return {stem for stem in stems if _begins_a_word(stem, low)}


_FIRST, _BEGINNING = itemgetter(0), itemgetter(slice(4))


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
    if not ended and len(rest) >= _UNMARKED_LENGTH and _UNMARKED.match(mark):
        ended = True
    inside = len(_SENTENCE_INSIDE.findall(rest[:500]))
    if not ended and rest.endswith(_MAY_END):
        ended = _ends_otherwise(rest, inside)
    wide = 0 if head.isascii() else len(_WIDE.findall(head))
    length = len(rest) + 1.5 * wide * max(1.0, len(rest) / _MEASURED)
    listed = bullet[0].strip() if bullet else ""
    words = letters(head)
    small = sum(map(str.islower, map(_FIRST, words)))
    low = " ".join(words).lower().split(" ")
    site: set[str] = set()
    if not _site_words().beginnings.isdisjoint(map(_BEGINNING, low)):
        site = _of_the_site(low, head.lower())
    if wide:
        site.update(_site_words().unspaced.findall(head))
    return Line(
        text,
        listed,
        rest,
        length,
        len(words) + wide // 2,
        mark,
        ended,
        inside=inside,
        small=small / len(words) if words else 0.0,
        digits=len(_DIGIT.findall(head)) / max(1, len(head)),
        site=len(site),
    )


_MAY_END = (")", "）", "」", "』")


def _ends_otherwise(text: str, inside: int) -> bool:
    """Whether a line ends with who wrote behind its last sentence or, in Japanese, with what somebody says in several
    sentences, of which the last has no full stop before the bracket."""
    if text[-1] in "」』":
        return inside > 0
    last = text[-_SIGNATURE:]
    if _SIGNED.search(last):
        return True
    signed = _SIGNED_SHORTLY.search(last)
    return signed is not None and not of_a_picture(signed[1].split("/")[0])


@dataclass(frozen=True, slots=True)
class ShapeRule:
    """Sees one trait of a line's look: the length, from `at_least` to below `under`; whether it has ended (None: either
    will do); and what `sees` says, where that is given. `hits` and `misses` are lines.

    Raises `RuleError` where a case is missing.
    """

    id: str
    why: str
    hits: tuple[str, ...]
    misses: tuple[str, ...]
    at_least: float = 0.0
    under: float = math.inf
    ended: bool | None = None
    sees: Callable[[Line], bool] | None = None

    def __post_init__(self) -> None:
        if not (self.hits and self.misses and self.why):
            raise RuleError(f"rule {self.id}: a rule has a why, a hit and a near-miss")

    def seen(self, line: Line) -> bool:
        """Whether the line has the trait."""
        return self.may_be_seen(line.length, line.ended) and (self.sees is None or self.sees(line))

    def may_be_seen(self, length: float, ended: bool) -> bool:
        """Whether a line of that length, ended or not, may have the trait."""
        return self.at_least <= length < self.under and self.ended in (None, ended)

    def failure_of_hit(self, hit: str) -> str | None:
        return None if self.seen(measure(hit)) else f"{hit!r} is not seen"

    def failure_of_miss(self, miss: str) -> str | None:
        return f"{miss!r} is seen, and should not be" if self.seen(measure(miss)) else None


def _tells(line: Line) -> bool:
    """Whether a line is a sentence that tells something, and speaks to nobody."""
    told = _is_sentence(line) and line.words > _FEW and not addresses(line)
    return told and not line.rest.lower().startswith(_site_words().calls)


_FEW = 3  # words
_SPEAKS = frozenset("-–—")  # who speaks begins with one of these
_SPOKEN = re.compile("[“”„«»「\"‘]")
_QUOTED = re.compile("[“”„«»「\"]")
_ADDRESSED = 200  # characters: longer, and it is an article that gives advice, unless it speaks of the site
_ANSWERED = 400  # and then too


def lists(line: Line) -> bool:
    """Whether a line is a word, a colon and four pieces or more."""
    return _KEY_LIST.match(line.rest) is not None


def of_its_writer(line: Line) -> bool:
    """Whether a line begins as those do that tell, below an article, who wrote it."""
    return _begins(line).startswith(_begun_with("writer_words.txt")) or announces_its_writer(line)


def announces_its_writer(line: Line) -> bool:
    """Whether a line is a label that announces who wrote, or begins with one and a sign: `About the author: J. Doe`."""
    begins, words = _begins(line), _begun_with("about_words.txt")
    if not begins.startswith(words):
        return False
    rest = begins[max(len(word) for word in words if begins.startswith(word)) :].lstrip()
    return not rest or rest[0] in _BEHIND_A_LABEL


def _begins(line: Line) -> str:
    return line.text[:40].lower().replace("’", "'")


_BEHIND_A_LABEL = ":：.|–—"


def quoted(line: Line) -> bool:
    """Whether a line has a quotation mark."""
    return _QUOTED.search(line.rest) is not None


def _quotes_somebody(line: Line) -> bool:
    """Whether a line has a quotation mark, but around a name within it."""
    return quoted(line) and _QUOTED.search(_QUOTED_NAME.sub("", line.rest)) is not None


_QUOTED_NAME = re.compile("(?<=\\s)[«“„\"][^\\W\\d_]?[^«»“”„\",.!?]{1,24}[»”“\"]")


def addresses(line: Line) -> bool:
    """Whether a sentence speaks to its reader; in a quotation somebody else is spoken to."""
    text = line.rest
    if (line.length >= _ADDRESSED and not line.site) or _SPOKEN.search(text):
        return False
    first, *others = letters(text) or [""]
    words = _reader_words()
    return first.lower() in words or not words.isdisjoint(others)


# What a caption ends with: who took the picture, in brackets, behind a copyright sign, or parted by a bar.
_CREDITED = re.compile(
    r"(?:[(（\[](?![A-Z]{2,4} ?/)[^\W\d_][^()（）\[\]]{1,60}[)）\]]|© ?[^©]{2,90}"
    r"|[^\W\d_a-z][\w.]{0,20}(?: [\w.]{1,20}){0,3} ?[/|] ?[^\W\d_][\w .]{1,40})$"
)
# Or behind a key of its own: `… in the harbour. Foto: Joan Bell`.
_KEYED_CREDIT = re.compile(
    rf"[.!?…。।)\]–—|/]\s?({LETTER}{{2,16}}(?:\s{LETTER}{{2,12}})?)(?:\s?[:：]|\sby\s)[^:：.!?。]{{2,60}}$"
)
_KEY_SIGN = re.compile(r"[:：]|\sby\s")
_CREDIT_SIGN = re.compile(r"[)）\]©/|]")
_PIECE = re.compile(r"[.!?…][\"”’»)]{0,2} [^.!?…]{1,60}$")
_CAPTION = 400  # characters
_KEY_LIST = re.compile(
    r"[^:：,，、.。]{1,40}+[:：] ?(?:(?:[^:：,，、.。!?]|(?<=\d)[:.](?=[\d)])){1,40}+(?:, |，|、)){3}"
)


def _pictured(line: Line) -> bool:
    """Whether a line says what only a caption says."""
    text, words = line.rest, _caption_words()
    return text.startswith(words.beginnings.get(text[:4], ())) or words.inside.search(text) is not None


def credited(line: Line) -> bool:
    """Whether a short line is nothing but the credit of the picture above."""
    return (
        line.length < 60
        and not line.ended
        and not _announces(line)
        and line.text[:1] not in "(（[©"
        and _ends_credited(line.rest)
        and _SAYS_MORE.search(line.rest) is None
    )


@functools.lru_cache(maxsize=2048)  # asked of a line in several places, and again for each copy of the article
def ends_with_credit(text: str) -> bool:
    """Whether a line ends with who took the picture of which it is the caption.

    >>> ends_with_credit("The boats at the pier. Photo: A. Doe"), ends_with_credit("The boats (all of them)")
    (True, False)
    """
    if text.find("©", 1) > 0:
        return True
    last = text[-_CREDIT:]
    keyed = _KEYED.search(last) if ":" in last or "：" in last else None
    if keyed is None and last.endswith((")", "）", "]")):
        keyed = _BRACKETED.search(last)
    if keyed is None and ". " in last:
        keyed = _SAID_BEHIND.search(last)
    if keyed is not None and of_a_picture(keyed[1]):
        return True
    named = "/" in last or "|" in last or last.endswith((")", "rchivo")) or (last[-4:].isupper() and ". " in last)
    if named and _SIGNED_PICTURE.search(last) is not None:
        return True
    return not last.isascii() and _TAKEN.search(last) is not None


_NAMED = r"[^\W\d_a-z][\w.’'&-]{0,24}(?: [^\W\d_a-z][\w.’'&-]{0,24}| (?:d[aeiu]|de[lnr]?|v[ao]n|y)){0,3}"
# Behind the sentence of a caption, or in brackets, a name and a house with a slash between; a bar before either; in
# Spain the house between dashes, and that the picture is from its archive; a name in capitals, or
# behind a key in brackets: (Supplied: Jo Lind).
_SIGNED_PICTURE = re.compile(
    rf"[.!?…”»][”»\"]? ?{_NAMED} ?/ ?{_NAMED}$|[(（](?![A-Z]{{2,4}} ?/){_NAMED} ?/ ?{_NAMED}[)）]$"
    rf"|[.!?…][”»\"]? \| {_NAMED}$|[.!?] {_NAMED} \| {_NAMED}(?: \w+)?$| - {_NAMED} - [Aa]rchivo$"
    r"|[.!?…][”»\"]? \([^\W\d_a-z][\w .&'’-]{1,30}: [^():]{2,40}\)$"
    r"|[a-zà-ÿ] - [A-ZÀ-Þ]{3,20}(?: (?:DE|DEL|DE LA|Y|[A-ZÀ-Þ.]{2,20})){1,5}$"
    r"|[a-zà-ÿ)\d][.!?] [A-ZÀ-Þ’'-]{3,20}(?: [A-ZÀ-Þ.’'-]{2,20}){1,2}$"
)


# In China, Japan and Korea: `…＝港町、山田太郎撮影`, `… 记者 王小明 摄`, `…. 항구시 제공`.
_TAKEN = re.compile(
    r"[＝=（(\[／/。.　 |｜▲△][^。（(＝=]{1,24}(?<![をがはにで을를은는이가])"
    r"(?:撮影|提供|[摄攝]影?|供[图圖]|촬영|제공)"
    r"(?:[）)\]]|\. ?재판매 및 DB 금지\]|[）)]\w{2,6} ?\d{2,4}年\d\d?月\d\d?日)?\Z"
)
_CREDIT = 64  # characters of the longest, with its key or brackets
_SAID_BEHIND = re.compile(rf"\. ({LETTER}{{4,14}}) (?:\w\S* ){{0,3}}\w\S*(?<![.!?])$")  # … . Foto Ana Bel
_BRACKETED = re.compile(r"(?<=.)[(（\[]([^()（）\[\]]{2,60})[)）\]]$")
_KEYED = re.compile(rf"({LETTER}{{2,14}})\s?[:：]\s[^:]{{2,48}}$")


def of_a_picture(key: str) -> bool:
    """Whether a key credits a picture, rather than who edited or translated.

    >>> of_a_picture("Bildquelle"), of_a_picture("Editor")
    (True, False)
    """
    small = key.casefold()
    return any(word in small for word in _picture_words())


_SAYS_MORE = re.compile(r"(?:19|20)\d\d|[^\W\d_]{3}[.!?…] ")  # a notice of copyright, or a sentence


_GOES_ON = frozenset(",;，、；،؛")
LEADS_ON = _GOES_ON | frozenset(":：")  # to what stands below


def _announces(line: Line) -> bool:
    return line.rest.endswith((":", "："))


def _ends_credited(text: str) -> bool:
    if _CREDIT_SIGN.search(text) is not None and _CREDITED.search(text) is not None:
        return True
    keyed = _KEYED_CREDIT.search(text) if _KEY_SIGN.search(text) else None
    return keyed is not None and of_a_picture(keyed[1])


def _says(line: Line) -> tuple[str | None, str | None]:
    return spoken_role(line.text), spoken_in_two(line.text)


def _asks(line: Line) -> bool:
    return asked(line.rest) is not None


def _is_sentence(line: Line) -> bool:
    return line.ended and line.mark not in CALLS


def _says_it_is(role: str, line: Line) -> bool:
    return role in _says(line)


_SAID_IN = 9  # words at most


_SENTENCE = "The committee met for three hours on Monday and adjourned without a vote."
_TITLE = "Committee adjourns without a vote"
_LONG_CAPTION = "The members of the harbour committee and their guests from the ministry before their meeting on Monday"
_PARAGRAPH = f"{_SENTENCE} {_SENTENCE} {_SENTENCE} {_SENTENCE}"

RULES: tuple[ShapeRule, ...] = (
    ShapeRule(
        "shape/no-end", "A headline, a label, a button does not end as a sentence does.",
        (_TITLE, "Lire la suite…"), (_SENTENCE, "« Jamais ! »", "会議は終わった。"), ended=False,
    ),
    ShapeRule("shape/under-12", "A word or two is most often a label.", ("Sport", "政治"), (_TITLE,), under=12),
    ShapeRule(
        "shape/under-25", "A few words are a label, a name, a heading.",
        ("Read the full story",), (_TITLE, "Sport"), 12, 25,
    ),
    ShapeRule("shape/under-50", "Short lines are headings or headlines.", (_TITLE,), (_SENTENCE, "Sport"), 25, 50),
    ShapeRule(
        "shape/open", "A subheading is short; so long a line without an end is a headline or a caption.",
        ("The members of the harbour committee before their meeting on Monday",),
        (_TITLE, _SENTENCE, f"{_SENTENCE[:-1]}:", _LONG_CAPTION),
        60, 100, ended=False, sees=lambda line: not _announces(line),
    ),
    ShapeRule(
        "shape/open-long", "Paragraphs have an end; captions often do without.",
        (_LONG_CAPTION,),
        (_TITLE, _SENTENCE * 2, f"{_SENTENCE} {_SENTENCE[:-1]}:", f"{_PARAGRAPH} Joan Bell"),
        100, ended=False, sees=lambda line: line.inside < 2 and not _announces(line),
    ),
    ShapeRule(
        "shape/credited", "Ends with who took the picture, so it is a caption.",
        ("The members before their meeting (Joan Bell/Harbour Press)", "The committee on Monday © Joan Bell | Harbour",
         "The committee before its meeting. Joan Bell/Harbour", "The committee before its meeting. Foto: Joan Bell",
         "The committee before its meeting.Photograph by Joan Bell"),
        (_TITLE, f"{_SENTENCE} (Joan Bell).", "Joan Bell (Harbour Press)", f"{_PARAGRAPH} (Joan Bell)",
         f"{_LONG_CAPTION * 4} (Joan Bell)", "The committee on Monday © Joan Bell:",
         "The committee adjourned (Joan Bell had left.)", "New rules for photos and videos: What will change now",
         "The committee before its meeting. Summary: Joan Bell left"),
        30, _CAPTION, ended=False,
        sees=lambda line: line.inside < 3 and not _announces(line) and _ends_credited(line.rest[-100:]),
    ),
    ShapeRule(
        "shape/piece", "A sentence, and a few words without an end: a caption and its credit.",
        (f"{_SENTENCE} Joan Bell",),
        (_TITLE, _SENTENCE, "St. Mary adjourns without a vote", f"{_PARAGRAPH} Joan Bell", _LONG_CAPTION,
         f"{_SENTENCE} Joan Bell:", f"{_LONG_CAPTION * 4}. Joan Bell", f"{_SENTENCE} {_SENTENCE}",
         f"{_SENTENCE} Joan Bell。"),
        40, _CAPTION, ended=False,
        sees=lambda line: line.inside < 3 and not _announces(line) and _PIECE.search(line.rest[-70:]) is not None,
    ),
    ShapeRule(
        "shape/pictured", "Says where somebody stands in a picture, or that the picture is an old one: a caption.",
        ("Joan Bell (l.) and Ann Roe (r.) before it.", "FILE - The harbour in May 2023.", "Der Hafen (Symbolbild)",
         "Members of the committee, from left, Joan Bell and Ann Roe."),
        (_SENTENCE, "The committee (all of it) met again.", "She left, and he stayed.", f"FILE - {_PARAGRAPH * 2}"),
        under=_CAPTION, sees=_pictured,
    ),
    ShapeRule(
        "shape/key-list", "A word, a colon and a list: a result, a line-up, the places concerned.",
        ("Goals: Bell, Roe, Kim, Sato", "Goals: 0:1 Bell (12.), 1:1 Roe (40.), 2:1 Kim (71.), 2:2 Sato",
         "北海道：札幌市、小樽市、函館市、旭川市"),
        ("Goals: Bell, Roe", "Bell, Roe, Kim, Sato: 4"),
        sees=lists,
    ),
    ShapeRule(
        "shape/over-100", "Few headlines are so long, most paragraphs are.",
        (_SENTENCE * 2,), (_SENTENCE, _SENTENCE * 3), 100, 200,
    ),
    ShapeRule(
        "shape/over-200", "Hardly anything but prose is so long.",
        (_SENTENCE * 4,), (_SENTENCE, _SENTENCE * 8), 200, 400,
    ),
    ShapeRule("shape/over-400", "Nothing but prose is so long.", (_SENTENCE * 8,), (_SENTENCE * 4,), 400),
    ShapeRule(
        "shape/bullet", "A list mark: related headlines far more often than an article's own list.",
        ("• Third prize", "3. Third prize", "- Third prize", "・三等賞", "• Third prize again!"),
        (_TITLE, "3.5 percent", "1204 views", "3. Selenium. The body needs little of it.", "— Why not?"),
        sees=lambda line: bool(line.bullet) and (not line.ended or (line.mark in CALLS and line.bullet not in _SPEAKS)),
    ),
    ShapeRule(
        "shape/colon-end", "A line that ends with a colon announces: a list, or what somebody says.",
        ("More on this:",), ("More: less",), sees=_announces,
    ),
    ShapeRule(
        "shape/goes-on", "Ends with a comma or a semicolon: a verse, an item, of which more follow; no headline does.",
        ("the wind has counted the garden,", "• on Mondays from nine to five;"), (_TITLE, "Bell, Roe, Kim"),
        sees=lambda line: line.mark in _GOES_ON,
    ),
    ShapeRule(
        "shape/small-letters", "Prose is in small letters, labels and titles are not.",
        (_SENTENCE,), ("Home News Sport Weather More Contact", "The committee met again"),
        sees=lambda line: line.small > 0.7 and line.words > 5,
    ),
    ShapeRule(
        "shape/capitals", "Every word with a capital: a menu, a name, a title in title case.",
        ("Home News Sport", "JOHN SMITH"), (_SENTENCE, "東京 大阪", "Sport"),
        sees=lambda line: line.small < 0.15 and line.words > 1 and line.rest[:1].upper() != line.rest[:1].lower(),
    ),
    ShapeRule(
        "shape/digits", "A line mostly of figures is a count, a time, a price.",
        ("12:40 (14)",), ("In 2024 all of it was sold again",), sees=lambda line: line.digits > 0.25,
    ),
    ShapeRule(
        "shape/quotation", "A quotation is what an article has and a menu has not.",
        ("“We stay,” she said",), (_TITLE,), sees=quoted,
    ),
    ShapeRule(
        "shape/site-word",
        "A word in which a site speaks about itself; an article may have one too, and more where it tells of such.",
        ("Newsletter for members", "He shared the video on Facebook."), (_TITLE, _SENTENCE, "Login or subscribe"),
        sees=lambda line: line.site == 1 or (line.site > 1 and _tells(line)),
    ),
    ShapeRule(
        "shape/site-words", "Two such words: it is the site that speaks.",
        ("Subscribe to our newsletter", "Share the video!", "See it on your Facebook, or Twitter.",
         "Facebook, Twitter.", "Follow us on Facebook and Twitter."),
        (_TITLE, "Newsletter for members", "He shared the video on Facebook."),
        sees=lambda line: line.site > 1 and not _tells(line),
    ),
    ShapeRule(
        "shape/addresses", "Speaks to the reader, outside a quotation: the site does, an article hardly ever.",
        ("By signing up you agree to it.", "Hier können Sie alles noch einmal lesen.", "Your vote counts.",
         f"So we ask you to subscribe. {_SENTENCE} {_SENTENCE} {_SENTENCE}"),
        (_TITLE, "“You will see it,” she said.", "Sie lesen es noch einmal.", "Did you adjourn", "12:40.",
         f"{_SENTENCE} {_SENTENCE} {_SENTENCE} So we ask you to stay.", f"Subscribe. {_PARAGRAPH * 2} So we ask you."),
        under=_ANSWERED, ended=True, sees=addresses,
    ),
    ShapeRule(
        "shape/exclaims", "Ends with an exclamation or question mark and is short: it calls to the reader.",
        ("Subscribe now!",), (_TITLE, _SENTENCE, f"{_SENTENCE[:-1]}!"), under=60, sees=lambda line: line.mark in CALLS,
    ),
    ShapeRule(
        "shape/says", "Says by a word, or by two together, what it is on the site.",
        ("Invia il link agli amici", "Recibe cada viernes nuestro boletín"),
        (_TITLE, _SENTENCE, "Gli amici del porto", "Officials declined to comment.",
         "Die Werbung für den Hafen war in jenem Jahr viel zu teuer",
         "Datenschutzgrundverordnungsdurchführungsausschussmitglieder am Harbourverwaltungsgebäudehaupteingang"),
        under=90, sees=lambda line: line.words <= _SAID_IN and not _is_sentence(line) and _says(line) != (None, None),
    ),
    ShapeRule(
        "shape/asks", "A sentence begins with what a site asks its readers for, and says for what.",
        ("Send us your comments on this article.", "Get the best of the harbour delivered to your inbox.",
         f"Send us your comments on this article, so that {_SENTENCE.lower()[:-1]} once more before it rains",
         "Send us your comments on this article to the group «Pier Post»."),
        (_TITLE, _SENTENCE, "“Send us your comments,” she said.", "She asked for comments on the article.",
         "Send us your comments on this article.“ So she said.", "Send us your comments on this article",
         "Send the boats home before it rains again.", f"Send us your comments on this article. {_SENTENCE * 8}"),
        under=300,
        sees=lambda line: (line.length >= 90 or _is_sentence(line)) and not _quotes_somebody(line) and _asks(line),
    ),
)  # fmt: skip

# What a line is called where one decision over all lines puts it and no rule knows it: the last resort, by its look.
RESORTS: tuple[ShapeRule, ...] = (
    ShapeRule(
        "shape/title", "The first line of a dump, where it is short and ends in no full stop.",
        (_TITLE, "Who adjourned the committee?"), (_SENTENCE, "• " + _TITLE), sees=lambda line: like_a_title(line) > 0,
    ),
    ShapeRule(
        "shape/summary", "Prose between the title and the byline.",
        (_SENTENCE, _SENTENCE[:-1], "It adjourned."), (_TITLE,), sees=lambda line: line.ended or line.length > 60,
    ),
    ShapeRule(
        "shape/header", "A line among the byline and the date that says neither.",
        ("Exclusive",), (_SENTENCE, "Harbour, " * 30), under=200, ended=False,
    ),
    ShapeRule(
        "shape/field", "A line among fields that is none by itself.",
        ("Politics, Harbour",), (_SENTENCE, "Harbour, " * 30), under=200, ended=False,
    ),
    ShapeRule(
        "shape/list-heading", "Announces a list, by its colon, or by the bullets or headlines below.",
        ("What else is new:",), ("It adjourned.", _SENTENCE[:-1]), under=60, ended=False,
    ),
    *(
        ShapeRule(
            f"shape/{role}".replace("_", "-"), f"Says a word of its own, or two: {what}.", hits, (_TITLE, _SENTENCE),
            sees=functools.partial(_says_it_is, role),
        )
        for role, what, hits in (
            ("cookie_notice", "it asks for consent", ("Nous utilisons des cookies", "Ciasteczka? OK")),
            ("newsletter", "it asks to subscribe", ("Recibe cada viernes nuestro boletín", "毎朝のニュースレター")),
            ("comments", "it is about comments", ("Diskutieren Sie mit! 14 Kommentare", "网友评论")),
            ("advertisement", "it is an advertisement", ("Sponsored: The ferry of your dreams", "РЕКЛАМА 16+")),
            ("legal", "it is about terms and privacy", ("Mentions légales – CGU", "개인정보처리방침")),
            ("widget", "it says how long one reads, or what a browser must do", ("Lesezeit ca. 4 Min", "読了時間 3分")),
            ("navigation", "it leads to another place on the site", ("Back to top now", "ページの先頭へ")),
            ("share", "it names a network, or asks to pass it on",
             ("Kuulutus WhatsAppissa", "Поделиться в Телеграме", "Invia il link agli amici")),
            ("read_more", "it leads to the rest of an article", ("Siga leyendo la nota", "Read the full story")),
        )
    ),
    ShapeRule(
        "shape/below-comments", "Right below comments, or what asks for some: another.",
        (_SENTENCE, "Bravo!", "Anna"), ("",), sees=lambda line: line.words > 0,
    ),
    ShapeRule(
        "shape/time", "A time of day and nothing else: that of another article.",
        ("12:40",), ("12:40 The ferry sails", "12 40"), sees=lambda line: is_time(line),
    ),
    ShapeRule(
        "shape/stamped", "When another article appeared, and beside it a few words: where, or who wrote.",
        ("Ellery Post · 5 hours ago", "Küstenbote • 3h", "3 March 2025 — Harbours", "Mekong Courier・42分前"),
        ("Ellery Post · Harbours", "5 hours ago", "The ferry that left the pier · 3h", "A · B · C · 3h",
         "3 March 2025"),
        sees=lambda line: is_stamped(line),
    ),
    ShapeRule(
        "shape/reading", "Few words and a figure in degrees, or with the sign of a rise or fall: weather, rates.",
        ("14°C Light cloud", "SENSEX 75,967.39 ▼ -29.47", "EURO 48,75 %0,11", "+6 °C"),
        ("The harbour was at 14°C for a week in spring", "Harbour ▲ Pier", "48%", "Bell 12, Roe 40"),
        sees=lambda line: is_a_reading(line),
    ),
    ShapeRule(
        "shape/headline", "A few words like a headline's, among others of the sort.",
        ("• " + _TITLE, "Who adjourned?"), (_SENTENCE, "12:40"),
        sees=lambda line: line.words > 0 and not (line.ended and line.mark not in CALLS),
    ),
    ShapeRule(
        "shape/teaser", "A sentence or two below a headline, among others of the sort.",
        (_SENTENCE, _SENTENCE[:-1], "It adjourned."), (_TITLE,), sees=lambda line: line.ended or line.length > 60,
    ),
    ShapeRule(
        "shape/furniture", "A line that looks like none of an article's, where furniture stands.",
        ("Home News Sport",), (_SENTENCE * 4,), sees=lambda line: furniture(line) > 0,
    ),
)  # fmt: skip

_TIME = re.compile(r"\d{1,2}[:.h]\d\d(?: ?(?:[ap]\.?m\.?|Uhr))?", re.I)
_READING = re.compile(r"\d ?°|\d ?[▲▼△▽▴▾]|[▲▼△▽▴▾] ?[-+−]?\d|\d %\d")
_OF_A_READING = 6  # words


def is_time(line: Line) -> bool:
    """Whether a line is a time of day and nothing else."""
    return line.length < 12 and _TIME.fullmatch(line.text) is not None


def is_stamped(line: Line) -> bool:
    """Whether of two or three pieces of a line one says when, and the others are of a few words."""
    pieces = _PIECES.split(line.text)
    if not 1 < len(pieces) <= _MOST_PIECES or any(len(piece.split()) > _OF_A_PIECE for piece in pieces):
        return False
    return any(_AGO.fullmatch(one) or dates.is_relative_time(one) or dates.is_date_line(one) for one in pieces)


_PIECES, _AGO = re.compile(r"\s[·•|–—-]\s|・"), re.compile(r"\d{1,2} ?(?:[hmd]|min|hrs?|Std\.?|j)")
_MOST_PIECES, _OF_A_PIECE = 3, 4  # words of the longest


def is_a_reading(line: Line) -> bool:
    """Whether a line says what the weather is, or a rate: few words, and a figure with a sign of such; or three labels
    and figures in turns.

    >>> is_a_reading(measure("Fajr 05:57 Dhuhr 12:25 Asr 15:02")), is_a_reading(measure("Ellery 2 Southam 1"))
    (True, False)
    """
    if line.length < 60 and line.words <= _OF_A_READING and _READING.search(line.text) is not None:
        return True
    return line.digits > 0 and line.length < _OF_READINGS and _reads_in_turns(line.text)


_OF_READINGS, _TURNS, _OF_A_LABEL_IN_TURN = 140, 3, 3  # characters; labels with a figure; words


def _reads_in_turns(text: str) -> bool:
    """Whether labels of a few words and figures stand in turns."""
    turns = label = 0
    figures = True  # the first is a label
    for word in text.split():
        if any(sign.isdigit() for sign in word):
            turns += label > 0
            label, figures = 0, True
        elif word[0].isalnum():
            label = 1 if figures else label + 1
            figures = False
            if label > _OF_A_LABEL_IN_TURN:
                return False
    return turns >= _TURNS and label < _OF_A_LABEL_IN_TURN


TITLE_LENGTH = 240


def like_a_title(line: Line) -> float:
    """How much a first line is like a title, in nats: short, no full stop; a question is one if it stands alone.

    A long one may as well be a lead; it takes a byline or a date behind it to be a title.
    """
    if line.length > TITLE_LENGTH or line.words < 2 or line.bullet or line.mark in LEADS_ON:
        return -60.0
    if line.ended and line.inside and line.length > 100 and line.mark not in CALLS:
        return -9.0  # two sentences: shorter ones may be what somebody said
    if line.length > 100 and not line.ended and ends_with_credit(line.rest):
        return -9.0  # a caption
    if line.inside > 1 or (line.ended and (line.mark not in CALLS or line.length > 110)):
        return -4.0
    return 2.0 if line.length <= (90 if line.inside else 110 if line.ended else 120) else -0.5


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
    "shape/pictured": 5.4,
    "shape/key-list": -3.2,
    "shape/over-100": -1.1,
    "shape/over-200": -2.6,
    "shape/over-400": -4.1,
    "shape/bullet": 1.8,
    "shape/colon-end": -1.1,
    "shape/goes-on": -3.0,
    "shape/small-letters": -0.3,
    "shape/capitals": 0.8,
    "shape/digits": 2.6,
    "shape/quotation": -0.9,
    "shape/site-word": 1.0,
    "shape/site-words": 3.2,
    "shape/addresses": 1.0,
    "shape/exclaims": 0.6,
    "shape/says": 2.5,
    "shape/asks": 4.5,
}


def furniture(line: Line, known: bool = False) -> float:
    """How much the look of a line speaks against article: log-odds in nats. Of one that is `known` nobody need ask what
    it says that it is."""
    total = BIAS
    for sees, weight in _LIKELY[line.ended][bisect_right(_LENGTHS, line.length)]:
        if sees is None or sees(line):
            total += weight
    if not known:
        for rule in _WORDED:
            if rule.seen(line):
                total += WEIGHTS[rule.id]
    return total


_WORDED = tuple(rule for rule in RULES if rule.id in ("shape/says", "shape/asks"))  # which take long to ask
_Traits = tuple[tuple[Callable[[Line], bool] | None, float], ...]
_LENGTHS = sorted({bound for rule in RULES for bound in (rule.at_least, rule.under)} - {0.0, math.inf})


def _likely() -> tuple[tuple[_Traits, ...], tuple[_Traits, ...]]:
    """What a line may show, by whether it has ended and by its length, with what that says."""

    def traits(length: float, ended: bool) -> _Traits:
        own = (rule for rule in RULES if rule not in _WORDED and rule.may_be_seen(length, ended))
        return tuple((rule.sees, WEIGHTS[rule.id]) for rule in own)

    lengths = (0.0, *_LENGTHS)
    return tuple(traits(length, False) for length in lengths), tuple(traits(length, True) for length in lengths)


_LIKELY = _likely()
