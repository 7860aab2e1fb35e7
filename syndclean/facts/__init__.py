"""What a field value says, dates aside: authors, addresses, agencies, datelines, tags, licences, notices of copyright.

Every function takes the text of one field or line, however long or hostile, raises nothing on any `str`, and runs in
time linear in it. What cannot be a name or an address is left out or is a problem; nothing is made up.
"""

from syndclean.facts.addresses import address, host, url
from syndclean.facts.agencies import agency
from syndclean.facts.bylines import (
    Byline,
    authors,
    introduced,
    is_lead,
    is_role,
    may_lead,
    mixed,
    reported_by,
    scholar,
    told_of,
    with_agency,
    with_role,
    without_lead,
)  # fmt: skip
from syndclean.facts.datelines import Dateline, dateline, place_and_day
from syndclean.facts.keywords import tags
from syndclean.facts.rights import begins_notice, copyright, licence, may_notice, reserved
from syndclean.facts.titles import PageTitle, Telling, headline
from syndclean.facts.vocabulary import LETTERS, LONGEST, folded, letters, said, with_cedillas

__all__ = [
    "LETTERS", "LONGEST", "Byline", "Dateline", "PageTitle", "Telling", "address", "agency", "authors", "begins_notice",
    "copyright", "dateline", "folded", "headline", "host", "introduced", "is_lead", "is_role", "letters", "licence",
    "may_lead", "may_notice", "mixed", "place_and_day", "reported_by", "reserved", "said", "scholar", "tags", "told_of",
    "url", "with_agency", "with_cedillas", "with_role", "without_lead",
]  # fmt: skip
