"""What happened: events, their participants, amounts and factuality."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from newsevents.models.base import ResultModel, TextSpan

ParticipantRole = Literal["agent", "patient", "recipient", "instrument", "topic", "companion"]
Factuality = Literal["actual", "planned", "possible", "negated"]


class Participant(ResultModel):
    """Somebody or something that takes part in an event."""

    role: ParticipantRole = Field(description="Its part in the event.")
    span: TextSpan = Field(description="The words that name it.")
    actor_id: str | None = Field(default=None, description="`Actor.id` it resolves to.")


class Amount(ResultModel):
    """A number that belongs to an event, with what it counts."""

    span: TextSpan = Field(description="The expression as printed: `$10m`.")
    value: float = Field(description="The number meant: 10000000.")
    unit: str | None = Field(default=None, description="What is counted: `people`, `%`, `km`.")
    currency: str | None = Field(default=None, description="Sign or code as printed: `$`.")


class Event(ResultModel):
    """Something that happened, will, may or did not happen."""

    id: str = Field(description="`e1`, `e2`, ... in order of first mention.")
    type: str = Field(description="Type of the event ontology, `other` where unknown.")
    trigger: TextSpan = Field(description="The word that expresses it most clearly.")
    mentions: tuple[TextSpan, ...] = Field(
        default=(), description="Triggers of all its mentions, the first one included."
    )
    participants: tuple[Participant, ...] = Field(default=(), description="In text order.")
    time_id: str | None = Field(default=None, description="`TimeExpression.id` of when.")
    place: TextSpan | None = Field(default=None, description="Where it took place.")
    factuality: Factuality = Field(description="Whether the article says that it happened.")
    amounts: tuple[Amount, ...] = Field(default=(), description="Money, counts, measures.")
    reported_in: str | None = Field(
        default=None, description="`Quote.id` of the quote that claims it, else nothing."
    )
    codes: dict[str, str] = Field(
        default_factory=dict, description="Codes of other ontologies: `plover`, `cameo`."
    )
    confidence: float = Field(ge=0, le=1, description="How sure the library is.")


class MainEvent(ResultModel):
    """What the article is about, as answers to the journalist's six questions."""

    who: TextSpan | None = Field(default=None, description="Who acts.")
    what: TextSpan | None = Field(default=None, description="What happens.")
    when: TextSpan | None = Field(default=None, description="When.")
    where: TextSpan | None = Field(default=None, description="Where.")
    why: TextSpan | None = Field(default=None, description="For what reason.")
    how: TextSpan | None = Field(default=None, description="By what means.")
    event_id: str | None = Field(default=None, description="`Event.id` of the event.")
