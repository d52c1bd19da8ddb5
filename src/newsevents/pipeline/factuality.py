"""Whether an event happened: actual, planned, possible or negated.

Read off the grammar around a trigger, from the trigger upwards: its own modals and
negation, then what each governing word makes of it. A claim is taken at its word;
that somebody claims it is told by the quote it stands in.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newsevents.models.events import Factuality
from newsevents.pipeline.modality import EFFECTS, ModalityReader, hedged, joined, weaker
from newsevents.pipeline.tree import Tree
from newsevents.pipeline.triggers import Trigger
from newsevents.rules.factuality import Signature, lexicon

#: Clauses in which these stand with a plan are part of the plan: "once he arrives".
_TEMPORAL: Final = frozenset({"when", "once", "after", "before", "until", "till"})
#: Verbs that only say that there is an event: "there was a raid", "the raid took place".
_PRESENT: Final = frozenset({"be", "happen", "occur", "follow", "take", "ensue"})
_NONFINITE: Final = frozenset({"VB", "VBG", "VBN"})
_WH: Final = frozenset({"who", "whom", "what", "when", "where", "why", "how"})
_SUBJECTS: Final = ("nsubj", "nsubj:pass")
_DEPTH: Final = 20
#: "the war", but "a war"
_GIVEN: Final = frozenset({"the", "this", "that", "these", "those"})
#: "the threat of war", "a plan for talks", "worries about a strike"
_WHICH: Final = frozenset({"of", "for", "to", "about", "over"})
#: "will save money by closing plants": the manner is as its clause.
_COMPLETING: Final = frozenset({"of", "from", "with", "to", "against"})
_MANNER: Final = frozenset({"by", "in", "through"})


class FactualityFinder:
    """Tells for the triggers of one parse whether their events happened."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._modality = ModalityReader(tree)
        self._words = lexicon()
        self._known: dict[int, Factuality] = {}

    def of(self, trigger: Trigger) -> Factuality:
        """The factuality of an event, that of its light verb included."""
        if trigger.pos != "noun":
            return self._carried(trigger, self._clause(trigger.word))
        return self._carried(trigger, self._noun(trigger.word))

    def _carried(self, trigger: Trigger, state: Factuality) -> Factuality:
        for verb in trigger.support:
            if self._tree.lemma[verb] in self._words.ending:
                continue  # "the strike will end": so there is one
            if self._tree.is_passive(verb) and self._tree.is_infinitive(verb):
                state = weaker(state, "planned")  # "a summit, to be held in Vilnius"
            else:
                state = weaker(state, self._clause(verb))
        return state

    # --- clauses ------------------------------------------------------------------------

    def _clause(self, word: int, depth: int = 0) -> Factuality:
        """The factuality of the clause that a word heads."""
        if word not in self._known:
            above: Factuality = "actual" if depth > _DEPTH else self._above(word, depth + 1)
            self._known[word] = joined(self._modality.own(word), above)
        return self._known[word]

    # --- what governs a clause ----------------------------------------------------------

    def _above(self, word: int, depth: int) -> Factuality:
        """What the governing words make of a clause."""
        tree, dep, head = self._tree, self._tree.dep[word], self._tree.head[word]
        if dep == "conj":
            return self._of_conjunct(word, head, depth)
        if dep == "xcomp" and tree.lemma[head] in self._words.ending:
            return "actual"  # "they did not stop shelling"
        if dep == "xcomp" and self._is_performed(word, head):
            return "actual"  # "we would like to thank the crew"
        if dep == "xcomp":
            return self._governed(head, depth, default=self._clause(head, depth))
        if dep in {"ccomp", "csubj", "csubj:pass", "acl", "advcl"}:
            infinitive = tree.is_infinitive(word)
            if dep == "acl":
                return self._adnominal(word, head, depth, infinitive=infinitive)
            timed = dep == "ccomp" and "when" in map(
                tree.lower.__getitem__, tree.kids(word, "mark", "advmod")
            )
            if timed or (dep == "advcl" and not self._is_complement(head)):
                return self._adverbial(word, head, depth, infinitive=infinitive)
            if not infinitive and self._is_asked_about(word):
                return "actual"  # "it is unclear who attacked them": so somebody did
            return self._governed(head, depth, default="actual", finite=not infinitive)
        return "actual"

    def _is_performed(self, word: int, head: int) -> bool:
        """Whether saying that one would like to do something does it."""
        tree = self._tree
        would = any(tree.tag[child] == "MD" for child in tree.kids(head, "aux"))
        return would and tree.lemma[head] == "like" and tree.lemma[word] in self._words.performing

    def _is_asked_about(self, word: int) -> bool:
        tree = self._tree
        return any(tree.lower[child] in _WH for child in tree.children[word])

    def _is_complement(self, head: int) -> bool:
        """Whether an "adverbial" clause completes an adjective: "unsure whether he ..."."""
        tree = self._tree
        return tree.pos[head] == "ADJ" and tree.lemma[head] in self._words.adjectives

    def _of_conjunct(self, word: int, head: int, depth: int) -> Factuality:
        tree = self._tree
        own = tree.kid(word, "aux", "aux:pass", "mark", "cop") is not None
        # "will close two plants and cut jobs", whatever the tag of a verb with one form
        bare = tree.lower[word] == tree.lemma[word] and tree.kid(word, *_SUBJECTS) is None
        if (tree.tag[word] in _NONFINITE or bare) and not own:
            return self._clause(head, depth)  # "jobs could be cut and plants closed"
        return self._above(head, depth + 1) if depth < _DEPTH else "actual"

    def _governed(
        self, head: int, depth: int, *, default: Factuality, finite: bool = False
    ) -> Factuality:
        state = self._clause(head, depth)
        signature = self._signature(head)
        if signature is None:
            # "would not say that ..." leaves it open.
            return "possible" if finite and state == "negated" else default
        if state == "negated":
            if finite and signature.clause == "none":
                return "possible"
            return EFFECTS[signature.negated]
        effect = EFFECTS[signature.clause if finite else signature.effect]
        return effect if finite or state == "actual" else weaker(state, hedged(effect))

    def _signature(self, head: int) -> Signature | None:
        tree, words = self._tree, self._words
        if tree.pos[head] == "ADJ":
            return words.adjectives.get(tree.lemma[head])
        if tree.pos[head] in {"NOUN", "PROPN"}:
            return words.nouns.get(tree.lemma[head])
        if (
            tree.tag[head] == "VBN"
            and tree.is_passive(head)
            and tree.lower[head] in words.adjectives
        ):
            return words.adjectives[tree.lower[head]]  # "was supposed to"
        table = words.verbs
        return table.get(self._phrasal(head, table))

    def _phrasal(self, head: int, table: Iterable[str]) -> str:
        tree, lemma = self._tree, self._tree.lemma[head]
        for child in tree.children[head]:
            if tree.dep[child] in {"compound:prt", "advmod", "obl"}:
                other = tree.case(child) if tree.dep[child] == "obl" else tree.lower[child]
                if other and f"{lemma} {other}" in table:
                    return f"{lemma} {other}"
        return lemma

    def _adnominal(self, word: int, head: int, depth: int, *, infinitive: bool) -> Factuality:
        tree = self._tree
        if not infinitive and not tree.kid(word, "nsubj", "nsubj:pass"):
            return "actual"  # "the shells used in the valley"
        if tree.lemma[head] in self._words.nouns:
            state = self._noun(head, depth)
            signature = self._words.nouns[tree.lemma[head]]
            if signature.effect == "none" and tree.dep[head] == "obj":
                state = weaker(state, self._clause(tree.head[head], depth))  # "had no time to"
            if not infinitive and signature.clause == "none":
                return "actual"
            if tree.dep[head] == "nsubj" and tree.lemma[tree.head[head]] in self._words.failing:
                return "negated"  # "two attempts to land failed"
            if state == "negated":
                return EFFECTS[signature.negated] if signature.effect == "negated" else "negated"
            return weaker(state, hedged(EFFECTS[signature.effect]))
        if not infinitive:
            return "actual"  # "the week before he left"
        if any(tree.lemma[child] in self._words.adjectives for child in tree.kids(head, "amod")):
            return "actual"  # "the first leader to attend"
        # "a contract to supply tankers", unless the contract was cancelled
        return "negated" if self._noun(head, depth) == "negated" else "planned"

    def _adverbial(self, word: int, head: int, depth: int, *, infinitive: bool) -> Factuality:
        tree = self._tree
        state = self._clause(head, depth)
        if infinitive and self._phrasal(head, self._words.results) not in self._words.results:
            return weaker(state, "planned") if state != "negated" else "possible"
        marks = {tree.lower[child] for child in tree.kids(word, "mark", "advmod")}
        if tree.tag[word] == "VBG" and marks & _COMPLETING and self._signature(head):
            return self._governed(head, depth, default="actual")  # "accused of stealing"
        bare = tree.kid(word, "mark", "nsubj") is None or bool(marks & _MANNER)
        if tree.tag[word] == "VBG" and bare:
            return state if state != "negated" else "actual"
        if (
            state in {"planned", "possible"}
            and marks & _TEMPORAL
            and tree.tag[word] in {"VBZ", "VBP", "VBG"}
        ):
            return "planned"
        return "actual"

    # --- nouns --------------------------------------------------------------------------

    def _noun(self, word: int, depth: int = 0) -> Factuality:
        """The factuality of a noun's event: by its modifiers and what governs it."""
        tree, words = self._tree, self._words
        if self._modality.is_none(word):
            return "negated"
        for child in tree.kids(word, "amod"):
            signature = words.modifiers.get(tree.lower[child])
            if signature is not None:
                # "the planned visit was cancelled"
                return weaker(EFFECTS[signature.effect], self._noun_above(word, depth))
        return self._noun_above(word, depth)

    def _noun_above(self, word: int, depth: int) -> Factuality:
        tree, dep, head = self._tree, self._tree.dep[word], self._tree.head[word]
        if depth > _DEPTH:
            return "actual"
        if dep == "conj":
            return self._noun_above(head, depth + 1)
        if dep in {"nmod", "compound"}:
            return self._below_noun(word, head, depth)
        if dep == "nsubj":
            present = tree.lemma[head] in _PRESENT and self._clause(head, depth) != "actual"
            return self._clause(head, depth) if present else "actual"
        signature = self._objects(word, head)
        if signature is None or (signature.effect == "none" and self._is_given(word)):
            return "actual"
        state = self._clause(head, depth)
        effect = EFFECTS[signature.negated if state == "negated" else signature.effect]
        return effect if state in {"actual", "negated"} else weaker(state, hedged(effect))

    def _objects(self, word: int, head: int) -> Signature | None:
        """What a verb says of its object ("cancel the trip") or its phrase ("ask for a trip")."""
        tree, words = self._tree, self._words
        if tree.dep[word] in {"obj", "nsubj:pass"}:
            particle = tree.kid(head, "compound:prt")
            key = tree.lemma[head] + (f" {tree.lower[particle]}" if particle is not None else "")
            told = key in words.announcing and tree.lemma[word] in words.done
            return None if told else words.objects.get(key)
        if tree.dep[word] != "obl":
            return None
        if tree.pos[head] == "ADJ":
            return words.adjectives.get(tree.lemma[head])  # "afraid of an attack"
        return words.objects.get(f"{tree.lemma[head]} {tree.case(word)}")

    def _is_given(self, word: int) -> bool:
        """Whether a noun speaks of what there is already: "they will face the crisis"."""
        tree = self._tree
        return any(tree.lower[child] in _GIVEN for child in tree.kids(word, "det"))

    def _below_noun(self, word: int, head: int, depth: int) -> Factuality:
        """ "the threat of war", "the merger plan", "half of the cuts"."""
        tree = self._tree
        if tree.dep[word] == "nmod" and tree.case(word) not in _WHICH:
            return "actual"
        if tree.lemma[head] in self._words.parts:
            return self._noun(head, depth + 1)
        signature = self._words.nouns.get(tree.lemma[head])
        if signature is None or signature.effect == "none":
            return "actual"
        return weaker(self._noun(head, depth + 1), EFFECTS[signature.effect])
