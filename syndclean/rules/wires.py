"""What news agencies, press-release services and feeds leave behind an article: credits, end marks, notices.

The sentences are vocabulary (`wires.tsv`); what is made of figures and signs is a pattern, its repeats bounded.
"""

import functools
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import regex

from syndclean import dates, facts
from syndclean.document import Kind, Role
from syndclean.facts.vocabulary import LETTER
from syndclean.lazy import once
from syndclean.rule import LineRule, compiled
from syndclean.rules.words import entries

Hit = str | tuple[str, Mapping[str, str]]

_LONGEST = 520  # code points; no sentence of the vocabulary is longer
_PLACE = re.compile(r"\\\{(\w+|\\\*)\\\}")
_HOLDS = {
    "\\*": r".{0,240}",
    "item": r"(?:article|story|content|text|post|piece|report|news\ item|material|column|interview"
    r"|(?:press\ )?release)",
    "at": r"(?:on|in|by|at)",
    "title": r"(?P<title>.{3,240}?)",
    # Whoever helped has a name; what helped is small.
    "who": r"(?-i:(?:[Tt]he\ |[Ll]a\ |[Ll]e\ |l'|[Oo]ur\ )?(?=[\p{Lu}\p{Lo}])|(?=agenc|wire|staff|news))"
    r"(?:[^.!?]|(?<=\b\p{Lu})\.|\.(?!\s\p{Lu}\p{Ll})){2,160}",  # but no second sentence
    "house": r"(?P<source_name>(?!.{0,20}\b(?:1[89]|20)\d\d\b)(?-i:[\p{Lu}\p{Lo}\d])[^()]{1,80}?)(?:\ ?\([^()]{1,200}\))?",
    # No year nor address, and without the one in brackets behind a name.
    "source_name": r"(?P<source_name>(?![^()]{0,80}://)(?!.{0,20}\b(?:1[89]|20)\d\d\b)\S[^()]{1,80}?)(?:\ ?\([^()]{1,200}\))?",
    # No year, and no point at the end, as a sentence has it.
    "tags": r"(?P<tags>(?!.{0,200}\b(?:1[89]|20)\d\d\b)(?!.{0,240}\.\s{0,4}\Z)[^.!?:]{2,200})",
    "licence": r"(?:an?\ )?(?P<licence>Creative\ Commons.{0,40}?)",
}


class Sentence(NamedTuple):
    """One line of the vocabulary: its rule and language, words that stand in every such line, the line's pattern."""

    number: int
    rule: str
    language: str
    words: str
    pattern: str  # few of them are ever asked


class Notice(NamedTuple):
    """How a house speaks of its own text in one language: its rule, and the pattern of all that is said together."""

    rule: str
    language: str
    pattern: str  # few of them are ever asked


class _Sentences(NamedTuple):
    """The vocabulary, by how a sentence is found on a line."""

    whole: dict[str, tuple[Sentence, ...]]  # by all that they say
    by_word: dict[str, tuple[Sentence, ...]]  # by the longest of their words that are whole
    notices: dict[str, tuple[Notice, ...]]  # by a whole word that they cannot do without
    words: frozenset[str]  # the keys of both
    others: tuple[Sentence, ...]  # by what they say, as it stands: where no spaces part words
    other: "re.Pattern[str]"  # any of the `others`


_FRAME = "-–—*()（）【】[]. \t\n\u3000。"


@once
def _vocabulary() -> _Sentences:
    whole: dict[str, tuple[Sentence, ...]] = {}
    by_word: dict[str, tuple[Sentence, ...]] = {}
    others: list[Sentence] = []
    for number, line in enumerate(entries("wires.tsv")):
        rule, language, said = line.split("\t")
        parts = re.split(r"\{[\w*]+\}", said)
        pattern = _PLACE.sub(lambda place: _HOLDS[place[1]], re.escape(said)).replace("'", "['’]")
        pattern = pattern.replace("ș", "[șş]").replace("ț", "[țţ]")
        framed = rf"[-–—*\s(（【\[]{{0,4}}{pattern}[-–—*\s)）】\].。]{{0,4}}"
        words = _small(max(parts, key=len))
        sentence = Sentence(number, rule, language, words, framed)
        inner = [word for part in parts for word in facts.letters(" ".join(_small(part).split(" ")[1:-1]))]
        begin = parts[0] or (parts[1] if said.startswith("{*}") else "")
        first, space, _ = _small(begin).partition(" ")
        inner += facts.letters(first) if space else []  # where it begins, a word is whole as well
        if len(parts) == 1:
            key = words.strip(_FRAME)
            whole[key] = (*whole.get(key, ()), sentence)
        elif inner:
            key = max(inner, key=len)
            by_word[key] = (*by_word.get(key, ()), sentence)
        else:
            others.append(sentence)
    other = re.compile("|".join(re.escape(one.words) for one in others))
    notices = _notices()
    return _Sentences(whole, by_word, notices, frozenset(by_word) | frozenset(notices), tuple(others), other)


def _notices() -> dict[str, tuple[Notice, ...]]:
    out: dict[str, tuple[Notice, ...]] = {}
    for line in entries("notice_words.txt"):
        what, language, *lists = _small(line).split("\t")
        said = [rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in words.split('|'))})" for words in lists]
        if what in ("leave", "view"):
            parts = (rf"{said[0]}(?!\w)", *said[1:])
            pattern = "".join(rf"(?=.{{0,300}}?{part})" for part in parts)
        elif what == "text":
            was = rf"(?:{said[2]}(?!\w){_WITHIN}|(?:[^\s.,!?]{{1,24}}\s)?)"
            pattern = rf"{_LABELLED}{said[0]}\s(?:[^\s.!?]{{1,24}}\s){{0,4}}?{said[1]}\s{was}{said[3]}"
        else:
            pattern = rf"{_LABELLED}{said[0]}\s{said[1]}(?!\w){_WITHIN}{said[2]}"
        notice = Notice(_OF_ITS_OWN[what], language, pattern)
        for phrase in lists[what == "text"].split("|"):
            word = max(facts.letters(phrase), key=len)
            out[word] = (*out.get(word, ()), notice)
    return out


