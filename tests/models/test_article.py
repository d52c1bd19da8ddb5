"""Articles: what they refuse, so that results can be trusted and stored."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from newsevents import Article, Paragraph, TextSpan

TEXT = "One. Two."


def paragraph(start: int, end: int, text: str = TEXT) -> Paragraph:
    """A paragraph at these offsets."""
    return Paragraph(span=TextSpan.of(text, start, end), role="body")


def test_paragraphs_stand_in_the_text():
    """Paragraphs in order, without overlap, are accepted."""
    article = Article(id="x", text=TEXT, paragraphs=(paragraph(0, 4), paragraph(5, 9)))
    assert Article.model_validate_json(article.model_dump_json()) == article


@pytest.mark.parametrize(
    ("paragraphs", "what"),
    [
        ((paragraph(0, 4), paragraph(3, 9)), "begins before the last one ends"),
        ((paragraph(5, 9), paragraph(0, 4)), "begins before the last one ends"),
        ((paragraph(0, 4, "Six. Two."),), "not what the text has there"),
    ],
)
def test_paragraphs_that_do_not_fit(paragraphs, what):
    """An offset that points elsewhere is refused where it is made."""
    with pytest.raises(ValidationError, match=what):
        Article(id="x", text=TEXT, paragraphs=paragraphs)


@pytest.mark.parametrize("field", ["id", "text", "title", "source", "url"])
def test_what_no_file_can_hold_is_refused(field):
    """Half of a surrogate pair would break every export, much later."""
    with pytest.raises(ValidationError, match="surrogates not allowed"):
        Article(**{"id": "x", "text": TEXT, field: "\ud83d"})
