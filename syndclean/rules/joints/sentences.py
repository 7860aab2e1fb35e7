"""Where a sentence ended right before the next one, in scripts with capitals and without, or a comma before a word."""

import re

from syndclean.rule import JOINT, SPACE, WHOLE, JointRule, compiled
from syndclean.rules import quotes, words
from syndclean.rules.joints.place import CASELESS, CASELESS_END, DIGIT, END, LOWER, NEAR, UPPER, Place


def missing(place: Place) -> str:
    """What is missing between two sentences: inside brackets or a short quotation a space, else a break."""
    if place.bracketed:
        return SPACE
    end = place.at + len(place.before(NEAR))
    low = max(place.start, place.at - NEAR)
    if not (quotes.marked(place.text, place.at, end) and quotes.marked(place.text, low, place.at)):  # no quotation near
        return JOINT
    around = place.look.reading.quotation_around(place.at)
    if around and around[1] - around[0] < NEAR and around[0] >= place.start and "\n" not in place.text[slice(*around)]:
        return SPACE
    return JOINT


def _site(place: Place) -> bool:
    """Whether the text behind ends with the bare name of a site, and no path: www.example.org.The"""
    token = place.behind(60).rsplit(" ", 1)[-1]
    return "/" not in token and "@" not in token and token[:1].islower()


def _sentence_end(place: Place) -> str | None:
    """A capital right behind the end of a sentence."""
    word, before = place.word_before(), place.word_behind(1)
    if place.left == "." and _initial(place, word, before):
        return WHOLE
    if place.in_technical_token and not (_frequent(place, word) and _site(place)):
        return WHOLE
    if place.code and not (len(before) > 2 and (before.islower() or before.istitle()) and _frequent(place, word)):
        return WHOLE
    if place.left == ".":
        return missing(place) if _ends_with_point(place, word) else WHOLE
    sign = place.behind(2)[:-1]
    if sign.isspace() or sign in _NO_END:
        return WHOLE  # "…Und", "!Xóõ": the mark stands before the word
    if before.isupper() and (len(before) == 1 or word.isupper()):
        return WHOLE  # E!Online, WHAM!TV
    return missing(place)


def _initial(place: Place, word: str, before: str) -> bool:
    """Whether a letter with a point stands behind another: U.S., J.K."""
    return (
        len(word) == 1
        and before != ""
        and place.text[place.at + 1 : place.at + 2] == "."
        and not (before.islower() and len(before) > 2)
    )


def _frequent(place: Place, word: str) -> bool:
    """Whether the word at the place may well begin a sentence, and a space follows it."""
    end = place.at + len(word)
    return place.text[end : end + 1] == " " and place.first(word)


def _ends_with_point(place: Place, word: str) -> bool:
    """Whether the point before a capital ends a sentence, rather than an abbreviation, initials or part of a name."""
    text, at = place.text, place.at
    before = place.word_behind(1)
    then = text[at + len(word) : at + len(word) + 1]
    if not before:
        return _ends_behind_sign(place, word, then)
    if len(word) == 1 and then in ",;)" and before.isupper():
        return False  # BRK.B
    if (then.isupper() or not place.first(word)) and _dotted_name(place, before, word):
        return False
    if then == "(" or (then == "." and text[at + len(word) + 1 : at + len(word) + 2].isalpha()):
        return False  # Console.Write(, System.Out.Print
    if (
        len(before) > 1
        and text[at - 2 - len(before) : at - 1 - len(before)] == "."
        and text[at - 3 - len(before) : at - 2 - len(before)].isalpha()
        and not before.islower()
    ):
        return False  # the end of the same
    if len(before) == 1 and text[at - 3 : at - 2] != "’":
        return _ends_behind_letter(place, before, word)
    folded = words.folded(before, place.look.words.tag)
    own = place.look.words
    plain = before.islower() or before.istitle()  # afd. is short for afdeling, AfD is not
    if plain and (folded in own.abbreviations or (folded in words.abbreviations() and not place.common(before))):
        return place.function(word) and len(word) > 1 and not then.isupper()
    if then == "." and before[0].isupper() and not place.first(word):
        return False  # Map.Entry.
    return (
        folded in ("www", "http")
        or words.folded(word) not in words.endings()
        or (place.first(word) and before.islower())
    )


