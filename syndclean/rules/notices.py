"""Lines known by what they are made of: a date, a byline, a notice of rights, an agency, an address, a count."""

import functools
import re
from collections.abc import Mapping
from itertools import islice
from typing import NamedTuple

from syndclean import dates, facts
from syndclean.facts.agencies import exact_agency
from syndclean.facts.bylines import said_once
from syndclean.facts.vocabulary import LETTER, UNPARTED
from syndclean.rule import LineRule, compiled
from syndclean.rules import fields, lines, phrases
from syndclean.rules.keys import DATES, announces_change, is_date_key, keys
from syndclean.rules.spoken import speaks_of_itself
from syndclean.rules.words import entries

_COUNT = re.compile(r"[^\w\s]{0,3}\s?[\d.,:]{1,12}\s?(?:[kKmM]|min|MB|KB)?[^\w\s]{0,3}")
_PARTICLES = frozenset(
    [
        "de",
        "la",
        "van",
        "von",
        "der",
        "den",
        "da",
        "di",
        "du",
        "dos",
        "das",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "y",
        "e",
        "et",
        "and",
        "und",
        "och",
        "og",
        "en",
        "ja",
        "i",
        "и",
        "та",
        "a",
        "ve",
        "ben",
        "ter",
        "ten",
        "zu",
        "del",
        "della",
        "staff",
        "writer",
        "reporter",
        "correspondent",
        "editor",
        "for",
        "in",
        "with",
        "avec",
        "mit",
        "con",
        "com",
        "med",
        "met",
        "dla",
        "z",
    ]
)
_NETWORKS = re.compile(
    r"(?:(?:facebook|twitter|x|twitter-x|whatsapp|telegram|linkedin|pinterest|e-?mail|mail|reddit|instagram|youtube|"
    r"tik ?tok|messenger|viber|line|vk|ok|xing|flipboard|bluesky|mastodon|threads|tumblr|pocket|print|copy link|rss|"
    r"google\+|google news|wechat|weibo|sms|snapchat|skype|kakaotalk|вконтакте|одноклассники|微信|微博)[\s,|/•·]{0,4}){1,12}",
    re.I,
)


# The beginnings of the names of networks in the scripts in which they are written.
_ON_A_NETWORK = re.compile(
    r"\b(?:facebook|fejsb|twitter|whats ?app|telegram|instagram|youtube|tik ?tok|linkedin|viber|google|zalo|messenger|threads"
    r"|фейсбу|фејсб|телегра|вайбер|вајбер|вибер|инстаграм|інстаграм|ютуб|вконтакт|одноклассник|дзен|гугл"
    r"|فيسبوك|واتس|تليجرام|تلغرام|تيليجرام|تويتر|انستغرام|إنستغرام|يوتيوب|تلگرام|اینستاگرام|ایتا|بله|فیس|واٹس|یوٹیوب"
    r"|פייסבוק|בפייסבוק|בטלגרם|בוואטסאפ|טלגרם|וואטסאפ|באינסטגרם"
    r"|फेसबुक|व्हाट्सए|व्हाट्सॲ|वॉट्सए|टेलीग्राम|टेलिग्राम|ट्विटर|यूट्यूब|इंस्टाग्राम|ফেসবুক|হোয়াটসঅ্যাপ|ইউটিউব|টেলিগ্রাম|গুগল"
    r"|ஃபேஸ்புக்|வாட்ஸ்அப்|வாட்ஸ்|டெலிகிராம்|ట్విట్టర్|ఫేస్‌బుక్|వాట్సాప్|టెలిగ్రామ్|ವಾಟ್ಸಾಪ್|ಫೇಸ್‌ಬುಕ್|വാട്സ്|ഫേസ്ബുക്ക്|ફેસબુક|વોટ્સ"
    r"|ფეისბუქ|ტელეგრამ|ֆեյսբուք|տելեգրամ)",
    re.I,
)


class _Followed(NamedTuple):
    selves: dict[str, frozenset[str]]  # by each verb the words of a site for itself, of the languages that have the verb
    verbs: frozenset[str]


@functools.cache
def _followed() -> _Followed:
    out: dict[str, frozenset[str]] = {}
    for entry in entries("follow_words.txt"):
        verbs, selves = (frozenset(words.split("|")) for words in entry.casefold().split("\t"))
        for verb in verbs:
            out[verb] = out.get(verb, frozenset()) | selves
    return _Followed(out, frozenset(out))


def _follow(line: str) -> Mapping[str, str] | None:
    """A verb of following, a word of the site for itself, and the name of a network; what somebody says asks nobody."""
    words, followed = facts.said(line), _followed()
    asks = any(not words.isdisjoint(followed.selves[verb]) for verb in words & followed.verbs)
    return {} if asks and _ON_A_NETWORK.search(line) and not _QUOTES.search(line) else None


_QUOTES = re.compile("[“”„«»「\"]")


def _date(line: str) -> Mapping[str, str] | None:
    dated = len(line) <= 90 and dates.is_date_line(line) and (_YEAR.search(line) or not dates.is_time(line))
    return {"published_at": line} if dated else None


def _ago(line: str) -> Mapping[str, str] | None:
    """The key of a date and, with a colon or without, how long ago that was."""
    for match in islice(_WORD_ENDS.finditer(line), _OF_A_DATE_KEY):
        if is_date_key(line[: match.start()]) and dates.is_relative_time(line[match.end() :]):
            return {}
    return None


@functools.cache
def _dating() -> frozenset[str]:
    """The words with which the keys of dates begin."""
    known = keys().roles.items()
    return frozenset(key.split(" ", 1)[0] for key, roles in known if not roles.isdisjoint(DATES))


def _may_date(line: str) -> bool:
    return facts.folded(_WORD_ENDS.split(line, 1)[0]) in _dating()


_WORD_ENDS = re.compile(r"\s?[:：]\s?|\s")
_OF_A_DATE_KEY = 4  # words at most


def _newsroom(line: str) -> Mapping[str, str] | None:
    """Two words or more that are the key of an author and nothing else but where that was."""
    who, _, place = line.partition(",")
    said = " " in who and keys().roles.get(facts.folded(who)) == _OF_AN_AUTHOR
    return {} if said and len(place.split()) <= _OF_A_TOWN else None


_OF_A_TOWN = 2  # words


_OF_AN_AUTHOR = frozenset(("author",))


def _dateline(line: str) -> Mapping[str, str] | None:
    """A dateline with a date or an agency, or in the brackets of Japan, and nothing behind it."""
    town = _TOWN_AND_AGENCY.fullmatch(line)
    if town is not None and (agency := exact_agency(town["agency"])):
        return {"location": town["place"], "agency": agency}
    dated = _TOWN_AND_DAY.fullmatch(line)
    if dated is not None and dates.is_date_line(dated["day"]):
        filed = dated["day"] if _YEAR.search(line) else None
        return {"location": dated["place"]} | ({"published_at": filed} if filed else {})
    said = facts.dateline(line) if line[-1:] in _ENDS_A_DATELINE or _ends_with_agency(line) else None
    if said is None or said.length < len(line) or not (said.date or said.agency or line[0] == "【"):
        return None
    filed = said.date if said.date and _YEAR.search(said.date) else None
    given = (("location", said.location), ("published_at", filed), ("agency", said.agency))
    return {name: value for name, value in given if value}


# One word is a town, two may be who took a picture; a day behind a town in capitals.
_TOWN_AND_AGENCY = compiled(r"(?P<place>\p{Lu}\p{L}{2,24}(?:[-/]\p{L}{2,24})?) \((?P<agency>[\p{L} ]{2,12})\)")
_TOWN_AND_DAY = compiled(
    r"(?P<place>\p{Lu}[\p{Lu}.'’-]{2,24}(?: [\p{Lu}.'’-]{2,24}){0,2})(?: \(\p{Lu}[\p{Lu} ]{1,20}\))?, (?P<day>\d{1,2}\D.{2,40})"
)
_ENDS_A_DATELINE = frozenset("-–—=】:")
_DAY_AND_HOUSE = re.compile(r"\A[^a-zß-ÿ]{3,60}\d[^()]{0,12}\([^()]{2,30}\)\Z")  # no picture is of a town in capitals


def _ends_with_agency(line: str) -> bool:
    """Whether a short line ends with an agency behind a day, or behind a slash as in Arabic: Bakı, 17 aprel, AZƏRTAC;
    or with one in brackets behind a town in capitals and a day."""
    if _DAY_AND_HOUSE.match(line):
        return True
    if len(line) > _AGENCY_LAST or not _DIGIT_OR_SLASH.search(line) or not _DAY_OR_SLASH.search(line):
        return False
    return facts.agency(line.rpartition(" ")[2]) is not None and not lines.of_a_picture(line[:_BEGINS])


