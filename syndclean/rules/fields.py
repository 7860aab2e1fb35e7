"""Fields: a key and its value on a line. The keys are vocabulary (`keys.tsv`); the value must be what a key announces."""

import functools
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files
from typing import NamedTuple

from syndclean import dates, facts
from syndclean.document import Role
from syndclean.facts import folded
from syndclean.lazy import once
from syndclean.rule import LineRule

folded_word = functools.lru_cache(maxsize=4096)(folded)  # beside colons, a few words come back on every page
_SEPARATED = re.compile(r"[\s•*·|/\[(–—-]{0,6}([^:：՝\n]{1,60}?)\s{0,2}[:：՝]\s{0,3}(?!//)(.*)", re.S)
COLON = re.compile(r"[:：՝]")
_LATEST_COLON = 70  # characters: a key is no longer, with what stands around it
_WORD = re.compile(r"[^\W_]+")
_CONTACT = re.compile(r"\S@\S|\+?\d[\d ()/.-]{5,}|https?://|www\.")
_BARS = " \t\r\n\u00a0|｜•·¦;"  # part a field from the next; so does one of these with a space before it:
_DASHES = ("/", "-", "–", "—")
_QUOTED = tuple("\"“”„«»‘「『")
_ADDRESS = re.compile(
    r"\W{0,3}(?:[a-z][a-z0-9+.-]{1,15}://|(?:javascript|vbscript|data|file|blob|about|view-source|mailto|intent):\S)", re.I
)
SENTENCE_END = (".", "!", "?", "。", "！", "？", "।")
DATES = ("publish_date", "update_date")  # the roles of keys that announce one

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


class Keys(NamedTuple):
    """What the vocabulary knows of keys, each as `folded` has it."""

    roles: dict[str, frozenset[str]]
    words: dict[str, frozenset[str]]  # the roles of the keys in which a word stands, by the words in their order
    in_order: list[str]  # these words
    languages: dict[str, str]
    first: frozenset[str]  # the first words of keys that a date or an address may follow without a colon
    last: frozenset[str]  # the last words of keys


def vocabulary(*names: str) -> Iterator[tuple[str, str, str]]:
    """The entries of vocabulary files: what, in which language, the words."""
    for name in names:
        for line in files("syndclean.rules").joinpath("vocabulary", name).read_text("utf-8").split("\n"):
            if line and line[0] != "#":
                what, language, words = line.split("\t")[:3]
                yield what, language, words


@once
def keys() -> Keys:
    """The keys of the vocabulary."""
    roles: dict[str, set[str]] = {}
    languages: dict[str, str] = {}
    for role, language, key in vocabulary("keys.tsv", "keys-more.tsv"):
        roles.setdefault(folded(key), set()).add(role)
        languages.setdefault(folded(key), language)
    words: dict[str, set[str]] = {}
    for key, of_key in roles.items():
        for word in _WORD.findall(key):
            words.setdefault(word, set()).update(of_key)
    first = frozenset(key.split(" ", 1)[0] for key in roles)
    last = frozenset(key.rsplit(" ", 1)[-1] for key in roles)
    same: dict[frozenset[str], frozenset[str]] = {}  # thousands of keys are of the same roles

    def frozen(said: dict[str, set[str]]) -> dict[str, frozenset[str]]:
        return {one: same.setdefault(frozenset(them), frozenset(them)) for one, them in said.items()}

    return Keys(
        roles=frozen(roles), words=frozen(words), in_order=sorted(words), languages=languages, first=first, last=last
    )


@functools.lru_cache(maxsize=2048)
def pair(line: str) -> Pair | None:
    """The field that a line is, None where it is none.

    A key that the vocabulary knows needs a value of its sort, or none at all; a key that nobody knows is short, and so
    is its value.

    >>> pair("Publish date : 2025-04-17 05:00:00")
    Pair(key='Publish date', value='2025-04-17 05:00:00', role='publish_date', known=True)
    >>> pair("Source: two officials said that the plan had been dropped in the spring and would not come back.")
    """
    if len(line) > 2000 or line[:1] in _QUOTED:  # what somebody quotes is no field of this article
        return None
    match = _SEPARATED.fullmatch(line) if COLON.search(line, 0, _LATEST_COLON) else None
    if match and line[match.end(1) - 1].isdigit() and match[2][:1].isdigit():  # a time parts no key from a value
        match = None
    if match:
        key, value = match[1].strip(" -–—*_"), _unbarred(match[2])
        if line[0] in "*_":  # **Source:** The Courier
            value = value.strip("*_ ")
        if line[:1] in "([" and value[-1:] in ")]" and "(" not in value and "[" not in value:  # around both
            value = value[:-1].rstrip()
        roles = keys().roles.get(folded(key))
        if roles:
            role = fitting(roles, value)
            return Pair(key, value, role, True) if role else None
        return _unknown(key, value) if line[match.end(1) :].lstrip()[0] != "՝" else None  # it parts words as well
    return _without_colon(line)


