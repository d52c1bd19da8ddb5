"""User code that must type-check; checked by mypy, never run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import assert_type

import newsevents
from newsevents import (
    Actor,
    Article,
    Event,
    ExtractionFailure,
    ExtractionResult,
    Extractor,
    ExtractorConfig,
    NewsEventsError,
    Quote,
    TextSpan,
    TimeExpression,
)
from newsevents.export import actor_edges, actor_graph


def parse() -> None:
    """Articles come from paths, bytes and texts, with dates of three kinds."""
    assert_type(newsevents.parse("article.txt"), Article)
    newsevents.parse(Path("article.txt"), published_at=dt.date(2023, 7, 10))
    newsevents.parse(b"Text.", format="text", published_at=dt.datetime(2023, 7, 10, tzinfo=dt.UTC))
    newsevents.parse_text(
        "Text.",
        id="x",
        title="Title",
        published_at="2023-07-10",
        url="https://example.org",
        source="Agency",
    )


def extract(article: Article) -> str | None:
    """A result is typed all the way down."""
    result = newsevents.extract(article)
    assert_type(result, ExtractionResult)
    for quote in result.quotes:
        assert_type(quote, Quote)
        assert_type(quote.content, tuple[TextSpan, ...])
        speaker = result.speaker(quote)
        if speaker is not None:
            assert_type(speaker, Actor)
            return speaker.name
    for event in result.events:
        assert_type(event, Event)
        assert_type(result.time(event.time_id), TimeExpression | None)
        if event.factuality == "planned":
            return event.trigger.text
    who = result.main_event.who if result.main_event else None
    return who.text if who else None


def extract_texts() -> ExtractionResult:
    """A plain text will do."""
    return newsevents.extract("The minister resigned.")


def batch(articles: list[Article]) -> Iterator[str]:
    """Failures stand among the results and are told apart by their type."""
    extractor = Extractor(ExtractorConfig(threads=2))
    found = extractor.extract_many(
        articles, n_process=2, batch_size=8, progress=True, on_error="keep"
    )
    for item in found:
        if isinstance(item, ExtractionFailure):
            yield f"{item.article_id}: {item.error}"
        else:
            assert_type(item, ExtractionResult)
            yield item.article.id


def graphs(results: list[ExtractionResult]) -> Iterator[str]:
    """Edges are plain and typed, and nodes of graphs are strings."""
    for edge in actor_edges(results[0]):
        if edge.kind == "acts_on" and edge.factuality == "actual":
            yield edge.source
    yield from actor_graph(results, kinds=["speaks_of"], join_names=True)


def pipeline() -> list[str]:
    """The spaCy pipeline is a spaCy pipeline."""
    nlp = newsevents.load()
    extractor = Extractor(nlp=nlp)
    try:
        extractor.extract("The minister resigned.")
    except NewsEventsError as error:
        return [str(error)]
    return [token.lemma_ for token in nlp("The minister resigned.")]


def mistakes(article: Article, extractor: Extractor) -> None:
    """What mypy must not let pass: each ignore below is needed."""
    article.text = ""  # type: ignore[misc]
    extractor.extract_many([article], on_error="ignore")  # type: ignore[arg-type]
    newsevents.parse_text("Text.", "id")  # type: ignore[call-arg]
    newsevents.extract(article).quotations  # type: ignore[attr-defined]  # noqa: B018 - an error meant
