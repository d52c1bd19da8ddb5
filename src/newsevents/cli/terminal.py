"""How the command speaks to a terminal."""

from __future__ import annotations

from typing import Final

from rich.console import Console

# Escape sequences in an article must not reach the terminal, and rich drops some
# control characters, which would shift every offset after them.
_CONTROLS: Final = {code: " " for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n"}


def make_console() -> Console:
    """Standard output, as wide as the terminal and in colour where there is one."""
    return Console(highlight=False, markup=False, emoji=False)


def printable(text: str) -> str:
    """The text with blanks for control characters, of the same length."""
    return text.translate(_CONTROLS)
