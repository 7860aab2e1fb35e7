"""Quotations in the styles of many languages: left alone where they are right, parted where a break is missing, turned
where a typographer looked at a space that was missing, and nothing else."""

from itertools import pairwise

import pytest

from syndclean.steps.decode import decode
from syndclean.steps.repair import repair

# ruff: noqa: E501
# A block a line: quotations nested, reopened, interrupted, beside apostrophes and elisions.
QUOTED = {
    "en": (
        "The mayor was angry on Friday.",
        "“He told me, ‘We will sail at dawn,’ and then he left,” she said.",
        "“Nobody asked us. Nobody ever does.",
        "“And when they did, it was too late,” she went on.",
        "“The ‘old harbour’ is what we call it,” the owner said. “It isn’t old at all.”",
        "Nobody laughed.",
    ),
    "en, straight": (
        "The mayor was angry on Friday.",
        "\"He told me, 'We will sail at dawn,' and then he left,\" she said.",
        '"Nobody asked us. Nobody ever does.',
        '"And when they did, it was too late," she went on.',
        '"It\'s 5\'10" tall," he said of the mast, and of the \'90s: "They\'re gone."',
        "Nobody laughed.",
    ),
    "en-GB": (
        "The mayor was angry on Friday.",
        "‘He told me, “We will sail at dawn,” and then he left,’ she said.",
        "‘Nobody asked the sailors’ wives,’ he added. ‘It’s the ’90s again.’",
        "Rock ’n’ roll was heard in the boys’ club.",
    ),
    "de": (
        "Der Bürgermeister war am Freitag wütend.",
        "„Er sagte mir: ‚Wir fahren bei Sonnenaufgang‘, und dann ging er“, sagte sie.",
        "„Niemand hat uns gefragt“, so der Wirt. „Niemand fragt uns je.“",
        "„Wir warten“ – „nein, wir gehen“, riefen sie.",
        "„Das ist das ‚alte‘ Haus.“",
        "Das war’s.",
    ),
    "de, guillemets": (
        "Der Bürgermeister war am Freitag wütend.",
        "»Er sagte mir: ›Wir fahren bei Sonnenaufgang‹, und dann ging er«, sagte sie.",
        "»Niemand hat uns gefragt«, so der Wirt. »Niemand fragt uns je.«",
        "»Das ist das ›alte‹ Haus.«",
        "Das war alles.",
    ),
    "de-CH": (
        "Der Gemeindepräsident war am Freitag wütend.",
        "«Er sagte mir: ‹Wir fahren bei Sonnenaufgang›, und dann ging er», sagte sie.",
        "«Niemand hat uns gefragt», so der Wirt. «Niemand fragt uns je.»",
        "Das war alles.",
    ),
    "fr": (
        "Le maire était en colère vendredi.",
        "« Il m’a dit : “Nous partirons à l’aube”, et il est parti », a-t-elle raconté.",
        "« Personne ne nous a demandé, dit le patron. Personne ne le fait jamais. »",
        "« Vraiment ? » « Oui. »",
        "L’affaire « du port » n’est pas finie.",
    ),
    "fr, no-break spaces": (
        "Le maire était en colère vendredi.",
        "«\u00a0Il m’a dit\u00a0: “Nous partirons à l’aube”, et il est parti\u00a0», a-t-elle raconté.",
        "«\u00a0Personne ne nous a demandé, dit le patron. Personne ne le fait jamais.\u00a0»",
        "Qu’importe, dit l’autre.",
    ),
    "fr-CH": (
        "Le syndic était en colère vendredi.",
        "«Il m’a dit: ‹Nous partirons à l’aube›, et il est parti», a-t-elle raconté.",
        "«Personne ne nous a demandé», dit le patron. «Personne ne le fait jamais.»",
        "L’affaire n’est pas finie.",
    ),
    "es": (
        "El alcalde estaba enfadado el viernes.",
        "«Me dijo: “Saldremos al amanecer”, y se fue», contó ella.",
        "«Nadie nos preguntó», dijo el dueño. «¿Quién pregunta aquí?»",
        "“¡Nadie!”, gritó otro. “Nunca.”",
        "La ciudad espera.",
    ),
    "it": (
        "Il sindaco era arrabbiato venerdì.",
        "«Mi ha detto: “Partiremo all’alba”, e se n’è andato», ha raccontato lei.",
        "“Nessuno ce l’ha chiesto”, dice il padrone. “Nessuno lo fa mai”.",
        "L’altro non rise: «È l’ora».",
    ),
    "pl": (
        "Burmistrz był w piątek zły.",
        "„Powiedział mi: «Wypłyniemy o świcie», i wyszedł”, opowiadała.",
        "„Nikt nas nie pytał” – mówi właściciel. – „Nikt tego nie robi.”",
        "„Naprawdę?” „Tak.”",
        "Miasto czeka.",
    ),
    "cs": (
        "Starosta byl v pátek rozzlobený.",
        "„Řekl mi: ‚Vyplujeme za svítání,‘ a odešel,“ vyprávěla.",
        "„Nikdo se nás neptal,“ říká majitel. „Nikdo to nedělá.“",
        "„Opravdu?“ „Ano.“",
        "Město čeká.",
    ),
    "ru": (
        "Мэр был в пятницу зол.",
        "«Он сказал мне: „Мы отплывём на рассвете“, и ушёл», — рассказала она.",
        "«Никто нас не спрашивал, — говорит хозяин. — Никто этого не делает».",
        "«Правда?» «Да».",
        "Город ждёт.",
    ),
    "sv": (
        "Borgmästaren var arg i fredags.",
        "”Han sa till mig: ’Vi seglar i gryningen’, och sedan gick han”, berättade hon.",
        "”Ingen frågade oss”, säger ägaren. ”Det gör ingen.”",
        "Staden väntar.",
    ),
    "fi": (
        "Pormestari oli vihainen perjantaina.",
        "”Hän sanoi minulle: ’Lähdemme aamulla’, ja sitten hän lähti”, nainen kertoi.",
        "”Kukaan ei kysynyt meiltä”, omistaja sanoo. ”Ei kukaan.”",
        "»Ei», sanoi toinen, »ei koskaan.»",
        "Kaupunki odottaa.",
    ),
    "da": (
        "Borgmesteren var vred i fredags.",
        "»Han sagde til mig: ›Vi sejler ved daggry‹, og så gik han«, fortalte hun.",
        "»Ingen spurgte os«, siger ejeren. »Det gør ingen.«",
        "Byen venter.",
    ),
    "nb": (
        "Ordføreren var sint på fredag.",
        "«Han sa til meg: ‘Vi seiler ved daggry’, og så gikk han», fortalte hun.",
        "«Ingen spurte oss», sier eieren. «Det gjør ingen.»",
        "Byen venter.",
    ),
    "nl": (
        "De burgemeester was vrijdag boos.",
        "‘Hij zei me: “We varen bij zonsopgang”, en toen ging hij weg’, vertelde ze.",
        "“Niemand heeft ons iets gevraagd”, zegt de eigenaar. “Dat doet niemand.”",
        "De foto’s van ’s morgens zijn er nog.",
    ),
    "hu": (
        "A polgármester pénteken dühös volt.",
        "„Azt mondta nekem: »Hajnalban indulunk«, és elment” – mesélte a nő.",
        "„Senki sem kérdezett minket” – mondja a tulajdonos. – „Soha senki.”",
        "A város vár.",
    ),
    "ro": (
        "Primarul era supărat vineri.",
        "„Mi-a spus: «Plecăm în zori», și a plecat”, a povestit ea.",
        "„Nimeni nu ne-a întrebat”, spune patronul. „Nimeni.”",
        "Orașul așteaptă.",
    ),
    "pt": (
        "O presidente estava zangado na sexta-feira.",
        "«Ele disse-me: “Partimos de madrugada”, e foi-se embora», contou ela.",
        "“Ninguém nos perguntou”, diz o dono. “Ninguém o faz.”",
        "A cidade espera.",
    ),
    "el": (
        "Ο δήμαρχος ήταν θυμωμένος την Παρασκευή.",
        "«Μου είπε: “Φεύγουμε την αυγή”, και έφυγε», διηγήθηκε εκείνη.",
        "«Κανείς δεν μας ρώτησε», λέει ο ιδιοκτήτης. «Κανείς.»",
        "Η πόλη περιμένει.",
    ),
    "tr": (
        "Belediye başkanı cuma günü kızgındı.",
        "“Bana ‘Şafakta yola çıkıyoruz’ dedi ve gitti” diye anlattı kadın.",
        "“Kimse bize sormadı” diyor sahibi. “Kimse sormaz.”",
        "İzmir’in limanı bekliyor.",
    ),
    "ko": (
        "시장은 금요일에 화가 났다고 한다.",
        "“그는 나에게 ‘새벽에 떠난다’고 말하고 갔다”고 그녀는 말했다.",
        "“아무도 우리에게 묻지 않았다. 늘 그랬다.”",
        "도시는 기다린다.",
    ),
    "zh": (
        "市长星期五很生气。",
        "“他对我说：‘我们黎明出发’，然后就走了。”她说。",
        "“没有人问过我们。”店主说。",
        "城市在等待。",
    ),
    "ja": (
        "市長は金曜日に怒っていた。",
        "「彼は私に『夜明けに出る』と言って去った」と彼女は語った。",
        "「誰も聞かなかった。いつもだ」",
        "町は待っている。",
    ),
    "he": (
        "ראש העיר כעס ביום שישי.",
        '"הוא אמר לי שנצא עם שחר והלך", סיפרה.',
        'ד"ר כהן מצה"ל לא ענה.',
        "העיר מחכה.",
    ),
    "ar": (
        "كان رئيس البلدية غاضبا يوم الجمعة.",
        "«قال لي: سنبحر عند الفجر، ثم ذهب»، قالت.",
        "“لم يسألنا أحد.”",
        "المدينة تنتظر.",
    ),
}
UNSPACED = ("zh", "ja")  # nothing is missing between their sentences
# What is no quotation, or one without its other half.
ODD = (
    'The mast is 5\'10" tall, the deck 12" wide and the 6\' 2" man too.',
    'A 24" screen and a 19" rack, 40°26′46″N, 3″ pipes.',
    "Rock 'n' roll in the '90s, o'clock, y'all, the boys' club, ma'am.",
    "The class of ’08 and the summer of ’69.",
    "“They left.",
    "Nobody knew why” she said of it.",
    "He said “no to the people.",
    "The boats went ” and came.",
)