def _dotted_name(place: Place, before: str, word: str) -> bool:
    """Whether a point stands in a name of several parts: idleConf.CurrentTheme, email.message.Message, ttk.Notebook."""
    text, at, own = place.text, place.at, place.look.words
    if before.isupper() and word.isupper():
        return not place.common(before) and not place.common(word)
    whole = place.letters_before() or word
    if _INSIDE.search(before) and not place.look.inner_capitals and words.folded(before) not in words.names():
        return whole != word or not place.common(word)
    start = at - 1 - len(before)
    if before.islower() and len(before) > 1 and start > 1 and text[start - 1] == "." and text[start - 2].isalpha():
        return True  # email.message.Message
    if not before.islower() or place.common(before):
        return False
    if len(before) < 4 and own.common:
        return True  # ttk.Notebook
    return whole != word and not place.first(whole[len(word) :]) and words.folded(whole) not in words.names()


_INSIDE = compiled(r"\p{Ll}\p{Lu}\p{Ll}{2}")


def _ends_behind_letter(place: Place, letter: str, word: str) -> bool:
    """A single letter before the point: initials (J.Smith, U.S.), rarely the end of a sentence (vitamin C.The)."""
    if not place.first(word) or len(word) < 2 or f"{letter}.{word}".casefold() in words.names():
        return False
    following = place.text[place.at + len(word) : place.at + len(word) + 1]
    if following.isupper() or (letter.isupper() and place.text[place.at - 3] == "." and not place.function(word)):
        return False  # W.E.B.DuBois, U.N.Security Council
    if letter.islower() and letter not in "aeiouyàéèóòùúíáőűйкня":
        return place.text[place.at - 4 : place.at - 3] == "."  # p.m.The, but not z.Die
    return True


# Languages that write an ordinal with a point, so that 17.Mai and 2.Liga are no ends (CLDR, day formats "d.").
_ORDINALS = frozenset(["cs", "da", "de", "fi", "hu", "is", "lv", "nb", "sh", "sk", "sl", "tr"]) | {None}


_NO_END = "([{<*/\\=~^&|@#+-_"  # no sentence ends behind one of these: (?P, <!DOCTYPE, *.Txt


def _ends_behind_sign(place: Place, word: str, then: str) -> bool:
    """No letter before the point: a bracket, a quotation mark, a number, another point."""
    text, at = place.text, place.at
    sign = text[at - 2 : at - 1] if at - 2 >= place.start else ""
    if sign.isdigit():
        number = re.search(r"[\d.,:]{1,12}\Z", place.behind(14))
        digits = number[0].rstrip(".") if number else ""
        if len(word) == 1 and then != " ":
            return False
        if len(digits) == 4 and digits.isdigit():
            return True
        if "." in digits or len(digits) < 2 or (len(digits) < 3 and place.look.words.tag in _ORDINALS):
            return place.function(word)
        return place.common(word) or len(word) > 3
    if sign == ".":  # an ellipsis of points belongs to what it touches
        return not place.behind(5).rstrip(".")[-1:].isspace() and place.behind(5).strip(".") != ""
    return bool(sign) and not sign.isspace() and sign not in _NO_END


