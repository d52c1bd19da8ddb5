"""Putting quotations in marks and reported clauses together into quotes.

A fragment in marks inside a reported clause makes the quote mixed, a full
quotation beside a cue makes it direct, and one that stands alone goes on with
the quotation before it. No token belongs to two quotes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from spacy.tokens import Doc

from newsevents.pipeline.attribution import ATTRIBUTED
from newsevents.pipeline.clauses import Range, clause_start, clean
from newsevents.pipeline.direct import CueFinder, Hit
from newsevents.pipeline.fragments import quoting_clause
from newsevents.pipeline.quotation_marks import Quotation
from newsevents.pipeline.quotation_shapes import Shapes
from newsevents.pipeline.report import Report
from newsevents.pipeline.tails import without_tails
from newsevents.rules.reporting import lexicon

#: Words that join one phrase in marks to the next, and how many there may be.
_JOINING: Final = frozenset({"CCONJ", "ADV", "PART", "ADP", "PUNCT"})
_JOIN: Final = 3
FLOATING: Final = "en.quote.floating"


@dataclass(slots=True)
class Draft:
    """A quote in the making."""

    pieces: list[Range]
    cue: Range | None = None
    rule: str = FLOATING
    quotations: list[Quotation] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Its first token."""
        return self.pieces[0][0]

    @property
    def size(self) -> int:
        """How many tokens were said."""
        return sum(end - start for start, end in self.pieces)

    def covers(self, token: int) -> bool:
        """Whether a token is part of what was said."""
        return any(start <= token < end for start, end in self.pieces)


class Drafts:
    """Brings quotations and reports together."""

    def __init__(self, doc: Doc, reports: list[Report], finder: CueFinder, shapes: Shapes) -> None:
        self._doc = doc
        self._finder = finder
        self._shapes = shapes
        self._parsed = doc.has_annotation("DEP")
        self._by_anchor: dict[int, Draft] = {}
        self._all: list[Draft] = []
        self._at: dict[int, list[Draft]] = {}
        #: The quotes of the last quotation and of the last whole sentence, by paragraph.
        self._last: tuple[int, Draft] | None = None
        self._speech: tuple[int, Draft] | None = None
        for report in reports:
            self._open(Draft(list(report.pieces), report.cue, report.rule), report.anchor)

    def _open(self, draft: Draft, anchor: int | None = None) -> Draft:
        if anchor is not None:
            self._by_anchor[anchor] = draft
        self._all.append(draft)
        for start, end in draft.pieces:
            for index in range(start, end):
                self._at.setdefault(index, []).append(draft)
        return draft

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
            self._take(turn or self._open(Draft([])), quotation)

    def add_fragment(self, quotation: Quotation) -> None:
        """Give a phrase in marks to the report it stands in, or leave it alone."""
        owner = self._owner(quotation) or self._joined(quotation)
        if owner is not None:
            self._widen(owner, quotation)
        elif (hit := self._finder.find_adjacent(quotation)) is not None:
            self._take(self._draft(hit), quotation)
        elif self._parsed:
            self._quote_clause(quotation)

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
        found = quoting_clause(self._doc, quotation, lexicon())
        if found is None:
            return
        verb, rule, content = found
        draft = self._by_anchor.get(verb.i)
        if draft is None:
            pieces = clean(self._doc, [content])
            draft = self._open(Draft(pieces, (verb.i, verb.i + 1), rule), verb.i)
        elif draft.pieces:
            return
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
            draft = self._by_anchor.get(anchor)
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
        return self._by_anchor.get(hit.anchor) or self._open(
            Draft([], hit.cue, hit.rule), hit.anchor
        )

    def _take(self, draft: Draft, quotation: Quotation) -> None:
        """A full quotation is content by itself; other reports of its words end before it."""
        for start, end in quotation.outer:
            around = {id(d): d for i in range(start, end) for d in self._at.get(i, ())}
            for other in around.values():
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
        What grammar finds behind the cue of “...,” he said at the station is left out.
        """
        (start, end), inner = quotation.outer[0], quotation.pieces[0]
        cue = 0 if draft.cue is None else draft.cue[0]
        kept = [p for p in draft.pieces if cue < p[0] and p[1] <= start]
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

        "Ek said it was needed because “no one knows,” she said": Ek's words end before.
        """
        between = range(first, quotation.outer[0][0])
        other = any(at in between for at in self._by_anchor if self._by_anchor[at] is not draft)
        return not other and self._shapes.leads_into(first, quotation)

    def _owner(self, quotation: Quotation) -> Draft | None:
        """The report that a quotation stands in."""
        for start, end in quotation.pieces:
            for index in range(start, end):
                around = [draft for draft in self._at.get(index, ()) if draft.covers(index)]
                if around:
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

    def _note(self, draft: Draft, quotation: Quotation) -> None:
        draft.quotations.append(quotation)
        self._last = (quotation.last_paragraph, draft)

    def finished(self) -> list[Draft]:
        """All quotes that have content, in order; none stands in another.

        Speech in marks first, then what is reported around most of the others.
        """
        for draft in self._all:
            if not draft.quotations:
                draft.pieces = clean(self._doc, draft.pieces)
            else:
                draft.pieces = without_tails(self._doc, draft.pieces, draft.quotations)
        kept: list[Draft] = []
        taken: set[int] = set()
        for draft in sorted(self._all, key=lambda d: (not d.quotations, -d.size)):
            draft.pieces = [p for p in draft.pieces if taken.isdisjoint(range(*p))]
            if draft.pieces and (draft.cue is None or draft.cue[0] not in taken):
                kept.append(draft)
                for piece in draft.pieces:
                    taken.update(range(*piece))
        return sorted(kept, key=lambda draft: draft.start)
