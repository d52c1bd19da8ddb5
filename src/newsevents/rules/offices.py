"""Offices, titles and forms of address, and how a title before a name is read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from pydantic import Field

from newsevents.models.actors import RoleStatus
from newsevents.rules.base import Rule, RuleModel, load_rules


class TitleExample(RuleModel):
    """A sentence with a name and the title in front of it, if it has one."""

    text: str = Field(description="One sentence.")
    name: str = Field(description="A name in it.")
    title: str | None = Field(default=None, description="The title in front of the name.")
    organization: str | None = Field(default=None, description="Whose office, as printed.")


class OfficeGroup(Rule):
    """The offices of one walk of life."""

    heads: tuple[str, ...] = Field(description="Words or phrases that end a title.")
    phrases: tuple[str, ...] = Field(default=(), description="Whole titles with an inner head.")
    examples: tuple[TitleExample, ...] = Field(min_length=1, description="With a title.")
    counterexamples: tuple[TitleExample, ...] = Field(default=(), description="Without one.")


class CareerExample(RuleModel):
    """A sentence in which a verb gives somebody an office or takes it."""

    text: str = Field(description="One sentence.")
    name: str = Field(description="Whose office.")
    title: str | None = Field(default=None, description="The office, nothing if none is given.")
    organization: str | None = Field(default=None, description="Whose office, as printed.")


class CareerVerbs(Rule):
    """Verbs after which the same person holds an office, or holds it no more."""

    verbs: tuple[str, ...] = Field(description="Lemmas, with a particle where one is needed.")
    links: tuple[str, ...] = Field(
        min_length=1, description="What the office follows: `as`, or nothing."
    )
    holder: Literal["subject", "object"] = Field(description="Whose office, in the active voice.")
    status: RoleStatus | None = Field(default=None, description="How it is held then.")
    examples: tuple[CareerExample, ...] = Field(min_length=1, description="With an office.")
    counterexamples: tuple[CareerExample, ...] = Field(description="Without one.")


class CareerVerb(NamedTuple):
    """One verb of a career."""

    particle: str | None
    links: tuple[str, ...]
    holder: Literal["subject", "object"]
    status: RoleStatus | None


class Honorifics(RuleModel):
    """Forms of address, by the gender they show."""

    masc: tuple[str, ...] = Field(description="Of men: `Mr`.")
    fem: tuple[str, ...] = Field(description="Of women: `Mrs`.")
    either: tuple[str, ...] = Field(description="Of both: `Dr`.")


class Offices(RuleModel):
    """The whole of ``offices.yaml``."""

    schema_version: int = Field(description="Of this file.")
    honorifics: Honorifics = Field(description="Forms of address.")
    given_names: tuple[str, ...] = Field(description="Titles that are also names: `Dean`.")
    statuses: dict[RoleStatus, tuple[str, ...]] = Field(description="Words such as `former`.")
    marks: tuple[str, ...] = Field(description="Words such as `deputy`, that say no such thing.")
    portfolios: tuple[str, ...] = Field(description="First words of titles: `Defense`.")
    title_only: tuple[str, ...] = Field(description="Offices only right before a name: `Father`.")
    careers: tuple[CareerVerbs, ...] = Field(description="Verbs that give and take offices.")
    offices: tuple[OfficeGroup, ...] = Field(description="By walk of life.")


@cache
def offices() -> Offices:
    """The checked contents of ``offices.yaml``."""
    return load_rules("offices.yaml", Offices)


@cache
def office_heads() -> frozenset[str]:
    """Single lower-cased words that end a title."""
    heads = (head.casefold() for group in offices().offices for head in group.heads)
    return frozenset(head for head in heads if " " not in head)


@cache
def office_phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Titles of several words by their last word: ``state`` → ("secretary", "of", "state")."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for group in offices().offices:
        for phrase in group.phrases:
            words = tuple(phrase.casefold().split())
            found.setdefault(words[-1], []).append(words)
    return {last: tuple(sorted(phrases, key=len, reverse=True)) for last, phrases in found.items()}


@cache
def honorifics() -> dict[str, Literal["masc", "fem"] | None]:
    """Lower-cased forms of address with the gender they show."""
    table = offices().honorifics
    shown: dict[str, Literal["masc", "fem"] | None] = dict.fromkeys(map(str.casefold, table.either))
    shown.update({form.casefold(): "masc" for form in table.masc})
    shown.update({form.casefold(): "fem" for form in table.fem})
    return shown


@cache
def given_names() -> frozenset[str]:
    """Lower-cased titles that may as well be the first word of a name."""
    return frozenset(name.casefold() for name in offices().given_names)


@cache
def marks() -> frozenset[str]:
    """Lower-cased words such as `former`, `acting` and `deputy`."""
    return frozenset(mark.casefold() for mark in offices().marks) | status_marks().keys()


@cache
def status_marks() -> dict[str, RoleStatus]:
    """What lower-cased words say of how an office is held: `ex` that it was held before."""
    return {
        word.casefold(): status for status, words in offices().statuses.items() for word in words
    }


@cache
def portfolios() -> frozenset[str]:
    """Lower-cased words that belong to the title behind them: `defense`, `foreign`."""
    return frozenset(word.casefold() for word in offices().portfolios)


@cache
def title_only_heads() -> frozenset[str]:
    """Lower-cased heads that are an office only right before a name."""
    return frozenset(word.casefold() for word in offices().title_only)


@cache
def career_verbs() -> dict[str, tuple[CareerVerb, ...]]:
    """Verbs that give and take offices, by lemma: ``step`` → "step down" and "step in"."""
    found: dict[str, list[CareerVerb]] = {}
    for group in offices().careers:
        for verb in group.verbs:
            lemma, _, particle = verb.partition(" ")
            found.setdefault(lemma, []).append(
                CareerVerb(particle or None, group.links, group.holder, group.status)
            )
    return {lemma: tuple(verbs) for lemma, verbs in found.items()}


def phrase_length(words: Sequence[str]) -> int:
    """How many words at the end of a lower-cased sequence are a title of several words."""
    if not words:
        return 0
    for phrase in office_phrases().get(words[-1], ()):
        if tuple(words[-len(phrase) :]) == phrase:
            return len(phrase)
    return 0
