"""Articles in the terminal: colours, signs, and text that is not to be trusted."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from newsevents.cli.showing import coloured, show, signed
from newsevents.cli.terminal import printable
from tests.results import TEXT, make_result


def shown(**options: object) -> str:
    """What is printed on a terminal with these properties."""
    stream = io.StringIO()
    show(make_result(), Console(file=stream, width=80, markup=False, **options))
    return stream.getvalue()


def test_colours_keep_the_text():
    """Colour changes no character."""
    assert coloured(make_result()).plain == TEXT


def test_signs_only_add():
    """Without the signs the text is what it was."""
    plain = signed(make_result()).plain
    assert plain != TEXT
    assert "".join(sign for sign in plain if sign not in "«»[]*<>") == TEXT


def test_colour_where_there_is_one():
    """A terminal gets colours in place of signs."""
    text = shown(force_terminal=True, color_system="standard", no_color=False)
    assert "\x1b[" in text
    assert "«" not in text


def test_no_color_gets_signs():
    """NO_COLOR leaves the spans visible."""
    assert "«We had to act,»" in shown(force_terminal=True, color_system="standard", no_color=True)


@pytest.mark.parametrize("control", ["\x1b[31m", "\x07", "\r", "\x9b2J", "\x0b"])
def test_control_characters_do_not_reach_the_terminal(control):
    """An article cannot move the cursor, and offsets after a control character hold."""
    text = printable(f"a{control}b")
    assert len(text) == len(control) + 2
    assert text.isprintable()
