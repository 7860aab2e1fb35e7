"""What the labelled lines of a dump state: which of two values counts, what is a problem, where a fact stands."""

from datetime import date, datetime

import pytest

from syndclean import LineRule, Metadata, clean, decode, repair, split
from syndclean.steps.split import RULES

BOATS = (
    "The boats have left the harbour of the town, and the people who live there do not know when they will be back."
)
SCHIFFE = (
    "Die Schiffe haben den Hafen der Stadt verlassen, und die Leute wissen nicht, wann sie wieder zurück sein werden."
)


def stated(*lines: str, article: str = BOATS) -> Metadata:
    return clean("\n".join((article, *lines))).metadata


def traced(metadata: Metadata) -> list[tuple[str, str, str | None]]:
    return [(field.key, field.value, field.name) for field in metadata.fields]


def problems(metadata: Metadata) -> list[str]:
    return [problem.field for problem in metadata.problems]


# ---- one value a field ----


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        (("Publish date: 2025-04-17", "Published: 2025-04-17 10:30"), datetime(2025, 4, 17, 10, 30)),
        (("Publish date: 2025-04-17", "Published: 2025-04-18 10:30"), date(2025, 4, 17)),
        (("Publish date: 2025-04-17 09:00", "Published: 2025-04-17 10:30"), datetime(2025, 4, 17, 9, 0)),
        (("Publish date: 2025-04-17 09:00", "Published: 2025-04-17"), datetime(2025, 4, 17, 9, 0)),
        (("Publish date: 2025-04-17", "Published: 2025-04-16"), date(2025, 4, 17)),
    ],
)
def test_the_first_date_counts_unless_another_adds_the_time_to_its_day(
    lines: tuple[str, ...], published: date | datetime
) -> None:
    metadata = stated(*lines, "Updated: 2025-04-19 08:00")
    assert (metadata.published_at, metadata.updated_at) == (published, datetime(2025, 4, 19, 8, 0))


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("© Pier Post", "© 2024 Pier Post"), "© 2024 Pier Post"),
        (("© Pier Post", "Copyright (C) 2024 Pier Post"), "Copyright (C) 2024 Pier Post"),
        (("© 2023 Pier Post", "© 2024 Pier Post"), "© 2023 Pier Post"),
        (("© Pier Post", "© Pier Radio"), "© Pier Post"),
        (("© Pier Post", "All rights reserved 2024"), "© Pier Post"),
    ],
)
def test_the_first_notice_counts_unless_another_adds_the_year(lines: tuple[str, ...], said: str) -> None:
    assert stated(*lines).copyright == said


def test_a_year_makes_no_other_value_better() -> None:
    metadata = stated("Source: Pier Post", "Source: Pier Radio (c) 2024", "Location: Ellery", "Location: © Ellery 2024")
    assert (metadata.source_name, metadata.location) == ("Pier Post", "Ellery")


def test_of_names_that_differ_by_case_the_first_counts_and_all_are_traced() -> None:
    metadata = stated("Author: Jane Doe", "Author: JANE DOE", "Author: Joan Bell, AFP", "Tags: sea, harbour; Sea")
    assert (metadata.authors, metadata.tags, metadata.agency) == (("Jane Doe", "Joan Bell"), ("sea", "harbour"), "AFP")
    assert traced(metadata) == [
        ("Author", "Jane Doe", "authors"), ("Author", "JANE DOE", "authors"), ("Author", "Joan Bell, AFP", "agency"),
        ("Author", "Joan Bell, AFP", "authors"), ("Tags", "sea, harbour; Sea", "tags"),
    ]  # fmt: skip


def test_nothing_stated_is_nothing() -> None:
    metadata = stated()
    assert metadata == Metadata()
    assert (metadata.authors, metadata.tags, metadata.fields, metadata.problems) == ((), (), (), ())


# ---- what a value is ----


def test_an_address_that_is_a_host_alone_names_the_source() -> None:
    metadata = stated("Source: pier.example", "Source: https://a.example/x")
    assert (metadata.source_name, metadata.source_url) == ("pier.example", "https://a.example/x")
    for line in ("Permalink: pier.example", "Link: www.pier.example"):
        metadata = stated(line)
        assert (metadata.source_url, problems(metadata)) == (None, [])
        assert (metadata.source_name or "").endswith("pier.example")


