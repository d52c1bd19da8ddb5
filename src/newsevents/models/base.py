"""What every result model shares: frozen, closed, and spans that fit their text."""

from __future__ import annotations

from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator


class ResultModel(BaseModel):
    """Base of all results: frozen, and closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class TextSpan(ResultModel):
    """A stretch of an article's text.

    ``article.text[span.start:span.end] == span.text`` always holds. Offsets
    count Unicode code points, as Python strings do.
    """

    start: int = Field(ge=0, description="First character, inclusive.")
    end: int = Field(description="One past the last character.")
    text: str = Field(min_length=1, description="The words themselves.")

    @model_validator(mode="after")
    def _check_length(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(
                f"span [{self.start}, {self.end}) covers {self.end - self.start} "
                f"characters but its text has {len(self.text)}: {self.text!r}"
            )
        return self

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """The span of ``text`` from ``start`` to ``end``."""
        return cls(start=start, end=end, text=text[start:end])

    def overlaps(self, other: TextSpan) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: TextSpan) -> bool:
        """Whether ``other`` lies within this span."""
        return self.start <= other.start and other.end <= self.end
