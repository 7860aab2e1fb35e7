"""Coverage-guided fuzzing of `clean`, the laws asserted on whatever comes up.

    pip install atheris && pip install -e .
    python fuzz/fuzz_clean.py [CORPUS] -max_len=4096 -timeout=20 -max_total_time=1800

The first byte says how the rest is read: as bytes, as a str with whatever code points (lone surrogates too), or as the
numbers of pieces in the shape of news dumps. What it finds becomes a case in tests/test_fuzzed.py.
"""

import sys

import atheris

with atheris.instrument_imports(include=["syndclean"]):
    import syndclean
    from syndclean import Document, clean
    from syndclean.edits import broken_law

PIECES = (
    "The council met on Monday.", "Le maire n’a pas répondu.Les habitants attendent", "obus.Ces",
    "d’étéC’est là que", "“On verra”, dit-elle.", "”Les navires sont partis.”", "„Das geht“, sagte er.",
    "«Oui.»«Non.»", "- First headline", "• Zweite Meldung", "1. One", "Source link : https://example.org/a",
    "Author :", "Author : Jane Doe and John Roe", "Publish date : 2025-04-17 05:00:00",
    "Publish date : 3015-99-99", "© 2024 Example Media", "Trending", "Lire aussi", "Tuesday, April 22",
    "2 hours ago", "Read more: Something else", "(Reporting by J. Doe; Editing by T. Roe)",
    "PARIS, April 17 (Reuters) - Something happened.", "Quelle: dpa", "作者：王小明", "【责任编辑:王小明】",
    "The boats at the pier. Photo: A. Doe", "Send us your comments on this article.", "12.03.2025, 10:15", "Jane Doe",
    "ELLERY, 26 (EFE)", "Ellery", "■ 港の朝", "• Freight rose by 3 percent", "ELLERY.- The boats left.", "Comments (2)",
    "この記事についてのご意見をお寄せください。", "Read more:", "By Jo Lind, Professor of Chemistry, Ellery University",
    "関連記事", "(서울=연합뉴스) 홍길동 기자 =", "ภาษาไทย ไม่มีช่องว่าง", "هذا خبر قصير.", "שלום עולם.",
    "यह एक वाक्य है।", "배가 떠났다.봄에", "iPhone", "J.K.Rowling", "U.S. officials", "Node.Js",
    "https://example.org/x?y=1.Z", "[a](https://b.example)", "@handle", "#tag", "2.5%", "17.Mai", "e.g.",
    "Ã©tÃ©", "â€œquotedâ€\x9d", "Â ", "caf\udce9", "\ud83d", "😀", "👨\u200d👩", "می\u200cخواهم", "\n", "\n\n",
    "\r\n", "\r", "\x85", "\u2028", "\x1c", "\x0b", "\t", " ", "  ", "\u00a0", "\u200b", "\ufeff", "\u202e",
    "\u00ad", "\x00", "\x1b[31m", ".", ",", ":", "：", "!", "?", "…", "”", "“", "„", '"', "'", "’", "»", "«",
    "(", ")", "[", "]", "-", "—", "|", " | ", "A", "a", "Z.", "É", "ß", "İ", "ﬁ", "²", "٣", "\u0301", "The",
    "the", "and", "By", "Von", "with", "AFP", "2024", "12:30", "CC BY-SA 4.0", "All rights reserved.", "Photo:",
    "Foto: A. Doe", "It is done. (AFP)", "(APA/dpa, 1.11.2015)", "SOURCE Pier Works", "(END) Pier Wires", "Enditem",
    "PTI", "AP writer Jo Bell contributed to this report.", "Filed under Boats, Ships",
    "By Jo Bell on 3 March 2025", "Lind reported from Kiel.", "This article was updated.",
    "See the page https://example.org/r", "Jo Bell",
    "Editor: A", "Jo Bell|Published 4 months ago", "Jo Bell12.03.2024", "Port Ellery, 3 March 2025",
    "Jo Bell, Reporter",
    "Two hundred sails leave the bay again", "Sails leave the bay: two hundred of them again | Courier",
    "Source: Pier Author: Jo Bell Date: 3 May 2025", "Date: 2025-05-03© 2025 Pier", "Follow us on Telegram",
    "Sport / Boats", "(jk)",
    "The boats. Foto: Privat", "Xem thêm: Boats", "+1 555 0134", "timesLIVE", "www.timeslive.example",
    "ShareTweet", "Copy LinkTrending1. One", "2. Two", "3. Three", "* Two", "Aa", "WhatsApp", "Related articles:Boats",
    "Last Updated: 3 May 2025", "Agency:Copyright:", "Source: A | Share | © 2025 B", "© 2025 Pier Post", "&amp;",
    "&#8203;", "&lt;b&gt;", "<b>", "e\u0301", "\u1112\u1161\u11ab", "\u202f", "O’Neill", "- Who was it?",
    "Goals: Bell, Roe, Kim, Sato",
    "This story has been refiled to fix a typo", "hm/bs", "PORT ELLERY, Ore., March 3 (QQP) –",
    "Jo Bell is a reporter for the Pier Post.", "JO BELL", "Bell covers the coast.", "About the author",
    "Jo Bell (PAP)", "(adsbygoogle = window.adsbygoogle || []).push({});", "Correction: the boats left in May.",
    "Description: The boats left the bay in spring, all two hundred of them.", "101137 GMT Dez 18", "AB/CDE",
    "The boats left. JB/ABC", "• a ramp of its own", "- Cost: 34 million",
    "The boats lie at the quay. Jo Bell/Pier Press", "# pier # boats", "Pier Post", "3 responses to the boats",
    "Jo Bell Senior Reporter", "Citeşte şi", "2025年3月3日 05:00 (2025年3月3日 09:42更新)", "By Jo Bell | Pier Courier",
    "Reach Jo Bell at jo@pier.example", "The Pier Post follows the DNPA code of ethics.",
)  # fmt: skip


