"""Patterns over word classes, turned into regular expressions over their codes.

A text of N words is a string of N class characters, so that one search over
that string does what a matcher over tokens would do, at the speed of `re`.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from typing import Final

from newsevents.errors import RuleError

_PART: Final = re.compile(
    r"(?P<look>not_after|not_before|after|before)\("
    r"|(?P<bracket>[\[\]()|])|(?P<name>\w+)(?::(?P<role>\w+))?|\s+"
)
_ROLE: Final = re.compile(r"\(\?P<(\w+)>")
_LOOK: Final = {"after": "(?<=", "not_after": "(?<!", "before": "(?=", "not_before": "(?!"}
_BRACKETS: Final = {"[": "(?:", "]": ")?", "(": "(?:", "|": "|"}


class PatternCompiler:
    """Compiles the patterns of one rule file."""

    def __init__(
        self,
        *,
        codes: Mapping[str, str],
        sets: Mapping[str, tuple[str, ...]],
        macros: Mapping[str, str],
    ) -> None:
        self._codes = codes
        self._sets = sets
        self._macros = macros

    def compile(self, pattern: str) -> re.Pattern[str]:
        """The regular expression of a pattern.

        Raises:
            RuleError: It uses a name that is no class, set or macro, or is not
                well formed.
        """
        try:
            # A regular expression has each group once, a pattern a role in
            # every branch: `role` becomes `role_0`, `role_1` and so on.
            numbers = itertools.count()
            return re.compile(
                _ROLE.sub(lambda role: f"(?P<{role[1]}_{next(numbers)}>", self._translate(pattern))
            )
        except re.error as error:
            raise RuleError(f"the pattern {pattern!r} is not well formed: {error}") from error

    def _translate(self, pattern: str) -> str:
        out: list[str] = []
        end = 0
        for part in _PART.finditer(pattern):
            if part.start() != end:
                raise RuleError(f"the pattern {pattern!r} has something odd at {pattern[end:]!r}")
            end = part.end()
            if part["look"]:
                out.append(_LOOK[part["look"]])
            elif part["bracket"]:
                out.append(_BRACKETS.get(part["bracket"], ")"))
            elif part["name"]:
                out.append(self._name(part["name"], part["role"]))
        if end != len(pattern):
            raise RuleError(f"the pattern {pattern!r} has something odd at {pattern[end:]!r}")
        return "".join(out)

    def _name(self, name: str, role: str | None) -> str:
        if name in self._macros:
            return f"(?:{self._translate(self._macros[name])})"
        classes = self._sets.get(name, (name,))
        try:
            piece = "[" + "".join(self._codes[part] for part in self._flatten(classes)) + "]"
        except KeyError as error:
            raise RuleError(f"{name!r} is no class, set or macro of the rules") from error
        return f"(?P<{role}>{piece})" if role else piece

    def _flatten(self, classes: tuple[str, ...]) -> list[str]:
        flat: list[str] = []
        for name in classes:
            flat.extend(self._flatten(self._sets[name]) if name in self._sets else [name])
        return flat


def role_of(group: str) -> str:
    """The role that a group of a compiled pattern stands for."""
    return group.rpartition("_")[0]
