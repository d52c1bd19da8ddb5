"""The table of countries: complete, consistent, and right where names are shared."""

from __future__ import annotations

import pytest

from newsevents.rules.countries import (
    Geography,
    countries,
    country_code,
    geography,
    is_settlement_or_state,
    usual_name,
)


def test_examples_give_their_codes() -> None:
    """Every example of the file is known by the code it states."""
    wrong = [e.text for e in countries().examples if country_code(e.text) != e.code]
    assert not wrong


def test_counterexamples_give_none() -> None:
    """What names no single country has no code."""
    assert not [text for text in countries().counterexamples if country_code(text)]


def test_codes_are_unique() -> None:
    """Each country has one row."""
    codes = [country.code for country in countries().countries]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("South Korea", Geography("KR", "name")),
        ("SOUTH KOREA", Geography("KR", "name")),
        ("the United States", Geography("US", "name")),
        ("Côte d’Ivoire", Geography("CI", "name")),
        ("Danes", Geography("DK", "demonym")),
        ("Seoul", Geography("KR", "capital")),
        ("the Kremlin", Geography("RU", "seat")),
        ("Queensland", Geography("AU", "place")),
        ("Georgia", None),
        ("the", None),
        ("", None),
    ],
)
def test_geography(name: str, expected: Geography | None) -> None:
    """A name is read with or without article, whatever its apostrophe and case."""
    assert geography(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Texas", True), ("Wellington", True), ("Japan", True), ("Danube", False), ("Kremlin", False)],
)
def test_settlements_and_states(*, name: str, expected: bool) -> None:
    """Rivers and buildings are no settlements or states."""
    assert is_settlement_or_state(name) is expected


def test_usual_names_are_in_use() -> None:
    """A code leads back to the name a newspaper uses, and an unknown one nowhere."""
    assert usual_name("MM") == "Myanmar"
    assert usual_name("QQ") is None
