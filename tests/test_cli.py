"""The command line, as a person types it."""

import json
import subprocess
import sys
from pathlib import Path

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