def read(data: bytes) -> str | bytes:
    """The dump that a fuzzer's bytes stand for."""
    provider = atheris.FuzzedDataProvider(data)
    how = provider.ConsumeIntInRange(0, 3)
    if how == 0:
        return provider.ConsumeBytes(provider.remaining_bytes())
    if how == 1:
        return provider.ConsumeUnicode(provider.remaining_bytes())
    return "".join(PIECES[n % len(PIECES)] for n in provider.ConsumeBytes(300))


def check(data: bytes) -> None:
    """Every law of the contract over one input; an exception is what the fuzzer looks for."""
    raw = read(data)
    document = clean(raw)
    law = broken_law(document.raw, document.segments, document.edits)
    assert law is None, law
    assert isinstance(raw, bytes) or document.raw == raw
    assert all(segment.rule for segment in document.segments)
    assert all(any(s.start <= e.start and e.end <= s.end for s in document.segments) for e in document.edits)
    facts = document.metadata
    assert facts.source_url is None or facts.source_url.casefold().startswith(("http://", "https://")), facts.source_url
    if clean(raw) != document:
        raise AssertionError("not the same twice")
    if Document.model_validate_json(document.model_dump_json()) != document:
        raise AssertionError("JSON does not come back")
    if not any("settle" in problem.message for problem in facts.problems):
        again = clean(document.text)
        assert again.text == document.text, (again.text, document.text)
        assert [s.text for s in again.segments] == [s.text for s in document.body], "other blocks"
    if isinstance(raw, str):
        plain = raw.replace("\r\n", "\n").replace("\r", "\n")
        assert clean(plain).text == clean(plain.replace("\n", "\r\n")).text, "line ends make a difference"


def main() -> None:
    syndclean.clean("Loaded once.Before it counts.")
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
