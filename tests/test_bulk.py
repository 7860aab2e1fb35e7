"""Files of many dumps: every format, bad rows that cost themselves, runs that are ended and go on."""

import gzip
import io
import itertools
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import syndclean
from syndclean.bulk import reading, writing
from syndclean.bulk.reading import Reader, Row, Usage, inputs, values
from syndclean.bulk.writing import BLOCK_ROWS, BLOCK_SIZE, MANIFEST, blocks, line
from syndclean.cli import bulk, main
from syndclean.many import attempt, each

TEXTS = ["One sentence.And another.", "Zeile eins\nZeile “zwei”, ja\r\nund drei", "三つ目の文。", "x;\t\"y\" 'z'"]


def run(*arguments: object) -> int:
    return main(["bulk", *map(str, arguments)])


def lines(folder: Path) -> list[dict[str, Any]]:
    found = []
    for path in sorted(folder.glob("part-*")):
        data = path.read_bytes()
        data = gzip.decompress(data) if path.suffix == ".gz" else unpacked(data) if path.suffix == ".zst" else data
        found += [json.loads(line) for line in data.splitlines()]
    return found


def unpacked(data: bytes) -> bytes:
    with pytest.importorskip("zstandard").ZstdDecompressor().stream_reader(data) as reader:
        return reader.read()  # type: ignore[no-any-return]


def jsonl(rows: list[dict[str, Any]]) -> bytes:
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)


def csv_of(rows: list[dict[str, Any]], delimiter: str = ",") -> bytes:
    import csv

    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def parquet(rows: list[dict[str, Any]]) -> bytes:
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), out, row_group_size=2)
    return out.getvalue()


def wet(rows: list[dict[str, Any]]) -> bytes:
    out = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 12\r\n\r\nsoftware: x\n\r\n\r\n"
    for row in rows:
        text = row["text"].encode()
        head = f"WARC-Type: conversion\r\nWARC-Target-URI: https://a.example/{row['id']}\r\nContent-Length: {len(text)}"
        out += f"WARC/1.0\r\n{head}\r\n\r\n".encode() + text + b"\r\n\r\n"
    return out


WRITERS: dict[str, Callable[[list[dict[str, Any]]], bytes]] = {
    "jsonl": jsonl, "csv": csv_of, "tsv": lambda rows: csv_of(rows, "\t"), "parquet": parquet, "warc.wet": wet,
}  # fmt: skip


def compressed(data: bytes, suffix: str) -> bytes:
    if suffix == ".gz":
        half = len(data) // 2
        return gzip.compress(data[:half]) + gzip.compress(data[half:])  # members one after the other, as Common Crawl's
    if suffix == ".zst":
        packer = pytest.importorskip("zstandard").ZstdCompressor()
        return packer.compress(data[:7]) + packer.compress(data[7:])  # type: ignore[no-any-return]
    return data


@pytest.mark.parametrize("suffix", ["", ".gz", ".zst"])
@pytest.mark.parametrize("form", WRITERS)
def test_every_format_gives_the_same_documents(form: str, suffix: str, tmp_path: Path) -> None:
    rows = [{"id": f"n{i}", "text": text} for i, text in enumerate(TEXTS)]
    path = tmp_path / f"news.{form}{suffix}"
    path.write_bytes(compressed(WRITERS[form](rows), suffix))
    assert run(path, "--out", tmp_path / "out", "--workers", 0) == 0
    found = lines(tmp_path / "out")
    assert [row["row"] for row in found] == list(range(len(TEXTS)))
    assert [syndclean.Document.model_validate(row["document"]) for row in found] == [syndclean.clean(t) for t in TEXTS]
    names = [{"url": f"https://a.example/n{i}"} if form == "warc.wet" else {"id": f"n{i}"} for i in range(len(TEXTS))]
    assert [row["columns"] for row in found] == names


@pytest.mark.parametrize("suffix", ["", ".gz", ".zst"])
def test_a_text_file_is_a_dump_and_a_folder_its_files(suffix: str, tmp_path: Path) -> None:
    folder = tmp_path / "dumps"
    folder.mkdir()
    for i, text in enumerate(TEXTS):
        (folder / f"{i}.txt{suffix}").write_bytes(compressed(text.encode(), suffix))
    (folder / "notes").write_text("not one of them")
    assert run(folder, "--out", tmp_path / "out", "--workers", 0, "--compress", "gz") == 0
    assert [row["document"]["raw"] for row in lines(tmp_path / "out")] == TEXTS


