"""The nouns of newsevents: plain, frozen, typed data. No spaCy here."""

from newsevents.models.actors import Actor, ActorKind, Mention, MentionKind, Role, RoleStatus
from newsevents.models.article import Article, Paragraph, ParagraphRole
from newsevents.models.base import ResultModel, TextSpan
from newsevents.models.edges import Edge, EdgeKind
from newsevents.models.events import (
    Amount,
    Event,
    Factuality,
    MainEvent,
    Participant,
    ParticipantRole,
)
from newsevents.models.quotes import Quote, QuoteKind
from newsevents.models.result import (
    SCHEMA_VERSION,
    ExtractionFailure,
    ExtractionResult,
    Provenance,
)
from newsevents.models.times import TimeExpression, TimeKind

__all__ = [
    "SCHEMA_VERSION",
    "Actor",
    "ActorKind",
    "Amount",
    "Article",
    "Edge",
    "EdgeKind",
    "Event",
    "ExtractionFailure",
    "ExtractionResult",
    "Factuality",
    "MainEvent",
    "Mention",
    "MentionKind",
    "Paragraph",
    "ParagraphRole",
    "Participant",
    "ParticipantRole",
    "Provenance",
    "Quote",
    "QuoteKind",
    "ResultModel",
    "Role",
    "RoleStatus",
    "TextSpan",
    "TimeExpression",
    "TimeKind",
]
