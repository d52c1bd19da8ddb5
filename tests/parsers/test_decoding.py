"""Bytes become text by their encoding; newlines become plain ones."""

from __future__ import annotations

import codecs

import pytest

from newsevents.parsers.decoding import decode, normalize

TEXT = "“Nous irons”, said Zoë – at £5 a head."


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "windows-1252"),
    ],
)
def test_encoding_is_told(mark: bytes, encoding: str):
    """A mark tells the encoding and goes; without one it is UTF-8, else Windows-1252."""
    decoded = decode(mark + TEXT.encode(encoding), "x")
    assert decoded.text == TEXT
    assert decoded.encoding == encoding


def test_two_encodings_in_one_text():
    """Each stretch of a page put together from two sources is read as it was written."""
    content = TEXT.encode() + b"\n" + TEXT.encode("windows-1252")
    decoded = decode(content, "x")
    assert decoded.text == f"{TEXT}\n{TEXT}"
    assert decoded.encoding == "utf-8 with windows-1252"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029", "\f", "\v"])
def test_newlines_become_plain(newline: str):
    """Every newline that Unicode knows becomes one line feed."""
    assert normalize(f"one{newline}two") == "one\ntwo"


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("a\ud800b", "a\ufffdb"),
        ("a\udc00", "a\ufffd"),
        ("\ud83d\ude00", "😀"),
        ("\ufeffa", "a"),
        ("a\u00adb\u00a0c\u200b", "a\u00adb\u00a0c\u200b"),
    ],
)
def test_only_what_is_no_character_is_replaced(text: str, normal: str):
    """Lone surrogates go, halves are joined, and odd but real characters stay."""
    assert normalize(text) == normal
