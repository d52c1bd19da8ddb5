"""Direct speech: which quotations are speech, and which cue reports them.

A quotation is *full* where its marks enclose a sentence or part of one that can
stand alone ("We will go," he said); a phrase in marks within somebody else's
sentence is a fragment (a “logical fit”), which is speech only inside a reported
clause, and otherwise a term, a title, a nickname or a scare quote.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc, Token

from newsevents.pipeline.indirect import Range
from newsevents.pipeline.quotation_marks import ParagraphRange, Quotation
from newsevents.pipeline.syntax import is_negated
from newsevents.rules.reporting import Lexicon

ANY_VERB: Final = "en.quote.any_verb"
COLON: Final = "en.quote.colon"
DASH: Final = "en.quote.dash"
ACCORDING: Final = "en.reporting.according_to"

_STOPS: Final = frozenset({".", "!", "?", "…", "...", "....", "?!"})
_INNER_MARKS: Final = frozenset("'’‘\"”“")
_COMMAS: Final = frozenset({",", ":", ";", "-", "--", "–", "—", "―"})
_DASHES: Final = frozenset({"-", "--", "–", "—", "―"})
_SIDE_CLAUSES: Final = frozenset({"acl", "acl:relcl", "xcomp", "amod", "csubj"})
_REACH: Final = 45
#: A verb that reports nothing by itself must stand this near: He nodded, “Yes.”
_NEAR: Final = 3
_FUNCTION_WORDS: Final = frozenset({"DET", "ADP", "CCONJ", "PUNCT", "PART", "SCONJ", "NUM"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue that reports a quotation; ``anchor`` is the word the grammar hangs on."""

    cue: Range
    anchor: int
    rule: str


