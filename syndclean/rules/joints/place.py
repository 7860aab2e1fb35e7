"""What is seen at a place where two characters meet: the text on either side as far as the block reaches, what the
quotation marks around it do (`rules.quotes`), and the words of the language (`rules.words`).

What a text as a whole says is found out once for all its places: its words, its code, its names of houses.
"""

import functools
import re
from bisect import bisect_left
from collections import Counter
from itertools import islice

from syndclean.rule import compiled
from syndclean.rules import quotes, words
from syndclean.rules.quotes import CLOSE, OPEN

UPPER, LOWER, DIGIT = r"\p{Lu}", r"\p{Ll}", r"\p{Nd}"
END = ".!?…‽։"  # ends a sentence in a script with capitals
# Letters of scripts without capitals that set spaces between words (UAX 24); Chinese, Japanese, Thai set none.
CASELESS = r"\p{Hangul}\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}\p{Oriya}\p{Tamil}\p{Telugu}\p{Kannada}" \
    r"\p{Malayalam}\p{Sinhala}\p{Arabic}\p{Hebrew}\p{Georgian}\p{Ethiopic}"  # fmt: skip
CASELESS_END = ".!?…।॥؟۔።"

_WORD_WIDTH = 40  # no word that a rule looks at is longer
BLOCK_WIDTH = 160  # no heading is longer
NEAR = 240  # as far as a bracket or a short quotation is looked for
_MANY = 12  # so many sentences run together say that the text is
_FEW = 16  # words that are looked for one by one
_REACH = 600  # so far from a sign of code the text is still about code

_CHARACTERS = "".join(chr(c) for c in range(0x10000) if not 0xD800 <= c < 0xE000)


@functools.cache
def ranges(characters: str) -> str:
    """The inside of a character class as `re` reads it, which scans ten times as fast as `regex`.

    It is listed for the Basic Multilingual Plane; behind that a class has all or nothing (the judges look again).
    """
    own = compiled(f"[{characters}]")
    runs = [match[0] for match in compiled(f"[{characters}]++").finditer(_CHARACTERS)]
    listed = "".join(re.escape(run[0]) + (f"-{re.escape(run[-1])}" if len(run) > 1 else "") for run in runs)
    return listed + ("\U00010000-\U0010ffff\ud800-\udfff" if own.match("\U0010ffff") else "")


class Look:
    """One text, and what was found out about it so far; each thing is found out when it is first asked for."""

    __slots__ = (
        "_asked", "_breaks", "_code", "_inner_capitals", "_labels", "_reading", "_seen", "_small", "_words", "text",
    )  # fmt: skip

    def __init__(self, text: str) -> None:
        self.text = text
        self._reading: quotes.Reading | None = None
        self._words: words.Words | None = None
        self._small: str | None = None
        self._asked = 0  # how often somebody asked for a word
        self._seen: Counter[str] | None = None
        self._inner_capitals: bool | None = None
        self._code: list[int] | None = None
        self._breaks: float | None = None
        self._labels: frozenset[str] | None = None

    @property
    def labels(self) -> frozenset[str]:
        """The parts of the hosts in the addresses of the text: houses are called as their sites are."""
        if self._labels is None:
            hosts = _HOST.findall(self.small) if "://" in self.text or "www." in self.text else []
            self._labels = frozenset(label for host in hosts for label in re.split("[.-]", host))
        return self._labels

    @property
    def breaks(self) -> float:
        """How much the text as a whole speaks for breaks that are missing behind a small letter.

        Where breaks are missing, most of them are missing behind the end of a sentence. Where none is, or words with a
        capital inside are more than those, the words are names.
        """
        if self._breaks is None:
            text = self.text
            ends = (match for match in _RUN_TOGETHER.finditer(text) if text[match.end()].isupper())
            number = sum(1 for _ in islice(ends, _MANY))
            inner = len(_inner_capital().findall(text)) if number < _MANY else 0
            self._breaks = -2.0 if inner > number + 2 else -1.0 if inner > 1 and not number else 0.0
        return self._breaks

    @property
    def code(self) -> list[int]:
        """Where the text has signs that programs, markup and their documentation have, and no prose."""
        if self._code is None:
            self._code = _code(self.text)
        return self._code

    @property
    def inner_capitals(self) -> bool:
        """Whether the orthography of the text writes capitals after small prefixes."""
        if self._inner_capitals is None:
            self._inner_capitals = words.inner_capitals(self.text)
        return self._inner_capitals

    @property
    def small(self) -> str:
        """The text in small letters."""
        if self._small is None:
            self._small = self.text.lower()
        return self._small

    def seen(self, small: str, times: int) -> bool:
        """Whether a word stands in the text by itself, so many times, whatever ends it."""
        if self._asked < _FEW and small:  # to search the text a few times takes less than to count its words
            self._asked += 1
            found = self.small.count(small)
            if found < times:
                return False
            if times == 1 and f" {small} " in self.small:
                return True
            if found <= _FEW:
                return self._by_itself(small) >= times
        if self._seen is None:
            self._seen = Counter(self.small.split())
        number = self._seen.get
        return sum([number(small + end, 0) for end in _WORD_ENDS]) >= times

    def _by_itself(self, small: str) -> int:
        """How often a word stands between spaces, or behind one and before what may end it."""
        text, at, number = self.small, self.small.find(small), 0
        while at >= 0:
            end = at + len(small)
            if at == 0 or text[at - 1].isspace():
                ahead = text[end : end + 3]  # what ends a word is shorter
                number += ahead[:1].isspace() or not ahead or ahead.split()[0] in _WORD_ENDS
            at = text.find(small, end)
        return number

    @property
    def reading(self) -> quotes.Reading:
        """What the quotation marks do."""
        if self._reading is None:
            self._reading = quotes.read(self.text)
        return self._reading

    def does(self, at: int, role: str) -> bool:
        """Whether a quotation mark stands at an offset and has a role; most often a glance tells that it has not."""
        if self._reading is None and not quotes.may(self.text, at, role):
            return False
        return self.reading.role(at) == role

    @property
    def words(self) -> words.Words:
        """The vocabulary of the text's language, or of two where much of it is in another."""
        if self._words is None:
            self._words = words.of_both(*words.spoken(self.text))
        return self._words


