"""Model of ``amounts.yaml``: what money, percentages, measures and counts are written like."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from newsevents.rules.base import Rule, RuleModel, load_rules


class AmountExample(RuleModel):
    """An amount as printed and as read."""

    text: str = Field(description="The amount alone.")
    value: float = Field(description="The number meant.")
    unit: str | None = Field(default=None, description="What is counted or measured.")
    currency: str | None = Field(default=None, description="Sign or code.")


class AmountRule(Rule):
    """One way to write an amount: a regular expression over named pieces."""

    pattern: str = Field(description="`<number>`, `<scale>`, ... stand for the pieces.")
    alone: bool = Field(default=False, description="Whether it reads whole texts only.")
    examples: tuple[AmountExample, ...] = Field(min_length=1, description="What it reads.")
    counterexamples: tuple[str, ...] = Field(default=(), description="What is no such amount.")


class AmountRules(RuleModel):
    """The whole file."""

    schema_version: Literal[1]
    scales: dict[str, float] = Field(description="Word or letter → factor.")
    phrases: dict[str, float] = Field(description="Number in several words → value.")
    signs: tuple[str, ...] = Field(description="Currency signs and codes, as printed.")
    currencies: dict[str, str] = Field(description="Currency in words → sign or code.")
    percent: dict[str, str] = Field(description="Words and signs of percentages → unit.")
    measures: dict[str, str] = Field(description="Unit, as printed → unit.")
    not_counted: frozenset[str] = Field(description="Nouns whose number counts nothing.")
    labels: frozenset[str] = Field(description="Nouns that a number behind them names.")
    rules: tuple[AmountRule, ...] = Field(description="In order of precedence.")


def amount_rules() -> AmountRules:
    """The rules as shipped."""
    return load_rules("amounts.yaml", AmountRules)
