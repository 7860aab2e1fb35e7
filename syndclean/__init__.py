"""Raw syndicated news dumps in; the article, the facts about it and proof that nothing was lost out."""

from syndclean.document import Document, Edit, Field, Metadata, Problem, Segment
from syndclean.many import CleaningError, Quarantined, clean_many
from syndclean.pipeline import STEPS, clean, pipeline
from syndclean.rule import JointRule, LineRule, RuleError, TextRule
from syndclean.steps.decode import decode
from syndclean.steps.repair import repair
from syndclean.steps.split import split
from syndclean.steps.tag import tag

__version__ = "0.1.0"

__all__ = [
    "STEPS", "CleaningError", "Document", "Edit", "Field", "JointRule", "LineRule", "Metadata", "Problem",
    "Quarantined", "RuleError", "Segment", "TextRule", "clean", "clean_many", "decode", "pipeline", "repair", "split",
    "tag",
]  # fmt: skip
