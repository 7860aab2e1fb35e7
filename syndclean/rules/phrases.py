"""Whole lines that say what they are: `Trending`, `Lire aussi`, `Deixe um comentário`. The phrases are vocabulary."""

import functools
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from syndclean.document import Kind, Role
from syndclean.facts import folded
from syndclean.facts.vocabulary import unaccented
from syndclean.lazy import once
from syndclean.rule import LineRule
from syndclean.rules.fields import pair
from syndclean.rules.keys import is_key, vocabulary

# Not taken from around a phrase, beside letters, their marks and figures: what makes it another one, or quotes it.
_OF_A_PHRASE = frozenset("?？؟;。（）%€$£¥₹@&©ⓒ®\"'“”„‟‘’‚‛『』")
_PLACE = re.compile(r"\\\{(n|\\\*|name|date)\\\}")
_NAMING = ("list_heading", "navigation", "read_more", "share")
_HOLDS = {
    "n": r"\d[\d.,\s]{0,8}[kKmM]?",
    "\\*": r".{1,120}",
    "name": r"[^\s,.:;!?]{1,30}(?:\s[^\s,.:;!?]{1,30}){0,6}",
    "date": r".{4,40}",
}


class Entry(NamedTuple):
    """What a phrase says of its line: kind and role, and in which language it is.

    `name_at` is the word at which something must be named (a capital, a digit, a letter without case), or None: `Plus
    de Culture` announces, `Plus de la moitié` does not.
    """

    what: str
    language: str
    name_at: int | None = None


class _Open(NamedTuple):
    """A phrase with placeholders: what stands before the first of them and behind the last, itself, what it says."""

    begin: str
    end: str
    phrase: str
    entry: Entry


class _Phrases(NamedTuple):
    whole: dict[str, Entry]
    first: dict[str, tuple[_Open, ...]]  # those with a placeholder, by their first word
    last: dict[str, tuple[_Open, ...]]  # by the last, where the first is a placeholder
    inner: dict[str, tuple[_Open, ...]]  # by one between, where both ends are placeholders
    inner_words: frozenset[str]
    glued: dict[str, tuple[_Open, ...]]  # by two letters, where no space parts words


@once
def _phrases() -> _Phrases:
    whole: dict[str, Entry] = {}
    first: dict[str, list[_Open]] = {}
    last: dict[str, list[_Open]] = {}
    inner: dict[str, list[_Open]] = {}
    glued: dict[str, list[_Open]] = {}
    entries = functools.cache(Entry)  # thousands of phrases say the same
    for what, language, phrase in vocabulary("phrases.tsv", "phrases-more.tsv"):
        entry = entries(what, language)
        if "{" in phrase:
            pattern = bare(phrase, keep="{}")
            words = pattern.split(" ")
            at = words.index("{*}") if "{*}" in words else 0
            if 0 < at < 3 and what.partition("/")[2] in _NAMING and not words[at - 1].endswith(":"):
                entry = Entry(what, language, at)
            one = _Open(pattern[: pattern.index("{")], pattern[pattern.rindex("}") + 1 :], pattern, entry)
            begin, end = words[0].partition("{")[0][:2], words[-1].rpartition("}")[2][-2:]
            if "{" not in words[0]:
                first.setdefault(words[0], []).append(one)
            elif "{" not in words[-1]:
                last.setdefault(words[-1], []).append(one)
            elif len(begin) == 2 or len(end) == 2:
                glued.setdefault(f"^{begin}" if len(begin) == 2 else f"{end}$", []).append(one)
            elif word := next((word for word in words if "{" not in word), ""):
                inner.setdefault(word, []).append(one)
        else:
            text = bare(phrase)
            known = whole.setdefault(text, entry)
            if language == "en" and known.what == what:  # many languages borrow an English phrase, few the other way
                whole[text] = entry
            whole.setdefault(unaccented(text, language), entry)
    return _Phrases(
        whole,
        {k: tuple(v) for k, v in first.items()},
        {k: tuple(v) for k, v in last.items()},
        {k: tuple(v) for k, v in inner.items()},
        frozenset(inner),
        {k: tuple(v) for k, v in glued.items()},
    )


