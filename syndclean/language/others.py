"""Detectors of other makers, each an extra, with the signature of `detect`."""

import threading
from collections.abc import Callable
from importlib import import_module
from typing import Any

from syndclean.language.detector import Answer, detect

# What they call languages that have another BCP 47 tag (RFC 5646, section 4.1: the shortest and the preferred one).
_TAGS = {"no": "nb", "tl": "fil", "zh-cn": "zh-Hans", "zh-tw": "zh-Hant"}

_built: dict[str, Any] = {}
_lock = threading.Lock()


def py3langid_detector(text: str) -> Answer:
    """The answer of py3langid, for 97 languages, some of which `detect` has no profile of (Galician, Serbian, Malay).

    `ModuleNotFoundError` says how to install it: ``pip install "syndclean[py3langid]"``.
    """
    identifier = _once("py3langid", _py3langid)
    if not any(map(str.isalpha, text)):
        return None, 0.0
    tag, confidence = identifier.classify(text)
    return (None, 0.0) if tag in ("und", "zxx") else (_bcp47(tag, text), round(float(confidence), 4))


def lingua_detector(text: str) -> Answer:
    """The answer of lingua, for 75 languages; slow and large, and the best of all on real headlines.

    `ModuleNotFoundError` says how to install it: ``pip install "syndclean[lingua]"``.
    """
    detector = _once("lingua", _lingua)
    best = detector.compute_language_confidence_values(text.encode("utf-8", "replace").decode())[0]
    tag = best.language.iso_code_639_1.name.lower()
    return (_bcp47(tag, text), round(best.value, 4)) if best.value > 0 else (None, 0.0)


def _bcp47(tag: str, text: str) -> str:
    if tag == "zh":  # they do not say which characters it is written in
        own, _ = detect(text)
        return own if own and own.startswith("zh") else tag
    return _TAGS.get(tag, tag)


def _once(extra: str, build: Callable[[], Any]) -> Any:
    """What `build` gives, built once in a process."""
    if extra not in _built:
        with _lock:
            if extra not in _built:
                try:
                    _built[extra] = build()
                except ModuleNotFoundError as missing:
                    message = f'the {extra} detector is not installed: pip install "syndclean[{extra}]"'
                    raise ModuleNotFoundError(message, name=missing.name) from missing
    return _built[extra]


def _py3langid() -> Any:
    langid = import_module("py3langid.langid")
    identifier = langid.LanguageIdentifier
    load = getattr(identifier, "from_model_file", None) or identifier.from_pickled_model  # its name since 0.4, before
    return load(langid.MODEL_FILE, norm_probs=True)


def _lingua() -> Any:
    return import_module("lingua").LanguageDetectorBuilder.from_all_languages().build()
