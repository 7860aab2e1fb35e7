"""Joints: the places at which two blocks, or two words, were run together.

`joints` walks once over the places at which two characters meet that a writer would have kept apart, and asks the rules
in turn. A rule sees a `Place`: the text on either side as far as the block reaches, what the quotation marks around it
do (`rules.quotes`), and the words of the language (`rules.words`). When in doubt a token stays whole.
"""

import functools
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from syndclean.rule import JOINT, SPACE, WHOLE, JointRule, compiled
from syndclean.rules import quotes, words
from syndclean.rules.quotes import CLOSE, MARKS, OPEN

UPPER, LOWER, DIGIT = r"\p{Lu}", r"\p{Ll}", r"\p{Nd}"
END = ".!?…‽։"  # ends a sentence in a script with capitals
QUOTES = MARKS
FULL_QUOTES = QUOTES.replace("'", "").replace("’", "")  # what is never an apostrophe
# Letters of scripts without capitals that set spaces between words (UAX 24); Chinese, Japanese, Thai set none.
CASELESS = r"\p{Hangul}\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}\p{Oriya}\p{Tamil}\p{Telugu}\p{Kannada}" \
    r"\p{Malayalam}\p{Sinhala}\p{Arabic}\p{Hebrew}\p{Georgian}\p{Ethiopic}"  # fmt: skip
CASELESS_END = ".!?…।॥؟۔።"
# Scripts that set no spaces between words (UAX 14, complex context and ideographs): nothing can be missing there.
_UNSPACED = re.compile("[\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]")

_WORD_WIDTH = 40  # no word that a rule looks at is longer
_BLOCK_WIDTH = 160  # no heading is longer
# So many places more stand within so many characters, line ends aside, in nothing that was written to be read: dense
# Korean dialogue takes half as much again.
_CROWD, _CROWDED = 25, 300
_KEPT = 65_536  # characters
_NEAR = 240  # as far as a bracket or a short quotation is looked for
_MANY = 12  # so many sentences run together say that the text is
_FEW = 16  # words that are looked for one by one
_REACH = 600  # so far from a sign of code the text is still about code


class Joint(NamedTuple):
    """Something is missing before the character at `at`: `JOINT` or `SPACE`, as the rule `rule` says."""

    at: int
    missing: str
    rule: str


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
        """The vocabulary of the text's language."""
        if self._words is None:
            self._words = words.of(words.language(self.text))
        return self._words


_LETTERS = re.compile(r"[^\W\d_]+")
_HOST = re.compile(r"(?:://|www\.)([\w.-]{4,80})")


def _up_to_capital(letters: str) -> str:
    """A capital and what follows up to the next one, or a run of capitals: FooBar is Foo, and FOOBar is all of it."""
    if len(letters) > 1 and letters[1].islower() and not letters[1:].islower():
        for n, letter in enumerate(letters):
            if n and letter.isupper():
                return letters[:n]
    return letters


# The vowel signs of Hebrew, Arabic and the scripts of India are marks, not letters.
_VOWEL_SIGNS = "[\u0591-\u05bd\u064b-\u065f\u0900-\u0963\u0970-\u0dff]"
_LETTERS_BACK = re.compile(rf"[^\W\d_]*(?:{_VOWEL_SIGNS}[^\W\d_]*)*")
_SPACE = re.compile(r"\s")
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
    return re.compile(f"[{_ranges(UPPER)}](?<=[{_ranges(LOWER)}].)")


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
        match = _LETTERS.match(self.text, self.at, self.at + _WORD_WIDTH)
        return match[0] if match else ""

    def word_before(self) -> str:
        """The word that begins at the place: a capital and what follows up to the next one, or a run of capitals."""
        return _up_to_capital(self.letters_before())

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
        if self.at - self.start > _BLOCK_WIDTH:
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
        end = self.text.find(")", self.at, self.at + _NEAR)
        if end < 0:
            return False
        behind, before = self.behind(_NEAR), self.text[self.at : end]
        return behind.rfind("(") > behind.rfind(")") and "(" not in before and "\n" not in before


_SENTENCE_INSIDE = re.compile(r"[^\W\d]{3}[.!?][”“\"»’)]?\s+[^\W\d_]")


# the rules' judges -------------------------------------------------------------------------------------------------
def _missing(place: Place) -> str:
    """What is missing between two sentences: inside brackets or a short quotation a space, else a break."""
    if place.bracketed:
        return SPACE
    end = place.at + len(place.before(_NEAR))
    low = max(place.start, place.at - _NEAR)
    if not (quotes.marked(place.text, place.at, end) and quotes.marked(place.text, low, place.at)):  # no quotation near
        return JOINT
    around = place.look.reading.quotation_around(place.at)
    if around and around[1] - around[0] < _NEAR and around[0] >= place.start and "\n" not in place.text[slice(*around)]:
        return SPACE
    return JOINT


def _site(place: Place) -> bool:
    """Whether the text behind ends with the bare name of a site, and no path: www.example.org.The"""
    token = place.behind(60).rsplit(" ", 1)[-1]
    return "/" not in token and "@" not in token and token[:1].islower()


def _sentence_end(place: Place) -> str | None:
    """A capital right behind the end of a sentence."""
    word, before = place.word_before(), place.word_behind(1)
    if place.left == "." and _initial(place, word, before):
        return WHOLE
    if place.in_technical_token and not (_frequent(place, word) and _site(place)):
        return WHOLE
    if place.code and not (len(before) > 2 and (before.islower() or before.istitle()) and _frequent(place, word)):
        return WHOLE
    if place.left == ".":
        return _missing(place) if _ends_with_point(place, word) else WHOLE
    sign = place.behind(2)[:-1]
    if sign.isspace() or sign in _NO_END:
        return WHOLE  # "…Und", "!Xóõ": the mark stands before the word
    if before.isupper() and (len(before) == 1 or word.isupper()):
        return WHOLE  # E!Online, WHAM!TV
    return _missing(place)


def _initial(place: Place, word: str, before: str) -> bool:
    """Whether a letter with a point stands behind another: U.S., J.K."""
    return (
        len(word) == 1
        and before != ""
        and place.text[place.at + 1 : place.at + 2] == "."
        and not (before.islower() and len(before) > 2)
    )


def _frequent(place: Place, word: str) -> bool:
    """Whether the word at the place may well begin a sentence, and a space follows it."""
    end = place.at + len(word)
    return place.text[end : end + 1] == " " and place.first(word)


def _ends_with_point(place: Place, word: str) -> bool:
    """Whether the point before a capital ends a sentence, rather than an abbreviation, initials or part of a name."""
    text, at = place.text, place.at
    before = place.word_behind(1)
    then = text[at + len(word) : at + len(word) + 1]
    if not before:
        return _ends_behind_sign(place, word, then)
    if len(word) == 1 and then in ",;)" and before.isupper():
        return False  # BRK.B
    if (then.isupper() or not place.first(word)) and _dotted_name(place, before, word):
        return False
    if then == "(" or (then == "." and text[at + len(word) + 1 : at + len(word) + 2].isalpha()):
        return False  # Console.Write(, System.Out.Print
    if (
        len(before) > 1
        and text[at - 2 - len(before) : at - 1 - len(before)] == "."
        and text[at - 3 - len(before) : at - 2 - len(before)].isalpha()
        and not before.islower()
    ):
        return False  # the end of the same
    if len(before) == 1 and text[at - 3 : at - 2] != "’":
        return _ends_behind_letter(place, before, word)
    folded = words.folded(before, place.look.words.tag)
    own = place.look.words
    plain = before.islower() or before.istitle()  # afd. is short for afdeling, AfD is not
    if plain and (folded in own.abbreviations or (folded in words.abbreviations() and not place.common(before))):
        return place.function(word) and len(word) > 1 and not then.isupper()
    if then == "." and before[0].isupper() and not place.first(word):
        return False  # Map.Entry.
    return (
        folded in ("www", "http")
        or words.folded(word) not in words.endings()
        or (place.first(word) and before.islower())
    )


