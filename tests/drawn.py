"""Documents built by hand, rich in what pages have to show: every text here was written for this purpose."""

from datetime import date, datetime

from syndclean.document import Document, Edit, Field, Metadata, Problem, Segment


def made(*parts, language=None, facts=(), problems=(), **metadata):
    """A document of `parts`: a str is a gap, a tuple ``(kind, role, language, *pieces)`` a segment.

    A piece is a str, or ``(before, after, rule)`` for an edit. `facts` are ``(name, key, value)`` and `problems`
    ``(where, field, message)``; their places are found in the raw text.
    """
    raw, segments, edits = "", [], []
    for part in parts:
        if isinstance(part, str):
            raw += part
            continue
        kind, role, tag, *pieces = part
        start, text = len(raw), ""
        for piece in pieces:
            before, after, *rule = (piece, piece) if isinstance(piece, str) else piece
            if rule:
                edits.append(Edit(len(raw), len(raw) + len(before), after, tuple(rule)))
            raw, text = raw + before, text + after
        segments.append(Segment(start, len(raw), kind, role, text, tag, 0.97 if tag else None, f"{kind}/{role}"))

    def span(what):
        return raw.index(what), raw.index(what) + len(what)

    traced = tuple(Field(*span(value), key, value, name) for name, key, value in facts)
    wrong = tuple(Problem(*span(where), field, message) for where, field, message in problems)
    return Document(
        raw=raw,
        segments=tuple(segments),
        edits=tuple(edits),
        language=language,
        metadata=Metadata(fields=traced, problems=wrong, **metadata),
    )


FRENCH = made(
    ("header", "title", "fr", "Deux cents voiles au départ de Kervolan"),
    "\n",
    ("header", "byline", "fr", "Par Maëlle Kerguen"),
    "\n\n",
    (
        "body",
        "paragraph",
        "fr",
        "Le petit port n’avait pas vu autant de voiles depuis vingt ans. "
        "«\xa0Nous avons ouvert un ponton en une nuit\xa0», raconte la présidente",
        ("", " ", "joint/space"),
        "du club, encore étonnée.",
    ),
    ("body", "heading", "fr", "Un chantier de trois hivers"),
    (
        "body",
        "paragraph",
        "fr",
        "Tout avait commencé par une temp",
        ("Ãª", "ê", "text/mojibake"),
        "te. La digue s’était effondrée. ",
        ("”", "“", "quote/turned"),
        "On nous disait que le port était mort",
        ("\u200b\u200b", "", "text/invisible"),
        ", se souvient un pêcheur. Les morts ne paient pas leur place à quai.”",
    ),
    "\n",
    ("body", "list_item", "fr", "La fête dure quatre jours."),
    "\n",
    ("footer", "source_link", None, "Source link : https://gazette.example/voiles-48213"),
    "\n",
    ("footer", "publish_date", None, "Publish date : 2024-06-15 18:20:00"),
    "\r\n",
    ("footer", "field", None, "Dossier : KV-118"),
    "\n",
    ("footer", "update_date", None, "Update date : 31.02.2024"),
    "\n\n",
    ("boilerplate", "list_heading", "en", "Trending"),
    "\n",
    ("boilerplate", "headline", "fr", "- La bibliothèque rouvre ses portes après deux ans de travaux"),
    "\n",
    ("boilerplate", "headline", "en", "- Village bakery wins regional prize"),
    "\n",
    ("boilerplate", "date_stamp", "en", "Monday, June 17"),
    language="fr",
    title="Deux cents voiles au départ de Kervolan",
    authors=("Maëlle Kerguen",),
    source_url="https://gazette.example/voiles-48213",
    published_at=datetime(2024, 6, 15, 18, 20),
    captured_on=date(2024, 6, 17),
    facts=(
        ("title", "", "Deux cents voiles au départ de Kervolan"),
        ("authors", "Par", "Maëlle Kerguen"),
        ("source_url", "Source link :", "https://gazette.example/voiles-48213"),
        ("published_at", "Publish date :", "2024-06-15 18:20:00"),
        (None, "Dossier :", "KV-118"),
        (None, "Update date :", "31.02.2024"),
        ("captured_on", "", "Monday, June 17"),
    ),
    problems=(("31.02.2024", "updated_at", "'31.02.2024' is no day of the calendar"),),
)

