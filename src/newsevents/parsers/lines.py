"""From lines to paragraphs.

A blank line always ends a paragraph. Whether a single newline does is decided by
what the article shows: where lines break at about the same width and often in
mid-sentence, the text is wrapped and its lines belong together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

from newsevents.parsers.blocks import Block

_NEWLINE: Final = re.compile("\n")
#: Widths at which text is wrapped: a narrow column of a mail to a wide terminal.
_WIDTHS: Final = range(30, 121)
#: Share of line breaks in mid-sentence from which a text counts as wrapped. In English
#: about two lines of three begin with a lower-case word; names and numbers begin others.
_SOFT_SHARE: Final = 0.3
#: Share of these lines that must be filled, and how full a filled line is.
_FILLED_SHARE: Final = 0.8
_FILLED: Final = 0.85
#: In text with blank lines between paragraphs only a clearly short line ends one.
_FILLED_WITH_BLANK_LINES: Final = 0.6
#: "the following:" is followed by a list, not by the rest of its sentence.
_OPENS_LIST: Final = re.compile(r"[:;][\"'”’]?\Z")
LIST_ITEM: Final = re.compile(r"(?:[-–—*•·‣▪>]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")


def paragraphs(text: str, *, stands_alone: Callable[[str], bool]) -> list[Block]:
    """The paragraphs of a text; every character but white space is in one.

    Args:
        text: With newlines normalised.
        stands_alone: Whether a line is a paragraph of its own wherever it stands,
            as a byline above wrapped text is.
    """
    groups = list(_groups(text))
    filled = _filled_width(groups)
    found: list[Block] = []
    for which, group in enumerate(groups):
        start = 0
        for number, (line, following) in enumerate(pairwise(group), 1):
            if not _continues(line, following, filled, stands_alone):
                found.append(_joined(text, group[start:number], which))
                start = number
        found.append(_joined(text, group[start:], which))
    return found


def _groups(text: str) -> Iterator[list[Block]]:
    """The lines between blank lines, without surrounding white space."""
    group: list[Block] = []
    for line in _lines(text):
        if line is not None:
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _lines(text: str) -> Iterator[Block | None]:
    start = 0
    for end in (*(match.start() for match in _NEWLINE.finditer(text)), len(text)):
        line = text[start:end]
        stripped = line.strip()
        blanks = len(line) - len(line.lstrip())
        yield Block(start + blanks, stripped) if stripped else None
        start = end + 1


def _joined(text: str, lines: list[Block], group: int) -> Block:
    start, end = lines[0].start, lines[-1].end
    return Block(start, text[start:end], group=group)


def _filled_width(groups: list[list[Block]]) -> float | None:
    """From which width a line of wrapped text is full, or nothing for other text."""
    pairs = [pair for group in groups for pair in pairwise(group)]
    soft = [pair for pair in pairs if _is_soft(*pair)]
    if not soft or len(soft) < _SOFT_SHARE * len(pairs):
        return None
    # One overlong line, such as an address, does not widen the text.
    lengths = sorted(len(line.text) for line, _ in soft)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    filled = sum(_reach(*pair) > _FILLED * width for pair in soft)
    if width not in _WIDTHS or filled < _FILLED_SHARE * len(soft):
        return None
    has_blank_lines = len(groups) > 2
    return width * (_FILLED_WITH_BLANK_LINES if has_blank_lines else _FILLED)


def _is_soft(line: Block, following: Block) -> bool:
    """Whether a sentence runs on over the end of a line."""
    return (
        following.text[0].islower()
        and not line.is_final
        and not _OPENS_LIST.search(line.text, max(0, len(line.text) - 2))
        and not LIST_ITEM.match(following.text)
    )


def _reach(line: Block, following: Block) -> int:
    """How long a line would be with the next line's first word."""
    return len(line.text) + 1 + len(following.text.split(None, 1)[0])


def _continues(
    line: Block, following: Block, filled: float | None, stands_alone: Callable[[str], bool]
) -> bool:
    """Whether a line's paragraph goes on in the next line."""
    if filled is None:
        # Damaged markup breaks sentences around links: "regularly ⏎ incites ⏎ violence".
        joined = _is_soft(line, following)
    else:
        fits = _reach(line, following) <= filled
        joined = not LIST_ITEM.match(following.text) and not (
            fits and not _is_soft(line, following)
        )
    return joined and not stands_alone(line.text) and not stands_alone(following.text)
