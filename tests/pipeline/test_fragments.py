"""Phrases in quotation marks in clauses that report nothing else."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Span

from newsevents import keys
from newsevents.pipeline.fragments import HEADLINE, QUOTING
from newsevents.pipeline.quotes import QuoteFinder
from tests.builders import make_doc

LEFT = """
    Ford/PROPN/nsubj/2 left/VERB/root/0/leave the/DET/det/4 talks/NOUN/obj/2 “_/PUNCT/punct/7
    very/ADV/advmod/7 hopeful_/ADJ/xcomp/2 ”/PUNCT/punct/7 ./PUNCT/punct/2
"""
NAMED = """
    Ford/PROPN/nsubj/2 left/VERB/root/0/leave the/DET/det/4 band/NOUN/obj/2 “_/PUNCT/punct/7
    Very/PROPN/compound/7 Hopeful_/PROPN/appos/4 ”/PUNCT/punct/7 ./PUNCT/punct/2
"""
HUNT = """
    Police/NOUN/nsubj/2 Hunt/VERB/root/0/hunt ‘_/PUNCT/punct/4 Armed/ADJ/amod/8 And/CCONJ/cc/6
    Dangerous_/ADJ/conj/4 ’/PUNCT/punct/4 Suspect/NOUN/obj/2
"""


def _found(doc: Doc, *contents: tuple[int, int]) -> list[tuple[str, str, str]]:
    doc.spans[keys.ATTRIBUTION_CANDIDATES] = [Span(doc, s, e, label="CONTENT") for s, e in contents]
    doc = QuoteFinder("quotes")(doc)
    cues = {cue.id_: cue for cue in doc.spans[keys.CUES]}
    return [(q.text, cues[q.id_].text, cues[q.id_].label_) for q in doc.spans[keys.QUOTES]]


def test_words_in_marks_reach_as_far_as_the_encoder_sees() -> None:
    """The verb that they hang on is the cue, though it reports nothing."""
    assert _found(make_doc(LEFT), (4, 8)) == [("very hopeful", "left", QUOTING)]
    assert _found(make_doc(LEFT), (2, 8)) == [("the talks “very hopeful”", "left", QUOTING)]


@pytest.mark.parametrize("table", [LEFT, NAMED])
def test_what_nobody_says_is_left_alone(table: str) -> None:
    """Marks alone are no quote: a scare quote, a term, a title."""
    assert _found(make_doc(table)) == []


def test_names_in_marks_are_left_alone() -> None:
    """A title is none even where the encoder takes it for said."""
    assert _found(make_doc(NAMED), (4, 8)) == []


def test_rest_of_a_headline_is_said() -> None:
    """In a headline the subject of the verb said what stands behind it."""
    doc = make_doc(HUNT)
    doc.spans[keys.PARAGRAPHS] = [Span(doc, 0, len(doc), label="headline")]
    assert _found(doc) == [("‘Armed And Dangerous’ Suspect", "Hunt", HEADLINE)]


LOST = """
    ‘_/PUNCT/punct/4 I/PRON/nsubj/4 was/AUX/cop/4 lost_/VERB/root/0 ’_/PUNCT/punct/4 :/PUNCT/punct/4
    Mother/NOUN/nsubj/8 tells/VERB/parataxis/4 of/ADP/case/11 ‘_/PUNCT/punct/11
    Cowboy_/NOUN/obl/8 ’/PUNCT/punct/11
"""


def test_verbs_in_marks_are_no_cues() -> None:
    """In a headline that opens with a quotation its verb says nothing of later marks."""
    doc = make_doc(LOST)
    doc.spans[keys.PARAGRAPHS] = [Span(doc, 0, len(doc), label="headline")]
    doc = QuoteFinder("quotes")(doc)
    assert "lost" not in {cue.text for cue in doc.spans[keys.CUES]}
    assert doc.spans[keys.QUOTES][0].text == "I was lost"
