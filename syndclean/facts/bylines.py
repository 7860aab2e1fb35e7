"""Who wrote: the authors in a byline, a field or a credit, and how a byline begins, goes on and ends."""

import functools
import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

import regex

from syndclean import dates
from syndclean.facts.addresses import host
from syndclean.facts.agencies import agency, exact_agency
from syndclean.facts.vocabulary import LONGEST, UNPARTED, alternation, begins, first_words, letters, lines, said
from syndclean.lazy import once, pattern

LONGEST_NAME = 80
_CONTACT = pattern(
    r"<?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}>?|(?<![\w.])@\w{1,50}|https?://\S{1,500}"
    r"|\+?\d[\d\s()/-]{5,30}\d"
)
_LABEL = pattern(r"(?:\p{L}[\p{L}\p{M}'’.]*+[ ]?){1,4}\s?[:：]\s?+")
_BRACKET = pattern(r"\s*+[(（\[]([^()（）\[\]]{0,100})[)）\]]")
_PLACE_IN_BRACKET = pattern(r"(?:in |à |aus )?\p{Lu}[\p{L}.'’-]{2,30}(?: \p{Lu}[\p{L}.'’-]{1,30})?")
_PLACE = pattern(r"\s(?:in|at|en|em|à|aus|из)\s(?P<place>\p{Lu}.{1,60})$")
_NAME_ALONE = pattern(r"\p{Lu}\p{Ll}+")
_ABBREVIATED = pattern(r"(?:\b\p{Lu}|\b[JS]r|\p{Lu}\.\p{Lu})\.$")
_NO_NAME = pattern(r"\d{3}|[!?=<>{}#%]")
_NAME_WORD = pattern(r"\p{L}")
_HAN_NAMES = pattern(r"\p{Han}{2,4}(?:[ \u3000]\p{Han}{2,4})+")
# The commonest family names of China and Taiwan: with these two names stand beside each other, not a Japanese one.
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢"
    "姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
    "張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭葉蘇呂盧鍾譚陸賈韋鄒龍賀顧龔萬錢嚴湯莊詹簡施洪"
)
_REPORTED_FROM = pattern(r"(?P<place>\p{Han}{2,4}?)(?:綜合)?(?:報導|報道|报道)")  # 台東報導
_SUFFIX = frozenset(("jr", "sr", "ii", "iii", "iv", "phd", "md", "esq", "jr.", "sr.", "ph.d.", "m.d."))
_OUTER = " \t\r\n\u00a0\u3000\ufffd*_|•·・-–—:：=＝"
_RELEASED = pattern(  # how news aktuell and its sisters sign a press release
    r"(?:original[ -]?con\p{L}+|contenu original|contenuto originale)(?: \p{L}{2,4})?\s?:?\s?"
    r"(?P<house>[^,\n]{2,80}),.{2,40}news aktuell\W*",
    regex.IGNORECASE,
)
_HOST_SLASH = pattern(r"(?P<host>(?:[\w-]{1,63}\.){1,4}\p{L}{2,12})/(?=\p{Lu})")


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote: `authors` as written, in order; the `agency` and the house (`source_name`) named with them; the
    `location` where one is. `problem` says, in a sentence, why a text that looks forged gave nothing."""

    authors: tuple[str, ...] = ()
    agency: str | None = None
    source_name: str | None = None
    location: str | None = None
    problem: str | None = None


class _Bylines(NamedTuple):
    words: dict[str, dict[str, str]]  # by their kind; the languages in which one is such a word
    leads: frozenset[str]  # the first words of what `first` finds
    minding: frozenset[str]  # the words of leads and conjunctions that are some only in their languages
    reports: frozenset[str]  # the first words of what opens a credit of those who did the work themselves
    reported: "regex.Pattern[str]"
    first: "regex.Pattern[str]"
    split: "regex.Pattern[str]"
    credit: "regex.Pattern[str]"
    house: "regex.Pattern[str]"
    company: "regex.Pattern[str]"


@once
def _bylines() -> _Bylines:
    words: dict[str, dict[str, str]] = {}
    for kind, word, *languages in lines("bylines.txt"):
        words.setdefault(kind, {})[word] = " ".join(languages)
    leads = words["lead"] | words["soft"]
    joins = alternation(w for kind in ("and", "weak", "with") for w in words[kind] if w[0].isalpha())
    credits = alternation(words["edit"] | words["report"])
    own = [word for word in words["report"] if word.split()[0] not in words["with"]]
    return _Bylines(
        words=words,
        leads=first_words(leads),
        minding=frozenset(word for one in (*words["soft"], *words["weak"]) for word in letters(one.casefold())),
        reports=first_words(own),
        reported=pattern(rf"(?i:{alternation(own)})\s?[:：]?\s(?=[\p{{Lu}}\p{{Lo}}])"),
        first=pattern(
            rf"(?P<lead>{alternation(leads)})(?:\s?[:：]\s?|\s+|[・／/]|(?<=[\p{{Han}}\p{{Hangul}}・]{{2}})(?=[\p{{Han}}\p{{Hangul}}]))",
            regex.IGNORECASE,
        ),
        split=pattern(
            rf"[,،、;；|&+•\n/／]|(?<=\p{{Hangul}})[·ㆍ](?=\p{{Hangul}})|(?<=\s)(?P<join>{joins})(?=\s)|(?<=\s)[-–—](?=\s)",
            regex.IGNORECASE,
        ),
        credit=pattern(rf"(?<!\p{{L}})(?P<credit>{credits})\s?[:：]?\s", regex.IGNORECASE),
        house=pattern(
            rf"(?<=\p{{L}}\s\p{{L}}{{1,20}}+\s)(?:{alternation(words['for'])})\s(?P<name>\p{{Lu}}[^,;|]{{2,60}})$"
        ),
        company=pattern(rf"(?:{alternation(words['with'])})\s", regex.IGNORECASE),
    )


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
    text = text[:LONGEST]
    return _authors(text, language if language and _minds_language(text) else None)


def with_agency(text: str) -> str | None:
    """The agency with whose help a text says that it was written; None where it says no such thing.

    >>> [with_agency(one) for one in ("Mit Material der dpa", "(With PTI inputs)", "Avec AFP et Reuters", "Con calma")]
    ['dpa', 'PTI', 'AFP', None]
    >>> with_agency("With love from Reuters and all of the others there"), with_agency("AFP")
    (None, None)
    """
    first, *words = text.strip(_AROUND_A_CREDIT).split()[: _OF_A_CREDIT + 1] or [""]
    if first.casefold() not in _bylines().words["with"] or not 0 < len(words) < _OF_A_CREDIT:
        return None
    if words[-1].casefold() in _INPUTS:
        words.pop()
    names = _BETWEEN_AGENCIES.split(" ".join(words))
    for skipped in range(min(len(words), _BEFORE_AN_AGENCY + 1)):
        named = [exact_agency(name) for name in (" ".join(names[0].split()[skipped:]), *names[1:])]
        if all(named):
            return named[0]
    return None


_AROUND_A_CREDIT = " \t()（）[].*–—-"
_BETWEEN_AGENCIES = re.compile(r",\s?|\s?/\s?|\s(?:&|and|et|und|y|e|og|och|en|i|ja|и|та|și|ve|dan)\s")
_INPUTS = frozenset(("inputs", "input", "material", "files"))
_OF_A_CREDIT, _BEFORE_AN_AGENCY = 8, 3  # words


def _minds_language(text: str) -> bool:
    """Whether a word stands in a text that is a lead or a conjunction in some languages and a name in others."""
    return not _bylines().minding.isdisjoint(said(text)) or UNPARTED.search(text) is not None


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
        house = _bylines().house.search(part)
        if house:
            found.houses.append(house["name"].strip())
            part = part[: house.start()]
        for piece in _pieces(part, found.agencies, language):
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
        names = [name for name in dict.fromkeys(self.names) if not name[0].isdigit()]  # 42 PM
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
        agency_ = exact_agency(self.agencies[0]) if self.agencies else None
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
    credits = list(_bylines().credit.finditer(text))
    edits = _bylines().words["edit"]
    if not credits or (credits[0].start() > 3 and credits[0]["credit"].casefold() not in edits):
        return [text]
    out = [text[: credits[0].start()]] if credits[0].start() > 3 else []
    for match, after in zip(credits, [*credits[1:], None], strict=True):
        if match["credit"].casefold() in _bylines().words["report"]:
            out.append(text[match.end() : after.start() if after else len(text)].strip(" ;,.-\n"))
    return out


def without_lead(text: str, language: str | None = None) -> str:
    """A byline without "By", "Von", "Autor článku", "Haber:" in front; the same text where none stands there.

    >>> [without_lead(one) for one in ("Von Anna Muster", "Le Figaro", "Text: Anna Muster")]
    ['Anna Muster', 'Le Figaro', 'Anna Muster']
    """
    vocabulary, base = _bylines(), (language or "").split("-")[0]
    if text.startswith("by") and text[2:3].isupper():  # the break between lead and name is lost
        return text[2:]
    for _ in range(2):
        match = vocabulary.first.match(text) if begins(text, vocabulary.leads) else None
        if match is None:
            break
        lead = match["lead"]
        soft = vocabulary.words["soft"].get(lead.casefold())
        colon = text[match.end("lead") : match.end()].strip() in (":", "：") and match.end() > match.end("lead")
        if soft is not None and not colon and not lead.islower() and base not in soft.split():
            break
        rest = text[match.end() :]
        if not colon and not (rest and (rest[0].isupper() or not rest[0].islower() or lead[0].isupper())):
            break
        text = rest.strip(_OUTER)
    label = _LABEL.match(text) if ":" in text or "：" in text else None
    return text[label.end() :].strip(_OUTER) if label and label.end() <= 40 and label.end() < len(text) else text


def reported_by(text: str) -> bool:
    """Whether a text opens with the work somebody did on an article, and a name: it is the credit of a dispatch.

    >>> reported_by("Reportagem de Ana Muster; edição de Jo Lind"), reported_by("Reportagem de rua")
    (True, False)
    """
    vocabulary = _bylines()
    return begins(text, vocabulary.reports) and vocabulary.reported.match(text) is not None


def with_role(text: str) -> str | None:
    """The name in front of what somebody is at a paper; None where a text is something else.

    >>> with_role("Margaret Oduya, Staff Writer"), with_role("홍길동 기자"), with_role("Margaret Oduya, Mayor")
    ('Margaret Oduya', '홍길동', None)
    """
    korean = _REPORTERS.fullmatch(text)
    if korean is not None:
        return korean["names"] if len(korean["names"]) < 5 else None
    match = _NAMED_BY_ROLE.fullmatch(text) if _BEFORE_A_ROLE.search(text) else None
    roles = _bylines().words["role"]
    return match["name"] if match and any(word in roles for word in match["role"].casefold().split()) else None


_BEFORE_A_ROLE = re.compile(r"[,|–—-]\s")
_NAMED_BY_ROLE = pattern(
    r"(?P<name>\p{Lu}[\p{L}.'’-]{0,24}(?: [\p{L}.'’-]{1,24}){1,3})(?:,| [|–—-])\s"
    r"(?P<role>\p{L}[\p{L}'’-]{1,24}(?: [\p{L}'’-]{1,24}){0,5})"
)


def may_lead(text: str) -> bool:
    """Whether a byline may begin somewhere in a text: a first word of one stands there, or words are not parted.

    >>> may_lead("3 March 2025 by Anna Muster"), may_lead("3 March 2025, Harbour")
    (True, False)
    """
    return not _bylines().leads.isdisjoint(said(text)) or UNPARTED.search(text) is not None


def is_lead(text: str) -> bool:
    """Whether a line is the beginning of a byline whose names stand below it.

    >>> [is_lead(one) for one in ("By", "Kommentar von", "By the sea")]
    [True, True, False]
    """
    known = _bylines().words
    words = text.rstrip(" :：").split()
    if not 0 < len(words) < 5:
        return False
    last = words[-1] if len(words) > 1 else words[-1].casefold()
    return " ".join(words).casefold() in known["lead"] or last in known["lead"] or last in known["soft"]


def is_role(text: str) -> bool:
    """Whether a short line says what somebody is, as it stands below a name.

    >>> [is_role(one) for one in ("Journalist", "Corresponsal en Atenas", "The editor left")]
    [True, True, False]
    """
    words = [word.casefold().strip(".,:") for word in text.split()]
    return 0 < len(words) < 6 and not _bylines().words["role"].keys().isdisjoint((words[0], words[-1]))


def is_heading(text: str) -> bool:
    """Whether words in front of a colon or a dash are those of a heading: no town stands there, then.

    >>> is_heading("RELATED STORIES"), is_heading("NEW DELHI")
    (True, False)
    """
    headings = _bylines().words["head"]
    return any(word.casefold().strip(".") in headings for word in text.split())


def told_of(text: str) -> list[str]:
    """The first two, three and four words of a line that says what somebody is, for each may be the name; none where no
    role is said.

    >>> told_of("Jo Lind is a reporter."), told_of("Jo Lind left the house.")
    (['Jo Lind', 'Jo Lind is', 'Jo Lind is a'], [])
    """
    words = text.split(None, 5)
    if len(words) < 4 or _bylines().words["role"].keys().isdisjoint(said(text)):
        return []
    return [" ".join(words[:n]) for n in (2, 3, 4)]


def _brackets_out(text: str, agencies: list[str], places: list[str]) -> str:
    """The text without what stands in brackets, an agency or a place in them noted."""
    for match in _BRACKET.finditer(text):
        said = match[1].strip()
        company = _bylines().company.match(said)
        inner = agency(said[company.end() :] if company else said)
        if inner:
            agencies.append(inner)
        elif _PLACE_IN_BRACKET.fullmatch(said):
            places.append(re.sub(r"^(?:in|à|aus) ", "", said))
    return str(_BRACKET.sub(" ", text))


def _pieces(text: str, agencies: list[str], language: str | None) -> list[str]:
    """The text cut at commas, bars, slashes and conjunctions; at weak conjunctions only between two full names."""
    reporters = [re.split(r"\s?[·,]\s?", match["names"]) for match in _REPORTERS.finditer(text)]
    if reporters:
        return [name for names in reporters for name in names]
    host = _HOST_SLASH.match(text)
    if host:
        found = exact_agency(host["host"])
        if found:
            agencies.append(found)
        text = text[host.end() :] if found else f"{host['host']}, {text[host.end() :]}"
    vocabulary = _bylines()
    out, start = [], 0
    for match in vocabulary.split.finditer(text):
        join = match["join"]
        if join is not None and not _joins(join, text[start : match.start()], text[match.end() :], language):
            continue
        out.append(text[start : match.start()])
        start = match.end()
    out.append(text[start:])
    if len(out) == 2 and "," in text and all(_NAME_ALONE.fullmatch(one.strip()) for one in out):
        return [text]  # Doe, Jane
    return out


def _joins(join: str, left: str, right: str, language: str | None) -> bool:
    """Whether a conjunction stands between two names; what is one in Slovenian is none in English: in."""
    vocabulary, word = _bylines(), join.casefold()
    spoken = vocabulary.words["weak"].get(word)
    if spoken and language and language.split("-")[0] not in spoken.split():
        return False
    following = vocabulary.split.split(right, maxsplit=1)[0].strip()
    if word in vocabulary.words["and"] and len(join) > 1:
        return True
    if agency(following) or agency(left.strip()):
        return True
    if not join.islower() and join.upper() != join.lower():
        return False  # a middle initial, or a name in capitals
    if word in vocabulary.words["with"]:
        return len(left.split()) >= 2 and len(following.split()) >= 2 and word not in ("z", "s", "с", "з")
    return len(left.split()) >= 2 and len(following.split()) >= 2


def said_once(name: str) -> str:
    """A name that stands twice, as the text of a picture and as that of a link, once.

    >>> said_once("Jane Doe Jane Doe"), said_once("Jane Doe")
    ('Jane Doe', 'Jane Doe')
    """
    words = name.split()
    half = len(words) // 2
    return " ".join(words[:half]) if half > 1 and words[:half] == words[half:] else name


# What stands beside a byline and lost its space, and what a role is for; a name may have a capital within (MacDonald).
_GLUED_NETWORK = pattern(
    r"(?<=\p{Ll})(?:Twitter|Facebook|Instagram|LinkedIn|Bluesky|Threads|Mastodon|E-?[Mm]ail|Follow)$"
)
_GLUED_BEAT = pattern(r"(?<=\p{L}{3}\p{Ll})(?<!\b(?:Fitz|Vander))\p{Lu}\p{Ll}{2,}$")


def _sort(piece: str, found: _Parts) -> None:
    """Put one piece of a byline where it belongs: names, roles, agencies, houses, places, or nowhere."""
    piece = " ".join(piece.split()).strip(_OUTER + ',;،、"“”«»')
    if piece.endswith(".") and not _ABBREVIATED.search(piece):
        piece = piece[:-1]
    if piece.casefold() in _SUFFIX and found.names:
        if piece.casefold().strip(".") in ("jr", "sr", "ii", "iii", "iv"):
            found.names[-1] += f", {piece}"
        return
    if not piece or piece.casefold() in _bylines().words["nobody"] or dates.is_date_line(piece):
        return
    house = agency(piece)
    if house is None and (bare := _OF_THE.sub("", piece, count=1)) != piece and (house := agency(bare)):
        piece = bare  # da Agência Brasil
    if house:
        found.agencies.append(piece if exact_agency(piece) else house)
        if not found.names and " " in piece and exact_agency(piece):
            found.names.append(piece)  # written out and first: an author like any other
        return
    place = _PLACE.search(piece)
    if place and len(piece[: place.start()].split()) >= 2:
        found.places.append(place["place"])
        piece = piece[: place.start()]
    if host(piece):
        found.houses.append(piece)
        return
    if found.names and _of_a_scholar(piece):
        found.roles.append(piece)
        return
    if found.names and (reported := _REPORTED_FROM.fullmatch(piece)):
        found.places.append(reported["place"])
        return
    if found.names and (piece.startswith("The ") or _is_house(piece)):
        found.houses.append(piece)
        return
    behind_agency = bool(found.agencies) and not found.names and piece.isupper()  # AFP, MANILA
    behind_place = bool(found.places and found.names) and piece[0].isupper()  # Jane Doe in Johnstown, Pennsylvania
    if " " not in piece and (behind_agency or behind_place):
        found.places.append(piece)
        return
    if " " not in piece and piece[0].isupper() and found.names and " " in found.names[-1]:
        return  # behind a full name, a town or a house
    whole = _without_agency(_without_house(piece, found), found)
    name = said_once(_GLUED_NETWORK.sub("", _without_role(whole, bool(found.names))))
    if name != whole and (glued := _GLUED_BEAT.search(name)):  # Jo LindTravel Reporter
        name = name[: glued.start()]
    if not name:
        found.roles.append(piece) if piece else None
    elif _TOWN_THEN_NAME.fullmatch(name):
        found.names.append(_TOWN_THEN_NAME.sub(r"\g<name>", name))
    elif _HAN_NAMES.fullmatch(name) and _SURNAMES.issuperset(one[0] for one in name.split()):
        found.names.extend(name.split())
    elif _is_name(name):
        found.names.append(name)


def _of_a_scholar(text: str) -> bool:
    """Whether a text says what a scholar is, or where: `Professor of Chemistry`, `Clarence River University`."""
    words = _bylines().words
    return any(word in words["rank"] or word in words["school"] for word in letters(text.casefold()))


def scholar(text: str) -> str | None:
    """The name in front of what a scholar is, and where; None where a text is something else.

    >>> scholar("Jo Lind, Professor of Chemistry, Ellery University"), scholar("Jo Lind, Mayor of Ellery")
    ('Jo Lind', None)
    """
    name, _, rest = text.partition(", ")
    words = _bylines().words
    ranked = not words["rank"].keys().isdisjoint(letters(rest.casefold())) if rest else False
    return name if ranked and rest[-1] != "." and 1 < len(name.split()) < _LONG_NAME and _is_name(name) else None


_LONG_NAME = 5  # words


def introduced(text: str) -> str | None:
    """The name with which a text begins that says what somebody is who writes, or writes of; None where it does not.

    >>> introduced("Jo Lind is a reporter in Ellery."), introduced("Jo Lind is the mayor of Ellery.")
    ('Jo Lind', None)
    >>> introduced("Jo Lind schreibt über den Hafen."), introduced("The harbour is a reporter’s dream.")
    ('Jo Lind', None)
    """
    words = _bylines().words
    begin = text[:_INTRODUCED].split(" ")
    for n in range(2, min(_LONG_NAME, len(begin))):
        verb = begin[n].casefold()
        if verb in words["does"] or verb in words["is"]:
            name = " ".join(begin[:n]).rstrip(",")
            rest = [word.strip(_AROUND_A_WORD).casefold() for word in begin[n + 1 : n + 1 + _WORDS_TO_WORK]]
            works = verb in words["does"] or any(word in words["role"] or word in words["rank"] for word in rest)
            return name if works and _INTRODUCES.fullmatch(name) and _is_name(name) else None
    return None


_INTRODUCED, _WORDS_TO_WORK = 200, 12  # characters; words
_AROUND_A_WORD = ".,;:()«»“”\"'’"
_INTRODUCES = pattern(
    r"(?!(?:The|An?|De[rn]|Die|Das|L[aeo]s?|El|Il|Os?|Het|This|Our) )"  # a house, or anything
    r"(?P<part>\p{Lu}[\p{L}\p{M}.'’-]{0,30}|d[aeiu]|de[lnr]|v[ao]n|al|bin|y|e)(?: (?&part)){1,4}"
)


def _is_house(piece: str) -> bool:
    """Whether three words or more end with what services are called: `Pier News Service`, but Robert Service; or two
    with what papers are called: `Ellery Courier`, `Diario de Ellery`."""
    parts, words = piece.split(), _bylines().words
    if len(parts) > 2 and parts[-1].casefold() in words["house"]:
        return True
    return len(parts) > 1 and (parts[-1].casefold() in words["paper"] or parts[0].casefold() in words["daily"])


_OF_THE = pattern(
    r"(?:d[aeo]|de la|del|della|dell[’']|of(?: the)?|von(?: der)?|van(?: het)?|fra|från)\s", regex.IGNORECASE
)


def _without_house(piece: str, found: _Parts) -> str:
    """`Associated Press writers Jane Doe`, `CNN’s Jane Doe`: the name, and the agency noted."""
    match = _OF_HOUSE.match(piece)
    if match is None:
        return piece
    words = match["house"].split()
    role = match["s"] or words.pop().casefold() in _bylines().words["role"]
    house = agency(" ".join(words))
    if not role or not house:
        return piece
    found.agencies.append(house)
    return piece[match.end() :]


def _without_agency(piece: str, found: _Parts) -> str:
    """`Jane Doe The Associated Press`: the name, and the agency noted."""
    words = piece.split()
    for n in range(2, len(words)):
        house = exact_agency(" ".join(words[n:]).removeprefix("The "))
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
    roles = _bylines().words["role"]
    words = piece.split()
    telling = [word.casefold().strip(".,:") in roles for word in words]
    suffixed = telling[-1:] == [True] and _NO_CASE.match(piece) is not None  # 홍길동 기자: name, then role
    if all(telling) or (known and any(telling) and not suffixed):
        return ""
    if telling[-1] and words[0].isascii():
        return _before_a_role(words)
    while telling[-1] and not words[0].isascii():
        words.pop()
        telling.pop()
    while telling[0] and not words[0].isascii():
        words.pop(0)
        telling.pop(0)
    return " ".join(words)


def _before_a_role(words: list[str]) -> str:
    """The name before a role, what that is for, and its house: `Jane Doe BBC Political Editor`; all of it where no name
    is left."""
    told = _bylines().words["role"].keys() | _bylines().words["beat"].keys()
    n = next((n for n in range(len(words), 0, -1) if words[n - 1].casefold() not in told), 0)
    while n > _OF_A_NAME and words[n - 1].isupper() and not words[0].isupper():  # Jane Doe BBC News correspondent
        n -= 1
    return " ".join(words[:n] if n >= _OF_A_NAME else words)


_OF_A_NAME = 2  # words at least


def _is_name(piece: str) -> bool:
    """Whether a piece can be a name: letters, few words, no digits, no sentence."""
    if not 1 < len(piece) <= LONGEST_NAME or not _NAME_WORD.search(piece) or len(piece.split()) > 7:
        return False
    return _NO_NAME.search(piece) is None


@functools.lru_cache(maxsize=2048)  # a line is looked at as one, and as a field
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