_AGENCY_LAST, _BEGINS = 60, 6  # characters
_DIGIT_OR_SLASH = re.compile(r"[\d/]")
_DAY_OR_SLASH = re.compile(r"[^\W\d_][ ,]\s?\d.{1,40} \w|[\u0600-\u06ff]\s?/\s")


def _date_of_dispatch(line: str) -> Mapping[str, str] | None:
    """A day with its time in brackets, or a date with its key behind it."""
    if line[-1] in ")）":
        inner = line[1:-1]
        if line[0] in "(（" and _KEY_BEHIND.fullmatch(inner):
            return _date_of_dispatch(inner)
        dated = line[0] in "(（" and _CLOCK.search(inner) and _YEAR.search(inner) and dates.is_date_line(inner)
        return {"published_at": inner} if dated else None
    glued = _KEY_BEHIND.fullmatch(line)
    stamp, key = glued.groups() if glued else line.rsplit(" ", 1) if " " in line else ("", "")
    if not (glued or is_date_key(key)) or not dates.is_date_line(stamp):
        return None
    return {"updated_at" if announces_change(key) else "published_at": stamp}


def _may_be_dispatched(line: str) -> bool:
    """Whether a bracket ends a line, or it begins with a year as those do that end with the key of their date."""
    return line[-1] in ")）" or _YEAR.match(line) is not None or _KEY_BEHIND.fullmatch(line) is not None


_KEY_BEHIND = re.compile(r"(\d.{2,30}\d) ?(配信|更新|掲載|公開|修改)")


_CLOCK = re.compile(r"\d:\d\d")


def _date_among(line: str) -> Mapping[str, str] | None:
    """One date with a year among other pieces of a few words."""
    dashed = _DASHED.fullmatch(line)
    pieces = dashed.groups() if dashed else _BARRED.split(line)
    if len(pieces) == 1:
        return None
    said = [piece for piece in pieces if _YEAR.search(piece) and dates.is_date_line(piece)]
    if len(said) != 1 or any(len(piece.split()) > 4 for piece in pieces if piece != said[0]):
        return None
    given = {"published_at": said[0]}
    house = next(filter(None, map(exact_agency, pieces)), None)
    return given | {"agency": house} if house else given


_YEAR = re.compile(r"(?:19|20)\d\d")
_BARRED = re.compile(r"\s[|•·‧/]\s|｜")
_DASHED = re.compile(r"(\D{2,40}?) [–—-] ([^|•·]*)")


def _stamp(line: str) -> Mapping[str, str] | None:
    return {} if len(line) <= 90 and dates.is_date_line(line) else None


def _relative(line: str) -> Mapping[str, str] | None:
    return {} if len(line) <= 60 and dates.is_relative_time(line) else None


@functools.lru_cache(maxsize=256)
def byline(line: str) -> facts.Byline | None:
    """What a byline says, None where the line is none: a lead ("By", "Von", "Autor článku") and nothing but names, in
    Arabic papers with a colon at the end."""
    line = line.rstrip(" |｜")  # what stood behind a bar is cut off
    if "@" in line:
        line = _HANDLE_WITHIN.sub("", _MAIL_BEHIND.sub("", line))
    if line.endswith(":") and "\u0600" <= line[0] <= "\u06ff" and facts.without_lead(line, None) != line:
        line = line[:-1].rstrip()
    if not 4 <= len(line) <= 160 or ":" in line or "：" in line or _YEAR.search(line):
        return None  # with a colon it is a field, or a headline; with a year a date stands there too
    rest = facts.without_lead(line, None)
    if rest == line:
        named = facts.with_role(line)
        if not named and not _may_be_names(line):
            return None
        if not _names_agency(line):
            return facts.Byline((named,)) if named else None
    if not 0 < len(_LETTERS.findall(rest)) <= 16:
        return None
    names, _, role = rest.partition(",")
    has_role = rest != line and len(role.split()) < 6 and " " in names.strip() and role[-1:] != "."
    if not _may_be_names(names if has_role else rest):
        return None
    found = facts.authors(line)
    if rest == line and not any(" " in name for name in found.authors):
        return None
    return found if found.authors else None


_HANDLE_WITHIN = re.compile(r"(?<=\w)\s@\w{2,30}(?=\s|\Z)")
_MAIL_BEHIND = re.compile(r"[\s|,]{1,3}[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,40}){1,3}\Z")


def _may_be_names(text: str) -> bool:
    """Whether no word of a text is small but those that stand between names, and agencies that write themselves so."""
    words = (match[0] for match in _LETTERS.finditer(text))
    small = (word for word in words if word[0].islower() and word not in _PARTICLES)
    return all(len(word) < _SMALL_AGENCY and exact_agency(word) for word in small)


def _names_agency(line: str) -> bool:
    """Whether the first or the last of several names is an agency; by a bar or a bracket a picture would be credited,
    and so it is by its word: `Foto di …`."""
    pieces = _PARTED.split(line)
    ends = (pieces[0], pieces[-1]) if 1 < len(pieces) < 6 and not _PICTURE.search(line) else ()
    return not lines.of_a_picture(line.partition(" ")[0]) and any(map(exact_agency, ends))


def _pictured(line: str) -> Mapping[str, str] | None:
    """A word for pictures, perhaps a small one, names and, behind a comma or a slash, an agency."""
    word, _, rest = line.partition(" ")
    who, *house = _BEFORE_A_HOUSE.split(rest, maxsplit=1)
    if not house or facts.agency(house[0]) != house[0] or not lines.of_a_picture(word):
        return None
    return {} if _may_be_names(who.partition(" ")[2]) else None  # the first is a name, or small: by, di, von


_LETTERS = re.compile(rf"{LETTER}+")
_SMALL_AGENCY = 5  # characters: dpa, epd
_BEFORE_A_HOUSE = re.compile(r"\s?[,/]\s?")
_PARTED = re.compile(r",\s?|\s(?:and|und|et|y|e|og|och|en|i|и|with|mit|avec|con|com|med|met)\s")
_PICTURE = re.compile(r"[/()|©]")


def _byline(line: str) -> Mapping[str, str] | None:
    return {"authors": line} if byline(line) else None


_AROUND = " \t\u00a0,|•·–—-"
_ON = re.compile(r"(?:\A|\s)(?:on|at|am|vom|le|du|il|del|el|em|den|op|på|dne|dnia)\Z")


@functools.lru_cache(maxsize=256)
def byline_dated(line: str) -> Mapping[str, str] | None:
    """A byline and a date beside it, perhaps with its key: `By Jo Lind on 3 March 2025`, `Posted 3 March 2025 by …`."""
    if len(line) > 120 or not _YEAR.search(line) or not facts.may_lead(line):
        return None
    pieces = _BARRED.split(line)
    clocked = len(pieces) == _WITH_TIME and dates.is_time(pieces[1]) and _YEAR.search(pieces[0])  # Feb 19, 2025 | 3:46 PM
    if len(pieces) > 1 and not clocked:
        said = [piece for piece in pieces if _YEAR.search(piece) and dates.is_date_line(piece)]
        at = line.find(said[0]) if said else 0
        if said and pieces[-1] != said[0] and dates.is_time(pieces[-1]) and dates.is_date_line(line[at:]):
            pieces, said = [*pieces[:-2], line[at:]], [line[at:]]  # March 3, 2025 | 8:15 AM
        named = [piece for piece in pieces if len(piece.split()) < 8 and byline(piece)]
        short = all(len(piece.split()) < 5 for piece in pieces if piece not in (*said, *named))
        return {"authors": named[0], "published_at": said[0]} if len(said) == len(named) == 1 and short else None
    by = next((at for at in _word_starts(line) if byline(line[at:])), len(line))
    dated, last = line[:by].rstrip(_AROUND), line[by:]
    if not last and facts.without_lead(line) == line:
        return None
    reading = dates.read(dated)
    if reading.end < len(dated):  # no date, or something behind it
        return None
    before = _ON.sub("", dated[: reading.start].rstrip(_AROUND)).strip(_AROUND)
    if not (not before or is_date_key(before) if last else byline(before)):
        return None
    return {"authors": last or before, "published_at": dated[reading.start :]}


_WITH_TIME = 2  # pieces


def _word_starts(line: str) -> list[int]:
    return [match.end() for match in re.finditer(r"\s+", line)]


def _rights(line: str) -> Mapping[str, str] | None:
    """A notice whole; what a key announces, without its key."""
    if not facts.copyright(line):
        return None
    field = fields.pair(line)
    if field is None or field.role != "copyright" or not field.value:
        return {"copyright": line}
    return {"key": field.key, "copyright": field.value}


def _licence(line: str) -> Mapping[str, str] | None:
    if len(line) > _LICENCE and _WHICH_LICENCE.search(line) is None:
        return None  # a sentence of the article may speak of licences, but hardly says which
    said = facts.licence(line)
    return {"licence": said} if said else None


