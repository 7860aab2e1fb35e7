"""The language of a text, and of the segments of a page.

A detector is any function from a text to a BCP 47 tag, or None, and how sure that is (0 to 1): `detect`, one of the
extras, or your own, handed over as ``detector=``.
"""

from syndclean.language.detector import Answer, detect, detect_many
from syndclean.language.others import lingua_detector, py3langid_detector
from syndclean.language.page import Detector, Piece, languages

__all__ = [
    "Answer", "Detector", "Piece", "detect", "detect_many", "languages", "lingua_detector", "py3langid_detector",
]  # fmt: skip
