"""Dumps in the shapes of many houses and languages: links within an article, prompts, signatures, fields in a row."""

from datetime import date, datetime

import pytest
from weighing import blocks

from syndclean import Document, clean, facts
from syndclean.rules import cuts, fields, notices, phrases
from syndclean.steps import split
from syndclean.steps.sequence import BODY, FURNITURE

FERRY = (
    "The night ferry sails again from Friday, the harbour office of Port Ellery said on Monday. Residents of the "
    "island had waited six weeks for it."
)
POSTS = (
    "Two mooring posts were found cracked in January, and the eastern berth was closed at once. Divers have looked at "
    "all forty posts since then."
)
MONEY = (
    "The council has set aside money for a second quay, to be built in the summer. The minister will visit the site in "
    "May."
)
HEADING = "A second quay is planned"


def page(*lines: str) -> Document:
    return clean("\n".join(lines))


def article(*blocks: str) -> str:
    return "\n\n".join(blocks)


# ---- what leads elsewhere, within the article ----


@pytest.mark.parametrize(
    ("first", "link", "short", "others"),
    [
        (
            "تبحر العبّارة الليلية من جديد يوم الجمعة، كما أعلن مكتب الميناء. وكان سكان الجزيرة قد انتظروا ستة أسابيع.",
            "اقرأ أيضا: جدول العبّارات في الشتاء", "وعثر في يناير على عمودين متصدعين وأغلق الرصيف الشرقي على الفور.",
            ("الأكثر قراءة", "مخبز القرية يفوز بجائزة", "سقف جديد للمدرسة القديمة"),
        ),
        (
            "رات کی فیری جمعے سے دوبارہ چلے گی، بندرگاہ کے دفتر نے پیر کو بتایا۔ جزیرے کے لوگ چھ ہفتے سے منتظر تھے۔",
            "یہ بھی پڑھیں: سردیوں میں فیری کا شیڈول", "جنوری میں دو ستون ٹوٹے ہوئے ملے اور مشرقی گھاٹ بند کر دیا گیا۔",
            ("مزید خبریں", "گاؤں کی بیکری نے انعام جیت لیا", "پرانے اسکول کی نئی چھت"),
        ),
    ],
)
def test_behind_a_link_the_article_goes_on_with_a_short_sentence(
    first: str, link: str, short: str, others: tuple[str, ...]
) -> None:
    assert page(first, link, short, *others).text == article(first, short)


@pytest.mark.parametrize(
    "link",
    [
        "Xem thêm: Lịch phà mùa đông", "Baca juga: Jadwal feri musim dingin", "BACA: Jadual feri musim sejuk",
        "İlgili haber: Güney Adası feribotu gecikti", "İLGİLİ HABER: Güney Adası feribotu gecikti",
        "Olvasta már? Jön a téli kompmenetrend", "Citește și | Feriboturile întârzie",
        "VEZANE VIJESTI: Trajekti kasne",
        "Διαβάστε επίσης: Καθυστερούν τα πλοία", "Lasi arī: Kavējas prāmji", "Loe ka: Parvlaevad hilinevad",
        "Irakurri ere: Ferryak atzeratuta", "Et pot interessar: Nou horari dels ferris", "ये भी पढ़ें- नावें देरी से",
        "ఇది కూడా చదవండి: పడవలు ఆలస్యం", "மேலும் படிக்க: படகுகள் தாமதம்", "Կարդացեք նաև՝ Լաստանավերն ուշանում են",
        "Həmçinin oxuyun: Bərələr gecikir", "Тағы оқыңыз: Паромдар кешігуде", "Soma pia: Vivuko vyachelewa",
        "مزید پڑھیں: کشتیاں تاخیر کا شکار", "延伸閱讀：南島渡輪延誤", "อ่านเพิ่มเติม: เรือไปเกาะใต้ล่าช้า",
    ],
)  # fmt: skip
def test_a_link_in_the_middle_of_an_article_is_none_of_it_in_any_language(link: str) -> None:
    document = page(FERRY, POSTS, link, MONEY)
    assert document.text == article(FERRY, POSTS, MONEY)
    assert [segment.role for segment in document.boilerplate] == ["read_more"]


@pytest.mark.parametrize("above", ["Read also: Southern island ferries delayed", "Photo: Joan Bell"])
def test_a_heading_below_a_link_or_a_credit_stays_with_its_article(above: str) -> None:
    document = page(FERRY, POSTS, above, HEADING, MONEY, f"{POSTS} {FERRY}")
    assert document.text == article(FERRY, POSTS, HEADING, MONEY, f"{POSTS} {FERRY}")


def test_a_headline_below_an_announcement_does_not() -> None:
    document = page(FERRY, POSTS, "Read also:", "Southern island ferries delayed", MONEY)
    assert document.text == article(FERRY, POSTS, MONEY)


