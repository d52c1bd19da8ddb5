"""Copies the clauses of headline and lead from a ``Doc`` into plain data."""

from __future__ import annotations

from collections import defaultdict
from typing import Literal, cast

from spacy.tokens import Doc, Span

from newsevents import keys
from newsevents.models.base import TextSpan
from newsevents.models.mentions import ClauseMention

_Kind = Literal["told", "reported", "reporting"]


def collect_clauses(doc: Doc) -> tuple[ClauseMention, ...]:
    """The clauses of headline and lead in text order."""
    parts: defaultdict[str, dict[str, Span]] = defaultdict(dict)
    for span in doc.spans.get(keys.CLAUSES, ()):
        parts[span.id_][span.label_] = span
    return tuple(map(_clause, parts.values()))


def _clause(parts: dict[str, Span]) -> ClauseMention:
    spans = {label: _text(span) for label, span in parts.items()}
    verb = parts["verb"]
    return ClauseMention(kind=cast("_Kind", verb.kb_id_), sentence=_text(verb.sent), **spans)


def _text(span: Span) -> TextSpan:
    return TextSpan(start=span.start_char, end=span.end_char, text=span.text)
