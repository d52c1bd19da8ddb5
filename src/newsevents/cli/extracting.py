"""`newsevents extract`: articles in, data out."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TextIO

from newsevents.cli.inputs import Batch
from newsevents.cli.tables import result_tables
from newsevents.cli.terminal import make_console
from newsevents.errors import ConfigError
from newsevents.export import (
    Exporter,
    JsonExporter,
    JsonLinesExporter,
    write_file,
    write_tables,
)
from newsevents.models import ExtractionResult


def run(
    paths: Iterable[str],
    *,
    published_at: str | None,
    output_format: str,
    output: Path | None,
    jobs: int,
    model_dir: Path | None,
) -> int:
    """Extract and write; gives the number of articles that failed.

    Raises:
        NewsEventsError: Nothing could be done.
    """
    batch = Batch(
        paths,
        published_at=published_at,
        model_dir=model_dir,
        jobs=jobs,
        # Results that appear on the screen show the progress themselves.
        progress=output is not None or not sys.stdout.isatty(),
    )
    results = batch.results()
    first = next(results, None)
    if first is None:
        return batch.failed  # and the old output, if there is one, stays
    results = chain([first], results)
    if output_format == "table":
        _write_tables(results, output)
    else:
        single = len(batch.paths) == 1
        _write(
            results,
            output,
            JsonExporter(single=single) if output_format == "json" else JsonLinesExporter(),
        )
    return batch.failed


def _write(results: Iterator[ExtractionResult], output: Path | None, exporter: Exporter) -> None:
    if output is None:
        exporter.write(results, _utf8_stdout())
        return
    try:
        write_file(results, output, exporter)
    except OSError as error:
        raise _unwritable(output, error) from error


def _write_tables(results: Iterator[ExtractionResult], output: Path | None) -> None:
    if output is None:
        console = make_console()
        for result in results:
            console.print(*result_tables(result), sep="\n")
        return
    try:
        write_tables(results, output)
    except OSError as error:
        raise _unwritable(output, error) from error


def _unwritable(output: Path, error: OSError) -> ConfigError:
    return ConfigError(
        f"{output}: cannot be written ({error.strerror}). Give -o a place that exists "
        "and that you may write to."
    )


def _utf8_stdout() -> TextIO:
    """Standard output for data: UTF-8 whatever the terminal's encoding is."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    return sys.stdout