_OF_ITS_OWN = {"text": "wire/own-text", "known": "wire/own-text", "leave": "wire/own-leave", "view": "wire/own-view"}
_LABELLED = r"\W{0,3}(?:[^\W\d_][^:.!?]{0,40}:\s)?"  # Editor's note:
_WITHIN = r"(?:[^.,;!?]|(?<=\d)[.,]){0,120}?"  # a clause, with the days of dates in it


_compiled = functools.cache(re.compile)


def _small(text: str) -> str:
    return facts.with_cedillas(text.replace("’", "'").casefold())


@functools.lru_cache(maxsize=512)
def sentences(line: str) -> Mapping[str, tuple[str, Mapping[str, str]]]:
    """The language of a line and what it says, by the rule; of one rule's sentences the first that fits.

    >>> sentences("This article first appeared in The Pier Post.")
    {'press/first-published': ('en', {'source_name': 'The Pier Post'})}
    """
    if len(line) > _LONGEST:
        return {}
    vocabulary = _vocabulary()
    small = _small(line)
    keys = vocabulary.words & facts.said(line)
    likely = [one for key in keys for one in vocabulary.by_word.get(key, ()) if one.words in small]
    likely += vocabulary.whole.get(small.strip(_FRAME), ())
    if _may_say_others(line, vocabulary):
        likely += vocabulary.others
    noted = [notice for key in keys for notice in vocabulary.notices.get(key, ())]
    if not likely and not noted:
        return _NOTHING
    out: dict[str, tuple[str, Mapping[str, str]]] = {}
    for sentence in sorted(likely):
        if sentence.rule not in out and sentence.words in small:
            match = compiled(sentence.pattern, regex.IGNORECASE).fullmatch(line)
            if match:
                out[sentence.rule] = sentence.language, match.groupdict()
    if noted and not _QUOTED_OR_PAST.search(line):
        for notice in noted:
            if notice.rule not in out and _compiled(notice.pattern).match(small):
                out[notice.rule] = notice.language, {}
    return out


# Somebody else speaks, more than a name is quoted, or history is told.
_QUOTED_OR_PAST = re.compile(r"„[^“”]{24}|“[^“”„]{24,300}”|«[^»]{24}|「[^」]{12}|\"[^\"]{24,300}\"|\b1[89]\d\d\b")


def may_say(text: str) -> bool:
    """Whether one of the sentences may stand in a text: the longest of what it says does."""
    vocabulary = _vocabulary()
    words = vocabulary.words & facts.said(text)
    if words:
        small = _small(text)
        if any(one.words in small for word in words for one in vocabulary.by_word.get(word, ())):
            return True
    return _may_say_others(text, vocabulary)


def _may_say_others(text: str, vocabulary: _Sentences) -> bool:
    """Whether a sentence without spaces may stand in a text."""
    return not text.isascii() and _UNCASED.search(text) is not None and vocabulary.other.search(text) is not None


_NOTHING: Mapping[str, tuple[str, Mapping[str, str]]] = {}
_UNCASED = re.compile("[\u3040-\u9fff\uac00-\ud7a3]")


def _says(rule: str, line: str) -> Mapping[str, str] | None:
    return sentences(line).get(rule, (None, None))[1]


_PARTS = re.compile(r"\s?[,;/&+]\s?|–")
_SIGNED_OFF = re.compile(r"[a-z]{2,5}|\d{1,4}[\d.:-]{0,9}(?: Uhr)?")
_ALL_AGENCIES = frozenset(("agenturen", "agencies", "agences", "agencias", "agências", "agenzie", "redaktion", "red"))


def _desk(line: str) -> Mapping[str, str] | None:
    """Agencies and who wrote for them: a comma or a slash between them or brackets around one, initials, a date."""
    if "(" in line and (said := _by_credits(line)) is not None:
        return said
    if len(line) > _LONGEST_DESK or _PARTS_A_DESK.search(line) is None:
        return None
    said = _by_parts(line)
    return _by_words(line) if said is None else said


_LONGEST_DESK = 64  # code points, unless keys are among them
_PARTS_A_DESK = re.compile("[,;/&+–()]")


def _by_parts(line: str) -> Mapping[str, str] | None:
    parts = _PARTS.split(line.strip(_FRAME))
    if not 2 <= len(parts) <= 8:
        return None
    names = [part for part in parts if not _SIGNED_OFF.fullmatch(part)]
    written = [name for name in names if _A_WRITER.fullmatch(name) and facts.agency(name) is None]
    if written:
        dated = line[:1] + line[-1:] == "()" and dates.is_date_line(parts[-1])
        signed = dated and all(name in written or _is_of_a_desk(name) for name in names)
        return {"authors": ", ".join(written)} | _agency_of(parts) if signed else None
    if not all(_is_of_a_desk(name) or facts.host(name) for name in names):
        return None
    found = _agency_of(parts)
    return found if found or any(name.casefold() in _ALL_AGENCIES for name in names) else None


def _agency_of(parts: Sequence[str]) -> dict[str, str]:
    """The first agency among the parts of a signature, as a field."""
    agency = next((name for name in map(facts.agency, parts) if name is not None), None)
    return {"agency": agency} if agency else {}


def _is_of_a_desk(name: str) -> bool:
    """Whether a part of a signature is an agency, or stands for all of them or for the desk."""
    return facts.agency(name) is not None or name.casefold() in _ALL_AGENCIES


_A_WRITER = regex.compile(r"\p{Lu}[\p{L}.'’-]{0,20}(?: (?:\p{Lu}[\p{L}.'’-]{1,24}|von|van|de|di|da)){1,3}")


def _by_words(line: str) -> Mapping[str, str] | None:
    """An agency, and nothing else but initials and numbers: BSS/DK/RO/1834 hrs, //Petra// DK, (Hina) xikr yrn."""
    words = _OF_A_SIGNATURE.findall(line) if _SIGNED_WITH.search(line) else ()
    if not 2 <= len(words) <= 8:
        return None
    agency = facts.agency(words[0]) or facts.agency(words[-1]) or facts.agency(words[-1].upper())
    if agency is None:
        return None
    rest = words[1:] if facts.agency(words[0]) else words[:-1]
    small = [word for word in rest if _INITIALS_OF.fullmatch(word) and word.casefold() not in _SMALL_WORDS]
    alone = _TWO_CLUBS.fullmatch(line) is not None
    return {"agency": agency} if len(small) == len(rest) and not alone else None


