"""From articles to results: one, many, in order, and what failures cost."""

from __future__ import annotations

import itertools
import pickle

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import newsevents.extractor
from newsevents import (
    Article,
    ConfigError,
    ExtractionError,
    ExtractionFailure,
    ExtractionResult,
    Extractor,
    ExtractorConfig,
)
from tests.results import PROVENANCE


def breaking(doc: Doc) -> Doc:
    """A component that cannot bear the word "poison"."""
    if "poison" in doc.text:
        raise ValueError("cannot read poison")
    return doc


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Extractor:
    """An extractor whose pipeline finds nothing and breaks on "poison"."""
    Language.component("test_breaking", func=breaking)
    nlp = spacy.blank("en")
    nlp.add_pipe("test_breaking")
    monkeypatch.setattr(newsevents.extractor, "add_components", lambda nlp, _: nlp)
    monkeypatch.setattr(newsevents.extractor, "collect", lambda doc: doc.text)
    monkeypatch.setattr(newsevents.extractor, "resolve", resolve)
    return Extractor(nlp=nlp)


def resolve(article: Article, mentions: str, provenance: object) -> ExtractionResult:
    """Stands for the resolvers; each article must meet its own mentions."""
    assert provenance is not None
    assert mentions == article.text
    if "riddle" in article.text:
        raise KeyError("riddle")
    return ExtractionResult(article=article, provenance=PROVENANCE)


def articles(*texts: str) -> list[Article]:
    """Articles with these texts, numbered from 0."""
    return [Article(id=str(number), text=text) for number, text in enumerate(texts)]


def ids(results: object) -> list[str]:
    """Article ids, those of failures with an exclamation mark."""
    return [
        f"{item.article_id}!" if isinstance(item, ExtractionFailure) else item.article.id
        for item in results
    ]


def test_one_article(fake):
    """An article gives its result."""
    (article,) = articles("The minister resigned.")
    assert fake.extract(article).article == article


@pytest.mark.parametrize(("text", "stage"), [("poison", "annotate"), ("riddle", "resolve")])
def test_what_breaks_names_the_article_and_the_stage(fake, text, stage):
    """The error of one article says which, where in the flow, and why."""
    with pytest.raises(ExtractionError, match=rf"article '0'.*{stage}.*{text}") as caught:
        fake.extract(*articles(text))
    assert isinstance(caught.value.__cause__, ValueError | KeyError)


@pytest.mark.parametrize("batch_size", [1, 2, 3, 100])
@pytest.mark.parametrize(
    ("on_error", "expected"),
    [("keep", ["0", "1!", "2", "3", "4!"]), ("skip", ["0", "2", "3"])],
)
def test_a_bad_article_costs_itself(fake, batch_size, on_error, expected):
    """Order is kept and the others go on, whatever they share a batch with."""
    many = articles("One.", "poison", "Two.", "", "riddle")
    found = fake.extract_many(many, batch_size=batch_size, on_error=on_error)
    assert ids(found) == expected


def test_failures_say_what_happened(fake):
    """A failure names article, stage and error."""
    (failure,) = fake.extract_many(articles("poison"), on_error="keep")
    assert failure == ExtractionFailure(
        article_id="0", stage="annotate", error="ValueError: cannot read poison"
    )


def test_raising_stops_at_the_bad_article(fake):
    """With `raise`, results before the bad article are delivered first."""
    found = fake.extract_many(articles("One.", "poison", "Two."), batch_size=3)
    assert ids([next(found)]) == ["0"]
    with pytest.raises(ExtractionError, match="article '1'"):
        next(found)


def test_texts_are_articles(fake):
    """A plain text will do in place of an article, also one with half a surrogate pair."""
    result, other = fake.extract_many(["Half a pair: \ud83d", ""])
    assert result.article.text == "Half a pair: \ufffd"
    assert other.article.text == ""


def test_articles_may_be_endless(fake):
    """Articles are read as results are asked for."""
    endless = (Article(id=str(number), text="Rain.") for number in itertools.count())
    found = fake.extract_many(endless, batch_size=4)
    assert ids(itertools.islice(found, 5)) == ["0", "1", "2", "3", "4"]


def test_a_pipeline_that_drops_docs_is_noticed(fake):
    """An error handler that swallows Docs does not shift results to other articles."""
    fake.nlp.set_error_handler(lambda *_: None)
    found = fake.extract_many(articles("poison", "One."), on_error="keep")
    assert ids(found) == ["0", "1"]


@pytest.mark.parametrize("bad", [None, 7, b"bytes", ["a"]], ids=repr)
def test_what_is_no_article_says_the_remedy(fake, bad):
    """Bad use raises at once, also where failures are kept."""
    with pytest.raises(ConfigError, match=r"newsevents\.parse\(\)"):
        fake.extract(bad)
    with pytest.raises(ConfigError, match=r"newsevents\.parse\(\)"):
        list(fake.extract_many([bad], on_error="keep"))


@pytest.mark.parametrize(
    ("options", "what"),
    [
        ({"n_process": 0}, "n_process = 0"),
        ({"batch_size": "all"}, "batch_size = 'all'"),
        ({"on_error": "ignore"}, "'raise', 'keep', 'skip'"),
    ],
)
def test_bad_options_raise_before_work(fake, options, what):
    """A wrong option is told by the call, not by the first result."""
    with pytest.raises(ConfigError, match=what):
        fake.extract_many([], **options)


@pytest.mark.parametrize("bad", ["One text.", b"bytes", Article(id="x", text="One."), 3])
def test_many_means_several(fake, bad):
    """A single text would be read as many of one letter."""
    with pytest.raises(ConfigError, match=r"extract\(\) takes one"):
        fake.extract_many(bad)


def test_config_and_pipeline_do_not_contradict():
    """Options of the embedded model are not silently without effect."""
    with pytest.raises(ConfigError, match="threads have no effect"):
        Extractor(ExtractorConfig(threads=2), nlp=spacy.blank("en"))
    with pytest.raises(ConfigError, match="give ExtractorConfig"):
        Extractor({"threads": 2})


def test_a_pipeline_that_cannot_be_sent_says_so(fake):
    """Worker processes need a copy of the pipeline."""
    fake.nlp.add_pipe("test_breaking", name="again").__self__ = lambda: None
    fake.nlp.meta["unsendable"] = lambda: None
    with pytest.raises(ConfigError, match="n_process=1"):
        fake.extract_many(articles("One."), n_process=2)


def test_progress_goes_to_stderr(fake, capsys):
    """The bar is off unless asked for, and never on standard output."""
    list(fake.extract_many(articles("One.", "Two.")))
    assert capsys.readouterr() == ("", "")
    list(fake.extract_many(articles("One.", "Two."), progress=True))
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "2/2" in shown.err


def test_an_extractor_is_small_to_send():
    """A worker loads its own pipeline: the loaded one does not travel."""
    assert len(pickle.dumps(Extractor())) < 1000
