"""The functions of the library that need no object of yours."""

from __future__ import annotations

from functools import cache

from spacy.language import Language

from newsevents.config import ExtractorConfig
from newsevents.extractor import Extractor
from newsevents.models import Article, ExtractionResult
from newsevents.pipeline.build import build_pipeline


def extract(article: Article | str) -> ExtractionResult:
    """Everything found in one article, with default options.

    The model is loaded with the first call and kept. For options, and for many
    articles, make an `Extractor`.

    Args:
        article: An article, as `parse` and `parse_text` give it, or a plain text.

    Raises:
        ConfigError: Neither an article nor a text was given.
        ExtractionError: Something in the article broke the extraction.
    """
    return _default_extractor().extract(article)


def load(config: ExtractorConfig | None = None) -> Language:
    """The spaCy pipeline behind the extractor, newly made.

    Its Docs hold what was found as span groups named in `newsevents.keys`;
    names and roles are resolved by an `Extractor` only.

    Args:
        config: Options; the embedded model with defaults if not given.

    Raises:
        ModelError: The model is missing or damaged.
    """
    return build_pipeline(config or ExtractorConfig())


@cache
def _default_extractor() -> Extractor:
    return Extractor()
