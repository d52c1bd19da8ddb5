"""A Doc without what a component needs is told of, not passed over in silence."""

from __future__ import annotations

import pickle

import pytest
import spacy

from newsevents import Extractor, PipelineError
from newsevents.pipeline import factories

NEEDY = ["newsevents_actors", "newsevents_events", "newsevents_lead"]


def blank(*components: str) -> spacy.language.Language:
    """A pipeline of these components that nothing annotates."""
    factories.register()
    nlp = spacy.blank("en")
    for name in components:
        nlp.add_pipe(name)
    return nlp


@pytest.mark.parametrize("component", NEEDY)
def test_what_is_missing_is_told(component):
    """The component and the annotation are named, and what to do."""
    with pytest.raises(PipelineError, match=f"{component}.* needs part-of-speech tags.*load"):
        blank(component)("The minister resigned.")


@pytest.mark.parametrize("component", NEEDY)
@pytest.mark.parametrize("text", ["", " ", "\n\n"], ids=repr)
def test_without_words_nothing_is_missing(component, text):
    """An empty text has no tags, and needs none."""
    assert blank(component)(text).text == text


def test_some_need_nothing():
    """Times are found by their words; quotes have to do without cues, and raise nothing."""
    doc = blank("newsevents_times", "newsevents_quotes", "newsevents_speakers")(
        "“No,” he said in May."
    )
    assert [span.text for span in doc.spans["newsevents_times"]] == ["May"]


def test_a_parse_without_names_is_not_enough():
    """Actors ask for entities, too."""
    doc = spacy.tokens.Doc(
        spacy.blank("en").vocab,
        words=["Bell", "left"],
        pos=["PROPN", "VERB"],
        heads=[1, 1],
        deps=["nsubj", "ROOT"],
    )
    with pytest.raises(PipelineError, match="needs named entities"):
        blank("newsevents_actors").get_pipe("newsevents_actors")(doc)


def test_a_pipeline_without_a_parser_raises():
    """An extractor tells it with the first article; the error may travel."""
    with pytest.raises(PipelineError, match="needs part-of-speech tags") as raised:
        Extractor(nlp=spacy.blank("en")).extract("The minister resigned.")
    assert str(pickle.loads(pickle.dumps(raised.value))) == str(raised.value)  # noqa: S301
    assert not Extractor(nlp=spacy.blank("en")).extract(" ").actors


@pytest.mark.model
@pytest.mark.parametrize("text", [" ", "Rain", "…", "1", "Rain\n\n\nfell"], ids=repr)
def test_the_embedded_model_annotates_whatever_comes(extractor, text):
    """One word or sign is enough."""
    assert extractor.extract(text).article.text == text
