"""Pages of documents: every character once, every edit once, nothing that runs, colours that can be read."""

import itertools
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from drawn import ALL, ARABIC, FRENCH, HOSTILE
from hypothesis import given
from hypothesis import strategies as st
from strategies import PIECES, texts

from syndclean import clean
from syndclean.document import Document, Edit, Metadata, Problem, Segment
from syndclean.edits import replay
from syndclean.view import compare as compared
from syndclean.view import raw as drawn_raw
from syndclean.view.compare import compare, stretches
from syndclean.view.page import page
from syndclean.view.raw import draw
from syndclean.view.sheet import DRAWN_ON, PALETTE, POLICY, TEXT_ON
from syndclean.view.signs import runs
from syndclean.view.terminal import show


class Page(HTMLParser):
    """The tags of a page, and the raw text as it stands in it."""

    def __init__(self, html):
        super().__init__()
        self.raw, self.tags, self.ids, self.links, self.now = "", [], [], [], []
        self.begins = self.depth = 0
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        have = dict(attributes)
        self.tags.append((tag, have))
        self.ids += [have["id"]] if "id" in have else []
        self.links += [have["href"]] if tag == "a" and "href" in have else []
        if tag == "pre":
            self.depth, self.begins = 1, len(self.raw)
        if self.depth and "data-code" in have:
            self.raw += chr(int(have["data-code"], 16)) * int(have["data-times"])
        if self.depth and tag == "ins":
            self.now.append(have["data-after"])

    def handle_endtag(self, tag):
        if tag == "pre":
            self.depth = 0

    def handle_data(self, data):
        if self.depth:
            # HTML drops a line feed that follows <pre> at once
            self.raw += data[1:] if len(self.raw) == self.begins and data.startswith("\n") and self.first() else data

    def first(self):
        return self.tags[-1][0] == "pre"


@st.composite
def documents(draw_):
    """Lawful documents with edits and segments anywhere."""
    raw = draw_(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=12).map("".join))
    cuts = sorted(draw_(st.sets(st.integers(0, len(raw)), max_size=8)) | {0, len(raw)})
    edits = []
    for low, high in itertools.pairwise(cuts):
        places = sorted(draw_(st.lists(st.integers(low, high), min_size=2, max_size=2)))
        text = draw_(st.sampled_from(["", " ", "x", "\n", "”", "<b>", "\u200b", "“a”"]))
        follows = not edits or (edits[-1].end <= places[0] and edits[-1].start < places[1])  # one insertion a place
        if draw_(st.booleans()) and follows and raw[slice(*places)] != text:
            edits.append(Edit(*places, text, ("house/any",)))
    segments = []
    for low, high in itertools.pairwise(cuts):
        inside = [
            e for e in edits if low <= e.start and e.end <= high and not (e.start == e.end and e.end in (low, high))
        ]
        if raw[low:high].strip():
            segments.append(Segment(low, high, "body", "paragraph", replay(raw, inside, low, high), "en", None, "a/b"))
    return Document(raw=raw, segments=tuple(segments), edits=tuple(edits))


@given(documents())
def test_every_character_and_every_edit_once(document):
    read = Page(f"<div>{draw(document)}</div>")
    assert read.raw == document.raw
    assert len(read.now) == sum(bool(edit.text) for edit in document.edits)
    assert len(read.ids) == len(set(read.ids)) == len(document.segments)


@given(texts)
def test_any_text_makes_a_page(raw):
    document = clean(raw)
    read = Page(page(document))
    assert read.raw == document.raw
    page(document).encode()


@pytest.mark.parametrize("name", ALL)
def test_every_link_has_its_place_and_every_place_one_name(name):
    read = Page(ALL[name].view())
    assert len(read.ids) == len(set(read.ids))
    assert {link[1:] for link in read.links} <= set(read.ids)
    assert all(link.startswith("#") for link in read.links)


def test_nothing_from_outside_and_nothing_that_runs():
    read = Page(HOSTILE.view())
    foreign = {"script", "img", "iframe", "svg", "link", "object", "embed", "form", "base"}
    assert not foreign & {tag for tag, _ in read.tags}
    assert not [name for _, have in read.tags for name in have if name.startswith("on") or name in ("src", "style")]
    assert "'unsafe" not in POLICY
    assert "http" not in POLICY


