"""Time expressions of plain text: spans, TIMEX3 values and intervals.

Pure functions over strings and dates; what grammar knows (parts of speech,
tense) is passed in by whoever has a parse.
"""

from newsevents.timex.intervals import Interval, interval
from newsevents.timex.reader import TimeReader, Timex, default_reader

__all__ = ["Interval", "TimeReader", "Timex", "default_reader", "interval"]
