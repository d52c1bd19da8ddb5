"""What surrounds the news on a page, as checked rules: credits, bylines, datelines, ...

A rule takes a whole paragraph, its start or its end, and gives that part a role.
Patterns are regular expressions with three conveniences: ``{{name}}`` stands for a
list or fragment of the same file, a blank for any white space, and ``.`` also for a
newline (a wrapped paragraph holds several lines). So no blank inside ``[...]``.
In examples ``¦`` stands between the part a rule takes and the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from pydantic import Field

from newsevents.errors import RuleError
from newsevents.models import ParagraphRole
from newsevents.rules.base import Rule, RuleModel, load_rules

#: Which part of a paragraph a rule takes.
Part = Literal["whole", "start", "end"]
#: Where in an article a rule may apply: `edges` is top or bottom.
Zone = Literal["anywhere", "top", "bottom", "edges"]
#: How surely a date in the matched part is that of publication.
DateKind = Literal["published", "stated", "updated"]

#: A paragraph longer than this is never furniture as a whole.
_WHOLE_LIMIT: Final = 600
#: How far from the end of a paragraph the part at its end may begin.
_TAIL: Final = 160


class DateRule(Rule):
    """A way to write a calendar date, with groups that name its parts."""

    pattern: str = Field(description="Groups: year, month or name, day; or first, second, year.")
    examples: dict[str, str] = Field(min_length=1, description="Text → ISO date.")
    counterexamples: tuple[str, ...] = Field(default=(), description="Texts without a date.")


class LayoutRule(Rule):
    """What a paragraph, or a part of one, is for."""

    role: ParagraphRole = Field(description="Role of the part that matches.")
    part: Part = Field(default="whole", description="Which part of the paragraph it takes.")
    where: Zone = Field(default="anywhere", description="Where in the article it may apply.")
    rest: ParagraphRole | None = Field(
        default=None, description="Role of what remains, unless another rule says otherwise."
    )
    rest_words: int = Field(default=100, gt=0, description="Longest rest, in words, for `rest`.")
    once: bool = Field(default=False, description="Only where one paragraph alone matches.")
    gives: DateKind | None = Field(default=None, description="What its date says.")
    pattern: str = Field(description="Regular expression; see the module's docstring.")
    examples: tuple[str, ...] = Field(min_length=1, description="Paragraphs that match.")
    counterexamples: tuple[str, ...] = Field(default=(), description="Paragraphs that do not.")


class LayoutRules(RuleModel):
    """The file ``layout.yaml``."""

    schema_version: Literal[1]
    months: dict[str, int] = Field(description="Names and abbreviations → number.")
    lists: dict[str, tuple[str, ...]] = Field(description="Names that patterns refer to.")
    fragments: dict[str, str] = Field(description="Parts of patterns; may use earlier ones.")
    dates: tuple[DateRule, ...]
    rules: tuple[LayoutRule, ...]


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A layout rule ready to be applied."""

    rule: LayoutRule
    regex: re.Pattern[str]

    def find(self, text: str) -> tuple[int, int] | None:
        """Where the rule's part of a paragraph is, or nothing."""
        if self.rule.part == "whole":
            match = self.regex.fullmatch(text) if len(text) <= _WHOLE_LIMIT else None
        elif self.rule.part == "start":
            match = self.regex.match(text)
        else:
            match = self.regex.search(text, max(0, len(text) - _TAIL))
        return match.span() if match and match.group() else None


@dataclass(frozen=True, slots=True)
class Layout:
    """All layout rules, compiled, in the order in which they are tried."""

    rules: tuple[CompiledRule, ...]
    dates: tuple[tuple[DateRule, re.Pattern[str]], ...]
    months: dict[str, int]
    lists: dict[str, tuple[str, ...]]

    def rule(self, rule_id: str) -> LayoutRule:
        """The rule with this id."""
        return next(item.rule for item in self.rules if item.rule.id == rule_id)


@cache
def load_layout() -> Layout:
    """The layout rules; read and compiled once."""
    return compile_layout(load_rules("layout.yaml", LayoutRules))


def compile_layout(rules: LayoutRules) -> Layout:
    """Fill in lists and fragments and compile every pattern.

    Raises:
        RuleError: A pattern is no regular expression or refers to an unknown name.
    """
    known = {name: _alternatives(items) for name, items in rules.lists.items()}
    known["month"] = f"(?i:{_alternatives(rules.months)})"
    dates = tuple((rule, _compile(rule.id, rule.pattern, known)) for rule in rules.dates)
    # Within other patterns a date is only recognised, so its groups lose their names.
    known["date"] = "|".join(_expand(rule.id, rule.pattern, known) for rule in rules.dates)
    known["date"] = "(?:" + re.sub(r"\(\?P<\w+>", "(?:", known["date"]) + ")"
    for name, pattern in rules.fragments.items():
        known[name] = _expand(name, pattern, known)
    compiled = tuple(
        CompiledRule(rule, _compile(rule.id, _anchored(rule), known)) for rule in rules.rules
    )
    return Layout(compiled, dates, dict(rules.months), dict(rules.lists))


def _alternatives(items: Iterable[str]) -> str:
    """One of the names, the longest first: "Getty Images" before "Getty"."""
    names = sorted(items, key=lambda name: (-len(name), name))
    return "(?:" + "|".join(" ".join(map(re.escape, name.split())) for name in names) + ")"


def _anchored(rule: LayoutRule) -> str:
    return f"(?:{rule.pattern})\\Z" if rule.part == "end" else rule.pattern


def _expand(name: str, pattern: str, known: dict[str, str]) -> str:
    try:
        return re.sub(r"\{\{(\w+)\}\}", lambda match: known[match[1]], pattern)
    except KeyError as error:
        raise RuleError(
            f"layout.yaml: the pattern {name!r} refers to {error.args[0]!r}, which is neither "
            f"a list nor an earlier fragment; there are: {', '.join(sorted(known))}."
        ) from error


def _compile(name: str, pattern: str, known: dict[str, str]) -> re.Pattern[str]:
    source = _expand(name, pattern, known).replace(" ", r"(?:\s+)")
    try:
        return re.compile(source, re.DOTALL)
    except re.error as error:
        raise RuleError(
            f"layout.yaml: the pattern {name!r} is no regular expression: {error}."
        ) from error
