"""A report over a bulk run: what is counted, what is shown, and that neither grows with the run."""

import gzip
import json
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest
from drawn import ALL, FRENCH, HOSTILE

from syndclean.document import Document, Segment
from syndclean.view import tally as counting
from syndclean.view.report import report
from syndclean.view.rows import Row, document_of, rows
from syndclean.view.tally import MAX_ALIKE, MAX_EXAMPLES, Tally, tally


def line(document: Document, **more) -> str:
    return json.dumps({**json.loads(document.model_dump_json()), **more}) + "\n"


def row(document: Document, number: int = 1) -> Row:
    return Row(Path("part.jsonl"), number, json.loads(document.model_dump_json()))


def simple(text: str, kind: str = "body", role: str = "paragraph", rule: str = "body/plain") -> Document:
    return Document(raw=text, language="en", segments=(Segment(0, len(text), kind, role, text, "en", None, rule),))


def test_what_is_counted():
    counted = tally([row(FRENCH), row(FRENCH), row(HOSTILE), Row(Path("part.jsonl"), 4, {}, "split: ValueError: 7")])
    assert (counted.documents, counted.quarantined) == (3, 1)
    for kind in ("header", "body", "footer", "boilerplate"):
        of_kind = [s.end - s.start for d in (FRENCH, FRENCH, HOSTILE) for s in d.segments if s.kind == kind]
        assert (counted.size[kind], counted.segments[kind]) == (sum(of_kind), len(of_kind))
    assert counted.languages == {"fr": 2, "none": 1}
    assert sum(counted.removed) == 3
    mojibake = counted.rules["text/mojibake"]
    assert (mojibake.times, mojibake.documents, len(mojibake.examples)) == (2, 2, 1)
    assert "tempÃªte" in mojibake.examples[0].before
    assert "tempête" in mojibake.examples[0].after
    assert counted.rules["boilerplate/headline"].times == 4
    assert list(counted.errors) == ["split: ValueError: …"]
    assert [one.documents for one in counted.problems.values()] == [2, 1]


@pytest.mark.parametrize(("removed", "bin_"), [(0, 0), (4, 0), (5, 1), (50, 10), (99, 19), (100, 19)])
def test_the_share_that_was_removed(removed, bin_):
    raw = "x" * 100
    parts = [(0, 100 - removed, "body", "paragraph"), (100 - removed, 100, "boilerplate", "other")]
    segments = tuple(Segment(a, b, kind, role, raw[a:b]) for a, b, kind, role in parts if a < b)
    assert tally([row(Document(raw=raw, segments=segments))]).removed.index(1) == bin_


@pytest.mark.parametrize(
    "value",
    [
        {"raw": "x", "segments": 3},
        {"raw": "x", "segments": [{"kind": "body"}]},
        {"raw": 1, "segments": [{"kind": "body", "start": 0, "end": 1, "rule": "a"}]},
        {"raw": "x", "segments": [], "edits": [{"start": "a"}]},
        {"raw": "x", "segments": [], "metadata": ["x"]},
        {"raw": "x", "segments": [], "metadata": {"problems": [{}]}},
    ],
)
def test_a_row_that_is_no_document_costs_that_row(value):
    counted = tally([Row(Path("part.jsonl"), 1, value), row(FRENCH, 2)])
    assert (counted.documents, counted.quarantined) == (1, 1)
    assert counted.size == tally([row(FRENCH)]).size


def test_documents_worth_a_look():
    many = [row(simple("Only furniture", "boilerplate", "other"), n) for n in range(1, 30)]
    counted = tally([*many, row(simple("Fine"), 30), row(FRENCH, 31), row(HOSTILE, 32)])
    looks = counted.worth_a_look()
    assert [look.number for look in looks][:MAX_ALIKE] == [1, 2, 3]
    assert {look.number for look in looks} == {1, 2, 3, 31, 32}
    assert looks[0].why == ("no article is left",)


def test_examples_and_memory_are_bounded(monkeypatch):
    monkeypatch.setattr(counting, "MAX_KINDS_OF", 50)

    def run(count):
        for n in range(count):
            yield row(simple(f"Sentence number {n} of the run.", rule=f"house/rule-{n}"), n)

    tracemalloc.start()
    counted = tally(run(400))
    early = tracemalloc.get_traced_memory()[0]
    for one in run(2_000):
        counted.add(one)
    late = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert late - early < 100_000
    assert len(counted.rules) == 51
    assert counted.rules["others"].documents == 2_400 - 100
    assert all(len(seen.examples) <= MAX_EXAMPLES for seen in counted.rules.values())
    assert len(report(counted)) < 120_000


def test_what_is_shown():
    html = report(tally([row(d) for d in ALL.values()]), known=("house/never", "text/mojibake"), name="run <1>")
    assert "<title>run &lt;1&gt;: what was done</title>" in html
    assert "<script" not in html
    assert '1: <span class="rule">house/never</span>' in html
    assert html.count("<svg") == 2
    assert "no day of the calendar" in html
    assert '<h2>Quarantined rows</h2><p class="muted">None.</p>' in html


def test_an_empty_run_makes_a_page():
    assert "0 documents" in report(Tally())


