"""The languages of a page: its body is in one, and what stands around it most often in the same."""

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from syndclean.language.detector import NOTHING_KNOWN, Answer, Prior, decide, detect, excerpt, judge, weigh
from syndclean.language.profiles import READ
from syndclean.language.scripts import SCRIPT_OF
from syndclean.remembering import remembering

Detector = Callable[[str], Answer]

# The languages of more than 2 % of web sites (W3Techs, "Usage statistics of content languages", 2024): where a list is
# in another language than the article, it is most often in one of these, and each counts for eight of the others.
_WIDE = ("en", "es", "de", "ja", "fr", "ru", "pt", "it", "nl")

# How many doublings likelier than a rare language the language of the body is: its share is 1 - e, and e is shared out
# among all. Within the article e is 0.1 and each of the 54 languages counts the same; around it e is 0.5.
_WITHIN = 8.9
_AROUND = 6.8
_WIDESPREAD = 3.0

_BODY = 660  # characters of the body that are read for its language
_GLANCE = 60  # characters at either end that most often confirm the language that was expected
_SURE = 0.999  # and if they do not so surely, more are read


class Piece(NamedTuple):
    """A segment as far as its language goes.

    `kind` is that of `Segment`. `known` is the language of the phrase that a rule found there, as a BCP 47 tag. `bare`
    says that there is no language in it: a key and a URL, a name or a number.
    """

    text: str
    kind: str = "body"
    known: str | None = None
    bare: bool = False


def languages(pieces: Sequence[Piece], *, detector: Detector = detect) -> tuple[str | None, list[Answer]]:
    """The language of the body, None where nothing can be said, and of each piece, with the confidence (0 to 1).

    A piece of the body or the header is in the language of the body unless its letters speak clearly against it, one
    around the article with less reserve. `detector` is asked in place of syndclean's own: any function from a text to
    a BCP 47 tag (or None) and a confidence.

    >>> body = "Der Rat hat am Montag beschlossen, die alte Brücke über den Fluss zu sperren."
    >>> language, answers = languages([Piece(body), Piece("Le pont est fermé depuis lundi", "boilerplate"),
    ...                                Piece("Brücke gesperrt", "boilerplate"), Piece("12.05.2024", "footer")])
    >>> language, [tag for tag, confidence in answers]
    ('de', ['de', 'fr', 'de', None])
    """
    body = " ".join([p.text for p in pieces if p.kind == "body" and p.known is None and not p.bare])
    language, _ = detector(excerpt(body, _BODY))
    ask = _ask if detector is detect else partial(_ask_other, detector)
    given: dict[tuple[str, bool], Answer] = {}
    answers: list[Answer] = []
    for text, kind, known, bare in pieces:
        if bare:
            answers.append((None, 0.0))
        elif known:
            answers.append((known, 1.0))
        else:
            inside = kind in ("body", "header")
            answer = given.get((text, inside))
            if answer is None:
                answer = given[text, inside] = ask(text, language, inside)
            answers.append(answer)
    return language, answers


@lru_cache(maxsize=128)
def _prior(language: str | None, inside: bool) -> Prior:
    """What is known of a piece of the article, or of one around it, when the body is in `language`."""
    if language is None:
        return NOTHING_KNOWN
    script = SCRIPT_OF.get(language)
    wide = tuple((tag, _WIDESPREAD) for tag in _WIDE if tag != language)
    doublings = ((language, _WITHIN),) if inside else ((language, _AROUND), *wide)
    return Prior(language, script, doublings, least=0.3, surprise=3.5)


@remembering
def _ask(text: str, language: str | None, inside: bool) -> Answer:
    """The language of `text` by its profiles; a glance often settles that it is the expected one."""
    prior = _prior(language, inside)
    if len(text) > 2 * _GLANCE and prior.expected is not None:
        start, end = text[:_GLANCE], text[-_GLANCE:]
        glance = weigh(start[: start.rfind(" ")] + end[end.find(" ") :], prior.script)
        answer = decide(glance, prior) if glance else (None, 0.0)
        if answer[0] == prior.expected and answer[1] >= _SURE:
            return answer
    return judge(text, prior)


def _ask_other(detector: Detector, text: str, language: str | None, inside: bool) -> Answer:
    """The same with any detector: around the article its word stands where it is more likely right than not, within it
    where it is so by the odds that a piece of the article is in the language of the body."""
    prior = _prior(language, inside)
    text = excerpt(text, READ)
    tag, confidence = detector(text) if any(map(str.isalpha, text)) else (None, 0.0)
    if tag is None or tag == prior.expected or prior.expected is None:
        return tag, confidence
    doubt = (1 - confidence) * 2 ** (dict(prior.doublings)[prior.expected] - _AROUND)
    if confidence > doubt:
        return tag, round(confidence / (confidence + doubt), 4)
    return prior.expected, round(doubt / (confidence + doubt), 4)
