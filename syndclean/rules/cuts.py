"""Where a line that holds more than one field is to be cut, and where one begins that is glued to a sentence."""

import functools
import re
from collections.abc import Callable, Iterator
from itertools import islice, pairwise

from syndclean import dates, facts
from syndclean.facts import folded
from syndclean.lazy import pattern
from syndclean.rules import tails, wires
from syndclean.rules.fields import COLON, SENTENCE_END, Pair, fitting, is_date, pair
from syndclean.rules.keys import DATES, folded_word, is_date_key, is_key, keys
from syndclean.rules.labels import LONGEST_ROW, between_items, between_labels, label

# A character class leads, so that `re` runs from one of these to the next: | and •, a tab, much space, //.
_BAR = re.compile(r"[\s|｜•·¦](?:(?<=[|｜•·¦])\s|(?<=\s)[|｜•·¦]\s|(?<=\t)|(?<=\s)(?:\s{2,}|//\s))")
_TAIL = 400  # a field glued to a sentence is looked for in so many characters at the end of a line


@functools.lru_cache(maxsize=256)  # the last pieces of a line are asked for more than once
def cuts(text: str) -> list[int]:
    """Where a line is to be cut: between its fields, and before a field or a label that is glued to what stands before.

    The first way that finds places has found them; what was cut may be cut again.

    >>> cuts("Source: The Courier | Author: Jane Doe"), cuts("It ended well.Source: https://a.example/x")
    ([22], [14])
    """
    if not COLON.search(text) and (len(text) > _DATED or not _TWO_YEARS.search(text)):
        return _before_a_dated_key(text) or between_labels(text) or between_items(text)
    inside = _has_key_inside(text)
    known = (True, inside, inside or _begins_with_key(text))
    places = next(filter(None, (find(text) for needs, find in _WAYS if known[needs])), [])
    return places if places and label(text) is None else []  # More from PierWeb:


def _has_key_inside(text: str) -> bool:
    """Whether a word with which known keys end stands before a colon, but in a key with which the text begins."""
    last = keys().last
    for colon in COLON.finditer(text, 1):
        end = colon.start()
        word = (text[max(0, end - _LONGEST_KEY) : end].split() or [""])[-1]
        if folded_word(word) in last and not is_key(text[:end]):
            return True
        if any(folded_word(word[at:]) in last for at in _inner_starts(word)[1:]):
            return True
    return False


def _begins_with_key(text: str) -> bool:
    """Whether a text begins with a word with which known keys begin."""
    first = _FIRST_WORD.match(text)
    return first is not None and folded_word(first[1].rstrip("-–—*_")) in keys().first


_FIRST_WORD = re.compile(r"[\s•*·|/\[(–—_-]{0,6}([^\s:：՝|｜]+)")


def between_bars(text: str) -> list[int]:
    """Where the fields of a line begin that are parted by bars, and the notices and labels among them: `Source: The
    Courier | Share | © 2025 The Courier`. Nothing where there is but one of them, and it is no date with key and
    colon."""
    if len(text) > 2000 or not _may_be_barred(text):
        return []
    starts = [0, *(m.end() for m in _BAR.finditer(text))]
    if not 1 < len(starts) <= _MOST_BARS:
        return []
    sorts = [_sort(_BAR.sub("", text[a:b]).strip()) for a, b in pairwise((*starts, len(text)))]
    fields = sorts.count("field") + sorts.count("date")
    dated = "date" in sorts and len(text) <= _DATED  # Jo Lind, Pier Post | Posted: 3 May 2025
    if not dated and fields + sorts.count("notice") + (fields > 0 and "label" in sorts) < 2:
        return []
    return [start for start, sort in zip(starts[1:], sorts[1:], strict=True) if sort]


def around_scripts(text: str) -> list[int]:
    """Where scripts begin and end that an advertisement left on a line.

    >>> around_scripts("It ended well. (adsbygoogle = window.adsbygoogle || []).push({}); So they say.")
    [15, 66]
    """
    if "adsbygoogle" not in text:
        return []
    ends = {at for match in islice(_SCRIPT.finditer(text), _MOST_FIELDS) for at in match.span()}
    return sorted(ends - {0, len(text)})


def before_an_update(text: str) -> list[int]:
    """Where a bracket begins behind a date that says when the article was changed, in Japan and Korea.

    >>> before_an_update("2025年11月15日 05:00 (2025年11月15日 09:42更新)")
    [17]
    """
    match = _UPDATED.match(text) if text[-1:] in (")", "）") else None
    return [match.end(1)] if match and all(map(dates.is_date_line, match.groups())) else []


