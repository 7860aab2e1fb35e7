"""Write syndclean/rules/vocabulary/months.json: the words in which dates are written, out of CLDR by way of Babel.

Run it where Babel is installed (``pip install babel``); syndclean itself never imports it:

    python scripts/freeze_dates.py

Of every language below come all its regional locales (``de-AT`` says Jänner, ``ar-SY`` نيسان), in both widths and both
grammatical forms. What CLDR does not hold is in `ADDED`, which is short and says why.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import babel
from babel import localedata
from babel.core import get_cldr_version

OUT = Path(__file__).parents[1] / "syndclean" / "rules" / "vocabulary" / "months.json"

LANGUAGES = (  # noqa: SIM905  (forty lines of quotation marks otherwise)
    "af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km "
    "kn ko ku ky lb lo lt lv mk ml mn mr ms mt my nb ne nl nn pa pl ps pt ro ru si sk sl so sq sr sv sw ta te tg "
    "th tk tr "
    "uk ur uz vi xh yo zh zu"
).split()

_BASQUE = (
    "urtarril", "otsail", "martxo", "apiril", "maiatz", "ekain", "uztail", "abuztu", "irail", "urri", "azaro", "abendu",
)  # fmt: skip

# Forms that newspapers print and CLDR 47 does not hold: cases other than those of its patterns, transcriptions, short
# forms. Written by us.
ADDED: dict[str, dict[str, dict[str, list[str]]]] = {
    "en": {"months": {"9": ["sept"]}, "weekdays": {"1": ["tues"], "2": ["weds"], "3": ["thur", "thurs"]}},
    "fr": {"months": {"2": ["fevr"], "7": ["juill"]}},
    "de": {"months": {"3": ["mrz", "maerz"], "9": ["sept"]}, "weekdays": {"5": ["sonnabend"]}},
    "es": {"months": {"9": ["setiembre"], "1": ["ene"], "4": ["abr"]}},
    "it": {"months": {"9": ["sett"]}, "weekdays": {"0": ["lunedi"], "1": ["martedi"]}},
    "pt": {"weekdays": {"0": ["segunda"], "1": ["terca"], "2": ["quarta"], "3": ["quinta"], "4": ["sexta"]}},
    "lv": {"months": {  # locative, the case of a date in a sentence
        "1": ["janvārī"], "2": ["februārī"], "3": ["martā"], "4": ["aprīlī"], "5": ["maijā"], "6": ["jūnijā"],
        "7": ["jūlijā"], "8": ["augustā"], "9": ["septembrī"], "10": ["oktobrī"], "11": ["novembrī"],
        "12": ["decembrī"],
    }},
    "sr": {"months": {  # genitive
        "1": ["januara", "јануара"], "2": ["februara", "фебруара"], "3": ["marta", "марта"], "4": ["aprila", "априла"],
        "5": ["maja", "маја"], "6": ["juna", "јуна"], "7": ["jula", "јула"], "8": ["avgusta", "августа"],
        "9": ["septembra", "септембра"], "10": ["oktobra", "октобра"], "11": ["novembra", "новембра"],
        "12": ["decembra", "децембра"],
    }},
    "pl": {"months": {"9": ["wrzes"], "10": ["pazdz"]}},
    "ru": {"months": {"2": ["фев", "февр"], "9": ["сен", "сент"], "11": ["ноя", "нояб"]}},
    "uk": {"months": {"9": ["верес"], "11": ["лист", "листоп"]}},
    "tr": {"months": {"1": ["ock"], "2": ["şbt"]}},
    "id": {"months": {"8": ["agt", "ags", "agust"], "2": ["peb", "pebruari"], "11": ["nopember"]},
           "weekdays": {"4": ["jum'at"], "6": ["ahad"]}},
    "ms": {"months": {"8": ["ogos"]}},
    "hi": {"months": {"1": ["जनवरी"], "2": ["फरवरी"], "8": ["अगस्त"], "12": ["दिसम्बर", "दिसंबर"], "9": ["सितम्बर"],
                      "10": ["अक्टूबर"], "11": ["नवम्बर"]},
           "weekdays": {"3": ["बृहस्पतिवार", "वीरवार"]}},
    "ar": {"weekdays": {"0": ["الإثنين", "الاثنين"], "2": ["الأربعاء", "الاربعاء"]}},
    "fa": {"months": {"7": ["جولای"], "8": ["آگوست", "اوت"], "5": ["می"], "1": ["ژانویه"]}},
    "eu": {"months": {  # in front of the day: apirilaren 17a, apirilak 17
        str(n): [stem + "aren", stem + "ak", stem + "a"] for n, stem in enumerate(
            _BASQUE, 1)
    }},
    "zu": {"months": {"1": ["ujanuwari", "janawari"], "4": ["ephreli"], "6": ["juni"], "11": ["novemba"]}},
}  # fmt: skip

# Short forms of a relative time as sites print them, and words for the day; `{0}` is the number. Written by us: Babel
# does not carry CLDR's relative days.
AGO = {
    "en": ["{0} mins ago", "{0} min ago", "{0} hrs ago", "{0} hr ago", "{0}m ago", "{0}h ago", "{0}d ago", "{0}w ago",
           "{0}s ago", "{0}m", "{0}h", "{0}d", "{0}w", "an hour ago", "a minute ago", "a day ago", "a week ago",
           "a month ago", "a year ago", "about {0} hours ago", "about an hour ago", "over {0} years ago",
           "almost {0} years ago",
           "a few seconds ago", "a few minutes ago", "moments ago", "just now", "last week", "last month"],
    "de": ["vor einer stunde", "vor einem tag", "vor einer minute", "vor einer woche", "vor {0} min", "vor {0} std",
           "gerade eben", "soeben", "vor kurzem", "vor wenigen minuten", "vor einem monat", "vor einem jahr"],
    "fr": ["il y a une heure", "il y a un jour", "il y a une minute", "il y a {0} min", "il y a {0}h", "à l'instant",
           "il y a quelques minutes", "il y a une semaine", "il y a un mois", "il y a un an"],
    "es": ["hace una hora", "hace un día", "hace un minuto", "hace {0} min", "hace {0}h", "hace un momento",
           "hace una semana", "hace un mes", "hace un año", "hace instantes"],
    "it": ["un'ora fa", "un giorno fa", "un minuto fa", "{0} min fa", "poco fa", "una settimana fa", "un mese fa"],
    "pt": ["há uma hora", "há um dia", "há um minuto", "{0} horas atrás", "{0} minutos atrás", "{0} dias atrás",
           "{0} dia atrás", "{0} hora atrás", "{0} minuto atrás", "há {0}h", "há {0} min", "{0} semanas atrás",
           "{0} meses atrás", "{0} anos atrás", "agora mesmo"],
    "nl": ["een uur geleden", "een dag geleden", "{0} uur geleden", "zojuist", "{0} min geleden", "een minuut geleden"],
    "da": ["en time siden", "en dag siden", "for {0} min siden", "lige nu", "{0} timer siden", "{0} minutter siden"],
    "nb": ["for en time siden", "for {0} min siden", "akkurat nå", "{0} timer siden", "{0} minutter siden"],
    "sv": ["för en timme sedan", "{0} tim sedan", "{0} min sedan", "nyss", "just nu", "{0} timmar sedan",
           "{0} minuter sedan"],
    "fi": ["tunti sitten", "juuri nyt", "{0} min sitten"],
    "pl": ["godzinę temu", "minutę temu", "przed chwilą", "{0} godz. temu", "{0} min temu", "wczoraj", "dzień temu"],
    "cs": ["před hodinou", "před {0} min", "před chvílí", "před minutou"],
    "sk": ["pred hodinou", "pred {0} min", "pred chvíľou", "pred minútou"],
    "hu": ["egy órája", "{0} órája", "{0} perce", "{0} napja", "az imént", "{0} perccel ezelőtt", "{0} órával ezelőtt"],
    "ro": ["acum o oră", "acum un minut", "acum {0} ore", "acum {0} de minute", "acum {0} minute", "acum {0} zile",
           "chiar acum", "în urmă cu {0} ore", "în urmă cu {0} minute"],
    "ru": ["час назад", "минуту назад", "день назад", "только что", "{0} мин назад", "{0} ч назад", "неделю назад"],
    "uk": ["годину тому", "хвилину тому", "щойно", "{0} хв тому", "{0} год тому", "день тому"],
    "bg": ["преди час", "преди {0} мин", "току-що", "преди минута"],
    "el": ["πριν από {0} ώρες", "πριν {0} ώρες", "πριν από {0} λεπτά", "πριν {0} λεπτά", "μόλις τώρα",
    "πριν {0} ημέρες"],
    "tr": ["{0} dk önce", "{0} sa önce", "{0} saat önce", "az önce", "bir saat önce", "{0} dakika önce"],
    "id": ["{0} jam lalu", "{0} jam yang lalu", "{0} menit lalu", "{0} menit yang lalu", "{0} hari lalu",
           "{0} hari yang lalu", "baru saja", "sejam yang lalu"],
    "ms": ["{0} jam lalu", "{0} minit lalu", "{0} hari lalu", "baru sahaja"],
    "vi": ["{0} giờ trước", "{0} phút trước", "{0} ngày trước", "vừa xong"],
    "ar": ["منذ {0} ساعات", "منذ {0} ساعة", "منذ ساعة", "منذ ساعتين", "منذ {0} دقيقة", "منذ {0} دقائق", "منذ يوم",
           "منذ يومين", "منذ {0} أيام", "قبل ساعة", "قبل ساعتين", "قبل {0} دقيقة", "قبل {0} ساعات", "قبل يوم", "الآن"],
    "fa": ["{0} ساعت پیش", "{0} دقیقه پیش", "{0} روز پیش", "یک ساعت پیش", "لحظاتی پیش", "{0} ساعت قبل",
    "{0} دقیقه قبل"],
    "he": ["לפני שעה", "לפני שעתיים", "לפני דקה", "לפני יום", "לפני יומיים", "לפני {0} דק'", "לפני {0} שעות", "עכשיו"],
    "hi": ["{0} घंटे पहले", "{0} मिनट पहले", "{0} दिन पहले", "एक घंटे पहले", "अभी"],
    "bn": ["{0} ঘণ্টা আগে", "{0} ঘন্টা আগে", "{0} মিনিট আগে", "{0} দিন আগে"],
    "th": ["{0} ชั่วโมงที่แล้ว", "{0} ชั่วโมงที่ผ่านมา", "{0} นาทีที่แล้ว", "{0} นาทีที่ผ่านมา", "{0} วันที่แล้ว",
    "{0} วันที่ผ่านมา",
           "เมื่อสักครู่"],
    "ja": ["{0}時間前", "{0}分前", "{0}日前", "たった今"],
    "ko": ["{0}시간 전", "{0}분 전", "{0}일 전", "방금", "방금 전"],
    "zh": ["{0}小时前", "{0}小時前", "{0}分钟前", "{0}分鐘前", "{0}天前", "刚刚", "剛剛", "半小时前", "半小時前"],
}  # fmt: skip
DAYS = {  # yesterday and today: a line such as "Yesterday, 17:20"
    "en": ["today", "yesterday"], "de": ["heute", "gestern", "vorgestern"], "fr": ["aujourd'hui", "hier", "avant-hier"],
    "es": ["hoy", "ayer", "anteayer"], "it": ["oggi", "ieri"], "pt": ["hoje", "ontem"], "ca": ["avui", "ahir"],
    "nl": ["vandaag", "gisteren"], "da": ["i dag", "i går"], "nb": ["i dag", "i går"],
    "sv": ["i dag", "idag", "i går", "igår"],
    "is": ["í dag", "í gær"], "fi": ["tänään", "eilen"], "et": ["täna", "eile"], "lv": ["šodien", "vakar"],
    "lt": ["šiandien", "vakar"], "pl": ["dziś", "dzisiaj", "wczoraj"], "cs": ["dnes", "včera"], "sk": ["dnes", "včera"],
    "sl": ["danes", "včeraj"], "hr": ["danas", "jučer"], "sr": ["danas", "juče", "данас", "јуче"],
    "mk": ["денес", "вчера"],
    "bg": ["днес", "вчера"], "ru": ["сегодня", "вчера", "позавчера"], "uk": ["сьогодні", "вчора"],
    "be": ["сёння", "учора"],
    "hu": ["ma", "tegnap"], "ro": ["azi", "astăzi", "ieri"], "el": ["σήμερα", "χθες", "χτες"], "tr": ["bugün", "dün"],
    "sq": ["sot", "dje"], "ar": ["اليوم", "أمس"], "fa": ["امروز", "دیروز"], "he": ["היום", "אתמול"], "hi": ["आज", "कल"],
    "th": ["วันนี้", "เมื่อวาน", "เมื่อวานนี้"], "vi": ["hôm nay", "hôm qua"], "id": ["hari ini", "kemarin"],
    "ms": ["hari ini", "semalam"], "ja": ["今日", "昨日"], "ko": ["오늘", "어제"], "zh": ["今天", "昨天", "前天"],
    "af": ["vandag", "gister"], "sw": ["leo", "jana"],
}  # fmt: skip
# Words that stand in a date or a time and say nothing of their own: articles, prepositions, the words for day, year,
# date; and the words for hour and clock, which say that the number beside them is one. Written by us.
PARTICLES = {
    "en": "on at the of from in by st nd rd th", "de": "am um den der vom ab im ter",
    "fr": "le à a au du de er ère eme",
    "es": "el a las la de del en desde año", "it": "il alle dalle ore del di l le",
    "pt": "em às as à de do da o no dia",
    "ca": "el a les de d l del", "gl": "o ás as de do", "nl": "om op de ste e", "af": "om op die", "da": "den d af i",
    "nb": "den d i", "nn": "den d i", "sv": "den d i", "is": "hinn í þann", "fi": "n", "et": "a aasta",
    "lv": "gada gads",
    "lt": "m d metų", "pl": "r roku dnia z dn", "cs": "v ve dne roku", "sk": "o v dňa roku", "sl": "ob dne leta",
    "hr": "u g god godine", "bs": "u g god godine", "sr": "u g god godine у г год године", "mk": "во г год година",
    "bg": "в г год година от на", "ru": "в г год года от го е ое", "uk": "о об р рік року від го е",
    "be": "а г год года",
    "ro": "la în din", "hu": "án én i ai ei jén ján", "el": "στις την της του στο ης η",
    "tr": "da de günü tarihinde yılı",
    "sq": "më në dt", "az": "il tarixdə ildə ci cı cu cü", "kk": "ж жыл жылы жылғы", "ky": "ж жыл жылы",
    "uz": "yil y soat",
    "hy": "թ թվական", "ka": "წ წელი", "he": "ב ה ביום שנת", "ar": "في يوم عام سنة الموافق", "fa": "در روز سال",
    "ur": "کو بتاریخ",
    "hi": "को दिनांक", "bn": "তারিখ", "th": "ที่ วันที่ เวลา ปี", "vi": "ngày năm lúc vào ngay nam",
    "id": "pada tanggal tgl tahun",
    "ms": "pada bertarikh", "fil": "noong ng sa ika", "sw": "tarehe", "eu": "a an ko eko ren eta k",
    "cy": "ar o ain fed",
    "ga": "ar an ú",
}  # fmt: skip
CLOCK = {
    "en": "o'clock hrs hours", "de": "uhr", "fr": "h heures heure min", "es": "h hs hrs horas hora min",
    "it": "h ore ora",
    "pt": "h horas hora hrs min", "ca": "h hores", "nl": "uur u", "af": "uur", "da": "kl klokken",
    "nb": "kl klokken", "nn": "kl",
    "sv": "kl klockan", "is": "kl klukkan", "fi": "klo kello", "et": "kell", "lv": "plkst", "lt": "val min",
    "pl": "godz godzina godzinie g", "cs": "hod hodin h", "sk": "hod hodín h", "sl": "h uri ura", "hr": "h sati",
    "bs": "h sati", "sr": "h sati časova часова ч", "mk": "часот ч", "bg": "ч часа мин", "ru": "ч час часов часа мин",
    "uk": "год година годині", "be": "гадз", "ro": "ora orele", "hu": "óra órakor ó", "el": "ώρα", "tr": "saat saati",
    "sq": "ora orën", "az": "saat", "kk": "сағат", "ky": "саат", "hy": "ժամ ժամը", "ka": "საათი", "he": "שעה בשעה",
    "ar": "الساعة ساعة", "fa": "ساعت", "ur": "بجے", "hi": "बजे", "bn": "টা", "th": "น", "vi": "h giờ gio phút",
    "id": "pukul jam", "ms": "pukul jam", "sw": "saa",
}  # fmt: skip
# Short dates of CLDR that the newspapers do not follow: English and Zulu differ from country to country, Canada within.
UNSETTLED = ("en", "zu", "xh", "en-CA")


def words(forms: Iterable[str]) -> list[str]:
    """The forms that are words: no digits, more than one letter unless the script writes whole words in one sign."""
    return [w for w in forms if w and not any(c.isdigit() for c in w) and (len(w.strip(".")) > 1 or ord(w[0]) > 0x2E7F)]


def order(locale: babel.Locale) -> str | None:
    """`dmy`, `mdy` or `ymd`, as the short date of the locale has it; None for other calendars."""
    pattern = locale.date_formats["short"].pattern
    at = {sign: pattern.find(letter) for sign, letter in (("d", "d"), ("m", "M"), ("y", "y"))}
    if min(at.values()) < 0:
        return None
    short = "".join(sorted(at, key=at.__getitem__))
    skeleton = locale.datetime_skeletons.get("Md")  # "17/4" is the day first in Swedish, "2025-04-17" notwithstanding
    day_first = skeleton is not None and 0 <= skeleton.pattern.find("d") < skeleton.pattern.find("M")
    return "dmy" if short == "ymd" and day_first else short


def main() -> None:
    identifiers = defaultdict(list)
    for one in localedata.locale_identifiers():
        identifiers[one.split("_")[0]].append(one)
    identifiers["nb"] += [one for one in identifiers["no"] if one == "no"]
    out: dict[str, dict[str, object]] = {}
    orders: dict[str, str | None] = {}
    for language in LANGUAGES:
        months: dict[str, set[str]] = defaultdict(set)
        weekdays: dict[str, set[str]] = defaultdict(set)
        halves: dict[str, set[str]] = defaultdict(set)
        ago: set[str] = set(AGO.get(language, []))
        for identifier in sorted(
            one for one in identifiers[language] if one[:7] not in ("en_Dsrt", "en_Shaw", "mn_Mong")
        ):
            localedata._cache.clear()  # resolving one locale's aliases writes into the ancestors that others share
            locale = babel.Locale.parse(identifier)
            for form in ("format", "stand-alone"):
                for width in ("wide", "abbreviated", "short"):
                    for number, name in locale.months[form].get(width, {}).items():
                        months[str(number)] |= set(words([name]))
                    for number, name in locale.days[form].get(width, {}).items():
                        weekdays[str(number)] |= set(words([name]))
                    for half in ("am", "pm"):
                        name = locale.day_periods.get(form, {}).get(width, {}).get(half)
                        if name and len(name) > 1 - (not name.isascii()):
                            halves[half].add(name)
            for unit, patterns in locale._data["date_fields"].items():
                if unit.split("-")[0] in ("year", "month", "week", "day", "hour", "minute", "second"):
                    past = patterns.get("past", {}).values()
                    ago |= {p for p in past if "{0}" in p and len(p) > 4 and p[0] not in "-+−"}
            tag = identifier.replace("_", "-").replace("no", "nb")
            if order(locale):
                orders[tag] = order(locale)
        for kind, table in ADDED.get(language, {}).items():
            for number, more in table.items():
                (months if kind == "months" else weekdays)[number] |= set(more)
        out[language] = {
            "months": {n: sorted(v) for n, v in sorted(months.items(), key=lambda item: int(item[0]))},
            "weekdays": {n: sorted(v) for n, v in sorted(weekdays.items())},
            "halves": {n: sorted(v) for n, v in sorted(halves.items())},
            "ago": sorted(ago),
            "days": DAYS.get(language, []),
            "particles": PARTICLES.get(language, "").split(),
            "clock": CLOCK.get(language, "").split(),
        }
    base = {language: orders.get(language) for language in LANGUAGES if language not in UNSETTLED}
    regional = {
        tag: value for tag, value in sorted(orders.items())
        if tag.count("-") == 1
        and value != base.get(tag.split("-")[0])
        and not {tag, tag.split("-")[0]} & set(UNSETTLED[1:])
    }  # fmt: skip
    document = {
        "source": f"Unicode CLDR {get_cldr_version()} by way of Babel {babel.__version__}; forms CLDR lacks are ours",
        "licence": "Unicode-3.0 (UNICODE LICENSE V3, https://www.unicode.org/license.txt); ours: Apache-2.0",
        "made by": "scripts/freeze_dates.py; months count from 1, weekdays from 0 (Monday)",
        "order": {k: v for k, v in {**base, **regional}.items() if v},
        "languages": out,
    }
    OUT.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(document, ensure_ascii=False, indent=None, separators=(",", ":"))
    OUT.write_text(text.replace('},"', '},\n"') + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