def _dotted_name(place: Place, before: str, word: str) -> bool:
    """Whether a point stands in a name of several parts: idleConf.CurrentTheme, email.message.Message, ttk.Notebook."""
    text, at, own = place.text, place.at, place.look.words
    if before.isupper() and word.isupper():
        return not place.common(before) and not place.common(word)
    whole = place.letters_before() or word
    if _INSIDE.search(before) and not place.look.inner_capitals and words.folded(before) not in words.names():
        return whole != word or not place.common(word)
    start = at - 1 - len(before)
    if before.islower() and len(before) > 1 and start > 1 and text[start - 1] == "." and text[start - 2].isalpha():
        return True  # email.message.Message
    if not before.islower() or place.common(before):
        return False
    if len(before) < 4 and own.common:
        return True  # ttk.Notebook
    return whole != word and not place.first(whole[len(word) :]) and words.folded(whole) not in words.names()


_INSIDE = compiled(r"\p{Ll}\p{Lu}\p{Ll}{2}")


def _ends_behind_letter(place: Place, letter: str, word: str) -> bool:
    """A single letter before the point: initials (J.Smith, U.S.), rarely the end of a sentence (vitamin C.The)."""
    if not place.first(word) or len(word) < 2 or f"{letter}.{word}".casefold() in words.names():
        return False
    following = place.text[place.at + len(word) : place.at + len(word) + 1]
    if following.isupper() or (letter.isupper() and place.text[place.at - 3] == "." and not place.function(word)):
        return False  # W.E.B.DuBois, U.N.Security Council
    if letter.islower() and letter not in "aeiouyàéèóòùúíáőűйкня":
        return place.text[place.at - 4 : place.at - 3] == "."  # p.m.The, but not z.Die
    return True


# Languages that write an ordinal with a point, so that 17.Mai and 2.Liga are no ends (CLDR, day formats "d.").
_ORDINALS = frozenset(["cs", "da", "de", "fi", "hu", "is", "lv", "nb", "sh", "sk", "sl", "tr"]) | {None}


_NO_END = "([{<*/\\=~^&|@#+-_"  # no sentence ends behind one of these: (?P, <!DOCTYPE, *.Txt


def _ends_behind_sign(place: Place, word: str, then: str) -> bool:
    """No letter before the point: a bracket, a quotation mark, a number, another point."""
    text, at = place.text, place.at
    sign = text[at - 2 : at - 1] if at - 2 >= place.start else ""
    if sign.isdigit():
        number = re.search(r"[\d.,:]{1,12}\Z", place.behind(14))
        digits = number[0].rstrip(".") if number else ""
        if len(word) == 1 and then != " ":
            return False
        if len(digits) == 4 and digits.isdigit():
            return True
        if "." in digits or len(digits) < 2 or (len(digits) < 3 and place.look.words.tag in _ORDINALS):
            return place.function(word)
        return place.common(word) or len(word) > 3
    if sign == ".":  # an ellipsis of points belongs to what it touches
        return not place.behind(5).rstrip(".")[-1:].isspace() and place.behind(5).strip(".") != ""
    return bool(sign) and not sign.isspace() and sign not in _NO_END


_BEFORE_QUOTATION = MARKS + END + CASELESS_END + ":;,"


def _quotation_opens(place: Place) -> str | None:
    """A mark that opens a quotation, right behind something else."""
    mark, then = place.text[place.at], place.text[place.at + 1 : place.at + 2]
    if (mark not in "«»" and then.isspace()) or not (place.left.isalnum() or place.left in _BEFORE_QUOTATION):
        return None
    if _UNSPACED.match(place.left) or not place.opens(place.at) or (mark == '"' and place.code):
        return None
    if place.left in MARKS:
        return _behind_closing(place)
    if place.left == ",":
        return None if mark == '"' and place.behind(2)[0] == mark else SPACE
    return _quotation_behind_word(place) if place.left.isalnum() else JOINT


def _single_opens(place: Place) -> str | None:
    """The same for a mark that may be an apostrophe."""
    if not place.opens(place.at) or place.code:
        return None
    return _behind_closing(place) if place.left in MARKS else JOINT


_ENDS = tuple(END + CASELESS_END)
_ENDS_INSIDE = (*_ENDS, ",")


def _behind_closing(place: Place) -> str | None:
    """One quotation right behind another."""
    text, at = place.text, place.at
    inside = place.behind(4)[:-1].rstrip(" \u00a0\u202f")  # French sets a space inside
    ended = inside.endswith(_ENDS_INSIDE) or text[at + 1 : at + 2].isupper()
    return JOINT if ended and place.closes(at - 1) else None


def _quotation_behind_word(place: Place) -> str | None:
    """A quotation right behind a word: a heading ended, where the quotation is a sentence; else a space lacks."""
    text, at = place.text, place.at
    if text[at] in SINGLE_STRAIGHT or place.technical:
        return None
    first = text[at + 1 : at + 2]
    if text[at] in "«»" and first.isspace():
        first = text[at + 2 : at + 3]
    quotation = place.before(_NEAR)
    if text[at] == "‘" and "’" not in quotation:
        return None  # nothing closes it: an apostrophe, as Hebrew and Tigrinya print it
    if first.isupper() and quotation.count(" ") >= 2 and " " in place.short_block:
        return JOINT
    return SPACE if len(place.word_behind()) > 2 and first.isalpha() and text[at] != '"' else None


SINGLE_STRAIGHT = "'’"


def _quotation_closed(place: Place) -> str | None:
    """Text right behind a mark that closes a quotation."""
    if not place.closes(place.at - 1):
        return None
    inside = place.behind(6).rstrip(" \u00a0" + MARKS)
    if inside.endswith(","):
        return SPACE
    if inside.endswith(_ENDS):
        return SPACE if place.bracketed else JOINT
    word, then = place.word_before(), place.text[place.at + 1 : place.at + 2]
    if place.right.isdigit() or inside.endswith((":", ";")) or (len(word) < 2 and then != " "):
        return None
    if place.first(word):
        return JOINT
    around = place.look.reading.quotation_around(place.at - 1)
    whole = around is not None and around[0] == place.start
    return JOINT if whole or place.short_block.count(" ") > 1 else None


def _quotation_then_small(place: Place) -> str | None:
    """A small letter right behind a closed quotation that ended like a sentence or with a comma: ”she said."""
    ended = place.behind(2)[0] in ",.!?…" and place.closes(place.at - 1)
    return SPACE if ended and place.common(place.word_before()) else None


def _inverted_mark(place: Place) -> str | None:
    """¿ or ¡ right behind the end of a sentence or of a heading."""
    if place.left.islower():
        return JOINT if " " in place.short_block else None
    if place.left in MARKS and not place.closes(place.at - 1):
        return None
    return _missing(place)


