"""Pairing of quotation marks within one paragraph, double marks before single ones.

A mark without its partner never costs more than its own paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsevents.pipeline.mark_directions import Direction, Mark, marks_between


@dataclass(slots=True)
class Pair:
    """Character offsets of one quotation within a paragraph."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True
    single: bool = False


def pairs_between(text: str, begin: int, finish: int, *, carried: bool) -> list[Pair]:
    """The outermost quotations between two characters: those of one paragraph.

    Args:
        text: The article's text.
        begin: Where the paragraph begins.
        finish: Where it ends.
        carried: Whether the paragraph before left its quotation open.
    """
    marks = list(marks_between(text, begin, finish))
    if not marks:
        return []
    double = [mark for mark in marks if mark.double]
    doubles = _pair_doubles(text, double, (begin, finish), carried=carried)
    singles = [mark for mark in marks if not mark.double]
    if singles:
        free = [m for m in singles if not any(p.start <= m.start < p.end for p in doubles)]
        for pair in _pair_singles(text, free):
            crossed = [p for p in doubles if pair.start < p.end and p.start < pair.end]
            if all(_holds(text, pair, other) for other in crossed):
                doubles = [p for p in doubles if p not in crossed] + [pair]
        doubles.sort(key=lambda pair: pair.start)
    return doubles


def _holds(text: str, single: Pair, double: Pair) -> bool:
    """Whether speech in single marks has a quotation within: ‘He went “no” and left.’."""
    ends = text[single.inner_end - 1] in ".,!?…"
    return ends and double.closed and single.start < double.start and double.end < single.end


def _pair_doubles(
    text: str, marks: list[Mark], paragraph: tuple[int, int], *, carried: bool
) -> list[Pair]:
    """The outermost quotations in double marks; the last may be left open."""
    pairs: list[Pair] = []
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
                pairs.append(Pair(opened.start, mark.end, opened.end, mark.start))
                opened = None
    if opened is not None:
        end = paragraph[1]
        pairs.append(Pair(opened.start, end, opened.end, end, closed=False))
    return pairs


def _count(marks: list[Mark], direction: Direction) -> int:
    return sum(mark.direction == direction for mark in marks)


def _unclosed(text: str, opened: Mark, following: Mark) -> Iterator[Pair]:
    """A quotation that was not closed before the next ends with its last sentence."""
    stop = max(text.rfind(mark, opened.end, following.start) for mark in ".!?")
    if stop > opened.end:
        yield Pair(opened.start, stop + 1, opened.end, stop + 1)


def _unopened(
    text: str, paragraph: tuple[int, int], mark: Mark, *, carried: bool
) -> Iterator[Pair]:
    """A quotation that is only closed begins its paragraph: We will go,” he said.

    Only where what the mark closes looks like a sentence, or where the paragraph
    before left its quotation open; a lone mark after a word is an odd mark.
    """
    passage = text[paragraph[0] : mark.start].strip()
    if passage and (carried or passage[-1] in ".,!?…"):
        start = paragraph[0]
        yield Pair(start, mark.end, start, mark.start)


def _pair_singles(text: str, marks: list[Mark]) -> list[Pair]:
    """Quotations in single marks, with apostrophes left where they are."""
    pairs: list[Pair] = []
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
            pairs.append(Pair(mark.start, close.end, mark.end, close.start, single=True))
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