def _unbarred(value: str) -> str:
    """A value without the bar or the dash that parts it from the next field."""
    value = value.strip().rstrip(_BARS)
    return value[:-1].rstrip() if value.endswith(_DASHES) and value[-2:-1].isspace() else value


def fitting(roles: frozenset[str], value: str) -> str | None:
    """The one of the key's roles that the value can be of; None where it is prose."""
    if not value:
        return min(roles, key=lambda role: (role == "field", role))
    if roles & {"source_link", "source_name"} and _ADDRESS.match(value):
        return "source_link"  # also one that nobody may follow: whoever reads it finds the problem
    if facts.address(value) or (facts.host(value) and "source_name" not in roles and "contact" not in roles):
        return "source_link"
    for role in sorted(roles, key=lambda role: (role == "field", role)):
        if _TESTS.get(role, is_label)(value):
            return role
    return "source_name" if "source_link" in roles and is_label(value) else None


def _unknown(key: str, value: str) -> Pair | None:
    """A field by its look: a short key, of whose words one may be known, and a short value of the sort."""
    if facts.address(value) and len(key.split()) <= 9 and not key.startswith("http"):
        return Pair(key, value, "source_link", False)
    if len(key) > 32 or len(key.split()) > 4 or not value or not key[:1].isalpha() or not is_label(value):
        return None
    if value.endswith(SENTENCE_END) or value.startswith(_QUOTED):  # She said: “We stay.”
        return None
    return Pair(key, value, _told(key, value), False)


def _told(key: str, value: str) -> str:
    """The role of a key that nobody knows, by the words in it: of all roles that known keys with such words have, the
    one that the value can be of. Where they do not agree it is a field."""
    by_word = [roles for roles in map(_roles_of, _WORD.findall(folded(key))) if roles]
    if not by_word:
        return "field"
    dated = is_date(value)
    said: set[str] = set()
    for roles in by_word:
        fit = [role for role in roles if (role in _OF_FIGURES if dated else role not in DATES)]
        said.update(fit if len(fit) == 1 else ())
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
    """`Published 3 March 2025`, `Source https://…`, `Author – Jane Doe`: a known key before a date or an address."""
    if len(line) > 300:
        return None
    line = line.strip("()[]") if line[:1] in "([" else line
    barred = _BARRED.match(line) if "|" in line or "｜" in line else None
    if barred is not None and (of_key := keys().roles.get(folded(barred[1]))):
        role = fitting(of_key, barred[2])
        return Pair(barred[1], barred[2], role, True) if role else None
    first = line.split(None, 1)[:1]
    if not first or folded_word(first[0]) not in keys().first:
        return None
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
        dashed = line[len(key) :].lstrip()[:1] in ("|", "-", "–", "—", "=")
        if dashed and (role := fitting(of_key, value)):
            return Pair(key, value, role, True)
    return None


_BARRED = re.compile(r"([^|｜\s]{1,30}+)[|｜]\s?([^|｜]{2,160})\Z")


@functools.lru_cache(maxsize=2048)  # a value is looked at where the line is cut, and as a field
def is_date(value: str) -> bool:
    """Whether a value is a date, as far as its look goes; an impossible one is."""
    return (
        4 <= len(value) <= 80
        and any(map(str.isdigit, value))
        and (dates.is_date_line(value) or _DATE_LOOK.fullmatch(value) is not None or dates.names_a_day(value))
    )


def is_key(text: str) -> bool:
    """Whether a text is a key of the vocabulary.

    >>> is_key("Original article"), is_key("Read also")
    (True, False)
    """
    return folded(text) in keys().roles


def is_date_key(text: str) -> bool:
    """Whether a text is a key that announces when the article was published or changed.

    >>> is_date_key("Posted on"), is_date_key("Author")
    (True, False)
    """
    return not keys().roles.get(folded(text), frozenset()).isdisjoint(DATES)


