"""Where a line ended without a point: a heading, a line in capitals, a number, a list, a speech."""

import re

from syndclean.rule import JOINT, WHOLE, JointRule, compiled
from syndclean.rules import words
from syndclean.rules.joints.place import BLOCK_WIDTH, DIGIT, END, LETTERS, LOWER, NEAR, UPPER, Place, up_to_capital

LINE_END = JointRule(
    "joint/line-end",
    "A line is a block of its own, unless a rule joined it with the next one before.",
    left=r"^\n",
    right=r"\n",
    judge=lambda place: JOINT,
    hits=("The boats left⏐\nThey will be back",),
    misses=("The boats left. They will be back.",),
)


# Two names with a capital inside: the text speaks of code or of products.
_CODE = re.compile(r"[a-z][A-Z]\w{0,40}+\W.{0,80}[a-z][A-Z]\w{0,40}+\W|\w_\w")


_VOWELS = frozenset("aeiou")


def _heading_end(place: Place) -> str | None:
    """A capital right behind a small letter: the end of a line without a point, or a name with a capital inside."""
    score, left, _ = _scored(place)
    if score < _ENOUGH or (left[-1] in _VOWELS and place.look.inner_capitals):
        return None
    if (left + place.letters_before()).lower() in place.look.labels:  # TimesLIVE, from www.timeslive.example
        return None
    return None if _CODE.search(place.behind(NEAR)) else JOINT


_ENOUGH = 3.0
_MOST_OF_LEFT = 2.0


def _scored(place: Place) -> tuple[float, str, str]:
    """How much speaks for a joint, and between which words; nothing more is asked once it cannot be `_ENOUGH`."""
    text, at = place.text, place.at
    left, whole = place.word_behind(), place.letters_before()
    right = up_to_capital(whole)
    if words.folded(left + right) in words.names() or place.code:
        return 0.0, left, right
    around = _most_around(place, left, right, whole)
    score = _weight_of_right(place, right, text[at + len(right) : at + len(right) + 1])
    if score + _MOST_OF_LEFT + around < _ENOUGH:
        return 0.0, left, right
    begin = at - len(left)
    score += _weight_of_left(place, left, right, text[begin - 1 : begin] if left and begin > place.start else "")
    if score + around < _ENOUGH or place.in_technical_token:
        return 0.0, left, right
    score += _weight_of_block(place.short_block) + _weight_of_text(place, left, right, whole)
    score += _weight_of_capital(place, left, right)
    return score + _weight_of_breaks(place, left, right), left, right


def _most_around(place: Place, left: str, right: str, whole: str) -> float:
    """What block, text and breaks can say for a joint at most: most places need not be looked at any closer."""
    short = place.at - place.start <= BLOCK_WIDTH
    block = -1.5 if not short else 1.5 if place.text.find(" ", place.start, place.at) >= 0 else 0.0
    text = 3.0 if right.isupper() else 1.5 if right == whole else 4.0 if len(left) > 2 else 0.0
    breaks = 0.0 if len(left) < 4 or not place.glued else 2.0 if len(right) > 5 else 1.0
    return block + text + breaks


def _weight_of_breaks(place: Place, left: str, right: str) -> float:
    """How much the breaks that are missing elsewhere speak for one that is missing here."""
    if not place.glued:
        return place.look.breaks
    plain = (left.islower() or place.common(left)) and not place.seen(left + right, 2)
    return 0.0 if len(left) < 4 else 2.0 if plain and len(right) > 5 else 1.0


def _weight_of_block(block: str) -> float:
    """How much a block so far looks like a heading: some words, and no sentence; behind a key or a notice of rights a
    word with a capital inside is a name (`Source: PierPost`)."""
    return 0.0 if block and " " not in block else 1.5 if block and not _FIELD_SO_FAR.search(block) else -1.5


