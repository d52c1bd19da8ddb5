"""Morphological features, as far as a word's Penn tag and a pronoun's form show them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: Features in Universal Dependencies, by Penn tag.
BY_TAG: Final[Mapping[str, str]] = {
    "NN": "Number=Sing",
    "NNS": "Number=Plur",
    "NNP": "Number=Sing",
    "NNPS": "Number=Plur",
    "JJ": "Degree=Pos",
    "JJR": "Degree=Cmp",
    "JJS": "Degree=Sup",
    "RBR": "Degree=Cmp",
    "RBS": "Degree=Sup",
    "MD": "VerbForm=Fin",
    "VB": "VerbForm=Inf",
    "VBD": "Mood=Ind|Tense=Past|VerbForm=Fin",
    "VBG": "Tense=Pres|VerbForm=Part",
    "VBN": "Tense=Past|VerbForm=Part",
    "VBP": "Mood=Ind|Tense=Pres|VerbForm=Fin",
    "VBZ": "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
    "CD": "NumType=Card",
    "WP": "PronType=Int,Rel",
    "WDT": "PronType=Int,Rel",
    "WP$": "Poss=Yes|PronType=Int,Rel",
}

_NOM: Final = "Case=Nom|{}PronType=Prs"
_ACC: Final = "Case=Acc|{}PronType=Prs"
_POSS: Final = "{}Poss=Yes|PronType=Prs"
_REFLEX: Final = "{}PronType=Prs|Reflex=Yes"
_I: Final = "Number=Sing|Person=1|"
_WE: Final = "Number=Plur|Person=1|"
_YOU: Final = "Person=2|"
_HE: Final = "Gender=Masc|Number=Sing|Person=3|"
_SHE: Final = "Gender=Fem|Number=Sing|Person=3|"
_IT: Final = "Gender=Neut|Number=Sing|Person=3|"
_THEY: Final = "Number=Plur|Person=3|"

#: Features of personal pronouns (tags PRP and PRP$), by lower-cased form.
PRONOUNS: Final[Mapping[str, str]] = {
    form: pattern.format(features)
    for features, forms in {
        _I: {"i": _NOM, "me": _ACC, "my": _POSS, "mine": _POSS, "myself": _REFLEX},
        _WE: {"we": _NOM, "us": _ACC, "our": _POSS, "ours": _POSS, "ourselves": _REFLEX},
        _YOU: {"you": "{}PronType=Prs", "your": _POSS, "yours": _POSS, "yourself": _REFLEX},
        _HE: {"he": _NOM, "him": _ACC, "his": _POSS, "himself": _REFLEX},
        _SHE: {"she": _NOM, "her": _ACC, "hers": _POSS, "herself": _REFLEX},
        _IT: {"it": "{}PronType=Prs", "its": _POSS, "itself": _REFLEX},
        _THEY: {"they": _NOM, "them": _ACC, "their": _POSS, "theirs": _POSS, "themselves": _REFLEX},
    }.items()
    for form, pattern in forms.items()
}
PRONOUN_TAGS: Final = frozenset({"PRP", "PRP$"})


def features(tag: str, word: str) -> str:
    """The features of a word in UD's notation, or an empty string."""
    if tag in PRONOUN_TAGS:
        # "her" is an object as PRP and a possessive as PRP$.
        if tag == "PRP$" and word.lower() == "her":
            return _POSS.format(_SHE)
        return PRONOUNS.get(word.lower(), "PronType=Prs")
    return BY_TAG.get(tag, "")
