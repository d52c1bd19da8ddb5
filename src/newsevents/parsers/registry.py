"""Which parser reads which format."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Final

from newsevents.errors import ConfigError, ParseError
from newsevents.parsers.base import Parser
from newsevents.parsers.text import TextParser

_PARSERS: Final[dict[str, Parser]] = {parser.format: parser for parser in (TextParser(),)}
_DEFAULT: Final = "text"
#: Markup and data read as text would give tags and keys for sentences.
_NO_PLAIN_TEXT: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,64}(?:<(?:!doctype|!--|\?xml|html|head|body|rss|feed|nitf|newsml"
    rb'|newsitem)\b|[{\[]\s{0,64}"\w)',
    re.IGNORECASE,
)


def formats() -> tuple[str, ...]:
    """Names of the formats that can be read."""
    return tuple(_PARSERS)


def choose(format: str | None, *, path: PurePath | None, content: bytes, name: str) -> Parser:  # noqa: A002 - the public name
    """The parser for a source: as asked for, else by the file's ending.

    Raises:
        ConfigError: There is no such format.
        ParseError: No format was given and the content is clearly of an unknown one.
    """
    if format is not None:
        return _named(format)
    suffix = path.suffix.lower() if path else ""
    parser = next((item for item in _PARSERS.values() if suffix in item.suffixes), None)
    if parser is None and _NO_PLAIN_TEXT.match(content):
        raise ParseError(
            f"{name} looks like markup or data, not like plain text. Formats that can be "
            f"read: {', '.join(formats())}. Give the article's text, or format='text' to read it "
            "as it is."
        )
    return parser or _PARSERS[_DEFAULT]


def _named(format: str) -> Parser:  # noqa: A002 - the public name
    try:
        return _PARSERS[format]
    except (KeyError, TypeError) as error:
        raise ConfigError(
            f"format={format!r} is not known; formats that can be read: {', '.join(formats())}."
        ) from error
