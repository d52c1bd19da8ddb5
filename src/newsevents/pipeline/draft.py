"""A quote in the making, and which of them holds which token."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from newsevents.pipeline.clauses import Range
from newsevents.pipeline.quotation_marks import Quotation

FLOATING: Final = "en.quote.floating"


@dataclass(slots=True)
class Draft:
    """A quote in the making."""

    pieces: list[Range]
    cue: Range | None = None
    rule: str = FLOATING
    quotations: list[Quotation] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Its first token."""
        return self.pieces[0][0]

    @property
    def size(self) -> int:
        """How many tokens were said."""
        return sum(end - start for start, end in self.pieces)

    def covers(self, token: int) -> bool:
        """Whether a token is part of what was said."""
        return any(start <= token < end for start, end in self.pieces)


class Register:
    """All quotes in the making, by their cues and by their first tokens."""

    def __init__(self) -> None:
        self.all: list[Draft] = []
        self._by_anchor: dict[int, Draft] = {}
        self._at: dict[int, list[Draft]] = {}

    def open(self, draft: Draft, anchor: int | None = None) -> Draft:
        """Enter a quote; ``anchor`` is the token of its cue that grammar hangs on."""
        if anchor is not None:
            self._by_anchor[anchor] = draft
        self.all.append(draft)
        for start, end in draft.pieces:
            for index in range(start, end):
                self._at.setdefault(index, []).append(draft)
        return draft

    def reported_by(self, anchor: int) -> Draft | None:
        """The quote of a cue."""
        return self._by_anchor.get(anchor)

    def anchors(self, tokens: range) -> list[int]:
        """The cues among some tokens."""
        return [index for index in tokens if index in self._by_anchor]

    def around(self, token: int) -> list[Draft]:
        """The quotes that a token is part of."""
        return [draft for draft in self._at.get(token, ()) if draft.covers(token)]

    def touching(self, start: int, end: int) -> list[Draft]:
        """The quotes that were entered with some of these tokens."""
        return list({id(d): d for i in range(start, end) for d in self._at.get(i, ())}.values())

    def holds(self, token: int) -> bool:
        """Whether a token is a cue or part of a quote."""
        return token in self._by_anchor or bool(self.around(token))