def announces_change(text: str) -> bool:
    """Whether a text is a key that announces when the article was changed.

    >>> announces_change("Last updated"), announces_change("Posted on")
    (True, False)
    """
    return "update_date" in keys().roles.get(folded(text), ())


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
    words = list(re.findall(r"[^\W\d_]+", value))
    cased = [word for word in words if word[0].islower() or word[0].isupper()]
    return 1 <= len(words) <= 40 and (
        len(words) < 5 or not cased or sum(word[0].isupper() for word in cased) >= 0.4 * len(cased)
    )


_TESTS: dict[str, Callable[[str], bool]] = {
    "source_link": lambda value: False,
    "publish_date": is_date,
    "update_date": is_date,
    "author": is_people,
    "tags": lambda value: len(value) <= 600 and not value.endswith("."),
    "copyright": lambda value: facts.copyright(value) or is_label(value),
    "licence": lambda value: facts.licence(value) is not None or is_label(value),
    "contact": lambda value: len(value) <= 200 and _CONTACT.search(value) is not None,
}


LONGEST_KEY = 60  # code points of a line that is a key alone
BEFORE_A_VALUE = (":", "：", "|", "-", "–", "—", "=")  # what parts a key from its value


def awaits(line: str, below: str) -> bool:
    """Whether a line is a known key without a value, and the line below can be its value."""
    if len(line) > LONGEST_KEY or len(below) > 300 or not line.rstrip().endswith(BEFORE_A_VALUE):
        return False
    here = pair(line)
    if here is None or not here.known or here.value:
        return False
    there = pair(below)
    if there is not None and not there.known and is_date(below):
        there = None
    if facts.copyright(below) or (there is not None and (there.known or not below.startswith("http"))):
        return False
    roles = keys().roles[folded(here.key)]
    fits = fitting(roles, below)
    return bool(fits) and (fits in DATES or not is_date(below))


def language_of(key: str) -> str | None:
    """The language in which a key is written, None where nobody knows it."""
    return keys().languages.get(folded(key))


def _known(role: str, line: str) -> Mapping[str, str] | None:
    found = pair(line)
    if found is None or not found.known or _ROLE_OF.get(found.role, found.role) != role:
        return None
    return {"key": found.key, FEEDS.get(found.role, "value"): found.value}


_ROLE_OF = {"title": "field", "location": "field"}


def _keyed_byline(line: str) -> Mapping[str, str] | None:
    found = _known("author", line)
    return found if found is not None and found["authors"] else None


def _guessed(line: str) -> Mapping[str, str] | None:
    found = pair(line)
    return (
        {"key": found.key, "value": found.value} if found and not found.known and found.role != "source_link" else None
    )


def _dated(line: str) -> Mapping[str, str] | None:
    found = pair(line)
    if found is None or found.known or len(found.key.split()) > 2 or not is_date(found.value):
        return None
    return {"key": found.key, "value": found.value}


def _brief(line: str) -> Mapping[str, str] | None:
    found = pair(line)
    if found is None or found.known or found.role == "source_link" or len(found.value) > 40:
        return None
    listed = any(comma in found.value for comma in (", ", "、", "，"))
    if len(found.key.split()) > 3 or ((listed or len(found.value.split()) > 3) and not is_date(found.value)):
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
        ),
        "Source of the river: unknown to this day, although three expeditions went to look for it and came back.",
        "Quellenangabe Flutbuch: Der Bote",
    ),
    _rule(
        "author",
        "Who wrote; empty in many dumps.",
        (
            ("Author :", {"key": "Author", "authors": ""}),
            ("Autor: Jörg Väth", {"key": "Autor", "authors": "Jörg Väth"}),
        ),
        "Author: the word comes from Latin and meant someone who makes a thing grow, as the dictionary says.",
        "Our journalist abroad: Jane Doe",
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
        (("Tags: ferries, harbours, islands", {"key": "Tags", "tags": "ferries, harbours, islands"}),),
        "Tags along: how a dog joined the march.",
        "Hashtag Flutbuch: Hafen",
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
        hits=(("Eingang: 12.03.2024, 10:15", {"key": "Eingang", "value": "12.03.2024, 10:15"}),),
        misses=(
            "Eingang: nur hinten",
            "Published: 12.03.2024",
            "On Monday, 12 March 2024: rain",
            "Eingang der Post: 12.03.2024",
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
        ),
        misses=(
            "Elections: What the two sides promise to voters",
            "He said: no.",
            "Author: Jane Doe",
            "Reisewetter: Donaudampfschifffahrtsgesellschaftskapitän",
            "Fine: https://a.example/",
            "Sorte: 東京、大阪",
            "Sorte: 红，蓝",
            "Gegenwind: Ziele, Chancen",
            "Leiter der alten Werft: Anna",
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
