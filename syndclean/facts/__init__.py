"""What a field value says, dates aside: authors, addresses, agencies, datelines, tags, licences, notices of copyright.

Every function takes the text of one field or line, however long or hostile, raises nothing on any `str`, and runs in
time linear in it. What cannot be a name or an address is left out or is a problem; nothing is made up.
"""

import functools
import re
import threading
import unicodedata
from collections.abc import Container, Iterable
from dataclasses import dataclass
from importlib.resources import files
from typing import NamedTuple
from urllib.parse import urlsplit

import regex

from syndclean import dates
from syndclean.lazy import pattern

LONGEST = 1000  # code points of a byline or a list of tags that are looked at
LONGEST_NAME = 80
LONGEST_ADDRESS = 2083  # what browsers take
_LOCK = threading.Lock()


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote: `authors` as written, in order; the `agency` and the house (`source_name`) named with them; the
    `location` where one is. `problem` says, in a sentence, why a text that looks forged gave nothing."""

    authors: tuple[str, ...] = ()
    agency: str | None = None
    source_name: str | None = None
    location: str | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when an article was filed: `date` as written (for `dates.read`), `length` the code points it takes."""

    location: str | None
    date: str | None
    agency: str | None
    length: int
    authors: tuple[str, ...] = ()


# ---- vocabulary ----------------------------------------------------------------------------------------------------


