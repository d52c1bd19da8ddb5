"""Work in several processes: in order, lazily, and surviving a crash."""

from __future__ import annotations

import itertools
import os

import pytest

from newsevents.errors import ModelError
from newsevents.workers import WorkerPool


def start(factor: int) -> None:
    """What each worker does first."""
    os.environ["NEWSEVENTS_TEST_FACTOR"] = str(factor)


def work(batch: list[int]) -> list[int]:
    """Multiply; 13 kills the process as native code would, 99 lacks its model."""
    if 13 in batch:
        os._exit(1)
    if 99 in batch:
        raise ModelError("no model")
    return [number * int(os.environ["NEWSEVENTS_TEST_FACTOR"]) for number in batch]


def lost(number: int) -> int:
    """What stands in the place of an item that killed its worker."""
    return -number


def make_pool() -> WorkerPool[int, int]:
    """A pool that multiplies by ten."""
    return WorkerPool(work, lost, processes=2, start=start, start_with=(10,))


def test_order_is_kept():
    """Results come in the order of the items, whoever is done first."""
    batches = [[1, 2, 3], [4], [5, 6]]
    assert list(make_pool().map(batches)) == [10, 20, 30, 40, 50, 60]


def test_a_crash_costs_one_item():
    """What shares a batch, or a process, with the item that crashes is not lost."""
    batches = [[1, 2], [3, 13, 4], [5], [6], [7], [8, 9]]
    assert list(make_pool().map(batches)) == [10, 20, 30, -13, 40, 50, 60, 70, 80, 90]


def test_endless_input_is_read_a_little_ahead():
    """Results come before the input ends, because it may have no end."""
    results = make_pool().map([number] for number in itertools.count())
    assert list(itertools.islice(results, 3)) == [0, 10, 20]
    results.close()


def test_an_error_of_all_is_raised():
    """What is wrong with every item alike, such as a missing model, is no item's fault."""
    with pytest.raises(ModelError, match="no model"):
        list(make_pool().map([[1], [99]]))