_LICENCE = 160  # code points
_WHICH_LICENCE = re.compile(r"[1-4]\.0\b|\b(?:CC|Commons)[ -]BY|\bBY-[NS]")


def _agency(line: str) -> Mapping[str, str] | None:
    said = facts.agency(line) if len(line) <= 60 else None
    return {"agency": said} if said else None


def _with_agency(line: str) -> Mapping[str, str] | None:
    said = facts.with_agency(line)
    return {"agency": said} if said else None


def _address(line: str) -> Mapping[str, str] | None:
    return {"source_url": line} if len(line) < 600 and line.count(" ") < 2 and facts.address(line) else None


def _host(line: str) -> Mapping[str, str] | None:
    return {} if len(line) < 80 and " " not in line and facts.host(line) else None


def _name(line: str) -> Mapping[str, str] | None:
    """Two to four words as names of people have them, and nothing else but for whom or when they wrote."""
    name = _BEFORE_A_NAME.sub("", line)
    if _is_name(_FOR_A_HOUSE.sub("", name)):
        return {"authors": name}
    for match in _BEHIND_A_NAME.finditer(line):
        name, stamp = line[: match.start()], line[match.end() :]
        if _is_name(name) and (dated := _stamped(stamp, glued=not match[0])) is not None:
            return {"authors": name, **dated}
    return None


def _is_name(text: str) -> bool:
    parts = text.split()
    return (
        2 <= len(parts) <= 4
        and all(part in _PARTICLES or _NAME_PART.fullmatch(part) for part in parts)
        and parts[0][0].isupper()
        and parts[-1][0].isupper()
    )


def _stamped(stamp: str, glued: bool) -> Mapping[str, str] | None:
    """What a stamp behind a name says: how long ago it was written or how long it takes to read, or its date, which has
    a key or was glued to the name; behind a comma or a space the name could be that of a place."""
    if dates.is_relative_time(stamp) or _is_widget(stamp):
        return {}
    key, _, rest = stamp.partition(" ")
    if is_date_key(key) and dates.is_relative_time(rest):
        return {}
    field = fields.pair(stamp)
    if field is not None and field.known and field.role == "publish_date":
        return {"published_at": field.value}
    return {"published_at": stamp} if glued and _YEAR.search(stamp) and dates.is_date_line(stamp) else None


_BEFORE_A_NAME = re.compile(r"\A(?:[^\w\s\"'“”„«»‘’(\[#@]\s?){1,3}")
_FOR_A_HOUSE = re.compile(r"\s[(（][^()（）\d]{2,40}[)）]\Z")
_BEHIND_A_NAME = compiled(r"(?<=\p{Ll})(?:\s?[|•·–—]\s?|\s(?=\d)|(?=\d|\p{Lu}))")
_NAME_PART = compiled(r"\p{Lu}(?:\.|['’]?\p{L}?\p{Ll}{1,20}(?:['’-]?\p{Lu}?\p{Ll}{1,20}){0,2})")

_NAMES = (
    ("Margaret Oduya", {"authors": "Margaret Oduya"}),
    "Jean-Luc de la Tour",
    "J. O’Hara",
    "Käthe van Brömmel",
    ("Margaret Oduya|Published 4 months ago", {"authors": "Margaret Oduya"}),
    ("Margaret Oduya 2 minutes ago", {"authors": "Margaret Oduya"}),
    ("Margaret Oduya · 4 min read", {"authors": "Margaret Oduya"}),
    ("Margaret OduyaPublished 3 March 2025", {"authors": "Margaret Oduya", "published_at": "3 March 2025"}),
    ("Käthe van Brömmel12.03.2024, 10:15", {"authors": "Käthe van Brömmel", "published_at": "12.03.2024, 10:15"}),
    ("— Margaret Oduya", {"authors": "Margaret Oduya"}),
    ("Margaret Oduya (Harbour Press)", {"authors": "Margaret Oduya (Harbour Press)"}),
)
_NO_NAMES = (
    "Oduya", "Read more", "MARGARET ODUYA", "Margaret Oduya 2", "de la Tour", "Anna Berta Carla Dora Emma", "Anna von",
    "Port Ellery 3 March 2025", "Port Ellery | 3 March 2025", "Port Ellery, 3 March 2025", "Oduya 2 minutes ago",
    "Margaret OduyaUpdated 3 March 2025", "Margaret Oduya | Harbour", "Margaret Oduya12:30", "Published 3 March 2025",
)  # fmt: skip

# Asked only where something beside a line says that it may be one: see `steps.header`.
_name_alone = functools.partial(LineRule, read=_name, weight=4.0, longest=90, hits=_NAMES, misses=_NO_NAMES)
NAME = _name_alone(
    "header/name",
    "A name below a lead that stands alone, or beside a date or above a role, between the headline and the article.",
    "header",
    "byline",
)
NAME_BEHIND = _name_alone(
    "footer/name",
    "A name below a lead that stands alone, where the article has begun.",
    "footer",
    "author",
)


def _about_a_writer(line: str) -> Mapping[str, str] | None:
    return None if facts.introduced(line.lstrip(BEFORE_A_NAME)) is None and facts.scholar(line) is None else {}


BEFORE_A_NAME = "*•-–—·(_ "

# Asked only at the end of an article that does not tell of the name: see `steps.behind`.
ABOUT_WRITER = LineRule(
    "footer/about-writer",
    "Below an article, a name of which it does not tell, and what its bearer is or writes about.",
    "footer",
    "author",
    read=_about_a_writer,
    weight=4.0,
    longest=500,
    hits=(
        "Jo Lind is a reporter at the Pier Post.", "Jo Lind schreibt über Häfen und Schiffe.",
        "* Jo Lind es periodista y vive en Ellery.", "Jo Lind, Professor of Chemistry, Ellery University",
    ),
    misses=("Jo Lind is the mayor of Ellery.", "The harbour is a reporter's dream.", "Jo Lind said that she was a reporter."),
)


def _house(line: str) -> Mapping[str, str] | None:
    name = _IN_BRACKETS.sub("", line)
    short = len(name.split()) <= _OF_A_HOUSE and not name.endswith(_SENTENCE_END)
    return {"source_name": name} if short and not _A_DIGIT.search(name) else None


_OF_A_HOUSE = 5  # words
_IN_BRACKETS = re.compile(r"\s?\([^()]{2,30}\)\Z")  # The Pier Post (Ellery)

# Asked only where the address of the source or a notice of copyright names the same: see `steps.guessed`.
HOUSE = LineRule(
    "header/house",
    "The house that printed the article, between its headline and its beginning.",
    "footer",
    "source_name",
    read=_house,
    weight=4.0,
    longest=60,
    hits=(
        ("Ellery Courier", {"source_name": "Ellery Courier"}),
        ("The Pier Post (Ellery)", {"source_name": "The Pier Post"}),
    ),
    misses=("The boats are back.", "Ellery Courier 2025", "The house of the mayor of Ellery and Southam"),
)


class _HouseWords(NamedTuple):
    last: frozenset[str]
    ends: tuple[str, ...]
    begins: tuple[str, ...]


@functools.cache
def _house_words() -> _HouseWords:
    words = [word for line in entries("house_words.txt") for word in line.split("|")]
    last = frozenset(word for word in words if "*" not in word)
    ends = tuple(word[1:] for word in words if word[0] == "*")
    return _HouseWords(last, ends, tuple(f"{word[:-1]} " for word in words if word[-1] == "*"))


def _called(line: str) -> Mapping[str, str] | None:
    """A few words that name a house by one of them."""
    given = _house(line)
    if given is None or line[:1].islower():
        return None
    known = _house_words()
    small = given["source_name"].lower()
    words = small.split()
    named = len(words) > 1 and (words[-1].rpartition("-")[2] in known.last or small.startswith(known.begins))
    return given if named or any(_ends_a_name(word, known.ends) for word in words) else None


def _ends_a_name(word: str, ends: tuple[str, ...]) -> bool:
    """Whether more than the end itself stands before one of the ends."""
    return word.endswith(ends) and any(word.endswith(end) and len(word) > len(end) + 1 for end in ends)


# Asked only above an article that names no source, closely above the headline or below it: see `steps.guessed`.
CALLED = LineRule(
    "header/called-a-house",
    "Beside a headline, a few words that name a paper, an office or a firm by one of them.",
    "footer",
    "source_name",
    read=_called,
    weight=4.0,
    longest=60,
    hits=(
        ("Port Ellery Sentinel", {"source_name": "Port Ellery Sentinel"}), "Küstenbote", "University of Ellery", "港町新聞",
        "Ellery Tribune-Herald", ("The Pier Gazette (Ellery)", {"source_name": "The Pier Gazette"}),
    ),
    misses=("Sentinel", "Bote", "Port Ellery", "the Pier Gazette", "Gazette of the harbour", "新聞", "The Pier Post 2025"),
)


