"""Fields in the layouts of feeds that nobody has seen: what parts a key from its value, and what stands around them."""

from datetime import date

import pytest

from syndclean import Metadata, clean
from syndclean.facts import tags
from syndclean.rules import phrases
from syndclean.rules.fields import awaits_alone, may_await, pair, parts

ARTICLE = (
    "The night ferry sails again from Friday, the harbour office said after a meeting of three hours. Residents of the "
    "island had waited six weeks for it, and had written to the minister twice.\n"
    "Two mooring posts were found cracked in January, and the eastern berth was closed at once. Divers looked at all "
    "forty posts since then; they replaced eleven of them and drained the pump house."
)
FIELDS = (
    ("Source link", "https://harbour.example/ferry"),
    ("Source", "The Harbour Courier"),
    ("Author", "Jane Doe"),
    ("Publish date", "3 March 2025"),
)


def stated(*lines: str) -> Metadata:
    document = clean("\n".join((ARTICLE, *lines)))
    assert document.text == ARTICLE.replace("\n", "\n\n")
    return document.metadata


@pytest.mark.parametrize(
    "layout",
    [
        "{}: {}", "{} | {}", "{} ¦ {}", "{} » {}", "{} → {}", "{} ⟵ {}", "{} ▪ {}", "{} · {}", "{} / {}",
        "{} — {}", "{} -- {}", "{} = {}", "{}={}", "{}＝{}", "{} ~ {}", "{} >> {}", "{}::{}", "{} ..... {}",
        "{} …… {}", "{}\t{}", "{}    {}", "{}\n{}", "{}:\n{}", "{} ({})", "{} <{}>", "▪ {}: {}", "■{}：{}",
        "📅 {}: {}", "> {}: {}", "1. {}: {}", "(1) {} – {}", "[1] {}: {}", "{{{{{}|{}}}}}", "<{}> {}",
        "## {}: {}", "* {}: {}", "**{}:** {}", "_{}:_ {}", "*{}:* {}", "[{}] {}", "【{}】{}", "「{}」{}",
        "[{}: {}]", "({}: {})", "| {} | {} |", "<b>{}:</b> {}", '"{}": "{}",', '{}: "{}"', "{}: [{}]",
        "{}: <{}>", "{}.: {}", "{}: {};",
    ],
)  # fmt: skip
def test_a_field_is_read_in_any_layout(layout: str) -> None:
    metadata = stated(*(layout.format(key, value) for key, value in FIELDS))
    assert metadata.source_url == "https://harbour.example/ferry"
    assert metadata.source_name == "The Harbour Courier"
    assert metadata.authors == ("Jane Doe",)
    assert metadata.published_at == date(2025, 3, 3)
    assert len(metadata.fields) == len(FIELDS)


@pytest.mark.parametrize(
    "line",
    [
        "Home / Source / The Courier", "Terms of use »", "Comments (5)", "Views » Opinion", "“Source: The Courier”",
        "Source » two officials said that it had been dropped in the spring, and that it would not come back.",
    ],
)  # fmt: skip
def test_a_path_a_label_or_a_sentence_is_none(line: str) -> None:
    field = pair(line)
    assert field is None or not field.known


def test_what_is_between_two_spaces_in_a_sentence_parts_nothing() -> None:
    document = clean(ARTICLE + "\nThe author  said that it rained, and that the boats of the town would not leave.")
    assert not document.footer


# ---- a key with its value below ----


def test_a_key_alone_has_a_value_that_is_without_doubt_its_own_or_stands_among_such_pairs() -> None:
    assert stated("Posted on", "3 March 2025").published_at == date(2025, 3, 3)
    assert stated("Source", "The Harbour Courier").source_name is None
    assert stated("Source", "The Harbour Courier", "Posted on", "3 March 2025").source_name == "The Harbour Courier"
    assert stated("Posted on", "3 March 2025", "Source", "The Harbour Courier").source_name == "The Harbour Courier"


def test_what_is_a_key_or_a_field_itself_or_asks_to_share_is_no_value_and_no_key() -> None:
    assert not awaits_alone("Posted on", "Updated: 3 March 2025")
    assert not may_await("Source", "Author")
    assert stated("Email", "https://harbour.example/ferry").source_url == "https://harbour.example/ferry"
    assert clean(f"{ARTICLE}\nEmail\nhttps://harbour.example/ferry").boilerplate[0].text == "Email"


