"""The language of a text."""

import json
import os
import runpy
import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndclean.language import detect, detect_many, lingua_detector, others, profiles, py3langid_detector
from syndclean.language.detector import decide, excerpt, weigh
from syndclean.language.scripts import LANGUAGES, LETTERS, SCRIPT_OF, WORDS, read, small

ROOT = Path(__file__).parents[1]
ANY_TEXT = st.text(st.characters(exclude_categories=()))  # lone surrogates too

HEADLINES = {
    "af": "Minister sê nuwe skole word volgende jaar in die dorp gebou",
    "ar": "الحكومة تعلن خطة جديدة لدعم المزارعين بعد موجة الجفاف",
    "bg": "Общината затваря стария мост за ремонт до края на годината",
    "bn": "নতুন সেতু নির্মাণের কাজ আগামী মাসে শুরু হবে",
    "ca": "L'ajuntament tancarà el pont vell fins a la primavera vinent",
    "cs": "Město uzavře starý most, opravy potrvají až do podzimu",
    "cy": "Bydd y cyngor yn cau'r hen bont am weddill y flwyddyn",
    "da": "Kommunen lukker den gamle bro, og arbejdet varer hele sommeren",
    "de": "Stadt sperrt alte Brücke und leitet den Verkehr über Monate um",
    "el": "Κλείνει η παλιά γέφυρα της πόλης για έργα έως τον Σεπτέμβριο",
    "en": "Council closes old bridge as engineers find cracks in the pillars",
    "es": "El ayuntamiento cierra el puente viejo tras hallar grietas en los pilares",
    "et": "Linn sulgeb vana silla ja remont kestab sügiseni",
    "fa": "شهرداری پل قدیمی را تا پایان سال برای تعمیر می‌بندد",
    "fi": "Kaupunki sulkee vanhan sillan, korjaus kestää koko syksyn",
    "fil": "Isasara ng lungsod ang lumang tulay dahil sa mga bitak sa haligi",
    "fr": "La mairie ferme le vieux pont après la découverte de fissures",
    "gu": "નગરપાલિકા જૂનો પુલ સમારકામ માટે બંધ કરશે",
    "he": "העירייה סוגרת את הגשר הישן לשיפוצים עד סוף השנה",
    "hi": "नगर निगम ने पुराने पुल को मरम्मत के लिए बंद करने का फैसला किया",
    "hr": "Grad zatvara stari most, a obnova će trajati do jeseni",
    "hu": "Lezárja a régi hidat a város, őszig tarthat a felújítás",
    "id": "Pemerintah kota menutup jembatan lama karena ditemukan retakan",
    "it": "Il comune chiude il vecchio ponte dopo la scoperta di alcune crepe",
    "ja": "市が老朽化した橋を通行止めに、工事は秋まで続く見通し",
    "kn": "ಹಳೆಯ ಸೇತುವೆಯನ್ನು ದುರಸ್ತಿಗಾಗಿ ಮುಚ್ಚಲು ನಗರಸಭೆ ನಿರ್ಧರಿಸಿದೆ",
    "ko": "시청, 낡은 다리 통행을 막고 가을까지 보수 공사",
    "lt": "Miestas uždaro senąjį tiltą, remontas truks iki rudens",
    "lv": "Pilsēta slēdz veco tiltu, un remonts ilgs līdz rudenim",
    "mk": "Градот го затвора стариот мост поради пукнатини во столбовите",
    "ml": "പഴയ പാലം അറ്റകുറ്റപ്പണികൾക്കായി നഗരസഭ അടച്ചു",
    "mr": "महापालिकेने जुना पूल दुरुस्तीसाठी बंद करण्याचा निर्णय घेतला आहे",
    "nb": "Byen stenger den gamle broen etter at det ble funnet sprekker",
    "ne": "नगरपालिकाले पुरानो पुल मर्मतका लागि बन्द गर्ने भएको छ",
    "nl": "Gemeente sluit oude brug nadat er scheuren in de pijlers zijn gevonden",
    "pa": "ਨਗਰ ਨਿਗਮ ਨੇ ਪੁਰਾਣਾ ਪੁਲ ਮੁਰੰਮਤ ਲਈ ਬੰਦ ਕਰ ਦਿੱਤਾ ਹੈ",
    "pl": "Miasto zamyka stary most, remont potrwa aż do jesieni",
    "pt": "Câmara fecha a ponte velha depois de encontrar fissuras nos pilares",
    "ro": "Primăria închide podul vechi după ce au fost găsite fisuri",
    "ru": "Город закрывает старый мост, ремонт продлится до осени",
    "sk": "Mesto uzavrie starý most, oprava potrvá až do jesene",
    "sl": "Mesto zapira stari most, obnova pa bo trajala vse do jeseni",
    "so": "Dowladda hoose oo xirtay buundadii hore ee magaalada",
    "sq": "Bashkia mbyll urën e vjetër pasi u gjetën të çara në shtylla",
    "sv": "Kommunen stänger den gamla bron efter att sprickor har hittats",
    "sw": "Serikali ya mji yafunga daraja la zamani baada ya nyufa kuonekana",
    "ta": "பழைய பாலத்தை பழுதுபார்க்க நகராட்சி மூடியது",
    "te": "పాత వంతెనను మరమ్మతుల కోసం మూసివేసిన నగరపాలక సంస్థ",
    "th": "เทศบาลปิดสะพานเก่าเพื่อซ่อมแซมจนถึงสิ้นปี",
    "tr": "Belediye, sütunlarda çatlak bulunması üzerine eski köprüyü kapattı",
    "uk": "Місто закриває старий міст, і ремонт триватиме до осені",
    "ur": "شہر کی انتظامیہ نے پرانا پل مرمت کے لیے بند کر دیا ہے",
    "vi": "Thành phố đóng cửa cây cầu cũ sau khi phát hiện vết nứt",
    "zh-Hans": "市政府宣布关闭旧桥，维修工程将持续到秋天",
    "zh-Hant": "市政府宣布關閉舊橋，維修工程將持續到秋天",
}

