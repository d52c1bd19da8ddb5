"""What a quotation looks like: speech that can stand alone, or a phrase in marks.

A quotation is *full* where its marks enclose a sentence or part of one that can
stand alone ("We will go," he said); a phrase in marks within somebody else's
sentence is a *fragment* (a “logical fit”): a term, a title, a nickname, a scare
quote, or a few words of a reported clause.
"""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Token

from newsevents.pipeline.arguments import SUBJECTS
from newsevents.pipeline.clauses import DASHES
from newsevents.pipeline.paragraphs import is_capitalised
from newsevents.pipeline.quotation_marks import ParagraphRange, Quotation

STOPS: Final = frozenset({".", "!", "?", "…", "...", "....", "?!"})
COMMAS: Final = frozenset({",", ":", ";"}) | DASHES
#: What may stand behind speech: a stop, or the colon of ‘We lost’: coach.
_BEHIND: Final = STOPS | {":"}
#: How far from a quotation its cue may stand, in tokens.
REACH: Final = 45

_MARKS: Final = frozenset("'’‘\"”“")
#: A quotation of no more tokens is a phrase.
_PHRASE: Final = 6
_FUNCTION_WORDS: Final = frozenset({"DET", "ADP", "CCONJ", "PUNCT", "PART", "SCONJ", "NUM"})