SENTENCE_END = JointRule(
    "joint/sentence-end",
    "A capital right behind a full stop, a question mark or an exclamation mark begins the next block.",
    left=CASELESS_END + END,
    right=UPPER,
    judge=_sentence_end,
    hits=(
        "They said so!⏐A. Bell is of the town",
        "They call `left` on Monday.⏐The boats left",
        "They call `left` on the boats.⏐The boats left",
        "Who asked for articles 5 and 4?⏐Article 5 is the one that counts.",
        "Read it at www.harbour.example.⏐The boats left.",
        "Did it help NATO?⏐Nobody knows.",
        "Who left?⏐NATO did not say.",
        "The boats left the harbour.⏐They will be back in spring, the owner of the yard said.",
        "Die Schiffe sind fort.⏐Sie kommen im Frühjahr zurück, sagte die Sprecherin der Werft.",
        "Les bateaux sont partis.⏐Ils reviendront au printemps, a dit le maire de la ville.",
        "¿Volverán los barcos al puerto?⏐El alcalde no quiso responder a la pregunta de la prensa.",
        "Le barche sono partite!⏐Il sindaco non ha risposto alle domande della stampa.",
        "Корабли ушли из порта.⏐Они вернутся весной, сказал мэр города.",
        "Statki wypłynęły z portu.⏐W mieście nie ma już nikogo, kto by o nich nie mówił.",
        "Lodě odpluly z přístavu.⏐Na jaře se vrátí, řekl starosta města.",
        "Gemiler limandan ayrıldı.⏐İlkbaharda geri dönecekler, dedi belediye başkanı.",
        "Τα πλοία έφυγαν από το λιμάνι.⏐Θα επιστρέψουν την άνοιξη, είπε ο δήμαρχος.",
        "Båtarna har lämnat hamnen.⏐I vår kommer de tillbaka, säger ägaren till varvet.",
        "(The boats left.␣They will be back.)",
        "She moved to the U.S.⏐The boats stayed in the harbour of the town.",
        "They like YouTube.⏐Nobody knows, said the AfD.⏐Nobody knows.",
        "They like the qxq.⏐The boats left the harbour of the town, the people of it said.",
        "It ended in 2007.⏐Congress has not met on the matter since then.",
    ),
    misses=(
        "The people of the EU.A. Bell of the town left",
        "They call `left` on ab.The boats left",
        "They call `left` on fooBar.The boats left",
        "She works for E!Online and likes WHAM!TV a lot.",
        "Write to www.harbour.example.Smith and sons",
        "It is said at www.harbour.example.The-boats that they left",
        "The people of the town are on harbour.example/a.The boats left.",
        "U.S. boats, J.K.Rowling, E.On, Node.Js, Booking.Com, 2.0.Beta and z.B.Die",
        "Read https://example.org/a.Html or mail jane.Doe@example.org, says @jane.Doe.",
        "Dr.Müller wohnt in St.Pölten, Nr.5.",
        "Call System.Out.Print or Console.Write() in README.Md of the project.",
        "The boats left. They will be back.",
        "…Und dann kamen sie.",
        "They call `left` on the boats.Smith and sons of it",
        "The language of the !Xóõ and a group (?Pname) of it.",
        "The boats of COPYING.GPL and XCHAR.ASCENT, bdb.Breakpoint, email.message.Message and idleConf.CurrentTheme",
        "The owner of the yard said libx.SocksProxy and the W.E.B.DuBois of the U.N.Security Council and BRK.B, too",
        "Am 17.Mai in der 2.Liga der Männer.",
    ),
)


_NUMBER_AHEAD = re.compile(
    r"\d{1,2}[.)] ?[^\W\d_]|\d{1,4}(?:[.,\u00a0 ]\d{3})*(?:[.,]\d{1,2})?(?:[-–]\d{1,4})? ?[%€$£]?(?: |-\w{3})"
    r"|\d{1,2}[.:]\d\d(?:[.:]\d\d)? \w|\d{1,2}\. |\d{1,4}(?:,\d{3})*[\uac00-\ud7a3]"
)


def _number_begins(place: Place) -> str | None:
    """A number right behind the end of a sentence."""
    if place.technical or not _NUMBER_AHEAD.match(place.before(24)):
        return None
    word = place.word_behind(1)
    if place.left in ":;":
        return JOINT if len(word) > 2 and re.match(r"1[.)] ?[^\W\d_]", place.before(8)) else None
    if len(word) < 2:
        return JOINT if place.behind(2)[0] in ")]%”“»’\"'" else None
    if place.left != ".":
        return JOINT
    folded = words.folded(word, place.look.words.tag)
    if folded in place.look.words.abbreviations or (folded in words.abbreviations() and not place.common(word)):
        return None
    if word[-1].lower() == word[-1].upper():
        return JOINT if _caseless_end(place, word) else None
    return JOINT if word.islower() or place.common(word) or len(word) > 5 else None


