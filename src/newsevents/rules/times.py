"""Model of ``times.yaml``: the lexicon and the patterns that time expressions are found by."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from newsevents.rules.base import Rule, RuleModel, load_rules

Tense = Literal["past", "present", "future"]


class TimeExample(RuleModel):
    """A text with the expressions that the rule finds in it."""

    text: str = Field(description="A sentence.")
    found: dict[str, str | None] = Field(description="Expression as printed → TIMEX3 value.")
    at: date | None = Field(default=date(2023, 7, 12), description="Publication, a Wednesday.")
    tense: Tense | None = Field(default=None, description="Of the governing verb.")


class TimeRule(Rule):
    """One pattern over word classes, and how its value is made."""

    pattern: str = Field(description="Classes, macros, roles; the file's head explains them.")
    value: str = Field(description="Which reading gives the value.")
    fixed: dict[str, str | int] = Field(
        default_factory=dict, description="Roles that the pattern itself implies."
    )
    shared: str | None = Field(
        default=None,
        description="Role that the item `left` or `right` fills a second time: `5 to 8 July`.",
    )
    examples: tuple[TimeExample, ...] = Field(min_length=1, description="What it finds.")
    counterexamples: tuple[str, ...] = Field(default=(), description="Texts without a find.")


class AmbiguousWord(RuleModel):
    """A word that names a time only as some parts of speech."""

    category: str = Field(description="Class of the lexicon that it belongs to.")
    value: str | int = Field(description="Its meaning there.")
    pos: frozenset[str] = Field(description="Parts of speech that it has as a time.")
    capital: bool = Field(default=False, description="Whether it is capitalised as a time.")


class TenseWords(RuleModel):
    """Words that say whether something lies behind or ahead."""

    modals: frozenset[str] = Field(description="Auxiliaries of what is to come: `will`.")
    perfect: frozenset[str] = Field(description="With a modal they look back: `may have left`.")
    past: frozenset[str] = Field(description="Auxiliaries of the past: `was`, `has`.")
    present: frozenset[str] = Field(description="Auxiliaries of the present: `is`.")
    ahead: frozenset[str] = Field(description="Predicates of plans, in any tense: `scheduled`.")
    wanting: frozenset[str] = Field(description="Verbs whose infinitive lies ahead: `agree`.")
    scheduled: frozenset[str] = Field(description="Verbs whose present tense plans: `starts`.")
    guess_ahead: frozenset[str] = Field(description="Words that, without a parse, look ahead.")
    guess_past: frozenset[str] = Field(description="Words that, without a parse, look back.")
    forward: frozenset[str] = Field(description="Prepositions of what is to come: `until`.")
    backward: frozenset[str] = Field(description="Prepositions of what has been: `since`.")


class TimeRules(RuleModel):
    """The whole file."""

    schema_version: Literal[1]
    lexicon: dict[str, dict[str, str | int | float]] = Field(description="Class → word → value.")
    ambiguous: dict[str, AmbiguousWord] = Field(description="Word → when it is a time.")
    sets: dict[str, tuple[str, ...]] = Field(description="Name → classes that it unites.")
    macros: dict[str, str] = Field(description="Name → piece of a pattern.")
    tense: TenseWords = Field(description="What tells the last Friday from the next.")
    rules: tuple[TimeRule, ...] = Field(description="In order of precedence at equal length.")


def time_rules() -> TimeRules:
    """The rules as shipped."""
    return load_rules("times.yaml", TimeRules)