class Shapes:
    """Reads the quotations of one Doc."""

    def __init__(self, doc: Doc, quotations: list[Quotation], ranges: list[ParagraphRange]) -> None:
        self._doc = doc
        self._ranges = {paragraph.index: paragraph for paragraph in ranges}
        #: Tokens of full quotations, and of fragments.
        self.in_full: set[int] = set()
        self.in_fragment: set[int] = set()
        self.full: list[bool] = []
        for quotation in quotations:
            full = self._is_full(quotation)
            self.full.append(full)
            tokens = self.in_full if full else self.in_fragment
            for start, end in quotation.outer:
                tokens.update(range(start, end))

    def _is_full(self, quotation: Quotation) -> bool:
        if len(quotation.pieces) > 1:
            return True
        if self._is_title(quotation):
            return False
        return self._opens_speech(quotation) and self._closes_speech(quotation)

    def _opens_speech(self, quotation: Quotation) -> bool:
        first = self._doc[quotation.start]
        before = self.before(quotation)
        if before is None or before.text in STOPS or before.text == ":":
            return True
        if before.text[-1:] in _MARKS and first.is_title:
            return True
        capital = first.text[:1].isupper() or not first.text[:1].isalpha()
        if before.text in COMMAS:
            return capital or self._follows_speech(quotation) or self._is_told(quotation)
        if before.pos_ == "CCONJ":
            return self._follows_speech(quotation)
        return capital and (before.pos_ == "VERB" or self._is_long(quotation))

    def _is_told(self, quotation: Quotation) -> bool:
        """Whether a verb stands right before its comma or may come behind it.

        As one clerk put it, “no paper, no pay”. After the fire, “there is nothing,” she said.
        """
        index = quotation.outer[0][0] - 2
        near = self._doc[max(0, index - 2) : max(0, index + 1)]
        told = any(token.pos_ == "VERB" for token in near)
        return self._is_long(quotation) and (told or self.last_word(quotation).text == ",")

    def _is_long(self, quotation: Quotation) -> bool:
        return quotation.end - quotation.start > _PHRASE

    def _closes_speech(self, quotation: Quotation) -> bool:
        last = self.last_word(quotation)
        if not quotation.closed or last.text in STOPS or last.text == ",":
            return True
        after = self.after(quotation)
        if after is None or after.text in STOPS or after.text in COMMAS:
            return True
        spoken = after.pos_ == "VERB" and not self._is_subject(quotation)
        return spoken or self._has_several_sentences(quotation)

    def _is_subject(self, quotation: Quotation) -> bool:
        """Whether it is what does something: “A big truck” broke through."""
        root = self._doc[quotation.start : quotation.end].root
        return root.dep_ in SUBJECTS and root.head.i >= quotation.end

    def _has_several_sentences(self, quotation: Quotation) -> bool:
        return any(token.is_sent_start for token in self._doc[quotation.start + 1 : quotation.end])

    def _is_title(self, quotation: Quotation) -> bool:
        """Titles of works and names: every word of weight begins with a capital."""
        words = [
            token
            for token in self._doc[quotation.start : quotation.end]
            if token.is_alpha and token.pos_ not in _FUNCTION_WORDS
        ]
        last = self.last_word(quotation).text
        if last in STOPS or not words or (last == "," and self._is_answered(quotation)):
            return False
        return len(words) > 1 and all(word.text[:1].isupper() for word in words)

    def _is_answered(self, quotation: Quotation) -> bool:
        """Whether a name or a pronoun goes on behind a comma: “Never Again,” he wrote."""
        after = self.after(quotation)
        names = after is not None and after.pos_ in {"PRON", "PROPN", "VERB"}
        return names and self._begins_sentence(quotation)

    def _begins_sentence(self, quotation: Quotation) -> bool:
        before = self.before(quotation)
        return before is None or before.text in STOPS or before.text[-1:] in _MARKS

    def is_speech(self, quotation: Quotation, *, follows: bool) -> bool:
        """Whether a full quotation without a cue is speech: whole sentences, with a verb.

        One that follows another of its paragraph may be a mere phrase: “Never.”
        """
        before, after = self.before(quotation), self.after(quotation)
        stops = self.last_word(quotation).text in STOPS
        closes = stops or after is None or after.text in _BEHIND or not quotation.closed
        opens = self._begins_sentence(quotation)
        if before is not None and after is not None and {before.text, after.text} <= DASHES:
            # He praised the mayor — “She has done it” — and left.
            opens = closes = self._doc[quotation.start].is_title
        if not opens or not (closes or self._has_several_sentences(quotation)):
            return False
        words = self._doc[quotation.start : quotation.end]
        if follows and stops:
            return True
        spoken = sum(not token.is_punct for token in words)
        return spoken > 2 and any(token.pos_ in {"VERB", "AUX"} for token in words)

    def continues(self, quotation: Quotation) -> bool:
        """Whether it goes on after its cue: “We will,” he said, “and soon.”."""
        before = self.before(quotation)
        if before is None or not (before.text in COMMAS or before.pos_ == "CCONJ"):
            return False
        if before.i - 1 in self.in_fragment:
            return False  # “It rained,” he said, in a voice of “quiet rage” and “despair,” ...
        return self._doc[quotation.start].is_lower and self._follows_speech(quotation)

    def leads_into(self, first: int, quotation: Quotation) -> bool:
        """Whether the words from a token on belong to what a quotation says.

        They do where it goes on with their sentence (Such a plan “is a mistake”), or where
        they are a clause before a colon (it came down to one thing: “Money.”).
        """
        start = quotation.outer[0][0]
        words = [token for token in self._doc[first:start] if token.is_alpha]
        before = self.before(quotation)
        if before is None or not words or all(word.pos_ == "CCONJ" for word in words):
            return False
        if any(word.pos_ in {"VERB", "AUX"} for word in words):
            return True
        return before.text != ":" and self._doc[quotation.start].is_lower

    def sentence_start(self, quotation: Quotation) -> int:
        """Where the sentence begins that goes on in the marks, or the marks themselves."""
        start = quotation.outer[0][0]
        before = self.before(quotation)
        goes_on = self._doc[quotation.start].is_lower
        if before is None or before.text in STOPS | COMMAS or not goes_on:
            return start
        first = max(before.sent.start, self._ranges[quotation.paragraph].start)
        return start if any(index in self.in_full for index in range(first, start)) else first

    def is_marked(self, token: Token | None) -> bool:
        """Whether a token stands in quotation marks itself."""
        return token is not None and (token.i in self.in_full or token.i in self.in_fragment)

    def headline(self, quotation: Quotation) -> ParagraphRange | None:
        """The headline or title-cased line that a quotation stands in."""
        paragraph = self._ranges[quotation.paragraph]
        headed = paragraph.role == "headline" or is_capitalised(self._doc, paragraph)
        return paragraph if headed else None

    def _follows_speech(self, quotation: Quotation) -> bool:
        token = self.before(quotation)
        for _ in range(REACH):
            if token is None:
                return False
            if token.i in self.in_full:
                return True
            token = self.step(token, -1)
        return False

    def last_word(self, quotation: Quotation) -> Token:
        """The last token that is no mark of a quotation within: ‘No,’”."""
        index = quotation.end - 1
        while index > quotation.start and self._doc[index].text in _MARKS:
            index -= 1
        return self._doc[index]

    def before(self, quotation: Quotation) -> Token | None:
        """The last word before the opening mark, in its paragraph."""
        first = quotation.outer[0][0]
        return self._skip(first - 1, -1, self._ranges[quotation.paragraph].start, first)

    def after(self, quotation: Quotation) -> Token | None:
        """The first word after the closing mark, in its paragraph."""
        last = quotation.outer[-1][1]
        return self._skip(last, 1, last, self._ranges[quotation.last_paragraph].end)

    def _skip(self, index: int, step: int, floor: int, ceiling: int) -> Token | None:
        while floor <= index < ceiling:
            if not self._doc[index].is_space:
                return self._doc[index]
            index += step
        return None

    def step(self, token: Token, step: int) -> Token | None:
        """The neighbour of a token on its line."""
        index = token.i + step
        if not 0 <= index < len(self._doc) or "\n" in self._doc[index].text:
            return None
        return self._doc[index]
