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


NAMES = """
Ms/PROPN/nmod:desc/2 May/PROPN/nsubj/3 left/VERB/root/0//VBD in/ADP/case/5 March/PROPN/obl/3
"""


def test_names_are_no_times():
    """ "Ms May" is nobody's month, with or without a name finder."""
    assert times(make_doc(NAMES), "2023-07-10") == [("March", "date", "2023-03")]
    doc = make_doc("The/DET/det/3 Daily/ADJ/amod/3 Mail/PROPN/root/0", ents=[(1, 3, "ORG")])
    assert times(doc, "2023-07-10") == []


#: Written on a Wednesday; each form of the news's times, in a sentence of its own.
FORMS = {
    "The minister resigned on Wednesday.": {"Wednesday": "2023-07-12"},
    "Trains stopped late Tuesday.": {"late Tuesday": "2023-07-11"},
    "The vote is on Friday.": {"Friday": "2023-07-14"},
    "He was shot on Tuesday night.": {"Tuesday night": "2023-07-11TNI"},
    "It fell at dawn on Monday.": {"dawn on Monday": "2023-07-10TMO"},
    "Rain fell at the weekend.": {"the weekend": "2023-W27-WE"},
    "The fair opens this weekend.": {"this weekend": "2023-W28-WE"},
    "Profits fell in the second quarter.": {"the second quarter": "2023-Q2"},
    "Harvests failed last summer.": {"last summer": "2022-SU"},
    "The mayor has not said whether to run in the spring.": {"the spring": "2024-SP"},
    "The club was founded in the early 1990s.": {"the early 1990s": "199"},
    "The deal was signed late last year.": {"late last year": "2022"},
    "The strike ran from 3 to 7 July.": {"3": "2023-07-03", "7 July": "2023-07-07"},
    "The trial took more than two years.": {"more than two years": "P2Y"},
    "They meet every two weeks.": {"every two weeks": "P2W"},
    "He was held on July 3. Two days later he was freed.": {
        "July 3": "2023-07-03",
        "Two days later": "2023-07-05",
    },
    "He was held on July 3. The following week he was charged.": {
        "July 3": "2023-07-03",
        "The following week": "2023-W28",
    },
    "He has been in hospital since Monday.": {"Monday": "2023-07-10"},
    "The border stays shut until Friday.": {"Friday": "2023-07-14"},
    "Profits rose in fiscal 2022.": {"fiscal 2022": "2022"},
    "Shops closed on Christmas Day.": {"Christmas Day": "2022-12-25"},
    "It was Black Friday.": {"Black Friday": "2022-11-25"},
    "The quake struck at 14:30 GMT on Tuesday.": {"14:30 GMT on Tuesday": "2023-07-11T14:30Z"},
    "It will shut on the last day of July.": {"the last day of July": "2023-07-31"},
    "It will shut a week on Monday.": {"a week on Monday": "2023-07-24"},
    "The year-long row ended.": {"year-long": "P1Y"},
}


@pytest.mark.model
@pytest.mark.parametrize("text", FORMS)
def test_forms_of_the_embedded_model(nlp, text: str):
    """The whole range of what news says of time, with the tense that the parse tells."""
    doc = nlp.make_doc(text)
    doc.user_data[keys.PUBLISHED_AT] = "2023-07-12"
    for _, component in nlp.pipeline:
        doc = component(doc)
    assert {span.text: span.kb_id_ for span in doc.spans[keys.TIMES]} == FORMS[text]
