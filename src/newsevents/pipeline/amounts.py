"""Finds what an article counts and measures: money, percentages, people, tonnes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from spacy.tokens import Doc, Span, Token

from newsevents import keys
from newsevents.amounts import Quantity, default_amounts
from newsevents.rules.amounts import AmountRules, amount_rules

#: Relations in which a bare number counts something that is left unsaid: "20 were killed".
_BARE: Final = frozenset({"nsubj", "nsubj:pass", "obj", "conj"})
#: Between the ends of a range: "20 to 30 people", "between 20 and 30 people".
_RANGE: Final = frozenset({"to", "and", "or", "-", "–"})
_YEARS: Final = range(1900, 2100)
#: "three rival Shia militia leaders": so many words may come before the noun.
_REACH: Final = 5


class FoundAmount(NamedTuple):
    """An amount of a Doc; ``start``, ``end`` and ``head`` are token positions.

    The expression runs up to the noun that is counted, where that is close by.
    ``head`` is the word that stands for it in the parse: the noun counted, else
    the head of the expression itself.
    """

    start: int
    end: int
    value: float
    unit: str | None
    currency: str | None
    head: int


def find_amounts(doc: Doc) -> list[FoundAmount]:
    """The amounts of a Doc, in order: (start, end, value, unit, currency, head).

    Times, ages, ordinals, names ("Boeing 737") and labels ("page 3") are no
    amounts, nor are numbers without a value ("hundreds of people"). A range
    gives its two ends, both with the unit. Runs after the time expressions are
    marked; without a parse only money, percentages and measures are found.
    """
    taken = {i for span in doc.spans.get(keys.TIMES, ()) for i in range(span.start, span.end)}
    finder = _Finder(amount_rules(), parsed=doc.has_annotation("DEP"))
    placed = list(_placed(doc, taken))
    found = [finder.read(span, quantity) for span, quantity in placed]
    for number, (left, right) in enumerate(pairwise(placed)):
        counted = found[number + 1] or found[number]
        if counted and _is_range(left[0], right[0]):
            found[number : number + 2] = _ends(left, right, counted)
    return [amount for amount in found if amount]


def _placed(doc: Doc, taken: set[int]) -> Iterator[tuple[Span, Quantity]]:
    for quantity in default_amounts().find(doc.text):
        span = doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
        if span is not None and not any(token.i in taken for token in span):
            yield span, quantity


def _is_range(left: Span, right: Span) -> bool:
    between = left.doc[left.end : right.start]
    return len(between) == 1 and between[0].lower_ in _RANGE


def _ends(
    left: tuple[Span, Quantity], right: tuple[Span, Quantity], counted: FoundAmount
) -> list[FoundAmount | None]:
    """Both ends of a range, each with what is counted; the noun goes with the upper one."""
    ends: list[FoundAmount | None] = []
    for span, quantity in (left, right):
        last = max(span.end, counted.end) if span is right[0] else span.end
        unit, currency = quantity.unit or counted.unit, quantity.currency or counted.currency
        ends.append(FoundAmount(span.start, last, quantity.value, unit, currency, counted.head))
    return ends


class _Finder:
    """Tells what counts something from what merely has a number."""

    def __init__(self, rules: AmountRules, *, parsed: bool) -> None:
        self._rules = rules
        self._parsed = parsed

    def read(self, span: Span, quantity: Quantity) -> FoundAmount | None:
        head = _head(span)
        if quantity.unit or quantity.currency:
            return FoundAmount(
                span.start, span.end, quantity.value, quantity.unit, quantity.currency, head.i
            )
        if not self._parsed or head.ent_type_ or head.tag_ == "JJ" or self._is_label(span):
            return None
        noun = self._counted(head)
        if noun is None:
            return self._bare(span, quantity, head)
        if noun.lemma_.lower() in self._rules.not_counted:
            return None
        end = noun.i + 1 if 0 <= noun.i - span.end < _REACH else span.end
        return FoundAmount(span.start, end, quantity.value, noun.text, None, noun.i)

    def _counted(self, number: Token) -> Token | None:
        """The noun behind a number: "20 men", "two dozen men", "20 of the men"."""
        if (
            number.dep_.startswith(("nummod", "det", "amod", "compound"))
            and number.head.i > number.i
        ):
            return number.head
        # "One of the men" is somebody, not a number.
        for child in number.children if number.lower_ != "one" else ():
            if child.dep_.startswith("nmod") and child.i > number.i and child.pos_ != "PRON":
                return child
        return None

    def _bare(self, span: Span, quantity: Quantity, head: Token) -> FoundAmount | None:
        year = len(span.text) == len("1999") and quantity.value in _YEARS
        if head.dep_ not in _BARE or head.pos_ != "NUM" or year or quantity.value == 1:
            return None
        return FoundAmount(span.start, span.end, quantity.value, None, None, head.i)

    def _is_label(self, span: Span) -> bool:
        """Whether a number names something: "page 3", "Boeing 737", "aged 32"."""
        if not span.start:
            return False
        before = span.doc[span.start - 1]
        head = _head(span)
        left = head.dep_ not in _BARE and head.head.i < span.start and head.head != head
        labelled = before.lower_ in self._rules.labels or before.pos_ == "PROPN"
        return (left and labelled) or before.lower_ in {"aged", "age", "no.", "#"}


def _head(span: Span) -> Token:
    """The word through which an expression hangs on the rest of its sentence."""
    inside = range(span.start, span.end)
    return next(
        (token for token in span if token.head.i not in inside or token.head == token), span[0]
    )