def _by_name(line: str) -> Mapping[str, str] | None:
    name, _, rest = line.partition(" (")
    agency = facts.agency(rest[:-1]) if rest[-1:] == ")" and _A_WRITER.fullmatch(name) else None
    return {"authors": name, "agency": agency} if agency else None


# Asked only of what an article ends with, or what stands right behind it: see `steps.behind`.
WRITER_AND_AGENCY = LineRule(
    "footer/writer-and-agency",
    "Who wrote, and for which agency.",
    "footer",
    "author",
    read=_by_name,
    weight=6.0,
    longest=80,
    hits=(("Jo Lind (PAP)", {"authors": "Jo Lind", "agency": "PAP"}),),
    misses=("Jo Lind (mayor)", "jo lind (PAP)", "Jo Lind (PAP) said so", "PAP", "Jo Lind (PAP"),
)


def _by_credits(line: str) -> Mapping[str, str] | None:
    """An agency and, behind a slash in brackets, who wrote and who edited, each with a key."""
    name, _, credits = line.replace("/ (", "/(", 1).partition("/(")
    agency = facts.agency(name) if credits[-1:] == ")" else None
    written = credits[:-1].rpartition(" - ")[2].partition(",")[0]
    if agency is None or ":" not in written:
        return None
    return {"agency": agency, "authors": written} if facts.without_lead(written) != written else {"agency": agency}


_OF_A_SIGNATURE = re.compile(r"[^\W_]+(?::\d\d)?")
_SIGNED_WITH = re.compile(r"/|\)(?=.)|\(.{1,20}[/-]")
_INITIALS_OF = regex.compile(
    r"\p{Ll}{1,4}|\p{Lu}{1,4}|\p{Lu}\p{Ll}{1,2}|[\p{Lo}\p{M}]{1,3}|\d{1,2}(?::\d\d)?|\d{4}|(?i:hrs|gmt|uhr|ist)"
)
_TWO_CLUBS = re.compile(r"[A-Z]{2,4}/[A-Z]{2,4}")  # MIA/SEA
_SMALL_WORDS = frozenset(
    ["a", "an", "and", "are", "as", "at", "by", "for", "has", "he", "in", "is", "it", "no", "not", "of", "on", "or", "say",
     "says", "so", "the", "to", "was", "we"]
)  # fmt: skip

def _of_a_chinese_desk(line: str) -> Mapping[str, str] | None:
    """In brackets who reported, or who edited or translated; behind them perhaps the day in figures."""
    match = _CHINESE_CREDIT.fullmatch(line)
    if match is None or match["key"] not in _CHINESE_DESK:
        return None
    return {"key": match["key"], "authors": match["names"]} if match["key"] in _CHINESE_REPORTERS else {}


def _chinese_reporter(line: str) -> Mapping[str, str] | None:
    match = _CHINESE_REPORTER.fullmatch(line)
    return None if match is None or match["authors"][-1] in "摄攝" else {"authors": match["authors"]}


_HAN_NAMES = r"[一-鿿]{2,3}(?:[ 　、][一-鿿]{2,3}){0,7}"
_CHINESE_REPORTER = re.compile(
    rf"[（(](?:[一-鿿]{{2,6}})?(?:记者|記者)[ 　:：]?(?P<authors>{_HAN_NAMES}?)"
    rf"(?:[ 　；;、](?:特约)?(?:通讯员|通訊員|实习生|編輯|编辑|见习记者)[ 　:：]?{_HAN_NAMES})?[）)]"
)
_CHINESE_CREDIT = re.compile(r"[（(【](?P<key>[一-鿿]{2,4})[:：](?P<names>[\w、/:： ]{1,60})[）)】]\d{0,8}")
_CHINESE_REPORTERS = frozenset(("记者", "記者"))
_CHINESE_DESK = _CHINESE_REPORTERS | {
    "编辑", "編輯", "责任编辑", "責任編輯", "编译", "編譯", "译者", "譯者", "核稿", "校对", "校對",
}  # fmt: skip
_NAME_OR_CODES = re.compile(
    r"[A-Z][a-z]{1,24}[A-Z]\w{1,24}|[A-Z]{2,8}(?:/[A-Z]{2,8}){1,4}|www\.[\w-]{1,40}(?:\.[\w-]{2,20}){1,3}"
)


def _in_brackets(line: str) -> Mapping[str, str] | None:
    bare = line.removesuffix(".")
    return {} if bare[:1] + bare[-1:] in ("()", "[]") and _NAME_OR_CODES.fullmatch(bare[1:-1]) else None


def _posted(line: str) -> Mapping[str, str] | None:
    """The tags that the sentence of WordPress's themes names, if any."""
    behind = [tagged for begins, tagged in _POSTED if line.startswith(begins)]
    said = next((line.partition(tagged)[2] for tagged in behind if tagged in line), "")
    tags = said.partition(". ")[0].removesuffix(".").removesuffix(" verschlagwortet")
    return None if not behind else {"tags": tags} if tags else {}


# How that begins, and what stands before the tags, in WordPress's own translations.
_POSTED = (
    ("This entry was posted in ", " and tagged "), ("This entry was posted in ", " Tagged "),
    ("Dieser Beitrag wurde unter ", " abgelegt und mit "), ("Dit bericht is geplaatst in ", " en getagd met "),
    ("Cette entrée a été publiée dans ", ", et marquée avec "), ("Ce contenu a été publié dans ", ", et marqué avec "),
    ("Esta entrada fue publicada en ", " y etiquetada "), ("Esta entrada se publicó en ", " y está etiquetada con "),
    ("Questa voce è stata pubblicata in ", " e contrassegnata come "),
    ("Esta entrada foi publicada em ", " e marcada com a tag "), ("Este post foi publicado em ", " e marcado "),
    ("Ten wpis został opublikowany w kategorii ", " i oznaczony tagami "),
    ("Detta inlägg publicerades i ", " och taggades "), ("Dette indlæg blev udgivet i ", " og tagget "),
    ("Запись опубликована в рубрике ", " с метками "),
)  # fmt: skip


