"""Transcripts of conversations: "BAKER: We will see.", a paragraph for each turn."""

from __future__ import annotations

from collections import Counter
from typing import Final

from spacy.tokens import Doc

from newsevents.pipeline.paragraphs import ParagraphRange

#: How many words the name of a speaker may have.
_LONGEST: Final = 4
_QUOTES: Final = frozenset("\"“”'‘’")


def speaker_labels(doc: Doc, spoken: list[ParagraphRange]) -> dict[int, int]:
    """The first token of what is said, for each paragraph that a speaker's name opens.

    Names stand in capitals. Nothing is a transcript where only one paragraph opens so,
    or where all do with one word, such as "UPDATE:".
    """
    found: dict[int, int] = {}
    names: Counter[str] = Counter()
    for paragraph in spoken:
        colon = _label(doc, paragraph)
        if colon is not None and colon + 1 < paragraph.end:
            found[paragraph.index] = colon + 1
            names[doc[colon - 1].text] += 1
    return found if len(names) > 1 else {}


def _label(doc: Doc, paragraph: ParagraphRange) -> int | None:
    start = paragraph.start
    start += start < paragraph.end and doc[start].text in _QUOTES
    for index in range(start, min(start + _LONGEST + 1, paragraph.end)):
        token = doc[index]
        if token.text == ":":
            return index if index > start else None
        if not (token.is_upper and token.is_alpha and len(token) > 1) and token.text != ".":
            return None
    return None
