"""Whether an event happened: actual, planned, possible or negated.

Read off the grammar around a trigger, from the trigger upwards: its own modals and
negation, then what each governing word makes of it. A claim is taken at its word;
that somebody claims it is told by the quote it stands in.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newsevents.models.events import Factuality
from newsevents.pipeline.tree import Tree
from newsevents.pipeline.triggers import Trigger
from newsevents.rules.factuality import Effect, Signature, lexicon

_EFFECTS: Final[dict[Effect, Factuality]] = {
    "none": "actual",
    "planned": "planned",
    "possible": "possible",
    "negated": "negated",
}
#: Clauses in which these stand with a plan are part of the plan: "once he arrives".
_TEMPORAL: Final = frozenset({"when", "once", "after", "before", "until", "till", "as"})
#: With "not" these leave it open; other modals with "not" say that it does not happen.
_OPEN_WHEN_NEGATED: Final = frozenset({"may", "might"})
#: Verbs that only say that there is an event: "there was a raid", "the raid took place".
_PRESENT: Final = frozenset({"be", "happen", "occur", "follow", "take", "ensue"})
_NONFINITE: Final = frozenset({"VB", "VBG", "VBN"})
_DEPTH: Final = 20


class FactualityFinder:
    """Tells for the triggers of one parse whether their events happened."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._words = lexicon()
        self._known: dict[int, Factuality] = {}

    def of(self, trigger: Trigger) -> Factuality:
        """The factuality of an event, that of its light verb included."""
        if trigger.pos != "noun":
            return self._carried(trigger, self._clause(trigger.word))
        return self._carried(trigger, self._noun(trigger.word))

    def _carried(self, trigger: Trigger, state: Factuality) -> Factuality:
        for verb in trigger.support:
            if self._tree.is_passive(verb) and self._tree.is_infinitive(verb):
                state = _weaker(state, "planned")  # "a summit, to be held in Vilnius"
            else:
                state = _weaker(state, self._clause(verb))
        return state

    # --- clauses ------------------------------------------------------------------------

    def _clause(self, word: int, depth: int = 0) -> Factuality:
        """The factuality of the clause that a word heads."""
        if word not in self._known:
            above: Factuality = "actual" if depth > _DEPTH else self._above(word, depth + 1)
            self._known[word] = _joined(self._own(word), above)
        return self._known[word]

    def _own(self, word: int) -> Factuality:
        """What a clause says of itself: by modals, negation and subordinators."""
        tree, words = self._tree, self._words
        modal, negated = "", self._is_negated(word)
        found: Factuality = "actual"
        for child in tree.children[word]:
            dep, lower = tree.dep[child], tree.lower[child]
            if dep == "aux" and tree.tag[child] == "MD" and lower in words.modals:
                modal, found = lower, _weaker(found, _EFFECTS[words.modals[lower]])
            elif dep == "mark" and lower in words.markers:
                found = _weaker(found, _EFFECTS[words.markers[lower]])
            elif dep == "advmod" and lower in words.adverbs:
                found = _weaker(found, _EFFECTS[words.adverbs[lower]])
            elif dep == "advcl" and self._is_condition(child):
                found = "possible" if found == "planned" else found
        if found == "actual":
            found = _weaker(self._by_mood(word), self._after_adjective(word))
        if negated:
            return "possible" if modal in _OPEN_WHEN_NEGATED else "negated"
        return found

    def _after_adjective(self, word: int) -> Factuality:
        """What "due to" before an infinitive says that the parse does not hang below it."""
        tree = self._tree
        if word < 2 or tree.tag[word] != "VB" or tree.lower[word - 1] != "to":
            return "actual"
        before = word - 2
        signature = self._words.adjectives.get(tree.lower[before])
        if signature is None or tree.pos[before] != "ADJ" or tree.head[word] == before:
            return "actual"
        return _EFFECTS[signature.effect]

    def _by_mood(self, word: int) -> Factuality:
        """Headline infinitives are plans; orders and questions leave it open."""
        tree = self._tree
        if tree.dep[word] != "ROOT":
            return "actual"
        if any(tree.lower[child] == "to" for child in tree.kids(word, "mark")):
            return "planned"
        last = self._last(word)
        if last is not None and tree.lower[last] == "?":
            return "possible"
        bare = tree.kid(word, "nsubj", "nsubj:pass", "aux", "aux:pass", "cop") is None
        return "possible" if tree.tag[word] == "VB" and bare else "actual"

    def _last(self, word: int) -> int | None:
        punctuation = self._tree.kids(word, "punct")
        return punctuation[-1] if punctuation else None

    def _is_condition(self, clause: int) -> bool:
        tree = self._tree
        return any(tree.lower[child] in {"if", "unless"} for child in tree.kids(clause, "mark"))

    def _is_negated(self, word: int) -> bool:
        tree, negation = self._tree, self._words.negation
        for child in tree.children[word]:
            lower, dep = tree.lower[child], tree.dep[child]
            if lower == "longer" and self._is_none(child):
                return True
            if lower in negation and dep in {"advmod", "det", "neg", "cc", "cc:preconj"}:
                # "not only met but ..." says that they met.
                if tree.lower[min(child + 1, len(tree) - 1)] not in {"only", "just", "merely"}:
                    return True
            elif dep in {"nsubj", "nsubj:pass", "obj"} and self._is_none(child):
                return True
        return False

    def _is_none(self, word: int) -> bool:
        """Whether a phrase is "nobody", "no minister" or "no longer"."""
        tree = self._tree
        return tree.lower[word] in {"nobody", "none", "nothing", "neither"} or any(
            tree.lower[child] == "no" for child in tree.kids(word, "det", "advmod")
        )

    # --- what governs a clause ----------------------------------------------------------

    def _above(self, word: int, depth: int) -> Factuality:
        """What the governing words make of a clause."""
        dep, head = self._tree.dep[word], self._tree.head[word]
        if dep == "conj":
            return self._of_conjunct(word, head, depth)
        if dep == "xcomp":
            return self._governed(head, depth, default=self._clause(head, depth))
        if dep in {"ccomp", "csubj", "csubj:pass", "acl", "advcl"}:
            infinitive = self._tree.is_infinitive(word)
            if dep == "acl":
                return self._adnominal(word, head, depth, infinitive=infinitive)
            if dep == "advcl" and not self._is_complement(head):
                return self._adverbial(word, head, depth, infinitive=infinitive)
            return self._governed(head, depth, default="actual", finite=not infinitive)
        return "actual"

    def _is_complement(self, head: int) -> bool:
        """Whether an "adverbial" clause completes an adjective: "unsure whether he ..."."""
        tree = self._tree
        return tree.pos[head] == "ADJ" and tree.lemma[head] in self._words.adjectives

    def _of_conjunct(self, word: int, head: int, depth: int) -> Factuality:
        tree = self._tree
        own = tree.kid(word, "aux", "aux:pass", "mark", "cop") is not None
        if tree.tag[word] in _NONFINITE and not own:
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
            return _EFFECTS[signature.negated]
        effect = _EFFECTS[signature.clause if finite else signature.effect]
        return effect if finite or state == "actual" else _weaker(state, _hedged(effect))

    def _signature(self, head: int) -> Signature | None:
        tree, words = self._tree, self._words
        if tree.pos[head] == "ADJ":
            return words.adjectives.get(tree.lemma[head])
        if tree.pos[head] in {"NOUN", "PROPN"}:
            return words.nouns.get(tree.lemma[head])
        table = words.verbs
        return table.get(self._phrasal(head, table)) or (
            words.adjectives.get(tree.lower[head]) if tree.tag[head] == "VBN" else None
        )

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
                state = _weaker(state, self._clause(tree.head[head], depth))  # "had no time to"
            if not infinitive and signature.clause == "none":
                return "actual"
            if state == "negated":
                return _EFFECTS[signature.negated]
            return _weaker(state, _hedged(_EFFECTS[signature.effect]))
        if not infinitive:
            return "actual"  # "the week before he left"
        if any(tree.lemma[child] in self._words.adjectives for child in tree.kids(head, "amod")):
            return "actual"  # "the first leader to attend"
        return "planned"  # "a contract to supply tankers"

    def _adverbial(self, word: int, head: int, depth: int, *, infinitive: bool) -> Factuality:
        tree = self._tree
        state = self._clause(head, depth)
        if infinitive and self._phrasal(head, self._words.results) not in self._words.results:
            return _weaker(state, "planned") if state != "negated" else "possible"
        if tree.tag[word] == "VBG" and tree.kid(word, "mark", "nsubj") is None:
            return state if state != "negated" else "actual"
        marks = {tree.lower[child] for child in tree.kids(word, "mark", "advmod")}
        if state == "planned" and marks & _TEMPORAL and tree.tag[word] in {"VBZ", "VBP", "VBG"}:
            return "planned"
        return "actual"

    # --- nouns --------------------------------------------------------------------------

    def _noun(self, word: int, depth: int = 0) -> Factuality:
        """The factuality of a noun's event: by its modifiers and what governs it."""
        tree, words = self._tree, self._words
        if self._is_none(word):
            return "negated"
        for child in tree.kids(word, "amod"):
            signature = words.modifiers.get(tree.lower[child])
            if signature is not None:
                return _EFFECTS[signature.effect]
        return self._noun_above(word, depth)

    def _noun_above(self, word: int, depth: int) -> Factuality:
        tree, dep, head = self._tree, self._tree.dep[word], self._tree.head[word]
        if depth > _DEPTH:
            return "actual"
        if dep == "conj":
            return self._noun_above(head, depth + 1)
        if dep == "nmod":
            return self._below_noun(word, head, depth)
        if dep not in {"obj", "nsubj:pass", "obl", "nsubj"}:
            return "actual"
        if dep == "nsubj":
            present = tree.lemma[head] in _PRESENT and self._clause(head, depth) != "actual"
            return self._clause(head, depth) if present else "actual"
        objects = self._words.objects
        signature = objects.get(self._phrasal(head, objects))
        if signature is None:
            return "actual"
        state = self._clause(head, depth)
        effect = _EFFECTS[signature.negated if state == "negated" else signature.effect]
        return effect if state in {"actual", "negated"} else _weaker(state, _hedged(effect))

    def _below_noun(self, word: int, head: int, depth: int) -> Factuality:
        """ "the threat of war", "plans for a summit"."""
        signature = self._words.nouns.get(self._tree.lemma[head])
        if signature is None or signature.effect == "none":
            return "actual"
        if self._tree.case(word) not in {"of", "for", "to"}:
            return "actual"
        return _weaker(self._noun(head, depth + 1), _EFFECTS[signature.effect])


_RANK: Final[dict[Factuality, int]] = {"actual": 0, "planned": 1, "possible": 2, "negated": 3}


def _weaker(one: Factuality, other: Factuality) -> Factuality:
    """Of two readings the one that claims less."""
    return max(one, other, key=_RANK.__getitem__)


def _hedged(effect: Factuality) -> Factuality:
    """What "may fail to" and "plans to refuse to" leave of a denial."""
    return "possible" if effect == "negated" else effect


def _joined(own: Factuality, above: Factuality) -> Factuality:
    """A clause's own reading within what governs it."""
    if above == "actual":
        return own
    if above == "negated":
        return "possible" if own == "negated" else "negated"
    if above == "planned":
        return own if own in {"negated", "possible"} else "planned"
    return "possible"
