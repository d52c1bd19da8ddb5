"""How much each fact about an earlier mention speaks for it as the antecedent of a pronoun."""

from __future__ import annotations

from functools import cache
from typing import Final

from pydantic import Field

from newsevents.rules.base import Rule, RuleModel, load_rules

#: Which weights a pronoun uses.
KINDS: Final = ("person", "thing", "several", "definite", "indefinite")


class Fact(Rule):
    """One fact with what it means and what it weighs for each kind of pronoun."""

    holds: str = Field(description="When it holds.")
    person: float = Field(description="For he and she.")
    thing: float = Field(description="For it.")
    several: float = Field(description="For they.")
    definite: float = Field(default=0.0, description="For the firm, her brother, this plane.")
    indefinite: float = Field(default=0.0, description="For a firm, planes.")


class Salience(RuleModel):
    """The whole of ``salience.yaml``."""

    schema_version: int = Field(description="Of this file.")
    facts: tuple[Fact, ...] = Field(description="Facts with their weights.")


@cache
def weights(kind: str) -> dict[str, float]:
    """Weight by fact, without the ``en.salience.`` of its id, for one kind of pronoun."""
    table = load_rules("salience.yaml", Salience)
    return {fact.id.rsplit(".", 1)[1]: getattr(fact, kind) for fact in table.facts}