@pytest.mark.parametrize(
    "line", ["Permalink: ftp://pier.example/x", "Source: javascript:alert(1)", "Link: https://jo@pier.example/x"]
)
def test_an_address_that_nobody_may_follow_is_a_problem_and_no_fact(line: str) -> None:
    metadata = stated(line)
    assert (metadata.source_url, metadata.source_name, problems(metadata)) == (None, None, ["source_url"])
    key, _, value = line.partition(": ")
    assert traced(metadata) == [(key, value, None)]


@pytest.mark.parametrize("key", ["Title", "Location", "Source", "Agency", "Licence", "Author", "Tags", "Published"])
def test_a_key_without_a_value_states_nothing(key: str) -> None:
    metadata = stated(f"{key}:", "Aktenzeichen: LB-2024/118")
    assert metadata.model_copy(update={"fields": ()}) == Metadata()
    assert traced(metadata) == [(key, "", None), ("Aktenzeichen", "LB-2024/118", None)]


@pytest.mark.parametrize(
    ("line", "name", "agency"),
    [("Source: AFP", "AFP", "AFP"), ("Source: | Pier Post.", "Pier Post", None),
     ("Source: Pier Post", "Pier Post", None), ("Source: Pier Radio (PR)", "Pier Radio (PR)", None),
     ("Source: (Pier Post).", "Pier Post", None), ("Source: Pier Post)", "Pier Post", None),
     ("Source: Le Figaro avec AFP", "Le Figaro avec AFP", None),
     ("Source: Xinhua", "Xinhua", "Xinhua")],
)  # fmt: skip
def test_a_source_is_an_agency_where_it_is_nothing_else(line: str, name: str, agency: str | None) -> None:
    assert (stated(line).source_name, stated(line).agency) == (name, agency)


@pytest.mark.parametrize(
    ("line", "agency"),
    [("Agency: (Reuters).", "Reuters"), ("Agency: | Pier Press.", "Pier Press"), ("Agentur: dpa", "dpa"),
     ("Agency: Xebec Press", "Xebec Press")],
)
def test_an_agency_goes_by_its_name(line: str, agency: str) -> None:
    assert stated(line).agency == agency


@pytest.mark.parametrize(
    ("line", "licence"),
    [
        ("Licence: CC BY-SA 4.0", "CC BY-SA 4.0"),
        ("Licence: for members of the harbour only", "for members of the harbour only"),
        ("Published under a Creative Commons licence CC BY 4.0", "CC BY 4.0"),
    ],
)
def test_a_licence_goes_by_its_name_or_stands_as_it_is(line: str, licence: str) -> None:
    assert stated(line).licence == licence


@pytest.mark.parametrize(
    ("notice", "agency"),
    [("© AFP", "AFP"), ("© 2024 AFP", "AFP"), ("(c) Reuters", "Reuters"), ("© 2024 Pier Post", None)],
)
def test_a_notice_of_copyright_names_the_agency_whose_article_it_is(notice: str, agency: str | None) -> None:
    metadata = stated(notice)
    assert (metadata.copyright, metadata.agency) == (notice, agency)
    named = [("", notice, "agency")] if agency else []
    assert traced(metadata) == [*named, ("", notice, "copyright")]


@pytest.mark.parametrize(
    ("line", "licence"),
    [
        ("This work is licensed under CC BY 4.0.", "CC BY 4.0"),
        ("Republish our articles for free, online or in print, under a Creative Commons license.", "Creative Commons"),
    ],
)
def test_a_sentence_about_a_licence_states_it(line: str, licence: str) -> None:
    metadata = stated(line)
    assert metadata.licence == licence
    assert [(key, name) for key, _, name in traced(metadata)] == [("", "licence")]


@pytest.mark.parametrize("line", ["All rights reserved.", "Alle Rechte vorbehalten."])
def test_a_phrase_that_reserves_all_rights_is_a_notice_of_copyright(line: str) -> None:
    metadata = stated(line)
    assert metadata.copyright == line
    assert traced(metadata) == [("", line, "copyright")]


def test_a_notice_that_only_a_house_knows_is_stated_as_it_stands() -> None:
    own = LineRule("house/rights", "The archive owns it.", "footer", "copyright", pattern=r"Archive of .+",
                   hits=("Archive of it",), misses=("The archive",))  # fmt: skip
    line = "Archive of the Pier Post"
    metadata = split(repair(decode(f"{BOATS}\n{line}")), rules=(*RULES, own)).metadata
    assert metadata.copyright == line
    assert traced(metadata) == [("", line, "copyright")]