def _writer(line: str) -> Mapping[str, str] | None:
    """Names in whatever letters, and perhaps the house of their bearer, behind a sign or before one."""
    if line[-1:] in _DASHES:  # PORT ELLERY –
        return None
    bare = said_once(_HANDLE.sub("", line.strip(_AROUND)))
    if bare[-1:] == "." and bare[-3:-1].isupper():  # Jo LIND.
        bare = bare[:-1]
    before, _, last = bare.rpartition(", ")
    signed = facts.agency(last) or _INITIALS.fullmatch(last)  # Jo Lind, /ritzau/; Jo Lind, CTK
    pieces = [before, last] if signed else _BESIDE_A_HOUSE.split(bare)
    if len(pieces) > 2 and exact_agency(pieces[1]) and _A_PLACE.fullmatch(pieces[2]):
        del pieces[2:]  # Jo Lind / ACN - Ripoll
    if len(pieces) > 2 or _A_DIGIT.search(line):
        return None
    glued = next((m.end() for m in _RUN_TOGETHER.finditer(bare) if facts.is_role(bare[m.end() :])), 0)
    if glued:  # Jo LindReporter
        pieces = [bare[:glued], ""]
    name, house = (*pieces, "")[:2]
    if exact_agency(name):
        name, house = house, name
    if ranked := _with_rank(bare):  # Jo Lind Senior Reporter
        return {"authors": ranked}
    named = all(map(_is_whoever, _BETWEEN_NAMES.split(name)))
    if not (named or signed) and _A_PLACE.fullmatch(name) and (agency := exact_agency(house)):
        return {"agency": agency}  # EUROPA PRESS / Kiel
    if named and "|" in bare and _is_name(house) and _called(house) is None and exact_agency(house) is None:
        return {"authors": bare}  # Jo Lind | Tom Hallam
    return {"authors": name} if named and len(house.split()) < 5 else None


_HANDLE, _DASHES = re.compile(r"\s?@\w{2,30}\Z"), ("-", "–", "—")


def _with_rank(text: str) -> str | None:
    """The name in front of what somebody is, nothing between; None where a text is something else."""
    words = text.split()
    if len(words) < 3 or not facts.is_role(words[-1]):
        return None
    names = facts.authors(text).authors
    return names[0] if len(names) == 1 and _is_name(names[0]) and text.startswith(names[0]) else None


def _is_whoever(name: str) -> bool:
    """Whether a text can be a name, in whatever letters."""
    return _is_name(name) or _is_name_in_one_case(name) or _HAN_NAME.fullmatch(name) is not None


_HAN_NAME = compiled(r"\p{Han}{1,3}[ \u3000][\p{Han}\p{Hiragana}\p{Katakana}]{1,4}")


def _is_name_in_one_case(text: str) -> bool:
    """Whether two to four words can be a name that is set in capitals, or in a script that has none."""
    parts = text.split()
    one_case = text.isupper() or text.upper() == text.lower() or (parts[0].istitle() and "".join(parts[1:]).isupper())
    return 2 <= len(parts) <= 4 and one_case and not UNPARTED.search(text) and all(map(_OF_NAMES.fullmatch, parts))


_RUN_TOGETHER = compiled(r"(?<=\p{Ll})(?=\p{Lu})")
_INITIALS = compiled(r"\p{Lu}{2,6}")  # of a house, or of what somebody is
_BESIDE_A_HOUSE = re.compile(r"\s?[/|｜·•]\s?|\s[-–—]\s")
_A_PLACE = compiled(r"\p{Lu}[\p{L}.’'-]{2,30}(?: [\p{L}.’'-]{1,30}){0,3}")
_BETWEEN_NAMES = re.compile(r"[,،]\s|\s(?:&|and|und|et|y|e|og|och|en|i|и|і|та|ja|ve|és|și|oraz)\s")
_A_DIGIT = re.compile(r"\d")
_OF_NAMES = compiled(r"[\p{L}\p{M}\u200c\u200d'’-]{2,20}|\p{L}\.")

WRITER = LineRule(
    "header/writer",
    "A name closely below the headline that the article does not speak of, in whatever letters.",
    "header",
    "byline",
    read=_writer,
    weight=4.0,
    longest=90,
    hits=(
        ("MARGARET ODUYA", {"authors": "MARGARET ODUYA"}),
        ("M. Oduya / Harbour Press", {"authors": "M. Oduya"}),
        ("AFP - Margaret Oduya", {"authors": "Margaret Oduya"}),
        ("AFP / Kiel", {"agency": "AFP"}),
        ("Margaret Oduya, /ritzau/", {"authors": "Margaret Oduya"}),
        ("Margaret Oduya, QTA", {"authors": "Margaret Oduya"}),
        ("Margaret OduyaReporter", {"authors": "Margaret Oduya"}),
        ("Margaret Oduya Margaret Oduya", {"authors": "Margaret Oduya"}),
        ("Margaret Oduya | Tom Hallam", {"authors": "Margaret Oduya | Tom Hallam"}),
        ("Margaret Oduya | Harbour Gazette", {"authors": "Margaret Oduya"}),
        ("Margaret Oduya | Europa Press", {"authors": "Margaret Oduya"}), ("Margaret Oduya | Pier", {"authors": "Margaret Oduya"}),
        ("Margaret Oduya@oduya", {"authors": "Margaret Oduya"}),
        ("Margaret Oduya Senior Reporter", {"authors": "Margaret Oduya"}),
        ("小池 和樹", {"authors": "小池 和樹"}),
        ("Margaret Oduya / dpa - Kiel", {"authors": "Margaret Oduya"}),
        ("Margaret DE ODUYA", {"authors": "Margaret DE ODUYA"}),
        ("Margaret DE ODUYA.", {"authors": "Margaret DE ODUYA"}),
        ("مها الحداد", {"authors": "مها الحداد"}),
        ("Margaret Oduya, Tom Hallam", {"authors": "Margaret Oduya, Tom Hallam"}),
        ("Margaret Oduya und Tom Hallam", {"authors": "Margaret Oduya und Tom Hallam"}),
    ),
    misses=(
        "Margaret Oduya.", "Oduya", "AFP", "AFP / the harbour", "Margaret Oduya, Mayor", "Margaret Oduya / dpa - the sea", "The boats, AFP", "Read more", "Margaret Oduya / 2", "Margaret Oduya / Sea / Harbour", "Sport / Harbour", "The boats left",
        "Margaret Oduya / the harbour of the old town", "Agence France-Presse", "PORT ELLERY –", "Read more | Tom Hallam",
    ),
)


def _scholar(line: str) -> Mapping[str, str] | None:
    name = facts.scholar(line)
    return {"authors": name} if name else None


SCHOLAR = LineRule(
    "header/scholar",
    "A name below the headline, and what a scholar is, and where.",
    "header",
    "byline",
    read=_scholar,
    weight=4.0,
    longest=160,
    hits=(("Jo Lind, Associate Professor of Chemistry, Ellery University", {"authors": "Jo Lind"}),),
    misses=("Jo Lind, Mayor of Ellery", "Jo Lind, Professor of Chemistry, has left.", "Professor of Chemistry, Ellery University"),
)

PLACE = LineRule(
    "header/place",
    "A town alone below the headline, of which the article tells.",
    "header",
    "dateline",
    pattern=r"(?P<location>\p{Lu}[\p{L}'’-]{2,24}|[\p{Lo}\p{M}]{3,16})(?: \(\p{Lu}{2}\))?",
    weight=4.0,
    longest=32,
    hits=(
        ("Ellery", {"location": "Ellery"}), ("Tefé (AM)", {"location": "Tefé"}), ("ভোলা", {"location": "ভোলা"}),
        "Ellery-Sandwick", "L'Aquila", "L’Aquila",
    ),
    misses=(
        "ellery", "Port Ellery", "Ellery (the harbour)", "Ellery (AM", "Ellery [AM)", "Ellery (AM]", "Ellery 2", "El", "本",
        "Ellery (A)", "(AM)", "Ellery_", "本_本",
    ),
)


@functools.cache
def _labels_in(name: str) -> frozenset[str]:
    """The labels of a vocabulary file: on each line a language, a tab, and its labels with bars between."""
    return frozenset(word for line in entries(name) for word in line.split("\t")[1].split("|"))


def _announces_points(line: str) -> Mapping[str, str] | None:
    return {} if phrases.bare(line).replace("’", "'") in _labels_in("point_words.txt") else None


POINTS = LineRule(
    "header/points",
    "A label below the headline that announces the points of the article.",
    "header",
    "summary",
    read=_announces_points,
    weight=4.0,
    longest=48,
    hits=("Key points", "KEY POINTS:", "Kort fortalt", "L’essentiel", "要点"),
    misses=("The key points of the plan", "Points", "In short, the ferry sails again."),
)


