"""A guess at tense from the words around an expression, for texts without a parse."""

from __future__ import annotations

import re
from typing import Final

from newsevents.rules.times import Tense, TenseWords

_WORD: Final = re.compile(r"['’]?\w+|[.!?;]|\n\s*\n")
#: How far off the verb of an expression may stand, in characters.
_REACH: Final = 80


class TenseGuesser:
    """Takes the closest word that tells the tense: "will meet on", "arrived on"."""

    def __init__(self, text: str, words: TenseWords) -> None:
        self._text = text
        self._words = words

    def __call__(self, start: int, end: int) -> Tense | None:
        """The tense, or nothing where no word close by tells it; words before count first.

        Args:
            start: First character of the expression.
            end: One past its last character.
        """
        before = _WORD.findall(self._text, max(0, start - _REACH), start)
        after = _WORD.findall(self._text, end, end + _REACH)
        return self._closest(before[::-1], before=True) or self._closest(after, before=False)

    def _closest(self, words: list[str], *, before: bool) -> Tense | None:
        """The first tense told by words in order of distance, up to the sentence's edge."""
        for place, word in enumerate(words):
            if word in {".", "!", "?", ";"} or word.startswith("\n"):
                return None
            tense = self._of(word.lower(), is_next=before and place == 0)
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
