"""Who did what to whom, when and where, and who said so: typed results from news articles.

    import newsevents

    article = newsevents.parse("article.txt", published_at="2023-07-10")
    result = newsevents.extract(article)
    for quote in result.quotes:
        print(result.speaker(quote), quote.kind, quote.text)

Data flow one way: a source is parsed to an `Article`, the embedded model and the
components annotate it, the resolvers turn mentions into actors, quotes, events
and times, and all of it comes back as one `ExtractionResult`, whose every span is
in the text: ``article.text[span.start:span.end] == span.text``.

Names are imported when they are first used, so ``import newsevents`` alone loads
neither spaCy nor the model.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from newsevents.api import extract, load
    from newsevents.config import ExtractorConfig
    from newsevents.errors import (
        ConfigError,
        DependencyError,
        ExtractionError,
        ModelError,
        NewsEventsError,
        ParseError,
        PipelineError,
        RuleError,
    )
    from newsevents.extractor import Extractor
    from newsevents.models import (
        Actor,
        Amount,
        Article,
        Edge,
        Event,
        ExtractionFailure,
        ExtractionResult,
        MainEvent,
        Mention,
        Paragraph,
        Participant,
        Provenance,
        Quote,
        Role,
        TextSpan,
        TimeExpression,
    )
    from newsevents.parsers import parse, parse_text

__all__ = [
    "Actor",
    "Amount",
    "Article",
    "ConfigError",
    "DependencyError",
    "Edge",
    "Event",
    "ExtractionError",
    "ExtractionFailure",
    "ExtractionResult",
    "Extractor",
    "ExtractorConfig",
    "MainEvent",
    "Mention",
    "ModelError",
    "NewsEventsError",
    "Paragraph",
    "ParseError",
    "Participant",
    "PipelineError",
    "Provenance",
    "Quote",
    "Role",
    "RuleError",
    "TextSpan",
    "TimeExpression",
    "__version__",
    "extract",
    "load",
    "parse",
    "parse_text",
]

#: Where what is no model stands.
_HOMES: Final = {
    "Extractor": "newsevents.extractor",
    "ExtractorConfig": "newsevents.config",
    "extract": "newsevents.api",
    "load": "newsevents.api",
    "parse": "newsevents.parsers",
    "parse_text": "newsevents.parsers",
}

__version__: str


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("newsevents")
    if name not in __all__:
        raise AttributeError(f"module 'newsevents' has no attribute {name!r}")
    home = "newsevents.errors" if name.endswith("Error") else "newsevents.models"
    value = getattr(import_module(_HOMES.get(name, home)), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
