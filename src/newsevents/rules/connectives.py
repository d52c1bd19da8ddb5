"""Words that introduce why something happened, and how."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import Field

from newsevents.rules.base import Rule, RuleModel, load_rules

Question = Literal["why", "how"]
Complement = Literal["clause", "participle", "infinitive", "phrase"]


class Connective(Rule):
    """Words that introduce the answer to one question."""

    question: Question = Field(description="What they answer.")
    words: tuple[str, ...] = Field(min_length=1, description="Lower-cased.")
    before: tuple[Complement, ...] = Field(min_length=1, description="What follows them.")
    harm: bool = Field(default=False, description="Only of accidents, injuries and deaths.")
    event: bool = Field(default=False, description="A phrase must name an event.")
    examples: tuple[str, ...] = Field(min_length=1, description="Where they answer.")
    counterexamples: tuple[str, ...] = Field(min_length=1, description="Where they do not.")


class Connectives(RuleModel):
    """The whole of ``connectives.yaml``."""

    schema_version: Literal[1] = Field(description="Of the file format.")
    harm: frozenset[str] = Field(description="Event types in which somebody comes to harm.")
    completed: frozenset[str] = Field(
        description="Objects that an infinitive completes: `have time to`."
    )
    connectives: tuple[Connective, ...] = Field(description="In order of preference.")


@cache
def connectives() -> Connectives:
    """The checked contents of ``connectives.yaml``."""
    return load_rules("connectives.yaml", Connectives)


@cache
def answering(question: Question) -> tuple[Connective, ...]:
    """The connectives of one question, the clearest first."""
    return tuple(rule for rule in connectives().connectives if rule.question == question)
