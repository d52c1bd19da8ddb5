"""One kind of thing for one name: names written alike in a text get one label.

"One sense per discourse" (Gale, Church and Yarowsky 1992): where the network takes
"Harlow" for a company four times and for a person once, it is a company.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from spacy.tokens import Span


def agreed(names: Iterable[Span]) -> list[Span]:
    """The same spans, each with the label that most names of its text have.

    Where two labels are equally frequent every name keeps its own.
    """
    spans = list(names)
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for span in spans:
        votes[span.text][span.label_] += 1
    return [_relabelled(span, votes[span.text]) for span in spans]


def _relabelled(span: Span, votes: Counter[str]) -> Span:
    label, number = votes.most_common(1)[0]
    if number == votes[span.label_]:
        return span
    return Span(span.doc, span.start, span.end, label=label)
