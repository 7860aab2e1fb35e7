"""Fields: a key and its value on a line. The keys are vocabulary (`keys.tsv`); the value must be what a key announces."""

import functools
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from syndclean import dates, facts
from syndclean.document import Role
from syndclean.facts import folded
from syndclean.rule import LineRule

_LOCK = threading.Lock()
_folded_word = functools.lru_cache(maxsize=4096)(folded)  # beside colons, a few words come back on every page
_SEPARATED = re.compile(r"[\s•*·|/\[(–—-]{0,6}([^:：՝\n]{1,60}?)\s{0,2}[:：՝]\s{0,3}(?!//)(.*)", re.S)
_COLON = re.compile(r"[:：՝]")
_LATEST_COLON = 70  # characters: a key is no longer, with what stands around it
_WORD = re.compile(r"[^\W_]+")
_CONTACT = re.compile(r"\S@\S|\+?\d[\d ()/.-]{5,}|https?://|www\.")
_QUOTED = tuple("\"“”„«»‘「『")
_ADDRESS = re.compile(
    r"\W{0,3}(?:[a-z][a-z0-9+.-]{1,15}://|(?:javascript|vbscript|data|file|blob|about|view-source|mailto|intent):\S)", re.I
)
_SENTENCE_END = (".", "!", "?", "。", "！", "？", "।")

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


class _Keys(NamedTuple):
    roles: dict[str, frozenset[str]]
    words: dict[str, str]  # a word that stands in the keys of one role only
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


@functools.cache
def _loaded() -> _Keys:
    roles: dict[str, set[str]] = {}
    languages: dict[str, str] = {}
    for role, language, key in vocabulary("keys.tsv", "keys-more.tsv"):
        roles.setdefault(folded(key), set()).add(role)
        languages.setdefault(folded(key), language)
    words: dict[str, set[str]] = {}
    for key, of_key in roles.items():
        for word in _WORD.findall(key):
            words.setdefault(word, set()).update(of_key)
    telling = {word: next(iter(r)) for word, r in words.items() if len(r) == 1 and len(word) > 3}
    first = frozenset(key.split(" ", 1)[0] for key in roles)
    last = frozenset(key.rsplit(" ", 1)[-1] for key in roles)
    return _Keys({key: frozenset(r) for key, r in roles.items()}, telling, languages, first, last)


@functools.cache
def _keys() -> _Keys:
    with _LOCK:  # for those who ask first, all at once
        return _loaded()


@functools.lru_cache(maxsize=512)
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
    match = _SEPARATED.fullmatch(line) if _COLON.search(line, 0, _LATEST_COLON) else None
    if match and line[match.end(1) - 1].isdigit() and match[2][:1].isdigit():  # a time parts no key from a value
        match = None
    if match:
        key, value = match[1].strip(" -–—*_"), match[2].strip()
        if line[:1] in "([" and value[-1:] in ")]" and "(" not in value and "[" not in value:  # around both
            value = value[:-1].rstrip()
        roles = _keys().roles.get(folded(key))
        if roles:
            role = _fitting(roles, value)
            return Pair(key, value, role, True) if role else None
        return _unknown(key, value) if line[match.end(1) :].lstrip()[0] != "՝" else None  # it parts words as well
    return _without_colon(line)


def _fitting(roles: frozenset[str], value: str) -> str | None:
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
    if value.endswith(_SENTENCE_END) or value.startswith(_QUOTED):  # She said: “We stay.”
        return None
    words = _keys().words
    said = {words[word] for word in _WORD.findall(folded(key)) if word in words}
    role = said.pop() if len(said) == 1 else "field"
    if role == "source_link" or not _TESTS.get(role, is_label)(value):
        role = "field"
    return Pair(key, value, role, False)


