"""Fields: a key and its value on a line. The keys are vocabulary (`keys.tsv`); the value must be what a key announces."""

import functools
import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from itertools import islice
from typing import NamedTuple

from syndclean import dates, facts
from syndclean.document import Role
from syndclean.facts import folded
from syndclean.facts.vocabulary import LETTER
from syndclean.rule import LineRule
from syndclean.rules.keys import DATES, WORD, folded_word, keys
from syndclean.rules.layouts import ALONE, SEPARATOR, WITH_SPACE, bare, enclosed, unbarred, undecorated

_SEPARATED = re.compile(r"[\s•*·|/\[(–—-]{0,6}([^:：՝፦\n]{1,60}?)\s{0,2}(?:[:：]{1,2}|[՝፦])\s{0,3}(?!//)(.*)", re.S)
COLON = re.compile(r"[:：՝፦]")
_LATEST_COLON = 70  # characters: a key is no longer, with what stands around it
_CONTACT = re.compile(r"\S@\S|\+?\d[\d ()/.-]{5,}|https?://|www\.")
_QUOTED = tuple("\"“”„«»‘「『")
_ADDRESS = re.compile(
    r"\W{0,3}(?:[a-z][a-z0-9+.-]{1,15}://|(?:javascript|vbscript|data|file|blob|about|view-source|mailto|intent):\S)", re.I
)
SENTENCE_END = (".", "!", "?", "。", "！", "？", "।")

# The metadata field that each footer role feeds; the others are kept in `Metadata.fields` alone.
FEEDS: dict[str, str] = {
    "source_link": "source_url",
    "source_name": "source_name",
    "author": "authors",
    "publish_date": "published_at",
    "update_date": "updated_at",
    "copyright": "copyright",
    "licence": "licence",
    "agency": "agency",
    "tags": "tags",
    "title": "title",
    "location": "location",
}


class Pair(NamedTuple):
    """A key, its value (empty where none stands there), the role that the two have together, and how sure that is."""

    key: str
    value: str
    role: str
    known: bool


@functools.lru_cache(maxsize=2048)
def pair(line: str) -> Pair | None:
    """The field that a line is, None where it is none.

    A key that the vocabulary knows needs a value of its sort, or none at all; a key that nobody knows is short, and so
    is its value.

    >>> pair("Publish date : 2025-04-17 05:00:00")
    Pair(key='Publish date', value='2025-04-17 05:00:00', role='publish_date', known=True)
    >>> pair("Source: two officials said that the plan had been dropped in the spring and would not come back.")
    """
    marked = line[:1] in ("*", "_")  # **Source:** The Courier
    line = undecorated(line) if len(line) <= 2000 else ""
    if not line or line[0] in _QUOTED:  # what somebody quotes is no field of this article
        return None
    match = _SEPARATED.fullmatch(line) if COLON.search(line, 0, _LATEST_COLON) else None
    if match and line[match.end(1) - 1].isdigit() and match[2][:1].isdigit():  # a time parts no key from a value
        match = None
    if match:
        key, value = match[1].strip(" -–—*_").rstrip("….") or match[1], unbarred(match[2])
        if marked:
            value = value.strip("*_ ")
        if line[:1] in "([" and value[-1:] in ")]" and "(" not in value and "[" not in value:  # around both
            value = value[:-1].rstrip()
        roles = keys().roles.get(folded(key))
        if roles:
            return _known_pair(key, roles, value)
        known = _parted(line)  # Filed » 3 May: noon
        if known is not None:
            return known
        return _unknown(key, value) if line[match.end(1) :].lstrip()[0] != "՝" else None  # it parts words as well
    return _without_colon(line) or _before_an_address(line) or _before_a_date(line)


def _known_pair(key: str, roles: frozenset[str], value: str) -> Pair | None:
    """The field of a known key; None where its value is of no such sort."""
    value = value if "title" in roles else bare(value)
    role = fitting(roles, value)
    return Pair(key, value, role, True) if role else None


def fitting(roles: frozenset[str], value: str) -> str | None:
    """The one of the key's roles that the value can be of; None where it is prose."""
    if not value:
        return min(roles, key=lambda role: (role == "field", role))
    if roles & {"source_link", "source_name"} and _ADDRESS.match(value):
        return "source_link"  # also one that nobody may follow: whoever reads it finds the problem
    if facts.address(value) or (facts.host(value) and "source_name" not in roles and "contact" not in roles):
        return "source_link"
    if not roles.isdisjoint(_UNDATED) and roles.isdisjoint((*DATES, "field")) and dates.is_date_line(value):
        return "publish_date" if roles <= _OF_A_HOUSE else None  # 掲載：2024年6月11日: not where, but when
    for role in sorted(roles, key=lambda role: (role == "field", role)):
        if _TESTS.get(role, is_label)(value):
            return role
    return "source_name" if "source_link" in roles and is_label(value) else None