@functools.cache
def _pattern(phrase: str) -> "re.Pattern[str]":
    """The pattern of a phrase with placeholders, compiled when a line first comes near it."""
    return re.compile(_PLACE.sub(lambda m: _HOLDS[m[1]], re.escape(phrase)))


def bare(text: str, keep: str = "") -> str:
    """A line without case, bullets, arrows, brackets and the colon or dots at its end.

    >>> bare("» Lire aussi :")
    'lire aussi'
    """
    return folded(_core(text, keep))


def _core(text: str, keep: str = "") -> str:
    """A text without the signs and pictures around it."""
    start, end = 0, len(text)
    if end and text[0].isalnum() and text[-1].isalnum():
        return text
    while start < end and _is_around(text[start]) and text[start] not in keep:
        start += 1
    while start < end and _is_around(text[end - 1]) and text[end - 1] not in keep:
        end -= 1
    return text[start:end]


@functools.lru_cache(maxsize=1024)
def _is_around(sign: str) -> bool:
    if "\ufe00" <= sign <= "\ufe0f":  # how a picture is to be drawn
        return True
    return not (sign.isalnum() or sign in _OF_A_PHRASE or unicodedata.category(sign)[0] == "M")


@functools.lru_cache(maxsize=512)
def entry(line: str) -> Entry | None:
    """The vocabulary's word on a line, None where it has none."""
    if len(line) > 250:
        return None
    phrases = _phrases()
    text = bare(line)
    found = phrases.whole.get(text)
    if found is None and line[-1:] in ")]" and (counted := _COUNTED.match(text)):  # Comments (5)
        found = phrases.whole.get(counted[1])
    if found or not text:
        return found
    words = text.split(" ")
    likely = [*phrases.first.get(words[0], ()), *phrases.last.get(words[-1], ())]
    if not phrases.inner_words.isdisjoint(words):
        likely += [one for word in words for one in phrases.inner.get(word, ())]
    likely += [*phrases.glued.get(f"^{text[:2]}", ()), *phrases.glued.get(f"{text[-2:]}$", ())]
    for begin, end, phrase, what in likely:
        if (
            text.startswith(begin)
            and text.endswith(end)  # a look at its ends spares compiling most patterns
            and _pattern(phrase).fullmatch(text)
            and (what.name_at is None or _is_named(line, what.name_at))
        ):
            return what
    return _row_to_share(words) or _with_what_it_leads_to(line) or _before_a_headline(line, words)


def _before_a_headline(line: str, words: Sequence[str]) -> Entry | None:
    """`İLGİLİ HABER Ahlat'ta …`, `Διαβάστε επίσης Φούρνοι …`: what announces others, and with nothing between, one.

    Capitals part them or, where neither nouns nor the words of headlines have them, one.
    """
    if len(words) < _WITH_A_HEADLINE or len(line) > _READ_FOR_ONE or line.rstrip().endswith(_SENTENCE_END):
        return None
    for n in (2, 3):
        found = _phrases().whole.get(" ".join(words[:n]))
        if found is not None and found.what in _LEADING:
            said = line.split()
            head, rest = " ".join(said[:n]), " ".join(said[n:])
            if rest[:1].isupper() and not rest.isupper() and (head.isupper() or found.language not in _IN_CAPITALS):
                return Entry("boilerplate/read_more", found.language)
    return None


_WITH_A_HEADLINE, _READ_FOR_ONE = 5, 160  # words, code points
_IN_CAPITALS = frozenset(("en", "de", "lb"))


def _row_to_share(words: Sequence[str]) -> Entry | None:
    """What says of each word of a line that it is there to share: `Teilen Twittern Mailen Drucken`."""
    known = _phrases().whole
    first = known.get(words[0])
    if first is None or first.what != _SHARE or not 1 < len(words) <= _MOST_IN_A_ROW:
        return None
    said = (known.get(word) for word in words[1:] if word.isalnum())
    return first if all(one is not None and one.what == _SHARE for one in said) else None


