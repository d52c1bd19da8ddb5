"""Transcripts of conversations: "BAKER: We will see.", a paragraph for each turn."""

from __future__ import annotations

from collections import Counter
from typing import Final

from spacy.tokens import Doc, Token

from newsevents.pipeline.paragraphs import ParagraphRange

#: How many words the name of a speaker may have.
_LONGEST: Final = 4
#: How interviews call those who ask and answer.
_ASKED: Final = frozenset({"Q", "A"})
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
        if not (_is_capital(token) or token.text == "."):
            return None
    return None


def _is_capital(token: Token) -> bool:
    """Whether a word stands in capitals: "BAKER", or the "Q" of questions and answers."""
    return token.is_alpha and token.is_upper and (len(token) > 1 or token.text in _ASKED)