class CueFinder:
    """Finds the cue beside a quotation, by position first and grammar second."""

    def __init__(
        self, doc: Doc, lexicon: Lexicon, quotations: list[Quotation], ranges: list[ParagraphRange]
    ) -> None:
        self.doc = doc
        self.lexicon = lexicon
        self.ranges = {paragraph.index: paragraph for paragraph in ranges}
        self._in_full: set[int] = set()
        self._in_fragment: set[int] = set()
        self.full: list[bool] = []
        for quotation in quotations:
            self.full.append(self._is_full(quotation))
            tokens = self._in_full if self.full[-1] else self._in_fragment
            for start, end in quotation.outer:
                tokens.update(range(start, end))

    # What a quotation looks like

    def _is_full(self, quotation: Quotation) -> bool:
        if len(quotation.pieces) > 1:
            return True
        if self._is_title(quotation):
            return False
        return self._opens_speech(quotation) and self._closes_speech(quotation)

    def _opens_speech(self, quotation: Quotation) -> bool:
        first = self.doc[quotation.start]
        before = self.before(quotation)
        if before is None:
            return True
        starts = before.text in _STOPS or bool(before.text[-1:] in "”’\"'" and first.is_title)
        if starts or before.text == ":":
            return True
        capital = first.text[:1].isupper() or not first.text[:1].isalpha()
        if before.text in _COMMAS:
            return capital or self._after_cue(quotation)
        if before.pos_ == "CCONJ":
            return self._after_cue(quotation)
        return capital and (before.pos_ == "VERB" or quotation.end - quotation.start > 6)

    def _after_cue(self, quotation: Quotation) -> bool:
        """“We will,” he said, “and soon.”: a quotation that goes on after its cue."""
        token = self.before(quotation)
        steps = 0
        while token is not None and steps < _REACH:
            if token.i in self._in_full:
                return True
            token = self._step(token, -1)
            steps += 1
        return False

    def _closes_speech(self, quotation: Quotation) -> bool:
        last = self.last_word(quotation)
        if not quotation.closed or last.text in _STOPS or last.text == ",":
            return True
        if any(token.is_sent_start for token in self.doc[quotation.start + 1 : quotation.end]):
            return True
        after = self.after(quotation)
        if after is None or after.text in _STOPS or after.text in _COMMAS:
            return True
        return self._is_cue(after)

    def _is_title(self, quotation: Quotation) -> bool:
        """Titles of works and names: every word of weight begins with a capital."""
        words = [
            token
            for token in self.doc[quotation.start : quotation.end]
            if token.is_alpha and token.pos_ not in _FUNCTION_WORDS
        ]
        if self.last_word(quotation).text in _STOPS or not words:
            return False
        return len(words) > 1 and all(word.text[:1].isupper() for word in words)

    def is_speech(self, quotation: Quotation, *, follows: bool) -> bool:
        """Whether a full quotation without a cue is speech: whole sentences, with a verb.

        One that follows another of its paragraph may be a mere phrase: “Never.”
        """
        before, after = self.before(quotation), self.after(quotation)
        last = self.last_word(quotation)
        opens = before is None or before.text in _STOPS or before.text[-1:] in '”"'
        closes = last.text in _STOPS or after is None or after.text in _STOPS
        if not (opens and (closes or not quotation.closed)):
            return False
        words = sum(1 for token in self.doc[quotation.start : quotation.end] if not token.is_punct)
        return words > 2 and any(
            token.pos_ in {"VERB", "AUX"} for token in self.doc[quotation.start : quotation.end]
        )

    def continues(self, quotation: Quotation) -> bool:
        """Whether it goes on after its cue: “We will,” he said, “and soon.”."""
        before = self.before(quotation)
        if before is None or not (before.text in _COMMAS or before.pos_ == "CCONJ"):
            return False
        return self.doc[quotation.start].is_lower and self._after_cue(quotation)

    def last_word(self, quotation: Quotation) -> Token:
        """The last token that is no mark of a quotation within: ‘No,’”."""
        index = quotation.end - 1
        while index > quotation.start and self.doc[index].text in _INNER_MARKS:
            index -= 1
        return self.doc[index]

    # Neighbours

    def before(self, quotation: Quotation) -> Token | None:
        """The last word before the opening mark, in its paragraph."""
        first = quotation.outer[0][0]
        floor = self.ranges[quotation.paragraph].start
        return self._skip(first - 1, -1, floor, first)

    def after(self, quotation: Quotation) -> Token | None:
        """The first word after the closing mark, in its paragraph."""
        last = quotation.outer[-1][1]
        return self._skip(last, 1, last, self.ranges[quotation.last_paragraph].end)

    def _skip(self, index: int, step: int, floor: int, ceiling: int) -> Token | None:
        while floor <= index < ceiling:
            if not self.doc[index].is_space:
                return self.doc[index]
            index += step
        return None

    def _step(self, token: Token, step: int) -> Token | None:
        index = token.i + step
        if not 0 <= index < len(self.doc) or "\n" in self.doc[index].text:
            return None
        return self.doc[index]

    def _is_cue(self, token: Token) -> bool:
        return token.pos_ == "VERB" and self.lexicon.verb(token.lemma_, token.lower_) is not None

    def _may_be_cue(self, token: Token) -> bool:
        return (
            token.pos_ == "VERB"
            and token.dep_ not in _SIDE_CLAUSES
            and token.i not in self._in_fragment
        )

    # The cue

    def find(self, quotation: Quotation) -> Hit | None:
        """The cue that reports a full quotation, before or after it."""
        return self._find_before(quotation) or self._find_after(quotation)

    def _find_before(self, quotation: Quotation) -> Hit | None:
        before = self.before(quotation)
        if before is None or before.text in _STOPS:
            return None
        reach = 12 if before.text not in {":", ","} else _REACH
        fallback: Token | None = None
        token: Token | None = before
        for _ in range(reach):
            if (
                token is None
                or token.i in self._in_full
                or (token.text in _STOPS and token.i != before.i)
            ):
                break
            if token.pos_ == "VERB" and token.i not in self._in_fragment:
                if self._is_cue(token) and self._may_report(token, before):
                    return self._verb_hit(token)
                if fallback is None and token.dep_ not in _SIDE_CLAUSES:
                    fallback = token
            if token.is_sent_start:
                break
            token = self._step(token, -1)
        near = before.text == "," or (fallback is not None and fallback.i == before.i)
        if near and fallback is not None and before.i - fallback.i < _NEAR:
            return Hit((fallback.i, fallback.i + 1), fallback.i, ANY_VERB)
        if before.text != ":":
            return None
        if fallback is not None:
            return Hit((fallback.i, fallback.i + 1), fallback.i, ANY_VERB)
        return Hit((before.i, before.i + 1), before.i, COLON)

    def find_adjacent(self, quotation: Quotation) -> Hit | None:
        """The reporting verb right before a fragment: what they call “the fix”."""
        before = self.before(quotation)
        if before is not None and before.dep_ == "det":
            before = self._step(before, -1)
        if before is None or not self._is_cue(before) or before.tag_ == "VBN":
            return None
        return None if is_negated(before) else self._verb_hit(before)

    def _may_report(self, verb: Token, before: Token) -> bool:
        """Whether the words between a verb and a quotation belong to the verb."""
        if before.i == verb.i or before.text in {":", ","}:
            return True
        return verb.is_ancestor(before)

    def _verb_hit(self, verb: Token) -> Hit:
        entry = self.lexicon.verb(verb.lemma_, verb.lower_)
        return Hit((verb.i, verb.i + 1), verb.i, entry.rule if entry else ANY_VERB)

    def _find_after(self, quotation: Quotation) -> Hit | None:
        first = self.after(quotation)
        last = self.last_word(quotation)
        mark = self.doc[quotation.outer[-1][1] - 1]
        if mark.text[-1] in _DASHES and first is not None:
            return self._dash(mark)
        while first is not None and first.text == ",":
            first = self._step(first, 1)
        if first is None:
            return None
        if first.text in _DASHES:
            return self._dash(first)
        if first.lower_ == "according":
            return Hit((first.i, first.i + 2), first.i, ACCORDING)
        if first.text in _STOPS or (last.text in {".", "..."} and not first.is_lower):
            return None
        if first.pos_ in {"CCONJ", "SCONJ"} and first.lower_ != "as":
            return None
        return self._verb_after(first, comma=last.text in {",", "?", "!"})

    def _verb_after(self, first: Token, *, comma: bool) -> Hit | None:
        fallback: Token | None = None
        token: Token | None = first
        for _ in range(_REACH):
            if token is None or token.i in self._in_full or token.text in {";", ":", *_STOPS}:
                break
            if token.is_sent_start and token.i > first.i and token.text[:1].isupper():
                break
            if self._may_be_cue(token):
                if self._is_cue(token):
                    return self._verb_hit(token)
                fallback = fallback or token
            token = self._step(token, 1)
        if fallback is not None and comma:
            return Hit((fallback.i, fallback.i + 1), fallback.i, ANY_VERB)
        return None

    def _dash(self, dash: Token) -> Hit | None:
        """“It is a mess.” — Jo Smith: a name alone to the end of its line."""
        token = self._step(dash, 1)
        words = 0
        while token is not None:
            if token.pos_ in {"VERB", "AUX"} or words > 15:
                return None
            words += not token.is_punct
            token = self._step(token, 1)
        return Hit((dash.i, dash.i + 1), dash.i, DASH) if words else None