_UPDATED = re.compile(r"(\d[^(（]{6,30}?)\s?[(（](\d[^()（）]{6,30}?) ?(?:更新|수정|修改)[)）]\Z")
_SCRIPT = re.compile(r"\(adsbygoogle ?= ?window\.adsbygoogle ?\|\| ?\[\]\) ?\. ?push\(\{[^{}]{0,200}\}\);? ?")


def _may_be_barred(text: str) -> bool:
    known = "|" in text or "•" in text or "·" in text or "｜" in text or "¦" in text
    return known or "\t" in text or "  " in text or "// " in text


def _sort(piece: str) -> str:
    """What a piece between bars is, as far as anybody knows."""
    field = pair(piece)
    if field is not None and (field.known or is_date(field.value)):
        dated = field.known and field.role in DATES and is_date(field.value)
        return "date" if dated and COLON.search(piece[: -len(field.value)]) else "field"
    if tails.role(piece) is not None:
        return "notice"
    return "unknown" if field is not None else "label" if label(piece) is not None else ""


_MOST_BARS = 40


def _between_dates(text: str) -> list[int]:
    """Where the last date with a key of its own begins behind another: `Published 3 May 2025 Updated 4 May 2025`."""
    if len(text) > _DATED:
        return []
    figures = [match.start() for match in _FIGURE.finditer(text)]
    if len(figures) < 2:
        return []
    low, high = figures[0], figures[-1]  # a date has a figure, so the key stands between two of them
    first = keys().first
    for word in reversed(list(facts.LETTERS.finditer(text, 8, high + 1))):
        at = word.start()
        if at > low and folded_word(word[0]) in first and text[at - 1] not in _IN_A_WORD:
            field = pair(text[at:])
            if field is not None and field.role in DATES and is_date(field.value):
                at = _longer(text, at)
                before = text[:at].strip(_BETWEEN)
                known = pair(before)
                dated = dates.is_date_line(before) if known is None else known.role in DATES and is_date(known.value)
                return [at] if dated else []
    return []


def _before_a_dated_key(text: str) -> list[int]:
    """Where the key of a date begins that is glued to a name: `Jane DoePublished 3 May 2025`."""
    for match in islice(_GLUED_WORD.finditer(text), _MOST_FIELDS) if len(text) <= _DATED else ():
        if folded_word(match[0]) in keys().first:
            field = pair(text[match.start() :])
            if field is not None and field.known and field.role in DATES and is_date(field.value):
                return [match.start()]
    return []


_GLUED_WORD = pattern(r"(?<=\p{Ll}\p{Ll})\p{Lu}\p{Ll}{2,20}(?=\s)")


def _longer(text: str, at: int) -> int:
    """Where the key of a date begins, when more words in front make one as well: `modifié le`, `mis à jour le`."""
    found = at
    for word in list(_NOT_SPACE.finditer(text, max(0, at - 40), at))[:-5:-1]:
        if folded_word(word[0]) in keys().first:
            field = pair(text[word.start() :])
            if field is not None and field.role in DATES and is_date(field.value):
                found = word.start()
    return found


_FIGURE = re.compile(r"[\d年月日号號時时點点分]")  # Han numbers stand before one of these
_TWO_YEARS = re.compile(r"20\d\d(?=.{4,60}20\d\d)")
_DATED = 200  # code points of a line with two dates
_BETWEEN = " \t\u00a0|•·,;/()–—-"
_IN_A_WORD = tuple("'’-_.")


