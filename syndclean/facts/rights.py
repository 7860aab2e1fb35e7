"""On what terms a text may be used, and whose it is: licences and notices of copyright."""

import re
from typing import NamedTuple

import regex

from syndclean.facts.vocabulary import LONGEST, UNPARTED, alternation, begins, first_words, letters, lines, said
from syndclean.lazy import once, pattern

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


class _Rights(NamedTuple):
    reserved: dict[str, tuple[str, ...]]  # phrases that reserve rights, by their longest word
    reserved_long: frozenset[str]  # those words
    reserving: tuple[str, ...]  # all phrases that reserve rights
    reserve: frozenset[str]  # their first words
    reserved_unspaced: "re.Pattern[str]"  # phrases of one piece, as scripts without spaces write them
    noticed: frozenset[str]  # the first words of what `words` and `owned` find
    words: "regex.Pattern[str]"
    worded: frozenset[str]  # the first words of those
    telling: frozenset[str]  # a word of a notice that is written in words: one of `reserved_long`, or of `worded`
    telling_or_first: frozenset[str]  # one of these, or of `noticed`
    worded_unspaced: "re.Pattern[str]"
    works: "regex.Pattern[str]"
    said: "regex.Pattern[str]"
    owns: "regex.Pattern[str]"
    owned: "regex.Pattern[str]"


@once
def _rights() -> _Rights:
    phrases = lines("rights.txt")

    def by_kind(*kinds: str) -> list[str]:
        return [phrase for kind, phrase in phrases if kind in kinds]

    word, work, owns = (alternation(by_kind(kind)) for kind in ("word", "work", "owns"))
    owned = rf"(?:{word})|(?:{alternation(by_kind('rights'))})\b.{{1,30}}?(?:{work})"
    reserved, reserved_long, reserved_unspaced = _by_longest_word(by_kind("all"))
    worded = first_words(by_kind("word"))
    noticed = first_words(by_kind("word", "rights"))
    return _Rights(
        reserved=reserved,
        reserved_long=reserved_long,
        reserving=tuple(by_kind("all")),
        reserve=first_words(by_kind("all")),
        reserved_unspaced=reserved_unspaced,
        noticed=noticed,
        words=pattern(rf"(?:{word})(?!\p{{L}})", regex.IGNORECASE),
        worded=worded,
        telling=reserved_long | worded,
        telling_or_first=reserved_long | worded | noticed,
        worded_unspaced=re.compile("|".join(re.escape(one) for one in by_kind("word") if UNPARTED.match(one))),
        works=pattern(work, regex.IGNORECASE),
        said=pattern(word, regex.IGNORECASE),
        owns=pattern(owns, regex.IGNORECASE),
        owned=pattern(
            rf"(?:\p{{L}}{{2,4}} )?(?:{owned})(?:\b|(?=\p{{Han}})).{{0,60}}?(?:{owns})", regex.IGNORECASE
        ),
    )


def _by_longest_word(phrases: list[str]) -> tuple[dict[str, tuple[str, ...]], frozenset[str], "re.Pattern[str]"]:
    whole: dict[str, tuple[str, ...]] = {}
    for phrase in phrases:
        if " " in phrase:
            word = max(letters(phrase), key=len)
            whole[word] = (*whole.get(word, ()), phrase)
    unspaced = [re.escape(phrase) for phrase in phrases if " " not in phrase]
    return whole, frozenset(whole), re.compile("|".join(unspaced) or "(?!)")


def reserved(line: str) -> bool:
    """Whether a phrase that reserves rights stands in a line: its longest word is looked for first.

    >>> reserved("Alle Rechte vorbehalten."), reserved("All the rights that were reserved for her")
    (True, False)
    >>> reserved("Tous droits de reproduction et de représentation réservés"), reserved("Tous les droits sont réservés")
    (True, True)
    """
    vocabulary = _rights()
    words = vocabulary.reserved_long & said(line)
    if words:
        low = " ".join(line.casefold().split())
        phrases = [phrase for word in words for phrase in vocabulary.reserved[word]]
        if any(phrase in low or _are_reserved(low, phrase) for phrase in phrases):
            return True
    return not line.isascii() and vocabulary.reserved_unspaced.search(line.casefold()) is not None


