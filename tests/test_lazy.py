"""What is loaded at first use is loaded once."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

from syndclean.lazy import once


def test_what_many_threads_ask_for_at_once_is_loaded_once() -> None:
    loads: list[int] = []
    ready = threading.Barrier(8)

    @once
    def words() -> object:
        loads.append(1)
        time.sleep(0.01)  # for the others to come in
        return object()

    def ask(_: int) -> object:
        ready.wait()
        return words()

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(ask, range(8)))
    assert len(loads) == 1
    assert all(one is found[0] for one in found)
