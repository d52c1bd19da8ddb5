"""Annotation of a text laid over the same text with other white space."""

from __future__ import annotations

from training.overlay import Places, TextLayers, attributed, join, overlay_attribution
from training.records import Document, Reference, Sentence

TEXT = "Ann left.\n\nBob said she would."


def _document() -> Document:
    return Document("d", "gum", [Sentence("Ann left ."), Sentence("Bob said she would .")])


def test_mentions_find_their_sentences() -> None:
    """Who is meant by which words is said sentence by sentence."""
    mentions = [Reference(0, 3, "1", asked=True), Reference(20, 23, "1", asked=True)]
    layers = {("d", "events"): TextLayers(TEXT, no_events=[], mentions=mentions)}
    first, second = join(_document(), layers).sentences
    assert first.mentions == [Reference(0, 3, "1", asked=True)]
    assert second.mentions == [Reference(9, 12, "1", asked=True)]


def test_parts_of_quotes_find_their_sentences() -> None:
    """Content, cue and source are laid over; a content of two sentences is cut at the border."""
    quotes = [
        {"reported": True, "content": [[0, 9], [20, 29]], "cue": [[15, 19]], "source": [[11, 14]]}
    ]
    layers = {("d", "attribution"): TextLayers(TEXT, attribution=list(attributed(quotes)))}
    first, second = join(_document(), layers).sentences
    assert first.attribution == [(0, 10, "CONTENT")]
    assert second.attribution == [(9, 18, "CONTENT"), (4, 8, "CUE"), (0, 3, "SOURCE")]


def test_other_text_is_left_alone() -> None:
    """Where the words differ nothing is guessed."""
    layers = {("d", "attribution"): TextLayers("Ann stayed.", attribution=[(0, 3, "SOURCE")])}
    assert all(s.attribution is None for s in join(_document(), layers).sentences)


def test_unmarked_quotation_is_no_counterexample() -> None:
    """A sentence in marks of which nothing is said may well be somebody's words."""
    sentences = [Sentence("It rained."), Sentence("“It rained.”")]
    overlay_attribution(sentences, [], Places(sentences, "It rained. “It rained.”"))
    assert [sentence.attribution for sentence in sentences] == [[], None]
