"""From an article to the Doc that components read."""

from __future__ import annotations

import datetime as dt

import pytest
import spacy
from spacy.language import Language

from newsevents import Article, Paragraph, TextSpan, keys
from newsevents.pipeline.prepare import make_doc


@pytest.fixture(scope="module")
def blank() -> Language:
    """English tokens and nothing else."""
    return spacy.blank("en")


def article(text: str, *edges: int, **fields: object) -> Article:
    """An article whose paragraphs begin and end at these offsets."""
    spans = zip(edges[::2], edges[1::2], strict=True)
    paragraphs = tuple(Paragraph(span=TextSpan.of(text, *span), role="body") for span in spans)
    return Article(id="x", text=text, paragraphs=paragraphs, **fields)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "A b.\r\n", "“I see,” he said.\n\n\tNo.\u00a0"])
def test_no_character_is_lost(blank, text):
    """Offsets into the Doc are offsets into the article."""
    assert make_doc(blank, article(text)).text == text


@pytest.mark.parametrize(
    ("text", "edges", "expected"),
    [
        ("One two.\n\nThree.", (0, 8, 10, 16), ["One two.", "Three."]),
        (" One.\nTwo.\n", (1, 5, 6, 10), ["One.", "Two."]),
        # The tokenizer sees one token in "soon.”Nato": it belongs where it begins.
        ("over soon.”Nato met.", (0, 11, 11, 20), ["over soon.”Nato", "met."]),
        ("One", (0, 1, 1, 3), ["One"]),
        ("", (), []),
    ],
)
def test_paragraphs_are_spans_that_share_no_token(blank, text, edges, expected):
    """Every token is in one paragraph at most, whatever the tokenizer glues together."""
    doc = make_doc(blank, article(text, *edges))
    spans = doc.spans[keys.PARAGRAPHS]
    assert [span.text for span in spans] == expected
    assert all(span.label_ == "body" for span in spans)


@pytest.mark.parametrize(
    ("published_at", "expected"),
    [
        (dt.date(2023, 7, 10), "2023-07-10"),
        (dt.datetime(2023, 7, 10, 8, tzinfo=dt.UTC), "2023-07-10T08:00:00+00:00"),
        (None, None),
    ],
)
def test_the_date_travels_as_text(blank, published_at, expected):
    """A Doc with its date survives `to_bytes`."""
    doc = make_doc(blank, article("One.", published_at=published_at))
    assert doc.user_data.get(keys.PUBLISHED_AT) == expected
    doc.to_bytes()
