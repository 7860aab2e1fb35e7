"""The tags of a value."""

from syndclean import dates
from syndclean.facts.vocabulary import LONGEST
from syndclean.lazy import pattern

_TAG_CUT = pattern(r"[,;|、，،؛；•／\n]|\s(?=#)|\s[/·▪]\s")
_DASH = pattern(" [-–] ")
_SHARE = pattern(r"\s?\(\d{1,3}\s?%\)$")  # how much of the article is about it


def tags(text: str) -> tuple[str, ...]:
    """The tags of a value, in order, each once: cut at commas, semicolons, bars, line ends, before hashtags, at slashes
    and dots between spaces, and where two or more of them stand at dashes.

    >>> tags("#Paris #Élysée"), tags("災害・気象、宮崎県"), tags("1&1, IONOS | ")
    (('Paris', 'Élysée'), ('災害・気象', '宮崎県'), ('1&1', 'IONOS'))
    >>> tags("Harbour - Ferries - Islands"), tags("Covid - 19")
    (('Harbour', 'Ferries', 'Islands'), ('Covid - 19',))
    >>> tags("漁業／港湾"), tags("WATER UTILITIES (91%); BONDS (76%)")
    (('漁業', '港湾'), ('WATER UTILITIES', 'BONDS'))
    """
    text = text[: 10 * LONGEST].strip()
    cut = _TAG_CUT.split(text)
    if len(cut) == 1 and text.count(" - ") + text.count(" – ") > 1:
        cut = _DASH.split(text)
    pieces = (_SHARE.sub("", piece.strip()).strip(" \t\u00a0\u3000#＃-–•*/").strip() for piece in cut)
    return tuple(dict.fromkeys(piece for piece in pieces if piece and len(piece) <= 100 and not dates.hidden(piece)))
