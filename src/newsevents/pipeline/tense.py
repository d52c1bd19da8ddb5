"""The tense that a time expression stands in: what makes "on Friday" the last or the next one."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from newsevents.pipeline.syntax import auxiliaries, child, children, is_negated, preposition
from newsevents.rules.times import Tense, TenseWords, time_rules

_DEPTH = 12
_IS_TO = frozenset({"is", "are", "am", "'s", "’s", "was", "were"})


class TenseFinder:
    """Tense of the verb that governs a stretch of characters."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._words: TenseWords = time_rules().tense

    def __call__(self, start: int, end: int) -> Tense | None:
        """The tense, or nothing where no verb governs the expression.

        Args:
            start: First character.
            end: One past the last character.
        """
        span = self._doc.char_span(start, end, alignment_mode="expand")
        if span is None or not len(span):
            return None
        head = next((token for token in span if not start <= token.head.idx < end), span[0])
        copula = child(head, "cop")
        if copula is not None and copula.lower_ in self._words.present:
            return "future"  # "The vote is on Friday."
        verb, tense = self._governing(head)
        case = preposition(head)
        # "They have until Friday" looks ahead, "they stayed until Friday" does not.
        if case in self._words.forward and (tense != "past" or verb.tag_ != "VBD"):
            return "future"
        if case in self._words.backward and tense != "future":
            return "past"
        return tense

    def _governing(self, token: Token) -> tuple[Token, Tense | None]:
        """The nearest word above that has a tense, and the tense."""
        for _ in range(_DEPTH):
            tense = self._of(token)
            if tense is not None or token.head == token:
                return token, tense
            token = token.head
        return token, None

    def _of(self, token: Token) -> Tense | None:
        """The tense of a predicate; nothing of any other word, nor of a bare participle."""
        helpers = [aux.lower_ for aux in auxiliaries(token)]
        copula = child(token, "cop")
        if copula is not None:
            helpers.append(copula.lower_)
        if self._is_ahead(token) or self._is_arranged(token, helpers):
            # "It had been due to expire on Friday" lies behind.
            return "past" if "had" in helpers else "future"
        if "could" in helpers and is_negated(token):
            # "He could not be reached on Friday."
            return "past"
        if any(word in self._words.modals for word in helpers):
            return "past" if any(word in self._words.perfect for word in helpers) else "future"
        if token.pos_ not in {"VERB", "AUX"}:
            return self._of_helpers(helpers) if copula is not None else None
        if token.tag_ == "VBD":
            return "past"
        if helpers and (tense := self._of_helpers(helpers)):
            return "future" if tense == "present" and token.tag_ == "VBG" else tense
        if token.tag_ == "VBN":
            return "past"
        if token.tag_ in {"VBZ", "VBP"}:
            return "future" if token.lemma_.lower() in self._words.scheduled else "present"
        return self._of_infinitive(token) if token.tag_ == "VB" else None

    def _is_arranged(self, token: Token, helpers: list[str]) -> bool:
        """Whether a verb tells of what was yet to come: "was to be tried", "whether to run"."""
        if child(token, "mark") is None:
            return False
        marks = {mark.lower_ for mark in children(token, "mark", "advmod")}
        if "to" not in marks:
            return False
        told = any(word in _IS_TO for word in helpers) and "have" not in helpers
        return told or ("whether" in marks and token.tag_ == "VB")

    def _is_ahead(self, token: Token) -> bool:
        """Whether a word looks forward: "due", or "visit" in "is due to visit"."""
        if token.lemma_.lower() in self._words.ahead and token.pos_ in {"VERB", "ADJ", "ADV"}:
            return True
        return any(mark.lower_ in self._words.ahead for mark in children(token, "mark"))

    def _of_helpers(self, helpers: list[str]) -> Tense | None:
        if any(word in self._words.past for word in helpers):
            return "past"
        return "present" if any(word in self._words.present for word in helpers) else None

    def _of_infinitive(self, token: Token) -> Tense | None:
        """What is "to be held" lies ahead, what one "failed to stop" does not.

        Purpose is as its verb: "went there to speak on Friday".
        """
        if token.dep_.startswith("acl"):
            return "future"
        if token.dep_ == "ROOT":
            # Headlines: "Minister to resign on Friday".
            return "future" if child(token, "mark") is not None else None
        if token.dep_ in {"xcomp", "ccomp"} and token.head.lemma_.lower() in self._words.wanting:
            return "future"
        return None