def test_what_stands_around_a_value_that_only_a_house_reads_is_no_part_of_it() -> None:
    def read(line: str) -> dict[str, str] | None:
        return {"licence": line.partition(":")[2]} if line.startswith("Terms:") else None

    own = LineRule("house/terms", "Terms of the archive.", "footer", "licence", read=read, hits=("Terms: for members",),
                   misses=("Terms",))  # fmt: skip
    metadata = split(repair(decode(f"{BOATS}\nTerms: for members only")), rules=(*RULES, own)).metadata
    assert metadata.licence == "for members only"


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("Pier Radio (PR)", "Pier Radio (PR)"),
        ("(Pier) Radio", "(Pier) Radio"),
        ("(Pier) Radio (PR)", "(Pier) Radio (PR)"),
        ("(Pier Radio)", "Pier Radio"),
        ("Pier Radio)", "Pier Radio"),
        ("(Pier Radio;", "Pier Radio"),
        ("| Pier Radio, |", "Pier Radio"),
    ],
)
def test_a_source_keeps_the_brackets_that_are_its_own(value: str, name: str) -> None:
    assert stated(f"Source: {value}").source_name == name


@pytest.mark.parametrize(
    ("article", "line", "author"),
    [
        ("Il traghetto notturno torna a navigare da venerdì, ha detto l'ufficio del porto. Gli abitanti dell'isola lo "
         "avevano atteso per sei settimane.", "Di Anna Rossi, ANSA", "Anna Rossi"),
        ("Feribotul de noapte circulă din nou de vineri, a spus biroul portului. Locuitorii insulei îl așteptau de "
         "șase săptămâni și i-au scris ministrului.", "De Ion Popescu, Agerpres", "Ion Popescu"),
        (f"{BOATS} {BOATS}", "Di Anna Rossi, ANSA", "Di Anna Rossi"),
        (f"{BOATS} {BOATS}", "De Ion Popescu, Agerpres", "De Ion Popescu"),
    ],
)  # fmt: skip
def test_the_language_of_the_article_tells_the_word_before_a_name_from_the_name(
    article: str, line: str, author: str
) -> None:
    assert stated(line, article=article).authors == (author,)


def test_a_byline_may_name_the_paper_it_was_written_for() -> None:
    metadata = stated("By Jane Doe for The Courier")
    assert (metadata.authors, metadata.source_name) == (("Jane Doe",), "The Courier")


def test_a_title_and_a_place_with_a_key_stand_without_the_bars_around_them() -> None:
    metadata = stated("Title: The pier |", "Location: Xanten |")
    assert (metadata.title, metadata.location) == ("The pier", "Xanten")


def test_a_long_value_is_read_like_a_short_one() -> None:
    tags = [f"harbour {n}" for n in range(40)]
    assert stated(f"Tags: {', '.join(tags)}").tags == tuple(tags)


# ---- dates ----


def test_the_language_of_the_article_tells_the_day_from_the_month_where_the_key_does_not() -> None:
    assert stated("Published: 03/04/2025", article=SCHIFFE).published_at == date(2025, 4, 3)
    metadata = stated("Published: 03/04/2025")
    assert (metadata.published_at, problems(metadata)) == (None, ["published_at"])
    assert traced(metadata) == [("Published", "03/04/2025", None)]


def test_the_language_of_the_article_is_not_that_of_the_site_around_it() -> None:
    headlines = (
        "What the council said of the pier when it was asked in the spring",
        "Where the boats that were in the harbour are now, and who has them",
        "This is the bread that the people of the island have had for a hundred years",
    )
    menu = ("Imprint", "About us and what we do for you", "Terms of the site and of the shop")
    metadata = stated("Published: 03/04/2025", *menu, "Read also:", *headlines, article=SCHIFFE)
    assert metadata.published_at == date(2025, 4, 3)


def test_the_key_tells_the_day_from_the_month_whatever_the_language_of_the_article() -> None:
    assert stated("Veröffentlicht: 03/04/2025").published_at == date(2025, 4, 3)


def test_a_key_of_a_date_without_one_is_no_problem() -> None:
    metadata = stated("Author: Jane Doe", "Publish date:", "Tags: sea")
    assert problems(metadata) == []
    assert traced(metadata)[1] == ("Publish date", "", None)