NO_PROFILE = {
    "am": "ከተማው አሮጌውን ድልድይ ለጥገና ዘጋ",
    "eu": "Udalak zubi zaharra itxi du zutabeetan pitzadurak aurkitu ondoren, eta lanek udazkenera arte iraungo dute",
    "ga": "Dhún an chomhairle an seandroichead tar éis scoilteanna a fháil sna colúin",
    "hy": "Քաղաքը փակում է հին կամուրջը",
    "is": "Bærinn lokar gömlu brúnni eftir að sprungur fundust í stöplunum",
    "ka": "ქალაქი კეტავს ძველ ხიდს სარემონტოდ",
    "km": "ទីក្រុងបិទស្ពានចាស់ដើម្បីជួសជុល",
    "mi": "Kua katia e te kaunihera te piriti tawhito nā te kitenga o ngā kapiti",
    "mt": "Il-kunsill lokali għalaq il-pont il-qadim wara li nstabu xquq fil-pilastri",
    "yo": "Ìjọba ìlú ti ti afárá àtijọ́ náà pa lẹ́yìn tí wọ́n rí i pé ó ti sán",
}


def test_every_language_with_a_profile_has_a_headline_here() -> None:
    assert set(HEADLINES) == set(SCRIPT_OF)


@pytest.mark.parametrize("tag", HEADLINES)
def test_headline(tag: str) -> None:
    assert detect(HEADLINES[tag])[0] == tag


@pytest.mark.parametrize("tag", [tag for tag, text in HEADLINES.items() if text.upper() != text])
def test_headline_in_capitals(tag: str) -> None:
    assert detect(HEADLINES[tag].upper())[0] == tag


@pytest.mark.parametrize("tag", NO_PROFILE)
def test_a_language_without_a_profile_is_none(tag: str) -> None:
    assert detect(NO_PROFILE[tag]) == (None, 0.0)


@pytest.mark.parametrize(
    "text",
    ["", " \n\t", "2024", "17:30 – 12.05.2024", "€ 1.000,00", "😀🎉", "…", "x", "Ω", "***", "http://example.org/die/strasse-ist-lang",
     "www.example.org", "editor@example.org", "\ud800", "\x00", "٠١٢٣", "。、"],
)  # fmt: skip
def test_nothing_to_say(text: str) -> None:
    assert detect(text) == (None, 0.0)


def test_many_are_one_after_the_other() -> None:
    texts = list(HEADLINES.values())
    assert detect_many(iter(texts)) == [detect(text) for text in texts]


@given(ANY_TEXT)
def test_any_text_has_an_answer(text: str) -> None:
    tag, confidence = detect(text)
    assert tag is None or tag in SCRIPT_OF
    assert 0 <= confidence <= 1
    assert (tag is None) == (confidence == 0)


