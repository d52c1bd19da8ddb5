"""Verb forms: which lemma a form belongs to, for looking words up in a lexicon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import Final, Literal

from pydantic import Field

from newsevents.rules.base import RuleModel, load_rules

_VOWELS: Final = frozenset("aeiou")


class VerbForms(RuleModel):
    """The file `verbs.yaml`."""

    schema_version: Literal[1] = Field(description="Of the file format.")
    irregular: dict[str, tuple[str, ...]] = Field(description="Lemma: its past forms.")


def verb_forms(lemmas: Iterable[str]) -> dict[str, str]:
    """Every form of these verbs with its lemma.

    Irregular forms come first: "found" is a form of "find" more often than of
    "found".
    """
    known, irregular = list(dict.fromkeys(lemmas)), _irregular()
    found = {form: lemma for lemma in known for form in irregular.get(lemma, ())}
    for lemma in known:
        for form in (lemma, *_regular(lemma, past=lemma not in irregular)):
            found.setdefault(form, lemma)
    return found


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    return load_rules("verbs.yaml", VerbForms).irregular


def _regular(lemma: str, *, past: bool) -> Iterator[str]:
    """Regular forms: "stops, stopping, stopped"; past ones also of a few irregular verbs."""
    stem = _stem(lemma)
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        yield lemma[:-1] + "ies"
        yield lemma + "ing"
        stem = lemma[:-1] + "i"
    else:
        yield lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
        yield lemma[:-2] + "ying" if lemma.endswith("ie") else stem + "ing"
    if past:
        yield lemma + "d" if lemma.endswith("e") else stem + "ed"


def _stem(lemma: str) -> str:
    """What "-ed" and "-ing" are added to: "hik-", "stopp-"."""
    if lemma.endswith("e") and not lemma.endswith(("ee", "ye", "oe")):
        return lemma[:-1]
    end = lemma[-3:]
    doubled = (
        len(end) == 3
        and end[0] not in _VOWELS
        and end[1] in _VOWELS
        and end[2] not in _VOWELS | set("wxy")
        and _is_stressed_last(lemma)
    )
    return lemma + lemma[-1] if doubled else lemma


def _is_stressed_last(lemma: str) -> bool:
    """Short verbs, and a few longer ones that end in a stressed syllable."""
    groups = sum(a in _VOWELS and b not in _VOWELS for a, b in pairwise(lemma))
    return groups == 1 or lemma.endswith(("mit", "fer", "pel", "cur", "bel", "nap", "cel", "vel"))
