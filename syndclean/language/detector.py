"""Which language a text is in: naive Bayes over all its n-grams, in whole numbers, so nothing is left to chance.

A word with a capital counts half: it may be a name, and names are of any language. What the score becomes is a
probability in which three bits count as one, because neighbouring n-grams repeat each other.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from math import sqrt
from typing import NamedTuple

from syndclean.language.profiles import COUNT_BITS, COUNTS, LANE_BITS, READ, Profiles, of
from syndclean.language.scripts import read

Answer = tuple[str | None, float]

_BIT = 2 * 16  # score units: weights are in sixteenths of a bit, and small words count them twice
_HALVING = 3 * _BIT  # so many units less make a language half as likely
_UNKNOWN = 20 * _BIT  # what "none of these" scores, so that two letters prove nothing
_LIKELIHOOD = [round(2.0 ** (30 - k / _HALVING)) for k in range(_HALVING)]
_CERTAIN = 20 * _HALVING  # what is so far behind does not change the fourth decimal place

# A text with more unseen trigrams than texts in its language have is in none that is known, unless that language leads
# all others clearly. The unit is a standard deviation; the figures were chosen on headlines and sentences in 120
# languages, so that of those with a profile about one in a hundred is refused.
_LEAD_COUNTS = 1.2  # for each bit a letter by which it leads
_MOST_LEAD = 3.0
_NAMES = 0.15  # of the trigrams that a profile has in small words, so many are missing in words with a capital
_TOPIC = 0.01  # a text is about one thing: its words are not drawn one by one, and long ones stray further

_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S{1,300}|[\w.+-]{1,64}@[\w.-]{1,255}")
_DRAWN_OUT = re.compile(r"(\w{1,3}?)\1{3,}")  # Goooool, hahahaha: what comes again and again says no more than once
_FEW = 4  # spaces: among more words one that is drawn out counts little
_WINDOW = 60
_VOTES = 11


class Evidence(NamedTuple):
    """What the words of a text say for the languages of its script."""

    profiles: Profiles
    total: int
    mixed: bool = False


class Prior(NamedTuple):
    """What is known of a text before it is read, and how sure an answer has to be.

    `doublings` says how much likelier than the rest some languages are, the one that is `expected` (and written in
    `script`) most of all. An
    answer is at least so probable as `least`; any language but the expected one is refused where the text has trigrams
    that its profile lacks beyond `surprise` standard deviations.
    """

    expected: str | None = None
    script: str | None = None
    doublings: tuple[tuple[str, float], ...] = ()
    least: float = 0.5
    surprise: float = 1.8


NOTHING_KNOWN = Prior()


def detect(text: str) -> Answer:
    """The language of `text`, a BCP 47 tag, and how sure that is (0 to 1); None where nothing can be said.

    >>> detect("Im Winter ist der Wald hinter dem Haus ganz still.")
    ('de', 1.0)
    >>> detect("2024 — 17:30")
    (None, 0.0)
    """
    return judge(text)


def detect_many(texts: Iterable[str]) -> list[Answer]:
    """`detect` for each of `texts`, in order.

    >>> [tag for tag, confidence in detect_many(["They left the door open.", "Ils ont laissé la porte ouverte.", "…"])]
    ['en', 'fr', None]
    """
    return [detect(text) for text in texts]


def judge(text: str, prior: Prior = NOTHING_KNOWN) -> Answer:
    """The language of `text` when something is known of it; a long text in two languages is in that of most of it."""
    evidence = weigh(excerpt(text, READ), prior.script)
    if evidence is None:
        return None, 0.0
    answer = decide(evidence, prior)
    as_expected = answer[0] == prior.expected if prior.expected else answer[0] is not None and not evidence.mixed
    if as_expected or len(text) <= READ:
        return answer
    found = Counter(judge(window, prior)[0] for window in windows(text, _VOTES))
    tag, votes = found.most_common(1)[0]
    return (tag, round(votes / found.total(), 4)) if tag and 2 * votes > found.total() else answer


def weigh(text: str, script: str | None = None) -> Evidence | None:
    """What the first `READ` characters of `text` say; None for no letters, or none of a script that has profiles."""
    text = text[:READ]
    if "@" in text or "://" in text or "www." in text:
        text = _ADDRESS.sub(" ", text)
    if text.count(" ") < _FEW:
        text = _DRAWN_OUT.sub(r"\1", text)
    written = read(text, script)
    if written is None:
        return None
    profiles = of(written.script)
    return Evidence(profiles, sum(map(profiles.words.__getitem__, written.words)), written.mixed)


def decide(evidence: Evidence, prior: Prior = NOTHING_KNOWN) -> Answer:
    """The likeliest language and its probability, or None."""
    profiles, total, _ = evidence
    ahead = _head_start(prior.doublings, profiles.tags) if prior.doublings else 0
    *lanes, small_letters, capital_letters = profiles.lanes(total + ahead)
    highest = max(lanes)
    best = lanes.index(highest)
    tag, seen, top = profiles.tags[best], highest & COUNTS, highest >> COUNT_BITS
    lanes[best] = _UNKNOWN << COUNT_BITS
    lead = top - (max(lanes) >> COUNT_BITS)
    if lead < 0:
        return None, 0.0
    confidence = 1.0
    if lead < _CERTAIN:
        behind = [b for lane in lanes if (b := top - (lane >> COUNT_BITS)) < _CERTAIN]
        chances = sum([_LIKELIHOOD[b % _HALVING] >> b // _HALVING for b in behind])
        confidence = _LIKELIHOOD[0] / (_LIKELIHOOD[0] + chances)
    if confidence < prior.least:
        return None, 0.0
    if tag != prior.expected:
        surprise = _surprise(profiles.unseen[best], seen, small_letters, capital_letters, lead)
        if surprise > prior.surprise:
            return None, 0.0
    return tag, round(confidence, 4)


@lru_cache(maxsize=256)
def _head_start(doublings: tuple[tuple[str, float], ...], tags: tuple[str, ...]) -> int:
    """What to add to a sum of words, so that some languages start ahead."""
    return sum(round(d * _HALVING) << COUNT_BITS + LANE_BITS * tags.index(tag) for tag, d in doublings if tag in tags)


def _surprise(unseen: float, seen: int, small: int, capital: int, lead: int) -> float:
    """How many standard deviations more trigrams a text has that a language lacks than the texts of that language.

    `unseen` is the share that is usual, `seen` twice the trigrams that are known in small words and once those in
    others, `small` and `capital` the letters of such words (a trigram each). A clear `lead` makes up for some.
    """
    letters = small + capital / 2
    named = unseen + _NAMES * (1 - unseen)
    excess = small * (1 - unseen) + capital * (1 - named) / 2 - seen / 2
    spread = small * (unseen * (1 - unseen) + 0.001) + capital * (named * (1 - named) + 0.001) / 2
    clear = min(_MOST_LEAD, lead / _BIT / letters)
    return excess / sqrt(spread * (1 + _TOPIC * letters)) - _LEAD_COUNTS * clear


def excerpt(text: str, limit: int) -> str:
    """`text`, or where it is longer than `limit` characters so many of them, in whole words from all over it.

    >>> excerpt("word " * 1000, 120)
    'word word word word word word word word word word word word word word word word word word word word word word'
    """
    return text if len(text) <= limit else " ".join(windows(text, limit // _WINDOW))


def windows(text: str, number: int) -> list[str]:
    """So many stretches of a longer text, from its start to its end, each of a few whole words."""
    step = (len(text) - _WINDOW) // (number - 1)
    return [_whole_words(text[i : i + _WINDOW]) for i in range(0, number * step, step)]


def _whole_words(window: str) -> str:
    """`window` without what its edges cut off, where it has spaces to tell."""
    start = window.find(" ") + 1
    end = window.rfind(" ", start)
    return window[start:end] if end > start else window[start:]