@given(st.lists(st.sampled_from(list(HEADLINES.values())), max_size=4).map(" ".join), ANY_TEXT)
def test_what_was_read_before_changes_nothing(text: str, other: str) -> None:
    for script in LETTERS:
        profiles.of(script).words.clear()
    first = detect(text)
    detect(other)
    assert detect(text) == first


@given(st.sampled_from(["Latn", "Cyrl", "Arab", "Hani", "Thai"]), st.data())
def test_the_sum_in_lanes_is_the_sum_over_all_ngrams(script: str, data: st.DataObject) -> None:
    own = [c for tag in LANGUAGES[script].split() for c in HEADLINES[tag].lower() if WORDS[script].fullmatch(c)]
    word = data.draw(st.text(st.sampled_from(own), min_size=1, max_size=12))
    weights, folds = _frozen(script)
    text = f" {small(word).translate(folds)} "
    grams = Counter(text[i : i + n] for n in (1, 2, 3) for i in range(len(text) - n + 1) if text[i : i + n] != " ")
    found = profiles.of(script)
    *lanes, letters, capitalised = found.lanes(found.words[word])
    times = 2 if small(word) == word else 1
    assert (letters, capitalised) == ((len(word), 0) if times == 2 else (0, len(word)))
    for tag, lane in zip(found.tags, lanes, strict=True):
        assert lane >> 10 == times * sum(n * weights[tag].get(gram, 0) for gram, n in grams.items())
        assert lane & 1023 == times * sum(n for gram, n in grams.items() if len(gram) == 3 and gram in weights[tag])


def _frozen(script: str) -> tuple[dict[str, dict[str, int]], dict[int, str]]:
    weights: dict[str, dict[str, int]] = {tag: {} for tag in LANGUAGES[script].split()}
    folds: dict[int, str] = {}
    for line in (ROOT / "syndclean/language/data" / f"{script}.txt").read_text(encoding="utf-8").splitlines():
        fields = line.split(" ")
        if fields[0] == "fold":
            folds |= {ord(c): fields[1][0] for c in fields[1][1:]}
        elif fields[0] != "#":
            n, grams = int(fields[1]), fields[3].replace("_", " ")
            weights[fields[0]] |= {grams[i : i + n]: int(fields[2]) for i in range(0, len(grams), n)}
    return weights, folds


def test_the_profiles_are_those_of_langdetect() -> None:
    freeze = runpy.run_path(str(ROOT / "scripts/freeze_profiles.py"))["frozen"]

    def without_head(text: str) -> list[str]:
        return [line for line in text.splitlines() if not line.startswith("#")]

    for name, text in freeze().items():
        kept = (ROOT / "syndclean/language/data" / name).read_text(encoding="utf-8")
        assert without_head(kept) == without_head(text), name


def test_a_name_in_another_script_does_not_decide() -> None:
    assert read("Компания OpenStreetMap Foundation London").script == "Cyrl"  # type: ignore[union-attr]
    assert read("The letter Ω stands for the ohm").script == "Latn"  # type: ignore[union-attr]


@pytest.mark.parametrize(("composed", "apart"), [("vi", "NFD"), ("fr", "NFD"), ("ru", "NFD"), ("ko", "NFC")])
def test_marks_that_stand_apart(composed: str, apart: str) -> None:
    text = unicodedata.normalize(apart, HEADLINES[composed])  # type: ignore[arg-type]
    assert detect(text)[0] == composed


def test_a_paragraph_that_quotes_keeps_its_own_language() -> None:
    own = ("Die Leiterin der Behörde hat am Dienstag den Bericht vorgestellt, auf den viele seit Monaten warten. "
           "Darin wird beschrieben, wie es zu den Verzögerungen kam und wer davon wusste. "
           "Nun sollen die Abgeordneten darüber beraten, ob die Frist noch einmal verlängert wird. ")  # fmt: skip
    quote = "“We never saw the letter. It was not on my desk. I would have answered it at once.” "
    for text in (own + quote, quote + own, own[:100] + quote + own[100:]):
        assert detect(text)[0] == "de"


@given(st.text(st.sampled_from("ab "), max_size=2000), st.integers(120, 400))
def test_an_excerpt_is_no_longer_than_asked(text: str, limit: int) -> None:
    short = excerpt(text, limit)
    assert len(short) <= limit + limit // 60
    assert text == short or len(text) > limit


