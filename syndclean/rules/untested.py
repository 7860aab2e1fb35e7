"""Weakenings of our rules that no case notices, and why each may stay: rule id, the mutant's words, the reason."""

UNTESTED: dict[str, dict[str, str]] = {
    "text/mojibake": {
        "nothing passes `if not _SUSPICIOUS.search(text)`": "a quick look that saves time; without it the same is found",
    },
    "text/c1-control": {
        r"nothing has more than 1 of `[\x80-\x84\x86-\x9f]{1,64}`": "a run is one edit; one each would read the same",
    },
    "text/margin": {
        r"nothing needs `(?<![^\S\n])`": "keeps a long run of spaces from being tried at each of them; finds the same",
    },
    "decode/windows-1252": {
        r"nothing has more than 1 of `[\x80-\x9f]{1,64}`": "a run is one edit; one each would read the same",
        r"any character would do for `[\x80-\x9f]`": "the table leaves every other character as it is",
    },
}
