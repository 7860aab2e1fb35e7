"""Notices that stand behind the last sentence instead of below it."""

import pytest

from syndclean import clean
from syndclean.rules import tails

ARTICLE = (
    "The harbour of Port Ellery opened again on Monday after six weeks of repairs, the council said in a statement.\n"
    "Ferries will sail twice a day until the end of the winter, and the fares will not change before the spring."
)
MORE = "The council has set aside money for a second quay, which is to be built in the summer of the coming year."

NOTICES = [
    ("(AFP)", "agency"),
    ("(APA/dpa, 1.11.2015)", "agency"),
    ("PTI", "agency"),
    ("--IANS", "agency"),
    ("/ritzau/AFP", "agency"),
    ("BSS/DK/RO/1834 hrs", "agency"),
    ("UNI DK RO 1834", "agency"),
    ("dpa dk ro", "agency"),
    ("dk-ro/ian/cb", "agency"),
    ("(www.pier-news.example)", "credit"),
    ("(PierDesk)", "credit"),
    ("(With inputs from agencies)", "credit"),
    ("Associated Press writer Tom Hallam contributed to this report.", "credit"),
    ("(Reporting by Jo Lind; Editing by Tom Hallam)", "credit"),
    ("Distributed by Harbour Group on behalf of Ministry of Fisheries.", "credit"),
    ("SOURCE Harbour Works Ltd.", "source_name"),
    ("Source: Pier Post", "source_name"),
    ("Pewarta: Mentari Gayati", "author"),
    ("View original content to download multimedia: https://www.pier.example/releases/6.html", "source_link"),
    ("To view the source version of this press release, please visit https://www.pier.example/6", "source_link"),
    ("The post Harbour opens again appeared first on Ellery Courier.", "source_link"),
    ("© 2025 Ellery Courier. All rights reserved.", "copyright"),
    ("COPYRIGHT © PIER NEWS 2020", "copyright"),
    ("This article is republished from The Lighthouse under a Creative Commons license. Read the original article.",
     "licence"),
    ("This story has been published from a wire agency feed without modifications to the text.", "disclaimer"),
    ("(This story has not been edited by our staff and is auto-generated from a syndicated feed.)", "disclaimer"),
]  # fmt: skip


@pytest.mark.parametrize(("notice", "role"), NOTICES)
@pytest.mark.parametrize("between", [" ", "  ", "\u00a0"])
def test_a_notice_behind_the_last_sentence_is_no_article(notice: str, role: str, between: str) -> None:
    document = clean(ARTICLE + between + notice)
    assert document.text == ARTICLE.replace("\n", "\n\n")
    assert [(segment.text, segment.role) for segment in document.footer] == [(notice, role)]


@pytest.mark.parametrize(("notice", "role"), [pair for pair in NOTICES if pair[0][0].isupper() or pair[0][0] == "("])
def test_nor_is_one_that_is_glued_to_it(notice: str, role: str) -> None:
    document = clean(ARTICLE + notice)
    assert document.text == ARTICLE.replace("\n", "\n\n")
    assert role in {segment.role for segment in document.footer}


def test_several_notices_are_parted() -> None:
    document = clean(ARTICLE + " (ANSA). © 2025 Il Faro. All rights reserved. Distributed by Harbour Group, LLC.")
    assert document.text == ARTICLE.replace("\n", "\n\n")
    assert document.metadata.agency == "ANSA"
    assert document.metadata.copyright is not None


def test_a_chain_on_one_line_is_taken_apart() -> None:
    document = clean(ARTICLE.replace("\n", " ") + " Pewarta: Mentari Gayati COPYRIGHT © PIER NEWS 2020")
    assert document.text == ARTICLE.replace("\n", " ")
    assert document.metadata.authors == ("Mentari Gayati",)
    assert document.metadata.copyright == "COPYRIGHT © PIER NEWS 2020"


def test_scripts_without_capitals_have_notices_too() -> None:
    article = "渡轮在冬季结束前每天开航两次，票价在春天之前不会改变，市政府在一份声明中说。"
    assert clean(article + "来源：海港网").metadata.source_name == "海港网"
    assert clean(article + "（完）").text == article


@pytest.mark.parametrize(
    "sentence",
    [
        "She called the paper (the Courier) and asked.",
        "He works for the agency (AFP) in town.",
        "It was the end. (She laughed.)",
        "The boats came back in the spring, all of them. (Two had new masts.)",
        "The boat is Danish. (It was built in 1911.)",
        "Nobody knows. Source: two officials who asked not to be named because they may not speak.",
        "The boats were built there. The post office first appeared on maps in 1820.",
        "The old men know it. Copyright law was changed in 2019",
        "The harbour is empty. AP is in town",
        "The owner wrote to the council. The reporting by the paper won a prize.",
        "The ferry is late. © Anna Ost",
        "The ferry is late. (C) Anna Ost",
        "See the page at www.pier.example.",
        "It was the end. /The boats had left/",
        "The score was kept by the boys. white/blue",
        "They sang until the end. and so on",
        "The members stood on the pier. Ellery Associated Press Club",
    ],
)
def test_sentences_are_no_notices(sentence: str) -> None:
    assert tails.behind(sentence) == []
    assert sentence in clean(f"{ARTICLE}\n{sentence}\n{MORE}").text.split("\n\n")


