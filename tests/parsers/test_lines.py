"""Paragraphs: blank lines always part them, single newlines only where text is not wrapped."""

from __future__ import annotations

import textwrap

import pytest

from newsevents.parsers.lines import paragraphs

ONE = (
    "The council in Leeds voted on Monday to close the old bridge for a year, because engineers "
    "had found rust in two of its four cables and said that lorries should no longer use it."
)
TWO = (
    "Shops on the north bank fear for their trade. A ferry will run every ten minutes, but the "
    "owners of Doe & Sons, who have sold boots there since 1902, doubt that it will be enough."
)
THREE = "The bridge was opened in 1931 by the then Duke of York and carries 20,000 cars a day."


def found(text: str) -> list[str]:
    """The paragraphs of a text, as one line each."""
    blocks = paragraphs(text, stands_alone=lambda line: line.startswith("By "))
    return [" ".join(block.text.split()) for block in blocks]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n \t\n\n", "\n\u00a0\n"])
def test_unwrapped_layouts(between: str):
    """One line a paragraph, with or without blank lines."""
    assert found(between.join((ONE, TWO, THREE))) == [ONE, TWO, THREE]


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100])
@pytest.mark.parametrize("indent", ["", "    "])
def test_wrapped_with_blank_lines(width: int, indent: str):
    """Lines of one width that break in mid-sentence are one paragraph."""
    wrapped = [
        textwrap.fill(part, width, initial_indent=indent, subsequent_indent=indent)
        for part in (ONE, TWO, THREE)
    ]
    assert found("\n\n".join(wrapped)) == [ONE, TWO, THREE]


def test_wrapped_without_blank_lines():
    """Where paragraphs end in a short line, that line parts them."""
    text = "\n".join(textwrap.fill(part, 70) for part in (ONE, TWO, THREE))
    assert found(text) == [ONE, TWO, THREE]


def test_short_paragraphs_are_not_taken_for_wrapped_lines():
    """A tabloid's one-sentence paragraphs stay apart."""
    lines = [
        "The bridge was closed on Monday.",
        "Engineers had found rust in two of its four cables.",
        "'Nobody knows when it will open again,' said Jane Doe, who sells boots.",
        "The council has promised a ferry.",
        "It will run every ten minutes from the north bank.",
    ]
    assert found("\n".join(lines)) == lines


def test_furniture_stays_apart_in_wrapped_text():
    """A byline directly above wrapped text is no part of its first sentence."""
    text = "By Jane Doe\n" + textwrap.fill(ONE, 60) + "\n\n" + textwrap.fill(TWO, 60)
    assert found(text) == ["By Jane Doe", ONE, TWO]


def test_sentence_broken_around_a_link_is_joined():
    """A line that begins in mid-sentence belongs to the line before."""
    text = f"{ONE}\n\nThe bridge has\nrepeatedly\nbeen closed since it was opened.\n\n{THREE}"
    assert found(text)[1] == "The bridge has repeatedly been closed since it was opened."


def test_list_items_stay_apart():
    """Items of a list are paragraphs in wrapped text too."""
    items = ["The council will:", "- close the bridge", "- run a ferry", "- pay the shops"]
    text = textwrap.fill(ONE, 60) + "\n\n" + "\n".join(items) + "\n\n" + textwrap.fill(TWO, 60)
    assert found(text) == [ONE, *items, TWO]


@pytest.mark.parametrize("text", ["", "\n", " \n\t\n "])
def test_no_text_has_no_paragraphs(text: str):
    """White space alone is no paragraph."""
    assert found(text) == []
