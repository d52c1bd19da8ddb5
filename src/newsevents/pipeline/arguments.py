"""The dependents of a reporting word that say what it reports, and who."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from spacy.tokens import Token

SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "expl"})


@dataclass(slots=True)
class Arguments:
    """The dependents of a cue that matter.

    In the passive the subject is what the verb is about: "he was accused".
    """

    clauses: list[Token]
    infinitive: Token | None
    object: Token | None
    recipient: Token | None
    obliques: list[Token]
    appended: list[Token]
    subject: Token | None
    is_passive: bool

    @classmethod
    def of(cls, cue: Token) -> Arguments:
        """Read them from a parse; of two alike the last counts."""
        found = cls([], None, None, None, [], [], None, is_passive=False)
        for part in cue.children:
            dep = part.dep_
            if dep == "ccomp":
                found.clauses.append(part)
            elif dep == "xcomp":
                found.infinitive = part
            elif dep == "obj":
                found.object = part
            elif dep == "iobj":
                found.recipient = part
            elif dep in {"obl", "advcl"}:
                found.obliques.append(part)
            elif dep == "parataxis":
                found.appended.append(part)
            elif dep in SUBJECTS:
                found.subject = part
                found.is_passive = found.is_passive or dep == "nsubj:pass"
            elif dep == "aux:pass":
                found.is_passive = True
        return found
