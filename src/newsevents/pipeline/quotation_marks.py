"""Quotations in marks, over the paragraphs of an article.

A quotation that is left open goes on in the next paragraph only where that one
opens with a mark again; an odd mark therefore never costs more than its own
paragraph. Captions, credits and other boilerplate between two
paragraphs of a quotation are stepped over.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc, Token

from newsevents.pipeline.mark_directions import MARK
from newsevents.pipeline.pairing import Pair, pairs_between
from newsevents.pipeline.paragraphs import ParagraphRange, paragraphs
from newsevents.pipeline.transcripts import speaker_labels
from newsevents.rules.reporting import lexicon

__all__ = ["ParagraphRange", "Quotation", "find_quotations", "paragraphs"]

_STOPS: Final = frozenset(".!?")
#: How many words a reporting clause at the end of a paragraph may have.
_CUE: Final = 10


@dataclass(slots=True)
class Quotation:
    """What stands between one pair of marks, in tokens.

    ``pieces`` are the token ranges inside the marks, one for each paragraph the
    quotation runs over; ``outer`` are the same with their marks.
    """

    pieces: list[tuple[int, int]]
    outer: list[tuple[int, int]]
    paragraph: int
    last_paragraph: int
    closed: bool
    opens_paragraph: bool
    single: bool = False

    @property
    def start(self) -> int:
        """First token inside the marks."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """One past the last token inside the marks."""
        return self.pieces[-1][1]


def find_quotations(doc: Doc, ranges: Iterable[ParagraphRange]) -> list[Quotation]:
    """Every outermost passage between quotation marks, in order.

    In the transcript of a conversation what follows the name of a speaker is one
    too, whether or not marks stand around it.
    """
    spoken = [paragraph for paragraph in ranges if paragraph.spoken]
    labels = speaker_labels(doc, spoken)
    if not labels and MARK.search(doc.text) is None:
        return []
    reader = _Reader(doc, labels)
    for paragraph in spoken:
        reader.read(paragraph)
    return reader.found


class _Reader:
    """Reads one paragraph after another, and knows what was left open before."""

    def __init__(self, doc: Doc, labels: dict[int, int]) -> None:
        self.found: list[Quotation] = []
        self._doc = doc
        self._text = doc.text
        self._tokens = _TokenIndex(doc)
        self._labels = labels
        self._carried: Quotation | None = None
        self._floor = 0

    def read(self, paragraph: ParagraphRange) -> None:
        """Add the quotations of a paragraph."""
        begin, finish = paragraph.start_char, paragraph.end_char
        label = self._labels.get(paragraph.index)
        pairs = pairs_between(self._text, begin, finish, carried=self._carried is not None)
        if label is not None and not any(self._opens(paragraph, pair) for pair in pairs):
            pairs = [Pair(begin, finish, begin, finish)]
        for pair in pairs:
            self._add(paragraph, pair, label)
        if self.found and self.found[-1].last_paragraph == paragraph.index:
            self._close_before_cue(self.found[-1])
        self._carried = _left_open(self._doc, self.found, paragraph)

    def _close_before_cue(self, quotation: Quotation) -> None:
        """End a quotation without its closing mark where a speaker is named: "We go, said Li."."""
        (start, end), (outer, _) = quotation.pieces[-1], quotation.outer[-1]
        commas = [i for i in range(max(start, end - _CUE), end - 1) if self._doc[i].text == ","]
        if quotation.closed or not commas:
            return
        clause = self._doc[commas[-1] + 1 : end]
        verbs = [token for token in clause if token.pos_ in {"VERB", "AUX"}]
        named = any(token.pos_ in {"PROPN", "PRON"} for token in clause)
        if len(verbs) == 1 and named and _reports(verbs[0]):
            quotation.pieces[-1] = (start, commas[-1] + 1)
            quotation.outer[-1] = (outer, commas[-1] + 1)
            quotation.closed = True

    def _opens(self, paragraph: ParagraphRange, pair: Pair) -> bool:
        return not self._text[paragraph.start_char : pair.start].strip()

    def _add(self, paragraph: ParagraphRange, pair: Pair, label: int | None) -> None:
        piece = self._tokens.inside(pair.inner_start, pair.inner_end, floor=self._floor)
        if piece is None:
            return
        self._floor = piece[1]
        outer = self._tokens.around(pair.start, pair.end, piece)
        first = self._opens(paragraph, pair)
        carried, self._carried = self._carried, None
        if label is not None and first and label < piece[1]:
            # “BAKER: We will see.”: the name is not part of what was said.
            piece, outer = (label, piece[1]), (label, outer[1])
        elif carried is not None and first:
            carried.pieces.append(piece)
            carried.outer.append(outer)
            carried.last_paragraph = paragraph.index
            carried.closed = pair.closed
            return
        self.found.append(
            Quotation(
                [piece], [outer], paragraph.index, paragraph.index, pair.closed, first, pair.single
            )
        )


def _reports(verb: Token) -> bool:
    entry = lexicon().verb(verb.lemma_, verb.lower_)
    return entry is not None and "inserted" in entry.frames and "clause" in entry.frames


def _left_open(doc: Doc, found: list[Quotation], paragraph: ParagraphRange) -> Quotation | None:
    """The quotation that goes on behind a paragraph; a phrase without its closing mark is over."""
    if not found or found[-1].last_paragraph != paragraph.index or found[-1].closed:
        return None
    start, end = found[-1].pieces[-1]
    phrase = doc[start].is_lower and not any(t.text in _STOPS for t in doc[start : end - 1])
    return None if phrase and not found[-1].opens_paragraph else found[-1]


class _TokenIndex:
    """From characters to tokens."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._text = doc.text
        self._starts = [token.idx for token in doc]

    def inside(self, start: int, end: int, *, floor: int) -> tuple[int, int] | None:
        """The tokens between two characters, without white space at the edges.

        A token that the border cuts belongs to the side that has its letters:
        in ``A"--`` they lie before the mark. No token lies before ``floor``.
        """
        first = bisect_left(self._starts, start)
        if first > floor and self._letters(first - 1, start, end):
            first -= 1
        first = max(first, floor)
        last = bisect_left(self._starts, end)
        if last > first and self._cut(last - 1, end) and not self._letters(last - 1, start, end):
            last -= 1
        while first < last and self._doc[first].is_space:
            first += 1
        while last > first and self._doc[last - 1].is_space:
            last -= 1
        return (first, last) if first < last else None

    def around(self, start: int, end: int, piece: tuple[int, int]) -> tuple[int, int]:
        """The tokens from one mark to the other, at least those of the piece."""
        first = bisect_right(self._starts, start) - 1
        last = bisect_left(self._starts, end)
        return min(first, piece[0]), max(last, piece[1])

    def _cut(self, number: int, border: int) -> bool:
        token = self._doc[number]
        return bool(token.idx < border < token.idx + len(token))

    def _letters(self, number: int, start: int, end: int) -> bool:
        token = self._doc[number]
        left, right = max(token.idx, start), min(token.idx + len(token), end)
        inside = self._text[left:right] if left < right else ""
        return any(c.isalnum() for c in inside)
