"""What is looked for, one file a family; every rule carries its cases."""

from syndclean.rule import Rule
from syndclean.rules import characters, fields, headings, joints, lines, notices, phrases, quotes, wires, wraps

ALL: tuple[Rule, ...] = (
    *characters.RULES, characters.WINDOWS, *wraps.RULES, *joints.RULES, *quotes.RULES,
    *wires.RULES, wires.WRITER_AND_AGENCY, *notices.RULES, notices.ABOUT_WRITER,
    notices.HOUSE, notices.CALLED, notices.NAME, notices.NAME_BEHIND, notices.DATED, notices.DATED_BEHIND, notices.AGO,
    notices.SECTION, notices.PATH, notices.PLACE, notices.FILED, notices.POINTS, notices.SCHOLAR, notices.WRITER,
    notices.WRITER_DATED, notices.TAGS, notices.CONTACT, notices.DISCLAIMER, notices.OF_ITSELF, notices.LEAVE,
    notices.INITIALS, notices.SIGNED,
    *fields.RULES, fields.KEYED_DATE, fields.STAMPED, fields.HOUSE, fields.WRITER, *phrases.RULES,
    *lines.RULES, *lines.RESORTS, *headings.RULES,
)  # fmt: skip