_OF_A_HOUSE = frozenset(("source_link", "source_name"))
_UNDATED = _OF_A_HOUSE | {"author", "agency"}


def _unknown(key: str, value: str) -> Pair | None:
    """A field by its look: a short key, of whose words one may be known, and a short value of the sort."""
    if facts.address(value) and len(key.split()) <= 9 and not key.startswith("http"):
        return Pair(key, value, "source_link", False)
    if _MAIL.fullmatch(value) and len(key.split()) <= _OF_A_KEY:
        return Pair(key, value, "contact", False)
    if len(key) > 32 or len(key.split()) > 4 or not value or not key[:1].isalpha() or not is_label(value):
        return None
    if value.endswith(SENTENCE_END) or value.startswith(_QUOTED):  # She said: “We stay.”
        return None
    return Pair(key, value, _told(key, value), False)


_MAIL = re.compile(r"[^\s@]{1,64}@[^\s@.]{1,63}(?:\.[^\s@.]{2,63}){1,4}")


def _told(key: str, value: str) -> str:
    """The role of a key that nobody knows, by the words in it: of all roles that known keys with such words have, the
    one that the value can be of. Where they do not agree it is a field."""
    by_word = [roles for roles in map(_roles_of, WORD.findall(folded(key))) if roles]
    if not by_word:
        return "field"
    dated = is_date(value)
    said: set[str] = set()
    for roles in by_word:
        fit = [role for role in roles if (role in _OF_FIGURES if dated else role not in DATES)]
        said.update(fit if len(fit) == 1 and fit != ["field"] else ())
    role = said.pop() if len(said) == 1 else "field"
    return role if role != "source_link" and _TESTS.get(role, is_label)(value) else "field"


@functools.lru_cache(maxsize=4096)  # a site has the same keys on all its pages
def _roles_of(word: str) -> frozenset[str]:
    """The roles of the known keys with a word; where no key has it, those of words that begin as it does, for words are
    inflected (`publikovaný` is read as `publikované` is). A short word tells nothing."""
    known, wide = keys(), _WIDE.search(word) is not None
    if word in known.words:
        return known.words[word] if wide or len(word) >= _WHOLE else frozenset()
    at = bisect_left(known.in_order, word)
    shared = max(_shared(word, near) for near in known.in_order[max(0, at - 1) : at + 1])
    if shared < max(_WIDE_BEGINNING if wide else _BEGINNING, _OF_A_WORD * len(word)):
        return frozenset()
    low, high = (bisect_left(known.in_order, word[:shared] + last) for last in ("", _LAST))
    return frozenset().union(*(known.words[one] for one in known.in_order[low:high]))


