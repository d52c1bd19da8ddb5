"""Reports that the encoder sees and the grammar of reporting does not.

The encoder marks cues, sources and what is attributed to them. Grammar comes first,
for it can say why it found a quote; where a parse is wrong, or a word is no
reporting verb of the lexicon, what the encoder marks is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from spacy.tokens import Doc, Span, Token

from newsevents import keys
from newsevents.pipeline.clauses import Range, clean
from newsevents.pipeline.report import Report
from newsevents.pipeline.syntax import is_negated

ATTRIBUTED: Final = "en.quote.attributed"
#: Fewer tokens are a name or a remnant, no statement.
MIN_CONTENT: Final = 3
#: So many tokens without a verb or a quotation mark may still be a statement.
LONG_CONTENT: Final = 6
#: Content further from its cue, or from the content between, belongs to something else.
MAX_GAP: Final = 10
_PREDICATES: Final = frozenset({"VERB", "AUX"})


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
        if quoted[anchor] or anchor in anchors or anchor in covered:
            continue
        if is_negated(cue.root) or _is_agentless(cue.root):
            continue  # "She would not say that it rained"; "he was found guilty of fraud"
        free = [(c.start, c.end) for c in contents if covered.isdisjoint(range(c.start, c.end))]
        pieces = clean(doc, free)
        if _is_statement(doc, pieces, quoted):
            found.append(Report((anchor, anchor + 1), anchor, ATTRIBUTED, pieces))
    return found


def _is_agentless(cue: Token) -> bool:
    """Whether a passive does not tell who reports."""
    parts = {part.dep_ for part in cue.children}
    return "aux:pass" in parts and parts.isdisjoint({"obl:agent", "expl", "ccomp"})


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
                yield cue, list(_connected(cue, contents[index]))


def _connected(cue: Span, contents: list[Span]) -> Iterator[Span]:
    """Contents on both sides of a cue, outwards from it, as long as they are near."""
    before = [span for span in reversed(contents) if span.end <= cue.start]
    after = [span for span in contents if span.start >= cue.end]
    for side in (before, after):
        last = cue
        for span in side:
            if _distance(last, span) > MAX_GAP:
                break
            yield span
            last = span


def _is_statement(doc: Doc, pieces: list[Range], quoted: bytearray) -> bool:
    """Whether a content says something: "Ann Hill as" does not."""
    words = [i for start, end in pieces for i in range(start, end)]
    if len(words) < MIN_CONTENT:
        return False
    told = any(quoted[i] or doc[i].pos_ in _PREDICATES for i in words)
    return told or len(words) >= LONG_CONTENT


def _distance(cue: Span, content: Span) -> int:
    return max(content.start - cue.end, cue.start - content.end)
