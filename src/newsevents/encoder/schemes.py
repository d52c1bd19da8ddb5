"""Docs of other spaCy pipelines, rewritten so that components meet one scheme only.

spaCy's English models write the ClearNLP scheme: prepositions head their nouns,
"be" heads its predicate, coordination is a chain. Here all that becomes Universal
Dependencies v2 as the embedded model writes it, and entity labels become ours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final, cast

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from newsevents import keys
from newsevents.rules.schemes import entity_labels, fixed_prepositions, relation_labels

if TYPE_CHECKING:
    from thinc.types import Ints2d

#: Sentence parts that a noun heads; what hangs on one by a preposition is its modifier.
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "DET"})
_PREPOSITIONS: Final = frozenset({"prep", "agent", "dative"})
_TIME_LABELS: Final = frozenset({"DATE", "TIME"})


def to_universal(doc: Doc) -> Doc:
    """Rewrite a Doc's relations and entities in place, and give it back.

    Relations are rewritten where at least one has a label that Universal
    Dependencies lacks; entities always. Of the date and time entities the group
    ``TIME_CANDIDATES`` is made, unless the Doc has one. What cannot be told from
    labels (a wrong parse, an elided head) stays as it is.
    """
    known = relation_labels()
    if any(token.dep_ in known for token in doc):
        _write(doc, _Tree(doc).universal())
    _rename_entities(doc)
    return doc


@Language.factory(
    "newsevents_scheme",
    requires=["token.dep", "token.head", "doc.ents"],
    assigns=["token.dep", "token.head", "doc.ents", "doc.spans"],
)
def make_scheme(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001 - given by spaCy
    """Build the component behind ``nlp.add_pipe("newsevents_scheme")``.

    It belongs after the components of a foreign pipeline; see `to_universal`.

    Args:
        nlp: The pipeline; supplied by spaCy.
        name: The component's name in it; supplied by spaCy.
    """
    return to_universal


class _Tree:
    """Heads and labels of a Doc while they are rewritten."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.pos = [token.pos_ for token in doc]
        self.heads = [token.head.i for token in doc]
        self.deps = [token.dep_ for token in doc]
        self.kids: list[list[int]] = [[] for _ in doc]
        for token, head in enumerate(self.heads):
            if head != token:
                self.kids[head].append(token)

    def universal(self) -> _Tree:
        """The tree in Universal Dependencies."""
        for rewrite in (
            self._prepositions,
            self._copulas,
            self._coordination,
            self._names,
            self._infinitives,
        ):
            rewrite()
        known = relation_labels()
        self.deps = [known.get(dep, dep) for dep in self.deps]
        return self

    def _prepositions(self) -> None:
        """Put nouns above their prepositions: "of the city", "because of it"."""
        # Inner ones first: in "out of the house", "of" stands below "out".
        for token in self._bottom_up():
            if self._is_preposition(token):
                self._lower_preposition(token)

    def _is_preposition(self, token: int) -> bool:
        if self.deps[token] in _PREPOSITIONS:
            # "She gave the people of Rome a map": "people" is a dative and no preposition.
            return self.pos[token] not in _NOMINAL
        # "in London and in Paris", "because of"
        return self.deps[token] in {"conj", "pcomp"} and self.pos[token] == "ADP"

    def _lower_preposition(self, token: int) -> None:
        below = self.kid(token, "pobj", "pcomp")
        if below is None:
            # The inner preposition of "out of the house" has given its noun up already.
            below = self.kid(token, "obl", "nmod")
        if below is None:
            return
        clause = self.deps[below] == "pcomp" and self.pos[below] in {"VERB", "AUX"}
        relation, head = self.deps[token], self.heads[token]
        self.swap(token, below)
        self.deps[token] = "mark" if clause else "case"
        if relation in _PREPOSITIONS:
            self.deps[below] = self._relation(relation, head, clause=clause)
        self._join_fixed(token, below)

    def _join_fixed(self, token: int, noun: int) -> None:
        following = token + 1
        if following < len(self.heads) and self.heads[following] == noun:
            pair = (self.doc[token].lower_, self.doc[following].lower_)
            if pair in fixed_prepositions():
                self.move(following, token)
                self.deps[following] = "fixed"

    def _relation(self, preposition: str, head: int, *, clause: bool) -> str:
        nominal = self.pos[head] in _NOMINAL
        if clause:
            return "acl" if nominal else "advcl"
        if preposition == "agent":
            return "obl:agent"
        return "nmod" if nominal else "obl"

    def _copulas(self) -> None:
        """Put predicates above "be": "the talks were a success", "it is in Rome"."""
        for token in self._bottom_up():
            if self.doc[token].lemma_ != "be" or self.deps[token] in {"aux", "auxpass", "cop"}:
                continue
            predicate = self._predicate(token)
            if predicate is not None:
                self.swap(token, predicate)
                self.deps[token] = "cop"

    def _predicate(self, be: int) -> int | None:
        if self.kid(be, "expl") is not None:
            # "There is a plan": what there is, is the subject of "is".
            subject = self.kid(be, "attr")
            if subject is not None and self.kid(be, "nsubj") is None:
                self.deps[subject] = "nsubj"
            return None
        found = self.kid(be, "attr", "acomp")
        if found is None and self.kid(be, "nsubj") is not None:
            places = [kid for kid in self.kids[be] if self.deps[kid] == "obl" and kid > be]
            if places and not any(self.deps[kid] in {"ccomp", "xcomp"} for kid in self.kids[be]):
                found = places[0]
        return found

    def _coordination(self) -> None:
        """Hang all members on the first, and each "and" on the member after it."""
        for token in range(len(self.heads)):
            if self.deps[token] == "conj":
                first = self.heads[token]
                # Members before this one hang on the first already.
                if self.deps[first] == "conj" and self.heads[first] != first:
                    self.move(token, self.heads[first])
        for token in range(len(self.heads)):
            if self.deps[token] == "cc":
                first = self.heads[token]
                if self.deps[first] == "conj":
                    first = self.heads[first]
                after = [
                    kid for kid in self.kids[first] if self.deps[kid] == "conj" and kid > token
                ]
                if after:
                    self.move(token, min(after))

    def _names(self) -> None:
        """Let a person's first name head the name, and name the title before it."""
        for ent in self.doc.ents:
            if ent.label_ not in {"PERSON", "PER"}:
                continue
            inside = range(ent.start, ent.end)
            tops = [token for token in inside if self.heads[token] not in inside]
            tops += [token for token in inside if self.heads[token] == token]
            if len(tops) == 1:
                self._raise_first_name(ent.start, tops[0], inside)

    def _raise_first_name(self, first: int, last: int, inside: range) -> None:
        for kid in self.kids[last]:
            if kid < first and self.deps[kid] == "compound":
                self.deps[kid] = "nmod:desc"
        if self.deps[first] == "compound" and self.heads[first] == last:
            self.swap(last, first)
            for token in inside:
                if token == last or self.deps[token] == "compound":
                    self.deps[token] = "flat"

    def _infinitives(self) -> None:
        """The "to" of an infinitive marks it."""
        for token, dep in enumerate(self.deps):
            if dep == "aux" and self.doc[token].tag_ == "TO":
                self.deps[token] = "mark"

    def kid(self, token: int, *deps: str) -> int | None:
        """The first dependent with one of the labels."""
        return next((kid for kid in sorted(self.kids[token]) if self.deps[kid] in deps), None)

    def move(self, token: int, head: int) -> None:
        """Hang a word on another head."""
        self.kids[self.heads[token]].remove(token)
        self.heads[token] = head
        self.kids[head].append(token)

    def swap(self, head: int, kid: int) -> None:
        """Let a dependent take the place of its head, with all that hung there."""
        top, dep = self.heads[head], self.deps[head]
        for other in list(self.kids[head]):
            if other != kid:
                self.move(other, kid)
        self.kids[head].remove(kid)
        if top == head:
            self.heads[kid] = kid
        else:
            self.kids[top].remove(head)
            self.heads[kid] = top
            self.kids[top].append(kid)
        self.heads[head] = kid
        self.kids[kid].append(head)
        self.deps[kid] = dep

    def _bottom_up(self) -> Iterator[int]:
        """All words, dependents before their heads, as the tree is now."""
        roots = [token for token, head in enumerate(self.heads) if token == head]
        order: list[int] = []
        while roots:
            token = roots.pop()
            order.append(token)
            roots.extend(self.kids[token])
        return reversed(order)


def _write(doc: Doc, tree: _Tree) -> None:
    offsets = np.array(tree.heads, dtype=np.int64) - np.arange(len(doc))
    deps = np.array([doc.vocab.strings.add(dep) for dep in tree.deps], dtype=np.uint64)
    starts = doc.to_array("SENT_START")
    columns = np.column_stack([offsets.view(np.uint64), deps])
    doc.from_array(["HEAD", "DEP"], cast("Ints2d", columns))
    # spaCy has made new sentence starts from the heads; they were right before.
    doc.from_array(["SENT_START"], cast("Ints2d", starts))


def _rename_entities(doc: Doc) -> None:
    known = entity_labels()
    if keys.TIME_CANDIDATES not in doc.spans:
        doc.spans[keys.TIME_CANDIDATES] = [ent for ent in doc.ents if ent.label_ in _TIME_LABELS]
    if any(ent.label_ in known for ent in doc.ents):
        labels = [(ent, known.get(ent.label_, ent.label_)) for ent in doc.ents]
        doc.set_ents([Span(doc, ent.start, ent.end, label) for ent, label in labels if label])