def test_a_day_that_there_is_not_is_a_problem_where_it_stands() -> None:
    metadata = stated("Publish date: 2025-02-30", "Author: Jane Doe")
    (problem,) = metadata.problems
    assert (problem.start, problem.field) == (len(BOATS) + 1, "published_at")
    assert metadata.authors == ("Jane Doe",)


@pytest.mark.parametrize(
    "line",
    ["Published: 2025-04-17", "Published: 2025-04-17 10:30", "Updated: 2025-04-17", "© 2025 Pier",
     "Source: https://a.example/2025/04/17/x", "Source: https://a.example/x-20250417.html"],
)  # fmt: skip
def test_a_stamp_without_a_year_is_of_the_year_of_the_article(line: str) -> None:
    metadata = stated(line, "Tuesday, April 22")
    assert (metadata.captured_on, problems(metadata)) == (date(2025, 4, 22), [])
    assert traced(metadata)[-1] == ("", "Tuesday, April 22", "captured_on")


@pytest.mark.parametrize(
    ("line", "stamp", "captured"),
    [
        ("Published: 2025-04-17 10:30", "May 12", date(2025, 5, 12)),
        ("Source: https://a.example/2025/04/27/x", "May 20", date(2025, 5, 20)),
        ("© 2025 Pier", "January 31", date(2025, 1, 31)),
        ("Source: https://a.example/2025/04/27/x", "June 20", None),
        ("Published: 2025-04-17 10:30", "June 20", None),
    ],
)
def test_a_stamp_without_a_weekday_is_of_the_year_of_the_article_within_a_month(
    line: str, stamp: str, captured: date | None
) -> None:
    metadata = stated(line, stamp)
    assert (metadata.captured_on, problems(metadata)) == (captured, [] if captured else ["captured_on"])


@pytest.mark.parametrize("line", ["Source: https://a.example/2025/19/37/x", "Source: https://a.example/2025/06/31/x"])
def test_an_address_with_no_such_day_leaves_the_year_to_the_notice(line: str) -> None:
    assert stated(line, "© 2025 Pier", "Tuesday, April 22").captured_on == date(2025, 4, 22)


def test_the_address_says_more_than_the_notice_and_the_date_of_the_article_more_than_both() -> None:
    address, notice, stamp = "Source: https://a.example/2024/12/30/x", "© 2019 Pier", "January 2"
    assert stated(address, notice, stamp).captured_on == date(2025, 1, 2)
    assert stated("Published: 2021-12-31", address, notice, stamp).captured_on == date(2022, 1, 2)


def test_a_stamp_is_the_last_one_behind_the_article_and_a_day() -> None:
    metadata = stated("Tuesday, 22 April 2025, 10:15", "Wednesday, April 23, 2025")
    assert metadata.captured_on == date(2025, 4, 23)
    captured = stated("Tuesday, 22 April 2025, 10:15").captured_on
    assert captured == date(2025, 4, 22)
    assert not isinstance(captured, datetime)
    assert clean(f"Tuesday, 22 April 2025\n{BOATS}").metadata.captured_on is None


@pytest.mark.parametrize("line", ["Tuesday, April 22", "Wednesday, 22 April 2025"])
def test_a_stamp_that_is_no_day_is_a_problem(line: str) -> None:
    metadata = stated(line, "Imprint")
    (problem,) = metadata.problems
    assert (problem.start, problem.end, problem.field) == (len(BOATS) + 1, len(BOATS) + 1 + len(line), "captured_on")
    assert metadata.captured_on is None
    assert metadata.fields == ()


# ---- titles and datelines ----


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("Night ferry sails again | Courier", "By Joan Bell"), "Night ferry sails again"),
        (("News", "Night ferry sails again - News", "By Joan Bell"), "Night ferry sails again"),
        (("Night ferry sails again - Courier", "By Joan Bell"), "Night ferry sails again - Courier"),
    ],
)
def test_a_title_stands_without_the_site_where_that_can_be_told(lines: tuple[str, ...], title: str) -> None:
    metadata = clean("\n".join((*lines, BOATS))).metadata
    assert metadata.title == title
    assert metadata.authors == ("Joan Bell",)