@pytest.mark.parametrize(
    "unit",
    [
        "a", " ", "a ", "1", "ab.", "\n", "é", "e\u0301", "İ", "я", "中", "ا", "क्ष", "@", "a@", "www.", "http://", "Aa",
        "\ud800", "😀",
    ],
)  # fmt: skip
def test_a_megabyte_of_anything(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    assert 0 <= detect(text)[1] <= 1
    assert len(excerpt(text, profiles.READ)) <= profiles.READ + profiles.READ // 60


def test_the_words_that_are_kept_do_not_grow_without_end() -> None:
    words = profiles.of("Latn").words
    for n in range(25_000):
        words["".join(chr(97 + int(digit)) for digit in str(n))]
    words["a" * 300]
    assert 0 < len(words) <= 20_000
    assert max(map(len, words)) <= 24


def test_lanes_have_room_for_the_most_that_is_read() -> None:
    """No language's sum may spill into the next one's."""
    for script in LETTERS:
        found = profiles.of(script)
        row = max(found.words._rows.values(), key=lambda row: max(found.lanes(row)))
        most = [2 * profiles.READ * lane for lane in found.lanes(row)]
        assert max(most) < 1 << 32
    assert 2 * profiles.READ <= profiles.COUNTS


def test_a_lead_no_doubt_can_close_is_certain() -> None:
    evidence = weigh(HEADLINES["de"] * 3)
    assert evidence is not None
    assert decide(evidence) == ("de", 1.0)


COLD = """
import json, sys, threading
from syndclean.language import detect
texts = json.load(sys.stdin)
start, answers = threading.Barrier(8), [None] * 8
def work(n):
    start.wait()
    answers[n] = [detect(text) for text in texts[n:] + texts[:n]]
threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
[t.start() for t in threads]; [t.join() for t in threads]
print(json.dumps([a[len(texts) - n:] + a[:len(texts) - n] for n, a in enumerate(answers)]))
"""


def in_a_new_process(code: str, **environment: str) -> object:
    """What `code` prints in a process of its own, given the headlines on standard input."""
    done = subprocess.run(
        [sys.executable, "-c", code], input=json.dumps(list(HEADLINES.values())), stdout=subprocess.PIPE, text=True,
        check=True, cwd=ROOT, env={**os.environ, **environment},
    )  # fmt: skip
    return json.loads(done.stdout)


PLAIN = "import json, sys; from syndclean.language import detect_many as d; print(json.dumps(d(json.load(sys.stdin))))"


def test_eight_threads_at_once_on_first_use() -> None:
    expected = [list(answer) for answer in detect_many(HEADLINES.values())]
    assert in_a_new_process(COLD) == [expected] * 8


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_the_hash_seed_changes_nothing(seed: str) -> None:
    expected = [list(answer) for answer in detect_many(HEADLINES.values())]
    assert in_a_new_process(PLAIN, PYTHONHASHSEED=seed) == expected


def test_neither_langdetect_nor_numpy_is_needed() -> None:
    code = "import sys; sys.modules['numpy'] = sys.modules['langdetect'] = None; " + PLAIN
    assert in_a_new_process(code) == [list(answer) for answer in detect_many(HEADLINES.values())]


@pytest.mark.parametrize("detector", [py3langid_detector, lingua_detector])
def test_a_detector_that_is_not_installed_says_what_to_install(detector, monkeypatch) -> None:
    extra = detector.__name__.removesuffix("_detector")

    def nothing(name: str) -> None:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)

    monkeypatch.setattr(others, "import_module", nothing)
    monkeypatch.setattr(others, "_built", {})
    with pytest.raises(ModuleNotFoundError, match=rf'pip install "syndclean\[{extra}\]"'):
        detector("Some words")


@pytest.mark.parametrize(("extra", "detector"), [("py3langid", py3langid_detector), ("lingua", lingua_detector)])
def test_other_detectors(extra: str, detector) -> None:
    pytest.importorskip(extra)
    for tag in ("de", "fr", "nb", "ru", "zh-Hans", "zh-Hant", "fil"):
        assert detector(HEADLINES[tag] * 3)[0] == tag
    assert detector("12 345") == (None, 0.0)
    assert detector("a\ud800b")[1] <= 1


@pytest.mark.parametrize("text", ["a" * 30, "hahahahahahaha", "Aaaaaaargh!", "Gooooooool!", "lalalalalala lala la"])
def test_what_is_drawn_out_says_no_more_than_once(text: str) -> None:
    assert detect(text) == (None, 0.0)


def test_a_long_word_is_read_as_before() -> None:
    assert detect("Donaudampfschifffahrtsgesellschaft")[0] == "de"
