"""How far words in marks reach into the words around them, as the encoder sees it."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc

from newsevents.pipeline.clauses import Range, begins_setting, trimmed
from newsevents.pipeline.draft import Draft, Register
from newsevents.pipeline.marked import Marks
from newsevents.pipeline.quotation_marks import Quotation

#: Rules of what somebody is called: "called it “a mess” | on Friday |".
_JUDGING: Final = frozenset({"en.reporting.label", "en.reporting.judge", "en.reporting.accuse"})


def unclaimed(held: Register, quotation: Quotation, piece: Range) -> Range:
    """A stretch around words in marks without what other quotes hold or report."""
    start, end = quotation.outer[0][0], quotation.outer[-1][1]
    before = (i + 1 for i in range(start - 1, piece[0] - 1, -1) if held.holds(i))
    behind = (i for i in range(end, piece[1]) if held.holds(i))
    return next(before, piece[0]), next(behind, piece[1])


def spread(doc: Doc, draft: Draft, marks: Marks, held: Register) -> None:
    """Let a phrase in marks go on with the words behind it: called it “a mess” and a risk."""
    for number, (start, end) in enumerate(draft.pieces):
        for _, last in marks.touching(end - 1, end):
            if end < last and _is_free(doc, draft, end, last, held):
                opened = start - 1 in {quotation.outer[0][0] for quotation in draft.quotations}
                draft.pieces[number] = trimmed(doc, start - opened, last)


def _is_free(doc: Doc, draft: Draft, first: int, last: int, held: Register) -> bool:
    """Whether a stretch has words of what was said, and neither a cue nor another quote's."""
    words = [token.i for token in doc[first:last] if token.is_alpha]
    judged = draft.rule in _JUDGING
    if not words or (judged and begins_setting(doc, words[0])):
        return False
    cue = -1 if draft.cue is None else draft.cue[0]
    return cue not in range(first, last) and not any(held.holds(i) for i in range(first, last))
