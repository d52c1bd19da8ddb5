"""Words within names that shorter forms leave out or that never stand alone."""

from __future__ import annotations

from functools import cache

from pydantic import Field

from newsevents.rules.base import Rule, RuleModel, load_rules


class NameWords(Rule):
    """Words that play one part in names."""

    words: tuple[str, ...] = Field(min_length=1, description="Lower case, without stops.")
    examples: tuple[str, ...] = Field(min_length=1, description="Names with one of them.")
    counterexamples: tuple[str, ...] = Field(min_length=1, description="Names without.")


class NameCalls(NameWords):
    """Words in names that tell by which nouns the firm may be called."""

    nouns: tuple[str, ...] = Field(min_length=1, description="Singular.")


class NameTable(RuleModel):
    """The whole of ``names.yaml``."""

    schema_version: int = Field(description="Of this file.")
    groups: tuple[NameWords, ...] = Field(description="By the part that the words play.")
    calls: tuple[NameCalls, ...] = Field(description="By the sort of firm.")


def name_table() -> NameTable:
    """The contents of ``names.yaml``."""
    return load_rules("names.yaml", NameTable)


@cache
def name_words(part: str) -> frozenset[str]:
    """The words that play a part, given by the end of the group's id."""
    (group,) = (one for one in name_table().groups if one.id == f"en.name.{part}")
    return frozenset(group.words)


@cache
def called_by(noun: str) -> frozenset[str]:
    """Words in the names of those whom a noun may mean: "airways" for "airline"."""
    return frozenset(
        word for group in name_table().calls if noun in group.nouns for word in group.words
    )
