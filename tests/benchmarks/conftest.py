"""Speed is measured by `make bench` alone: where pytest is not asked for benchmarks, nothing here is collected."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    return None if config.getoption("benchmark_only", default=False) else True
