"""What every parser takes and gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from newsevents.models import Article


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller knows about a source; it wins over what the source says."""

    id: str | None = None
    title: str | None = None
    published_at: dt.datetime | dt.date | None = None
    url: str | None = None
    source: str | None = None
    #: What to call the source in errors.
    name: str = "the text"
    #: Id where neither the caller nor the source gives one: the stem of a file's name.
    fallback_id: str | None = None


class Parser(Protocol):
    """Reads one format. Parsers have no state, and import what they need when they run."""

    #: Name of the format, as callers give it.
    format: str
    #: File name endings that tell the format, with their dot, in lower case.
    suffixes: frozenset[str]

    def articles(self, content: bytes, given: Given) -> Iterable[Article]:
        """The articles in a source: one in a page, any number in a feed or an archive.

        Raises:
            ParseError: The content is not what the format says.
        """
        ...