# What a typographer sets for a straight mark before a letter where no space stands before it, by the mark that is right.
TURNED = {"“": "”", "«": "»", "»": "«"}
LOW = {"de": "“", "cs": "“", "pl": "”", "hu": "”", "ro": "”"}  # „
# Nowhere turned: one mark for both sides, a space inside, an apostrophe's look.
UNTURNED = ("sv", "fi", "he", "en, straight", "fr", "fr, no-break spaces", "en-GB", "nl", *UNSPACED)


def blocks(raw: str) -> list[str]:
    return [segment.text for segment in repair(decode(raw)).segments]


@pytest.mark.parametrize("style", QUOTED)
def test_marks_that_are_right_are_left_alone(style: str) -> None:
    document = repair(decode("\n".join(QUOTED[style])))
    assert document.edits == ()
    assert [segment.text for segment in document.segments] == list(QUOTED[style])


@pytest.mark.parametrize("text", ODD)
def test_marks_that_make_no_pair_are_left_alone(text: str) -> None:
    document = repair(decode(text))
    assert document.edits == ()
    assert [segment.text for segment in document.segments] == [text]


@pytest.mark.parametrize("style", [style for style in QUOTED if style not in UNSPACED])
def test_a_break_falls_on_the_right_side_of_a_mark(style: str) -> None:
    document = repair(decode("".join(QUOTED[style])))
    assert document.edits == ()
    assert [segment.text for segment in document.segments] == list(QUOTED[style])


def paired(line: str) -> bool:
    """Whether every double mark of a block has its other half in it."""
    return sum(map(line.count, "“”„«»")) % 2 == 0


def turned(style: str) -> list[str]:
    """The blocks with the first mark of each turned, but where a quotation goes on from one block to the next."""
    low = LOW.get(style, "„")
    lines = QUOTED[style]
    out = [lines[0]]
    for before, line in pairwise(lines):
        mark = low if line[0] == "„" else TURNED.get(line[0], line[0])
        out.append(mark + line[1:] if paired(before) and paired(line) else line)
    return out


@pytest.mark.parametrize("style", [style for style in QUOTED if style not in UNTURNED])
def test_marks_that_were_turned_are_turned_back(style: str) -> None:
    was = turned(style)
    assert was != list(QUOTED[style])
    assert blocks("".join(was)) == list(QUOTED[style])