LETTERS = re.compile(r"[^\W\d_]+")
_HOST = re.compile(r"(?:://|www\.)([\w.-]{4,80})")


def up_to_capital(letters: str) -> str:
    """A capital and what follows up to the next one, or a run of capitals: FooBar is Foo, and FOOBar is all of it."""
    if len(letters) > 1 and letters[1].islower() and not letters[1:].islower():
        for n, letter in enumerate(letters):
            if n and letter.isupper():
                return letters[:n]
    return letters


# The vowel signs of Hebrew, Arabic and the scripts of India are marks, not letters.
_VOWEL_SIGNS = "[\u0591-\u05bd\u064b-\u065f\u0900-\u0963\u0970-\u0dff]"
_LETTERS_BACK = re.compile(rf"[^\W\d_]*(?:{_VOWEL_SIGNS}[^\W\d_]*)*")
_WORD_ENDS = frozenset(["", ",", ".", ":", "?", "!", "’s", "'s", ")", "“", "”", '"', ",”", "-"])
# What is written without spaces because it is no prose: addresses, paths, names of files, code.
_TECHNICAL = re.compile(
    r"[_=\\{}:w@#(/.](?:(?<=[_=\\{}])|(?<=:)(?://|:)|(?<=w)ww\.|(?<=@)\w|(?<=#)(?<!\w#)\w|(?<=\w\()\)|(?<=/)\w+/"
    r"|(?<=\w/)\w+\.\w|(?<=\.)(?:com|org|net|html?|php|js|py)\b(?!\.\Z))",
    re.ASCII,
)
_RUN_TOGETHER = re.compile(r"[.!?…](?<=\w\w.)[\"”“»«„’)]{0,2}(?=[^\W\d_])")


@functools.cache
def _inner_capital() -> re.Pattern[str]:
    return re.compile(f"[{ranges(UPPER)}](?<=[{ranges(LOWER)}].)")


# What programs, markup and their documentation have, and prose has not; without one of the first there is no code.
_CODE_SIGNS = ("`", "{", "}", "\\", "_", "=", "<", ">", "::", "()")
_CODE_SIGN = re.compile(
    r"[`{}\\(=!<>\-:\"_](?:(?<=`)(?<!\w`)\w[^`\n]{0,60}`|(?<=[{}\\])|(?<=\w\()[)\"']|(?<=[=!<>])=|(?<=[-=])>|(?<=:):"
    r"|(?<=<)/\w{1,20}>|(?<=\w\"):\"|(?<=\w_)\w)",
    re.ASCII,
)
_ADDRESS = re.compile(r"[/@#]\S{0,80}\Z")


def _code(text: str) -> list[int]:
    """Where the signs of code stand; an underscore in an address or a handle is none."""
    if not any(sign in text for sign in _CODE_SIGNS):
        return []
    found = ((match.start(), match[0][0] == "_") for match in _CODE_SIGN.finditer(text))
    return [at for at, low in found if not low or not _ADDRESS.search(text, max(0, at - 80), at)]


