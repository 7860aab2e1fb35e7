"""One date out of a field value: forms of newspapers in forty languages, what must be a problem, what must not cost."""

import sys
from datetime import date, datetime
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndclean import dates

# (text, language or None, the value in ISO 8601)
READ = [
    ("Posted at 2013-12-30T14:42:01-0700", None, "2013-12-30T14:42:01-07:00"),
    ("2025-04-17T05:00:00Z", None, "2025-04-17T05:00:00+00:00"),
    ("20250417T050000Z", None, "2025-04-17T05:00:00+00:00"),
    ("2025-W16-4", None, "2025-04-17"),
    ("2025-107", None, "2025-04-17"),
    ("2025W164", None, "2025-04-17"),
    ("20250417", None, "2025-04-17"),
    ("2025-04-17T05:00+0200", None, "2025-04-17T05:00:00+02:00"),
    ("2025-04-17T05", None, "2025-04-17T05:00:00"),
    ("2025-04-17 05:00:00.123456+02:00", None, "2025-04-17T05:00:00.123456+02:00"),
    ("2025-04-16T24:00:00", None, "2025-04-17T00:00:00"),
    ("2013-12-30T14:42:01-0700", None, "2013-12-30T14:42:01-07:00"),
    ("2013-12-30 16:42:01-05", None, "2013-12-30T16:42:01-05:00"),
    ("2025/04/17", None, "2025-04-17"),
    ("2025/04/17-05:00", "ja", "2025-04-17T05:00:00"),
    ("2025.04.17", None, "2025-04-17"),
    ("2025. 4. 17.", None, "2025-04-17"),
    ("2025. 04. 17. 오전 5:00", "ko", "2025-04-17T05:00:00"),
    ("2025.04.17 17:05", "ko", "2025-04-17T17:05:00"),
    ("2025-04-17 오후 5:05", "ko", "2025-04-17T17:05:00"),
    ("2025년 4월 17일 목요일", "ko", "2025-04-17"),
    ("2025년 4월 17일 오후 5시 5분", "ko", "2025-04-17T17:05:00"),
    ("입력 2025.04.17 (05:00)", "ko", "2025-04-17T05:00:00"),
    ("2025年4月17日(木) 17時05分", "ja", "2025-04-17T17:05:00"),
    ("2025年4月17日 17時05分", "ja", "2025-04-17T17:05:00"),
    ("令和7年4月17日", "ja", "2025-04-17"),
    ("2025年4月17日木曜日", "ja", "2025-04-17"),
    ("2025/04/17 17:05", "ja", "2025-04-17T17:05:00"),
    ("２０２５年４月１７日", "ja", "2025-04-17"),
    ("2025年04月17日 05:00", "zh", "2025-04-17T05:00:00"),
    ("2025年4月17日星期四", "zh", "2025-04-17"),
    ("2025-04-17 05:00 星期四", "zh", "2025-04-17T05:00:00"),
    ("二〇二五年四月十七日", "zh", "2025-04-17"),
    ("民國114年4月17日", "zh", "2025-04-17"),
    ("2025年4月17日 下午5:05", "zh", "2025-04-17T17:05:00"),
    ("2025 年 4 月 17 日", "zh", "2025-04-17"),
    ("Thu, 17 Apr 2025 05:00:00 GMT", None, "2025-04-17T05:00:00+00:00"),
    ("17 Apr 2025 05:00 +0000", None, "2025-04-17T05:00:00+00:00"),
    ("Thu Apr 17 05:00:00 2025", None, "2025-04-17T05:00:00"),
    ("Thu Apr 17 05:00:00 UTC 2025", None, "2025-04-17T05:00:00+00:00"),
    ("April 17, 2025 at 5:05 p.m. EDT", None, "2025-04-17T17:05:00-04:00"),
    ("April 17, 2025, 5:05 pm", None, "2025-04-17T17:05:00"),
    ("Apr. 17, 2025 05:00 AM IST", None, "2025-04-17T05:00:00"),
    ("17th April 2025", None, "2025-04-17"),
    ("April 17th, 2025", None, "2025-04-17"),
    ("the 17th of April, 2025", None, "2025-04-17"),
    ("5:00 AM, April 17, 2025", None, "2025-04-17T05:00:00"),
    ("05:00 GMT, 17 April 2025", None, "2025-04-17T05:00:00+00:00"),
    ("16:01 July 15, 2023", None, "2023-07-15T16:01:00"),
    ("Apr 17 2025 | 7:32 AM IST", None, "2025-04-17T07:32:00"),
    ("Friday, 22 Nov 2024 4:55 PM MYT", None, "2024-11-22T16:55:00+08:00"),
    ("Sept. 3, 2024", None, "2024-09-03"),
    ("Thursday April 17 2025", None, "2025-04-17"),
    ("APRIL 17, 2025", None, "2025-04-17"),
    ("17-Apr-25", None, "2025-04-17"),
    ("April 17 2025 5PM", None, "2025-04-17T17:00:00"),
    ("12:05 a.m. ET Apr. 17, 2025", None, "2025-04-17T00:05:00"),
    ("Donnerstag, 17. April 2025, 05:00 Uhr", "de", "2025-04-17T05:00:00"),
    ("17.4.2025, 5 Uhr", "de", "2025-04-17T05:00:00"),
    ("Do., 17.04.2025 - 05:00", "de", "2025-04-17T05:00:00"),
    ("17. Jänner 2025", "de", "2025-01-17"),
    ("17.04.25, 05:00 Uhr", "de", "2025-04-17T05:00:00"),
    ("17. März 2025 um 05.00 Uhr", "de", "2025-03-17T05:00:00"),
    ("Do 17.04.2025 | 05:00 Uhr", "de", "2025-04-17T05:00:00"),
    ("14.11.2016 – 13:53", "de", "2016-11-14T13:53:00"),
    ("17.04.2025 um 05:00 Uhr MESZ", "de", "2025-04-17T05:00:00+02:00"),
    ("jeudi 17 avril 2025 à 05h00", "fr", "2025-04-17T05:00:00"),
    ("17/04/2025 à 17:05", "fr", "2025-04-17T17:05:00"),
    ("1er avril 2025", "fr", "2025-04-01"),
    ("17 avr. 2025 - 17h05", "fr", "2025-04-17T17:05:00"),
    ("Le 17 avril 2025 à 5h", "fr", "2025-04-17T05:00:00"),
    ("17 août 2025", "fr", "2025-08-17"),
    ("17 FEVRIER 2025", "fr", "2025-02-17"),
    ("18 juil. 2024 à 08:01", "fr", "2024-07-18T08:01:00"),
    ("30/04/2024 - 16:00", "fr", "2024-04-30T16:00:00"),
    ("mar. 15 avr. 2025", "fr", "2025-04-15"),
    ("jueves, 17 de abril de 2025 a las 05:00", "es", "2025-04-17T05:00:00"),
    ("17 de abril del 2025", "es", "2025-04-17"),
    ("17/04/2025 05:00h", "es", "2025-04-17T05:00:00"),
    ("17 abr 2025 - 17:05 CEST", "es", "2025-04-17T17:05:00+02:00"),
    ("Lunes, 2 diciembre 2024 - 02:24", "es", "2024-12-02T02:24:00"),
    ("17 ABR. 2025", "es", "2025-04-17"),
    ("abril 17, 2025", "es", "2025-04-17"),
    ("17 de setiembre de 2025", "es", "2025-09-17"),
    ("giovedì 17 aprile 2025, ore 05:00", "it", "2025-04-17T05:00:00"),
    ("17 aprile 2025 alle 17:05", "it", "2025-04-17T17:05:00"),
    ("17/04/2025 alle ore 05.00", "it", "2025-04-17T05:00:00"),
    ("28 luglio 202010:43", "it", "2020-07-28T10:43:00"),
    ("Gio, 17 Apr 2025", "it", "2025-04-17"),
    ("l'8 aprile 2025", "it", "2025-04-08"),
    ("17 de abril de 2025 às 05h00", "pt", "2025-04-17T05:00:00"),
    ("quinta-feira, 17 de abril de 2025", "pt", "2025-04-17"),
    ("17/04/2025 17h05", "pt", "2025-04-17T17:05:00"),
    ("07 abril 2011 às 18h39", "pt", "2011-04-07T18:39:00"),
    ("17 Abr 2025, 17:05", "pt", "2025-04-17T17:05:00"),
    ("17.abr.2025", "pt", "2025-04-17"),
    ("17 april 2025 om 05:00", "nl", "2025-04-17T05:00:00"),
    ("donderdag 17 april 2025", "nl", "2025-04-17"),
    ("17-04-2025 05:00", "nl", "2025-04-17T05:00:00"),
    ("do 17 apr. 2025, 05:00 uur", "nl", "2025-04-17T05:00:00"),
    ("17. april 2025 kl. 05.00", "da", "2025-04-17T05:00:00"),
    ("torsdag den 17. april 2025", "da", "2025-04-17"),
    ("17. apr. 2025 kl. 05:00", "da", "2025-04-17T05:00:00"),
    ("torsdag 17. april 2025 kl. 05:00", "nb", "2025-04-17T05:00:00"),
    ("17.04.2025 05:00", "nb", "2025-04-17T05:00:00"),
    ("17 april 2025 kl 05.00", "sv", "2025-04-17T05:00:00"),
    ("17/4 2025", "sv", "2025-04-17"),
    ("5/4 2025", "sv", "2025-04-05"),
    ("torsdag 17 april 2025", "sv", "2025-04-17"),
    ("fimmtudagur 17. apríl 2025 kl. 05:00", "is", "2025-04-17T05:00:00"),
    ("17.4.2025 klo 5.00", "fi", "2025-04-17T05:00:00"),
    ("17. huhtikuuta 2025", "fi", "2025-04-17"),
    ("torstai 17.4.2025", "fi", "2025-04-17"),
    ("17. aprill 2025 kell 05:00", "et", "2025-04-17T05:00:00"),
    ("2025. gada 17. aprīlis", "lv", "2025-04-17"),
    ("17. aprīlis, 2025, plkst. 05:00", "lv", "2025-04-17T05:00:00"),
    ("2025 m. balandžio 17 d.", "lt", "2025-04-17"),
    ("2025 m. balandžio 17 d. 05:00", "lt", "2025-04-17T05:00:00"),
    ("2025.04.17 05:00", "lt", "2025-04-17T05:00:00"),
    ("17 kwietnia 2025, godz. 05:00", "pl", "2025-04-17T05:00:00"),
    ("czwartek, 17 kwietnia 2025 r.", "pl", "2025-04-17"),
    ("17.04.2025 o godz. 05:00", "pl", "2025-04-17T05:00:00"),
    ("17. dubna 2025 v 5:00", "cs", "2025-04-17T05:00:00"),
    ("17. 4. 2025 5:00", "cs", "2025-04-17T05:00:00"),
    ("čtvrtek 17. dubna 2025", "cs", "2025-04-17"),
    ("17. apríla 2025 o 05:00", "sk", "2025-04-17T05:00:00"),
    ("17. april 2025 ob 5.00", "sl", "2025-04-17T05:00:00"),
    ("17. travnja 2025. u 05:00", "hr", "2025-04-17T05:00:00"),
    ("17. listopada 2025.", "hr", "2025-10-17"),
    ("17 listopada 2025", "pl", "2025-11-17"),
    ("17. april 2025. u 05:00", "sr", "2025-04-17T05:00:00"),
    ("17. априла 2025.", "sr", "2025-04-17"),
    ("17 апреля 2025, 05:00", "ru", "2025-04-17T05:00:00"),
    ("17 апреля 2025 г. в 05:00 МСК", "ru", "2025-04-17T05:00:00+03:00"),
    ("четверг, 17 апреля 2025 года", "ru", "2025-04-17"),
    ("17 апр. 2025 г.", "ru", "2025-04-17"),
    ("05:00, 17 апреля 2025", "ru", "2025-04-17T05:00:00"),
    ("17 квітня 2025 о 05:00", "uk", "2025-04-17T05:00:00"),
    ("17 квітня 2025 року", "uk", "2025-04-17"),
    ("17 красавіка 2025", "be", "2025-04-17"),
    ("17 април 2025 г., 05:00 ч.", "bg", "2025-04-17T05:00:00"),
    ("четвъртък, 17 април 2025", "bg", "2025-04-17"),
    ("17 април 2025", "mk", "2025-04-17"),
    ("17 aprilie 2025, ora 05:00", "ro", "2025-04-17T05:00:00"),
    ("joi, 17 aprilie 2025", "ro", "2025-04-17"),
    ("2025. április 17. 05:00", "hu", "2025-04-17T05:00:00"),
    ("2025. április 17., csütörtök", "hu", "2025-04-17"),
    ("2025.04.17. 05:00", "hu", "2025-04-17T05:00:00"),
    ("17 Απριλίου 2025, 05:00", "el", "2025-04-17T05:00:00"),
    ("Πέμπτη 17 Απριλίου 2025", "el", "2025-04-17"),
    ("17 Nisan 2025 Perşembe 05:00", "tr", "2025-04-17T05:00:00"),
    ("17 NİSAN 2025", "tr", "2025-04-17"),
    ("17 KASIM 2025", "tr", "2025-11-17"),
    ("17.04.2025 - 05:00", "tr", "2025-04-17T05:00:00"),
    ("17 prill 2025", "sq", "2025-04-17"),
    ("17 aprel 2025", "az", "2025-04-17"),
    ("2025 ж. 17 сәуір", "kk", "2025-04-17"),
    ("الخميس، 17 أبريل 2025", "ar", "2025-04-17"),
    ("17 أبريل/نيسان 2025", "ar", "2025-04-17"),
    ("١٧ أبريل ٢٠٢٥", "ar", "2025-04-17"),
    ("17 ابريل 2025 - 05:00", "ar", "2025-04-17T05:00:00"),
    ("الإثنين، 24 أغسطس 2020 09:23 ص", "ar", "2020-08-24T09:23:00"),
    ("الخميس 17 أفريل 2025", "ar", "2025-04-17"),
    ("17 نيسان 2025", "ar", "2025-04-17"),
    ("17/04/2025 05:05 م", "ar", "2025-04-17T17:05:00"),
    ("پنجشنبه ۲۸ فروردین ۱۴۰۴", "fa", "2025-04-17"),
    ("۱۴۰۴/۰۱/۲۸", "fa", "2025-04-17"),
    ("پنج\u200cشنبه، ۲۸ فروردین ۱۴۰۴ ساعت ۰۵:۰۰", "fa", "2025-04-17T05:00:00"),
    ("17 آوریل 2025", "fa", "2025-04-17"),
    ("17 اپریل 2025", "ur", "2025-04-17"),
    ("17 באפריל 2025", "he", "2025-04-17"),
    ("יום חמישי, 17 באפריל 2025", "he", "2025-04-17"),
    ("17.04.2025, 05:00", "he", "2025-04-17T05:00:00"),
    ("17 अप्रैल 2025", "hi", "2025-04-17"),
    ("गुरुवार, 17 अप्रैल 2025 05:00", "hi", "2025-04-17T05:00:00"),
    ("१७ अप्रैल २०२५", "hi", "2025-04-17"),
    ("17 Apr 2025, 05:00 PM", "hi", "2025-04-17T17:00:00"),
    ("১৭ এপ্রিল ২০২৫", "bn", "2025-04-17"),
    ("১৭ এপ্রিল ২০২৫, ০৫:০০", "bn", "2025-04-17T05:00:00"),
    ("17 ஏப்ரல் 2025", "ta", "2025-04-17"),
    ("17 ఏప్రిల్ 2025", "te", "2025-04-17"),
    ("17 เมษายน 2568", "th", "2025-04-17"),
    ("17 เม.ย. 2568 05:00 น.", "th", "2025-04-17T05:00:00"),
    ("๑๗ เมษายน ๒๕๖๘", "th", "2025-04-17"),
    ("17 เม.ย. 68", "th", "2025-04-17"),
    ("17 เม.ย. 2568 เวลา 05.00 น.", "th", "2025-04-17T05:00:00"),
    ("Thứ Năm, 17/04/2025 05:00", "vi", "2025-04-17T05:00:00"),
    ("Thứ tư, 22/10/2025, 19:25 (GMT+7)", "vi", "2025-10-22T19:25:00+07:00"),
    ("17 tháng 4, 2025", "vi", "2025-04-17"),
    ("ngày 17 tháng 4 năm 2025", "vi", "2025-04-17"),
    ("17/04/2025 | 17:05", "vi", "2025-04-17T17:05:00"),
    ("05:00 17/04/2025", "vi", "2025-04-17T05:00:00"),
    ("17 April 2025 05:00 WIB", "id", "2025-04-17T05:00:00+07:00"),
    ("Kamis, 17 Apr 2025 05:00 WIB", "id", "2025-04-17T05:00:00+07:00"),
    ("17 Agustus 2025 pukul 05.00", "id", "2025-08-17T05:00:00"),
    ("Khamis, 17 April 2025", "ms", "2025-04-17"),
    ("Abril 17, 2025", "fil", "2025-04-17"),
    ("17 Aprili 2025", "sw", "2025-04-17"),
    ("2025(e)ko apirilaren 17a", "eu", "2025-04-17"),
    ("17 d’abril de 2025", "ca", "2025-04-17"),
    ("17 d'abril del 2025 a les 05:00", "ca", "2025-04-17T05:00:00"),
    ("17 Ebrill 2025", "cy", "2025-04-17"),
    ("17 Aibreán 2025", "ga", "2025-04-17"),
    ("17 აპრილი 2025", "ka", "2025-04-17"),
    ("17 ապրիլի 2025", "hy", "2025-04-17"),
    ("Donderdag 17 April 2025", "af", "2025-04-17"),
    ("03/04/2025", "fr", "2025-04-03"),
    ("03/04/2025", "en-US", "2025-03-04"),
    ("03/04/2025", "en-GB", "2025-04-03"),
    ("04/04/2025", None, "2025-04-04"),
    ("04/17/2025", None, "2025-04-17"),
    ("17/04/2025", None, "2025-04-17"),
    ("Thu 03/04/2025", "en", "2025-04-03"),
    ("03.04.2025, 05:00 Uhr", None, "2025-04-03T05:00:00"),
    ("25.04.17", "ko", "2025-04-17"),
]