def _reported(line: str) -> Mapping[str, str] | None:
    """Names, "reported from" and places; whoever reported something more is in an article."""
    names, _, places = line.partition(" reported from ")
    if not places:
        return None
    words = names.replace(",", "").split()
    named = len(words) < 9 and all(word[0].isupper() or word == "and" for word in words)
    return {} if named and places[:1].isupper() and len(places) < 120 and " that " not in places else None


def _reporting(line: str) -> Mapping[str, str] | None:
    """Who did what for a dispatch; in any language and with a mere "by" where brackets stand around it."""
    if _REPORTING.match(line):
        bare = line
    elif line[:1] + line[-1:] in ("()", "（）") and (
        _REPORTING.match(line, 1) or _WRITTEN_BY.fullmatch(line, 1, len(line) - 1) or facts.reported_by(line[1:-1])
    ):
        bare = line[1:-1]
    else:
        return None
    return {"authors": bare} if _BRACKETS.isdisjoint(bare) else None


_BRACKETS = frozenset("()（）")
_REPORTING = re.compile(r"(?i:(?:additional )?reporting(?: and writing)? by )(?=[^\W\d_a-z]|.{1,200}\b(?i:editing by))")
_WRITTEN_BY = re.compile(r"By(?: [A-Z][\w.'’-]{1,24}){2,4}(?:(?:,| and)(?: [A-Z][\w.'’-]{1,24}){2,4}){0,6}")
def _ended(line: str) -> Mapping[str, str] | None:
    """A word for the end between brackets or slashes, and behind it initials and times, or in English a name."""
    match = _END_WORD.match(line)
    if match is None:
        return None
    word = match["word"].casefold()
    if word not in _ends() or _CLOSES[match["open"]] != match["close"]:
        return None
    return {} if (_NAMED_AT_END if word == "end" else _INITIALS_AT_END).fullmatch(match["rest"]) else None


@functools.cache
def _ends() -> frozenset[str]:
    return frozenset(entries("end_words.txt"))


_END_WORD = re.compile(
    rf"(?P<open>[(（\[]|/{{1,2}})\s?(?P<word>{LETTER}{{1,10}})\s?(?P<close>[)）\]]|/{{1,2}})(?P<rest>.{{0,40}})\Z"
)
_CLOSES = {"(": ")", "（": "）", "[": "]", "/": "/", "//": "//"}
_NAMED_AT_END = re.compile(r"(?:\s?[\w./: -]{2,40})?")
_INITIALS_AT_END = re.compile(r"(?:[\s./-]{0,3}(?:[^\W\d_]{1,3}|\d\d?(?::\d\d)?)\b\.?){0,5}")
_MARK = re.compile(r"[.!?:]")


def _sends(line: str) -> Mapping[str, str] | None:
    """A few words and an address behind them; with a colon between them it is a field."""
    words, _, address = line.rpartition(" ")
    if "://" not in address or address[0] in "([" or " " not in words or len(words) > 120:
        return None
    if not words[0].isupper() or _MARK.search(words):
        return None
    return {"key": words, "source_url": address} if facts.address(address) else None


def language_of(rule: str, line: str) -> str | None:
    """The language of a sentence that a rule reads, None where it reads none."""
    return sentences(line).get(rule, (None, None))[0] if rule in _READERS else None


def _rule(
    rule_id: str,
    why: str,
    kind: Kind,
    role: Role,
    *,
    hits: tuple[Hit, ...],
    misses: tuple[str, ...],
    weight: float = 10.0,
    longest: int = _LONGEST,
) -> LineRule:
    read = functools.partial(_says, rule_id)
    return LineRule(rule_id, why, kind, role, gate=sentences, read=read, hits=hits, misses=misses, weight=weight,
                    longest=longest)  # fmt: skip


_INITIALS = r"[^\W\d_A-Z]{1,4}"


def _numbered(line: str) -> Mapping[str, str] | None:
    match = _STAMP.fullmatch(line)
    return None if match is None else {key: value for key, value in match.groupdict().items() if value}


# Day, hour and minute in six figures, month and year; a code with figures that dashes part, or a day and a time behind
# it; a number as long as databases have them.
_STAMP = re.compile(
    r"(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d(?: (?:GMT|UTC))? [^\W\d_]{3,4}\.? (?:\d\d|20\d\d)"
    r"|[A-Z]{2,6}(?:-[A-Z]{2,4})?-(?:\d\d[:-]){2,4}\d\d(?: \d{4}(?:GMT|UTC))?<?"
    r"|[A-Z]{2,5}\d{3,5} (?P<published_at>20\d\d-\d\d-\d\d[/T ]\d\d:\d\d)"
    r"|(?:[^\W\d_]{3,12} )?[A-Z]{2,12}\d{8,24}[A-Za-z]{1,4}\d[\dA-Za-z]{2,20}"
)
_MAIL_SIGN = re.compile("@")

