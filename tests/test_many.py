"""Many dumps over worker processes: order, laziness, bounds, and what a bad row costs."""

import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import textwrap
import time
from copy import deepcopy
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import syndclean
from syndclean import many
from syndclean.many import CleaningError, Quarantined, clean_many, each

FATAL, FAULTY = "This row kills.", "This row raises."


def mined(raw):
    """A first step that a text can kill or make raise."""
    if raw == FATAL:
        os.kill(os.getpid(), signal.SIGKILL)
    if raw == FAULTY:
        raise LookupError("as asked")
    return syndclean.decode(raw)


MINED = (mined, *syndclean.STEPS[1:])


def rows(count):
    return [f"Row {i} has a sentence.And another." for i in range(count)]


def alive():
    return multiprocessing.active_children()


@given(st.lists(st.text() | st.binary() | st.none(), max_size=20))
@settings(max_examples=50, deadline=None)
def test_here_it_is_clean_row_by_row(raws) -> None:
    for position, (raw, row) in enumerate(zip(raws, clean_many(raws, workers=0), strict=True)):
        if raw is None:
            assert (row.position, row.raw, row.stage, row.type) == (position, None, "input", "TypeError")
        else:
            assert row == syndclean.clean(raw)


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_workers_change_nothing(workers) -> None:
    raws = [*rows(150), b"caf\xe9", "", None, "\ud800 alone", "x" * 300_000]
    assert list(clean_many(raws, workers=workers)) == list(clean_many(raws, workers=0))
    assert not alive()


def test_a_document_is_pickled_without_its_views() -> None:
    raw = "The harbour is open.The fishers are â€œgladâ€\x9d.\nAuthor : A. Writer\nPublish date : 2024-13-45\n- One\n"
    document = syndclean.clean(raw)
    assert all((document.text, document.edits, document.metadata.fields, document.metadata.problems))
    for copy in (pickle.loads(pickle.dumps(document)), pickle.loads(pickle.dumps(document, 2)), deepcopy(document)):
        assert copy == document
        assert copy.metadata == document.metadata
        assert copy.model_dump_json() == document.model_dump_json()
        assert copy.segments[0] == document.segments[0]
    assert "text" not in document.__getstate__()["__dict__"]
    assert len(pickle.dumps(document)) < 1500
    article = syndclean.clean("The harbour is open again, and nobody knows for how long it will be. " * 200)
    assert len(pickle.dumps(article)) < 1.2 * len(article.raw)  # what stands in `raw` is not said twice


def test_spawned_workers_change_nothing(monkeypatch) -> None:
    monkeypatch.setattr(many, "each", partial(each, start="spawn"))
    assert [row.text for row in clean_many(rows(5), workers=2)] == [syndclean.clean(raw).text for raw in rows(5)]


def test_no_rows_no_workers() -> None:
    assert list(clean_many([])) == []


def test_it_reads_no_further_than_it_may() -> None:
    read = 0

    def source():
        nonlocal read
        while True:
            read += 1
            yield "One sentence."

    results = clean_many(source(), workers=2)
    assert read == 0
    first = [next(results).text for _ in range(3)]
    assert first == ["One sentence."] * 3
    time.sleep(0.2)
    assert read <= 3 + 2 * many.AHEAD * many.TASK_ROWS
    results.close()
    assert not alive()


def test_large_rows_are_read_ahead_by_size() -> None:
    seen = []

    def source():
        for i in range(100):
            seen.append(i)
            yield "word " * 200_000

    results = clean_many(source(), workers=1)
    next(results)
    assert len(seen) <= 4
    results.close()


def test_the_first_result_comes_before_the_second_row_is_asked_for() -> None:
    def source():
        yield "First."
        pytest.fail("asked for too early")

    results = clean_many(source(), workers=2)
    assert next(results).text == "First."
    results.close()


def test_only_the_row_that_kills_is_quarantined() -> None:
    raws = [*rows(40), FATAL, *rows(40), FATAL, *rows(5)]
    results = list(clean_many(raws, workers=2, steps=MINED))
    bad = [row for row in results if isinstance(row, Quarantined)]
    assert [(row.position, row.raw, row.stage, row.type) for row in bad] == [
        (40, FATAL, "worker", "WorkerDied"),
        (81, FATAL, "worker", "WorkerDied"),
    ]
    assert "SIGKILL" in bad[0].message
    assert [row.raw for row in results] == raws
    assert not alive()


@pytest.mark.parametrize("when", [0, 7, 150])
def test_a_worker_that_is_killed_from_outside_costs_no_row(when) -> None:
    raws = rows(300)
    out = []
    for i, row in enumerate(clean_many(raws, workers=2)):
        out.append(row)
        if i == when:  # once: a row whose worker dies twice is set aside, whoever killed it
            os.kill(alive()[0].pid, signal.SIGKILL)
    assert out == [syndclean.clean(raw) for raw in raws]


