"""What other pipelines' labels are called here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pydantic import Field

from newsevents.rules.base import Rule, RuleModel, load_rules


class RelationRow(Rule):
    """One relation of another scheme."""

    other: str = Field(alias="from", description="Its label there.")
    ours: str = Field(alias="to", description="Its label in Universal Dependencies v2.")
    examples: tuple[str, ...] = Field(min_length=1, description="Texts that show it.")


class EntityRow(RuleModel):
    """One entity label of another scheme."""

    other: str = Field(alias="from", description="The label there.")
    ours: str | None = Field(alias="to", description="The label here; `None` drops the entity.")


class Schemes(RuleModel):
    """The whole of ``schemes.yaml``."""

    schema_version: int = Field(description="Of this file.")
    relations: tuple[RelationRow, ...] = Field(description="One row a label.")
    fixed: tuple[tuple[str, str], ...] = Field(description="Prepositions of two words.")
    entities: tuple[EntityRow, ...] = Field(description="One row a label.")


@cache
def relation_labels() -> Mapping[str, str]:
    """Universal relations by label of the other scheme; none of the keys is universal."""
    return {row.other: row.ours for row in _schemes().relations}


@cache
def entity_labels() -> Mapping[str, str | None]:
    """Our entity labels by those of other schemes; equal ones are left out."""
    return {row.other: row.ours for row in _schemes().entities}


@cache
def fixed_prepositions() -> frozenset[tuple[str, str]]:
    """Lower-cased prepositions of two words: `because of`."""
    return frozenset(_schemes().fixed)


def _schemes() -> Schemes:
    return load_rules("schemes.yaml", Schemes)
