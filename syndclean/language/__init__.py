"""The language of a text, and of the segments of a page."""

from syndclean.language.detector import detect, detect_many
from syndclean.language.page import Piece, languages

__all__ = ["Piece", "detect", "detect_many", "languages"]
