"""Lemmas that are known, and a check of the spelling of those that are not.

The model has learnt by heart what "children" comes from, but it may spell the lemma
of a rare word wrongly ("authoriz"). So words of the treebanks keep the lemma that
they have there, and of other inflected words the spellings that English allows are
tried until one is a known word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

Replacements = tuple[tuple[str, tuple[str, ...]], ...]

#: Endings by tag and what may stand in their place.
_ENDINGS: Final[Mapping[str, Replacements]] = {
    "NNS": (("ies", ("y", "ie")), ("ves", ("ve", "f", "fe")), ("es", ("",)), ("s", ("",))),
    "VBZ": (("ies", ("y", "ie")), ("es", ("",)), ("s", ("",))),
    "VBG": (("ying", ("y", "ie")), ("ing", ("", "e"))),
    "VBD": (("ied", ("y", "ie")), ("ed", ("", "e"))),
    "JJR": (("ier", ("y",)), ("er", ("", "e"))),
    "JJS": (("iest", ("y",)), ("est", ("", "e"))),
}
_SAME_ENDINGS: Final = {"VBN": "VBD", "RBR": "JJR", "RBS": "JJS"}
#: Stems that lost an "e": "authoriz", "necessitat", "conclud", "handl".
_LOST_E: Final = re.compile(r"(?:at|iz|[aeiou]s|[^s]s|[vcu]|[rd]g|ag|ud|id|[bdfgkpt]l|ut|ir|ur)$")
#: Stems that take "es": "church", "box", "veto".
_HISSED: Final = re.compile(r"(?:[sxzo]|ch|sh)$")
#: Stems that doubled their last letter: "runn", "submitt".
_DOUBLED: Final = re.compile(r"([bdgkmnprt])\1$")


class Lexicon:
    """What is known of words: their lemmas under a tag, and so what is a word at all.

    Args:
        lemmas: By Penn tag the lemma of each form, as both are written.
    """

    def __init__(self, lemmas: Mapping[str, Mapping[str, str]]) -> None:
        self._lemmas = lemmas
        self._words = frozenset[str]().union(*(forms.values() for forms in lemmas.values()))

    def lemma(self, word: str, tag: str, guess: str) -> str:
        """The lemma of a word under its tag, given what the model says."""
        known = self._lemmas.get(tag, {})
        lower = word.lower()
        found = known.get(word) or known.get(lower)
        if found is not None:
            return found
        endings = _ENDINGS.get(_SAME_ENDINGS.get(tag, tag))
        if endings is None or not lower.isalpha() or (guess in self._words and guess != lower):
            return guess
        candidates = list(_stems(lower, endings))
        spelled = (stem for stem in candidates if stem in self._words)
        return next(spelled, candidates[0] if candidates else guess)


def _stems(word: str, endings: Replacements) -> Iterator[str]:
    """What an inflected word may come from, the likeliest first."""
    for ending, replacements in endings:
        stem = word.removesuffix(ending)
        if stem == word or (ending == "es" and not _HISSED.search(stem)):
            continue
        if len(stem) < 2:
            if "ie" in replacements:  # "dying", "lies"
                yield stem + "ie"
            continue
        if "e" in replacements and _DOUBLED.search(stem):
            yield stem[:-1]
        lost = "e" in replacements and _LOST_E.search(stem)
        yield from (stem + end for end in (reversed(replacements) if lost else replacements))
