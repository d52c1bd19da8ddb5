"""What every export format can do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TextIO

from newsevents.models import ExtractionResult


class Exporter(Protocol):
    """Writes results to a text stream, each as it comes."""

    def write(self, results: Iterable[ExtractionResult], stream: TextIO) -> None:
        """Write all results; a stream of many never stands in memory as a whole."""