_FIELD_SO_FAR = re.compile(r"(?:[:：]|(?:©|\([cC]\))\s?(?:\d{4})?)\s?[^\W\d_]+\Z")


def _weight_of_text(place: Place, left: str, right: str, whole: str) -> float:
    """How much the rest of the text speaks for two words: each stands somewhere by itself, and the token does not."""
    if place.seen(left + whole, 2):
        return -3.0 if not left.islower() else 0.0
    if whole != right:
        return 4.0 if len(left) > 2 and place.seen(whole) else 0.0  # UiPath
    both = place.seen(right) and (place.seen(left) or place.common(left) or left.islower())
    return (3.0 if right.isupper() else 1.5) if both else 0.0


def _weight_of_right(place: Place, word: str, then: str) -> float:
    """How much the word behind the place looks like the first of a sentence."""
    if len(word) == 1:
        return 2.5 if then == " " and place.function(word) else 1.0 if then in "’'" and then else -2.0
    if word == "Innen" and place.look.words.tag == "de":
        return -4.0  # LehrerInnen
    own = place.look.words
    small = words.folded(word, own.tag)
    weight = 4.0 if small in own.function else 3.0 if small in own.first else 1.5 if small in own.common else 0.0
    if word.isupper() or then.isupper():
        weight -= 3.0 if then.isupper() else 1.5
    if not then or then in " \u00a0":
        weight += 0.5
    elif then in "’',:-–":
        weight -= 0.5
    else:
        weight -= 2.0
    return weight if len(word) > 2 or weight > 3 else weight - 1


def _weight_of_left(place: Place, word: str, right: str, before: str) -> float:
    """How much the word that ends at the place looks like a whole one."""
    if words.folded(word) in words.prefixes() and before != "-":
        return -6.0 if not word.islower() else -1.0 if place.first(word) else -4.0
    if before == "." and words.folded(word) not in words.endings():
        return -4.0  # sail.maxSpread
    capitals = sum(map(str.isupper, word))
    if capitals > 1 or (capitals and word[0].islower()):
        return -1.5
    if word.islower():
        if len(word) < 3:
            return 0.5 if len(word) > 1 and place.first(word) else -4.0
        if place.common(word):
            return 2.0
        if place.first(right) or (len(word) > 5 and word[-1] not in _VOWELS) or place.seen(word):
            return 1.0
        return -0.5 if len(word) > 5 else -2.0
    if len(word) < 3:
        return -4.0
    weight = 1.0 if len(word) > 7 or before == "-" else 0.0
    return weight + (0.5 if place.common(word) else 0.0) - (0.0 if place.first(right) else 1.0)


_NOUNS_IN_CAPITALS = frozenset(["de", "lb"])


def _weight_of_capital(place: Place, word: str, right: str) -> float:
    """How much a capital where a heading would have none speaks for a name: `In a statement to GroundWatch, the`."""
    others = place.short_block[: -len(word)].split()
    if len(word) < 3 or word.islower() or not others or not others[-1].islower() or place.seen(word):
        return 0.0
    small = any(other.islower() and not place.function(other) for other in others)
    if small and place.common(word) and place.look.words.tag not in _NOUNS_IN_CAPITALS:
        return -3.0
    return -2.0 if place.text.startswith(",", place.at + len(right)) and not place.function(right) else 0.0