def _without_colon(line: str) -> Pair | None:
    """`Published 3 March 2025`, `Source https://…`, `Author – Jane Doe`: a known key before a date or an address."""
    if len(line) > 300:
        return None
    line = line.strip("()[]") if line[:1] in "([" else line
    barred = _BARRED.match(line)
    if barred is not None and (of_key := _keys().roles.get(folded(barred[1]))):
        role = _fitting(of_key, barred[2])
        return Pair(barred[1], barred[2], role, True) if role else None
    first = line.split(None, 1)[:1]
    if not first or _folded_word(first[0]) not in _keys().first:
        return None
    words = line.split(None, 6)
    roles = _keys().roles
    for n in range(min(5, len(words) - 1), 0, -1):
        key = " ".join(words[:n])
        of_key = roles.get(folded(key.rstrip(" |-–—=")))
        if not of_key:
            continue
        value = line[line.index(words[n - 1], len(" ".join(words[: n - 1]))) + len(words[n - 1]) :].strip(" |-–—=")
        dated = of_key.intersection(_DATES)
        if dated and is_date(value):
            return Pair(key, value, min(dated), True)
        if "source_link" in of_key and facts.address(value):
            return Pair(key, value, "source_link", True)
        if "source_name" in of_key and facts.agency(value):
            return Pair(key, value, "source_name", True)
        dashed = line[len(key) :].lstrip()[:1] in ("|", "-", "–", "—", "=")
        if dashed and (role := _fitting(of_key, value)):
            return Pair(key, value, role, True)
    return None


_BARRED = re.compile(r"([^|｜\s]{1,30}+)[|｜]\s?([^|｜]{2,160})\Z")


@functools.lru_cache(maxsize=512)  # a value is looked at where the line is cut, and as a field
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
    return folded(text) in _keys().roles


def is_date_key(text: str) -> bool:
    """Whether a text is a key that announces when the article was published or changed.

    >>> is_date_key("Posted on"), is_date_key("Author")
    (True, False)
    """
    return not _keys().roles.get(folded(text), frozenset()).isdisjoint(_DATES)


def announces_change(text: str) -> bool:
    """Whether a text is a key that announces when the article was changed.

    >>> announces_change("Last updated"), announces_change("Posted on")
    (True, False)
    """
    return "update_date" in _keys().roles.get(folded(text), ())


_DATE_LOOK = re.compile(r"[\d\s:.,/TZ+-]{6,40}")


def is_label(value: str) -> bool:
    """Whether a value is a name or a few words rather than prose.

    >>> is_label("Le Figaro avec AFP"), is_label("We asked the mayor twice. He did not answer.")
    (True, False)
    """
    if len(value) > 160:
        return False
    words = value.split()
    return len(words) <= 16 and not (len(words) > 6 and value.endswith(_SENTENCE_END)) and ". " not in value[8:-8]


def is_people(value: str) -> bool:
    """Whether a value can be names of people: a few words, and not all of them small."""
    if len(value) > 250 or (value.endswith(_SENTENCE_END) and len(value.split()) > 8):
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


# ---- lines that hold more, or less, than one field -----------------------------------------------------------------

# A character class leads, so that `re` runs from one of these to the next: | and •, a tab, much space, //.
_BAR = re.compile(r"[\s|｜•·¦](?:(?<=[|｜•·¦])\s|(?<=\s)[|｜•·¦]\s|(?<=\t)|(?<=\s)(?:\s{2,}|//\s))")
LONGEST_KEY = 60  # code points of a line that is a key alone
_TAIL = 400  # a field glued to a sentence is looked for in so many characters at the end of a line


def cuts(text: str, rounds: int = 4) -> list[int]:
    """Where a line is to be cut: between its fields, and before a field that is glued to a sentence.

    What was cut is looked at again, `rounds` times at most.

    >>> cuts("Source: The Courier | Author: Jane Doe"), cuts("It ended well.Source: https://a.example/x")
    ([22], [14])
    """
    if ":" not in text and "：" not in text and (len(text) > _DATED or not _TWO_YEARS.search(text)):
        return []
    return list(_cuts_of_short(text, rounds) if len(text) <= _SHORT else _cuts(text, rounds))


def _cuts(text: str, rounds: int) -> tuple[int, ...]:
    places = _between_bars(text) or _between_dates(text) or _before_keys(text)
    places = places or _between_keys(text) or _behind_a_date(text) or _behind_prose(text)
    if not places or not rounds:
        return tuple(places)
    out = list(places)
    for start, end in pairwise((0, *places, len(text))):
        out += [start + at for at in cuts(text[start:end], rounds - 1)]
    return tuple(sorted(out))


_SHORT = 300  # code points of a line that may well come back on other pages
_cuts_of_short = functools.lru_cache(maxsize=4096)(_cuts)


def _between_bars(text: str) -> list[int]:
    """Where the fields of a line begin that are parted by bars; nothing where fewer than two of them are known."""
    if len(text) > 2000:
        return []
    starts = [0, *(m.end() for m in _BAR.finditer(text))]
    if len(starts) == 1:
        return []
    found = [pair(_BAR.sub("", text[a:b]).strip()) for a, b in pairwise((*starts, len(text)))]
    if sum(one is not None and one.known for one in found) < 2:
        return []
    return [start for start, one in zip(starts[1:], found[1:], strict=True) if one is not None]