def _filed(line: str) -> Mapping[str, str] | None:
    """A place and a day, with a year as the date of the article, or a place before a dash."""
    found = facts.place_and_day(line)
    if found is None:
        return None
    place, day = found
    return {"location": place} | ({"published_at": day} if day and _YEAR.search(day) else {})


FILED = LineRule(
    "header/place-and-day",
    "Where and when an article was filed, on a line of its own right above its text.",
    "header",
    "dateline",
    read=_filed,
    weight=4.0,
    longest=80,
    hits=(
        ("Port Ellery, 3 March 2025", {"location": "Port Ellery", "published_at": "3 March 2025"}),
        ("Ellery, Norland, 3 de marzo de 2025.", {"location": "Ellery, Norland", "published_at": "3 de marzo de 2025"}),
        ("Ellery, 3 mars –", {"location": "Ellery"}), ("PORT ELLERY —", {"location": "PORT ELLERY"}),
    ),
    misses=(
        "Monday, 3 March 2025", "Port Ellery", "Ellery, 10:15", "Port Ellery, 3 March 2025: the boats", "The boats left, 3 of them",
        "Ellery, 2025", "Port Ellery and the harbour of the town —", "The boats left -", "UPDATE -",
    ),
)


def _writer_dated(line: str) -> Mapping[str, str] | None:
    """One name before or behind a date with a year, and beside it what stands beside no place: a time of day, an agency,
    how long one reads."""
    reading = dates.read(line)
    if reading.value is None:
        return None
    around, stamp = (line[: reading.start], line[reading.end :]), line[reading.start : reading.end]
    pieces = [one.strip(_AROUND) for part in around for one in _BESIDE_A_DATE.split(part)]
    names = [one for one in pieces if _is_whoever(one) and not exact_agency(one)]
    if len(names) != 1 or any(len(one.split()) > _OF_A_PIECE for one in pieces):
        return None
    house = next(filter(None, map(exact_agency, pieces)), None)
    timed = _CLOCK.search(stamp) is not None and not names[0].isupper()  # NEW YORK, 3 marzo 2025, 10:15
    if not (timed or house or any(map(_is_widget, pieces))):
        return None
    given = {"authors": names[0], "published_at": stamp}
    return given | {"agency": house} if house else given


def _is_widget(piece: str) -> bool:
    said = phrases.entry(piece)
    return said is not None and said.what == "boilerplate/widget"


_BESIDE_A_DATE = re.compile(r"\s?[/|｜·•,;]\s?|\s[-–—]\s|\s{2}")
_OF_A_PIECE = 4  # words at most

WRITER_DATED = LineRule(
    "header/writer-dated",
    "A name that the article does not speak of, beside its date, closely below the headline.",
    "header",
    "byline",
    read=_writer_dated,
    weight=4.0,
    longest=120,
    hits=(
        ("Margaret Oduya, 3 March 2025 10:15", {"authors": "Margaret Oduya", "published_at": "3 March 2025 10:15"}),
        ("3 March 2025 • Margaret Oduya • 4 min read", {"authors": "Margaret Oduya", "published_at": "3 March 2025"}),
        (
            "MARGARET ODUYA, AFP  3 March 2025",
            {"authors": "MARGARET ODUYA", "published_at": "3 March 2025", "agency": "AFP"},
        ),
    ),
    misses=(
        "Ellery, 3 March 2025 10:15", "Margaret Oduya, AFP", "Margaret Oduya, 3 March 10:15", "Port Ellery, 3 March 2025",
        "Margaret Oduya, Tom Hallam, 3 March 2025 10:15", "Margaret Oduya, 31 February 2025 10:15",
        "Margaret Oduya, who saw the boats that left, 3 March 2025 10:15", "Agence France-Presse, 3 March 2025 10:15",
        "PORT ELLERY, 3 March 2025 10:15", "3 March 2025 • Port Ellery • Sea",
    ),
)

def _labels(line: str) -> Mapping[str, str] | None:
    """A label of a few words, or some in a row."""
    pieces = facts.tags(line)
    short = all(len(piece.split()) < 5 and len(piece) <= 40 for piece in pieces)
    return {"tags": line} if pieces and short and not line.endswith(_SENTENCE_END) else None


_SENTENCE_END = (*fields.SENTENCE_END, "…", ":", "：")

TAGS = LineRule(
    "footer/told-tags",
    "Labels behind an article that speaks of all of them, or of most.",
    "footer",
    "tags",
    read=_labels,
    weight=4.0,
    longest=200,
    hits=(("ferries", {"tags": "ferries"}), ("Ellery, island ferries", {"tags": "Ellery, island ferries"})),
    misses=(
        "The ferry sails again.", "What the ferry of the island carries", "More:", "Sail now!", "#", "Unabhängigkeitsbewegungs-Sympathisantinnen",
    ),
)


@functools.cache
def _any_of(name: str) -> "re.Pattern[str]":
    """The words of a vocabulary file in which a language stands on a line, at the beginning of a word."""
    words = (word for line in entries(name) for word in line.split("|"))
    return re.compile("|".join(rf"(?<![a-zа-яё]){re.escape(word)}" for word in sorted(set(words))))


@functools.lru_cache(maxsize=4096)  # what stands behind articles comes back
def _says_so(name: str, line: str) -> Mapping[str, str] | None:
    """A sentence that says one of the words of a file."""
    return {} if _any_of(name).search(line.lower()) and _is_a_sentence(line) else None


def _is_a_sentence(line: str) -> bool:
    measured = lines.measure(line)
    return measured.ended and measured.mark not in lines.CALLS and not measured.bullet


DISCLAIMER = LineRule(
    "footer/disclaims",
    "A sentence closely behind an article that says who answers for it, or that nobody does.",
    "footer",
    "disclaimer",
    read=functools.partial(_says_so, "disclaim_words.txt"),
    weight=3.0,
    longest=600,
    hits=(
        "The harbour office holds no responsibility for this text.",
        "Für den Inhalt ist der Absender verantwortlich.",
        "本文不代表本报立场。",
    ),
    misses=(
        "The ferry sails again.", "No responsibility", "Irresponsible captains sail at night.", "Who is responsible?",
        "• The harbour office is responsible.",
    ),
)


LEAVE = LineRule(
    "footer/leave",
    "A sentence closely behind an article that says on what terms it may be used.",
    "footer",
    "licence",
    read=functools.partial(_says_so, "leave_words.txt"),
    weight=3.0,
    longest=600,
    hits=(
        "The harbour office asks for its name where this is republished.",
        "Nachdruck nur mit Quellenangabe.",
        "転載はご遠慮ください。",
    ),
    misses=("The ferry sails again.", "No reproduction", "Who may reprint it?", "• The text may be reprinted."),
)


def _of_itself(line: str) -> Mapping[str, str] | None:
    """A sentence that speaks of the text in which it stands."""
    return {} if speaks_of_itself(line) and _is_a_sentence(line) else None


OF_ITSELF = LineRule(
    "footer/of-itself",
    "The last sentence of an article, which speaks of the article: who answers for it, what it may be used for, what was wrong.",
    "footer",
    "disclaimer",
    read=_of_itself,
    weight=3.0,
    longest=1_000,
    hits=(
        "The views expressed in this article are those of its author.",
        "(Disclaimer: the opinions given by the contributors are their own.)",
        "Die Redaktion übernimmt keine Gewähr für die Richtigkeit der Angaben.",
        "An earlier version of this story gave another name to the ferry.",
        "本文不代表本站观点。",
    ),
    misses=(
        "The views expressed at the harbour were loud.", "The article is long.", "Disclaimer: article", "Who wrote in this article the views expressed?",
        "• The views expressed in this article are those of its author.",
    ),
)

INITIALS = LineRule(
    "footer/initials-behind",
    "Initials right behind an article, of those who wrote and edited it, or of their agency.",
    "footer",
    "agency",
    pattern=r"\(?(?:\p{Lu}[\p{Lu}\d]{1,3}(?:[/-][\p{L}\d]{1,5}){0,4}|\p{Ll}{1,4}(?:[/-]\p{Ll}{1,4}){1,4})\)?",
    weight=3.0,
    longest=24,
    hits=("(AIP)", "RO1/BAI", "NDP-TMC/b1", "os/cmas-kp"),
    misses=(
        "A", "ab", "Abc", "AB.CD", "AB_CD", "1A/BC", "A_B", "AB/_", "ab.cd", "_b/cd", "ab/Cd", "[AB", "AB]", "OPEN NOW", "and so on",
        "FACTS",
    ),
)

