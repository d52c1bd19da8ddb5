"""A Doc's parse as plain lists: for components that look at every word many times.

Asking a spaCy token for its children costs microseconds; a list of integers costs
nothing. One `Tree` is built per Doc, and words are then just their positions.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from spacy.tokens import Doc

from newsevents import keys
from newsevents.pipeline.syntax import preposition

#: Relations that hang something on a phrase without being part of it.
LOOSE: Final = frozenset(
    {"punct", "cc", "conj", "parataxis", "acl", "acl:relcl", "advcl", "advcl:relcl", "appos",
     "discourse", "mark", "cop", "nsubj", "nsubj:outer", "aux", "expl", "dep", "orphan",
     "list", "vocative"}
)  # fmt: skip
#: The same deeper inside a phrase, where a coordination belongs to it.
_APART: Final = LOOSE - {"cc", "conj", "punct", "acl"}


class Tree:
    """The words of a Doc by position, with their grammar.

    ``head[i] == i`` marks a root. Lemmas and forms are lower-cased. ``names`` has
    first and one past the last word of the name that a word stands in, ``headlines``
    the words of each headline.
    """

    __slots__ = (
        "_cases",
        "children",
        "dep",
        "doc",
        "ent",
        "head",
        "headlines",
        "lemma",
        "lower",
        "names",
        "pos",
        "tag",
    )

    def __init__(self, doc: Doc, *, verb_forms: Mapping[str, str] | None = None) -> None:
        """Read the parse of a Doc.

        Args:
            doc: The Doc; needs tags and a dependency parse.
            verb_forms: Lemmas by verb form, which go before those of the Doc.
        """
        self.doc = doc
        self.pos = [token.pos_ for token in doc]
        self.tag = [token.tag_ for token in doc]
        self.dep = [token.dep_ for token in doc]
        self.lower = [token.lower_ for token in doc]
        forms = verb_forms or {}
        self.lemma = [
            (forms.get(lower) if pos == "VERB" else None) or token.lemma_.lower() or lower
            for token, lower, pos in zip(doc, self.lower, self.pos, strict=True)
        ]
        self.ent = [token.ent_type_ for token in doc]
        self.names: dict[int, tuple[int, int]] = {}
        for entity in doc.ents:
            self.names.update(
                dict.fromkeys(range(entity.start, entity.end), (entity.start, entity.end))
            )
        self.headlines = [
            range(paragraph.start, paragraph.end)
            for paragraph in doc.spans.get(keys.PARAGRAPHS, [])
            if paragraph.label_ == "headline"
        ]
        self.head = [token.head.i for token in doc]
        self._cases: dict[int, str] = {}
        self.children: list[list[int]] = [[] for _ in doc]
        for word, head in enumerate(self.head):
            # White space hangs on some word, but is part of no phrase.
            if head != word and self.pos[word] != "SPACE":
                self.children[head].append(word)
            if self.dep[word] == "aux:pass" and self.pos[head] == "ADJ":
                # "Nobody was hurt": what has a passive auxiliary is a verb.
                self.pos[head], self.tag[head] = "VERB", "VBN"
                self.lemma[head] = forms.get(self.lower[head], self.lemma[head])

    def __len__(self) -> int:
        return len(self.head)

    def kids(self, word: int, *labels: str) -> list[int]:
        """Children with exactly one of these relations."""
        dep = self.dep
        return [child for child in self.children[word] if dep[child] in labels]

    def kid(self, word: int, *labels: str) -> int | None:
        """The first child with one of these relations."""
        return next((child for child in self.children[word] if self.dep[child] in labels), None)

    def case(self, word: int) -> str:
        """The preposition of a phrase ("in front of"), lower-cased, else ``""``."""
        if word not in self._cases:
            self._cases[word] = preposition(self.doc[word])
        return self._cases[word]

    def is_infinitive(self, word: int) -> bool:
        """Whether "to" stands before a verb."""
        return any(self.lower[child] == "to" for child in self.kids(word, "mark"))

    def is_passive(self, word: int) -> bool:
        """Whether the clause of a verb is passive, or the verb a passive participle."""
        helpers = [self.dep[child] for child in self.children[word]]
        if "aux:pass" in helpers:
            return True
        if "nsubj:pass" in helpers:
            # "the states had agreed", where the parse is wrong
            return not any(self.lemma[child] == "have" for child in self.kids(word, "aux"))
        if self.tag[word] in {"VBD", "VBN"} and self._is_told_short(word):
            return True
        bare = "aux" not in helpers and "nsubj" not in helpers
        if bare and self.tag[word] == "VBN" and self.dep[word] == "conj":
            return self.is_passive(self.head[word])  # "was made by Apple and sold in May"
        return self.tag[word] == "VBN" and bare and self.dep[word] not in {"ROOT", "conj", "ccomp"}

    def _is_told_short(self, word: int) -> bool:
        """Whether a headline leaves out the auxiliary: "Man jailed", but "Police arrest man"."""
        stated = self.kid(word, "aux", "obj", "iobj", "xcomp", "ccomp", "compound:prt") is not None
        return not stated and any(word in span for span in self.headlines)

    def conjuncts(self, word: int) -> list[int]:
        """The word and everything coordinated with it as later members."""
        found = [word]
        for member in found:
            found.extend(self.kids(member, "conj"))
        return sorted(found)

    def span(self, word: int) -> tuple[int, int]:
        """First and one past the last word of the phrase around a head.

        "the alliance's head of policy planning" for its head. Without the leading
        preposition, coordinated members, clauses, appositions and what follows
        after a comma, but with a name set close to it: "the representative Josep
        Borrell". The phrase is unbroken: it ends where such a part begins.
        """
        kept = {word}
        for child in self.children[word]:
            if self._belongs(word, child):
                kept.add(child)
                self._gather(child, kept)
        first = last = word
        while first - 1 in kept or (first - 2 in kept and self.dep[first - 1] == "punct"):
            first -= 1
        while last + 1 in kept or (last + 2 in kept and self.dep[last + 1] == "punct"):
            last += 1
        # A name is never cut in two, whatever the parse.
        start, end = self.names.get(word, (word, word + 1))
        return self._trimmed(min(first, start), max(last, end - 1), word)

    def _belongs(self, word: int, child: int) -> bool:
        dep = self.dep[child]
        if dep == "appos":
            return all(self.dep[between] != "punct" for between in range(word + 1, child))
        if dep in LOOSE or dep == "case":
            return False
        return child < word or self.lower[self._first(child) - 1] != ","

    def _first(self, word: int) -> int:
        return self.edges(word)[0]

    def _gather(self, word: int, kept: set[int]) -> None:
        """Adds everything below a word that is no clause or apposition."""
        for child in self.children[word]:
            if self.dep[child] not in _APART:
                kept.add(child)
                self._gather(child, kept)

    def edges(self, word: int) -> tuple[int, int]:
        """First and last word of everything below a word, itself included."""
        first = last = word
        stack = [word]
        while stack:
            current = stack.pop()
            first, last = min(first, current), max(last, current)
            stack.extend(self.children[current])
        return first, last

    def _trimmed(self, first: int, last: int, word: int) -> tuple[int, int]:
        while first < word and self.pos[first] in {"PUNCT", "SPACE", "CCONJ"}:
            first += 1
        while last > word and self.pos[last] in {"PUNCT", "SPACE"}:
            last -= 1
        return first, last + 1