def _bracket_closed(place: Place) -> str | None:
    """A capital right behind a bracket that closes."""
    behind = place.behind(_NEAR)
    if not f" {behind}"[behind.rfind("(")].isspace():  # what stands before the bracket; where none opened, it closes
        return None
    if behind[-2:-1] in END or place.first(place.word_before()):
        return _missing(place)
    return JOINT if place.short_block.count(" ") > 1 else None


def _bracket_opens(place: Place) -> str | None:
    """A bracket right behind the end of a sentence: an agency, a note."""
    if place.technical or len(place.word_behind(1)) < 3:
        return None
    return JOINT if re.match(r"\([^\W\d_][^()]{1,200}\)", place.before(_NEAR)) else None


# Two names with a capital inside: the text speaks of code or of products.
_CODE = re.compile(r"[a-z][A-Z]\w{0,40}+\W.{0,80}[a-z][A-Z]\w{0,40}+\W|\w_\w")


_VOWELS = frozenset("aeiou")
# Asked at every place inside a name: without a lock.
_names, _prefixes = functools.cache(words.names), functools.cache(words.prefixes)


def _heading_end(place: Place) -> str | None:
    """A capital right behind a small letter: the end of a line without a point, or a name with a capital inside."""
    score, left, _ = _scored(place)
    if score < _ENOUGH or (left[-1] in _VOWELS and place.look.inner_capitals):
        return None
    if (left + place.letters_before()).lower() in place.look.labels:  # TimesLIVE, from www.timeslive.example
        return None
    return None if _CODE.search(place.behind(_NEAR)) else JOINT


_ENOUGH = 3.0
_MOST_OF_LEFT = 2.0


def _scored(place: Place) -> tuple[float, str, str]:
    """How much speaks for a joint, and between which words; nothing more is asked once it cannot be `_ENOUGH`."""
    text, at = place.text, place.at
    left, whole = place.word_behind(), place.letters_before()
    right = _up_to_capital(whole)
    if words.folded(left + right) in _names() or place.code:
        return 0.0, left, right
    around = _most_around(place, left, right, whole)
    score = _weight_of_right(place, right, text[at + len(right) : at + len(right) + 1])
    if score + _MOST_OF_LEFT + around < _ENOUGH:
        return 0.0, left, right
    begin = at - len(left)
    score += _weight_of_left(place, left, right, text[begin - 1 : begin] if left and begin > place.start else "")
    if score + around < _ENOUGH or place.in_technical_token:
        return 0.0, left, right
    score += _weight_of_block(place.short_block) + _weight_of_text(place, left, right, whole)
    return score + _weight_of_breaks(place, left, right), left, right


def _most_around(place: Place, left: str, right: str, whole: str) -> float:
    """What block, text and breaks can say for a joint at most: most places need not be looked at any closer."""
    short = place.at - place.start <= _BLOCK_WIDTH
    block = -1.5 if not short else 1.5 if place.text.find(" ", place.start, place.at) >= 0 else 0.0
    text = 3.0 if right.isupper() else 1.5 if right == whole else 4.0 if len(left) > 2 else 0.0
    breaks = 0.0 if len(left) < 4 or not place.glued else 2.0 if len(right) > 5 else 1.0
    return block + text + breaks


def _weight_of_breaks(place: Place, left: str, right: str) -> float:
    """How much the breaks that are missing elsewhere speak for one that is missing here."""
    if not place.glued:
        return place.look.breaks
    plain = (left.islower() or place.common(left)) and not place.seen(left + right, 2)
    return 0.0 if len(left) < 4 else 2.0 if plain and len(right) > 5 else 1.0


def _weight_of_block(block: str) -> float:
    """How much a block so far looks like a heading: some words, and no sentence."""
    return 1.5 if " " in block else 0.0 if block else -1.5


def _weight_of_text(place: Place, left: str, right: str, whole: str) -> float:
    """How much the rest of the text speaks for two words: each stands somewhere by itself, and the token does not."""
    if place.seen(left + whole, 2):
        return -1.0 if not left.islower() else 0.0
    if whole != right:
        return 4.0 if len(left) > 2 and place.seen(whole) else 0.0  # UiPath
    both = place.seen(right) and (place.seen(left) or place.common(left) or left.islower())
    return (3.0 if right.isupper() else 1.5) if both else 0.0


def _weight_of_right(place: Place, word: str, then: str) -> float:
    """How much the word behind the place looks like the first of a sentence."""
    if len(word) == 1:
        return 2.5 if then == " " and place.function(word) else 1.0 if then in "’'" and then else -2.0
    if word == "Innen" and place.look.words.tag == "de":
        return -4.0  # LehrerInnen
    own = place.look.words
    small = words.folded(word, own.tag)
    weight = 4.0 if small in own.function else 3.0 if small in own.first else 1.5 if small in own.common else 0.0
    if word.isupper() or then.isupper():
        weight -= 3.0 if then.isupper() else 1.5
    if not then or then in " \u00a0":
        weight += 0.5
    elif then in "’',:-–":
        weight -= 0.5
    else:
        weight -= 2.0
    return weight if len(word) > 2 or weight > 3 else weight - 1


def _weight_of_left(place: Place, word: str, right: str, before: str) -> float:
    """How much the word that ends at the place looks like a whole one."""
    if words.folded(word) in _prefixes() and before != "-":
        return -6.0 if not word.islower() else -1.0 if place.first(word) else -4.0
    if before == "." and words.folded(word) not in words.endings():
        return -4.0  # sail.maxSpread
    capitals = sum(map(str.isupper, word))
    if capitals > 1 or (capitals and word[0].islower()):
        return -1.5
    if word.islower():
        if len(word) < 3:
            return 0.5 if len(word) > 1 and place.first(word) else -4.0
        if place.common(word):
            return 2.0
        if place.first(right) or (len(word) > 5 and word[-1] not in _VOWELS) or place.seen(word):
            return 1.0
        return -0.5 if len(word) > 5 else -2.0
    if len(word) < 3:
        return -4.0
    weight = 1.0 if len(word) > 7 or before == "-" else 0.0
    return weight + (0.5 if place.common(word) else 0.0) - (0.0 if place.first(right) else 1.0)


def _capitals_end(place: Place) -> str | None:
    """A word with one capital right behind a word of capitals: a line in capitals, or one that ends in an acronym."""
    left = place.word_behind()
    if len(left) < 2 or not left.isupper():
        return None
    right = place.word_before()
    then = place.text[place.at + len(right) : place.at + len(right) + 1]
    if then.strip().strip("’',-") or place.technical or words.folded(left + right) in words.names():
        return None
    block = place.short_block
    if len(right) < 3:  # the ending of a plural or a case, USAs, unless a line ended
        return JOINT if len(_LETTERS.findall(block)) > 1 and block.isupper() and place.first(right) else None
    if place.look.breaks < 0 and not place.function(right):
        return None  # OSError
    if " " in block:
        known = place.first(right) or place.seen(right) or (place.glued and then == " " and place.common(right))
        return JOINT if known or block.isupper() else None
    tag = place.look.words.tag
    again = words.folded(left, tag)[:3] == words.folded(right, tag)[:3]  # ROMA Roma, İZMİR İzmir'de
    return JOINT if block.isupper() and (again or place.first(right)) else None


def _number_end(place: Place) -> str | None:
    """A capital right behind a number or a per cent sign at the end of a line."""
    word = place.word_before()
    then = place.text[place.at + len(word) : place.at + len(word) + 1]
    if len(word) < 2 or not then.isspace() or not place.function(word):
        return None
    return JOINT if re.search(r"\s[\d.,:]{1,12}%?\Z", place.short_block) else None


