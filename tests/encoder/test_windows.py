"""Windows: every word once, in order, and no window too long."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newsevents.encoder.windows import MARGIN, Window, windows

LIMIT = 30


def run(counts: list[int], breaks: list[int], starts: list[int]) -> list[Window[tuple[int, int]]]:
    """Read words with these numbers of pieces, paragraphs and sentence starts."""
    is_break = np.isin(np.arange(len(counts)), breaks)
    is_start = np.isin(np.arange(len(counts)), starts) | is_break

    def read(start: int, end: int) -> tuple[tuple[int, int], np.ndarray]:
        assert sum(counts[start:end]) <= LIMIT
        found = is_start[start:end].copy()
        found[:1] = True
        return (start, end), found

    first = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    return list(windows(first, is_break, read, limit=LIMIT))


@given(
    st.lists(st.integers(1, 12), max_size=120),
    st.lists(st.integers(0, 119)),
    st.lists(st.integers(0, 119)),
)
def test_every_word_once(counts: list[int], breaks: list[int], starts: list[int]) -> None:
    """Windows follow each other without a gap and hold what was read of them."""
    at = 0
    for window in run(counts, breaks, starts):
        assert window.start == at < window.end <= window.read[1]
        assert len(window.starts) == window.end - window.start
        assert window.starts[0]
        at = window.end
    assert at == len(counts)


def test_linear() -> None:
    """A text is read about once, whether it has sentence ends or none."""
    for starts in ([], list(range(0, 3000, 7)), list(range(0, 3000, 29))):
        read = sum(window.read[1] - window.read[0] for window in run([1] * 3000, [], starts))
        assert read <= 2 * 3000


def test_short_paragraphs_share_a_window() -> None:
    """Headlines and one-line paragraphs are read together, up to the limit."""
    found = run([1] * 40, [0, 8, 16, 24, 32], [])
    assert [(window.start, window.end) for window in found] == [(0, 24), (24, 40)]


def test_unfinished_sentence_is_read_again() -> None:
    """The sentence that the window's end cuts off opens the next window."""
    found = run([1] * 40, [0], [0, 10, 20])
    assert [(window.start, window.end) for window in found] == [(0, 20), (20, 40)]


def test_sentence_end_near_the_cut_is_not_believed() -> None:
    """What seems a sentence start at the very end of a window waits for its context."""
    late = LIMIT - MARGIN + 1
    found = run([1] * 60, [0], [0, 10, late])
    assert (found[0].start, found[0].end) == (0, 10)


def test_sentence_longer_than_a_window_is_split() -> None:
    """Text without sentence ends is read in full windows."""
    found = run([1] * 70, [0], [0])
    assert [(window.start, window.end) for window in found] == [(0, 30), (30, 60), (60, 70)]


def test_nothing_to_read() -> None:
    """No words, no windows."""
    assert run([], [], []) == []