def test_a_worker_has_one_task_more_where_there_are_enough() -> None:
    team = many._Team(len, 2, multiprocessing.get_context())
    for row in range(200):
        team.take(str(row))
    first = team.task([])
    second = team.task([first])
    assert [len(first), len(second), len(team.task([first, second]))] == [many.TASK_ROWS, many.TASK_ROWS, 0]
    team.suspects.append(second[0])
    assert team.task([first]) == []  # a suspect goes alone
    assert team.task([]) == [second[0]]
    team.tried.add(second[0].position)
    assert team.task([[second[0]]]) == []  # and nothing goes after it
    while len(team.unsent) >= 2 * many.TASK_ROWS:
        team.task([])
    assert team.task([first]) == []  # the last ones go to whoever is idle
    assert team.waiting == sum(len(item.packed) for item in team.unsent)


def test_a_row_that_raises_names_its_step() -> None:
    row = next(clean_many([FAULTY, "Fine."], workers=1, steps=MINED))
    assert row == Quarantined(0, FAULTY, "mined", "LookupError", "as asked")


@pytest.mark.parametrize("workers", [0, 2])
def test_raise_raises_in_its_turn(workers) -> None:
    results = clean_many([*rows(3), FAULTY, *rows(50)], workers=workers, on_error="raise", steps=MINED)
    assert [next(results).raw for _ in range(3)] == rows(3)
    with pytest.raises(CleaningError, match="row 3: mined: LookupError: as asked"):
        next(results)
    assert not alive()


@pytest.mark.parametrize("workers", [0, 2])
def test_what_the_source_raises_comes_after_the_rows_before_it(workers) -> None:
    def source():
        yield from rows(10)
        raise OSError("the disc is gone")

    results = clean_many(source(), workers=workers)
    assert [next(results).raw for _ in range(10)] == rows(10)
    with pytest.raises(OSError, match="the disc is gone"):
        next(results)
    assert not alive()


def test_what_a_worker_sends_back_is_what_was_made_here() -> None:
    raws = ["", "The harbour is open.The ships are back.", b"caf\xc3\xa9", "\ud83d \u2028", "Lines\r\nof it.\r\n"]
    for steps in (syndclean.STEPS, (shouted,)):
        assert list(clean_many(raws, workers=1, steps=steps)) == list(clean_many(raws, workers=0, steps=steps))


def shouted(raw):
    return syndclean.decode(raw if isinstance(raw, bytes) else raw.upper())


def test_what_cannot_be_sent_is_a_failure_of_its_row() -> None:
    assert [type(result).__name__ for _, result in each(str, [1, lambda: 0, 2], workers=1)] == ["str", "Failure", "str"]
    assert next(each(unsendable, [1], workers=1))[1].stage == "worker"


def unsendable(row):
    return lambda: row


def test_arguments_are_checked_at_once() -> None:
    for mistake in ({"on_error": "ignore"}, {"workers": -1}):
        with pytest.raises(ValueError, match="|".join(mistake)):
            clean_many([], **mistake)
    with pytest.raises(TypeError, match="many dumps"):
        clean_many("one dump")


def test_a_process_that_may_have_no_children_is_told_so() -> None:
    with multiprocessing.Pool(1) as pool:
        with pytest.raises(RuntimeError, match="say workers=0"):
            pool.apply(cleaned, (2,))
        assert pool.apply(cleaned, (0,)) == ["One."]


def cleaned(workers):
    return [row.text for row in clean_many(["One."], workers=workers)]


def script(body):
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(body)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def children(pid):
    with open(f"/proc/{pid}/task/{pid}/children") as file:
        return [int(child) for child in file.read().split()]


def gone(pid):
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


@pytest.mark.skipif(not os.path.exists("/proc/self/task"), reason="needs Linux's /proc")
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGKILL])
def test_workers_end_with_their_caller(stop) -> None:
    process = script("""
        import itertools, sys, syndclean.many
        for row in syndclean.many.clean_many(itertools.repeat("One sentence."), workers=2):
            print(row.text, flush=True)
    """)
    for _ in range(600):
        process.stdout.readline()
    workers = children(process.pid)
    assert len(workers) == 2
    process.send_signal(stop)
    process.stdout.close()
    errors = process.stderr.read() if stop == signal.SIGINT else ""
    process.wait()
    process.stderr.close()
    assert errors.count("Traceback") <= 1  # the caller's own, none of a worker
    while not all(gone(worker) for worker in workers):
        time.sleep(0.01)


def test_a_script_without_its_guard_is_told_so(tmp_path) -> None:
    unguarded = tmp_path / "unguarded.py"
    unguarded.write_text(
        "import multiprocessing, syndclean.many\n"
        "multiprocessing.set_start_method('spawn', force=True)\n"
        "print(len(list(syndclean.many.clean_many(['One.'], workers=1))))\n"
    )
    done = subprocess.run([sys.executable, unguarded], capture_output=True, text=True, cwd=tmp_path, env=environment())
    assert done.returncode == 1
    assert "no worker process starts" in done.stderr


def environment():
    root = os.path.dirname(os.path.dirname(os.path.abspath(syndclean.__file__)))
    return {**os.environ, "PYTHONPATH": root}
