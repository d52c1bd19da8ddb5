"""What holds for any text and any bytes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsevents.errors import ParseError
from newsevents.models import Article
from newsevents.parsers import parse, parse_text
from newsevents.rules.layout import load_layout

#: Lines that rules look at, mixed with anything else.
LINES = [example.replace("¦", "") for item in load_layout().rules for example in item.rule.examples]
articles = st.lists(st.sampled_from(LINES) | st.text(max_size=80), max_size=12).flatmap(
    lambda lines: st.sampled_from(["\n", "\n\n", "\r\n", " "]).map(lambda mark: mark.join(lines))
)
texts = st.text() | articles
anything = st.binary() | texts.map(lambda text: text.encode("utf-8", "surrogatepass"))


def check(article: Article) -> None:
    """Paragraphs are in order, fit the text, and leave nothing but white space out."""
    end, outside = 0, ""
    for paragraph in article.paragraphs:
        span = paragraph.span
        assert span.start >= end
        assert article.text[span.start : span.end] == span.text
        assert span.text == span.text.strip()
        outside += article.text[end : span.start]
        end = span.end
    assert not (outside + article.text[end:]).strip()


@given(texts)
def test_any_text_is_an_article(text: str):
    """Any text is read, twice the same, with all its characters in some paragraph."""
    article = parse_text(text)
    check(article)
    assert article == parse_text(text)
    assert Article.model_validate_json(article.model_dump_json()) == article


@given(texts, texts)
def test_any_title_will_do(text: str, title: str):
    """A title, whatever it is, breaks nothing."""
    check(parse_text(text, title=title))


@given(anything)
def test_any_bytes_are_an_article_or_an_error(content: bytes):
    """Bytes are read or refused with a `ParseError`; nothing else happens."""
    try:
        article = parse(content, format="text")
    except ParseError:
        return
    check(article)
