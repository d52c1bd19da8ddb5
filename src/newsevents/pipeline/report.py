"""A cue and what it reports, before quotation marks are looked at."""

from __future__ import annotations

from dataclasses import dataclass

from newsevents.pipeline.clauses import Range


@dataclass(slots=True)
class Report:
    """A cue and the token ranges of what it reports, in order.

    ``anchor`` is the word that the grammar hangs on.
    """

    cue: Range
    anchor: int
    rule: str
    pieces: list[Range]

    def covers(self, token: int) -> bool:
        """Whether a token is part of what is reported."""
        return any(start <= token < end for start, end in self.pieces)
