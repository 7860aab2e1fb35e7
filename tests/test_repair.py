"""The step `repair` as a whole: what it parts, what it leaves, what it keeps of a document that was split before."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import texts

from syndclean import clean
from syndclean.document import Document, Segment
from syndclean.edits import broken_law
from syndclean.rule import JOINT, JointRule
from syndclean.rules import joints
from syndclean.rules.joints import line_ends
from syndclean.steps.decode import UNTOUCHED, decode
from syndclean.steps.repair import RULES, repair


def blocks(raw: str) -> list[str]:
    return [segment.text for segment in repair(decode(raw)).segments]


# What a writer wrote, a block a line; glued, the blocks come back, and kept apart, nothing is touched.
# ruff: noqa: E501
ARTICLES = {
    "en": "The harbour is empty\nThe boats left at night, the owner of the yard said.\n“Nobody told us,” she said.\n"
    "“They will be back in spring.”\nWhat happens next?\nThe town waits for an answer.",
    "de": "Der Hafen ist leer\nDie Schiffe sind in der Nacht ausgelaufen, sagte die Besitzerin der Werft.\n"
    "„Niemand hat es uns gesagt“, sagte sie.\n„Sie kommen im Frühjahr zurück.“\nDie Stadt wartet auf eine Antwort.",
    "fr": "Le port est vide\nLes bateaux sont partis dans la nuit, a dit la patronne du chantier.\n"
    "« Personne ne nous l’a dit », a-t-elle ajouté.\n« Ils reviendront au printemps. »\nLa ville attend une réponse.",
    "es": "El puerto está vacío\nLos barcos se fueron por la noche, dijo la dueña del astillero.\n"
    "«Nadie nos lo dijo», añadió.\n¿Qué pasará ahora?\nLa ciudad espera una respuesta.",
    "it": "Il porto è vuoto\nLe barche sono partite di notte, ha detto la padrona del cantiere.\n"
    "“Nessuno ce lo ha detto”, ha aggiunto.\nLa città aspetta una risposta.",
    "pl": "Port jest pusty\nW nocy wypłynęły z niego statki, powiedziała właścicielka stoczni.\n„Nikt nam nie powiedział”, dodała.\n"
    "– Wrócą na wiosnę, ale nie wszystkie.\nMiasto czeka na odpowiedź.",
    "cs": "Přístav je prázdný\nLodě odpluly v noci, řekla majitelka loděnice.\n„Nikdo nám to neřekl,“ dodala.\nMěsto čeká na odpověď.",
    "ru": "Порт пуст\nОни ушли ночью, но никто не знал об этом, сказала хозяйка верфи.\n«Никто нам не сказал», — добавила она.\n"
    "Город ждёт ответа.",
    "tr": "Liman bomboş\nGemiler gece ayrıldı, ama kimse bunu bilmiyordu, dedi tersanenin sahibi.\n“Kimse bize söylemedi” dedi.\n"
    "Şehir bir cevap bekliyor.",
    "nb": "Havnen er tom\nBåtene dro om natten, men det var ikke mange som visste det, sier eieren.\n– Ingen sa det til oss, sier hun.\n"
    "Byen venter på et svar.",
    "el": "Το λιμάνι είναι άδειο\nΤα πλοία έφυγαν τη νύχτα, είπε η ιδιοκτήτρια του ναυπηγείου.\n«Κανείς δεν μας το είπε», πρόσθεσε.\n"
    "Η πόλη περιμένει μια απάντηση.",
    "ko": '배는 밤에 떠났다고 조선소 주인이 말했다.\n"아무도 우리에게 말하지 않았다"고 그는 덧붙였다.\n도시는 답을 기다리고 있다.',
    "ko, numbers": '배는 밤에 떠났다.\n12척은 항구에 남았다.\n"배는 봄에 돌아온다."\n도시는 기다리고 있습니다.\n2024년에 있었던 일이다.',
    "hi": "नावें रात में चली गईं।\nकिसी ने हमें नहीं बताया।\nशहर जवाब का इंतज़ार कर रहा है।",
    "hi, questions": "क्या वे वसंत में लौटेंगी?\nमालिक ने कहा, “किसी ने हमें नहीं बताया।”\n12 नावें बंदरगाह में रहीं।",
    "ar": "غادرت السفن الميناء ليلا.\nهل ستعود في الربيع؟\nقال المالك: «لم يخبرنا أحد.»\n12 سفينة بقيت في الميناء.\nالمدينة تنتظر!",
    "he": 'הספינות עזבו את הנמל בלילה.\nהאם הן יחזרו באביב?\nד"ר כהן לא ענה.\n12 ספינות נשארו בנמל.\nהעיר מחכה!',
    "ur": "جہاز رات کو چلے گئے۔\nکیا وہ بہار میں واپس آئیں گے؟\nمالک نے کہا: “کسی نے ہمیں نہیں بتایا۔”\nشہر انتظار کر رہا ہے۔",
    "bn": "নৌকাগুলি রাতে বন্দর ছেড়ে গেছে।\nতারা কি বসন্তে ফিরবে?\nমালিক বলেন, “কেউ আমাদের বলেনি।”\nশহর অপেক্ষা করছে।",
    "ta": "படகுகள் இரவில் துறைமுகத்தை விட்டுச் சென்றன.\nஅவை வசந்த காலத்தில் திரும்புமா?\nநகரம் காத்திருக்கிறது.",
    "ka": "გემებმა ღამით დატოვეს ნავსადგური.\nდაბრუნდებიან ისინი გაზაფხულზე?\nქალაქი ელოდება.",
}


@pytest.mark.parametrize("language", ARTICLES)
def test_glued_blocks_come_back(language: str) -> None:
    article = ARTICLES[language]
    assert blocks(article.replace("\n", "")) == article.split("\n")


@pytest.mark.parametrize("language", ARTICLES)
def test_blocks_that_were_kept_apart_are_left_alone(language: str) -> None:
    document = repair(decode(ARTICLES[language]))
    assert [segment.text for segment in document.segments] == ARTICLES[language].split("\n")
    assert document.edits == ()
    assert {segment.rule for segment in document.segments} == {"joint/line-end"}


@pytest.mark.parametrize(
    "text",
    [
        "Version 2.0.Beta adds Node.Js support, fixes README.Md and drops the 3.8 branch of the tool.",
        "In NaCl the pH is 7; mRNA and tRNA bind. CaCl2, Fe(OH)3 and (CH3)2CO at 25°C react with HCl and NaOH.",
        "J.K.Rowling met E.On at Booking.com; the U.S.A. and the U.K.'s D.C. office were there too.",
        "Write to jane.Doe@example.org or see https://example.org/Path.Html?Id=3.A and @janeDoe, #BlackLivesMatter.",
        "The getElementById() and innerHTML properties, the useState hook and setTimeout; camelCase and snake_Case.",
        "The AirPods Pro and the Galaxy S24Ultra with 16GB RAM, HDMI2.1 and WiFi6E, USB-C and 802.11ac for $999.",
        "Git: use HEAD~1:File.Txt, C:\\Users\\Jane.Doe\\File.Doc, /usr/lib/Foo.So, x=Y.Z, T.Rex and Mr.Bean.",
        "Track 1.Intro 2.Verse 3.Chorus; Fig.2A, Eq.3, Sec.4.2, pp.12-15, vol.3, No.7 of the record.",
        "O'Brien, D'Angelo, L’Oréal, McKinsey, DiCaprio, LeBron, MacLeod and FitzGerald of TotalEnergies.",
        "He is 5'10\" tall, plays rock 'n' roll of the '90s, and loves his dogs' bones, his/her, and/or him/Her.",
        "uMnu Zuma wase-Thekwini uthe abantu bakhe basemaGoli, kodwa futhi eMbali ukuthi kwaZulu.",
        "Am 3.Mai traf Dr.Müller in St.Gallen den Hrn.Maier, z.B.Spieler und u.a.Torwart, Nr.5 von der Co.KG.",
        "Проф.Иванов живёт на ул.Ленина, д.5, кв.12, и в г.Москве; А.С.Пушкин не живёт там.",
        "他在推特上说“如果真的是事实，那么问题很严重”。这是第一句。这是第二句。",
        "「はい」と言った。彼は帰った。",
        "เขาอธิบาย“ผมคิดว่า”แล้ว",
    ],
)
def test_what_is_written_without_spaces_stays_whole(text: str) -> None:
    document = repair(decode(text))
    assert [segment.text for segment in document.segments] == [text]
    assert document.edits == ()


def test_a_missing_space_inside_a_block_is_an_edit() -> None:
    document = repair(decode("“The boats will be back to the harbour,”she said of the people."))
    assert document.text == "“The boats will be back to the harbour,” she said of the people."
    assert [(edit.start, edit.end, edit.text) for edit in document.edits] == [(40, 40, " ")]


def test_a_turned_mark_is_turned_back_where_a_joint_was() -> None:
    raw = "She said “no” to the people of the town.”The boats have gone,” she said. They wait.”They will be back,” he said."
    document = repair(decode(raw))
    assert [s.text[0] for s in document.segments] == ["S", "“", "“"]
    assert {rule for edit in document.edits for rule in edit.rules} == {"quote/turned"}


def test_the_borders_and_kinds_of_a_split_document_stay() -> None:
    raw = "The boats left the harbour.They will be back.\nSource: Example.Com"
    footer = Segment(46, 65, "footer", "source_name", "Source: Example.Com", rule="field/source")
    body = Segment(0, 45, "body", "paragraph", raw[:45], rule="body/paragraph")
    document = repair(Document(raw=raw, segments=(body, footer)))
    assert [s.text for s in document.body] == ["The boats left the harbour.", "They will be back."]
    assert document.footer == (footer,)


def test_a_segment_in_the_middle_keeps_its_offsets() -> None:
    raw = "Title\nThe boats left.”They will be back,” she said of the “boats” of the town."
    title = Segment(0, 5, "header", "title", "Title", rule="header/title")
    body = Segment(6, len(raw), "body", "paragraph", raw[6:], rule="body/paragraph")
    document = repair(Document(raw=raw, segments=(title, body)))
    assert broken_law(raw, document.segments, document.edits) is None
    assert [s.text for s in document.body] == [
        "The boats left.",
        "“They will be back,” she said of the “boats” of the town.",
    ]


def test_what_was_too_long_is_left_alone() -> None:
    raw = "One.Two"
    document = Document(raw=raw, segments=(Segment(0, 7, "body", "paragraph", raw, rule=UNTOUCHED),))
    assert repair(document) == document


def test_a_rule_of_ones_own() -> None:
    pipe = JointRule("house/pipe", "A house parts its blocks with a pipe.", left=r"\|", right=r"\p{L}", judge=lambda place: JOINT,
                     hits=("One|⏐two",), misses=("One | two",))  # fmt: skip
    assert [s.text for s in repair(decode("one|two"), rules=(*RULES, pipe)).segments] == ["one|", "two"]


@given(texts)
def test_repair_is_lawful_and_stable(raw: str) -> None:
    document = repair(decode(raw))
    assert broken_law(document.raw, document.segments, document.edits) is None
    assert not any("\n" in segment.text for segment in document.segments)
    decoded = decode(document.text)
    if not document.metadata.problems and not decoded.edits:  # misread characters that a break uncovers: `split` says so
        again = repair(decoded)
        assert again.text == document.text
        assert [s.text for s in again.segments] == [s.text for s in document.body]


@given(st.lists(st.sampled_from(list(ARTICLES.values())), min_size=1, max_size=3), st.integers(0, 2**12))
def test_any_of_the_breaks_may_be_missing(articles: list[str], which: int) -> None:
    """A sentence that ends is parted from the next whichever of the line ends around it were lost."""
    lines = [line for article in articles for line in article.split("\n") if line.endswith(".") and line[0].isupper()]
    raw = "".join(line + ("" if which >> n & 1 else "\n") for n, line in enumerate(lines))
    assert blocks(raw) == lines


@pytest.mark.parametrize(
    "unit",
    ['"', "“", "”A", ".A", "A.", "aA", "aB ", "A", ".", "(", "abc.(Bcd)", ").A", "“Abc.”Bcd", "the boats leftThe ", "word.12 ",
     "했다.그", "abc.– Abc", "a•", "the,and", "'", " “a", "”Abc\n"],
)  # fmt: skip
def test_the_work_grows_with_the_length(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice the flood asks the rules about twice as many places, and each looks at a bounded window."""
    asked = []
    seen = joints.Place.__init__

    def counted(self: joints.Place, look: joints.Look, at: int, start: int) -> None:
        asked.append(at)
        seen(self, look, at, start)

    monkeypatch.setattr(joints.Place, "__init__", counted)
    counts = []
    for times in (400, 800):
        asked.clear()
        repair(decode(unit * times))
        counts.append(len(asked))
    assert counts[1] <= 2 * counts[0] + 50


