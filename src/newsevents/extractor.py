"""The whole way from an article to its result."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Sequence, Sized
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from itertools import islice
from typing import Any, Final, Literal, TypeAlias, get_args

from spacy.language import Language
from spacy.tokens import Doc
from tqdm import tqdm

from newsevents.config import ExtractorConfig
from newsevents.errors import ConfigError, ExtractionError, NewsEventsError
from newsevents.models import Article, ExtractionFailure, ExtractionResult, Provenance
from newsevents.parsers import parse_text
from newsevents.pipeline.build import add_components, build_pipeline, describe_model
from newsevents.pipeline.collect import collect
from newsevents.pipeline.prepare import make_doc
from newsevents.resolve import resolve
from newsevents.rules.base import rules_digest
from newsevents.workers import WorkerPool

OnError: TypeAlias = Literal["raise", "keep", "skip"]
_MODEL_OPTIONS: Final = frozenset({"model_dir", "threads"})


@dataclass(frozen=True, slots=True)
class _Failed:
    """What became of an article that has no result."""

    failure: ExtractionFailure
    error: NewsEventsError


_Outcome: TypeAlias = "ExtractionResult | _Failed"


class Extractor:
    """Extracts who did what, who said what, who is who and when from articles.

    The pipeline is loaded with the first article and kept. An extractor has no
    other state: the same article gives the same result, alone or in a batch.
    """

    def __init__(
        self, config: ExtractorConfig | None = None, *, nlp: Language | None = None
    ) -> None:
        """Set up an extractor.

        Args:
            config: Options; the embedded model with defaults if not given.
            nlp: A pipeline of your own in place of the embedded model, one that
                sets tags, a dependency parse and entities. The newsevents
                components that it lacks are added to its end.

        Raises:
            ConfigError: An argument is of the wrong kind, or contradicts another.
        """
        if config is not None and not isinstance(config, ExtractorConfig):
            raise ConfigError(
                f"config is a {type(config).__name__}; give ExtractorConfig(...) or nothing."
            )
        self.config = config or ExtractorConfig()
        idle = _MODEL_OPTIONS & self.config.changed().keys()
        if nlp is not None and idle:
            raise ConfigError(
                f"with nlp= the options {', '.join(sorted(idle))} have no effect: they are "
                "about the embedded model. Leave them out, or nlp=."
            )
        self._custom = nlp

    @cached_property
    def nlp(self) -> Language:
        """The spaCy pipeline, loaded when first asked for.

        Raises:
            ModelError: The model is missing or damaged.
        """
        if self._custom is not None:
            return add_components(self._custom, self.config)
        return build_pipeline(self.config)

    @cached_property
    def provenance(self) -> Provenance:
        """What makes the results of this extractor."""
        model, digest = describe_model(self.nlp)
        return Provenance(
            library=version("newsevents"),
            model=model,
            model_digest=digest,
            rules_digest=rules_digest(),
            config=self.config.changed(),
        )

    def extract(self, article: Article | str) -> ExtractionResult:
        """Everything found in one article.

        Args:
            article: An article, or a plain text to be parsed as one.

        Raises:
            ConfigError: Neither an article nor a text was given.
            ModelError: The model is missing or damaged.
            ExtractionError: Something in the article broke the extraction.
        """
        outcome = self._outcome(_as_article(article))
        if isinstance(outcome, _Failed):
            raise outcome.error
        return outcome

    def extract_many(
        self,
        articles: Iterable[Article | str],
        *,
        n_process: int = 1,
        batch_size: int = 16,
        progress: bool = False,
        on_error: OnError = "raise",
    ) -> Iterator[ExtractionResult | ExtractionFailure]:
        """Results in the order of the articles, made as they are asked for.

        Neither ``n_process`` nor ``batch_size`` changes a result. With more than one
        process, a script must start its work under ``if __name__ == "__main__":``.

        Args:
            articles: Articles or plain texts; may be endless.
            n_process: Worker processes, each with a pipeline of its own.
            batch_size: Articles that pass through the pipeline together.
            progress: Show a progress bar on stderr.
            on_error: What to do about an article that cannot be extracted: raise,
                keep an `ExtractionFailure` in its place, or skip it.

        Raises:
            ConfigError: An option makes no sense.
            ModelError: The model is missing or damaged.
            ExtractionError: With ``on_error="raise"``, at the first bad article.
        """
        _check_options(articles, n_process=n_process, batch_size=batch_size, on_error=on_error)
        batches = _batches(map(_as_article, articles), batch_size)
        outcomes: Iterator[_Outcome]
        if n_process == 1:
            outcomes = (outcome for batch in batches for outcome in self._work(batch))
        else:
            outcomes = self._in_processes(batches, n_process)
        total = len(articles) if isinstance(articles, Sized) else None
        return _deliver(outcomes, on_error, total=total, progress=progress)

    def _outcome(self, article: Article, doc: Doc | None = None) -> _Outcome:
        nlp = self.nlp  # A missing model is no fault of the article.
        stage = "annotate"
        try:
            if doc is None:
                doc = nlp(make_doc(nlp, article))
            stage = "resolve"
            return self._resolve(article, doc)
        except Exception as error:  # noqa: BLE001 - whatever it is, it costs one article
            return _failed(article.id, stage, error)

    def _resolve(self, article: Article, doc: Doc) -> ExtractionResult:
        return resolve(article, collect(doc), self.provenance)

    def _work(self, articles: Sequence[Article]) -> list[_Outcome]:
        """One outcome an article; all pass through the pipeline together."""
        docs = self._annotate(articles)
        return [self._outcome(article, next(docs, None)) for article in articles]

    def _annotate(self, articles: Sequence[Article]) -> Iterator[Doc]:
        """All articles as Docs, or none, so that each gets its own attempt."""
        nlp = self.nlp
        try:
            made = [make_doc(nlp, article) for article in articles]
            docs = list(nlp.pipe(made, batch_size=len(made) or 1))
        except Exception:  # noqa: BLE001 - found again, with its article, in `_outcome`
            return iter(())
        # A pipeline whose error handler drops bad Docs returns fewer than it got.
        return iter(docs if len(docs) == len(articles) else ())

    def _in_processes(self, batches: Iterable[list[Article]], processes: int) -> Iterator[_Outcome]:
        pool = WorkerPool(
            _work_in_process,
            _lost,
            processes=processes,
            start=_start_process,
            start_with=(_pickled(self),),
        )
        return pool.map(batches)

    def __getstate__(self) -> dict[str, Any]:
        return {"config": self.config, "_custom": self._custom}


def _as_article(item: Article | str) -> Article:
    if isinstance(item, Article):
        return item
    if isinstance(item, str):
        return parse_text(item)
    raise ConfigError(
        f"an Article or a text is needed, not {type(item).__name__}; "
        "newsevents.parse() makes articles of files and bytes."
    )


def _batches(articles: Iterator[Article], size: int) -> Iterator[list[Article]]:
    while batch := list(islice(articles, size)):
        yield batch


def _deliver(
    outcomes: Iterator[_Outcome], on_error: OnError, *, total: int | None, progress: bool
) -> Iterator[ExtractionResult | ExtractionFailure]:
    for outcome in tqdm(outcomes, total=total, unit=" articles", disable=not progress):
        if isinstance(outcome, ExtractionResult):
            yield outcome
        elif on_error == "raise":
            raise outcome.error
        elif on_error == "keep":
            yield outcome.failure


def _failed(article_id: str, stage: str, error: Exception) -> _Failed:
    text = f"{type(error).__name__}: {error}"
    failure = ExtractionFailure(article_id=article_id, stage=stage, error=text)
    if isinstance(error, NewsEventsError):
        return _Failed(failure, error)
    wrapped = ExtractionError(
        f"article {article_id!r} could not be extracted ({stage}): {text}. "
        'extract_many(on_error="keep") goes on without it.'
    )
    wrapped.__cause__ = error
    return _Failed(failure, wrapped)


def _check_options(
    articles: object, *, n_process: object, batch_size: object, on_error: object
) -> None:
    if isinstance(articles, str | bytes | Article) or not isinstance(articles, Iterable):
        raise ConfigError(
            f"extract_many takes several articles, not {type(articles).__name__}; "
            "extract() takes one."
        )
    for name, value in (("n_process", n_process), ("batch_size", batch_size)):
        if not isinstance(value, int) or value < 1:
            raise ConfigError(f"{name} = {value!r} is no number of at least 1.")
    if on_error not in get_args(OnError):
        raise ConfigError(
            f"on_error = {on_error!r} is none of {', '.join(map(repr, get_args(OnError)))}."
        )


_process_extractor: Extractor


def _start_process(pickled: bytes) -> None:
    global _process_extractor  # noqa: PLW0603 - a worker process has no other place for it
    _process_extractor = pickle.loads(pickled)  # noqa: S301 - made by `_pickled`


def _work_in_process(articles: list[Article]) -> list[_Outcome]:
    return _process_extractor._work(articles)  # noqa: SLF001 - this module's own


def _lost(article: Article) -> _Outcome:
    error = ExtractionError(
        f"article {article.id!r} killed its worker process: out of memory, or a crash in "
        "native code. Leave it out, or cut it into parts."
    )
    return _failed(article.id, "annotate", error)


def _pickled(extractor: Extractor) -> bytes:
    try:
        return pickle.dumps(extractor)
    except Exception as error:
        raise ConfigError(
            f"this pipeline cannot be sent to worker processes ({error}); use n_process=1."
        ) from error
