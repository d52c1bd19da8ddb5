"""Pairing of quotation marks, paragraph by paragraph, as news prints them.

Which way a mark points is read from its neighbours first and from its shape
second: many articles close with an opening mark (”If you look ... there.”),
and straight marks have no direction at all. A quotation that is left open goes
on in the next paragraph only where that one opens with a mark again; an odd
mark therefore never costs more than its own paragraph. Captions, credits and
other boilerplate between two paragraphs of a quotation are stepped over.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from spacy.tokens import Doc

from newsevents import keys

#: Paragraphs that are read as news; the others are never spoken text.
SPOKEN_ROLES: Final = frozenset({"", "headline", "dateline", "body"})

_DOUBLE: Final = frozenset({'"', "“", "”", "„", "‟", "«", "»", "''", "``", "＂", "″"})
_MARK: Final = re.compile(r"''|``|[\"“”„‟«»＂″'‘’‚‛‹›`]")
_OPENING: Final = frozenset({"“", "„", "‟", "«", "``", "‘", "‚", "‛", "‹", "`"})
_CLOSING: Final = frozenset({"”", "»", "’", "›"})
_OPENERS_BEFORE: Final = frozenset("([{-–—―/…:")
_CLOSERS_AFTER: Final = frozenset(".,;:!?)]}-–—―/…")
_ALL_MARKS: Final = frozenset("\"“”„‟«»＂″'‘’‚‛‹›`")

_STOPS: Final = frozenset(".!?")

Direction = Literal["open", "close", "either"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark: where it stands and which way it points."""

    start: int
    end: int
    direction: Direction
    double: bool


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


@dataclass(frozen=True, slots=True)
class ParagraphRange:
    """A paragraph as ranges of tokens and characters, with its role."""

    index: int
    start: int
    end: int
    start_char: int
    end_char: int
    role: str

    @property
    def spoken(self) -> bool:
        """Whether it is read as news."""
        return self.role in SPOKEN_ROLES


