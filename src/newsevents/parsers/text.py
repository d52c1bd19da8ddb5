"""Plain text: an article as somebody saved, pasted or sent it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Final

from pydantic import JsonValue

from newsevents.models import Article, Paragraph, TextSpan
from newsevents.parsers.base import Given
from newsevents.parsers.blocks import Block
from newsevents.parsers.bylines import authors_in
from newsevents.parsers.dates import published_in
from newsevents.parsers.decoding import decode, normalize
from newsevents.parsers.lines import paragraphs
from newsevents.parsers.roles import assign_roles, stands_alone

_ID_LENGTH: Final = 12


class TextParser:
    """Reads plain text, one article a source."""

    format = "text"
    suffixes: frozenset[str] = frozenset({".txt", ".text"})

    def articles(self, content: bytes, given: Given) -> Iterator[Article]:
        """The one article in the text.

        Raises:
            ParseError: There is nothing in it, or it is no text.
        """
        decoded = decode(content, given.name)
        yield make_article(decoded.text, given, metadata={"encoding": decoded.encoding})


def make_article(
    text: str, given: Given, *, metadata: dict[str, JsonValue] | None = None
) -> Article:
    """The article in a text: its paragraphs with their roles, its date and authors.

    What the caller gives wins over what the text says.
    """
    text = normalize(text)
    title = normalize(given.title).strip() if given.title else None
    blocks = assign_roles(paragraphs(text, stands_alone=stands_alone), title=title)
    published, rule = published_in(blocks)
    details = dict(metadata or {})
    if given.published_at is None and rule:
        details["published_from"] = rule
    return Article(
        id=given.id or given.fallback_id or _digest(text),
        text=text,
        title=title or _headline(blocks),
        published_at=published if given.published_at is None else given.published_at,
        source=given.source,
        url=given.url,
        authors=authors_in(blocks),
        paragraphs=tuple(_paragraph(block) for block in blocks),
        metadata=details,
    )


def _headline(blocks: Sequence[Block]) -> str | None:
    texts = (" ".join(block.text.split()) for block in blocks if block.role == "headline")
    return next(texts, None)


def _paragraph(block: Block) -> Paragraph:
    span = TextSpan(start=block.start, end=block.end, text=block.text)
    return Paragraph(span=span, role=block.role or "body")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_ID_LENGTH]
