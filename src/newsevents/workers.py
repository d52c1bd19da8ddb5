"""Work on batches in several processes: in order, lazily, and surviving a crash."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import get_context
from typing import Any, Generic, TypeVar

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")


class WorkerPool(Generic[ItemT, ResultT]):
    """Worker processes that answer each batch with one result an item.

    Processes are spawned, never forked: a fork copies the locks of threads that
    it does not copy, and the model's runtime has threads. What a process dies of
    (memory, a crash in native code) costs the item it died on and no other.
    """

    def __init__(
        self,
        work: Callable[[list[ItemT]], list[ResultT]],
        lost: Callable[[ItemT], ResultT],
        *,
        processes: int,
        start: Callable[..., None],
        start_with: tuple[Any, ...],
    ) -> None:
        """Prepare a pool; processes start with the first batch.

        Args:
            work: Answers a batch in a worker; importable by name.
            lost: The result of an item that killed its worker.
            processes: How many workers.
            start: Called once in each worker before its first batch.
            start_with: Its arguments.
        """
        self._work = work
        self._lost = lost
        self._processes = processes
        self._start = start
        self._start_with = start_with

    def map(self, batches: Iterable[list[ItemT]]) -> Iterator[ResultT]:
        """One result for each item, in order; reads only a little ahead."""
        waiting: deque[tuple[list[ItemT], Future[list[ResultT]]]] = deque()
        pool = self._new_pool(self._processes)
        try:
            for batch in batches:
                try:
                    future = pool.submit(self._work, batch)
                except BrokenProcessPool:
                    pool = self._new_pool(self._processes)
                    future = pool.submit(self._work, batch)
                waiting.append((batch, future))
                # One batch in work and one ready for each worker.
                if len(waiting) >= 2 * self._processes:
                    yield from self._answer(*waiting.popleft())
            while waiting:
                yield from self._answer(*waiting.popleft())
        finally:
            pool.shutdown(cancel_futures=True)

    def _answer(self, batch: list[ItemT], future: Future[list[ResultT]]) -> list[ResultT]:
        try:
            return future.result()
        except BrokenProcessPool:
            # One of the batches in work killed a worker, and nobody knows which.
            return self._one_by_one(batch)

    def _one_by_one(self, batch: list[ItemT]) -> list[ResultT]:
        results: list[ResultT] = []
        pool = self._new_pool(1)
        for item in batch:
            try:
                results += pool.submit(self._work, [item]).result()
            except BrokenProcessPool:
                results.append(self._lost(item))
                pool = self._new_pool(1)
        with suppress(BrokenProcessPool):
            pool.shutdown()
        return results

    def _new_pool(self, processes: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            processes,
            mp_context=get_context("spawn"),
            initializer=self._start,
            initargs=self._start_with,
        )