@pytest.mark.parametrize(
    "line",
    [
        "Most read stories: they stood in the paper of the town.",  # a sentence
        "Trending: ferries on the rise",  # one word may be anything
        "Original article: The Pier Post",  # a key and its value
        "The ferry: a history",
    ],
)
def test_not_everything_with_a_colon_leads_elsewhere(line: str) -> None:
    found = phrases.entry(line)
    assert found is None or found.what != "boilerplate/read_more"


# ---- pictures ----


@pytest.mark.parametrize(
    "credit", ["Foto: Joan Bell", "Фото: Иван Серов", "Φωτογραφία: Νίκος Βασιλείου", "Credit: Joan Bell"]
)
def test_the_paragraphs_above_the_credit_of_a_picture_stay_with_the_article(credit: str) -> None:
    spoken = "“We have waited long enough,” said the baker, who had baked for nobody since January."
    document = page("Night ferry sails again", "3 March 2025", FERRY, spoken, credit, POSTS, MONEY)
    assert document.text == article(FERRY, spoken, POSTS, MONEY)
    assert [segment.role for segment in document.footer] == ["credit"]


def test_an_abbreviation_is_no_sentence_before_a_notice() -> None:
    assert [segment.text for segment in page(FERRY, POSTS, "Fot. PAP/Ewa Lis").footer] == ["Fot. PAP/Ewa Lis"]


def test_a_caption_above_its_credit_still_goes_with_it() -> None:
    caption = "The night ferry in the harbour of Port Ellery before it sailed."
    head = ("Night ferry sails again", "3 March 2025")
    document = page(*head, caption, "Photo: Joan Bell", FERRY, POSTS, f"{MONEY} {FERRY}")
    assert caption not in document.text


# ---- an article's own lists ----


@pytest.mark.parametrize(
    "items",
    [
        ("Trois dates à retenir :", "• 12 mars : ouverture du quai est", "• 1er avril : examen", "• 5 mai : visite"),
        ("Lịch chạy phà như sau:", "- 8h00: từ Ellery", "- 12h30: từ đảo Nam"),
        ("Feribot saatleri şöyle:", "08.00 – Ellery", "12.30 – Güney Adası", "18.00 – Ellery"),
        ("The office gave the times of the boats on Monday.", "1. At eight from Ellery", "2. At noon from the island"),
    ],
)
def test_the_items_of_an_article_s_own_list_stay_with_it(items: tuple[str, ...]) -> None:
    document = page(FERRY, POSTS, *items, MONEY, f"{FERRY} {MONEY}")
    assert document.text == article(FERRY, POSTS, *items, MONEY, f"{FERRY} {MONEY}")


@pytest.mark.parametrize(
    "others",
    [
        ("Read also:", "• Water tower", "• Village bakery"),
        ("A few more:", "• Water tower becomes a museum in the spring", "• Village bakery wins a regional prize again"),
    ],
)
def test_headlines_with_bullets_do_not(others: tuple[str, ...]) -> None:
    document = page(FERRY, POSTS, *others, MONEY, f"{FERRY} {MONEY}")
    assert document.text == article(FERRY, POSTS, MONEY, f"{FERRY} {MONEY}")


def test_nor_do_short_lines_behind_which_no_article_goes_on() -> None:
    assert page(FERRY, POSTS, f"{MONEY} {FERRY}", "More", "• Water tower", "• Old boats").text == article(
        FERRY, POSTS, f"{MONEY} {FERRY}"
    )


# ---- scripts whose sentences have no mark at their end ----


def test_paragraphs_in_thai_are_an_article_and_headlines_are_none() -> None:
    paragraphs = (
        "ท่าเรือเอลเลอรีกลับมาเปิดให้บริการอีกครั้งเมื่อวันจันทร์ หลังปิดซ่อมนานหกสัปดาห์ ตามแถลงการณ์ของสภาเทศบาล "
        "โดยเรือเฟอร์รีจะให้บริการวันละสองเที่ยวไปจนถึงสิ้นฤดูหนาว",
        "สภาได้จัดสรรงบประมาณสำหรับท่าเรือแห่งที่สองซึ่งจะก่อสร้างในฤดูร้อนปีหน้า รัฐมนตรีจะเดินทางมาตรวจพื้นที่ในเดือนพฤษภาคม",
    )
    others = ("ข่าวที่เกี่ยวข้อง", "ร้านเบเกอรีหมู่บ้านคว้ารางวัลด้วยสูตรเก่า", "หอถังน้ำเก่ากลายเป็นพิพิธภัณฑ์")
    document = page(*paragraphs, *others)
    assert document.text == article(*paragraphs)
    assert [segment.role for segment in document.boilerplate] == ["list_heading", "headline", "headline"]


def test_sentences_are_counted_where_a_danda_ends_them() -> None:
    last = "পরিষদ দ্বিতীয় ঘাটের জন্য অর্থ বরাদ্দ রেখেছে। মন্ত্রী মে মাসে এলাকা পরিদর্শন করবেন।"
    first = f"ছয় সপ্তাহ মেরামতের পর সোমবার এলেরি বন্দর আবার খুলে দেওয়া হয়েছে। {last} {last}"
    assert page(first, last, "ছবি: রহিম আলী").text == article(first, last)