_NUMBER_AHEAD = re.compile(
    r"\d{1,2}[.)] ?[^\W\d_]|\d{1,4}(?:[.,\u00a0 ]\d{3})*(?:[.,]\d{1,2})?(?:[-–]\d{1,4})? ?[%€$£]?(?: |-\w{3})"
    r"|\d{1,2}[.:]\d\d(?:[.:]\d\d)? \w|\d{1,2}\. |\d{1,4}(?:,\d{3})*[\uac00-\ud7a3]"
)


def _number_begins(place: Place) -> str | None:
    """A number right behind the end of a sentence."""
    if place.technical or not _NUMBER_AHEAD.match(place.before(24)):
        return None
    word = place.word_behind(1)
    if place.left in ":;":
        return JOINT if len(word) > 2 and re.match(r"1[.)] ?[^\W\d_]", place.before(8)) else None
    if len(word) < 2:
        return JOINT if place.behind(2)[0] in ")]%”“»’\"'" else None
    if place.left != ".":
        return JOINT
    folded = words.folded(word, place.look.words.tag)
    if folded in place.look.words.abbreviations or (folded in words.abbreviations() and not place.common(word)):
        return None
    if word[-1].lower() == word[-1].upper():
        return JOINT if _caseless_end(place, word) else None
    return JOINT if word.islower() or place.common(word) or len(word) > 5 else None


def _colon_end(place: Place) -> str | None:
    """A capital right behind a colon or a semicolon: a list or a speech begins."""
    word, then = place.word_behind(1), place.word_before()
    following = place.text[place.at + len(then) : place.at + len(then) + 1]
    if place.technical or not following.isspace():
        return None
    known = place.common(word) or (len(word) > 3 and not word.istitle())
    return JOINT if known and (place.common(then) or len(then) > 4) else None


def _speech_dash(place: Place) -> str | None:
    """A dash that begins a line, of speech or of a list, right behind the end of the one before."""
    ahead, block = place.before(6), place.short_block
    if not compiled(r"[–—-]\s[“„«\"¿¡]?\p{Lu}").match(ahead):
        return None
    if place.left in END and (_DIALOGUE.search(place.behind(_NEAR)) or ahead[3:4] == "."):
        return WHOLE
    if place.left.islower() and (place.right == "-" or " " not in block or "–" in block or "—" in block):
        return None
    return JOINT


# Some houses set no space before a dash inside a speech: ",— сказал он.— Да".
_DIALOGUE = re.compile(r"[^\W\d_][,.!?…]+[–—]\s?[^\W\d_]")


def _bullet(place: Place) -> str | None:
    """A bullet right behind the line before; right behind a word a space follows it."""
    return JOINT if re.match(r"\S \w" if place.left.isalnum() else r"\S ?\w", place.before(3)) else None


# What follows a quotation in Korean without a space, and ends there or goes on as a verb of saying (National Institute
# of Korean Language, rules of spacing); 도 is one, 도시 a word of its own.
_PARTICLE = re.compile(
    "(?:(?:이?라|하|이?었|였)(?:[고며는면던도지기]|(?![가-힣]))|(?:이?란|[고며면는은이가을를의도만인임로와과뿐식등설]|에서?|으로"
    "|처럼|보다|까지|부터|조차|이?었다|였다)[은는도만]?(?![가-힣]))"
)
_KOREAN_ENDS = frozenset("다요까죠음함임됨지네라자오것움님어아군걸")


def _caseless_sentence(place: Place) -> str | None:
    """A letter of a script without capitals right behind the end of a sentence."""
    if place.technical:
        return None
    if place.left in "।॥؟۔።":
        return JOINT
    word = place.word_behind(1)
    if not word:
        return JOINT if place.behind(2)[0] in ")]”\"'’%" else None
    return _missing(place) if _caseless_end(place, word) else None


def _caseless_end(place: Place, word: str) -> bool:
    """Whether a sentence in a script without capitals may end with the word."""
    if "\uac00" <= word[-1] <= "\ud7a3":  # Hangul
        return len(word) > 1 and word[-1] in _KOREAN_ENDS
    return len(word) > (2 if place.left == "." else 1) and word not in words.abbreviations()


def _caseless_quotation(place: Place) -> str | None:
    """A word right behind a closed quotation that is a sentence or a line, and no particle that belongs to it."""
    if _PARTICLE.match(place.before(6)) or not place.closes(place.at - 1):
        return None
    if place.behind(2)[0] in CASELESS_END:
        return JOINT
    around = place.look.reading.quotation_around(place.at - 1)
    return JOINT if around is not None and around[0] == place.start and place.short_block.count(" ") > 1 else None


_LISTED = re.compile(r",\S{1,30},\S")  # key,word,list


def _comma(place: Place) -> str | None:
    """A small letter right behind a comma, two common words on its sides."""
    left, right = place.word_behind(1), place.word_before()
    if len(left) < 3 or place.technical or _LISTED.search(place.behind(30) + place.before(30)):
        return None
    return SPACE if place.common(left) and place.common(right) else None


