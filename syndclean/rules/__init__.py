"""What is looked for, one file a family; every rule carries its cases."""

from syndclean.rule import Rule
from syndclean.rules import characters

ALL: tuple[Rule, ...] = (*characters.RULES, characters.WINDOWS)