# ---- fields in a row ----


@pytest.mark.parametrize(
    "row",
    [
        "Source link: https://pier.example/x Author: Jo Lind Publish date: 2025-03-12 08:15:00",
        "Source link: https://pier.example/xAuthor: Jo LindPublish date: 2025-03-12 08:15:00",
        "Source link: https://pier.example/x Author: Jo Lind Publish date: 2025-03-12 08:15:00© 2025 Pier Post",
        "Source link: https://pier.example/x Author: Jo Lind Publish date: 2025-03-12 08:15:00 "
        "Copyright for syndicated content belongs to the linked Source.",
    ],
)
@pytest.mark.parametrize("before", ["\n", " "])
def test_fields_that_run_into_each_other_are_parted(row: str, before: str) -> None:
    document = clean(f"{FERRY}\n{POSTS}{before}{row}")
    assert document.text == article(FERRY, POSTS)
    facts_ = document.metadata
    assert (facts_.source_url, facts_.authors) == ("https://pier.example/x", ("Jo Lind",))
    assert facts_.published_at == datetime(2025, 3, 12, 8, 15)
    assert (facts_.copyright is not None) == ("opyright" in row or "©" in row)


def test_a_date_before_its_source_is_parted_from_it() -> None:
    article_ = "埃勒里港在经过六周维修后于周一重新开放。" * 3
    metadata = page("港口重新开放", "2024-03-12 08:15 来源: 港口日报", article_).metadata
    assert (metadata.source_name, metadata.published_at) == ("港口日报", datetime(2024, 3, 12, 8, 15))


def test_a_byline_before_its_dates_is_parted_from_them() -> None:
    metadata = page(FERRY, POSTS, "By Jo Lind Published: 12 March 2025 Updated: 13 March 2025").metadata
    assert (metadata.authors, metadata.published_at, metadata.updated_at) == (
        ("Jo Lind",), date(2025, 3, 12), date(2025, 3, 13),
    )  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "Übersetzung: Jo Lind, Redaktion: Ann Roe, Schlussredaktion: Tom Hallam",  # credits that go on
        "Foto: Bild: Joan Bell",
        "Foto: Joan Bell Bild: Tom Hallam",
        "Source: he said that the author: a man of many words, had left",
        "Author: Jo Lind Publish date : 2025-04-17ThePierThe boats left the harbour.",  # who knows where the date ends
        "Los geht es: von Montag an für 49 Euro. Bild: Joan Bell",
    ],
)
def test_a_row_of_which_a_piece_is_no_field_stays_whole(line: str) -> None:
    assert cuts._between_keys(line) == []


def test_two_dates_without_a_colon_are_parted_at_the_longest_key() -> None:
    line = "Publié le 30 août 2023 à 14h52, modifié le 31 août 2023 à 15h54"
    assert [line[at:] for at in cuts.cuts(line)] == ["modifié le 31 août 2023 à 15h54"]
    line = "Publié le 12 mars 2024 à 08:15 - Mis à jour le 13 mars 2024 à 09:40"
    assert [line[at:] for at in cuts.cuts(line)] == ["Mis à jour le 13 mars 2024 à 09:40"]
    line = "Mar 12, 2025 Updated Mar 13, 2025"
    assert [line[at:] for at in cuts.cuts(line)] == ["Updated Mar 13, 2025"]


ROW = ("Source: Pier Courier", "Author: Jo Lind", "Published: 3 May 2025", "Link: https://pier.example/ferry/20",
       "© 2025 Pier Courier.")
REIHE = ("Link zum Artikel: https://hafen.example/9hafen.html", "Quelle: Hafenblatt", "Aktualisiert: 6. 5. 2025 8:15",
         "Alle Rechte vorbehalten.")
RYAD = ("Источник: Портовый вестник", "Автор: Анна Морозова", "Обновлено: 6 мая 2025",
       "Ссылка на источник: https://port.example/7715", "© 2025 Портовый вестник.")
RAD = ("Kilde: Havneposten", "Publisert: 6. januar 2026", "Forfatter: Jo Li O’Neill",
       "Lenke til saken: https://havn.example/li.343191", "© 2026 Havneposten. Alle rettigheter forbeholdt.")


@pytest.mark.parametrize("sep", [" | ", " • ", " ", "\t", "  ", "; "], ids=ascii)
@pytest.mark.parametrize("pieces", [ROW, REIHE, RYAD, RAD], ids=["en", "de", "ru", "nb"])
def test_a_flat_footer_is_parted_at_its_bars_or_its_keys(sep: str, pieces: tuple[str, ...]) -> None:
    document = page(FERRY, POSTS, sep.join(pieces))
    assert [segment.text.rstrip(" |•-/;") for segment in document.segments][2:] == list(pieces)
    assert document.text == article(FERRY, POSTS)
    assert not any(field.value.endswith((" ", "|", "•", "-", ";")) for field in document.metadata.fields if field.key)


