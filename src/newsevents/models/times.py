"""Time expressions, as TIMEX3 values and as intervals."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from newsevents.models.base import ResultModel, TextSpan

TimeKind = Literal["date", "time", "duration", "set"]


class TimeExpression(ResultModel):
    """An expression of time and what it means.

    A relative expression in an article without a date keeps its span and has
    no value: today's date is never assumed.
    """

    id: str = Field(description="`t1`, `t2`, ... in order of appearance.")
    span: TextSpan = Field(description="The expression as printed.")
    kind: TimeKind = Field(description="TIMEX3 type.")
    value: str | None = Field(default=None, description="TIMEX3 value, `2023-07-11`.")
    start: dt.datetime | dt.date | None = Field(
        default=None, description="Begin of the interval it means, inclusive."
    )
    end: dt.datetime | dt.date | None = Field(
        default=None, description="End of the interval it means, exclusive."
    )