def test_words_of_the_article_are_no_name_of_the_site() -> None:
    metadata = clean(f"Night ferry sails again - Courier\nBy Joan Bell\n{BOATS}\nCourier\n{BOATS}").metadata
    assert metadata.title == "Night ferry sails again - Courier"
    assert traced(metadata)[0] == ("", "Night ferry sails again - Courier", "title")


def test_a_title_with_a_key_counts_behind_one_that_heads_the_article() -> None:
    metadata = clean(f"Night ferry sails again | Courier\nBy Joan Bell\n{BOATS}\nTitle: The pier").metadata
    assert metadata.title == "Night ferry sails again"
    assert ("Title", "The pier", "title") in traced(metadata)


def test_a_dateline_states_place_and_agency_and_only_where_the_article_begins() -> None:
    line = "PARIS, April 17 (Reuters) -"
    metadata = clean(f"{line} {BOATS}\n{SCHIFFE}").metadata
    assert (metadata.location, metadata.agency) == ("PARIS", "Reuters")
    assert traced(metadata) == [("", line, "agency"), ("", line, "location")]
    assert stated(f"{line} {SCHIFFE}").location is None
    assert traced(clean(f"PARIS — {BOATS}").metadata) == [("", "PARIS —", "location")]


# ---- what is about other articles, and what is forged ----


def test_the_longest_line_that_the_title_of_the_page_says_is_the_title() -> None:
    short, whole = "Night ferry sails again after six weeks", "Night ferry sails again after six weeks, office says"
    menu = ("Home", "Politics", "Sport", "Weather", "Log in", "Subscribe")
    for again in ((short, whole), (whole, short), (short, whole, whole)):
        metadata = clean("\n".join((f"{whole} | Courier", *menu, *again, BOATS, BOATS))).metadata
        assert metadata.title == whole
        assert [value for _, value, name in traced(metadata) if name == "title"] == [f"{whole} | Courier", *again]


@pytest.mark.parametrize("other", ["Village bakery wins regional prize", "Read also:"])
def test_who_is_named_behind_headlines_did_not_write_the_article_unless_a_key_says_so(other: str) -> None:
    metadata = stated(SCHIFFE, "Related", other, "By Tom Hallam", "Author: Jane Doe", "Source: Pier Post")
    assert (metadata.authors, metadata.source_name) == (("Jane Doe",), "Pier Post")
    assert ("", "By Tom Hallam", None) in traced(metadata)
    assert stated("By Tom Hallam").authors == ("Tom Hallam",)


def test_what_names_nobody_is_stated_also_behind_headlines() -> None:
    metadata = stated(SCHIFFE, "Related", "Village bakery wins regional prize", "By Tom Hallam", "© 2024 Pier", "(AFP)")
    assert (metadata.copyright, metadata.agency, metadata.authors) == ("© 2024 Pier", "AFP", ())


def test_headlines_below_the_imprint_are_about_other_articles_too() -> None:
    headlines = ("Village bakery wins regional prize with a recipe from 1911", "Water tower becomes a museum after all")
    assert stated(SCHIFFE, "Imprint", *headlines, "By Tom Hallam").authors == ()


@pytest.mark.parametrize("above", ["Trending", "Read also:\n- Water tower becomes a museum"])
def test_a_list_above_the_article_takes_no_byline_away(above: str) -> None:
    metadata = clean(f"{above}\nNight ferry sails again\nBy Joan Bell\n{BOATS}\n{SCHIFFE}").metadata
    assert metadata.authors == ("Joan Bell",)


def test_who_signs_an_article_that_goes_on_behind_headlines_wrote_it() -> None:
    inserted = ("Read also:", "• Village bakery wins regional prize", "• Water tower becomes a museum after all")
    document = clean("\n".join((BOATS, f"{BOATS} {BOATS}", *inserted, f"{SCHIFFE} {BOATS}", "By Tom Hallam")))
    assert [segment.kind for segment in document.segments][-2:] == ["body", "footer"]
    assert document.metadata.authors == ("Tom Hallam",)


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("Author: Ja\u200bne Doe", "authors"), ("Source: Pier\x01 Post", "source_name"), ("Аuthor: Jane Doe", "fields"),
        ("Aktenzeichen: LB\u200b-2024", "fields"), ("Publish date: 2025\x02-04-17", "published_at"),
        ("© 2024 Pi\u200ber Post", "copyright"),
    ],
)  # fmt: skip
def test_a_field_that_hides_a_character_or_mixes_letters_states_nothing_and_is_one_problem(
    line: str, field: str
) -> None:
    metadata = stated(line, "Tags: sea")
    assert problems(metadata) == [field]
    assert (metadata.authors, metadata.source_name, metadata.published_at) == ((), None, None)
    assert [name for _, _, name in traced(metadata)] == [None, "tags"]
    assert metadata.tags == ("sea",)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("Author: Ja\u200bne Doe", "an invisible character (U+200B) stands in the field"),
        ("Source: Pier\x01 Post", "an invisible character (U+0001) stands in the field"),
        ("Аuthor: Jane Doe", "letters of several scripts are mixed within a word of the key 'Аuthor'"),
    ],
)
def test_the_problem_of_a_forged_field_says_what_is_wrong_with_it(line: str, message: str) -> None:
    assert [problem.message for problem in stated(line).problems] == [message]