# No value and a problem: what cannot be, what could be two things, what hides something.
PROBLEMS = [
    ("17 Νισάν 2025", "el"),
    ("03/04/2025", "en"),
    ("03/04/2025", None),
    ("11.9.3015", "de"),
    ("11.9.20159", "de"),
    ("31 February 2025", "en"),
    ("30.02.2025", "de"),
    ("Wednesday, 17 April 2025", "en"),
    ("17 April 1534", "en"),
    ("April 2025", "en"),
    ("Tuesday, April 22", "en"),
    ("2025-02-30", "en"),
    ("2025-13-01", "en"),
    ("17² April 2025", "en"),
    ("17 April 2025 25:00", "en"),
    ("2025-04-17\u202e", "en"),
    ("2\u200b025-04-17", "en"),
    ("17 Аpril 2025", "en"),
    ("2 hours ago", "en"),
    ("19 شوال 1446", "ar"),
    ("2٠25-04-17", "en"),
    ("no date here", "en"),
    ("15:30 AM 17 April 2025", "en"),
    ("1" * 5000, None),
    ("1² April 2025", "en"),
    ("29 February 2023", "en"),
    ("17.04.2025 05:61", "de"),
    ("17 April 99999", "en"),
    ("30 اسفند 1404", "fa"),  # 1404 is no leap year
    ("listopad 17, 2025", None),  # October in Croatian, November in Czech and Polish
]