def test_a_notice_alone_on_its_line_stays_whole() -> None:
    for line in ("Copyright © 2025 Pier News. All Rights Reserved.", "Alle Rechte vorbehalten. © 2024 Hafenblatt",
                 "All contents © copyright 2023 The Pier Press. All rights reserved."):  # fmt: skip
        assert tails.behind(line) == []


LATE = "The ferry is late again, as it was in the spring."


@pytest.mark.parametrize(
    "notice",
    [
        "ⓒ 2025 Pier News", "(c) 2020 Pier Press. All rights reserved.", "(END) Pier Newswires", "(end) bshr.hm",
        "Enditem",
        "Copyright 2025 Pier News", "COPYRIGHT 2018 PIER NEWS", "COPYRIGHT 2018 Pier News",
        "© Pier News. All rights reserved.", "(C) Copyright 2024 Pier News", "© Pier News,\nEllery 2025",
        "[HarbourNews]", "（AFP）", "(AFP).", "(AFP)\u00a0.", "【编辑:李华】", "EFE", "dpa/ab (AFP)".partition(" ")[2],
        "AGERPRES/(AS - autor: Ana Bel)", "dpa hm bs", "--(AFP)", "– BERNAMA",
    ],
)  # fmt: skip
def test_each_sign_of_a_notice_is_enough(notice: str) -> None:
    assert tails.behind(f"{LATE} {notice}") == [len(LATE)]


def test_a_reporters_address_ends_a_korean_article() -> None:
    article = "배가 항구를 떠났고 시장은 봄에 다시 돌아올 것이라고 말했다."
    document = clean(f"{article} 김하나 기자 hana@pier.example")
    assert document.text == article
    assert [segment.role for segment in document.footer] == ["contact"]


@pytest.mark.parametrize("last", ["3 March 2025", "By Anna Muster", "#sea #harbour", "Tags: sea, boats", "End", "30"])
def test_what_may_be_the_articles_stays_with_it(last: str) -> None:
    assert tails.behind(f"See http://pier.example/x and wait for the ferry that is late. {last}") == []


@pytest.mark.parametrize(
    "line",
    ["(AFP)", "SOURCE Pier Works", "Distributed by Harbour Group.", "Eine Webseite der Gruppe © 2025 Pier",
     "Go to http://pier.example/x.distributed by Pier",
     "This article is republished from pier.example under a Creative Commons license. Latest News"],
)  # fmt: skip
def test_where_nothing_was_said_before_nothing_is_cut(line: str) -> None:
    assert tails.behind(line) == []


@pytest.mark.parametrize("notice", ["© 2025 Pier News", "SOURCE Harbour Works Ltd."])
@pytest.mark.parametrize("place", ["See http://pier.example/x", "Write to desk@pier.example", "Its master is Jo Lind"])
def test_a_notice_with_a_sign_needs_no_full_stop_before_it(place: str, notice: str) -> None:
    line = f"{LATE} {place}"
    assert tails.behind(f"{line} {notice}") == [len(line)]


def test_rights_that_are_reserved_belong_to_their_notice() -> None:
    line = f"{LATE} See http://pier.example/x now. © 2025 Pier News. All rights reserved."
    assert tails.behind(line) == [line.index(" ©")]


@pytest.mark.parametrize("said", ["What http://pier.example/x shows is © of", "© is of http://pier.example/x and"])
def test_rights_are_reserved_by_the_sentence_with_the_sign_and_stay_with_it(said: str) -> None:
    assert tails.behind(f"{said} the Ellery Pier. All rights reserved.") == []


def test_a_sign_of_copyright_in_the_article_keeps_no_other_notice() -> None:
    line = "The sign © stood on every crate, the clerk said."
    assert tails.behind(f"{line} (AFP)") == [len(line)]


def test_a_notice_of_two_sentences_stays_whole() -> None:
    notice = "This article is republished from The Pier under a Creative Commons license. Read the original article."
    assert tails.behind(f"{LATE} {notice}") == [len(LATE)]
    assert tails.behind(notice) == []


