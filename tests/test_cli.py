"""The command line, as a person types it."""

import gzip
import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from syndclean.bulk import reading
from syndclean.cli import COMMANDS, main

SAMPLES = Path(__file__).parent.parent / "samples"


def syndclean(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "syndclean", *arguments], input=given, capture_output=True, check=False
    )


def test_the_article_of_standard_input() -> None:
    done = syndclean("clean", given=b"One sentence.Another one follows it here.")
    assert done.returncode == 0
    assert done.stdout.decode() == "One sentence.\n\nAnother one follows it here.\n"


def test_json_is_one_document_a_line(tmp_path: Path) -> None:
    names = []
    for i in range(2):
        names.append(str(tmp_path / f"{i}.txt"))
        Path(names[-1]).write_text(f"Article number {i} is short.", encoding="utf-8")
    lines = syndclean("clean", "--format", "json", *names).stdout.decode().splitlines()
    assert [json.loads(line)["text"] for line in lines] == ["Article number 0 is short.", "Article number 1 is short."]


def test_a_missing_file_is_one_line_and_the_others_are_cleaned(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("A good article.", encoding="utf-8")
    done = syndclean("clean", str(tmp_path / "missing.txt"), str(tmp_path), str(good))
    assert done.returncode == 2
    errors = done.stderr.decode().splitlines()
    assert len(errors) == 2
    assert "missing.txt: No such file or directory" in errors[0]
    assert "Is a directory" in errors[1]
    assert "A good article." in done.stdout.decode()


def test_no_command_shows_the_help() -> None:
    done = syndclean()
    assert done.returncode == 2
    assert b"COMMAND" in done.stderr


def test_version() -> None:
    from syndclean import __version__

    assert syndclean("--version").stdout.decode().strip() == __version__


def test_each_line_with_its_rule_and_what_it_nearly_was() -> None:
    done = syndclean("clean", "--explain", given=b"The boats have left the harbour.\nSource: https://a.example/x")
    lines = done.stdout.decode().splitlines()
    assert [line.split()[0] for line in lines] == ["body/paragraph", "footer/source_link"]
    assert [line.split()[1] for line in lines] == ["body/paragraph", "field/source-link"]


def test_a_page_of_the_segments_for_a_terminal() -> None:
    done = syndclean("clean", "--show", given=b"The boats have left the harbour.\nSource: https://a.example/x")
    assert "The boats have left the harbour." in done.stdout.decode()
    assert "https://a.example/x" in done.stdout.decode()


def test_several_files_have_their_names_above(tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text("One article.", encoding="utf-8")
    two.write_text("Another article.", encoding="utf-8")
    done = syndclean("clean", str(one), str(two))
    assert done.stdout.decode() == f"==> {one} <==\nOne article.\n\n==> {two} <==\nAnother article.\n\n"


def test_a_reader_that_leaves_is_no_error(tmp_path: Path) -> None:
    many = tmp_path / "many.txt"
    days = [f"It rained for the {n}th day in the harbour town." for n in range(900)]
    many.write_text("\n".join(days), encoding="utf-8")
    command = [sys.executable, "-m", "syndclean", "clean", *[str(many)] * 30]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(10)
        running.stdout.close()
        assert b"Traceback" not in running.stderr.read()
    assert running.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disc that is always full")
@pytest.mark.parametrize("arguments", [("clean",), ("rules",), ("--version",)])
def test_a_full_disc_is_one_line(arguments: tuple[str, ...]) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([sys.executable, "-m", "syndclean", *arguments], input=b"One.", stdout=full,
                              stderr=subprocess.PIPE, check=False)  # fmt: skip
    assert done.returncode == 3
    assert done.stderr.decode() == "syndclean: No space left on device\n"


def test_an_interrupt_while_it_reads_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    def interrupted() -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=SimpleNamespace(read=interrupted)))
    assert main(["clean"]) == 130
    assert capsys.readouterr().err == "syndclean: interrupted\n"


@pytest.mark.parametrize(
    "arguments",
    ["clean --show --explain", "clean --format json --show", "clean --explain --clean house:clean",
     "rules --mutants --over dumps", "rules --format markdown --mutants", "view a.json -o - --clean house:clean"],
)  # fmt: skip
def test_no_option_wins_silently_over_another(arguments: str, capsys: Any) -> None:
    assert main(arguments.split()) == 2
    said = capsys.readouterr()
    assert not said.out
    assert said.err.startswith("syndclean: ")
    assert said.err.count("\n") == 1


def test_a_compressed_dump_is_read_as_what_is_in_it(tmp_path: Path, capsys: Any) -> None:
    text = "The pier is open again.The mayor cut the ribbon."
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(text.encode()))
    (tmp_path / "torn.txt.gz").write_bytes(gzip.compress(text.encode())[:-9])
    (tmp_path / "large.txt.gz").write_bytes(gzip.compress(b"x" * (reading.MAX_ROW + 1)))
    assert main(["clean", str(tmp_path / "a.txt.gz")]) == 0
    assert capsys.readouterr().out == "The pier is open again.\n\nThe mayor cut the ribbon.\n"
    assert main(["view", str(tmp_path / "a.txt.gz"), "-o", str(tmp_path / "page.html")]) == 0
    for name, said in {"torn": "the file breaks off", "large": "too many for a dump"}.items():
        assert main(["clean", str(tmp_path / f"{name}.txt.gz")]) == 2
        assert said in capsys.readouterr().err
        assert main(["view", str(tmp_path / f"{name}.txt.gz"), "-o", "-"]) == 2
        assert said in capsys.readouterr().err


def test_a_dump_that_stays_untouched_is_said(tmp_path: Path, capsys: Any) -> None:
    (tmp_path / "rows.txt").write_text("a row\n" * 1002, encoding="utf-8")
    assert main(["clean", str(tmp_path / "rows.txt")]) == 0
    said = capsys.readouterr()
    assert said.out.count("\n") == 1003
    assert said.err.count("\n") == 1
    assert "rows.txt: more than 1000 lines" in said.err
    assert "nothing was touched" in said.err


OWN = "import syndclean\ndef upper(raw):\n    return syndclean.clean(raw.upper())\n"


def test_a_pipeline_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    Path("own_doors.py").write_text(OWN, encoding="utf-8")
    Path("a.txt").write_text("The pier is open again.", encoding="utf-8")
    assert main(["clean", "a.txt", "--clean", "own_doors:upper"]) == 0
    assert capsys.readouterr().out == "THE PIER IS OPEN AGAIN.\n"
    assert main(["view", "a.txt", "-o", "page.html", "--clean", "own_doors:upper"]) == 0
    assert "THE PIER IS OPEN AGAIN." in Path("page.html").read_text(encoding="utf-8")
    capsys.readouterr()
    for name, said in {"own_doors:OWN": "has no OWN", "own_doors:syndclean": "not callable"}.items():
        for command in (["clean"], ["view", "-o", "-"], ["golden", "--check"]):
            assert main([*command, "a.txt" if command != ["golden", "--check"] else ".", "--clean", name]) == 2
            told = capsys.readouterr().err
            assert said in told
            assert told.count("\n") == 1


def test_a_folder_is_no_dump_and_that_is_one_line(tmp_path: Path, capsys: Any) -> None:
    assert main(["view", str(tmp_path), "-o", "-"]) == 2
    assert capsys.readouterr().err == f"syndclean: {tmp_path}: Is a directory\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_plain_text(command: str, capsys: Any) -> None:
    with pytest.raises(SystemExit):
        main([command, "--help"])
    assert "`" not in capsys.readouterr().out