def test_a_forged_field_harms_no_other() -> None:
    metadata = stated("Author: Jane Doe", "Aktenzeichen: LB\u200b-2024", "Source: Pier Post")
    assert (metadata.authors, metadata.source_name, problems(metadata)) == (("Jane Doe",), "Pier Post", ["fields"])


def test_two_forged_fields_are_two_problems() -> None:
    metadata = stated("Aktenzeichen: LB\u200b-2024", "Eingang: 12.03.\u200b2024", "Author: Ja\u200bne Doe")
    assert problems(metadata) == ["fields", "published_at", "authors"]
    assert metadata.published_at is None


@pytest.mark.parametrize("line", ["Source: Pier Post\u200b", "\ufeffSource: Pier Post", "Source: Pier Post \u2060"])
def test_what_a_system_left_at_the_ends_of_a_field_harms_nobody(line: str) -> None:
    metadata = stated(line)
    assert (metadata.source_name, problems(metadata)) == ("Pier Post", [])


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("© 2025 港日報 無断転載を禁じます。", "copyright", "© 2025 港日報 無断転載を禁じます。"),
        ("Автор: Эмма Кузнецова", "authors", ("Эмма Кузнецова",)),
        ("Źródło: Głos Portu", "source_name", "Głos Portu"),
    ],
)
def test_a_letter_of_which_one_half_was_misread_as_a_soft_hyphen_hides_nothing(
    line: str, name: str, value: object
) -> None:
    misread = line.encode().decode("latin-1")
    metadata = clean(f"{BOATS}\n{misread}\nTags: sea, harbour").metadata
    assert (getattr(metadata, name), metadata.problems) == (value, ())


@pytest.mark.parametrize("apart", ["\u200b\n", "\n\u200b", "\u2028", " \u200b\r\n"])
def test_nor_does_what_stands_beside_the_line_end_between_a_key_and_its_value(apart: str) -> None:
    metadata = stated(f"Source:{apart}Pier Post", f"Copyright:{apart}Pier Post")
    assert (metadata.source_name, metadata.problems) == ("Pier Post", ())
    assert metadata.copyright == "Pier Post"


@pytest.mark.parametrize("line", ["Author: Ja&#8203;ne Doe", "Author: Jane&lrm;Doe", "Author: Ja&amp;zwnj;ne Doe"])
def test_a_reference_to_a_character_that_nobody_sees_hides_it(line: str) -> None:
    metadata = stated(line)
    assert (metadata.authors, problems(metadata)) == ((), ["authors"])


def test_other_references_hide_nothing() -> None:
    metadata = stated("Author: Jos&eacute;&nbsp;Bell", "Source: Fish &amp; Ships")
    assert (metadata.authors, metadata.source_name, metadata.problems) == (("José Bell",), "Fish & Ships", ())


def test_a_hidden_character_in_a_headline_forges_no_title() -> None:
    metadata = clean(f"Night fer\u200bry sails again\nBy Joan Bell\n{BOATS}").metadata
    assert (metadata.title, problems(metadata)) == ("Night ferry sails again", [])


# ---- where a fact stands ----


def test_fields_that_state_no_fact_are_there_with_key_and_value() -> None:
    metadata = stated("Aktenzeichen: LB-2024/118", "Contact: desk@pier.example", "Source: Pier Post")
    assert traced(metadata) == [
        ("Aktenzeichen", "LB-2024/118", None), ("Contact", "desk@pier.example", None),
        ("Source", "Pier Post", "source_name"),
    ]  # fmt: skip
    assert [field.start for field in metadata.fields] == sorted(field.start for field in metadata.fields)
    assert all(field.start < field.end for field in metadata.fields)


