"""What is looked for, one file a family; every rule carries its cases."""

from syndclean.rule import Rule
from syndclean.rules import characters, joints, quotes, wraps

ALL: tuple[Rule, ...] = (
    *characters.RULES, characters.WINDOWS, *wraps.RULES, *joints.RULES, *quotes.RULES
)  # fmt: skip
