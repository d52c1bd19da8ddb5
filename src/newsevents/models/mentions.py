"""What the pipeline found, before it is resolved: one step between Doc and result.

`newsevents.pipeline.collect` copies these from an annotated Doc; the functions
of `newsevents.resolve` turn them into actors, quotes, events and times without
ever seeing spaCy. Sentences and paragraphs are counted from 0.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from newsevents.models.actors import MentionKind, RoleStatus
from newsevents.models.base import ResultModel, TextSpan
from newsevents.models.events import Amount, Factuality, ParticipantRole
from newsevents.models.quotes import QuoteKind
from newsevents.models.times import TimeKind

Number = Literal["sing", "plur"]
Gender = Literal["masc", "fem", "neut"]
EntityLabel = Literal["PERSON", "ORG", "GPE", "LOC", "NORP", "EVENT", "MISC", "GROUP"]


class RoleMention(ResultModel):
    """An office named beside a mention: `Foreign Minister` of `Ukraine`."""

    title: str = Field(description="As printed.")
    organization: str | None = Field(default=None, description="As printed.")
    status: RoleStatus | None = Field(default=None, description="Former, acting or elect.")
    span: TextSpan = Field(description="Where it stands.")


class ActorMention(ResultModel):
    """A name, description or pronoun that may refer to an actor."""

    span: TextSpan = Field(description="The mention, titles and modifiers left out of names.")
    kind: MentionKind = Field(description="Name, nominal or pronoun.")
    label: EntityLabel | None = Field(default=None, description="Entity type where known.")
    head: str = Field(description="Lower-cased head word: `minister`, `hipkins`, `he`.")
    number: Number | None = Field(default=None, description="Grammatical number where shown.")
    gender: Gender | None = Field(default=None, description="Only where the text shows it.")
    definite: bool = Field(default=False, description="With `the`, `this` or a possessive.")
    roles: tuple[RoleMention, ...] = Field(default=(), description="Offices named beside it.")
    of: TextSpan | None = Field(default=None, description="Whose: `Nato` in `Nato's head`.")
    subject: bool = Field(default=False, description="Whether it is a grammatical subject.")
    governor: int | None = Field(default=None, description="Which predicate it is an argument of.")
    relative: int | None = Field(
        default=None, description="Predicate of a relative clause that it is the subject of."
    )
    modifiers: tuple[str, ...] = Field(default=(), description="Lower-cased words that narrow it.")
    sentence: int = Field(ge=0, description="Which sentence.")
    paragraph: int = Field(ge=0, description="Which paragraph.")
    quote: str | None = Field(default=None, description="Id of the quote it stands in.")
    aside: bool = Field(default=False, description="In a caption, outside the running text.")
    headline: bool = Field(default=False, description="In the headline.")
    country: str | None = Field(default=None, description="ISO 3166-1 alpha-2 where it names one.")
    likely: tuple[tuple[int, float], ...] = Field(
        default=(), description="Earlier mentions it may take up, with probabilities."
    )
    antecedent: TextSpan | None = Field(
        default=None, description="What grammar says it is: apposition, copula, relative."
    )


class QuoteMention(ResultModel):
    """One quote with its cue and speaker as printed."""

    id: str = Field(description="As on the Doc.")
    kind: QuoteKind = Field(description="Direct, mixed or indirect.")
    content: tuple[TextSpan, ...] = Field(min_length=1, description="Pieces in order.")
    cue: TextSpan | None = Field(default=None, description="Reporting words.")
    speaker: TextSpan | None = Field(default=None, description="As printed.")
    antecedent: TextSpan | None = Field(
        default=None, description="What a speaker printed as `who` stands for."
    )
    rule: str | None = Field(default=None, description="Rule that found cue and speaker.")
    sentence: int = Field(ge=0, description="Where its first piece begins.")
    paragraph: int = Field(ge=0, description="Where its first piece begins.")

    @property
    def told_by(self) -> TextSpan | None:
        """The mention to resolve: of "Smith, who said that", Smith."""
        return self.antecedent or self.speaker


class ParticipantMention(ResultModel):
    """A participant of an event, as printed."""

    role: ParticipantRole = Field(description="Its part in the event.")
    span: TextSpan = Field(description="The whole phrase.")
    head: TextSpan = Field(description="Its head word: what an actor mention must cover.")


class EventMention(ResultModel):
    """One trigger with what belongs to it."""

    id: str = Field(description="As on the Doc.")
    type: str = Field(description="Type of the ontology.")
    trigger: TextSpan = Field(description="The trigger word.")
    lemma: str = Field(description="Lower-cased lemma of the trigger.")
    nominal: bool = Field(default=False, description="Whether the trigger is a noun.")
    definite: bool = Field(default=False, description="With `the`, `this` or a possessive.")
    support: tuple[TextSpan, ...] = Field(
        default=(), description="Light and aspectual verbs with it: `gave`, `began`."
    )
    participants: tuple[ParticipantMention, ...] = Field(default=(), description="In text order.")
    time: TextSpan | None = Field(default=None, description="Span of its time expression.")
    place: TextSpan | None = Field(default=None, description="Where.")
    factuality: Factuality = Field(description="Whether it happened.")
    amounts: tuple[Amount, ...] = Field(default=(), description="Amounts that belong to it.")
    quote: str | None = Field(default=None, description="Id of the quote it is claimed in.")
    sentence: int = Field(ge=0, description="Which sentence.")
    paragraph: int = Field(ge=0, description="Which paragraph.")
    confidence: float = Field(ge=0, le=1, description="How sure the trigger is.")


class ClauseMention(ResultModel):
    """One clause of headline or lead: what the main event is chosen from."""

    kind: Literal["told", "reported", "reporting"] = Field(
        description="Told by the article, reported as somebody's words, or what does so."
    )
    verb: TextSpan = Field(description="The head of the clause.")
    subject: TextSpan | None = Field(default=None, description="Who or what it is said of.")
    count: TextSpan | None = Field(
        default=None, description="A subject that is a bare number: `At least seven`."
    )
    predicate: TextSpan = Field(description="What is said: `invited to a summit`.")
    cause: TextSpan | None = Field(default=None, description="For what reason.")
    manner: TextSpan | None = Field(default=None, description="By what means.")
    time: TextSpan | None = Field(default=None, description="Span of its time expression.")
    place: TextSpan | None = Field(default=None, description="The named place it is told of.")
    sentence: TextSpan = Field(description="The sentence it stands in.")


class TimeMention(ResultModel):
    """A time expression, normalised."""

    span: TextSpan = Field(description="As printed.")
    kind: TimeKind = Field(description="TIMEX3 type.")
    value: str | None = Field(default=None, description="TIMEX3 value.")


class Mentions(ResultModel):
    """All that one Doc holds, in text order."""

    actors: tuple[ActorMention, ...] = ()
    quotes: tuple[QuoteMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    clauses: tuple[ClauseMention, ...] = ()