@pytest.mark.parametrize(
    ("line", "published", "updated"),
    [
        ("Jo Lind, Pier Post | Posted: March 12, 2024 8:15 AM", datetime(2024, 3, 12, 8, 15), None),
        ("Tue 12 Mar 2024 08.15 Last modified on Wed 13 Mar 2024 09.40", datetime(2024, 3, 12, 8, 15),
         datetime(2024, 3, 13, 9, 40)),
    ],
)
def test_a_date_above_the_article_is_its_own_whatever_shares_the_line(
    line: str, published: datetime, updated: datetime | None
) -> None:
    metadata = page("Night ferry sails again after six weeks", line, FERRY, POSTS).metadata
    assert metadata.title == "Night ferry sails again after six weeks"
    assert (metadata.published_at, metadata.updated_at) == (published, updated)


@pytest.mark.parametrize("end", ["released 30 November 2023", "released 30 November 2023 8:15"])
def test_a_date_behind_a_word_parts_no_line_that_nobody_knows(end: str) -> None:
    line = f"Handed on by Meridian Features · MF-310 · {end}"  # somebody's own rule may know it whole
    assert [segment.text for segment in page("Night ferry sails again", FERRY, POSTS, line).segments][-1] == line


@pytest.mark.parametrize("dash", ["-", "–", "—", "/"])
def test_a_dash_between_two_fields_is_of_neither(dash: str) -> None:
    line = f"Link: https://pier.example/ferry/20 {dash} Source: Pier Courier {dash} Published: 3 May 2025"
    metadata = page(FERRY, POSTS, line).metadata
    assert (metadata.source_url, metadata.source_name) == ("https://pier.example/ferry/20", "Pier Courier")
    assert metadata.published_at == date(2025, 5, 3)


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("Source: Pier PostAuthor: Jo Lind", ("Source: Pier Post", "Author: Jo Lind")),
        ("Agency: AFPSource: Pier Post", ("Agency: AFP", "Source: Pier Post")),
        ("Link: https://pier.example/ferry/Last Updated: 3 May 2025",
         ("Link: https://pier.example/ferry/", "Last Updated: 3 May 2025")),
        ("Link: https://pier.example/20© 2025 Pier Post", ("Link: https://pier.example/20", "© 2025 Pier Post")),
        ("Link: https://pier.example/2 All rights reserved.", ("Link: https://pier.example/2", "All rights reserved.")),
        ("Author: Jo LindCopyright © 2025 Pier Post", ("Author: Jo Lind", "Copyright © 2025 Pier Post")),
        ("Agency:Copyright: Pier Post", ("Agency:", "Copyright: Pier Post")),
        ("Source: Pier Post This article is republished from Pier Post under a Creative Commons license.",
         ("Source: Pier Post", "This article is republished from Pier Post under a Creative Commons license.")),
        ("Source: Pier Post (Reporting by Jo Lind)", ("Source: Pier Post", "(Reporting by Jo Lind)")),
        ("Source: The Copyright Post", ("Source: The Copyright Post",)),
        ("Link: https://pier.example/Old-Harbour/The-Pier", ("Link: https://pier.example/Old-Harbour/The-Pier",)),
    ],
)
def test_so_it_is_where_one_field_is_glued_to_the_next(line: str, pieces: tuple[str, ...]) -> None:
    document = page(FERRY, POSTS, line)
    assert [segment.text for segment in document.segments][2:] == list(pieces)


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("Trending1. Village bakery wins prize2. The old lighthouse shines again3. Who painted it?",
         ("Trending", "1. Village bakery wins prize", "2. The old lighthouse shines again", "3. Who painted it?")),
        ("Agentur: dpaMeistgelesen- Dorfbäckerei gewinnt Preis- Der alte Leuchtturm leuchtet- Wer strich den Steg?",
         ("Agentur: dpa", "Meistgelesen", "- Dorfbäckerei gewinnt Preis", "- Der alte Leuchtturm leuchtet",
          "- Wer strich den Steg?")),
        ("Posted: 3 May 2025Related articles:Village bakery wins first prizeThe old lighthouse will shine again",
         ("Posted: 3 May 2025", "Related articles:", "Village bakery wins first prize",
          "The old lighthouse will shine again")),
        ("1. Village bakery wins prize2. The old lighthouse shines again3. Who painted it?",
         ("1. Village bakery wins prize", "2. The old lighthouse shines again", "3. Who painted it?")),
    ],
)
def test_items_that_are_glued_are_parted_behind_what_announces_them_or_in_their_order(
    line: str, pieces: tuple[str, ...]
) -> None:
    assert [segment.text for segment in page(FERRY, POSTS, line).segments][2:] == list(pieces)


def test_numbers_that_are_in_no_order_part_nothing() -> None:
    line = "1. FC Kiel gewann2. Bundesliga7. Spieltag"
    assert cuts.cuts(line) == []