def test_a_footer_without_a_key_is_there_as_it_stands() -> None:
    line = "Copyright for syndicated content belongs to the linked Source."
    assert [(key, value) for key, value, _ in traced(stated(line))] == [("", line)]


def test_a_credit_without_a_key_is_there_as_it_stands() -> None:
    assert traced(stated("(With inputs from agencies)")) == [("", "(With inputs from agencies)", None)]


@pytest.mark.parametrize(
    ("pattern", "line", "field"),
    [
        (r"(?P<key>Record)\s?#\s?\d{3,12}", "Record # 20934", ("Record", "")),
        (r"Record\s?#\s?(?P<value>\d{3,12})", "Record # 20934", ("", "20934")),
        (r"(?P<key>Record)\s?#\s?(?P<value>\d{3,12})", "Record # 20934", ("Record", "20934")),
    ],
)
def test_a_field_of_a_house_has_the_key_and_the_value_that_its_rule_reads(
    pattern: str, line: str, field: tuple[str, str]
) -> None:
    own = LineRule("house/record", "The archive counts its articles.", "footer", "field", pattern=pattern, hits=(line,),
                   misses=("Record numbers",))  # fmt: skip
    metadata = split(repair(decode(f"{BOATS}\n{line}")), rules=(*RULES, own)).metadata
    assert traced(metadata) == [(*field, None)]


def test_a_line_of_which_nothing_is_seen_hides_no_field_below_it() -> None:
    assert traced(stated("\u200b", "Author: Jane Doe")) == [("Author", "Jane Doe", "authors")]
    assert clean("\u200b").metadata == Metadata()


def test_a_key_that_nobody_knows_but_for_one_word_states_the_fact_of_that_word() -> None:
    metadata = stated(SCHIFFE, "Gastautor und Autor: Joan Bell", "Heute adicionado: 2024-03-12", "Source: dpa")
    assert (metadata.authors, metadata.published_at) == (("Joan Bell",), date(2024, 3, 12))
    metadata = stated("Aktenzeichen: LB-2024/118", "Page tags: harbour, ferries, mooring posts, bread", "Source: dpa")
    assert metadata.tags == ("harbour", "ferries", "mooring posts", "bread")


@pytest.mark.parametrize("stamp", ["December 5", "April 20"])
def test_a_page_is_not_taken_before_its_article_appears(stamp: str) -> None:
    line = "© 2025 Pier" if stamp == "December 5" else "Published: 2025-05-02 10:30"
    metadata = stated(line, stamp)
    assert (metadata.captured_on, problems(metadata)) == (None, ["captured_on"])
    assert stated("Published: 2025-05-02", "May 1").captured_on == date(2025, 5, 1)  # in another zone


def test_the_problem_of_a_page_taken_too_early_says_when_that_would_have_been() -> None:
    (problem,) = stated("Published: 10 March 2025", "Monday, 3 March 2025").problems
    assert problem.message == "the page would have been taken on 2025-03-03, before the article appeared"


def test_a_soft_hyphen_within_a_word_hides_nothing_but_in_a_key_or_a_name() -> None:
    assert stated("Source: Süd\u00addeutscher Pier").source_name == "Süd\u00addeutscher Pier"
    for line in ("Sour\u00adce: Pier Post", "Author: Jane D\u00adoe", "Source: https://pi\u00ader.example/x"):
        metadata = stated(line)
        assert (metadata.source_name, metadata.authors, metadata.source_url) == (None, (), None)
        assert len(metadata.problems) == 1


@pytest.mark.parametrize("line", ["(TT)", "(NTB)", "（共同）"])
def test_an_agency_that_is_credited_alone_is_the_agency(line: str) -> None:
    assert stated(line).agency is not None


def test_signs_of_markdown_are_no_part_of_what_is_stated() -> None:
    about = ("# Night ferry sails again after six weeks", "By Joan Bell")
    lines = (*about, BOATS, "**Source:** Pier Post", "*Tags: sea, harbour*")
    metadata = clean("\n\n".join(lines)).metadata
    assert (metadata.title, metadata.source_name) == ("Night ferry sails again after six weeks", "Pier Post")
    assert metadata.tags == ("sea", "harbour")