class Place:
    """Where `left`, the character before `at`, meets `right`, the one at `at`; the block began at `start`."""

    __slots__ = ("_technical", "at", "left", "look", "right", "start", "text")

    def __init__(self, look: Look, at: int, start: int) -> None:
        self.look, self.text, self.at, self.start = look, look.text, at, start
        self.left, self.right = look.text[at - 1], look.text[at]
        self._technical: bool | None = None

    def behind(self, width: int) -> str:
        """So many characters before the place, as far as the block reaches."""
        return self.text[max(self.start, self.at - width) : self.at]

    def before(self, width: int) -> str:
        """So many characters from the place on, as far as the line reaches."""
        ahead = self.text[self.at : self.at + width]
        end = ahead.find("\n")
        return ahead if end < 0 else ahead[:end]

    def word_behind(self, skip: int = 0) -> str:
        """The letters that end `skip` characters before the place; empty where none do."""
        end = self.at - skip
        back = self.text[max(self.start, end - _WORD_WIDTH) : end][::-1]
        match = _LETTERS_BACK.match(back)
        return match[0][::-1] if match else ""

    def letters_before(self) -> str:
        """The letters that begin at the place."""
        match = LETTERS.match(self.text, self.at, self.at + _WORD_WIDTH)
        return match[0] if match else ""

    def word_before(self) -> str:
        """The word that begins at the place: a capital and what follows up to the next one, or a run of capitals."""
        return up_to_capital(self.letters_before())

    @property
    def code(self) -> bool:
        """Whether the text around speaks of code; line ends are no distance, for breaks that are found put some in."""
        signs, at = self.look.code, self.at
        if not signs:
            return False
        n = bisect_left(signs, at)
        return (n > 0 and self._reached(signs[n - 1], at)) or (n < len(signs) and self._reached(at, signs[n]))

    def _reached(self, low: int, high: int) -> bool:
        far = high - low
        return far < _REACH or (far < 3 * _REACH and far - self.text.count("\n", low, high) < _REACH)

    @property
    def technical(self) -> bool:
        """Whether the place lies in an address, a path or a piece of code, or near one."""
        return self.code or self.in_technical_token

    @property
    def in_technical_token(self) -> bool:
        """Whether what stands between two spaces here is an address, a path or a piece of code."""
        if self._technical is None:
            text, at = self.text, self.at
            low = max(self.start, at - 60)
            begin = max(low, text.rfind(" ", low, at) + 1)
            end = text.find(" ", at, at + 60)
            token = text[begin : end if end >= 0 else at + 60]
            self._technical = bool(_TECHNICAL.search(token.split("\n", 1)[0]))
        return self._technical

    def common(self, word: str) -> bool:
        """Whether the language knows the word as a frequent one."""
        own = self.look.words
        return words.folded(word, own.tag) in own.common

    def first(self, word: str) -> bool:
        """Whether the word may well begin a sentence: one of the most frequent ones."""
        own = self.look.words
        return words.folded(word, own.tag) in own.first

    def seen(self, word: str, times: int = 1) -> bool:
        """Whether the word stands somewhere in the text by itself, so many times."""
        return self.look.seen(word.lower(), times)

    def function(self, word: str) -> bool:
        """Whether the word is one of those that every text of the language has."""
        own = self.look.words
        return words.folded(word, own.tag) in own.function

    def role(self, at: int) -> str | None:
        """What the quotation mark at an offset does; None where no mark stands. To ask for one role takes less."""
        return self.look.reading.role(at) if quotes.is_mark(self.text, at) else None

    def opens(self, at: int) -> bool:
        """Whether a quotation mark stands at an offset and opens something."""
        return self.look.does(at, OPEN)

    def closes(self, at: int) -> bool:
        """Whether a quotation mark stands at an offset and closes something."""
        return self.look.does(at, CLOSE)

    @property
    def short_block(self) -> str:
        """The block so far, where it may be a heading: short, and no sentence ends inside; else empty."""
        if self.at - self.start > BLOCK_WIDTH:
            return ""
        block = self.text[self.start : self.at]
        return "" if _SENTENCE_INSIDE.search(block) else block

    @property
    def glued(self) -> bool:
        """Whether the block was found to begin right behind the one before: more of it may be run together."""
        return self.start > 0 and not self.text[self.start - 1].isspace()

    @property
    def bracketed(self) -> bool:
        """Whether the place lies inside round brackets, both of them near."""
        end = self.text.find(")", self.at, self.at + NEAR)
        if end < 0:
            return False
        behind, before = self.behind(NEAR), self.text[self.at : end]
        return behind.rfind("(") > behind.rfind(")") and "(" not in before and "\n" not in before


_SENTENCE_INSIDE = re.compile(r"[^\W\d]{3}[.!?][”“\"»’)]?\s+[^\W\d_]")