SENTENCE_END = JointRule(
    "joint/sentence-end",
    "A capital right behind a full stop, a question mark or an exclamation mark begins the next block.",
    left=CASELESS_END + END,
    right=UPPER,
    judge=_sentence_end,
    hits=(
        "They said so!⏐A. Bell is of the town",
        "They call `left` on Monday.⏐The boats left",
        "They call `left` on the boats.⏐The boats left",
        "Who asked for articles 5 and 4?⏐Article 5 is the one that counts.",
        "Read it at www.harbour.example.⏐The boats left.",
        "Did it help NATO?⏐Nobody knows.",
        "Who left?⏐NATO did not say.",
        "The boats left the harbour.⏐They will be back in spring, the owner of the yard said.",
        "Die Schiffe sind fort.⏐Sie kommen im Frühjahr zurück, sagte die Sprecherin der Werft.",
        "Les bateaux sont partis.⏐Ils reviendront au printemps, a dit le maire de la ville.",
        "¿Volverán los barcos al puerto?⏐El alcalde no quiso responder a la pregunta de la prensa.",
        "Le barche sono partite!⏐Il sindaco non ha risposto alle domande della stampa.",
        "Корабли ушли из порта.⏐Они вернутся весной, сказал мэр города.",
        "Statki wypłynęły z portu.⏐W mieście nie ma już nikogo, kto by o nich nie mówił.",
        "Lodě odpluly z přístavu.⏐Na jaře se vrátí, řekl starosta města.",
        "Gemiler limandan ayrıldı.⏐İlkbaharda geri dönecekler, dedi belediye başkanı.",
        "Τα πλοία έφυγαν από το λιμάνι.⏐Θα επιστρέψουν την άνοιξη, είπε ο δήμαρχος.",
        "Båtarna har lämnat hamnen.⏐I vår kommer de tillbaka, säger ägaren till varvet.",
        "(The boats left.␣They will be back.)",
        "She moved to the U.S.⏐The boats stayed in the harbour of the town.",
        "They like YouTube.⏐Nobody knows, said the AfD.⏐Nobody knows.",
        "They like the qxq.⏐The boats left the harbour of the town, the people of it said.",
        "It ended in 2007.⏐Congress has not met on the matter since then.",
    ),
    misses=(
        "The people of the EU.A. Bell of the town left",
        "They call `left` on ab.The boats left",
        "They call `left` on fooBar.The boats left",
        "She works for E!Online and likes WHAM!TV a lot.",
        "Write to www.harbour.example.Smith and sons",
        "It is said at www.harbour.example.The-boats that they left",
        "The people of the town are on harbour.example/a.The boats left.",
        "U.S. boats, J.K.Rowling, E.On, Node.Js, Booking.Com, 2.0.Beta and z.B.Die",
        "Read https://example.org/a.Html or mail jane.Doe@example.org, says @jane.Doe.",
        "Dr.Müller wohnt in St.Pölten, Nr.5.",
        "Call System.Out.Print or Console.Write() in README.Md of the project.",
        "The boats left. They will be back.",
        "…Und dann kamen sie.",
        "They call `left` on the boats.Smith and sons of it",
        "The language of the !Xóõ and a group (?Pname) of it.",
        "The boats of COPYING.GPL and XCHAR.ASCENT, bdb.Breakpoint, email.message.Message and idleConf.CurrentTheme",
        "The owner of the yard said libx.SocksProxy and the W.E.B.DuBois of the U.N.Security Council and BRK.B, too",
        "Am 17.Mai in der 2.Liga der Männer.",
    ),
)
HEADING_END = JointRule(
    "joint/heading-end",
    "A capital right behind a small letter: a line without a point ended there, unless the token is a name.",
    left=LOWER,
    right=UPPER,
    judge=_heading_end,
    hits=(
        "The song Kodwa Futhi Ukuthi is what the people of the town like to hear after the attack⏐The boats left",
        "New boats for the harbour⏐The owner of the yard said that they will be back in the spring.",
        "New boats for the harbour⏐The boats of the yard⏐Ropemakers said that they will be back in the spring.",
        "Neue Schiffe für den Hafen⏐Die Besitzerin der Werft sagte, dass sie im Frühjahr kommen.",
        "De nouveaux bateaux pour le port⏐Les habitants de la ville attendent depuis des années.",
        "Nuevos barcos para el puerto⏐El alcalde de la ciudad no quiso responder a la prensa.",
        "Nuove barche per il porto⏐Il sindaco della città non ha risposto alla stampa.",
        "Nowe statki dla portu⏐W mieście nie ma już nikogo, kto by o nich nie mówił.",
        "Новые корабли для порта⏐Они вернутся весной, но не все, сказал мэр города.",
        "Nye båter til havnen⏐Det er ikke mange som vet om det ennå, sier eieren.",
        "Nieuwe schepen voor de haven⏐Het is niet bekend wanneer ze terugkomen, zei de burgemeester.",
        "Yeni gemiler limanda⏐Bu gemiler için çok beklediler, dedi belediye başkanı.",
    ),
    misses=(
        "The people of the town are on it. Read the article on TimesLIVE: https://www.timeslive.example/1",
        "The people of the town are on https://harbour.example/newsThe boats left",
        "The song Kodwa Futhi Ukuthi is what the people of the town like to hear in the houseThe boats of it",
        "We use getElementById of innerHTML in the functionThe boats are here for all of the people",
        "An iPhone with JavaScript from YouTube, said McDonald of TotalEnergies about NaCl and mRNA at pH 7.",
        "Kusho uMnu Dlamini eMbali futhi kwaZulu, ukuthi abantu bakhe.",
        "Tá siad in hÉireann agus i gCorcaigh, ach níl siad ag an doras.",
        "Die ForuM-Studie und die LehrerInnen in der AlSheikh-Gruppe.",
        "The method getElementById of innerHTML and the SynergyLink of DoorDash.",
        "The boats of the harbour MacDonald and LaRose",
        "The people of the town like their SharePoint more than ever",
        "The people set the house.maxSpread of the boats",
        "They build a HouseGarden for the RoseLawn and the BoatRoof of the town",
        "In IJsland en bij de IJssel is het koud.",
    ),
)
CAPITALS_END = JointRule(
    "joint/capitals-end",
    "A word in small letters with one capital right behind a word of capitals: a line in capitals ended there.",
    left=UPPER,
    right=UPPER,
    then=LOWER,
    judge=_capitals_end,
    hits=(
        "ROMA⏐Roma, la città, attende.",
        "BERLIN⏐Die Schiffe sind fort, und niemand weiß, wann sie zurück sein werden.",
        "THE BOATS OF THE TOWN⏐It is what the people said.",
        "THE BOATS OF THE TOWN⏐Item 4",
        "The boats of the RPA⏐Harbour left. The Harbour is there.",
        "Nobody in this town likes the EU⏐They say so.",
        "BEHIND THE HARBOUR⏐The boats of the town left in the night, the owner said.",
        "LİMANDA YANGIN⏐Bu gemiler için çok beklediler, dedi belediye başkanı.",
        "What comes after the TV⏐The boats of the town left in the night, the owner said.",
        "What the iPads and the iPods do to the TV⏐The boats of the town left.",
        "THE BOATS⏐The harbour of an NGO⏐Various people left it.",
        "THE BOATS⏐The harbour of an NGOVarious, it is said",
        "THE BOATS⏐The harbour of an NGOXyqua people left",
    ),
    misses=(
        "THE BOATS OF AThey left the harbour.",
        "The harbour of an NGOVarious people left it.",
        "The codeNames and the pathNames of an OSTown are known",
        "The iOSThe boats of the people are in the town",
        "THE BOATS ARE GONEXy",
        "The people in the USAs and the EUs of it",
        "USAs and the other people of the town are as they are",
        "The people are on www.harbour.example/NEWSThe boats of the town left.",
        "The owner said: BMWThe2 is the new one of the people",
        "Harbour23NATOThe boats of the town are in the harbour",
        "NATOHarbour",
        "The people of the town and the Seven of MBWay and of it all",
        "NGOs, MPs and PhDs of the EUs",
        "NBCUniversal and the HTMLElement",
        "The SPDler and the CDUler",
        "IJsland",
    ),
)
QUOTATION_OPENS = JointRule(
    "joint/quotation-opens",
    "A mark that opens a quotation stands right behind something: a break is missing, inside a sentence a space.",
    left=r"\S",
    right=FULL_QUOTES,
    then=r"\s\w¿¡…(\[" + QUOTES,
    judge=_quotation_opens,
    hits=(
        "They said,␣“The boats are gone.”",
        'They said,␣"The boats are gone."',
        "Hon sa ”ja”,␣”nej” och ”kanske” i dag.",
        "Er sagte „ja“,␣„nein“ und „vielleicht“ dazu.",
        "Call `left` of it.⏐“They will be back,” she said.",
        "The boats left.⏐“They will be back,” she said.",
        'The boats left.⏐"They will be back," she said.',
        "Die Schiffe sind fort.⏐„Sie kommen zurück“, sagte sie.",
        "Die Schiffe sind fort.⏐»Sie kommen zurück«, sagte sie.",
        "“They left.”⏐“They will be back.”",
        "Lodě odpluly.⏐„Vrátí se,“ řekl.",
        "Корабли ушли.⏐«Они вернутся», сказал мэр.",
        "배가 떠났다.⏐\"돌아올 것이다\"라고 말했다.",
        "הוא אמר␣‘שלום רב’ לכולם",
        "New boats for the harbour⏐“They will be back in the spring,” she said.",
        "Les bateaux sont partis.⏐« Ils reviendront », dit-elle.",
    ),
    misses=(
        "They said) “x” and (“The boats” of it)“The boats” left.",
        'The key is {"town":"The boats"} of it.',
        'The keys are "boats","The town" and so on.',
        "The boats left.“ They will be back,“ she said",
        "坚持火箭链、卫星链“四链并举”的精神。",
        "Il dit « oui », puis « non ».",
        'She called it "a boat" and left ("for good").',
        "l’“affaire”", "5'10\" and 6'2\"", "dogs' bones, rock 'n' roll", "l'\"affaire\"",
        "The boats left.” Then", "צה\"ל", "הוא נולד במערב וירג‘יניה אתמול", "（「はい」）と言った。「はい」",
    ),
)  # fmt: skip
QUOTATION_OPENS_SINGLE = JointRule(
    "joint/quotation-opens-single",
    "The same for a mark that may be an apostrophe: only behind the end of a sentence or a colon.",
    left=END + ":;" + FULL_QUOTES,
    right="'",
    then=r"\w¿¡…(\[" + QUOTES,
    judge=_single_opens,
    hits=("The boats left.⏐'They will be back,' she said.",),
    misses=(
        "She said “'They left,' and so on” now",
        "It is `x` now.'They will be back,' she said.",
        "“They left.”'Tis so",
        "In the ’90s, rock ’n’ roll",
        "It isn't.",
        "The boats.' Then",
    ),
)
QUOTATION_CLOSED = JointRule(
    "joint/quotation-closed",
    "A mark that closed a quotation stands right before a capital or a number.",
    left=QUOTES,
    right=UPPER + DIGIT,
    judge=_quotation_closed,
    hits=(
        "“They will be back.”⏐12 boats stayed.",
        "He said (“They left.”␣They did.)",
        "“Bild”⏐Mennene var borte.",
        "Old boats for “all”⏐Harbours and yards",
        "The town and “the ‘old’ boats”⏐Harbour of it",
        "It rained here. They left the “it”⏐The boats of the people are gone",
        "„Zu klein, zu alt“⏐W mieście",
        "“They will be back.”⏐The boats left.",
        '"They will be back."⏐The boats left.',
        "„Sie kommen zurück.“⏐Die Schiffe sind fort.",
        "»Sie kommen zurück.«⏐Die Schiffe sind fort.",
        "«Ils reviendront.»⏐Les bateaux sont partis.",
        "“They will be back,”␣He said.",
        "‘They will be back.’⏐The boats left.",
        "„Die Schiffe kommen zurück“⏐Die Besitzerin der Werft sagte, dass sie im Frühjahr kommen.",
    ),
    misses=(
        "It is called “Boats 2”4 times",
        "Er schrieb „so: “Hafen der Stadt",
        "It rained. He said of it “the boats”Harbour of it",
        "L’Ukraine et l'Europe d’Aujourd’hui",
        "“They” And „Bild“-Zeitung",
        "Rock’n’Roll by O’Neill",
        '"A"B',
    ),
)
QUOTATION_THEN_SMALL = JointRule(
    "joint/quotation-space",
    "A small letter right behind a quotation that ended with a comma or a full stop: a space is missing.",
    left=FULL_QUOTES,
    right=LOWER,
    judge=_quotation_then_small,
    hits=("“The boats will be back to the harbour,”␣she said of the people.",),
    misses=(
        "They said.“the boats of it are gone",
        "“The boats of the people are gone,”xyz said it.",
        "“Bild”artig and the ‘80s, it’s",
        "“The boats will be back to the harbour,” she said.",
        '"in"formal words of the people',
    ),
)
INVERTED_MARK = JointRule(
    "joint/inverted-mark",
    "Spanish opens a question or an exclamation with a mark of its own, so a sentence ended before it.",
    left=END + LOWER + ")" + FULL_QUOTES,
    right="¿¡",
    then=UPPER + LOWER,
    judge=_inverted_mark,
    hits=(
        "Volverán.⏐¿Cuándo?",
        "Los barcos se fueron.⏐¿cuándo volverán?",
        "Los barcos se fueron.⏐¿Cuándo volverán?",
        "Los barcos del puerto⏐¿Cuándo volverán?",
        "«Nadie sabe.»⏐¡Qué pena!",
    ),
    misses=("Barcos¿Cuándo?", "Los barcos, ¿cuándo volverán?", "«¿Cuándo?»", "(¡No!)", "¿¡Cómo!?"),
)
BRACKET_CLOSED = JointRule(
    "joint/bracket-closed",
    "A capital right behind a bracket that closed a sentence or a line.",
    left=")",
    right=UPPER,
    judge=_bracket_closed,
    hits=(
        "The boats left. Nobody knew (of it)⏐The owner said so.",
        "(They left.)⏐Harbours are empty.",
        "Fewer boats left (11.13 Uhr)⏐Harbour masters said so",
        "The boats left. (They will be back.)⏐The owner of the yard said so.",
        "Die Schiffe sind fort (11.13 Uhr)⏐Die Besitzerin der Werft sagte es so.",
    ),
    misses=("Boats (two)Harbour", "Ca(OH)Cl and f(x)The", "Lehrer(in)Nen"),
)
BRACKET_OPENS = JointRule(
    "joint/bracket-opens",
    "A bracket right behind the end of a sentence.",
    left=".!?",
    right="(",
    judge=_bracket_opens,
    hits=(
        "The boats left!⏐(With material from agencies)",
        "Have they left?⏐(With material from agencies)",
        "The boats left.⏐(With material from agencies)",
    ),
    misses=(
        "See www.harbour.example.(in English)",
        "He is no.(so they say)",
        "They left.(2019)",
        "f.(x)",
        "The boats left. (They will be back.)",
        "end.[1]",
        "foo.bar().(baz)",
    ),
)
NUMBER_END = JointRule(
    "joint/number-end",
    "A capital right behind a number at the end of a line.",
    left=DIGIT + "%",
    right=UPPER,
    judge=_number_end,
    hits=(
        "Fewer boats in the harbour since 2019⏐The owner of the yard said so.",
        "Boats in the harbour grow by 110%⏐In the spring they will be back, the owner said.",
    ),
    misses=(
        "Boats in 2019A was new",
        "In it the people of the town have won A4The boats of it",
        "The boats of the people in the year 2019The-boats",
        "A VH-92A, 20D nylon and 45F",
        "The band 4Players and 50Hertz",
        "The 2Pac song of the U2 and B12",
    ),
)
NUMBER_BEGINS = JointRule(
    "joint/number-begins",
    "A number right behind the end of a sentence.",
    left=CASELESS_END + END + ":;",
    right=DIGIT,
    judge=_number_begins,
    hits=(
        "Boats for Kiel!⏐12 boats stayed.",
        "The people of the town went to the max.⏐12 boats stayed.",
        "배가 떠났다.⏐12척은 남았다.",
        "They live in Eisenach.⏐3796 people saw it.",
        "They eat vapes.⏐2. The next",
        "They eat it (often).⏐2. The next",
        "What changed in the harbour?⏐1. Boats are banned",
        "They left the harbour.⏐12 boats stayed behind.",
        "Sie verließen den Hafen.⏐05.20 Uhr: Das Boot sinkt",
        "The rules of the harbour include:⏐1) Boats",
    ),
    misses=(
        "Mark it as a:1. Boats",
        "서울.12척은 남았다.",
        "The people left on www.harbour.example.12 boats stayed",
        "It is no.5 of it",
        "The rules are:12 boats of it",
        "They live in Kiel.12 boats of it",
        "v.2 of Nr.5, S.12, p.12 and 2.0.5",
        "Die Häuser in der Stadt und die Schiffe der ул.12 и д.5 und der avda.12 im Hafen",
        "At 12:30 it was 3:2",
        "Read Mark 2:3 on page.",
        "Version.2",
    ),
)
COLON_END = JointRule(
    "joint/colon",
    "A capital right behind a colon or a semicolon begins a list or a speech.",
    left=":;",
    right=UPPER,
    judge=_colon_end,
    hits=(
        "What the people of the town want;⏐Boats for all",
        "The owner of the boats said:⏐Harbours first.",
        "ZDFheute:⏐Umgekehrt ist es so, sagt die Frau.",
        "What the people of the town want is to:⏐Boats for all",
        "The people of the harbour want the following:⏐Boats for all",
        "Die Besitzerin der Werft sagte:⏐Das Boot ist fort",
    ),
    misses=(
        "The people of the town are on www.harbour.example:Boats for all",
        "They want the following:Boats-for all of the people",
        "Originalquelle:Merkur und andere",
        "The owner of the boats said:Ouk is",
        "AWS re:Invent, A:B at 3:A",
        "std:Vector and C:Windows",
        "Note: The boats",
        "CD:UK",
    ),
)
SPEECH_DASH = JointRule(
    "joint/speech-dash",
    "A dash that begins a line of speech stands right behind the line before.",
    left=END + ":" + LOWER + '”“»"',
    right=r"–—\-",
    then=r"\s",
    judge=_speech_dash,
    hits=(
        "The boats of the town⏐– They left for good.",
        "Он сказал,— что да:⏐— Нет.",
        "Båtene har gått.⏐– Det er ikke mange som vet om det, sier eieren.",
        "Корабли ушли.⏐— Они вернутся, сказал мэр.",
        "Statki wypłynęły.⏐– W mieście nie ma już nikogo.",
        "Båden er sejlet.⏐- Det ved vi ikke, siger hun.",
    ),
    misses=(
        "Корабли ушли.— он сказал",
        "Он сказал,— что они ушли.— Да, это так",
        "Boats– They left",
        "The boats — of the town– They left",
        "The boats – of the town– They left",
        "Они ушли.— А. К. сказал так",
        "Ost- und Westhafen, Kurz- Und",
        "The boats left – They said",
        "a.–b.",
        "Да,— сказал он.— он",
    ),
)
BULLET = JointRule(
    "joint/bullet",
    "A bullet begins a line of a list.",
    left=r"\w.!?…:;)”“»\"",
    right="•▪◦‣●■►▶",
    judge=_bullet,
    hits=(
        "Boats for all.⏐▪Harbours for some",
        "Boats for all.⏐◦Harbours for some",
        "Boats for all.⏐‣Harbours for some",
        "Boats for all.⏐●Harbours for some",
        "Boats for all.⏐■Harbours for some",
        "Boats for all.⏐►Harbours for some",
        "Boats for all.⏐▶Harbours for some",
        "Boats for all⏐• Harbours for some",
    ),
    misses=("Boats•Harbours", "one • two", "a•"),
)
CASELESS_SENTENCE = JointRule(
    "joint/caseless-sentence",
    "A letter of a script without capitals right behind the end of a sentence.",
    left=CASELESS_END,
    right=CASELESS,
    judge=_caseless_sentence,
    hits=(
        "배가 떠났다(어제).⏐봄에 돌아온다.",
        "배가 갔다.⏐봄에 온다.",
        "배가 떠났다.⏐봄에 돌아올 것이다.",
        "नावें चली गईं।⏐वे वसंत में लौटेंगी।",
        "नावें थीं १२।⏐वे वसंत में लौटेंगी?⏐शहर में",
        "غادرت السفن الميناء.⏐ستعود في الربيع.",
        "הספינות עזבו.⏐הן יחזרו באביב.",
        "کشتیاں چلی گئیں۔⏐وہ واپس آئیں گی۔",
    ),
    misses=(
        "다.봄에",
        "서울시.경기도",
        "https://a.example/שלום.הנה",
        "서울.경기.인천",
        "डॉ.राम",
        "د.محمد",
        "א.ב. יהושע",
        "3.1운동",
        "3.운동",
        "प्रो.शर्मा",
        "船走了。春天回来。",
    ),
)
CASELESS_QUOTATION = JointRule(
    "joint/caseless-quotation",
    "A word without capitals right behind a quotation that ended like a sentence, where it is no particle.",
    left=QUOTES,
    right=CASELESS,
    judge=_caseless_quotation,
    hits=(
        '그는 "배가 떠났다."⏐도시는 기다린다.',
        '"배는 봄에 돌아온다"⏐시작부터 배가 많았다.',
        "قال: «غادرت السفن الميناء.»⏐ستعود في الربيع.",
        "उसने कहा “नावें चली गईं।”⏐शहर इंतज़ार कर रहा है।",
        '그는 "배가 떠났다."⏐시장은 말했다.',
    ),
    misses=(
        "그는 말했다.“시장은 갔다.",
        '그는 "배가 떠났다"시장은 말했다.',
        '그는 "배가 떠났다."라고 말했다.',
        '"배는 봄에 돌아온다"고 했다.',
        "배는 봄에 온다”시작부터 배가 많았다.",
        '"배 봄"시작부터 배가 많았다.',
        "“배가 ‘봄에’ 다시 온다”시작부터 배가 많았다.",
        '"배"가 떠났다.',
    ),
)
COMMA = JointRule(
    "joint/comma-space",
    "A small letter right behind a comma between two common words: a space is missing.",
    left=",;",
    right=LOWER,
    judge=_comma,
    hits=(
        "They left the house;␣but the people of the town are waiting for them.",
        "They left the house,␣but the people of the town are waiting for them.",
    ),
    misses=(
        "The people of the town are on https://harbour.example/the,people",
        "f(a,b) and foo,bar,baz of the people",
        "They are on it,but the people left",
        "Keywords: house,people,town,but not them",
        "They left the qxyz,but the people stayed",
        "They left the house,qxyz of it",
        "1,5 and the people, but not them",
    ),
)