def _between_keys(text: str) -> list[int]:
    """Where the fields of a line begin that nothing but spaces part; nothing where one piece is no field that is known.

    `Source: https://a.example/x Author: Jane Doe Date: 3 May 2025`.
    """
    known = keys()
    if len(text) > _IN_A_ROW:
        return []
    starts = [0]
    for colon in list(COLON.finditer(text))[:_MOST_FIELDS]:
        low = max(starts[-1] + 1, colon.start() - 50)
        last = text[low : colon.start()].split()[-1:]
        if not last or folded_word(last[0]) not in known.last or (starts == [0] and is_key(text[: colon.start()])):
            continue
        words = list(_NOT_SPACE.finditer(text, low, colon.start()))[-4:]
        begins = (word.start() for word in words if text[word.start() - 1].isspace())
        starts += next(([at] for at in begins if folded(text[at : colon.start()]) in known.roles), [])
    if len(starts) == 1:
        return []
    found = [pair(text[a:b].strip()) for a, b in pairwise((*starts, len(text)))]
    first = text[: starts[1]]
    signed = not COLON.search(first) and facts.without_lead(first) != first  # By Jane Doe Published: 3 May 2025
    # 2025-05-03 来源：港口日报
    if found[0] is None and (signed or dates.is_date_line(first) or tails.role(first) is not None):
        found = found[1:]
    whole = all(one is not None and _is_whole(one) for one in found)
    return starts[1:] if whole and any(one is not None and one.role != "credit" for one in found) else []


def _in_a_long_line(text: str) -> list[int]:
    return _in_a_line(text) if len(text) > _IN_A_ROW else []


def _in_a_line(text: str) -> list[int]:
    """Where the fields begin of a row that stands somewhere in a line: known keys near each other, one of them with an
    address behind it, or three and one with a date that is the article's."""
    colons = list(islice(COLON.finditer(text), _MOST_COLONS + 1)) if len(text) <= LONGEST_ROW else []
    if not 1 < len(colons) <= _MOST_COLONS:
        return []
    out: list[int] = []
    row: list[tuple[int, int]] = []  # where a key begins, and how much speaks for a row
    for colon in colons:
        at = _key_before(text, colon.start())
        if at < 0:
            continue
        if row and at - row[-1][0] > _NEAR:
            out += _row(row)
            row = []
        row.append((at, _told_behind(text, at, colon)))
    return [at for at in (*out, *_row(row)) if at]


def _row(found: list[tuple[int, int]]) -> list[int]:
    """The places of keys near each other, where enough speaks for a row of fields."""
    return [at for at, _ in found] if len(found) > 1 and sum(told for _, told in found) + len(found) > 3 else []


def _told_behind(text: str, at: int, colon: "re.Match[str]") -> int:
    """How much the value of a key speaks for a row of fields: an address twice as much as the date of an article."""
    value = text[colon.end() : colon.end() + _SEEN].lstrip()
    if _ADDRESS.match(value):
        return 2
    reading = dates.read(value) if is_date_key(text[at : colon.start()]) else None
    return int(reading is not None and reading.value is not None and reading.start == 0)


def _key_before(text: str, end: int) -> int:
    """Where the longest known key begins that ends there, behind a space or glued to what stands before it; else -1."""
    low = max(0, end - _LONGEST_KEY)
    if folded_word(_GLUE.split(_last_word(text, low, end))[-1]) not in keys().last:
        return -1
    return next((start for start, _, key in _may_be_keys(text, low, end) if is_key(key)), -1)


def _last_word(text: str, low: int, end: int) -> str:
    return text[low:end].rstrip().rpartition(" ")[2]


def _may_be_keys(text: str, low: int, end: int, most: int = 5) -> Iterator[tuple[int, int, str]]:
    """What may be a key of `most` words that ends at `end`, the longest first: where it begins in the text, and in its
    first word if it is glued to what stands before it (else 0), and itself."""
    before = text[low:end].rstrip()
    words = before.split(" ")
    for n in range(min(most, len(words)), 0, -1):
        for inner in _inner_starts(words[-n]):
            key = " ".join((words[-n][inner:], *words[len(words) - n + 1 :]))
            yield low + len(before) - len(key), inner, key


_GLUE = pattern(r"(?<=[\p{Ll}\d.!?)”\"»…:：/])(?=\p{Lu})|(?<=\p{Lu}{2})(?=\p{Lu}\p{Ll})")
_MOST_COLONS, _NEAR, _SEEN = 64, 300, 60


def _behind_addresses(text: str) -> list[int]:
    """Where fields, notices or labels begin behind an address, which ends where a space stands, or are glued to it."""
    if len(text) > _IN_A_ROW or "://" not in text:
        return []
    out: list[int] = []
    for address in islice(_ADDRESS.finditer(text), _MOST_FIELDS):
        glued = [match.start() for match in _GLUED_TO_AN_ADDRESS.finditer(text, address.start() + 10, address.end())]
        end = address.end()
        if at := next((at for at in glued[-_MOST_GLUED:] if _begins_another(text[at:])), 0):
            out.append(at)
        elif end < len(text) and (_begins_another(text[end:]) or tails.role(text[end:]) is not None):
            out.append(end)
    return out


