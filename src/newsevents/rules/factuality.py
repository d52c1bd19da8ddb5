"""What words say about whether an event happened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import Field

from newsevents.rules.base import Rule, RuleModel, load_rules

#: `none` leaves an event as it is.
Effect = Literal["none", "planned", "possible", "negated"]


class Words(Rule):
    """Function words with one effect on the clause they stand in."""

    effect: Effect = Field(description="What they make of the event.")
    words: tuple[str, ...] = Field(min_length=1, description="Lower-cased forms.")
    examples: tuple[str, ...] = Field(min_length=1, description="Sentences that show it.")


class Governor(Rule):
    """Words with one effect on an event below them: `failed to close`."""

    effect: Effect = Field(description="What they make of the event.")
    negated: Effect = Field(description="The same where the word is itself negated.")
    clause: Effect | None = Field(default=None, description="The same on a finite clause.")
    why: str = Field(description="The reasoning.")
    verbs: tuple[str, ...] = Field(default=(), description="Lemmas, or lemma and particle.")
    results: tuple[str, ...] = Field(default=(), description="Verbs with an infinitive of result.")
    objects: tuple[str, ...] = Field(default=(), description="Verbs with a noun as object.")
    adjectives: tuple[str, ...] = Field(default=(), description="Lemmas.")
    modifiers: tuple[str, ...] = Field(default=(), description="Adjectives before a noun.")
    nouns: tuple[str, ...] = Field(default=(), description="Lemmas.")
    examples: tuple[str, ...] = Field(min_length=1, description="Sentences that show it.")


class Nouns(Rule):
    """Nouns of one use."""

    why: str = Field(description="The reasoning.")
    nouns: tuple[str, ...] = Field(min_length=1, description="Lemmas.")
    examples: tuple[str, ...] = Field(min_length=1, description="Sentences that show it.")


class FactualityRules(RuleModel):
    """The file `factuality.yaml`."""

    schema_version: Literal[1] = Field(description="Of the file format.")
    modals: tuple[Words, ...] = Field(description="Modal verbs.")
    governors: tuple[Governor, ...] = Field(description="Embedding words; earlier ones win.")
    markers: tuple[Words, ...] = Field(description="Subordinators and prepositions.")
    negation: tuple[Words, ...] = Field(description="Negative words.")
    adverbs: tuple[Words, ...] = Field(description="Adverbs.")
    parts: tuple[Nouns, ...] = Field(description="Nouns that are as real as what they are of.")
    failing: tuple[str, ...] = Field(description="Verbs of attempts that came to nothing.")
    ending: tuple[str, ...] = Field(description="Verbs that say that there is an event to end.")
    performing: tuple[str, ...] = Field(description="Verbs that are done by being said.")
    announcing: tuple[str, ...] = Field(description="Verbs whose object is to come or is over.")
    done: tuple[Nouns, ...] = Field(description="Nouns of what is announced when it is over.")


@dataclass(frozen=True, slots=True)
class Signature:
    """What a governing word makes of an event: affirmed, negated, and in a finite clause."""

    effect: Effect
    negated: Effect
    clause: Effect


@dataclass(frozen=True, slots=True)
class FactualityLexicon:
    """The rules by word."""

    modals: dict[str, Effect]
    markers: dict[str, Effect]
    adverbs: dict[str, Effect]
    negation: frozenset[str]
    verb_lemmas: tuple[str, ...]
    verbs: dict[str, Signature]
    results: frozenset[str]
    objects: dict[str, Signature]
    adjectives: dict[str, Signature]
    modifiers: dict[str, Signature]
    nouns: dict[str, Signature]
    parts: frozenset[str]
    failing: frozenset[str]
    ending: frozenset[str]
    performing: frozenset[str]
    announcing: frozenset[str]
    done: frozenset[str]


@cache
def lexicon() -> FactualityLexicon:
    """The rules of factuality, read once."""
    rules = load_rules("factuality.yaml", FactualityRules)
    return FactualityLexicon(
        modals=_effects(rules.modals),
        markers=_effects(rules.markers),
        adverbs=_effects(rules.adverbs),
        negation=frozenset(_effects(rules.negation)),
        verb_lemmas=tuple(
            key.split()[0]
            for rule in rules.governors
            for key in (*rule.verbs, *rule.objects, *rule.results)
        ),
        verbs=_signatures((rule, rule.verbs) for rule in rules.governors),
        results=frozenset(verb for rule in rules.governors for verb in rule.results),
        objects=_signatures((rule, rule.objects) for rule in rules.governors),
        adjectives=_signatures((rule, rule.adjectives) for rule in rules.governors),
        modifiers=_signatures((rule, rule.modifiers) for rule in rules.governors),
        nouns=_signatures((rule, rule.nouns) for rule in rules.governors),
        parts=frozenset(noun for rule in rules.parts for noun in rule.nouns),
        failing=frozenset(rules.failing),
        ending=frozenset(rules.ending),
        performing=frozenset(rules.performing),
        announcing=frozenset(rules.announcing),
        done=frozenset(noun for rule in rules.done for noun in rule.nouns),
    )


def _effects(rules: tuple[Words, ...]) -> dict[str, Effect]:
    return {word: rule.effect for rule in rules for word in rule.words}


def _signatures(rules: Iterable[tuple[Governor, tuple[str, ...]]]) -> dict[str, Signature]:
    found: dict[str, Signature] = {}
    for rule, words in rules:
        clause = rule.effect if rule.clause is None else rule.clause
        for word in words:
            found.setdefault(word, Signature(rule.effect, rule.negated, clause))
    return found