def test_workers_change_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(jsonl([{"text": f"Row {i}."} for i in range(100)]) + b"{bad\n")
    for workers in (0, 2):
        code = run(tmp_path / "a.jsonl", "--out", tmp_path / f"{workers}", "--workers", workers, "--shard-rows", 30)
        assert code == 0
    shards = [[path.read_bytes() for path in sorted((tmp_path / n).glob("part-*"))] for n in "02"]
    assert len(shards[0]) == 4
    assert shards[0] == shards[1]


BAD = [
    (b'{"text": "broken', "read", "JSONDecodeError"),
    (b"[1, 2]", "read", "ValueError"),
    (b'{"body": "x"}', "read", "KeyError"),
    (b'{"text": null}', "input", "TypeError"),
    (b'{"text": ""}', "input", "ValueError"),
    (b"[" * 100_000, "read", "RecursionError"),
    (b'{"text": "long ' + b"x" * 6000 + b'"}', "read", "ValueError"),
]


def test_a_bad_line_costs_that_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.setattr(reading, "MAX_ROW", 5000)
    bad = [row for row in BAD if row[2] != "RecursionError"]
    data = b"".join(b'{"text": "good"}\n' + row + b"\n" for row, _, _ in bad)
    (tmp_path / "a.jsonl").write_bytes(data)
    assert run(tmp_path / "a.jsonl", "--out", tmp_path / "out", "--workers", 0) == 1
    found = lines(tmp_path / "out")
    assert [row["document"]["text"] for row in found[::2]] == ["good"] * len(bad)
    assert [(row["error"]["stage"], row["error"]["type"]) for row in found[1::2]] == [row[1:] for row in bad]
    assert all(row["document"] is None for row in found[1::2])
    assert found[1]["input"] == '{"text": "broken'
    assert "6 bad rows (50.00%): 2 input, 4 read; the first: " in capsys.readouterr().err
    assert run(tmp_path / "a.jsonl", "--out", tmp_path / "out", "--resume", "--max-error-share", 0.5) == 0


def test_deep_json_costs_its_row() -> None:
    error = line(Row("a.jsonl", 0, "jsonl", BAD[5][0])).error
    assert error is not None
    assert error.stage == "read"


def test_a_line_in_another_encoding_is_read_and_recorded() -> None:
    row = Row("a.jsonl", 0, "jsonl", '{"id": "é", "text": "café"}'.encode("cp1252"))
    document = json.loads(line(row).data)["document"]
    assert document["text"] == "café"
    assert document["edits"][0]["rules"] == ["decode/windows-1252"]
    assert values(Row("a.jsonl", 0, "jsonl", b'{"text": "\\udce9 escaped"}'), "text")[0] == "\udce9 escaped"


@pytest.mark.parametrize("suffix", ["", ".gz", ".zst"])
@pytest.mark.parametrize("form", ["jsonl", "csv", "tsv"])
def test_a_file_of_utf16_is_read(form: str, suffix: str, tmp_path: Path) -> None:
    rows = [{"id": f"n{i}", "text": f"{i}😀 {text}" * 9000} for i, text in enumerate(TEXTS)]
    path = tmp_path / f"news.{form}{suffix}"
    path.write_bytes(compressed(WRITERS[form](rows).decode().encode("utf-16") + b"\n", suffix))  # half a character
    *found, last = Reader([path]).rows()
    assert [values(row, "text")[0] for row in found] == [row["text"] for row in rows]
    assert last.data.decode() == "\ufffd"


