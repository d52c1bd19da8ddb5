"""The lexicon of reporting: which words report speech, and in which grammar."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import Field

from newsevents.rules.base import Rule, RuleModel, load_rules

Frame = Literal[
    "clause",
    "inserted",
    "infinitive",
    "object_infinitive",
    "object",
    "predicate",
    "preposition",
]


class VerbClass(Rule):
    """Verbs that report in the same way."""

    frames: tuple[Frame, ...] = Field(min_length=1, description="Grammar it reports with.")
    verbs: tuple[str, ...] = Field(min_length=1, description="Lemmas.")
    prepositions: tuple[str, ...] = Field(
        default=(), description="Prepositions whose phrase is what is reported."
    )
    recipient: bool = Field(default=False, description="Whether the object is who hears it.")
    only_as: bool = Field(
        default=False, description="Whether it is inserted with `as` alone: `as she put it`."
    )
    examples: tuple[str, ...] = Field(min_length=1, description="Where it reports.")
    counterexamples: tuple[str, ...] = Field(min_length=1, description="Where it does not.")


class NounClass(Rule):
    """Nouns whose clause is what somebody said: `his claim that ...`.

    A phrase behind a preposition counts only where the noun has an owner: `his
    remarks about the judge`.
    """

    infinitive: bool = Field(default=False, description="Whether `to` with a verb is said.")
    prepositions: tuple[str, ...] = Field(
        default=(), description="Prepositions whose phrase is what is said."
    )
    nouns: tuple[str, ...] = Field(min_length=1, description="Lemmas.")
    examples: tuple[str, ...] = Field(min_length=1, description="Where it reports.")
    counterexamples: tuple[str, ...] = Field(min_length=1, description="Where it does not.")


class ReportingRules(RuleModel):
    """The file `reporting.yaml`."""

    irregular: dict[str, tuple[str, ...]] = Field(description="Forms that no rule gives.")
    schema_version: Literal[1] = Field(description="Of the file format.")
    verbs: tuple[VerbClass, ...] = Field(description="Reporting verbs.")
    nouns: tuple[NounClass, ...] = Field(description="Reporting nouns.")


@dataclass(frozen=True, slots=True)
class VerbEntry:
    """Everything the lexicon says of one verb."""

    rule: str
    frames: frozenset[Frame]
    prepositions: frozenset[str]
    recipient: bool
    only_as: bool


@dataclass(frozen=True, slots=True)
class NounEntry:
    """Everything the lexicon says of one noun."""

    rule: str
    infinitive: bool
    prepositions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Reporting words by lemma."""

    verbs: dict[str, VerbEntry]
    forms: dict[str, VerbEntry]
    nouns: dict[str, NounEntry]

    def verb(self, lemma: str, form: str) -> VerbEntry | None:
        """The entry of a verb, by its lemma or, where that is unknown, by its form.

        A tagger of news sees rare verbs, whose lemma it may get wrong.
        """
        return self.verbs.get(lemma) or self.forms.get(form)


@cache
def lexicon() -> Lexicon:
    """The reporting lexicon, read once; a verb of several classes has all their frames."""
    rules = load_rules("reporting.yaml", ReportingRules)
    verbs: dict[str, VerbEntry] = {}
    for group in rules.verbs:
        for lemma in group.verbs:
            known = verbs.get(lemma, _new(group))
            verbs[lemma] = VerbEntry(
                known.rule,
                known.frames | frozenset(group.frames),
                known.prepositions | frozenset(group.prepositions),
                recipient=known.recipient or group.recipient,
                only_as=known.only_as and group.only_as,
            )
    nouns: dict[str, NounEntry] = {}
    for kind in rules.nouns:
        for lemma in kind.nouns:
            old = nouns.get(lemma, NounEntry(kind.id, infinitive=False, prepositions=frozenset()))
            nouns[lemma] = NounEntry(
                old.rule,
                infinitive=old.infinitive or kind.infinitive,
                prepositions=old.prepositions | frozenset(kind.prepositions),
            )
    forms = {
        form: entry
        for lemma, entry in verbs.items()
        for form in (*_inflected(lemma), *rules.irregular.get(lemma, ()))
    }
    return Lexicon(verbs, forms, nouns)


def _new(group: VerbClass) -> VerbEntry:
    """The entry of a verb that no class before has."""
    return VerbEntry(group.id, frozenset(), frozenset(), recipient=False, only_as=group.only_as)


def _inflected(verb: str) -> tuple[str, ...]:
    """The regular forms of a verb, some of which do not exist: "say, says, saying, sayed"."""
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeo":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    plural = "es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s"
    return verb, verb + plural, verb + "ed", verb + "ing"