LINE_END = JointRule(
    "joint/line-end",
    "A line is a block of its own, unless a rule joined it with the next one before.",
    left=r"^\n",
    right=r"\n",
    judge=lambda place: JOINT,
    hits=("The boats left⏐\nThey will be back",),
    misses=("The boats left. They will be back.",),
)

RULES: tuple[JointRule, ...] = (
    LINE_END,
    SENTENCE_END, QUOTATION_CLOSED, HEADING_END, CAPITALS_END, INVERTED_MARK, BRACKET_CLOSED, BRACKET_OPENS,
    NUMBER_END, NUMBER_BEGINS, COLON_END,
    SPEECH_DASH, BULLET, CASELESS_SENTENCE, CASELESS_QUOTATION, QUOTATION_THEN_SMALL, COMMA, QUOTATION_OPENS,
    QUOTATION_OPENS_SINGLE,
)  # fmt: skip


_CHARACTERS = "".join(chr(c) for c in range(0x10000) if not 0xD800 <= c < 0xE000)


@functools.cache
def _ranges(characters: str) -> str:
    """The inside of a character class as `re` reads it, which scans ten times as fast as `regex`.

    It is listed for the Basic Multilingual Plane; behind that a class has all or nothing (the judges look again).
    """
    own = compiled(f"[{characters}]")
    runs = [match[0] for match in compiled(f"[{characters}]++").finditer(_CHARACTERS)]
    listed = "".join(re.escape(run[0]) + (f"-{re.escape(run[-1])}" if len(run) > 1 else "") for run in runs)
    return listed + ("\U00010000-\U0010ffff\ud800-\udfff" if own.match("\U0010ffff") else "")