def _shared(one: str, other: str) -> int:
    """With how many characters both begin."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


_OF_FIGURES = frozenset((*DATES, "contact", "field"))  # what a value can be that looks like a date
_WHOLE, _BEGINNING, _WIDE_BEGINNING = 4, 5, 2  # letters at least
_OF_A_WORD = 2 / 3  # so much of the word
_LAST = "\U0010ffff"
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def _without_colon(line: str) -> Pair | None:
    """`Published 3 March 2025`, `Source https://…`, `Author » Jane Doe`: a known key before a date or an address, or what
    a sign or wide space parts from its value."""
    if len(line) > 300:
        return None
    line = line.strip("()[]") if line[:1] in "([" else line
    first = _FIRST_OF_KEY.match(line)
    if first is None or folded_word(first[0]) not in keys().first:
        return None
    return _parted(line) or _before_a_space(line)


def _parted(line: str) -> Pair | None:
    """The field whose known key a sign parts from its value; where it stands again behind that, it is one of a path."""
    for match in islice(SEPARATOR.finditer(line, 1, _LATEST_COLON), _MOST_SEPARATORS):
        key, value = line[: match.start()], unbarred(line[match.end() :])
        of_key = keys().roles.get(folded(key))
        bracketed = match[0] == " "
        if not value and match[0].strip() not in BEFORE_A_VALUE:  # Terms of use »
            return None
        if bracketed and not enclosed(value):
            continue
        if of_key:
            field = _known_pair(key, of_key, value)
            if bracketed and field is not None and field.role not in FEEDS:  # Comments (5)
                return None
            return field if field is not None and not _is_path(field.role, match[0], value) else None
    return None


@functools.lru_cache(maxsize=2048)  # a site has the same keys on all its pages
def parts(line: str) -> tuple[str, str, str]:
    """A short key, the sign that parts it from its value (a tab for white space), and the value; empty where a line is
    none of that.

    >>> parts("Outlet » The Courier"), parts("The boats left.")
    (('Outlet', '»', 'The Courier'), ('', '', ''))
    """
    match = SEPARATOR.search(line, 1, LONGEST_ALONE) if len(line) <= _LONGEST_VALUE else None
    if match is None or match.end() == len(line) or match[0] == " ":
        return "", "", ""
    key, value = line[: match.start()], line[match.end() :]
    short = _is_short(key) and is_label(value) and not value.endswith(SENTENCE_END)
    return (key, match[0].strip()[:1] or "\t", value) if short else ("", "", "")


class Keyed(NamedTuple):
    """How a line begins that may be a field: a few words and a colon, and what stands behind it, which may be nothing."""

    key: str
    space: bool  # before the colon
    sign: str
    value: str
    glued: bool  # to the colon

    def is_like(self, other: "Keyed") -> bool:
        """Whether both write their keys in the same way, as all fields of a feed do."""
        said = not self.value or not other.value or self.glued == other.glued
        return said and (self.space, self.sign, self.key.isupper()) == (other.space, other.sign, other.key.isupper())

    @property
    def is_usual(self) -> bool:
        """Whether a headline with a colon is written so as well."""
        return not (self.space or self.sign != ":" or self.key.isupper() or self.glued)


def keyed(line: str) -> Keyed | None:
    """A few words, a colon, and what stands behind that; None where a line is none of that.

    >>> keyed("OUTLET : The Courier"), keyed("The boats left.")
    (Keyed(key='OUTLET', space=True, sign=':', value='The Courier', glued=False), None)
    """
    match = _KEYED.match(line) if len(line) <= _LONGEST_VALUE else None
    if match is None or len(match["key"].split()) > _OF_A_KEY:
        return None
    value = line[match.end() :]
    return Keyed(match["key"], match["before"] != "", match["sign"], unbarred(value), bool(value) and not match["behind"])


_KEYED = re.compile(r"(?P<key>[^\W\d_][^:：.!?|]{0,38}?)(?P<before>\s?)(?P<sign>[:：])(?!//)(?P<behind>\s?)")


def spaced(line: str) -> Pair | None:
    """The field that a short line is if no more than a space stands behind its key, None where it is none; so may a
    headline begin, so ask only where such lines stand below each other.

    >>> spaced("Outlet The Courier"), spaced("Text messages leaked"), spaced("The boats left.")
    (Pair(key='Outlet', value='The Courier', role='source_name', known=True), None, None)
    """
    words = line.split()
    if len(line) > _LONGEST_SPACED or not 1 < len(words) <= _OF_SPACED or line.endswith(SENTENCE_END):
        return None
    for n in range(min(_OF_A_KEY, len(words) - 1), 0, -1):
        key, value = " ".join(words[:n]), " ".join(words[n:])
        roles = keys().roles.get(folded(key))
        if roles and "title" not in roles and not value[0].islower() and len(words) - n <= _OF_A_VALUE:
            return _known_pair(key, roles, value)
    return None


_LONGEST_SPACED, _OF_SPACED, _OF_A_KEY, _OF_A_VALUE = 90, 8, 4, 5  # code points, words


def witnessed(field: Pair) -> tuple[LineRule, dict[str, str]]:
    """The rule for a field that is known, and what it reads."""
    role = _ROLE_OF.get(field.role, field.role).replace("_", "-")
    rule = next(rule for rule in RULES if rule.id == f"field/{role}")
    return rule, {"key": field.key, FEEDS.get(field.role, "value"): field.value}


def _is_path(role: str, separator: str, value: str) -> bool:
    """Whether what a sign parts is a path or a menu of a site: the sign comes again, or a word leads to another."""
    if role in ("tags", "source_link") or not separator.strip():
        return False
    return separator in value or (role == "field" and separator.strip() in _LEADS and not _DIGIT.search(value))


def _before_a_space(line: str) -> Pair | None:
    """A known key and, behind a space, a date, an address or an agency."""
    words = line.split(None, 6)
    roles = keys().roles
    for n in range(min(5, len(words) - 1), 0, -1):
        key = " ".join(words[:n])
        of_key = roles.get(folded(key.rstrip(" |-–—=")))
        if not of_key:
            continue
        value = line[line.index(words[n - 1], len(" ".join(words[: n - 1]))) + len(words[n - 1]) :].strip(" |-–—=")
        dated = of_key.intersection(DATES)
        if dated and is_date(value):
            return Pair(key, value, min(dated), True)
        if "source_link" in of_key and facts.address(value):
            return Pair(key, value, "source_link", True)
        if "source_name" in of_key and facts.agency(value):
            return Pair(key, value, "source_name", True)
        if "tags" in of_key and _is_list(value):
            return Pair(key, value, "tags", True)
    return None


def _is_list(value: str) -> bool:
    """Whether a value is a few words, and again, parted by signs; by commas where it begins with a capital."""
    pieces = [piece for piece in _IN_A_LIST.split(value) if piece]
    listed = len(pieces) > 2 or value[:1] == "#"
    return listed and all(len(piece.split()) < 5 for piece in pieces) and (value[0].isupper() or "," not in value)


_IN_A_LIST = re.compile(r"\s?[,、،/·•|;#]\s?|\u3000")


def _before_an_address(line: str) -> Pair | None:
    """A short key that nobody knows, a sign or a tab, and an address."""
    match = SEPARATOR.search(line, 1, _LATEST_COLON) if "://" in line else None
    if match is None or match[0] == " ":
        return None
    key, value = line[: match.start()], line[match.end() :]
    named = _is_short(key) and "/" not in key
    return Pair(key, value, "source_link", False) if named and facts.address(value) else None


def _before_a_date(line: str) -> Pair | None:
    """A short key that nobody knows and a date: parted by a sign that parts nothing else, or the words of the key tell."""
    figure = _DIGIT.search(line, 3) if len(line) <= _DATED else None
    if figure is None:
        return None
    signs = islice(SEPARATOR.finditer(line, 1, figure.start() + 12), 2)
    for match in filter(None, (*signs, _NO_SIGN.search(line[: figure.start()]))):
        key, value = line[: match.start()], line[match.end() :]
        alone = match[0] != " " and not _NOT_ALONE.match(match[0])
        if _is_short(key) and (alone or _is_dating(key)) and _is_stamp(value):
            role = _told(key, value)
            return Pair(key, value, role, False) if alone or role in DATES else None
    return None


def _is_short(key: str) -> bool:
    """Whether a key that nobody knows is a few words and begins with a letter."""
    return key[:1].isalpha() and len(key.split()) < 5


def _is_dating(key: str) -> bool:
    """Whether a word of a key is one of keys that announce a date."""
    return any(not _roles_of(word).isdisjoint(DATES) for word in WORD.findall(folded(key)))


def _is_stamp(value: str) -> bool:
    """Whether a value is a day and nothing else but its time."""
    stamp = dates.is_date_line(value) or (len(value) < _STAMP and value[:1].isdigit() and is_date(value))
    return stamp and not dates.is_time(value)


_DATED, _STAMP = 90, 32  # code points
_NO_SIGN = re.compile(r"(?<=\w)\s(?=\Z)")
_LEADS, _DIGIT = frozenset("/>›»→"), re.compile(r"\d")
_NOT_ALONE = re.compile(rf"\s{{1,4}}[{WITH_SPACE}]")
_MOST_SEPARATORS = 4  # some stand within keys
_FIRST_OF_KEY = re.compile(rf"[^\s{ALONE}.…:：]+")


@functools.lru_cache(maxsize=2048)  # a value is looked at where the line is cut, and as a field
def is_date(value: str) -> bool:
    """Whether a value is a date, as far as its look goes; an impossible one is."""
    return (
        4 <= len(value) <= 80
        and any(map(str.isdigit, value))
        and (dates.is_date_line(value) or _DATE_LOOK.fullmatch(value) is not None or dates.names_a_day(value))
    )


_DATE_LOOK = re.compile(r"[\d\s:.,/TZ+-]{6,40}")


def is_label(value: str) -> bool:
    """Whether a value is a name or a few words rather than prose.

    >>> is_label("Le Figaro avec AFP"), is_label("We asked the mayor twice. He did not answer.")
    (True, False)
    """
    if len(value) > 160:
        return False
    words = value.split()
    return len(words) <= 16 and not (len(words) > 6 and value.endswith(SENTENCE_END)) and ". " not in value[8:-8]


def is_people(value: str) -> bool:
    """Whether a value can be names of people: a few words, and not all of them small."""
    if len(value) > 250 or (value.endswith(SENTENCE_END) and len(value.split()) > 8):
        return False
    words = _LETTERS.findall(value)
    cased = [word for word in words if word[0].islower() or word[0].isupper()]
    return 1 <= len(words) <= 40 and (
        len(words) < 5 or not cased or sum(word[0].isupper() for word in cased) >= 0.4 * len(cased)
    )


_LETTERS = re.compile(rf"{LETTER}+")


def _are_tags(value: str) -> bool:
    """Whether no piece of a value is as long as a headline; without a capital, it may be several with spaces between."""
    lengths = [len(piece.split()) for piece in facts.tags(value)]
    longest = _LONE_TAG if len(lengths) == 1 else _LONGEST_TAG
    return max(lengths, default=0) <= longest or value[:1].islower()


_LONE_TAG, _LONGEST_TAG = 5, 7  # words
_TESTS: dict[str, Callable[[str], bool]] = {
    "source_link": lambda value: False,
    "publish_date": is_date,
    "update_date": is_date,
    "author": is_people,
    "tags": lambda value: len(value) <= 600 and (not value.endswith(".") or _is_list(value)) and _are_tags(value),
    "copyright": lambda value: facts.copyright(value) or is_label(value),
    "licence": lambda value: facts.licence(value) is not None or is_label(value),
    "contact": lambda value: len(value) <= 200 and _CONTACT.search(value) is not None,
}


LONGEST_KEY = 60  # code points of a line that is a key alone
BEFORE_A_VALUE = (":", "：", "|", "-", "–", "—", "=")  # what parts a key from its value


def awaits(line: str, below: str) -> bool:
    """Whether a line is a known key without a value, and the line below can be its value; or a few words and a colon, and
    below an address or a date."""
    if len(line) > LONGEST_KEY or len(below) > 300 or not line.rstrip().endswith(BEFORE_A_VALUE):
        return False
    here = pair(line)
    if here is None:
        own = keyed(line)  # whoever knows it: an address or a date is its value
        sure = facts.address(below) is not None or (is_date(below) and _is_stamp(below))
        return own is not None and not own.value and sure
    if not here.known or here.value:
        return False
    there = pair(below)
    if there is not None and not there.known and is_date(below):
        there = None
    if facts.copyright(below) or (there is not None and (there.known or not below.startswith("http"))):
        return False
    roles = keys().roles[folded(here.key)]
    fits = fitting(roles, below)
    return bool(fits) and (fits in DATES or not is_date(below))


def awaits_alone(line: str, below: str) -> bool:
    """Whether a line is a known key with no sign behind it, and the line below is without doubt its value; what leads to
    the names of authors, as a byline does, is no such key.

    >>> awaits_alone("Posted on", "3 May 2025"), awaits_alone("Source", "AFP"), awaits_alone("Source", "Sport")
    (True, True, False)
    """
    roles = _alone(line)
    fits = bool(roles) and any(sure(below) for role, sure in _SURE.items() if role in roles)
    return fits and not facts.is_lead(line) and _is_value(below)


def may_await(line: str, below: str) -> bool:
    """Whether a line is a known key with no sign behind it, and the line below may be its value, among other such pairs.

    >>> may_await("Source", "The Courier"), may_await("Source", "Author"), may_await("Sources", "It rained. It poured.")
    (True, False, False)
    """
    roles = _alone(line)
    return bool(roles) and fitting(roles, below) is not None and _is_value(below)


def _alone(line: str) -> frozenset[str]:
    """The roles of the key that a line is, and nothing else."""
    return keys().roles.get(folded(line), _NONE) if len(line) <= LONGEST_ALONE else _NONE


def _is_value(line: str) -> bool:
    """Whether a line is neither a key nor a field."""
    field = pair(line) if len(line) <= _LONGEST_VALUE else None
    return len(line) <= _LONGEST_VALUE and not _alone(line) and (field is None or not field.known)


def _is_person(value: str) -> bool:
    words = value.split()
    return 2 <= len(words) <= 4 and all(word[0].isupper() and not word.isupper() for word in words) and is_people(value)


_NONE: frozenset[str] = frozenset()
LONGEST_ALONE, _LONGEST_VALUE = 30, 300  # code points
# What a value must be where nothing but the line end parts it from its key.
_SURE: dict[str, Callable[[str], object]] = {
    "publish_date": is_date,
    "update_date": is_date,
    "source_link": facts.address,
    "source_name": facts.agency,
    "agency": facts.agency,
    "author": _is_person,
    "licence": facts.licence,
}


def _known(role: str, line: str) -> Mapping[str, str] | None:
    found = pair(line)
    if found is None or not found.known or _ROLE_OF.get(found.role, found.role) != role:
        return None
    return {"key": found.key, FEEDS.get(found.role, "value"): found.value}


_ROLE_OF = {"title": "field", "location": "field"}


def _keyed_byline(line: str) -> Mapping[str, str] | None:
    found = _known("author", line)
    return found if found is not None and found["authors"] else None


def _keyed_date(line: str) -> Mapping[str, str] | None:
    found = pair(line)
    return _known(found.role, line) if found is not None and found.value and found.role in DATES else None


def _guessed(line: str) -> Mapping[str, str] | None:
    found = pair(line)
    return (
        {"key": found.key, "value": found.value} if found and not found.known and found.role != "source_link" else None
    )


def _dated(line: str) -> Mapping[str, str] | None:
    found = pair(line)
    if found is None or found.known or not is_date(found.value) or _HEADLINE_AND_DAY.fullmatch(found.value):
        return None
    if len(found.key.split()) > 2 and (found.role not in DATES or found.value[:1] in "(["):
        return None
    return {"key": found.key, "value": found.value}


_HEADLINE_AND_DAY = re.compile(r"[^\W\d].*\(\d[\d./ -]+\)")  # Board resolves (12.03.2024)


def _stamped(line: str) -> Mapping[str, str] | None:
    given = _dated(line)
    if given is None or role_of(line) != "field":
        return None
    return {"key": given["key"], "published_at": given["value"]}


def _brief(line: str) -> Mapping[str, str] | None:
    found = pair(line)
    if found is None or found.known or found.role == "source_link" or len(found.value) > 40:
        return None
    listed = any(comma in found.value for comma in (", ", "、", "，"))
    words = found.value.split()
    clause = len(words) == 3 and words[0][:1].isupper() and words[1].islower() and words[2].islower()  # Board: We wait now
    if len(found.key.split()) > 3 or ((listed or clause or len(words) > 3) and not is_date(found.value)):
        return None
    if _HEADLINE_AND_DAY.fullmatch(found.value):
        return None
    return {"key": found.key, "value": found.value}


def _addressed(line: str) -> Mapping[str, str] | None:
    found = pair(line)
    if found is None or found.known or found.role != "source_link":
        return None
    return {"key": found.key, "source_url": found.value}


def role_of(line: str) -> str:
    """The footer role of a field that nobody's key announces."""
    found = pair(line)
    return "field" if found is None else _ROLE_OF.get(found.role, found.role)