SIGNED = LineRule(
    "footer/signed-off",
    "The last line of an article, by whom or for whom it was written: initials or an agency behind a slash.",
    "footer",
    "agency",
    pattern=r"/\p{L}{2,12}(?:/\p{L}{1,5}){0,4}/?|\(©\s?\p{L}[\p{L}-]{1,15}\)",
    weight=3.0,
    longest=32,
    hits=("/ritzau/", "/ritzau", "/kb/men/she", "(©NTN)", "(© NTN-Direkt)"),
    misses=(
        "/", "/k", "/kb /men", "kb/men/she", "kabo/men/she", "© NTN", "©NTN)", "(NTN)", "(©NTN", "(©_NTN)", "(©NTN_AB)", "/2/3/", "(©2024)", "/the harbour/",
    ),
)

CONTACT = LineRule(
    "footer/contact-below",
    "A line below the key of contacts, of those who can be reached at what stands below it.",
    "footer",
    "contact",
    pattern=r"(?P<value>.{1,80})",
    weight=4.0,
    longest=80,
    hits=(("Margaret Oduya", {"value": "Margaret Oduya"}), "+44 20 7946 0000"),
    misses=("The ferry of the island sails again from Friday, and the harbour office will be open all day long.",),
)


def _date_within(line: str) -> Mapping[str, str] | None:
    """A date with a year and three words more at most; those before it may be its key."""
    reading = dates.read(line) if _YEAR.search(line) else None
    if reading is None or reading.value is None:
        return None
    before, after = line[: reading.start], line[reading.end :]
    if len(facts.letters(f"{before} {after}")) > 3:
        return None
    name = "updated_at" if announces_change(before.strip(_AROUND)) else "published_at"
    return {name: line[reading.start : reading.end]}


def _dated_with_year(line: str) -> Mapping[str, str] | None:
    return _date(line) if _YEAR.search(line) else None


# Asked only where no other line says when an article was published: see `steps.behind`.
DATED_BEHIND = LineRule(
    "footer/date-behind",
    "A date right behind the signature of an article: of when it was published.",
    "footer",
    "publish_date",
    read=_dated_with_year,
    weight=4.0,
    longest=90,
    hits=(("3 March 2025", {"published_at": "3 March 2025"}), ("12.03.2024, 10:15", {"published_at": "12.03.2024, 10:15"})),
    misses=("12:30", "3 March 2025, harbour", "2024", "Tuesday, 4 March"),
)

DATED = LineRule(
    "header/date-within",
    "A date and a few words on a line, where nothing else between the headline and the article is a date.",
    "header",
    "date",
    read=_date_within,
    weight=3.0,
    longest=60,
    hits=(
        ("Wed, Oct 16, 2024 page1", {"published_at": "Oct 16, 2024"}),
        ("Opinion2024.03.31 19:59", {"published_at": "2024.03.31 19:59"}),
        ("-Aktualisiert am 28.04.2023-19:20", {"updated_at": "28.04.2023-19:20"}),
        ("Port Ellery, 3 March 2025", {"published_at": "3 March 2025"}),
    ),
    misses=("Opinion", "Oct 16 page1", "The boats that left on 3 March 2025", "Summer 2025", "Since 3 March 1867"),
)

# Asked only between a headline and its article: elsewhere it is the time of another article.
AGO = LineRule(
    "header/ago-alone",
    "How long ago the article was published, between its headline and itself.",
    "header",
    "date",
    read=_relative,
    weight=4.0,
    longest=60,
    hits=("2 hours ago", "vor 3 Stunden", "Yesterday, 17:20"),
    misses=("Two hours ago it rained.", "2 hours", "3 March 2025"),
)

SECTION = LineRule(
    "header/section",
    "A few words, or some parted by slashes and arrows, above the headline: where on the site it stands.",
    "header",
    "breadcrumb",
    pattern=r"[^/|>›».!?:]{1,30}(?:[/|>›»][^/|>›».!?:]{1,30}){0,4}",
    hits=("Sport", "Hasiera / Gizartea", "Home > News > World", "Vesti | Društvo", "Home|News", "Start › Welt", "Accueil » Monde"),
    misses=(
        "The pier at Ellery is open again after six weeks", "Is it open?", "It is open.", "Stop!", "Sport: the pier",
        "Home / The pier at Ellery is open again after six weeks", "a/b/c/d/e/f", "a//b",
    ),
    weight=4.0,
    longest=60,
)

PATH = LineRule(
    "header/path",
    "A path of the site closely above the headline, parted by arrows.",
    "header",
    "breadcrumb",
    pattern=r"[^>›»＞‹«]{1,40}(?:[>›»＞]{1,2}[^>›»＞‹«]{1,40}){1,6}",
    hits=("Pier.example > News > World", "首页 >> 科研动态 >> 正文", "トップ＞国際", "Start › Welt", "Accueil » Monde"),
    misses=("Sport", "More ›", "The «Pier Star» is back", "The ‹Pier Star› is back", "> Sport", "» Sport", "› Sport", "＞国際", "A »»» B", "A ＞＞＞ B", "A ››› B", "A >>> B"),
    weight=4.0,
    longest=120,
)

_BYLINES_DATED: tuple[str | tuple[str, Mapping[str, str]], ...] = (
    ("By Margaret Oduya on March 3, 2025", {"authors": "By Margaret Oduya", "published_at": "March 3, 2025"}),
    ("Posted on 3 March 2025 by Tom Hallam", {"authors": "by Tom Hallam", "published_at": "3 March 2025"}),
    "3 March 2025 by Tom Hallam",
    "Von Käthe Brömmel, 12.03.2024, 10:15 Uhr",
    (
        "By Margaret Oduya | Ellery Courier | March 3, 2025",
        {"authors": "By Margaret Oduya", "published_at": "March 3, 2025"},
    ),
    (
        "By Margaret Oduya | March 3, 2025 | 8:15 AM",
        {"authors": "By Margaret Oduya", "published_at": "March 3, 2025 | 8:15 AM"},
    ),
)
_NO_BYLINE_DATED = (
    "By the end of March 3, 2025",
    "The boats that left on 3 March 2025 by Tom Hallam",
    "By Margaret Oduya on March 3, 2025 in Kiel",
    "By Margaret Oduya in 2025",
    "By Margaret Oduya",
    "3 March 2025, the day of the pier",
    "By Margaret Oduya | By Tom Hallam | March 3, 2025",
    "By Margaret Oduya | The day on which it was opened | March 3, 2025",
    "By Margaret Oduya | March 2, 2025 | March 3, 2025",
    "By Margaret Oduya | The winter of 2025",
    "3 March 2025",
)
_dated_byline = functools.partial(
    LineRule, gate=byline_dated, read=byline_dated, longest=120, hits=_BYLINES_DATED, misses=_NO_BYLINE_DATED
)

_PARTS_A_MENU = re.compile("[|>›»]")


def _keyed_summary(line: str) -> Mapping[str, str] | None:
    match = _KEYED.match(line)
    if match is None or len(line) - match.end() < _OF_A_SUMMARY:
        return None
    return {} if match[1].strip().casefold().replace("’", "'") in _labels_in("summary_words.txt") else None


_KEYED = re.compile(r"\W{0,3}([^:：]{2,28})[:：]")
_OF_A_SUMMARY = 24  # characters


def _script(line: str) -> Mapping[str, str] | None:
    if line[-1] not in _CODE_ENDS:
        return None
    code = _CODE.search(line) is not None and _OF_CODE * sum(map(line.count, _CODE_SIGNS)) >= len(line)
    return {} if code or _STYLES.fullmatch(line) or _SHORTCODES.fullmatch(line) else None


_CODE_ENDS = frozenset(";)}]>")
_CODE_SIGNS, _OF_CODE = "(){}[]=;<>'\"", 16  # every so many characters one of these
_CODE = re.compile(
    r"adsbygoogle|googletag\.|\bwindow\.\w|\bdocument\.\w|\bdataLayer\.|\b_gaq\.|\bjQuery\(|\$\(|\bfbq\(|\bgtag\("
    r"|\bfunction ?\(|<!\[CDATA\["
)
_STYLES = re.compile(r"(?:[\w.#@ ,>:*-]{1,80}\{ ?(?:[a-z-]{2,40} ?: ?[^{}:;]{1,80};? ?){1,20}\} ?){1,12}")
_SHORTCODES = re.compile(r"(?:\[/?[a-z]{1,12}_[a-z_]{1,24}(?: [^\[\]]{0,200})?\]\s?){1,12}")


