r"""From bytes to text, and from any text to one with plain newlines.

What is replaced is little and always the same: byte order marks go, every kind of
line end becomes ``\n``, and a lone surrogate, which is no character, becomes U+FFFD.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from newsevents.errors import ParseError

# UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16.
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Every newline of the Unicode standard (section 5.8), with form feed and vertical tab.
_NEWLINES: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
#: Control characters that no text has; a tab, a newline or an escape may occur.
_BINARY: Final = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
#: Share of control characters or undecodable bytes from which content is no text.
_BINARY_SHARE: Final = 0.02
_ERRORS: Final = "newsevents.windows-1252"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and how it was encoded."""

    text: str
    encoding: str


def decode(content: bytes, name: str) -> Decoded:
    """The text in ``content``: by its byte order mark, else UTF-8, else Windows-1252.

    Where UTF-8 holds single bytes of Windows-1252, as when a page was put together
    from two sources, each is read in its own encoding.

    Args:
        content: What the source holds.
        name: What to call the source in an error.

    Raises:
        ParseError: There is nothing in it, or it is no text.
    """
    if not content.strip():
        raise ParseError(f"{name} is empty. Give a source that holds the text of an article.")
    for mark, encoding in _MARKS:
        if content.startswith(mark) and encoding != "utf-8":
            return _decode_wide(content.removeprefix(mark), encoding, name)
    content = content.removeprefix(codecs.BOM_UTF8)
    _check_no_binary(content, name)
    text, encoding = _decode_mixed(content)
    if text.count("\ufffd") > _BINARY_SHARE * len(text):
        raise _no_text(name, "many of its bytes are no characters in UTF-8 or Windows-1252")
    return Decoded(_not_blank(normalize(text), name), encoding)


def normalize(text: str) -> str:
    """The text with plain newlines, with no lone surrogate and no byte order mark."""
    text = text.removeprefix("\ufeff")
    if _SURROGATES.search(text):
        # Two halves of one character, as badly written JSON gives them, become whole.
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _NEWLINES.sub("\n", text)


def _decode_wide(content: bytes, encoding: str, name: str) -> Decoded:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise _no_text(
            name, f"its byte order mark says {encoding.upper()}, but {error.reason}"
        ) from error
    if "\0" in text:
        raise _no_text(name, f"as {encoding.upper()} it holds NUL characters")
    return Decoded(_not_blank(normalize(text), name), encoding)


def _decode_mixed(content: bytes) -> tuple[str, str]:
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        text = content.decode("utf-8", _ERRORS)
    # Bytes of UTF-8 sequences are fewer characters than bytes.
    mixed = len(text) < len(content)
    return text, "utf-8 with windows-1252" if mixed else "windows-1252"


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Codec error handler: the bytes that are no UTF-8 are Windows-1252."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return wrong.decode("windows-1252", "replace"), error.end


codecs.register_error(_ERRORS, _as_windows_1252)


def _check_no_binary(content: bytes, name: str) -> None:
    if b"\0" in content:
        raise _no_text(name, "it holds NUL bytes")
    if len(_BINARY.findall(content)) > _BINARY_SHARE * len(content):
        raise _no_text(name, "it is full of control characters")


def _not_blank(text: str, name: str) -> str:
    if not text.strip():
        raise ParseError(f"{name} holds only white space. Give the text of an article.")
    return text


def _no_text(name: str, reason: str) -> ParseError:
    return ParseError(
        f"{name} is no text: {reason}. Give plain text in UTF-8; from a PDF, a word "
        "processor's file or an archive, export the text first."
    )
