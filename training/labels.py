"""The label inventories of the heads, collected from the training data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from training.corpora import NAME_LABELS, TIME_LABELS
from training.records import Words

#: Edit scripts seen fewer times are left to the words that lack a label.
MIN_LEMMA_COUNT = 3
EVENT_LABELS = (
    "O", "occurrence", "reporting", "state", "aspectual", "causative", "perception", "generic",
)  # fmt: skip


#: A cue reports speech or writing, a stance what somebody thinks, wants or decides.
ATTRIBUTION_LABELS = ("CONTENT", "CUE", "STANCE", "SOURCE")


class Sizes(NamedTuple):
    """How many labels each head has."""

    upos: int
    xpos: int
    lemma: int
    deprel: int
    ner: int
    time: int
    event: int
    attribution: int


def bio(labels: Iterable[str]) -> list[str]:
    """Tags of a BIO scheme, O first."""
    return ["O", *(f"{prefix}-{label}" for label in labels for prefix in "BI")]


def spans(tags: Sequence[str | None]) -> Iterator[tuple[int, int, str]]:
    """Start, end and kind of every span that BIO tags mark; "I" without "B" marks none."""
    start, kind = None, ""
    for index, tag in enumerate([*tags, "O"]):
        if start is not None and tag != f"I-{kind}":
            yield start, index, kind
            start = None
        if tag and tag.startswith("B-"):
            start, kind = index, tag[2:]


class Labels:
    """What each output of the network means; goes into ``meta.json``."""

    def __init__(self, tables: dict[str, list[str]]) -> None:
        self.tables = tables
        self.index = {
            head: {label: number for number, label in enumerate(labels)}
            for head, labels in tables.items()
        }

    @classmethod
    def collect(cls, sentences: Iterable[Words]) -> Labels:
        """The labels that occur; rare edit scripts are left out."""
        upos: set[str] = set()
        xpos: set[str] = set()
        deprel: set[str] = set()
        lemmas: Counter[str] = Counter()
        for words in sentences:
            upos.update(filter(None, words.upos))
            xpos.update(filter(None, words.xpos))
            deprel.update(filter(None, words.deprel))
            lemmas.update(filter(None, words.lemma))
        return cls(
            {
                "upos": sorted(upos),
                "xpos": sorted(xpos),
                "deprel": sorted(deprel),
                "lemma": [s for s, n in lemmas.most_common() if n >= MIN_LEMMA_COUNT],
                "ner": bio(NAME_LABELS),
                "time": bio(TIME_LABELS),
                "event": list(EVENT_LABELS),
                "attribution": bio(ATTRIBUTION_LABELS),
            }
        )

    def sizes(self) -> Sizes:
        """How many labels each head has."""
        return Sizes(**{head: len(self.tables[head]) for head in Sizes._fields})
