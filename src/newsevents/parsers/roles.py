"""What each paragraph is for: by rules where one applies, else by how it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from newsevents.models import ParagraphRole
from newsevents.parsers.blocks import Block
from newsevents.parsers.headings import mark_headings, mark_title
from newsevents.parsers.neighbours import mark_neighbours
from newsevents.rules.layout import CompiledRule, Layout, LayoutRule, Zone, load_layout

#: How many paragraphs of running text the top or the bottom of an article reaches over.
_EDGE_PROSE: Final = 3
#: "By Jane Doe 11 April 2023 LEEDS (Reuters) - The ..." is split three times.
_SPLITS: Final = 6


def assign_roles(blocks: Sequence[Block], *, title: str | None) -> list[Block]:
    """The blocks with roles, split where one holds two things.

    "JANE DOE/Stuff The mayor opens the bridge." becomes a credit and a caption.
    """
    labelled = mark_neighbours(_apply_rules(mark_title(blocks, title), load_layout()))
    headline = next((block.text for block in labelled if block.role == "headline"), None)
    # A release has its headline in the mail's subject and again above the text.
    labelled = mark_title(labelled, headline)
    headed = mark_headings(labelled, has_title=headline is not None)
    return [block.labelled("body") if block.is_open else block for block in headed]


def stands_alone(line: str) -> bool:
    """Whether a line is furniture by itself, whatever stands around it."""
    return any(
        item.rule.part == "whole" and item.rule.role != "caption" and item.find(line)
        for item in load_layout().rules
    )


def _apply_rules(blocks: Sequence[Block], layout: Layout) -> list[Block]:
    top, bottom = _edge(blocks), len(blocks) - _edge(blocks[::-1])
    often = {item.rule.id for item in layout.rules if item.rule.once and _is_often(item, blocks)}
    found: list[Block] = []
    for number, block in enumerate(blocks):
        zones: set[Zone] = {"anywhere"}
        zones |= {"top", "edges"} if number < top else set()
        zones |= {"bottom", "edges"} if number >= bottom else set()
        rules = [
            item for item in layout.rules if item.rule.where in zones and item.rule.id not in often
        ]
        found.extend(_split(block, rules) if block.is_open else [block])
    return found


def _edge(blocks: Sequence[Block]) -> int:
    """How many blocks from the beginning count as the top."""
    prose = 0
    for number, block in enumerate(blocks):
        prose += block.is_prose
        if prose == _EDGE_PROSE:
            return number + 1
    return len(blocks)


def _is_often(item: CompiledRule, blocks: Sequence[Block]) -> bool:
    return sum(item.find(block.text) is not None for block in blocks) > 1


def _split(block: Block, rules: Sequence[CompiledRule], splits: int = _SPLITS) -> Iterator[Block]:
    """The block, or its parts, with roles where a rule applies."""
    for item in rules if splits else ():
        span = item.find(block.text)
        part = block.part(*span) if span else None
        if span is None or part is None:
            continue
        before, after = block.part(0, span[0]), block.part(span[1], len(block.text))
        if before:
            yield from _rest(before, item.rule, rules, splits - 1)
        yield part.labelled(item.rule.role, item.rule.id)
        if after:
            yield from _rest(after, item.rule, rules, splits - 1)
        return
    yield block


def _rest(
    block: Block, rule: LayoutRule, rules: Sequence[CompiledRule], splits: int
) -> Iterator[Block]:
    """What a rule left over: by another rule, else as the first rule says."""
    role: ParagraphRole | None = rule.rest if block.words <= rule.rest_words else None
    for piece in _split(block, rules, splits):
        yield replace(piece, role=role) if piece.is_open else piece
