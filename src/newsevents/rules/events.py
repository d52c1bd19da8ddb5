"""The ontology of news events, its lexicon, and what its types are called elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Final, Literal, get_args

from pydantic import Field

from newsevents.models.events import Factuality
from newsevents.rules.base import Rule, RuleModel, load_rules

#: The type of events that the ontology has no type for.
OTHER: Final = "other"
#: The type of reporting verbs, listed as events only on request.
REPORT: Final = "society.report"

PartOfSpeech = Literal["verb", "noun", "adj"]
_STATES: Final[tuple[Factuality, ...]] = get_args(Factuality)
NounRole = Literal["agent", "patient", "topic"]
PredicateKind = Literal["reporting", "light", "aspectual", "state"]


class EventType(Rule):
    """One type of the ontology with the words that express it."""

    type: str = Field(pattern=r"^[a-z]+\.[a-z]+$", description="`conflict.attack`.")
    why: str = Field(description="Why news needs this type.")
    of: NounRole = Field(default="patient", description="Part of X in `the arrest of X`.")
    possessor: NounRole = Field(default="agent", description="Part of X in `X's arrest`.")
    verbs: dict[str, str] = Field(default_factory=dict, description="Verb: its example.")
    nouns: dict[str, str] = Field(default_factory=dict, description="Noun: its example.")
    adjectives: dict[str, str] = Field(default_factory=dict, description="Adjective: example.")
    weak_verbs: tuple[str, ...] = Field(default=(), description="Need the model's assent.")
    weak_nouns: tuple[str, ...] = Field(default=(), description="Need the model's assent.")
    weak_adjectives: tuple[str, ...] = Field(default=(), description="Need the model's assent.")


class EventRules(RuleModel):
    """The file `events.yaml`."""

    schema_version: Literal[1] = Field(description="Of the file format.")
    types: tuple[EventType, ...] = Field(description="The ontology; earlier types win.")


class PredicateClass(Rule):
    """Words that are no events of their own, for one reason."""

    kind: PredicateKind = Field(description="What they do instead.")
    why: str = Field(description="The reason.")
    verbs: tuple[str, ...] = Field(default=(), description="Lemmas, or lemma and particle.")
    nouns: tuple[str, ...] = Field(default=(), description="Lemmas.")
    examples: tuple[str, ...] = Field(min_length=1, description="Sentences that show it.")


class PredicateRules(RuleModel):
    """The file `predicates.yaml`."""

    schema_version: Literal[1] = Field(description="Of the file format.")
    classes: tuple[PredicateClass, ...] = Field(description="All classes.")


class Codes(RuleModel):
    """What a type is called in PLOVER and CAMEO."""

    plover: str = Field(pattern=r"^[A-Z]+$", description="PLOVER type.")
    cameo: str = Field(pattern=r"^\d\d$", description="CAMEO root.")


class CodeShift(Rule):
    """Codes that change with the factuality of an event."""

    factuality: Factuality = Field(description="Of the event.")
    plover: tuple[str, ...] = Field(min_length=1, description="PLOVER types that change.")
    to: Codes = Field(description="What they change to.")
    why: str = Field(description="The reason.")
    examples: tuple[str, ...] = Field(min_length=1, description="Sentences that show it.")


class CodeTable(RuleModel):
    """The file `codes.yaml`."""

    schema_version: Literal[1] = Field(description="Of the file format.")
    codes: dict[str, Codes] = Field(description="Event type: its codes.")
    shifts: tuple[CodeShift, ...] = Field(description="How factuality changes codes.")


@dataclass(frozen=True, slots=True)
class Entry:
    """What the lexicon says of one word."""

    type: str
    weak: bool
    of: NounRole
    possessor: NounRole


#: What is known of a word that the lexicon does not have.
UNKNOWN: Final = Entry(OTHER, weak=True, of="patient", possessor="agent")


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """Words of events, and words that are none.

    A key of two words is a verb with a particle, adverb, preposition or object
    ("step down", "take place"), or a noun with a compound ("press conference").
    """

    verbs: dict[str, Entry]
    nouns: dict[str, Entry]
    adjectives: dict[str, Entry]
    verb_lemmas: tuple[str, ...]
    no_events: frozenset[str]
    phrasal: frozenset[str]
    reporting: frozenset[str]
    light: frozenset[str]
    aspectual: frozenset[str]
    state: frozenset[str]


@cache
def lexicon() -> EventLexicon:
    """The lexicon of events, read once."""
    types = load_rules("events.yaml", EventRules).types
    verbs = dict(_entries(types, "verb"))
    nouns = dict(_entries(types, "noun"))
    kinds: dict[str, set[str]] = {}
    classes = load_rules("predicates.yaml", PredicateRules).classes
    for group in classes:
        kinds.setdefault(group.kind, set()).update(group.verbs)
    keys = (*verbs, *nouns, *chain(*kinds.values()))
    return EventLexicon(
        verbs=verbs,
        nouns=nouns,
        adjectives=dict(_entries(types, "adj")),
        verb_lemmas=tuple(key.split()[0] for key in (*verbs, *chain(*kinds.values()))),
        no_events=frozenset(noun for group in classes for noun in group.nouns),
        phrasal=frozenset(word for key in keys if " " in key for word in key.split()),
        reporting=frozenset(kinds["reporting"]),
        light=frozenset(kinds["light"]),
        aspectual=frozenset(kinds["aspectual"]),
        state=frozenset(kinds["state"]),
    )


def _entries(types: tuple[EventType, ...], pos: PartOfSpeech) -> Iterator[tuple[str, Entry]]:
    # Later pairs overwrite earlier ones in a dict, and the earlier type is to win.
    for rule in reversed(types):
        words, weak = {
            "verb": (rule.verbs, rule.weak_verbs),
            "noun": (rule.nouns, rule.weak_nouns),
            "adj": (rule.adjectives, rule.weak_adjectives),
        }[pos]
        for word in words:
            yield word, Entry(rule.type, word in weak, rule.of, rule.possessor)


@cache
def _roles() -> dict[str, tuple[NounRole, NounRole]]:
    types = load_rules("events.yaml", EventRules).types
    return {rule.type: (rule.of, rule.possessor) for rule in reversed(types)}


def typed(event_type: str, *, weak: bool) -> Entry:
    """The entry of a word that has this type for once."""
    of, possessor = _roles().get(event_type, (UNKNOWN.of, UNKNOWN.possessor))
    return Entry(event_type, weak=weak, of=of, possessor=possessor)


@cache
def _code_table() -> dict[tuple[str, Factuality], Codes]:
    """Codes by type and factuality."""
    table = load_rules("codes.yaml", CodeTable)
    found = {(name, state): row for name, row in table.codes.items() for state in _STATES}
    for shift in table.shifts:
        for name, row in table.codes.items():
            if row.plover in shift.plover:
                found[name, shift.factuality] = shift.to
    return found


def codes(event_type: str, factuality: Factuality) -> dict[str, str]:
    """PLOVER and CAMEO codes of an event; empty for what is no political event."""
    row = _code_table().get((event_type, factuality))
    return {} if row is None else row.model_dump()
