"""`parse` and `parse_text`: what they take, what they give, and how they fail."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsevents.errors import ConfigError, ParseError
from newsevents.models import Article
from newsevents.parsers import Given, formats, parse, parse_text, registry

TEXT = "The bridge in Leeds was opened on Monday by the mayor, Jane Doe.\n\nShe smiled.\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with a short article."""
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_path_and_content_give_the_same_text(file: Path):
    """A path as `Path` or string and the bytes in the file are read alike."""
    texts = {parse(source).text for source in (file, str(file), file.read_bytes())}
    assert texts == {TEXT}


def test_id_and_source_come_from_the_file_name(file: Path):
    """A file's stem is the id and its name the source, unless they are given."""
    article = parse(file)
    assert (article.id, article.source) == ("bridge", "bridge.txt")
    article = parse(file, id="b1", source="Leeds Post")
    assert (article.id, article.source) == ("b1", "Leeds Post")


def test_id_of_a_text_is_a_stable_digest():
    """Without a file the id depends on the text alone."""
    assert parse_text(TEXT).id == parse_text(TEXT).id == parse(TEXT.encode()).id
    assert parse_text(TEXT).id != parse_text(TEXT + "More.").id


def test_what_is_given_is_kept():
    """Title, address, source and date of the caller stand in the article."""
    article = parse_text(
        TEXT, id="x", title="A bridge", published_at="2023-04-11", url="u", source="s"
    )
    assert article.title == "A bridge"
    assert (article.id, article.url, article.source) == ("x", "u", "s")
    assert article.published_at == dt.date(2023, 4, 11)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (dt.date(2023, 4, 11), dt.date(2023, 4, 11)),
        (dt.datetime(2023, 4, 11, 10, tzinfo=dt.UTC), dt.datetime(2023, 4, 11, 10, tzinfo=dt.UTC)),
        ("2023-04-11", dt.date(2023, 4, 11)),
        (" 2023-04-11T10:00:00Z ", dt.datetime(2023, 4, 11, 10, tzinfo=dt.UTC)),
        (None, None),
    ],
)
def test_date_may_be_given_in_three_ways(given: dt.date | str | None, kept: dt.date | None):
    """A date stays a date, a datetime a datetime, and a string becomes what it says."""
    article = parse_text(TEXT, published_at=given)
    assert article.published_at == kept
    assert type(article.published_at) is type(kept)


@pytest.mark.parametrize("value", ["", "yesterday", "11 April 2023", "2023-02-30", 20230411, b"x"])
def test_bad_date_says_what_was_expected(value: object):
    """Anything else is refused with an example of what is meant."""
    with pytest.raises(ConfigError, match="2023-04-11"):
        parse_text(TEXT, published_at=value)  # type: ignore[arg-type]


def test_unknown_format_names_the_known_ones(file: Path):
    """A wrong format is an error of the caller that says which there are."""
    with pytest.raises(ConfigError, match=r"'nitf' is not known.*text"):
        parse(file, format="nitf")
    assert "text" in formats()


@pytest.mark.parametrize(
    "content", [b"<!DOCTYPE html><p>Hi", b'<?xml version="1.0"?><a/>', b'{"a": 1}']
)
def test_markup_is_not_taken_for_text(content: bytes):
    """Markup and data are refused, unless the caller insists."""
    with pytest.raises(ParseError, match="format='text'"):
        parse(content)
    assert parse(content, format="text").text == content.decode()


def test_missing_file(tmp_path: Path):
    """The error names the path."""
    with pytest.raises(ParseError, match="no such file") as error:
        parse(tmp_path / "none.txt")
    assert "none.txt" in str(error.value)


def test_address():
    """An address is no path: nothing is fetched."""
    with pytest.raises(ParseError, match="nothing is downloaded"):
        parse("https://leeds.example/bridge")


def test_directory(tmp_path: Path):
    """A directory is no article."""
    with pytest.raises(ParseError, match="directory"):
        parse(tmp_path)


def test_text_in_place_of_a_path():
    """Who gives a text where a path is meant is led to `parse_text`."""
    with pytest.raises(ParseError, match="parse_text"):
        parse("The mayor opened the bridge. " * 500)
    with pytest.raises(ParseError, match="parse_text"):
        parse("a\0b")


@pytest.mark.parametrize(
    "content", [b"", b" \n\t ", b"\xef\xbb\xbf", b"\xff\xfe \x00", "\x85".encode()]
)
def test_empty_content(content: bytes):
    """Nothing but white space is no article."""
    with pytest.raises(ParseError, match=r"empty|white space"):
        parse(content)


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04\x00\x00",
        b"\x01\x02\x03\x04" * 50,
        b"\x81\x8d\x8f\x90" * 50,
        b"\xff\xfea\x00b",
        b"\xff\xfea\x00\x00\x00",
    ],
    ids=["nul", "controls", "undefined", "odd-utf-16", "nul-in-utf-16"],
)
def test_binary_content(content: bytes, tmp_path: Path):
    """What is no text is refused with its path and a remedy."""
    path = tmp_path / "odd.txt"
    path.write_bytes(content)
    with pytest.raises(ParseError, match="no text") as error:
        parse(path)
    assert "odd.txt" in str(error.value)
    assert "UTF-8" in str(error.value)


def test_empty_text_has_no_paragraphs():
    """A text in a string may be empty: one empty cell does not stop a batch."""
    article = parse_text("")
    assert (article.text, article.paragraphs) == ("", ())


@pytest.mark.parametrize("value", [None, 3, b"text"])
def test_wrong_kind_of_argument(value: object):
    """Neither function guesses what an object of another kind might mean."""
    with pytest.raises(ConfigError):
        parse_text(value)  # type: ignore[arg-type]
    if not isinstance(value, bytes):
        with pytest.raises(ConfigError):
            parse(value)  # type: ignore[arg-type]


class Feed:
    """A parser of another format, with two articles a source."""

    format = "feed"
    suffixes = frozenset({".feed"})

    def articles(self, content: bytes, given: Given) -> Iterator[Article]:
        """One article a line."""
        for number, line in enumerate(content.decode().splitlines()):
            yield Article(id=f"{given.fallback_id}-{number}", text=line)


def test_another_format_needs_no_change_of_callers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A registered parser is found by name and by file ending; one article is asked for."""
    monkeypatch.setitem(registry._PARSERS, "feed", Feed())
    path = tmp_path / "news.feed"
    path.write_text("One.")
    assert parse(path).id == parse(path, format="feed").id == "news-0"
    path.write_text("One.\nTwo.")
    with pytest.raises(ParseError, match="2 articles"):
        parse(path)


def test_import_is_light():
    """Reading an article needs neither spaCy nor dateparser nor ONNX Runtime."""
    code = (
        "import sys; from newsevents.parsers import parse_text; parse_text('By Jane Doe'); "
        "assert not {'spacy', 'dateparser', 'onnxruntime', 'numpy'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
