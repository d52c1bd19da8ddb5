"""Names exchanged for others of their kind."""

from __future__ import annotations

import random

from training.align import Report, label
from training.records import Sentence, Words
from training.swap import NameSwapper


def _words(text: str, *names: tuple[int, int, str]) -> Words:
    spans, start = [], 0
    for word in text.split():
        spans.append((start, start + len(word)))
        start += len(word) + 1
    return label(Sentence(text, names=list(names)), spans, "test", Report())


def test_names_of_one_kind_and_length_are_exchanged() -> None:
    """Every label stays where it is; only the words of names change."""
    ann = _words("Ann Lee left Leeds", (0, 7, "PERSON"), (13, 18, "LOC"))
    bob = _words("Bob Ray saw York", (0, 7, "PERSON"), (12, 16, "LOC"))
    swapper = NameSwapper([bob], chance=1.0)
    swapped = swapper.swap(ann, random.Random(0))  # noqa: S311 - noise, no secret
    assert swapped.words == ["Bob", "Ray", "left", "York"]
    assert swapped.ner == ann.ner
    assert ann.words[0] == "Ann"


def test_without_chance_nothing_changes() -> None:
    """A sentence that is not chosen is the same object."""
    ann = _words("Ann left", (0, 3, "PERSON"))
    swapper = NameSwapper([ann], chance=0.0)
    assert swapper.swap(ann, random.Random(0)) is ann  # noqa: S311 - noise, no secret
