"""What the lexicon says of a word and its companions, and which noun a light verb carries."""

from __future__ import annotations

from collections.abc import Iterator

from newsevents import keys
from newsevents.pipeline.tree import Tree
from newsevents.rules.events import Entry, EventLexicon, lexicon


class EntryFinder:
    """Looks words of one parse up, two words before one: "step down", "press conference"."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        times = tree.doc.spans.get(keys.TIMES, [])
        self._times = frozenset(word for span in times for word in range(span.start, span.end))
        words: EventLexicon = lexicon()
        self._words = words
        self._classes = words.state | words.aspectual | words.light | words.reporting

    def entry(self, word: int, table: dict[str, Entry]) -> tuple[Entry | None, str]:
        """The lexicon's entry, that of two words first, and its second word."""
        lemma = self._tree.lemma[word]
        if lemma in self._words.phrasal:
            for other in self._companions(word):
                for key in (f"{lemma} {other}", f"{other} {lemma}"):
                    if key in table:
                        return table[key], other
        if word >= 2 and self._tree.lower[word - 1] == "-":
            # spaCy takes "co-operate" apart.
            hyphened = table.get(f"{self._tree.lower[word - 2]}-{lemma}")
            if hyphened is not None:
                return hyphened, ""
        # A plural that the lemmatiser left as it is: "Layoffs".
        return table.get(lemma) or table.get(lemma.removesuffix("s")), ""

    def key(self, word: int) -> str:
        """Verb and particle: "carry out"."""
        lemma = self._tree.lemma[word]
        if lemma not in self._words.phrasal:
            return lemma
        keys = (f"{lemma} {other}" for other in self._companions(word))
        return next((key for key in keys if key in self._classes), lemma)

    def _companions(self, word: int) -> Iterator[str]:
        tree = self._tree
        for child in tree.children[word]:
            dep = tree.dep[child]
            if dep in {"compound:prt", "advmod", "obj", "xcomp", "compound", "amod"}:
                yield tree.lemma[child]
                if dep == "xcomp" and any(tree.lower[m] == "to" for m in tree.kids(child, "mark")):
                    yield "to"
            elif dep == "obl" and child not in self._times:
                yield tree.case(child)  # not that of "called the king on Monday"


class CarriedFinder:
    """Finds the nouns that light and aspectual verbs of one parse may carry."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._light = lexicon().light

    def objects(self, word: int) -> Iterator[int]:
        """Nouns that may be the event of a light verb: "speech" of "gave a speech"."""
        tree = self._tree
        for child in tree.kids(word, "obj", "nsubj:pass"):
            yield from tree.conjuncts(child)
        # "engaged in talks", "went on a tour": only where the lexicon has the preposition.
        for child in tree.kids(word, "obl"):
            if f"{tree.lemma[word]} {tree.case(child)}" in self._light:
                yield child
        # "a summit, to be held in Vilnius"; "the talks that were held in May"
        if tree.is_passive(word) and tree.kid(word, "nsubj:pass") is None:
            if tree.dep[word] in {"acl", "acl:relcl"}:
                yield tree.head[word]
            else:
                yield from self._before(word)

    def _before(self, word: int) -> Iterator[int]:
        """The noun right before a passive clause that the parse hangs elsewhere."""
        tree = self._tree
        before = tree.edges(word)[0] - 1
        while before >= 0 and tree.pos[before] == "PUNCT":
            before -= 1
        if before >= 0 and tree.pos[before] == "NOUN":
            yield before

    def phases(self, word: int) -> Iterator[int]:
        """Nouns that an aspectual verb is said of: "the talks resumed", "ended the siege"."""
        tree = self._tree
        yield from tree.kids(word, "obj", "nsubj:pass")
        if tree.kid(word, "obj") is None:
            yield from tree.kids(word, "nsubj")
            if tree.dep[word] == "xcomp":
                # "the trial is set to begin"
                yield from tree.kids(tree.head[word], "nsubj", "nsubj:pass")