def test_notices_that_reach_far_are_all_found() -> None:
    notices = [
        "(This story has not been edited by our staff and is auto-generated from a syndicated feed.)",
        "This story has been published from a wire agency feed without modifications to the text of the agency at all.",
        "Associated Press writer Tom Hallam in Port Ellery contributed to this report.",
        "Distributed by Harbour Group on behalf of the Ministry of Fisheries of the island.",
        "(With inputs from agencies)",
    ]
    line = " ".join([LATE, *notices])
    assert [line[at:].strip()[:20] for at in tails.behind(line)] == [notice[:20] for notice in notices]


def test_a_notice_is_found_however_long_the_one_behind_it_is() -> None:
    credit = "(Reporting by Jo Lind, Ann Roe and Kim Sato; Editing by Tom Hallam)"
    address = "https://www.pier.example/releases/" + "harbour-works-" * 14
    link = f"To view the source version of this press release, please visit {address}7.html"
    assert tails.behind(f"{LATE} {credit} {link}") == [len(LATE), len(f"{LATE} {credit}")]


def test_the_length_of_a_line_hides_no_notice() -> None:
    notice = "SOURCE The Harbour Works and Pier Company of Port Ellery"
    for line in (f"{LATE} {MORE}", f"{LATE} {MORE} {MORE}", f"{LATE} {MORE} {MORE} {MORE}"):
        assert tails.behind(f"{line} {notice}") == [len(line)]


@pytest.mark.parametrize("notice", [" (AFP)", " (AFP)."])
def test_of_a_chain_without_end_the_last_six_are_parted(notice: str) -> None:
    """Whoever sends thousands of them gets no thousands of lines."""
    assert len(tails.behind(LATE + notice * 5)) == 5
    for count in (6, 7, 12, 30, 300):
        line = LATE + notice * count
        assert tails.behind(line) == [len(line) - n * len(notice) for n in (6, 5, 4, 3, 2, 1)]


@pytest.mark.parametrize("notice", ["(c) AFP", "© AFP", "(c) (AFP)"])
def test_a_sign_is_not_cut_off_from_its_owner(notice: str) -> None:
    assert tails.behind(f"{LATE} {notice}") == []
    assert tails.behind(f"{LATE} (c) 2025 AFP") == [len(LATE)]


@pytest.mark.parametrize("twice", ["©   ©", "ⓒ   ©", "(c)   ©", "©   Copyright"])
def test_a_sign_of_copyright_said_twice_begins_one_notice_however_far_apart(twice: str) -> None:
    assert tails.behind(f"{LATE} {twice} 2025 Pier News") == [len(LATE)]


@pytest.mark.parametrize("notice", ["SOURCE Harbour Works", "(END) Pier Newswires"])
def test_a_sign_before_a_notice_of_another_sort_is_none_of_it(notice: str) -> None:
    assert tails.behind(f"{LATE} ©   {notice}") == [len(f"{LATE} ©  ")]


def test_behind_a_sentence_of_few_words_several_more_may_be_another_sentence() -> None:
    notice = "Distributed by Harbour Group."
    assert tails.behind(f"She left. {notice}") == tails.behind(f"It rained! {notice}") == []
    assert tails.behind(f"{LATE} {notice}") == [len(LATE)]


def test_in_a_line_of_two_or_three_sentences_a_notice_may_be_as_long_as_one() -> None:
    for notice in (
        "Distributed by Harbour Group on behalf of the Ministry of Fisheries and Ports of the island.",
        "This story has been published from a wire agency feed without modifications to the text.",
    ):
        assert tails.behind(f"{MORE} {LATE} {notice}") == [len(f"{MORE} {LATE}")]


@pytest.mark.parametrize("notice", ["© Pier Post Copyright 2025 Pier News", "SOURCE Harbour Works © 2025 Pier News"])
def test_glued_to_the_only_sentence_a_notice_with_two_signs_stays_whole(notice: str) -> None:
    assert tails.behind(f"The ferry is late.{notice}") == [len("The ferry is late.")]


@pytest.mark.parametrize(
    ("behind", "source", "url"),
    [
        ("来源：海港网 (c) 2020 Pier Press.", "海港网", None),
        ("Source: Pier Post (c) 2020 Pier Press.", "Pier Post", None),
        ("© 2025 Pier Press. Source link: https://pier.example/x. --IANS", None, "https://pier.example/x"),
    ],
)
def test_fields_before_a_notice_and_between_two_are_read(behind: str, source: str | None, url: str | None) -> None:
    for article in (ARTICLE, f"{ARTICLE}\n{MORE}", ARTICLE.replace("\n", " ")):
        document = clean(f"{article} {behind}")
        assert document.text == article.replace("\n", "\n\n")
        assert (document.metadata.source_name, document.metadata.source_url) == (source, url)
        assert "Pier Press" in (document.metadata.copyright or "")
