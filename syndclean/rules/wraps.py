"""Lines that were broken at a fixed width, and are one paragraph."""

from syndclean.rule import TextRule

RULES: tuple[TextRule, ...] = ()