def test_a_row_of_fields_is_found_in_a_line_that_goes_on_with_furniture() -> None:
    row = "Source: Pier CourierAuthor: Jo LindLink: https://pier.example/ferry/20Published: 3 May 2025"
    titles = "".join(f"Village number {'abcdefghijklmno'[n]} wins its prize at the fair by the sea" for n in range(12))
    metadata = page(FERRY, POSTS, f"{row}Trending{titles}").metadata
    assert (metadata.source_name, metadata.authors) == ("Pier Courier", ("Jo Lind",))
    assert (metadata.source_url, metadata.published_at) == ("https://pier.example/ferry/20", date(2025, 5, 3))


def test_a_notice_at_the_end_of_what_was_cut_off_a_row_is_cut_as_well() -> None:
    row = "(Reporting by Jo Lind) Agency: AFP Link: https://pier.example/ferry/20 Published: 3 May 2025"
    document = page(FERRY, f"{POSTS} {row}")
    assert [segment.role for segment in document.footer] == ["credit", "agency", "source_link", "publish_date"]
    assert document.text == article(FERRY, POSTS)
    assert document.metadata.problems == ()


def test_a_slash_between_two_names_of_a_thing_parts_no_field() -> None:
    line = "HIV/SIDA: Kina je prijavila porast novih slučajeva oboljenja."
    assert page(FERRY, POSTS, line).text == article(FERRY, POSTS, line)


@pytest.mark.parametrize(
    ("line", "role", "value"),
    [("来源|港口日报", "source_name", "港口日报"), ("Աղբյուր՝ Նավահանգիստ թերթ", "source_name", "Նավահանգիստ թերթ")],
)
def test_other_signs_part_a_key_from_its_value(line: str, role: str, value: str) -> None:
    found = fields.pair(line)
    assert found is not None
    assert (found.role, found.value, found.known) == (role, value, True)


@pytest.mark.parametrize("line", ["港口|港口日报", "Տերը՝ Աննա Սարգսյան", "来源|港口|日报"])
def test_but_only_one_that_is_known(line: str) -> None:
    assert fields.pair(line) is None


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Publicado no arquivo: 17 de abril de 2025", "publish_date"),  # what `publicado` says of a date
        ("Aktualisierungszeit: 17.04.2025", "update_date"),  # begins as known words do
        ("撰稿人员：王芳", "author"),
        ("Mots-clefs associés : ferry, port", "tags"),
    ],
)
def test_a_key_that_nobody_knows_is_read_by_its_words_and_its_value(line: str, role: str) -> None:
    found = fields.pair(line)
    assert found is not None
    assert (found.role, found.known) == (role, False)


@pytest.mark.parametrize(
    "line",
    [
        "Departure: 17.04.2025",  # no key has such a word
        "Pub: 17.04.2025",  # a short word is the beginning of too many
        "Publisher's photo: 17.04.2025",  # of such words some are of pictures
        "Fähre: Autorin Anna Ost",  # what the value says is no key
    ],
)
def test_where_its_words_tell_nothing_or_not_the_same_it_is_a_field(line: str) -> None:
    found = fields.pair(line)
    assert found is not None
    assert found.role == "field"


def test_what_such_a_key_announces_is_stated_and_the_key_kept() -> None:
    metadata = clean(f"{FERRY}\n{POSTS}\nAktualisierungszeit: 17.04.2025\nSource: The Pier Post").metadata
    assert metadata.updated_at == date(2025, 4, 17)
    assert [field.key for field in metadata.fields] == ["Aktualisierungszeit", "Source"]


# ---- headlines and bylines ----


def test_a_headline_between_a_section_and_a_byline_is_the_title() -> None:
    for below in (("Budi Santoso", "3 March 2025"), ("Author: Budi Santoso", "Published: 3 March 2025")):
        title = "Night ferry sails again after six weeks"
        metadata = page("Home > News > Local", title, *below, FERRY, POSTS, MONEY).metadata
        assert metadata.title == title
        assert metadata.authors == ("Budi Santoso",)


@pytest.mark.parametrize("section", ["Hasiera / Gizartea", "Vesti | Društvo", "Local News"])
@pytest.mark.parametrize("below", ["3 March 2025", "By Joan Bell"])
def test_a_section_above_the_headline_is_no_title(section: str, below: str) -> None:
    title = "Night ferry sails again after six weeks"
    document = page(section, title, below, FERRY, POSTS, MONEY)
    assert document.metadata.title == title
    assert [segment.role for segment in document.header][:2] == ["breadcrumb", "title"]


def test_a_short_headline_with_nothing_like_one_below_stays_the_title() -> None:
    assert page("Ferry sails", "3 March 2025", FERRY, POSTS, MONEY).metadata.title == "Ferry sails"
    assert page("Ferry sails again", "At last", "3 March 2025", FERRY, POSTS).metadata.title == "Ferry sails again"


@pytest.mark.parametrize("label", ["Local news", "The harbour of Port Ellery in May (Joan Bell)"])
def test_neither_a_label_nor_the_caption_of_a_picture_is(label: str) -> None:
    document = page("Home > News > Local", label, "Budi Santoso", "3 March 2025", FERRY, POSTS, MONEY)
    assert document.metadata.title != label


