"""What a paragraph is for because of what stands directly beside it.

A credit and its caption often share a stretch between blank lines::

    SUPPLIED
    Silt covers an orchard near the river.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from newsevents.parsers.blocks import Block
from newsevents.parsers.lines import LIST_ITEM

#: A picture brings at most so many lines: a label, its caption and a credit or two.
_PICTURE_LINES: Final = 4
_CAPTION_WORDS: Final = 60
#: Fewer stretches show no layout with blank lines.
_GROUPS: Final = 3


def mark_neighbours(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with captions beside credits and lists of links below "Read more:"."""
    has_blank_lines = bool(blocks) and blocks[-1].group + 1 >= _GROUPS
    marked: list[Block] = []
    for _, members in groupby(blocks, key=lambda block: block.group):
        group = list(members)
        if has_blank_lines and _is_picture(group):
            group = [block.labelled("caption") if block.is_open else block for block in group]
        marked.extend(_links(_labelled_captions(group)))
    return marked


def _is_picture(group: Sequence[Block]) -> bool:
    """Whether a stretch is nothing but a caption with its credit."""
    roles = [block.role for block in group if block.role != "boilerplate"]
    return (
        "credit" in roles
        and roles.count(None) == 1
        and len(group) <= _PICTURE_LINES
        and set(roles) <= {"credit", "caption", None}
        and all(block.words <= _CAPTION_WORDS for block in group)
    )


def _labelled_captions(group: Sequence[Block]) -> Iterator[Block]:
    """The blocks; what follows the bare label "Image caption," is the caption."""
    is_label = False
    for block in group:
        yield block.labelled("caption") if is_label and block.is_open else block
        is_label = block.rule == "en.layout.caption.bare_label"


def _links(group: Iterator[Block]) -> Iterator[Block]:
    """The blocks; items of a list below "Read more:" invite to read on too."""
    is_list = False
    for block in group:
        is_item = is_list and block.is_open and bool(LIST_ITEM.match(block.text))
        yield block.labelled("boilerplate") if is_item else block
        is_list = is_item or (block.role == "boilerplate" and block.text.endswith(":"))
