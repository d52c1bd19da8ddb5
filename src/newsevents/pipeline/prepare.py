"""From an article to the ``Doc`` that components read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from newsevents import keys
from newsevents.models import Article


def make_doc(nlp: Language, article: Article) -> Doc:
    """The article's text as tokens, with its paragraphs and its date.

    ``doc.text == article.text``. Paragraphs do not share tokens: where an edge
    falls inside one, the token belongs to the paragraph in which it begins.
    """
    doc = nlp.make_doc(article.text)
    doc.spans[keys.PARAGRAPHS] = list(_paragraphs(doc, article))
    if article.published_at is not None:
        doc.user_data[keys.PUBLISHED_AT] = article.published_at.isoformat()
    return doc


def _paragraphs(doc: Doc, article: Article) -> Iterator[Span]:
    begins = [token.idx for token in doc]
    for paragraph in article.paragraphs:
        first = bisect_left(begins, paragraph.span.start)
        last = bisect_left(begins, paragraph.span.end)
        if first < last:
            yield Span(doc, first, last, label=paragraph.role)
