"""Gold annotation carried over to other tokens."""

from __future__ import annotations

import pytest

from training.align import Report, gold_spans, label
from training.records import GoldWord, Sentence


def _sentence() -> Sentence:
    # "cannot stop" as a treebank cuts it: can + not + stop.
    words = [
        GoldWord(0, 3, "AUX", "MD", "can", 2, "aux"),
        GoldWord(3, 6, "PART", "RB", "not", 2, "advmod"),
        GoldWord(7, 11, "VERB", "VB", "stop", -1, "root"),
    ]
    return Sentence("cannot stop", words=words)


def test_gold_tokens_keep_every_label() -> None:
    """On the treebank's own words nothing is lost."""
    sentence = _sentence()
    made = label(sentence, gold_spans(sentence), "test", Report())
    assert made.words == ["can", "not", "stop"]
    assert made.head == [3, 3, 0]
    assert made.deprel == ["aux", "advmod", "root"]


def test_token_over_several_words_takes_the_head_of_them() -> None:
    """One token for two words has the labels of the word that heads the other."""
    made = label(_sentence(), [(0, 6), (7, 11)], "test", Report())
    assert made.upos == ["AUX", "VERB"]
    assert made.head == [2, 0]
    assert made.lemma == [None, "="]


def test_word_cut_in_pieces_has_no_syntax() -> None:
    """A gold word that falls on two tokens teaches nothing about either."""
    report = Report()
    made = label(_sentence(), [(0, 3), (3, 6), (7, 9), (9, 11)], "test", report)
    assert made.upos == ["AUX", "PART", None, None]
    assert made.head == [None, None, None, None]
    assert report.counts["test", "tokens without syntax"] == 2


@pytest.mark.parametrize(
    ("spans", "tags"),
    [
        ([(0, 3), (4, 8), (9, 13)], ["B-PERSON", "I-PERSON", "O"]),
        ([(0, 3), (4, 6), (6, 13)], ["B-PERSON", "I-PERSON", "O"]),
        ([(0, 3), (4, 13)], [None, None]),
    ],
)
def test_spans_off_the_borders_count_neither_way(
    spans: list[tuple[int, int]], tags: list[str | None]
) -> None:
    """A name whose end falls inside a token is no example and no counter-example."""
    end = 6 if spans[1] == (4, 6) else 8
    sentence = Sentence("Ann Lees left", names=[(0, end, "PERSON")])
    assert label(sentence, spans, "test", Report()).ner == tags


def test_events_only_count_where_the_corpus_says() -> None:
    """Words outside of the judged spans have no event label at all."""
    sentence = Sentence(
        "The vote shook the house", events=[(4, 8, "occurrence")], event_only=[(19, 24)]
    )
    spans = [(0, 3), (4, 8), (9, 14), (15, 18), (19, 24)]
    made = label(sentence, spans, "test", Report())
    assert made.event == [None, "occurrence", None, None, "O"]


def test_unannotated_layers_are_none_not_o() -> None:
    """A layer that the corpus lacks gives no labels, not negative ones."""
    made = label(Sentence("Ann left"), [(0, 3), (4, 8)], "test", Report())
    assert made.ner == made.time == made.event == [None, None]
