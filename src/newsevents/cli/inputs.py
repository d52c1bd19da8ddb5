"""From what was typed to articles, and what could not be read."""

from __future__ import annotations

import glob
import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from tqdm import tqdm

from newsevents.config import ExtractorConfig
from newsevents.errors import ConfigError, NewsEventsError
from newsevents.extractor import Extractor
from newsevents.models import Article, ExtractionFailure, ExtractionResult
from newsevents.parsers import parse

STDIN: Final = "-"
#: What is read of a folder.
SUFFIX: Final = ".txt"


def expand(paths: Iterable[str]) -> tuple[list[str], list[str]]:
    """Files behind files, folders and patterns, each once; and what holds none."""
    files: dict[str, None] = {}
    problems = []
    for path in paths:
        inside = _inside(path)
        if not inside:
            problems.append(
                f"{path}: no {SUFFIX} file in it; name files or a pattern like '{path}/*'"
            )
        files.update(dict.fromkeys(inside))
    return list(files), problems


def _inside(path: str) -> list[str]:
    if Path(path).is_dir():
        return sorted(str(file) for file in Path(path).rglob("*" + SUFFIX) if file.is_file())
    if path != STDIN and glob.has_magic(path) and not Path(path).exists():
        # `Path.glob` takes no pattern that starts at the root or with "..".
        matches = sorted(filter(os.path.isfile, glob.glob(path, recursive=True)))  # noqa: PTH207
        return matches or [path]  # Without a match it is a file that is missing.
    return [path]


class Batch:
    """The articles of one command: parsed, extracted, and counted where they failed."""

    def __init__(
        self,
        paths: Iterable[str],
        *,
        published_at: str | None,
        model_dir: Path | None = None,
        jobs: int = 1,
        progress: bool = False,
    ) -> None:
        """Find the files; no article is read yet.

        Raises:
            ConfigError: An option makes no sense.
        """
        self.paths, self._problems = expand(paths)
        self.failed = 0
        self._published_at = published_at
        self._extractor = Extractor(ExtractorConfig(model_dir=model_dir))
        self._jobs = jobs
        self._reading: deque[str] = deque()
        self._bar = tqdm(
            total=len(self.paths), unit=" articles", disable=not progress or len(self.paths) < 2
        )

    def results(self) -> Iterator[ExtractionResult]:
        """Results in the order of the files; failures are told on stderr."""
        outcomes = self._extractor.extract_many(
            self._articles(), n_process=self._jobs, on_error="keep"
        )
        with self._bar:
            for problem in self._problems:
                self._tell(problem)
            for outcome in outcomes:
                path = self._reading.popleft()
                if isinstance(outcome, ExtractionFailure):
                    self._fail(path, outcome.error)
                else:
                    self._bar.update()
                    yield outcome

    def _articles(self) -> Iterator[Article]:
        for path in self.paths:
            try:
                article = self._parse(path)
            except (NewsEventsError, OSError) as error:
                if isinstance(error, ConfigError):
                    raise
                self._fail(path, str(error))
            else:
                self._reading.append(path)
                yield article

    def _parse(self, path: str) -> Article:
        if path == STDIN:
            return parse(sys.stdin.buffer.read(), id="stdin", published_at=self._published_at)
        return parse(path, published_at=self._published_at)

    def _fail(self, path: str, reason: str) -> None:
        self._bar.update()
        # A reason that names the path itself need not be told it again.
        self._tell(reason if path in reason else f"{path}: {reason}")

    def _tell(self, problem: str) -> None:
        self.failed += 1
        tqdm.write(f"newsevents: {' '.join(problem.split())}", file=sys.stderr)