@pytest.mark.parametrize(("text", "language", "value"), READ)
def test_is_read(text: str, language: str | None, value: str) -> None:
    reading = dates.read(text, language=language)
    assert reading.problem is None
    assert reading.value is not None
    assert reading.value.isoformat() == value
    assert 0 <= reading.start < reading.end <= len(text)


@pytest.mark.parametrize(("text", "language"), PROBLEMS)
def test_is_a_problem_and_never_a_guess(text: str, language: str | None) -> None:
    reading = dates.read(text, language=language)
    assert reading.value is None
    assert reading.problem


def test_an_empty_value_is_no_problem() -> None:
    assert dates.read(" \n") == dates.Reading()


def test_where_it_stands() -> None:
    text = "Stand: 17. April 2025, 05:00 Uhr (aktualisiert)"
    reading = dates.read(text, language="de")
    assert text[reading.start : reading.end] == "17. April 2025, 05:00 Uhr"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Tuesday, April 22", "2025-04-22"),
        ("Montag, 5. Mai", "2025-05-05"),
        ("samedi 26 avril", "2025-04-26"),
        ("Sunday, December 28", "2025-12-28"),
        ("Do, 17.4.", "2025-04-17"),
        ("Friday, January 2", "2026-01-02"),
        ("April 18", "2025-04-18"),
        ("17 апреля", "2025-04-17"),
        ("4月17日", "2025-04-17"),
        ("December 28", None),  # no weekday, and too far away to be sure
        ("Monday, April 22", "2024-04-22"),
        ("Friday, April 22", None),  # 2022 and 2033 are too far away
        ("February 29", None),
    ],
)
def test_a_missing_year(text: str, value: str | None) -> None:
    reading = dates.read(text, near=date(2025, 4, 17))
    assert (reading.value and reading.value.isoformat()) == value
    assert (reading.problem is None) == (value is not None)
    assert dates.read(text).value is None


