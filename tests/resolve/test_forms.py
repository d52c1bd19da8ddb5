"""Forms of one name: what is cut, spelt by initials, or left out."""

from __future__ import annotations

import pytest

from newsevents.models.mentions import EntityLabel
from newsevents.resolve.forms import (
    acronyms,
    adds_business,
    given_in_brackets,
    is_acronym,
    same_person,
    shortens,
    words_of,
)


@pytest.mark.parametrize(
    ("text", "label", "words"),
    [
        ("the Hill Farm Corp.", "ORG", ("hill", "farm")),
        ("Ada Bell Jr.", "PERSON", ("ada", "bell")),
        ("Acme’s", "ORG", ("acme",)),
        ("Ltd", "ORG", ("ltd",)),
        ("U.N.", "ORG", ("un",)),
    ],
)
def test_words(text: str, label: EntityLabel, words: tuple[str, ...]) -> None:
    """Names are compared without case, stops, articles and forms of companies."""
    assert words_of(text, label) == words


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("NHO", "Northern Health Office", True),
        ("N.H.O.", "Northern Health Office", True),
        ("UH", "University of Hull", True),
        ("UOH", "University of Hull", True),
        ("HF", "Hill Farm Corporation", True),
        ("nho", "Northern Health Office", False),
        ("NHA", "Northern Health Office", False),
        ("N", "Northern", False),
    ],
)
def test_acronyms(short: str, full: str, *, expected: bool) -> None:
    """Initials stand for a name, with or without small words and the form of a company."""
    assert is_acronym(short, full) is expected


def test_one_word_has_no_acronym() -> None:
    """An acronym needs two words."""
    assert acronyms("Northern") == set()


@pytest.mark.parametrize(
    ("short", "expected"), [("MSF", True), ("Who", True), ("12", False), ("LONGNAME", False)]
)
def test_brackets_give_an_acronym(short: str, *, expected: bool) -> None:
    """What stands in brackets after a name need not be its English initials."""
    assert given_in_brackets(short, "World Health Office") is expected


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("northrop", "northrop grumman", True),
        ("air force", "us air force", True),
        ("senate", "us senate", True),
        ("rovers", "hill rovers", True),
        ("bank", "bank of ruritania", True),
        ("national", "national bank", False),
        ("farm", "hill farm union", False),
        ("tern", "tern 400", False),
        ("hill farm", "hill farm", False),
    ],
)
def test_shortens(short: str, full: str, *, expected: bool) -> None:
    """First or last words stand for a name where they say enough; a number is another model."""
    assert shortens(tuple(short.split()), tuple(full.split())) is expected


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("nordic", "nordic airways", True),
        ("bell", "bell motor company", True),
        ("bell", "bell foundation", False),
        ("nordic", "bell airways", False),
    ],
)
def test_adds_business(short: str, full: str, *, expected: bool) -> None:
    """A firm's short name leaves out what it does; a foundation is not the firm."""
    assert adds_business(tuple(short.split()), tuple(full.split())) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("ada bell", "ada m bell", True),
        ("a bell", "ada bell", True),
        ("ada bell", "ben bell", False),
        ("ada bell", "ada low", False),
    ],
)
def test_same_person(one: str, other: str, *, expected: bool) -> None:
    """First names may be cut, never exchanged."""
    assert same_person(tuple(one.split()), tuple(other.split())) is expected
