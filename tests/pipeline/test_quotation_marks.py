"""Pairing of quotation marks, on text without any annotation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.tokens import Doc, Span

from newsevents import keys
from newsevents.pipeline.quotation_marks import find_quotations, paragraphs

TOKENIZER = English().tokenizer


def quoted(doc: Doc) -> list[list[str]]:
    """The pieces of every quotation, as text."""
    found = find_quotations(doc, paragraphs(doc))
    return [[doc[start:end].text for start, end in quotation.pieces] for quotation in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"It rained," she said.', ["It rained,"]),
        ("“It rained,” she said. “A lot.”", ["It rained,", "A lot."]),
        ("”It rained all day.” she said.", ["It rained all day."]),
        ("”It rained all day.“ she said.", ["It rained all day."]),
        ("„It rained“, she said.", ["It rained"]),
        ("«It rained», she said.", ["It rained"]),
        ("She said ''it rained'' today.", ["it rained"]),
        ("‘It didn’t rain,’ she said.", ["It didn’t rain,"]),
        ("'It didn't rain,' she said.", ["It didn't rain,"]),
        ("‘The workers’ union will go,’ he said.", ["The workers’ union will go,"]),
        ("It rained,” she said.", ["It rained,"]),
        ("She said: “It rained.", ["It rained."]),
        ("“It rained. She said “it poured”.", ["It rained.", "it poured"]),
        ("“He said “no” to me,” she said.", ["He said “no” to me,"]),
        ("“He told me, ‘Go home,’ and I went.”", ["He told me, ‘Go home,’ and I went."]),
        ('Dwayne "The Rock" Johnson said "yes".', ["The Rock", "yes"]),
    ],
)
def test_marks_are_paired(text: str, expected: list[str]):
    """Every kind of mark is paired, whichever way it points."""
    assert quoted(TOKENIZER(text)) == [[piece] for piece in expected]


@pytest.mark.parametrize(
    "text",
    [
        "The workers’ union met.",
        "The boys' and girls' schools closed in the '90s.",
        "Rock 'n' roll isn't dead.",
        'A 12" pipe burst.',
        "She left.”",
        "",
        "“”",
        "“ ”",
    ],
)
def test_apostrophes_and_lone_marks_are_no_quotations(text: str):
    """Apostrophes, inches and a stray mark do not open a quotation."""
    found = quoted(TOKENIZER(text))
    assert found in ([], [["She left."]])


def test_odd_mark_costs_only_its_paragraph():
    """After a paragraph with an odd mark the next one is read as if nothing was wrong."""
    doc = TOKENIZER("He paid 5 “ for it.\n\nNobody knew.\n\n“We did,” she said.")
    assert quoted(doc)[-1] == ["We did,"]


def test_reopened_quotation_is_one():
    """CoreNLP 1139: re-opened in every paragraph, closed only in the last."""
    doc = TOKENIZER("“It began.\n\n“It went on.\n\n“It ended,” he said. “At last.”")
    assert quoted(doc) == [["It began.", "It went on.", "It ended,"], ["At last."]]


def test_unclosed_quotation_ends_with_its_paragraph():
    """A quotation that is not opened again in the next paragraph is over."""
    doc = TOKENIZER("“It began.\n\nThe crowd left.\n\n“It ended,” he said.")
    assert quoted(doc) == [["It began."], ["It ended,"]]


def test_caption_does_not_break_a_quotation():
    """A caption between two paragraphs of a quotation is stepped over, never spoken."""
    doc = TOKENIZER("“It began.\n\nJo Smith/Agency The “old” mill.\n\n“It ended.”")
    breaks = [token.i for token in doc if "\n" in token.text]
    doc.spans[keys.PARAGRAPHS] = [
        Span(doc, 0, breaks[0], label="body"),
        Span(doc, breaks[0] + 1, breaks[1], label="caption"),
        Span(doc, breaks[1] + 1, len(doc), label="body"),
    ]
    assert quoted(doc) == [["It began.", "It ended."]]


@given(st.text(alphabet="aB .,\n\"'“”‘’«»`-0s", max_size=80))
def test_any_text_gives_ordered_disjoint_quotations(text: str):
    """Whatever the marks, quotations never overlap and lie within the text."""
    doc = TOKENIZER(text)
    position = 0
    for quotation in find_quotations(doc, paragraphs(doc)):
        for start, end in quotation.pieces:
            assert position <= start < end <= len(doc)
            position = end
