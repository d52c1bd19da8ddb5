"""Stretches of text on their way to becoming paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, Self

from newsevents.models import ParagraphRole

#: A sentence ends here: its mark, then closing quotation marks and brackets.
_FINAL: Final = re.compile(r"[.!?…][\"'”’»)\]]{0,3}\Z")
#: Any punctuation that a heading would not end in.
_MARKED: Final = re.compile(r"[.!?…:;,\-–—][\"'”’»)\]]{0,3}\Z")
_LONG: Final = 8


@dataclass(frozen=True)
class Block:
    """A stretch of text without surrounding white space, and what is known of it."""

    start: int
    text: str
    role: ParagraphRole | None = None
    rule: str | None = None
    #: Which stretch between blank lines it stands in.
    group: int = 0

    @property
    def end(self) -> int:
        """One past the last character."""
        return self.start + len(self.text)

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @cached_property
    def is_final(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_FINAL.search(self.text, max(0, len(self.text) - 4)))

    @cached_property
    def is_unmarked(self) -> bool:
        """Whether it ends without punctuation, as headings do."""
        return not _MARKED.search(self.text, max(0, len(self.text) - 4))

    @property
    def is_prose(self) -> bool:
        """Whether it reads like running text: some words and a full stop."""
        return self.is_final and self.words >= _LONG

    @property
    def is_open(self) -> bool:
        """Whether nothing has said what it is for."""
        return self.role is None

    def labelled(self, role: ParagraphRole, rule: str | None = None) -> Self:
        """The same stretch with a role."""
        return replace(self, role=role, rule=rule)

    def part(self, start: int, end: int) -> Self | None:
        """The stretch between two of its own offsets; nothing where that is blank."""
        piece = self.text[start:end]
        text = piece.strip()
        if not text:
            return None
        blanks = len(piece) - len(piece.lstrip())
        return type(self)(start=self.start + start + blanks, text=text, group=self.group)
