"""Results as JSON: the fields of the models under their own names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from pydantic import ValidationError

from newsevents.errors import ParseError
from newsevents.models import ExtractionResult


class JsonLinesExporter:
    """One result a line, in UTF-8: made for streams, `jq` and data frames."""

    def write(self, results: Iterable[ExtractionResult], stream: TextIO) -> None:
        """Write each result as one line."""
        stream.writelines(result.model_dump_json() + "\n" for result in results)


class JsonExporter:
    """Indented JSON for reading: an array, or the bare object of a single result."""

    def __init__(self, *, single: bool = False) -> None:
        """Choose the form.

        Args:
            single: Write the one result as an object, without an array around it.
        """
        self.single = single

    def write(self, results: Iterable[ExtractionResult], stream: TextIO) -> None:
        """Write all results as one JSON value."""
        if self.single:
            stream.writelines(result.model_dump_json(indent=2) + "\n" for result in results)
            return
        stream.write("[")
        stream.writelines(
            (",\n" if number else "\n") + result.model_dump_json(indent=2)
            for number, result in enumerate(results)
        )
        stream.write("\n]\n")


def read_jsonl(path: Path) -> Iterator[ExtractionResult]:
    """The results in a JSON Lines file, equal to those that were written.

    Raises:
        ParseError: A line is no result of this schema version; says which.
    """
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                yield ExtractionResult.model_validate_json(line)
            except ValidationError as error:
                raise ParseError(
                    f"{path}, line {number}, is no result of `newsevents extract`: {error}"
                ) from error
