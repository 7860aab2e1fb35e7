"""Each recipe of docs/engines.md, run as it stands there: the rows that come back are the same everywhere.

One row in a thousand is poisoned: null, empty, a megabyte of the worst. Engines that are not installed are skipped.
"""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import syndclean

pa = pytest.importorskip("pyarrow", reason="the extra syndclean[arrow] is not installed")
pq = pytest.importorskip("pyarrow.parquet")

ROOT = Path(__file__).parents[2]
RECIPES = dict(re.findall(r"^## (.+?)\n.*?```python\n(.*?)```", (ROOT / "docs/engines.md").read_text(), re.M | re.S))
ENGINES = {"PySpark": "pyspark", "Polars": "polars", "DuckDB": "duckdb", "Hugging Face datasets": "datasets",
           "Ray Data": "ray", "datatrove": "datatrove"}  # fmt: skip

POISON = {500: None, 1500: "", 2500: "obus.Ces \u0000“ livraisons”\ufeff😀\r\n" * 30_000}
ROWS = 3000


def dump(i: int) -> str | None:
    return POISON.get(i, f"Row {i} opens the harbour.The fishers are glad.\nAuthor : A. Writer\n- One\n")


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("news")
    table = pa.table({"id": [f"n{i}" for i in range(ROWS)], "text": [dump(i) for i in range(ROWS)]})
    pq.write_table(table, folder / "news.parquet", row_group_size=700)
    return folder


def run(recipe: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    shutil.rmtree(folder / "clean.parquet", ignore_errors=True)
    (folder / "clean.parquet").unlink(missing_ok=True)
    (folder / "recipe.py").write_text(recipe)
    settings = {**os.environ, "PYTHONPATH": str(ROOT), "HF_HOME": str(folder / "hf"), "HF_DATASETS_OFFLINE": "1",
                "RAY_USAGE_STATS_ENABLED": "0", "PYSPARK_PYTHON": sys.executable, **environment}  # fmt: skip
    return subprocess.run([sys.executable, "recipe.py"], cwd=folder, env=settings, capture_output=True, text=True)


def rows(folder: Path) -> list[dict[str, Any]]:
    path = folder / "clean.parquet"
    files = sorted(path.rglob("*.parquet")) if path.is_dir() else [path]
    found = [row for file in files for row in pq.ParquetFile(file).read().to_pylist()]
    return sorted(found, key=lambda row: int(row["id"][1:]))


def check(found: list[dict[str, Any]]) -> None:
    assert [row["id"] for row in found] == [f"n{i}" for i in range(ROWS)]
    errors = {i: row["error"]["type"] for i, row in enumerate(found) if row["error"]}
    assert errors == {500: "TypeError", 1500: "ValueError"}
    for i in (0, 999, 2500, ROWS - 1):
        document = syndclean.Document.model_validate({**found[i]["document"], "raw": found[i]["text"]})
        assert document == syndclean.clean(str(dump(i)))
    assert all(row["document"]["text"].startswith(f"Row {i} opens") for i, row in enumerate(found) if i not in POISON)


def test_every_recipe_has_its_test() -> None:
    assert set(RECIPES) == set(ENGINES)


@pytest.mark.parametrize("engine", ENGINES)
def test_recipe(engine: str, news: Path) -> None:
    needs(engine)
    done = run(RECIPES[engine], news, **master("local[2]"))
    assert done.returncode == 0, done.stderr[-4000:]
    check(rows(news))


def needs(engine: str) -> None:
    if importlib.util.find_spec(ENGINES[engine]) is None:
        pytest.skip(f"{ENGINES[engine]} is not installed")
    if engine == "PySpark" and shutil.which("java") is None:
        pytest.skip("PySpark needs Java")


def master(name: str) -> dict[str, str]:
    return {"PYSPARK_SUBMIT_ARGS": f"--master {name} --conf spark.ui.enabled=false pyspark-shell"}


def test_spark_with_two_worker_processes(news: Path) -> None:
    needs("PySpark")
    done = run(RECIPES["PySpark"] + "print(spark.sparkContext.master)\n", news, **master("local-cluster[2,1,1024]"))
    assert done.returncode == 0, done.stderr[-4000:]
    assert done.stdout.startswith("local-cluster[2,1,1024]")
    check(rows(news))


def test_spark_with_two_columns_swapped_is_refused(news: Path) -> None:
    """Spark itself would put the articles into `id` and succeed."""
    needs("PySpark")
    announced = "announced = output_schema(to_arrow_schema(news.schema))"
    swapped = announced.replace("news.schema", 'news.select("text", "id").schema')
    assert announced in RECIPES["PySpark"]
    done = run(RECIPES["PySpark"].replace(announced, swapped), news, **master("local[2]"))
    assert done.returncode != 0
    assert "SchemaError: column 0 is announced as text: string and comes as id: string" in done.stderr