HEADING_END = JointRule(
    "joint/heading-end",
    "A capital right behind a small letter: a line without a point ended there, unless the token is a name.",
    left=LOWER,
    right=UPPER,
    judge=_heading_end,
    hits=(
        "The song Kodwa Futhi Ukuthi is what the people of the town like to hear after the attack⏐The boats left",
        "New boats for the harbour⏐The owner of the yard said that they will be back in the spring.",
        "New boats for the harbour⏐The boats of the yard⏐Ropemakers said that they will be back in the spring.",
        "The people of Street are here.\nNew boats for the people of Street⏐Farmers of the town left.",
        "New boats for the people of Market Street⏐Water of the town is here",
        "Neue Schiffe für den Hafen⏐Die Besitzerin der Werft sagte, dass sie im Frühjahr kommen.",
        "De nouveaux bateaux pour le port⏐Les habitants de la ville attendent depuis des années.",
        "Nuevos barcos para el puerto⏐El alcalde de la ciudad no quiso responder a la prensa.",
        "Nuove barche per il porto⏐Il sindaco della città non ha risposto alla stampa.",
        "Nowe statki dla portu⏐W mieście nie ma już nikogo, kto by o nich nie mówił.",
        "Новые корабли для порта⏐Они вернутся весной, но не все, сказал мэр города.",
        "Nye båter til havnen⏐Det er ikke mange som vet om det ennå, sier eieren.",
        "Nieuwe schepen voor de haven⏐Het is niet bekend wanneer ze terugkomen, zei de burgemeester.",
        "Yeni gemiler limanda⏐Bu gemiler için çok beklediler, dedi belediye başkanı.",
    ),
    misses=(
        "Read it and more of it on TimesLIVE: https://www.timeslive.example/1",
        "Source: PierPost",
        "© 2024 NewsBank",
        "The people of the town are on https://harbour.example/newsThe boats left",
        "The song Kodwa Futhi Ukuthi is what the people of the town like to hear in the houseThe boats of it",
        "We use getElementById of innerHTML in the functionThe boats are here for all of the people",
        "An iPhone with JavaScript from YouTube, said McDonald of TotalEnergies about NaCl and mRNA at pH 7.",
        "Kusho uMnu Dlamini eMbali futhi kwaZulu, ukuthi abantu bakhe.",
        "Tá siad in hÉireann agus i gCorcaigh, ach níl siad ag an doras.",
        "Die ForuM-Studie und die LehrerInnen in der AlSheikh-Gruppe.",
        "The method getElementById of innerHTML and the SynergyLink of DoorDash.",
        "The boats of the harbour MacDonald and LaRose",
        "The people said that HarborFront would open the pier. HarborFront has forty of them.",
        "In a statement to GroundWatch, the owner of the yard said that the boats will be back in the spring.",
        "According to PolitiFact, the owner of the yard is right about the boats",
        "An interview with StreetNews for the people of the town and of the harbour",
        "The people of the town like their SharePoint more than ever",
        "The people set the house.maxSpread of the boats",
        "They build a HouseGarden for the RoseLawn and the BoatRoof of the town",
        "In IJsland en bij de IJssel is het koud.",
    ),
)


def _capitals_end(place: Place) -> str | None:
    """A word with one capital right behind a word of capitals: a line in capitals, or one that ends in an acronym."""
    left = place.word_behind()
    if len(left) < 2 or not left.isupper():
        return None
    right = place.word_before()
    then = place.text[place.at + len(right) : place.at + len(right) + 1]
    if then.strip().strip("’',-") or place.technical or words.folded(left + right) in words.names():
        return None
    block = place.short_block
    if len(right) < 3:  # the ending of a plural or a case, USAs, unless a line ended
        return JOINT if len(LETTERS.findall(block)) > 1 and block.isupper() and place.first(right) else None
    if place.look.breaks < 0 and not place.function(right):
        return None  # OSError
    if " " in block:
        known = place.first(right) or place.seen(right) or (place.glued and then == " " and place.common(right))
        return JOINT if known or block.isupper() else None
    tag = place.look.words.tag
    again = words.folded(left, tag)[:3] == words.folded(right, tag)[:3]  # ROMA Roma, İZMİR İzmir'de
    return JOINT if block.isupper() and (again or place.first(right)) else None


