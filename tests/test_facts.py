"""Authors, addresses, agencies, datelines, tags, licences and copyright in 25 languages; forgeries and limits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndclean import facts
from syndclean.facts.vocabulary import lines

# (text, language or None, authors, agency)
BYLINES = [
    ("By JANE DOE and JOHN ROE", None, ("JANE DOE", "JOHN ROE"), None),
    ("By Jane Doe, John Roe and Mary Poe", None, ("Jane Doe", "John Roe", "Mary Poe"), None),
    ("Jane Doe, BBC News correspondent", None, ("Jane Doe",), None),
    ("By Jane Doe | Associated Press", None, ("Jane Doe",), "Associated Press"),
    ("Jane Doe in Berlin", None, ("Jane Doe",), None),
    ("By Jane Doe, Press Association Political Correspondent", None, ("Jane Doe",), None),
    ("jane doe", None, ("jane doe",), None),
    ("Jane Doe @janedoe", None, ("Jane Doe",), None),
    ("Jane Doe (jane@x.org)", None, ("Jane Doe",), None),
    ("Dr. Jane Doe, Ph.D.", None, ("Dr. Jane Doe",), None),
    ("By Staff Reporter", None, ("Staff Reporter",), None),
    ("J. K. Rowling", None, ("J. K. Rowling",), None),
    ("", None, (), None),
    ("   ", None, (), None),
    ("AFP", None, ("AFP",), "AFP"),
    ("Reuters Staff", None, ("Reuters Staff",), None),
    ("Von Anna Muster, Berlin", "de", ("Anna Muster",), None),
    ("Von Anna Muster, dpa", "de", ("Anna Muster",), "dpa"),
    ("Anna Muster und Max Beispiel", "de", ("Anna Muster", "Max Beispiel"), None),
    ("dpa/Anna Muster", "de", ("Anna Muster",), "dpa"),
    ("Anna Muster, Redakteurin", "de", ("Anna Muster",), None),
    ("Von Ursula von der Leyen", "de", ("Ursula von der Leyen",), None),
    ("Par Marie Dupont et Jean Martin", "fr", ("Marie Dupont", "Jean Martin"), None),
    ("Marie Dupont (avec AFP)", "fr", ("Marie Dupont",), "AFP"),
    ("Le Monde avec AFP et Reuters", "fr", ("Le Monde",), "AFP"),
    ("Marie Dupont, envoyée spéciale à Kiev", "fr", ("Marie Dupont",), None),
    ("La rédaction", "fr", ("La rédaction",), None),
    ("Par La Rédaction avec AFP", "fr", ("La Rédaction",), "AFP"),
    ("Por Ana Pérez y Juan García", "es", ("Ana Pérez", "Juan García"), None),
    ("Ana Pérez / EFE", "es", ("Ana Pérez",), "EFE"),
    ("Por: Redacción", "es", ("Redacción",), None),
    ("Europa Press", "es", ("Europa Press",), "Europa Press"),
    ("Ana Pérez, corresponsal", "es", ("Ana Pérez",), None),
    ("di Mario Rossi e Giulia Bianchi", "it", ("Mario Rossi", "Giulia Bianchi"), None),
    ("Di Mario Rossi", "it", ("Mario Rossi",), None),
    ("Redazione ANSA", "it", ("Redazione ANSA",), None),
    ("a cura di Mario Rossi", "it", ("Mario Rossi",), None),
    ("Por Ana Silva e João Costa", "pt", ("Ana Silva", "João Costa"), None),
    ("Ana Silva com Lusa", "pt", ("Ana Silva",), "Lusa"),
    ("Door Jan de Vries en Piet Bakker", "nl", ("Jan de Vries", "Piet Bakker"), None),
    ("Af Mette Hansen og Lars Holm", "da", ("Mette Hansen", "Lars Holm"), None),
    ("Av Ola Nordmann, NTB", "nb", ("Ola Nordmann",), "NTB"),
    ("Av Anna Svensson och Erik Berg", "sv", ("Anna Svensson", "Erik Berg"), None),
    ("TT", "sv", ("TT",), "TT"),
    ("Matti Meikäläinen ja Maija Mallikas", "fi", ("Matti Meikäläinen", "Maija Mallikas"), None),
    ("STT", "fi", ("STT",), "STT"),
    ("Jón Jónsson og Anna Ólafsdóttir", "is", ("Jón Jónsson", "Anna Ólafsdóttir"), None),
    ("Jan Kowalski i Anna Nowak", "pl", ("Jan Kowalski", "Anna Nowak"), None),
    ("Jan Kowalski/PAP", "pl", ("Jan Kowalski",), "PAP"),
    ("Jan Novák a Petr Svoboda", "cs", ("Jan Novák", "Petr Svoboda"), None),
    ("Jan Novák, ČTK", "cs", ("Jan Novák",), "ČTK"),
    ("Ján Novák, TASR", "sk", ("Ján Novák",), "TASR"),
    ("Piše: Ivan Horvat", "hr", ("Ivan Horvat",), None),
    ("Ivan Horvat, Hina", "hr", ("Ivan Horvat",), "Hina"),
    ("Kovács János és Nagy Éva", "hu", ("Kovács János", "Nagy Éva"), None),
    ("MTI", "hu", ("MTI",), "MTI"),
    ("de Ion Popescu și Maria Ionescu", "ro", ("Ion Popescu", "Maria Ionescu"), None),
    ("Иван Петров, Анна Сидорова", "ru", ("Иван Петров", "Анна Сидорова"), None),
    ("Текст: Иван Петров и Анна Сидорова", "ru", ("Иван Петров", "Анна Сидорова"), None),
    ("Иван Петров, корреспондент", "ru", ("Иван Петров",), None),
    ("Автор: Олена Коваль та Іван Бойко", "uk", ("Олена Коваль", "Іван Бойко"), None),
    ("Иван Иванов, БТА", "bg", ("Иван Иванов",), "БТА"),
    ("Της Μαρίας Παπαδοπούλου", "el", ("Μαρίας Παπαδοπούλου",), None),
    ("Γιώργος Παππάς και Μαρία Νίκα", "el", ("Γιώργος Παππάς", "Μαρία Νίκα"), None),
    ("Ahmet Yılmaz ve Ayşe Kaya", "tr", ("Ahmet Yılmaz", "Ayşe Kaya"), None),
    ("Ahmet Yılmaz / DHA", "tr", ("Ahmet Yılmaz",), "DHA"),
    ("كتب محمد علي", "ar", ("محمد علي",), None),
    ("بقلم: محمد علي", "ar", ("محمد علي",), None),
    ("رويترز", "ar", ("رويترز",), "رويترز"),
    ("מאת דן כהן", "he", ("דן כהן",), None),
    ("लेखक: राम शर्मा और श्याम वर्मा", "hi", ("राम शर्मा", "श्याम वर्मा"), None),
    ("โดย สมชาย ใจดี", "th", ("สมชาย ใจดี",), None),
    ("Nguyễn Văn A và Trần Thị B", "vi", ("Nguyễn Văn A", "Trần Thị B"), None),
    ("Theo Reuters", "vi", ("Reuters",), "Reuters"),
    ("Penulis: Budi Santoso", "id", ("Budi Santoso",), None),
    ("Oleh Budi Santoso dan Siti Aminah", "id", ("Budi Santoso", "Siti Aminah"), None),
    ("山田太郎、鈴木花子", "ja", ("山田太郎", "鈴木花子"), None),
    ("文・山田太郎", "ja", ("山田太郎",), None),
    ("记者 张三 李四", "zh", ("张三", "李四"), None),
    ("（记者张三）", "zh", ("张三",), None),
    ("新华社记者张三", "zh", ("张三",), None),
    ("作者：王五", "zh", ("王五",), None),
    ("홍길동 기자", "ko", ("홍길동",), None),
    ("홍길동·김철수 기자", "ko", ("홍길동", "김철수"), None),
    ("Quelle: ntv.de, jwu/dpa", "de", (), "dpa"),
    ("SDA/sep", "de", ("SDA",), "SDA"),
    (
        "(Reporting by A. Doe, additional reporting by B. Roe, writing by C. Poe, Editing by D. Moe)",
        None,
        ("A. Doe", "B. Roe", "C. Poe"),
        None,
    ),
    (
        "With files from The Associated Press and Mohamed El Saife",
        None,
        ("The Associated Press", "Mohamed El Saife"),
        "Associated Press",
    ),
    ("Journaliste • Vincent Reynier", "fr", ("Vincent Reynier",), None),
    ("Edited by John Roe", None, (), None),
    ("Jane Doe for The Guardian", None, ("Jane Doe",), None),
    ("Siobhán O'Grady", None, ("Siobhán O'Grady",), None),
    ("Jean-Luc d'Arc", None, ("Jean-Luc d'Arc",), None),
    ("bell hooks", None, ("bell hooks",), None),
    ("Guest Author", None, ("Guest Author",), None),
    ("The Editorial Board", None, ("The Editorial Board",), None),
    ("文・山田太郎", None, ("山田太郎",), None),
    ("Anna Muster & Max Beispiel | ", None, ("Anna Muster", "Max Beispiel"), None),
    ("red, example.at/Agenturen", "de", (), None),
    ("순천, 광양 홍길동 기자 hong@example.kr", "ko", ("홍길동",), None),
    ("【エルサレム山田太郎、カイロ鈴木花】", "ja", ("山田太郎", "鈴木花"), None),
    ("CNN’s Jane Doe and John Roe contributed to this report", None, ("Jane Doe", "John Roe"), "CNN"),
    ("—Associated Press writer Jane Doe in Paris contributed to this report.", None, ("Jane Doe",), "Associated Press"),
    (
        "Doe reported from Rome. AP writers Jane Roe in Salem, Oregon, and A. Poe in Pisa contributed to this report.",
        None,
        ("Jane Roe", "A. Poe"),
        "AP",
    ),
    ("(With inputs from agencies)", None, (), None),
    ("byJane Doe", None, ("Jane Doe",), None),
    ("AFP, MANILA", None, ("AFP",), "AFP"),
    ("Radio 4 News, 15.4.2024, 10:05 Uhr; ab/cd", "de", ("Radio 4 News",), None),
    ("AFP and Jane Doe", None, ("Jane Doe",), "AFP"),
    ("Anadolu Ajansı & Jane Doe", None, ("Anadolu Ajansı", "Jane Doe"), "Anadolu Ajansı"),
    ("Reporting by Jane Doe in Port Ellery and John Roe in Old Pell", "en", ("Jane Doe", "John Roe"), None),
    ("Jane Doe at Port Ellery", "en", ("Jane Doe",), None),
    ("Reporte de Ana Bel en Puerto Elero. Editado en español por Eva Roe", "es", ("Ana Bel",), None),
    ("Ana Bel in Eva Novak", "sl", ("Ana Bel", "Eva Novak"), None),
    ("Ana Bel en Piet Vos", "nl", ("Ana Bel", "Piet Vos"), None),
    ("Por Ana Bel, da Agência Brasil", "pt", ("Ana Bel",), "Agência Brasil"),
    ("By Jane Doe | Pier News Service", "en", ("Jane Doe",), None),
    ("By Jane Doe | Robert Service", "en", ("Jane Doe", "Robert Service"), None),
    ("By Jane Doe Local Democracy Reporter", "en", ("Jane Doe",), None),
    ("By JANE DOE Staff Reporter", "en", ("JANE DOE",), None),
    ("Jane Doe BBC Political Editor", "en", ("Jane Doe",), None),
    ("City Desk Editor", "en", ("City Desk Editor",), None),
    ("Ana Bel Corresponsal", "es", ("Ana Bel",), None),
]


@pytest.mark.parametrize(("text", "language", "names", "agency"), BYLINES)
def test_bylines(text: str, language: str | None, names: tuple[str, ...], agency: str | None) -> None:
    byline = facts.authors(text, language)
    assert (byline.authors, byline.agency, byline.problem) == (names, agency, None)


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Jane Doe for The Guardian", "source_name", "The Guardian"),
        ("ntv.de, jwu/dpa", "source_name", "ntv.de"),
        ("Original-Content von: Muster AG, übermittelt durch news aktuell", "source_name", "Muster AG"),
        ("Jane Doe in Berlin", "location", "Berlin"),
        ("Reporting by Jane Doe in Paris; Editing by John Roe in Rome", "location", "Paris"),
        ("AFP, MANILA", "location", "MANILA"),
        ("Jane Doe, The Example Tribune", "source_name", "The Example Tribune"),
        ("Jane Doe in Paris and John Roe in Rome", "location", None),
    ],
)
def test_what_else_a_byline_says(text: str, field: str, value: str | None) -> None:
    assert getattr(facts.authors(text), field) == value


@pytest.mark.parametrize(
    "text", ["Jane\u200b Doe", "\u202eeoD enaJ", "J\u0430ne Doe", "Ма\u0072ия Иванова", "Jane\u2066 Doe"]
)
def test_a_forged_name_is_a_problem(text: str) -> None:
    byline = facts.authors(text)
    assert byline.authors == ()
    assert byline.problem


def test_joiners_that_a_script_needs_are_no_forgery() -> None:
    assert facts.authors("علی می\u200cرود").problem is None


AGENCIES = [
    ("AFP", "AFP"),
    ("(AFP)", "AFP"),
    ("(Reuters) -", "Reuters"),
    ("/ТАСС/.", "ТАСС"),
    ("(©NTB)", "NTB"),
    ("==Kyodo", "Kyodo"),
    ("--IANS", "IANS"),
    ("© 2025 Reuters", "Reuters"),
    ("(c) 2025 Europa Press", "Europa Press"),
    ("dpa hm bs", "dpa"),
    ("AAP RTV ar", "AAP"),
    ("SDA/sep", "SDA"),
    ("The Associated Press", "Associated Press"),
    ("共同", "共同通信"),
    ("（共同）", "共同通信"),
    ("新华社", "新华社"),
    ("연합뉴스", "연합뉴스"),
    ("رويترز", "رويترز"),
    ("Укрінформ", "Укрінформ"),
    ("ANADOLU AJANSI", "Anadolu Ajansı"),
    ("Agence France-Presse", "AFP"),
    ("afp.com", "AFP"),
    ("Keystone-SDA", "SDA"),
    ("PR Newswire", "PR Newswire"),
    ("europa press", "Europa Press"),
    ("ASSOCIATED PRESS", "Associated Press"),
    ("kyodo", "Kyodo"),
    ("čtk", "ČTK"),
    ("Reuters jp", "Reuters"),
    ("Cyprus News Agency", "CNA"),
]
NO_AGENCIES = [
    "",
    "map",
    "Map",
    "tt",
    "nan",
    "Ansa",
    "idea is good",
    "AP is in town",
    "AP has it",
    "Reuters reported on Monday that",
    "AFPX",
    "The agency",
    "We",
    "STA is",
    "x" * 300,
    "()",
]


@pytest.mark.parametrize(("text", "name"), AGENCIES)
def test_agencies(text: str, name: str) -> None:
    assert facts.agency(text) == name


@pytest.mark.parametrize(
    "text",
    ["AP is late", "AP are here", "AP was late", "AP has time", "AP had time", "AP can help", "AP may help",
     "AP in town", "AP on tour", "AP at sea", "AP of old", "AP to help", "AP and sons", "AP or none", "AP by boat",
     "AP no more", "AP not sure", "AP it says", "AP he says", "AP she says", "AP we said", "AP I said", "AP as such",
     "AP for sale", "AP a boat", "AP an idea", "AP the boat"],
)  # fmt: skip
def test_short_words_of_english_behind_an_agency_are_nobody_s_initials(text: str) -> None:
    assert facts.agency(text) is None
    assert facts.agency("AP hm bs") == "AP"


@pytest.mark.parametrize("text", NO_AGENCIES)
def test_no_agencies(text: str) -> None:
    assert facts.agency(text) is None


# (text, location, date, agency); what stands behind the dateline begins with x or X
DATELINES = [
    ("PARIS, April 17 (Reuters) - X", "PARIS", "April 17", "Reuters"),
    ("BERLIN (dpa) – X", "BERLIN", None, "dpa"),
    ("  Berlin (dpa) - X", "Berlin", None, "dpa"),
    ("München (dpa/lby) - X", "München", None, "dpa"),
    ("NEW DELHI: X and more than twenty letters", "NEW DELHI", None, None),
    ("New Delhi, Apr 17 (PTI) X", "New Delhi", "Apr 17", "PTI"),
    ("(ANSA) - ROMA, 17 APR - X", "ROMA", "17 APR", "ANSA"),
    ("ROMA, 17 apr. (askanews) - X", "ROMA", "17 apr", "askanews"),
    ("МОСКВА, 17 апреля. /ТАСС/. X", "МОСКВА", "17 апреля", "ТАСС"),
    ("МОСКВА, 17 апр - РИА Новости. X", "МОСКВА", "17 апр", "РИА Новости"),
    ("Nueva Delhi, 21 ene (EFE).- X", "Nueva Delhi", "21 ene", "EFE"),
    ("Strasbourg, 10 juil 2024 (AFP)", "Strasbourg", "10 juil 2024", "AFP"),
    ("Paris (ats afp) X", "Paris", None, "ATS"),
    ("København /ritzau/: X", "København", None, "Ritzau"),
    ("BRUSSELS/PARIS, April 17 (Reuters) - X", "BRUSSELS/PARIS", "April 17", "Reuters"),
    ("WASHINGTON, D.C. (AP) — X", "WASHINGTON, D.C.", None, "AP"),
    ("RIO DE JANEIRO (AP) _ X", "RIO DE JANEIRO", None, "AP"),
    ("PUTRAJAYA, Nov 22 — X", "PUTRAJAYA", "Nov 22", None),
    ("KYIV — X", "KYIV", None, None),
    ("TOKYO, April 17, Kyodo - X", "TOKYO", "April 17", "Kyodo"),
    ("SEOUL, April 17 (Yonhap) -- X", "SEOUL", "April 17", "Yonhap"),
    ("NEW YORK, April 17, 2025 /PRNewswire/ -- X", "NEW YORK", "April 17, 2025", "PR Newswire"),
    ("PUNE, India, April 17, 2025 (GLOBE NEWSWIRE) -- X", "PUNE, India", "April 17, 2025", "GlobeNewswire"),
    ("القاهرة (رويترز) - x", "القاهرة", None, "رويترز"),
    ("新华社北京4月17日电（记者张三）x", "北京", "4月17日", "新华社"),
    ("北京4月17日电 x", "北京", "4月17日", None),
    ("【東京共同】x", "東京", None, "共同通信"),
    ("【ソウル＝山田太郎】x", "ソウル", None, None),
    ("(서울=연합뉴스) 홍길동 기자 = x", "서울", None, "연합뉴스"),
    ("[서울=뉴시스] x", "서울", None, "뉴시스"),
    ("New Delhi [India], April 17 (ANI): X", "New Delhi", "April 17", "ANI"),
    ("Washington DC [US], April 17 (ANI/PNN): X", "Washington DC", "April 17", "ANI"),
    ("Praha 17. dubna (ČTK) - X", "Praha", "17. dubna", "ČTK"),
    ("ROMA (ITALPRESS) - X", "ROMA", None, "Italpress"),
    ("REUTERS — X", None, None, "Reuters"),
    ("OSLO. - X", "OSLO", None, None),
    ("WASHINGTON D.C. - X", "WASHINGTON D.C.", None, None),
    ("PORT ELLERY, Ore., March 3, 2025 /PRNewswire/ -- X", "PORT ELLERY, Ore.", "March 3, 2025", "PR Newswire"),
    ("PORT ELLERY, ON, March 3, 2025 /CNW/ - X", "PORT ELLERY, ON", "March 3, 2025", "CNW"),
    ("PORT ELLERY, Mon., March 3 (AP) - X", "PORT ELLERY", "Mon., March 3", "AP"),
    ("PORT ELLERY, Ore.--(BUSINESS WIRE)--X", "PORT ELLERY, Ore.", None, "Business Wire"),
    ("Port Ellery, March 3, GNA – X", "Port Ellery", "March 3", "GNA"),
    ("Port Ellery, March 3, 2025, SPA -- X", "Port Ellery", "March 3, 2025", "SPA"),
    ("Port Ellery, Ontario--(Newsfile Corp. - March 3, 2025) - X", "Port Ellery, Ontario", None, "Newsfile Corp."),
    ("(DIRE) Bellano, 3 mar. - X", "Bellano", "3 mar", "Agenzia Dire"),
    ("Bakı, 3 mart, AZƏRTAC", "Bakı", "3 mart", "AZERTAC"),
    ("ԵՐԵՎԱՆ, 3 ՄԱՐՏԻ, ԱՐՄԵՆՊՐԵՍ: X", "ԵՐԵՎԱՆ", "3 ՄԱՐՏԻ", "Արմենպրես"),
    ("3 марта, Минск /Корр. БЕЛТА/. X", "Минск", "3 марта", "БЕЛТА"),
    ("БАНСКО, 3 март /Ана Бел, БТА/ X", "БАНСКО", "3 март", "БТА"),
    ("BRATISLAVA 3. marca (Kraj.sk/SITA) - X", "BRATISLAVA", "3. marca", "SITA"),
    ("Hà Nội (TTXVN 3/3) X", "Hà Nội", "3/3", "TTXVN"),
    ("عمان في 3 مارس /قنا/ x", "عمان", "3 مارس", "قنا"),
    ("عمان - 3 - 3 (كونا) -- x", "عمان", "3 - 3", "كونا"),
    ("عمان، 3 آذار (بترا)- x", "عمان", "3 آذار", "بترا"),
    ("عمان / الأناضول", "عمان", None, "الأناضول"),
    ("ملتان۔3مارچ (اے پی پی): x", "ملتان", "3مارچ", "اے پی پی"),
    ("नई दिल्ली, तीन मार्च (भाषा) x", "नई दिल्ली", "तीन मार्च", "भाषा"),
    ("Ali VELİ/KONYA, (DHA)- X", "KONYA", None, "DHA"),
    ("March 3 (UPI) -- X", None, "March 3", "UPI"),
    ("PORT ELLERY, 3 MARCH 2025 (HARBOUR POST)—X", "PORT ELLERY", "3 MARCH 2025", "HARBOUR POST"),
    ("Port-Éléré, 3 mars (QQP) – X", "Port-Éléré", "3 mars", "QQP"),
    ("कोटा, 3 मार्च (क.ख.)। x", "कोटा", "3 मार्च", "क.ख."),
    ("ДУШАНБЕ, 3 март /АМИТ «Ховар»/. X", "ДУШАНБЕ", "3 март", "Ховар"),
    ("CASTRIES, St. Lucia, CMC – X", "CASTRIES, St. Lucia", None, "CMC"),
    ("صنعاء - سبأ: x", "صنعاء", None, "سبأ"),
    ("رام الله 3-3-2025 وفا- x", "رام الله", "3-3-2025", "وفا"),
    ("مسقط في 3 مارس /العُمانية/ x", "مسقط", "3 مارس", "العمانية"),
    ("Medan, 3/3 (ANTARA) - X", "Medan", "3/3", "Antara"),
    ("（中央社台北3日綜合外電報導）x", "台北", "3日", "中央社"),
    ("（中央社記者王小明台北3日電）x", None, "3日", "中央社"),
    ("【共同社东京3月3日电】x", "东京", "3月3日", "共同社"),
    ("【東京AFP時事】x", "東京", None, "AFP通信"),
    ("Port Ellery, Apr 17 (PTI) x", "Port Ellery", "Apr 17", "PTI"),
    ("København /ritzau/ x", "København", None, "Ritzau"),
    ("Paris (Reuters, Kyodo) X", "Paris", None, "Reuters"),
    ("Paris (AFP+dpa) X", "Paris", None, "AFP"),
    ("Paris (dpa - AFP) X", "Paris", None, "dpa"),
    ("(AFP) – X", None, None, "AFP"),
    ("Berlin (AFP)", "Berlin", None, "AFP"),
    ("PARIS,, April 17 (Reuters) - X", "PARIS", "April 17", "Reuters"),
    ("МОСКВА. 17 апреля. ИНТЕРФАКС - X", "МОСКВА", "17 апреля", "Интерфакс"),
    ("Tokyo, April 17, Kyodo - X", "Tokyo", "April 17", "Kyodo"),
    ("Tokyo, Kyodo - X", "Tokyo", None, "Kyodo"),
    ("ELLERY, KENT, ENGLAND — X", "ELLERY, KENT, ENGLAND", None, None),
    ("Ellery, Kent, England (AP) — X", "Ellery, Kent, England", None, "AP"),
    ("(부산=항구일보) x", "부산", None, "항구일보"),
    ("(서울=연합뉴스) 홍길동·김철수 기자 = x", "서울", None, "연합뉴스"),
    (f"BERLIN (dpa) – X{'y' * 120}\u202e", "BERLIN", None, "dpa"),
]
NO_DATELINES = [
    "",
    "Paris is well worth a mass (AFP says).",
    "The minister (AP) said",
    "He said (Reuters) - that",
    "UPDATE 1 - x",
    "RELATED: The story of a man who lives alone",
    "Q: What is it about you that we know",
    "A 17 April 2025 — x",
    "OPINION: we must say this out loud in the open",
    "NATO — the alliance — said",
    "I — as a man — know",
    "Berlin – die Hauptstadt wächst",
    "Mr. Smith (Labour) - the MP",
    "Mumbai: The court on Friday said so at last",
    "IN the heart of the city — a",
    "LIVE: the result",
    "PA\u202eRIS (AFP) - X",
    "【速報】首相が",
    "(연합) x",
    "The boat [blue], which left (AP) - X",
    "Apollo 11 (AP) - X",
    "Foto / Reuters",
    "Ellery, Reuters",
    "He came home, Reuters - the agency - said",
    "(AFP) Apple - the firm - said",
    "The Pier (Labour, says AFP) - X",
    "The Pier (Ana Bel, AFP) x",
    "(Ana Bel, AFP) - X",
    "PORT ELLERY, March 3 (FRIDAY) - X",
    "PORT ELLERY, March 3 (LIVE) - X",
    "Port Ellery, March 3 (the third) - X",
    "Port Ellery, March 3 (QQP) x",
    "JONES (QQP) - X",
    "据路透社3日报道，",
    "नई दिल्ली, तीन लोग (भाषा की) x",
    "BERLIN (dpa)\u202e – X",
    "BERLIN (dpa) – \u202eX",
    "(Labour) - ROMA, 17 APR - X",
    "New Delhi [India], (Labour) - X",
    "The end of it, too - РИА Новости. X",
    "Paris (AFP) says so.",
    "Paris (AFP) says A",
    "Paris (ats schnell) X",
    "(AFP) X",
    "ELLERY, Kent, England — X",
    "Tokyo, April 17 - X",
    "Tokyo Kyodo - X",
    "UFA — X",
    "NEW DELHI, April 17: short",
    "PARIS, the end, April 17 (AP) - X",
    "Bell, Roe, Kim, Sato (AP) - X",
    "Ellery, the end (AP) - X",
]


@pytest.mark.parametrize(("text", "location", "day", "agency"), DATELINES)
def test_datelines(text: str, location: str | None, day: str | None, agency: str | None) -> None:
    found = facts.dateline(text)
    assert found is not None
    assert (found.location, found.date, found.agency) == (location, day, agency)
    assert text[found.length :][:1] in ("x", "X") or found.length == len(text)


@pytest.mark.parametrize("text", NO_DATELINES)
def test_no_datelines(text: str) -> None:
    assert facts.dateline(text) is None


def test_authors_of_a_dateline() -> None:
    written = ["新华社北京4月17日电（记者张三、李四）", "【ソウル＝山田太郎】", "(서울=연합뉴스) 홍길동 기자 = ",
               "(서울=연합뉴스) 홍길동·김철수 기자 = ", "【東京共同】", "北京4月17日电", "[서울=뉴시스]",
               "Ali VELİ/KONYA, (DHA)- "]  # fmt: skip
    found = [facts.dateline(text) for text in written]
    assert [one.authors for one in found if one] == [
        ("张三", "李四"), ("山田太郎",), ("홍길동",), ("홍길동", "김철수"), (), (), (), ("Ali VELİ",),
    ]  # fmt: skip


ADDRESSES = [
    ("https://www.example.org/a?b=c#d", "https://www.example.org/a?b=c#d"),
    ("<https://a.org/x>", "https://a.org/x"),
    ("[Lire](https://a.org/x)", "https://a.org/x"),
    ("https://a.org/x).", "https://a.org/x"),
    ("https://a.org/x_(y)", "https://a.org/x_(y)"),
    ("http://xn--mnchen-3ya.de/", "http://xn--mnchen-3ya.de/"),
    ("https://münchen.de/x", "https://münchen.de/x"),
    ("https://пример.рф/x", "https://пример.рф/x"),
    ("https://例え.jp", "https://例え.jp"),
    ("https://1.2.3.4/x", "https://1.2.3.4/x"),
    ("https://a.org/x | ", "https://a.org/x"),
    ("HTTPS://A.org/X", "HTTPS://A.org/X"),
    ("https://a_b.example.org/", "https://a_b.example.org/"),
    ("https://a.org:8080/x", "https://a.org:8080/x"),
    ("«https://a.org/x»", "https://a.org/x"),
]
BROKEN = [
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://a.org",
    "//a.org/x",
    "www.a.org",
    "https://a",
    "https://",
    "https://a.org/x y",
    "https://a.org:99999/",
    "https://[::1]/",
    "https://user@a.org/",
    "https://google.com@evil.org/",
    "https://a.org\\@evil.org/",
    "https://\u0430pple.com/",
    "https://xn--pple-43d.com/",
    "https://раураӏ.com/",
    "https://a.org/\u202egpj",
    "\u200bhttps://a.org",
    "https://a\u00ad.org/",
    "https://a.org/\ud800",
    "https://999.1.1.1/",
    "https://-a.org/",
    "https://a..org/",
    "https://a.org/" + "x" * 3000,
    "https://xn--\u0439.com",
    "no address",
    "x" * 9000,
]


@pytest.mark.parametrize(("text", "address"), ADDRESSES)
def test_addresses(text: str, address: str) -> None:
    assert facts.url(text) == (address, None)


@pytest.mark.parametrize("text", BROKEN)
def test_broken_addresses_are_problems(text: str) -> None:
    address, problem = facts.url(text)
    assert address is None
    assert problem


def test_an_empty_address_is_none() -> None:
    assert facts.url(" \n") == (None, None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (".lefigaro.fr", "lefigaro.fr"),
        ("www.example.com", "www.example.com"),
        ("EXAMPLE.COM", "EXAMPLE.COM"),
        ("(example.org)", "example.org"),
        ("пример.рф", "пример.рф"),
        ("U.S.", None),
        ("v1.2", None),
        ("obus.Ces", None),
        ("1.2.3", None),
        ("example", None),
        ("a b.org", None),
        ("\u0430pple.com", None),
        ("", None),
        ("end of it.so", None),
    ],
)
def test_hosts(text: str, name: str | None) -> None:
    assert facts.host(text) == name


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("Europe, Politics, Economy", ("Europe", "Politics", "Economy")),
        ("#Paris #Élysée", ("Paris", "Élysée")),
        ("a; b | c", ("a", "b", "c")),
        ("社会、災害・気象，宮崎県", ("社会", "災害・気象", "宮崎県")),
        ("سياسة، اقتصاد", ("سياسة", "اقتصاد")),
        ("- # one\n- # two", ("one", "two")),
        ("1&1, IONOS | ", ("1&1", "IONOS")),
        ("a, a, b", ("a", "b")),
        ("", ()),
        (",,;", ()),
        ("New York", ("New York",)),
        ("Granada (Nicaragua)", ("Granada (Nicaragua)",)),
        ("ok, b\u202ed", ("ok",)),
    ],
)
def test_tags(text: str, tags: tuple[str, ...]) -> None:
    assert facts.tags(text) == tags


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("CC BY 4.0", "CC BY 4.0"),
        ("cc-by-nc-nd 4.0", "CC BY-NC-ND 4.0"),
        ("Creative Commons BY-NC-SA 4.0", "CC BY-NC-SA 4.0"),
        ("CC0", "CC0"),
        ("CC0 1.0", "CC0 1.0"),
        ("https://creativecommons.org/licenses/by-sa/4.0/", "CC BY-SA 4.0"),
        ("Creative Commons Attribution-ShareAlike 4.0 International", "CC BY-SA 4.0"),
        ("This text is republished under a Creative Commons license.", "Creative Commons"),
        ("public domain", "public domain"),
        ("All rights reserved", None),
        ("account by 4.0", None),
        ("", None),
    ],
)
def test_licences(text: str, name: str | None) -> None:
    assert facts.licence(text) == name


NOTICES = [
    "© 2025 Example. All rights reserved.",
    "Copyright © 2025 Example",
    "Copyright: Example",
    "(c) 2025 Example",
    "Copyright @ 2019 Example.",
    "RIPRODUZIONE RISERVATA © Copyright Esempio",
    "© Example 2025",
    "2025 © Example",
    "Copyright 2025 Example",
    "Alle Rechte vorbehalten.",
    "Tous droits réservés",
    "Все права защищены",
    "版权所有",
    "© 2025 例 無断転載を禁じます。",
    "무단 전재 및 재배포 금지",
    "جميع الحقوق محفوظة",
    "Her hakkı saklıdır.",
    "Kaikki oikeudet pidätetään.",
    "Das Urheberrecht liegt beim Verlag.",
    "Les droits de ce texte appartiennent à son auteur.",
    "Všechna práva vyhrazena",
    "Los derechos de este texto pertenecen a su autor.",
    "版权归作者所有。",
    "Copyright for this text belongs to its author.",
]
NO_NOTICES = [
    "“All rights reserved,” the captain joked.",
    "",
    "Copyright law was changed in 2019",
    "She fought for the rights of all",
    "He was right about 2025",
    "In 2025 c",
    "The rights of man were declared in 1789 by the assembly",
    "copyrighted works abound",
    "Les droits de l’homme",
    "x" * 400,
    "Die Rechte in Europa gewinnt",
    "Prava je bila povijest",
]


@pytest.mark.parametrize("text", NOTICES)
def test_notices_of_copyright(text: str) -> None:
    assert facts.copyright(text)


@pytest.mark.parametrize("text", NO_NOTICES)
def test_no_notices_of_copyright(text: str) -> None:
    assert not facts.copyright(text)


def test_vocabulary_is_clean() -> None:
    """No form of an agency stands under two names; every line of the byline words has a known kind."""
    seen: dict[str, str] = {}
    for name, *forms in lines("agencies.txt"):
        for form in {name, *forms}:
            assert seen.setdefault(form, name) == name
    kinds = {line[0] for line in lines("bylines.txt")}
    joining, saying = {"lead", "soft", "and", "weak", "with", "for"}, {"role", "beat", "edit", "report"}
    assert kinds == joining | saying | {"head", "house", "nobody", "rank", "school", "is", "does", "paper", "daily"}
    assert {line[0] for line in lines("rights.txt")} == {"word", "all", "rights", "work", "owns"}


PIECES = st.sampled_from(
    [
        "Jane Doe",
        "John",
        "AFP",
        "(",
        ")",
        "/",
        ",",
        " and ",
        " y ",
        "By ",
        "Von ",
        "Reporting by ",
        "; Editing by ",
        "@x",
        "a@b.org",
        "https://",
        "a.org",
        "©",
        "2025",
        "(Reuters) -",
        "PARIS",
        "【",
        "】",
        "＝",
        "电",
        "4月17日",
        "\u202e",
        "\ud800",
        "#",
        "、",
        "CC BY",
        "xn--",
        ":",
    ]
)
ANY = st.text() | st.lists(PIECES, max_size=12).map("".join) | st.lists(PIECES, max_size=8).map(" ".join)


@given(ANY)
def test_total(text: str) -> None:
    byline = facts.authors(text)
    assert byline == facts.authors(text)
    assert not (byline.problem and byline.authors)
    assert len(set(byline.authors)) == len(byline.authors)
    assert all(name.strip() == name and name for name in byline.authors)
    address, problem = facts.url(text)
    assert address is None or (problem is None and address in text and address.lower().startswith("http"))
    found = facts.dateline(text)
    assert found is None or 0 < found.length <= len(text)
    assert all(tag in text for tag in facts.tags(text))
    for function in (facts.agency, facts.host, facts.licence, facts.copyright, facts.without_lead):
        function(text)


@given(
    st.lists(
        st.sampled_from(["Anna Muster", "Max Beispiel", "Íris Órfão", "李雷", "Ольга Коваль"]),
        min_size=1,
        max_size=5,
        unique=True,
    )
)
def test_lists_come_back(names: list[str]) -> None:
    assert list(facts.authors(", ".join(names)).authors) == names
    assert list(facts.authors("; ".join(names)).authors) == names
    assert list(facts.authors(" & ".join(names)).authors) == names


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        " ",
        "a",
        "A",
        "a@",
        "a.",
        ":",
        "(",
        "()",
        "【",
        " and ",
        ",",
        "#",
        "\u0301",
        "\u200b",
        "https://",
        "©",
        "Copyright ",
        "Paris ",
        "by ",
        "Reporting by ",
        "(AFP) ",
        "Creative Commons ",
        "\ud800",
        "\n",
        "/",
        "[a](",
        "https://a.b/)",
    ],
)
def test_a_megabyte_of_it(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    assert len(facts.authors(text).authors) <= facts.LONGEST
    assert facts.url(text)[0] is None
    assert facts.agency(text) is None
    assert facts.host(text) is None
    assert not facts.copyright(text)
    facts.dateline(text)
    facts.tags(text)
    facts.licence(text)
