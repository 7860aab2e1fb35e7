"""Where a quotation begins or ends right at something else; the same for brackets, and for ¿ and ¡."""

import re

from syndclean.rule import JOINT, SPACE, JointRule
from syndclean.rules.joints.place import CASELESS, CASELESS_END, DIGIT, END, LOWER, NEAR, UPPER, Place
from syndclean.rules.joints.sentences import missing
from syndclean.rules.quotes import MARKS

FULL_QUOTES = MARKS.replace("'", "").replace("’", "")  # what is never an apostrophe
SINGLE_STRAIGHT = "'’"
_ENDS = tuple(END + CASELESS_END)
_ENDS_INSIDE = (*_ENDS, ",")
_BEFORE_QUOTATION = MARKS + END + CASELESS_END + ":;,"
# Scripts that set no spaces between words (UAX 14, complex context and ideographs): nothing can be missing there.
_UNSPACED = re.compile("[\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]")


def _quotation_opens(place: Place) -> str | None:
    """A mark that opens a quotation, right behind something else."""
    mark, then = place.text[place.at], place.text[place.at + 1 : place.at + 2]
    if (mark not in "«»" and then.isspace()) or not (place.left.isalnum() or place.left in _BEFORE_QUOTATION):
        return None
    if _UNSPACED.match(place.left) or not place.opens(place.at) or (mark == '"' and place.code):
        return None
    if place.left in MARKS:
        return _behind_closing(place)
    if place.left == ",":
        return None if mark == '"' and place.behind(2)[0] == mark else SPACE
    return _quotation_behind_word(place) if place.left.isalnum() else JOINT


def _single_opens(place: Place) -> str | None:
    """The same for a mark that may be an apostrophe."""
    if not place.opens(place.at) or place.code:
        return None
    return _behind_closing(place) if place.left in MARKS else JOINT


def _behind_closing(place: Place) -> str | None:
    """One quotation right behind another."""
    text, at = place.text, place.at
    inside = place.behind(4)[:-1].rstrip(" \u00a0\u202f")  # French sets a space inside
    ended = inside.endswith(_ENDS_INSIDE) or text[at + 1 : at + 2].isupper()
    return JOINT if ended and place.closes(at - 1) else None


def _quotation_behind_word(place: Place) -> str | None:
    """A quotation right behind a word: a heading ended, where the quotation is a sentence; else a space lacks."""
    text, at = place.text, place.at
    if text[at] in SINGLE_STRAIGHT or place.technical:
        return None
    first = text[at + 1 : at + 2]
    if text[at] in "«»" and first.isspace():
        first = text[at + 2 : at + 3]
    quotation = place.before(NEAR)
    if text[at] == "‘" and "’" not in quotation:
        return None  # nothing closes it: an apostrophe, as Hebrew and Tigrinya print it
    if first.isupper() and quotation.count(" ") >= 2 and " " in place.short_block:
        return JOINT
    return SPACE if len(place.word_behind()) > 2 and first.isalpha() and text[at] != '"' else None


QUOTATION_OPENS = JointRule(
    "joint/quotation-opens",
    "A mark that opens a quotation stands right behind something: a break is missing, inside a sentence a space.",
    left=r"\S",
    right=FULL_QUOTES,
    then=r"\s\w¿¡…(\[" + MARKS,
    judge=_quotation_opens,
    hits=(
        "They said,␣“The boats are gone.”",
        'They said,␣"The boats are gone."',
        "Hon sa ”ja”,␣”nej” och ”kanske” i dag.",
        "Er sagte „ja“,␣„nein“ und „vielleicht“ dazu.",
        "Call `left` of it.⏐“They will be back,” she said.",
        "The boats left.⏐“They will be back,” she said.",
        'The boats left.⏐"They will be back," she said.',
        "Die Schiffe sind fort.⏐„Sie kommen zurück“, sagte sie.",
        "Die Schiffe sind fort.⏐»Sie kommen zurück«, sagte sie.",
        "“They left.”⏐“They will be back.”",
        "Lodě odpluly.⏐„Vrátí se,“ řekl.",
        "Корабли ушли.⏐«Они вернутся», сказал мэр.",
        "배가 떠났다.⏐\"돌아올 것이다\"라고 말했다.",
        "הוא אמר␣‘שלום רב’ לכולם",
        "New boats for the harbour⏐“They will be back in the spring,” she said.",
        "Les bateaux sont partis.⏐« Ils reviendront », dit-elle.",
    ),
    misses=(
        "They said) “x” and (“The boats” of it)“The boats” left.",
        'The key is {"town":"The boats"} of it.',
        'The keys are "boats","The town" and so on.',
        "The boats left.“ They will be back,“ she said",
        "坚持火箭链、卫星链“四链并举”的精神。",
        "Il dit « oui », puis « non ».",
        'She called it "a boat" and left ("for good").',
        "l’“affaire”", "5'10\" and 6'2\"", "dogs' bones, rock 'n' roll", "l'\"affaire\"",
        "The boats left.” Then", "צה\"ל", "הוא נולד במערב וירג‘יניה אתמול", "（「はい」）と言った。「はい」",
    ),
)  # fmt: skip
QUOTATION_OPENS_SINGLE = JointRule(
    "joint/quotation-opens-single",
    "The same for a mark that may be an apostrophe: only behind the end of a sentence or a colon.",
    left=END + ":;" + FULL_QUOTES,
    right="'",
    then=r"\w¿¡…(\[" + MARKS,
    judge=_single_opens,
    hits=("The boats left.⏐'They will be back,' she said.",),
    misses=(
        "She said “'They left,' and so on” now",
        "It is `x` now.'They will be back,' she said.",
        "“They left.”'Tis so",
        "In the ’90s, rock ’n’ roll",
        "It isn't.",
        "The boats.' Then",
    ),
)


