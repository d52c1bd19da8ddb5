"""Lemmas as edit scripts: what must be done to a word to get its dictionary form.

A script is a short string, so that the model can choose among a few hundred of them:

    =           keep the word as written        Paris → Paris
    l           lower-case it                   The → the
    t, u        title-case, upper-case it       OBAMA → Obama, nato → NATO
    l-3+y       lower-case it, drop three
                characters, add "y"             Parties → party
    =-1+        the same without a change of
                case (also t-N+, u-N+)          Americans → American
    w:be        the whole lemma                 was → be

`edit_script` finds the script, `apply_script` carries it out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

#: Changes of case, the ones to prefer first.
_CASES: Final[Mapping[str, Callable[[str], str]]] = {
    "=": str,
    "l": str.lower,
    "t": str.title,
    "u": str.upper,
}
#: Where two changes of case serve equally well, lower-casing says more:
#: "dogs" and "Dogs" then have one script.
_EDIT_ORDER: Final = ("l", "=", "t", "u")
_WHOLE: Final = "w:"


def edit_script(form: str, lemma: str) -> str:
    """The script that turns a form into its lemma; the same for the same pair.

    `apply_script` of the form and this script gives the lemma, whatever both are.
    """
    for case, change in _CASES.items():
        if change(form) == lemma:
            return case
    kept, case = 0, ""
    for candidate in _EDIT_ORDER:
        length = _shared(_CASES[candidate](form), lemma)
        if length > kept:
            kept, case = length, candidate
    if not case:
        return _WHOLE + lemma
    return f"{case}-{len(_CASES[case](form)) - kept}+{lemma[kept:]}"


def _shared(left: str, right: str) -> int:
    """How many characters two strings begin with alike."""
    pairs = enumerate(zip(left, right, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(left), len(right)))


@lru_cache(maxsize=100_000)
def apply_script(form: str, script: str) -> str:
    """The lemma of a form under a script.

    A script made for longer words ("l-5+ink" on "an") changes the case only:
    something of the word always stays.
    """
    if script.startswith(_WHOLE):
        return script.removeprefix(_WHOLE)
    case, edited, edit = script.partition("-")
    base = _CASES[case](form)
    if not edited:
        return base
    drop, _, suffix = edit.partition("+")
    kept = len(base) - int(drop)
    return base[:kept] + suffix if kept > 0 else base
