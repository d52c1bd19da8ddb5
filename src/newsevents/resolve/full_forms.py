"""Which full form a short name of an organisation or place is short for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from newsevents.models.mentions import ActorMention, EntityLabel
from newsevents.resolve.forms import (
    acronyms,
    adds_business,
    given_in_brackets,
    is_acronym,
    letters_of,
    shortens,
    words_of,
)

#: Names of these may be spelt by their initials; those of organisations also be cut short.
_SPELT: Final = frozenset({"ORG", "GPE", "LOC", "MISC", "EVENT"})


def full_forms(
    mentions: Sequence[ActorMention],
    labels: dict[int, EntityLabel | None],
    groups: Sequence[Sequence[int]],
) -> dict[int, int]:
    """For the first mention of a short form that of the only full form it can be of.

    Of two, the one that was introduced before: "Hill" of "Hill Bank" and "Hill Trust".

    Args:
        mentions: All of an article.
        labels: By the index of its mention, what a name is taken for.
        groups: Indices of names with the same words.
    """
    return _Finder(mentions, labels, groups).find()


class _Finder:
    """Looks among the names of one article."""

    def __init__(
        self,
        mentions: Sequence[ActorMention],
        labels: dict[int, EntityLabel | None],
        groups: Sequence[Sequence[int]],
    ) -> None:
        self._mentions = mentions
        self._labels = labels
        self._groups = {group[0]: group for group in groups if labels[group[0]] in _SPELT}
        self._words = {i: words_of(mentions[i].span.text, labels[i]) for i in self._groups}
        self._listed: dict[str, list[int]] = defaultdict(list)
        for index, words in self._words.items():
            text = mentions[index].span.text
            for key in {words[0], words[-1], letters_of(text), *acronyms(text)}:
                self._listed[key].append(index)
        self._ends = {mentions[i].span.end: group[0] for group in groups for i in group}

    def find(self) -> dict[int, int]:
        full: dict[int, int] = {}
        for short in self._groups:
            if self._mentions[short].country is None:
                found = self._candidates(short)
                known = [other for other in found if other < short]
                if len(known or found) == 1:
                    (full[short],) = known or found
        return full

    def _candidates(self, short: int) -> list[int]:
        introduced = self._introduced(short)
        if introduced is not None:
            return [introduced]
        words, text = self._words[short], self._mentions[short].span.text
        keys = sorted({words[0], words[-1], letters_of(text)})
        others = dict.fromkeys(other for key in keys for other in self._listed[key])
        return [other for other in others if other != short and self._is_short(short, other)]

    def _introduced(self, short: int) -> int | None:
        """The name that a short one follows in brackets: "Singapore Airlines (SIA)"."""
        start = self._mentions[short].span.start
        for gap in (1, 2):
            first = self._ends.get(start - gap)
            if first is None or first == short or self._labels.get(first) != self._labels[short]:
                continue
            if first in self._groups:
                full = self._mentions[first].span.text
                if given_in_brackets(self._mentions[short].span.text, full):
                    return first
        return None

    def _is_short(self, short: int, full: int) -> bool:
        one, other = self._mentions[short], self._mentions[full]
        if len(one.span.text) >= len(other.span.text):
            return False
        if is_acronym(one.span.text, other.span.text):
            return True
        words, longer = self._words[short], self._words[full]
        if not self._labels[short] == self._labels[full] == "ORG" or not shortens(words, longer):
            return False
        return full < short or self._is_ahead(short, full) or adds_business(words, longer)

    def _is_ahead(self, short: int, full: int) -> bool:
        """Whether only the headline has the short form before the full one."""
        if not self._mentions[short].headline or self._mentions[full].headline:
            return False
        again = self._groups[short][1:]
        return not again or full < again[0]