@pytest.mark.parametrize("text", ["Monday, April 21", "lundi 21 avril"])
@pytest.mark.parametrize("year", [1, 2, 1799, 9998, 9999])
def test_a_missing_year_at_the_ends_of_time(text: str, year: int) -> None:
    dates.read(text, near=date(year, 4, 17))


@pytest.mark.parametrize("language", sorted(dates.known_languages() - {"zh"}))  # 一月 17 is written by nobody
def test_every_month_of_every_language(language: str) -> None:
    """The names of the table come back as the months they name, with the language to tell homonyms apart."""
    for number, names in dates.month_names(language).items():
        for name in names:
            for text in (f"17 {name} 2025", f"{name} 17, 2025", f"17-{name.strip('.')}-2025"):
                reading = dates.read(text, language=language)
                if reading.value is None and " " in name and "-" in text:
                    continue
                assert reading.value == date(2025, number, 17), (text, reading)


@given(st.dates(date(1800, 1, 1), date(2100, 12, 31)))
def test_iso_comes_back(day: date) -> None:
    year, week, weekday = day.isocalendar()
    forms = [day.isoformat(), day.strftime("%Y%m%d"), f"{day:%Y-%j}", f"{year}-W{week:02}-{weekday}"]
    assert [dates.read(form).value for form in forms] == [day] * 4