@dataclass(slots=True)
class _Pair:
    """Character offsets of one quotation within a paragraph."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True
    single: bool = False


def paragraphs(doc: Doc) -> list[ParagraphRange]:
    """The paragraphs of a Doc: its span group, else its lines."""
    group = doc.spans.get(keys.PARAGRAPHS)
    if group is not None and len(group):
        return [
            ParagraphRange(i, p.start, p.end, p.start_char, p.end_char, p.label_)
            for i, p in enumerate(group)
        ]
    return list(_lines(doc))


def _lines(doc: Doc) -> Iterator[ParagraphRange]:
    start = index = 0
    for token in doc:
        last = token.i + 1 == len(doc)
        breaks = token.is_space and "\n" in token.text
        if not (last or breaks):
            continue
        end = token.i if breaks else token.i + 1
        if end > start:
            yield ParagraphRange(
                index, start, end, doc[start].idx, doc[end - 1].idx + len(doc[end - 1]), ""
            )
            index += 1
        start = token.i + 1


def find_quotations(doc: Doc, ranges: Iterable[ParagraphRange]) -> list[Quotation]:
    """Every outermost passage between quotation marks, in order."""
    text = doc.text
    if _MARK.search(text) is None:
        return []
    tokens = _TokenIndex(doc)
    found: list[Quotation] = []
    carried: Quotation | None = None
    floor = 0
    for paragraph in ranges:
        if not paragraph.spoken:
            continue
        for pair in _pairs(text, paragraph, carried=carried is not None):
            piece = tokens.inside(pair.inner_start, pair.inner_end, floor=floor)
            if piece is None:
                continue
            floor = piece[1]
            outer = tokens.around(pair.start, pair.end, piece)
            at_start = not text[paragraph.start_char : pair.start].strip()
            if carried is not None and at_start:
                carried.pieces.append(piece)
                carried.outer.append(outer)
                carried.last_paragraph = paragraph.index
                carried.closed = pair.closed
            else:
                found.append(
                    Quotation(
                        [piece], [outer], paragraph.index, paragraph.index,
                        pair.closed, at_start, pair.single,
                    )
                )  # fmt: skip
            carried = None
        carried = _left_open(doc, found, paragraph)
    return found


def _left_open(doc: Doc, found: list[Quotation], paragraph: ParagraphRange) -> Quotation | None:
    """The quotation that goes on behind a paragraph; a phrase without its closing mark is over."""
    if not found or found[-1].last_paragraph != paragraph.index or found[-1].closed:
        return None
    start, end = found[-1].pieces[-1]
    phrase = doc[start].is_lower and not any(t.text in _STOPS for t in doc[start : end - 1])
    return None if phrase and not found[-1].opens_paragraph else found[-1]


def _pairs(text: str, paragraph: ParagraphRange, *, carried: bool) -> list[_Pair]:
    """The outermost quotations of one paragraph, double marks before single ones."""
    marks = list(_marks(text, paragraph))
    if not marks:
        return []
    doubles = _pair_doubles(
        text, [mark for mark in marks if mark.double], paragraph, carried=carried
    )
    singles = [mark for mark in marks if not mark.double]
    if singles:
        free = [m for m in singles if not any(p.start <= m.start < p.end for p in doubles)]
        doubles += [p for p in _pair_singles(text, free) if not _crosses(p, doubles)]
        doubles.sort(key=lambda pair: pair.start)
    return doubles


def _crosses(pair: _Pair, others: list[_Pair]) -> bool:
    return any(pair.start < other.end and other.start < pair.end for other in others)


def _marks(text: str, paragraph: ParagraphRange) -> Iterator[Mark]:
    begin, finish = paragraph.start_char, paragraph.end_char
    for match in _MARK.finditer(text, begin, finish):
        start, end, shape = match.start(), match.end(), match.group()
        before = text[start - 1] if start > begin else " "
        after = text[end] if end < finish else " "
        double = shape in _DOUBLE
        if not double and before.isalnum() and after.isalnum():
            continue  # An apostrophe: "won’t".
        if double and _is_inches(text, begin, match, after):
            continue
        yield Mark(start, end, _direction(shape, before, after), double)


def _is_inches(text: str, begin: int, match: re.Match[str], after: str) -> bool:
    """Whether a mark behind a number stands for inches: a 12" pipe.

    Not where a quotation is open ("of 12"), nor before a comma or full stop.
    """
    if match.group() not in {'"', "″", "''"} or after not in " -":
        return False
    before = text[match.start() - 1] if match.start() > begin else " "
    return before.isdigit() and len(_MARK.findall(text, begin, match.start())) % 2 == 0


def _direction(shape: str, before: str, after: str) -> Direction:
    free_before = before.isspace() or before in _OPENERS_BEFORE
    free_after = after.isspace() or after in _CLOSERS_AFTER
    if before in _ALL_MARKS or after in _ALL_MARKS:
        # Two marks in a row, as in ("'We will,' he told me"): trust their shape.
        free_before = free_before or before in _ALL_MARKS
        free_after = free_after or after in _ALL_MARKS
    if free_before and not free_after:
        return "open"
    if free_after and not free_before:
        return "close"
    if shape in _OPENING:
        return "open"
    if shape in _CLOSING:
        return "close"
    return "either"


def _pair_doubles(
    text: str, marks: list[Mark], paragraph: ParagraphRange, *, carried: bool
) -> list[_Pair]:
    """The outermost quotations in double marks; the last may be left open."""
    pairs: list[_Pair] = []
    opened: Mark | None = None
    depth = 0
    for number, mark in enumerate(marks):
        if opened is None and mark.direction != "close":
            opened, depth = mark, 1
        elif opened is None:
            pairs.extend(_unopened(text, paragraph, mark, carried=carried) if not pairs else ())
        elif mark.direction == "open":
            rest = marks[number:]
            if _count(rest, "close") > _count(rest, "open"):
                depth += 1  # “He told me “no” and left,” she said.
            else:
                pairs.extend(_unclosed(text, opened, mark))
                opened, depth = mark, 1
        else:
            depth -= 1
            if depth == 0:
                pairs.append(_Pair(opened.start, mark.end, opened.end, mark.start))
                opened = None
    if opened is not None:
        end = paragraph.end_char
        pairs.append(_Pair(opened.start, end, opened.end, end, closed=False))
    return pairs


def _count(marks: list[Mark], direction: Direction) -> int:
    return sum(mark.direction == direction for mark in marks)


def _unclosed(text: str, opened: Mark, following: Mark) -> Iterator[_Pair]:
    """A quotation that was not closed before the next ends with its last sentence."""
    stop = max(text.rfind(mark, opened.end, following.start) for mark in ".!?")
    if stop > opened.end:
        yield _Pair(opened.start, stop + 1, opened.end, stop + 1)


def _unopened(
    text: str, paragraph: ParagraphRange, mark: Mark, *, carried: bool
) -> Iterator[_Pair]:
    """A quotation that is only closed begins its paragraph: We will go,” he said.

    Only where what the mark closes looks like a sentence, or where the paragraph
    before left its quotation open; a lone mark after a word is an odd mark.
    """
    passage = text[paragraph.start_char : mark.start].strip()
    if passage and (carried or passage[-1] in ".,!?…"):
        start = paragraph.start_char
        yield _Pair(start, mark.end, start, mark.start)


def _pair_singles(text: str, marks: list[Mark]) -> list[_Pair]:
    """Quotations in single marks, with apostrophes left where they are."""
    pairs: list[_Pair] = []
    number = 0
    while number < len(marks):
        mark = marks[number]
        number += 1
        if mark.direction != "open" or not text[mark.end : mark.end + 1].isalpha():
            continue
        closer = _single_closer(text, marks, number)
        if closer is None:
            continue
        close = marks[closer]
        if close.start - mark.end > 1:
            pairs.append(_Pair(mark.start, close.end, mark.end, close.start, single=True))
            number = closer + 1
    return pairs


def _single_closer(text: str, marks: list[Mark], first: int) -> int | None:
    """Index of the closing mark: one after a stop, else the last that is no apostrophe.

    In ‘the workers’ union will go,’ he said, the first ’ follows an s and is
    followed by a word; the second follows a comma.
    """
    weak: int | None = None
    for number in range(first, len(marks)):
        mark = marks[number]
        if mark.direction == "open" and text[mark.end : mark.end + 1].isalpha():
            break
        if mark.direction == "open":
            continue
        before = text[mark.start - 1]
        after = text[mark.end : mark.end + 1]
        if before in ".,!?…" or (after and after in ".,;:!?"):
            return number
        if before not in "sS" or not after:
            return number
        weak = number if weak is None else weak
    return weak


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
