"""Who is who: the people, organisations, countries, places and groups of an article."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from newsevents.models.base import ResultModel, TextSpan

ActorKind = Literal["person", "organization", "country", "place", "group"]
MentionKind = Literal["name", "nominal", "pronoun"]
RoleStatus = Literal["former", "acting", "elect"]


class Role(ResultModel):
    """An office or function that the article says somebody holds."""

    title: str = Field(description="As printed: `Foreign Minister`.")
    organization: str | None = Field(default=None, description="Whose office: `Ukraine`.")
    status: RoleStatus | None = Field(
        default=None,
        description="`former`: held before; `acting`: for the time being; `elect`: not yet "
        "begun; else nothing.",
    )
    span: TextSpan = Field(description="Where the article says so.")


class Mention(ResultModel):
    """One place where an actor is spoken of."""

    span: TextSpan = Field(description="The words that refer to the actor.")
    kind: MentionKind = Field(description="How: by name, by description or by pronoun.")


class Actor(ResultModel):
    """One person, organisation, country, place or group of the article."""

    id: str = Field(description="`a1`, `a2`, ... in order of first mention.")
    name: str = Field(description="The fullest form used; for groups the description.")
    kind: ActorKind = Field(description="What sort of actor.")
    aliases: tuple[str, ...] = Field(default=(), description="Other forms of the name used.")
    roles: tuple[Role, ...] = Field(default=(), description="In order of appearance.")
    country: str | None = Field(default=None, description="ISO 3166-1 alpha-2 code.")
    mentions: tuple[Mention, ...] = Field(description="Every mention, in order.")
    confidence: float = Field(ge=0, le=1, description="How sure the library is.")