@pytest.mark.parametrize(
    ("line", "authors", "published"),
    [
        ("Margaret Oduya, Staff Reporter", ("Margaret Oduya",), None),
        ("By Margaret Oduya | Pier Post | March 12, 2025", ("Margaret Oduya",), date(2025, 3, 12)),
        ("홍길동 기자", ("홍길동",), None),
        ("Par Luc Marchand avec AFP", ("Luc Marchand",), None),
    ],
)
def test_bylines_name_their_authors(line: str, authors: tuple[str, ...], published: date | None) -> None:
    metadata = page("Night ferry sails again after six weeks", line, FERRY, POSTS, MONEY).metadata
    assert (metadata.authors, metadata.published_at) == (authors, published)


@pytest.mark.parametrize(
    "line", ["Margaret Oduya, Mayor of Ellery", "Margaret Oduya, 2025", "홍 기자", "Ferry, Reporter"]
)
def test_what_somebody_is_elsewhere_makes_no_byline(line: str) -> None:
    assert notices.byline(line) is None


@pytest.mark.parametrize(
    ("line", "article_"), [("Ni Jose Reyes", "fil"), ("Na Juma Hassan", "sw"), ("De Andrei Popa", "ro")]
)
def test_a_lead_that_is_a_name_elsewhere_is_known_by_its_language(line: str, article_: str) -> None:
    assert facts.authors(line, article_).authors == (line[3:],)
    assert facts.authors(line).authors == (line,)


# ---- signatures and notices behind the article ----


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("(jk)", "credit"), ("jk/ mal/", "credit"), ("（佐々木 健）", "author"), ("［共同］", "agency"),
        ("+44 (0)20 7946 0000", "contact"), ("Reach the reporter at jlind@pier.example.", "contact"),
        ("An earlier version of this story misstated the number of posts.", "disclaimer"),
        ("In einer früheren Version dieses Artikels war die Zahl der Poller falsch.", "disclaimer"),
        ("Syndikoidun sisällön tekijänoikeus kuuluu linkitetylle lähteelle.", "copyright"),
        ("Sendikasyon içeriğinin telif hakkı bağlantı verilen kaynağa aittir.", "copyright"),
        ("配信コンテンツの著作権はリンク先の配信元に帰属します。", "copyright"),
        ("배포된 콘텐츠의 저작권은 링크된 출처에 있습니다.", "copyright"),
        ("Auteursrecht voorbehouden. Niets uit deze uitgave mag worden overgenomen.", "copyright"),
    ],
)  # fmt: skip
def test_who_signed_and_whose_it_is(line: str, role: str) -> None:
    document = page(FERRY, POSTS, MONEY, line)
    assert document.text == article(FERRY, POSTS, MONEY)
    assert [segment.role for segment in document.footer] == [role]


def test_a_byline_a_date_and_a_time_between_bars_give_all_three() -> None:
    metadata = page("Night ferry sails again", "By Jo Lind | March 12, 2025 | 8:15 AM", FERRY, POSTS, MONEY).metadata
    assert (metadata.authors, metadata.published_at) == (("Jo Lind",), datetime(2025, 3, 12, 8, 15))


def test_a_newsroom_is_nobody() -> None:
    assert facts.authors("Haber Merkezi").authors == ()
    assert facts.authors("Haber: Elif Kaya").authors == ("Elif Kaya",)


def test_a_credit_that_is_an_agency_names_it() -> None:
    assert page(FERRY, POSTS, "(MTI)").metadata.agency == "MTI"


def test_a_korean_address_names_its_reporter() -> None:
    korean = "엘러리 항구가 6주간의 보수 공사를 마치고 월요일 다시 문을 열었다고 시의회가 성명을 통해 밝혔다."
    assert clean(f"{korean} {korean}\n홍길동 기자 hong@pier.example").metadata.authors == ("홍길동",)


@pytest.mark.parametrize(
    "line",
    [
        "The copyright of songs was changed in 2019, and the singers did not like it.",
        "The content of the law on copyright was never clear to those who had to live with it.",
        "İçeriğin telif hakkı tartışıldı.",
    ],
)
def test_who_writes_about_rights_reserves_none(line: str) -> None:
    assert not facts.copyright(line)


# ---- prompts ----


@pytest.mark.parametrize(
    "line",
    [
        "Follow us on Facebook for more stories from the coast", "Folgt unserem WhatsApp-Kanal",
        "Pratite naš Viber kanal",
        "Telegram kanalımıza abone olun ve haberleri kaçırmayın", "हमें व्हाट्सएप पर फॉलो करें", "Հետևեք մեզ Telegram-ում",
        "Ikuti kami di WhatsApp", "আমাদের ফেসবুক পেজে লাইক দিন", "Kövess minket Facebookon is", "Seko mums Facebook",
    ],
)  # fmt: skip
def test_who_asks_to_be_followed_is_the_site(line: str) -> None:
    document = page(FERRY, POSTS, MONEY, line)
    assert [segment.kind for segment in document.segments[-1:]] == ["boilerplate"]


