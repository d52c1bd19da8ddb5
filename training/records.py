"""What training reads: sentences with stand-off labels, and words with labels."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from newsevents.encoder.pieces import Before

#: A span of characters with its label.
Labelled = tuple[int, int, str]


class Reference(NamedTuple):
    """The head of a phrase that refers, and to whom or what.

    Only where ``asked`` is true is it known which of the earlier phrases of the
    document mean the same.
    """

    start: int
    end: int
    entity: str
    asked: bool


@dataclass(frozen=True)
class GoldWord:
    """One word of a treebank: where it stands and what is said of it."""

    start: int
    end: int
    upos: str
    xpos: str
    lemma: str | None
    head: int
    deprel: str


@dataclass
class Sentence:
    """A sentence with stand-off labels; ``None`` means "not annotated".

    ``names_known`` and ``times_known`` list the labels that the corpus annotates:
    where a label is missing there, a word without it is no counter-example.
    """

    text: str
    words: list[GoldWord] | None = None
    names: list[Labelled] | None = None
    names_known: frozenset[str] = frozenset()
    times: list[Labelled] | None = None
    times_known: frozenset[str] = frozenset()
    events: list[Labelled] | None = None
    #: Spans that may not count as "no event": parts of triggers, doubtful nouns.
    event_gaps: list[tuple[int, int]] = field(default_factory=list)
    #: Only these spans count for events; ``None`` means that all words do.
    event_only: list[tuple[int, int]] | None = None
    factuality: list[tuple[int, int, float, float]] = field(default_factory=list)
    mentions: list[Reference] | None = None
    #: Pieces of attributions: CONTENT, CUE or STANCE, and SOURCE.
    attribution: list[Labelled] | None = None


@dataclass
class Document:
    """Consecutive sentences of one text.

    ``bounded`` says whether the sentence borders are gold; where they are not,
    they only tell where a window may be cut.
    """

    id: str
    corpus: str
    sentences: list[Sentence]
    bounded: bool = True


@dataclass
class Words:
    """A tokenised sentence; label lists run parallel to ``words``."""

    words: list[str]
    before: list[Before]
    spans: list[tuple[int, int]]
    upos: list[str | None]
    xpos: list[str | None]
    lemma: list[str | None]
    head: list[int | None]
    deprel: list[str | None]
    ner: list[str | None]
    time: list[str | None]
    event: list[str | None]
    factuality: list[tuple[float, float] | None]
    attribution: list[str | None]
    #: To whom or what a word that heads a phrase refers, and whether it is asked.
    entity: list[tuple[str, bool] | None]
    names_known: frozenset[str]
    times_known: frozenset[str]