def test_what_leads_to_a_name_is_left_to_the_byline() -> None:
    assert not awaits_alone("Von", "Anna Ost")
    assert awaits_alone("Reporter", "Anna Ost") or awaits_alone("Journalist", "Anna Ost")


# ---- rows ----


def test_the_same_sign_below_a_field_makes_fields_of_keys_that_nobody_knows() -> None:
    metadata = stated("Outflow » Harbour", "Publish date » 3 March 2025", "Zone » Night traffic")
    said = {field.key: field.value for field in metadata.fields}
    assert said == {"Outflow": "Harbour", "Publish date": "3 March 2025", "Zone": "Night traffic"}


def test_two_lines_are_no_row_nor_are_three_without_a_field_that_is_known() -> None:
    assert len(stated("Outflow » Harbour", "Publish date » 3 March 2025").fields) == 1
    unknown = ("Outflow » Harbour", "Zone » Night traffic", "Rank » Second place")
    assert clean("\n".join((ARTICLE, *unknown))).metadata.fields == ()


def test_a_row_is_parted_by_one_sign_and_has_short_keys() -> None:
    assert parts("Zone » Night") == ("Zone", "»", "Night")
    assert parts("Zone\tNight") == ("Zone", "\t", "Night")
    assert parts("Zone »") == parts("Zone (Night)") == parts("It rained all night in the » town") == ("", "", "")
    assert parts("» Night") == parts("Zone » It rained, and the boats left.") == ("", "", "")


def test_what_another_rule_knows_stays_what_it_is_in_a_row() -> None:
    document = clean("\n".join((ARTICLE, "Source » The Harbour Courier", "Read more » News", "Zone » Night")))
    assert [segment.kind for segment in document.segments[2:]] == ["footer", "boilerplate", "footer"]


# ---- wide space ----


def test_only_the_one_wide_space_of_a_line_parts_a_key() -> None:
    assert stated("Source  The Harbour Courier").source_name == "The Harbour Courier"
    assert clean(f"{ARTICLE}\nSource  The Harbour  Courier").metadata.source_name is None


def test_a_wide_space_is_found_behind_what_was_repaired() -> None:
    assert stated("Quelle&#58; x", "Publié&nbsp;le\t3 March 2025").published_at == date(2025, 3, 3)


# ---- phrases and tags ----


@pytest.mark.parametrize(
    "layout",
    ["▪ {}", "🔥 {}", "◆{}◆", "=== {} ===", "~ {} ~", "{} ⬇", "{} ▾", "／{}／", "☛ {}", "// {}", "{} (5)", "{}\ufe0e"],
)
def test_signs_and_pictures_around_a_phrase_change_nothing(layout: str) -> None:
    found = phrases.entry(layout.format("Lire aussi"))
    assert found is not None
    assert found.what == "boilerplate/list_heading"


@pytest.mark.parametrize("line", ["“Trending”", "Trending?", "% Trending", "Trending (Paris)"])
def test_but_a_question_or_a_quotation_is_another(line: str) -> None:
    assert phrases.entry(line) is None


def test_greek_capitals_have_no_accents() -> None:
    found, key = phrases.entry("ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ"), pair("ΠΗΓΗ: Ο Λιμένας")
    assert found is not None
    assert found.language == "el"
    assert key is not None
    assert key.role == "source_name"


def test_tags_are_cut_at_slashes_and_dots_between_spaces() -> None:
    assert tags("sea / pier · boats") == ("sea", "pier", "boats")
    assert tags("sea/pier") == ("sea/pier",)


@pytest.mark.parametrize(
    "raw",
    [
        "—[a](https://b.example)Â  | [a](https://b.example)",
        "배가 떠났다.봄에Jo Bell|Published 4 months agoâ€œquotedâ€\x9d\u2028배가 떠났다."
        "봄에\u202eâ€œquotedâ€\x9d”Les navires sont partis.”  ’",
    ],
)
def test_a_wide_space_in_the_article_changes_nothing(raw: str) -> None:
    document = clean(raw)
    assert clean(document.text).text == document.text


def test_wide_space_makes_a_row_too() -> None:
    metadata = stated("Outflow    Harbour", "Publish date\t3 March 2025", "Zone    Night traffic")
    assert [field.key for field in metadata.fields] == ["Outflow", "Publish date", "Zone"]


# ---- furniture that no phrase knows ----