def _lines(name: str) -> list[list[str]]:
    text = files("syndclean").joinpath("rules/vocabulary", name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


# Runs of letters and their marks, of five where no spaces part words (Thai, Lao, Burmese, Khmer). Ranges that spare
# exact categories, for `re` reads them three times as fast.
LETTERS = re.compile(
    "[A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0dff\u0f00-\u0fff\u10a0-\u177f\u1800-\u1fff\u2c00-\u2dff"
    "\u3005-\u3007\u3040-\ufeff\uff21-\uff3a\uff41-\uff5a\uff66-\U000e0fff]+"
    "|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]{1,5}"
)


class _Vocabulary(NamedTuple):
    agencies: dict[str, str]
    short: dict[str, str]
    bylines: dict[str, dict[str, str]]
    rights: dict[str, tuple[str, ...]]  # by their longest word
    rights_long: frozenset[str]
    rights_unspaced: "re.Pattern[str]"  # those of one piece, as scripts without spaces write them
    noticed: frozenset[str]  # the first words of what `rights_words` and `owned` find
    rights_words: "regex.Pattern[str]"
    worded: frozenset[str]  # the first words of those
    telling: frozenset[str]  # a word of a notice that is written in words: one of `rights_long`, or of `worded`
    worded_unspaced: "re.Pattern[str]"
    works: "regex.Pattern[str]"
    rights_said: "regex.Pattern[str]"
    owns: "regex.Pattern[str]"
    owned: "regex.Pattern[str]"
    leads: frozenset[str]  # the first words of what `first` finds
    first: "regex.Pattern[str]"
    split: "regex.Pattern[str]"
    credit: "regex.Pattern[str]"
    house: "regex.Pattern[str]"
    company: "regex.Pattern[str]"


def _alternation(words: Iterable[str]) -> str:
    return "|".join(regex.escape(word) for word in sorted(words, key=len, reverse=True))


@functools.lru_cache(maxsize=1)
def _loaded() -> _Vocabulary:
    agencies: dict[str, str] = {}
    short: dict[str, str] = {}
    for name, *forms in _lines("agencies.txt"):
        for form in (name, *forms):
            if len(form) <= 4 and form.isascii():
                short[form] = short[form.upper()] = name
            else:
                agencies.setdefault(_key(form), name)
    bylines: dict[str, dict[str, str]] = {}
    for kind, word, *languages in _lines("bylines.txt"):
        bylines.setdefault(kind, {})[word] = " ".join(languages)
    rights = _lines("rights.txt")

    def by_kind(kind: str) -> str:
        return _alternation(words for one, words in rights if one == kind)

    leads = bylines["lead"] | bylines["soft"]
    joins = _alternation(w for kind in ("and", "weak", "with") for w in bylines[kind] if w[0].isalpha())
    credits = _alternation(bylines["edit"] | bylines["report"])
    owned = rf"(?:{by_kind('word')})|(?:{by_kind('rights')})\b.{{1,30}}?(?:{by_kind('work')})"
    whole, long, unspaced = _by_longest_word([words for kind, words in rights if kind == "all"])
    worded = _first_words(words for kind, words in rights if kind == "word")
    return _Vocabulary(
        agencies,
        short,
        bylines,
        whole,
        long,
        unspaced,
        _first_words(words for kind, words in rights if kind in ("word", "rights")),
        pattern(rf"(?:{by_kind('word')})(?!\p{{L}})", regex.IGNORECASE),
        worded,
        long | worded,
        re.compile("|".join(re.escape(w) for kind, w in rights if kind == "word" and _UNPARTED.match(w))),
        pattern(by_kind("work"), regex.IGNORECASE),
        pattern(by_kind("word"), regex.IGNORECASE),
        pattern(by_kind("owns"), regex.IGNORECASE),
        pattern(
            rf"(?:\p{{L}}{{2,4}} )?(?:{owned})(?:\b|(?=\p{{Han}})).{{0,60}}?(?:{by_kind('owns')})", regex.IGNORECASE
        ),
        _first_words(leads),
        pattern(
            rf"(?P<lead>{_alternation(leads)})(?:\s?[:：]\s?|\s+|[・／/]|(?<=[\p{{Han}}\p{{Hangul}}・]{{2}})(?=[\p{{Han}}\p{{Hangul}}]))",
            regex.IGNORECASE,
        ),
        pattern(
            rf"[,،、;；|&+•\n/／]|(?<=\p{{Hangul}})[·ㆍ](?=\p{{Hangul}})|(?<=\s)(?P<join>{joins})(?=\s)|(?<=\s)[-–—](?=\s)",
            regex.IGNORECASE,
        ),
        pattern(rf"(?<!\p{{L}})(?P<credit>{credits})\s?[:：]?\s", regex.IGNORECASE),
        pattern(
            rf"(?<=\p{{L}}\s\p{{L}}{{1,20}}+\s)(?:{_alternation(bylines['for'])})\s(?P<name>\p{{Lu}}[^,;|]{{2,60}})$"
        ),
        pattern(rf"(?:{_alternation(bylines['with'])})\s", regex.IGNORECASE),
    )


def _first_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(_PLAIN_WORD.findall(phrase)[0].casefold() for phrase in phrases if _PLAIN_WORD.search(phrase))


def _by_longest_word(phrases: list[str]) -> tuple[dict[str, tuple[str, ...]], frozenset[str], "re.Pattern[str]"]:
    whole: dict[str, tuple[str, ...]] = {}
    for phrase in phrases:
        if " " in phrase:
            word = max(LETTERS.findall(phrase), key=len)
            whole[word] = (*whole.get(word, ()), phrase)
    unspaced = [re.escape(phrase) for phrase in phrases if " " not in phrase]
    return whole, frozenset(whole), re.compile("|".join(unspaced) or "(?!)")


@functools.cache
def _vocabulary() -> _Vocabulary:
    with _LOCK:  # for those who ask first, all at once
        return _loaded()


def folded(text: str) -> str:
    """A key or a phrase without case, with straight apostrophes and one space between words; the i of Turkish, with a
    point or without, is one letter, for capitals do not tell in which language they are.

    >>> folded("İLGİLİ  HABER"), folded("Yayın") == folded("YAYIN")
    ('ilgili haber', True)
    """
    if text.isascii():
        return " ".join(text.lower().split())
    return " ".join(text.replace("’", "'").replace("İ", "i").casefold().replace("ı", "i").split())


def _key(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


# ---- agencies ------------------------------------------------------------------------------------------------------

_PLAIN_WORD = re.compile(r"\w+")
_FRAME = " \t\r\n\u00a0()[]（）［］【】〔〕<>「」/\\*_-–—|.,:;：，。"
_SIGN = pattern(r"(?:©|\(c\)|（c）|copyright)\s?(?:\(c\)|©)?\s?(?:(?:19|20)\d\d)?\s?", regex.IGNORECASE)
_BEGINS_A_SIGN = tuple("©(（cC")
_SIGNED = pattern(r"(?P<head>\p{Lu}[\p{L}]{1,7}|\p{Ll}{3})(?:[ /][\p{L}]{1,4}){1,4}")
_AGENCY_WORDS = 6  # spaces in the longest name, or behind a name with the initials of four
_SENTENCE = frozenset(  # of English, the language in which agencies are subjects of short lines
    (
        "a",
        "an",
        "the",
        "is",
        "are",
        "was",
        "has",
        "had",
        "can",
        "may",
        "in",
        "on",
        "at",
        "of",
        "to",
        "and",
        "or",
        "by",
        "no",
        "not",
        "it",
        "he",
        "she",
        "we",
        "i",
        "as",
        "for",
    )
)


def _exact_agency(text: str) -> str | None:
    text = text.strip()
    if not text or len(text) > 60:
        return None
    vocabulary = _vocabulary()
    name = vocabulary.short.get(text)
    if name is None and len(text) > 1:
        name = vocabulary.agencies.get(_key(text))
    return name.partition(" (")[0] if name else None


def agency(text: str) -> str | None:
    """The agency that a whole value names, as it is printed in that script; None where it names none.

    Brackets, dashes, a copyright sign with its year and the initials of a desk may stand around the name; prose may
    not.

    >>> [agency(one) for one in ("(AFP)", "© 2025 Reuters", "dpa hm bs", "共同", "AP is in town", "map")]
    ['AFP', 'Reuters', 'dpa', '共同通信', None, None]
    """
    if len(text) > 200:
        return None
    bare = text.strip()
    sign = _SIGN.match(bare) if bare[:1] in _BEGINS_A_SIGN else None
    bare = bare[sign.end() if sign else 0 :].strip(_FRAME)
    if bare.count(" ") > _AGENCY_WORDS:
        return None
    found = _exact_agency(bare)
    if found is None:
        signed = _SIGNED.fullmatch(bare)
        if signed and not _SENTENCE & set(re.split("[ /]", bare.casefold())[1:]):
            found = _vocabulary().short.get(signed["head"]) or _exact_agency(signed["head"])
    return found


# ---- authors -------------------------------------------------------------------------------------------------------

_CONTACT = pattern(
    r"<?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}>?|(?<![\w.])@\w{1,50}|https?://\S{1,500}"
    r"|\+?\d[\d\s()/-]{5,30}\d"
)
_LABEL = pattern(r"(?:\p{L}[\p{L}\p{M}'’.]*+[ ]?){1,4}\s?[:：]\s?+")
_BRACKET = pattern(r"\s*+[(（\[]([^()（）\[\]]{0,100})[)）\]]")
_PLACE_IN_BRACKET = pattern(r"(?:in |à |aus )?\p{Lu}[\p{L}.'’-]{2,30}(?: \p{Lu}[\p{L}.'’-]{1,30})?")
_PLACE = pattern(r"\s(?:in|à|aus|из)\s(?P<place>\p{Lu}.{1,60})$")
_NAME_ALONE = pattern(r"\p{Lu}\p{Ll}+")
_ABBREVIATED = pattern(r"(?:\b\p{Lu}|\b[JS]r|\p{Lu}\.\p{Lu})\.$")
_NO_NAME = pattern(r"\d{3}|[!?=<>{}#%]")
_NAME_WORD = pattern(r"\p{L}")
_HAN_NAMES = pattern(r"\p{Han}{2,4}(?:[ \u3000]\p{Han}{2,4})+")
_SUFFIX = frozenset(("jr", "sr", "ii", "iii", "iv", "phd", "md", "esq", "jr.", "sr.", "ph.d.", "m.d."))
_OUTER = " \t\r\n\u00a0\u3000\ufffd*_|•·・-–—:：=＝"
_RELEASED = pattern(  # how news aktuell and its sisters sign a press release
    r"(?:original[ -]?con\p{L}+|contenu original|contenuto originale)(?: \p{L}{2,4})?\s?:?\s?"
    r"(?P<house>[^,\n]{2,80}),.{2,40}news aktuell\W*",
    regex.IGNORECASE,
)
_HOST_SLASH = pattern(r"(?P<host>(?:[\w-]{1,63}\.){1,4}\p{L}{2,12})/(?=\p{Lu})")


def authors(text: str, language: str | None = None) -> Byline:
    """The names in a byline, an author field or a credit, of which the first 1000 characters are looked at.

    Names stay as they are written. Leads ("By", "Von", "Текст:"), roles ("Staff Writer"), addresses and handles are
    left out; those who edited are no authors. An agency beside a name is `agency` and no author; where agencies are all
    there is, the first is author and agency. `language` (BCP 47) helps with leads that are names elsewhere ("Di").

    >>> authors("By Jane Doe and John Roe, Staff Writer").authors
    ('Jane Doe', 'John Roe')
    >>> authors("Le Figaro avec AFP")
    Byline(authors=('Le Figaro',), agency='AFP', source_name=None, location=None, problem=None)
    """
    return _authors(text[:LONGEST], language)


@functools.lru_cache(maxsize=1024)  # a byline is looked at as a line, and read later
def _authors(text: str, language: str | None) -> Byline:
    text = unicodedata.normalize("NFC", text)
    culprit = dates.hidden(text)
    if culprit:
        return Byline(problem=f"an invisible character ({culprit}) stands in the byline")
    released = _RELEASED.fullmatch(text.strip())
    if released:
        return Byline(source_name=released["house"].strip())
    found = _Parts([], [], [], [], [])
    for part in _credited(_without_sentences(_CONTACT.sub(" ", text))):
        part = without_lead(part.strip(_OUTER), language)
        part = _brackets_out(part, found.agencies, found.places)
        house = _vocabulary().house.search(part)
        if house:
            found.houses.append(house["name"].strip())
            part = part[: house.start()]
        for piece in _pieces(part, found.agencies):
            _sort(piece, found)
    return found.byline()


class _Parts(NamedTuple):
    """What a byline was cut into."""

    names: list[str]
    roles: list[str]
    agencies: list[str]
    houses: list[str]
    places: list[str]

    def byline(self) -> Byline:
        names = list(dict.fromkeys(self.names))
        forged = next((name for name in names if mixed(name)), None)
        if forged is not None:
            return Byline(problem=f"letters of several scripts are mixed within a word of {forged!r}")
        if self.agencies or self.houses or len(names) > 1:
            names = [name for name in names if not _INITIALS.fullmatch(name)]
        elif not names:
            names = self.roles[:1]
        if not names and not self.houses:
            names = self.agencies[:1]
        place = self.places[0] if len(set(self.places)) == 1 else None
        agency_ = _exact_agency(self.agencies[0]) if self.agencies else None
        return Byline(tuple(names), agency_, self.houses[0] if self.houses else None, place)


def _without_sentences(text: str) -> str:
    """ "Doe reported from Rome. AP writer Jane Roe contributed to this report." is "AP writer Jane Roe"."""
    if not _CONTRIBUTED.search(text):
        return text
    kept = [one for one in _SENTENCE_CUT.split(text) if _CONTRIBUTED.search(one)]
    return "; ".join(_CONTRIBUTED.sub("", one) for one in kept)


_SENTENCE_CUT = pattern(r"(?<=\p{L}\p{L}[.])\s")
_CONTRIBUTED = pattern(
    r"\s(?:also )?(?:contributed (?:to|reporting)|(?:a|ont) contribué|contribuy(?:ó|eron)|contribu(?:iu|íram)"
    r"|(?:ha|hanno) contribuito|(?:hat|haben) (?:\p{L}+ ){0,6}mitgearbeitet|berkontribusi|bijgedragen)(?!\p{L}).*",
    regex.DOTALL,
)
_REPORTERS = pattern(  # 순천 홍길동·김철수 기자: the names stand right in front of the word
    r"(?P<names>\p{Hangul}{2,4}(?:\s?[·,]\s?\p{Hangul}{2,4}){0,9})\s{1,3}"
    r"(?:\p{Hangul}{2} )?(?:객원|선임|전문)?(?:기자|특파원)"
)
_TOWN_THEN_NAME = pattern(r"(?P<place>[\p{Katakana}ー・]{2,12}|\p{L}{2,12}(?=[＝=]))[＝=]?(?P<name>\p{Han}{2,6})")


def _credited(text: str) -> list[str]:
    """A credit without the clauses of those who edited; any other text as it is."""
    text = text.strip()
    if len(text) > 2 and text[0] in "(（[【" and text[-1] in ")）]】.。":
        text = text.strip("()（）[]【】.。 ")
    credits = list(_vocabulary().credit.finditer(text))
    edits = _vocabulary().bylines["edit"]
    if not credits or (credits[0].start() > 3 and credits[0]["credit"].casefold() not in edits):
        return [text]
    out = [text[: credits[0].start()]] if credits[0].start() > 3 else []
    for match, after in zip(credits, [*credits[1:], None], strict=True):
        if match["credit"].casefold() in _vocabulary().bylines["report"]:
            out.append(text[match.end() : after.start() if after else len(text)].strip(" ;,.-\n"))
    return out


def without_lead(text: str, language: str | None = None) -> str:
    """A byline without "By", "Von", "Autor článku", "Haber:" in front; the same text where none stands there.

    >>> [without_lead(one) for one in ("Von Anna Muster", "Le Figaro", "Text: Anna Muster")]
    ['Anna Muster', 'Le Figaro', 'Anna Muster']
    """
    vocabulary, base = _vocabulary(), (language or "").split("-")[0]
    if text.startswith("by") and text[2:3].isupper():  # the break between lead and name is lost
        return text[2:]
    for _ in range(2):
        match = vocabulary.first.match(text) if _begins(text, vocabulary.leads) else None
        if match is None:
            break
        lead = match["lead"]
        soft = vocabulary.bylines["soft"].get(lead.casefold())
        colon = text[match.end("lead") : match.end()].strip() in (":", "：") and match.end() > match.end("lead")
        if soft is not None and not colon and not lead.islower() and base not in soft.split():
            break
        rest = text[match.end() :]
        if not colon and not (rest and (rest[0].isupper() or not rest[0].islower() or lead[0].isupper())):
            break
        text = rest.strip(_OUTER)
    label = _LABEL.match(text) if ":" in text or "：" in text else None
    return text[label.end() :].strip(_OUTER) if label and label.end() <= 40 and label.end() < len(text) else text


def with_role(text: str) -> str | None:
    """The name in front of what somebody is at a paper; None where a text is something else.

    >>> with_role("Margaret Oduya, Staff Writer"), with_role("홍길동 기자"), with_role("Margaret Oduya, Mayor")
    ('Margaret Oduya', '홍길동', None)
    """
    korean = _REPORTERS.fullmatch(text)
    if korean is not None:
        return korean["names"] if len(korean["names"]) < 5 else None
    match = _NAMED_BY_ROLE.fullmatch(text) if _BEFORE_A_ROLE.search(text) else None
    roles = _vocabulary().bylines["role"]
    return match["name"] if match and any(word in roles for word in match["role"].casefold().split()) else None


_BEFORE_A_ROLE = re.compile(r"[,|–—-]\s")
_NAMED_BY_ROLE = pattern(
    r"(?P<name>\p{Lu}[\p{L}.'’-]{0,24}(?: [\p{L}.'’-]{1,24}){1,3})(?:,| [|–—-])\s"
    r"(?P<role>\p{L}[\p{L}'’-]{1,24}(?: [\p{L}'’-]{1,24}){0,3})"
)


def may_lead(text: str) -> bool:
    """Whether a byline may begin somewhere in a text: a first word of one stands there, or words are not parted.

    >>> may_lead("3 March 2025 by Anna Muster"), may_lead("3 March 2025, Harbour")
    (True, False)
    """
    return not _vocabulary().leads.isdisjoint(said(text)) or _UNPARTED.search(text) is not None


def is_lead(text: str) -> bool:
    """Whether a line is the beginning of a byline whose names stand below it.

    >>> [is_lead(one) for one in ("By", "Kommentar von", "By the sea")]
    [True, True, False]
    """
    bylines = _vocabulary().bylines
    words = text.rstrip(" :：").split()
    if not 0 < len(words) < 5:
        return False
    last = words[-1] if len(words) > 1 else words[-1].casefold()
    return " ".join(words).casefold() in bylines["lead"] or last in bylines["lead"] or last in bylines["soft"]


def is_role(text: str) -> bool:
    """Whether a short line says what somebody is, as it stands below a name.

    >>> [is_role(one) for one in ("Journalist", "Corresponsal en Atenas", "The editor left")]
    [True, True, False]
    """
    words = [word.casefold().strip(".,:") for word in text.split()]
    return 0 < len(words) < 6 and not _vocabulary().bylines["role"].keys().isdisjoint((words[0], words[-1]))


def told_of(text: str) -> list[str]:
    """The first two, three and four words of a line that says what somebody is, for each may be the name; none where no
    role is said.

    >>> told_of("Jo Lind is a reporter."), told_of("Jo Lind left the house.")
    (['Jo Lind', 'Jo Lind is', 'Jo Lind is a'], [])
    """
    words = text.split(None, 5)
    if len(words) < 4 or _vocabulary().bylines["role"].keys().isdisjoint(said(text)):
        return []
    return [" ".join(words[:n]) for n in (2, 3, 4)]


def _begins(text: str, words: frozenset[str]) -> bool:
    """Whether a text can begin with a phrase, by its first word; where signs or no spaces part words it always can."""
    first = _PLAIN_WORD.match(text)
    return first is None or first[0].casefold() in words or _UNPARTED.match(text) is not None


_UNPARTED = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")


def _brackets_out(text: str, agencies: list[str], places: list[str]) -> str:
    """The text without what stands in brackets, an agency or a place in them noted."""
    for match in _BRACKET.finditer(text):
        said = match[1].strip()
        company = _vocabulary().company.match(said)
        inner = agency(said[company.end() :] if company else said)
        if inner:
            agencies.append(inner)
        elif _PLACE_IN_BRACKET.fullmatch(said):
            places.append(re.sub(r"^(?:in|à|aus) ", "", said))
    return str(_BRACKET.sub(" ", text))


def _pieces(text: str, agencies: list[str]) -> list[str]:
    """The text cut at commas, bars, slashes and conjunctions; at weak conjunctions only between two full names."""
    reporters = [re.split(r"\s?[·,]\s?", match["names"]) for match in _REPORTERS.finditer(text)]
    if reporters:
        return [name for names in reporters for name in names]
    host = _HOST_SLASH.match(text)
    if host:
        found = _exact_agency(host["host"])
        if found:
            agencies.append(found)
        text = text[host.end() :] if found else f"{host['host']}, {text[host.end() :]}"
    vocabulary = _vocabulary()
    out, start = [], 0
    for match in vocabulary.split.finditer(text):
        join = match["join"]
        if join is not None and not _joins(join, text[start : match.start()], text[match.end() :]):
            continue
        out.append(text[start : match.start()])
        start = match.end()
    out.append(text[start:])
    if len(out) == 2 and "," in text and all(_NAME_ALONE.fullmatch(one.strip()) for one in out):
        return [text]  # Doe, Jane
    return out


def _joins(join: str, left: str, right: str) -> bool:
    """Whether a conjunction stands between two names."""
    vocabulary, word = _vocabulary(), join.casefold()
    following = vocabulary.split.split(right, maxsplit=1)[0].strip()
    if word in vocabulary.bylines["and"] and len(join) > 1:
        return True
    if agency(following) or agency(left.strip()):
        return True
    if not join.islower() and join.upper() != join.lower():
        return False  # a middle initial, or a name in capitals
    if word in vocabulary.bylines["with"]:
        return len(left.split()) >= 2 and len(following.split()) >= 2 and word not in ("z", "s", "с", "з")
    return len(left.split()) >= 2 and len(following.split()) >= 2


def _sort(piece: str, found: _Parts) -> None:
    """Put one piece of a byline where it belongs: names, roles, agencies, houses, places, or nowhere."""
    piece = " ".join(piece.split()).strip(_OUTER + ',;،、"“”«»')
    if piece.endswith(".") and not _ABBREVIATED.search(piece):
        piece = piece[:-1]
    if piece.casefold() in _SUFFIX and found.names:
        if piece.casefold().strip(".") in ("jr", "sr", "ii", "iii", "iv"):
            found.names[-1] += f", {piece}"
        return
    if not piece or piece.casefold() in _vocabulary().bylines["nobody"] or dates.is_date_line(piece):
        return
    house = agency(piece)
    if house:
        found.agencies.append(piece if _exact_agency(piece) else house)
        if not found.names and " " in piece and _exact_agency(piece):
            found.names.append(piece)  # written out and first: an author like any other
        return
    place = _PLACE.search(piece)
    if place and len(piece[: place.start()].split()) >= 2:
        found.places.append(place["place"])
        piece = piece[: place.start()]
    if host(piece):
        found.houses.append(piece)
        return
    if found.names and piece.startswith("The "):
        found.houses.append(piece)
        return
    behind_agency = bool(found.agencies) and not found.names and piece.isupper()  # AFP, MANILA
    behind_place = bool(found.places and found.names) and piece[0].isupper()  # Jane Doe in Johnstown, Pennsylvania
    if " " not in piece and (behind_agency or behind_place):
        found.places.append(piece)
        return
    if " " not in piece and piece[0].isupper() and found.names and " " in found.names[-1]:
        return  # behind a full name, a town or a house
    name = _without_role(_without_agency(_without_house(piece, found), found), bool(found.names))
    if not name:
        found.roles.append(piece) if piece else None
    elif _TOWN_THEN_NAME.fullmatch(name):
        found.names.append(_TOWN_THEN_NAME.sub(r"\g<name>", name))
    elif _HAN_NAMES.fullmatch(name):
        found.names.extend(name.replace("\u3000", " ").split(" "))
    elif _is_name(name):
        found.names.append(name)


def _without_house(piece: str, found: _Parts) -> str:
    """`Associated Press writers Jane Doe`, `CNN’s Jane Doe`: the name, and the agency noted."""
    match = _OF_HOUSE.match(piece)
    if match is None:
        return piece
    words = match["house"].split()
    role = match["s"] or words.pop().casefold() in _vocabulary().bylines["role"]
    house = agency(" ".join(words))
    if not role or not house:
        return piece
    found.agencies.append(house)
    return piece[match.end() :]


def _without_agency(piece: str, found: _Parts) -> str:
    """`Jane Doe The Associated Press`: the name, and the agency noted."""
    words = piece.split()
    for n in range(2, len(words)):
        house = _exact_agency(" ".join(words[n:]).removeprefix("The "))
        if house:
            found.agencies.append(house)
            return " ".join(words[:n])
    return piece


_OF_HOUSE = pattern(
    r"(?:The )?(?P<house>\p{Lu}[\w.-]{0,40}(?: [\w.-]{1,40}){0,3}?)(?:(?P<s>[’']s)|(?<=[^A-Z]s|er|ist|ent))\s(?=\p{Lu})"
)
_NO_CASE = pattern(r"[\p{Hangul}\p{Han}]")
_INITIALS = pattern(r"[a-z]{1,4}|[A-Z]{1,3}")


def _without_role(piece: str, known: bool) -> str:
    """A name without the role in front of it or behind it; empty where the piece is nothing but a role, or where a name
    came before and a role is part of the piece (`BBC News correspondent`)."""
    roles = _vocabulary().bylines["role"]
    words = piece.split()
    telling = [word.casefold().strip(".,:") in roles for word in words]
    suffixed = telling[-1:] == [True] and _NO_CASE.match(piece) is not None  # 홍길동 기자: name, then role
    if all(telling) or (known and any(telling) and not suffixed):
        return ""
    while telling[-1] and not words[0].isascii():
        words.pop()
        telling.pop()
    while telling[0] and not words[0].isascii():
        words.pop(0)
        telling.pop(0)
    return " ".join(words)


def _is_name(piece: str) -> bool:
    """Whether a piece can be a name: letters, few words, no digits, no sentence."""
    if not 1 < len(piece) <= LONGEST_NAME or not _NAME_WORD.search(piece) or len(piece.split()) > 7:
        return False
    return _NO_NAME.search(piece) is None


def mixed(text: str) -> bool:
    """Whether Latin, Cyrillic and Greek letters stand within one word: a forgery, or a slip.

    >>> mixed("Jane Doe"), mixed("J\u0430ne Doe")
    (False, True)
    """
    if text.isascii():
        return False
    return any(sum(script.search(word) is not None for script in _CASED) > 1 for word in _WORD.findall(text))


_CASED = tuple(pattern(rf"\p{{{script}}}") for script in ("Latin", "Cyrillic", "Greek"))
_WORD = pattern(r"[\p{L}\p{M}]+")


# ---- addresses -----------------------------------------------------------------------------------------------------

_ASIAN = (
    frozenset({"Latin", "Han", "Hiragana", "Katakana"}),
    frozenset({"Latin", "Han", "Bopomofo"}),
    frozenset({"Latin", "Han", "Hangul"}),
)  # fmt: skip
_SCRIPT = {
    script: pattern(rf"\p{{Script={script}}}")
    for script in (
        "Latin",
        "Cyrillic",
        "Greek",
        "Armenian",
        "Hebrew",
        "Arabic",
        "Devanagari",
        "Bengali",
        "Thai",
        "Georgian",
        "Hangul",
        "Han",
        "Hiragana",
        "Katakana",
        "Bopomofo",
        "Tamil",
        "Telugu",
        "Gujarati",
        "Gurmukhi",
        "Kannada",
        "Malayalam",
        "Sinhala",
        "Lao",
        "Khmer",
        "Myanmar",
        "Ethiopic",
        "Cherokee",
    )
}
_LIKE_LATIN = frozenset("асԁеһіјӏорԛѕԝхуъьпгѵѡкмтвн")  # Cyrillic letters that pass for Latin ones
_FOUR_NUMBERS = pattern(r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}")
_TOP = pattern(r"\p{L}[\p{L}\p{M}]{1,62}|xn--[\w-]{1,59}")
_NO_HOST = pattern(r"[^\p{L}\p{M}\p{N}.-]")
_LABEL_OF_HOST = pattern(r"[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_-]{0,61}[\p{L}\p{M}\p{N}])?")
_INVISIBLE = pattern(r"[\p{Cf}\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Z}\u115f\u1160\u3164\ufe00-\ufe0f]")
_MARKDOWN = pattern(r"\[[^\[\]]{0,200}\]\(\s?<?(?P<url>[^\s()<>]{1,2083})>?\s?\)")
_CLOSING = {")": "(", "]": "[", "}": "{", ">": "<", "）": "（", "】": "【", "」": "「", "»": "«", "”": "“", "’": "‘"}


def url(text: str) -> tuple[str | None, str | None]:
    """The http or https address that a value is, and the problem with it: one of the two is None; both of an empty one.

    Brackets, markdown and punctuation around it are peeled; the address itself stays as written (RFC 3986, RFC 3987).
    White space or an invisible character inside, another scheme, a user name, a host that is none, or one whose letters
    mix scripts (Unicode UTS 39) is a problem.

    >>> url("<https://example.org/a_(b)>.")
    ('https://example.org/a_(b)', None)
    >>> url("javascript:alert(1)")
    (None, "no http or https address: 'javascript:alert(1)'")
    """
    if len(text) > 4 * LONGEST_ADDRESS:
        return None, f"the address is longer than {LONGEST_ADDRESS} characters"
    bare = _peeled(text)
    if not bare:
        return None, None
    shown = repr(bare[:80])
    culprit = _INVISIBLE.search(bare)
    if culprit:
        what = "white space" if culprit[0].isspace() else f"an invisible character (U+{ord(culprit[0]):04X})"
        return None, f"{what} stands in the address {shown}"
    if len(bare) > LONGEST_ADDRESS:
        return None, f"the address is longer than {LONGEST_ADDRESS} characters"
    if not bare[:8].casefold().startswith(("http://", "https://")):
        return None, f"no http or https address: {shown}"
    try:
        parts = urlsplit(bare)
        name, port = parts.hostname or "", parts.port
    except ValueError:
        return None, f"the address cannot be taken apart: {shown}"
    if parts.username is not None or "\\" in bare or port == 0:
        return None, f"the address hides its host: {shown}"
    problem = _host_problem(name)
    return (None, f"{problem}: {shown}") if problem else (bare, None)


def address(text: str) -> str | None:
    """The http or https address that a value is, None where it is none or there is a problem with it.

    >>> address("https://example.org/a"), address("Harbour")
    ('https://example.org/a', None)
    """
    return url(text)[0] if "://" in text else None


def _peeled(text: str) -> str:
    """The value without brackets, quotation marks and sentence signs around it."""
    text = text.strip()
    markdown = _MARKDOWN.fullmatch(text.rstrip(".,;"))
    if markdown:
        return str(markdown["url"])
    text = text.lstrip("<([{\"'“‘«「【（|*_ ")
    end = len(text)
    while end:
        last = text[end - 1]
        if last in _CLOSING and text.count(_CLOSING[last], 0, end) >= text.count(last, 0, end):
            break
        if last in _CLOSING or last in " \t\r\n\u00a0.,;:!?\"'|*_>…、。，；！？":
            end -= 1
            continue
        break
    return text[:end]


def _host_problem(name: str) -> str | None:
    if _FOUR_NUMBERS.fullmatch(name):
        return None if all(int(one) < 256 for one in name.split(".")) else "the host is none"
    labels = name.rstrip(".").split(".")
    if len(name) > 253 or len(labels) < 2 or not all(_LABEL_OF_HOST.fullmatch(label) for label in labels):
        return "the host is none"
    if not _TOP.fullmatch(labels[-1]):
        return "the host is none"
    for label in labels:
        shown = label
        if label.startswith("xn--"):
            try:
                shown = label[4:].encode("ascii").decode("punycode")
            except (UnicodeError, ValueError):
                return "the host is none"
        if _forged(shown, labels[-1]):
            return "letters of several scripts pass for one another in the host"
    return None


def _forged(label: str, top: str) -> bool:
    """UTS 39, highly restrictive: one script in a label, or Latin with those of Chinese, Japanese or Korean; and no
    Cyrillic label of nothing but letters that pass for Latin under a Latin top level."""
    if label.isascii():
        return False
    scripts = {name for name, pattern in _SCRIPT.items() if pattern.search(label)}
    if len(scripts) > 1 and not any(scripts <= allowed for allowed in _ASIAN):
        return True
    return (
        scripts == {"Cyrillic"}
        and top.isascii()
        and not top.startswith("xn--")
        and set(label) <= _LIKE_LATIN | set("-0123456789")
    )


def host(text: str) -> str | None:
    """The bare host that a value is, without a dot or a slash around it; None where it is none.

    >>> [host(one) for one in (".lefigaro.fr", "www.example.com/", "obus.Ces", "U.S.", "v1.2")]
    ['lefigaro.fr', 'www.example.com', None, None, None]
    """
    if len(text) > 300:
        return None
    name = text.strip().strip("./ \t\n()<>")
    if "." not in name or _NO_HOST.search(name) or name.replace(".", "").isdigit():
        return None
    top = name.rpartition(".")[2]
    if not (top.islower() or name.isupper() or not top.isascii()) or len(name) < 5 or _host_problem(name.lower()):
        return None
    return name


# ---- titles --------------------------------------------------------------------------------------------------------

_SITE_BEHIND = re.compile(r"(?:\s(?:[|｜ㅣ–—•·»-]|::?|--)\s|\s?[｜ㅣ：]\s?|\s?--)(?=\S)")


_NEAR = 0.5  # of the words of two headlines, where they are about the same thing
_PARTED_BY = re.compile(r"\s?[|｜ㅣ：\[]|\s[–—•·»-]|-{1,2}\S")  # a headline from the name of the site behind it


class PageTitle:
    """The title of a page: a headline, with the site's name behind it or without.

    >>> title = PageTitle("The pier at Ellery is open again | Harbour Courier")
    >>> title.has("The pier at Ellery is open again"), title.has("The pier at Ellery"), title.has("Harbour Courier")
    (True, False, False)
    """

    def __init__(self, text: str) -> None:
        self._text = _heard(text)

    @functools.cached_property
    def _stems(self) -> set[str]:  # most lines are only asked whether they are the headline
        return _stems(self._text)

    def nearness(self, line: str) -> float:
        """How much of the shorter of the two the title and a line share; 0 where that is less than half or three stems.

        >>> title = PageTitle("The pier at Ellery is open again | Harbour Courier")
        >>> title.nearness("Ellery has its pier open after weeks"), title.nearness("Harbour pier")
        (0.6, 0.0)
        """
        stems = _stems(_heard(line))
        shared = len(stems & self._stems)
        nearness = shared / min(len(stems), len(self._stems)) if shared > 2 else 0.0
        return nearness if nearness >= _NEAR else 0.0

    def is_said_otherwise(self, line: str) -> bool:
        """Whether a line that is near says something that the title does not."""
        return not self._stems.issuperset(_stems(_heard(line)))

    def has(self, line: str) -> bool:
        """Whether a line is the headline: a piece of its own, for most of the title or with a name behind it."""
        if _heard(line[:5]) not in self._text:  # as hardly any line of a page is
            return False
        text = _heard(line)
        before, there, after = self._text.partition(text)
        if not there or before[-1:].isalnum() or after[:1].isalnum():
            return False
        return 2 * len(text) >= len(self._text) or (not before and _PARTED_BY.match(after) is not None)


def _heard(text: str) -> str:
    return folded(text.replace("\u00ad", ""))


def _stems(text: str) -> set[str]:
    """What two headlines in other words have in common: the beginnings of longer words, numbers, and neighbours where
    no spaces part words."""
    words = (word for word in _PLAIN_WORD.findall(text) if len(word) > 3 or (len(word) > 1 and word.isdecimal()))
    return {word[:5] for word in words if not _UNPARTED.match(word)}.union(_NEIGHBOURS.findall(text))


_NEIGHBOURS = re.compile("(?=([\u0e00-\u0eff\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af]{2}))")


def headline(title: str, lines: Container[str] = ()) -> str:
    """A title without the site's name and its sections behind bars and dashes, as the title of a page has them.

    Behind a bar a few words are taken for one, behind a dash where they are a host or stand alone in the dump: `lines`
    are its lines, case folded.

    >>> headline("The pier is open again | Local News | Harbour Courier"), headline("The pier is open - pier.example")
    ('The pier is open again', 'The pier is open')
    >>> headline("The pier is open - at last"), headline("The pier is open - News", {"news"})
    ('The pier is open - at last', 'The pier is open')
    """
    places = list(_SITE_BEHIND.finditer(title))
    while places:
        place = places.pop()
        behind = title[place.end() :].strip()
        if len(behind) > 40 or len(behind) >= place.start() or len(behind.split()) > 5:
            break
        barred = place[0].strip() in ("|", "｜", "ㅣ")
        if not barred and host(behind) is None and " ".join(behind.casefold().split()) not in lines:
            break
        title = title[: place.start()]
    return title


# ---- datelines -----------------------------------------------------------------------------------------------------

_REGION = pattern(r"\p{Lu}[\p{L} .'-]{1,30}")
_TOWN = pattern(
    r"[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*+"
    r"(?:[ ](?:[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*+|de|del|di|da|do|la|las|los|el|le|les|der|am|an|im|of|the|sur|on|upon"
    r"|y|und|na|al)){0,5}+"
    r"(?:/\p{Lu}[\p{L}\p{M}.'’ -]{1,30})?"
)
_DASH = r"\s*+(?:\.\s?[-–—]+|[-–—―:]{1,3}|_|\.(?=\s))"
_FRAMED = pattern(
    r"(?P<before>[^()\[\]\n]{0,100}?)[ ]?(?P<frame>[(\[/])\s?"
    rf"(?P<agency>[^()\[\]/\n]{{2,60}}(?:/[^()\[\]\n/]{{2,30}})?)[)\]/](?P<dash>{_DASH})?"
)
_NAMED = pattern(
    r"(?P<before>\p{Lu}[^()\[\]\n]{2,60}?)(?:\s?[-–—]|[.,])\s(?P<agency>\p{Lu}[^()\[\]\n.]{1,30}?)(?:\.(?=\s|$)|\s[-–—](?=\s|$))"
)
_FRAMES, _DASHES = re.compile(r"[(\[/]"), re.compile("[-–—:]")
_ANSA = pattern(r"\((?P<agency>[^()\n]{2,40})\)\s?[-–—]\s?(?P<before>[^()\n]{2,80}?)\s[-–—]\s")
_PLAIN = pattern(
    r"(?P<before>\p{Lu}[^()\[\]\n:–—]{2,80}?)(?:,? (?P<agency>Kyodo|KYODO|APA|Xinhua|Reuters|AFP))?"
    r"(?:\s?(?P<dash>[–—]|--?(?=\s))\s?|:\s+(?=\S))"
)
_CHINESE = pattern(
    r"[（(]?(?P<agency>新华社|新華社|中新社|中新网|中央社)?(?P<place>[\p{Han}]{2,8}?)(?P<date>(?:\d{1,2}月)?\d{1,2}日)[电電]"
    r"[）)]?(?:\s?[（(](?P<who>[^（）()\n]{1,60})[）)])?\s?"
)
_LENTICULAR = pattern(r"【(?P<inner>[^【】\n]{2,30})】")
_KOREAN = pattern(
    r"[(\[](?P<place>[\p{Hangul}·, ]{1,20})=(?P<agency>[\p{L}\d]{2,12})[)\]]\s?"
    r"(?:(?P<who>(?:[\p{Hangul}]{2,4}[ ·]){1,4}?)(?:기자|특파원)\s?=?\s?|=\s?)?"
)
_JAPANESE = pattern(
    r"(?P<place>[\p{Han}\p{Katakana}ー・]{2,15}?)(?:[＝=](?P<who>[^＝=]{2,20})|(?P<agency>共同|時事|ＡＦＰ|AFP|ロイター))"
)


def dateline(text: str) -> Dateline | None:
    """The dateline that a text begins with, as the wires write it; None where it begins with none.

    A town in capitals before a dash or a colon is one by itself; any other town wants an agency beside it.

    >>> dateline("PARIS, April 17 (Reuters) - The minister")
    Dateline(location='PARIS', date='April 17', agency='Reuters', length=28, authors=())
    >>> dateline("Paris is well worth a mass (AFP says).")
    """
    head = text[:200]
    start = len(head) - len(head.lstrip())
    head = head[start:]
    if not head or dates.hidden(head[:100]):
        return None
    for form in (_asian, _inverted, _framed, _named, _bare):
        found = form(head)
        if found:
            end = found.length + len(head[found.length :]) - len(head[found.length :].lstrip(" \u00a0"))
            return Dateline(found.location, found.date, found.agency, start + min(end, found.length + 4), found.authors)
    return None


def _asian(head: str) -> Dateline | None:
    """北京4月17日电, 【東京共同】, (서울=연합뉴스) 홍길동 기자 =."""
    match = _CHINESE.match(head)
    if match:
        writers = authors(match["who"]).authors if match["who"] else ()
        return Dateline(match["place"], match["date"], match["agency"], match.end(), writers)
    match = _LENTICULAR.match(head)
    inner = match and _JAPANESE.fullmatch(match["inner"])
    if match and inner:
        house = _exact_agency(inner["agency"]) if inner["agency"] else None
        return Dateline(inner["place"], None, house, match.end(), (inner["who"],) if inner["who"] else ())
    match = _KOREAN.match(head)
    if match:
        writers = tuple((match["who"] or "").replace("·", " ").split())
        return Dateline(
            match["place"].strip(), None, _exact_agency(match["agency"]) or match["agency"], match.end(), writers
        )
    return None


def _inverted(head: str) -> Dateline | None:
    """(ANSA) - ROMA, 17 APR -."""
    match = _ANSA.match(head)
    house = match and agency(match["agency"])
    if not match or not house:
        return None
    town, day = _town_and_day(match["before"])
    return Dateline(town, day, house, match.end()) if town else None


def _framed(head: str) -> Dateline | None:
    """PARIS, April 17 (Reuters) -, МОСКВА, 17 апреля. /ТАСС/., Nueva Delhi, 21 ene (EFE).-."""
    match = _FRAMED.match(head) if _FRAMES.search(head, 0, 110) else None
    if match is None:
        return None
    house = _wire(match["agency"])
    if house is None:
        return None
    before = match["before"].strip(" ,")
    if not before:
        return Dateline(None, None, house, match.end()) if match["dash"] else None
    town, day = _town_and_day(before)
    after = head[match.end() :].lstrip()
    ends = not after or match["dash"] or day or match["frame"] == "/" or after[0].isupper()
    return Dateline(town, day, house, match.end()) if town and ends else None


def _wire(text: str) -> str | None:
    """The first agency between brackets: `Reuters`, `dpa/lby`, `ats afp`."""
    found = agency(text) or agency(re.split(r"[/,+]|\s-\s", text)[0])
    if found is None:
        houses = [agency(one.upper()) for one in text.split()]
        found = houses[0] if all(houses) and houses else None
    return found


def _named(head: str) -> Dateline | None:
    """МОСКВА, 17 апр - РИА Новости. and МОСКВА. 17 апреля. ИНТЕРФАКС -."""
    match = _NAMED.match(head)
    house = match and _exact_agency(match["agency"])
    if not match or not house:
        return None
    town, day = _town_and_day(match["before"].replace(". ", ", ").strip(" ,."))
    return Dateline(town, day, house, match.end()) if town else None


def _bare(head: str) -> Dateline | None:
    """NEW DELHI:, PUTRAJAYA, Nov 22 —, TOKYO, April 17, Kyodo -."""
    match = _PLAIN.match(head) if _DASHES.search(head, 0, 110) else None
    if match is None:
        return None
    town, day = _town_and_day(match["before"].strip(" ,"))
    if town is None:
        return None
    house, heads = match["agency"], _vocabulary().bylines["head"]
    capitals = town.isupper() and len(town) >= 4
    if not (capitals or (house and day)) or any(word.casefold().strip(".") in heads for word in town.split()):
        return None
    if not match["dash"] and len(head[match.end() :].strip()) < 20:  # a heading with a colon
        return None
    return Dateline(town, day, house, match.end())


def _town_and_day(text: str) -> tuple[str | None, str | None]:
    """`PARIS, April 17` as a town and a day; no town where the text is something else."""
    parts = [part.strip() for part in text.split(",")]
    for cut in range(1, len(parts) + 1):
        rest = ", ".join(part for part in parts[cut:] if part)
        if rest and not dates.is_date_line(rest) and not _REGION.fullmatch(rest):
            continue
        if rest and dates.is_date_line(rest):
            town = ", ".join(parts[:cut])
            return (town, rest.rstrip(".")) if all(_TOWN.fullmatch(part) for part in parts[:cut]) else (None, None)
    if len(parts) <= 3 and all(_TOWN.fullmatch(part) for part in parts):
        return ", ".join(parts), None
    return None, None


# ---- tags, licences, copyright -------------------------------------------------------------------------------------

_TAG_CUT = pattern(r"[,;|、，،؛；•\n]|\s(?=#)")


def tags(text: str) -> tuple[str, ...]:
    """The tags of a value, in order, each once: cut at commas, semicolons, bars, line ends and before hashtags.

    >>> tags("#Paris #Élysée"), tags("災害・気象、宮崎県"), tags("1&1, IONOS | ")
    (('Paris', 'Élysée'), ('災害・気象', '宮崎県'), ('1&1', 'IONOS'))
    """
    pieces = (piece.strip(" \t\u00a0\u3000#＃-–•*/").strip() for piece in _TAG_CUT.split(text[: 10 * LONGEST].strip()))
    return tuple(dict.fromkeys(piece for piece in pieces if piece and len(piece) <= 100 and not dates.hidden(piece)))


_CC = pattern(
    r"(?:\bCC|Creative[\s-]Commons)(?:\s?licen[cs]e|\s?Lizenz)?[\s-]{0,2}(?P<kind>BY(?:[\s-]?(?:NC|SA|ND)){0,3}|0|Zero)"
    r"(?:[\s-]{0,2}(?P<version>[1-4]\.0))?(?:\s?(?:International|IGO|Unported|[A-Z]{2}\b))?",
    regex.IGNORECASE,
)
_LONG_NAMES = (
    ("Attribution|Namensnennung|Reconocimiento|Atribución|Atribuição|Attribuzione|Naamsvermelding", "BY"),
    (
        "Non-?Commercial|Nicht.?kommerziell|No.?Comercial|Não.?Comercial|Non.?commerciale|Pas d.utilisation commercial",
        "NC",
    ),
    (
        "Share-?Alike|Weitergabe unter gleichen|Compartir.?Igual|Compartilha.?Igual|Condividi|Partage dans les mêmes",
        "SA",
    ),
    (
        "No-?Deriv|Keine Bearbeitung|Sin.?(?:Obra.?)?Derivad|Sem.?Derivações|Non opere derivate|Pas de modification",
        "ND",
    ),
)


_LICENSED = re.compile(r"[CcPp](?i:(?<=c)(?:(?<![a-z]c)c|reative)|(?<=p)ublic[\s-])")  # without one of these it is none


def licence(text: str) -> str | None:
    """The licence that a value or a short notice names, in its usual short form; None where it names none known.

    >>> licence("Creative Commons BY-NC-SA 4.0"), licence("CC-BY"), licence("All rights reserved")
    ('CC BY-NC-SA 4.0', 'CC BY', None)
    """
    text = text[:LONGEST]
    if not _LICENSED.search(text):
        return None
    match = _CC.search(text)
    if match:
        if match["kind"].casefold() in ("0", "zero"):
            return f"CC0 {match['version'] or ''}".strip()
        kind = "-".join(regex.findall("BY|NC|SA|ND", match["kind"].upper()))
        return f"CC {kind} {match['version'] or ''}".strip()
    address = regex.search(
        r"creativecommons\.org/(?:licenses|publicdomain)/(?P<kind>by[a-z-]{0,9}|zero|mark)/(?P<version>\d\.\d)", text
    )
    if address:
        kind = {"zero": "CC0", "mark": "Public Domain Mark"}.get(address["kind"], "CC " + address["kind"].upper())
        return f"{kind} {address['version']}"
    if regex.search(r"Creative[\s-]Commons", text, regex.IGNORECASE):
        terms = [short for names, short in _LONG_NAMES if regex.search(names, text, regex.IGNORECASE)]
        version = regex.search(r"\b[1-4]\.0\b", text)
        return " ".join(("CC", "-".join(terms), *([version[0]] if version else []))) if terms else "Creative Commons"
    if regex.search(r"\bpublic[\s-]domain\b", text, regex.IGNORECASE):
        return "public domain"
    return None


_YEAR = r"(?:1[89]|20)\d\d"
_SIGN_NOTICE = pattern(
    rf"(?:©|ⓒ|℗|@|\(c\)|（c）|\(p\)|&copy;)\s?(?:{_YEAR}|\p{{L}})"
    rf"|(?:{_YEAR})(?:\s?[-–]\s?(?:{_YEAR}|\d\d))?\s?(?:©|ⓒ|\(c\))",
    regex.IGNORECASE,
)
_BEGINS_A_NOTICE = frozenset("©ⓒⒸ℗@(（&12")  # the first characters of `_SIGN_NOTICE`
_HOLDER = pattern(rf"\s?[:：]\s?\S|\s?{_YEAR}|\s(?:by|for|of|de|bei|für)\s|\s?(?:\p{{Lu}}|\p{{Lo}})")


_SHORT_WORD = re.compile(r"[^\W\d_]{2,4} ")  # All rights, The copyright
_SIGN_AND_YEAR = pattern(rf"©\s?{_YEAR}")


@functools.lru_cache(maxsize=256)
def said(text: str) -> frozenset[str]:
    """The words of a text, case folded: what most phrases are looked for by.

    >>> sorted(said("The Pier Post, the pier"))
    ['pier', 'post', 'the']
    """
    return frozenset(LETTERS.findall(text.casefold()))


def reserved(line: str) -> bool:
    """Whether a phrase that reserves rights stands in a line: its longest word is looked for first.

    >>> reserved("Alle Rechte vorbehalten."), reserved("All the rights that were reserved for her")
    (True, False)
    """
    vocabulary = _vocabulary()
    words = vocabulary.rights_long & said(line)
    if words:
        low = " ".join(line.casefold().split())
        if any(phrase in low for word in words for phrase in vocabulary.rights[word]):
            return True
    return not line.isascii() and vocabulary.rights_unspaced.search(line.casefold()) is not None


def _may_own(line: str, vocabulary: _Vocabulary) -> bool:
    """Whether a word for rights stands in a line, wherever it does."""
    if line.isascii() or _UNPARTED.search(line) is None:
        return not vocabulary.worded.isdisjoint(said(line))
    return vocabulary.worded_unspaced.search(line) is not None


def _owned_behind(line: str, vocabulary: _Vocabulary) -> bool:
    """Whether a work, the rights in it and who owns them stand close one behind the other: syndikoidun sisällön
    tekijänoikeus kuuluu …"""
    owns = [match.start() for match in vocabulary.owns.finditer(line)]
    rights = [
        match.start()
        for match in (vocabulary.rights_said.finditer(line) if owns else ())
        if any(0 <= at - match.end() <= _BEFORE_OWNER for at in owns)
    ]
    works = vocabulary.works.finditer(line, 0, 2 * _BEFORE_WORK) if rights else ()
    ends = [match.end() for match in works if match.start() <= _BEFORE_WORK]
    return any(0 <= at - end <= _BEFORE_RIGHTS for at in rights for end in ends)


_BEFORE_WORK, _BEFORE_RIGHTS, _BEFORE_OWNER = 60, 24, 60  # characters


def copyright(text: str) -> bool:
    """Whether a line is a notice of copyright: a sign or the word with a year or a holder, or rights that are reserved
    or that somebody owns.

    >>> [copyright(one) for one in ("© Security 2024", "Alle Rechte vorbehalten.", "Copyright law was changed in 2019")]
    [True, True, False]
    >>> copyright("配信コンテンツの著作権はリンク先に帰属します。"), copyright("İçeriğin telif hakkı kaynağa aittir.")
    (True, True)
    """
    line = text.strip() if len(text) < LONGEST else ""
    if not 3 <= len(line) <= 300:
        return False
    vocabulary = _vocabulary()
    sign = line.lstrip(" -–|*")
    if sign[:1] in _BEGINS_A_NOTICE and _SIGN_NOTICE.match(sign) and line[0] != "@":
        return True
    begins = _begins(line, vocabulary.noticed)
    short = _SHORT_WORD.match(line)
    near = begins or (short is not None and _begins(line[short.end() :], vocabulary.noticed))
    if not near and "©" not in line and vocabulary.telling.isdisjoint(said(line)) and not _UNPARTED.search(line):
        return False  # as most lines are none
    if reserved(line):
        return True
    if near and len(line) <= 160 and vocabulary.owned.match(line):
        return True
    if len(line) <= 160 and _may_own(line, vocabulary) and _owned_behind(line, vocabulary):
        return True
    word = vocabulary.rights_words.match(line) if begins else None
    if word is None:
        return "©" in line and _SIGN_AND_YEAR.search(line) is not None
    rest = line[word.end() :]
    return _SIGN_NOTICE.match(rest.lstrip(" :：,")) is not None or _HOLDER.match(rest) is not None
