"""The component that finds quotes: what was said, and the cue that says so.

Quotations in marks and reported clauses are found apart (`quotation_marks`,
`indirect`) and put together here: a fragment in marks inside a reported clause
makes the quote mixed, a full quotation beside a cue makes it direct, and one
that stands alone goes on with the speaker before it. Who spoke is found by
`newsevents.pipeline.speakers`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from newsevents import keys
from newsevents.models.quotes import QuoteKind
from newsevents.pipeline.clauses import Range, clean
from newsevents.pipeline.direct import CueFinder, Hit
from newsevents.pipeline.indirect import Report, find_reports
from newsevents.pipeline.quotation_marks import (
    ParagraphRange,
    Quotation,
    find_quotations,
    paragraphs,
)
from newsevents.pipeline.quotation_shapes import Shapes
from newsevents.rules.reporting import lexicon

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


class QuoteFinder:
    """Marks quotes and their cues; `newsevents_speakers` says who spoke."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Write the quotes of a Doc to its span groups."""
        ranges = paragraphs(doc)
        pieces: list[Span] = []
        cues: list[Span] = []
        for number, (draft, kind) in enumerate(self.find(doc, ranges), start=1):
            label = f"q{number}"
            pieces += [Span(doc, s, e, label=kind, span_id=label) for s, e in draft.pieces]
            if draft.cue is not None:
                cues.append(Span(doc, *draft.cue, label=draft.rule, span_id=label))
        doc.spans[keys.QUOTES] = pieces
        doc.spans[keys.CUES] = cues
        return doc

    def find(self, doc: Doc, ranges: list[ParagraphRange]) -> list[tuple[Draft, QuoteKind]]:
        """The quotes of a Doc in order, each with its kind."""
        quotations = find_quotations(doc, ranges)
        quoted = _quoted(doc, quotations, ranges)
        reports = find_reports(doc, lexicon(), quoted) if doc.has_annotation("DEP") else []
        drafts = _Drafts(doc, reports)
        shapes = Shapes(doc, quotations, ranges)
        finder = CueFinder(doc, lexicon(), shapes)
        for quotation, full in zip(quotations, shapes.full, strict=True):
            if full:
                drafts.add_full(quotation, finder, shapes)
            else:
                drafts.add_fragment(quotation, finder)
        return [(draft, _kind(doc, draft)) for draft in drafts.finished()]


def _quoted(doc: Doc, quotations: list[Quotation], ranges: list[ParagraphRange]) -> bytearray:
    """Tokens that hold no cue: those in quotation marks and those that are no news."""
    quoted = bytearray(len(doc))
    for quotation in quotations:
        for start, end in quotation.outer:
            quoted[start:end] = b"\1" * (end - start)
    for paragraph in ranges:
        if not paragraph.spoken:
            quoted[paragraph.start : paragraph.end] = b"\1" * (paragraph.end - paragraph.start)
    return quoted


class _Drafts:
    """Brings quotations and reports together."""

    def __init__(self, doc: Doc, reports: list[Report]) -> None:
        self._doc = doc
        self._by_anchor: dict[int, Draft] = {}
        self._all: list[Draft] = []
        self._at: dict[int, list[Draft]] = {}
        self._last: tuple[int, Draft] | None = None
        for report in reports:
            draft = Draft(list(report.pieces), report.cue, report.rule)
            self._by_anchor[report.anchor] = draft
            self._all.append(draft)
            for start, end in report.pieces:
                for index in range(start, end):
                    self._at.setdefault(index, []).append(draft)

    def add_full(self, quotation: Quotation, finder: CueFinder, shapes: Shapes) -> None:
        """Give a full quotation to the quote it belongs to, or leave it alone."""
        before = self._before(quotation)
        if before is not None and shapes.continues(quotation):
            self._take(before, quotation)
        elif (hit := finder.find(quotation)) is not None:
            self._take(self._draft(hit), quotation)
        elif (draft := self._owner(quotation)) is not None:
            self._widen(draft, quotation)
        elif shapes.is_speech(quotation, follows=before is not None):
            self._take(before or self._floating(), quotation)

    def add_fragment(self, quotation: Quotation, finder: CueFinder) -> None:
        """Give a phrase in marks to the report it stands in, or leave it alone."""
        draft = self._owner(quotation)
        if draft is not None:
            self._widen(draft, quotation)
        elif (hit := finder.find_adjacent(quotation)) is not None:
            self._take(self._draft(hit), quotation)

    def _before(self, quotation: Quotation) -> Draft | None:
        """The quote that the quotation before it in the same paragraph belongs to."""
        if self._last is None or self._last[0] != quotation.paragraph:
            return None
        return self._last[1]

    def _floating(self) -> Draft:
        """A quote of its own, without a cue."""
        draft = Draft([])
        self._all.append(draft)
        return draft

    def _draft(self, hit: Hit) -> Draft:
        """The quote of a cue."""
        draft = self._by_anchor.get(hit.anchor)
        if draft is None:
            draft = Draft([], hit.cue, hit.rule)
            self._by_anchor[hit.anchor] = draft
            self._all.append(draft)
        return draft

    def _take(self, draft: Draft, quotation: Quotation) -> None:
        """A full quotation is content by itself; what grammar says of its words is dropped."""
        for start, end in quotation.outer:
            for other in {
                id(d): d for i in range(start, end) for d in self._at.get(i, ())
            }.values():
                # "...," Jones said, according to a transcript: nothing of the first
                # clause is left for the second to report.
                other.pieces = [
                    p
                    for p in other.pieces
                    if (p[1] <= start or p[0] >= end)
                    and not (draft.cue is not None and p[0] <= draft.cue[0] < p[1])
                ]
        if draft.cue is not None and not draft.quotations:
            # What grammar finds behind the cue of “...,” he said at the station.
            draft.pieces = [
                p for p in draft.pieces if draft.cue[0] < p[0] < p[1] <= quotation.outer[0][0]
            ]
        draft.pieces = sorted(draft.pieces + quotation.pieces)
        self._note(draft, quotation)

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
            merged = inner if (start, end) == outer else (start, end)
            draft.pieces = sorted([*rest, merged])
        self._note(draft, quotation)

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
        kept: list[Draft] = []
        taken: set[int] = set()
        for draft in sorted(self._all, key=lambda d: (not d.quotations, -d.size)):
            draft.pieces = [p for p in draft.pieces if taken.isdisjoint(range(*p))]
            if draft.pieces and (draft.cue is None or draft.cue[0] not in taken):
                kept.append(draft)
                for piece in draft.pieces:
                    taken.update(range(*piece))
        return sorted(kept, key=lambda draft: draft.start)


def _kind(doc: Doc, draft: Draft) -> QuoteKind:
    """Direct where every word stands in marks, mixed where some do."""
    inside: set[int] = set()
    for quotation in draft.quotations:
        for start, end in quotation.pieces:
            inside.update(range(start, end))
    words = [i for s, e in draft.pieces for i in range(s, e) if not doc[i].is_punct]
    marked = sum(index in inside for index in words)
    if marked == 0:
        return "indirect"
    return "direct" if marked == len(words) else "mixed"


@Language.factory(
    "newsevents_quotes",
    requires=["doc.spans"],
    assigns=["doc.spans"],
)
def make_quote_finder(nlp: Language, name: str) -> QuoteFinder:  # noqa: ARG001 - spaCy gives it
    """Build the component behind ``nlp.add_pipe("newsevents_quotes")``.

    Args:
        nlp: The pipeline; supplied by spaCy.
        name: The component's name in it; supplied by spaCy.
    """
    return QuoteFinder(name)