def _between_dates(text: str) -> list[int]:
    """Where the last date with a key of its own begins behind another one: `Published 3 May 2025 Updated 4 May 2025`."""
    if len(text) > _DATED:
        return []
    figures = [match.start() for match in _FIGURE.finditer(text)]
    if len(figures) < 2:
        return []
    low, high = figures[0], figures[-1]  # a date has a figure, so the key stands between two of them
    first = _keys().first
    for word in reversed(list(facts.LETTERS.finditer(text, 8, high + 1))):
        at = word.start()
        if at > low and _folded_word(word[0]) in first and text[at - 1] not in _INSIDE_A_WORD:
            field = pair(text[at:])
            if field is not None and field.role in _DATES and is_date(field.value):
                at = _longer(text, at)
                before = text[:at].strip(_BETWEEN)
                known = pair(before)
                dated = dates.is_date_line(before) if known is None else known.role in _DATES and is_date(known.value)
                return [at] if dated else []
    return []


def _longer(text: str, at: int) -> int:
    """Where the key of a date begins, when words more in front of it make a key as well: `modifié le`, `mis à jour le`."""
    found = at
    for word in list(_NOT_SPACE.finditer(text, max(0, at - 40), at))[:-5:-1]:
        if _folded_word(word[0]) in _keys().first:
            field = pair(text[word.start() :])
            if field is not None and field.role in _DATES and is_date(field.value):
                found = word.start()
    return found


_FIGURE = re.compile(r"[\d年月日号號時时點点分]")  # Han numbers stand before one of these
_TWO_YEARS = re.compile(r"20\d\d(?=.{4,60}20\d\d)")
_DATED = 200  # code points of a line with two dates
_DATES = ("publish_date", "update_date")
_BETWEEN = " \t\u00a0|•·,;/()–—-"
_INSIDE_A_WORD = tuple("'’-_.")


def _between_keys(text: str) -> list[int]:
    """Where the fields of a line begin that nothing but spaces part; nothing where one piece is no field that is known.

    `Source: https://a.example/x Author: Jane Doe Date: 3 May 2025`.
    """
    keys = _keys()
    if len(text) > _IN_A_ROW:
        return []
    starts = [0]
    for colon in list(_COLON.finditer(text))[:_MOST_FIELDS]:
        low = max(starts[-1] + 1, colon.start() - 50)
        last = text[low : colon.start()].split()[-1:]
        if not last or _folded_word(last[0]) not in keys.last or (starts == [0] and is_key(text[: colon.start()])):
            continue
        words = list(_NOT_SPACE.finditer(text, low, colon.start()))[-4:]
        begins = (word.start() for word in words if text[word.start() - 1].isspace())
        starts += next(([at] for at in begins if folded(text[at : colon.start()]) in keys.roles), [])
    if len(starts) == 1:
        return []
    found = [pair(text[a:b].strip()) for a, b in pairwise((*starts, len(text)))]
    first = text[: starts[1]]
    signed = not _COLON.search(first) and facts.without_lead(first) != first  # By Jane Doe Published: 3 May 2025
    if found[0] is None and (signed or dates.is_date_line(first)):  # 2025-05-03 08:15 来源：港口日报
        found = found[1:]
    whole = all(one is not None and _is_whole(one) for one in found)
    return starts[1:] if whole and any(one is not None and one.role != "credit" for one in found) else []


def _is_whole(field: Pair) -> bool:
    """Whether a field of a row is complete: of credits that go on behind a comma, or with another key, it is not, and
    behind its date nothing but a zone may stand."""
    if field.role in _DATES and len(field.value) - dates.read(field.value).end > _ZONE:
        return False
    return field.known and not field.value.endswith(",") and (field.value != "" or field.role != "credit")


_ZONE = 8  # code points
_NOT_SPACE = re.compile(r"\S+")
_IN_A_ROW, _MOST_FIELDS = 600, 16  # code points of a line, and colons on it