def _quotation_closed(place: Place) -> str | None:
    """Text right behind a mark that closes a quotation."""
    if not place.closes(place.at - 1):
        return None
    inside = place.behind(6).rstrip(" \u00a0" + MARKS)
    if inside.endswith(","):
        return SPACE
    if inside.endswith(_ENDS):
        return SPACE if place.bracketed else JOINT
    word, then = place.word_before(), place.text[place.at + 1 : place.at + 2]
    if place.right.isdigit() or inside.endswith((":", ";")) or (len(word) < 2 and then != " "):
        return None
    if place.first(word):
        return JOINT
    around = place.look.reading.quotation_around(place.at - 1)
    whole = around is not None and around[0] == place.start
    return JOINT if whole or place.short_block.count(" ") > 1 else None


QUOTATION_CLOSED = JointRule(
    "joint/quotation-closed",
    "A mark that closed a quotation stands right before a capital or a number.",
    left=MARKS,
    right=UPPER + DIGIT,
    judge=_quotation_closed,
    hits=(
        "“They will be back.”⏐12 boats stayed.",
        "He said (“They left.”␣They did.)",
        "“Bild”⏐Mennene var borte.",
        "Old boats for “all”⏐Harbours and yards",
        "The town and “the ‘old’ boats”⏐Harbour of it",
        "It rained here. They left the “it”⏐The boats of the people are gone",
        "„Zu klein, zu alt“⏐W mieście",
        "“They will be back.”⏐The boats left.",
        '"They will be back."⏐The boats left.',
        "„Sie kommen zurück.“⏐Die Schiffe sind fort.",
        "»Sie kommen zurück.«⏐Die Schiffe sind fort.",
        "«Ils reviendront.»⏐Les bateaux sont partis.",
        "“They will be back,”␣He said.",
        "‘They will be back.’⏐The boats left.",
        "„Die Schiffe kommen zurück“⏐Die Besitzerin der Werft sagte, dass sie im Frühjahr kommen.",
    ),
    misses=(
        "It is called “Boats 2”4 times",
        "Er schrieb „so: “Hafen der Stadt",
        "It rained. He said of it “the boats”Harbour of it",
        "L’Ukraine et l'Europe d’Aujourd’hui",
        "“They” And „Bild“-Zeitung",
        "Rock’n’Roll by O’Neill",
        '"A"B',
    ),
)


def _quotation_then_small(place: Place) -> str | None:
    """A small letter right behind a closed quotation that ended like a sentence or with a comma: ”she said."""
    ended = place.behind(2)[0] in ",.!?…" and place.closes(place.at - 1)
    return SPACE if ended and place.common(place.word_before()) else None


QUOTATION_THEN_SMALL = JointRule(
    "joint/quotation-space",
    "A small letter right behind a quotation that ended with a comma or a full stop: a space is missing.",
    left=FULL_QUOTES,
    right=LOWER,
    judge=_quotation_then_small,
    hits=("“The boats will be back to the harbour,”␣she said of the people.",),
    misses=(
        "They said.“the boats of it are gone",
        "“The boats of the people are gone,”xyz said it.",
        "“Bild”artig and the ‘80s, it’s",
        "“The boats will be back to the harbour,” she said.",
        '"in"formal words of the people',
    ),
)


# What follows a quotation in Korean without a space, and ends there or goes on as a verb of saying (National Institute
# of Korean Language, rules of spacing); 도 is one, 도시 a word of its own.
_PARTICLE = re.compile(
    "(?:(?:이?라|하|이?었|였)(?:[고며는면던도지기]|(?![가-힣]))|(?:이?란|[고며면는은이가을를의도만인임로와과뿐식등설]|에서?|으로"
    "|처럼|보다|까지|부터|조차|이?었다|였다)[은는도만]?(?![가-힣]))"
)


