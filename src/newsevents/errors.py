"""What can go wrong, as one tree.

    NewsEventsError
    ├── ParseError         a source could not be read as an article
    ├── ConfigError        an option has a value that makes no sense
    ├── ModelError         the embedded model is missing, damaged or of another version
    ├── PipelineError      the spaCy pipeline cannot do what was asked of it
    ├── RuleError          a rule file breaks its own schema
    ├── DependencyError    an optional package is needed and not installed
    └── ExtractionError    one article could not be extracted

Every error says what was wrong, where, and what to do. The message is the only
argument, so an exception survives pickling between worker processes.
"""

from __future__ import annotations

from pathlib import Path
from typing import Self


class NewsEventsError(Exception):
    """Base of every error that newsevents raises on purpose."""


class ParseError(NewsEventsError):
    """A source could not be read as an article."""


class ConfigError(NewsEventsError):
    """An option has a value that makes no sense."""


class ModelError(NewsEventsError):
    """The embedded model is missing, damaged or of another version."""

    @classmethod
    def missing(cls, path: Path) -> Self:
        """A model file is not where the package keeps it."""
        return cls(
            f"the model file {path} is missing. Reinstall newsevents "
            "(pip install --force-reinstall newsevents), or give the folder of a "
            "model that you trained as ExtractorConfig(model_dir=...)."
        )

    @classmethod
    def damaged(cls, path: Path, reason: str) -> Self:
        """A model file is there but not what was shipped."""
        return cls(
            f"the model file {path} is damaged: {reason}. Reinstall newsevents "
            "(pip install --force-reinstall newsevents), or copy the model again."
        )

    @classmethod
    def other_format(cls, path: Path, found: int, expected: int) -> Self:
        """A model folder was made by another version of newsevents."""
        return cls(
            f"the model of {path} has format {found}, but this version of newsevents "
            f"reads format {expected}. Install the version it was made with, or export "
            "the model anew."
        )


class PipelineError(NewsEventsError):
    """The spaCy pipeline cannot do what was asked of it."""

    @classmethod
    def missing_annotation(cls, component: str, annotation: str) -> Self:
        """A component got a Doc without something it builds on."""
        return cls(
            f"{component!r} needs {annotation}, which this Doc does not have. "
            f"Add a component that sets it before {component!r}, or build the "
            "pipeline with newsevents.load(); nlp.analyze_pipes() shows the order."
        )


class RuleError(NewsEventsError):
    """A rule file breaks its own schema."""


class DependencyError(NewsEventsError):
    """An optional package is needed and not installed."""

    @classmethod
    def missing(cls, package: str, *, extra: str) -> Self:
        """What was asked for needs a package that only an extra brings."""
        return cls(
            f"the package {package} is needed for this and not installed. Install it with "
            f"newsevents: pip install 'newsevents[{extra}]'."
        )


class ExtractionError(NewsEventsError):
    """One article could not be extracted."""