def _ahead(then: str) -> str:
    return f"(?=[{_ranges(then)}])" if then else ""


def _pairs(rules: Sequence[JointRule]) -> list[str]:
    """What stands right behind the right character of the rules' places, where the left one is before it."""
    lefts: dict[tuple[str, str], str] = {}
    for rule in rules:
        lefts[rule.right, rule.then] = lefts.get((rule.right, rule.then), "") + _ranges(rule.left)
    return [f"(?<=[{left}][{_ranges(right)}]){_ahead(then)}" for (right, then), left in lefts.items()]


class Sight:
    """What a set of rules looks at: the scans that find its places, and who judges which pair of characters."""

    __slots__ = ("_judging", "_left", "_right", "_scans")

    def __init__(self, rules: Sequence[JointRule]) -> None:
        self._scans = tuple(_scans(rules))
        self._left, self._right = _Sides([rule.left for rule in rules]), _Sides([rule.right for rule in rules])
        thens = [compiled(f"[{rule.then}]").match if rule.then else None for rule in rules]

        @functools.cache
        def judging(both: int) -> tuple[tuple[JointRule, Callable[[str, int], object] | None], ...]:
            return tuple((rule, then) for n, (rule, then) in enumerate(zip(rules, thens, strict=True)) if both >> n & 1)

        self._judging = judging

    def places(self, text: str) -> list[int]:
        """Where the rules look, in order: two characters meet there that one of them names."""
        found = [at for scan in self._scans for at in scan(text)]
        return _in_prose(text, sorted(set(found)) if len(self._scans) > 1 else found)

    def joints(self, text: str, where: Sequence[int]) -> Iterator[Joint]:
        """What is missing at some of the rules' places, in order."""
        judging, left, right = self._judging, self._left, self._right
        look = Look(text)
        start = seen = 0
        for at in where:
            line = text.rfind("\n", seen, at)
            if line >= 0:
                start = line + 1
            seen = at
            if at <= start and text[at] != "\n":
                continue
            judged = judging(left[text[at - 1]] & right[text[at]])
            if judged and judged[0][0] is LINE_END:  # most places are line ends, and there is nothing to look at
                yield Joint(at, JOINT, LINE_END.id)
                start = at
                continue
            place = Place(look, at, start)
            for rule, sees_then in judged:
                missing = rule.judge(place) if sees_then is None or sees_then(text, at + 1) else None
                if missing is None:
                    continue
                if missing != WHOLE:
                    yield Joint(at, missing, rule.id)
                    if missing == JOINT:
                        start = at
                break


