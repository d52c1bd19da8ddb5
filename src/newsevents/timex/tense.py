"""A guess at tense from the words before an expression, for texts without a parse."""

from __future__ import annotations

import re
from typing import Final

from newsevents.rules.times import Tense, TenseWords

_WORD: Final = re.compile(r"['’]?\w+|[.!?;]|\n\s*\n")
#: How far back the verb of an expression may stand, in characters.
_REACH: Final = 80


class TenseGuesser:
    """Takes the closest word that tells the tense: "will meet on", "arrived on"."""

    def __init__(self, text: str, words: TenseWords) -> None:
        self._text = text
        self._words = words

    def __call__(self, start: int, end: int) -> Tense | None:
        """The tense, or nothing where no word close before tells it.

        Args:
            start: First character of the expression.
            end: One past its last character.
        """
        del end
        before = _WORD.findall(self._text, max(0, start - _REACH), start)
        words = [word.lower() for word in before]
        for place, word in enumerate(reversed(words)):
            if word in {".", "!", "?", ";"} or word.startswith("\n"):
                return None
            tense = self._of(word, is_next=place == 0)
            if tense:
                return tense
        return None

    def _of(self, word: str, *, is_next: bool) -> Tense | None:
        known = self._words
        if is_next and word in known.forward:
            return "future"
        if word in known.modals or word in known.guess_ahead:
            return "future"
        if (is_next and word in known.backward) or word in known.past or word in known.guess_past:
            return "past"
        return "past" if word.endswith("ed") and len(word) > len("need") else None
