"""What the properties are tried on: arbitrary text, and text put together from pieces in the shape of news dumps."""

import os

from hypothesis import settings
from hypothesis import strategies as st

settings.register_profile("quick", max_examples=100, deadline=None)
settings.register_profile("long", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("SYNDCLEAN_PROPERTIES", "quick"))

PIECES = [
    "The council met on Monday.", "Le maire n’a pas répondu.Les habitants attendent", "obus.Ces", "Travaux d’étéC’est là que",
    "“On verra”, dit-elle.", "”Les navires sont partis.”", "„Das geht“, sagte er.", "«Oui.»«Non.»", "- First headline of a list",
    "• Zweite Meldung", "* third", "1. One", "Source link : https://example.org/a", "Author :", "Author : Jane Doe and John Roe",
    "Publish date : 2025-04-17 05:00:00", "Publish date : 3015-99-99", "Copyright for syndicated content belongs to the linked Source.",
    "© 2024 Example Media", "Trending", "Lire aussi", "Tuesday, April 22", "Read more: Something else", "(Reporting by J. Doe)",
    "PARIS, April 17 (Reuters) - Something happened.", "Quelle: dpa", "Источник: ТАСС", "作者：王小明", "関連記事", "ภาษาไทย ไม่มีช่องว่าง",
    "هذا خبر قصير.", "שלום עולם.", "यह एक वाक्य है।", "iPhone", "J.K.Rowling", "U.S. officials", "Node.Js", "https://example.org/x?y=1.Z",
    "@handle", "2.5%", "10.000", "e.g.", "Ã©tÃ©", "â€œquotedâ€\x9d", "Â ", "caf\udce9", "\ud83d", "😀", "👨\u200d👩\u200d👧", "می\u200cخواهم",
    "\n", "\n", "\n\n", "\r\n", "\r", "\x85", "\u2028", "\x1c", "\x0b", "\t", " ", "  ", "\u00a0", "\u200b", "\ufeff", "\u202e", "\u00ad", "\x00", "\x1b[31m",
    ".", ",", ":", "!", "?", "…", "”", "“", "\"", "'", "’", "»", "«", "(", ")", "[", "-", "—", "|", "A", "a", "Z.", "É", "ß", "İ", "ﬁ", "²", "٣",
]  # fmt: skip

news = st.lists(
    st.one_of(st.sampled_from(PIECES), st.sampled_from(PIECES), st.text(max_size=6)), max_size=16
).map("".join)
lines = st.lists(st.sampled_from([p for p in PIECES if len(p) > 3]), max_size=14).map("\n".join)
surrogates = st.text(st.characters(codec=None, exclude_categories=()), max_size=30)
texts = st.one_of(news, lines, st.text(max_size=80), surrogates)
blobs = st.one_of(st.binary(max_size=80), news.map(lambda t: t.encode("utf-8", "surrogatepass")), news.map(lambda t: t.encode("utf-16", "surrogatepass")))