ARABIC = made(
    ("header", "title", "ar", "سوق أسبوعي للمنتجات المحلية في وادي النخيل"),
    "\n",
    (
        "body",
        "paragraph",
        "ar",
        "افتتحت بلدية وادي النخيل يوم الخميس أول سوق أسبوعي، بمشاركة أكثر من 60 مزارعا.",
    ),
    (
        "body",
        "paragraph",
        "ar",
        "وقالت رئيسة البلدية ",
        ('"', "«", "quote/turned"),
        "السوق للجميع",
        ('"', "»", "quote/turned"),
        "، مضيفة أن الهدف هو تقريب المنتج من المستهلك (Open Market Project) دون وسطاء",
        (" ,", "،", "text/comma"),
        " بحسب البيان.",
    ),
    "\n",
    ("footer", "author", None, "الكاتب: هدى الكيلاني"),
    "\n",
    ("footer", "source_link", None, "المصدر: https://www.wadinews.example/economy/market"),
    "\n",
    ("boilerplate", "list_heading", "ar", "الأكثر قراءة"),
    "\n",
    ("boilerplate", "headline", "ar", "- متحف صغير يحفظ ذاكرة صيادي اللؤلؤ"),
    "\n",
    ("boilerplate", "headline", "en", "- Harbour museum opens its doors"),
    language="ar",
    title="سوق أسبوعي للمنتجات المحلية في وادي النخيل",
    authors=("هدى الكيلاني",),
    source_url="https://www.wadinews.example/economy/market",
    facts=(
        ("authors", "الكاتب:", "هدى الكيلاني"),
        ("source_url", "المصدر:", "https://www.wadinews.example/economy/market"),
    ),
)

JAPANESE = made(
    ("header", "title", "ja", "港町の図書館、二年ぶりに再開"),
    "\n",
    (
        "body",
        "paragraph",
        "ja",
        "\u3000港町の図書館が十五日、二年ぶりに再開した。改修費は約三億円。",
        ("｢", "「", "text/width"),
        "待っていました",
        ("｣", "」", "text/width"),
        "と、常連の男性は話した。",
    ),
    ("body", "heading", "ja", "高校生も手伝う"),
    ("body", "paragraph", "ja", "本の搬入には地元の高校生四十人が参加し、およそ八万冊を並べた。"),
    "\n",
    ("footer", "source_name", "ja", "出典：港町日報"),
    "\n",
    ("footer", "publish_date", None, "公開日：2024年6月15日"),
    "\n",
    ("boilerplate", "list_heading", "ja", "関連記事"),
    "\n",
    ("boilerplate", "headline", "ja", "・灯台の明かり、百年目の夏"),
    language="ja",
    title="港町の図書館、二年ぶりに再開",
    source_name="港町日報",
    published_at=date(2024, 6, 15),
    facts=(("source_name", "出典：", "港町日報"), ("published_at", "公開日：", "2024年6月15日")),
)

EVIL = '<script>document.title="owned"</script>'
HOSTILE = made(
    "\n",
    ("header", "title", "en", EVIL),
    "\n",
    (
        "body",
        "paragraph",
        'en" onmouseover="document.title=1',
        "</pre></span></style></title><img src=x onerror='document.title=\"owned\"'>",
    ),
    (
        "body",
        "paragraph",
        None,
        "\u202eevil order\u202c \u2067\u2069\u2069 a\0b\ud800c \x1b[31mred\x07 &lt;b&gt; &amp; &#60;",
    ),
    "\n",
    (
        "body",
        "paragraph",
        None,
        ("<b>", "<script>document.title='owned'</script>", 'x/<"rule">'),
        "“quoted” \"attr\" 'attr' {{7*7}} `$x`",
    ),
    "\r",
    ("footer", "source_link", None, "Source link : javascript:document.title='owned'"),
    "\n",
    ("boilerplate", "widget", None, "<iframe src=https://evil.example/></iframe><svg onload=alert(1)>"),
    "\n",
    (
        "boilerplate",
        "other",
        None,
        "<link rel=stylesheet href=//evil.example/x.css><meta http-equiv=refresh content=0;url=//evil.example>",
    ),
    language=None,
    title=EVIL,
    source_url="javascript:document.title='owned'",
    tags=("</td><script>document.title='owned'</script>",),
    facts=(("source_url", "Source link :", "javascript:document.title='owned'"),),
    problems=(("<iframe", "raw", "looks like <script>document.title='owned'</script>"),),
)

ALL = {"french": FRENCH, "arabic": ARABIC, "japanese": JAPANESE, "hostile": HOSTILE}