CAPITALS_END = JointRule(
    "joint/capitals-end",
    "A word in small letters with one capital right behind a word of capitals: a line in capitals ended there.",
    left=UPPER,
    right=UPPER,
    then=LOWER,
    judge=_capitals_end,
    hits=(
        "ROMA⏐Roma, la città, attende.",
        "BERLIN⏐Die Schiffe sind fort, und niemand weiß, wann sie zurück sein werden.",
        "THE BOATS OF THE TOWN⏐It is what the people said.",
        "THE BOATS OF THE TOWN⏐Item 4",
        "The boats of the RPA⏐Harbour left. The Harbour is there.",
        "Nobody in this town likes the EU⏐They say so.",
        "BEHIND THE HARBOUR⏐The boats of the town left in the night, the owner said.",
        "LİMANDA YANGIN⏐Bu gemiler için çok beklediler, dedi belediye başkanı.",
        "What comes after the TV⏐The boats of the town left in the night, the owner said.",
        "What the iPads and the iPods do to the TV⏐The boats of the town left.",
        "THE BOATS⏐The harbour of an NGO⏐Various people left it.",
        "THE BOATS⏐The harbour of an NGOVarious, it is said",
        "THE BOATS⏐The harbour of an NGOXyqua people left",
    ),
    misses=(
        "THE BOATS OF AThey left the harbour.",
        "The harbour of an NGOVarious people left it.",
        "The codeNames and the pathNames of an OSTown are known",
        "The iOSThe boats of the people are in the town",
        "THE BOATS ARE GONEXy",
        "The people in the USAs and the EUs of it",
        "USAs and the other people of the town are as they are",
        "The people are on www.harbour.example/NEWSThe boats of the town left.",
        "The owner said: BMWThe2 is the new one of the people",
        "Harbour23NATOThe boats of the town are in the harbour",
        "NATOHarbour",
        "The people of the town and the Seven of MBWay and of it all",
        "NGOs, MPs and PhDs of the EUs",
        "NBCUniversal and the HTMLElement",
        "The SPDler and the CDUler",
        "IJsland",
    ),
)


def _number_end(place: Place) -> str | None:
    """A capital right behind a number or a per cent sign at the end of a line."""
    word = place.word_before()
    then = place.text[place.at + len(word) : place.at + len(word) + 1]
    if len(word) < 2 or not then.isspace() or not place.function(word):
        return None
    return JOINT if re.search(r"\s[\d.,:]{1,12}%?\Z", place.short_block) else None


NUMBER_END = JointRule(
    "joint/number-end",
    "A capital right behind a number at the end of a line.",
    left=DIGIT + "%",
    right=UPPER,
    judge=_number_end,
    hits=(
        "Fewer boats in the harbour since 2019⏐The owner of the yard said so.",
        "Boats in the harbour grow by 110%⏐In the spring they will be back, the owner said.",
    ),
    misses=(
        "Boats in 2019A was new",
        "In it the people of the town have won A4The boats of it",
        "The boats of the people in the year 2019The-boats",
        "A VH-92A, 20D nylon and 45F",
        "The band 4Players and 50Hertz",
        "The 2Pac song of the U2 and B12",
    ),
)


def _colon_end(place: Place) -> str | None:
    """A capital right behind a colon or a semicolon: a list or a speech begins."""
    word, then = place.word_behind(1), place.word_before()
    following = place.text[place.at + len(then) : place.at + len(then) + 1]
    if place.technical or not following.isspace():
        return None
    known = place.common(word) or (len(word) > 3 and not word.istitle())
    return JOINT if known and (place.common(then) or len(then) > 4) else None


COLON_END = JointRule(
    "joint/colon",
    "A capital right behind a colon or a semicolon begins a list or a speech.",
    left=":;",
    right=UPPER,
    judge=_colon_end,
    hits=(
        "What the people of the town want;⏐Boats for all",
        "The owner of the boats said:⏐Harbours first.",
        "ZDFheute:⏐Umgekehrt ist es so, sagt die Frau.",
        "What the people of the town want is to:⏐Boats for all",
        "The people of the harbour want the following:⏐Boats for all",
        "Die Besitzerin der Werft sagte:⏐Das Boot ist fort",
    ),
    misses=(
        "The people of the town are on www.harbour.example:Boats for all",
        "They want the following:Boats-for all of the people",
        "Originalquelle:Merkur und andere",
        "The owner of the boats said:Ouk is",
        "AWS re:Invent, A:B at 3:A",
        "std:Vector and C:Windows",
        "Note: The boats",
        "CD:UK",
    ),
)


