"""Time expressions on the Doc."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from newsevents import keys
from newsevents.pipeline.collect.times import collect_times
from newsevents.pipeline.times import TimeFinder
from tests.builders import make_doc

VISIT = """
The/DET/det/2 premier/NOUN/nsubj/4 will/AUX/aux/4 arrive/VERB/root/0//VB on/ADP/case/6
Friday_/PROPN/obl/4 ./PUNCT/punct/4
"""


def times(doc: Doc, published: str | None) -> list[tuple[str, str, str]]:
    """Expressions with kind and value."""
    if published:
        doc.user_data[keys.PUBLISHED_AT] = published
    doc = TimeFinder()(doc)
    return [(span.text, span.label_, span.kb_id_) for span in doc.spans[keys.TIMES]]


@pytest.mark.parametrize("published", ["2023-07-10", "2023-07-10T23:30:00+02:00"])
def test_times_are_anchored(published: str):
    """Day and day with hour of publication both anchor an expression."""
    assert times(make_doc(VISIT), published) == [("Friday", "date", "2023-07-14")]


@pytest.mark.parametrize("published", [None, "some day"])
def test_times_without_a_date(published: str | None):
    """Without a day of publication the expression stays, its value does not."""
    assert times(make_doc(VISIT), published) == [("Friday", "date", "")]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "x", "1939-45", "two-day"])
def test_odd_docs(text: str):
    """Docs without annotation, sentences or even words are no trouble."""
    doc = spacy.blank("en").make_doc(text)
    for span in TimeFinder()(doc).spans[keys.TIMES]:
        assert span.text in text


def test_two_expressions_in_one_token():
    """Where two expressions share a token the first one has it."""
    doc = Doc(spacy.blank("en").vocab, words=["in", "1939-1945", "and"])
    assert [text for text, _, _ in times(doc, "2023-07-10")] == ["1939-1945"]


def test_collect():
    """Mentions carry offsets into the text and no empty values."""
    doc = make_doc(VISIT)
    times(doc, None)
    mention = collect_times(doc)[0]
    assert doc.text[mention.span.start : mention.span.end] == mention.span.text == "Friday"
    assert mention.value is None
    assert collect_times(make_doc(VISIT)) == ()


def test_component_is_registered():
    """The component can be added to a pipeline by its name."""
    nlp = spacy.blank("en")
    nlp.add_pipe("newsevents_times")
    doc = nlp("It rained in May 2020.")
    assert doc.spans[keys.TIMES][0].kb_id_ == "2020-05"