NUMBER_BEGINS = JointRule(
    "joint/number-begins",
    "A number right behind the end of a sentence.",
    left=CASELESS_END + END + ":;",
    right=DIGIT,
    judge=_number_begins,
    hits=(
        "Boats for Kiel!⏐12 boats stayed.",
        "The people of the town went to the max.⏐12 boats stayed.",
        "배가 떠났다.⏐12척은 남았다.",
        "They live in Eisenach.⏐3796 people saw it.",
        "They eat vapes.⏐2. The next",
        "They eat it (often).⏐2. The next",
        "What changed in the harbour?⏐1. Boats are banned",
        "They left the harbour.⏐12 boats stayed behind.",
        "Sie verließen den Hafen.⏐05.20 Uhr: Das Boot sinkt",
        "The rules of the harbour include:⏐1) Boats",
    ),
    misses=(
        "Mark it as a:1. Boats",
        "서울.12척은 남았다.",
        "The people left on www.harbour.example.12 boats stayed",
        "It is no.5 of it",
        "The rules are:12 boats of it",
        "They live in Kiel.12 boats of it",
        "v.2 of Nr.5, S.12, p.12 and 2.0.5",
        "Die Häuser in der Stadt und die Schiffe der ул.12 и д.5 und der avda.12 im Hafen",
        "At 12:30 it was 3:2",
        "Read Mark 2:3 on page.",
        "Version.2",
    ),
)


_KOREAN_ENDS = frozenset("다요까죠음함임됨지네라자오것움님어아군걸")


def _caseless_sentence(place: Place) -> str | None:
    """A letter of a script without capitals right behind the end of a sentence."""
    if place.technical:
        return None
    if place.left in "।॥؟۔።":
        return JOINT
    word = place.word_behind(1)
    if not word:
        return JOINT if place.behind(2)[0] in ")]”\"'’%" else None
    return missing(place) if _caseless_end(place, word) else None


def _caseless_end(place: Place, word: str) -> bool:
    """Whether a sentence in a script without capitals may end with the word."""
    if "\uac00" <= word[-1] <= "\ud7a3":  # Hangul
        return len(word) > 1 and word[-1] in _KOREAN_ENDS
    return len(word) > (2 if place.left == "." else 1) and word not in words.abbreviations()


CASELESS_SENTENCE = JointRule(
    "joint/caseless-sentence",
    "A letter of a script without capitals right behind the end of a sentence.",
    left=CASELESS_END,
    right=CASELESS,
    judge=_caseless_sentence,
    hits=(
        "배가 떠났다(어제).⏐봄에 돌아온다.",
        "배가 갔다.⏐봄에 온다.",
        "배가 떠났다.⏐봄에 돌아올 것이다.",
        "नावें चली गईं।⏐वे वसंत में लौटेंगी।",
        "नावें थीं १२।⏐वे वसंत में लौटेंगी?⏐शहर में",
        "غادرت السفن الميناء.⏐ستعود في الربيع.",
        "הספינות עזבו.⏐הן יחזרו באביב.",
        "کشتیاں چلی گئیں۔⏐وہ واپس آئیں گی۔",
    ),
    misses=(
        "다.봄에",
        "서울시.경기도",
        "https://a.example/שלום.הנה",
        "서울.경기.인천",
        "डॉ.राम",
        "د.محمد",
        "א.ב. יהושע",
        "3.1운동",
        "3.운동",
        "प्रो.शर्मा",
        "船走了。春天回来。",
    ),
)


_LISTED = re.compile(r",\S{1,30},\S")  # key,word,list


def _comma(place: Place) -> str | None:
    """A small letter right behind a comma, two common words on its sides."""
    left, right = place.word_behind(1), place.word_before()
    if len(left) < 3 or place.technical or _LISTED.search(place.behind(30) + place.before(30)):
        return None
    return SPACE if place.common(left) and place.common(right) else None


COMMA = JointRule(
    "joint/comma-space",
    "A small letter right behind a comma between two common words: a space is missing.",
    left=",;",
    right=LOWER,
    judge=_comma,
    hits=(
        "They left the house;␣but the people of the town are waiting for them.",
        "They left the house,␣but the people of the town are waiting for them.",
    ),
    misses=(
        "The people of the town are on https://harbour.example/the,people",
        "f(a,b) and foo,bar,baz of the people",
        "They are on it,but the people left",
        "Keywords: house,people,town,but not them",
        "They left the qxyz,but the people stayed",
        "They left the house,qxyz of it",
        "1,5 and the people, but not them",
    ),
)
