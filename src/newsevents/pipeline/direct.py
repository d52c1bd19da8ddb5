"""Direct speech: the cue that reports a quotation in marks.

By position first and grammar second: the words beside a quotation are few and
printed in a few ways, whatever a parse makes of the speech within.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc, Token

from newsevents.pipeline.arguments import SUBJECTS
from newsevents.pipeline.attributions import ACCORDING
from newsevents.pipeline.clauses import DASHES, Range
from newsevents.pipeline.fragments import is_name
from newsevents.pipeline.quotation_marks import Quotation
from newsevents.pipeline.quotation_shapes import REACH, STOPS, Shapes
from newsevents.pipeline.syntax import is_negated
from newsevents.rules.reporting import Lexicon

ANY_VERB: Final = "en.quote.any_verb"
COLON: Final = "en.quote.colon"
DASH: Final = "en.quote.dash"

_SIDE_CLAUSES: Final = frozenset({"acl", "acl:relcl", "xcomp", "amod", "csubj"})
#: Without a comma or a colon the cue stands near: he told the crowd “We won”.
_SHORT_REACH: Final = 12
#: A verb that reports nothing by itself must stand this near: He nodded, “Yes.”
_NEAR: Final = 3
#: A name after a dash, with what describes it.
_LONGEST_NAME: Final = 15


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue that reports a quotation; ``anchor`` is the word the grammar hangs on."""

    cue: Range
    anchor: int
    rule: str

    @classmethod
    def at(cls, token: Token, rule: str) -> Hit:
        """A cue of one word."""
        return cls((token.i, token.i + 1), token.i, rule)


class CueFinder:
    """Finds the cue beside a quotation."""

    def __init__(self, doc: Doc, lexicon: Lexicon, shapes: Shapes) -> None:
        self._doc = doc
        self._lexicon = lexicon
        self._shapes = shapes

    def find(self, quotation: Quotation) -> Hit | None:
        """The cue that reports a full quotation: a word that reports, before or after it.

        Else a verb that does so only here: He nodded, “Yes.”.
        """
        before = self._find_before(quotation)
        if before is not None and before.rule != ANY_VERB:
            return before
        after = self._find_after(quotation)
        return after if before is None or (after and after.rule != ANY_VERB) else before

    def find_adjacent(self, quotation: Quotation) -> Hit | None:
        """The reporting verb right before a fragment: what they call “the fix”.

        Not of a title: "She read “War and Peace”"; a name is given, not said.
        """
        before = self._shapes.before(quotation)
        if before is not None and before.dep_ == "det":
            before = self._shapes.step(before, -1)
        if before is None or before.pos_ != "VERB" or before.tag_ == "VBN":
            return None
        entry = self._lexicon.verb(before.lemma_, before.lower_)
        if entry is None or is_negated(before):
            return None
        named = "predicate" not in entry.frames and is_name(self._doc, quotation)
        return None if named else self._verb_hit(before)

    def _find_before(self, quotation: Quotation) -> Hit | None:
        before = self._shapes.before(quotation)
        if before is None or before.text in STOPS:
            return None
        fallback: Token | None = None
        for token in self._words_before(before):
            if token.pos_ != "VERB" or token.i in self._shapes.in_fragment:
                continue
            if self._is_cue(token) and _may_report(token, before):
                return self._verb_hit(token)
            if fallback is None and token.dep_ not in _SIDE_CLAUSES:
                fallback = token
        return _without_reporting_verb(before, fallback)

    def _words_before(self, before: Token) -> Iterator[Token]:
        """Back from a quotation, to the start of the sentence or the quotation before."""
        reach = REACH if before.text in {":", ","} else _SHORT_REACH
        token: Token | None = before
        for _ in range(reach):
            if token is None or token.i in self._shapes.in_full:
                return
            if token.text in STOPS and token.i != before.i:
                return
            yield token
            if token.is_sent_start:
                return
            token = self._shapes.step(token, -1)

    def _find_after(self, quotation: Quotation) -> Hit | None:
        first = self._shapes.after(quotation)
        mark = self._doc[quotation.outer[-1][1] - 1]
        if mark.text[-1] in DASHES and first is not None:
            return self._dash(mark)
        while first is not None and first.text == ",":
            first = self._shapes.step(first, 1)
        if first is None:
            return None
        if first.text in DASHES:
            return self._dash(first)
        if first.lower_ == "according":
            return Hit((first.i, first.i + 2), first.i, ACCORDING)
        last = self._shapes.last_word(quotation)
        if first.text in STOPS or (last.text in {".", "..."} and not first.is_lower):
            return None
        if first.pos_ in {"CCONJ", "SCONJ"} and first.lower_ != "as":
            return None
        found = self._verb_after(first, comma=last.text in {",", "?", "!"})
        return None if found is None or _is_about(self._doc[found.anchor], quotation) else found

    def _verb_after(self, first: Token, *, comma: bool) -> Hit | None:
        fallback: Token | None = None
        for token in self._words_after(first):
            if token.pos_ != "VERB" or token.dep_ in _SIDE_CLAUSES:
                continue
            if self._is_cue(token):
                return self._verb_hit(token)
            fallback = fallback or token
        return Hit.at(fallback, ANY_VERB) if fallback is not None and comma else None

    def _words_after(self, first: Token) -> Iterator[Token]:
        """On from a quotation, to the end of the sentence or the next quotation."""
        token: Token | None = first
        for _ in range(REACH):
            if token is None or token.i in self._shapes.in_full or token.text in {";", ":", *STOPS}:
                return
            if token.is_sent_start and token.i > first.i and token.text[:1].isupper():
                return
            if token.i not in self._shapes.in_fragment:
                yield token
            token = self._shapes.step(token, 1)

    def _dash(self, dash: Token) -> Hit | None:
        """A name alone to the end of its line: “It is a mess.” — Jo Smith."""
        words = 0
        token = self._shapes.step(dash, 1)
        while token is not None:
            if token.pos_ in {"VERB", "AUX"} or words > _LONGEST_NAME:
                return None
            words += not token.is_punct
            token = self._shapes.step(token, 1)
        return Hit.at(dash, DASH) if words else None

    def _is_cue(self, token: Token) -> bool:
        return token.pos_ == "VERB" and self._lexicon.verb(token.lemma_, token.lower_) is not None

    def _verb_hit(self, verb: Token) -> Hit:
        entry = self._lexicon.verb(verb.lemma_, verb.lower_)
        return Hit.at(verb, entry.rule if entry else ANY_VERB)


def _is_about(verb: Token, quotation: Quotation) -> bool:
    """Whether a quotation names who speaks: The film, called “Why?”, argues that."""
    subject = next((part for part in verb.lefts if part.dep_ in SUBJECTS), None)
    if subject is None:
        return False
    return subject.left_edge.i < quotation.start and quotation.end <= subject.right_edge.i


def _may_report(verb: Token, before: Token) -> bool:
    """Whether the words between a verb and a quotation belong to the verb."""
    if before.i == verb.i or before.text in {":", ","}:
        return True
    return bool(verb.is_ancestor(before))


def _without_reporting_verb(before: Token, verb: Token | None) -> Hit | None:
    """Cues of other kinds: He nodded, “Yes.”; She was blunt: “No.”; And from Smith: “No.”."""
    if before.text == ":":
        return Hit.at(before, COLON) if verb is None else Hit.at(verb, ANY_VERB)
    if verb is None or before.i - verb.i >= _NEAR:
        return None
    return Hit.at(verb, ANY_VERB) if before.text == "," or verb.i == before.i else None
