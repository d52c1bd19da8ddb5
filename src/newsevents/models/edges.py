"""How the actors of an article stand to each other, as the edges of a graph."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from newsevents.models.base import ResultModel
from newsevents.models.events import Factuality

EdgeKind = Literal["co_occurs", "speaks_of", "quotes", "acts_on"]


class Edge(ResultModel):
    """Two actors of one article and what connects them, with all its proofs.

    Edges are made of a result by `newsevents.export.actor_edges` and are no part of it.
    """

    kind: EdgeKind = Field(
        description="`co_occurs`: both stand in one paragraph; `speaks_of`: the source, quoted, "
        "mentions the target; `quotes`: the source, quoted, says what the target said; "
        "`acts_on`: an event has the source as agent and the target as patient or recipient."
    )
    source: str = Field(description="`Actor.id`; of `co_occurs` the one that is named first.")
    target: str = Field(description="`Actor.id` of another actor.")
    event_type: str | None = Field(default=None, description="Of `acts_on`: type of the events.")
    factuality: Factuality | None = Field(
        default=None, description="Of `acts_on`: whether they happened."
    )
    evidence: tuple[str, ...] = Field(
        min_length=1,
        description="What proves it, in text order: ids of quotes or events; of `co_occurs` "
        "`p1` for the first of the article's paragraphs, `p2`, ...",
    )

    @property
    def count(self) -> int:
        """How many items prove the edge."""
        return len(self.evidence)