def _before_a_notice(text: str) -> list[int]:
    """Where a notice begins behind a field, or a row of them: `Source: The Courier Copyright © 2025 The Courier`."""
    if len(text) > _IN_A_ROW or not (" (" in text or facts.may_notice(text) or wires.may_say(text)):
        return []
    for match in islice(_BEFORE_A_CAPITAL.finditer(text, 2), _MOST_FIELDS):
        before, behind = text[: match.start()], text[match.end() :]
        if _is_notice(behind):
            field = pair(before)
            if (field is not None and _is_whole(field)) or _between_keys(before):
                return [match.end()]
    return []


def _is_notice(text: str) -> bool:
    """Whether a text is a notice from its first word on; two words may be a name: `The Copyright Post`."""
    worded = facts.begins_notice(text) and (text.count(" ") > 1 or "©" in text)
    return worded or bool(wires.sentences(text)) or (text[:1] in "(<" and tails.role(text) is not None)


_BEFORE_A_CAPITAL = pattern(r"\s{1,4}(?=\p{Lu}|[©ⓒ(<])|(?<=[\p{Ll}\d])(?=\p{Lu}|[©ⓒ])")


def _begins_another(text: str) -> bool:
    """Whether a text begins with a key that is known, or is a notice or a label of the site."""
    colon = COLON.search(text, 1, _LONGEST_KEY)
    if colon is not None and is_key(text[: colon.start()]):
        return True
    return _is_notice(text) or label(text) is not None


_ADDRESS = re.compile(r"https?://\S+\s*")
_GLUED_TO_AN_ADDRESS = pattern(r"(?<=[\p{Ll}\d/])(?=\p{Lu}|[©ⓒ])")
_MOST_GLUED = 4
_LONGEST_KEY = 50  # code points


def _is_whole(field: Pair) -> bool:
    """Whether a field of a row is complete: of credits that go on behind a comma, or with another key, it is not, and
    behind its date nothing but a zone may stand."""
    value = field.value
    if field.role in DATES and not dates.is_date_line(value) and len(value) - dates.read(value).end > _ZONE:
        return False
    return field.known and not field.value.endswith(",") and (field.value != "" or field.role != "credit")


_ZONE = 8  # code points
_NOT_SPACE = re.compile(r"\S+")
_IN_A_ROW, _MOST_FIELDS = 600, 16  # code points of a line, and colons on it


def _behind_a_date(text: str) -> list[int]:
    """Where notices of copyright begin that are glued to the date of a field: `Date: 2025-05-03© 2025 The Courier`."""
    out: list[int] = []
    for match in list(_DIGIT_ENDS.finditer(text))[:_MOST_FIELDS] if len(text) <= _IN_A_ROW else []:
        at = match.end()
        values = _behind_date_keys(text[max(out[-1] if out else 0, at - _IN_ONE) : at])
        if values and facts.copyright(text[at:].strip()) and any(map(is_date, values)):
            out.append(at)
    return out


def _behind_date_keys(text: str) -> list[str]:
    """What stands behind the keys of a date in a text, up to its end."""
    out = []
    for colon in list(COLON.finditer(text))[-_IN_A_TIME:]:
        words = list(_NOT_SPACE.finditer(text, 0, colon.start()))[-4:]
        if any(is_date_key(text[word.start() : colon.start()]) for word in words):
            out.append(text[colon.end() :].strip())
    return out


_IN_ONE, _IN_A_TIME = 80, 4  # code points of a field with a date; colons in one, the key's among them


def _before_sure_values(text: str) -> list[int]:
    """Where a key that nobody knows begins that is glued to the field before it, with an address or a date behind it:
    `Outlet: The CourierWhereabouts: https://a.example/x`."""
    if len(text) > _IN_A_ROW or text.count(":") + text.count("：") < _TWO_COLONS:
        return []
    for match in islice(_GLUED_KEY.finditer(text), _MOST_FIELDS):
        field = pair(text[: match.start()])
        if field is not None and len(match["key"].split()) <= _OF_A_KEY and (field.known or is_date(field.value)):
            return [match.start()]
    return []


_GLUED_KEY = pattern(
    r"(?<=[\p{Ll}\p{Lo}\d./)])(?P<key>\p{Lu}[\p{L}'’ ]{1,38}?)\s?[:：]\s?"
    r"(?=https?://|\d{1,2}[-./ ]\d|\d{4}[-./]\d)"
)
_TWO_COLONS, _OF_A_KEY = 2, 4  # words


