"""For those who write rules: cases as tests, what no case notices, golden dumps, and what rules do over a corpus.

::

    import pytest
    from syndclean.testing import cases, golden_dumps, survivors
    from house_rules import HOUSE, clean

    @pytest.mark.parametrize("case", cases(HOUSE))
    def test_case(case):
        case.check()

    def test_nothing_is_untested():
        left = survivors(HOUSE)
        assert not left, "\\n".join(left)

    @pytest.mark.parametrize("dump", golden_dumps("tests/dumps", clean=clean))
    def test_golden(dump):
        dump.check()
"""

from syndclean.testing.coverage import Candidate, Coverage, Fired, coverage
from syndclean.testing.golden import SUFFIXES, Golden, golden_dumps, golden_json
from syndclean.testing.limits import slow_on
from syndclean.testing.mutants import Mutant, mutants, survivors
from syndclean.testing.trials import Trial, cases, clean_with, our_rules

__all__ = [
    "SUFFIXES", "Candidate", "Coverage", "Fired", "Golden", "Mutant", "Trial", "cases", "clean_with", "coverage",
    "golden_dumps", "golden_json", "mutants", "our_rules", "slow_on", "survivors",
]  # fmt: skip
