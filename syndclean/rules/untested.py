"""Weakenings of our rules that no case notices, and why each may stay: rule id, the mutant's words, the reason."""

_QUICK = "a quick look: the parser behind it finds nothing in such a line either, but slowly"

_ONCE = "spares work on a text in which there is nothing to find, and finds the same"

UNTESTED: dict[str, dict[str, str]] = {
    "text/direction-mark": {"nothing passes `if not _MARKS.search(text)`": _ONCE},
    "wrap/fixed-width": {"nothing passes `if text.count('\\n') - 2 * text.count('\\n\\n') < _ENOUGH`": _ONCE},
    "quote/turned": {
        "nothing passes `if not suspects`": _ONCE,
        "nothing tests `reading`": "what the caller has read already; a new reading is the same",
    },
    "text/c1-control": {
        r"nothing has more than 1 of `[\x80-\x84\x86-\x9f]{1,64}`": "a run is one edit; one each would read the same",
    },
    "text/surrogate": {
        r"any character would do for `[\ud800-\udfff]`": "the table leaves every other character as it is",
    },
    "wire/reported-from": {"nothing passes `if not places`": _ONCE},
    "wire/desk": {
        "nothing passes `if len(line) > _LONGEST_DESK or _PARTS_A_DESK.search(line) is None`": _QUICK,
        "nothing needs `'(' in line`": _QUICK,
        "nothing tests `len(line) > _LONGEST_DESK`": _QUICK,
        "nothing tests `_PARTS_A_DESK.search(line) is None`": _QUICK,
    },
    "press/source-version": {"nothing tests `'://' not in address`": _QUICK},
    "header/date-line": {
        "nothing needs `len(line) <= 90`": _QUICK,
        "nothing tests `_YEAR.search(line)`": "a stamp with a year is no time of day; to read it would say the same",
    },
    "boilerplate/date-stamp": {"nothing needs `len(line) <= 90`": _QUICK},
    "boilerplate/relative-time": {"nothing needs `len(line) <= 60`": _QUICK},
    "header/ago-alone": {"nothing needs `len(line) <= 60`": _QUICK},
    "footer/agency": {"nothing fails `if len(line) <= 60`": _QUICK},
    "footer/address": {
        "nothing needs `len(line) < 600`": _QUICK,
        "nothing needs `line.count(' ') < 2`": _QUICK,
    },
    "footer/host": {"nothing needs `len(line) < 80`": _QUICK, "nothing needs `' ' not in line`": _QUICK},
    "decode/windows-1252": {
        r"nothing has more than 1 of `[\x80-\x9f]{1,64}`": "a run is one edit; one each would read the same",
        r"any character would do for `[\x80-\x9f]`": "the table leaves every other character as it is",
    },
}
