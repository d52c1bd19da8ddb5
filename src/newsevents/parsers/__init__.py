"""From sources to articles: what was printed, paragraph by paragraph, and when.

    path or bytes → parse() → decode → Article
    text          → parse_text()     → Article

One `Parser` reads one format; `parse` chooses it. Text is never changed beyond
decoding and newlines, so offsets always point into what the source gave.
"""

from newsevents.parsers.base import Given, Parser
from newsevents.parsers.reading import parse, parse_text
from newsevents.parsers.registry import formats

__all__ = ["Given", "Parser", "formats", "parse", "parse_text"]