def _speech_dash(place: Place) -> str | None:
    """A dash that begins a line, of speech or of a list, right behind the end of the one before."""
    ahead, block = place.before(6), place.short_block
    if not compiled(r"[–—-]\s[“„«\"¿¡]?\p{Lu}").match(ahead):
        return None
    if place.left in END and (_DIALOGUE.search(place.behind(NEAR)) or ahead[3:4] == "."):
        return WHOLE
    if place.left == "." and _FILED.fullmatch(block):
        return WHOLE
    if place.left.islower() and (place.right == "-" or " " not in block or "–" in block or "—" in block):
        return None
    return JOINT


# Some houses set no space before a dash inside a speech: ",— сказал он.— Да".
_DIALOGUE = re.compile(r"[^\W\d_][,.!?…]+[–—]\s?[^\W\d_]")
# Where a report was filed, as papers in Spanish set it: `CARHUÉ.- El`, `Tepoztlán, Mor.- Un`, `San José de Ocoa.- El`.
_FILED = compiled(r"\p{Lu}[\p{L}\p{M}.'’-]*+(?:,? (?:\p{Lu}[\p{L}\p{M}.'’-]*+|de|del|la|las|los|el|y)){0,5}+")


SPEECH_DASH = JointRule(
    "joint/speech-dash",
    "A dash that begins a line of speech stands right behind the line before.",
    left=END + ":" + LOWER + '”“»"',
    right=r"–—\-",
    then=r"\s",
    judge=_speech_dash,
    hits=(
        "The boats of the town⏐– They left for good.",
        "Он сказал,— что да:⏐— Нет.",
        "Båtene har gått.⏐– Det er ikke mange som vet om det, sier eieren.",
        "Корабли ушли.⏐— Они вернутся, сказал мэр.",
        "Statki wypłynęły.⏐– W mieście nie ma już nikogo.",
        "The Boats⏐– They left for good.",
        "Båden er sejlet.⏐- Det ved vi ikke, siger hun.",
    ),
    misses=(
        "Корабли ушли.— он сказал",
        "Он сказал,— что они ушли.— Да, это так",
        "Boats– They left",
        "The boats — of the town– They left",
        "The boats – of the town– They left",
        "Они ушли.— А. К. сказал так",
        "Ost- und Westhafen, Kurz- Und",
        "The boats left – They said",
        "a.–b.",
        "Да,— сказал он.— он",
        "ELLERY.- El puerto cerró ayer",
        "San Juan de Ellery, Mor.- Un barco zarpó ayer",
    ),
)


def _bullet(place: Place) -> str | None:
    """A bullet right behind the line before; right behind a word a space follows it."""
    return JOINT if re.match(r"\S \w" if place.left.isalnum() else r"\S ?\w", place.before(3)) else None


BULLET = JointRule(
    "joint/bullet",
    "A bullet begins a line of a list.",
    left=r"\w.!?…:;)”“»\"",
    right="•▪◦‣●■►▶",
    judge=_bullet,
    hits=(
        "Boats for all.⏐▪Harbours for some",
        "Boats for all.⏐◦Harbours for some",
        "Boats for all.⏐‣Harbours for some",
        "Boats for all.⏐●Harbours for some",
        "Boats for all.⏐■Harbours for some",
        "Boats for all.⏐►Harbours for some",
        "Boats for all.⏐▶Harbours for some",
        "Boats for all⏐• Harbours for some",
    ),
    misses=("Boats•Harbours", "one • two", "a•"),
)
