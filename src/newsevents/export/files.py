"""Files that are written wholly or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from newsevents.export.base import Exporter
from newsevents.models import ExtractionResult


def write_file(results: Iterable[ExtractionResult], path: Path, exporter: Exporter) -> None:
    """Write results to a file, which is replaced once all of them are written.

    Args:
        results: Results, made while they are written if they come from a generator.
        path: The file; its folder must exist.
        exporter: The format.

    Raises:
        OSError: The file cannot be written.
    """
    with whole_file(path) as stream:
        exporter.write(results, stream)


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """A stream whose text appears under ``path`` when all of it was written.

    What is no plain file ("/dev/stdout", a pipe) is written to as it is.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        return
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with draft.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
