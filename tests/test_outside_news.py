"""Texts that are no news: what is written without spaces there is no joint, by itself or beside prose."""

import pytest

from syndclean.steps.decode import decode
from syndclean.steps.repair import repair

# ruff: noqa: E501
LINES = {
    "release notes": (
        "Version v2.0.Beta fixes the Node.Js bridge; fix:Foo is gone, std::vector stays and i18n.Translate moved to Core.I18n.",
        "## 3.2.1 (2024-05-11)",
        "- Bugfix: NullPointerException in HttpServletRequest when the userAgent is empty (#1234, thanks @janeDoe)",
        "- feat(core):Add WebSocketServer",
        "- [BREAKING]Removed foo.Bar; use baz.Qux() instead. See JIRA-123:Cleanup.",
        "- Added support for macOS 14.5Beta and iPadOS17, dropped Python3.8 and Django4.1LTS.",
        "- Fixed crash in PyQt6.QtWidgets.QApplication; the fix was backported to 1.x.Y.",
    ),
    "products": (
        "The iPhone 15ProMax with 256GB costs $1,199 and ships in May.",
        "The Galaxy S24Ultra has WiFi, BlueTooth5.3, a 3.5mm jack, 5000mAh, USB-C3.2Gen2 and HDMI2.1.",
        "ThinkPad X1Carbon Gen11, MacBook Air M3Pro, AirPods Pro2, GoPro Hero12Black, OnePlus 12R, RedmiNote13.",
        "Maße: 15x20x3cm, 1,5kg. Lieferumfang: 1xNetzteil, 2xKabel. Art.Nr.4711, EAN 4006381333931.",
        "DeLonghi, KitchenAid, SodaStream, LeCreuset, WMF-ProfiSelect, PlayStation5Pro, XboxSeriesX, ThermoMix TM6.",
    ),
    "chemistry": (
        "NaCl, KOH, CaCO3, CH3COOH, C6H5OH, NaHCO3, Fe2(SO4)3 and Ca(OH)2 react at pH 7.4; the pKa is 4.76.",
        "2,4-Dichlorphenoxyessigsäure, N,N-Dimethylformamid, 1,2-Dichlorethan, α-D-Glucopyranose und cis-2-Buten.",
        "(2R,3S)-2,3-Dihydroxybutandisäure, D-(+)-Glucose, [Cu(NH3)4]SO4, 4-Aminophenol, tert.-Butanol, H2SO4(aq).",
    ),
    "biology": (
        "The mRNA of TP53 and BRCA1 binds tRNA, siRNA and lncRNA; HeLa, CHO-K1 and HEK293T cells; p.Val600Glu, c.1799T>A.",
        "Escherichia coli K-12MG1655, SARS-CoV-2, HbA1c, IgG, IgM, TNFα, IFNγ, ApoE4, CaMKII, NADPH and FoxP3.",
    ),
    "law": (
        "Gemäß Art.5 Abs.1 DSGVO, §12Abs.3 UStG, §§ 3ff.BGB und Art.6Abs.1lit.a gilt nichts anderes.",
        "Selon l'art.L.121-1 du Code, l'arrêt n°12-34.567 et al.3 de l'art.R.4127, M.Dupont et Mme.Durand c.SNCF.",
    ),
    "sports": (
        "Bayern–Dortmund 3:1 (2:0), Nadal–Djokovic 6:4,3:6,7:6(5), 4x100m in 37.10s, 1.FC Köln, Schalke04, TSV1860München.",
        "Tore: 1:0Müller (12.), 2:0Kane (45.+2), 2:1Reus (78.). Gelb: Kimmich. SR: Zwayer. Z.:75.000.",
        "Lakers113, Celtics 108. LeBron James:32pts, 8reb, 11ast. McIlroy –12, DeChambeau –10, MacIntyre –9.",
    ),
    "tickers and verses": (
        "NASDAQ:AAPL, NYSE:BRK.B, XETRA:SAP, BTC/USD, EUR/CHF 0.9412, DAX 18.177,50 (+0,4%), BRK.A, RDS.A.",
    ),
    "handles, mail, code and paths": (
        "#BlackLivesMatter #MeToo #FridaysForFuture #Bundestagswahl2025 @BarackObama @JoeBiden #NieWieder",
        "Mail jane.Doe@Example.org or J.Doe@x.Com, see HTTPS://Example.Org/Path.Html?Id=3.A&B=C and www.Example.Com/Foo.Bar.",
        "camelCase, PascalCase, snake_case, kebab-case, SCREAMING_CASE, getUserName, setTimeout, onClick, innerHTML, toString.",
        "C:\\Users\\Jane.Doe\\My.File.Docx, /usr/local/lib/libFoo.So.1, ./src/App.Vue, ~/Library/Caches, D:\\Setup.Exe",
    ),
    "times and standards": (
        "IPv6, IEEE802.11ax, RFC2616, ISO9001:2015, UTF-8, Base64, SHA-256, MD5, AES-256GCM, TLS1.3, HTTP/2.",
    ),
    "names in many languages": (
        "Die eBay-Auktion, der iMac, die BahnCard, das BAföG, die GmbH, der WhatsApp-Chat, TikTok, die StVO und das JuSchG.",
        "La startup OpenAI, BlaBlaCar, LeBonCoin, DoctoLib, CentraleSupélec, BpiFrance, TotalEnergies, l’eCommerce et l’iPad.",
        "La app BlaBlaCar, CaixaBank, MásMóvil, EuroMillones, TeleMadrid, LaSexta, ElDiario y McLaren, FitzGerald y MacArthur.",
        "Il sito ePrice, PosteMobile, UniCredit, MediaWorld, TeleGiornale, LaRepubblica, DeAgostini, MontePaschi e FinecoBank.",
        "Serwis InPost, mBank, CD Projekt, eObywatel, OLXPraca, TVPInfo, PolskieRadio24, LechPol i InterCity.",
        "Služba eDoklady, ČSOB, mObec, MojeID, DataBox, SeznamZprávy, TipSport, O2Arena a RegioJet.",
        "Сервис СберБанк, ВТБ24, ВКонтакте, РосАтом, ГосУслуги, МосБиржа, РусГидро, eLibrary и iPhone.",
        "Servicen MobilePay, NemID, SuperBrugsen, TV2News, DRTV, e-Boks, BoligSiden og NetOnNet, iPhone og eBay.",
        "Palvelu OmaVero, SuomiNet, HelMet, OmaKanta, NelonenMedia, VR-Yhtymä ja MiniSun, iPhone ja eKirja.",
        "Hizmet TürkTelekom, e-Devlet, BiTaksi, GetirYemek, AnadoluJet, ÇiçekSepeti, SunExpress ve iPhone'un.",
        "De app DigiD, PostNL, MijnOverheid, iDEAL, NSFlex, ING-app, KLM-AirFrance, VandeBron, IJmuiden en IJsselmeer.",
        "O serviço MBWay, eFatura, NovoBanco, PagSeguro, MercadoLivre, RedeTV, iFood, BuscaPé, AutoEsporte e UniBanco.",
        "A szolgáltatás NetPincér, eMAG, UniCredit, KiberPajzs, MiniCRM, DunaTV, TeleSport és iPhone.",
        "Η υπηρεσία myΑΑΔΕ, e-ΕΦΚΑ, gov.gr, COSMOTE, ΔΕΗ, ΕΚΑΒ, iPhone και YouTube.",
    ),
    "scripts without capitals": (
        "서비스는 iOS17.4와 Android14에서 작동하며 SK하이닉스, LG전자, KB국민은행, NH투자증권이 쓴다.",
        "サービスはiPhone15ProとAndroidで動く。JR東日本、NTTドコモ、YouTubeチャンネル、3.11の震災。",
        "यह सेवा iPhone15 और Android पर चलती है। डॉ.राम, प्रो.शर्मा, सं.3, रु.500, क्र.5 और मो.9812345678।",
        "الخدمة تعمل على iPhone15 و Android. د.محمد، أ.علي، ص.12، م.3، الخ.",
        'השירות עובד על iPhone15 ו-Android. ד"ר כהן, עו"ד לוי, צה"ל, ארה"ב, מס\'3, עמ\'12.',
    ),
    "abbreviations and initials": (
        "J.R.R.Tolkien, C.S.Lewis, T.S.Eliot, W.E.B.DuBois, A.A.Milne, E.T.A.Hoffmann, J.S.Bach, H.P.Lovecraft, G.W.F.Hegel.",
        "U.S.Army, U.N.Security Council, D.C.United, L.A.Lakers, N.Y.Times, E.U.Commission, U.K.Government, S.p.A.Italia.",
    ),
    "inches, keys and values": (
        '5\'10", 6\'2"Tall, 12" vinyl, 3/4", 24"Monitor, 19"Rack, 55"OLED, 27"QHD and a 13"MacBook.',
        "He said:Yes. Q:Why? A:Because. 1:Intro 2:Verse. CPU:Intel, RAM:16GB, SSD:512GB, OS:Windows11, GPU:RTX4090.",
        "Mo–Fr:9–17Uhr, Sa:10–14Uhr, So:geschlossen. Tel.:030/123456, Fax:030/123457, E-Mail:info@example.org, USt-IdNr.:DE123.",
        "Ingredients: Water,Sugar,Salt(2%),Vinegar;Contains:Milk,Soy. Energy:250kJ/60kcal. Fat:3g. Best before:05.2025.",
        "Größen:S,M,L,XL;Farben:Rot,Blau,Grün;Material:100%Baumwolle;Pflege:30°C.",
    ),
    "words of two parts": (
        "Lehrer*innen, Schüler:innen, Student_innen, LehrerInnen, BürgerInnen, Kolleg*Innen, der/die Ärzt:In und Mitarbeiter(innen).",
        "Rock'n'Roll, D'Artagnan, O'Neill's, N'Djamena, M'Bappé, L'Aquila, dell'Europa, all'Italia, qu'Emmanuel, aujourd'hui.",
        "HaShem, AlQaida, BinLaden, AbuBakr, DaSilva, VanDyke, DeNiro, DiMaggio, LaGuardia, LeMans, MacBeth, McKinsey, O'Hara, SanFrancisco.",
        "pH-Wert, kWh, MHz, GHz, dB(A), mSv, kPa, hPa, mmHg, GBit/s, MByte, kBit, km/h, l/100km, kWp, MWh, TWh, eV, keV, MeV.",
        "A–Z, Ost-West, Rhein-Main, Baden-Württemberg, Castrop-Rauxel, X-Ray, T-Shirt, E-Mail, U-Boot, S-Bahn, i-Tüpfelchen.",
    ),
}
PROSE = {
    "en": "The boats have left the harbour of the town, and the people who live there do not know when they will be back.",
    "de": "Die Schiffe haben den Hafen der Stadt verlassen, und die Leute wissen nicht, wann sie wieder zurück sein werden.",
}


