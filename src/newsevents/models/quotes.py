"""Reported speech and who the article says spoke it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from newsevents.models.base import ResultModel, TextSpan

QuoteKind = Literal["direct", "mixed", "indirect"]


class Quote(ResultModel):
    """Speech reported in an article, and who the article says spoke it.

    An unnamed speaker stays ``None``: no speaker is guessed.
    """

    id: str = Field(description="`q1`, `q2`, ... in order of appearance.")
    kind: QuoteKind = Field(
        description="`direct`: all in quotation marks; `mixed`: some; `indirect`: none."
    )
    content: tuple[TextSpan, ...] = Field(
        min_length=1, description="What was said, in order, without the outer quotation marks."
    )
    cue: TextSpan | None = Field(default=None, description="Words that report it: `said`.")
    speaker: TextSpan | None = Field(default=None, description="Mention as printed: `he`.")
    speaker_id: str | None = Field(default=None, description="`Actor.id` of the speaker.")
    text: str = Field(description="The pieces of `content`, joined by a blank.")
    confidence: float = Field(ge=0, le=1, description="How sure the library is.")
