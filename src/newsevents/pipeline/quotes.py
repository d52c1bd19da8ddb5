"""The component that finds quotes: what was said, and the cue that says so.

Quotations in marks and reported clauses are found apart (`quotation_marks`,
`indirect`) and put together in `drafts`. Who spoke is found by
`newsevents.pipeline.speakers`.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from newsevents import keys
from newsevents.models.quotes import QuoteKind
from newsevents.pipeline.attribution import cut_tails, find_attributed
from newsevents.pipeline.blocks import add_blocks
from newsevents.pipeline.direct import CueFinder
from newsevents.pipeline.draft import Draft
from newsevents.pipeline.drafts import Drafts
from newsevents.pipeline.headlines import headline_reports
from newsevents.pipeline.indirect import find_reports
from newsevents.pipeline.marked import Marks
from newsevents.pipeline.quotation_marks import (
    ParagraphRange,
    Quotation,
    find_quotations,
    paragraphs,
)
from newsevents.pipeline.quotation_shapes import Shapes
from newsevents.rules.reporting import lexicon


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
        reports += headline_reports(doc, ranges, lexicon(), reports)
        marks = Marks.of(doc)
        cut_tails(doc, marks, reports, quoted)
        add_blocks(doc, ranges, lexicon(), quoted, reports)
        reports += find_attributed(doc, marks, reports, quoted)
        shapes = Shapes(doc, quotations, ranges)
        drafts = Drafts(doc, reports, CueFinder(doc, lexicon(), shapes), shapes, marks)
        for quotation, full in zip(quotations, shapes.full, strict=True):
            if full:
                drafts.add_full(quotation)
            else:
                drafts.add_fragment(quotation)
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
