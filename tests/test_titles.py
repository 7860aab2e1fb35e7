"""The title of a page, its headline in other words or the same, and the names of sites and sections behind it."""

import pytest

from syndclean.facts import PageTitle, headline

PIER = "The pier at Ellery is open again"


# ---- the headline in other words ----


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Night ferry sails to Ellery", "Night ferry sails again"),
        ("Night ferry sails to Ellery", "Sails of the night: a ferry by another name"),  # half of the shorter one
        ("Ferry fares rise 12 percent", "Percent 12 fares"),  # a number of two digits counts as a word
        ("渡轮恢复航行", "渡轮恢复"),  # neighbours, where no spaces part words
        ("เรือข้ามฟาก", "เรือข้าม"),
    ],
)
def test_half_of_the_longer_words_and_three_of_them_are_near(title: str, line: str) -> None:
    assert PageTitle(title).nearness(line) >= 0.5


def test_words_are_told_by_how_they_begin() -> None:
    title = PageTitle("Passengers complain about delayed ferries")
    assert PageTitle("渡轮恢复航行").nearness("渡轮恢复") == 1.0
    assert title.nearness("Passenger complaints: delays again") == 0.75
    assert title.nearness("PASSENGERS COMPLAIN, DELAYED") == 1.0
    assert PageTitle("渡轮恢复航行").nearness("渡轮恢复") == 1.0
    assert title.nearness("Passen\u00adgers complain: delayed") == 1.0  # a soft hyphen is no letter


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Night ferry sails to Ellery", "Night ferry"),  # two
        ("Night ferry sails to Ellery", "The end of the war"),
        ("The sea and the sun at the end", "The sea and the sun at the end"),  # no longer word
        ("On 7 and 8 and 9 May", "7 8 9"),  # no number of two digits
        ("Night ferry sails again: harbour office repeats warning", "Night ferry sails past village bakery prize jury"),
        ("渡轮", "渡轮恢复航行"),
    ],
)
def test_less_than_that_is_not(title: str, line: str) -> None:
    assert PageTitle(title).nearness(line) == 0.0


def test_only_what_the_title_has_not_is_said_otherwise() -> None:
    title = PageTitle(f"{PIER} | Harbour Courier")
    assert not title.is_said_otherwise("Pier at Ellery again open")
    assert title.is_said_otherwise("Pier at Ellery open after weeks")


# ---- the headline itself ----


@pytest.mark.parametrize(
    ("title", "line"),
    [
        (PIER, PIER),
        (f"{PIER} | Harbour Courier", PIER.upper()),
        (f"Courier: {PIER}", PIER),  # most of the title, wherever it stands
        (f"Courier | {PIER} | News", PIER),
        ("Too late | The daily paper of the harbour", "Too late"),  # less, with a name behind it
        ("Too late｜The daily paper of the harbour", "Too late"),
        ("Too late – the daily paper of the harbour", "Too late"),
        ("Too late -The daily paper of the harbour", "Too late"),
        ("Too late [The daily paper of the harbour]", "Too late"),
        ("渡轮 | 港口日报每天的新闻", "渡轮"),
        ("Too late | Too lat", "Too late"),
    ],
)
def test_a_title_has_its_headline(title: str, line: str) -> None:
    assert PageTitle(title).has(line)


@pytest.mark.parametrize(
    ("title", "line"),
    [
        (f"{PIER} | Harbour Courier", "Harbour Courier"),  # the name behind it
        (f"{PIER}st the law", PIER),  # the beginning of a word
        (f"{PIER}s the law", PIER),
        (f"Re{PIER.lower()}", PIER),  # the end of one
        (f"Now re{PIER.lower()}", PIER),
        (f"The e{PIER.lower()}", PIER),
        ("Too late for all the boats of the harbour", "Too late"),  # less, and nothing parts it
        ("News | Too late | The daily paper of the harbour", "Too late"),  # less, and behind another
        ("The Courier | Too late", "Too late"),
        (PIER, "The boats are back"),
    ],
)
def test_a_title_has_no_piece_of_it(title: str, line: str) -> None:
    assert not PageTitle(title).has(line)


@pytest.mark.parametrize("line", ["", " ", "\u00ad"])
def test_a_title_has_no_line_of_nothing(line: str) -> None:
    assert not PageTitle(PIER).has(line)


# ---- the name of the site behind it ----


@pytest.mark.parametrize(
    "behind",
    [
        " | Harbour Courier", " | News | Harbour Courier", "｜港口日报", " ㅣ 항구일보", " - pier.example",
        " – www.pier.example", " | News - pier.example", " | The Harbour and Pier Courier",
    ],
)  # fmt: skip
def test_what_stands_behind_a_bar_and_a_host_behind_a_dash_is_no_headline(behind: str) -> None:
    assert headline(PIER + behind) == PIER


def test_words_behind_a_dash_are_the_site_s_where_they_stand_alone_in_the_dump() -> None:
    for behind in ("Harbour Courier", "Harbour  COURIER"):
        assert headline(f"{PIER} - {behind}") == f"{PIER} - {behind}"
        assert headline(f"{PIER} - {behind}", {"harbour courier"}) == PIER


@pytest.mark.parametrize(
    "title",
    [
        f"{PIER} | and all six of the boats",  # too many words for a name
        f"{PIER} after six weeks of repairs | Donaudampfschifffahrtsgesellschaft Ellery",  # too long for one
        "Too late | Harbour Courier",  # longer than what stands before
        f"{PIER} - at last",
        f"{PIER} | News | and all six of the boats",  # behind what is none, nothing is
        f"{PIER} | News - at last",
        "| News", PIER, "",
    ],
)  # fmt: skip
def test_what_is_no_name_stays_in_the_title(title: str) -> None:
    assert headline(title) == title
