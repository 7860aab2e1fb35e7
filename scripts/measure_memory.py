"""Run ``syndclean bulk`` over a large file and watch its memory: ``python scripts/measure_memory.py [--size 1e9]``.

The file is JSON Lines, made of the dumps of samples/ (or of FILE.jsonl, also .gz), each a little other than the last.
One line in a thousand is bad (no JSON, no text, another encoding, a row of three million characters), and in the middle
stands one of 100 MB. Needs Linux's /proc.
"""

import argparse
import gzip
import itertools
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
BAD = [b'{"text": "never closed', b'{"text": null}', b"{}", '{"text": "café"}'.encode("cp1252"), b"[" * 100_000,
       b'{"text": "' + b"Three million. " * 200_000 + b'"}']  # fmt: skip


def texts(file: Path | None, column: str) -> list[str]:
    if file is None:
        return [path.read_text(encoding="utf-8") for path in sorted((ROOT / "samples").glob("*.txt"))]
    with gzip.open(file) if file.suffix == ".gz" else file.open("rb") as lines:
        return [json.loads(line)[column] for line in lines]


def lines(texts: list[str], size: float) -> Iterator[bytes]:
    done, huge, bad = 0, False, itertools.cycle(BAD)
    for i, text in enumerate(itertools.cycle(texts)):
        if done > size:
            return
        if not huge and done > size / 2:
            huge = True
            yield b'{"text": "' + b"word " * 20_000_000 + b'"}\n'
        cut = i * 7 % len(text)
        varied = f"{text[cut:]}\n{i} {text[:cut]}" if i % 3 == 0 else f"{text} {i}"
        line = next(bad) if i % 1000 == 999 else json.dumps({"id": i, "text": varied}, ensure_ascii=False).encode()
        done += len(line)
        yield line + b"\n"


def memory(process: int) -> int:
    """Resident memory in MB, 0 where the process is gone."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmRSS")), 0)


def children(process: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, help="whose texts to take instead of samples/")
    parser.add_argument("--column", default="text")
    parser.add_argument("--size", type=float, default=1e9, help="bytes of the file that is made (default: 1e9)")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--compress", default="gz")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="end the run after so long")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder, "corpus.jsonl")
        with given.open("wb") as file:
            file.writelines(lines(texts(options.file, options.column), options.size))
        print(f"{given.stat().st_size:,} bytes in {given}", flush=True)
        command = [sys.executable, "-m", "syndclean", "bulk", str(given), "--out", f"{folder}/out", "--max-error-share",
                   "0.01", "--workers", str(options.workers), "--compress", options.compress]  # fmt: skip
        began, shown = time.monotonic(), 0.0
        process = subprocess.Popen(command)
        caller, worker = 0, 0
        while process.poll() is None and (now := time.monotonic() - began) < options.seconds:
            caller = max(caller, memory(process.pid))
            worker = max([worker, *map(memory, children(process.pid))])
            if now > shown + 30:
                shown = now
                shards = len(list(Path(folder, "out").glob("part-*")))
                print(f"{now:,.0f} s: {shards} shards; most memory of the caller {caller} MB, of a worker {worker} MB",
                      flush=True)  # fmt: skip
            time.sleep(0.1)
        process.terminate()
        print(f"exit code {process.wait()}; most memory of the caller {caller} MB, of a worker {worker} MB")
        written = sum(path.stat().st_size for path in Path(folder, "out").glob("part-*"))
        print(f"{time.monotonic() - began:,.0f} s, {written:,} bytes written")


if __name__ == "__main__":
    main()