def _rule(role: Role, why: str, hits: tuple[tuple[str, Mapping[str, str]], ...], *misses: str) -> LineRule:
    other = "Tags: sea, harbour" if role != "tags" else "Author: Jane Doe"  # a field that is another rule's
    return LineRule(
        f"field/{role}".replace("_", "-"),
        why,
        "footer",
        role,
        gate=pair,
        read=functools.partial(_known, role),
        hits=hits,
        misses=(*misses, other, "The pier is open again"),
        longest=700 if role == "tags" else 300,
    )


RULES: tuple[LineRule, ...] = (
    _rule(
        "source_link",
        "The address of the original.",
        (
            ("Source link : https://a.example/x", {"key": "Source link", "source_url": "https://a.example/x"}),
            ("Quelle: https://a.example/", {"key": "Quelle", "source_url": "https://a.example/"}),
            ('"source": "https://a.example/",', {"key": "source", "source_url": "https://a.example/"}),
            ("Source <https://a.example/>", {"key": "Source", "source_url": "https://a.example/"}),
        ),
        "Source: two officials said that the plan had been dropped in the spring and would not come back.",
        "He sent the link: it was broken.",
        "See the pier: https://a.example/x",
    ),
    _rule(
        "source_name",
        "The house that published first.",
        (
            ("Source: The Harbour Courier", {"key": "Source", "source_name": "The Harbour Courier"}),
            ("Источник: Вестник", {"key": "Источник", "source_name": "Вестник"}),
            ("Source » The Harbour Courier", {"key": "Source", "source_name": "The Harbour Courier"}),
            ("Source\tThe Harbour Courier", {"key": "Source", "source_name": "The Harbour Courier"}),
            ("■ Source: The Harbour Courier", {"key": "Source", "source_name": "The Harbour Courier"}),
            ("【Source】The Harbour Courier", {"key": "Source", "source_name": "The Harbour Courier"}),
            ("<b>Source:</b> The Harbour Courier", {"key": "Source", "source_name": "The Harbour Courier"}),
            ("Source: “The Harbour Courier”", {"key": "Source", "source_name": "The Harbour Courier"}),
        ),
        "Source of the river: unknown to this day, although three expeditions went to look for it and came back.",
        "Quellenangabe Flutbuch: Der Bote",
        "Home / Source / The Courier",
        "“Source: The Harbour Courier”",
        "Source » two officials said that the plan had been dropped in the spring and would not come back.",
    ),
    _rule(
        "author",
        "Who wrote; empty in many dumps.",
        (
            ("Author :", {"key": "Author", "authors": ""}),
            ("Autor: Jörg Väth", {"key": "Autor", "authors": "Jörg Väth"}),
        ),
        "Author: the word comes from Latin and meant someone who makes a thing grow, as the dictionary says.",
        "Reporterin unterwegs: Jane Doe",
    ),
    LineRule(
        "header/keyed-byline",
        "Who wrote, behind a key, right before the article; among other fields it is one of them.",
        "header",
        "byline",
        gate=pair,
        read=_keyed_byline,
        weight=8.4,
        longest=300,
        hits=(("Text: Anna Muster", {"key": "Text", "authors": "Anna Muster"}),),
        misses=("Text:", "Text: Sie kam nicht mehr zurück.", "Source: The Courier", "The pier is open again"),
    ),
    _rule(
        "publish_date",
        "When it was published.",
        (
            ("Publish date : 2025-04-17 05:00:00", {"key": "Publish date", "published_at": "2025-04-17 05:00:00"}),
            ("Veröffentlicht am: 12. März 2024", {"key": "Veröffentlicht am", "published_at": "12. März 2024"}),
        ),
        "Published: and yet nobody read it.",
        "Published authors met in town",
        "Erscheinungstag Flutbuch: 12.03.2024",
    ),
    _rule(
        "update_date",
        "When it was changed last.",
        (("Updated: March 3, 2025", {"key": "Updated", "updated_at": "March 3, 2025"}),),
        "Updated: our list of the ten best beaches",
        "Revised charter: 3 March 2025",
    ),
    _rule(
        "copyright",
        "Whose it is.",
        (("Copyright: Ellery Courier", {"key": "Copyright", "copyright": "Ellery Courier"}),),
        "Copyright law: what changes for photographers and the archives that keep their pictures for later use.",
        "Bildrechte Flutbuch: Anna Ost",
    ),
    _rule(
        "licence",
        "On what terms it may be used.",
        (("License: CC BY 4.0", {"key": "License", "licence": "CC BY 4.0"}),),
        "License to fish: where to get one",
        "License »",
    ),
    _rule(
        "agency",
        "The news agency that sent it.",
        (("Agency: Reuters", {"key": "Agency", "agency": "Reuters"}),),
        "Agency workers: a winter without contracts",
        "Presseagentur Flutbuch: Anna Ost",
    ),
    _rule(
        "tags",
        "Keywords.",
        (
            ("Tags: ferries, harbours, islands", {"key": "Tags", "tags": "ferries, harbours, islands"}),
            ("Tags ferries · harbours · islands", {"key": "Tags", "tags": "ferries · harbours · islands"}),
            ("TAGS Ferries, Harbours, Islands", {"key": "TAGS", "tags": "Ferries, Harbours, Islands"}),
            ("Tags: Ferries, Harbours, Islands.", {"key": "Tags", "tags": "Ferries, Harbours, Islands."}),
        ),
        "Tags along: how a dog joined the march.",
        "Hashtag Flutbuch: Hafen",
        "Tags left on walls, doors, trains",
    ),
    _rule(
        "contact",
        "Whom to ask.",
        (("Contact: press@example.org", {"key": "Contact", "value": "press@example.org"}),),
        "Contact sports are popular.",
        "Telefon Flutbuch: 040 123456",
    ),
    _rule(
        "credit",
        "Who did what.",
        (("Editing by: Tom Hallam", {"key": "Editing by", "value": "Tom Hallam"}),),
        "Editing: it takes patience, and a room in which nobody talks, laughs or asks what comes next, said the older one of the two.",
        "Fotograf Flutbuch: Anna Ost",
    ),
    _rule(
        "field",
        "A key that is known and feeds nothing, or a title, or a place.",
        (("Views: 1,204", {"key": "Views", "value": "1,204"}),),
        "Views from the tower: breathtaking.",
        "Views (5)",
        "Views » Opinion",
        "Aktenzeichen: LB-2024/118",
    ),
    LineRule(
        "field/words-and-address",
        "A few words, a colon and an address.",
        "footer",
        "source_link",
        gate=pair,
        read=_addressed,
        longest=400,
        weight=5.0,
        hits=(
            (
                "Read the story where it first stood: https://a.example/x",
                {"key": "Read the story where it first stood", "source_url": "https://a.example/x"},
            ),
            ("Whereabouts » https://a.example/x", {"key": "Whereabouts", "source_url": "https://a.example/x"}),
        ),
        misses=(
            "They met, argued, and in the end agreed on nothing but one address they all knew: https://a.example/x",
            "Quelle: https://a.example/",
            "Aktenzeichen: LB-2024/118",
        ),
    ),
    LineRule(
        "field/dated",
        "A short key that nobody knows before a date: a field.",
        "footer",
        "field",
        gate=pair,
        read=_dated,
        weight=6.0,
        longest=90,
        hits=(
            ("Eingang: 12.03.2024, 10:15", {"key": "Eingang", "value": "12.03.2024, 10:15"}),
            ("Eingang » 12.03.2024", {"key": "Eingang", "value": "12.03.2024"}),
            ("Our page last updated 12/03/2024", {"key": "Our page last updated", "value": "12/03/2024"}),
        ),
        misses=(
            "Eingang: nur hinten",
            "Published: 12.03.2024",
            "On Monday, 12 March 2024: rain",
            "Eingang der Post: 12.03.2024",
            "Die Wahl — 3. Mai 2025",
            "DMKPR: Board resolves (12.03.2024)",
            "Changes on the board (12.03.2024)",
        ),
    ),
    LineRule(
        "field/brief",
        "A key that nobody knows and a value of a word or two, a date, a number: a field most likely.",
        "footer",
        "field",
        gate=pair,
        read=_brief,
        weight=3.5,
        longest=90,
        hits=(
            ("Aktenzeichen: LB-2024/118", {"key": "Aktenzeichen", "value": "LB-2024/118"}),
            ("Eingang: 12. März 2024 um 10:15", {"key": "Eingang", "value": "12. März 2024 um 10:15"}),
            "Zustand: noch zu klären", "Aufsicht: Anna Roe junior", "Aufsicht: Anna von Roe",
        ),
        misses=(
            "Elections: What the two sides promise to voters",
            "Harbour board: We wait now",
            "He said: no.",
            "Author: Jane Doe",
            "Reisewetter: Donaudampfschifffahrtsgesellschaftskapitän",
            "Fine: https://a.example/",
            "Sorte: 東京、大阪",
            "Sorte: 红，蓝",
            "Gegenwind: Ziele, Chancen",
            "Leiter der alten Werft: Anna",
            "DMKPR: Board resolves (12.03.2024)",
        ),
    ),
    LineRule(
        "field/unknown-key",
        "A short key and a short value that nobody knows: a field, where fields stand.",
        "footer",
        "field",
        gate=pair,
        read=_guessed,
        weight=-1.5,
        longest=200,
        hits=(
            (
                "Leitung der Ausstellung: Verein der Freunde alter Boote",
                {"key": "Leitung der Ausstellung", "value": "Verein der Freunde alter Boote"},
            ),
        ),
        misses=(
            "He said: no.",
            "https://a.example/",
            "One more thing about the long winter here: it ends.",
            "Author: Jane Doe",
            "Fine: https://a.example/",
            "Zum Beispiel: Wer zu spät kommt, den bestraft das Leben, sagt man hier. Alle nicken.",
        ),
    ),
)

