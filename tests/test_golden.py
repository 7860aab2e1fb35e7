"""Golden dumps: written beside the dump, and every change said so that a reviewer can judge it."""

import json
from pathlib import Path

import pytest

from syndclean import Document, RuleError, clean
from syndclean.cli import main
from syndclean.testing import Golden, clean_with, golden_dumps
from syndclean.testing.golden import changed

TEXT = """The pier is open again.The mayor cut the ribbon on Monday.
It had been closed for a year, after the storm.
© 2024 Pier Post
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pier.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "odd.bin").write_bytes(b"caf\xe9 \xff\x00 and a\xe2\x80\x8bb")
    (tmp_path / "notes.md").write_text("not a dump", encoding="utf-8")
    for dump in golden_dumps(tmp_path):
        assert dump.write()
    return tmp_path


def pier(folder: Path) -> Golden:
    return next(dump for dump in golden_dumps(folder) if dump.__name__ == "pier")


def rewrite(folder: Path, was: str, now: str, name: str = "pier") -> None:
    path = folder / f"{name}.json"
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, now), encoding="utf-8")


def test_what_was_just_written_is_no_difference(folder: Path) -> None:
    for dump in golden_dumps(folder):
        dump.check()
        assert not dump.write()
    assert sorted(path.name for path in folder.iterdir()) == [
        "notes.md",
        "odd.bin",
        "odd.json",
        "pier.json",
        "pier.txt",
    ]


def test_one_segment_a_line_and_the_same_facts_as_the_document(folder: Path) -> None:
    text = (folder / "pier.json").read_text(encoding="utf-8")
    golden, document = json.loads(text), clean(TEXT)
    assert [(s["start"], s["end"], s["kind"], s["role"], s["text"]) for s in golden["segments"]] == [
        (s.start, s.end, s.kind, s.role, s.text) for s in document.segments
    ]
    assert sum(line.lstrip().startswith('{"start"') for line in text.split("\n")) == sum(
        len(golden[name]) for name in ("segments", "edits", "fields", "problems")
    )
    assert golden["metadata"]["copyright"] == "© 2024 Pier Post"


def test_what_cannot_be_seen_is_escaped_and_everything_is_utf_8(folder: Path) -> None:
    (folder / "odd.txt").unlink(missing_ok=True)
    (folder / "hidden.txt").write_text("70\u202f% of it\u00a0all", encoding="utf-8")
    dump = next(dump for dump in golden_dumps(folder) if dump.__name__ == "hidden")
    dump.write()
    assert "70\\u202f% of it\\u00a0all" in dump.beside.read_text(encoding="utf-8")
    surrogate = Golden(folder / "hidden.txt", lambda data: Document(raw=""))
    assert surrogate.written().encode("utf-8")


def test_a_kind_that_changed(folder: Path) -> None:
    rewrite(folder, '"kind": "footer", "role": "copyright"', '"kind": "boilerplate", "role": "legal"')
    (said,) = pier(folder).differences()
    assert said.splitlines()[0].endswith('"© 2024 Pier Post"')
    assert "was boilerplate/legal, is footer/copyright" in said


def test_a_rule_a_language_and_a_text_that_changed(folder: Path) -> None:
    rewrite(folder, '"text": "It had been', '"text": "It has been')
    rewrite(folder, '"rule": "footer/copyright-notice"', '"rule": "footer/old"')
    rewrite(folder, '"language": "en",\n  "segments"', '"language": "de",\n  "segments"')
    said = "\n".join(pier(folder).differences())
    assert 'text: "It ha⟦s⟧ been closed for a year,…" → "It ha⟦d⟧ been closed for a year,…"' in said
    assert "rule was footer/old, is footer/copyright-notice" in said
    assert "the document's language was de, is en" in said


def test_a_segment_that_became_two(folder: Path) -> None:
    path = folder / "pier.json"
    golden = json.loads(path.read_text(encoding="utf-8"))
    first, second = golden["segments"][:2]
    golden["segments"][:2] = [{**first, "end": second["end"], "text": first["text"] + second["text"]}]
    path.write_text(json.dumps(golden), encoding="utf-8")
    (said,) = pier(folder).differences()
    lines = said.splitlines()
    assert lines[0] == f"  raw[0:{second['end']}] was one segment, is 2 segments"
    assert [line[:6] for line in lines[1:]] == ["    - ", "    + ", "    + "]


def test_segments_that_came_and_went(folder: Path) -> None:
    path = folder / "pier.json"
    golden = json.loads(path.read_text(encoding="utf-8"))
    del golden["segments"][1]
    path.write_text(json.dumps(golden), encoding="utf-8")
    assert "was nothing, is one segment" in pier(folder).differences()[0]
    golden["segments"].append({**golden["segments"][0], "start": 500, "end": 510})
    path.write_text(json.dumps(golden), encoding="utf-8")
    assert "was one segment, is nothing" in "\n".join(pier(folder).differences())


def test_facts_and_edits_that_changed(folder: Path) -> None:
    rewrite(folder, '"copyright": "© 2024 Pier Post"', '"copyright": "© 2023 Pier Post"')
    rewrite(folder, '"name": "copyright"', '"name": "licence"')
    said = "\n".join(pier(folder).differences())
    assert 'metadata.copyright was "© 2023 Pier Post", is "© 2024 Pier Post"' in said
    assert "fields lost" in said
    assert "fields new" in said
    rewrite(folder, '"edits": []', '"edits": [{"start": 0, "end": 1, "was": "T", "text": "t", "rules": ["x/y"]}]')
    assert '    - "T" → "t" (x/y)' in "\n".join(pier(folder).differences())


def test_another_dump_is_compared_by_its_texts(folder: Path) -> None:
    (folder / "pier.txt").write_text("New first line of the article, and more.\n" + TEXT, encoding="utf-8")
    said = "\n".join(pier(folder).differences())
    assert "the dump itself has changed" in said
    assert "New first line" in said
    assert "It had been closed" not in said


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"segments": 3}', "\xff"])
def test_a_file_that_is_no_golden_file(folder: Path, text: str) -> None:
    (folder / "pier.json").write_text(text, encoding="latin-1")
    assert "does not read as a golden file" in pier(folder).differences()[0]


def test_a_missing_file_says_what_to_do(folder: Path) -> None:
    (folder / "pier.json").unlink()
    assert "write it with `syndclean golden" in pier(folder).differences()[0]
    with pytest.raises(AssertionError, match="not there yet"):
        pier(folder).check()


def test_line_ends_of_a_checkout_make_no_difference(folder: Path) -> None:
    path = folder / "pier.json"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert pier(folder).differences() == []
    assert not pier(folder).write()


def test_folders_that_hold_nothing(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="holds no dump"):
        golden_dumps(tmp_path)
    with pytest.raises(NotADirectoryError, match="no folder"):
        golden_dumps(tmp_path / "missing")
    for name in ("A.TXT", "a.b.bin"):
        (tmp_path / name).write_bytes(b"x")
    assert [dump.__name__ for dump in golden_dumps(tmp_path)] == ["A", "a.b"]
    for name in ("a.txt", "a.bin"):
        (tmp_path / name).write_bytes(b"x")
    with pytest.raises(ValueError, match=r"would share a\.json"):
        golden_dumps(tmp_path)


def test_the_command_writes_and_checks(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["golden", "--check", str(folder)]) == 0
    rewrite(folder, "footer/copyright-notice", "footer/old")
    assert main(["golden", "--check", str(folder)]) == 1
    said = capsys.readouterr()
    assert "rule was footer/old" in said.out
    assert "1 of 2 dumps" in said.err
    assert main(["golden", str(folder)]) == 0
    assert capsys.readouterr().out == f"{folder / 'pier.json'}\n"
    assert main(["golden", "--check", str(folder)]) == 0
    assert main(["golden", str(folder / "missing")]) == 2
    assert main(["golden", str(folder), "--clean", "syndclean"]) == 2
    assert "MODULE:NAME" in capsys.readouterr().err


HOUSE = """
from functools import partial
from syndclean import LineRule, decode, pipeline, repair, split, tag
from syndclean.steps.split import RULES
rule = LineRule("house/desk", "A desk.", "footer", "credit", pattern="Desk 7", hits=("Desk 7",), misses=("{miss}",))
clean = pipeline(decode, repair, partial(split, rules=(*RULES, rule)), tag)
"""


def test_the_hint_is_a_command_that_helps(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.syspath_prepend(str(folder))
    (folder / "house_golden.py").write_text(HOUSE.replace("{miss}", "Desk 8"), encoding="utf-8")
    (folder / "desk.txt").write_text(TEXT + "Desk 7\n", encoding="utf-8")
    own = ["--clean", "house_golden:clean"]
    assert main(["golden", "--check", str(folder), *own]) == 1
    hint = capsys.readouterr().out.partition("write it with `")[2].partition("`")[0]
    assert hint.split() == ["syndclean", "golden", str(folder), *own]
    assert main(hint.split()[1:]) == 0
    assert main(["golden", "--check", str(folder), *own]) == 0
    in_python = golden_dumps(folder, clean=clean_with(()))[0]
    rewrite(folder, '"kind": "footer"', '"kind": "header"', "desk")
    with pytest.raises(AssertionError, match=r"--clean MODULE:NAME`, under the name of the function"):
        in_python.check()


def test_a_rule_that_fails_is_no_fault_of_the_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.syspath_prepend(str(folder))
    (folder / "house_fails.py").write_text(HOUSE.replace("{miss}", "Desk 7"), encoding="utf-8")
    for check in ([], ["--check"]):
        assert main(["golden", str(folder), "--clean", "house_fails:clean", *check]) == 2
        said = capsys.readouterr()
        assert not said.out
        assert "house/desk, miss 1" in said.err
    import house_fails  # type: ignore[import-not-found]

    with pytest.raises(RuleError, match="house/desk, miss 1"):
        golden_dumps(folder, clean=house_fails.clean)[0].check()


def test_ones_own_pipeline(folder: Path) -> None:
    own = golden_dumps(folder, clean=clean_with(()))
    assert [dump.differences() for dump in own] == [[], []]
    upper = golden_dumps(folder, clean=lambda data: clean(data.upper()))
    assert all(dump.differences() for dump in upper)


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("a", "b", '"⟦a⟧" → "⟦b⟧"'), ("", "b", '"⟦⟧" → "⟦b⟧"'), ("aaa", "aa", '"aa⟦a⟧" → "aa⟦⟧"'),
        ("x" * 400, "y", '"⟦' + "x" * 190 + ' … ⟧" → "⟦y⟧"'),
    ],
)  # fmt: skip
def test_where_two_texts_differ(was: str, now: str, said: str) -> None:
    assert changed(was, now) == said