def test_parquet_that_python_has_no_word_for_costs_at_most_its_row(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    texts = pa.array([b"One.", b"Caf\xe9.", b"Three."]).view(pa.string())
    deep = pa.StructArray.from_arrays([pa.array([b"x", b"y", b"\xe9"]).view(pa.string())], ["name"])
    moments = pa.array([2**62, 0, 1], pa.timestamp("us"))
    pq.write_table(pa.table({"text": texts, "deep": deep, "moment": moments}), tmp_path / "a.parquet")
    found = [json.loads(line(row).data) for row in Reader([tmp_path / "a.parquet"]).rows()]
    assert [(row["document"] or {}).get("text") for row in found] == ["One.", "Café.", None]
    assert found[2]["error"]["stage"] == "read"
    assert "4611686018427387904" in found[0]["columns"]["moment"]


def test_what_json_has_no_word_for_is_written_all_the_same() -> None:
    row = Row("a.parquet", 0, "parquet", {"text": "One.", "x": float("nan"), "y": b"\xff", "z": "\ud800", "w": 1})
    assert json.loads(line(row).data)["columns"] == {"x": "nan", "y": "\udcff", "z": "\ud800", "w": 1}


def test_a_stray_quotation_mark_in_csv_costs_at_most_its_row(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('id,text\n1,"two\nlines"\n2,5" pipe\n3,plain\n4,"open\n5,plain\n6,6" pipe\n7,end\n')
    run(tmp_path / "a.csv", "--out", tmp_path / "out", "--workers", 0)
    found = {row["columns"].get("id"): (row["document"] or {}).get("raw") for row in lines(tmp_path / "out")}
    assert [found[n] for n in "123"] == ["two\nlines", '5" pipe', "plain"]
    assert [found[n] for n in "567"] == ["plain", '6" pipe', "end"]


def test_a_file_that_breaks_off_ends_with_an_error_and_the_others_go_on(tmp_path: Path) -> None:
    whole = gzip.compress(jsonl([{"text": os.urandom(50).hex()} for _ in range(200)]))
    (tmp_path / "a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "b.jsonl").write_bytes(jsonl([{"text": "good"}]))
    assert run(tmp_path / "a.jsonl.gz", tmp_path / "b.jsonl", "--out", tmp_path / "out", "--workers", 0) == 3
    found = lines(tmp_path / "out")
    assert [row["error"]["stage"] for row in found if row["error"]] == ["file"]
    assert found[-1]["document"]["text"] == "good"
    assert len(found) > 50


@pytest.mark.parametrize("cut", [1, 30])
def test_a_zstandard_file_that_breaks_off_is_seen(cut: int, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.zst"
    path.write_bytes(compressed(jsonl([{"text": "good"}]), ".zst")[:-cut])
    assert [row.broken for row in Reader([path]).rows()][-1]


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_bytes_can_be_read_as_anything(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("any")
    for name in ("a.jsonl", "a.csv", "a.wet", "a.txt", "a.jsonl.gz", "a.jsonl.zst", "a.parquet"):
        (folder / name).write_bytes(b"id,text\n" + data if name == "a.csv" else data)
        for row in Reader([folder / name]).rows():
            json.loads(line(row).data)


@given(st.lists(st.tuples(st.text(), st.text()), min_size=1))
@settings(deadline=None)
def test_csv_as_the_standard_library_writes_it(rows: list[tuple[str, str]]) -> None:
    rows = [(a.encode("utf-8", "replace").decode(), b.encode("utf-8", "replace").decode()) for a, b in rows]
    data = csv_of([{"id": a, "text": b} for a, b in rows])
    found = [values(row, "text") for row in reading._csv(io.BytesIO(data), "a.csv", "text")]
    assert found == [(b, {"id": a}) for a, b in rows]


def test_mistakes_are_usage(tmp_path: Path, capsys: Any) -> None:
    (tmp_path / "a.csv").write_text("id,body\n1,x\n")
    (tmp_path / "twice.csv").write_text("id,text,id\n1,x,2\n")
    (tmp_path / "a.jsonl").write_text('{bad\n{"body": "x"}\n')
    (tmp_path / "good.jsonl").write_text('{"body": "x"}\n{"text": "One."}\n')
    (tmp_path / "a.dat").write_text("x")
    (tmp_path / "old.csv").write_bytes(b"id,text\r1,One.\r")
    (tmp_path / "empty").mkdir()
    out, good = tmp_path / "out", tmp_path / "good.jsonl"
    assert run(good, "--out", tmp_path / "made", "--workers", 0, "--max-error-share", 1) == 0
    capsys.readouterr()
    mistakes = {
        ("-", "--out", out): "/dev/stdin with --format",
        (tmp_path / "missing.jsonl", "--out", out): "No such file",
        (tmp_path / "a.dat", "--out", out): "say --format",
        (tmp_path / "empty", "--out", out): "holds no file",
        (good, "--out", tmp_path): "not empty",
        (good, "--out", good): "good.jsonl is a file; --out names a folder",
        (good, "--out", out, "--shard-rows", 0): "--shard-rows is at least 1, not 0",
        (good, "--out", out, "--workers", -1): "--workers is at least 0, not -1",
        (good, "--out", out, "--max-error-share", 2): "--max-error-share is from 0 to 1, not 2",
        (good, "--out", out, "--clean", "no_house:clean"): "no module no_house",
        (tmp_path, "--out", out): f"lies in {tmp_path}, which is read",
        (tmp_path / "a.csv", "--out", out, "--workers", 0): "no column 'text'; its first line is id, body",
        (tmp_path / "a.jsonl", "--out", out, "--workers", 0): "no column 'text' among ['body'], nor in any",
        (tmp_path / "twice.csv", "--out", out, "--workers", 0): "two columns 'id'",
        (good, "--out", tmp_path / "made"): "--resume to go on",
        (good, "--out", tmp_path / "made", "--resume", "--column", "body"): "of other options (column)",
        (tmp_path / "a.csv", "--out", tmp_path / "made", "--resume", "--column", "id"): "of other inputs and options",
        (tmp_path / "old.csv", "--out", tmp_path / "old", "--workers", 0): "cannot be read: new-line character",
        (tmp_path / "a.csv", "--out", "-", "--resume"): "neither resumed",
    }
    for arguments, said in mistakes.items():
        assert run(*arguments) == 2, said
        told = capsys.readouterr().err
        assert said in told
        assert told.count("\n") == 1
    assert not out.exists()  # nothing is taken before all that can be looked at was looked at


@pytest.mark.parametrize("extra", ["zstandard", "pyarrow"])
def test_a_missing_extra_is_found_before_anything_is_written(
    extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    rows = [{"text": "One."}]
    (tmp_path / "a.parquet").write_bytes(parquet(rows))
    (tmp_path / "a.txt.zst").write_bytes(compressed(b"One.", ".zst"))
    (tmp_path / "b.jsonl").write_bytes(jsonl(rows))
    monkeypatch.setitem(sys.modules, extra, None)
    given = tmp_path / ("a.parquet" if extra == "pyarrow" else "a.txt.zst")
    assert run(given, "--out", tmp_path / "out") == 2
    assert "install syndclean[" in capsys.readouterr().err
    if extra == "zstandard":
        assert run(tmp_path / "b.jsonl", "--out", tmp_path / "out", "--compress", "zst") == 2
        assert "to write .zst files" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_what_is_passed_over_in_a_folder_is_said(tmp_path: Path, capsys: Any) -> None:
    folder = tmp_path / "dumps"
    folder.mkdir()
    for name in ("A.TXT", "b.Jsonl", "c.txt.GZ", "notes", "d.doc"):
        data = b'{"text": "One."}\n' if "Jsonl" in name else b"One."
        (folder / name).write_bytes(gzip.compress(data) if name.endswith("GZ") else data)
    assert run(folder, "--out", tmp_path / "out", "--workers", 0) == 0
    assert [row["document"]["text"] for row in lines(tmp_path / "out")] == ["One."] * 3
    assert "2 files (d.doc, notes) passed over" in capsys.readouterr().err


OWN = """
from functools import partial
from syndclean import LineRule, decode, pipeline, repair, split, tag
from syndclean.steps.split import RULES
desk = LineRule("house/desk", "The desk signs.", "footer", "credit", pattern=r"Handed on by Desk \\d{1,9}",
                hits=("Handed on by Desk 7",), misses=("Handed on by Desk {miss}",))
clean = pipeline(decode, repair, partial(split, rules=(*RULES, desk)), tag)
text = lambda raw: "no document"
"""


def test_a_pipeline_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "own_bulk.py").write_text(OWN.replace("{miss}", "x"))
    (tmp_path / "own_bad.py").write_text(OWN.replace("{miss}", "8"))
    texts = ["The pier is open again, after two years.\nHanded on by Desk 7"] * 3
    (tmp_path / "a.jsonl").write_bytes(jsonl([{"text": text} for text in texts]))
    for workers in (0, 1):
        given = ["a.jsonl", "--out", f"out{workers}", "--workers", workers, "--clean", "own_bulk:clean"]
        assert run(*given) == 0
        found = [row["document"]["segments"][-1]["rule"] for row in lines(tmp_path / f"out{workers}")]
        assert found == ["house/desk"] * 3
    capsys.readouterr()
    assert run("a.jsonl", "--out", "out0", "--resume") == 2
    assert "of other options (clean)" in capsys.readouterr().err
    for name, said in {"own_bad:clean": "house/desk, miss 1", "own_bulk:text": "gives str, not a Document"}.items():
        assert run("a.jsonl", "--out", "bad", "--clean", name) == 2
        assert said in capsys.readouterr().err
    assert not (tmp_path / "bad").exists()


def test_a_run_goes_on_under_another_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.jsonl").write_bytes(jsonl([{"text": f"Row {i}."} for i in range(5)]))
    given = ["--workers", 0, "--shard-rows", 2]
    for out in ("whole", "ended"):
        assert run("a.jsonl", "--out", out, *given) == 0
    manifest = tmp_path / "ended" / MANIFEST
    manifest.write_bytes(b"".join(manifest.read_bytes().splitlines(keepends=True)[:2]))
    for path in ("part-00001.jsonl", "part-00002.jsonl"):
        (tmp_path / "ended" / path).unlink()
    assert run(tmp_path / "a.jsonl", "--out", tmp_path / "ended", *given, "--resume") == 0
    assert contents(tmp_path / "ended") == contents(tmp_path / "whole")


FATAL = "This row kills."


def forked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A row that kills whoever cleans it, in workers that know of it because they are forked."""

    def mined(raw: Any, **options: Any) -> Any:
        if raw == FATAL:
            os.kill(os.getpid(), signal.SIGKILL)
        return attempt(raw, **options)

    monkeypatch.setattr(writing, "attempt", mined)
    monkeypatch.setattr(bulk, "each", lambda function, rows, workers, start: each(function, rows, workers=workers,
                                                                                  start="fork"))  # fmt: skip


@pytest.mark.parametrize("compress", ["none", "gz", "zst"])
def test_only_the_row_that_kills_is_set_aside(compress: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forked(monkeypatch)
    texts = [f"Row {i}." for i in range(100)]
    texts[40] = texts[77] = texts[78] = FATAL
    (tmp_path / "a.jsonl").write_bytes(jsonl([{"text": text} for text in texts]))
    rest = ["--workers", 2, "--compress", compress, "--shard-rows", 45, "--max-error-share", 0.03]
    assert run(tmp_path / "a.jsonl", "--out", tmp_path / "out", *rest) == 0
    found = lines(tmp_path / "out")
    assert [row["row"] for row in found] == list(range(100))
    assert [(row["document"] or {}).get("text", FATAL) for row in found] == texts
    bad = [row for row in found if row["error"]]
    assert [row["row"] for row in bad] == [40, 77, 78]
    assert all((row["error"]["stage"], row["error"]["type"]) == ("worker", "WorkerDied") for row in bad)
    assert FATAL in bad[0]["input"]


@given(st.lists(st.integers(0, 3 * BLOCK_SIZE // 2)), st.integers(1, 40))
def test_blocks_lose_nothing_and_end_with_their_shard(sizes: list[int], shard: int) -> None:
    rows = [Row("a.jsonl", i, "jsonl", b"x" * size) for i, size in enumerate(sizes)]
    made = list(blocks(rows, shard))
    assert [row for block in made for row in block] == rows
    ends = list(itertools.accumulate(map(len, made)))
    assert set(range(shard, len(rows) + 1, shard)) <= set(ends)
    assert all(len(block) <= BLOCK_ROWS and sum(row.size for row in block[:-1]) < BLOCK_SIZE for block in made)
    whole = -(-len(rows) // shard) * shard
    for start in range(0, whole, shard):  # as a run that goes on there
        assert list(blocks(rows[start:], shard)) == [block for block in made if block[0].number >= start]


def test_raise_ends_the_run(tmp_path: Path, capsys: Any) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "good"}\n{bad\n')
    assert run(tmp_path / "a.jsonl", "--out", tmp_path / "out", "--workers", 0, "--on-error", "raise") == 3
    assert "a.jsonl, row 1: read: JSONDecodeError" in capsys.readouterr().err
    assert lines(tmp_path / "out") == []


def test_standard_input_by_its_name(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "syndclean", "bulk", "/dev/stdin", "--format", "jsonl", "--out", "-", "--workers"]
    done = subprocess.run([*command, "0"], input=b'{"text": "good"}\n' * 3, capture_output=True, env=environment())
    assert (done.returncode, done.stderr) == (0, b"")
    assert [json.loads(row)["row"] for row in done.stdout.splitlines()] == [0, 1, 2]
    command[command.index("-")] = str(tmp_path / "out")
    done = subprocess.run([*command, "0"], input=b'{"text": "good"}\n', capture_output=True, env=environment())
    assert done.returncode == 2
    assert b"can be read but once" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_reader_of_standard_output_that_leaves_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "good"}\n' * 5000)
    command = [sys.executable, "-m", "syndclean", "bulk", "a.jsonl", "--out", "-", "--workers", "1"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          env=environment()) as running:  # fmt: skip
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


def test_an_interrupted_stream_is_not_told_to_resume(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    def interrupted(*given: object, **options: object) -> None:
        raise KeyboardInterrupt

    (tmp_path / "a.jsonl").write_bytes(b'{"text": "good"}\n')
    monkeypatch.setattr(bulk, "each", interrupted)
    assert run(tmp_path / "a.jsonl", "--out", "-") == 130
    assert capsys.readouterr().err == "syndclean: interrupted\n"
    assert run(tmp_path / "a.jsonl", "--out", tmp_path / "out") == 130
    assert "--resume goes on" in capsys.readouterr().err


def test_to_standard_output(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "good"}\n')
    command = [sys.executable, "-m", "syndclean", "bulk", "a.jsonl", "--out", "-", "--workers", "1"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, env=environment())
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["document"]["text"] == "good"


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(syndclean.__file__).parents[1])}


def finished(folder: Path) -> int:
    manifest = folder / MANIFEST
    return manifest.read_bytes().count(b"\n") - 1 if manifest.exists() else 0


def test_killed_and_gone_on_is_the_same_to_the_byte(tmp_path: Path) -> None:
    for n in range(3):
        rows = [{"id": i, "text": f"Row {i} of file {n}.And more of it."} for i in range(400)]
        (tmp_path / f"{n}.jsonl").write_bytes(jsonl(rows) + b"\n{bad\n")
    given = [str(tmp_path / f"{n}.jsonl") for n in range(3)]
    rest = ["--shard-rows", "70", "--compress", "gz", "--workers", "1"]
    command = [sys.executable, "-m", "syndclean", "bulk", *given, *rest]
    assert run(*given, "--out", tmp_path / "whole", *rest) == 0
    for shards in (1, 8):
        process = subprocess.Popen([*command, "--out", "ended", "--resume"], cwd=tmp_path, env=environment(),
                                   stderr=subprocess.DEVNULL)  # fmt: skip
        while finished(tmp_path / "ended") < shards and process.poll() is None:
            time.sleep(0.002)
        process.send_signal(signal.SIGKILL)
        process.wait()
    with (tmp_path / "ended" / MANIFEST).open("ab") as manifest:
        manifest.write(b'{"number": 99, "ro')  # killed in the middle of this line
    assert finished(tmp_path / "ended") < 18
    assert run(*given, "--out", tmp_path / "ended", *rest, "--resume") == 0
    assert contents(tmp_path / "ended") == contents(tmp_path / "whole")
    assert len(lines(tmp_path / "ended")) == 1203


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_long_stream_is_not_read_ahead(tmp_path: Path) -> None:
    def endless() -> Iterator[bytes | int]:
        while True:
            yield b'"never closed\n'

    assert next(reading._joined(endless(), lambda row: False)) == b'"never closed\n'


def test_inputs_say_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(Usage):
        inputs([str(tmp_path)])
    with pytest.raises(FileNotFoundError):
        inputs([str(tmp_path / "x")])