@pytest.mark.parametrize(
    "line",
    ["Follow the mayor on Facebook", "“Follow us on Facebook,” the mayor said.", "Ikuti langkah ini di WhatsApp",
     "Our mayor is on Facebook", "Join us on the quay"],
)  # fmt: skip
def test_who_writes_about_networks_is_not(line: str) -> None:
    assert notices._follow(line) is None


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("vi", ("Có thể bạn quan tâm", "Chợ cá chuyển sang nhà mới", "Gửi bình luận", "Chia sẻ")),
        ("id", ("Rekomendasi untuk Anda", "Pasar ikan pindah ke gedung baru", "Tulis komentar Anda", "Bagikan")),
        ("hu", ("Ezek is érdekelhetik", "Új épületbe költözik a halpiac", "Szólj hozzá!", "Iratkozz fel!")),
        ("bg", ("Още по темата", "Рибният пазар се мести", "Напиши коментар", "Сподели")),
        ("ca", ("Et recomanem", "El mercat del peix es trasllada", "Deixa un comentari", "Subscriu-te")),
        ("eu", ("Irakurrienak", "Arrain azoka lekuz aldatuko da", "Utzi iruzkina", "Partekatu")),
        ("lt", ("Skaitomiausi straipsniai", "Žuvų turgus keliasi", "Rašyti komentarą", "Dalintis")),
        ("ka", ("მსგავსი სიახლეები", "თევზის ბაზარი გადადის", "კომენტარის დამატება", "გაზიარება")),
        ("kk", ("Ұқсас жаңалықтар", "Балық базары көшеді", "Пікір қалдыру", "Бөлісу")),
        ("bn", ("এ সম্পর্কিত আরও খবর", "মাছের বাজার সরছে", "আপনার মতামত লিখুন", "শেয়ার করুন")),
    ],
)
def test_the_furniture_of_smaller_languages_is_known_as_well(language: str, lines: tuple[str, ...]) -> None:
    document = page(FERRY, POSTS, f"{MONEY} {FERRY}", *lines)
    assert document.text == article(FERRY, POSTS, f"{MONEY} {FERRY}")
    known = [segment.language for segment in document.boilerplate if segment.rule.startswith("phrase/")]
    assert known == [language] * 3


@pytest.mark.parametrize(
    "credit", ["Foto di Anna Ost, ANSA", "Photo by Anna Ost, AP", "Fotos von Anna Ost, dpa", "Фото Анны Ост, ТАСС"]
)
def test_who_took_a_picture_for_an_agency_did_not_write_the_article(credit: str) -> None:
    for document in (page(FERRY, credit, POSTS), page(FERRY, POSTS, credit)):
        assert [s.role for s in document.segments if s.text == credit] == ["credit"]
        assert document.metadata.authors == ()
        assert document.text == article(FERRY, POSTS)


def test_two_sentences_above_a_field_are_a_paragraph_and_no_title() -> None:
    list_ = ("The boats sail:", "- 8h00: from Ellery", "- 12h30: from the island")
    document = page(FERRY, "Source: Pier Post", *list_, MONEY)
    assert document.text == article(FERRY, *list_, MONEY)
    assert document.metadata.source_name == "Pier Post"


def test_a_paragraph_that_ends_with_a_quotation_is_no_caption() -> None:
    said = "In januari vond men twee gescheurde bolders en ging de kade dicht. “Wij hebben alles gezien”, zei ze."
    assert page(FERRY, POSTS, said, "Beeld: ANP").text == article(FERRY, POSTS, said)


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("Source: ReutersTrending", ("Source: Reuters", "Trending")),
        ("Quelle: dpaMehr zum ThemaDorfbäcker gewinnt", ("Quelle: dpa", "Mehr zum Thema", "Dorfbäcker gewinnt")),
        ("TRENDINGVillage bakery wins prize", ("TRENDING", "Village bakery wins prize")),
        ("Tags: sea, harbourShareTweetEmail", ("Tags: sea, harbour", "Share", "Tweet", "Email")),
        ("Source: PierShareRelated articlesVillage bakery wins prize",
         ("Source: Pier", "Share", "Related articles", "Village bakery wins prize")),
        ("ShareWhatsAppLinkedInCopy link", ("Share", "WhatsApp", "LinkedIn", "Copy link")),
        ("Quelle: Tagesblatt | Teilen | Drucken", ("Quelle: Tagesblatt |", "Teilen |", "Drucken")),
        ("Quelle: Tagesblatt | Hafen", ("Quelle: Tagesblatt | Hafen",)),
        ("© 2025 The PostShareTweetTrending1. Village bakery wins2. The pier is open",
         ("© 2025 The Post", "Share", "Tweet", "Trending", "1. Village bakery wins", "2. The pier is open")),
        ("Source: DailyMail", ("Source: DailyMail",)),
        ("More from YouTube", ("More from YouTube",)),
        ("Source: PierPost", ("Source: PierPost",)),
        ("Date: 15/06/2024© 2024 Pier. Rights reserved.", ("Date: 15/06/2024", "© 2024 Pier. Rights reserved.")),
        ("Date: 15 June 2024. All rights reserved.", ("Date: 15 June 2024.", "All rights reserved.")),
    ],
)
def test_labels_of_a_site_are_parted_from_what_they_are_glued_to(line: str, pieces: tuple[str, ...]) -> None:
    document = page(FERRY, POSTS, line)
    assert [segment.text for segment in document.segments][2:] == list(pieces)
    assert document.text == article(FERRY, POSTS)


