"""The article as its source gave it."""

from __future__ import annotations

import datetime as dt
from typing import Literal, Self

from pydantic import Field, JsonValue, field_validator, model_validator

from newsevents.models.base import ResultModel, TextSpan

ParagraphRole = Literal[
    "headline", "dateline", "body", "caption", "credit", "byline", "header", "boilerplate"
]


class Paragraph(ResultModel):
    """A stretch of the article with one function on the page."""

    span: TextSpan = Field(description="Where it stands, without surrounding white space.")
    role: ParagraphRole = Field(description="What it is for; only some roles are read as news.")


class Article(ResultModel):
    """A news article: its text, where it came from, and how it is laid out.

    ``text`` is the source byte for byte after decoding and Unicode newline
    normalisation; nothing is cut out of it. What is no news (credits, sign-up
    lines) stays in ``text`` and is told apart by the role of its paragraph.
    """

    id: str = Field(description="Given by the caller, else from the file name or the text.")
    text: str = Field(description="The whole text; every offset points into it.")
    title: str | None = Field(default=None, description="Headline, where the source has one.")
    published_at: dt.datetime | dt.date | None = Field(
        default=None, description="When it was published; relative times are read from it."
    )
    source: str | None = Field(default=None, description="Publisher or file it came from.")
    url: str | None = Field(default=None, description="Address it was published at.")
    authors: tuple[str, ...] = Field(default=(), description="From the byline.")
    language: str = Field(default="en", description="BCP 47 tag.")
    paragraphs: tuple[Paragraph, ...] = Field(default=(), description="In order, not overlapping.")
    metadata: dict[str, JsonValue] = Field(
        default_factory=dict, description="Whatever else the source said."
    )

    @field_validator("id", "text", "title", "source", "url")
    @classmethod
    def _check_storable(cls, value: str | None) -> str | None:
        # Half of a surrogate pair is a string to Python, but no file can hold it.
        if value is not None and not value.isascii():
            value.encode()
        return value

    @model_validator(mode="after")
    def _check_paragraphs(self) -> Self:
        end = 0
        for paragraph in self.paragraphs:
            span = paragraph.span
            if span.start < end:
                raise ValueError(f"paragraph at {span.start} begins before the last one ends")
            if self.text[span.start : span.end] != span.text:
                raise ValueError(f"paragraph at {span.start} is not what the text has there")
            end = span.end
        return self
