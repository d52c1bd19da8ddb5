"""The head of a title: "minister", "fly-half", "president-elect", "Minister for Health"."""

from __future__ import annotations

from typing import Final

from spacy.symbols import ADJ, NOUN, PROPN
from spacy.tokens import Doc

from newsevents.rules.offices import office_heads, phrase_length

HYPHENS: Final = frozenset({"-", "–", "‑"})
_LONGEST_PHRASE: Final = 6
_OF: Final = frozenset({"of", "for", "to"})
#: "president-elect", "governor designate"
_BEHIND: Final = frozenset({"elect", "designate", "emeritus"})


class HeadReader:
    """Tells where in one Doc a word or phrase is the head of a title."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc

    def is_wished(self, begin: int) -> bool:
        """Whether a title is none: "would-be president"."""
        return begin > 2 and self._doc[begin - 3 : begin].text.lower() == "would-be"

    def size(self, end: int) -> int:
        """How many tokens before ``end`` are the head word: three in "fly-half"."""
        last = self._doc[end - 1].lower_
        glued = self.glued(end - 2)
        if last in _BEHIND and end > 1:
            behind = 1 + glued
            size = self.size(end - behind)
            return size and size + behind
        if glued and f"{self._doc[end - 3].lower_}-{last}" in office_heads():
            return 3
        return int(last in office_heads())

    def glued(self, index: int) -> bool:
        """Whether a hyphen here joins its neighbours into one word."""
        if index < 1 or self._doc[index].text not in HYPHENS:
            return False
        return not self._doc[index].whitespace_ and not self._doc[index - 1].whitespace_

    def with_phrases(self, end: int) -> int:
        """How many tokens before ``end`` are a head or a whole title: "Secretary of State"."""
        if end < 1:
            return 0
        words = [self._doc[i].lower_ for i in range(max(0, end - _LONGEST_PHRASE), end)]
        size = phrase_length(words) or self.size(end)
        if size:
            return size
        # "Col." may be one token or two.
        if words[-1] == "." and len(words) > 1 and words[-2] in office_heads():
            return 2
        return self._of_size(end)

    def _of_size(self, end: int) -> int:
        """The size of "Minister for Health", whose head is left of "of" or "for"."""
        for index in range(end - 1, max(0, end - _LONGEST_PHRASE), -1):
            token = self._doc[index]
            if token.lower_ in _OF and index < end - 1:
                head = self._doc[index - 1]
                good = head.lower_ in office_heads() and head.text[:1].isupper()
                return end - index + 1 if good else 0
            if token.pos not in (PROPN, NOUN, ADJ) or not token.text[:1].isupper():
                return 0
        return 0

    def end_of(self, end: int) -> int:
        """Past what belongs to a head behind it: "president-elect", "attorney general"."""
        for more in (3, 2, 1):
            stop = end + more
            if stop > len(self._doc):
                continue
            words = [self._doc[i].lower_ for i in range(max(0, stop - _LONGEST_PHRASE), stop)]
            behind = words[-1] in _BEHIND and self.size(stop) > more
            if behind or phrase_length(words) > more:
                return stop
        return end