def _luminance(colour):
    """Relative luminance, as WCAG 2.2 defines it."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(TEXT_ON, 4.5), (DRAWN_ON, 3.0)], ids=["text", "drawn"])
def test_contrast(scheme, pairs, least):
    for front, ground in pairs:
        low, high = sorted(_luminance(PALETTE[name][scheme]) for name in (front, ground))
        assert (high + 0.05) / (low + 0.05) >= least, (front, ground)


def test_an_edit_says_before_and_after_and_its_rules():
    html = FRENCH.view()
    assert '<del>Ãª</del><ins data-after="ê"></ins>' in html
    assert "“Ãª” → “ê” · rule text/mojibake" in html
    assert "inserted “␣” · rule joint/space" in html
    assert "deleted “⟨ZWSP×2⟩” · rule text/invisible" in html
    assert 'dir="rtl"' in ARABIC.view()


def test_joints_stand_where_no_line_ends():
    raw = draw(FRENCH)
    assert raw.count('class="j"') == 2
    assert re.search(r'class="j"[^>]*></b><span class="s body heading"', raw)


@pytest.mark.parametrize(("texts_", "drawn_first"), [(("A”", "B"), True), (("A", "”B"), False)])
def test_an_insertion_between_two_segments_is_drawn_in_its_own(texts_, drawn_first):
    segments = tuple(Segment(i, i + 1, "body", "paragraph", text) for i, text in enumerate(texts_))
    html = draw(Document(raw="AB", segments=segments, edits=(Edit(1, 1, "”", ("a/b",)),)))
    assert (html.index("<ins") < html.index('class="j"')) == drawn_first


def test_a_segment_over_several_blocks_has_one_name_and_one_joint():
    long = "word " * 10_000 + "end"
    segments = (Segment(0, 4, "body", "heading", "Head"), Segment(4, 4 + len(long), "body", "paragraph", long))
    html = draw(Document(raw="Head" + long, segments=segments))
    read = Page(html)
    assert (read.raw, read.ids) == ("Head" + long, ["s0", "s1"])
    assert html.count('class="j"') == 1
    assert html.count("<pre") > 3


def test_what_is_too_much_is_drawn_as_text(monkeypatch):
    monkeypatch.setattr(drawn_raw, "MAX_ELEMENTS", 10)
    raw = "a\u200bb\u2060" * 30
    document = Document(raw=raw, segments=(Segment(0, len(raw), "body", "paragraph", raw),))
    html = document.view()
    assert "⟨ZWSP⟩b⟨WJ⟩a" in html
    assert html.count('class="u"') < 12


def test_a_megabyte_of_anything_makes_a_bounded_page():
    for unit in ("a\u200b", "\x00\x01", "<", "\ud800a", "x\n"):
        raw = unit * (1_000_000 // len(unit))
        html = page(Document(raw=raw, segments=(Segment(0, len(raw), "body", "paragraph", raw),)))
        assert html.count("<") < 120_000
        assert len(html) < 20_000_000


def test_a_notebook_gets_a_frame_that_runs_nothing():
    frame = HOSTILE._repr_html_()
    (tag, have), *others = Page(frame).tags
    assert (tag, have["sandbox"], others) == ("iframe", "", [])
    assert "<script>" not in frame


def test_versions_compared():
    raw = "One two.Three\nFooter"
    whole = Segment(0, 13, "body", "paragraph", "One two.Three")
    one = Document(raw=raw, segments=(whole, Segment(14, 20, "footer", "field", "Footer")))
    two = Document(raw=raw, edits=(Edit(3, 4, "\xa0", ("a/b",)),), metadata=Metadata(title="T"), segments=(
        Segment(0, 8, "body", "paragraph", "One\xa0two."), Segment(8, 13, "body", "paragraph", "Three"),
        Segment(14, 20, "boilerplate", "other", "Footer")))  # fmt: skip
    assert [s.changed for s in stretches(one, two)] == [("parted",), ("kind", "role")]
    assert [s.changed for s in stretches(two, one)] == [("joined",), ("kind", "role")]
    assert [s.changed for s in stretches(one, one)] == [(), ()]
    assert [s.changed for s in stretches(two, two)] == [(), (), ()]
    read = Page(compare(one, two))
    assert read.raw == "One two.Three" * 2 + "Footer" * 2
    assert "No segment is different" in compare(one, one)
    with pytest.raises(ValueError, match="not of one raw text"):
        compare(one, FRENCH)


def test_what_moved_and_what_reads_otherwise_is_named():
    def of(*spans, edits=(), problems=()):
        segments = tuple(Segment(a, b, "body", "paragraph", text) for a, b, text in spans)
        return Document(raw="A b c", segments=segments, edits=edits, metadata=Metadata(problems=problems))

    halves, others = of((0, 1, "A"), (2, 5, "b c")), of((0, 3, "A b"), (4, 5, "c"))
    assert [stretch.changed for stretch in stretches(halves, others)] == [("moved",)]
    edited = of((0, 5, "A b d"), edits=(Edit(4, 5, "d", ("text/a",)),))
    assert [stretch.changed for stretch in stretches(of((0, 5, "A b c")), edited)] == [("text",)]
    assert list(stretches(Document(raw=" "), Document(raw=" "))) == []
    gone, come = Problem(0, 1, "raw", "<gone>"), Problem(0, 1, "body", "come")
    html = compare(of((0, 5, "A b c"), problems=(gone,)), of((0, 5, "A b c"), problems=(come,)))
    assert "<li>gone: raw: &lt;gone&gt;</li><li>new: body: come</li>" in html


def test_compared_pages_are_bounded(monkeypatch):
    monkeypatch.setattr(compared, "MAX_SHOWN", 5)
    raw = "a\n" * 100
    kinds = [("body", "paragraph"), ("boilerplate", "other")]
    sides = [Document(raw=raw, segments=tuple(Segment(i, i + 1, *k, "a") for i in range(0, 200, 2))) for k in kinds]
    assert "and 95 more" in compare(*sides)


@pytest.mark.parametrize("name", ALL)
def test_the_terminal_gets_no_orders(name):
    plain = show(ALL[name], colour=False)
    assert not [run for run, unseen in runs(plain) if unseen]
    assert len(plain.splitlines()) >= len(ALL[name].segments)
    pytest.importorskip("rich")
    coloured = show(ALL[name], colour=True)
    assert "\x1b[" in coloured
    assert not re.search(r"\x1b(?!\[[0-9;]*m)|[\x00-\x09\x0b-\x1a\u202a-\u202e\u2066-\u2069]", coloured)


def test_without_rich_the_marks_are_plain(monkeypatch):
    monkeypatch.setitem(sys.modules, "rich.console", None)
    assert show(FRENCH, colour=True) == show(FRENCH, colour=False)
    assert "temp[-Ãª-]{+ê+}te" in show(FRENCH, colour=False)


def _command(*arguments):
    return subprocess.run([sys.executable, "-m", "syndclean", *map(str, arguments)], capture_output=True, check=False)


def test_the_command(tmp_path: Path):
    dump, saved, out = tmp_path / "dump.txt", tmp_path / "old.json", tmp_path / "page.html"
    dump.write_text("A sentence stands here.\nA second one.\n", encoding="utf-8")
    document = clean(dump.read_bytes())
    old = document.with_(segments=(Segment(0, 37, "body", "paragraph", document.raw.rstrip()),), edits=())
    saved.write_text(old.model_dump_json(), encoding="utf-8")
    assert _command("view", dump, "-o", out).returncode == 0
    assert out.read_text(encoding="utf-8") == page(document, name="dump.txt")
    assert _command("view", dump, "-o", "-").stdout == page(document, name="dump.txt").encode()
    assert _command("view", saved, "-o", out).returncode == 0
    assert _command("view", dump, "--against", saved, "-o", out).returncode == 0
    assert "parted" in out.read_text(encoding="utf-8")


def test_the_command_says_what_it_cannot_do(tmp_path: Path):
    dump, other = tmp_path / "dump.txt", tmp_path / "other.json"
    dump.write_text("A sentence.", encoding="utf-8")
    other.write_text(json.dumps({"raw": "Another.", "segments": []}), encoding="utf-8")
    for wrong, message in (
        (["view", tmp_path / "none.txt", "-o", "-"], b"No such file"),
        (["view", dump, "--against", other, "-o", "-"], b"no document of this dump"),
        (["view", other, "-o", "-"], b"raw[0:8] is in no segment"),
        (["view", dump, "-o", tmp_path / "no" / "page.html"], b"No such file"),
    ):
        done = _command(*wrong)
        assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, b"", 1)
        assert message in done.stderr