def _behind_a_date(text: str) -> list[int]:
    """Where notices of copyright begin that are glued to the date of a field: `Date: 2025-05-03© 2025 The Courier`."""
    out: list[int] = []
    end = len(text)
    for match in reversed(list(_DIGIT_ENDS.finditer(text))[-_MOST_FIELDS:] if end <= _IN_A_ROW else []):
        at = match.end()
        values = _behind_date_keys(text[max(0, at - _IN_ONE) : at])
        if values and facts.copyright(text[at:end].strip()) and any(map(is_date, values)):
            out.append(at)
            end = at
    return out[::-1]


def _behind_date_keys(text: str) -> list[str]:
    """What stands behind the keys of a date in a text, up to its end."""
    out = []
    for colon in list(_COLON.finditer(text))[-_IN_A_TIME:]:
        words = list(_NOT_SPACE.finditer(text, 0, colon.start()))[-4:]
        if any(is_date_key(text[word.start() : colon.start()]) for word in words):
            out.append(text[colon.end() :].strip())
    return out


_IN_ONE, _IN_A_TIME = 80, 4  # code points of a field with a date; colons in one, the key's among them


def _behind_prose(text: str) -> list[int]:
    """Where a row of fields begins that stands behind the last sentence of a line."""
    keys = _keys()
    low = max(0, len(text) - _IN_A_ROW)
    for match in list(_BEHIND_SENTENCE.finditer(text, low))[:_TRIED]:
        at, key = match.end(), match["key"]
        if folded(key) in keys.roles and (_between_keys(text[at:]) or _behind_a_date(text[at:])):
            return [at]
    return []


_TRIED = 4  # sentences with a key behind them
_BEHIND_SENTENCE = re.compile(r"[.!?…。！？।][\"”’»)]?\s{1,3}(?=(?P<key>[^\W\d_][^:：.!?\n]{1,40}?)\s?[:：])")
_DIGIT_ENDS = re.compile(r"\d\s?(?=[^\W\d_]|[©ⓒ(])")


def _before_keys(text: str) -> list[int]:
    """Where known keys begin that are glued to what stands before."""
    out: list[int] = []
    while at := _glued(text[: out[-1]] if out else text):
        out.append(at)
    return out[::-1]


def _glued(text: str) -> int:
    """Where the last known key begins that stands behind a sentence, an address or a small letter; 0 where none does."""
    low = max(0, len(text) - _TAIL)
    keys = _keys()
    for colon in reversed(list(_COLON.finditer(text, low))):
        begin = max(low, colon.start() - 50)
        before = text[begin : colon.start()].rstrip()
        words = before.replace("\u00a0", " ").split(" ")
        ends_key = _folded_word(words[-1]) in keys.last
        for n in range(min(5, len(words)) if ends_key else 1, 0, -1):
            first = words[-n]
            for at in _inner_starts(first)[0 if ends_key else 1 :]:
                key = " ".join((first[at:], *words[len(words) - n + 1 :]))
                start = begin + len(before) - len(key)
                ended = _last_sign(text, start)
                if not ended or not (at or ended in _SENTENCE_END):
                    continue
                of_key = keys.roles.get(folded(key))
                if not of_key:
                    continue
                value = text[colon.end() :].strip()
                strict = facts.address(value) or is_date(value) or facts.host(value)
                fits = at or not (first[:1].islower() or value[:1].islower() or value.endswith(_SENTENCE_END))
                if strict or (fits and len(value) <= 80 and (at or of_key & _INLINE) and _fitting(of_key, value)):
                    return start
    return 0


def _last_sign(text: str, end: int) -> str:
    """The last character before `end` that is no white space."""
    return text[max(0, end - 1) : end].strip() or text[: max(0, end)].rstrip()[-1:]


_INLINE = frozenset(("author", "source_name", "agency", "copyright"))  # such a field may stand behind a sentence


@functools.lru_cache(maxsize=4096)
def _inner_starts(word: str) -> tuple[int, ...]:
    """Where a key can begin in a word: at its beginning, or where a capital follows what is none."""
    if word.islower() or word.isdecimal():
        return (0,)
    return (
        0,
        *(
            i
            for i in range(1, len(word))
            if word[i - 1] in "。！？"
            or (word[i].isupper() and (word[i - 1].islower() or word[i - 1].isdigit() or word[i - 1] in '.!?)”"»…'))
        ),
    )


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
    roles = _keys().roles[folded(here.key)]
    fits = _fitting(roles, below)
    return bool(fits) and (fits in _DATES or not is_date(below))


def language_of(key: str) -> str | None:
    """The language in which a key is written, None where nobody knows it."""
    return _keys().languages.get(folded(key))