def test_a_place_that_is_given_up_early_would_not_have_scored_enough() -> None:
    parts = ("the", "boats", "left", "a", "Mc", "xq", "fooBar", "The", "Harbour", "I", "OF", "Xyqua", "Öl")
    rows = [f"{a}{b.title() if n % 3 else b}{end}" for n, (a, b, end) in enumerate(product(parts, parts, " .,’\n"))]
    text = f"The boats of the town left. {' '.join(rows)}"
    look, scored = joints.Look(text), 0
    for at in joints.places(text, (joints.HEADING_END,)):
        for start in (text.rfind("\n", 0, at) + 1, at - 9):  # or where a break was found right behind something
            place = joints.Place(look, at, start)
            left, whole = place.word_behind(), place.letters_before()
            right = place.word_before()
            then, before = text[at + len(right) : at + len(right) + 1], text[at - len(left) - 1 : at - len(left)]
            of_left = line_ends._weight_of_left(place, left, right, before if at - len(left) > start else "")
            around = line_ends._weight_of_block(place.short_block) + line_ends._weight_of_text(place, left, right, whole)
            around += line_ends._weight_of_breaks(place, left, right)
            assert of_left <= line_ends._MOST_OF_LEFT
            assert around <= line_ends._most_around(place, left, right, whole)
            score = line_ends._weight_of_right(place, right, then) + of_left + around
            enough = score >= line_ends._ENOUGH and not place.technical
            assert (line_ends._scored(place)[0] >= line_ends._ENOUGH) == enough
            scored += enough
    assert scored > 5


@pytest.mark.parametrize(
    ("article", "joint"),
    [
        ("Le port rouvre vendredi, dit la mairie.\nTrois hivers d’attenteÀ partir de 2023, le quai est fermé.", "À partir"),
        ("Die Fähre fährt wieder.\nDrei Winter der GeduldAb Freitag ist der Kai für alle offen.", "Ab Freitag"),
        ("El puerto abre el viernes, dijo la alcaldesa en la radio.\nTres inviernos de esperaDesde 2023 el muelle no es de nadie.", "Desde 2023"),
    ],
)
def test_a_short_article_is_read_in_its_own_language_among_much_in_another(article: str, joint: str) -> None:
    furniture = (
        "Read more from the harbour and of the people who have lived there for years",
        "What the council said about the bridge, and why it is not to be built this year",
        "All that you need to know about the new winter timetable of the ferries",
    )
    others = [f"- {one}" for one in furniture * 4]
    document = clean("\n".join([article, "Source: https://pier.example/1", "Trending", *others]))
    assert [text for text in document.text.split("\n\n") if text.startswith(joint)]
    assert clean(document.text).text == document.text
