"""Reports that the encoder sees and the grammar of reporting does not.

The encoder marks cues, sources and what is attributed to them. Grammar comes first,
for it can say why it found a quote; where a parse is wrong, or a word is no
reporting verb of the lexicon, what the encoder marks is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from spacy.tokens import Doc, Span

from newsevents import keys
from newsevents.pipeline.clauses import clean
from newsevents.pipeline.report import Report
from newsevents.pipeline.syntax import is_negated

ATTRIBUTED: Final = "en.quote.attributed"
#: Fewer tokens are a name or a remnant, no statement.
MIN_CONTENT: Final = 3


def find_attributed(doc: Doc, reports: list[Report], quoted: bytearray) -> list[Report]:
    """Reports that the encoder marks in sentences where grammar found none with that cue.

    Args:
        doc: A Doc that the encoder has read.
        reports: What grammar found.
        quoted: Whether a token lies in a quotation, where no cue is looked for.
    """
    anchors = {report.anchor for report in reports}
    covered = {i for report in reports for start, end in report.pieces for i in range(start, end)}
    found = []
    for cue, contents in _pairs(doc.spans.get(keys.ATTRIBUTION_CANDIDATES, ())):
        anchor = cue.root.i
        if quoted[anchor] or anchor in anchors or anchor in covered or is_negated(cue.root):
            continue  # "She would not say that it rained" reports nothing.
        free = [(c.start, c.end) for c in contents if covered.isdisjoint(range(c.start, c.end))]
        pieces = clean(doc, free)
        if sum(end - start for start, end in pieces) >= MIN_CONTENT:
            found.append(Report((anchor, anchor + 1), anchor, ATTRIBUTED, pieces))
    return found


def _pairs(candidates: Iterable[Span]) -> Iterator[tuple[Span, list[Span]]]:
    """Each cue with the contents of its sentence that no other cue is nearer to."""
    sentences: dict[int, list[Span]] = {}
    for span in candidates:
        sentences.setdefault(span.sent.start, []).append(span)
    for spans in sentences.values():
        cues = [span for span in spans if span.label_ == "CUE"]
        contents: dict[int, list[Span]] = {}
        for span in spans:
            if span.label_ == "CONTENT" and cues:
                nearest = min(range(len(cues)), key=lambda i: _distance(cues[i], span))
                contents.setdefault(nearest, []).append(span)
        for index, cue in enumerate(cues):
            if index in contents:
                yield cue, contents[index]


def _distance(cue: Span, content: Span) -> int:
    return max(content.start - cue.end, cue.start - content.end)