@given(st.datetimes(datetime(1800, 1, 1), datetime(2100, 12, 31)))
def test_moments_come_back(moment: datetime) -> None:
    assert dates.read(moment.isoformat()).value == moment
    whole = moment.replace(microsecond=0)
    assert dates.read(f"{moment:%a, %d %b %Y %H:%M:%S}").value == whole
    assert dates.read(f"{moment:%B %d, %Y, %I:%M:%S %p}").value == whole


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("22 بهمن 1357", date(1979, 2, 11)),
        ("1 فروردین 1399", date(2020, 3, 20)),
        ("30 اسفند 1399", date(2021, 3, 20)),
        ("1 فروردین 1400", date(2021, 3, 21)),
        ("29 اسفند 1402", date(2024, 3, 19)),
        ("30 اسفند 1403", date(2025, 3, 20)),
        ("31 شهریور 1404", date(2025, 9, 22)),
        ("1 مهر 1404", date(2025, 9, 23)),
    ],
)
def test_the_persian_calendar(text: str, day: date) -> None:
    assert dates.read(text).value == day


@given(st.integers(1, 12), st.integers(1, 12), st.integers(1900, 2099))
def test_either_way_round_takes_a_language(one: int, other: int, year: int) -> None:
    text = f"{one:02}/{other:02}/{year}"
    if one != other:
        assert dates.read(text).value is None
    assert dates.read(text, language="fr").value == date(year, other, one)
    assert dates.read(text, language="en-US").value == date(year, one, other)


