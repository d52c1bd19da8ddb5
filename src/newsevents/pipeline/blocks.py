"""Paragraphs that are quoted without marks, set off from the text: "He added:" and a new line."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Doc, Token

from newsevents.pipeline.clauses import clean
from newsevents.pipeline.paragraphs import ParagraphRange
from newsevents.pipeline.report import Report
from newsevents.rules.reporting import Lexicon


def add_blocks(
    doc: Doc,
    ranges: list[ParagraphRange],
    lexicon: Lexicon,
    quoted: bytearray,
    reports: list[Report],
) -> None:
    """Give a report whose cue stands before a colon the paragraph behind it.

    Only one paragraph: nothing shows where such a block ends.
    """
    spoken = [paragraph for paragraph in ranges if paragraph.spoken]
    known = {report.anchor: report for report in reports}
    for before, block in pairwise(spoken):
        colon = doc[before.end - 1]
        if colon.text != ":" or quoted[block.start] or quoted[colon.i]:
            continue
        cue = _cue(colon, before.start, lexicon)
        entry = None if cue is None else lexicon.verb(cue.lemma_, cue.lower_)
        pieces = clean(doc, [(block.start, block.end)])
        if cue is None or entry is None or not pieces:
            continue
        if cue.i in known:
            known[cue.i].pieces += pieces
        else:
            reports.append(Report((cue.i, cue.i + 1), cue.i, entry.rule, pieces))


def _cue(colon: Token, start: int, lexicon: Lexicon) -> Token | None:
    """The last verb before the colon, if it is one of saying: "The governor added:"."""
    for index in range(colon.i - 1, max(start, colon.sent.start) - 1, -1):
        token = colon.doc[index]
        if token.pos_ == "VERB" and token.tag_ in {"VBD", "VBZ", "VBP", "VBG"}:
            entry = lexicon.verb(token.lemma_, token.lower_)
            return token if entry is not None and "inserted" in entry.frames else None
    return None
