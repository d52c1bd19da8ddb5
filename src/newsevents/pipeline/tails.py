"""What a reporter adds behind quoted words, which nobody has said.

"She called it “a stunt” — a word that has followed him", "asked whether it was
“fair”, echoing his rivals": the sentence goes on, the quote does not.
"""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc

from newsevents.pipeline.clauses import DASHES, Range
from newsevents.pipeline.quotation_marks import Quotation

_COMMENT_TAGS: Final = frozenset({"VBG", "WDT"})


def without_tails(doc: Doc, pieces: list[Range], quotations: list[Quotation]) -> list[Range]:
    """Pieces of a quote that end with their last quoted words where a comment follows.

    Args:
        doc: A Doc with tags.
        pieces: Token ranges of the quote.
        quotations: The passages in marks that belong to it.
    """
    closed = [quotation.outer[-1][1] for quotation in quotations if quotation.closed]
    return [(start, _end(doc, start, end, closed)) for start, end in pieces]


def _end(doc: Doc, start: int, end: int, closed: list[int]) -> int:
    last = max((mark for mark in closed if start < mark < end), default=end)
    return last if last < end and _is_comment(doc, last, end) else end


def _is_comment(doc: Doc, place: int, end: int) -> bool:
    if doc[place].text in DASHES:
        return True
    paused = doc[place].text == "," or (place > 1 and doc[place - 2].text == ",")
    word = place + 1 if doc[place].text == "," else place
    while word < end - 1 and doc[word].pos_ == "ADV":
        word += 1
    if not paused or word >= end:
        return False
    # "It is “partial,” meaning that ...": taggers take the word for a noun, too.
    return doc[word].tag_ in _COMMENT_TAGS or doc[word].lower_ == "meaning"