RULES: tuple[LineRule, ...] = (
    # ---- agencies --------------------------------------------------------------------------------------------------
    LineRule(
        "wire/reporting-by",
        "Reuters and those who write as it does: who reported, who edited.",
        "footer",
        "credit",
read=_reporting,
        hits=(
            (
                "(Reporting by Margaret Oduya; Editing by Tom Hallam)",
                {"authors": "Reporting by Margaret Oduya; Editing by Tom Hallam"},
            ),
            "Reporting by Margaret Oduya in Port Ellery, writing by Jo Lind, editing by Tom Hallam",
            ("Additional reporting by Jo Lind", {"authors": "Additional reporting by Jo Lind"}),
            "Reporting and writing by Jo Lind",
            "Reporting by jo lind, editing by Tom Hallam",
            ("(Reportagem de Ana Bel; edição de Jo Lind)", {"authors": "Reportagem de Ana Bel; edição de Jo Lind"}),
            "(Reporte de Ana Bel en Puerto Elero. Editado en español por Jo Lind)",
            "(Reporting and writing by Jo Lind)",
            ("（By Ana Bel and Jo Lind）", {"authors": "By Ana Bel and Jo Lind"}),
        ),
        misses=(
            "Reporting by phone, she said that the road was closed.",
            "The reporting by the paper won a prize.",
            "(Reporting by Jo Lind (Port Ellery)",
            "Reporting on Jo Lind",
            "Reporting and fishing by Jo Lind",
            "Reportagem de Ana Bel; edição de Jo Lind",
            "(Reportagem de rua)", "[Reportagem de Ana Bel]",
            "(By the end of it all)",
            "By Ana Bel and Jo Lind",
        ),
        weight=9.0,
        longest=_LONGEST,
    ),
    LineRule(
        "wire/reported-from",
        "AP: who of those in the byline was where.",
        "footer",
        "credit",
        read=_reported,
        hits=("Lind reported from New York and Bell-Moreaux from Washington.", "Lind, Bell and Ost reported from Kiel"),
        misses=(
            "Two cases were reported from Kiel",
            "Lind reported from Kiel that the boats had left.",
            "Lind reported from time to time",
            "Lind Bell Ost Hallam Roe Doe Muster Brandt Sommer reported from Kiel",
            "Lind reported from New York, where the boats had been built in the first years of the century for the company of the "
            "grandfather of the mayor",
        ),
        weight=7.0,
        longest=240,
    ),
    _rule(
        "wire/credit",
        "Who helped.",
        "footer",
        "credit",
        hits=(
            "With inputs from PTI",
            "Anna Ost hat zu diesem Bericht beigetragen.",
            "The Pier Press writer Tom Hallam contributed to this report.",
            "With files from the Pier Press",
            "With reporting from agencies",
        ),
        misses=(
            "With inputs of water it overflows.", "She contributed to the report.",
            "With files from the drowned office spread on the quay, they waited.",
            "With files from Ellery they came to the council. The mayor read all of them.",
        ),
        weight=8.0,
    ),
    _rule(
        "wire/rights",
        "No part of it may be used without leave.",
        "footer",
        "copyright",
        hits=(
            "This material may not be published, broadcast, rewritten or redistributed.",
            "본 기사의 무단 복제 금지",
            "無断使用を禁じます",
        ),
        misses=(
            "This material may not be strong enough for the bridge.",
            "무단 횡단을 하던 사람이 다쳤다.",
            "無断欠席が続いた。",
        ),
    ),
    _rule(
        "wire/disclaimer",
        "Not edited; whose opinions these are.",
        "footer",
        "disclaimer",
        hits=(
            "(This story has not been edited by our staff and is auto-generated from a syndicated feed.)",
            "The views expressed in this article are the author's own.",
            "Les propos tenus ici n’engagent que leur auteur.",
        ),
        misses=("This story has not been told before.", "Las opiniones cambian."),
    ),
    _rule(
        "wire/press-code",
        "By whose rules a house works, and who hears complaints of it.",
        "boilerplate",
        "legal",
        hits=(
            "The Pier Post subscribes to the Code of Ethics and Conduct of the Press Council.",
            "Fjordposten arbeider etter Vær Varsom-plakatens regler for god presseskikk.",
        ),
        misses=("The town subscribes to the view that codes help.", "The Press Council met on Tuesday."),
        weight=8.0,
    ),
    _rule(
        "wire/comment-rules",
        "What a site says of the comments of its readers: who answers for them, and what may not be written.",
        "boilerplate",
        "comments",
        hits=(
            "Comments are the responsibility of those who write them.",
            "Os comentários são de responsabilidade exclusiva de seus autores.",
            "Komentari odražavaju stavove njihovih autora.",
        ),
        misses=("Comments on the bridge came from all parties.", "The mayor made no comment."),
        weight=10.5,
    ),
    _rule(
        "press/disclosure",
        "For whom those who wrote work, and who pays them: what scholars tell.",
        "footer",
        "disclaimer",
        hits=(
            "Jo Lind does not work for, consult, own shares in or receive funding from any company that would gain from it.",
            "The authors declare no competing interests.",
            "Jo Lind ne travaille pas, ne conseille pas, ne possède pas de parts dans une société.",
        ),
        misses=("They own shares in the harbour.", "The authors declare an interest."),
    ),
    _rule(
        "wire/own-text",
        "What was done to this text, in any words: a word that points at it, what it is called, and what was done.",
        "footer",
        "disclaimer",
        hits=(
            "(This March 3 story has been refiled to fix a typo)",
            "Denne saken er oversatt fra engelsk ved hjelp av kunstig intelligens.",
            "Redaktionens anmärkning: Den här texten är översatt från engelska.",
            "Dieser Artikel wurde am 4. März 2025 korrigiert: Es waren zwei Poller.",
            "Цей матеріал оновлено новими даними.",
            "Fréttin hefur verið uppfærð.",
        ),
        misses=(
            "This story has been told before.",
            "The story was translated into Dutch.",
            "“This story was translated from Danish,” he said.",
            "Greinin um fréttina sem hefur verið uppfærð er löng.",
            "This story was first translated in 1911.",
            "This article of the treaty was amended twice.",
            "This story is old, and nobody has translated it.",
            "Her words: this is a long story. It was translated.",
        ),
        weight=4.2,
        longest=320,
    ),
    _rule(
        "wire/own-leave",
        "What may be done with this text, and with whose leave or with what link.",
        "footer",
        "disclaimer",
        hits=(
            "Brez pisnega dovoljenja agencije je prepovedano razmnoževanje vsebin.",
            "При использовании материалов агентства активная ссылка обязательна.",
            "Reproduction of any content without written permission is strictly prohibited.",
            "Be „Uosto“ sutikimo agentūros informaciją skelbti draudžiama.",
        ),
        misses=(
            "Without permission the boats may not leave.",
            "They reproduced the text, which is prohibited.",
            "The content was reproduced with her permission.",
            "The article, with her permission, may not be the last.",
            "Reproduction without the publisher's permission is strictly prohibited.",
            "Copying the content of her letter without permission is forbidden.",
        ),
        weight=4.2,
        longest=320,
    ),
    _rule(
        "wire/own-view",
        "Whose views these are, and whose they need not be, in any words.",
        "footer",
        "disclaimer",
        hits=(
            "The views and opinions expressed herein are those of the author and do not necessarily reflect ours.",
            "El Sió no comparteix necessàriament les opinions dels seus col·laboradors.",
            "Мнение автора может не совпадать с позицией редакции.",
        ),
        misses=(
            "The views from the tower do not necessarily reflect the town.",
            "The author need not share these views.",
            "“The author's views do not necessarily reflect those of the board,” she said, and left.",
        ),
        weight=4.2,
        longest=420,
    ),
    _rule(
        "wire/automatic",
        "Published or collected by a machine.",
        "footer",
        "disclaimer",
        hits=("This content was published automatically.", "Dieser Text wurde automatisch übernommen."),
        misses=("This story is about a dog.", "The door opened automatically."),
        weight=8.0,
        longest=200,
    ),
    LineRule(
        "wire/initials",
        "The initials with which AFP, dpa and others sign a dispatch.",
        "footer",
        "agency",
        pattern=r"[a-z]{2,4}(?:[-/][a-z]{2,3}){2,3}|[a-z]{3}/[a-z]{3}",
        hits=("bur/ah/pjm", "jl-hg/mr/ah", "abc/def"),
        misses=(
            "and/or", "a/ah/pjm", "bur/a/pjm", "BUR/AH/PJM", "bur.ah.pjm", "aprile", "abc.def", "Abc/def", "white/sea", "the/seas",
        ),
        weight=3.0,
        longest=24,
    ),
    LineRule(
        "wire/dpa-number",
        "dpa's numbers for a dispatch.",
        "footer",
        "agency",
        pattern=r"(?P<agency>dpa)[\w-]{0,9}, dpa:[\d/-]{1,30}",
        hits=(("dpa-infocom, dpa:240312-99-123456/2", {"agency": "dpa"}), "dpa, dpa:240312-99-123456/2"),
        misses=("dpa-infocom, 240312-99-123456/2", "dpa-infocom, dpa:heute", "dpa (Kiel), dpa:240312-99-123456/2"),
        longest=48,
    ),
    LineRule(
        "wire/stamp",
        "What a wire or a database numbers its texts with, perhaps day and time: codes, and nothing that is read aloud.",
        "footer",
        "field",
        read=_numbered,
        hits=(
            "101137 GMT Dez 18", "210800 Jän 23", "211259 Nov 18",
            "XW-WF-11-13-13 0745GMT<", "QWS-21:37-09-12-18",
            ("PTS0006 2023-01-21/08:00", {"published_at": "2023-01-21/08:00"}),
            "Document LIGHTH0020250829el8t0008j", "PIERWIRE19102025000067011108ID1109914553",
        ),
        misses=(
            "450000 Nov 18", "101137 people in 2018", "101137 GMT", "SARS-2002-2003", "PT 2023-01-21", "908-673-2275",
            "Dokument zur Lage", "A320 2023", "HARBOUR2025",
        ),
        weight=6.0,
        longest=60,
    ),
    LineRule(
        "wire/desk",
        "The agencies that a desk wrote from, its initials, perhaps a date.",
        "footer",
        "agency",
        read=_desk,
        hits=(
            ("(APA/dpa, 1.11.2015)", {"agency": "APA"}),
            ("(Jo Lind, Ana Bel, APA, 1.11.2015)", {"authors": "Jo Lind, Ana Bel", "agency": "APA"}),
            ("cdi/AFP/Reuters", {"agency": "AFP"}),
            "red, pier.example/Agenturen",
            ("STT–AFP", {"agency": "STT"}),
            ("BSS/DK/RO/1834 hrs", {"agency": "BSS"}),
            ("//Petra// DK", {"agency": "Petra"}),
            ("(Icv/Adnkronos)", {"agency": "Adnkronos"}),
            ("(Hina) xikr yrn", {"agency": "Hina"}),
            ("(FENA) I. K.", {"agency": "Fena"}),
            ("AGERPRES/(AS - autor: Ana Bel, editor: Jo Lind)", {"agency": "Agerpres", "authors": "autor: Ana Bel"}),
            ("AGERPRES/(AS - redactor-şef: Jo Lind)", {"agency": "Agerpres"}),
            ("AGERPRES / (AS - autor: Ana Bel)", {"agency": "Agerpres", "authors": "autor: Ana Bel"}),
        ),
        misses=(
            "red, white/blue",
            "(Jo Lind, APA)",
            "(Jo Lind, the mayor, 1.11.2015)",
            "dpa und AFP",
            "AFP, sagt er, war da",
            "3/4",
            "mit/ohne",
            "(dpa)",
            "dpa/ab/cd/ef/gh/ij/kl/mn/op",
            "MIA/SEA",
            "BSS Dhaka hrs",
            "(Hina) says no",
            "(Hina) xikr harbour",
            "(AFP/Getty)",
            "(ab/harbour)",
            "AGERPRES/(AS)",
            "AGERPRES/(AS - autor: Ana Bel",
            "Harbour/(AS - autor: Ana Bel)",
        ),
        weight=9.0,
        longest=110,
    ),
    LineRule(
        "wire/in-brackets",
        "A name of one word with a capital inside, codes and slashes, or a host, alone in brackets.",
        "footer",
        "credit",
        read=_in_brackets,
        hits=("(PierDesk)", "(MT/WNW/KL)", "[HarbourNews].", "(www.pier-news.example)"),
        misses=("(Applause)", "(LOL)", "(PierDesk said so)", "PierDesk", "(PierDesk", "(a/b)", ".", "(www.pier)", "(pier.example)"),
        weight=7.0,
        longest=40,
    ),
    LineRule(
        "wire/end-of",
        "The end of a dispatch, and who sent it.",
        "boilerplate",
        "other",
        read=_ended,
        hits=(
            "(END) Pier Newswires", "(end) PW", "(end) bshr.hm", "(kraj) ik/ro 12:34", "/kraj/ik/ro", "(النهاية) ا ق",
            "(Schluss) abc/def", "// انتهى //", "[完]",
        ),
        misses=(
            "(end of the line) Pier", "end) Pier", "xend) Pier", "(end Pier", "kraj", "(kraj) rata", "/kraj)", "(more) ab/cd",
            "// kraj // rata je bio", "(Ende) gut, alles gut",
        ),
        weight=8.0,
        longest=50,
    ),
    _rule(
        "wire/end-mark",
        "The end of a dispatch.",
        "boilerplate",
        "other",
        hits=("###", "-30-", "(END)", "Enditem", "（完）"),
        misses=("The end", "30 people", "Endless"),
        weight=7.0,
        longest=30,
    ),
    LineRule(
        "wire/xinhua-editor",
        "Xinhua and other Chinese houses: the reporter, or the editor in charge.",
        "footer",
        "credit",
        read=_of_a_chinese_desk,
        hits=(
            ("【责任编辑:王小明】", {}),
            ("（记者：李华、王明）", {"key": "记者", "authors": "李华、王明"}),
            "【编辑：李华 王明】",
            "（譯者：王小明/核稿：李華）1140303",
        ),
        misses=(
            "“记者：李华）", "（记者：李华", "（记者，李华）", "（天气：晴）", "（记者：李华。）", "（編輯：羅思）民國", "（编辑 李华）",
        ),
        longest=80,
    ),
    LineRule(
        "wire/chinese-reporter",
        "In brackets, without a colon, who reported for a Chinese paper, and who helped; behind a picture stands who took it.",
        "footer",
        "author",
        read=_chinese_reporter,
        hits=(
            ("（记者 刘一 通讯员 王二）", {"authors": "刘一"}),
            ("（本报记者李一、王小明）", {"authors": "李一、王小明"}),
            "（記者王小明）",
        ),
        misses=("（記者王明攝）", "（记者王明摄）", "（记者）", "记者 刘一", "（记者从现场了解到的情况）", "（通讯员 王二）", "（记者 刘一 3）"),
        longest=60,
    ),
    LineRule(
        "wire/korean-signature",
        "A Korean reporter's address, or name and address.",
        "footer",
        "contact",
        gate=_MAIL_SIGN.search,
        pattern=r"(?:(?P<authors>[가-힣 ]{1,12}) )?\S{1,40}@[\w.-]{1,60}",
        hits=("yun@agency.example.kr", ("김하나 기자 hana@pier-news.example", {"authors": "김하나 기자"})),
        misses=("김하나", "write to hana@agency.example", "hana@agency.example wrote"),
        weight=7.0,
        longest=110,
    ),
    LineRule(
        "wire/japanese-signature",
        "Family name and given name in brackets: who wrote for a Japanese paper.",
        "footer",
        "author",
        pattern=r"[（(](?P<authors>[々一-鿿]{1,4}[ 　][々ぁ-ゖ一-鿿]{1,4})[）)]",
        hits=(("（佐々木 健）", {"authors": "佐々木 健"}), "(山本　奈々)", "（高橋 ゆみ）"),
        misses=("（完）", "（佐々木健）", "佐々木 健", "（佐々木 健", "「佐々木 健）", "（佐々木 健」", "（Ann 健）", "（佐々木 3）", "（佐々木 健、）"),
        weight=7.0,
        longest=60,
    ),
    LineRule(
        "wire/signed-off",
        "Initials in brackets, perhaps beside those of an agency, or with a slash behind each: (jk), (g.f.), jk/ mal/.",
        "footer",
        "credit",
        pattern=rf"\({_INITIALS}(?:[./-]{_INITIALS}){{0,3}}\.?\)|(?:{_INITIALS}/ ?){{2,4}}|[а-я]{{2,4}}/[а-я]{{2,4}}",
        hits=("(jk)", "(g.f.)", "(rin/ast)", "(ab-cd-ef-gh)", "jk/ mal/", "jk/mal/ab/cd/", "мнп/клп"),
        misses=(
            "(Jk)", "[jk)", "(laughs)", "(a/b/c/d/e)", "jk", "(jk", "(j k)", "(12)", "(_k)", "jk/", "Мнп/клп", "и/или", "м/клп",
            "мнп/к", "мнп-клп", "and/or", "a/b/c/d/e/",
        ),
        weight=5.0,
        longest=24,
    ),
    LineRule(
        "press/telephone",
        "A telephone number alone on a line, with the code of a country.",
        "footer",
        "contact",
        pattern=r"\+\d{1,3} [\d(][\d ()-]{5,18}\d",
        hits=("+1 555 0134", "+44 (0)20 7946 0000", "+49 431-123-(45) 6"),
        misses=("+5", "555 0134 000", "+1 555 0134 or so", "+1 555 01", "+1555 0134", "+1 x55 0134", "+1 555x0134", "+1 555 013x"),
        weight=6.0,
        longest=30,
    ),
    LineRule(
        "press/mail",
        "A few words around an e-mail address: whom to write to.",
        "footer",
        "contact",
        gate=_MAIL_SIGN.search,
        pattern=r"(?:[^\s@]{1,40} ){1,12}[^\s@]{1,64}@[^\s@.]{1,63}(?:\.[^\s@.]{2,63}){1,4}\.?(?: [^\s@]{1,40}){0,6}",
        hits=(
            "Reach the reporter at jlind@pier.example or 555-0134.",
            "Write to the desk: desk@news.pier.example.",
        ),
        misses=(
            "Follow her on Twitter @jlind",
            "desk@pier.example",
            "Write to desk@pier.example or to news@pier.example",
            "Write to desk@pier",
            "Write to desk@pier.e",
            "Write to desk@..example",
            "Write to desk@pier.@example",
            "Write to desk@pier...",
            "Write to pier.example",
            "The boats that had left the harbour in the morning came back to it and wrote to desk@pier.example",
            "Write to desk@pier.example if you want to know more about it all",
        ),
        weight=3.0,
        longest=160,
    ),
    _rule(
        "press/reach",
        "Where who wrote can be reached.",
        "footer",
        "contact",
        hits=("Reach Jo Lind at 555-0134 or jlind@pier.example. Follow her on X: @jlind.", "Jo Lind can be reached at jo@pier.example"),
        misses=("Reach the pier at noon.", "Reach Jo Lind at the pier.", "Nobody can be reached at the pier."),
        weight=7.0,
    ),
    # ---- press releases and feeds ------------------------------------------------------------------------------------
    LineRule(
        "press/source-line",
        "PR Newswire: SOURCE and the company, last line.",
        "footer",
        "source_name",
        pattern=r"SOURCE (?P<source_name>[^:]{1,80})",
        hits=(("SOURCE Harbour Works Ltd.", {"source_name": "Harbour Works Ltd."}),),
        misses=("SOURCE: Harbour Works", "SOURCE Harbour: the works", "Source Harbour Works"),
        longest=90,
    ),
    LineRule(
        "press/contact-line",
        "PR Newswire: /CONTACT and whom to ask, last line.",
        "footer",
        "contact",
        pattern=r"/CONTACT: [^/]{3,240}/?",
        hits=("/CONTACT: Jo Lind, Harbour Works Ltd., 555-0134, jlind@pier.example", "/CONTACT: Jo Lind, Harbour Works/"),
        misses=("CONTACT: Jo Lind", "/CONTACT Jo Lind", "/CONTACT: Jo", "/CONTACT: http://pier.example", "/contact: Jo Lind"),
        longest=260,
    ),
    LineRule(
        "press/source-version",
        "A sentence that sends the reader to an address, and the address.",
        "footer",
        "source_link",
        read=_sends,
        hits=(
            (
                "To view the source version of this press release, please visit https://www.pier.example/release/6",
                {
                    "key": "To view the source version of this press release, please visit",
                    "source_url": "https://www.pier.example/release/6",
                },
            ),
        ),
        misses=(
            "https://www.pier.example/release/6",
            "It is all there. See the page https://www.pier.example/release/6",
            "Go to https://www.pier.example/ and read it",
            "They wrote of it in the Pier Letters (https://www.pier.example/release/6).",
            "see the whole page https://www.pier.example/release/6",
            "Go https://www.pier.example/release/6",
            "Go to the page",
            "See the page ftp://www.pier.example/release/6",
            "What we know of the harbour, of its boats and of the people who live from them, and of the winter in which "
            "all of them had to leave, is on https://www.pier.example/release/6",
        ),
        weight=7.0,
        longest=560,
    ),
    _rule(
        "press/distributed",
        "APO, SyndiGate and others: who passes it on.",
        "footer",
        "credit",
        hits=(
            (
                "Distributed by Harbour Group on behalf of Ministry of Fisheries.",
                {"source_name": "Harbour Group"},
            ),
            ("Provided by Pier Media Inc. (pier.example).", {"source_name": "Pier Media Inc."}),
        ),
        misses=("The food was distributed by volunteers.", "Distributed by volunteers, the bread was gone."),
    ),
    _rule(
        "press/ots",
        "news aktuell (ots): whose release it is.",
        "footer",
        "credit",
        hits=(("Original-Content von: Hafen GmbH, übermittelt durch news aktuell", {"source_name": "Hafen GmbH"}),),
        misses=("Original-Content von 1920",),
    ),
    _rule(
        "press/licence",
        "Articles under a Creative Commons licence, and where they stood.",
        "footer",
        "licence",
        hits=(
            (
                "This article is republished from The Lighthouse under a Creative Commons license. "
                "Read the original article.",
                {"source_name": "The Lighthouse", "licence": "Creative Commons"},
            ),
            "This post was originally published in The Lighthouse under a Creative Commons Attribution licence",
        ),
        misses=("This article is long.", "This article is republished from The Lighthouse"),
    ),
    _rule(
        "press/first-published",
        "Where it stood first.",
        "footer",
        "source_link",
        hits=(
            ("This article was originally published on Ellery Courier.", {"source_name": "Ellery Courier"}),
            "Originally published by The Lighthouse",
            ("Zuerst erschienen bei Pierpost", {"source_name": "Pierpost"}),
            ("This report by The Pier Press was first published July 3, 2020.", {"source_name": "The Pier Press"}),
            "Editor’s note: This article, distributed by The Pier Press, was originally published on its website.",
        ),
        misses=("First published poets are rare, she said. They starve.", "First published on 3 March 2025"),
        weight=7.0,
        longest=200,
    ),
    _rule(
        "press/filed",
        "Blogs: under which categories and tags a post is kept.",
        "footer",
        "tags",
        hits=(
            ("Tagged harbour, ferries", {"tags": "harbour, ferries"}),
            ("Veröffentlicht in Hafen, Fähren", {"tags": "Hafen, Fähren"}),
        ),
        misses=("Posted in 1914, the letter came in 1920", "Tagged", "Published in the autumn, the book sold well."),
        weight=6.0,
        longest=240,
    ),
    LineRule(
        "press/posted",
        "WordPress blogs: under which categories and tags a post is kept, in a sentence.",
        "footer",
        "tags",
        read=_posted,
        hits=(
            ("This entry was posted in Boats, Harbour. Tagged ferries, piers.", {"tags": "ferries, piers"}),
            ("This entry was posted in Boats and tagged ferries. Bookmark the permalink.", {"tags": "ferries"}),
            ("Dieser Beitrag wurde unter Hafen abgelegt und mit Fähre, Pier verschlagwortet.", {"tags": "Fähre, Pier"}),
            ("Dit bericht is geplaatst in Natuur en getagd met dijk, schapen.", {"tags": "dijk, schapen"}),
            ("This entry was posted in Boats.", {}),
        ),
        misses=("This entry was posted by hand.", "Tagged ferries, piers. They left.", "It says: This entry was posted in Boats."),
        weight=9.0,
        longest=300,
    ),
    _rule(
        "press/first-appeared",
        "WordPress feeds: the post appeared first elsewhere.",
        "footer",
        "source_link",
        hits=(
            (
                "The post Two hundred sails leave the bay appeared first on Ellery Courier.",
                {"title": "Two hundred sails leave the bay", "source_name": "Ellery Courier"},
            ),
            (
                "Der Beitrag Neue Brücke eröffnet erschien zuerst auf Der Bote.",
                {"title": "Neue Brücke eröffnet", "source_name": "Der Bote"},
            ),
            "La entrada Nuevo puente apareció primero en El Eco.",
            ("This post appeared first on Ellery Courier.", {"source_name": "Ellery Courier"}),
            "L’article Le port rouvre est apparu en premier sur Le Phare.",
        ),
        misses=("The post office first appeared on maps in 1820.", "The post was delivered."),
    ),
)

_READERS = frozenset(rule.id for rule in RULES if rule.gate is sentences)
