"""Many dumps at once: in order, lazily, over worker processes, and a row that fails costs that row alone."""

import os
import pickle
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

from syndclean.document import Document
from syndclean.pipeline import STEPS

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from queue import SimpleQueue

Row = TypeVar("Row")
Result = TypeVar("Result")

# A task is what a worker gets at once: enough to make the way there cheap, little enough to keep memory bounded.
TASK_ROWS = 32
TASK_SIZE = 200_000  # bytes
AHEAD = 8  # full tasks for each worker that may have been read and not given out yet
FALSE_STARTS = 3  # workers in a row that die before they can do anything


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A row that could not be cleaned: where it stood, what came in, untouched, and what went wrong.

    `position` counts the rows from 0. `stage` is ``input`` (neither text nor bytes), the name of the step that raised,
    or ``worker`` (the process that cleaned the row died, twice, the second time with this row alone). `type` is the
    name of the exception's class, `message` what it said.
    """

    position: int
    raw: Any
    stage: str
    type: str
    message: str


class Failure(NamedTuple):
    """What went wrong with a row, before anybody says which row it was."""

    stage: str
    type: str
    message: str


class CleaningError(RuntimeError):
    """The first row that could not be cleaned, where the caller asked for ``on_error="raise"``."""

    def __init__(self, quarantined: Quarantined) -> None:
        super().__init__(quarantined)
        self.quarantined = quarantined

    def __str__(self) -> str:
        row = self.quarantined
        return f"row {row.position}: {row.stage}: {row.type}: {row.message}"


def clean_many(
    raws: Iterable[str | bytes],
    *,
    workers: int | None = None,
    on_error: Literal["quarantine", "raise"] = "quarantine",
    steps: Sequence[Callable[..., Document]] = STEPS,
) -> Generator[Document | Quarantined, None, None]:
    """What `clean` makes of each of `raws`, in their order, read and given out as needed.

    `workers` is the number of processes, None one for each usable core, 0 none: everything happens here. Worker
    processes start as multiprocessing's start method says; where that is ``spawn`` or ``forkserver``, the calling
    script needs its ``if __name__ == "__main__":`` and `steps` must be importable. At most `AHEAD` times `TASK_ROWS`
    rows a worker are read ahead, after the first, which comes out before the second is asked for. A worker that dies
    is replaced and its rows are tried again, each alone; only a row that kills again is quarantined. Closing the
    generator ends the workers.

    `on_error` is ``quarantine`` (a `Quarantined` stands in the row's place) or ``raise`` (`CleaningError` in its turn,
    after all rows before it). What `raws` itself raises comes after the rows before it. `steps` are those of `clean`,
    each a function or `functools.partial`. Raises `ValueError` on arguments that are none of these, and `RuntimeError`
    in a process that may have no children, such as a worker of `multiprocessing.Pool`.

    >>> [row.text for row in clean_many(["One.", b"Two."], workers=0)]
    ['One.', 'Two.']
    >>> list(clean_many([None], workers=0))[0].message
    'clean takes str or bytes, not NoneType; pass the text of one dump'
    """
    if on_error not in ("quarantine", "raise"):
        raise ValueError(f'on_error is "quarantine" or "raise", not {on_error!r}')
    if isinstance(raws, str | bytes):
        raise TypeError(f"clean_many takes many dumps, not one {type(raws).__name__}; call clean for one")
    function = partial(attempt if workers == 0 else _rest, steps=tuple(steps))
    return _quarantining(each(function, raws, workers=workers), on_error == "raise")


class _Rest(NamedTuple):
    """A document on its way to where its `raw` is already: its state without it."""

    state: dict[Any, Any]

    def of(self, raw: str) -> Document:
        document = Document.__new__(Document)
        document.__setstate__(self.state | {"__dict__": self.state["__dict__"] | {"raw": raw}})
        return document


def _rest(raw: Any, *, steps: Sequence[Callable[..., Document]]) -> _Rest | Document | Failure:
    """What a worker sends back: the way between processes is most of what the caller has to do."""
    result = attempt(raw, steps=steps)
    if type(result) is not Document or result.raw != raw:
        return result
    state = result.__getstate__()
    del state["__dict__"]["raw"]
    return _Rest(state)


def _quarantining(
    rows: Generator[tuple[Any, _Rest | Document | Failure], None, None], strict: bool
) -> Generator[Document | Quarantined, None, None]:
    try:
        for position, (raw, result) in enumerate(rows):
            if not isinstance(result, Failure):
                yield result.of(raw) if isinstance(result, _Rest) else result
                continue
            quarantined = Quarantined(position, raw, *result)
            if strict:
                raise CleaningError(quarantined)
            yield quarantined
    finally:
        rows.close()


def attempt(
    raw: Any, *, steps: Sequence[Callable[..., Document]] = STEPS, empty: bool = True
) -> Document | Failure:
    """What `steps` make of `raw`, or which of them failed and how; `empty` says whether nothing at all may be cleaned.

    >>> attempt(7)
    Failure(stage='input', type='TypeError', message='clean takes str or bytes, not int; pass the text of one dump')
    """
    if raw in ("", b"") and not empty:
        return Failure("input", "ValueError", "there is no text: the row is empty")
    document = raw
    for step in steps:
        try:
            document = step(document)
        except Exception as error:
            stage = getattr(step, "func", step).__name__
            known = isinstance(raw, str | bytes | bytearray | memoryview)
            return Failure(stage if known else "input", type(error).__name__, str(error))
    return document  # type: ignore[no-any-return]


def each(
    function: Callable[[Row], Result], rows: Iterable[Row], *, workers: int | None = None, start: str | None = None
) -> Generator[tuple[Row, Result | Failure], None, None]:
    """Each row with what `function` makes of it, in order, over `workers` processes (see `clean_many`).

    `function` must be picklable, and so must rows and results; a row that is not becomes a `Failure`. `start` is
    multiprocessing's start method, None the one that is set.

    >>> list(each(len, ["ab", "c"], workers=0))
    [('ab', 2), ('c', 1)]
    """
    count = usable_cores() if workers is None else workers
    if count < 0:
        raise ValueError(f"workers is a number from 0, or None for one on each core, not {workers}")
    if count == 0:
        return ((row, _guarded(function, row)) for row in rows)
    import multiprocessing

    if multiprocessing.current_process().daemon:
        raise RuntimeError("a worker process of a pool may have no workers of its own; say workers=0 here")
    team = _Team(function, count, multiprocessing.get_context(start))
    return team.run(iter(rows))


def usable_cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _guarded(function: Callable[[Row], Result], row: Row) -> Result | Failure:
    try:
        return function(row)
    except Exception as error:
        return Failure("worker", type(error).__name__, str(error))


class _Item(NamedTuple):
    """A row on its way: its position, the row, and what is sent of it."""

    position: int
    row: Any
    packed: bytes


class _Worker:
    """A process, the pipe to it, and the tasks that it has: one to do, and one more so that it need not wait for us."""

    def __init__(self, function: Callable[[Any], Any], context: Any) -> None:
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_work, args=(theirs, self.pipe, function), daemon=True)
        self.process.start()
        theirs.close()
        self.ready = False  # it has said hello; before, it is given nothing
        self.tasks: deque[list[_Item]] = deque()

    def give(self, task: list[_Item]) -> None:
        self.tasks.append(task)
        with suppress(OSError):  # dead: `answer` finds out
            self.pipe.send([item.packed for item in task])  # a thread of its own takes it in, so nobody blocks

    def answer(self) -> list[bytes] | None:
        """What it made of its first task (an empty list is its hello), None where it is dead."""
        try:
            return self.pipe.recv() if self.pipe.poll() else None
        except (EOFError, OSError):
            return None

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


def _work(pipe: "Connection", callers: "Connection", function: Callable[[Any], Any]) -> None:
    """What a worker process does: answer each list of packed rows by a list of packed results."""
    import queue
    import signal
    import threading

    callers.close()  # a forked copy of the caller's end would hide from us that the caller is gone
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the caller's affair, who then stops the workers
    tasks: queue.SimpleQueue[list[bytes] | None] = queue.SimpleQueue()
    threading.Thread(target=_take_in, args=(pipe, tasks), daemon=True).start()
    with suppress(OSError):  # the caller is gone
        pipe.send([])
        while (task := tasks.get()) is not None:
            pipe.send([_result(function, packed) for packed in task])


def _take_in(pipe: "Connection", tasks: "SimpleQueue[list[bytes] | None]") -> None:
    with suppress(EOFError, OSError):  # the caller is gone
        while True:
            tasks.put(pipe.recv())
    tasks.put(None)


def _result(function: Callable[[Any], Any], packed: bytes) -> bytes:
    try:
        row = pickle.loads(packed)
        result = row if isinstance(row, Failure) else _guarded(function, row)
        return pickle.dumps(result, pickle.HIGHEST_PROTOCOL)
    except Exception as error:
        return pickle.dumps(Failure("worker", type(error).__name__, str(error)))


def _packed(row: Any) -> bytes:
    try:
        return pickle.dumps(row, pickle.HIGHEST_PROTOCOL)
    except Exception as error:
        return pickle.dumps(Failure("input", type(error).__name__, str(error)))


class _Team:
    """The workers of one run, the rows that wait for one, and the results that wait for their turn."""

    def __init__(self, function: Callable[[Any], Any], size: int, context: Any) -> None:
        self.function, self.size, self.context = function, size, context
        self.workers: list[_Worker] = []
        self.unsent: deque[_Item] = deque()
        self.suspects: deque[_Item] = deque()  # a worker died while it had them; each goes alone
        self.tried: set[int] = set()  # the positions of rows that were suspects
        self.done: dict[int, tuple[_Item, bytes]] = {}
        self.read = self.turn = self.weight = 0  # rows read, rows given out, bytes of those between
        self.waiting = 0  # bytes of those that are not sent
        self.false_starts = 0

    def run(self, source: Iterator[Any]) -> Generator[tuple[Any, Any], None, None]:
        """The rows of `source` with their results, in order; what `source` raises comes after the rows before it."""
        more, trouble = True, None
        try:
            while more or self.turn < self.read:
                if more and not self.full():
                    try:
                        self.take(next(source))
                    except StopIteration:
                        more = False
                    except Exception as error:
                        more, trouble = False, error
                self.hand_out()
                if self.turn < self.read and self.turn not in self.done:
                    self.listen(wait=self.full() or not more)
                    self.hand_out()  # whoever is idle works while the caller looks at the rows that are done
                if self.turn in self.done:
                    item, packed = self.done.pop(self.turn)
                    self.turn += 1
                    self.weight -= len(item.packed)
                    yield item.row, pickle.loads(packed)
            if trouble is not None:
                raise trouble
        finally:
            for worker in self.workers:
                worker.stop()

    def full(self) -> bool:
        """Whether as much has been read ahead as may be: before the first row is out, that row."""
        ahead, most = self.read - self.turn, AHEAD * self.size
        return self.read > self.turn == 0 or ahead >= most * TASK_ROWS or self.weight >= most * TASK_SIZE

    def take(self, row: Any) -> None:
        item = _Item(self.read, row, _packed(row))
        self.unsent.append(item)
        self.read += 1
        self.weight += len(item.packed)
        self.waiting += len(item.packed)

    def hand_out(self) -> None:
        """Rows for each worker that may have more, and another worker where rows wait and there may be one."""
        for worker in self.workers:
            while worker.ready and (task := self.task(worker.tasks)):
                worker.give(task)
        if len(self.workers) < self.size:
            starting = sum(not worker.ready for worker in self.workers)
            if starting < len(self.unsent) + len(self.suspects):
                self.workers.append(_Worker(self.function, self.context))

    def task(self, before: Sequence[list[_Item]]) -> list[_Item]:
        """The next rows for a worker that has those tasks `before`: for one that has none, a suspect alone or a fair
        share of the rows that wait; for one that has a task, another where there are enough for everybody."""
        enough = len(self.unsent) >= TASK_ROWS * self.size or self.waiting >= TASK_SIZE * self.size
        if before and (len(before) > 1 or self.suspects or before[0][0].position in self.tried or not enough):
            return []
        if self.suspects:
            return [self.suspects.popleft()]
        items: list[_Item] = []
        weight, most = 0, min(TASK_ROWS, -(-len(self.unsent) // self.size))
        while self.unsent and len(items) < most and weight < TASK_SIZE:
            items.append(self.unsent.popleft())
            weight += len(items[-1].packed)
        self.waiting -= weight
        return items

    def listen(self, *, wait: bool) -> None:
        """Take in what the workers have answered, first waiting for one of them where there is nothing else to do."""
        from multiprocessing import connection

        ends = {end: worker for worker in self.workers for end in (worker.pipe, worker.process.sentinel)}
        for worker in {id(ends[end]): ends[end] for end in connection.wait(ends, None if wait else 0)}.values():
            answer = worker.answer()
            if answer is None:
                self.bury(worker)
                continue
            self.false_starts = 0
            if worker.ready:
                task = worker.tasks.popleft()
                self.done |= {item.position: (item, result) for item, result in zip(task, answer, strict=True)}
            worker.ready = True

    def bury(self, worker: _Worker) -> None:
        """A worker is dead: its rows are suspects, and guilty is who was one already."""
        worker.stop()
        self.workers.remove(worker)
        death = _death(worker.process.exitcode)
        if not worker.ready:
            self.false_starts += 1
            if self.false_starts == FALSE_STARTS:
                raise RuntimeError(f"no worker process starts: {death}; does the script lack its {_GUARD}?")
        for item in reversed([item for task in worker.tasks for item in task]):
            if item.position in self.tried:
                failure = Failure("worker", "WorkerDied", f"{death}, with this row alone")
                self.done[item.position] = (item, pickle.dumps(failure))
            else:
                self.tried.add(item.position)
                self.suspects.appendleft(item)


_GUARD = 'if __name__ == "__main__"'


def _death(code: int | None) -> str:
    """What an exit code says, in words.

    >>> _death(-9)
    'the process was ended by signal 9 (SIGKILL)'
    """
    if code is None or code >= 0:
        return f"the process ended itself with exit code {code}"
    import signal

    return f"the process was ended by signal {-code} ({signal.Signals(-code).name})"
