"""Values as intervals."""

from __future__ import annotations

import pytest

from newsevents.timex import interval


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2023-07-11", "2023-07-11", "2023-07-12"),
        ("2023-02", "2023-02-01", "2023-03-01"),
        ("2023", "2023-01-01", "2024-01-01"),
        ("197", "1970-01-01", "1980-01-01"),
        ("19", "1900-01-01", "2000-01-01"),
        ("2023-W27", "2023-07-03", "2023-07-10"),
        ("2023-W27-WE", "2023-07-08", "2023-07-10"),
        ("2023-W27-3", "2023-07-05", "2023-07-06"),
        ("2009-Q3", "2009-07-01", "2009-10-01"),
        ("2009-H2", "2009-07-01", "2010-01-01"),
        ("2023-04-11TEV", "2023-04-11T17:00:00", "2023-04-11T22:00:00"),
        ("2023-04-11TNI", "2023-04-11T20:00:00", "2023-04-12T05:00:00"),
        ("2023-04-11T10:35", "2023-04-11T10:35:00", "2023-04-11T10:36:00"),
        ("2023-04-11T10:35Z", "2023-04-11T10:35:00+00:00", "2023-04-11T10:36:00+00:00"),
        ("2023-04-11T24:00", "2023-04-12T00:00:00", "2023-04-12T00:01:00"),
    ],
)
def test_intervals(value: str, start: str, end: str):
    """A value covers the days, or the minutes, that it names."""
    found = interval(value)
    assert found is not None
    assert [moment.isoformat() for moment in found] == [start, end]


@pytest.mark.parametrize(
    "value",
    [
        None,
        "P1Y",
        "PXM",
        "PRESENT_REF",
        "XXXX-07-11",
        "XXXX-WXX-1",
        "2023-SU",
        "2023-02-30",
        "2023-W54",
        "9999",
        "",
    ],
)
def test_no_intervals(value: str | None):
    """Durations, sets, references, seasons and days that do not exist have none."""
    assert interval(value) is None