def _named(name: str, line: str) -> Mapping[str, str] | None:
    found = _guessed(line)
    return None if found is None or not is_people(found["value"]) else {"key": found["key"], name: found["value"]}


# Asked only where the rest of a dump tells who that is: see `steps.guessed`.
_told_elsewhere = functools.partial(LineRule, gate=pair, weight=6.0, longest=120)
HOUSE = _told_elsewhere(
    "field/house",
    "A key that nobody knows, and the house that the address of the source or the notice of copyright names.",
    "footer",
    "source_name",
    read=functools.partial(_named, "source_name"),
    hits=(("Aus dem Hause: Ellery Courier", {"key": "Aus dem Hause", "source_name": "Ellery Courier"}),),
    misses=("Source: Ellery Courier", "Ellery Courier", "Eingang: 12.03.2024"),
)
WRITER = _told_elsewhere(
    "field/writer",
    "A key that nobody knows, and who signed the article elsewhere.",
    "footer",
    "author",
    read=functools.partial(_named, "authors"),
    hits=(("Am Tisch: Margaret Oduya", {"key": "Am Tisch", "authors": "Margaret Oduya"}),),
    misses=("Author: Margaret Oduya", "Margaret Oduya", "Eingang: 12.03.2024"),
)

# Asked only where no other line says when an article was published: see `steps.behind`.
STAMPED = LineRule(
    "field/stamped",
    "A date behind a key that nobody knows, among fields that are known, and the only one: of when it was published.",
    "footer",
    "publish_date",
    gate=pair,
    read=_stamped,
    weight=6.0,
    longest=90,
    hits=(("Eingang: 12.03.2024, 10:15", {"key": "Eingang", "published_at": "12.03.2024, 10:15"}),),
    misses=("Eingang: nur hinten", "Published: 12.03.2024", "Eingang der Post: 12.03.2024", "Geändert durch uns: 12.03.2024"),
)

# Asked only where all that stands between the headline and the article says who wrote and when: see `steps.header`.
KEYED_DATE = LineRule(
    "header/keyed-date",
    "When it was published or changed, behind a key, before the article; among other fields it is one of them.",
    "header",
    "date",
    gate=pair,
    read=_keyed_date,
    weight=8.0,
    longest=300,
    hits=(
        ("Published: March 3, 2025", {"key": "Published", "published_at": "March 3, 2025"}),
        ("Mis à jour le 3 mars 2025", {"key": "Mis à jour le", "updated_at": "3 mars 2025"}),
    ),
    misses=("Published:", "Published: and yet nobody read it.", "Text: Anna Muster", "The pier is open again"),
)

UNKNOWN = next(rule for rule in RULES if rule.id == "field/unknown-key")
