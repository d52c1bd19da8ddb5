"""What holds of time expressions and amounts in any text."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from newsevents.amounts import default_amounts, parse_amount
from newsevents.rules.times import time_rules
from newsevents.timex import default_reader, interval

RULES = time_rules()
WORDS = [word for words in RULES.lexicon.values() for word in words]
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(
        st.one_of(
            st.sampled_from(WORDS),
            st.integers(0, 99_999).map(str),
            st.sampled_from(
                [",", "-", ".", "\n\n", "May", "march", "fall", "'s", "of the", "1990s"]
            ),
        ),
        max_size=25,
    ).map(" ".join),
)
DATES = st.none() | st.dates()


@given(TEXTS, DATES)
def test_any_text(text: str, published: dt.date | None):
    """Expressions are in order and do not overlap; their intervals are not empty."""
    end = 0
    for timex in default_reader().read(text, published=published):
        assert end <= timex.start < timex.end <= len(text)
        end = timex.end
        span = interval(timex.value)
        if span:
            assert span[0] < span[1]
        if timex.value and timex.kind in {"duration", "set"}:
            assert timex.value.startswith(("P", "X"))


@given(TEXTS)
def test_any_amount(text: str):
    """Amounts are in order, do not overlap, and are not negative."""
    end = 0
    for found in default_amounts().find(text):
        assert end <= found.start < found.end <= len(text)
        assert found.value >= 0
        end = found.end
    parse_amount(text)


@given(TEXTS)
def test_without_a_date_nothing_is_read_from_today(text: str):
    """Without publication a value follows from the text alone, whatever day it is."""
    first = default_reader().read(text)
    assert first == default_reader().read(text)