def _are_reserved(low: str, phrase: str) -> bool:
    """Whether a line begins as a phrase that reserves rights, and says which: tous droits de reproduction réservés."""
    head, _, last = phrase.rpartition(" ")
    return " " in head and low.startswith(f"{head} ") and 0 < low.find(f" {last}", len(head)) < _RIGHTS


_RIGHTS = 100  # characters, in which it is said which rights


def _may_own(line: str, vocabulary: _Rights) -> bool:
    """Whether a word for rights stands in a line, wherever it does."""
    if line.isascii() or UNPARTED.search(line) is None:
        return not vocabulary.worded.isdisjoint(said(line))
    return vocabulary.worded_unspaced.search(line) is not None


def _owned_behind(line: str, vocabulary: _Rights) -> bool:
    """Whether a work, the rights in it and who owns them stand close one behind the other: syndikoidun sisällön
    tekijänoikeus kuuluu …"""
    owns = [match.start() for match in vocabulary.owns.finditer(line)]
    rights = [
        match.start()
        for match in (vocabulary.said.finditer(line) if owns else ())
        if any(0 <= at - match.end() <= _BEFORE_OWNER for at in owns)
    ]
    works = vocabulary.works.finditer(line, 0, 2 * _BEFORE_WORK) if rights else ()
    ends = [match.end() for match in works if match.start() <= _BEFORE_WORK]
    return any(0 <= at - end <= _BEFORE_RIGHTS for at in rights for end in ends)


_SPEAKS = frozenset("“„«\"「")  # somebody says it
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
    if not 3 <= len(line) <= 300 or line[0] in _SPEAKS:
        return False
    vocabulary = _rights()
    sign = line.lstrip(" -–|*")
    if sign[:1] in _BEGINS_A_NOTICE and _SIGN_NOTICE.match(sign) and line[0] != "@":
        return True
    if not may_notice(line) and not UNPARTED.search(line):
        return False  # as most lines are none
    first = begins(line, vocabulary.noticed)
    short = _SHORT_WORD.match(line)
    near = first or (short is not None and begins(line[short.end() :], vocabulary.noticed))
    if not near and "©" not in line and vocabulary.telling.isdisjoint(said(line)) and not UNPARTED.search(line):
        return False
    if reserved(line):
        return True
    if near and len(line) <= 160 and vocabulary.owned.match(line):
        return True
    if len(line) <= 160 and _may_own(line, vocabulary) and _owned_behind(line, vocabulary):
        return True
    word = vocabulary.words.match(line) if first else None
    if word is None:
        return "©" in line and _SIGN_AND_YEAR.search(line) is not None
    rest = line[word.end() :]
    return _SIGN_NOTICE.match(rest.lstrip(" :：,")) is not None or _HOLDER.match(rest) is not None


def may_notice(text: str) -> bool:
    """Whether a sign or a word of a notice stands in a text of which spaces part the words."""
    return "©" in text or not _rights().telling_or_first.isdisjoint(said(text))


def begins_notice(text: str) -> bool:
    """Whether a notice of copyright begins where a text does: with its sign, or with a word that one begins with.

    >>> begins_notice("Copyright © 2025 The Pier"), begins_notice("Pier Copyright © 2025 The Pier")
    (True, False)
    """
    vocabulary = _rights()
    if text[:1] in _BEGINS_A_NOTICE:
        begun = _SIGN_NOTICE.match(text) is not None
    elif begins(text, vocabulary.noticed):
        begun = True
    else:
        begun = begins(text, vocabulary.reserve) and " ".join(text.casefold().split()).startswith(vocabulary.reserving)
    return begun and copyright(text)
