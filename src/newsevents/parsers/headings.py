"""Headlines and cross-heads: short lines that stand out by what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from newsevents.parsers.blocks import Block

#: Above the text stand at most so many lines, of a mail's head for instance.
_TOP: Final = 12
_HEADLINE_WORDS: Final = range(3, 26)
_HEADER_WORDS: Final = 7
#: A line of so few words above the text is a label: "World", "Jane Doe", "Politics".
_LABEL_WORDS: Final = 3
#: Share of longer paragraphs that end as sentences do; below it punctuation says nothing.
_PUNCTUATED: Final = 0.7
_BEGINS: Final = re.compile(r"[\"'“”‘’«(]?[^\W_]")
#: Sentences begin so, cross-heads hardly ever: "He was freed on Monday".
_SENTENCE: Final = re.compile(
    r"(?i:he|she|they|it|we|i|you|there|this|that|these|but|and|so|his|her|their)\b"
)
#: The lead starts anew where a title ends: "Bridge to close The council in Leeds ...".
_SENTENCE_BEGINS: Final = re.compile(r"[\"'“”‘’(]?[A-ZÀ-Þ0-9]")
_FURNITURE: Final = frozenset({"byline", "header", "credit", "caption", "boilerplate"})


def mark_title(blocks: Sequence[Block], title: str | None) -> list[Block]:
    """The blocks, with the headline marked wherever the top of the text repeats a title."""
    wanted = _words(title or "")
    marked: list[Block] = []
    for number, block in enumerate(blocks):
        if number >= _TOP or not wanted or not block.is_open:
            marked.append(block)
        elif _is_title(block, wanted):
            marked.append(block.labelled("headline"))
        else:
            marked.extend(_without_title(block, title or ""))
    return marked


def _without_title(block: Block, title: str) -> Iterator[Block]:
    """The block, parted where a title and the first sentence share its line."""
    after = block.part(len(title), len(block.text)) if block.text.startswith(title) else None
    is_glued = after and block.text[len(title)].isspace() and _SENTENCE_BEGINS.match(after.text)
    if after and is_glued and len(title.split()) > _LABEL_WORDS:
        yield replace(block, text=title).labelled("headline")
        yield after
    else:
        yield block


def mark_headings(blocks: Sequence[Block], *, has_title: bool) -> list[Block]:
    """The blocks, with headline and cross-heads marked where layout is convincing."""
    marked = list(blocks)
    if not _is_punctuated(blocks):
        return marked
    first = next((i for i, block in enumerate(blocks) if _is_text(block)), len(blocks))
    if first < len(blocks):
        _mark_top(marked, first, has_title=has_title)
    for number in range(first + 1, len(blocks)):
        if marked[number].is_open and _is_crosshead(marked, number):
            marked[number] = _crosshead(marked, number)
    return marked


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _is_title(block: Block, wanted: list[str]) -> bool:
    """Whether a block says the same as a title, its site's name apart.

    "Bridge opens - Leeds Post" is the title of a page with the headline "Bridge opens".
    """
    if not wanted or block.words > 2 * len(wanted) + 1:
        return False
    words = _words(block.text)
    is_start = len(words) > _LABEL_WORDS and wanted[: len(words)] == words
    return words == wanted or (is_start and len(wanted) <= len(words) + 4)


def _is_punctuated(blocks: Sequence[Block]) -> bool:
    longer = [block for block in blocks if block.is_open and block.words > max(_HEADLINE_WORDS)]
    longer = longer or [block for block in blocks if block.is_prose]
    return bool(longer) and sum(b.is_final for b in longer) >= _PUNCTUATED * len(longer)


def _is_text(block: Block) -> bool:
    """Whether a block is where the running text begins."""
    return (block.is_open or block.role == "body") and block.is_prose


def _is_heading(block: Block) -> bool:
    return block.is_open and block.is_unmarked and bool(_BEGINS.match(block.text))


def _mark_top(blocks: list[Block], first: int, *, has_title: bool) -> None:
    """Mark the headline among the lines above the text, and labels around it."""
    lines = [i for i in range(first) if _is_heading(blocks[i])]
    candidates = [i for i in lines if _is_headline(blocks[i], blocks[first])]
    if candidates and not has_title:
        blocks[candidates[0]] = blocks[candidates[0]].labelled("headline")
        has_title = True
    if not has_title:
        return
    for number in lines:
        if blocks[number].is_open and blocks[number].words <= _LABEL_WORDS:
            blocks[number] = blocks[number].labelled("header")


def _is_headline(block: Block, text: Block) -> bool:
    return block.words in _HEADLINE_WORDS and len(block.text) < len(text.text)


def _is_crosshead(blocks: Sequence[Block], number: int) -> bool:
    """Whether a short line stands alone between paragraphs of running text."""
    block = blocks[number]
    if not _is_heading(block) or block.words > _HEADER_WORDS or _SENTENCE.match(block.text):
        return False
    before, after = blocks[number - 1], blocks[number + 1 : number + 2]
    if not after or not _ends_well(before):
        return False
    return after[0].role == "credit" or (
        (after[0].is_open or after[0].role == "body") and after[0].is_prose
    )


def _ends_well(block: Block) -> bool:
    return block.is_final if block.is_open or block.role == "body" else block.role in _FURNITURE


def _crosshead(blocks: Sequence[Block], number: int) -> Block:
    """A short line above a credit names what the picture shows; others head the text."""
    is_caption = blocks[number + 1].role == "credit"
    return blocks[number].labelled("caption" if is_caption else "header")