@functools.lru_cache(maxsize=1024)  # the furniture of a site comes back
def asks_to_share(line: str) -> bool:
    """Whether two or more of the words of a row, and half of them, or of what bars part in it, ask to share.

    >>> asks_to_share("Podziel się | Tweetnij | Drukuj"), asks_to_share("Share")
    (True, False)
    """
    known = _phrases().whole
    parts = [bare(part) for part in line.split("|")] if "|" in line else bare(line).split(" ")
    words = [part for part in parts[: _MOST_IN_A_ROW + 1] if not part.isdecimal()]
    shares = sum((found := known.get(word)) is not None and found.what == _SHARE for word in words)
    return shares > 1 and 2 * shares >= len(words)


_SHARE, _MOST_IN_A_ROW = "boilerplate/share", 12  # words


def _with_what_it_leads_to(line: str) -> Entry | None:
    """`Xem thêm: …`, `Citiți și | …`: what announces others, and behind a sign that parts them one of these; what asks
    to do something, and behind a sign where or how."""
    match = _HEADED.match(line) if _HEADS.search(line, 3, _LONGEST_HEAD) else None
    if match is None or line.rstrip().endswith(_SENTENCE_END):
        return None
    if line[match.end() - 1] == ":" and line[match.end()].isupper():  # glued: what announces a list, and its first item
        return None
    head = bare(match[1])
    found = _phrases().whole.get(head)
    if found is None:
        return None
    field = pair(line) if is_key(head) else None
    does = found.what in _DOING and not (found.what == _SUBSCRIBES and line[match.end(1) :].lstrip()[:1] in _BARS)
    if does and (field is None or field.role == "field") and not _DIGIT.search(line, match.end()):
        return Entry(found.what, found.language)  # 分享到：微信 微博
    if field is not None or found.what not in _LEADING or not (" " in head or _UNSPACED.match(head)):
        return None
    return Entry("boilerplate/read_more", found.language)


_DOING = frozenset(("boilerplate/share", "boilerplate/newsletter", "boilerplate/widget"))
_SUBSCRIBES, _BARS = "boilerplate/newsletter", ("|", "｜")  # Subscribe | Log in
_DIGIT = re.compile(r"\d")


_COUNTED = re.compile(r"(.{3,60}?) ?[(\[]\d{1,5}\Z")
_HEADS = re.compile(r"[:：՝|｜>›»?–—-]")
_LONGEST_HEAD = 50  # code points, with the sign behind it
_HEADED = re.compile(r"(.{3,48}?)\s?(?:[:：՝|｜>›»?]\s?|[-–—]\s)(?=\S)")
_LEADING = frozenset(("boilerplate/list_heading", "boilerplate/read_more"))
_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u9fff\uac00-\ud7a3]{4}")
_SENTENCE_END = (".", "。", "।", "۔")


def _is_named(line: str, at: int) -> bool:
    words = _core(line).split()
    if at >= len(words):
        return True
    first = _core(words[at])[:1]
    return not (first.islower() or first.isdigit())  # Más de 90 moldes


def _says(what: str, line: str) -> Mapping[str, str] | None:
    found = entry(line)
    return {} if found is not None and found.what == what else None


def _rule(kind: Kind, role: Role, why: str, hits: tuple[str, ...], *misses: str) -> LineRule:
    other = "Advertisement" if role != "advertisement" else "Trending"  # a phrase that is another rule's
    return LineRule(
        f"phrase/{role}".replace("_", "-"),
        why,
        kind,
        role,
        gate=entry,
        read=functools.partial(_says, f"{kind}/{role}"),
        weight=10.0 if kind == "boilerplate" else 9.0,
        hits=hits,
        misses=(*misses, other),
        longest=250,
    )