LINES = [
    "17 April 2025",
    "jeudi 17 avril 2025",
    "17.04.2025, 05:00 Uhr",
    "10:24",
    "à 09h42",
    "Monday, May 6",
    "5 MAI 2025",
    "May 6",
    "2025-04-17",
    "2025年4月17日 星期四",
    "Thứ tư, 22/10/2025, 19:25 (GMT+7)",
    "17 เม.ย. 2568 05:00 น.",
    "03.07.2024 - 18:24",
    "13:53 Uhr",
    "(April 17, 2025)",
    "17. apr. 2025 kl. 05.00",
    "05/03/2025",
    "Nov 6, 2025 10:15 AM EST",
    "Thu, 17 Apr 2025 05:00:00 +0200",
    "November 6, 2025 • 5:00 pm",
    "25 Kasım 2025 Salı",
    "sobota 8. listopadu 2025",
]
NO_LINES = [
    "",
    "2 April men",
    "May 6 people died",
    "In 2025",
    "April 2025",
    "2024",
    "3-1",
    "10 Downing Street",
    "31 February 2025",
    "12 Angry Men",
    "1984",
    "7/10",
    "5:1",
    "Top 10",
    "May I",
    "100 days",
    "3 de 4",
    "1. FC Köln 2:1",
    "Mars 2020",
    "17 April 2025 in Paris",
    "€5.00",
    "A 10",
    "24/7",
    "9/11",
    "2025-2026",
    "11 Sept attacks",
    "00:99",
    "May",
    "1" * 60,
]
AGO = [
    "2 hours ago",
    "an hour ago",
    "il y a 3 heures",
    "vor 5 Minuten",
    "vor 3 Std.",
    "hace 2 días",
    "há 2 horas",
    "2 ore fa",
    "3 часа назад",
    "2 години тому",
    "3小时前",
    "3 小時前",
    "3時間前",
    "5分前",
    "3시간 전",
    "2 uur geleden",
    "for 2 timer siden",
    "för 2 timmar sedan",
    "2 tuntia sitten",
    "2 godziny temu",
    "před 2 hodinami",
    "2 órája",
    "acum 2 ore",
    "πριν από 2 ώρες",
    "2 saat önce",
    "منذ 3 ساعات",
    "قبل 3 ساعات",
    "۳ ساعت پیش",
    "לפני 3 שעות",
    "2 घंटे पहले",
    "২ ঘণ্টা আগে",
    "2 ชั่วโมงที่แล้ว",
    "2 giờ trước",
    "2 jam lalu",
    "20 m ago",
    "5 mins ago",
    "3h ago",
    "1 month ago 10",
    "Yesterday, 17:20",
    "gestern, 17:20 Uhr",
    "Hier à 17:20",
    "just now",
    "Vandaag om 20:07",
    "pred 2 urami",
    "3h",
]
NOT_AGO = [
    "",
    "2 men ago",
    "long ago",
    "2 hours",
    "3 men",
    "10 years ago he died",
    "Today we fight",
    "in 3 hours we go",
]


