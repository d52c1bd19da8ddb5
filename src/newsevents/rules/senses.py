"""Senses: which type an ambiguous word has in which company, as checked data."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, Self

from pydantic import Field, model_validator

from newsevents.rules.base import Rule, RuleModel, load_rules

#: Kinds that are no lists of nouns alone: told by names, descriptions and numbers.
GIVEN_KINDS: Final = frozenset({"person", "organization", "country", "place", "group", "number"})

SensePos = Literal["verb", "noun"]


class NounKind(Rule):
    """Nouns that make the same difference to the words beside them."""

    kind: str = Field(pattern=r"^[a-z]+$", description="What senses call it.")
    why: str = Field(description="The difference that it makes.")
    nouns: tuple[str, ...] = Field(min_length=1, description="Lemmas.")


class Company(RuleModel):
    """What stands beside a word; alternatives within a field, all fields together.

    An entry is a kind or a lemma. An empty list asks for nothing but presence.
    """

    subject: tuple[str, ...] | None = Field(default=None, description="Who or what does it.")
    object: tuple[str, ...] | None = Field(default=None, description="What it is done to.")
    phrases: dict[str, tuple[str, ...]] = Field(
        default_factory=dict, description="By preposition: what stands after it."
    )
    modifiers: tuple[str, ...] | None = Field(default=None, description="Words before a noun.")
    complement: tuple[str, ...] | None = Field(
        default=None, description="Head of an infinitive or other open complement."
    )
    support: tuple[str, ...] | None = Field(default=None, description="Its light verb.")
    near: tuple[str, ...] | None = Field(default=None, description="Anywhere in the sentence.")


class Sense(Rule):
    """One reading of some words."""

    words: tuple[str, ...] = Field(min_length=1, description="Lemmas, or lemma and particle.")
    pos: SensePos | None = Field(default=None, description="Only as a verb or as a noun.")
    type: str = Field(description="Type of the ontology, or `other`.")
    when: Company = Field(default=Company(), description="What has to stand beside it.")
    unless: Company | None = Field(default=None, description="What must not.")
    examples: tuple[str, ...] = Field(min_length=1, description="Sentences with this reading.")
    counterexamples: tuple[str, ...] = Field(default=(), description="Sentences without it.")

    @model_validator(mode="after")
    def _check_company(self) -> Self:
        if self.when == Company() and self.unless is None:
            raise ValueError(f"{self.id} has no condition: list the words with their type instead")
        return self


class SenseRules(RuleModel):
    """The file `senses.yaml`."""

    schema_version: Literal[1] = Field(description="Of the file format.")
    kinds: tuple[NounKind, ...] = Field(description="Nouns by kind.")
    containers: tuple[str, ...] = Field(description="Nouns that only measure what follows.")
    senses: tuple[Sense, ...] = Field(description="In order: the first that fits wins.")


@dataclass(frozen=True, slots=True)
class SenseTable:
    """The rules by word."""

    senses: dict[str, tuple[Sense, ...]]
    kinds: dict[str, frozenset[str]]
    containers: frozenset[str]


@cache
def sense_table() -> SenseTable:
    """The senses, read once."""
    rules = load_rules("senses.yaml", SenseRules)
    senses: defaultdict[str, list[Sense]] = defaultdict(list)
    for sense in rules.senses:
        for word in sense.words:
            senses[word].append(sense)
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for group in rules.kinds:
        for noun in group.nouns:
            kinds[noun].add(group.kind)
    return SenseTable(
        senses={word: tuple(found) for word, found in senses.items()},
        kinds={noun: frozenset(found) for noun, found in kinds.items()},
        containers=frozenset(rules.containers),
    )
