"""Time expressions read in context."""

from __future__ import annotations

import datetime as dt

import pytest

from newsevents.errors import RuleError
from newsevents.rules.times import Tense, time_rules
from newsevents.timex import TimeReader, default_reader

TUESDAY = dt.date(2023, 4, 11)


def read(
    text: str, published: dt.date | None = TUESDAY, tense: Tense | None = None
) -> dict[str, str | None]:
    """Expressions as printed with their values."""
    tense_at = (lambda _start, _end: tense) if tense else None
    found = default_reader().read(text, published=published, tense_at=tense_at)
    return {text[timex.start : timex.end]: timex.value for timex in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He arrived on Tuesday.", {"Tuesday": "2023-04-11"}),
        ("He will arrive on Tuesday.", {"Tuesday": "2023-04-11"}),
        ("He arrived on Wednesday.", {"Wednesday": "2023-04-05"}),
        ("He will arrive on Wednesday.", {"Wednesday": "2023-04-12"}),
        ("It is scheduled for Friday.", {"Friday": "2023-04-14"}),
        ("On Friday he will leave.", {"Friday": "2023-04-14"}),
        ("Rain since Monday is due to last until Friday.", {"Monday": "2023-04-10", "Friday": "2023-04-14"}),
        ("Prices rose in March and fell in early April.", {"March": "2023-03", "early April": "2023-04"}),
        ("He won the race in nineteen ninety-six.", {"nineteen ninety-six": "1996"}),
        ("It starts at 7:30pm BST on Sunday.", {"7:30pm BST on Sunday": "2023-04-09T19:30"}),
        ("The '20s were roaring, the '90s were not.", {"The '20s": "202", "the '90s": "199"}),
        ("On Christmas Eve 2019 he fled.", {"Christmas Eve 2019": "2019-12-24"}),
        ("The deal dates from 30 February 2020.", {"30 February 2020": None}),
    ],
)  # fmt: skip
def test_values(text: str, expected: dict[str, str | None]):
    """Without a parse the words before an expression tell the tense."""
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "May I sit down? They march on, and prices fall as fast as they can spring back.",
        "The 32-year-old won 2-1 and the second, a two-year-old, lost.",
        "Boeing 2000 sold 1999 units at $2010 each.",
        "One second. The present is a current affair.",
    ],
)
def test_look_alikes(text: str):
    """Verbs, ages, scores, prices and counts that look like times are none."""
    found = read(text)
    assert not any(value and value[0].isdigit() for value in found.values()), found


@pytest.mark.parametrize(
    "text",
    ["on Tuesday", "last month", "this year", "tomorrow", "two days ago", "at the weekend", "tonight", "at 5 p.m.",
     "last summer", "two days later", "the previous year", "on Christmas Day", "in the '20s"],
)  # fmt: skip
def test_nothing_is_relative_to_today(text: str):
    """Without a day of publication no relative expression has a value."""
    found = read(f"It happened {text}.", published=None)
    assert list(found.values()) == [None]


def test_narrative():
    """What follows a date is counted from it, not from publication."""
    text = "The flood came on May 3, 2011. Two days later help came; the following week it left."
    assert read(text) == {
        "May 3, 2011": "2011-05-03",
        "Two days later": "2011-05-05",
        "the following week": "2011-W19",
    }


def test_history():
    """In a story of years gone by a month is of the year told last."""
    text = "It began in 1939 and 1940. In 1941 all was well until, in 1942, war came. In June they fled."
    assert read(text)["June"] == "1942-06"


def test_parts_of_speech():
    """A known part of speech settles what a doubtful word is."""
    reader = default_reader()
    text = "May rose. May sang."
    found = reader.read(text, published=TUESDAY, pos_at=lambda at: "PROPN" if at == 0 else "VERB")
    assert [(timex.start, timex.end) for timex in found] == [(0, 3)]


def test_paragraphs_part_expressions():
    """An expression does not run over the gap between paragraphs."""
    assert list(read("It fell in July\n\n11 people died.")) == ["July"]


@pytest.mark.parametrize(
    "text", ["9" * 400 + " days ago", "two " * 5_000 + "days", "million " * 400 + "years"]
)
def test_endless_numbers(text: str):
    """Numbers that nobody writes cost little and break nothing."""
    assert len(default_reader().read(text, published=TUESDAY)) <= 1


def test_bad_rule():
    """A rule with an unknown reading, class or bracket is refused."""
    rules = time_rules()
    rule = rules.rules[0]
    for change in (
        {"value": "guess"},
        {"pattern": "nonsense"},
        {"pattern": "(iso"},
        {"pattern": "iso ?"},
    ):
        broken = rules.model_copy(update={"rules": (rule.model_copy(update=change),)})
        with pytest.raises(RuleError):
            TimeReader(broken)