def _caseless_quotation(place: Place) -> str | None:
    """A word right behind a closed quotation that is a sentence or a line, and no particle that belongs to it."""
    if _PARTICLE.match(place.before(6)) or not place.closes(place.at - 1):
        return None
    if place.behind(2)[0] in CASELESS_END:
        return JOINT
    around = place.look.reading.quotation_around(place.at - 1)
    return JOINT if around is not None and around[0] == place.start and place.short_block.count(" ") > 1 else None


CASELESS_QUOTATION = JointRule(
    "joint/caseless-quotation",
    "A word without capitals right behind a quotation that ended like a sentence, where it is no particle.",
    left=MARKS,
    right=CASELESS,
    judge=_caseless_quotation,
    hits=(
        '그는 "배가 떠났다."⏐도시는 기다린다.',
        '"배는 봄에 돌아온다"⏐시작부터 배가 많았다.',
        "قال: «غادرت السفن الميناء.»⏐ستعود في الربيع.",
        "उसने कहा “नावें चली गईं।”⏐शहर इंतज़ार कर रहा है।",
        '그는 "배가 떠났다."⏐시장은 말했다.',
    ),
    misses=(
        "그는 말했다.“시장은 갔다.",
        '그는 "배가 떠났다"시장은 말했다.',
        '그는 "배가 떠났다."라고 말했다.',
        '"배는 봄에 돌아온다"고 했다.',
        "배는 봄에 온다”시작부터 배가 많았다.",
        '"배 봄"시작부터 배가 많았다.',
        "“배가 ‘봄에’ 다시 온다”시작부터 배가 많았다.",
        '"배"가 떠났다.',
    ),
)


def _inverted_mark(place: Place) -> str | None:
    """¿ or ¡ right behind the end of a sentence or of a heading."""
    if place.left.islower():
        return JOINT if " " in place.short_block else None
    if place.left in MARKS and not place.closes(place.at - 1):
        return None
    return missing(place)


INVERTED_MARK = JointRule(
    "joint/inverted-mark",
    "Spanish opens a question or an exclamation with a mark of its own, so a sentence ended before it.",
    left=END + LOWER + ")" + FULL_QUOTES,
    right="¿¡",
    then=UPPER + LOWER,
    judge=_inverted_mark,
    hits=(
        "Volverán.⏐¿Cuándo?",
        "Los barcos se fueron.⏐¿cuándo volverán?",
        "Los barcos se fueron.⏐¿Cuándo volverán?",
        "Los barcos del puerto⏐¿Cuándo volverán?",
        "«Nadie sabe.»⏐¡Qué pena!",
    ),
    misses=("Barcos¿Cuándo?", "Los barcos, ¿cuándo volverán?", "«¿Cuándo?»", "(¡No!)", "¿¡Cómo!?"),
)


def _bracket_closed(place: Place) -> str | None:
    """A capital right behind a bracket that closes."""
    behind = place.behind(NEAR)
    if not f" {behind}"[behind.rfind("(")].isspace():  # what stands before the bracket; where none opened, it closes
        return None
    if behind[-2:-1] in END or place.first(place.word_before()):
        return missing(place)
    return JOINT if place.short_block.count(" ") > 1 else None


BRACKET_CLOSED = JointRule(
    "joint/bracket-closed",
    "A capital right behind a bracket that closed a sentence or a line.",
    left=")",
    right=UPPER,
    judge=_bracket_closed,
    hits=(
        "The boats left. Nobody knew (of it)⏐The owner said so.",
        "(They left.)⏐Harbours are empty.",
        "Fewer boats left (11.13 Uhr)⏐Harbour masters said so",
        "The boats left. (They will be back.)⏐The owner of the yard said so.",
        "Die Schiffe sind fort (11.13 Uhr)⏐Die Besitzerin der Werft sagte es so.",
    ),
    misses=("Boats (two)Harbour", "Ca(OH)Cl and f(x)The", "Lehrer(in)Nen"),
)


def _bracket_opens(place: Place) -> str | None:
    """A bracket right behind the end of a sentence: an agency, a note."""
    if place.technical or len(place.word_behind(1)) < 3:
        return None
    return JOINT if re.match(r"\([^\W\d_][^()]{1,200}\)", place.before(NEAR)) else None


BRACKET_OPENS = JointRule(
    "joint/bracket-opens",
    "A bracket right behind the end of a sentence.",
    left=".!?",
    right="(",
    judge=_bracket_opens,
    hits=(
        "The boats left!⏐(With material from agencies)",
        "Have they left?⏐(With material from agencies)",
        "The boats left.⏐(With material from agencies)",
    ),
    misses=(
        "See www.harbour.example.(in English)",
        "He is no.(so they say)",
        "They left.(2019)",
        "f.(x)",
        "The boats left. (They will be back.)",
        "end.[1]",
        "foo.bar().(baz)",
    ),
)