@pytest.mark.parametrize("text", LINES)
def test_is_a_date_line(text: str) -> None:
    assert dates.is_date_line(text)


@pytest.mark.parametrize("text", [*NO_LINES, *AGO])
def test_is_no_date_line(text: str) -> None:
    assert not dates.is_date_line(text)


@pytest.mark.parametrize("text", AGO)
def test_is_relative(text: str) -> None:
    assert dates.is_relative_time(text)


@pytest.mark.parametrize("text", [*NOT_AGO, *LINES])
def test_is_not_relative(text: str) -> None:
    assert not dates.is_relative_time(text)


PIECES = st.sampled_from(
    [
        "17",
        "4",
        "2025",
        "68",
        "April",
        "avril",
        "mar.",
        "Do",
        "de",
        "kl.",
        "05",
        "5",
        ":",
        ".",
        "/",
        "-",
        ",",
        " ",
        "年",
        "月",
        "日",
        "tháng",
        "pm",
        "UTC",
        "+02",
        "(",
        ")",
        "٣",
        "۱۴۰۴",
        "令和",
        "พ.ศ.",
        "²",
        "\u202e",
        "\u200c",
        "\ud800",
        "T",
        "Z",
        "W",
    ]
)
ANY = st.text() | st.lists(PIECES, max_size=14).map("".join) | st.lists(PIECES, max_size=10).map(" ".join)


@given(ANY, st.sampled_from([None, "en", "en-US", "de", "fa", "th", "zh-Hant-HK", "no", "x", "", "-", "und"]))
def test_total(text: str, language: str | None) -> None:
    for near in (None, date(2025, 4, 17)):
        reading = dates.read(text, language=language, near=near)
        assert reading == dates.read(text, language=language, near=near)
        assert (reading.value is None) or (reading.problem is None)
        assert reading.value is None or reading.value.year in range(1799, 2102)
        assert (reading.value is None and reading.problem is None) == (not text[: dates.LONGEST].strip())
    assert dates.is_date_line(text) in (True, False)
    assert dates.is_relative_time(text) in (True, False)


@given(ANY)
def test_what_a_line_is_can_be_read_or_lacks_a_year_or_an_order(text: str) -> None:
    """A date line never holds something that `read` does not take for a date at all."""
    if dates.is_date_line(text) and not dates.hidden(text):
        problem = dates.read(text, near=date(2025, 4, 17)).problem or ""
        assert "relative" not in problem


