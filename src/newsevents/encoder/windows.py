"""Reading a text of any length through a network that sees 256 word pieces.

A window holds as many words as fit. It ends at the end of a paragraph where one
lies in its second half; otherwise its last sentence may be cut off, and the next
window begins with that sentence. So every sentence is read whole, in one window,
with what precedes it, and a text costs about a tenth more than its length.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

import numpy as np

from newsevents.encoder.arrays import Bools, Ints

#: Sentence ends nearer to a cut than this are not believed: at the end of
#: "He lives in the U.S. | and" the network cannot know what follows.
MARGIN: Final = 8

ReadT = TypeVar("ReadT")


@dataclass(frozen=True, slots=True)
class Window(Generic[ReadT]):
    """Words whose sentences are whole, what was read there, and where sentences start."""

    start: int
    end: int
    read: ReadT
    starts: Bools


def windows(
    first: Ints,
    breaks: Bools,
    read: Callable[[int, int], tuple[ReadT, Bools]],
    *,
    limit: int,
) -> Iterator[Window[ReadT]]:
    """Windows that together hold every word once, in order.

    A sentence longer than a window is split.

    Args:
        first: Where each word's pieces begin, and at last where all end.
        breaks: Whether a paragraph starts at a word.
        read: Reads words from start to end; gives what it read, which may cover
            more words than the window keeps, and whether a sentence starts at each.
        limit: Pieces in a window. A word may have no more.
    """
    start, count = 0, len(first) - 1
    while start < count:
        end, whole = _reach(first, breaks, start, limit)
        result, starts = read(start, end)
        kept = len(starts) if whole else _cut(starts)
        yield Window(start, start + kept, result, starts[:kept])
        start += kept


def _reach(first: Ints, breaks: Bools, start: int, limit: int) -> tuple[int, bool]:
    """The end of the window from here, and whether a paragraph ends there."""
    end = int(np.searchsorted(first, first[start] + limit, side="right")) - 1
    if end == len(first) - 1:
        return end, True
    half = int(np.searchsorted(first, first[start] + limit // 2))
    borders = np.flatnonzero(breaks[half : end + 1])
    return (half + int(borders[-1]), True) if len(borders) else (end, False)


def _cut(starts: Bools) -> int:
    """Where the unfinished sentence at the end of a window starts."""
    found = np.flatnonzero(starts[1:]) + 1
    if not len(found):
        return len(starts)
    believed = found[found <= len(starts) - MARGIN]
    return int(believed[-1] if len(believed) else found[0])