# ---- an article has prose ----

MENU = ("Home", "News", "Sport", "Subscribe")
SHORT = ("The ferry sails again from Friday.", "The council paid for the posts.", "It will not say how much.")


@pytest.mark.parametrize("last", ["Dog stops a train in the old town", "Would you like our news by mail?"])
def test_a_short_article_is_not_given_up_for_the_last_headline(last: str) -> None:
    behind = ("Read also", "Water tower becomes a museum", "Comments", "Most read", last)
    document = page(*MENU, "Night ferry sails again after six weeks", "3 March 2025", *SHORT, *behind)
    assert document.text == article(*SHORT)


def test_where_there_is_no_prose_something_is_the_article() -> None:
    assert page("Night ferry sails again").text == "Night ferry sails again"
    assert page("Share", "Night ferry sails again", "Share").text != ""


# ---- what stands last ----


def test_a_heading_and_a_headline_above_known_furniture_are_no_end_of_an_article() -> None:
    others = ("From our archive", "Water tower becomes a museum")
    assert page(FERRY, POSTS, *others, "Subscribe to our newsletter", "Log in").text == article(FERRY, POSTS)


@pytest.mark.parametrize(
    ("last", "behind"),
    [
        ((HEADING,), "Share"),  # here a text may have been cut off
        (("the wind has counted the garden", "and nobody was there to see", "how it began again"), "Share"),
        (("• The eastern quay", "• The bakery"), "Share"),
        (("Ellery 2 Southam 1", "Island 0 Northam 3"), "Share"),
        (("“We stay”", "“We do not”"), "Share"),
        ((HEADING, "Water tower becomes a museum"), "Author: Jo Lind"),
        ((HEADING, "Water tower becomes a museum"), "Nobody knows this"),
    ],
)
def test_other_lines_are_where_they_were_taken_for_it(last: tuple[str, ...], behind: str) -> None:
    weighed = blocks(FERRY, POSTS, *last, behind)
    states = [BODY] * (len(weighed) - 1) + [FURNITURE]
    assert split._without_last_headings(weighed, states) == states


def test_where_all_is_article_or_nothing_is_nothing_changes() -> None:
    weighed = blocks(FERRY, HEADING, "Water tower becomes a museum", "Share")
    for states in ([BODY] * 4, [FURNITURE] * 4, [FURNITURE, BODY, BODY, FURNITURE]):
        assert split._without_last_headings(weighed, states) == states


def test_what_is_told_at_the_end_of_those_who_wrote_is_no_article() -> None:
    life = "Jo Lind writes about harbours. Her first book came out in May."
    head = ("Night ferry sails again after six weeks", "By Jo Lind")
    for behind in ((), ("She lives in Port Ellery.",), ("Share",)):
        assert page(*head, FERRY, POSTS, MONEY, life, *behind).text == article(FERRY, POSTS, MONEY)
    assert life in page(*head, life, FERRY, POSTS, MONEY, MONEY[:-4]).text  # it is told of its subject
    assert life not in page(head[0], "By Ann Roe", FERRY, POSTS, MONEY, life).text
    assert "She is a baker." in page(head[0], "By Ann Roe", FERRY, POSTS, MONEY, "She is a baker.").text


@pytest.mark.parametrize("life", ["The author is a baker.", "L’autrice est marin.", "Kirjoittaja on kirjailija."])
def test_so_is_what_is_told_of_its_author_by_no_name(life: str) -> None:
    head = ("Night ferry sails again after six weeks", "By Jo Lind")
    assert page(*head, FERRY, POSTS, MONEY, f"{life[:-1]}, und so weiter.").text == article(FERRY, POSTS, MONEY)
    assert life not in page(*head, FERRY, POSTS, MONEY, f"{life[:-1]} of the island.").text
    assert life in page(*head, FERRY, POSTS, life, MONEY, POSTS[:-30] + " again.").text  # it goes on
    assert life in page(head[0], FERRY, POSTS, MONEY, life).text  # nobody says who wrote


def test_a_name_without_spaces_tells_it_as_well() -> None:
    head = ("河口镇木桥时隔三年重新开放", "记者 李小红", "2024年3月12日")
    first = "河口镇的木桥14日重新开放。三年前，一场大雨冲垮了桥墩，桥一直封闭。"
    body = (first, "工程花费约四百万元。", "镇长说，孩子们终于能按时到校了。", "桥上装了灯。")
    assert page(*head, *body, "李小红是本报驻河口镇的记者，著有两本散文集。").text == article(*body)
