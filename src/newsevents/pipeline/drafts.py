"""Putting quotations in marks and reported clauses together into quotes.

A fragment in marks inside a reported clause makes the quote mixed, a full
quotation beside a cue makes it direct, and one that stands alone goes on with
the quotation before it. No token belongs to two quotes.
"""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc

from newsevents.pipeline.attribution import ATTRIBUTED
from newsevents.pipeline.clauses import DASHES, Range, clause_start, clean
from newsevents.pipeline.direct import CueFinder, Hit
from newsevents.pipeline.draft import FLOATING, Draft, Register
from newsevents.pipeline.fragments import headline_clause, is_name, quoting_clause
from newsevents.pipeline.marked import Marks
from newsevents.pipeline.quotation_marks import Quotation
from newsevents.pipeline.quotation_shapes import Shapes
from newsevents.pipeline.reach import spread, unclaimed
from newsevents.pipeline.report import Report
from newsevents.pipeline.tails import without_tails

#: Words that join one phrase in marks to the next, and how many there may be.
_JOINING: Final = frozenset({"CCONJ", "ADV", "PART", "ADP", "PUNCT"})
_JOIN: Final = 3


class Drafts:
    """Brings quotations and reports together."""

    def __init__(
        self, doc: Doc, reports: list[Report], finder: CueFinder, shapes: Shapes, marks: Marks
    ) -> None:
        self._doc = doc
        self._finder = finder
        self._shapes = shapes
        self._marks = marks
        self._parsed = doc.has_annotation("DEP")
        self._held = Register()
        #: The quotes of the last quotation and of the last whole sentence, by paragraph.
        self._last: tuple[int, Draft] | None = None
        self._speech: tuple[int, Draft] | None = None
        for report in reports:
            self._held.open(Draft(list(report.pieces), report.cue, report.rule), report.anchor)

    def add_full(self, quotation: Quotation) -> None:
        """Give a full quotation to the quote it belongs to, or leave it alone."""
        before = self._before(quotation)
        owner = self._owner(quotation)
        if before is not None and self._goes_on(before, owner, quotation):
            self._take(before, quotation)
        elif (hit := self._finder.find(quotation)) is not None:
            draft = self._draft(hit)
            if draft.rule == ATTRIBUTED and not draft.quotations:
                # Grammar sees the words beside the cue, the encoder guessed at others.
                draft.pieces, draft.rule = [], hit.rule
            self._take(draft, quotation)
        elif owner is not None:
            self._widen(owner, quotation)
        elif self._shapes.is_speech(quotation, follows=before is not None):
            turn = self._later(quotation) or self._turn(quotation)
            self._take(turn or self._held.open(Draft([])), quotation)
        elif self._parsed:
            self._quote_clause(quotation)

    def add_fragment(self, quotation: Quotation) -> None:
        """Give a phrase in marks to the report it stands in, or leave it alone."""
        owner = self._owner(quotation) or self._joined(quotation)
        if owner is not None:
            self._widen(owner, quotation)
        elif (hit := self._finder.find_adjacent(quotation)) is not None:
            self._take(self._draft(hit), quotation)
        elif (before := self._adjoining(quotation)) is not None:
            self._widen(before, quotation)
        elif self._parsed:
            self._quote_clause(quotation)

    def _adjoining(self, quotation: Quotation) -> Draft | None:
        """The report that goes on in the marks: that he fought -- “for our rights”."""
        start = quotation.outer[0][0]
        first = self._doc[start].sent.start
        while start > first and self._doc[start - 1].text in DASHES:
            start -= 1
        for draft in self._held.around(start - 1) if start > first else ():
            place = next((n for n, piece in enumerate(draft.pieces) if piece[1] == start), None)
            if place is not None and draft.cue is not None and draft.cue[0] < start:
                draft.pieces[place] = (draft.pieces[place][0], quotation.outer[0][1])
                return draft
        return None

    def _joined(self, quotation: Quotation) -> Draft | None:
        """The quote that a phrase is joined to: to “go home” and then “vote twice”."""
        before = self._before(quotation)
        if before is None or not before.quotations or before.rule == FLOATING:
            return None
        last = before.quotations[-1].outer[-1][1]
        between = self._doc[last : quotation.outer[0][0]]
        joins = 0 < len(between) <= _JOIN and any(word.pos_ == "CCONJ" for word in between)
        if not joins or any(word.pos_ not in _JOINING for word in between):
            return None
        before.pieces = [
            (start, quotation.outer[0][1] if end in {last, last - 1} else end)
            for start, end in before.pieces
        ]
        return before

    def _quote_clause(self, quotation: Quotation) -> None:
        """Make a quote of a clause that reports only by the marks in it."""
        line = self._shapes.headline(quotation)
        if line is not None:
            found = headline_clause(self._doc, quotation, line.end)
        elif not is_name(self._doc, quotation):
            found = quoting_clause(self._doc, quotation, self._marks)
        else:
            found = None
        pieces = (
            [] if found is None else [unclaimed(self._held, quotation, p) for p in found.pieces]
        )
        pieces = clean(self._doc, pieces)
        if found is None or not pieces or self._shapes.is_marked(found.verb):
            return
        cue = found.verb
        draft = None if cue is None else self._held.reported_by(cue.i)
        if cue is None or (draft is not None and draft.pieces):
            draft = self._held.open(Draft(pieces, None, found.rule))
        elif draft is None:
            draft = self._held.open(Draft(pieces, (cue.i, cue.i + 1), found.rule), cue.i)
        else:
            draft.pieces = pieces
        self._widen(draft, quotation)

    def _before(self, quotation: Quotation) -> Draft | None:
        """The quote that the quotation before it in the same paragraph belongs to."""
        if self._last is None or self._last[0] != quotation.paragraph:
            return None
        return self._last[1]

    def _turn(self, quotation: Quotation) -> Draft | None:
        """The quote that goes on with whole sentences: “A,” he said, noting a “b”. “C.”."""
        before = self._before(quotation)
        if before is None or self._speech is None or self._speech[0] != quotation.paragraph:
            return before
        speech = self._speech[1]
        if before.cue is None or speech.cue is None:
            return before
        start = self._doc[before.cue[0]].sent.start
        return speech if start <= speech.cue[0] else before

    def _later(self, quotation: Quotation) -> Draft | None:
        """A report in a sentence of its own: “A,” he said. He noted that it rained. “B.”.

        Not one that hangs on the first: “A,” he said, noting that it rained. “B.”.
        """
        before = self._before(quotation)
        if before is None or not before.quotations:
            return None
        last = before.quotations[-1].outer[-1][1]
        for anchor in reversed(range(last, quotation.outer[0][0])):
            draft = self._held.reported_by(anchor)
            if draft is None or draft is before or not draft.pieces or draft.rule == ATTRIBUTED:
                continue
            start = self._doc[anchor].sent.start
            if start >= last and (before.cue is None or start > before.cue[0]):
                return draft
        return None

    def _goes_on(self, before: Draft, owner: Draft | None, quotation: Quotation) -> bool:
        """Whether a quotation continues the one before: “We will,” he said, “and soon.”.

        Not where another report holds it: “We will,” he said, adding that it “may take long”.
        """
        other = owner is not None and owner is not before and owner.cue is not None
        return not other and self._shapes.continues(quotation)

    def _draft(self, hit: Hit) -> Draft:
        """The quote of a cue."""
        return self._held.reported_by(hit.anchor) or self._held.open(
            Draft([], hit.cue, hit.rule), hit.anchor
        )

    def _take(self, draft: Draft, quotation: Quotation) -> None:
        """A full quotation is content by itself; other reports of its words end before it."""
        for start, end in quotation.outer:
            for other in self._held.touching(start, end):
                if other is not draft:
                    self._cut(other, start, end, draft.cue)
        if draft.cue is not None and not draft.quotations:
            draft.pieces = self._lead(draft, quotation) + quotation.pieces[1:]
        else:
            draft.pieces = sorted(draft.pieces + quotation.pieces)
        self._note(draft, quotation)
        self._speech = self._last

    def _cut(self, other: Draft, start: int, end: int, cue: Range | None) -> None:
        """End a report before a quotation and the clause that reports it.

        "...," Jones said, according to a transcript: nothing of the first clause is
        left for the second to report.
        """
        pieces: list[Range] = []
        for first, last in other.pieces:
            border = last
            if first < end and start < last:
                border = start
            if cue is not None and first <= cue[0] < last:
                border = min(border, clause_start(self._doc[cue[0]]))
            if first < border:
                pieces.append((first, border))
        other.pieces = clean(self._doc, pieces)

    def _lead(self, draft: Draft, quotation: Quotation) -> list[Range]:
        """The first piece of a quotation with the reported words that lead into it.

        "He said it came down to one thing: “Money.”"; "Such a plan “is a mistake,” he said."
        What grammar finds behind the cue of “...,” he said at the station is left out. What
        stands before it belongs to a quotation that goes on with it: "Today, he said, “we won.”".
        """
        (start, end), inner = quotation.outer[0], quotation.pieces[0]
        cue = 0 if draft.cue is None else draft.cue[0]
        goes_on = self._doc[quotation.start].is_lower
        kept = [p for p in draft.pieces if (cue < p[0] or goes_on) and p[1] <= start]
        for first, last in draft.pieces:
            before = first < start < last and (first > cue or cue >= end)
            if before and self._leads(first, quotation, draft):
                inner = (first, end)
        if inner == quotation.pieces[0] and cue >= end:
            first = self._shapes.sentence_start(quotation)
            if first < start and self._leads(first, quotation, draft):
                inner = (first, end)
        return [*kept, inner]

    def _leads(self, first: int, quotation: Quotation, draft: Draft) -> bool:
        """Whether words from here lead into a quotation and nobody else says them.

        "Ek said it was needed because “no one knows,” she said": Ek's words end before. Not so
        in "When Ek said no, “we were floored,” she said".
        """
        between = self._held.anchors(range(first, quotation.outer[0][0]))
        others = [at for at in between if self._held.reported_by(at) is not draft]
        inside = all(self._doc[at].dep_ == "advcl" for at in others)
        return inside and self._shapes.leads_into(first, quotation)

    def _owner(self, quotation: Quotation) -> Draft | None:
        """The report that a quotation stands in."""
        for start, end in quotation.pieces:
            for index in range(start, end):
                if around := self._held.around(index):
                    return max(around, key=lambda draft: draft.size)
        return None

    def _widen(self, draft: Draft, quotation: Quotation) -> None:
        """A report that holds part of a quotation holds all of it."""
        for outer, inner in zip(quotation.outer, quotation.pieces, strict=True):
            touching = [p for p in draft.pieces if p[0] < outer[1] and outer[0] < p[1]]
            rest = [p for p in draft.pieces if p not in touching]
            start = min([outer[0], *(p[0] for p in touching)])
            end = max([outer[1], *(p[1] for p in touching)])
            merged = self._phrase(outer, inner) if (start, end) == outer else (start, end)
            draft.pieces = sorted([*rest, merged])
        self._note(draft, quotation)

    def _phrase(self, outer: Range, inner: Range) -> Range:
        """The words in marks, with an article before them: what they call | a “fix” |."""
        before = outer[0] - 1
        article = before >= 0 and self._doc[before].dep_ == "det"
        if article and outer[0] < self._doc[before].head.i < outer[1]:
            return before, outer[1]
        return inner

    def _is_phrase(self, draft: Draft) -> bool:
        """Whether its only words in marks are phrases, no speech that can stand alone."""
        starts = {quotation.start for quotation in draft.quotations}
        return bool(starts) and starts <= self._shapes.in_fragment

    def _note(self, draft: Draft, quotation: Quotation) -> None:
        draft.quotations.append(quotation)
        self._last = (quotation.last_paragraph, draft)

    def finished(self) -> list[Draft]:
        """All quotes that have content, in order; none stands in another.

        Speech in marks first, then what is reported around most of the others.
        """
        for draft in self._held.all:
            if draft.cue is not None and self._is_phrase(draft):
                spread(self._doc, draft, self._marks, self._held)
            if not draft.quotations:
                draft.pieces = clean(self._doc, draft.pieces)
            else:
                draft.pieces = without_tails(self._doc, draft.pieces, draft.quotations)
        kept: list[Draft] = []
        taken: set[int] = set()
        for draft in sorted(self._held.all, key=lambda d: (not d.quotations, -d.size)):
            draft.pieces = [p for p in draft.pieces if taken.isdisjoint(range(*p))]
            if draft.pieces and (draft.cue is None or draft.cue[0] not in taken):
                kept.append(draft)
                for piece in draft.pieces:
                    taken.update(range(*piece))
        return sorted(kept, key=lambda draft: draft.start)