LABEL = "Fresh from the quay"
FIRST, SECOND = "Village bakery wins prize for rye bread", "Island school gets new windows"


def roles_of(*lines: str) -> list[str]:
    return [segment.role for segment in clean("\n".join((ARTICLE, "Advertisement", *lines))).segments[3:]]


def test_a_label_above_two_headlines_announces_them() -> None:
    assert roles_of(LABEL, FIRST, SECOND) == ["list_heading", "headline", "headline"]
    assert roles_of("Quayside", f"• {FIRST}", "2 hours ago", f"• {SECOND}")[0] == "list_heading"


def test_one_headline_is_not_announced_nor_is_a_short_one_among_others() -> None:
    assert "list_heading" not in roles_of(LABEL, FIRST)
    assert roles_of(FIRST, LABEL, SECOND, FIRST)[1] == "headline"
    assert "list_heading" not in roles_of("Quayside", "2 hours ago", FIRST, SECOND)


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Få de vigtigste historier direkte i indbakken hver fredag", "newsletter"),
        ("Wij gebruiken zulke cookies op onze pagina's", "cookie_notice"),
        ("Co o tym sądzisz? Zostaw komentarz pod spodem", "comments"),
        ("Contenuto sponsorizzato dalla nostra redazione commerciale", "advertisement"),
    ],
)
def test_a_word_tells_what_furniture_is(line: str, role: str) -> None:
    assert roles_of(line) == [role]


def test_an_element_of_xml_is_a_field() -> None:
    metadata = stated("<source>The Harbour Courier</source>", "<outflow>Harbour</outflow>", "<author>Jane Doe</author>")
    assert (metadata.source_name, metadata.authors) == ("The Harbour Courier", ("Jane Doe",))
    assert ("outflow", "Harbour") in [(field.key, field.value) for field in metadata.fields]


# ---- exports of databases --------------------------------------------------------------------------------------------

HEADLINE = "The night ferry to the island sails again"
CODES = (
    "HD", HEADLINE, "WC", "388 words", "PD", "6 March 2025", "SN", "Ellery Wires", "SC", "ELWIEN", "LA", "English",
    "LP",
)  # fmt: skip


def test_codes_above_their_values_are_keys() -> None:
    document = clean("\n".join((*CODES, ARTICLE, "NS", "gtrans : Ferries", "AN", "Document ELWIEN0020250306")))
    assert document.text == ARTICLE.replace("\n", "\n\n")
    assert document.metadata.title == HEADLINE
    assert {segment.kind for segment in document.segments if segment.text in CODES[2:]} <= {"header", "footer"}
    fields = [(field.key, field.value) for field in document.metadata.fields]
    assert {("WC", "388 words"), ("SC", "ELWIEN"), ("LP", ""), ("NS", "gtrans : Ferries")} <= {*fields}


@pytest.mark.parametrize(
    "lines",
    [
        ("DE", "FR", "IT", "ES", "EN", "PT", "Log in"),  # languages
        ("USD", "1.08", "GBP", "0.85", "CHF", "0.95", "JPY", "161.2", "SEK", "11.4"),  # rates
        ("HD", "Ferry", "WC", "388 words"),
    ],
)
def test_but_not_a_menu_rates_or_two_of_them(lines: tuple[str, ...]) -> None:
    document = clean("\n".join((HEADLINE, ARTICLE, "Share on Facebook", "Share on WhatsApp", *lines)))
    assert {segment.kind for segment in document.segments if segment.text in lines} == {"boilerplate"}


def test_above_the_article_keys_and_values_in_turns_are_fields_if_two_keys_are_known() -> None:
    table = ("Outlet", "Margalla", "Country", "Farholm", "Author", "Staff", "Reach", "412,000 visitors", "Tags", "sea")
    document = clean("\n".join((HEADLINE, *table, ARTICLE)))
    assert {s.kind for s in document.segments if s.text in ("Outlet", "Country", "412,000 visitors")} == {"footer"}
    assert ("Reach", "412,000 visitors") in [(field.key, field.value) for field in document.metadata.fields]
    menu = ("Mill", "Margalla", "Pond", "Farholm", "Author", "Staff", "Reach", "412,000 visitors")
    document = clean("\n".join((HEADLINE, *menu, ARTICLE)))
    assert "footer" not in {s.kind for s in document.segments if s.text in ("Mill", "Pond", "Reach")}