@pytest.mark.parametrize("field", LINES)
def test_a_line_by_itself_stays_whole(field: str) -> None:
    for line in LINES[field]:
        document = repair(decode(line))
        assert [segment.text for segment in document.segments] == [line]
        assert document.edits == ()


@pytest.mark.parametrize("field", LINES)
@pytest.mark.parametrize("prose", PROSE.values(), ids=PROSE)
@pytest.mark.parametrize("glued", [False, True])
def test_a_line_beside_prose_stays_whole(field: str, prose: str, glued: bool) -> None:
    for line in LINES[field]:
        document = repair(decode(prose + ("" if glued else "\n") + prose + "\n" + line))
        assert [segment.text for segment in document.segments] == [prose, prose, line]
        assert document.edits == ()


# A whole text: names with a capital inside are many, and no sentence is run together.
TEXTS = {
    "changelog": """Changes in 4.2

Fixes
- The TimeKeeper raised a ValueError where the clock of the host stood still.
- HarbourMaster.close is called once, and nobody leaks a FileHandle.
- Removed RopeWriter and KnotReader; use the RopeFile class of the store.
- The setting sail.maxSpread is read as a number, sail.minSpread too.

Other
The SailMaker of old is gone. Whoever still has SailMaker files converts them with the PierTool.""",
    "code": '''from harbour.fleet import Boat

class NightFerry(harbour.Fleet):
    """Sails at night."""

    def leave(self, at="22:00", *, crew=None):
        self.log.Info("leaving", at)
        return {"left":"yes","crew":self.Crew(crew),"lamps":[Lamp.Red,Lamp.Green]}''',
    "markup": """## Using the `FerryClient`

Create a client with `FerryClient(port)`; a wrong port raises a PortError. The answer is a TimeTable, with
`table.Rows` for what sails today. See also the TideReader and `{"port":"Kiel","day":"Monday"}`.""",
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_about_programs_has_no_joints_but_its_line_ends(name: str) -> None:
    document = repair(decode(TEXTS[name]))
    assert {segment.rule for segment in document.segments} == {"joint/line-end"}
    assert not [edit for edit in document.edits if any(rule.startswith(("joint/", "quote/")) for rule in edit.rules)]
