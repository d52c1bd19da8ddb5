"""From a ``Doc`` to the words that the network reads."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

import numpy as np
from spacy.tokens import Doc

from newsevents import keys
from newsevents.encoder.arrays import Bools, Ints
from newsevents.encoder.pieces import Before, PieceTable, before_of


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a Doc: all tokens but white space, with one entry each."""

    tokens: Ints  # index of its token
    texts: list[str]
    before: list[Before]
    breaks: Bools  # whether a paragraph starts here
    given: Ints  # 1: the Doc starts a sentence here; -1: it does not; 0: it does not say

    def __len__(self) -> int:
        return len(self.texts)


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of all words in one row; word i has ``first[i]:first[i + 1]``."""

    ids: Ints
    shapes: Ints
    first: Ints


def read_words(doc: Doc) -> Words:
    """The words of a Doc, its paragraphs and the sentence starts it has already."""
    text = doc.text
    words = [(token.i, token.text, token.idx) for token in doc if not token.is_space]
    before: list[Before] = []
    breaks = np.zeros(len(words), dtype=np.bool_)
    end = 0
    for number, (_, word, start) in enumerate(words):
        gap = before_of(text, end, start)
        breaks[number] = gap == "\n" and text.count("\n", end, start) > 1
        before.append(gap)
        end = start + len(word)
    if words:
        before[0] = "\n"
        breaks[0] = True
    tokens = np.array([token for token, _, _ in words], dtype=np.int64)
    _mark_paragraphs(doc, tokens, breaks)
    given = doc.to_array("SENT_START").astype(np.int64)[tokens]
    return Words(tokens, [word for _, word, _ in words], before, breaks, given)


def _mark_paragraphs(doc: Doc, tokens: Ints, breaks: Bools) -> None:
    for span in doc.spans.get(keys.PARAGRAPHS, ()):
        for border in np.searchsorted(tokens, [span.start, span.end]):
            if border < len(tokens):
                breaks[border] = True


def read_pieces(words: Words, table: PieceTable) -> Pieces:
    """The word pieces of all words and the case shapes of their words."""
    table.add(words.texts)
    pieces = [table.pieces(word) for word in words.texts]
    shapes = [table.shape(*pair) for pair in zip(words.texts, words.before, strict=True)]
    counts = np.fromiter(map(len, pieces), dtype=np.int64, count=len(pieces))
    return Pieces(
        ids=np.fromiter(chain.from_iterable(pieces), dtype=np.int64, count=int(counts.sum())),
        shapes=np.repeat(np.array(shapes, dtype=np.int64), counts),
        first=np.concatenate([[0], np.cumsum(counts)]),
    )
