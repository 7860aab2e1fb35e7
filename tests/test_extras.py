"""What an extra is needed for says which, and how to install it; with it, its answers are BCP 47 tags."""

import importlib
import io
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from syndclean import clean
from syndclean.language import others
from syndclean.view.rows import rows


@pytest.fixture
def missing(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in ("pyarrow", "pyarrow.parquet", "zstandard", "rich"):
        monkeypatch.setitem(sys.modules, name, None)
    return monkeypatch


def test_arrow_is_named(missing: pytest.MonkeyPatch) -> None:
    missing.delitem(sys.modules, "syndclean.arrow", raising=False)
    with pytest.raises(ImportError, match=r"pip install 'syndclean\[arrow\]'"):
        importlib.import_module("syndclean.arrow")


@pytest.mark.parametrize(("name", "extra"), [("a.parquet", "arrow"), ("a.jsonl.zst", "zstd")])
def test_what_a_report_needs_is_named(missing: pytest.MonkeyPatch, tmp_path: Path, name: str, extra: str) -> None:
    (tmp_path / name).write_bytes(b"")
    with pytest.raises(ValueError, match=rf"to read {name}, install syndclean\[{extra}\]"):
        list(rows([tmp_path / name]))


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(others, "_built", {})
    return monkeypatch


def module(name: str, **inside: object) -> ModuleType:
    made = ModuleType(name)
    vars(made).update(inside)
    return made


@pytest.mark.parametrize("loader", ["from_model_file", "from_pickled_model"])
def test_py3langid_answers_in_tags(fresh: pytest.MonkeyPatch, loader: str) -> None:
    said = {"Skip": "no", "x y": "und", "船走了。": "zh", "The boats": "en"}
    built: list[object] = []

    def load(file: str, norm_probs: bool) -> SimpleNamespace:
        built.append((file, norm_probs))
        return SimpleNamespace(classify=lambda text: (said[text], 0.98765432))

    langid = module("py3langid.langid", LanguageIdentifier=SimpleNamespace(**{loader: load}), MODEL_FILE="model")
    fresh.setitem(sys.modules, "py3langid", module("py3langid", langid=langid))
    fresh.setitem(sys.modules, "py3langid.langid", langid)
    assert others.py3langid_detector("Skip") == ("nb", 0.9877)
    assert others.py3langid_detector("x y") == (None, 0.0)
    assert others.py3langid_detector("12:30") == (None, 0.0)
    assert others.py3langid_detector("船走了。")[0] in ("zh", "zh-Hans", "zh-Hant")
    assert others.py3langid_detector("The boats") == ("en", 0.9877)
    assert built == [("model", True)]


def test_lingua_answers_in_tags(fresh: pytest.MonkeyPatch) -> None:
    def answers(text: str) -> list[SimpleNamespace]:
        code = SimpleNamespace(name="TL" if "po" in text else "EN")
        return [SimpleNamespace(language=SimpleNamespace(iso_code_639_1=code), value=0.75 if text.strip() else 0.0)]

    fresh.setitem(others._built, "lingua", SimpleNamespace(compute_language_confidence_values=answers))
    assert others.lingua_detector("Opo") == ("fil", 0.75)
    assert others.lingua_detector("The boats\ud83d") == ("en", 0.75)
    assert others.lingua_detector(" ") == (None, 0.0)


@pytest.mark.parametrize("name", ["py3langid", "lingua"])
def test_a_detector_that_is_missing_is_named(fresh: pytest.MonkeyPatch, name: str) -> None:
    for part in (name, f"{name}.langid"):
        fresh.setitem(sys.modules, part, None)
    with pytest.raises(ModuleNotFoundError, match=rf'pip install "syndclean\[{name}\]"'):
        getattr(others, f"{name}_detector")("The boats")


def test_a_page_in_a_stream_that_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard output may be replaced by what knows no encoding (a notebook, a test)."""
    from syndclean.cli import main

    out = io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"The boats left.")))
    assert main(["clean"]) == 0
    assert out.getvalue() == "The boats left.\n"
    assert clean("The boats left.").text == "The boats left."
