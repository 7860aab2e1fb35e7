"""The values that come out: what they refuse, what they are equal to, what they give."""

import pytest
from pydantic import ValidationError

from syndclean import Document, Segment, clean
from syndclean.document import Edit, Metadata

TITLED = (
    "By Jane Doe\nThe boats have left, said the owner of the yard on Monday.\nSource: https://a.example/x\n"
    "Trending\n- Rain"
)


def test_the_segments_of_a_kind() -> None:
    document = clean(TITLED)
    assert [segment.text for segment in document.header] == ["By Jane Doe"]
    assert [segment.text for segment in document.footer] == ["Source: https://a.example/x"]
    assert [segment.role for segment in document.boilerplate] == ["list_heading", "headline"]
    assert document.segments == (*document.header, *document.body, *document.footer, *document.boilerplate)


@pytest.mark.parametrize(
    ("segments", "edits", "law"),
    [
        ((), (), "is in no segment"),
        ((Segment(0, 2, "body", "paragraph", "no"),), (), "do not give the text"),
        ((Segment(0, 2, "body", "paragraph", "Hi"),), (Edit(1, 3, "", ("a",)),), "out of order or out of raw"),
        ((Segment(0, 2, "body", "title", "Hi"),), (), "body has no role title"),
    ],
)
def test_what_could_not_have_come_from_clean_is_refused(
    segments: tuple[Segment, ...], edits: tuple[Edit, ...], law: str
) -> None:
    with pytest.raises(ValidationError, match=law):
        Document(raw="Hi", segments=segments, edits=edits)


@pytest.mark.parametrize("change", [{"start": -1}, {"kind": "tail"}, {"role": "nobody"}, {"confidence": 1.5}])
def test_a_segment_in_json_is_checked(change: dict[str, object]) -> None:
    packed = clean("Hi there.").model_dump()
    packed["segments"] = [{**packed["segments"][0], **change}]
    with pytest.raises(ValidationError):
        Document.model_validate(packed)


def test_documents_are_equal_where_every_field_is() -> None:
    one, two = clean(TITLED), clean(TITLED)
    assert two.body  # a view that was looked at does not count
    assert one == two
    assert hash(one) == hash(two)
    assert one != TITLED
    for other in (
        one.with_(language="fr"), one.with_(metadata=Metadata()), one.with_(segments=one.segments[:1]),
        one.with_(edits=(Edit(0, 0, " ", ("a",)),)), one.with_(raw=TITLED.upper()),
    ):  # fmt: skip
        assert other != one


def test_nothing_can_be_changed() -> None:
    document = clean("Hi there.")
    with pytest.raises(ValidationError, match="frozen"):
        document.raw = "Ho"
    with pytest.raises(AttributeError):
        document.segments[0].text = "Ho"  # type: ignore[misc]


def test_dates_come_back_as_days_and_moments() -> None:
    for written in ("2025-04-17", "2025-04-17 00:00:00", "2025-04-17T05:00:00+02:00"):
        document = clean(f"The boats have left the harbour.\nPublish date : {written}")
        value = document.metadata.published_at
        back = Document.model_validate_json(document.model_dump_json()).metadata.published_at
        assert (type(back), back) == (type(value), value)
    assert "published_at" in Document.model_json_schema()["$defs"]["Metadata"]["properties"]
