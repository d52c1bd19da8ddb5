"""When an article was published, as its own text says."""

from __future__ import annotations

import datetime as dt

import pytest

from newsevents.parsers import parse_text

BODY = (
    "The bridge will be closed from 1 May 2024, the council said on Tuesday.\n"
    "It was opened on June 3, 1931, by the Duke of York, who came by train.\n"
    "Shops on the north bank fear for their trade and want a ferry."
)
DAY = dt.date(2023, 4, 11)


@pytest.mark.parametrize(
    "text",
    [
        f" date 2023-04-11 {BODY}",
        f"date: 2023-04-11T10:20:00Z {BODY}",
        f"2023-04-11 {BODY}",
        f"{BODY} (11 April 2023)",
        f"11 April 2023\n{BODY}",
        f"11 April 2023\n{BODY}\nRelated topics\nPublished\n17 July 2022",
        f"Tuesday, April 11, 2023\n\n{BODY}",
        f"{BODY}\n2023-04-11",
        f"{BODY}\n\nPublished: 11 April 2023",
        f"{BODY} date 2023-04-11",
        f"Published: 11 April 2023 | Updated: 12 April 2023\n{BODY}",
        f"Updated: 12 April 2023\nPublished: 11 April 2023\n{BODY}",
        f"LEEDS, April 11, 2023 (Reuters) - {BODY}",
        f"Bridge to close for a year\nBy Jane Doe\n25 minutes ago\nApr 11, 2023\n{BODY}",
        f"Posted at 10:20am on 11th April, 2023\n{BODY}",
        f"Last modified on Tue 11 Apr 2023 12.01 BST\n{BODY}",
        f"Issued on: 11/04/2023\nPublished 2023-04-11T10:20:00Z\n{BODY}",
    ],
)
def test_date_of_the_text(text: str):
    """Date lines, labelled or not, at the top or the end, and full datelines."""
    assert parse_text(text).published_at == DAY


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"LEEDS, April 11 (Reuters) - {BODY}",
        f"11/04/2023\n{BODY}",
        f"Published 3 hours ago\n{BODY}",
        f"Published: 11 April 2023\nPublished: 12 April 2023\n{BODY}",
        f"31 April 2023\n{BODY}",
        f"On 11 April 2023 the rain came.\n{BODY}",
    ],
)
def test_no_date(text: str):
    """Dates of events, half dates, ambiguous and contradictory dates date no article."""
    assert parse_text(text).published_at is None


def test_date_of_the_caller_wins():
    """What the caller knows is believed before what the text says."""
    article = parse_text(f"date 2023-04-11 {BODY}", published_at="2020-01-01")
    assert article.published_at == dt.date(2020, 1, 1)
    assert article.paragraphs[0].role == "header"


def test_source_of_the_date_is_told():
    """The metadata name the rule that found the date."""
    article = parse_text(f"date 2023-04-11 {BODY}")
    assert article.metadata["published_from"] == "en.layout.date.published_prefix"
