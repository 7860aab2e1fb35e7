"""The address that a value is, and the host: what is forged is a problem."""

import functools
from urllib.parse import urlsplit

from syndclean.facts.vocabulary import lines
from syndclean.lazy import pattern

LONGEST_ADDRESS = 2083  # what browsers take
_ASIAN = (
    frozenset({"Latin", "Han", "Hiragana", "Katakana"}),
    frozenset({"Latin", "Han", "Bopomofo"}),
    frozenset({"Latin", "Han", "Hangul"}),
)  # fmt: skip
_SCRIPT = {
    script: pattern(rf"\p{{Script={script}}}")
    for script in (
        "Latin",
        "Cyrillic",
        "Greek",
        "Armenian",
        "Hebrew",
        "Arabic",
        "Devanagari",
        "Bengali",
        "Thai",
        "Georgian",
        "Hangul",
        "Han",
        "Hiragana",
        "Katakana",
        "Bopomofo",
        "Tamil",
        "Telugu",
        "Gujarati",
        "Gurmukhi",
        "Kannada",
        "Malayalam",
        "Sinhala",
        "Lao",
        "Khmer",
        "Myanmar",
        "Ethiopic",
        "Cherokee",
    )
}
_LIKE_LATIN = frozenset("асԁеһіјӏорԛѕԝхуъьпгѵѡкмтвн")  # Cyrillic letters that pass for Latin ones
_FOUR_NUMBERS = pattern(r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}")
_TOP = pattern(r"\p{L}[\p{L}\p{M}]{1,62}|xn--[\w-]{1,59}")
_NO_HOST = pattern(r"[^\p{L}\p{M}\p{N}.-]")
_LABEL_OF_HOST = pattern(r"[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_-]{0,61}[\p{L}\p{M}\p{N}])?")
_INVISIBLE = pattern(r"[\p{Cf}\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Z}\u115f\u1160\u3164\ufe00-\ufe0f]")
_MARKDOWN = pattern(r"\[[^\[\]]{0,200}\]\(\s?<?(?P<url>[^\s()<>]{1,2083})>?\s?\)")
_CLOSING = {")": "(", "]": "[", "}": "{", ">": "<", "）": "（", "】": "【", "」": "「", "»": "«", "”": "“", "’": "‘"}


def url(text: str) -> tuple[str | None, str | None]:
    """The http or https address that a value is, and the problem with it: one of the two is None; both of an empty one.

    Brackets, markdown and punctuation around it are peeled; the address itself stays as written (RFC 3986, RFC 3987).
    White space or an invisible character inside, another scheme, a user name, a host that is none, or one whose letters
    mix scripts (Unicode UTS 39) is a problem.

    >>> url("<https://example.org/a_(b)>.")
    ('https://example.org/a_(b)', None)
    >>> url("javascript:alert(1)")
    (None, "no http or https address: 'javascript:alert(1)'")
    """
    if len(text) > 4 * LONGEST_ADDRESS:
        return None, f"the address is longer than {LONGEST_ADDRESS} characters"
    bare = _peeled(text)
    if not bare:
        return None, None
    shown = repr(bare[:80])
    culprit = _INVISIBLE.search(bare)
    if culprit:
        what = "white space" if culprit[0].isspace() else f"an invisible character (U+{ord(culprit[0]):04X})"
        return None, f"{what} stands in the address {shown}"
    if len(bare) > LONGEST_ADDRESS:
        return None, f"the address is longer than {LONGEST_ADDRESS} characters"
    if not bare[:8].casefold().startswith(("http://", "https://")):
        return None, f"no http or https address: {shown}"
    try:
        parts = urlsplit(bare)
        name, port = parts.hostname or "", parts.port
    except ValueError:
        return None, f"the address cannot be taken apart: {shown}"
    if parts.username is not None or "\\" in bare or port == 0:
        return None, f"the address hides its host: {shown}"
    problem = _host_problem(name)
    return (None, f"{problem}: {shown}") if problem else (bare, None)


def address(text: str) -> str | None:
    """The http or https address that a value is, None where it is none or there is a problem with it.

    >>> address("https://example.org/a"), address("Harbour")
    ('https://example.org/a', None)
    """
    return url(text)[0] if "://" in text else None


def _peeled(text: str) -> str:
    """The value without brackets, quotation marks and sentence signs around it."""
    text = text.strip()
    markdown = _MARKDOWN.fullmatch(text.rstrip(".,;"))
    if markdown:
        return str(markdown["url"])
    text = text.lstrip("<([{\"'“‘«「【（|*_ ")
    end = len(text)
    while end:
        last = text[end - 1]
        if last in _CLOSING and text.count(_CLOSING[last], 0, end) >= text.count(last, 0, end):
            break
        if last in _CLOSING or last in " \t\r\n\u00a0.,;:!?\"'|*_>…、。，；！？":
            end -= 1
            continue
        break
    return text[:end]


def _host_problem(name: str) -> str | None:
    if _FOUR_NUMBERS.fullmatch(name):
        return None if all(int(one) < 256 for one in name.split(".")) else "the host is none"
    labels = name.rstrip(".").split(".")
    if len(name) > 253 or len(labels) < 2 or not all(_LABEL_OF_HOST.fullmatch(label) for label in labels):
        return "the host is none"
    if not _TOP.fullmatch(labels[-1]):
        return "the host is none"
    for label in labels:
        shown = label
        if label.startswith("xn--"):
            try:
                shown = label[4:].encode("ascii").decode("punycode")
            except (UnicodeError, ValueError):
                return "the host is none"
        if _forged(shown, labels[-1]):
            return "letters of several scripts pass for one another in the host"
    return None


def _forged(label: str, top: str) -> bool:
    """UTS 39, highly restrictive: one script in a label, or Latin with those of Chinese, Japanese or Korean; and no
    Cyrillic label of nothing but letters that pass for Latin under a Latin top level."""
    if label.isascii():
        return False
    scripts = {name for name, pattern in _SCRIPT.items() if pattern.search(label)}
    if len(scripts) > 1 and not any(scripts <= allowed for allowed in _ASIAN):
        return True
    return (
        scripts == {"Cyrillic"}
        and top.isascii()
        and not top.startswith("xn--")
        and set(label) <= _LIKE_LATIN | set("-0123456789")
    )


def host(text: str) -> str | None:
    """The bare host that a value is, without a dot or a slash around it; None where it is none.

    >>> [host(one) for one in (".lefigaro.fr", "www.example.com/", "obus.Ces", "U.S.", "v1.2")]
    ['lefigaro.fr', 'www.example.com', None, None, None]
    """
    if len(text) > 300:
        return None
    name = text.strip().strip("./ \t\n()<>")
    if "." not in name or _NO_HOST.search(name) or name.replace(".", "").isdigit():
        return None
    top = name.rpartition(".")[2]
    named = top.islower() or name.isupper() if top.isascii() else top.lower() in _top_level()
    return name if named and len(name) >= _SHORTEST and not _host_problem(name.lower()) else None


_SHORTEST = 5  # code points


@functools.cache
def _top_level() -> frozenset[str]:
    """The top-level domains that are not written in ASCII; behind another point stands a name with its initial."""
    return frozenset(line[0] for line in lines("top_level.txt"))