sight = functools.lru_cache(maxsize=64)(Sight)


def _scans(rules: Sequence[JointRule]) -> Iterator[Callable[[str], list[int]]]:
    """Scans led by the rarer side: letters without capitals stand everywhere, so there the left character leads."""
    everywhere = [rule for rule in rules if compiled(f"[{rule.right}]").search("aя가नबש")]
    seldom = [rule for rule in rules if rule not in everywhere]
    if seldom:
        apart = [rule for rule in seldom if compiled(f"[{rule.left}]").search(" \n")]
        tight = [rule for rule in seldom if rule not in apart]  # most of what leads stands behind a space: one look
        behind = [f"(?<![ \n].)(?:{'|'.join(_pairs(tight))})"] if tight else []
        lead = "".join(_ranges(rule.right) for rule in seldom)
        find = re.compile(f"[{lead}](?:{'|'.join([*behind, *_pairs(apart)])})").finditer
        yield lambda text: [match.start() for match in find(text)]
    if everywhere:
        sides = [(_ranges(rule.left), _ranges(rule.right), _ahead(rule.then)) for rule in everywhere]
        pairs = "|".join(f"(?<=[{left}])(?=[{right}]{ahead})" for left, right, ahead in sides)
        lead = "".join(left for left, _, _ in sides)
        follow = "".join(right for _, right, _ in sides)  # behind most of what leads stands a space
        find_left = re.compile(f"[{lead}](?=[{follow}])(?:{pairs})").finditer
        yield lambda text: [match.end() for match in find_left(text)]


class _Sides(dict[str, int]):
    """For a character, which of some classes have it, a bit each; pairs of characters are too many to be kept."""

    def __init__(self, classes: Sequence[str]) -> None:
        self._has = [compiled(f"[{characters}]").match for characters in classes]

    def __missing__(self, character: str) -> int:
        bits = sum(1 << n for n, has in enumerate(self._has) if has(character))
        if len(self) < _KEPT:
            self[character] = bits
        return bits


def places(text: str, rules: Sequence[JointRule] = RULES) -> list[int]:
    """Where the rules look, in order: two characters meet there that one of them names.

    >>> places("The boats left.They will be back.")
    [15]
    """
    return sight(tuple(rules)).places(text)


def _in_prose(text: str, found: list[int]) -> list[int]:
    """The places without those that stand as close as nobody writes: a key, a picture in letters, a list of names.

    Nothing is cut where they do, so they stand as close the next time.
    """
    if len(found) <= _CROWD:
        return found
    found = _without(found, _crowds(text, _inside(text, found), 0))
    return _without(found, _crowds(text, _in_dense_lines(text, _inside(text, found)), _CROWDED))


def _inside(text: str, found: list[int]) -> list[int]:
    """The places within lines, for the ends of lines stand as close as they please."""
    return [at for at in found if text[at] != "\n"]


def _crowds(text: str, found: list[int], most: int) -> Iterator[list[int]]:
    """The crowds with `most` line ends among the places, which count for no distance: they come and go."""
    near = [
        n
        for n, (a, b) in enumerate(zip(found, found[_CROWD:], strict=False))
        if b - a < _CROWDED + most and (ends := text.count("\n", a, b)) <= most and b - a - ends < _CROWDED
    ]
    start = end = 0
    for n in near:
        if n > end:
            yield found[start:end]
            start = n
        end = n + _CROWD + 1
    yield found[start:end]


def _without(found: list[int], crowds: Iterator[list[int]]) -> list[int]:
    """The places without those of the crowds, both in order."""
    out: list[int] = []
    done = 0
    for crowd in crowds:
        if crowd:
            low, high = bisect_left(found, crowd[0], done), bisect_right(found, crowd[-1], done)
            out += found[done:low]
            if high - low > len(crowd):  # line ends, and what stands in lines between
                gone = set(crowd)
                out += [at for at in found[low:high] if at not in gone]
            done = high
    return out + found[done:] if done else found


def _in_dense_lines(text: str, found: list[int]) -> list[int]:
    """The places of lines that hold as many for their length as a crowd does."""
    out: list[int] = []
    start = end = -1
    own: list[int] = []
    for at in [*found, len(text) + 1]:
        if at > end:
            if len(own) > 2 and len(own) * _CROWDED >= _CROWD * (end - start):
                out += own
            start = text.rfind("\n", end + 1, at) + 1 or end + 1
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            own = []
        own.append(at)
    return out


def joints(text: str, rules: Sequence[JointRule] = RULES) -> Iterator[Joint]:
    """The places of a text at which something is missing, in order. Linear in the length of the text.

    >>> [(joint.at, joint.missing) for joint in joints("The boats left.They will be back.")]
    [(15, '⏐')]
    """
    own = sight(tuple(rules))
    return own.joints(text, own.places(text))