RULES: tuple[LineRule, ...] = (
    LineRule(
        "header/date-line",
        "A date before the article is its date.",
        "header",
        "date",
        gate=dates.is_date_line,
        read=_date,
        weight=8.0,
        longest=90,
        hits=(("15 сентября 2024, 14:05", {"published_at": "15 сентября 2024, 14:05"}), "March 3, 2025 6:15 PM", "Tuesday, 4 March"),
        misses=("In March 2025 the line was closed.", "1984", "01:53"),
    ),
    LineRule(
        "header/ago",
        "How long ago the article was published or changed, before it.",
        "header",
        "date",
        gate=_may_date,
        read=_ago,
        weight=6.0,
        longest=60,
        hits=(
            "Updated 2 hours ago", "Update: 2 uur geleden", "Mis à jour il y a 2 heures", "Обновлено: 2 часа назад",
            "Last updated: 5 minutes ago", "Updated an hour ago",
        ),
        misses=("2 hours ago", "Updated two hours later", "Updated: 3 March 2025", "The boats left 2 hours ago", "Updated hourly"),
    ),
    LineRule(
        "header/newsroom",
        "Who wrote has no name: it was a reporter of the house, or its desk.",
        "header",
        "byline",
        read=_newsroom,
        weight=4.0,
        longest=40,
        hits=("নিজস্ব প্রতিবেদক", "ویب ڈیسک", "Written by", "নিজস্ব প্রতিবেদক, বরিশাল"),
        misses=("নিজস্ব প্রতিবেদক, বরিশাল থেকে ফিরে", "Redaksi", "Margaret Oduya", "Source link", "Written by Margaret Oduya"),
    ),
    LineRule(
        "header/dateline",
        "A dateline on a line of its own: where, when and for whom the article was filed.",
        "header",
        "dateline",
        read=_dateline,
        weight=8.0,
        longest=120,
        hits=(
            ("PORT ELLERY, March 3 (Reuters) -", {"location": "PORT ELLERY", "agency": "Reuters"}),
            (
                "PORT ELLERY, March 3, 2025 /PRNewswire/ --",
                {"location": "PORT ELLERY", "published_at": "March 3, 2025", "agency": "PR Newswire"},
            ),
            ("KIEL (dpa) –", {"location": "KIEL", "agency": "dpa"}),
            ("KIEL, 3. März –", {"location": "KIEL"}),
            "ISLAMABAD, Mar 03 (APP):",
            ("Bakı, 3 mart, AZƏRTAC", {"location": "Bakı", "agency": "AZERTAC"}),
            ("أنقرة / الأناضول", {"location": "أنقرة", "agency": "الأناضول"}),
            ("【ソウル＝小池和樹】", {"location": "ソウル"}),
            "(부산=연합뉴스) 홍길동 기자 =",
            ("Kiel (dpa)", {"location": "Kiel", "agency": "dpa"}),
            ("ELLERY, 3 marzo", {"location": "ELLERY"}),
            ("ELLERY, March 3 —", {"location": "ELLERY"}),
            ("ELLERY, 26 (EUROPA PRESS)", {"location": "ELLERY", "agency": "Europa Press"}),
            ("PORT ELLERY, 3 marzo 2025, 11:32", {"location": "PORT ELLERY", "published_at": "3 marzo 2025, 11:32"}),
            ("ELLERY (PO), 3 marzo 2025, 11:32", {"location": "ELLERY", "published_at": "3 marzo 2025, 11:32"}),
        ),
        misses=(
            "PORT ELLERY, March 3 (Reuters) - The boats left.", "PORT ELLERY (Reuters) - The boats left -", "-",
            "Port Ellery, 3 March 2025", "The boats left -", "PORT ELLERY —", "Jo Bell (AP)", "BOATS:", "【海の便り】の船",
            "Port Ellery (AP)", "Ellery (Sea)", "Ellery, 3 marzo", "ELLERY, 3 boats", "صورة/ رويترز", "Bakı, AZƏRTAC", "The boats, 3 mart, AZƏRTAC", "Bakı, 3 mart, Sport",
        ),
    ),
    LineRule(
        "header/date-among",
        "Parted by bars or dots: a date, and a name, a section or a time to read.",
        "header",
        "date",
        gate=_YEAR.search,
        read=_date_among,
        weight=3.0,
        longest=120,
        hits=(
            ("3 March 2025 • Joan Bell • 4 minutes", {"published_at": "3 March 2025"}),
            ("Politik | 12.03.2024, 10:15 Uhr", {"published_at": "12.03.2024, 10:15 Uhr"}),
            ("ANI | Mar 03, 2025 10:15 IST", {"published_at": "Mar 03, 2025 10:15 IST", "agency": "ANI"}),
            ("Harbour - 15 Oct 2024 - 08:22", {"published_at": "15 Oct 2024 - 08:22"}),
        ),
        misses=(
            "3 March 2025",
            "Harbour • 10:15",
            "3 March 2025 • The day on which the pier was opened again",
            "3 March 2025 | 4 March 2025 | Harbour",
            "Harbour • Monday • 3 March",
            "Harbour • The winter of 2024",
        ),
    ),
    LineRule(
        "boilerplate/date-stamp",
        "A date behind the article is the day on which the page was taken.",
        "boilerplate",
        "date_stamp",
        gate=dates.is_date_line,
        read=_stamp,
        weight=7.0,
        longest=90,
        hits=("Monday, June 17", "2024年5月8日 星期三"),
        misses=("Monday was quiet.", "June"),
    ),
    LineRule(
        "footer/dispatch-date",
        "When a dispatch was sent, behind it: with the time in brackets, or a key behind the date.",
        "footer",
        "publish_date",
        gate=_may_be_dispatched,
        read=_date_of_dispatch,
        weight=8.0,
        longest=40,
        hits=(
            ("（2025/03/03-12:34）", {"published_at": "2025/03/03-12:34"}),
            ("2025/03/03 12:34 송고", {"published_at": "2025/03/03 12:34"}),
            ("2025.03.03 12:34 수정", {"updated_at": "2025.03.03 12:34"}),
            ("3/3(月) 12:34配信", {"published_at": "3/3(月) 12:34"}),
            ("(2025年3月3日 12:34更新)", {"updated_at": "2025年3月3日 12:34"}),
        ),
        misses=(
            "[2025年3月3日 12:34更新)",
            "(3 March 2025)", "2025/03/03 12:34", "2025/03/03 12:34 항구", "(12:34)",
            "2025 송고", "(2025/03/03-12:34", "[2025/03/03-12:34)", "(2025 left 12:34)",
        ),
    ),
    LineRule(
        "boilerplate/relative-time",
        "How long ago another article was published.",
        "boilerplate",
        "date_stamp",
        read=_relative,
        weight=6.0,
        longest=60,
        hits=("2 hours ago", "il y a 3 heures"),
        misses=("Two hours ago it rained.",),
    ),
    LineRule(
        "header/byline",
        "Who wrote, before the article.",
        "header",
        "byline",
        gate=byline,
        read=_byline,
        weight=8.0,
        longest=160,
        hits=(
            ("By Margaret Oduya and Tom Hallam", {"authors": "By Margaret Oduya and Tom Hallam"}),
            "By Margaret Oduya @oduya",
            "By Margaret Oduya @oduya Harbour Reporter",
            "Von Käthe Brömmel",
            "Margaret Oduya, Staff Writer",
            ("Margaret Oduya, The Canadian Press", {"authors": "Margaret Oduya, The Canadian Press"}),
            "كتبت - منى حسن:",
            ("Von Käthe Brömmel (dpa)", {"authors": "Von Käthe Brömmel (dpa)"}),
            "Käthe Brömmel, dpa",
            "Inês Carvalhal com Lusa",
            ("홍길동 기자 |", {"authors": "홍길동 기자 |"}),
        ),
        misses=(
            "By Margaret Oduya:", "Von Käthe Brömmel (links)", "Käthe Brömmel, dies",
            "منى حسن:",
            "By the time they left it was dark.",
            "Von Hamburg nach Kiel",
            "Margaret Oduya, Mayor",
            "By Margaret Oduya, 2025",
            "Margaret Oduya, writer of the letter that was found",
        ),
    ),
    _dated_byline(
        "header/byline-dated", "Who wrote and when, on one line before the article.", "header", "byline", weight=7.0
    ),
    _dated_byline("footer/byline-dated", "The same behind the article.", "footer", "author", weight=6.0),
    LineRule(
        "footer/byline",
        "Who wrote, behind the article.",
        "footer",
        "author",
        gate=byline,
        read=_byline,
        weight=6.0,
        longest=160,
        hits=(("Von Käthe Brömmel", {"authors": "Von Käthe Brömmel"}),),
        misses=("By then it was late.",),
    ),
    LineRule(
        "footer/copyright-notice",
        "The sign or the word, with a year or a holder.",
        "footer",
        "copyright",
        read=_rights,
        weight=10.0,
        longest=400,
        hits=(
            ("© 2025 Ellery Courier", {"copyright": "© 2025 Ellery Courier"}),
            ("Copyright: Ellery Courier", {"key": "Copyright", "copyright": "Ellery Courier"}),
            ("Source: © 2025 Ellery Courier", {"copyright": "Source: © 2025 Ellery Courier"}),
            ("All rights reserved:", {"copyright": "All rights reserved:"}),
        ),
        misses=("Copyright law was changed in 2019",),
    ),
    LineRule(
        "footer/licence-notice",
        "A public licence by its name.",
        "footer",
        "licence",
        read=_licence,
        weight=8.0,
        longest=420,
        hits=(
            ("CC BY-SA 4.0", {"licence": "CC BY-SA 4.0"}),
            ("Our texts are under a Creative Commons licence", {"licence": "Creative Commons"}),
            ("Todo o conteúdo deste site está publicado sob a Licença Creative Commons Atribuição 4.0 Internacional, exceto "
             "fotografias e textos de outras fontes, que têm licença própria.", {"licence": "CC BY 4.0"}),
        ),
        misses=(
            "He had a licence to fish.",
            "The museum has put the pictures of its collection under a Creative Commons licence, and everybody who wants to may "
            "print them in books and on posters, the director said on Monday.",
            "The second edition, version 2.0 of the map, shows the harbour as it was before the storm of the last winter, and the "
            "society says that anybody may print it in a book or on a poster.",
        ),
    ),
    LineRule(
        "footer/agency",
        "An agency's name alone on a line, most often in brackets.",
        "footer",
        "agency",
        read=_agency,
        weight=7.0,
        longest=60,
        hits=(("(AFP)", {"agency": "AFP"}), ("© dpa", {"agency": "dpa"})),
        misses=("AP is in town", "map"),
    ),
    LineRule(
        "footer/with-agency",
        "With the help of which agency it was written.",
        "footer",
        "agency",
        read=_with_agency,
        weight=9.5,
        longest=60,
        hits=(
            ("Mit Material von dpa", {"agency": "dpa"}), ("(With PTI inputs)", {"agency": "PTI"}),
            ("avec AFP et Reuters", {"agency": "AFP"}), ("Com Lusa", {"agency": "Lusa"}),
        ),
        misses=("With Ann Roe", "AFP", "With", "Mit der dpa fing es an", "Con calma e senza aiuto di nessuno: ANSA"),
    ),
    LineRule(
        "footer/picture",
        "Who took a picture, and for which agency.",
        "footer",
        "credit",
        read=_pictured,
        weight=9.0,
        longest=90,
        hits=("Foto di Ann Roe, ANSA", "Photo by Ann Roe, AP", "Photo Ann Roe/AFP", "Fotos von Ann Roe, dpa", "Фото Анны Роу, ТАСС"),
        misses=(
            "Foto di Ann Roe, Kiel", "Foto di Ann Roe", "Ann Roe, ANSA", "Photo shows the boats, AFP", "Foto ANSA",
            "Photo by Ann Roe of all the boats that left the quay, AFP",
        ),
    ),
    LineRule(
        "footer/address",
        "An address alone on a line.",
        "footer",
        "source_link",
        read=_address,
        weight=5.0,
        hits=(("https://a.example/x", {"source_url": "https://a.example/x"}),),
        misses=("See https://a.example/x for more", "Harbour"),
    ),
    LineRule(
        "footer/host",
        "A host alone on a line.",
        "footer",
        "source_name",
        read=_host,
        weight=2.0,
        longest=80,
        hits=(".gazette.fr",),
        misses=("obus.Ces",),
    ),
    LineRule(
        "footer/hashtags",
        "Nothing but hashtags.",
        "footer",
        "tags",
        weight=6.0,
        longest=160,
        pattern=r"(?P<tags>(?:#[^\s#]{1,60}[\s,]{0,3}){2,40}|(?:# [^\s#]{1,30}(?: [^\s#]{1,30}){0,2} ?){2,20})",
        hits=(
            ("#ferry #islands", {"tags": "#ferry #islands"}), "#ferry , #islands #boats",
            ("# ferry # the islands # all of them", {"tags": "# ferry # the islands # all of them"}),
        ),
        misses=(
            "# ferry # islands of the north sea", "# ferry", "#1 in the charts", "#ferry", "#ferry is #late", "#ferry is#late", "#ferry ##",
        ),
    ),
    LineRule(
        "boilerplate/menu",
        "A path or a menu on one line.",
        "boilerplate",
        "navigation",
        gate=_PARTS_A_MENU.search,
        weight=4.0,
        longest=160,
        pattern=r"[^|>›»]{1,30}(?:[|>›»][^|>›»]{1,30}){2,10}",
        hits=(
            "Home > News > World",
            "Home|Shop|Help|Jobs|More|Login|Sport|Ads|Map|Feed|RSS",
            "Start › Welt › Asien",
            "Accueil » Monde » Asie",
        ),
        misses=(
            "Yes | No",
            "He said: a > b",
            "One | Two | A third thing, far too long for any menu",
            "A first thing, far too long for any menu | Two | Three",
            "|||||||",
            "a>|>b",
            "a|>|b",
            "a|›|b",
            "a|»|b",
            "Home, News, World",
        ),
    ),
    LineRule(
        "boilerplate/networks",
        "The names of networks, and nothing else.",
        "boilerplate",
        "share",
        weight=10.5,
        longest=160,
        pattern=f"(?i:{_NETWORKS.pattern})",
        hits=(
            "Facebook",
            "WhatsApp Telegram",
            "Twitter-X, E-mail | email / TikTok • tik tok · copy link Google+ ВКонтакте 微信",
        ),
        misses=("Facebook shares fell", "Line of duty", "Facebook ad", "G-mail", "E-bikes", "Zap tok", "Tik tak"),
    ),
    LineRule(
        "boilerplate/follow",
        "Asks to be followed on a network: a verb, the site's word for itself, and the network, in one language.",
        "boilerplate",
        "share",
        read=_follow,
        weight=8.0,
        longest=200,
        hits=(
            "Follow us on Facebook for more stories from the coast",
            "Pratite naš Viber kanal",
            "Telegram kanalımıza abone olun ve haberleri kaçırmayın",
            "Подписывайтесь на наш канал в Telegram",
        ),
        misses=(
            "Follow the mayor on Facebook",
            "“Follow us on Facebook,” the mayor said.",
            "Our mayor is on Facebook",
            "Follow us to the quay",
            f"Follow us on Facebook {'and so on ' * 20}",
            "Pratite us on Facebook",
        ),
    ),
    LineRule(
        "boilerplate/count",
        "A number alone: a counter, a rank, a price.",
        "boilerplate",
        "widget",
        weight=3.0,
        longest=30,
        pattern=_COUNT.pattern,
        hits=("1,204", "12:40", "((14))", "$ 1.5 k", "4K", "4m", "4M", "4%", "3 min", "3 min.", "5 MB", "7KB"),
        misses=("1,204 people came", "Sport", "a4", "4x", "( (4"),
    ),
    LineRule(
        "header/keyed-summary",
        "The summary of an article behind a key, as exports have it above the article.",
        "header",
        "summary",
        read=_keyed_summary,
        weight=8.0,
        hits=(
            "Standfirst: The old bridge will be closed until the summer, and nobody knows who pays.",
            "Chapeau : Le pont sera fermé jusqu'à l'été, et personne ne sait qui paiera.",
            "Spot： Köprü yaza kadar kapalı kalacak ve kimin ödeyeceği bilinmiyor.",
        ),
        misses=(
            "Standfirst:", "Standfirst: open", "The standfirst: nobody had written one for the article of the day.",
            "Lead the way: nobody knows who pays for the bridge and its closing.", "A hat, un chapeau, is what he wore all day",
        ),
    ),
    LineRule(
        "boilerplate/script",
        "What runs a page and was left on it: scripts of advertisements, styles, codes of an editor.",
        "boilerplate",
        "other",
        read=_script,
        weight=9.0,
        longest=600,
        hits=(
            "(adsbygoogle = window.adsbygoogle || []).push({});",
            "googletag.cmd.push(function() { googletag.display('div-gpt-ad-12'); });",
            "if (window.innerWidth > 600) { document.write('<div id=\"ad\"></div>'); }",
            "jQuery(document).ready(function($) { $('.slider').show(); });",
            ".widget { margin: 0 auto; padding: 10px; } #ad-box { display: none; }",
            "// <![CDATA[ var x = 1; // ]]>", "[vc_row][vc_column][vc_column_text]",
        ),
        misses=(
            "She looked out of the window. (It was open.)", "Type document.write into the console, he says (and wait).",
            "[embedded] with the troops", "Look at window.open and document.write, he says, before you call it (and wait)",
            "window.open('y'); function() { document.write('x'); } is what", "{the boats: gone}", "He left [the vc_row behind]", "Lind (left) and Bell (right)",
        ),
    ),
    LineRule(
        "boilerplate/no-letters",
        "Signs alone: a rule between two parts of a page, an arrow, a star.",
        "boilerplate",
        "other",
        weight=2.0,
        longest=120,
        pattern=r"[\W_]{1,120}",
        hits=("* * *", "»", "___"),
        misses=("* a",),
    ),
)
