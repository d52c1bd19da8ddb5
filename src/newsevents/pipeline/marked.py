"""What the encoder marks as attributed: each cue with the content it reports.

Contents belong to the nearest cue of their sentence. A cue is speech ("CUE") or what
somebody thinks, wants or decides ("STANCE").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from spacy.tokens import Doc, Span

from newsevents import keys
from newsevents.pipeline.clauses import Range

_CUES: Final = frozenset({"CUE", "STANCE"})
#: Tags of words that begin a clause: "which", "who".
_CLAUSES: Final = frozenset({"WDT", "WP", "WRB"})
#: Content further from its cue, or from the content between, belongs to something else.
_MAX_GAP: Final = 10


@dataclass(frozen=True, slots=True)
class Marked:
    """A cue and what it attributes, in tokens."""

    cue: Span
    pieces: tuple[Range, ...]

    @property
    def spoken(self) -> bool:
        """Whether the cue is one of speech or writing."""
        return self.cue.label_ == "CUE"


@dataclass(frozen=True, slots=True)
class Marks:
    """Everything that the encoder marks in a Doc: contents with their cues, and all contents."""

    pairs: list[Marked]
    contents: list[Range]
    #: The attribution of each content, by its first token.
    of_content: dict[int, Marked] = field(default_factory=dict)

    def touching(self, start: int, end: int) -> list[Range]:
        """The contents that share tokens with a stretch, in order."""
        first = bisect_left(self.contents, (start, start))
        if first and self.contents[first - 1][1] > start:
            first -= 1
        last = bisect_left(self.contents, (end, end), lo=first)
        return self.contents[first:last]

    @classmethod
    def of(cls, doc: Doc) -> Marks:
        """Read them; there are none where no encoder has read the Doc."""
        sentences: dict[int, list[Span]] = {}
        spans = doc.spans.get(keys.ATTRIBUTION_CANDIDATES, ())
        for span in spans:
            sentences.setdefault(span.sent.start, []).append(span)
        pairs = [pair for inside in sentences.values() for pair in _pairs(inside)]
        return cls(
            pairs,
            list(_joined(span for span in spans if span.label_ == "CONTENT")),
            {start: pair for pair in pairs for start, _ in pair.pieces},
        )


def _pairs(spans: list[Span]) -> Iterator[Marked]:
    cues = [span for span in spans if span.label_ in _CUES]
    contents: dict[int, list[Span]] = {}
    for span in spans:
        if span.label_ == "CONTENT" and cues:
            nearest = min(range(len(cues)), key=lambda i: distance(cues[i], span))
            contents.setdefault(nearest, []).append(span)
    for index, cue in enumerate(cues):
        pieces = tuple(_joined(_connected(cue, contents.get(index, []))))
        if pieces:
            yield Marked(cue, pieces)


def _connected(cue: Span, contents: list[Span]) -> list[Span]:
    """Contents on both sides of a cue, outwards from it, as long as they are near."""
    before = [span for span in reversed(contents) if span.end <= cue.start]
    after = [span for span in contents if span.start >= cue.end]
    found = []
    for side in (before, after):
        last = cue
        for span in side:
            if distance(last, span) > _MAX_GAP or _is_apart(last, span):
                break
            found.append(span)
            last = span
    return sorted(found, key=lambda span: span.start)


def _is_apart(first: Span, second: Span) -> bool:
    """Whether another clause lies between: "said | it rained | and urged | them to stay |"."""
    start, end = sorted([(first.start, first.end), (second.start, second.end)])
    between = first.doc[start[1] : end[0]]
    if second.end <= first.start and any(t.tag_ in _CLAUSES or t.pos_ == "CCONJ" for t in between):
        return True  # "| a tax | which would let | them pay |"
    return "CONTENT" in first.label_ and any(token.pos_ == "VERB" for token in between)


def _joined(spans: Iterable[Span]) -> Iterator[Range]:
    """Spans as ranges; two that touch are one."""
    last: Range | None = None
    for span in spans:
        if last is not None and last[1] == span.start:
            last = (last[0], span.end)
            continue
        if last is not None:
            yield last
        last = (span.start, span.end)
    if last is not None:
        yield last


def distance(cue: Span, other: Span) -> int:
    """How many tokens lie between a cue and another span, on either side of it."""
    return max(other.start - cue.end, cue.start - other.end)
