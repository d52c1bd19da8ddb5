"""Which way quotation marks point, as news prints them.

Read from a mark's neighbours first and from its shape second: many articles close
with an opening mark (”If you look ... there.”), and straight marks have no
direction at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

_DOUBLE: Final = frozenset({'"', "“", "”", "„", "‟", "«", "»", "''", "``", "＂", "″"})
#: Any quotation mark or apostrophe.
MARK: Final = re.compile(r"''|``|[\"“”„‟«»＂″'‘’‚‛‹›`]")
_OPENING: Final = frozenset({"“", "„", "‟", "«", "``", "‘", "‚", "‛", "‹", "`"})
_CLOSING: Final = frozenset({"”", "»", "’", "›"})
_OPENERS_BEFORE: Final = frozenset("([{-–—―/…:")
_CLOSERS_AFTER: Final = frozenset(".,;:!?)]}-–—―/…")
_ALL_MARKS: Final = frozenset("\"“”„‟«»＂″'‘’‚‛‹›`")

_STOPS: Final = frozenset(".!?")

Direction = Literal["open", "close", "either"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark: where it stands and which way it points."""

    start: int
    end: int
    direction: Direction
    double: bool


def marks_between(text: str, begin: int, finish: int) -> Iterator[Mark]:
    """The quotation marks between two characters, without apostrophes and inches."""
    for match in MARK.finditer(text, begin, finish):
        start, end, shape = match.start(), match.end(), match.group()
        before = text[start - 1] if start > begin else " "
        after = text[end] if end < finish else " "
        double = shape in _DOUBLE
        if not double and before.isalnum() and after.isalnum():
            continue  # An apostrophe: "won’t".
        if double and _is_inches(text, begin, match, after):
            continue
        yield Mark(start, end, _direction(shape, before, after), double)


def _is_inches(text: str, begin: int, match: re.Match[str], after: str) -> bool:
    """Whether a mark behind a number stands for inches: a 12" pipe.

    Not where a quotation is open ("of 12"), nor before a comma or full stop.
    """
    if match.group() not in {'"', "″", "''"} or after not in " -":
        return False
    before = text[match.start() - 1] if match.start() > begin else " "
    return before.isdigit() and len(MARK.findall(text, begin, match.start())) % 2 == 0


def _direction(shape: str, before: str, after: str) -> Direction:
    free_before = before.isspace() or before in _OPENERS_BEFORE
    free_after = after.isspace() or after in _CLOSERS_AFTER
    if before in _ALL_MARKS or after in _ALL_MARKS:
        # Two marks in a row, as in ("'We will,' he told me"): trust their shape.
        free_before = free_before or before in _ALL_MARKS
        free_after = free_after or after in _ALL_MARKS
    if free_before and not free_after:
        return "open"
    if free_after and not free_before:
        return "close"
    if shape in _OPENING:
        return "open"
    if shape in _CLOSING:
        return "close"
    return "either"
