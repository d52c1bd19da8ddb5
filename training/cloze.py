"""Names that come again, exchanged for pronouns: whom a pronoun may mean, without gold."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc, Span, Token

from training.records import Reference, Sentence

#: Share of repeated names that are exchanged; the others stay to be found.
CHANCE: Final = 0.8
#: A pronoun stands at most so many sentences after the name that it takes up.
NEAR: Final = 2
#: Subject, object, possessive.
_PRONOUNS: Final = {
    "PERSON": (("he", "him", "his"), ("she", "her", "her")),
    "ORG": (("it", "it", "its"),),
    "GPE": (("it", "it", "its"),),
}
_FORMS: Final = {"nsubj": 0, "nsubj:pass": 0, "obj": 1, "iobj": 1, "obl": 1, "nmod:poss": 2}


@dataclass(frozen=True)
class _Name:
    """A name of the Doc, whom it means, and what is written in its place, if anything."""

    span: Span
    entity: str
    pronoun: str | None

    @property
    def start(self) -> int:
        """The first token that a pronoun replaces: "Mr." and "President" go, too."""
        if self.pronoun is None:
            return self.span.start
        titles = (child.left_edge.i for child in self.span.root.lefts if child.dep_ != "case")
        return min(titles, default=self.span.root.i)


def cloze(doc: Doc, *, seed: int) -> list[Sentence]:
    """Sentences of a Doc whose repeated names became pronouns, and those before them.

    Every name is a candidate; only the pronouns put in are asked for.
    """
    names = list(_names(doc, random.Random(seed)))
    sentences = [s for s in doc.sents if s.text.strip()]
    changed = {name.start for name in names if name.pronoun is not None}
    asked = [any(s.start <= start < s.end for start in changed) for s in sentences]
    return [
        _sentence(sentence, names)
        for number, sentence in enumerate(sentences)
        if any(asked[number : number + NEAR + 1])
    ]


def _names(doc: Doc, rng: random.Random) -> Iterator[_Name]:
    known: dict[str, tuple[str, int]] = {}
    sexes: dict[str, tuple[str, str, str]] = {}
    for number, sentence in enumerate(doc.sents):
        for span in sentence.ents:
            if span.label_ not in _PRONOUNS:
                continue
            # "Merkel" takes up "Angela Merkel"; the last word names either.
            key = f"{span.label_} {span[-1].lower_}"
            entity, last = known.get(key, (f"{key} {number}", -NEAR - 1))
            known[key] = entity, number
            forms = sexes.setdefault(entity, rng.choice(_PRONOUNS[span.label_]))
            near = last < number <= last + NEAR
            change = near and rng.random() < CHANCE
            yield _Name(span, entity, _pronoun(span.root, span, forms) if change else None)


def _pronoun(head: Token, span: Span, forms: tuple[str, str, str]) -> str | None:
    """The pronoun that can stand for a bare name, if one can."""
    if any(child.i < span.start or child.i >= span.end for child in head.children if _holds(child)):
        return None
    form = _FORMS.get(head.dep_)
    return None if form is None else forms[form]


def _holds(child: Token) -> bool:
    """Whether a word beside a name makes it no bare name: a clause, a conjunct, "the"."""
    titles = child.dep_ in {"compound", "flat"} and child.i < child.head.i
    return not titles and child.dep_ not in {"case", "punct"}


def _sentence(sentence: Span, names: list[_Name]) -> Sentence:
    text, at = "", sentence.start_char
    mentions: list[Reference] = []
    for name in names:
        if not sentence.start <= name.start < sentence.end:
            continue
        text += sentence.doc.text[at : sentence.doc[name.start].idx]
        at = name.span.end_char
        if name.pronoun is None:
            start = len(text) + name.span.root.idx - name.span.start_char
            mentions.append(Reference(start, start + len(name.span.root), name.entity, asked=False))
            text += name.span.text
        else:
            word = name.pronoun.capitalize() if not text.strip() else name.pronoun
            mentions.append(Reference(len(text), len(text) + len(word), name.entity, asked=True))
            text += word
            at += _possessive(name)
    return Sentence(text + sentence.doc.text[at : sentence.end_char].rstrip(), mentions=mentions)


def _possessive(name: _Name) -> int:
    """How many characters of "'s" follow a name that "his" stands for."""
    end = name.span.end
    doc = name.span.doc
    if name.span.root.dep_ == "nmod:poss" and end < len(doc) and doc[end].tag_ == "POS":
        return doc[end].idx + len(doc[end]) - name.span.end_char
    return 0
