"""Names changed for others of the same kind and length, so that contexts are learned."""

from __future__ import annotations

import dataclasses
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator

from training.labels import spans
from training.records import Words

_KINDS = {"PERSON", "ORG", "LOC"}


class NameSwapper:
    """Replaces names by others that the corpora hold, word for word.

    A name keeps its number of words, so every other label stays where it is; only
    the lemmas of the words put in are unknown.
    """

    def __init__(self, sentences: Iterable[Words], *, chance: float) -> None:
        self._chance = chance
        self._pool: dict[tuple[str, int], list[list[str]]] = defaultdict(list)
        for words in sentences:
            for start, end, kind in _names(words):
                self._pool[kind, end - start].append(words.words[start:end])

    def swap(self, words: Words, rng: random.Random) -> Words:
        """The sentence, or with some chance a copy with other names."""
        names = list(_names(words))
        if not names or rng.random() >= self._chance:
            return words
        changed, lemmas = list(words.words), list(words.lemma)
        for start, end, kind in names:
            changed[start:end] = rng.choice(self._pool[kind, end - start])
            lemmas[start:end] = [None] * (end - start)
        return dataclasses.replace(words, words=changed, lemma=lemmas)


def _names(words: Words) -> Iterator[tuple[int, int, str]]:
    return (span for span in spans(words.ner) if span[2] in _KINDS)