RULES: tuple[LineRule, ...] = (
    _rule(
        "boilerplate",
        "list_heading",
        "Announces other articles.",
        ("Trending", "Most read in Sport", "Top 5 stories", "Lire aussi :", "Mehr zum Thema", "関連記事"),
        "Trending upwards since May, prices fell in June.",
    ),
    _rule(
        "boilerplate",
        "share",
        "Asks to pass the article on.",
        ("Facebook", "Share this on Telegram", "14 shares", "Compartir", "Teilen Twittern Mailen Drucken"),
        "Facebook shares fell.",
        "Teilen Sie das Brot",
    ),
    _rule(
        "boilerplate",
        "newsletter",
        "Asks to subscribe.",
        (
            "Sign up for our newsletter",
            "Sign up for the Morning newsletter",
            "You have 3 free articles left",
            "Suscríbete a nuestro boletín",
            "Receba as notícias no seu e-mail",
        ),
        "He subscribed to a newsletter in 2019.",
        "Abonnement | eAvis",
    ),
    _rule(
        "boilerplate",
        "navigation",
        "Leads elsewhere on the site.",
        ("Back to top", "Next article: The pier", "Page 2 of 9", "Startseite"),
        "The way home was long.",
    ),
    _rule(
        "boilerplate",
        "read_more",
        "Leads to another article, or to the rest of this one.",
        (
            "Read more", "Read more: Islanders count the cost", "Watch 12", "Lire la suite",
            "Most read stories | Islanders count the cost", "ข่าวที่เกี่ยวข้อง: เรือไปเกาะใต้ล่าช้า",
        ),
        "Read more books, the minister said.",
        "Most read stories: they stood in the paper of the town.",
        "Trending: Islanders count the cost",
        "Original article: Islanders count the cost",
    ),
    _rule(
        "boilerplate",
        "comments",
        "About readers' comments.",
        ("Leave a comment", "11 Comments", "Comments off on The pier"),
        "No comment, he said.",
    ),
    _rule(
        "boilerplate",
        "advertisement",
        "Marks an advertisement.",
        ("Advertisement", "Sponsored by Pier Paints", "Skip ad in 5", "REKLAMA"),
        "The advertisement ran for years.",
    ),
    _rule(
        "boilerplate",
        "cookie_notice",
        "Asks for consent.",
        ("Accept all cookies", "We use cookies to count readers", "We and our 12 partners store data"),
        "She baked cookies.",
    ),
    _rule(
        "boilerplate",
        "legal",
        "Terms and policies of the site.",
        ("Privacy Policy", "Use of this website constitutes acceptance of its terms", "P.IVA 123456"),
        "The privacy policy was criticised.",
    ),
    _rule(
        "boilerplate",
        "widget",
        "A player, a poll, a counter.",
        ("Listen to this article", "4 min read", "Listen on Pier Radio"),
        "Listen, he said.",
    ),
    _rule(
        "boilerplate",
        "other",
        "Other furniture.",
        ("Error loading", "list 1 of 4", "Member of the Harbour Press Council", "Loading..."),
        "Loading took an hour.",
    ),
    _rule("header", "breadcrumb", "Where on the site the article stands.", ("Home > News > World",), "Home at last."),
    _rule(
        "footer",
        "credit",
        "Who wrote, edited, photographed.",
        ("Photo: Ann Doe", "With agencies", "Ann Doe contributed to this report.", "Originally published 3 March 2025"),
        "Photos faded.",
    ),
    _rule(
        "footer",
        "licence",
        "On what terms it may be used.",
        ("Licence: CC BY 4.0", "Licensed under the Harbour Terms", "Public domain"),
        "A licence was refused.",
    ),
    _rule(
        "footer",
        "copyright",
        "A notice of rights in words.",
        ("All rights reserved.", "Copyright belongs to the Pier Post", "© 2025. All rights reserved."),
        "All rights were sold.",
    ),
    _rule(
        "footer",
        "disclaimer",
        "Disclaims.",
        (
            "The views expressed in this article are the author's own.",
            "The opinions expressed in this article are those of the harbour master",
        ),
        "The views were splendid.",
    ),
)