def _behind_prose(text: str) -> list[int]:
    """Where a row of fields begins that stands behind the last sentence of a line."""
    known = keys()
    low = max(0, len(text) - _IN_A_ROW)
    for match in list(_BEHIND_SENTENCE.finditer(text, low))[:_TRIED]:
        at, key = match.end(), match["key"]
        if folded(key) in known.roles and (_between_keys(text[at:]) or _behind_a_date(text[at:])):
            return [at]
    return []


_TRIED = 4  # sentences with a key behind them
_BEHIND_SENTENCE = re.compile(r"[.!?…。！？।][\"”’»)]?\s{1,3}(?=(?P<key>[^\W\d_][^:：.!?\n]{1,40}?)\s?[:：])")
_DIGIT_ENDS = re.compile(r"\d\.?\s?(?=[^\W\d_]|[©ⓒ(])")


def _before_keys(text: str) -> list[int]:
    """Where known keys begin that are glued to what stands before."""
    out: list[int] = []
    while at := _glued(text[: out[-1]] if out else text):
        out.append(at)
    return out[::-1]


def _glued(text: str) -> int:
    """Where the last known key begins that stands behind a sentence, an address or a small letter; 0 where none is."""
    low = max(0, len(text) - _TAIL)
    known = keys()
    for colon in reversed(list(COLON.finditer(text, low))):
        begin = max(low, colon.start() - _LONGEST_KEY)
        ends_key = folded_word(_last_word(text, begin, colon.start())) in known.last
        for start, at, key in _may_be_keys(text, begin, colon.start(), 5 if ends_key else 1):
            ended = _last_sign(text, start) if at or ends_key else ""
            if not ended or not (at or ended in SENTENCE_END):
                continue
            of_key = known.roles.get(folded(key))
            if not of_key:
                continue
            value = text[colon.end() :].strip()
            strict = facts.address(value) or is_date(value) or facts.host(value)
            fits = at or not (key[:1].islower() or value[:1].islower() or value.endswith(SENTENCE_END))
            if strict or (fits and len(value) <= 80 and (at or of_key & _INLINE) and fitting(of_key, value)):
                return start
    return 0


def _last_sign(text: str, end: int) -> str:
    """The last character before `end` that is no white space."""
    return text[max(0, end - 1) : end].strip() or text[: max(0, end)].rstrip()[-1:]


_INLINE = frozenset(("author", "source_name", "agency", "copyright"))  # such a field may stand behind a sentence


_ENDS = ".!?)”\"»…:："
_ENDS_AN_ADDRESS = f"{_ENDS}/"


_CAPITALS_END = pattern(r"\p{Lu}{3}\p{Ll}")  # AFPSource


@functools.lru_cache(maxsize=4096)
def _inner_starts(word: str) -> tuple[int, ...]:
    """Where a key can begin in a word: at its beginning, or where a capital follows what is none."""
    if word.islower() or word.isdecimal():
        return (0,)
    ends = _ENDS_AN_ADDRESS if "://" in word else _ENDS
    return (
        0,
        *(
            i
            for i in range(1, len(word))
            if word[i - 1] in "。！？"
            or (word[i].isupper() and not word[i - 1].isupper() and (word[i - 1].isalnum() or word[i - 1] in ends))
            or (word[max(0, i - 2) : i + 1].isalpha() and _CAPITALS_END.match(word, max(0, i - 2)))
        ),
    )


# What a line must have for each way: nothing, a known key inside, or one inside or at its beginning.
_NOTHING, _INSIDE, _SOMEWHERE = range(3)
_WAYS: tuple[tuple[int, Callable[[str], list[int]]], ...] = (
    (_NOTHING, between_bars),
    (_INSIDE, _in_a_long_line),
    (_NOTHING, _between_dates),
    (_NOTHING, _before_a_dated_key),
    (_INSIDE, _before_keys),
    (_NOTHING, _behind_addresses),
    (_SOMEWHERE, _before_a_notice),
    (_INSIDE, _between_keys),
    (_SOMEWHERE, _behind_a_date),
    (_NOTHING, _before_sure_values),
    (_INSIDE, _behind_prose),
    (_INSIDE, _in_a_line),
    (_NOTHING, between_labels),
    (_NOTHING, between_items),
)
