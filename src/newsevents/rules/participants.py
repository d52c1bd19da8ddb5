"""What takes part in events as what, where the grammar alone does not say."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import Field

from newsevents.models.events import ParticipantRole
from newsevents.rules.base import Rule, RuleModel, load_rules

TypeKind = Literal["happens", "mutual", "things", "modified"]
WordKind = Literal[
    "subject_control", "ordinal", "undergo", "circumstance", "having", "carrying", "unit"
]

Examples = dict[str, dict[ParticipantRole, str]]


class PrepositionRule(Rule):
    """What a phrase with a preposition is in events of some types."""

    prepositions: tuple[str, ...] = Field(min_length=1, description="Lower-cased.")
    role: ParticipantRole = Field(description="The part of the phrase.")
    types: tuple[str, ...] = Field(description="Beginnings of types; none means all.")
    nominal: bool = Field(default=False, description="Only of nouns.")
    objectless: bool = Field(default=False, description="Only of nouns, and verbs without object.")
    examples: Examples = Field(min_length=1, description="Sentence: the participant meant.")


class TypeRule(Rule):
    """How the words of some types treat their subject or companions."""

    kind: TypeKind = Field(description="What they have in common.")
    why: str = Field(description="The reasoning.")
    types: tuple[str, ...] = Field(min_length=1, description="Beginnings of types.")
    examples: Examples = Field(min_length=1, description="Sentence: the participant meant.")


class WordRule(Rule):
    """Words of one use."""

    kind: WordKind = Field(description="What they have in common.")
    why: str = Field(description="The reasoning.")
    words: tuple[str, ...] = Field(min_length=1, description="Lemmas.")
    examples: Examples = Field(min_length=1, description="Sentence: the participant meant.")


class ParticipantRules(RuleModel):
    """The file `participants.yaml`."""

    schema_version: Literal[1] = Field(description="Of the file format.")
    prepositions: tuple[PrepositionRule, ...] = Field(description="Earlier ones win.")
    types: tuple[TypeRule, ...] = Field(description="One for each kind.")
    words: tuple[WordRule, ...] = Field(description="One for each kind.")


@dataclass(frozen=True, slots=True)
class ParticipantLexicon:
    """The rules by what is asked of them."""

    prepositions: dict[str, tuple[PrepositionRule, ...]]
    types: dict[TypeKind, tuple[str, ...]]
    words: dict[WordKind, frozenset[str]]

    def role(
        self, event_type: str, preposition: str, *, is_verb: bool = False, has_object: bool = False
    ) -> ParticipantRole | None:
        """The part of a phrase with this preposition in an event of this type, if any."""
        for rule in self.prepositions.get(preposition, ()):
            fits = not rule.types or event_type.startswith(rule.types)
            barred = (rule.nominal and is_verb) or (rule.objectless and has_object)
            if fits and not barred:
                return rule.role
        return None

    def is_type(self, event_type: str, kind: TypeKind) -> bool:
        """Whether the events of a type are of a kind."""
        return event_type.startswith(self.types[kind])


@cache
def lexicon() -> ParticipantLexicon:
    """The rules of participants, read once."""
    rules = load_rules("participants.yaml", ParticipantRules)
    prepositions: dict[str, tuple[PrepositionRule, ...]] = {}
    for rule in rules.prepositions:
        for word in rule.prepositions:
            prepositions[word] = (*prepositions.get(word, ()), rule)
    return ParticipantLexicon(
        prepositions=prepositions,
        types={rule.kind: rule.types for rule in rules.types},
        words={rule.kind: frozenset(rule.words) for rule in rules.words},
    )
