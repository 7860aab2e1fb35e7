"""How feeds lay out a field: what stands before a key or around it, what parts it from its value, and what around that.

No list of the layouts of known feeds: signs are told by their sort, and brackets by their pairs.
"""

import re

from syndclean.rules.keys import is_key

# What parts a key from its value where no colon does: some signs by themselves (arrows, bars, what is drawn), some with
# a space before them, points that lead on, a tab, wide space, a line end, a bracket around the value.
ALONE = "|｜¦=＝~～»›／\u2190-\u22ff\u2300-\u23ff\u2500-\u257f\u25a0-\u27bf\u27f0-\u27ff\u2900-\u297f\u2b00-\u2bff"
WITH_SPACE = r"\-–—/\\·•∙>"
SEPARATOR = re.compile(
    rf"\s{{0,4}}(?:[{ALONE}][{ALONE}>]{{0,2}}|\.{{4,}}|…{{2,}})\s{{0,4}}|\s{{1,4}}[{WITH_SPACE}]{{1,3}}\s{{0,4}}"
    r"|[\t\n]\s{0,8}|\s{2,12}|\s(?=[<\[(（【{])"
)


def undecorated(line: str) -> str:
    """A line without the signs before it, bullets or pictures; a key in brackets, or in quotation marks as programs
    write it, with a colon behind it.

    >>> undecorated("■ Source: The Courier"), undecorated("【Source】The Courier"), undecorated('"source": "AFP",')
    ('Source: The Courier', 'Source: The Courier', 'source: "AFP"')
    """
    number = _NUMBER.match(line)
    if number is not None and is_key(number["key"]):
        return number["field"]
    if line[:1].isalnum():
        return line
    if line[:1] == "<":
        element = _ELEMENT.fullmatch(line)
        if element is not None:
            return f"{element['key']}: {element['value']}"
        line = _TAG.sub("", line)
    elif line[:1] == "{" and line[-1:] == "}":
        line = line.strip("{} ")
    decoration = _DECORATION.match(line)
    rest = line[decoration.end() :] if decoration else line
    for keyed in (_IN_QUOTES.fullmatch(rest), _IN_BRACKETS.fullmatch(rest)):
        if keyed is not None and is_key(keyed["key"]):
            return f"{keyed['key']}: {keyed['value']}"
    return rest if decoration and rest[:1].isalnum() else line


_DECORATION = re.compile(r"(?:[^\w\s\"'“”„«»‘’「『【\[({<@&©]|\s){1,8}")
_NUMBER = re.compile(
    r"[(\[]?\d{1,2}[.)\]]\s{1,3}(?P<field>(?P<key>[^\d:：=|»–—\s][^:：=|»–—]{1,40}?)\s?[:：=|»–—].*)", re.S
)
_ELEMENT = re.compile(r"<(?P<key>[^\W\d_][\w.:-]{1,30})>(?P<value>[^<>]{1,300})</(?P=key)>")
_TAG = re.compile(r"</?(?:[biup]|em|strong|span|div|br|li|t[dhr]|d[dtl]|small|h[1-6]|ul|cite|font)(?: ?/)?>\s?", re.I)
_IN_QUOTES = re.compile(r"([\"'])(?P<key>[^\"':]{1,40})\1\s?:\s?(?P<value>[^,].{0,300}?),?")
_IN_BRACKETS = re.compile(
    r"[\[【「『<{«](?P<key>[^\[\]【】「」『』<>{}«»:：]{1,40})[\]】」』>}»]\s?[:：]?\s?(?P<value>[^:：\s].{0,300})"
)


def bare(value: str) -> str:
    """A value without what was left before it, and without the brackets or quotation marks around it.

    >>> bare("] “The Courier”"), bare("Jane Doe)"), bare("The Courier (Kiel)")
    ('The Courier', 'Jane Doe', 'The Courier (Kiel)')
    """
    value = value.lstrip(_LEFT_BEFORE) or value
    if value[-1:] in _OPENED and _OPENED[value[-1]] not in value:
        value = value[:-1].rstrip()
    if not enclosed(value):
        return value
    inner = value[1:-1].strip()
    return value if value[0] in inner or value[-1] in inner else inner


def enclosed(value: str) -> bool:
    """Whether brackets or quotation marks stand around a value."""
    return len(value) > 2 and value[0] + value[-1] in _AROUND_A_VALUE


_LEFT_BEFORE = ")]}】」>-–—•·* \t"  # before a value: (Author:) Jane Doe
_OPENED = {")": "(", "]": "[", "】": "【", "）": "（", "}": "{"}
_AROUND_A_VALUE = frozenset(('""', "“”", "„“", "«»", "[]", "<>", "()", "（）", "{}", "__", "**", "``", "「」", "【】"))


def unbarred(value: str) -> str:
    """A value without the bar or the dash that parts it from the next field."""
    value = value.strip().rstrip(_BARS)
    return value[:-1].rstrip() if value.endswith(_DASHES) and value[-2:-1].isspace() else value


_BARS = " \t\r\n\u00a0|｜•·¦;"  # part a field from the next; so does one of these with a space before it:
_DASHES = ("/", "-", "–", "—")
