"""The story of the README's Tuesday, as it stands there and as an engineer would have it in files."""

import doctest
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("name", ["README.md", "docs/writing-rules.md"])
def test_the_page_does_what_it_says(name: str) -> None:
    failed, tried = doctest.testfile(str(ROOT / name), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE,
                                     encoding="utf-8")  # fmt: skip
    assert tried > 5
    assert not failed


def sources() -> str:
    """What the story types, without what only looks."""
    story = (ROOT / "README.md").read_text(encoding="utf-8").partition("\n## Tuesday")[2].partition("\n## ")[0]
    examples = doctest.DocTestParser().get_examples(story)
    return "".join(
        e.source for e in examples if e.source.startswith(("from", "def", "pattern", "HOUSE", "clean", "import"))
    )


def test_the_same_in_files(tmp_path: Path) -> None:
    (tmp_path / "house_rules.py").write_text(sources(), encoding="utf-8")
    (tmp_path / "test_house.py").write_text(
        "import pytest\nfrom syndclean.testing import cases, golden_dumps, survivors\n"
        "from house_rules import HOUSE, clean\n"
        "@pytest.mark.parametrize('case', cases(HOUSE))\ndef test_case(case):\n    case.check()\n"
        "def test_nothing_is_untested():\n    left = survivors(HOUSE)\n    assert not left, '\\n'.join(left)\n"
        "@pytest.mark.parametrize('dump', golden_dumps('dumps', clean=clean))\n"
        "def test_golden(dump):\n    dump.check()\n",
        encoding="utf-8",
    )
    (tmp_path / "dumps").mkdir()
    (tmp_path / "dumps" / "one.txt").write_text(
        "The pier is open again, after two years.\nHanded on by Meridian Features · MF-4 · released 2 May 2024\n",
        "utf-8",
    )
    for command, code in [
        (["syndclean", "rules", "house_rules:HOUSE"], 0),
        (["syndclean", "rules", "--mutants", "house_rules:HOUSE"], 0),
        (["syndclean", "rules", "house_rules:HOUSE", "--over", "dumps"], 0),
        (["syndclean", "golden", "dumps", "--clean", "house_rules:clean"], 0),
        (["syndclean", "bulk", "dumps/one.txt", "--out", "clean", "--clean", "house_rules:clean"], 0),
        (["syndclean", "golden", "--check", "dumps", "--clean", "house_rules:clean"], 0),
        (["syndclean", "golden", "--check", "dumps"], 1),
        (["pytest", "-q", "-p", "no:cacheprovider", "test_house.py"], 0),
    ]:
        done = subprocess.run(
            [sys.executable, "-X", "utf8", "-m", *command], cwd=tmp_path, capture_output=True, check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        assert done.returncode == code, (command, done.stdout.decode(), done.stderr.decode())
    assert b"11 passed" in done.stdout