def _written(folder: Path) -> None:
    lines = [
        line(FRENCH, id=7),
        "\n",
        "{broken\n",
        line(HOSTILE),
        json.dumps({"raw": "x", "error": "boom"}) + "\n",
        "[]\n",
    ]
    folder.mkdir()
    (folder / "part-0.jsonl").write_text("".join(lines), encoding="utf-8")
    (folder / "part-1.jsonl.gz").write_bytes(gzip.compress(line(ALL["arabic"]).encode()))
    (folder / "manifest.json").write_text("{}", encoding="utf-8")
    (folder / "_notes.jsonl").write_text("{}\n", encoding="utf-8")


def test_rows_of_a_folder(tmp_path):
    _written(tmp_path / "out")
    read = list(rows([tmp_path / "out"]))
    assert [(r.path.name, r.number, bool(r.error)) for r in read] == [
        ("part-0.jsonl", 1, False), ("part-0.jsonl", 3, True), ("part-0.jsonl", 4, False), ("part-0.jsonl", 5, True),
        ("part-0.jsonl", 6, True), ("part-1.jsonl.gz", 1, False),
    ]  # fmt: skip
    assert document_of(read[0].value) == FRENCH
    assert document_of(read[2].value) == HOSTILE  # lone surrogates and all


def test_zstandard(tmp_path):
    zstandard = pytest.importorskip("zstandard")
    path = tmp_path / "part.jsonl.zst"
    path.write_bytes(zstandard.compress(line(FRENCH).encode()) + zstandard.compress(line(ALL["arabic"]).encode()))
    assert [document_of(r.value).language for r in rows([path])] == ["fr", "ar"]


def test_what_a_bulk_run_writes(tmp_path):
    """Real output of `syndclean bulk`: documents under their own key, an error with its parts, the source's name."""
    (tmp_path / "dumps.jsonl").write_text('{"text": "One sentence."}\n{"text": null}\n', encoding="utf-8")
    done = _command(
        "bulk", tmp_path / "dumps.jsonl", "--out", tmp_path / "out", "--workers", "0", "--max-error-share", "1"
    )
    assert done.returncode == 0, done.stderr
    good, bad = rows([tmp_path / "out"])
    assert document_of(good.value).text == "One sentence."
    assert good.name.endswith("dumps.jsonl, row 0")
    assert (bad.error or "").startswith("input: TypeError: ")


def test_what_arrow_writes(tmp_path):
    """Documents of `syndclean.arrow` have no raw where the column beside them is the text."""
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    from syndclean.arrow import clean_batch

    batch = pyarrow.record_batch({"dump": ["One sentence.", None]})
    parquet.write_table(pyarrow.Table.from_batches([clean_batch(batch, column="dump")]), tmp_path / "part.parquet")
    good, bad = rows([tmp_path / "part.parquet"], column="dump")
    assert document_of(good.value).text == "One sentence."
    assert bad.error
    assert [bool(row.error) for row in rows([tmp_path / "part.parquet"])] == [True, True]


def test_parquet(tmp_path):
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    values = [FRENCH.model_dump(exclude={"text"}), ALL["arabic"].model_dump(exclude={"text"})]
    for value in values:
        value["metadata"]["published_at"] = None
    path = tmp_path / "part.parquet"
    parquet.write_table(pyarrow.Table.from_pylist(values), path)
    assert [document_of(r.value).segments for r in rows([path])] == [FRENCH.segments, ALL["arabic"].segments]
    assert tally(rows([path])).documents == 2


def _command(*arguments):
    return subprocess.run([sys.executable, "-m", "syndclean", *map(str, arguments)], capture_output=True, check=False)


def test_the_command_writes_the_report_and_the_views_it_links(tmp_path):
    _written(tmp_path / "out")
    page = tmp_path / "my report#1.html"
    done = _command("report", tmp_path / "out", "-o", page)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    html = page.read_text(encoding="utf-8")
    views = sorted(path.name for path in (tmp_path / "my report#1-views").iterdir())
    assert views == ["01.html", "02.html"]
    assert 'href="my%20report%231-views/01.html"' in html
    assert "3 documents · 3 rows in quarantine (50 %)" in html


def test_the_command_says_what_it_cannot_do(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "cut.jsonl.gz").write_bytes(gzip.compress(line(FRENCH).encode())[:-20])
    for out in ("none.jsonl", "empty", "cut.jsonl.gz"):
        done = _command("report", tmp_path / out, "-o", "-")
        assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, b"", 1)


@pytest.mark.parametrize(
    ("segments", "edits", "language", "reason"),
    [
        ([(0, 300, None)], [], None, "no language could be told"),
        ([(0, 4001, "en")], [], "en", "a block of more than 4000 characters"),
        ([(0, 100, "en")], [(0, 11)], "en", "more than a tenth was edited"),
        ([(0, 50, "en"), (50, 100, "fr")], [], "en", "an article in several languages"),
        ([(0, 200, None), (200, 4000, "en")], [(0, 10)], "en", None),
    ],
)
def test_why_a_document_is_worth_a_look(segments, edits, language, reason):
    size = counting.Counter({"body": sum(b - a for a, b, _ in segments)})
    rows_ = [{"start": a, "end": b, "kind": "body", "language": tag} for a, b, tag in segments]
    changes = [{"start": a, "end": b} for a, b in edits]
    assert [why for why, _ in counting._reasons(size, rows_, changes, language, 0)] == ([reason] if reason else [])