@pytest.mark.parametrize(
    "piece", ["1", " ", "1 ", "1/", "April ", "年", ".", "(", "\u0301", "\u200b", "a.", "12:", "\ud800"]
)
def test_a_megabyte_of_it(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    assert dates.read(text).value is None
    assert not dates.is_date_line(text)
    assert not dates.is_relative_time(text)


def test_the_fallback_is_asked_last_and_only_where_nothing_was_found() -> None:
    asked: list[str] = []

    def fallback(text: str, language: str | None) -> date:
        asked.append(text)
        return date(2025, 4, 17)

    assert dates.read("the day after Easter", fallback=fallback).value == date(2025, 4, 17)
    assert dates.read("31 February 2025", fallback=fallback).value is None
    assert dates.read("03/04/2025", fallback=fallback).value is None
    assert dates.read("1 May 2025", fallback=fallback).value == date(2025, 5, 1)
    assert asked == ["the day after Easter"]


def test_dateparser_is_named_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "dateparser", None)
    with pytest.raises(ImportError, match=r"pip install 'syndclean\[dates\]'"):
        dates.with_dateparser("17 April 2025")


def test_dateparser_reads_what_the_table_does_not_and_invents_nothing() -> None:
    pytest.importorskip("dateparser")
    assert dates.read("17 di abrilo 2025").value is None
    assert dates.read("soon", fallback=dates.with_dateparser).value is None
    assert dates.read("in May", fallback=dates.with_dateparser).value is None


@pytest.mark.parametrize(
    ("text", "value", "problem"),
    [
        ("จันทร์ที่ 6 พฤษภาคม 2024", "2024-05-06", None),
        ("2025-W16", None, "the day is missing in '2025-W16'"),
        ("2025-W16-4", "2025-04-17", None),
        ("99990101", None, "the year in '99990101' is not one of 1800 to 2100"),
        ("2024-366", "2024-12-31", None),
        ("2025-366", None, "there is no such day as '2025-366'"),
        ("1403-01-01", None, "the year in '1403-01-01' is not one of 1800 to 2100"),
        ("2025-04-17 05:00 PM", "2025-04-17T17:00:00", None),
        ("01/02/03", None, "the order of day, month and year in '01/02/03' is not known"),
        ("۵ فروردین", None, "the year of the Persian calendar is missing or out of reach in '۵ فروردین'"),
        ("۵ فروردین ۱۴۰۳", "2024-03-24", None),
        ("17 April 2025 17:30 PM", "2025-04-17T17:30:00", None),
        ("17 April 2025 17:30 AM", None, "the time beside '17 April 2025' is before noon and after it at once"),
        ("17 April 2025 12:30 AM", "2025-04-17T00:30:00", None),
        ("17 April 2025 10:30 +0545", "2025-04-17T10:30:00+05:45", None),
        ("17 April 2025 10:30 -0930", "2025-04-17T10:30:00-09:30", None),
        ("17 April 2025 10:30 UTC+3", "2025-04-17T10:30:00+03:00", None),
        ("17 April 2025 10:30 +1400", "2025-04-17T10:30:00+14:00", None),
        ("17 April 2025 10:30 +1401", "2025-04-17T10:30:00", None),  # there is no such zone
        ("17 April 2025 10:30 +0575", "2025-04-17T10:30:00", None),
        ("17 April 2025 24:00", "2025-04-18T00:00:00", None),
        ("17 April 2025 24:01", None, "there is no such time as in '17 April 2025 24:01'"),
    ],
)
def test_what_lies_on_an_edge(text: str, value: str | None, problem: str | None) -> None:
    reading = dates.read(text)
    assert (reading.value and reading.value.isoformat(), reading.problem) == (value, problem)


def test_what_another_reader_finds_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert dates.read("the day after Easter", fallback=lambda text, language: date(3015, 4, 17)).value is None
    assert dates.read("the day after Easter", fallback=lambda text, language: None).value is None
    asked: list[object] = []

    def parse(text: str, languages: list[str] | None = None, settings: object = None) -> datetime | None:
        asked.append(languages)
        if languages == ["xx"]:
            raise ValueError("unknown language")
        return None if "never" in text else datetime(2025, 4, 17, 5, 30)

    monkeypatch.setitem(sys.modules, "dateparser", SimpleNamespace(parse=parse))
    assert dates.with_dateparser("17 di abrilo 2025", "en-US") == date(2025, 4, 17)
    assert dates.with_dateparser("17 di abrilo 2025 5:30", "xx") == datetime(2025, 4, 17, 5, 30)
    assert dates.with_dateparser("never") is None
    assert asked == [["en"], ["xx"], None, None]
