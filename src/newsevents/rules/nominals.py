"""Nouns that speak of people, organisations, places and groups without a name."""

from __future__ import annotations

from functools import cache
from typing import Final, Literal, NamedTuple

from pydantic import Field

from newsevents.rules.base import Rule, RuleModel, load_rules
from newsevents.rules.offices import office_heads

NominalLabel = Literal["PERSON", "ORG", "GPE", "LOC", "GROUP", "MISC"]
Gender = Literal["masc", "fem"]


class NounGroup(Rule):
    """Nouns of one kind."""

    label: NominalLabel = Field(description="What they speak of.")
    gender: Gender | None = Field(default=None, description="Where the word itself shows it.")
    nouns: tuple[str, ...] = Field(description="Singular, or without singular.")
    examples: tuple[str, ...] = Field(min_length=1, description="Sentences with one of them.")
    counterexamples: tuple[str, ...] = Field(default=(), description="Sentences without.")


#: Holders of offices, listed with them.
_OFFICES: Final = NounGroup(
    id="en.nominal.office_holders", label="PERSON", nouns=(), examples=("The mayor resigned.",)
)


class Nominals(RuleModel):
    """The whole of ``nominals.yaml``."""

    schema_version: int = Field(description="Of this file.")
    irregular_plurals: dict[str, str] = Field(description="By singular.")
    speak_for: tuple[str, ...] = Field(description="Offices that speak for an organisation.")
    judge_others: tuple[str, ...] = Field(description="Offices that speak of somebody accused.")
    classes: tuple[str, ...] = Field(description="Nouns that tell what a named one is.")
    nouns: tuple[NounGroup, ...] = Field(description="In order: the first that lists a noun wins.")


class Noun(NamedTuple):
    """What a noun says about whom it speaks of."""

    label: NominalLabel
    gender: Gender | None
    singular: str
    plural: bool
    sort: str


@cache
def nominals() -> Nominals:
    """The checked contents of ``nominals.yaml``."""
    return load_rules("nominals.yaml", Nominals)


@cache
def nouns() -> dict[str, Noun]:
    """Every listed noun and its plural, lower-cased.

    Offices count as nouns for people: "the ambassador".
    """
    table: dict[str, Noun] = {}
    for group in nominals().nouns:
        for word in group.nouns:
            _add(table, group, word)
    for word in sorted(office_heads()):
        if word.isalpha() or "-" in word:
            _add(table, _OFFICES, word)
    return table


def _add(table: dict[str, Noun], group: NounGroup, word: str) -> None:
    label, gender, sort = group.label, group.gender, group.id.rsplit(".", 1)[1]
    # "troops" and "police" have no singular of their own.
    crowd = label == "GROUP" and (word.endswith("s") or word in {"police", "people", "folk"})
    table.setdefault(word, Noun(label, gender, word, crowd, sort))
    if not crowd:
        plural_label: NominalLabel = "GROUP" if label == "PERSON" else label
        table.setdefault(plural(word), Noun(plural_label, gender, word, sort=sort, plural=True))


def speaks_for(title: str) -> bool:
    """Whether whoever holds an office says "we" for an organisation."""
    return not set(nominals().speak_for).isdisjoint(title.casefold().split())


def judges_others(title: str) -> bool:
    """Whether whoever holds an office mostly speaks of somebody accused."""
    return not set(nominals().judge_others).isdisjoint(title.casefold().split())


def tells_class(noun: str) -> bool:
    """Whether a noun after an organisation's name means just that organisation."""
    return noun in nominals().classes


def is_kin(word: str) -> bool:
    """Whether a family calls one of its own so: "Mum"."""
    noun = nouns().get(word.lower())
    return noun is not None and noun.sort.startswith("kin_")


def plural(noun: str) -> str:
    """The plural of an English noun."""
    irregular = nominals().irregular_plurals.get(noun)
    if irregular:
        return irregular
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    return noun + "s"
