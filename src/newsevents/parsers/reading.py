"""`parse` and `parse_text`: from a file, its content or a text to an article."""

from __future__ import annotations

import datetime as dt
from os import PathLike
from pathlib import Path

from newsevents.errors import ConfigError, ParseError
from newsevents.models import Article
from newsevents.parsers.base import Given
from newsevents.parsers.dates import check_date
from newsevents.parsers.decoding import normalize
from newsevents.parsers.registry import choose
from newsevents.parsers.text import make_article

DateLike = dt.datetime | dt.date | str


def parse(
    path_or_bytes: str | PathLike[str] | bytes,
    *,
    format: str | None = None,  # noqa: A002 - the word users know
    published_at: DateLike | None = None,
    id: str | None = None,  # noqa: A002
    title: str | None = None,
    url: str | None = None,
    source: str | None = None,
) -> Article:
    """Read an article from a file or from its content.

    What is given here wins over what the source says of itself.

    Args:
        path_or_bytes: A path, as text or `Path`; or the content itself, as bytes.
            For a text in a string there is `parse_text`.
        format: Name of the format; told by the file's name if not given.
        published_at: When it was published: a date, a datetime or an ISO 8601 string.
            Relative times in the article are read from it.
        id: Id of the article; if not given, the stem of the file's name, or for bytes
            a digest of the text.
        title: Headline, where it is known from elsewhere.
        url: Address it was published at.
        source: Publisher; the file's name if not given.

    Raises:
        ParseError: The source cannot be read, is empty or is not of the format.
        ConfigError: The format is unknown or the date is none.
    """
    content, path = _content(path_or_bytes)
    name = f"the file {str(path)!r}" if path else "the content"
    given = Given(
        id=id,
        title=title,
        published_at=check_date(published_at),
        url=url,
        source=source or (normalize(path.name) if path else None),
        name=name,
        # The name of a file may be bytes that are no text.
        fallback_id=normalize(path.stem) if path else None,
    )
    parser = choose(format, path=path, content=content, name=name)
    articles = list(parser.articles(content, given))
    if len(articles) != 1:
        raise ParseError(
            f"{name} holds {len(articles)} articles, and parse() reads one. "
            "Split it into one file an article."
        )
    return articles[0]


def parse_text(
    text: str,
    *,
    id: str | None = None,  # noqa: A002 - the word users know
    title: str | None = None,
    published_at: DateLike | None = None,
    url: str | None = None,
    source: str | None = None,
) -> Article:
    """Read an article from a text in a string; an empty one has no paragraphs.

    Args:
        text: The whole text. Its newlines are normalised; nothing else is changed.
        id: Id of the article; a digest of the text if not given.
        title: Headline, whether or not the text begins with it.
        published_at: When it was published: a date, a datetime or an ISO 8601 string.
        url: Address it was published at.
        source: Publisher.

    Raises:
        ConfigError: The text is no string, or the date is none.
    """
    if not isinstance(text, str):
        raise ConfigError(
            f"text is a {type(text).__name__}; parse_text() takes a string, and parse() a "
            "path or bytes."
        )
    day = check_date(published_at)
    return make_article(text, Given(id=id, title=title, published_at=day, url=url, source=source))


def _content(path_or_bytes: object) -> tuple[bytes, Path | None]:
    """What a source holds, and its path where it has one."""
    if isinstance(path_or_bytes, bytes | bytearray | memoryview):
        return bytes(path_or_bytes), None
    if not isinstance(path_or_bytes, str | PathLike):
        raise ConfigError(
            f"cannot parse a {type(path_or_bytes).__name__}; give a path (str or Path) or the "
            "content as bytes, or a text in a string to parse_text()."
        )
    path = Path(path_or_bytes)
    try:
        return path.read_bytes(), path
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError | ValueError) -> ParseError:
    # A text given by mistake makes a very long path.
    name = repr(str(path)[:200])
    if str(path).startswith(("http:", "https:")):
        reason = "it is an address, and nothing is downloaded here. Save the page's text first."
    elif isinstance(error, FileNotFoundError):
        reason = "there is no such file. Check the path; a text in a string goes to parse_text()."
    elif isinstance(error, IsADirectoryError):
        reason = "it is a directory. Give one file, or call parse() for each file in it."
    elif isinstance(error, PermissionError):
        reason = "its permissions do not allow it. Check who may read the file."
    else:
        reason = f"{error}. Check the path; a text in a string goes to parse_text()."
    return ParseError(f"cannot read {name}: {reason}")
